import { LightningElement, api } from 'lwc';
import { definition, findTab, sameName, type ListButtonDefinition } from '../../definition.js';
import { iconOf } from '../../data/fields.js';
import { listInfo, listInfos, listRecords, objectInfo, rowActions, standardActions } from '../../data/ui-api.js';
import { errorText } from '../../data/errors.js';
import { tableColumns, tableRows, withRowActions, type TableColumn } from '../../data/table.js';
import type { ListInfo, ObjectInfo } from '../../data/types.js';
import { confirmAndDelete, editRecord, newRecord } from '../../record-actions.js';
import { navigate } from '../../router.js';
import { toast } from '../../toast.js';
import type { PageReference } from '../../../runtime/page-reference.js';
import type { Resource } from '../../../runtime/resource.js';

interface ListView {
  apiName: string;
  label: string;
}

const PAGE_SIZE = 50;
/** Milliseconds without typing before the list is searched. */
const PAUSE = 250;

/** An object's list views: columns, order, search, more records, new, edit and delete. */
export default class ObjectHome extends LightningElement {
  @api objectApiName = '';

  info: ObjectInfo | null = null;
  views: ListView[] = [];
  view: ListView | null = null;
  columns: TableColumn[] = [];
  rows: Record<string, unknown>[] = [];
  total = 0;
  pageSize = PAGE_SIZE;
  more = false;
  sortedBy = '';
  sortDirection: 'asc' | 'desc' = 'asc';
  searchText = '';
  filters: string[] = [];
  loading = true;
  error = '';
  connected = false;
  canCreate = false;
  /** Ids of the rows that are ticked. */
  chosen: string[] = [];

  listFields: string[] = [];
  resource: Resource | null = null;
  timer: ReturnType<typeof setTimeout> | undefined;
  listener = (value: { data?: any; error?: any }): void => this.handleRecords(value);

  _page: PageReference | null = null;

  @api
  get page(): PageReference | null {
    return this._page;
  }
  set page(page: PageReference | null) {
    this._page = page;
    if (this.connected) void this.open();
  }

  connectedCallback(): void {
    this.connected = true;
    void this.open();
  }

  disconnectedCallback(): void {
    this.connected = false;
    this.resource?.unsubscribe(this.listener);
  }

  get icon(): string {
    return iconOf(this.objectApiName, findTab(this.objectApiName)?.icon);
  }

  get countText(): string {
    const count = `${this.rows.length}${this.more ? '+' : ''} item${this.rows.length === 1 && !this.more ? '' : 's'}`;
    const sorted = this.sortedBy
      ? this.columns.find(({ fieldName }) => fieldName.replace(/^href:/, '') === this.sortedBy)
      : undefined;
    return [
      count,
      sorted ? `Sorted by ${sorted.label}` : '',
      this.filters.length ? `Filtered by ${this.filters.join(', ')}` : '',
    ]
      .filter(Boolean)
      .join(' • ');
  }

  get sortedColumn(): string {
    if (!this.sortedBy) return '';
    return this.columns.find(({ fieldName }) => fieldName.replace(/^href:/, '') === this.sortedBy)?.fieldName ?? '';
  }

  get viewLabel(): string {
    return this.view?.label ?? '';
  }

  get viewItems(): (ListView & { checked: boolean })[] {
    return this.views.map((view) => ({ ...view, checked: view.apiName === this.view?.apiName }));
  }

  /** Buttons that work with what is ticked. */
  get buttons(): ListButtonDefinition[] {
    return definition.listButtons.filter(({ object }) => sameName(object, this.objectApiName));
  }

  get hidesChoice(): boolean {
    return this.buttons.length === 0;
  }

