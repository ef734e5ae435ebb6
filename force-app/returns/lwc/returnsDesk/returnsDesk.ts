import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import approve from '@salesforce/apex/ReturnDeskController.approve';
import complete from '@salesforce/apex/ReturnDeskController.complete';
import find from '@salesforce/apex/ReturnDeskController.find';
import getReturn from '@salesforce/apex/ReturnDeskController.getReturn';
import getReturns from '@salesforce/apex/ReturnDeskController.getReturns';
import plan from '@salesforce/apex/ReturnDeskController.plan';
import receive from '@salesforce/apex/ReturnDeskController.receive';
import refuse from '@salesforce/apex/ReturnDeskController.refuse';
import saveNote from '@salesforce/apex/ReturnDeskController.saveNote';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatDateTime, formatMoney } from 'c/storeFormat';
import { labels } from './labels';

type Desk = NonNullable<Awaited<ReturnType<typeof getReturns>>>;
type Detail = NonNullable<Awaited<ReturnType<typeof getReturn>>>;
type Plan = NonNullable<Awaited<ReturnType<typeof plan>>>;
type Found = NonNullable<NonNullable<Parameters<typeof plan>[0]>['found']>;

/** Pieces of a line as they were found. */
interface Seen {
  restock: number;
  writeOff: number;
  back: number;
  condition: string;
}

const FOUND = 'Found';
const STATES = ['Requested', 'Approved', 'Received', 'Completed', 'Refused', 'Cancelled'];
/** What has not been inspected. */
const OPEN = new Set(['Requested', 'Approved', 'Received']);
/** Milliseconds without typing before the amounts follow. */
const PAUSE = 300;
const KINDS: Record<string, string> = {
  Withdrawal: labels.kindWithdrawal,
  Exchange: labels.kindExchange,
  Reduction: labels.kindReduction,
};
const STATE_LABELS: Record<string, string> = {
  Requested: labels.requested,
  Approved: labels.approved,
  Received: labels.received,
  Completed: labels.completed,
  Refused: labels.refused,
  Cancelled: labels.cancelled,
  Found: labels.found,
};

/** Returns by state, and one of them: approve, receive, inspect, pay back. */
export default class ReturnsDesk extends NavigationMixin(LightningElement) {
  labels = labels;
  state = 'Received';
  wanted = '';
  desk: Desk | null = null;
  detail: Detail | null = null;
  seen: Record<string, Seen> = {};
  restockingFee = '0';
  shippingFee = '0';
  locationId = '';
  planned: Plan | null = null;
  isRefusing = false;
  refusal = '';
  note = '';
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  problems: Record<string, string> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  async connectedCallback(): Promise<void> {
    await this.attempt(async () => {
      await this.list('Received');
      // What waits is shown first, wherever it waits.
      const waiting = STATES.slice(0, 3).find((state) => this.desk?.counts?.[state]);
      if (!this.desk?.counts?.Received && waiting) await this.list(waiting);
    });
    this.isLoading = false;
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private async list(state: string): Promise<void> {
    this.desk = await getReturns({ status: state });
    this.state = state;
  }

  // The list

  get tabs() {
    const states = this.state === FOUND ? [...STATES, FOUND] : STATES;
    return states.map((state) => ({
      state,
      label: STATE_LABELS[state],
      count: state === FOUND ? (this.desk?.rows?.length ?? 0) : (this.desk?.counts?.[state] ?? 0),
      className: state === this.state ? 'tab current' : 'tab',
      pressed: String(state === this.state),
    }));
  }

  get rows() {
    return (this.desk?.rows ?? []).map((row) => ({
      id: row.id,
      number: row.returnNumber,
      openLabel: fillLabel(labels.openReturn, row.returnNumber ?? ''),
      kind: KINDS[row.kind ?? ''] ?? labels.kindReturn,
      kindClass: `kind ${(row.kind ?? '').toLowerCase()}`,
      order: fillLabel(labels.order, row.orderNumber ?? ''),
      person: row.person || row.email,
      store: row.storeName,
      requested: formatDateTime(row.requestedAt, row.locale),
      amount: this.money(row.refundedAmount ?? row.expectedAmount, row),
      status: STATE_LABELS[row.status ?? ''],
      isLate: row.isLate,
      lines: (row.lines ?? []).map(({ quantity, title }) => `${quantity} × ${title}`).join(', '),
    }));
  }

  get isList(): boolean {
    return !this.detail && !this.isLoading;
  }

  get isEmpty(): boolean {
    return !this.rows.length;
  }

  get emptyText(): string {
    return this.state === FOUND ? labels.notFound : labels.none;
  }

  get isCut(): boolean {
    return Boolean(this.desk?.isCut);
  }

  handleTab(event: Event): void {
    const { state = '' } = (event.currentTarget as HTMLElement).dataset;
    if (state !== FOUND) this.attempt(() => this.list(state));
  }

  handleWanted(event: CustomEvent<{ value: string }>): void {
    this.wanted = event.detail.value ?? '';
  }

  /** One that was found is opened at once: whoever scanned has the parcel in hand. */
  handleFind(event: Event): void {
    event.preventDefault();
    const text = this.wanted.trim();
    if (!text) return;
    this.attempt(async () => {
      this.desk = await find({ text });
      this.state = FOUND;
      this.detail = null;
      const only = this.desk?.rows?.length === 1 ? this.desk.rows[0] : null;
      if (only?.id) this.show(await getReturn({ returnId: only.id }));
    });
  }

  handleOpen(event: Event): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.attempt(async () => this.show(await getReturn({ returnId: id })));
  }

