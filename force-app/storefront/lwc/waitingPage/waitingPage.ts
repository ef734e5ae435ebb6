import { api } from 'lwc';
import StorePage from 'c/storePage';
import getEntry from '@salesforce/apex/WaitingController.getEntry';
import getSeats from '@salesforce/apex/BookingSeatController.getSeats';
import confirm from '@salesforce/apex/WaitingController.confirm';
import leave from '@salesforce/apex/WaitingController.leave';
import { dayIn, dayText, differs, ownZone, spanBeside, spanIn, timeIn, zoneText } from 'c/bookingClock';
import { addLine } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { announce, openCart } from 'c/storeEvents';
import { fillLabel, formatNumber } from 'c/storeFormat';
import { productUrl } from 'c/storeRoutes';
import type { AttendeeInput, SeatRowDto, WaitingEntryDto } from 'c/bookingTypes';
import type { Place } from 'c/bookingPeople';
import { labels } from './labels';

const HEADINGS: Record<WaitingEntryDto['state'], string> = {
  Waiting: labels.waiting,
  Offered: labels.offered,
  Accepted: labels.accepted,
  Passed: labels.passed,
  Left: labels.left,
  Ended: labels.ended,
};

/**
 * A place in the waiting list of a date, behind the link of an e-mail: where it is and what it waits for; once there is an offer, it is taken into the
 * cart or declined. The link's secret stands behind the #, which no server sees.
 */
export default class WaitingPage extends StorePage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  token = '';
  entry: WaitingEntryDto | null = null;
  seatRows: SeatRowDto[] = [];
  seats: string[] = [];
  people: AttendeeInput[] = [];
  errors: Record<string, string> = {};
  problem = '';
  busy = false;
  /** The offer lies in the cart. */
  taken = false;
  private readonly onHash = (): void => this.arrive();

  connectedCallback(): void {
    window.addEventListener('hashchange', this.onHash);
    this.arrive();
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.onHash);
  }

  arrive(): void {
    this.token = decodeURIComponent(window.location.hash.replace(/^#/, ''));
    this.entry = null;
    this.work(async () => {
      this.entry = (await getEntry({ storeCode: this.storeCode, token: this.token })) as WaitingEntryDto;
      if (this.isOffered && this.entry.hasSeats) {
        const { sessionId } = this.entry;
        this.seatRows = (await getSeats({ storeCode: this.storeCode, sessionId })) as SeatRowDto[];
      }
    });
  }

  /** One thing at a time. */
  async work(task: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      await task();
    } catch (error) {
      const { fields, message } = toStoreError(error);
      this.errors = fields;
      this.problem = fields.seats || fields.attendees ? '' : message;
    } finally {
      this.busy = false;
    }
  }

  get locale(): string {
    return this.store?.locale ?? '';
  }

  get isLoading(): boolean {
    return !this.entry && !this.problem;
  }

  get heading(): string {
    if (this.needsProof) return labels.confirmTitle;
    return this.entry ? HEADINGS[this.entry.state] : labels.title;
  }

  get isWaiting(): boolean {
    return this.entry?.state === 'Waiting';
  }

  /** Nobody has said yet that the address is theirs. */
  get needsProof(): boolean {
    return this.isWaiting && Boolean(this.entry?.needsProof);
  }

  get isOffered(): boolean {
    return this.entry?.state === 'Offered' && !this.taken;
  }

  get icon(): string {
    return this.isOffered || this.entry?.state === 'Accepted' ? 'check' : 'clock';
  }

  get what(): string {
    const { title = '', ticket, quantity = 1 } = this.entry ?? {};
    return [title, ticket, fillLabel(labels.tickets, formatNumber(quantity, this.locale))].filter(Boolean).join(' · ');
  }

  get when(): string {
    const { startsAt = '', endsAt = '', zone = '' } = this.entry ?? {};
    const time = spanIn(startsAt, endsAt, zone, this.locale);
    const name = differs(zone, ownZone(), startsAt) ? `, ${zoneText(zone, startsAt, this.locale)}` : '';
    return `${dayText(dayIn(startsAt, zone), this.locale)}, ${time}${name}`;
  }

  /** By the reader's own clocks, where they differ. */
  get other(): string {
    const { startsAt = '', endsAt = '', zone = '' } = this.entry ?? {};
    const own = ownZone();
    return differs(zone, own, startsAt)
      ? fillLabel(
          labels.yours,
          spanBeside(startsAt, endsAt, own, zone, this.locale),
          zoneText(own, startsAt, this.locale),
        )
      : '';
  }

  get positionText(): string {
    return fillLabel(labels.position, formatNumber(this.entry?.position ?? 1, this.locale));
  }

  get waitsForText(): string {
    return this.entry?.waitsFor ? fillLabel(labels.waitsFor, this.entry.waitsFor) : '';
  }

  get untilText(): string {
    const until = this.entry?.offerUntil ?? '';
    const own = ownZone();
    const when = `${dayText(dayIn(until, own), this.locale)}, ${timeIn(until, own, this.locale)}`;
    return until ? fillLabel(labels.offeredUntil, when, zoneText(own, until, this.locale)) : '';
  }

  get productUrl(): string {
    return productUrl(this.entry?.slug ?? '');
  }

  get hasProduct(): boolean {
    return Boolean(this.entry?.slug) && !this.isWaiting && !this.isOffered;
  }

  get places(): Place[] {
    const asksAge = Boolean(this.entry?.asksAge);
    return Array.from({ length: this.entry?.people ?? 0 }, () => ({ ticket: '', asksAge }));
  }

  get asksPeople(): boolean {
    return this.entry?.asksAge || this.entry?.details !== 'None';
  }

  get hasSeats(): boolean {
    return this.seatRows.length > 0;
  }

  get peopleNeeded(): number {
    return this.entry?.people ?? 0;
  }

  get busyText(): string {
    return String(this.busy);
  }

  handlePeople(event: CustomEvent<{ index: number; name: keyof AttendeeInput; value: string }>): void {
    const { index, name, value } = event.detail;
    const people = [...this.people];
    const nobody: AttendeeInput = { firstName: '', lastName: '', email: '', phone: '', birthdate: '' };
    people[index] = { ...(people[index] ?? nobody), [name]: value };
    this.people = people;
  }

  handleSeats(event: CustomEvent<{ seats: string[] }>): void {
    this.seats = event.detail.seats;
    this.errors = {};
  }

  handleAccept(): void {
    const { entry } = this;
    if (!entry) return;
    if (this.hasSeats && this.seats.length !== this.peopleNeeded) {
      this.errors = { seats: fillLabel(labels.seatsMissing, this.peopleNeeded) };
      return;
    }
    const named = this.people.some(Boolean);
    this.work(async () => {
      await addLine(this.storeCode, {
        type: 'Booking',
        productId: entry.variantId,
        quantity: entry.quantity,
        configuration: JSON.stringify({
          session: entry.sessionId,
          offer: this.token,
          ...(this.hasSeats ? { seats: this.seats } : {}),
          ...(named ? { attendees: Array.from(this.people, (one) => one ?? {}) } : {}),
        }),
        recipientName: null,
        recipientEmail: null,
      });
      this.taken = true;
      openCart();
    });
  }

  handleConfirm(): void {
    this.work(async () => {
      this.entry = (await confirm({ storeCode: this.storeCode, token: this.token })) as WaitingEntryDto;
      announce(this.heading);
    });
  }

  handleLeave(): void {
    this.work(async () => {
      this.entry = (await leave({ storeCode: this.storeCode, token: this.token })) as WaitingEntryDto;
      announce(this.heading);
    });
  }
}