  get isEmpty(): boolean {
    return !this.loading && !this.error && this.rows.length === 0;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  async open(): Promise<void> {
    const object = this.objectApiName;
    const page = this._page;
    try {
      if (this.info?.apiName !== object) await this.loadObject(object);
      if (page !== this._page || object !== this.objectApiName) return;
      const wanted = page?.state.filterName;
      const view =
        this.views.find(({ apiName }) => typeof wanted === 'string' && sameName(apiName, wanted)) ??
        this.views[0] ??
        null;
      if (view?.apiName !== this.view?.apiName) await this.loadView(view);
      if (page?.attributes.actionName === 'new') await this.createFromAddress(page);
    } catch (error) {
      this.loading = false;
      this.error = errorText(error);
    }
  }

  async loadObject(object: string): Promise<void> {
    this.loading = true;
    this.view = null;
    this.rows = [];
    this.error = '';
    const [info, lists, actions] = await Promise.all([
      objectInfo(object).get(),
      listInfos(object).get(),
      standardActions({ objectApiName: object }),
    ]);
    if (object !== this.objectApiName) return;
    this.info = info;
    this.canCreate = actions.includes('New');
    this.views = lists.lists.map((list: any) => ({
      apiName: list.apiName ?? list.listReference?.listViewApiName,
      label: list.label,
    }));
  }

  async loadView(view: ListView | null): Promise<void> {
    this.view = view;
    this.chosen = [];
    this.searchText = '';
    this.pageSize = PAGE_SIZE;
    if (!view || !this.info) {
      this.loading = false;
      return;
    }
    this.loading = true;
    document.title = `${view.label} | ${this.info.labelPlural}`;
    const info: ListInfo = await listInfo(this.objectApiName, view.apiName).get();
    if (view !== this.view) return;
    this.columns = tableColumns(info.displayColumns, this.info, true);
    this.listFields = info.displayColumns.map(({ fieldApiName }) => `${this.objectApiName}.${fieldApiName}`);
    this.filters = (info.filteredByInfo ?? [])
      .map(({ fieldApiName, label }) => label || (this.info?.fields[fieldApiName]?.label ?? ''))
      .filter(Boolean);
    const order = keptOrder(this.objectApiName, view.apiName) ?? info.orderedByInfo?.[0];
    this.sortedBy = order?.fieldApiName ?? '';
    this.sortDirection = order?.isAscending === false ? 'desc' : 'asc';
    this.load();
  }

  /** Asks for the records of the current view, order, search and length, and follows their changes. */
  load(): void {
    if (!this.view) return;
    const sortBy = this.sortedBy ? [`${this.sortDirection === 'desc' ? '-' : ''}${this.sortedBy}`] : undefined;
    const resource = listRecords(this.objectApiName, this.view.apiName, {
      optionalFields: this.listFields,
      pageSize: this.pageSize,
      sortBy,
      searchTerm: this.searchText || undefined,
    });
    if (resource === this.resource) return;
    this.resource?.unsubscribe(this.listener);
    this.resource = resource;
    this.loading = true;
    resource.subscribe(this.listener);
  }

  handleRecords({ data, error }: { data?: any; error?: any }): void {
    if (!data && !error) return;
    this.loading = false;
    this.error = error ? errorText(error) : '';
    if (!data || !this.info) return;
    this.rows = tableRows(data.records, this.columns, this.info);
    this.more = Boolean(data.nextPageToken);
    void this.showRowActions();
  }

  /** The menu of a row is that of its record's page layout, the same for all rows. */
  async showRowActions(): Promise<void> {
    const { view, rows } = this;
    if (!rows.length || this.columns.some(({ type }) => type === 'action')) return;
    try {
      const actions = await rowActions(rows[0]!.Id as string);
      if (actions.length && view === this.view) this.columns = withRowActions(this.columns, actions);
    } catch (error) {
      this.error = errorText(error);
    }
  }

  handleChoose(event: CustomEvent<{ selectedRows: { Id: string }[] }>): void {
    this.chosen = event.detail.selectedRows.map(({ Id }) => Id);
  }

  /** Starts the button's flow with the ticked records in its variable `ids`; it comes back to this list. */
  handleButton(event: Event): void {
    const { listButton } = (event.currentTarget as HTMLElement).dataset;
    const button = this.buttons.find(({ name }) => name === listButton);
    if (!button) return;
    if (button.requiresSelection && this.chosen.length === 0) {
      toast('warning', 'Select at least one record and try again.');
      return;
    }
    navigate({
      type: 'standard__flow',
      attributes: { devName: button.flow },
      state: { ids: this.chosen.join(','), retURL: location.pathname + location.search },
    });
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    navigate({
      type: 'standard__objectPage',
      attributes: { objectApiName: this.objectApiName, actionName: 'list' },
      state: { filterName: event.detail.value },
    });
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
    this.sortedBy = event.detail.fieldName.replace(/^href:/, '');
    this.sortDirection = event.detail.sortDirection;
    if (this.view) {
      keepOrder(this.objectApiName, this.view.apiName, {
        fieldApiName: this.sortedBy,
        isAscending: this.sortDirection === 'asc',
      });
    }
    this.load();
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.searchText = text;
      this.load();
    }, PAUSE);
  }

  handleMore(): void {
    this.pageSize += PAGE_SIZE;
    this.load();
  }

  async handleRefresh(): Promise<void> {
    this.loading = true;
    await this.resource?.refresh(true);
    this.loading = false;
  }

  async handleNew(): Promise<void> {
    const id = await newRecord(this.objectApiName);
    if (id)
      navigate({
        type: 'standard__recordPage',
        attributes: { objectApiName: this.objectApiName, recordId: id, actionName: 'view' },
      });
  }

  /** `/lightning/o/X/new` opens the dialog over the list; the address goes back when it closes. */
  async createFromAddress(page: PageReference): Promise<void> {
    const id = await newRecord(this.objectApiName, parseDefaults(page.state.defaultFieldValues));
    const attributes = { objectApiName: this.objectApiName, recordId: id, actionName: id ? 'view' : 'list' };
    navigate({ type: id ? 'standard__recordPage' : 'standard__objectPage', attributes }, true);
  }

  handleRowAction(event: CustomEvent<any>): void {
    const { action, row } = event.detail;
    if (action.name === 'edit') void editRecord(this.objectApiName, row.Id);
    else void confirmAndDelete(this.objectApiName, row.Id, row.recordName);
  }
}

type Order = NonNullable<ListInfo['orderedByInfo']>[number];

const orderKey = (object: string, view: string): string => `orglet-list-order ${object} ${view}`;

/** The order that the user last chose for a list, as Lightning keeps it. */
function keptOrder(object: string, view: string): Order | null {
  try {
    return JSON.parse(localStorage.getItem(orderKey(object, view)) ?? 'null') as Order | null;
  } catch {
    return null;
  }
}

function keepOrder(object: string, view: string, order: Order): void {
  try {
    localStorage.setItem(orderKey(object, view), JSON.stringify(order));
  } catch {
    // A browser that keeps nothing sorts anew next time.
  }
}

/** `Field=value,Field=value` with encoded values, as `encodeDefaultFieldValues` writes it. */
function parseDefaults(text: unknown): Record<string, unknown> | null {
  if (typeof text !== 'string' || text === '') return null;
  return Object.fromEntries(
    text
      .split(',')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]),
  );
}
