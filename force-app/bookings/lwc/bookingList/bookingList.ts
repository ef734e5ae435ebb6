import { LightningElement, api } from 'lwc';
import cancelTickets from '@salesforce/apex/BookingAccountController.cancel';
import getTimes from '@salesforce/apex/AppointmentController.getTimes';
import getSessions from '@salesforce/apex/BookingController.getSessions';
import moveBooking from '@salesforce/apex/BookingAccountController.move';
import quoteMove from '@salesforce/apex/BookingAccountController.quoteMove';
import getCalendarFile from '@salesforce/apex/BookingAccountController.getCalendarFile';
import quoteCancel from '@salesforce/apex/BookingAccountController.quoteCancel';
import saveNames from '@salesforce/apex/BookingAccountController.saveNames';
import { addDays, dayIn, dayText, differs, ownZone, spanIn, zoneText } from 'c/bookingClock';
import { addLine } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatMoney, formatNumber } from 'c/storeFormat';
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
type Field = 'firstName' | 'lastName' | 'email' | 'phone';

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
  quote: BookingQuoteDto | null = null;
  /** Booking that is about to be moved, dates that it could have, and the one that was chosen. */
  movedId = '';
  dates: DateChoice[] | null = null;
  dateId = '';
  /** Day whose times are shown of an appointment that is moved. */
  day = '';

  get locale(): string {
    return this.store?.locale ?? '';
  }

  get storeCode(): string {
    return this.store?.code ?? '';
  }

  get hasOpen(): boolean {
    return this.rows.some(({ hasActions }) => hasActions);
  }

  get rows() {
    const own = ownZone();
    return this.bookings.map((booking) => {
      const { startsAt, endsAt, zone } = booking;
      const isElsewhere = differs(zone, own, startsAt);
      const context = { locale: this.locale, currencyCode: booking.currencyCode };
      const named = booking.attendees.map((one) => this.nameOf(one)).filter(Boolean);
      return {
        ...booking,
        day: dayText(dayIn(startsAt, zone), this.locale),
        time: `${spanIn(startsAt, endsAt, zone, this.locale)}${isElsewhere ? `, ${zoneText(zone, startsAt, this.locale)}` : ''}`,
        other: isElsewhere
          ? fillLabel(labels.yours, spanIn(startsAt, endsAt, own, this.locale), zoneText(own, startsAt, this.locale))
          : '',
        where: [booking.place, booking.address].filter(Boolean).join(', '),
        what: [
          booking.ticket,
          fillLabel(labels.tickets, formatNumber(booking.quantity, this.locale)),
          booking.amount == null ? '' : formatMoney(booking.amount, context),
        ]
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
        statusText: STATUS[booking.status],
        badgeClass: `badge ${booking.status.toLowerCase()}`,
        people: named.length ? named.join(', ') : booking.details === 'None' ? '' : labels.nobody,
        qr: booking.isOpen && booking.code ? qrPath(booking.code) : null,
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
    const fields: Field[] =
      this.named?.details === 'Contact' ? ['firstName', 'lastName', 'email', 'phone'] : ['firstName', 'lastName'];
    return this.people.map((one, index) => ({
      id: one.id,
      heading: fillLabel(labels.person, index + 1),
      fields: fields.map((name) => ({
        name: `booking.${one.id}-${name}`,
        label: labels[name],
        value: one[name] ?? '',
        type: { email: 'email', phone: 'tel' }[name as string] ?? 'text',
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
    return Boolean(this.quote?.isAllowed);
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
      const attendees = this.people.map(({ id, firstName, lastName, email, phone }) => {
        return { id, firstName, lastName, email, phone };
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
    this.movedId = '';
    this.dateId = '';
    this.dates = null;
    this.day = '';
    this.quote = null;
  }

  handleCancel(event: Event): void {
    this.close();
    this.cancelledId = this.idOf(event);
    this.ask(this.bookings.find(({ id }) => id === this.cancelledId)?.quantity ?? 1);
  }

  handleTickets(event: Event): void {
    this.ask(Number((event.target as HTMLSelectElement).value));
  }

  ask(tickets: number): void {
    this.tickets = tickets;
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
        await this.loadTimes(booking);
        return;
      }
      const { sessions } = await getSessions({
        storeCode: this.storeCode,
        productIds: [booking.movesWithin ?? ''],
        earliest: new Date().toISOString(),
        latest: new Date(Date.now() + DAYS_TO_MOVE * 86400000).toISOString(),
        cartSecret: null,
      });
      this.dates = (sessions as BookingSessionDto[])
        .filter(({ state, startsAt }) => state === 'Open' && startsAt !== booking.startsAt)
        .map((session) => ({
          key: session.id,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          zone: session.timeZone,
          shownZone: session.timeZone,
          otherZone: ownZone(),
          place: session.place,
          note: '',
          isOpen: true,
          canWait: false,
        }));
    });
  }

  async loadTimes(booking: BookingDto): Promise<void> {
    const today = dayIn(new Date().toISOString(), booking.zone);
    const { times } = (await getTimes({
      storeCode: this.store?.code ?? '',
      variantId: booking.variantId,
      firstDay: today,
      lastDay: addDays(today, DAYS_OF_TIMES),
      personId: null,
    })) as AppointmentsDto;
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
      this.tell(await cancelTickets({ ...this.call(this.cancelledId), tickets, expectedRefund }));
      this.cancelledId = '';
      showToast({ message: labels.cancelledNow });
    });
  }
}
