import { LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import getToday from '@salesforce/apex/CheckInController.getToday';
import keep from '@salesforce/apex/CheckInController.keep';
import { ownZone, timeIn } from 'c/bookingClock';
import { timeText } from 'c/scheduleModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import {
  keepList,
  keepMarks,
  keepPin,
  keptList,
  keptMarks,
  keptPin,
  withMarks,
  type DoorSession,
  type Mark,
  type Person,
  type State,
  type Today,
} from './doorList';
import { labels } from './labels';

type Marks = NonNullable<NonNullable<Parameters<typeof keep>[0]>['marks']>;

type Answer = NonNullable<Awaited<ReturnType<typeof keep>>>[number];

const ALL = '-';
const PIN = /^\d{4,12}$/;
/** Most marks of one call. */
const AT_ONCE = 100;
const TRY_AGAIN_EVERY = 15_000;
/** So often the list is read again, for what others do at other doors. */
const REFRESH_EVERY = 60_000;
/** What no server has answered: it is tried again. */
const UNANSWERED = new Set(['OFFLINE', 'UNEXPECTED', 'SIGNED_OUT']);

interface Entry {
  session: DoorSession;
  person: Person;
}

const nameOf = ({ person }: Entry): string =>
  [person.firstName, person.lastName].filter(Boolean).join(' ') ||
  fillLabel(labels.guestOf, person.bookedBy || person.code || '', person.place ?? 1);

/**
 * Check-in at the door, on a phone or a tablet: everybody who comes today, found by code or name. The list stays on the device; what is
 * marked while there is no connection is sent later.
 */
export default class CheckInDesk extends LightningElement {
  labels = labels;
  today: Today | null = null;
  marks: Mark[] = [];
  wanted = '';
  sessionId = ALL;
  /** The code of people who come together and were asked for. */
  groupCode = '';
  answer = '';
  answerKind: 'good' | 'bad' | 'plain' = 'plain';
  refusals: { key: string; text: string }[] = [];
  errorMessage = '';
  isLoading = true;
  isSending = false;
  isOffline = false;
  /** With which staff come back from self check-in; null: they are at the device. */
  pin: string | null = null;
  isChoosingPin = false;
  newPin = '';
  private timers: ReturnType<typeof setInterval>[] = [];
  /** How often marks were answered. */
  private answered = 0;

