import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import LOCALE from '@salesforce/i18n/locale';
import changeSeries from '@salesforce/apex/ScheduleController.changeSeries';
import getSeries from '@salesforce/apex/ScheduleController.getSeries';
import previewChange from '@salesforce/apex/ScheduleController.previewChange';
import previewDates from '@salesforce/apex/ScheduleController.previewDates';
import { cityOf } from 'c/bookingClock';
import { wallText } from 'c/scheduleModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { labels } from './labels';

type Shown = Awaited<ReturnType<typeof getSeries>>;
type Draft = NonNullable<Shown['draft']>;
type Change = Awaited<ReturnType<typeof previewChange>>;
type Planned = Awaited<ReturnType<typeof previewDates>>;

const ALL = '-';

/** The rule of a series. A change is shown date by date, with the people whom it touches, before it is made. */
export default class SeriesDesk extends LightningElement {
  @api recordId = '';

  labels = labels;
  series: Shown | null = null;
  draft: Draft | null = null;
  dates: Planned = [];
  change: Change | null = null;
  ruleMessage = '';
  errorMessage = '';
  isLoading = true;
  isBusy = false;
  private asked = 0;

  async connectedCallback() {
    await this.read();
    this.isLoading = false;
  }

  private async read() {
    try {
      this.series = await getSeries({ seriesId: this.recordId });
      this.draft = { ...this.series.draft!, fromSessionId: null } as unknown as Draft;
      this.change = null;
      await this.look();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get isLocked(): boolean {
    return !this.series?.mayChange;
  }
  get isChanged(): boolean {
    return this.change !== null;
  }
  get clocks(): string {
    return this.series ? fillLabel(labels.clocks, cityOf(this.series.timeZone ?? '')) : '';
  }
  get values() {
    const { draft } = this;
    return {
      rule: draft?.rule ?? '',
      start: draft?.localStart ?? '',
      day: draft?.localStart?.slice(0, 10),
      time: draft?.localStart?.slice(11, 16),
      minutes: draft?.durationMinutes,
      from: draft?.fromSessionId ?? ALL,
    };
  }

  get fromOptions() {
    return [
      { value: ALL, label: labels.all },
      ...(this.series?.upcoming ?? []).map(({ id, localStart }) => ({
        value: id!,
        label: fillLabel(labels.from, wallText(localStart ?? '', LOCALE)),
      })),
    ];
  }

  get changeRows() {
    return (this.change?.dates ?? []).map((one, index) => ({
      key: `${one.sessionId ?? 'new'}${index}`,
      kind: one.kind,
      text: (labels as Record<string, string>)[`kind${one.kind}`],
      before: one.localBefore ? wallText(one.localBefore, LOCALE) : '',
      after: one.localAfter && one.kind !== 'Kept' ? wallText(one.localAfter, LOCALE) : '',
      people: one.people ? pluralLabel(one.people, { one: labels.personOne, other: labels.people }, LOCALE) : '',
      className: `kind ${one.kind?.toLowerCase()}`,
    }));
  }

  get summary(): string {
    return this.change ? fillLabel(labels.summary, this.change.movedPeople ?? 0, this.change.cancelledPeople ?? 0) : '';
  }

  private set(part: Partial<Draft>) {
    this.draft = { ...this.draft!, ...part };
    this.look(true);
  }

  private async look(isChange = false) {
    const turn = ++this.asked;
    try {
      if (isChange) {
        const change = await previewChange({ draft: this.draft! });
        if (turn !== this.asked) return;
        this.change = change;
      }
      const dates = this.isLocked ? [] : await previewDates({ draft: this.draft!, until: null as unknown as string });
      if (turn !== this.asked) return;
      this.dates = dates;
      this.errorMessage = '';
      this.ruleMessage = '';
    } catch (error) {
      if (turn !== this.asked) return;
      const { message, fields } = toStoreError(error);
      this.ruleMessage = fields.rule ?? '';
      this.errorMessage = this.ruleMessage ? '' : (Object.values(fields)[0] ?? message);
    }
  }

  handleRule(event: CustomEvent<string>) {
    this.set({ rule: event.detail });
  }

  handleDay(event: CustomEvent<{ value: string }>) {
    if (event.detail.value) this.set({ localStart: `${event.detail.value}T${this.values.time}` });
  }

  handleTime(event: CustomEvent<{ value: string }>) {
    if (event.detail.value) this.set({ localStart: `${this.values.day}T${event.detail.value.slice(0, 5)}` });
  }

  handleMinutes(event: CustomEvent<{ value: string }>) {
    this.set({ durationMinutes: event.detail.value ? Math.trunc(Number(event.detail.value)) : null } as Partial<Draft>);
  }

  /** From a date on the rule begins there: what lies before keeps the old one. */
  handleFrom(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    const from = this.series?.upcoming?.find(({ id }) => id === value);
    this.set({
      fromSessionId: from?.id ?? null,
      localStart: from?.localStart ?? this.series!.draft!.localStart,
    } as Partial<Draft>);
  }

  handleLeaveOut(event: CustomEvent<string[]>) {
    this.set({ leftOut: [...new Set([...(this.draft?.leftOut ?? []), ...event.detail])] });
  }

  handlePutBack(event: CustomEvent<string[]>) {
    this.set({ leftOut: (this.draft?.leftOut ?? []).filter((wall) => !event.detail.includes(wall)) });
  }

  async handleSave() {
    this.isBusy = true;
    try {
      await changeSeries({ draft: this.draft! });
      this.dispatchEvent(new ShowToastEvent({ message: labels.saved, variant: 'success' }));
      await this.read();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  async handleReset() {
    await this.read();
  }
}
