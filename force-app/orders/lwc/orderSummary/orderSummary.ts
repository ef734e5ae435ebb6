import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import getOrder from '@salesforce/apex/OrderAdminController.getOrder';
import fulfil from '@salesforce/apex/OrderAdminController.fulfil';
import cancel from '@salesforce/apex/OrderAdminController.cancel';
import title from '@salesforce/label/c.Admin_OrderSummary';
import cancelOrder from '@salesforce/label/c.Admin_CancelOrder';
import cancelReason from '@salesforce/label/c.Admin_CancelReason';
import cancelled from '@salesforce/label/c.Admin_OrderCancelled';
import customer from '@salesforce/label/c.Admin_Customer';
import discount from '@salesforce/label/c.Store_Discount';
import fulfilled from '@salesforce/label/c.Admin_OrderFulfilled';
import items from '@salesforce/label/c.Store_OrderItems';
import keepOrder from '@salesforce/label/c.Admin_KeepOrder';
import loading from '@salesforce/label/c.Admin_Loading';
import markFulfilled from '@salesforce/label/c.Admin_MarkFulfilled';
import note from '@salesforce/label/c.Store_OrderNote';
import notStoreOrder from '@salesforce/label/c.Admin_NotStoreOrder';
import price from '@salesforce/label/c.Store_Price';
import product from '@salesforce/label/c.Admin_Product';
import quantity from '@salesforce/label/c.Store_Quantity';
import shipTo from '@salesforce/label/c.Admin_ShipTo';
import shipping from '@salesforce/label/c.Store_Shipping';
import sku from '@salesforce/label/c.Admin_Sku';
import subtotal from '@salesforce/label/c.Store_Subtotal';
import tax from '@salesforce/label/c.Store_Tax';
import total from '@salesforce/label/c.Store_Total';
import { toStoreError } from 'c/storeErrors';

type Order = Awaited<ReturnType<typeof getOrder>>;

/** What a shopper bought, and the steps that are open: fulfil, cancel. */
export default class OrderSummary extends LightningElement {
  labels = {
    title,
    cancelOrder,
    cancelReason,
    customer,
    discount,
    items,
    keepOrder,
    loading,
    markFulfilled,
    note,
    notStoreOrder,
    price,
    product,
    quantity,
    shipTo,
    shipping,
    sku,
    subtotal,
    tax,
    total,
  };
  order: Order | null = null;
  errorMessage = '';
  isLoading = true;
  isBusy = false;
  isCancelling = false;
  reasonError = '';
  private currentId = '';

  @api
  get recordId(): string {
    return this.currentId;
  }
  set recordId(value: string) {
    this.currentId = value;
    this.load();
  }

  get hasOrder(): boolean {
    return Boolean(this.order?.currencyCode);
  }

  get isForeign(): boolean {
    return !this.isLoading && !this.hasOrder && !this.errorMessage;
  }

  get lines() {
    return (this.order?.items ?? []).filter((item) => item.lineType !== 'Shipping');
  }

  get amounts() {
    const order = this.order;
    if (!order) return [];
    return [
      { key: 'subtotal', label: subtotal, value: order.subtotal, shown: true },
      { key: 'discount', label: discount, value: order.discountTotal, shown: Boolean(order.discountTotal) },
      { key: 'shipping', label: shipping, value: order.shippingTotal, shown: true },
      { key: 'tax', label: tax, value: order.taxTotal, shown: Boolean(order.taxTotal) },
    ].filter((amount) => amount.shown);
  }

  get hasActions(): boolean {
    return Boolean(this.order?.canFulfil || this.order?.canCancel);
  }

  async load() {
    this.isLoading = true;
    try {
      this.order = await getOrder({ orderId: this.currentId });
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  handleFulfil() {
    return this.run(() => fulfil({ orderId: this.currentId }), fulfilled);
  }

  handleAskCancel() {
    this.isCancelling = true;
    this.reasonError = '';
  }

  handleKeep() {
    this.isCancelling = false;
  }

  async handleCancel() {
    const reason = this.refs?.reason as unknown as { value: string };
    const done = await this.run(() => cancel({ orderId: this.currentId, reason: reason.value ?? '' }), cancelled);
    if (done) this.isCancelling = false;
  }

  /** Runs a step, shows what came of it, and tells the rest of the page. */
  private async run(step: () => Promise<Order>, message: string): Promise<boolean> {
    this.isBusy = true;
    try {
      this.order = await step();
      this.dispatchEvent(new ShowToastEvent({ message, variant: 'success' }));
      await notifyRecordUpdateAvailable([{ recordId: this.currentId }]);
      return true;
    } catch (error) {
      const failure = toStoreError(error);
      this.reasonError = failure.fields.reason ?? '';
      if (!this.reasonError)
        this.dispatchEvent(new ShowToastEvent({ message: failure.message, variant: 'error', mode: 'sticky' }));
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
