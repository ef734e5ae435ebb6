import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { CurrentPageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import fulfilOrders from '@salesforce/apex/OrderListController.fulfilOrders';
import getOrders from '@salesforce/apex/OrderListController.getOrders';
import getStores from '@salesforce/apex/OrderListController.getStores';
import allStores from '@salesforce/label/c.Admin_OrdersAllStores';
import any from '@salesforce/label/c.Admin_OrdersAny';
import chosen from '@salesforce/label/c.Admin_OrdersChosen';
import clear from '@salesforce/label/c.Admin_OrdersClear';
import columns from '@salesforce/label/c.Admin_OrdersColumns';
import count from '@salesforce/label/c.Admin_OrdersCount';
import countMore from '@salesforce/label/c.Admin_OrdersCountMore';
import exportCsv from '@salesforce/label/c.Admin_OrdersExport';
import exported from '@salesforce/label/c.Admin_OrdersExported';
import from from '@salesforce/label/c.Admin_OrdersFrom';
import fulfillment from '@salesforce/label/c.Admin_OrdersFulfillment';
import loading from '@salesforce/label/c.Admin_Loading';
import markSent from '@salesforce/label/c.Admin_OrdersMarkSent';
import markSentAsk from '@salesforce/label/c.Admin_OrdersMarkSentAsk';
import more from '@salesforce/label/c.Admin_OrdersMore';
import narrow from '@salesforce/label/c.Admin_OrdersNarrow';
import none from '@salesforce/label/c.Admin_OrdersNone';
import payment from '@salesforce/label/c.Admin_OrdersPayment';
import search from '@salesforce/label/c.Admin_OrdersSearch';
import searchHint from '@salesforce/label/c.Admin_OrdersSearchHint';
import sentDone from '@salesforce/label/c.Admin_OrdersSentDone';
import sentPartly from '@salesforce/label/c.Admin_OrdersSentPartly';
import store from '@salesforce/label/c.Admin_Store';
import title from '@salesforce/label/c.Admin_OrdersTitle';
import to from '@salesforce/label/c.Admin_OrdersTo';
import unpaidWarning from '@salesforce/label/c.Admin_OrdersUnpaidWarning';
import { toStoreError } from 'c/storeErrors';
import { COLUMNS, FULFILLMENT_STATUSES, PAYMENT_STATUSES, shownRow, type Row } from 'c/orderColumns';
import { ordersCsv } from './orderCsv';

const PAGE = 50;
/** Rows of one answer of an export, and most rows of a file. */
const EXPORT_PAGE = 200;
const EXPORT_MOST = 2000;
/** Milliseconds without typing before the list is searched. */
const PAUSE = 300;
const KEPT_COLUMNS = 'storehouse-order-columns';

interface Filters {
  text: string;
  storeId: string;
  paymentStatus: string;
  fulfillmentStatus: string;
  fromDay: string;
  toDay: string;
}

const NO_FILTERS: Filters = {
  text: '',
  storeId: '',
  paymentStatus: '',
  fulfillmentStatus: '',
  fromDay: '',
  toDay: '',
};

const filled = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

/** Orders of the stores: the newest first, found by words, narrowed, marked as sent, exported. */
export default class OrderConsole extends LightningElement {
  labels = {
    clear,
    columns,
    exportCsv,
    from,
    fulfillment,
    loading,
    markSent,
    more,
    narrow,
    none,
    payment,
    search,
    searchHint,
    store,
    title,
    to,
  };
  filters: Filters = { ...NO_FILTERS };
  stores: { label: string; value: string }[] = [];
  rows: ReturnType<typeof shownRow>[] = [];
  hasMore = false;
  sortBy = 'placedAt';
  ascending = false;
  shownColumns: string[] = keptColumns();
  chosenIds: string[] = [];
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  /** A link to the list may say what it is narrowed to: `?c__payment=Pending`, `?c__from=2026-11-28`. */
  @wire(CurrentPageReference)
  handlePage(page: { state?: Record<string, string | undefined> } | null) {
    const {
      c__payment: paymentStatus,
      c__fulfillment: fulfillmentStatus,
      c__store: storeId,
      c__from: fromDay,
    } = page?.state ?? {};
    this.filters = {
      ...this.filters,
      paymentStatus: paymentStatus ?? this.filters.paymentStatus,
      fulfillmentStatus: fulfillmentStatus ?? this.filters.fulfillmentStatus,
      storeId: storeId ?? this.filters.storeId,
      fromDay: fromDay ?? this.filters.fromDay,
    };
    this.load();
  }

  async connectedCallback() {
    try {
      const stores = await getStores();
      this.stores = stores.map(({ id, name }) => ({ value: id, label: name }));
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  get storeOptions() {
    return [{ value: '', label: allStores }, ...this.stores];
  }

  get hasStores(): boolean {
    return this.stores.length > 1;
  }

  get paymentOptions() {
    return [{ value: '', label: any }, ...PAYMENT_STATUSES];
  }

  get fulfillmentOptions() {
    return [{ value: '', label: any }, ...FULFILLMENT_STATUSES];
  }

  get tableColumns() {
    return COLUMNS.filter(({ name }) => this.shownColumns.includes(name)).map(({ column }) => column);
  }

  get columnItems() {
    return COLUMNS.slice(1).map(({ name, column }) => ({
      name,
      label: column.label as string,
      checked: this.shownColumns.includes(name),
    }));
  }

  get sortedBy(): string {
    return COLUMNS.find(({ name }) => name === this.sortBy)?.column.fieldName as string;
  }

  get sortDirection(): 'asc' | 'desc' {
    return this.ascending ? 'asc' : 'desc';
  }

  get countText(): string {
    const { length } = this.rows;
    const counted = filled(this.hasMore ? countMore : count, length);
    return this.chosenIds.length ? `${counted} · ${filled(chosen, this.chosenIds.length)}` : counted;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && !this.hasRows;
  }

  get isNarrowed(): boolean {
    return Object.values(this.filters).some(Boolean);
  }

  get canShowMore(): boolean {
    return this.hasMore && this.rows.length < EXPORT_MOST;
  }

  get endsEarly(): boolean {
    return this.hasMore && this.rows.length >= EXPORT_MOST;
  }

  get cannotSend(): boolean {
    return this.isBusy || this.chosenIds.length === 0;
  }

  handleSearch(event: CustomEvent<{ value: string }>) {
    this.filters = { ...this.filters, text: event.detail.value };
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.timer = setTimeout(() => this.load(), PAUSE);
  }

  handleFilter(event: CustomEvent<{ value: string | null }>) {
    const { filter } = (event.target as HTMLElement).dataset;
    this.filters = { ...this.filters, [filter as keyof Filters]: event.detail.value ?? '' };
    this.load();
  }

  handleClear() {
    this.filters = { ...NO_FILTERS };
    this.load();
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: string }>) {
    this.sortBy = COLUMNS.find(({ column }) => column.fieldName === event.detail.fieldName)?.name ?? 'placedAt';
    this.ascending = event.detail.sortDirection === 'asc';
    this.load();
  }

  handleChoose(event: CustomEvent<{ selectedRows: { id: string }[] }>) {
    this.chosenIds = event.detail.selectedRows.map(({ id }) => id);
  }

  handleColumn(event: CustomEvent<{ value: string }>) {
    const name = event.detail.value;
    this.shownColumns = this.shownColumns.includes(name)
      ? this.shownColumns.filter((shown) => shown !== name)
      : [...this.shownColumns, name];
    keepColumns(this.shownColumns);
  }

  handleMore() {
    this.load(this.rows.length);
  }

  /** Reads the list, or what follows its first rows; an answer that a newer question has overtaken is dropped. */
  async load(skip = 0) {
    this.asked += 1;
    const question = this.asked;
    this.isLoading = true;
    try {
      const page = await getOrders({ query: this.query(skip, PAGE) });
      if (question !== this.asked) return;
      const rows = page.rows.map(shownRow);
      this.rows = skip ? [...this.rows, ...rows] : rows;
      this.hasMore = page.hasMore;
      if (!skip) this.chosenIds = [];
      this.errorMessage = '';
    } catch (error) {
      if (question !== this.asked) return;
      this.errorMessage = toStoreError(error).message;
    }
    this.isLoading = false;
  }

  private query(skip: number, pageSize: number) {
    const { text, storeId, paymentStatus, fulfillmentStatus, fromDay, toDay } = this.filters;
    const { sortBy, ascending } = this;
    return {
      text,
      storeId: storeId || null,
      paymentStatus,
      fulfillmentStatus,
      fromDay: fromDay || null,
      toDay: toDay || null,
      sortBy,
      ascending,
      skip,
      pageSize,
    };
  }

  async handleSend() {
    const unpaid = this.rows.some(
      ({ id, paymentStatus }) => this.chosenIds.includes(id) && paymentStatus === 'Pending',
    );
    const question = filled(markSentAsk, this.chosenIds.length);
    const sure: unknown = await LightningConfirm.open({
      label: markSent,
      message: unpaid ? `${unpaidWarning} ${question}` : question,
      theme: unpaid ? 'warning' : 'default',
    });
    if (!sure) return;
    await this.work(async () => {
      const results = await fulfilOrders({ orderIds: this.chosenIds });
      const refused = results.filter(({ done }) => !done);
      const sent = results.length - refused.length;
      const message = refused.length ? filled(sentPartly, sent, reasonsOf(refused)) : filled(sentDone, sent);
      this.tell(message, refused.length ? 'warning' : 'success');
      await this.load();
    });
  }

  /** Exports what the filters let through, not only what is on the page. */
  async handleExport() {
    await this.work(async () => {
      const rows: Row[] = [];
      let hasMore = true;
      while (hasMore && rows.length < EXPORT_MOST) {
        // The next part is asked for where the last one ended.
        // eslint-disable-next-line no-await-in-loop
        const page = await getOrders({ query: this.query(rows.length, EXPORT_PAGE) });
        rows.push(...page.rows);
        hasMore = page.hasMore;
      }
      const link = document.createElement('a');
      link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(ordersCsv(rows))}`;
      link.download = 'orders.csv';
      link.click();
      this.tell(filled(exported, rows.length) + (hasMore ? ` ${narrow}` : ''), hasMore ? 'warning' : 'success');
    });
  }

  private async work(step: () => Promise<void>) {
    this.isBusy = true;
    try {
      await step();
    } catch (error) {
      this.tell(toStoreError(error).message, 'error');
    }
    this.isBusy = false;
  }

  private tell(message: string, variant: 'success' | 'warning' | 'error') {
    this.dispatchEvent(
      new ShowToastEvent({ message, variant, mode: variant === 'success' ? 'dismissible' : 'sticky' }),
    );
  }
}

/** Why orders were refused: each reason once, with the first numbers that it is about and how many more there are. */
function reasonsOf(refused: { orderNumber?: string; message?: string }[]): string {
  const numbers = new Map<string, string[]>();
  for (const { orderNumber = '', message = '' } of refused)
    numbers.set(message, [...(numbers.get(message) ?? []), orderNumber]);
  return [...numbers]
    .map(([why, all]) => `${all.slice(0, 3).join(', ')}${all.length > 3 ? ` + ${all.length - 3}` : ''}: ${why}`)
    .join(' ');
}

/** Columns that the user chose on this machine; those that are shown at first where none are kept. */
function keptColumns(): string[] {
  const standard = COLUMNS.filter(({ hidden }) => !hidden).map(({ name }) => name);
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_COLUMNS) ?? 'null');
    return Array.isArray(kept) ? [COLUMNS[0].name, ...kept.map(String)] : standard;
  } catch {
    return standard;
  }
}

function keepColumns(names: readonly string[]) {
  try {
    localStorage.setItem(KEPT_COLUMNS, JSON.stringify(names));
  } catch {
    // A browser that keeps nothing shows the usual columns next time.
  }
}
