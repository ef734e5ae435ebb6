import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import LOCALE from '@salesforce/i18n/locale';
import getAvailability from '@salesforce/apex/BookingSetupController.getAvailability';
import removeRule from '@salesforce/apex/BookingSetupController.removeRule';
import saveRule from '@salesforce/apex/BookingSetupController.saveRule';
import getChoices from '@salesforce/apex/ScheduleController.getChoices';
import { addDays, cityOf, dayText } from 'c/bookingClock';
import { timeText } from 'c/scheduleModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Availability = Awaited<ReturnType<typeof getAvailability>>;
type Rule = NonNullable<Availability['rules']>[number];
type Choices = Awaited<ReturnType<typeof getChoices>>;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FIELDS = ['name', 'kind', 'opens', 'closes', 'startsOn', 'endsOn', 'weekdays'];
const DAYS_SHOWN = 14;

/** Opening times, exceptions and closures of a place, a room, a person or a product, with what stays free; a rule shows its effect while it is written. */
export default class AvailabilityDesk extends LightningElement {
  labels = labels;
  availability: Availability | null = null;
  choices: Choices | null = null;
  draft: Rule | null = null;
  firstDay = new Date().toISOString().slice(0, 10);
  isBusy = false;
  errorMessage = '';
  problem = '';
  private subject = '';
  private asked = 0;

  /** Of the record whose page this is; blank on a tab of its own. */
  @api
  get recordId(): string {
    return this.subject;
  }
  set recordId(id: string) {
    this.subject = id;
  }

  /** The tab is called so already. */
  get cardTitle(): string | undefined {
    return this.recordId && !this.isTab ? labels.title : undefined;
  }
  get cardIcon(): string | undefined {
    return this.cardTitle && 'standard:operating_hours';
  }

  get isTab(): boolean {
    return this.choices !== null;
  }

