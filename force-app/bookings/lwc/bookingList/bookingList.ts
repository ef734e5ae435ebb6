import { LightningElement, api } from 'lwc';
import cancelTickets from '@salesforce/apex/BookingAccountController.cancel';
import cancelCourse from '@salesforce/apex/BookingAccountController.cancelCourse';
import getTimes from '@salesforce/apex/AppointmentController.getTimes';
import getSessions from '@salesforce/apex/BookingController.getSessions';
import moveBooking from '@salesforce/apex/BookingAccountController.move';
import quoteMove from '@salesforce/apex/BookingAccountController.quoteMove';
import getCalendarFile from '@salesforce/apex/BookingAccountController.getCalendarFile';
import quoteCancel from '@salesforce/apex/BookingAccountController.quoteCancel';
import quoteCourse from '@salesforce/apex/BookingAccountController.quoteCourse';
import saveNames from '@salesforce/apex/BookingAccountController.saveNames';
import { addDays, dayIn, dayText, differs, ownZone, spanBeside, spanIn, zoneText } from 'c/bookingClock';
import { addLine } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatMoney, formatNumber, pluralLabel } from 'c/storeFormat';
import { qrPath } from 'c/storeQr';
import { checkoutUrl } from 'c/storeRoutes';
import type {
  AppointmentsDto,
  BookingAttendeeDto,
  BookingDto,
  BookingQuoteDto,
  BookingSessionDto,
  DateChoice,
} from 'c/bookingTypes';
import type { StoreDto } from 'c/storeTypes';
import { labels } from './labels';

const STATUS: Record<BookingDto['status'], string> = {
  Booked: labels.booked,
  Confirmed: labels.confirmed,
  Attended: labels.attended,
  No_Show: labels.noShow,
  Cancelled: labels.cancelled,
};
type Field = 'firstName' | 'lastName' | 'email' | 'phone' | 'birthdate';

/** How far ahead other dates are looked for. */
const DAYS_TO_MOVE = 99;
/** The same of an appointment, whose times are many. */
const DAYS_OF_TIMES = 28;

/**
 * Bookings, each with its code for the door, who comes, a file for calendars, and what it costs to cancel before anybody does.
 * @fires BookingList#bookingschange `{bookings}` as they are now
 */
