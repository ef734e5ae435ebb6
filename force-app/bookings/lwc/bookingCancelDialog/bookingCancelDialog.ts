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
  /** Its people; one of them, whose cancellation was asked for, stands first among those who do not come. */
  @api people: { id: string; name: string }[] = [];
  @api personId = '';

  labels = labels;
  tickets = 1;
  waivesFee = false;
  reason = '';
  plan: Plan | null = null;
  leaving: string[] = [];
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

  /** Who may stay away, where some come and some do not. */
  get hasLeaving(): boolean {
    const needed = this.plan?.leaving ?? 0;
    return this.tickets < this.quantity && needed > 0 && needed < this.people.length;
  }

  get leavingLabel(): string {
    return fillLabel(labels.leaving, this.plan?.leaving ?? 0);
  }

  get leavingOptions() {
    return this.people.map(({ id, name }) => ({ value: id, label: name }));
  }

  get isBlocked(): boolean {
    return this.isBusy || !this.plan || (this.hasLeaving && this.leaving.length !== this.plan.leaving);
  }

  /** The one whose cancellation was asked for and, where more have to stay away, the last ones. */
  private proposeLeaving() {
    const needed = this.plan?.leaving ?? 0;
    const own = this.people.filter(({ id }) => id === this.personId);
    const others = this.people.filter(({ id }) => id !== this.personId).reverse();
    this.leaving = [...own, ...others].slice(0, needed).map(({ id }) => id);
  }

  private async look() {
    const turn = ++this.asked;
    this.plan = null;
    try {
      const { sessionId, bookingId, tickets, waivesFee } = this;
      const plan = await planCancel({ sessionId, bookingId, tickets, waivesFee });
      if (turn !== this.asked) return;
      this.plan = plan;
      if (plan.leaving !== this.leaving.length) this.proposeLeaving();
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

  handleLeaving(event: CustomEvent<{ value: string[] }>) {
    this.leaving = event.detail.value;
  }

  handleReason(event: CustomEvent<{ value: string }>) {
    this.reason = event.detail.value;
  }

  async handleConfirm() {
    this.isBusy = true;
    try {
      const { sessionId, bookingId, tickets, waivesFee, reason } = this;
      const expectedRefund = this.plan!.refund!;
      const attendeeIds = this.hasLeaving ? this.leaving : [];
      this.close(
        await cancelBooking({ sessionId, bookingId, tickets, waivesFee, expectedRefund, reason, attendeeIds }),
      );
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
