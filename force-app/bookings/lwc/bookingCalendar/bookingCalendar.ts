import { LightningElement, api } from 'lwc';
import { addDays, addMonths, dayText, monthText, weekOf, weekdays, weeksOf } from 'c/bookingClock';
import { labels } from './labels';

/** What a day of the calendar says. */
export interface DayNote {
  /** Such as “3 left”; blank for a day that has nothing to say. */
  text: string;
  isOpen: boolean;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A month, or a week of it, as a grid of days of which one is chosen by pointer or by keys.
 * @fires BookingCalendar#choose `{day}`
 * @fires BookingCalendar#page `{day}`: another month or week is wanted, this is its first day
 */
export default class BookingCalendar extends LightningElement {
  static renderMode = 'light' as const;

  /** A day of the month or week that is shown. */
  @api shown = '';
  @api selected = '';
  /** Notes by day. */
  @api notes: Record<string, DayNote> = {};
  @api isWeek = false;
  @api locale = '';
  /** First and last day that can be chosen. */
  @api first = '';
  @api last = '';
  @api busy = false;

  labels = labels;
  /** Day that the keys are at. */
  focused = '';
  movesFocus = false;

  get heading(): string {
    return this.isWeek
      ? `${dayText(this.week[0], this.locale, true)} – ${dayText(this.week[6], this.locale, true)}`
      : monthText(this.shown.slice(0, 7), this.locale);
  }

  get week(): string[] {
    const first = weekOf(this.shown, this.locale);
    return Array.from({ length: 7 }, (_, index) => addDays(first, index));
  }

  get weekdays(): { key: string; short: string; long: string }[] {
    return weekdays(this.locale);
  }

  get current(): string {
    const days = this.weeks.flat();
    const open = days.find((day) => this.notes[day]?.isOpen && this.isShown(day));
    return [this.focused, this.selected].find((day) => days.includes(day)) ?? open ?? this.firstShown;
  }

  get firstShown(): string {
    return this.isWeek ? this.week[0] : `${this.shown.slice(0, 7)}-01`;
  }

  get weeks(): string[][] {
    return this.isWeek ? [this.week] : weeksOf(this.shown.slice(0, 7), this.locale);
  }

  isShown(day: string): boolean {
    return this.isWeek || day.slice(0, 7) === this.shown.slice(0, 7);
  }

  get rows() {
    return this.weeks.map((days) => ({
      key: days[0],
      days: days.map((day) => {
        const note = this.notes[day];
        const isOpen = Boolean(note?.isOpen);
        const inside = this.isShown(day);
        const classes = ['day', isOpen && 'open', note && !isOpen && 'full', day === this.selected && 'chosen'];
        return {
          day,
          inside,
          number: String(Number(day.slice(8))),
          note: note?.text ?? '',
          selected: String(day === this.selected),
          disabled: String(!note),
          tabIndex: day === this.current ? '0' : '-1',
          dayClass: classes.filter(Boolean).join(' '),
          label: [dayText(day, this.locale), note ? note.text || labels.available : labels.nothing].join(', '),
        };
      }),
    }));
  }

  get cannotGoBack(): boolean {
    return Boolean(this.first) && this.firstShown <= this.first;
  }

  get cannotGoOn(): boolean {
    return Boolean(this.last) && this.nextPage > this.last;
  }

  get nextPage(): string {
    return this.isWeek ? addDays(this.week[0], 7) : `${addMonths(this.shown.slice(0, 7), 1)}-01`;
  }

  get busyText(): string {
    return String(this.busy);
  }

  get backLabel(): string {
    return this.isWeek ? labels.previousWeek : labels.previousMonth;
  }

  get onLabel(): string {
    return this.isWeek ? labels.nextWeek : labels.nextMonth;
  }

  handleBack(): void {
    this.turn(this.isWeek ? addDays(this.week[0], -7) : `${addMonths(this.shown.slice(0, 7), -1)}-01`);
  }

  handleOn(): void {
    this.turn(this.nextPage);
  }

  turn(day: string): void {
    this.dispatchEvent(new CustomEvent('page', { detail: { day } }));
  }

  handleDay(event: Event): void {
    const day = (event.currentTarget as HTMLElement).dataset.day as string;
    if (this.notes[day]) {
      this.focused = day;
      this.dispatchEvent(new CustomEvent('choose', { detail: { day } }));
    }
  }

  handleKey(event: KeyboardEvent): void {
    const day = (event.currentTarget as HTMLElement).dataset.day as string;
    const months: Record<string, number> = { PageUp: -1, PageDown: 1 };
    let next = '';
    if (STEPS[event.key]) {
      next = addDays(day, STEPS[event.key]);
    } else if (months[event.key]) {
      next = `${addMonths(day.slice(0, 7), months[event.key])}-01`;
    } else if (event.key === 'Home' || event.key === 'End') {
      next = addDays(weekOf(day, this.locale), event.key === 'Home' ? 0 : 6);
    }
    if (!next || (this.first && next < this.first) || (this.last && next > this.last)) {
      return;
    }
    event.preventDefault();
    this.focused = next;
    this.movesFocus = true;
    if (!this.weeks.flat().some((one) => one === next && this.isShown(one))) {
      this.turn(next);
    }
  }

  renderedCallback(): void {
    const target = this.movesFocus ? this.querySelector<HTMLElement>(`[data-day="${this.focused}"]`) : null;
    if (target) {
      this.movesFocus = false;
      target.focus();
    }
  }
}
