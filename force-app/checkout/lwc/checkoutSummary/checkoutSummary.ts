import { LightningElement, api } from 'lwc';
import { formatMoney, lineDetails, type FormatContext } from 'c/storeFormat';
import type { CartDto, CartItemDto, TenderDto } from 'c/storeTypes';
import heading from '@salesforce/label/c.Store_OrderSummary';
import editCart from '@salesforce/label/c.Store_EditCart';
import left from '@salesforce/label/c.Checkout_Left_To_Pay';
import quantityLabel from '@salesforce/label/c.Store_Quantity';
import { cartUrl } from 'c/storeRoutes';

/** What is being ordered and what it costs. On a phone the lines fold away behind the total. */
export default class CheckoutSummary extends LightningElement {
  static renderMode = 'light' as const;

  @api cart: CartDto | null = null;
  /** What is paid with besides the provider. */
  @api tenders: TenderDto[] | null = null;
  /** What is left to pay; null while it is not known. */
  @api open: number | null = null;
  @api context: FormatContext | null = null;

  labels = { heading, editCart, left, quantityLabel };
  cartUrl = cartUrl();
  isOpen = false;

  get items(): CartItemDto[] {
    return this.cart?.items ?? [];
  }

  /** What points pay; they earn none where the program says so. */
  get pointsPaid(): number {
    return this.paidWith('Points');
  }

  /** What gift cards and vouchers pay: it may have earned when they were bought. */
  get vouchersPaid(): number {
    return this.paidWith('Voucher');
  }

  paidWith(kind: string): number {
    return (this.tenders ?? []).reduce((sum, { type, amount }) => sum + (type === kind ? amount : 0), 0);
  }

  get lines() {
    return this.items.map((item) => ({
      ...item,
      details: lineDetails(item.details, this.context?.locale),
      isOwn: !item.parentId,
      total: formatMoney(item.lineTotal, this.context),
    }));
  }

  get total(): string {
    return formatMoney(this.cart?.grandTotal, this.context);
  }

  /** What other means cover, and what they leave. */
  get covered() {
    return (this.tenders ?? [])
      .filter(({ amount }) => amount > 0)
      .map(({ id, label, amount }) => ({ id, label, amount: formatMoney(-amount, this.context) }));
  }

  get leftToPay(): string | null {
    return this.covered.length > 0 && this.open !== null ? formatMoney(this.open, this.context) : null;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get panelClass(): string {
    return this.isOpen ? 'panel open' : 'panel';
  }

  get notices() {
    return this.cart?.notices ?? [];
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