export default class BookingList extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  /** Code that the page's cart goes by; blank for the org's default store. */
  @api cartCode = '';
  /** Secret of the private link; blank for who signed in. */
  @api orderToken = '';
  @api bookings: BookingDto[] = [];

  labels = labels;
  busy = false;
  problem = '';
  /** Booking whose names are edited. */
  namedId = '';
  people: BookingAttendeeDto[] = [];
  /** Booking that is about to be cancelled, how many tickets, and what that costs. */
  cancelledId = '';
  tickets = 0;
  /** Of whom it is said that they do not come. */
  leaving: string[] = [];
  quote: BookingQuoteDto | null = null;
  /** A date of the course that is about to be cancelled. */
  courseId = '';
  /** Booking that is about to be moved, dates that it could have, and the one that was chosen. */
  movedId = '';
  dates: DateChoice[] | null = null;
  dateId = '';
  /** Day whose times are shown of an appointment that is moved. */
  day = '';
  /** First day of the stretch whose times are known, and the last one that can be booked. */
  firstDay = '';
  lastDay = '';
  /** With whom the appointment is to be; blank: anybody. */
  personId = '';
  staff: AppointmentsDto['people'] = [];

  get locale(): string {
    return this.store?.locale ?? '';
  }

  get storeCode(): string {
    return this.store?.code ?? '';
  }

  get hasOpen(): boolean {
    return this.rows.some(({ hasActions }) => hasActions);
  }

  /** Dates of a course that were booked together are one card, oldest first; other bookings follow each other as they come. */
  get groups() {
    const groups: { key: string; isCourse: boolean; rows: BookingList['rows'] }[] = [];
    for (const row of this.rows) {
      const last = groups[groups.length - 1];
      const same = row.isDate ? groups.find(({ key }) => key === row.courseKey) : last?.isCourse ? undefined : last;
      if (same) same.rows.push(row);
      else groups.push({ key: row.isDate ? row.courseKey! : row.id, isCourse: row.isDate, rows: [row] });
    }
    return groups.map((group) => (group.isCourse ? this.courseOf(group) : { ...group, className: 'singles' }));
  }

  private courseOf(group: { key: string; isCourse: boolean; rows: BookingList['rows'] }) {
    const rows = [...group.rows].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
    const [first] = rows;
    const last = rows[rows.length - 1];
    // One code is enough for the eye: that of the next date. The others are read out.
    const next = rows.find(({ qr }) => qr);
    const paid = rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    const context = { locale: this.locale, currencyCode: first.currencyCode };
    const dayOf = ({ startsAt, zone }: BookingDto) => dayText(dayIn(startsAt, zone), this.locale, true);
    const name = first.seriesName || first.title;
    return {
      ...group,
      name,
      role: 'group',
      className: 'course',
      id: first.id,
      title: first.title === name ? '' : first.title,
      span: fillLabel(labels.courseDates, formatNumber(rows.length, this.locale), dayOf(first), dayOf(last)),
      what: [
        first.ticket,
        fillLabel(labels.tickets, formatNumber(first.quantity, this.locale)),
        formatMoney(paid, context),
      ]
        .filter(Boolean)
        .join(' · '),
      canCancel: rows.some(({ isOpen }) => isOpen) && !rows.some(({ id }) => id === this.courseId),
      isCancelling: rows.some(({ id }) => id === this.courseId),
      cancelLabel: `${labels.courseCancel}: ${name}`,
      terms: first.terms,
      // A date that is called otherwise, such as one in place of another, says so.
      rows: rows.map((row) => ({
        ...row,
        ownTitle: row.title === first.title ? '' : row.title,
        qr: row === next ? row.qr : null,
        codeOnly: row !== next && row.qr ? row.codeText : '',
      })),
    };
  }

  get rows() {
    const own = ownZone();
    const courses = new Map<string, number>();
    for (const { courseKey } of this.bookings) {
      if (courseKey) courses.set(courseKey, (courses.get(courseKey) ?? 0) + 1);
    }
    return this.bookings.map((booking) => {
      const { startsAt, endsAt, zone } = booking;
      const isElsewhere = differs(zone, own, startsAt);
      const isOff = Boolean(booking.isCalledOff);
      const context = { locale: this.locale, currencyCode: booking.currencyCode };
      const named = booking.attendees.map((one) => this.nameOf(one)).filter(Boolean);
      const isDate = (courses.get(booking.courseKey ?? '') ?? 0) > 1;
      return {
        ...booking,
        isDate,
        isAlone: !isDate,
        heading: isDate ? dayText(dayIn(startsAt, zone), this.locale) : booking.title,
        level: isDate ? '4' : '3',
        codeOnly: '',
        ownTitle: '',
        day: dayText(dayIn(startsAt, zone), this.locale),
        time: `${spanIn(startsAt, endsAt, zone, this.locale)}${isElsewhere ? `, ${zoneText(zone, startsAt, this.locale)}` : ''}`,
        other: isElsewhere
          ? fillLabel(
              labels.yours,
              spanBeside(startsAt, endsAt, own, zone, this.locale),
              zoneText(own, startsAt, this.locale),
            )
          : '',
        where: [booking.place, booking.address].filter(Boolean).join(', '),
        what: (isDate
          ? []
          : [
              booking.ticket,
              fillLabel(labels.tickets, formatNumber(booking.quantity, this.locale)),
              booking.amount == null ? '' : formatMoney(booking.amount, context),
            ]
        )
          .filter(Boolean)
          .join(' · '),
        balanceText: booking.balanceDue
          ? fillLabel(
              labels.balance,
              formatMoney(booking.balanceDue, context),
              formatDateTime(booking.balanceDueAt, this.locale),
            )
          : '',
        payLabel: `${labels.pay}: ${booking.title}`,
        choiceText: booking.choiceUntil
          ? fillLabel(labels.choice, formatDateTime(booking.choiceUntil, this.locale))
          : '',
        feeText: booking.fee ? fillLabel(labels.kept, formatMoney(booking.fee, context)) : '',
        statusText: isOff ? labels.calledOff : STATUS[booking.status],
        badgeClass: `badge ${isOff ? 'cancelled' : booking.status.toLowerCase()}`,
        people: named.length ? named.join(', ') : booking.details === 'None' ? '' : labels.nobody,
        hasCalendar: !isOff,
        qr: booking.isOpen && booking.code && !isOff ? qrPath(booking.code) : null,
        codeText: fillLabel(labels.code, booking.code),
        canName: Boolean(booking.namesUntil),
        isNaming: booking.id === this.namedId,
        isCancelling: booking.id === this.cancelledId,
        isMoving: booking.id === this.movedId,
        canMove: Boolean(booking.movesWithin),
        moveLabel: `${labels.move}: ${booking.title}, ${dayText(dayIn(startsAt, zone), this.locale)}`,
        hasActions: booking.isOpen && ![this.namedId, this.cancelledId, this.movedId].includes(booking.id),
        joinLabel: `${labels.join}: ${booking.title}`,
        cancelLabel: `${labels.cancel}: ${booking.title}, ${dayText(dayIn(startsAt, zone), this.locale)}`,
      };
    });
  }

  nameOf({ firstName, lastName, seat }: BookingAttendeeDto): string {
    const name = [firstName, lastName].filter(Boolean).join(' ');
    const place = seat ? fillLabel(labels.seat, seat) : '';
    return [name, place].filter(Boolean).join(', ');
  }

  get named(): BookingDto | undefined {
    return this.bookings.find(({ id }) => id === this.namedId);
  }

  get nameRows() {
    const fields: Field[] = [
      'firstName',
      'lastName',
      ...(this.named?.details === 'Contact' ? (['email', 'phone'] as const) : []),
      // Of whoever comes in somebody's place; what is known of others is not shown.
      ...(this.named?.asksAge ? (['birthdate'] as const) : []),
    ];
    return this.people.map((one, index) => ({
      id: one.id,
      heading: fillLabel(labels.person, index + 1),
      fields: fields.map((name) => ({
        name: `booking.${one.id}-${name}`,
        label: labels[name],
        value: one[name] ?? '',
        type: { email: 'email', phone: 'tel', birthdate: 'date' }[name as string] ?? 'text',
        index,
        field: name,
      })),
    }));
  }

  get ticketChoices() {
    const quantity = this.bookings.find(({ id }) => id === this.cancelledId)?.quantity ?? 1;
    return Array.from({ length: quantity }, (_, index) => ({
      value: String(index + 1),
      text: fillLabel(labels.tickets, formatNumber(index + 1, this.locale)),
      selected: index + 1 === this.tickets,
    }));
  }

  get hasTicketChoice(): boolean {
    return this.ticketChoices.length > 1;
  }

  get canCancel(): boolean {
    return Boolean(this.quote?.isAllowed) && (!this.hasLeaving || this.leaving.length === this.leavingNeeded);
  }

  /** People that the tickets admit that are given back. */
  get leavingNeeded(): number {
    const { attendees = [], quantity = 1 } = this.bookings.find(({ id }) => id === this.cancelledId) ?? {};
    return attendees.length - Math.floor((attendees.length * (quantity - this.tickets)) / quantity);
  }

  get leavingHeading(): string {
    return fillLabel(labels.leaving, formatNumber(this.leavingNeeded, this.locale));
  }

  /** Who may stay away, where some come and some do not. */
  get leavingChoices() {
    const { attendees = [], quantity = 1 } = this.bookings.find(({ id }) => id === this.cancelledId) ?? {};
    return this.tickets < quantity && attendees.length > 1
      ? attendees.map((one, index) => ({
          id: one.id,
          text: this.nameOf(one) || fillLabel(labels.person, index + 1),
          checked: this.leaving.includes(one.id),
        }))
      : [];
  }

  get hasLeaving(): boolean {
    return this.leavingChoices.length > 0;
  }

  get quoteText(): string {
    const { quote } = this;
    if (!quote) {
      return labels.working;
    }
    if (!quote.isAllowed) {
      return quote.problem ?? '';
    }
    const context = { locale: this.locale, currencyCode: quote.currencyCode ?? '' };
    const refund = formatMoney(quote.refund ?? 0, context);
    const text = quote.fee
      ? fillLabel(labels.fee, formatMoney(quote.fee, context), refund)
      : fillLabel(labels.free, refund);
    return quote.until ? `${text} ${fillLabel(labels.until, formatDateTime(quote.until, this.locale))}` : text;
  }

  /** What cancelling the dates of the course that are to come gives back. */
  get courseText(): string {
    const { quote } = this;
    if (!quote) {
      return labels.working;
    }
    if (!quote.isAllowed) {
      return quote.problem ?? '';
    }
    const context = { locale: this.locale, currencyCode: quote.currencyCode ?? '' };
    const forms = quote.fee
      ? { one: labels.courseOneFee, other: labels.courseFee }
      : { one: labels.courseOneFree, other: labels.courseFree };
    const sentence = pluralLabel(quote.dates ?? 0, forms, this.locale);
    const text = fillLabel(sentence, '', formatMoney(quote.fee ?? 0, context), formatMoney(quote.refund ?? 0, context));
    return quote.until ? `${text} ${fillLabel(labels.until, formatDateTime(quote.until, this.locale))}` : text;
  }

  get canCancelCourse(): boolean {
    return Boolean(this.quote?.isAllowed);
  }

  get hasDates(): boolean {
    return Boolean(this.dates?.length);
  }

  get hasNoDates(): boolean {
    return this.dates?.length === 0;
  }

  get canMoveNow(): boolean {
    return Boolean(this.dateId && this.quote?.isAllowed && (this.quote.difference ?? 0) <= 0);
  }

  /** What costs more is paid in the checkout, and moved then. */
  get canPayMove(): boolean {
    return Boolean(this.dateId && this.quote?.isAllowed && (this.quote.difference ?? 0) > 0);
  }

  get moved(): BookingDto | undefined {
    return this.bookings.find(({ id }) => id === this.movedId);
  }

  get movesAppointment(): boolean {
    return Boolean(this.moved?.isAppointment);
  }

  /** Days with free times of the appointment that is moved. */
  get dayChoices() {
    const days = new Set((this.dates ?? []).map(({ startsAt, shownZone }) => dayIn(startsAt, shownZone)));
    return this.movesAppointment
      ? [...days].map((day) => ({ value: day, text: dayText(day, this.locale), selected: day === this.day }))
      : [];
  }

  get personChoices() {
    return this.movesAppointment && this.staff.length > 1
      ? [{ id: '', name: labels.anybody }, ...this.staff].map((one) => ({ ...one, selected: one.id === this.personId }))
      : [];
  }

  get hasPersonChoices(): boolean {
    return this.personChoices.length > 0;
  }

  get hasEarlier(): boolean {
    return this.movesAppointment && this.firstDay > this.today;
  }

  get hasLater(): boolean {
    return this.movesAppointment && Boolean(this.lastDay) && addDays(this.firstDay, DAYS_OF_TIMES + 1) <= this.lastDay;
  }

  /** By the clocks of the place. */
  get today(): string {
    return dayIn(new Date().toISOString(), this.moved?.zone ?? ownZone());
  }

  get hasDayChoices(): boolean {
    return this.dayChoices.length > 0;
  }

  get offeredDates(): DateChoice[] {
    const dates = this.dates ?? [];
    return this.movesAppointment
      ? dates.filter(({ startsAt, shownZone }) => dayIn(startsAt, shownZone) === this.day)
      : dates;
  }

  get moveText(): string {
    const { quote } = this;
    if (!this.dateId) {
      return '';
    }
    if (!quote || !quote.isAllowed) {
      return quote ? (quote.problem ?? '') : labels.working;
    }
    const context = { locale: this.locale, currencyCode: quote.currencyCode ?? '' };
    const difference = quote.difference ?? 0;
    if (quote.balance != null && difference === 0) {
      return fillLabel(labels.moveBalance, formatMoney(quote.balance, context));
    }
    if (difference > 0) {
      return fillLabel(labels.more, formatMoney(difference, context));
    }
    return difference < 0 ? fillLabel(labels.less, formatMoney(quote.refund ?? 0, context)) : labels.moveFree;
  }

  get busyText(): string {
    return String(this.busy);
  }

  idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.id ?? '';
  }

  call(bookingId: string) {
    return { storeCode: this.storeCode, orderToken: this.orderToken, bookingId };
  }

  /** One thing at a time; what went wrong is said above the list. */
  async work(task: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      await task();
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }

  tell(bookings: unknown): void {
    this.dispatchEvent(new CustomEvent('bookingschange', { detail: { bookings } }));
  }

  handleCalendar(event: Event): void {
    const id = this.idOf(event);
    this.work(async () => {
      const text = await getCalendarFile(this.call(id));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
      link.download = `booking-${id}.ics`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  handleNames(event: Event): void {
    this.close();
    this.namedId = this.idOf(event);
    this.people = (this.named?.attendees ?? []).map((one) => ({ ...one }));
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    const { index, field } = (event.currentTarget as HTMLElement).dataset;
    const people = [...this.people];
    people[Number(index)] = { ...people[Number(index)], [field as Field]: event.detail.value };
    this.people = people;
  }

  handleSave(event: Event): void {
    event.preventDefault();
    this.work(async () => {
      const attendees = this.people.map(({ id, firstName, lastName, email, phone, birthdate }) => {
        return { id, firstName, lastName, email, phone, birthdate: birthdate || null };
      });
      this.tell(await saveNames({ ...this.call(this.namedId), attendees }));
      this.namedId = '';
      showToast({ message: labels.namesSaved });
    });
  }

  handleKeep(): void {
    this.close();
  }

  close(): void {
    this.namedId = '';
    this.cancelledId = '';
    this.courseId = '';
    this.movedId = '';
    this.dateId = '';
    this.dates = null;
    this.day = '';
    this.firstDay = '';
    this.lastDay = '';
    this.staff = [];
    this.quote = null;
  }

  handleCancel(event: Event): void {
    this.close();
    this.cancelledId = this.idOf(event);
    this.ask(this.bookings.find(({ id }) => id === this.cancelledId)?.quantity ?? 1);
  }

  handleCourse(event: Event): void {
    this.close();
    this.courseId = this.idOf(event);
    this.work(async () => {
      this.quote = (await quoteCourse(this.call(this.courseId))) as BookingQuoteDto;
    });
  }

  handleCourseReally(): void {
    this.work(async () => {
      const expectedRefund = this.quote?.refund ?? 0;
      this.tell(await cancelCourse({ ...this.call(this.courseId), expectedRefund }));
      this.close();
      showToast({ message: labels.courseGone });
    });
  }

  handleTickets(event: Event): void {
    this.ask(Number((event.target as HTMLSelectElement).value));
  }

  handleLeaving(event: Event): void {
    const { value, checked } = event.target as HTMLInputElement;
    const rest = this.leaving.filter((id) => id !== value);
    this.leaving = checked ? [...rest, value] : rest;
  }

  ask(tickets: number): void {
    this.tickets = tickets;
    const people = this.bookings.find(({ id }) => id === this.cancelledId)?.attendees ?? [];
    this.leaving = people.slice(people.length - this.leavingNeeded).map(({ id }) => id);
    this.quote = null;
    this.work(async () => {
      this.quote = (await quoteCancel({ ...this.call(this.cancelledId), tickets })) as BookingQuoteDto;
    });
  }

  handleMove(event: Event): void {
    this.close();
    this.movedId = this.idOf(event);
    const booking = this.moved as BookingDto;
    this.work(async () => {
      if (booking.isAppointment) {
        this.personId = booking.personId ?? '';
        await this.loadTimes(booking, this.today);
        return;
      }
      const { sessions } = await getSessions({
        storeCode: this.storeCode,
        productIds: [booking.movesWithin ?? ''],
        earliest: new Date().toISOString(),
        latest: new Date(Date.now() + DAYS_TO_MOVE * 86400000).toISOString(),
        cartSecret: null,
      });
      const all = sessions as BookingSessionDto[];
      const before = all.find(({ startsAt }) => startsAt === booking.startsAt);
      this.dates = all
        .filter(({ state, startsAt }) => state === 'Open' && startsAt !== booking.startsAt)
        .map((session) => ({
          key: session.id,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          zone: session.timeZone,
          shownZone: session.timeZone,
          otherZone: ownZone(),
          place: session.place,
          note: this.differenceText(booking, before, session),
          isOpen: true,
          canWait: false,
        }));
    });
  }

  /** What the tickets cost more or less on another date; fees come with the quote. Blank where it is not known what they cost now. */
  private differenceText(booking: BookingDto, before: BookingSessionDto | undefined, after: BookingSessionDto): string {
    const priceOf = (one?: BookingSessionDto) =>
      one?.tickets?.find(({ variantId }) => variantId === booking.variantId)?.price;
    const [now, then] = [priceOf(before), priceOf(after)];
    if (typeof now !== 'number' || typeof then !== 'number') return '';
    const difference = (then - now) * booking.quantity;
    // Nobody pays more where the shop cannot keep the date.
    if (difference === 0 || (difference > 0 && booking.choiceUntil)) return labels.moveSame;
    const context = { locale: this.locale, currencyCode: booking.currencyCode };
    return fillLabel(
      difference > 0 ? labels.moveDearer : labels.moveCheaper,
      formatMoney(Math.abs(difference), context),
    );
  }

  async loadTimes(booking: BookingDto, firstDay: string): Promise<void> {
    const { times, people, lastDay } = (await getTimes({
      storeCode: this.store?.code ?? '',
      variantId: booking.variantId,
      firstDay,
      lastDay: addDays(firstDay, DAYS_OF_TIMES),
      personId: this.personId || null,
    })) as AppointmentsDto;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.staff = people;
    this.dateId = '';
    this.quote = null;
    this.dates = times
      .filter(({ startsAt }) => startsAt !== booking.startsAt)
      .map(({ startsAt, endsAt, zone, place }) => ({
        key: startsAt,
        startsAt,
        endsAt,
        zone,
        shownZone: zone,
        otherZone: ownZone(),
        place,
        note: '',
        isOpen: true,
        canWait: false,
      }));
    this.day = this.dayChoices[0]?.value ?? '';
  }

  handlePerson(event: Event): void {
    this.personId = (event.target as HTMLSelectElement).value;
    this.work(() => this.loadTimes(this.moved as BookingDto, this.firstDay));
  }

  handleEarlier(): void {
    const before = addDays(this.firstDay, -DAYS_OF_TIMES - 1);
    const firstDay = before < this.today ? this.today : before;
    this.work(() => this.loadTimes(this.moved as BookingDto, firstDay));
  }

  handleLater(): void {
    this.work(() => this.loadTimes(this.moved as BookingDto, addDays(this.firstDay, DAYS_OF_TIMES + 1)));
  }

  handleDay(event: Event): void {
    this.day = (event.target as HTMLSelectElement).value;
    this.dateId = '';
    this.quote = null;
  }

  handleDate(event: CustomEvent<{ key: string }>): void {
    this.dateId = event.detail.key;
    this.quote = null;
    this.work(async () => {
      const { movesAppointment, dateId } = this;
      const wanted = {
        ...this.call(this.movedId),
        sessionId: movesAppointment ? null : dateId,
        appointmentAt: movesAppointment ? dateId : null,
        personId: movesAppointment ? this.personId || null : null,
        isAnybody: this.hasPersonChoices && !this.personId,
      };
      this.quote = (await quoteMove(wanted)) as BookingQuoteDto;
    });
  }

  handleMoveNow(): void {
    this.work(async () => {
      const expectedDifference = this.quote?.difference ?? 0;
      const sessionId = this.quote?.sessionId ?? this.dateId;
      this.tell(await moveBooking({ ...this.call(this.movedId), sessionId, expectedDifference }));
      this.close();
      showToast({ message: labels.moved });
    });
  }

  handlePayMove(): void {
    this.pay(this.moved as BookingDto, { moveTo: this.quote?.sessionId ?? this.dateId });
  }

  handlePay(event: Event): void {
    const id = this.idOf(event);
    this.pay(this.bookings.find((one) => one.id === id) as BookingDto, {});
  }

  /** Puts what is to be paid into the cart, and goes to the checkout. */
  pay(booking: BookingDto, change: Record<string, string>): void {
    this.work(async () => {
      await addLine(this.cartCode, {
        type: 'BookingPayment',
        productId: booking.variantId,
        quantity: 1,
        configuration: JSON.stringify({
          booking: booking.id,
          ...change,
          ...(this.orderToken ? { link: this.orderToken } : {}),
        }),
        recipientName: null,
        recipientEmail: null,
      });
      window.location.assign(checkoutUrl());
    });
  }

  handleReally(): void {
    this.work(async () => {
      const expectedRefund = this.quote?.refund ?? 0;
      const { tickets } = this;
      const attendeeIds = this.hasLeaving ? this.leaving : [];
      this.tell(await cancelTickets({ ...this.call(this.cancelledId), tickets, expectedRefund, attendeeIds }));
      this.cancelledId = '';
      showToast({ message: labels.cancelledNow });
    });
  }
}
