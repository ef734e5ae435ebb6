import { LightningElement, api } from 'lwc';
import { dayIn, dayText, spanIn } from 'c/bookingClock';
import { fillLabel } from 'c/storeFormat';
import type { BookingSessionDto } from 'c/bookingTypes';
import { labels } from './labels';

/**
 * Dates of a series. Those that are taken are told at once, all of them; each is left out, or another date of the product comes in its place.
 * @fires BookingSeries#whole `{whole}`: the series instead of one date, or the other way round
 * @fires BookingSeries#leave `{sessionId, leave}`: without a date, or with it again
 * @fires BookingSeries#shift `{sessionId, insteadId}`: another date in its place; blank: none
 */
export default class BookingSeries extends LightningElement {
  static renderMode = 'light' as const;

  /** All dates of the series that are still to come, in order. */
  @api sessions: BookingSessionDto[] = [];
  @api leftOut: string[] = [];
  /** Dates of the product that can come in place of others. */
  @api others: BookingSessionDto[] = [];
  /** Those that do, by the date whose place they take. */
  @api instead: Record<string, string> = {};
  @api whole = false;
  @api locale = '';

  labels = labels;

  /** One date alone can be had, too. */
  get isEither(): boolean {
    return this.sessions[0]?.soldAs === 'Either';
  }

  get isWhole(): boolean {
    return this.whole || !this.isEither;
  }

  get isSingle(): boolean {
    return !this.isWhole;
  }

  get wholeLabel(): string {
    return fillLabel(labels.whole, this.sessions.length);
  }

  get full(): BookingSessionDto[] {
    return this.sessions.filter(({ state }) => state !== 'Open');
  }

  /** Which dates are taken, and what can be done about it. */
  get warning(): string {
    const names = this.full.map((session) => this.textOf(session)).join('; ');
    return this.full.length && this.isWhole
      ? fillLabel(this.others.length ? labels.takenShift : labels.taken, this.full.length, this.sessions.length, names)
      : '';
  }

  get rows() {
    return this.sessions.map((session) => {
      const isOpen = session.state === 'Open';
      const text = this.textOf(session);
      const checked = isOpen && !this.leftOut.includes(session.id);
      const options = checked ? [] : this.optionsFor(session.id);
      return {
        id: session.id,
        text,
        checked,
        options,
        hasOptions: options.length > 1,
        insteadLabel: fillLabel(labels.instead, text),
        // A course that is sold whole can only do without what nobody can have.
        disabled: !isOpen || !this.isEither,
        note: isOpen ? '' : labels.full,
      };
    });
  }

  /** Nothing, or a date that takes no other one's place yet. */
  optionsFor(sessionId: string) {
    const own = this.instead[sessionId] ?? '';
    const elsewhere = new Set(Object.values(this.instead).filter((id) => id !== own));
    const free = this.others.filter(({ id }) => !elsewhere.has(id));
    return [
      { value: '', text: labels.without, selected: own === '' },
      ...free.map((other) => ({ value: other.id, text: this.textOf(other), selected: other.id === own })),
    ];
  }

  textOf({ startsAt, endsAt, timeZone }: BookingSessionDto): string {
    const day = dayText(dayIn(startsAt, timeZone), this.locale, true);
    return `${day}, ${spanIn(startsAt, endsAt, timeZone, this.locale)}`;
  }

  handleKind(event: Event): void {
    const whole = (event.target as HTMLInputElement).value === 'whole';
    this.dispatchEvent(new CustomEvent('whole', { detail: { whole } }));
  }

  handleDate(event: Event): void {
    const { checked, value } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('leave', { detail: { sessionId: value, leave: !checked } }));
  }

  handleShift(event: Event): void {
    const { value, dataset } = event.target as HTMLSelectElement;
    this.dispatchEvent(new CustomEvent('shift', { detail: { sessionId: dataset.session, insteadId: value } }));
  }
}
