import { LightningElement, api } from 'lwc';
import { fillLabel, formatMoney, formatNumber, type FormatContext } from 'c/storeFormat';
import type { TaxDto } from 'c/storeTypes';
import { labels } from './labels';

/** Amounts that a cart, a checkout or an order adds up to. */
export interface Totals {
  subtotal: number;
  discountTotal: number | null;
  shippingTotal: number | null;
  taxTotal: number | null;
  taxes?: TaxDto[] | null;
  grandTotal: number;
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
  @api context: (FormatContext & { pricesIncludeTax?: boolean }) | null = null;
  /** True where shipping and tax are about to be known; a cart without an address only promises them. */
  @api detailed = false;

  get rows(): TotalRow[] {
    const totals = this.totals;
    if (!totals) {
      return [];
    }
    const rows = [this.row('subtotal', labels.subtotal, totals.subtotal)];
    if (totals.discountTotal) {
      rows.push(this.row('discount', labels.discount, -Math.abs(totals.discountTotal)));
    }
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
    return this.context?.pricesIncludeTax ? labels.noteTaxIncluded : labels.noteTaxExcluded;
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
