import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import enter from '@salesforce/apex/WaitingController.enter';
import { dayIn, dayText, timeIn } from 'c/bookingClock';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatNumber } from 'c/storeFormat';
import type { BookingSessionDto } from 'c/bookingTypes';
import { labels } from './labels';

type Field = 'firstName' | 'lastName' | 'email';

/** Tickets that somebody may wait for where the date does not say. */
const MOST = 10;

/**
 * Puts the shopper on the waiting list of a date that is full.
 * @fires BookingWaiting#close
 */
export default class BookingWaiting extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api session: BookingSessionDto | null = null;
  @api locale = '';

  labels = labels;
  variantId = '';
  quantity = 1;
  typed: Record<Field, string> = { firstName: '', lastName: '', email: '' };
  errors: Record<string, string> = {};
  problem = '';
  busy = false;
  /** Once they are on the list, or have to confirm their address; blank before. */
  joinedText = '';
  focuses = true;

  get heading(): string {
    const { startsAt = '', timeZone = '', title = '' } = this.session ?? {};
    const when = `${dayText(dayIn(startsAt, timeZone), this.locale)}, ${timeIn(startsAt, timeZone, this.locale)}`;
    return fillLabel(labels.heading, title, when);
  }

  /** Who signed in has an address already. */
  get fields() {
    const names: Field[] = isGuest ? ['firstName', 'lastName', 'email'] : [];
    return names.map((name) => ({
      name: `waiting.${name}`,
      field: name,
      label: labels[name],
      value: this.typed[name],
      type: name === 'email' ? 'email' : 'text',
      autocomplete: { firstName: 'given-name', lastName: 'family-name', email: 'email' }[name],
      required: name === 'email',
      error: this.errors[name] ?? '',
    }));
  }

  get kinds() {
    const tickets = this.session?.tickets ?? [];
    return tickets.map(({ variantId, title }) => ({
      value: variantId,
      text: title ?? '',
      selected: variantId === this.chosenKind,
    }));
  }

  get hasKinds(): boolean {
    return this.kinds.length > 1;
  }

  get chosenKind(): string {
    return this.variantId || (this.session?.tickets[0]?.variantId ?? '');
  }

  get counts() {
    const chosen = this.session?.tickets.find(({ variantId }) => variantId === this.chosenKind);
    return Array.from({ length: Math.max(chosen?.most ?? MOST, 1) }, (_, index) => ({
      value: String(index + 1),
      text: formatNumber(index + 1, this.locale),
      selected: index + 1 === this.quantity,
    }));
  }

  get busyText(): string {
    return String(this.busy);
  }

  renderedCallback(): void {
    if (this.focuses) {
      this.focuses = false;
      this.querySelector<HTMLElement>('[data-waiting-heading]')?.focus();
    }
  }

  handleKind(event: Event): void {
    this.variantId = (event.target as HTMLSelectElement).value;
    this.quantity = Math.min(this.quantity, this.counts.length);
  }

  handleCount(event: Event): void {
    this.quantity = Number((event.target as HTMLSelectElement).value);
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    const field = (event.currentTarget as HTMLElement).dataset.field as Field;
    this.typed = { ...this.typed, [field]: event.detail.value };
    this.errors = { ...this.errors, [field]: '' };
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleJoin(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.errors = {};
    try {
      const needsProof = await enter({
        storeCode: this.storeCode,
        sessionId: this.session?.id ?? '',
        variantId: this.chosenKind,
        quantity: this.quantity,
        ...this.typed,
      });
      this.joinedText = needsProof ? labels.checkMail : labels.joined;
      announce(this.joinedText);
    } catch (error) {
      const { fields, message } = toStoreError(error);
      this.errors = fields;
      this.problem = fields.email ? '' : (fields.quantity ?? message);
    } finally {
      this.busy = false;
    }
  }
}
