import { LightningElement, api } from 'lwc';
import { fillLabel, formatMoney, formatNumber, type FormatContext } from 'c/storeFormat';
import type { CartItemDto, FeeDto, PointsLine, TaxDto } from 'c/storeTypes';
import { labels } from './labels';

/** Amounts that a cart, a checkout or an order adds up to. */
export interface Totals {
  subtotal: number;
  discountTotal: number | null;
  /** Charges for the whole order. */
  fees?: FeeDto[] | null;
  shippingTotal: number | null;
  taxTotal: number | null;
  taxes?: TaxDto[] | null;
  grandTotal: number;
  /** False where nothing is sent or collected. */
  isShipped?: boolean;
}

interface TotalRow {
  key: string;
  label: string;
  amount: string;
  rowClass: string;
}

/** False while shipping or tax is still to come. */
export function isFinal({ shippingTotal, taxTotal }: Pick<Totals, 'shippingTotal' | 'taxTotal'>): boolean {
  return (shippingTotal ?? null) !== null && (taxTotal ?? null) !== null;
}

/** The sum: subtotal, discount, shipping, taxes, total. What is not known yet is said to come at checkout. */
export default class CartTotals extends LightningElement {
  static renderMode = 'light' as const;

  @api totals: Totals | null = null;
  @api context: (FormatContext & { pricesIncludeTax?: boolean; pointsFor?: string | null }) | null = null;
  /** What may be bought: it says how many points that earns. An order has earned them. */
  @api items: CartItemDto[] = [];
  /** True where shipping and tax are about to be known; a cart without an address only promises them. */
  @api detailed = false;

  /** What of the total is paid with points. */
  @api pointsPaid = 0;
  /** What of it is paid with gift cards and vouchers. */
  @api vouchersPaid = 0;

  points: unknown = null;

  /** Fetched once it is known that there is something to tell. */
  renderedCallback(): void {
    if (!this.points && this.context?.pointsFor && this.items.length) {
      this.loadPoints();
    }
  }

  async loadPoints(): Promise<void> {
    try {
      this.points = (await import('c/storePoints')).default;
    } catch {
      // It could not be fetched: whoever buys learns it from the order.
    }
  }

  get pointsLines(): PointsLine[] {
    const partOf = (paid: number) => (paid ? paid / (this.totals?.grandTotal || paid) : 0);
    const share = 1 - partOf(this.pointsPaid);
    const cardShare = partOf(this.vouchersPaid);
    return this.items
      .filter(({ variantId }) => variantId)
      .map(({ variantId, quantity, lineTotal: amount }) => ({
        productId: variantId as string,
        quantity,
        amount,
        share,
        ...(cardShare ? { cardShare } : {}),
      }));
  }

  get rows(): TotalRow[] {
    const totals = this.totals;
    if (!totals) {
      return [];
    }
    const rows = [this.row('subtotal', labels.subtotal, totals.subtotal)];
    if (totals.discountTotal) {
      rows.push(this.row('discount', labels.discount, -Math.abs(totals.discountTotal)));
    }
    (totals.fees ?? []).forEach(({ title, amount }, i) => rows.push(this.row(`fee${i}`, title, amount)));
    if (this.showsAll) {
      rows.push(this.shippingRow(totals.shippingTotal), ...this.taxRows(totals));
    }
    const label = isFinal(totals) ? labels.total : labels.totalSoFar;
    rows.push({ ...this.row('total', label, totals.grandTotal), rowClass: 'row total' });
    return rows;
  }

  get showsNote(): boolean {
    return !this.showsAll;
  }

  get showsAll(): boolean {
    return this.detailed || Boolean(this.totals && isFinal(this.totals));
  }

  /** Several taxes are shown one by one, a single one by what it is. */
  taxRows({ taxTotal, taxes }: Totals): TotalRow[] {
    const label = this.context?.pricesIncludeTax ? labels.taxIncluded : labels.tax;
    if (taxTotal === null || taxTotal === undefined) {
      return [];
    }
    if (!taxes || taxes.length < 2) {
      return [this.row('tax', label, taxTotal)];
    }
    return taxes.map(({ name, percent, amount }, index) => {
      const named = fillLabel(labels.taxPercent, name, formatNumber(percent, this.context?.locale));
      return this.row(`tax-${index}`, this.context?.pricesIncludeTax ? `${label}: ${named}` : named, amount);
    });
  }

  get note(): string {
    const isIncluded = this.context?.pricesIncludeTax;
    if (this.totals?.isShipped === false) return isIncluded ? labels.pricesIncludeTax : labels.pricesExcludeTax;
    return isIncluded ? labels.noteTaxIncluded : labels.noteTaxExcluded;
  }

  row(key: string, label: string, amount: number): TotalRow {
    return { key, label, amount: formatMoney(amount, this.context), rowClass: 'row' };
  }

  shippingRow(amount: number | null): TotalRow {
    if (amount === null || amount === undefined) {
      return { key: 'shipping', label: labels.shipping, amount: labels.shippingPending, rowClass: 'row pending' };
    }
    const row = this.row('shipping', labels.shipping, amount);
    return amount === 0 ? { ...row, amount: labels.free } : row;
  }
}
