import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import LOCALE from '@salesforce/i18n/locale';
import getChoices from '@salesforce/apex/ScheduleController.getChoices';
import getSchedule from '@salesforce/apex/ScheduleController.getSchedule';
import SESSION from '@salesforce/schema/Booking_Session__c';
import { addDays, addMonths, cityOf, dayText, monthText, ownZone, weekOf, weeksOf } from 'c/bookingClock';
import type { GridClosure, GridColumn, GridItem, GridPlace } from 'c/scheduleGrid';
import { dayOf, minutesBetween, timeText, wallIn, wallOf, wallText } from 'c/scheduleModel';
import SessionCallOffDialog from 'c/sessionCallOffDialog';
import SessionMoveDialog from 'c/sessionMoveDialog';
import SessionPlanDialog from 'c/sessionPlanDialog';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;
type Schedule = Awaited<ReturnType<typeof getSchedule>>;
type Item = NonNullable<Schedule['sessions']>[number];
type Query = NonNullable<NonNullable<Parameters<typeof getSchedule>[0]>['wanted']>;
type View = 'Month' | 'Week' | 'Day';
type Grouping = 'Days' | 'Room' | 'Staff';

const ALL = '-';
const NOBODY = 'none';
/** Narrower than this a week has no room. */
const NARROW = 640;

/** Sessions of the stores in a calendar: how full they are, what is closed; moved by drag or dialog, planned from a free time. */
export default class ScheduleConsole extends NavigationMixin(LightningElement) {
  labels = labels;
  choices: Choices | null = null;
  schedule: Schedule | null = null;
  view: View = 'Week';
  grouping: Grouping = 'Days';
  day = '';
  filters = { storeId: ALL, locationId: ALL, resourceId: ALL, offerId: ALL };
  selectedId: string | null = null;
  selectedUrl = '';
  isLoading = true;
  errorMessage = '';
  private asked = 0;

  async connectedCallback() {
    if (window.innerWidth < NARROW) this.view = 'Day';
    try {
      this.choices = await getChoices();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
      this.isLoading = false;
      return;
    }
    this.day = this.today;
    await this.load();
    // A week without sessions says nothing: the first one that has some does.
    if (this.nextDay) await this.goToNext();
  }

  /** Day of the next session, where nothing takes place in what is shown; blank when there is none. */
  private get nextDay(): string {
    const { nextStart } = this.schedule ?? {};
    return this.isEmpty && nextStart ? dayOf(nextStart) : '';
  }

  get nextText(): string {
    return this.nextDay ? fillLabel(labels.nextSession, dayText(this.nextDay, LOCALE, true)) : '';
  }

  private async goToNext() {
    this.day = this.nextDay;
    await this.load();
  }

  async handleNextSession() {
    await this.goToNext();
  }

  /** IANA name of the zone by whose clocks the board begins its days: that of the place, or of the first one. */
  private get zone(): string {
    const places = this.choices?.locations ?? [];
    const chosen = places.find(({ id }) => id === this.filters.locationId) ?? places[0];
    return chosen?.timeZone ?? ownZone();
  }

  get zoneText(): string {
    return fillLabel(labels.clocks, cityOf(this.zone));
  }

  get today(): string {
    return dayOf(wallIn(new Date().toISOString(), this.zone));
  }

  private get days(): string[] {
    if (this.view === 'Day') return [this.day];
    if (this.view === 'Month') return weeksOf(this.day.slice(0, 7), LOCALE).flat();
    const first = weekOf(this.day, LOCALE);
    return Array.from({ length: 7 }, (_, index) => addDays(first, index));
  }

  get heading(): string {
    if (!this.day) return '';
    if (this.view === 'Month') return monthText(this.day.slice(0, 7), LOCALE);
    if (this.view === 'Day') return dayText(this.day, LOCALE);
    const { days } = this;
    return `${dayText(days[0], LOCALE, true)} – ${dayText(days[6], LOCALE, true)}`;
  }

  get viewOptions() {
    return [
      { label: labels.day, value: 'Day' },
      { label: labels.week, value: 'Week' },
      { label: labels.month, value: 'Month' },
    ];
  }

  get groupingOptions() {
    return [
      { label: labels.byDay, value: 'Days' },
      { label: labels.byRoom, value: 'Room' },
      { label: labels.byStaff, value: 'Staff' },
    ];
  }

  get isDay(): boolean {
    return this.view === 'Day';
  }
  get gridView(): 'Month' | 'Hours' {
    return this.view === 'Month' ? 'Month' : 'Hours';
  }
  get month(): string {
    return this.day.slice(0, 7);
  }
  get weeks(): string[][] {
    return this.day ? weeksOf(this.month, LOCALE) : [];
  }
  get mayPlan(): boolean {
    return Boolean(this.choices?.mayCreate);
  }