  async connectedCallback() {
    try {
      if (!this.subject) {
        this.choices = await getChoices();
        this.subject = this.subjects[0]?.value ?? '';
      }
      if (this.subject) await this.look();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get subjects() {
    const { locations = [], resources = [], offers = [] } = this.choices ?? {};
    const named = (label: string, found: { id?: string | null; name?: string | null }[] | null | undefined) =>
      (found ?? []).map(({ id, name }) => ({ value: id ?? '', label: fillLabel(label, name ?? '') }));
    return [
      ...named(labels.ofPlace, locations),
      ...named(
        labels.ofStaff,
        (resources ?? []).filter(({ kind }) => kind === 'Staff'),
      ),
      ...named(
        labels.ofRoom,
        (resources ?? []).filter(({ kind }) => kind !== 'Staff'),
      ),
      ...named(labels.ofProduct, offers),
    ];
  }

  get subjectId(): string {
    return this.subject;
  }
  get isNone(): boolean {
    return this.isTab && this.subjects.length === 0;
  }
  get clocks(): string {
    return this.availability ? fillLabel(labels.clocks, cityOf(this.availability.timeZone ?? '')) : '';
  }
  /** Whose opening times hold where there are none of its own. */
  get whose(): string {
    const { hours, placeName, isPlace } = this.availability ?? {};
    if (hours === 'Place') return fillLabel(labels.byPlace, placeName ?? '');
    if (hours === 'Nobody') return isPlace ? labels.byOthers : labels.byBooked;
    return '';
  }
  get mayChange(): boolean {
    return Boolean(this.availability?.mayChange) && !this.draft;
  }
  get isNoRule(): boolean {
    return this.availability?.rules?.length === 0;
  }

  get kindOptions() {
    return [
      { value: 'Open', label: labels.open },
      { value: 'Closed', label: labels.closed },
    ];
  }

  private weekdayName(code: string): string {
    return dayText(addDays('2026-03-02', WEEKDAYS.indexOf(code)), LOCALE, true).split(',')[0];
  }

  get weekdayOptions() {
    return WEEKDAYS.map((value) => ({ value, label: this.weekdayName(value) }));
  }

  private clock(text: string | null | undefined): string {
    return text ? timeText(`2026-01-01T${text === '24:00' ? '00:00' : text}`, LOCALE) : '';
  }

  get rules() {
    return (this.availability?.rules ?? []).map((rule) => {
      const days = rule.weekdays?.length
        ? rule.weekdays.map((code) => this.weekdayName(code)).join(', ')
        : labels.everyDay;
      const hours =
        rule.opens || rule.closes
          ? fillLabel(labels.hours, this.clock(rule.opens ?? '00:00'), this.clock(rule.closes ?? '00:00'))
          : labels.allDay;
      const from = rule.startsOn ? fillLabel(labels.from, dayText(rule.startsOn, LOCALE, true)) : '';
      const until = rule.endsOn ? fillLabel(labels.until, dayText(rule.endsOn, LOCALE, true)) : '';
      return {
        id: rule.id!,
        name: rule.name,
        kind: rule.kind === 'Closed' ? labels.closed : labels.open,
        kindClass: `kind ${rule.kind?.toLowerCase()}`,
        text: [days, hours, from, until, rule.reason, rule.active ? '' : labels.inactive].filter(Boolean).join(' · '),
        editName: fillLabel(labels.editName, rule.name ?? ''),
        removeName: fillLabel(labels.removeName, rule.name ?? ''),
      };
    });
  }

  get days() {
    // Where nothing opens, only what is closed or can be booked all the same is worth a line.
    const isOpened = this.availability?.hours !== 'Nobody';
    const told = (this.availability?.days ?? []).filter(
      ({ free, reason, slots }) => isOpened || free?.length || reason || slots?.length,
    );
    return told.map((one) => ({
      day: one.day!,
      label: dayText(one.day!, LOCALE, true),
      reason: one.reason ?? '',
      free: (one.free ?? []).map(({ opens, closes }) => ({
        key: opens!,
        text: fillLabel(labels.hours, this.clock(opens), this.clock(closes)),
      })),
      closedText: this.closedText(one),
      slots: (one.slots ?? []).map((slot) => this.clock(slot)).join(', '),
    }));
  }

  private closedText({ free, reason }: NonNullable<Availability['days']>[number]): string {
    if (free?.length) return '';
    if (this.availability?.hours === 'Nobody') return reason ? `${labels.closedDay} ${reason}` : '';
    return [labels.notFree, reason].filter(Boolean).join(' ');
  }

  get hasDays(): boolean {
    return this.days.length > 0;
  }

  get values() {
    return { ...this.draft!, weekdays: this.draft?.weekdays ?? [] };
  }

  private async look() {
    const turn = ++this.asked;
    try {
      const availability = await getAvailability({
        subjectId: this.subject,
        first: this.firstDay,
        draft: (this.draft?.name ? this.draft : null) as Rule,
      });
      if (turn !== this.asked) return;
      this.availability = availability;
      this.problem = '';
      this.errorMessage = '';
    } catch (error) {
      if (turn === this.asked) this.fail(error);
    }
  }

  private fail(error: unknown) {
    const { message, fields } = toStoreError(error);
    this.problem = FIELDS.map((field) => fields[field]).find(Boolean) ?? '';
    this.errorMessage = this.problem ? '' : message;
  }

  handleSubject(event: CustomEvent<{ value: string }>) {
    this.subject = event.detail.value;
    this.draft = null;
    this.look();
  }

  handleEarlier() {
    this.firstDay = addDays(this.firstDay, -DAYS_SHOWN);
    this.look();
  }

  handleLater() {
    this.firstDay = addDays(this.firstDay, DAYS_SHOWN);
    this.look();
  }

  private begin(rule: Partial<Rule>) {
    this.draft = {
      id: null,
      name: '',
      kind: 'Open',
      weekdays: [],
      startsOn: null,
      endsOn: null,
      opens: null,
      closes: null,
      reason: null,
      active: true,
      ...rule,
    } as Rule;
    this.look();
  }

  handleAddOpening() {
    this.begin({
      name: labels.newOpening,
      kind: 'Open',
      weekdays: WEEKDAYS.slice(0, 5),
      opens: '09:00',
      closes: '17:00',
    });
  }

  handleAddClosure() {
    this.begin({ name: labels.newClosure, kind: 'Closed', startsOn: this.firstDay, endsOn: this.firstDay });
  }

  handleEdit(event: Event) {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const rule = this.availability?.rules?.find((one) => one.id === id);
    if (rule) this.begin(rule);
  }

  handleField(event: CustomEvent<{ value: unknown; checked?: boolean }>) {
    const field = (event.target as HTMLElement).dataset.field ?? '';
    const { value, checked } = event.detail;
    const isTime = field === 'opens' || field === 'closes';
    const next = field === 'active' ? checked : isTime && value ? String(value).slice(0, 5) : value || null;
    this.draft = { ...this.draft!, [field]: Array.isArray(next) ? [...next] : next };
    this.look();
  }

  handleCancel() {
    this.draft = null;
    this.problem = '';
    this.look();
  }

  async handleSave() {
    const { subject: subjectId, firstDay: first } = this;
    await this.write(() => saveRule({ subjectId, first, rule: this.draft! }), labels.saved);
  }

  async handleRemove(event: Event) {
    const ruleId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    const { subject: subjectId, firstDay: first } = this;
    await this.write(() => removeRule({ subjectId, first, ruleId }), labels.removed);
  }

  private async write(work: () => Promise<Availability>, title: string) {
    this.isBusy = true;
    try {
      this.availability = await work();
      this.draft = null;
      this.problem = '';
      this.errorMessage = '';
      this.dispatchEvent(new ShowToastEvent({ message: title, variant: 'success' }));
    } catch (error) {
      this.fail(error);
    } finally {
      this.isBusy = false;
    }
  }
}
