import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import getOrder from '@salesforce/apex/OrderAdminController.getOrder';
import cancel from '@salesforce/apex/OrderAdminController.cancel';
import expectPayment from '@salesforce/apex/OrderAdminController.expectPayment';
import getRefunds from '@salesforce/apex/OrderRefundController.getRefunds';
import planCancel from '@salesforce/apex/OrderRefundController.planCancel';
import title from '@salesforce/label/c.Admin_OrderSummary';
import calculation from '@salesforce/label/c.Admin_PriceCalculation';
import cancelHeading from '@salesforce/label/c.Admin_CancelHeading';
import cancelOrder from '@salesforce/label/c.Admin_CancelOrder';
import cancelStock from '@salesforce/label/c.Admin_CancelStock';
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
import owed from '@salesforce/label/c.Admin_OrderOwed';
import owedSent from '@salesforce/label/c.Admin_OrderOwedSent';
import owedUntil from '@salesforce/label/c.Admin_OrderOwedUntil';
import owedWait from '@salesforce/label/c.Admin_OrderOwedWait';
import owedWaiting from '@salesforce/label/c.Admin_OrderOwedWaiting';
import price from '@salesforce/label/c.Store_Price';
import product from '@salesforce/label/c.Admin_Product';
import quantity from '@salesforce/label/c.Store_Quantity';
import shipTo from '@salesforce/label/c.Admin_ShipTo';
import shipping from '@salesforce/label/c.Store_Shipping';
import sentColumn from '@salesforce/label/c.Orders_Sent_Column';
import sentOf from '@salesforce/label/c.Orders_Sent_Of';
import reversedOf from '@salesforce/label/c.Orders_Reversed_Of';
import sentSome from '@salesforce/label/c.Orders_Send_Done_Some';
import waitingPieces from '@salesforce/label/c.Orders_Waiting';
import waitingUntil from '@salesforce/label/c.Orders_Waiting_Until';
import sku from '@salesforce/label/c.Admin_Sku';
import subtotal from '@salesforce/label/c.Store_Subtotal';
import tax from '@salesforce/label/c.Store_Tax';
import total from '@salesforce/label/c.Store_Total';
import unpaidWarning from '@salesforce/label/c.Admin_OrdersUnpaidWarning';
import refund from '@salesforce/label/c.Orders_Refund';
import refunded from '@salesforce/label/c.Orders_Refunded';
import OrderRefundDialog from 'c/orderRefundDialog';
import OrderSendDialog from 'c/orderSendDialog';
import RecordPanel from 'c/recordPanel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatDay } from 'c/storeFormat';
import { carryOutAll, moneyFormat, moneySentences, planSentences, type RefundPlan } from 'c/refundText';

type Order = Awaited<ReturnType<typeof getOrder>>;

