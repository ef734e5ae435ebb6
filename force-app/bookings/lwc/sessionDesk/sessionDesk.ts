import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import LOCALE from '@salesforce/i18n/locale';
import getChoices from '@salesforce/apex/ScheduleController.getChoices';
import getDesk from '@salesforce/apex/SessionDeskController.getDesk';
import mark from '@salesforce/apex/SessionDeskController.mark';
import putFirst from '@salesforce/apex/SessionDeskController.putFirst';
import rename from '@salesforce/apex/SessionDeskController.rename';
import saveNotes from '@salesforce/apex/SessionDeskController.saveNotes';
import setCapacity from '@salesforce/apex/SessionDeskController.setCapacity';
import setStatus from '@salesforce/apex/SessionDeskController.setStatus';
import takeOff from '@salesforce/apex/SessionDeskController.takeOff';
import { cityOf } from 'c/bookingClock';
import BookingCancelDialog from 'c/bookingCancelDialog';
import BookingMoveDialog from 'c/bookingMoveDialog';
import { saveCsv } from 'c/csvFile';
import { minutesBetween, wallIn, wallText } from 'c/scheduleModel';
import SessionCallOffDialog from 'c/sessionCallOffDialog';
import SessionMoveDialog from 'c/sessionMoveDialog';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { csvOf } from './attendeeCsv';
import { labels } from './labels';

type Desk = Awaited<ReturnType<typeof getDesk>>;
type Booking = NonNullable<Desk['bookings']>[number];
type Attendee = NonNullable<Booking['attendees']>[number];
type Choices = Awaited<ReturnType<typeof getChoices>>;

const nameOf = (one: { firstName?: string | null; lastName?: string | null }): string =>
  [one.firstName, one.lastName].filter(Boolean).join(' ');

/** The desk of a session: people with check-in, capacities, seats, rooms and staff, waiting list, notes; on a phone too. */
export default class SessionDesk extends LightningElement {
  @api recordId = '';

  labels = labels;
  /** A phone has no room for tabs. */
  openSections = ['people', 'capacity'];
  desk: Desk | null = null;
  choices: Choices | null = null;
  search = '';
  editedId: string | null = null;
  poolId: string | null = null;
  isPrinting = false;
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  news = '';

  async connectedCallback() {
    await this.attempt(async () => {
      this.desk = await getDesk({ sessionId: this.recordId });
    });
    this.isLoading = false;
  }

