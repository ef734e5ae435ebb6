import LightningConfirm from 'lightning/confirm';
import getOrder from '@salesforce/apex/OrderAdminController.getOrder';
import fulfil from '@salesforce/apex/OrderAdminController.fulfil';
import cancel from '@salesforce/apex/OrderAdminController.cancel';
import title from '@salesforce/label/c.Admin_OrderSummary';
import calculation from '@salesforce/label/c.Admin_PriceCalculation';
import cancelHeading from '@salesforce/label/c.Admin_CancelHeading';
import cancelOrder from '@salesforce/label/c.Admin_CancelOrder';
import cancelRefund from '@salesforce/label/c.Admin_CancelRefund';
import cancelStock from '@salesforce/label/c.Admin_CancelStock';
import cancelVoid from '@salesforce/label/c.Admin_CancelVoid';
import cancelReason from '@salesforce/label/c.Admin_CancelReason';
import cancelled from '@salesforce/label/c.Admin_OrderCancelled';
import customer from '@salesforce/label/c.Admin_Customer';
import discount from '@salesforce/label/c.Store_Discount';
import fulfilled from '@salesforce/label/c.Admin_OrderFulfilled';
import items from '@salesforce/label/c.Store_OrderItems';
import keepOrder from '@salesforce/label/c.Admin_KeepOrder';
import loading from '@salesforce/label/c.Admin_Loading';
import markSentAsk from '@salesforce/label/c.Admin_OrdersMarkSentAskOne';
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
import unpaidWarning from '@salesforce/label/c.Admin_OrdersUnpaidWarning';
import RecordPanel from 'c/recordPanel';

type Order = Awaited<ReturnType<typeof getOrder>>;

/** What a shopper bought, and the steps that are open: fulfil, cancel. */
export default class OrderSummary extends RecordPanel {
  labels = {
    title,
    calculation,
    cancelHeading,
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
  isCancelling = false;
  reasonError = '';

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
      ...this.taxes,
    ].filter((amount) => amount.shown);
  }

  /** Several taxes are shown one by one. */
  private get taxes() {
    const { taxTotal, taxes } = this.order as Order;
    if ((taxes?.length ?? 0) < 2) {
      return [{ key: 'tax', label: tax, value: taxTotal, shown: Boolean(taxTotal) }];
    }
    return taxes.map(({ name, percent, amount }, index) => {
      return { key: `tax-${index}`, label: `${name} ${percent} %`, value: amount, shown: true };
    });
  }

  get priceSteps() {
    return (this.order?.priceSteps ?? []).map((step, index) => ({ ...step, key: index }));
  }

  get hasPriceSteps(): boolean {
    return this.priceSteps.length > 0;
  }

  get hasActions(): boolean {
    return Boolean(this.order?.canFulfil || this.order?.canCancel);
  }

  override async read(recordId: string) {
    this.order = await getOrder({ orderId: recordId });
  }

  /** The money has not all arrived: sending is then not what one would do first. */
  get isUnpaid(): boolean {
    return this.order?.paymentStatus === 'Pending';
  }

  get fulfilVariant(): 'brand' | 'neutral' {
    return this.isUnpaid ? 'neutral' : 'brand';
  }

  /** What cancelling does with the money, a sentence for each payment. */
  private get moneyEffects(): string[] {
    const { order } = this;
    if (!order) return [];
    const money = new Intl.NumberFormat(order.locale ?? undefined, { style: 'currency', currency: order.currencyCode });
    return order.moneyOnCancel.map(({ amount, method, refund }) =>
      (refund ? cancelRefund : cancelVoid).replace('{0}', money.format(amount)).replace('{1}', method),
    );
  }

  /** The same with what happens to the goods. */
  get cancelEffects() {
    return [...this.moneyEffects, cancelStock].map((text, key) => ({ key, text }));
  }

  async handleFulfil() {
    const sure: unknown = await LightningConfirm.open({
      label: markFulfilled,
      message: this.isUnpaid ? `${unpaidWarning} ${markSentAsk}` : markSentAsk,
      theme: this.isUnpaid ? 'warning' : 'default',
    });
    if (sure) await this.take(() => fulfil({ orderId: this.recordId }), fulfilled);
  }

  handleAskCancel() {
    this.isCancelling = true;
    this.reasonError = '';
  }

  handleKeep() {
    this.isCancelling = false;
  }

  async handleCancel() {
    const reason = this.typed('[data-reason]');
    // What was announced is what has happened: the money is told again, not only the goods.
    const money = this.moneyEffects.join(' ');
    const done = await this.take(() => cancel({ orderId: this.recordId, reason }), `${cancelled} ${money}`.trim());
    if (done) this.isCancelling = false;
  }

  /** Takes a step and tells the rest of the page; a missing reason is told beside it. */
  private take(step: () => Promise<Order>, message: string): Promise<boolean> {
    return this.perform(
      async () => {
        this.order = await step();
      },
      message,
      ({ fields }) => {
        this.reasonError = fields.reason ?? '';
        return Boolean(fields.reason);
      },
    );
  }
}
