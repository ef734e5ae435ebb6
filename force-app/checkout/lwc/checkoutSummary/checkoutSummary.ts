import { LightningElement, api } from 'lwc';
import { formatMoney, type FormatContext } from 'c/storeFormat';
import type { CartDto } from 'c/storeTypes';
import heading from '@salesforce/label/c.Store_OrderSummary';
import editCart from '@salesforce/label/c.Store_EditCart';
import quantityLabel from '@salesforce/label/c.Store_Quantity';
import { cartUrl } from 'c/storeRoutes';

/** What is being ordered and what it costs. On a phone the lines fold away behind the total. */
export default class CheckoutSummary extends LightningElement {
  static renderMode = 'light' as const;

  @api cart: CartDto | null = null;
  @api context: FormatContext | null = null;

  labels = { heading, editCart, quantityLabel };
  cartUrl = cartUrl();
  isOpen = false;

  get lines() {
    return (this.cart?.items ?? []).map((item) => ({
      ...item,
      total: formatMoney(item.lineTotal, this.context),
    }));
  }

  get total(): string {
    return formatMoney(this.cart?.grandTotal, this.context);
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