  /** Does something once at a time and says what went wrong. */
  private async attempt(work: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.errorMessage = '';
    try {
      await work();
      return true;
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  private toast(title: string) {
    this.dispatchEvent(new ShowToastEvent({ message: title, variant: 'success' }));
  }

  private stateText(state: string | null | undefined): string {
    return (labels as Record<string, string>)[`state${state}`] ?? state ?? '';
  }

  get when(): string {
    const { desk } = this;
    if (!desk) return '';
    const zone = desk.timeZone ?? 'UTC';
    return `${wallText(desk.localStart!, LOCALE)} – ${wallText(wallIn(desk.endsAt!, zone), LOCALE).split(', ').pop()} (${cityOf(zone)})`;
  }

  get facts() {
    const { desk } = this;
    if (!desk) return [];
    const came = this.people.filter(({ attendee }) => attendee.status === 'Attended').length;
    return [
      { key: 'state', label: labels.state, value: this.stateText(desk.status) },
      { key: 'place', label: labels.place, value: desk.place ?? '' },
      { key: 'people', label: labels.people, value: String(desk.people ?? 0) },
      { key: 'came', label: labels.came, value: fillLabel(labels.cameOf, came, this.people.length) },
      ...(desk.minimum ? [{ key: 'minimum', label: labels.minimum, value: this.minimumText }] : []),
    ];
  }

  private get minimumText(): string {
    const { minimum, people, isMinimumDecided, minimumBy } = this.desk!;
    const when = new Date(minimumBy!).toLocaleString(LOCALE);
    const text =
      (people ?? 0) >= minimum! ? labels.minimumMet : isMinimumDecided ? labels.minimumMissed : labels.minimumOpen;
    return fillLabel(text, people ?? 0, minimum!, when);
  }

  get mayAct(): boolean {
    return Boolean(this.desk?.mayChange) && this.desk?.status !== 'Completed';
  }
  get mayClose(): boolean {
    return this.mayAct && this.desk?.status === 'Open';
  }
  get mayOpen(): boolean {
    return this.mayAct && ['Closed', 'Draft'].includes(this.desk?.status ?? '');
  }
  get mayComplete(): boolean {
    return this.mayAct && this.desk?.status !== 'Draft' && new Date(this.desk!.startsAt!) < new Date();
  }
  get reasonText(): string {
    return this.desk?.status === 'Cancelled' ? fillLabel(labels.cancelledBecause, this.desk.reason ?? '') : '';
  }

  private get people(): { booking: Booking; attendee: Attendee }[] {
    return (this.desk?.bookings ?? []).flatMap((booking) =>
      (booking.attendees ?? []).map((attendee) => ({ booking, attendee })),
    );
  }

  /** People as the list shows them, narrowed to what is searched for: a name, an address, a code or an order. */
  get rows() {
    const wanted = this.search.trim().toLowerCase();
    return this.people
      .filter(({ booking, attendee }) => {
        const texts = [nameOf(attendee), booking.name, booking.email, booking.code, booking.orderNumber, attendee.seat];
        return !wanted || texts.some((text) => text?.toLowerCase().includes(wanted));
      })
      .map(({ booking, attendee }) => {
        const own = nameOf(attendee);
        const name = own || fillLabel(labels.guestOf, booking.name || booking.code || '', attendee.place ?? 1);
        const isThere = attendee.status === 'Attended';
        const isMissing = attendee.status === 'No_Show';
        const checked = attendee.checkedInAt
          ? wallIn(attendee.checkedInAt, this.desk?.timeZone ?? 'UTC').slice(11)
          : '';
        return {
          id: attendee.id!,
          bookingId: booking.id!,
          name,
          detail: [booking.ticket, attendee.seat ? fillLabel(labels.seat, attendee.seat) : '', booking.code]
            .filter(Boolean)
            .join(' · '),
          contact: attendee.email || booking.email || attendee.phone || booking.phone || '',
          orderNumber: booking.orderNumber,
          orderUrl: booking.orderId ? `/lightning/r/Order/${booking.orderId}/view` : '',
          state: isThere ? fillLabel(labels.there, checked) : isMissing ? labels.noShow : labels.expected,
          stateClass: `state ${isThere ? 'there' : isMissing ? 'missing' : ''}`,
          mayWork: booking.mayWork && !this.isBusy,
          showsCheckIn: booking.mayWork && !isThere,
          showsNoShow: booking.mayWork && !isMissing,
          showsUndo: booking.mayWork && (isThere || isMissing),
          checkInName: fillLabel(labels.checkInName, name),
          noShowName: fillLabel(labels.noShowName, name),
          undoName: fillLabel(labels.undoName, name),
          menuName: fillLabel(labels.menuName, name),
          mayMove: booking.mayWork && booking.isOpen && !booking.isWhole,
          mayCancel: booking.mayRefund && booking.isOpen,
          isEdited: this.editedId === attendee.id,
          firstName: attendee.firstName,
          lastName: attendee.lastName,
          email: attendee.email,
          phone: attendee.phone,
        };
      });
  }

  get hasNobody(): boolean {
    return !this.isLoading && this.people.length === 0;
  }

  get hasNoMatch(): boolean {
    return this.people.length > 0 && this.rows.length === 0;
  }

  get tickets() {
    return (this.desk?.tickets ?? []).map((one) => ({
      key: one.title || '-',
      title: one.title || labels.ticket,
      text: fillLabel(labels.ticketText, one.sold ?? 0, one.people ?? 0),
    }));
  }

  get pools() {
    return (this.desk?.pools ?? []).map((pool) => {
      const used = (pool.held ?? 0) + (pool.taken ?? 0);
      const share = pool.sellable ? Math.min(100, Math.round((used * 100) / pool.sellable)) : 0;
      return {
        ...pool,
        barStyle: `width: ${share}%`,
        text:
          typeof pool.sellable === 'number'
            ? fillLabel(labels.poolText, pool.taken ?? 0, pool.held ?? 0, pool.free ?? 0, pool.sellable)
            : fillLabel(labels.poolEndless, pool.taken ?? 0, pool.held ?? 0),
        editName: fillLabel(labels.editPoolName, pool.name ?? ''),
        isEdited: this.poolId === pool.id,
      };
    });
  }

  get hasSeats(): boolean {
    return (this.desk?.seats ?? []).length > 0;
  }
  get seatRows() {
    return (this.desk?.seats ?? []).map((row) => ({
      name: row.name,
      seats: (row.seats ?? []).map((seat) => ({
        name: seat.name,
        className: `seat${seat.taken ? ' taken' : ''}`,
        title: seat.taken
          ? fillLabel(labels.seatTaken, seat.name ?? '', seat.person ?? '')
          : fillLabel(labels.seatFree, seat.name ?? ''),
      })),
    }));
  }

  get assigned() {
    return (this.desk?.assigned ?? []).map((one) => ({
      ...one,
      kindText: (labels as Record<string, string>)[`kind${one.kind}`] ?? one.kind,
    }));
  }

  get waiting() {
    return (this.desk?.waiting ?? []).map((one) => {
      const name = one.name || one.email || labels.otherStore;
      return {
        ...one,
        name,
        detail: [pluralLabel(one.quantity ?? 1, { one: labels.ticketOne, other: labels.tickets }, LOCALE), one.ticket]
          .filter(Boolean)
          .join(' · '),
        state:
          one.status === 'Offered'
            ? fillLabel(labels.offered, new Date(one.offerUntil!).toLocaleString(LOCALE))
            : one.waitsFor
              ? fillLabel(labels.waitsFor, one.waitsFor)
              : labels.waits,
        mayPutFirst: one.mayWork && one.place !== 1 && one.status === 'Waiting',
        firstName: fillLabel(labels.putFirstName, name),
        offName: fillLabel(labels.takeOffName, name),
      };
    });
  }
  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }
  get waitingLabel(): string {
    return fillLabel(labels.waitingTab, this.waiting.length);
  }
  get peopleLabel(): string {
    return fillLabel(labels.peopleTab, this.people.length);
  }

  handleSearch(event: CustomEvent<{ value: string }>) {
    this.search = event.detail.value ?? '';
  }

  async handleMark(event: Event) {
    const { id = '', status = '' } = (event.currentTarget as HTMLElement).dataset;
    await this.mark([id], status);
  }

  async handleAllThere() {
    const ids = this.people
      .filter(({ booking, attendee }) => booking.mayWork && attendee.status === 'Expected')
      .map(({ attendee }) => attendee.id!);
    if (ids.length) await this.mark(ids, 'Attended');
  }

  async handleRestMissing() {
    const ids = this.people
      .filter(({ booking, attendee }) => booking.mayWork && attendee.status === 'Expected')
      .map(({ attendee }) => attendee.id!);
    if (ids.length) await this.mark(ids, 'No_Show');
  }

  private async mark(attendeeIds: string[], status: string) {
    await this.attempt(async () => {
      this.desk = await mark({ sessionId: this.recordId, attendeeIds, status });
      this.news = (labels as Record<string, string>)[`marked${status}`] ?? '';
    });
  }

  async handleMenu(event: CustomEvent<{ value: string }>) {
    const { id = '', booking = '' } = (event.currentTarget as HTMLElement).dataset;
    const found = this.desk?.bookings?.find((one) => one.id === booking);
    const name = found?.name || found?.code || '';
    if (event.detail.value === 'rename') this.editedId = id;
    if (event.detail.value === 'move') {
      const moved = await BookingMoveDialog.open({
        size: 'small',
        label: labels.move,
        sessionId: this.recordId,
        bookingId: booking,
        name,
      });
      if (moved) await this.reload(labels.bookingMoved);
    }
    if (event.detail.value === 'cancel') {
      const desk = (await BookingCancelDialog.open({
        size: 'small',
        label: labels.cancelBooking,
        sessionId: this.recordId,
        bookingId: booking,
        name,
        quantity: found?.quantity ?? 1,
        people: (found?.attendees ?? []).map((one) => ({
          id: one.id!,
          name: nameOf(one) || fillLabel(labels.guestOf, name, one.place ?? 1),
        })),
        personId: id,
      })) as Desk | null | undefined;
      if (desk) {
        this.desk = desk;
        this.toast(labels.bookingCancelled);
      }
    }
  }

  handleStopRename() {
    this.editedId = null;
  }

  async handleRename(event: Event) {
    const row = (event.currentTarget as HTMLElement).closest('[data-edit]')!;
    const value = (field: string) =>
      row.querySelector<HTMLElement & { value: string }>(`[data-field="${field}"]`)?.value ?? null;
    const attendee = {
      id: this.editedId,
      firstName: value('firstName'),
      lastName: value('lastName'),
      email: value('email'),
      phone: value('phone'),
      seat: null,
    } as NonNullable<Parameters<typeof rename>[0]>['attendee'];
    const isDone = await this.attempt(async () => {
      this.desk = await rename({ sessionId: this.recordId, attendee });
    });
    if (isDone) this.editedId = null;
  }

  private async reload(title: string) {
    await this.attempt(async () => {
      this.desk = await getDesk({ sessionId: this.recordId });
    });
    this.toast(title);
  }

  async handleMoveSession() {
    await this.attempt(async () => {
      this.choices ??= await getChoices();
    });
    if (!this.choices || !this.desk) return;
    const { desk } = this;
    const moved = await SessionMoveDialog.open({
      size: 'medium',
      label: labels.moveSession,
      seed: {
        sessionId: this.recordId,
        title: desk.title ?? '',
        localStart: desk.localStart!,
        durationMinutes: minutesBetween(desk.startsAt!, desk.endsAt!),
        inSeries: Boolean(desk.seriesId),
        locationId: desk.locationId,
      },
      locations: this.choices.locations ?? [],
      resources: this.choices.resources ?? [],
      assigned: (desk.assigned ?? []).map(({ resourceId }) => resourceId!),
    });
    if (moved) await this.reload(labels.sessionMoved);
  }

  async handleCallOff() {
    const done = await SessionCallOffDialog.open({ size: 'medium', label: labels.callOff, sessionId: this.recordId });
    if (done) await this.reload(labels.calledOff);
  }

  async handleStatus(event: Event) {
    const { status = '' } = (event.currentTarget as HTMLElement).dataset;
    await this.attempt(async () => {
      this.desk = await setStatus({ sessionId: this.recordId, status });
    });
  }

  handleEditPool(event: Event) {
    this.poolId = (event.currentTarget as HTMLElement).dataset.pool ?? null;
  }

  handleStopPool() {
    this.poolId = null;
  }

  async handleSavePool(event: Event) {
    const row = (event.currentTarget as HTMLElement).closest('[data-edit-pool]')!;
    const number = (field: string): number | null => {
      const value = row.querySelector<HTMLElement & { value: string }>(`[data-field="${field}"]`)?.value;
      return value === '' || value === undefined || value === null ? null : Number(value);
    };
    const isDone = await this.attempt(async () => {
      this.desk = await setCapacity({
        sessionId: this.recordId,
        poolId: this.poolId!,
        capacity: number('capacity') as number,
        overbookingPercent: number('overbooking') as number,
      });
    });
    if (isDone) this.poolId = null;
  }

  async handlePutFirst(event: Event) {
    const entryId = (event.currentTarget as HTMLElement).dataset.entry ?? '';
    await this.attempt(async () => {
      this.desk = await putFirst({ sessionId: this.recordId, entryId });
    });
  }

  async handleTakeOff(event: Event) {
    const entryId = (event.currentTarget as HTMLElement).dataset.entry ?? '';
    await this.attempt(async () => {
      this.desk = await takeOff({ sessionId: this.recordId, entryId });
    });
  }

  async handleSaveNotes() {
    const notes =
      this.template?.querySelector<HTMLElement & { value: string }>('[data-notes]')?.value ?? this.desk?.notes ?? '';
    const isDone = await this.attempt(async () => {
      await saveNotes({ sessionId: this.recordId, notes });
    });
    if (isDone) this.toast(labels.notesSaved);
  }

  handleCsv() {
    const stateOf = (status: string | null | undefined) =>
      ({ Attended: labels.came, No_Show: labels.noShow })[status ?? ''] ?? labels.expected;
    saveCsv(`attendees-${(this.desk?.localStart ?? '').replace(':', '')}.csv`, csvOf(this.desk!, labels, stateOf));
  }

  handlePrintView() {
    this.isPrinting = true;
  }

  handlePrint() {
    window.print();
  }

  handlePrinted() {
    this.isPrinting = false;
  }
}