  private optionsOf(all: string, found: { id?: string | null; name?: string | null }[] | null | undefined) {
    return [
      { value: ALL, label: all },
      ...(found ?? []).map(({ id, name }) => ({ value: id ?? '', label: name ?? '' })),
    ];
  }
  get storeOptions() {
    return this.optionsOf(labels.allStores, this.choices?.stores);
  }
  get locationOptions() {
    return this.optionsOf(labels.allPlaces, this.choices?.locations);
  }
  get resourceOptions() {
    return this.optionsOf(labels.allResources, this.choices?.resources);
  }
  get offerOptions() {
    return this.optionsOf(labels.allProducts, this.choices?.offers);
  }

  private get columnKind(): 'Room' | 'Staff' | null {
    return this.isDay && this.grouping !== 'Days' ? this.grouping : null;
  }

  get columns(): GridColumn[] {
    if (!this.day || this.view === 'Month') return [];
    const kind = this.columnKind;
    if (!kind) {
      return this.days.map((day) => ({
        key: day,
        label: dayText(day, LOCALE, true),
        day,
        isToday: day === this.today,
      }));
    }
    const own = (this.choices?.resources ?? []).filter((one) => one.kind === kind);
    return [
      ...own.map(({ id, name }) => ({ key: id!, label: name!, day: this.day })),
      { key: NOBODY, label: labels.none, day: this.day },
    ];
  }

  get items(): GridItem[] {
    const kind = this.columnKind;
    const ofKind = new Set((this.choices?.resources ?? []).filter((one) => one.kind === kind).map(({ id }) => id));
    return (this.schedule?.sessions ?? []).map((one) => {
      const own = (one.resourceIds ?? []).filter((id) => ofKind.has(id));
      return { ...(one as unknown as GridItem), ...(kind && { columns: own.length ? own : [NOBODY] }) };
    });
  }

  get closures(): GridClosure[] {
    const { locationId, resourceId } = this.filters;
    const places = new Map((this.choices?.locations ?? []).map(({ id, name }) => [id, name]));
    const found: GridClosure[] = [];
    for (const one of this.schedule?.closures ?? []) {
      const isPlace = places.has(one.subjectId);
      const isMeant = isPlace ? one.subjectId === locationId || places.size === 1 : one.subjectId === resourceId;
      const localStart = wallIn(one.startsAt!, this.zone);
      const localEnd = wallIn(one.endsAt!, this.zone);
      const columns = this.columns.filter(({ key }) => (this.columnKind && !isPlace ? key === one.subjectId : isMeant));
      for (const { key } of columns) found.push({ column: key, name: one.name ?? '', localStart, localEnd });
      if (this.view === 'Month' && isMeant) found.push({ column: '', name: one.name ?? '', localStart, localEnd });
    }
    return found;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.schedule?.sessions?.length === 0;
  }

  get cutText(): string {
    return this.schedule?.isCut ? labels.cut : '';
  }

  /** What is shown of the session that was clicked. */
  get selected() {
    const item = this.schedule?.sessions?.find(({ id }) => id === this.selectedId);
    if (!item) return null;
    const names = new Map((this.choices?.resources ?? []).map(({ id, name }) => [id, name]));
    const state = (labels as Record<string, string>)[`state${item.state}`] ?? item.state;
    return {
      ...item,
      when: `${wallText(item.localStart!, LOCALE)} – ${timeText(item.localEnd!, LOCALE)} (${cityOf(item.timeZone!)})`,
      state,
      fill: typeof item.sellable === 'number' ? fillLabel(labels.fill, item.taken ?? 0, item.sellable) : labels.noLimit,
      resources:
        (item.resourceIds ?? [])
          .map((id) => names.get(id))
          .filter(Boolean)
          .join(', ') || labels.none,
      mayAct: Boolean(item.mayChange) && !['Cancelled', 'Completed'].includes(item.state ?? ''),
    };
  }

  async load() {
    const turn = ++this.asked;
    this.isLoading = true;
    const { days } = this;
    const wanted = {
      // Days of places lie up to a day off those of the world's clock.
      earliest: `${addDays(days[0], -1)}T00:00:00.000Z`,
      latest: `${addDays(days[days.length - 1], 2)}T00:00:00.000Z`,
      ...Object.fromEntries(Object.entries(this.filters).map(([name, id]) => [name, id === ALL ? null : id])),
    } as unknown as Query;
    try {
      const schedule = await getSchedule({ wanted });
      if (turn !== this.asked) return;
      const shown = new Set(days);
      this.schedule = {
        ...schedule,
        sessions: (schedule.sessions ?? []).filter((one) => shown.has(dayOf(one.localStart!))),
      };
      this.errorMessage = '';
    } catch (error) {
      if (turn === this.asked) this.errorMessage = toStoreError(error).message;
    } finally {
      if (turn === this.asked) this.isLoading = false;
    }
  }