  async connectedCallback() {
    window.addEventListener('online', this.handleOnline);
    window.addEventListener('offline', this.handleOffline);
    this.marks = keptMarks();
    this.today = keptList();
    this.pin = keptPin();
    // Both end with the page.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.timers = [setInterval(() => this.send(), TRY_AGAIN_EVERY), setInterval(() => this.refresh(), REFRESH_EVERY)];
    await this.send();
    await this.refresh();
    this.isLoading = false;
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.handleOnline);
    window.removeEventListener('offline', this.handleOffline);
    for (const timer of this.timers) clearInterval(timer);
  }

  handleOnline = async () => {
    this.isOffline = false;
    await this.send();
    await this.refresh();
  };

  handleOffline = () => {
    this.isOffline = true;
  };

  /** Reads the list again. What the device has stays where there is no answer, and goes where the server says no. */
  private async refresh(): Promise<void> {
    const { answered } = this;
    try {
      const today = await getToday();
      // What was read while marks were being saved may lack them.
      if (answered === this.answered) this.today = today;
      keepList(this.today);
      this.isOffline = false;
      this.errorMessage = '';
    } catch (error) {
      this.tell(error);
    }
  }

  private tell(error: unknown) {
    const { code, message } = toStoreError(error);
    if (UNANSWERED.has(code)) {
      this.isOffline = true;
      this.errorMessage = code === 'SIGNED_OUT' || !this.today ? message : '';
      return;
    }
    this.errorMessage = message;
    this.today = null;
    keepList(null);
  }

  /** Sends what is marked and not saved yet. */
  private async send(): Promise<void> {
    if (this.isSending || this.marks.length === 0) return;
    this.isSending = true;
    const refused: Answer[] = [];
    try {
      while (this.marks.length) {
        const sent = this.marks.slice(0, AT_ONCE);
        // The next ones are sent once these are kept: what was marked first is written first.
        // eslint-disable-next-line no-await-in-loop
        const answers = await this.answersTo(sent);
        const kept = new Set(sent);
        this.answered++;
        this.today = this.today && withMarks(this.today, sent);
        this.marks = this.marks.filter((mark) => !kept.has(mark));
        keepMarks(this.marks);
        keepList(this.today);
        this.isOffline = false;
        refused.push(...answers.filter(({ outcome }) => outcome !== 'Kept'));
      }
      await this.tellRefusals(refused);
    } catch (error) {
      this.tell(error);
    } finally {
      this.isSending = false;
    }
  }

  private async answersTo(sent: Mark[]): Promise<Answer[]> {
    try {
      return (await keep({ marks: sent as unknown as Marks })) ?? [];
    } catch (error) {
      // None of them is the user's to mark: whoever made them was somebody else at this device.
      if (toStoreError(error).code !== 'NOT_FOUND') throw error;
      return sent.map(({ attendeeId }) => ({ attendeeId, outcome: 'Refused' }));
    }
  }

  private async tellRefusals(refused: Answer[]) {
    if (refused.length === 0) return;
    const byId = new Map<string | null | undefined, Entry>(this.entries.map((entry) => [entry.person.id, entry]));
    const told = refused.map(({ attendeeId, outcome }) => {
      const entry = byId.get(attendeeId);
      const name = entry ? nameOf(entry) : '?';
      return {
        key: `${attendeeId}${Date.now()}`,
        text: fillLabel(outcome === 'Older' ? labels.older : labels.refused, name),
      };
    });
    this.refusals = [...told, ...this.refusals].slice(0, 20);
    await this.refresh();
  }

  // What is shown

  private get shownToday(): Today | null {
    return this.today && withMarks(this.today, this.marks);
  }

  private get entries(): Entry[] {
    return (this.shownToday?.sessions ?? []).flatMap((session) =>
      (session.people ?? []).map((person) => ({ session, person })),
    );
  }

  get hasList(): boolean {
    return this.today !== null;
  }
  get hasSessions(): boolean {
    return (this.today?.sessions ?? []).length > 0;
  }
  get mayLoad(): boolean {
    return !this.isLoading && !this.hasList;
  }
  get isEmpty(): boolean {
    return this.hasList && !this.hasSessions;
  }
  get isCut(): boolean {
    return Boolean(this.today?.isCut);
  }

  get statusText(): string {
    const readAt = this.today?.readAt ? timeIn(this.today.readAt, ownZone(), LOCALE) : '';
    if (this.marks.length)
      return this.isSending && !this.isOffline ? labels.saving : fillLabel(labels.pending, this.marks.length);
    if (!this.today) return '';
    return fillLabel(this.isOffline ? labels.offline : labels.saved, readAt);
  }
  get statusClass(): string {
    return this.marks.length || this.isOffline ? 'status waits' : 'status';
  }
  get answerClass(): string {
    return `answer ${this.answerKind}`;
  }

  get sessionOptions() {
    return [
      { value: ALL, label: labels.all },
      ...(this.shownToday?.sessions ?? []).map((one) => ({
        value: one.id!,
        label: fillLabel(
          labels.sessionOption,
          timeText(one.localStart!, LOCALE),
          one.title ?? '',
          (one.people ?? []).filter(({ status }) => status === 'Attended').length,
          (one.people ?? []).length,
        ),
      })),
    ];
  }

  get isKiosk(): boolean {
    return this.pin !== null;
  }
  get isPinBad(): boolean {
    return !PIN.test(this.newPin);
  }
  /** Those with the code who are not there yet. */
  get arriving() {
    return this.groupLeft.map((entry) => ({ id: entry.person.id!, name: nameOf(entry) }));
  }

  /** People of the session, or of the code that several have, or called as was typed. */
  private get shown(): Entry[] {
    const name = this.wanted.trim().toLowerCase();
    if (this.groupCode) return this.entries.filter(({ person }) => person.code === this.groupCode);
    return this.entries.filter(
      (entry) =>
        (this.sessionId === ALL || entry.session.id === this.sessionId) &&
        (!name ||
          [nameOf(entry), entry.person.bookedBy, entry.person.code, entry.person.seat].some((text) =>
            text?.toLowerCase().includes(name),
          )),
    );
  }

  get rows() {
    return this.shown.map((entry) => {
      const { session, person } = entry;
      const name = nameOf(entry);
      const isThere = person.status === 'Attended';
      const isMissing = person.status === 'No_Show';
      return {
        id: person.id!,
        name,
        detail: [
          this.sessionId === ALL ? `${timeText(session.localStart!, LOCALE)} ${session.title}` : '',
          person.ticket,
          person.seat ? fillLabel(labels.seat, person.seat) : '',
          person.code,
        ]
          .filter(Boolean)
          .join(' · '),
        state: isThere ? this.sinceOf(entry) : isMissing ? labels.noShow : labels.expected,
        stateClass: `state${isThere ? ' there' : isMissing ? ' missing' : ''}`,
        showsCheckIn: !isThere,
        showsNoShow: !isThere && !isMissing,
        showsUndo: isThere || isMissing,
        checkInName: fillLabel(labels.checkInName, name),
        noShowName: fillLabel(labels.noShowName, name),
        undoName: fillLabel(labels.undoName, name),
      };
    });
  }

  private sinceOf({ session, person }: Entry): string {
    return person.checkedInAt
      ? fillLabel(labels.hereSince, timeIn(person.checkedInAt, session.timeZone || ownZone(), LOCALE))
      : '';
  }

  get isNobody(): boolean {
    return this.hasSessions && this.rows.length === 0 && !this.wanted.trim();
  }
  get isNoMatch(): boolean {
    return this.hasSessions && this.rows.length === 0 && Boolean(this.wanted.trim());
  }
  get groupLeft(): Entry[] {
    return this.groupCode ? this.shown.filter(({ person }) => person.status !== 'Attended') : [];
  }
  get showsAllHere(): boolean {
    return this.groupLeft.length > 1;
  }
  get allHereLabel(): string {
    return fillLabel(labels.allHere, this.groupLeft.length);
  }

  // What is done

  handleWanted(event: CustomEvent<{ value: string }>) {
    this.wanted = event.detail.value ?? '';
    this.groupCode = '';
  }

  async handleFind(event: Event) {
    event.preventDefault();
    await this.find(this.wanted);
  }

  handleSession(event: CustomEvent<{ value: string }>) {
    this.sessionId = event.detail.value;
    this.groupCode = '';
  }

  /** What was typed or scanned: a code checks in whoever has it, anything else narrows the list. */
  private async find(text: string) {
    const code = text.trim().toUpperCase();
    if (!code) return;
    const withCode = () => this.entries.filter(({ person }) => person.code?.toUpperCase() === code);
    let found = withCode();
    // Visitors have codes only: what they type narrows no list.
    if (found.length === 0 && (this.isKiosk || !this.rows.length)) {
      // Somebody may have booked since the list was read.
      await this.refresh();
      found = withCode();
      if (found.length === 0) this.say('bad', fillLabel(this.isKiosk ? labels.kioskUnknown : labels.unknown, code));
    }
    if (found.length === 0) return;
    this.wanted = '';
    const [first] = found;
    if (this.sessionId !== ALL && first.session.id !== this.sessionId) {
      const sentence = this.isKiosk ? labels.kioskOther : labels.otherSession;
      this.say('bad', fillLabel(sentence, first.session.title ?? '', timeText(first.session.localStart!, LOCALE)));
      return;
    }
    if (found.length > 1 && (!this.isKiosk || found.some(({ person }) => person.status !== 'Attended'))) {
      this.groupCode = first.person.code!;
      this.say('plain', this.isKiosk ? labels.kioskSeveral : fillLabel(labels.several, found.length));
      return;
    }
    if (first.person.status === 'Attended') {
      const since = timeIn(first.person.checkedInAt!, first.session.timeZone || ownZone(), LOCALE);
      const names = found.map(nameOf).join(', ');
      if (this.isKiosk) this.say('plain', fillLabel(labels.kioskWasHere, names));
      else this.say('bad', fillLabel(labels.wasHere, names, since));
      return;
    }
    await this.mark([first], 'Attended');
  }

  private say(kind: 'good' | 'bad' | 'plain', text: string) {
    this.answerKind = kind;
    this.answer = text;
  }

  /** Marks are kept on the device first, then sent: nothing waits for a connection. */
  private async mark(entries: Entry[], status: State) {
    const markedAt = new Date().toISOString();
    const marked = new Set(entries.map(({ person }) => person.id!));
    const isNew = (mark: Mark) => this.isSending || !marked.has(mark.attendeeId);
    this.marks = [
      ...this.marks.filter(isNew),
      ...entries.map(({ person }) => ({ attendeeId: person.id!, status, markedAt })),
    ];
    keepMarks(this.marks);
    const names = entries.map(nameOf).join(', ');
    const text = { Attended: labels.isHere, No_Show: labels.isMissing, Expected: labels.isExpected }[status];
    const { session } = entries[0];
    if (this.isKiosk)
      this.say(
        'good',
        fillLabel(labels.kioskWelcome, names, session.title ?? '', timeText(session.localStart!, LOCALE)),
      );
    else this.say(status === 'Attended' ? 'good' : 'plain', fillLabel(text, names));
    await this.send();
  }

  async handleMark(event: Event) {
    const { id = '', status = '' } = (event.currentTarget as HTMLElement).dataset;
    const entry = this.entries.find(({ person }) => person.id === id);
    if (entry) await this.mark([entry], status as State);
  }

  async handleAllHere() {
    await this.mark(this.groupLeft, 'Attended');
    this.groupCode = '';
  }

  async handleRefresh() {
    this.isLoading = true;
    await this.send();
    await this.refresh();
    this.isLoading = false;
  }

  handleForget() {
    this.today = null;
    keepList(null);
    this.refusals = [];
    this.say('plain', labels.forgotten);
  }

  handleChoosePin() {
    this.isChoosingPin = true;
    this.newPin = '';
  }

  handleNewPin(event: CustomEvent<{ value: string }>) {
    this.newPin = event.detail.value ?? '';
  }

  handleCancelPin() {
    this.isChoosingPin = false;
  }

  handleStartKiosk(event: Event) {
    event.preventDefault();
    if (this.isPinBad) return;
    this.isChoosingPin = false;
    this.refusals = [];
    this.setPin(this.newPin);
  }

  handleEndKiosk() {
    this.setPin(null);
  }

  private setPin(pin: string | null) {
    this.pin = pin;
    keepPin(pin);
    this.wanted = '';
    this.handleCleared();
  }

  handleCode(event: CustomEvent<string>) {
    this.handleCleared();
    this.find(event.detail);
  }

  async handleHere(event: CustomEvent<string[]>) {
    const arrived = this.groupLeft.filter(({ person }) => event.detail.includes(person.id!));
    if (arrived.length) await this.mark(arrived, 'Attended');
    this.groupCode = '';
  }

  /** The next visitor's turn. */
  handleCleared() {
    this.groupCode = '';
    this.say('plain', '');
  }

  handleSeen(event: CustomEvent<string>) {
    this.find(event.detail);
  }

  handleNoCamera(event: CustomEvent<string>) {
    this.say('bad', event.detail);
  }
}
