import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import LOCALE from '@salesforce/i18n/locale';
import moveSessions from '@salesforce/apex/ScheduleController.moveSessions';
import previewMove from '@salesforce/apex/ScheduleController.previewMove';
import { wallText } from 'c/scheduleModel';
import { toStoreError } from 'c/storeErrors';
import { pluralLabel } from 'c/storeFormat';
import { labels } from './labels';

type Preview = Awaited<ReturnType<typeof previewMove>>;
type Edit = NonNullable<NonNullable<Parameters<typeof moveSessions>[0]>['edit']>;

const NONE = '-';
const SHOWN = 30;

/** What a session is moved from, and where to it was dragged. */
export interface MoveSeed {
  sessionId: string;
  title: string;
  /** Wall time where it was dropped, or where it is. */
  localStart: string;
  durationMinutes: number;
  inSeries: boolean;
  fromResourceId?: string | null;
  toResourceId?: string | null;
  locationId?: string | null;
}

export interface MoveChoice {
  id: string;
  name: string;
  kind?: string | null;
}

/** Asks where to a session goes and which of its series go along, and shows who is affected before it does. Closes with how many were moved. */
export default class SessionMoveDialog extends LightningModal {
  @api seed!: MoveSeed;
  @api locations: MoveChoice[] = [];
  @api resources: MoveChoice[] = [];
  /** What the session takes now: Ids of rooms and people. */
  @api assigned: string[] = [];

  labels = labels;
  scope = 'One';
  localStart = '';
  minutes = 0;
  locationId = '';
  replaced = NONE;
  replacement = NONE;
  preview: Preview | null = null;
  errorMessage = '';
  fieldMessage = '';
  isBusy = false;
  private asked = 0;

  connectedCallback() {
    this.localStart = this.seed.localStart;
    this.minutes = this.seed.durationMinutes;
    this.locationId = this.seed.locationId ?? '';
    this.replaced = this.seed.fromResourceId ?? NONE;
    this.replacement = this.seed.toResourceId ?? NONE;
    this.look();
  }

  get scopes() {
    return [
      { value: 'One', label: labels.one },
      { value: 'Following', label: labels.following },
      { value: 'All', label: labels.all },
    ];
  }

  get date(): string {
    return this.localStart.slice(0, 10);
  }
  get time(): string {
    return this.localStart.slice(11, 16);
  }

  get locationOptions() {
    return this.locations.map(({ id, name }) => ({ value: id, label: name }));
  }

  get replacedOptions() {
    const own = this.resources.filter(({ id }) => this.assigned.includes(id));
    return [{ value: NONE, label: labels.nothing }, ...own.map(({ id, name }) => ({ value: id, label: name }))];
  }

  get replacementOptions() {
    const kind = this.resources.find(({ id }) => id === this.replaced)?.kind;
    const fitting = this.resources.filter((one) => one.id !== this.replaced && (!kind || one.kind === kind));
    return [{ value: NONE, label: labels.nobody }, ...fitting.map(({ id, name }) => ({ value: id, label: name }))];
  }

  private get edit(): Edit {
    return {
      sessionId: this.seed.sessionId,
      scope: this.scope,
      localStart: this.localStart,
      durationMinutes: this.minutes,
      locationId: this.locationId || null,
      fromResourceId: this.replaced === NONE ? null : this.replaced,
      toResourceId: this.replacement === NONE ? null : this.replacement,
    } as Edit;
  }

  get rows() {
    return (this.preview?.sessions ?? []).slice(0, SHOWN).map((one) => ({
      key: one.id,
      from: wallText(one.localBefore ?? '', LOCALE),
      to: wallText(one.localAfter ?? '', LOCALE),
      people: one.people,
      problems: [
        ...(one.conflicts ?? []).map((text) => ({ key: text, text, className: 'slds-text-color_error' })),
        ...(one.warnings ?? []).map((text) => ({ key: text, text, className: 'warning' })),
      ],
    }));
  }

  get summary(): string {
    const { changed = 0, people = 0 } = this.preview ?? {};
    if (!this.preview) return labels.looking;
    if (!changed) return labels.changesNone;
    const changes = pluralLabel(changed, { one: labels.changesOne, other: labels.changesOther }, LOCALE);
    const told = people
      ? pluralLabel(people, { one: labels.toldOne, other: labels.toldOther }, LOCALE)
      : labels.toldNone;
    return `${changes} ${told}`;
  }

  get refused(): string {
    return this.preview?.isRefused ? labels.refused : '';
  }

  get isBlocked(): boolean {
    return this.isBusy || !this.preview || Boolean(this.preview.isRefused);
  }

  /** Looks what the change would do; an answer that another question overtook is dropped. */
  private async look() {
    const turn = ++this.asked;
    this.preview = null;
    try {
      const preview = await previewMove({ edit: this.edit });
      if (turn !== this.asked) return;
      this.preview = preview;
      this.errorMessage = '';
      this.fieldMessage = '';
    } catch (error) {
      if (turn !== this.asked) return;
      const { message, fields } = toStoreError(error);
      this.fieldMessage = fields.localStart ?? fields.durationMinutes ?? '';
      this.errorMessage = this.fieldMessage ? '' : message;
    }
  }

  handleScope(event: CustomEvent<{ value: string }>) {
    this.scope = event.detail.value;
    this.look();
  }

  handleDate(event: CustomEvent<{ value: string }>) {
    if (!event.detail.value) return;
    this.localStart = `${event.detail.value}T${this.time}`;
    this.look();
  }

  handleTime(event: CustomEvent<{ value: string }>) {
    if (!event.detail.value) return;
    this.localStart = `${this.date}T${event.detail.value.slice(0, 5)}`;
    this.look();
  }

  handleMinutes(event: CustomEvent<{ value: string }>) {
    this.minutes = Math.trunc(Number(event.detail.value));
    this.look();
  }

  handleLocation(event: CustomEvent<{ value: string }>) {
    this.locationId = event.detail.value;
    this.look();
  }

  handleReplaced(event: CustomEvent<{ value: string }>) {
    this.replaced = event.detail.value;
    this.replacement = NONE;
    this.look();
  }

  handleReplacement(event: CustomEvent<{ value: string }>) {
    this.replacement = event.detail.value;
    this.look();
  }

  async handleConfirm() {
    this.isBusy = true;
    try {
      this.close(await moveSessions({ edit: this.edit }));
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  handleCancel() {
    this.close(0);
  }
}