  handleBack(): void {
    this.detail = null;
    if (this.state !== FOUND) this.attempt(() => this.list(this.state));
  }

  // One return

  private show(detail: Detail | null): void {
    this.detail = detail;
    const shown = detail?.shown;
    const isOpen = OPEN.has(shown?.status ?? '');
    this.seen = Object.fromEntries(
      (shown?.lines ?? []).map((line) => [
        line.id ?? '',
        {
          restock: isOpen ? (line.quantity ?? 0) : (line.restock ?? 0),
          writeOff: line.writeOff ?? 0,
          back: line.back ?? 0,
          condition: line.condition ?? '',
        },
      ]),
    );
    this.restockingFee = String((isOpen ? detail?.usualRestockingFee : shown?.restockingFee) ?? 0);
    this.shippingFee = String((isOpen ? detail?.usualShippingFee : shown?.shippingFee) ?? 0);
    this.locationId = '';
    this.note = shown?.staffNote ?? '';
    this.isRefusing = false;
    this.refusal = '';
    this.planned = null;
    this.problems = {};
    if (this.canComplete) this.look();
  }

  private money(amount: number | null | undefined, row?: { locale?: string; currencyCode?: string }): string {
    const { locale = 'en-US', currencyCode = '' } = row ?? this.detail?.shown ?? {};
    return formatMoney(amount ?? 0, { locale, currencyCode });
  }

  get shown() {
    const shown = this.detail?.shown;
    if (!shown) return null;
    return {
      number: shown.returnNumber,
      kind: KINDS[shown.kind ?? ''] ?? labels.kindReturn,
      status: STATE_LABELS[shown.status ?? ''],
      isLate: shown.isLate,
      order: fillLabel(labels.order, shown.orderNumber ?? ''),
      requested: fillLabel(labels.requestedOn, formatDateTime(shown.requestedAt, shown.locale)),
      customer: [shown.person, shown.email].filter(Boolean).join(' · '),
      comment: shown.comment,
      refusal: shown.refusal,
      photos: (shown.photos ?? []).map((id, index) => ({
        id,
        url: `/sfc/servlet.shepherd/version/download/${id}`,
        label: fillLabel(labels.photo, index + 1),
      })),
    };
  }

  get hasPhotos(): boolean {
    return Boolean(this.detail?.shown?.photos?.length);
  }

  get isOpen(): boolean {
    return OPEN.has(this.detail?.shown?.status ?? '');
  }

  get canApprove(): boolean {
    return this.detail?.shown?.status === 'Requested' && Boolean(this.detail.shown.mayReceive);
  }

  get canReceive(): boolean {
    return this.isOpen && this.detail?.shown?.status !== 'Received' && Boolean(this.detail?.shown?.mayReceive);
  }

  get canRefuse(): boolean {
    return this.isOpen && Boolean(this.detail?.shown?.mayReceive) && !this.isRefusing;
  }

  get canComplete(): boolean {
    return this.isOpen && Boolean(this.detail?.shown?.mayRefund);
  }

  get canNote(): boolean {
    return Boolean(this.detail?.shown?.mayReceive);
  }

  get cannotEdit(): boolean {
    return this.isBusy || !this.canComplete;
  }

  get cannotComplete(): boolean {
    return this.isBusy || !this.planned;
  }

  get completeText(): string {
    const total = this.planned?.total ?? 0;
    return total ? fillLabel(labels.complete, this.money(total)) : labels.completeNothing;
  }

  get conditions() {
    return [
      { value: '', label: labels.conditionNone },
      { value: 'As New', label: labels.asNew },
      { value: 'Opened', label: labels.opened },
      { value: 'Worn', label: labels.worn },
      { value: 'Damaged', label: labels.damaged },
      { value: 'Wrong Item', label: labels.wrong },
    ];
  }

  get locations() {
    return [
      { value: '', label: labels.locationSame },
      ...(this.detail?.locations ?? []).map(({ id = '', name = '' }) => ({ value: id, label: name })),
    ];
  }

