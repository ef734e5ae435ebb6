import LightningConfirm from 'lightning/confirm';
import askAgain from '@salesforce/apex/PaymentAdminController.askAgain';
import cancel from '@salesforce/apex/PaymentAdminController.cancel';
import capture from '@salesforce/apex/PaymentAdminController.capture';
import extendDueDate from '@salesforce/apex/PaymentAdminController.extendDueDate';
import getPayments from '@salesforce/apex/PaymentAdminController.getPayments';
import title from '@salesforce/label/c.Admin_Payments';
import loading from '@salesforce/label/c.Admin_Loading';
import ask from '@salesforce/label/c.Admin_PaymentAsk';
import asked from '@salesforce/label/c.Admin_PaymentAsked';
import cancelPayment from '@salesforce/label/c.Admin_PaymentCancel';
import cancelAsk from '@salesforce/label/c.Admin_PaymentCancelAsk';
import capturePayment from '@salesforce/label/c.Admin_PaymentCapture';
import captured from '@salesforce/label/c.Admin_PaymentCaptured';
import code from '@salesforce/label/c.Admin_PaymentCode';
import events from '@salesforce/label/c.Payments_SetupEvents';
import due from '@salesforce/label/c.Admin_PaymentDue';
import extend from '@salesforce/label/c.Admin_PaymentExtend';
import extended from '@salesforce/label/c.Admin_PaymentExtended';
import markAsPaid from '@salesforce/label/c.Admin_MarkPaid';
import noPayments from '@salesforce/label/c.Admin_NoPayments';
import paid from '@salesforce/label/c.Admin_PaymentPaid';
import reference from '@salesforce/label/c.Admin_PaymentReference';
import until from '@salesforce/label/c.Admin_PaymentUntil';
import RecordPanel from 'c/recordPanel';

type Payment = Awaited<ReturnType<typeof getPayments>>[number];

const BADGES: Record<string, string> = {
  Captured: 'slds-theme_success',
  Failed: 'slds-theme_error',
  Cancelled: 'slds-theme_error',
  Expired: 'slds-theme_error',
  Unknown: 'slds-theme_warning',
};

/** The payments of an order: where each stands, and what staff can do about it. */
export default class OrderPayments extends RecordPanel {
  labels = { title, loading, ask, cancelPayment, code, due, events, extend, noPayments, reference, until };
  payments: Payment[] = [];

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.payments.length === 0;
  }

  get rows() {
    return this.payments.map((payment) => ({
      ...payment,
      url: `/lightning/r/${payment.id}/view`,
      badge: BADGES[payment.status] ?? '',
      // Money that is promised arrives by itself and is noted; what is set aside is taken.
      captureLabel: payment.isPromised ? markAsPaid : capturePayment,
      hasEvents: payment.told.length > 0,
      hasActions: payment.canCapture || payment.canCancel || payment.canAsk,
    }));
  }

  override async read(recordId: string) {
    this.payments = await getPayments({ orderId: recordId });
  }

  private idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.id ?? '';
  }

  handleCapture(event: Event) {
    const paymentId = this.idOf(event);
    const isPromised = this.payments.find(({ id }) => id === paymentId)?.isPromised;
    return this.perform(
      async () => {
        this.payments = await capture({ paymentId, reference: this.typed(`[data-reference="${paymentId}"]`) });
      },
      isPromised ? paid : captured,
    );
  }

  async handleCancel(event: Event) {
    const paymentId = this.idOf(event);
    const sure: unknown = await LightningConfirm.open({ message: cancelAsk, label: cancelPayment, theme: 'warning' });
    if (sure) {
      await this.perform(async () => {
        this.payments = await cancel({ paymentId });
      }, asked);
    }
  }

  handleAsk(event: Event) {
    const paymentId = this.idOf(event);
    return this.perform(async () => {
      this.payments = await askAgain({ paymentId });
    }, asked);
  }

  handleExtend(event: Event) {
    const paymentId = this.idOf(event);
    const input = `[data-due="${paymentId}"]`;
    return this.perform(
      async () => {
        this.payments = await extendDueDate({ paymentId, dueDate: this.typed(input) || null });
      },
      extended,
      ({ fields }) => Boolean(fields.dueDate) && this.showAt(input, fields.dueDate),
    );
  }
}
