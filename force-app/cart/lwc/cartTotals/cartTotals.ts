import { LightningElement, api } from 'lwc';
import { formatMoney, type FormatContext } from 'c/storeFormat';
import { labels } from './labels';

/** Amounts that a cart, a checkout or an order adds up to. */
export interface Totals {
  subtotal: number;
  discountTotal: number | null;
  shippingTotal: number | null;
  taxTotal: number | null;
  grandTotal: number;
}

interface TotalRow {
  key: string;
  label: string;
  amount: string;
  rowClass: string;
}

/** The sum: subtotal, discount, shipping, tax, total. What is not known yet is said to come at checkout. */
export default class CartTotals extends LightningElement {
  static renderMode = 'light' as const;

  @api totals: Totals | null = null;
  @api context: (FormatContext & { pricesIncludeTax?: boolean }) | null = null;
  /** True where shipping and tax are known or about to be; the cart only promises them. */
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
    if (this.detailed) {
      rows.push(this.shippingRow(totals.shippingTotal));
      if (totals.taxTotal !== null && totals.taxTotal !== undefined) {
        rows.push(this.row('tax', this.context?.pricesIncludeTax ? labels.taxIncluded : labels.tax, totals.taxTotal));
      }
    }
    rows.push({ ...this.row('total', labels.total, totals.grandTotal), rowClass: 'row total' });
    return rows;
  }

  get showsNote(): boolean {
    return !this.detailed;
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
