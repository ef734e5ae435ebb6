import { LightningElement, api } from 'lwc';
import getSeats from '@salesforce/apex/BookingSeatController.getSeats';
import getSessions from '@salesforce/apex/BookingController.getSessions';
import getTimes from '@salesforce/apex/AppointmentController.getTimes';
import { addDays, addMonths, dayIn, dayText, differs, ownZone, weekOf, zoneTextOver } from 'c/bookingClock';
import { cartToken, type NewLine } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatMoney, roundMoney } from 'c/storeFormat';
import type {
  AppointmentsDto,
  AttendeeInput,
  BookingOfferDto,
  BookingSessionDto,
  DateChoice,
  SeatRowDto,
  TicketChoice,
} from 'c/bookingTypes';
import type { DayNote } from 'c/bookingCalendar';
import type { Place } from 'c/bookingPeople';
import type { ProductDto, StoreDto } from 'c/storeTypes';
import { leftText, notesOf, sessionChoice, ticketNote, timeChoice, type Clocks } from './choices';
import { labels } from './labels';

type View = 'list' | 'month' | 'week';

/** Dates that a list shows at once. */
const FIRST_DATES = 6;
/** Days that are asked for at once. */
const STRETCH = 92;
/** Months or weeks without a free time that are turned over at the beginning. */
const MOST_EMPTY = 3;
/** Tickets of a line where nobody says how many there may be. */
const MOST = 20;
const HOUR = 3600000;

/**
 * What a shopper chooses of a product that is booked: a date of a list or a calendar, or a time of an appointment; tickets, seats and who comes.
 * @fires BookingPicker#ready `{ready}` whether enough has been chosen
 */
