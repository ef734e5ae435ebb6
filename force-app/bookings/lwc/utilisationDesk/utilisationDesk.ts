import { LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import getUtilisation from '@salesforce/apex/BookingSetupController.getUtilisation';
import getChoices from '@salesforce/apex/ScheduleController.getChoices';
import { addDays, dayText } from 'c/bookingClock';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;
type Report = Awaited<ReturnType<typeof getUtilisation>>;
type Query = NonNullable<NonNullable<Parameters<typeof getUtilisation>[0]>['wanted']>;

const ALL = '-';

/** How well sessions, rooms and people are used in a stretch of time. */
export default class UtilisationDesk extends LightningElement {
  labels = labels;
  choices: Choices | null = null;
  report: Report | null = null;
  grouping = 'Session';
  first = addDays(new Date().toISOString().slice(0, 10), -28);
  last = addDays(new Date().toISOString().slice(0, 10), 28);
  storeId = ALL;
  isLoading = true;
  errorMessage = '';
  private asked = 0;

  async connectedCallback() {
    try {
      this.choices = await getChoices();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
      this.isLoading = false;
      return;
    }
    await this.load();
  }

  get groupingOptions() {
    return [
      { value: 'Session', label: labels.byProduct },
      { value: 'Week', label: labels.byWeek },
      { value: 'Room', label: labels.byRoom },
      { value: 'Staff', label: labels.byStaff },
    ];
  }

  get storeOptions() {
    const own = (this.choices?.stores ?? []).map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
    return [{ value: ALL, label: labels.allStores }, ...own];
  }

  get isByHours(): boolean {
    return this.grouping === 'Room' || this.grouping === 'Staff';
  }

  get rows() {
    return (this.report?.rows ?? []).map((row) => ({
      ...row,
      label: this.grouping === 'Week' ? fillLabel(labels.weekOf, dayText(row.label!, LOCALE, true)) : row.label,
      share: row.percent === null || row.percent === undefined ? '–' : `${row.percent.toLocaleString(LOCALE)} %`,
      barStyle: `width: ${Math.min(row.percent ?? 0, 100)}%`,
      whole: this.isByHours
        ? fillLabel(
            labels.hoursOf,
            (row.hours ?? 0).toLocaleString(LOCALE),
            row.openHours?.toLocaleString(LOCALE) ?? '–',
          )
        : fillLabel(labels.placesOf, row.taken ?? 0, row.places ?? 0),
    }));
  }

  get wholeLabel(): string {
    return this.isByHours ? labels.hours : labels.places;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.rows.length === 0 && !this.errorMessage;
  }

  get cutText(): string {
    return this.report?.isCut ? labels.cut : '';
  }

  async load() {
    const turn = ++this.asked;
    this.isLoading = true;
    const wanted = {
      earliest: `${this.first}T00:00:00.000Z`,
      latest: `${addDays(this.last, 1)}T00:00:00.000Z`,
      storeId: this.storeId === ALL ? null : this.storeId,
    } as unknown as Query;
    try {
      const report = await getUtilisation({ wanted, grouping: this.grouping });
      if (turn !== this.asked) return;
      this.report = report;
      this.errorMessage = '';
    } catch (error) {
      if (turn !== this.asked) return;
      const { message, fields } = toStoreError(error);
      this.errorMessage = fields.earliest ? labels.tooLong : message;
    } finally {
      if (turn === this.asked) this.isLoading = false;
    }
  }

  handleField(event: CustomEvent<{ value: string }>) {
    const field = (event.target as HTMLElement).dataset.field as 'first' | 'last' | 'storeId' | 'grouping';
    if (!event.detail.value) return;
    this[field] = event.detail.value;
    this.load();
  }
}
