import { wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import getChoices from '@salesforce/apex/ReconciliationController.getChoices';
import getDifferences from '@salesforce/apex/ReconciliationController.getDifferences';
import getOverview from '@salesforce/apex/ReconciliationController.getOverview';
import repair from '@salesforce/apex/ReconciliationController.repair';
import setAside from '@salesforce/apex/ReconciliationController.setAside';
import start from '@salesforce/apex/ReconciliationController.start';
import { saveCsv, toCsv } from 'c/csvFile';
import PagedList from 'c/pagedList';
import { toStoreError } from 'c/storeErrors';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;
type Overview = Awaited<ReturnType<typeof getOverview>>;
type Row = Awaited<ReturnType<typeof getDifferences>>['rows'][number];

/** How often the page asks whether a run has ended, in milliseconds. */
const POLL = 3000;
const EXPORT_PAGE = 200;
const EXPORT_MOST = 2000;

const RUN_STATES: Record<string, { label: string; tone: string }> = {
  Running: { label: labels.running, tone: 'slds-badge' },
  Proven: { label: labels.proven, tone: 'slds-badge slds-theme_success' },
  Differences: { label: labels.unproven, tone: 'slds-badge slds-theme_error' },
  Failed: { label: labels.failed, tone: 'slds-badge slds-theme_error' },
};
const STATES: Record<string, string> = {
  Open: labels.open,
  'Set Aside': labels.setAsideState,
  Resolved: labels.resolved,
};

/** What does not agree of orders, payments, ledgers and invoices: found by night or now, mended, explained, exported. */
export default class ReconciliationConsole extends PagedList<Row> {
  labels = labels;
  override status = 'Open';
  choices: Choices | null = null;
  overview: Overview | null = null;
  storeId = '';
  kind = '';
  day = '';
  /** The difference of which a reason is being written. */
  explainedId = '';
  reason = '';
  isBusy = false;
  private poll: ReturnType<typeof setTimeout> | undefined;

  /** A link to the page may say what it is narrowed to: `?c__kind=Order%20Unpaid`. */
  @wire(CurrentPageReference)
  handlePage(page: { state?: Record<string, string | undefined> } | null) {
    this.kind = page?.state?.c__kind ?? this.kind;
    this.storeId = page?.state?.c__store ?? this.storeId;
  }

  async connectedCallback() {
    this.load();
    try {
      this.choices = await getChoices();
      await this.loadOverview();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.poll);
  }

  override find(skip: number) {
    return getDifferences({ filter: this.filter, skip, most: 50 });
  }

  private get filter() {
    return { storeId: this.storeId, kind: this.kind, status: this.status, text: this.query };
  }

  private async loadOverview() {
    clearTimeout(this.poll);
    const wasRunning = this.isRunning;
    this.overview = await getOverview({ storeId: this.storeId });
    if (wasRunning && !this.isRunning) this.load();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asks until the run has ended; the timer ends with the component
    if (this.isRunning) this.poll = setTimeout(() => this.follow(), POLL);
  }

  private async follow() {
    try {
      await this.loadOverview();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get isRunning(): boolean {
    return this.overview?.running ?? false;
  }

  get cannotRun(): boolean {
    return this.isRunning || this.isBusy || !this.chosenStore;
  }

  private get chosenStore(): string {
    const stores = this.choices?.stores ?? [];
    return this.storeId || (stores.length === 1 ? stores[0].value : '');
  }

  get hasStores(): boolean {
    return (this.choices?.stores.length ?? 0) > 1;
  }

  get storeOptions() {
    return [{ value: '', label: labels.all }, ...(this.choices?.stores ?? [])];
  }

  get kindOptions() {
    return [{ value: '', label: labels.anyKind }, ...(this.choices?.kinds ?? [])];
  }

  get statusOptions() {
    return [
      { value: 'Open', label: labels.open },
      { value: 'Set Aside', label: labels.setAsideState },
      { value: 'Resolved', label: labels.resolved },
      { value: '', label: labels.anyStatus },
    ];
  }

  get tiles() {
    return (this.overview?.open ?? []).map((one) => ({
      ...one,
      pressed: String(one.kind === this.kind && this.status === 'Open'),
    }));
  }

  get hasTiles(): boolean {
    return this.tiles.length > 0;
  }

  get runs() {
    return (this.overview?.runs ?? []).map((one) => ({
      ...one,
      href: `/lightning/r/${one.id}/view`,
      scope: one.storeName ?? labels.all,
      ...(RUN_STATES[one.status] ?? { label: one.status, tone: 'slds-badge' }),
    }));
  }

  get latest() {
    return this.runs[0];
  }

  get emptyText(): string {
    return this.latest && this.status === 'Open' && !this.kind && !this.query ? labels.none : labels.noneNarrowed;
  }

  get rows() {
    return this.found.map((row) => ({
      ...row,
      orderUrl: row.orderId ? `/lightning/r/${row.orderId}/view` : undefined,
      paymentUrl: !row.orderId && row.paymentId ? `/lightning/r/${row.paymentId}/view` : undefined,
      stateLabel: STATES[row.status] ?? row.status,
      isOpen: row.status === 'Open',
      hasAmounts:
        row.expected !== undefined && row.expected !== null && row.actual !== undefined && row.actual !== null,
      difference: (row.actual ?? 0) - (row.expected ?? 0),
      style: row.currencyCode ? 'currency' : 'decimal',
      repairName: `${labels.repair}: ${row.name}`,
      setAsideName: `${labels.setAside}: ${row.name}`,
      isExplained: row.id === this.explainedId,
      showsActions: (row.canRepair || row.canSetAside) && row.id !== this.explainedId,
    }));
  }

  get cannotSave(): boolean {
    return this.isBusy || this.reason.trim() === '';
  }

  get cannotExport(): boolean {
    return this.isBusy || !this.hasRows;
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeId = event.detail.value;
    this.load();
    this.follow();
  }

  handleKind(event: CustomEvent<{ value: string }>) {
    this.kind = event.detail.value;
    this.load();
  }

  handleDay(event: CustomEvent<{ value: string }>) {
    this.day = event.detail.value ?? '';
  }

  handleTile(event: Event) {
    const { kind = '' } = (event.currentTarget as HTMLElement).dataset;
    this.kind = this.kind === kind && this.status === 'Open' ? '' : kind;
    this.status = 'Open';
    this.load();
  }

  async handleRun() {
    await this.act(async () => {
      this.overview = await start({ storeId: this.chosenStore, day: this.day || undefined });
      await this.loadOverview();
    });
  }

  async handleRepair(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    await this.act(async () => {
      const { message, row } = await repair({ differenceId: id });
      this.tell(message, row?.status === 'Open' ? 'info' : 'success');
      await this.renew();
    });
  }

  handleExplain(event: Event) {
    this.explainedId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.reason = '';
  }

  handleReason(event: CustomEvent<{ value: string }>) {
    this.reason = event.detail.value;
  }

  handleCancel() {
    this.explainedId = '';
  }

  async handleSetAside() {
    await this.act(async () => {
      await setAside({ differenceId: this.explainedId, reason: this.reason });
      this.explainedId = '';
      await this.renew();
    });
  }

  async handleExport() {
    await this.act(async () => {
      const rows: Row[] = [];
      let hasMore = true;
      while (hasMore && rows.length < EXPORT_MOST) {
        // eslint-disable-next-line no-await-in-loop -- page after page
        const page = await getDifferences({ filter: this.filter, skip: rows.length, most: EXPORT_PAGE });
        rows.push(...page.rows);
        hasMore = page.hasMore;
      }
      saveCsv(`${labels.title}.csv`, differencesCsv(rows));
    });
  }

  private async renew() {
    await Promise.all([this.load(), this.loadOverview()]);
  }

  private async act(action: () => Promise<void>) {
    this.isBusy = true;
    try {
      await action();
    } catch (error) {
      this.tell(toStoreError(error).message, 'error');
    } finally {
      this.isBusy = false;
    }
  }

  private tell(message: string, variant: 'success' | 'info' | 'error') {
    this.dispatchEvent(new ShowToastEvent({ message, variant, mode: variant === 'error' ? 'sticky' : 'dismissible' }));
  }
}

/** The differences as a file for spreadsheets; moments in ISO 8601 (UTC), amounts as numbers. */
function differencesCsv(rows: readonly Row[]): string {
  return toCsv([
    [
      'Number',
      labels.kind,
      labels.status,
      labels.store,
      labels.order,
      labels.expected,
      labels.actual,
      'Currency',
      'Cause',
      labels.reason,
      'First seen',
      'Last seen',
      labels.resolved,
    ],
    ...rows.map((row) => [
      row.name,
      row.kindLabel,
      STATES[row.status] ?? row.status,
      row.storeName,
      row.orderNumber,
      row.expected,
      row.actual,
      row.currencyCode,
      row.cause,
      row.reason,
      String(row.firstSeenAt ?? ''),
      String(row.lastSeenAt ?? ''),
      String(row.resolvedAt ?? ''),
    ]),
  ]);
}
