import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import getPayments from '@salesforce/apex/PaymentAdminController.getPayments';
import markPaid from '@salesforce/apex/PaymentAdminController.markPaid';
import title from '@salesforce/label/c.Admin_Payments';
import loading from '@salesforce/label/c.Admin_Loading';
import markAsPaid from '@salesforce/label/c.Admin_MarkPaid';
import noPayments from '@salesforce/label/c.Admin_NoPayments';
import paid from '@salesforce/label/c.Admin_PaymentPaid';
import reference from '@salesforce/label/c.Admin_PaymentReference';
import { toStoreError } from 'c/storeErrors';

type Payment = Awaited<ReturnType<typeof getPayments>>[number];

/** The payments of an order; an admin notes here that a transfer has arrived. */
export default class OrderPayments extends LightningElement {
  labels = { title, loading, markAsPaid, noPayments, reference };
  payments: Payment[] = [];
  errorMessage = '';
  isLoading = true;
  isBusy = false;
  private currentId = '';

  @api
  get recordId(): string {
    return this.currentId;
  }
  set recordId(value: string) {
    this.currentId = value;
    this.load();
  }

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
      referenceName: `reference-${payment.id}`,
    }));
  }

  async load() {
    this.isLoading = true;
    try {
      this.payments = await getPayments({ orderId: this.currentId });
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  async handlePaid(event: Event) {
    const paymentId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    const input = this.template?.querySelector<HTMLElement & { value: string }>(`[data-reference="${paymentId}"]`);
    this.isBusy = true;
    try {
      this.payments = await markPaid({ paymentId, reference: input?.value ?? '' });
      this.dispatchEvent(new ShowToastEvent({ message: paid, variant: 'success' }));
      await notifyRecordUpdateAvailable([{ recordId: this.currentId }]);
    } catch (error) {
      this.dispatchEvent(
        new ShowToastEvent({ message: toStoreError(error).message, variant: 'error', mode: 'sticky' }),
      );
    } finally {
      this.isBusy = false;
    }
  }
}