export default class BookingPicker extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api product: ProductDto | null = null;

  labels = labels;
  sessions: BookingSessionDto[] = [];
  appointments: AppointmentsDto | null = null;
  /** Days until which is known what there is, from today. */
  known = '';
  loading = true;
  problem = '';
  view: View = 'list';
  clocks: Clocks = 'place';
  shownDates = FIRST_DATES;
  /** A day of the month or the week that the calendar shows. */
  page = '';
  day = '';
  personId = '';
  /** Id of the session, or start of the appointment. */
  chosen = '';
  /** Session whose waiting list the shopper joins. */
  awaitedId = '';
  whole = false;
  leftOut: string[] = [];
  /** Other dates that come in place of some of the series, by these. */
  instead: Record<string, string> = {};
  counts: Record<string, number> = {};
  seatRows: SeatRowDto[] = [];
  seats: string[] = [];
  people: AttendeeInput[] = [];
  errors: Record<string, string> = {};

  connectedCallback(): void {
    const offer = this.offer;
    this.clocks = offer?.isVirtual ? 'own' : 'place';
    this.view = this.isAppointment ? 'month' : 'list';
    this.page = this.today;
    this.counts = { [this.kinds[0]?.id ?? '']: 1 };
    this.load(addDays(this.today, this.isAppointment ? 0 : STRETCH));
  }

  get offer(): BookingOfferDto | null {
    return this.product?.booking ?? null;
  }

  get kinds() {
    return (this.product?.variants ?? []).filter(({ price }) => price !== null);
  }

  get locale(): string {
    return this.store?.locale ?? '';
  }

  get isAppointment(): boolean {
    return this.offer?.kind === 'Appointment';
  }

  get today(): string {
    return dayIn(new Date().toISOString(), ownZone());
  }

  get lastDay(): string {
    return this.appointments?.lastDay ?? addDays(this.today, 730);
  }

  /** Asks for what is not known yet, up to the day. */
  async load(until: string): Promise<void> {
    this.loading = true;
    this.problem = '';
    try {
      if (this.isAppointment) {
        await this.loadTimes();
      } else {
        await this.loadSessions(until);
      }
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.loading = false;
    }
  }

  async loadSessions(until: string): Promise<void> {
    const storeCode = this.store?.code ?? '';
    let from = this.known || this.today;
    while (from < until) {
      const to = addDays(from, STRETCH);
      // What the next stretch has is asked for once this one is known: a list reads from its beginning.
      // eslint-disable-next-line no-await-in-loop
      const { sessions } = await getSessions({
        storeCode,
        productIds: [this.product?.id ?? ''],
        earliest: from === this.today ? new Date().toISOString() : `${from}T00:00:00Z`,
        latest: `${to}T00:00:00Z`,
        cartSecret: cartToken(storeCode),
      });
      const others = new Set(this.sessions.map(({ id }) => id));
      this.sessions = [...this.sessions, ...(sessions as BookingSessionDto[]).filter(({ id }) => !others.has(id))];
      from = to;
    }
    this.known = from;
    if (this.shownSessions.length === 1 && this.shownSessions[0].state === 'Open') {
      this.choose(this.shownSessions[0].id);
    }
  }

  /** Times of the month or the week that the calendar shows; at the beginning, of the first one that has any. */
  async loadTimes(): Promise<void> {
    const isBeginning = !this.appointments;
    for (let turned = 0; turned <= MOST_EMPTY; turned++) {
      const next = addDays(this.pageEnd, 1);
      // The next month is asked for once this one is known to be empty.
      // eslint-disable-next-line no-await-in-loop
      await this.loadPage();
      if (this.day || !isBeginning || next > this.lastDay) {
        return;
      }
      this.page = next;
    }
  }

  get pageStart(): string {
    const first = this.view === 'week' ? weekOf(this.page, this.locale) : `${this.page.slice(0, 7)}-01`;
    return first < this.today ? this.today : first;
  }

  get pageEnd(): string {
    return this.view === 'week'
      ? addDays(weekOf(this.page, this.locale), 6)
      : addDays(`${addMonths(this.page.slice(0, 7), 1)}-01`, -1);
  }

  async loadPage(): Promise<void> {
    const { pageStart, pageEnd } = this;
    this.appointments = (await getTimes({
      storeCode: this.store?.code ?? '',
      variantId: this.kinds[0]?.id ?? '',
      // Days of other clocks begin earlier or later.
      firstDay: addDays(pageStart, -1),
      lastDay: addDays(pageEnd, 1),
      personId: this.personId || null,
    })) as AppointmentsDto;
    const days = Object.keys(this.notes).sort();
    this.day = days.includes(this.day) ? this.day : (days.find((day) => day >= pageStart && day <= pageEnd) ?? '');
  }

  /** One of each course that is sold whole: its first date stands for it. */
  get shownSessions(): BookingSessionDto[] {
    const courses = new Set<string>();
    return this.sessions.filter(({ soldAs, seriesId }) => {
      if (soldAs !== 'Whole' || !seriesId) {
        return true;
      }
      const isFirst = !courses.has(seriesId);
      courses.add(seriesId);
      return isFirst;
    });
  }

  get choices(): DateChoice[] {
    if (this.isAppointment) {
      return (this.appointments?.times ?? []).map((time) => timeChoice(time, this.clocks));
    }
    const { product, store } = this;
    return this.shownSessions.map((session) =>
      sessionChoice(session, product?.title ?? '', this.clocks, store as StoreDto),
    );
  }

  get notes(): Record<string, DayNote> {
    return notesOf(this.choices, this.locale);
  }

  get views() {
    const all: [View, string][] = [
      ['list', labels.list],
      ['month', labels.calendar],
      ['week', labels.week],
    ];
    return all
      .filter(([name]) => name !== 'list' || !this.isAppointment)
      .map(([name, label]) => ({ name, label, checked: name === this.view }));
  }

  get isList(): boolean {
    return this.view === 'list';
  }

  get isWeek(): boolean {
    return this.view === 'week';
  }

  get hasViews(): boolean {
    return this.choices.length > 0 || this.isAppointment;
  }

  get isEmpty(): boolean {
    return !this.loading && !this.isAppointment && this.choices.length === 0 && !this.problem;
  }

  get isFirstLoad(): boolean {
    return this.loading && !this.appointments && this.sessions.length === 0;
  }

  /** Those of the list, or of the chosen day. */
  get offered(): DateChoice[] {
    const choices = this.choices;
    if (this.isList) {
      return choices.slice(0, this.shownDates);
    }
    return choices.filter(({ startsAt, shownZone }) => dayIn(startsAt, shownZone) === this.day);
  }

  get hasOffered(): boolean {
    return this.offered.length > 0;
  }

  get isMore(): boolean {
    return this.isList && this.choices.length > this.shownDates;
  }

  get datesHeading(): string {
    if (this.isList) {
      return labels.dateHeading;
    }
    const heading = this.isAppointment ? labels.appointmentHeading : labels.dateHeading;
    return this.day ? `${heading}: ${dayText(this.day, this.locale)}` : heading;
  }

  /** Clocks can be chosen where they differ. */
  get clockChoices() {
    const first = this.choices[0];
    const own = ownZone();
    if (!first || !differs(first.zone, own, first.startsAt)) {
      return [];
    }
    // Summer and winter call the same clocks differently.
    const moments = (this.hasOffered ? this.offered : this.choices).map(({ startsAt }) => startsAt);
    const text = (label: string, zone: string): string => fillLabel(label, zoneTextOver(zone, moments, this.locale));
    return [
      { name: 'place', label: text(labels.place, first.zone), checked: this.clocks === 'place' },
      { name: 'own', label: text(labels.own, own), checked: this.clocks === 'own' },
    ];
  }

  get hasClocks(): boolean {
    return this.clockChoices.length > 0;
  }

  get personChoices() {
    const people = this.appointments?.people ?? [];
    return people.length < 2
      ? []
      : [{ id: '', name: labels.all }, ...people].map((person) => ({
          ...person,
          selected: person.id === this.personId,
        }));
  }

  get hasPeopleToChoose(): boolean {
    return this.personChoices.length > 0;
  }

  get session(): BookingSessionDto | null {
    return this.sessions.find(({ id }) => id === this.chosen) ?? null;
  }

  get awaited(): BookingSessionDto | null {
    return this.sessions.find(({ id }) => id === this.awaitedId) ?? null;
  }

  get isChosen(): boolean {
    return Boolean(this.chosen);
  }

  /** All dates of the series of the chosen one that are still to come. */
  get series(): BookingSessionDto[] {
    const { session } = this;
    return session?.seriesId && session.soldAs !== 'Single'
      ? this.sessions.filter(({ seriesId, state }) => seriesId === session.seriesId && state !== 'Cancelled')
      : [];
  }

  get hasSeries(): boolean {
    return this.series.length > 1;
  }

  get booksSeries(): boolean {
    return this.series.length > 0 && (this.whole || this.session?.soldAs === 'Whole');
  }

  /** Dates that are booked. */
  get booked(): BookingSessionDto[] {
    if (!this.session) {
      return [];
    }
    if (!this.booksSeries) {
      return [this.session];
    }
    const own = this.series.filter(({ id, state }) => state === 'Open' && !this.leftOut.includes(id));
    const shifted = new Set(Object.values(this.instead));
    return [...own, ...this.otherDates.filter(({ id }) => shifted.has(id))];
  }

  /** Dates that can come in place of those of the series: of the same product, and had one by one. */
  get otherDates(): BookingSessionDto[] {
    const own = this.session?.seriesId;
    return this.sessions.filter(
      ({ seriesId, soldAs, state }) => state === 'Open' && (!seriesId || (seriesId !== own && soldAs !== 'Whole')),
    );
  }

  get tickets(): TicketChoice[] {
    const several = this.kinds.length > 1;
    return this.kinds.map((kind) => {
      const facts = this.offer?.tickets.find(({ variantId }) => variantId === kind.id);
      const own = this.booked.map(({ tickets }) => tickets.find(({ variantId }) => variantId === kind.id));
      const left = own.map((ticket) => (ticket?.isFree ? (ticket.few ?? MOST) : 0));
      const few = left.length ? Math.min(...left) : MOST;
      const most = Math.min(facts?.most ?? this.offer?.most ?? MOST, few);
      const price = this.priceOf(kind.id);
      const isFew = few < MOST && this.booked.length > 0;
      return {
        variantId: kind.id,
        title: several ? (kind.title ?? '') : '',
        price: formatMoney(price, this.store),
        note: ticketNote(facts, few === 0 ? labels.full : isFew ? leftText(few, this.locale) : '', this.locale),
        quantity: Math.min(this.counts[kind.id] ?? 0, Math.max(most, several ? 0 : 1)),
        most,
      };
    });
  }

  /** A place for each of the people that the tickets admit. */
  get places(): Place[] {
    return this.tickets.flatMap((ticket) => {
      const facts = this.offer?.tickets.find(({ variantId }) => variantId === ticket.variantId);
      const place = { ticket: ticket.title, asksAge: Boolean(facts?.minimumAge || facts?.maximumAge) };
      return Array.from({ length: ticket.quantity * (facts?.attendees ?? 1) }, () => place);
    });
  }

  get peopleNeeded(): number {
    return this.places.length;
  }

  get asksPeople(): boolean {
    return (
      this.isChosen && this.places.length > 0 && (this.details !== 'None' || this.places.some((one) => one.asksAge))
    );
  }

  get details(): string {
    return this.offer?.details ?? 'None';
  }

  get hasSeats(): boolean {
    return this.seatRows.length > 0 && this.places.length > 0;
  }

  get total(): string {
    const sum = this.tickets.reduce((all, { variantId, quantity }) => all + this.priceOf(variantId) * quantity, 0);
    return this.isChosen && this.places.length ? fillLabel(labels.total, formatMoney(sum, this.store)) : '';
  }

  /** What of it is paid with the order, and until when the rest, as the policy has it; blank: all of it at once. */
  get dueText(): string {
    const { depositPercent, balanceHours } = this.offer ?? {};
    const startsAt = this.booked[0]?.startsAt ?? (this.isAppointment ? this.chosen : '');
    if (!this.total || !depositPercent || depositPercent >= 100 || !startsAt) {
      return '';
    }
    const due = new Date(startsAt).getTime() - (balanceHours ?? 0) * HOUR;
    if (due <= Date.now() + 24 * HOUR) {
      return '';
    }
    const [sum, now] = this.tickets.reduce(
      ([all, first], { variantId, quantity }) => {
        const price = this.priceOf(variantId);
        return [all + price * quantity, first + roundMoney((price * depositPercent) / 100, this.store) * quantity];
      },
      [0, 0],
    );
    const until = formatDateTime(new Date(due).toISOString(), this.locale);
    return fillLabel(labels.dueNow, formatMoney(now, this.store), formatMoney(sum - now, this.store), until);
  }

  /** Of one ticket for all that is booked: a course that is booked without leaving a date out has its own price. */
  priceOf(variantId: string): number {
    const { booked, session } = this;
    if (!booked.length) {
      return this.kinds.find(({ id }) => id === variantId)?.price ?? 0;
    }
    const isWhole = this.booksSeries && this.choice().leftOut === undefined;
    const own = booked.reduce(
      (sum, { tickets }) => sum + (tickets.find((one) => one.variantId === variantId)?.price ?? 0),
      0,
    );
    return isWhole ? (session?.seriesPrice ?? own) : own;
  }

  get confirmedLater(): boolean {
    return Boolean(this.offer?.needsConfirmation);
  }

  handleView(event: Event): void {
    this.view = (event.target as HTMLInputElement).value as View;
    this.page = this.day || this.page;
    if (this.isAppointment) {
      this.load('');
    } else {
      this.startCalendar();
    }
  }

  /** The calendar opens where there is something. */
  startCalendar(): void {
    const days = Object.keys(this.notes).sort();
    this.day = days.includes(this.day) ? this.day : (days.find((day) => this.notes[day].isOpen) ?? days[0] ?? '');
    this.page = this.day || this.today;
  }

  handleClocks(event: Event): void {
    this.clocks = (event.target as HTMLInputElement).value as Clocks;
    const chosen = this.choices.find(({ key }) => key === this.chosen);
    this.day = chosen ? dayIn(chosen.startsAt, chosen.shownZone) : this.day;
  }

  handlePerson(event: Event): void {
    this.personId = (event.target as HTMLSelectElement).value;
    this.chosen = '';
    this.tell();
    this.load('');
  }

  handlePage(event: CustomEvent<{ day: string }>): void {
    this.page = event.detail.day;
    if (this.isAppointment) {
      this.day = '';
      this.load('');
    } else if (addDays(this.page, 42) > this.known) {
      this.load(addDays(this.page, 42));
    }
  }

  handleDay(event: CustomEvent<{ day: string }>): void {
    this.day = event.detail.day;
  }

  handleMore(): void {
    this.shownDates += FIRST_DATES;
  }

  handleChoose(event: CustomEvent<{ key: string }>): void {
    this.choose(event.detail.key);
  }

  handleWait(event: CustomEvent<{ key: string }>): void {
    this.awaitedId = event.detail.key;
  }

  /** Back to where they came from. */
  handleWaited(): void {
    const button = this.querySelector<HTMLElement>(`[data-wait][data-key="${this.awaitedId}"]`);
    this.awaitedId = '';
    button?.focus();
  }

  choose(key: string): void {
    this.chosen = key;
    this.errors = {};
    this.seats = [];
    this.seatRows = [];
    this.leftOut = [];
    this.instead = {};
    if (this.session?.hasSeats) {
      this.loadSeats(key);
    }
    this.tell();
  }

  async loadSeats(sessionId: string): Promise<void> {
    try {
      this.seatRows = (await getSeats({ storeCode: this.store?.code ?? '', sessionId })) as SeatRowDto[];
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  handleWhole(event: CustomEvent<{ whole: boolean }>): void {
    this.whole = event.detail.whole;
    this.tell();
  }

  handleLeave(event: CustomEvent<{ sessionId: string; leave: boolean }>): void {
    const { sessionId, leave } = event.detail;
    const rest = this.leftOut.filter((id) => id !== sessionId);
    this.leftOut = leave ? [...rest, sessionId] : rest;
    if (!leave) {
      this.shift(sessionId, '');
    }
    this.tell();
  }

  handleShift(event: CustomEvent<{ sessionId: string; insteadId: string }>): void {
    const { sessionId, insteadId } = event.detail;
    this.shift(sessionId, insteadId);
    announce(this.total);
    this.tell();
  }

  shift(sessionId: string, insteadId: string): void {
    const rest = Object.entries(this.instead).filter(([id]) => id !== sessionId);
    this.instead = Object.fromEntries(insteadId ? [...rest, [sessionId, insteadId]] : rest);
  }

  handleCount(event: CustomEvent<{ variantId: string; quantity: number }>): void {
    const { variantId, quantity } = event.detail;
    this.counts = { ...this.counts, [variantId]: quantity };
    this.seats = this.seats.slice(0, this.peopleNeeded);
    this.errors = {};
    announce(this.total);
    this.tell();
  }

  handleSeats(event: CustomEvent<{ seats: string[] }>): void {
    this.seats = event.detail.seats;
    this.errors = { ...this.errors, seats: '' };
  }

  handlePeople(event: CustomEvent<{ index: number; name: keyof AttendeeInput; value: string }>): void {
    const { index, name, value } = event.detail;
    const people = [...this.people];
    people[index] = { ...(people[index] ?? nobody()), [name]: value };
    this.people = people;
  }

  tell(): void {
    this.dispatchEvent(new CustomEvent('ready', { detail: { ready: this.isChosen && this.places.length > 0 } }));
  }

  /** What is missing, shown in its place. @returns whether all is there */
  @api
  check(): boolean {
    const errors: Record<string, string> = {};
    if (!this.isChosen || (this.booksSeries && !this.booked.length)) {
      errors.session = labels.timesMissing;
    } else if (!this.places.length) {
      errors.tickets = labels.ticketMissing;
    } else if (this.hasSeats && this.seats.length !== this.peopleNeeded) {
      errors.seats = fillLabel(labels.seatsMissing, this.peopleNeeded);
    }
    return !this.showProblems(errors);
  }

  /** The lines as the cart takes them, one for each kind of ticket. */
  @api
  lines(): NewLine[] {
    let next = 0;
    return this.tickets
      .filter(({ quantity }) => quantity > 0)
      .map(({ variantId, quantity }) => {
        const facts = this.offer?.tickets.find((one) => one.variantId === variantId);
        const people = quantity * (facts?.attendees ?? 1);
        const [first, last] = [next, next + people];
        next = last;
        return {
          type: 'Booking',
          productId: variantId,
          quantity,
          configuration: JSON.stringify({
            ...this.choice(),
            ...(this.hasSeats ? { seats: this.seats.slice(first, last) } : {}),
            ...(this.asksPeople ? { attendees: this.attendees(first, last) } : {}),
          }),
          recipientName: null,
          recipientEmail: null,
        };
      });
  }

  choice(): Record<string, unknown> {
    if (this.isAppointment) {
      return { at: this.chosen, ...(this.personId ? { resource: this.personId } : {}) };
    }
    if (!this.booksSeries) {
      return { session: this.chosen };
    }
    const ids = new Set(this.booked.map(({ id }) => id));
    const leftOut = this.series.map(({ id }) => id).filter((id) => !ids.has(id));
    const instead = Object.values(this.instead);
    return {
      series: this.session?.seriesId,
      ...(leftOut.length ? { leftOut } : {}),
      ...(instead.length ? { instead } : {}),
    };
  }

  /** Those that were named; nobody is where nothing was typed. */
  attendees(first: number, last: number): Record<string, string>[] {
    return Array.from({ length: last - first }, (_, index) => {
      const typed = Object.entries(this.people[first + index] ?? nobody()).map(([name, value]) => [name, value.trim()]);
      return Object.fromEntries(typed.filter(([, value]) => value));
    });
  }

  /** Shows what is wrong in its place. @returns whether any of it is the picker’s */
  @api
  showProblems(fields: Record<string, string>, code = ''): boolean {
    if (code === 'OUT_OF_STOCK') {
      // Somebody else was faster: what there is still is shown, and what was typed stays.
      this.renew();
    }
    const { session, tickets, seats, attendees, birthdate } = fields;
    this.errors = { session, tickets, seats, attendees: attendees || birthdate };
    const first = Object.values(this.errors).find(Boolean);
    if (first) {
      announce(first);
      const place = Object.keys(this.errors).find((name) => this.errors[name]) as string;
      this.querySelector(`[data-part="${place}"]`)?.scrollIntoView?.({ block: 'center' });
    }
    return Boolean(first);
  }

  /** The tickets are in the cart: what is free is asked again. */
  @api
  clear(): void {
    this.people = [];
    this.renew();
  }

  /** Nothing is chosen, and what is free is asked again. */
  renew(): void {
    this.chosen = '';
    this.seats = [];
    this.seatRows = [];
    this.sessions = [];
    this.known = '';
    this.tell();
    this.load(addDays(this.today, STRETCH));
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load(addDays(this.today, STRETCH));
  }
}

function nobody(): AttendeeInput {
  return { firstName: '', lastName: '', email: '', phone: '', birthdate: '' };
}