/** What a shopper bought, and the steps that are open: fulfil, refund, cancel. */
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
    owedUntil,
    owedWait,
    price,
    product,
    quantity,
    refund,
    refunded,
    sentColumn,
    shipTo,
    shipping,
    sku,
    subtotal,
    tax,
    total,
  };
  order: Order | null = null;
  isCancelling = false;
  cancelPlan: RefundPlan | null = null;
  reasonError = '';

  get hasOrder(): boolean {
    return Boolean(this.order?.currencyCode);
  }

  get isForeign(): boolean {
    return !this.isLoading && !this.hasOrder && !this.errorMessage;
  }

  get lines() {
    return (this.order?.items ?? [])
      .filter((item) => item.lineType !== 'Shipping')
      .map((item) => {
        const { reversedQuantity = 0, sentQuantity = 0, waitingQuantity = 0, waitingUntil: day } = item;
        const waits = formatDay(day ?? null, this.order?.locale);
        const meant = Math.max((item.quantity ?? 0) - reversedQuantity, sentQuantity);
        return {
          ...item,
          sentText: item.isSent ? fillLabel(sentOf, sentQuantity, meant) : '',
          notes: [
            waitingQuantity &&
              (waits ? fillLabel(waitingUntil, waitingQuantity, waits) : fillLabel(waitingPieces, waitingQuantity)),
            reversedQuantity && fillLabel(reversedOf, reversedQuantity),
          ]
            .filter(Boolean)
            .join(' · '),
        };
      });
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
    return Boolean(this.order?.canFulfil || this.order?.canCancel || this.order?.canRefund);
  }

  get hasRefunds(): boolean {
    return Boolean(this.order?.refundedTotal);
  }

  override async read(recordId: string) {
    this.order = await getOrder({ orderId: recordId });
  }

  /** The money has not all arrived: sending is then not what one would do first, unless an account owes it. */
  get isUnpaid(): boolean {
    return (this.order?.paymentStatus === 'Pending' && !this.order.isOnAccount) || this.isOwed;
  }

  /** A payment has ended and nothing took its place: somebody has to say what becomes of the order. */
  get isOwed(): boolean {
    return (this.order?.owed ?? 0) > 0;
  }

  get owedText(): string {
    const text = this.order?.canCancel ? owed : owedSent;
    return text.replace('{0}', this.money.format(this.order?.owed ?? 0));
  }

  get fulfilVariant(): 'brand' | 'neutral' {
    return this.isUnpaid ? 'neutral' : 'brand';
  }

  private get money(): Intl.NumberFormat {
    return moneyFormat(this.order?.locale, this.order?.currencyCode ?? 'USD');
  }

  /** What cancelling does with the money and the goods, a sentence each. */
  get cancelEffects() {
    const sentences = this.cancelPlan ? planSentences(this.cancelPlan, this.money) : [];
    return [...sentences, cancelStock].map((text, key) => ({ key, text }));
  }

  async handleFulfil() {
    const done: unknown = await OrderSendDialog.open({
      size: 'small',
      label: markFulfilled,
      orderId: this.recordId,
      message: this.isUnpaid ? `${unpaidWarning} ${markSentAsk}` : markSentAsk,
    } as Parameters<typeof OrderSendDialog.open>[0]);
    const message = done === 'some' ? sentSome : fulfilled;
    if (done) await this.take(async () => (await getOrder({ orderId: this.recordId })) as Order, message);
  }

  /** Waits for another payment, until the day that was chosen. */
  async handleWait() {
    await this.perform(
      async () => {
        this.order = await expectPayment({ orderId: this.recordId, dueDate: this.typed('[data-wait-until]') || null });
      },
      owedWaiting,
      ({ fields }) => Boolean(fields.dueDate) && this.showAt('[data-wait-until]', fields.dueDate),
    );
  }

  /** Opens once it is known what cancelling gives back. */
  async handleAskCancel() {
    this.isBusy = true;
    this.reasonError = '';
    try {
      this.cancelPlan = await planCancel({ orderId: this.recordId });
      this.isCancelling = true;
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ message: toStoreError(error).message, variant: 'error' }));
    } finally {
      this.isBusy = false;
    }
  }

  async handleRefund() {
    const done: unknown = await OrderRefundDialog.open({
      size: 'medium',
      label: refund,
      orderId: this.recordId,
    } as Parameters<typeof OrderRefundDialog.open>[0]);
    if (!done) return;
    await this.load();
    await this.tellPage();
  }

  handleKeep() {
    this.isCancelling = false;
  }

  async handleCancel() {
    const reason = this.typed('[data-reason]');
    // What was announced is what has happened: the money is told again, not only the goods.
    const money = this.cancelPlan ? moneySentences(this.cancelPlan, this.money).join(' ') : '';
    const done = await this.take(() => this.cancelAndGiveBack(reason), `${cancelled} ${money}`.trim());
    if (done) this.isCancelling = false;
  }

  /** The money goes back at once where a provider has to be asked; what breaks off is carried on by a job. */
  private async cancelAndGiveBack(reason: string): Promise<Order> {
    const order = await cancel({ orderId: this.recordId, reason });
    await carryOutAll(this.recordId, await getRefunds({ orderId: this.recordId }));
    return (await getOrder({ orderId: this.recordId })) ?? order;
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
