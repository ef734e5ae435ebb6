import getRefunds from '@salesforce/apex/OrderRefundController.getRefunds';
import retryPart from '@salesforce/apex/OrderRefundController.retryPart';
import loading from '@salesforce/label/c.Admin_Loading';
import goodwill from '@salesforce/label/c.Orders_Refund_Goodwill';
import none from '@salesforce/label/c.Orders_Refund_None';
import reduced from '@salesforce/label/c.Orders_Refund_Reduced';
import retried from '@salesforce/label/c.Orders_Refund_Retried';
import retry from '@salesforce/label/c.Orders_Refund_Retry';
import title from '@salesforce/label/c.Orders_Refunds';
import RecordPanel from 'c/recordPanel';
import { carryOutAll, moneyFormat, stateOf, type Refund } from 'c/refundText';

/** The refunds of an order, the latest first; what a provider refused is tried again here. */
export default class OrderRefunds extends RecordPanel {
  labels = { title, loading, none, retry };
  refunds: Refund[] = [];

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.refunds.length === 0;
  }

  get rows() {
    return [...this.refunds].reverse().map((refund) => {
      const money = moneyFormat(undefined, refund.currencyCode);
      const { text, badge } = stateOf(refund.status);
      return {
        ...refund,
        url: `/lightning/r/${refund.id}/view`,
        state: text,
        badge,
        money: money.format(refund.amount),
        lines: [
          ...refund.lines,
          ...(refund.goodwill ? [{ title: goodwill, amount: refund.goodwill, quantity: null }] : []),
        ].map(({ quantity, title: what, amount }, key) => ({
          key,
          text: `${quantity ? `${quantity} × ` : ''}${what}: ${money.format(amount)}`,
        })),
        parts: refund.parts.map((part) => {
          const { text: state, badge: mark } = stateOf(part.status);
          const how = part.action === 'Reduce' ? `${part.label ?? ''} (${reduced})` : (part.label ?? '');
          return {
            ...part,
            state,
            badge: mark,
            isRefused: part.status === 'Failed',
            text: `${how}: ${money.format(part.amount)}`,
          };
        }),
      };
    });
  }

  override async read(recordId: string) {
    this.refunds = await getRefunds({ orderId: recordId });
  }

  handleRetry(event: Event) {
    const partId = (event.currentTarget as HTMLElement).dataset.retry ?? '';
    return this.perform(async () => {
      this.refunds = await carryOutAll(this.recordId, await retryPart({ orderId: this.recordId, partId }));
    }, retried);
  }
}
