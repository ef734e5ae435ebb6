import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import LOCALE from '@salesforce/i18n/locale';
import cancelSessions from '@salesforce/apex/ScheduleController.cancelSessions';
import letChoose from '@salesforce/apex/ScheduleController.letChoose';
import getDesk from '@salesforce/apex/SessionDeskController.getDesk';
import getTargets from '@salesforce/apex/SessionDeskController.getTargets';
import moveBooking from '@salesforce/apex/SessionDeskController.moveBooking';
import { wallText } from 'c/scheduleModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { labels } from './labels';

type Desk = Awaited<ReturnType<typeof getDesk>>;
type Targets = Awaited<ReturnType<typeof getTargets>>;
type Edit = NonNullable<NonNullable<Parameters<typeof cancelSessions>[0]>['edit']>;

const REFUND = '-';
/** Bookings are refunded or moved by the shop, or customers choose themselves. */
const BY_US = 'Us';
const BY_THEM = 'Them';

/**
 * Calls a session off. Each booking is refunded in full, or goes to another date first; or customers choose one of both themselves, as
 * is usual for the weather. Bookings go one by one, so that one whose date is full by now holds up nobody; the session is cancelled last. Closes with true when it was.
 */
export default class SessionCallOffDialog extends LightningModal {
  @api sessionId = '';

  labels = labels;
  desk: Desk | null = null;
  targets: Targets = [];
  choices: Record<string, string> = {};
  problems: Record<string, string> = {};
  moved: string[] = [];
  scope = 'One';
  reason = '';
  how = BY_US;
  hours = 48;
  isBusy = false;
  errorMessage = '';

  async connectedCallback() {
    try {
      const [desk, targets] = await Promise.all([
        getDesk({ sessionId: this.sessionId }),
        getTargets({ sessionId: this.sessionId }),
      ]);
      this.desk = desk;
      this.targets = targets;
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get title(): string {
    return this.desk ? `${this.desk.title}, ${wallText(this.desk.localStart ?? '', LOCALE)}` : labels.loading;
  }

  get isInSeries(): boolean {
    return Boolean(this.desk?.seriesId);
  }

  get scopes() {
    return [
      { value: 'One', label: labels.one },
      { value: 'Following', label: labels.following },
      { value: 'All', label: labels.all },
    ];
  }

  private get targetOptions() {
    return (this.targets ?? []).map(({ id, localStart, free }) => ({
      value: id!,
      label: fillLabel(
        typeof free === 'number' ? labels.moveToFree : labels.moveTo,
        wallText(localStart ?? '', LOCALE),
        free ?? 0,
      ),
    }));
  }

  get rows() {
    return (this.desk?.bookings ?? [])
      .filter(({ isOpen, id }) => isOpen && !this.moved.includes(id!))
      .map((one) => ({
        id: one.id!,
        name: one.name || one.email || one.code || '',
        detail: [
          pluralLabel(one.quantity ?? 0, { one: labels.ticketOne, other: labels.tickets }, LOCALE),
          one.ticket,
          one.isWhole ? labels.whole : '',
        ]
          .filter(Boolean)
          .join(' · '),
        options: [{ value: REFUND, label: labels.refund }, ...(one.isWhole || !one.mayWork ? [] : this.targetOptions)],
        value: this.choices[one.id!] ?? REFUND,
        label: fillLabel(labels.choiceOf, one.name || one.code || ''),
        problem: this.problems[one.id!] ?? '',
      }));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isTheirs(): boolean {
    return this.hasRows && this.how === BY_THEM;
  }

  get isOurs(): boolean {
    return this.hasRows && this.how === BY_US;
  }

  get ways() {
    return [
      { value: BY_US, label: labels.byUs },
      { value: BY_THEM, label: labels.byThem },
    ];
  }

  get summary(): string {
    if (this.isTheirs) return fillLabel(labels.summaryChoose, this.rows.length);
    const moving = this.rows.filter(({ value }) => value !== REFUND).length;
    return fillLabel(labels.summary, this.rows.length - moving, moving);
  }

  get allOptions() {
    return [{ value: REFUND, label: labels.refund }, ...this.targetOptions];
  }

  handleAll(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    this.choices = Object.fromEntries(
      this.rows.map(({ id, options }) => [id, options.some((one) => one.value === value) ? value : REFUND]),
    );
  }

  handleChoice(event: CustomEvent<{ value: string }>) {
    const id = (event.target as HTMLElement).dataset.booking ?? '';
    this.choices = { ...this.choices, [id]: event.detail.value };
  }

  handleScope(event: CustomEvent<{ value: string }>) {
    this.scope = event.detail.value;
  }

  handleHow(event: CustomEvent<{ value: string }>) {
    this.how = event.detail.value;
  }

  handleHours(event: CustomEvent<{ value: string }>) {
    this.hours = Number(event.detail.value);
  }

  handleReason(event: CustomEvent<{ value: string }>) {
    this.reason = event.detail.value;
  }

  async handleConfirm() {
    this.isBusy = true;
    this.errorMessage = '';
    this.problems = {};
    for (const { id, value } of this.isTheirs ? [] : this.rows) {
      if (value === REFUND) continue;
      try {
        // eslint-disable-next-line no-await-in-loop -- each takes its place before the next one is asked for
        await moveBooking({ bookingId: id, targetId: value });
        this.moved = [...this.moved, id];
      } catch (error) {
        this.problems = { ...this.problems, [id]: toStoreError(error).message };
      }
    }
    try {
      if (Object.keys(this.problems).length) {
        this.errorMessage = labels.someNotMoved;
        return;
      }
      const edit = { sessionId: this.sessionId, scope: this.scope, reason: this.reason } as Edit;
      if (this.isTheirs) await letChoose({ edit, hours: this.hours });
      else await cancelSessions({ edit });
      this.close(true);
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.errorMessage = fields.hours ?? message;
    } finally {
      this.isBusy = false;
    }
  }

  handleCancel() {
    this.close(false);
  }
}
