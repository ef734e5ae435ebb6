import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import LOCALE from '@salesforce/i18n/locale';
import cancelBooking from '@salesforce/apex/SessionDeskController.cancelBooking';
import planCancel from '@salesforce/apex/SessionDeskController.planCancel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Plan = Awaited<ReturnType<typeof planCancel>>;

/** Shows what cancelling tickets costs and which way the money goes back, before it is done. Closes with the session as it is then. */
export default class BookingCancelDialog extends LightningModal {
  @api sessionId = '';
  @api bookingId = '';
  @api name = '';
  /** Tickets of the booking. */
  @api quantity = 1;

  labels = labels;
  tickets = 1;
  waivesFee = false;
  reason = '';
  plan: Plan | null = null;
  errorMessage = '';
  isBusy = false;
  private asked = 0;

  connectedCallback() {
    this.tickets = this.quantity;
    this.look();
  }

  get isSeveral(): boolean {
    return this.quantity > 1;
  }

  private money(amount: number | null | undefined): string {
    const currency = this.plan?.currencyCode;
    return (amount ?? 0).toLocaleString(LOCALE, currency ? { style: 'currency', currency } : {});
  }

  get facts() {
    if (!this.plan) return [];
    return [
      { key: 'paid', label: labels.paid, value: this.money(this.plan.paid) },
      { key: 'fee', label: labels.fee, value: this.money(this.plan.fee) },
      { key: 'refund', label: labels.refund, value: this.money(this.plan.refund) },
    ];
  }

  get policyText(): string {
    const quote = this.plan?.quote;
    if (!quote) return '';
    return quote.isAllowed
      ? fillLabel(labels.policy, this.money(quote.fee), new Date(quote.until!).toLocaleString(LOCALE))
      : (quote.problem ?? '');
  }

  get parts() {
    return (this.plan?.parts ?? []).map(({ label, amount }, index) => ({
      key: String(index),
      text: fillLabel(labels.part, this.money(amount), label ?? ''),
    }));
  }

  get refundProblem(): string {
    return this.plan?.problem ? fillLabel(labels.byHand, this.plan.problem) : '';
  }

  get isBlocked(): boolean {
    return this.isBusy || !this.plan;
  }

  private async look() {
    const turn = ++this.asked;
    this.plan = null;
    try {
      const { sessionId, bookingId, tickets, waivesFee } = this;
      const plan = await planCancel({ sessionId, bookingId, tickets, waivesFee });
      if (turn !== this.asked) return;
      this.plan = plan;
      this.errorMessage = '';
    } catch (error) {
      if (turn === this.asked) this.errorMessage = toStoreError(error).message;
    }
  }

  handleTickets(event: CustomEvent<{ value: string }>) {
    this.tickets = Math.trunc(Number(event.detail.value));
    this.look();
  }

  handleWaive(event: CustomEvent<{ checked: boolean }>) {
    this.waivesFee = event.detail.checked;
    this.look();
  }

  handleReason(event: CustomEvent<{ value: string }>) {
    this.reason = event.detail.value;
  }

  async handleConfirm() {
    this.isBusy = true;
    try {
      const { sessionId, bookingId, tickets, waivesFee, reason } = this;
      const expectedRefund = this.plan!.refund!;
      this.close(await cancelBooking({ sessionId, bookingId, tickets, waivesFee, expectedRefund, reason }));
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  handleCancel() {
    this.close(null);
  }
}