  get lines() {
    return (this.detail?.shown?.lines ?? []).map((line) => {
      const id = line.id ?? '';
      const { restock = 0, writeOff = 0, back = 0, condition = '' } = this.seen[id] ?? {};
      const named = (field: string) => fillLabel(labels.quantityOf, field, line.title ?? '');
      return {
        id,
        title: line.title,
        quantity: line.quantity,
        why: [line.reason, line.note].filter(Boolean).join(' · '),
        condition,
        conditionLabel: named(labels.condition),
        fields: [
          { name: 'restock', value: restock, label: named(labels.shelf), head: labels.shelf },
          { name: 'writeOff', value: writeOff, label: named(labels.writeOff), head: labels.writeOff },
          { name: 'back', value: back, label: named(labels.customerBack), head: labels.customerBack },
        ],
        amount: line.amount == null ? '' : this.money(line.amount),
        problem: this.problems[id],
      };
    });
  }

  get parts() {
    return (this.planned?.parts ?? []).map(({ label, amount }, key) => ({ key, label, amount: this.money(amount) }));
  }

  get total(): string {
    return this.money(this.planned?.total);
  }

  get differs(): string {
    const expected = this.detail?.shown?.expectedAmount ?? 0;
    return this.planned && this.planned.total !== expected ? fillLabel(labels.differs, this.money(expected)) : '';
  }

  get paidText(): string {
    const { refundedAmount } = this.detail?.shown ?? {};
    return refundedAmount == null ? '' : this.money(refundedAmount);
  }

  private get found(): Found {
    return {
      lines: Object.entries(this.seen).map(([id, { condition, ...pieces }]) => ({
        id,
        ...pieces,
        condition: condition || null,
      })),
      restockingFee: Number(this.restockingFee) || 0,
      shippingFee: Number(this.shippingFee) || 0,
      locationId: this.locationId || null,
      expectedTotal: this.planned?.total ?? null,
    } as unknown as Found;
  }

  handlePieces(event: CustomEvent<{ value: string }>): void {
    const { line = '', name = '' } = (event.target as HTMLElement).dataset;
    this.change(line, { [name]: Math.max(0, Math.trunc(Number(event.detail.value)) || 0) });
  }

  handleCondition(event: CustomEvent<{ value: string }>): void {
    const { line = '' } = (event.target as HTMLElement).dataset;
    this.change(line, { condition: event.detail.value });
  }

  handleFee(event: CustomEvent<{ value: string }>): void {
    const { name } = (event.target as HTMLElement).dataset;
    if (name === 'restocking') this.restockingFee = event.detail.value;
    else this.shippingFee = event.detail.value;
    this.later();
  }

  handleLocation(event: CustomEvent<{ value: string }>): void {
    this.locationId = event.detail.value;
  }

  private change(id: string, part: Partial<Seen>): void {
    this.seen = { ...this.seen, [id]: { ...this.seen[id]!, ...part } };
    this.later();
  }

  private later(): void {
    this.planned = null;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next digit; the timer ends with the component
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  /** What would go back; of answers that overtake each other the last one counts. */
  private async look(): Promise<void> {
    const turn = ++this.turn;
    const returnId = this.detail?.shown?.id;
    try {
      const planned = await plan({ returnId, found: this.found });
      if (turn === this.turn) {
        this.planned = planned;
        this.problems = {};
        this.errorMessage = '';
      }
    } catch (error) {
      if (turn === this.turn) this.tell(error);
    }
  }

  handleApprove(): void {
    this.step(labels.doneApprove, (returnId) => approve({ returnId }));
  }

  handleReceive(): void {
    this.step(labels.doneReceive, (returnId) => receive({ returnId }));
  }

  handleComplete(): void {
    const { found } = this;
    this.step(labels.doneComplete, (returnId) => complete({ returnId, found }));
  }

  handleRefuseStart(): void {
    this.isRefusing = true;
  }

  handleRefuseStop(): void {
    this.isRefusing = false;
  }

  handleRefusal(event: CustomEvent<{ value: string }>): void {
    this.refusal = event.detail.value;
  }

  handleRefuse(): void {
    const reason = this.refusal;
    this.step(labels.doneRefuse, (returnId) => refuse({ returnId, reason }));
  }

  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
  }

  handleSaveNote(): void {
    const text = this.note;
    this.step(labels.doneNote, (returnId) => saveNote({ returnId, text }));
  }

  handleOrder(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: this.detail?.shown?.orderId, objectApiName: 'Order', actionName: 'view' },
    });
  }

  private step(done: string, take: (returnId: string) => Promise<Detail | null>): void {
    const { id = '', returnNumber = '' } = this.detail?.shown ?? {};
    this.attempt(async () => {
      this.show(await take(id));
      this.dispatchEvent(new ShowToastEvent({ message: fillLabel(done, returnNumber), variant: 'success' }));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
      this.errorMessage = '';
    } catch (error) {
      this.tell(error);
    } finally {
      this.isBusy = false;
    }
  }

  private tell(error: unknown): void {
    const { message, fields } = toStoreError(error);
    this.problems = fields ?? {};
    this.errorMessage = message;
  }
}