  handleToday() {
    this.day = this.today;
    this.load();
  }

  handlePrevious() {
    this.step(-1);
  }

  handleNext() {
    this.step(1);
  }

  private step(by: number) {
    if (this.view === 'Month') this.day = `${addMonths(this.month, by)}-01`;
    else this.day = addDays(this.day, by * (this.view === 'Week' ? 7 : 1));
    this.load();
  }

  handleJump(event: CustomEvent<{ value: string }>) {
    if (!event.detail.value) return;
    this.day = event.detail.value;
    this.load();
  }

  handleView(event: CustomEvent<{ value: string }>) {
    this.view = event.detail.value as View;
    this.load();
  }

  handleGrouping(event: CustomEvent<{ value: string }>) {
    this.grouping = event.detail.value as Grouping;
  }

  handleFilter(event: CustomEvent<{ value: string }>) {
    const field = (event.target as HTMLElement).dataset.filter ?? '';
    this.filters = { ...this.filters, [field]: event.detail.value };
    this.load();
  }

  handleDayOfMonth(event: CustomEvent<string>) {
    this.view = 'Day';
    this.day = event.detail;
    this.load();
  }

  async handleOpen(event: CustomEvent<string>) {
    const id = event.detail;
    this.selectedId = this.selectedId === id ? null : id;
    this.selectedUrl = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__recordPage',
      attributes: { recordId: id, objectApiName: SESSION.objectApiName, actionName: 'view' },
    });
  }

  handleClose() {
    this.selectedId = null;
  }

  private itemOf(id: string | null | undefined): Item | undefined {
    return this.schedule?.sessions?.find((one) => one.id === id);
  }

  async handleMove(event: CustomEvent<GridPlace>) {
    const { id, column, fromColumn, localStart } = event.detail;
    const item = this.itemOf(id);
    if (!item) return;
    const isOther = Boolean(this.columnKind) && column !== fromColumn;
    await this.move(item, localStart, {
      fromResourceId: isOther && fromColumn !== NOBODY ? fromColumn : null,
      toResourceId: isOther && column !== NOBODY ? column : null,
    });
  }

  async handleMoveSelected() {
    const item = this.itemOf(this.selectedId);
    if (item) await this.move(item, item.localStart!, {});
  }

  private async move(
    item: Item,
    localStart: string,
    places: { fromResourceId?: string | null; toResourceId?: string | null },
  ) {
    const moved = await SessionMoveDialog.open({
      size: 'medium',
      label: labels.move,
      seed: {
        sessionId: item.id!,
        title: item.title ?? '',
        localStart,
        durationMinutes: minutesBetween(item.startsAt!, item.endsAt!),
        inSeries: Boolean(item.seriesId),
        locationId: item.locationId,
        ...places,
      },
      locations: this.choices?.locations ?? [],
      resources: this.choices?.resources ?? [],
      assigned: item.resourceIds ?? [],
    });
    if (moved) await this.done(fillLabel(labels.moved, String(moved)));
  }

  async handleCallOff() {
    const item = this.itemOf(this.selectedId);
    if (!item) return;
    const done = await SessionCallOffDialog.open({ size: 'medium', label: labels.callOff, sessionId: item.id! });
    if (done) await this.done(labels.calledOff);
  }

  handleNew() {
    this.plan(wallOf(this.day < this.today ? this.today : this.day, 18 * 60), null);
  }

  handlePlan(event: CustomEvent<GridPlace>) {
    this.plan(event.detail.localStart, event.detail.column);
  }

  private async plan(localStart: string, column: string | null) {
    const { locationId, storeId, offerId } = this.filters;
    const own = column && column !== NOBODY ? column : null;
    const made = (await SessionPlanDialog.open({
      size: 'medium',
      label: labels.create,
      choices: this.choices!,
      localStart,
      locationId: locationId === ALL ? null : locationId,
      storeId: storeId === ALL ? null : storeId,
      offerId: offerId === ALL ? null : offerId,
      roomId: this.columnKind === 'Room' ? own : null,
      staffId: this.columnKind === 'Staff' ? own : null,
    })) as { sessions?: number } | null | undefined;
    if (made) await this.done(fillLabel(labels.made, made.sessions ?? 1));
  }

  private async done(title: string) {
    this.dispatchEvent(new ShowToastEvent({ message: title, variant: 'success' }));
    await this.load();
  }
}
