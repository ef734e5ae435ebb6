import getPayments from '@salesforce/apex/PaymentAdminController.getPayments';
import markPaid from '@salesforce/apex/PaymentAdminController.markPaid';
import title from '@salesforce/label/c.Admin_Payments';
import loading from '@salesforce/label/c.Admin_Loading';
import markAsPaid from '@salesforce/label/c.Admin_MarkPaid';
import noPayments from '@salesforce/label/c.Admin_NoPayments';
import paid from '@salesforce/label/c.Admin_PaymentPaid';
import reference from '@salesforce/label/c.Admin_PaymentReference';
import RecordPanel from 'c/recordPanel';

type Payment = Awaited<ReturnType<typeof getPayments>>[number];

/** The payments of an order; an admin notes here that a transfer has arrived. */
export default class OrderPayments extends RecordPanel {
  labels = { title, loading, markAsPaid, noPayments, reference };
  payments: Payment[] = [];

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.payments.length === 0;
  }

  get rows() {
    return this.payments.map((payment) => ({
      ...payment,
      url: `/lightning/r/${payment.id}/view`,
      badge:
        payment.status === 'Failed' || payment.status === 'Cancelled'
          ? 'slds-theme_error'
          : payment.status === 'Captured'
            ? 'slds-theme_success'
            : '',
    }));
  }

  override async read(recordId: string) {
    this.payments = await getPayments({ orderId: recordId });
  }

  handlePaid(event: Event) {
    const paymentId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    return this.perform(async () => {
      this.payments = await markPaid({ paymentId, reference: this.typed(`[data-reference="${paymentId}"]`) });
    }, paid);
  }
}
