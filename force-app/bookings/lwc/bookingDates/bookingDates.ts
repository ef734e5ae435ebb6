import { LightningElement, api } from 'lwc';
import { cityOf, dayIn, dayText, differs, spanIn, timeIn, zoneText } from 'c/bookingClock';
import { fillLabel } from 'c/storeFormat';
import type { DateChoice } from 'c/bookingTypes';
import { labels } from './labels';

/**
 * Dates, or times of one day, of which one is chosen.
 * @fires BookingDates#choose `{key}`
 * @fires BookingDates#wait `{key}`: the shopper wants to be told of a free place
 */
export default class BookingDates extends LightningElement {
  static renderMode = 'light' as const;

  @api heading = '';
  @api choices: DateChoice[] = [];
  @api selected = '';
  @api locale = '';
  /** Times alone, as buttons side by side. */
  @api compact = false;

  labels = labels;

  get groupClass(): string {
    return this.compact ? 'times' : 'dates';
  }

  get rows() {
    return this.choices.map((choice) => {
      const { startsAt, endsAt, shownZone, otherZone } = choice;
      const time = this.compact
        ? timeIn(startsAt, shownZone, this.locale)
        : spanIn(startsAt, endsAt, shownZone, this.locale);
      const isElsewhere = Boolean(otherZone && differs(shownZone, otherZone, startsAt));
      const other = isElsewhere ? this.otherText(choice) : '';
      return {
        ...choice,
        day: dayText(dayIn(startsAt, shownZone), this.locale),
        time,
        zoneName: isElsewhere ? zoneText(shownZone, startsAt, this.locale) : '',
        other,
        checked: choice.key === this.selected,
        disabled: !choice.isOpen,
        rowClass: ['date', choice.isOpen ? '' : 'closed', choice.key === this.selected ? 'chosen' : ''].join(' '),
        waitLabel: `${labels.wait}: ${dayText(dayIn(startsAt, shownZone), this.locale)}, ${time}`,
      };
    });
  }

  otherText({ startsAt, endsAt, shownZone, otherZone, zone }: DateChoice): string {
    const elsewhere = otherZone as string;
    const isOtherDay = dayIn(startsAt, elsewhere) !== dayIn(startsAt, shownZone);
    const day = isOtherDay ? `${dayText(dayIn(startsAt, elsewhere), this.locale, true)}, ` : '';
    const time = this.compact
      ? timeIn(startsAt, elsewhere, this.locale)
      : spanIn(startsAt, endsAt, elsewhere, this.locale);
    const label = elsewhere === zone ? labels.there : labels.yours;
    // Times side by side have little room, and what their clocks are called stands above them.
    return fillLabel(
      label,
      `${day}${time}`,
      this.compact ? cityOf(elsewhere) : zoneText(elsewhere, startsAt, this.locale),
    );
  }

  handleChoose(event: Event): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { key: (event.target as HTMLInputElement).value } }));
  }

  handleWait(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.key;
    this.dispatchEvent(new CustomEvent('wait', { detail: { key } }));
  }
}
