import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getChoices from '@salesforce/apex/FormAdminController.getChoices';
import exportAnswers from '@salesforce/apex/FormSubmissionController.exportAnswers';
import getSubmissions from '@salesforce/apex/FormSubmissionController.getSubmissions';
import { saveCsv, toCsv } from 'c/csvFile';
import { labelOf, ORIGINS, STATES, storeTime } from 'c/formModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;
type List = Awaited<ReturnType<typeof getSubmissions>>;
type Row = List['rows'][number];
type Query = NonNullable<NonNullable<Parameters<typeof getSubmissions>[0]>['query']>;
type Export = Awaited<ReturnType<typeof exportAnswers>>;

const PAGE = 50;
/** Most rows of the list and of a file. */
const MOST = 2000;
/** Milliseconds without typing before the list is searched. */
const PAUSE = 300;
const COLUMNS = [
  {
    type: 'button',
    label: labels.reference,
    fieldName: 'reference',
    typeAttributes: { label: { fieldName: 'reference' }, variant: 'base', name: 'read' },
    initialWidth: 140,
  },
  { label: labels.form, fieldName: 'formText' },
  { label: labels.customer, fieldName: 'who' },
  {
    label: labels.sentCol,
    fieldName: 'sentText',
    wrapText: true,
  },
  { label: labels.status, fieldName: 'statusText' },
  { label: labels.place, fieldName: 'placeText' },
  { label: labels.order, fieldName: 'orderNumber' },
  { label: labels.edits, fieldName: 'edits', type: 'number', initialWidth: 100 },
];
/** Beside an answer that is read there is place for what tells it from others. */
const SHORT = COLUMNS.filter(({ fieldName }) => ['reference', 'who', 'sentText', 'statusText'].includes(fieldName));
const NO_FILTERS = { text: '', storeId: '', formId: '', version: '', place: '', status: '', fromDay: '', toDay: '' };
type Filters = typeof NO_FILTERS;

/** What people answered: found, read word by word, exported. */
export default class FormSubmissions extends LightningElement {
  labels = labels;
  filters: Filters = { ...NO_FILTERS };
  choices: Choices | null = null;
  rows: (Row & { formText: string; who: string; statusText: string; sentText: string; placeText: string })[] = [];
  hasMore = false;
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  news = '';
  chosen = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  /** A link may say what is read, and of which form: `?c__form=…&c__status=Sent`. */
  @wire(CurrentPageReference)
  handlePage(page: { state?: Record<string, string | undefined> } | null): void {
    const { c__form: formId, c__status: status, c__text: text } = page?.state ?? {};
    const { filters } = this;
    this.filters = {
      ...filters,
      formId: formId ?? filters.formId,
      status: status ?? filters.status,
      text: text ?? filters.text,
    };
    this.load();
  }

  async connectedCallback(): Promise<void> {
    try {
      this.choices = await getChoices();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get stores() {
    const stores = (this.choices?.stores ?? []).map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
    return [{ value: '', label: labels.allStores }, ...stores];
  }

  get hasStores(): boolean {
    return this.stores.length > 2;
  }

  get forms() {
    const { storeId } = this.filters;
    const forms = (this.choices?.forms ?? []).filter((form) => !storeId || !form.storeId || form.storeId === storeId);
    return [{ value: '', label: labels.any }, ...forms.map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }))];
  }

  get versions() {
    const form = this.choices?.forms?.find(({ id }) => id === this.filters.formId);
    const numbers = Array.from({ length: form?.publishedNumber ?? 0 }, (_, index) => String(index + 1)).reverse();
    return [{ value: '', label: labels.any }, ...numbers.map((value) => ({ value, label: value }))];
  }

  get hasVersions(): boolean {
    return this.versions.length > 2;
  }

  get places() {
    return [{ value: '', label: labels.any }, ...ORIGINS];
  }

  get states() {
    return [{ value: '', label: labels.any }, ...STATES];
  }

  get countText(): string {
    return fillLabel(this.hasMore ? labels.countMore : labels.count, this.rows.length);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && !this.hasRows;
  }

  get emptyText(): string {
    return this.isNarrowed ? labels.noRows : labels.noneYet;
  }

  get isNarrowed(): boolean {
    return Object.values(this.filters).some(Boolean);
  }

  get canShowMore(): boolean {
    return this.hasMore && this.rows.length < MOST;
  }

  get endsEarly(): boolean {
    return this.hasMore && this.rows.length >= MOST;
  }

  get cannotExport(): boolean {
    return this.isBusy || !this.filters.formId || !this.hasRows;
  }

  get exportHint(): string {
    return this.filters.formId ? '' : labels.exportHint;
  }

  get columns() {
    return this.chosen ? SHORT : COLUMNS;
  }

  get deskClass(): string {
    return this.chosen ? 'desk reading' : 'desk';
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.filters = { ...this.filters, text: event.detail.value };
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.timer = setTimeout(() => this.load(), PAUSE);
  }

  handleFilter(event: CustomEvent<{ value: string | null }>): void {
    const { filter } = (event.target as HTMLElement).dataset;
    const changed = { ...this.filters, [filter as keyof Filters]: event.detail.value ?? '' };
    // Versions are numbered within a form.
    this.filters = filter === 'formId' ? { ...changed, version: '' } : changed;
    this.load();
  }

  handleClear(): void {
    this.filters = { ...NO_FILTERS };
    this.load();
  }

  handleMore(): void {
    this.load(this.rows.length);
  }

  private query(skip: number, pageSize: number): Query {
    const { text, storeId, formId, version, place, status, fromDay, toDay } = this.filters;
    return {
      text,
      storeId: storeId || null,
      formId: formId || null,
      versionNumber: version ? Number(version) : null,
      place,
      status,
      fromDay: fromDay || null,
      toDay: toDay || null,
      skip,
      pageSize,
    } as unknown as Query;
  }

  /** Reads the list, or what follows its first rows; an answer that a newer question has overtaken is dropped. */
  private async load(skip = 0): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    this.isLoading = true;
    try {
      const page = await getSubmissions({ query: this.query(skip, PAGE) });
      if (question !== this.asked) return;
      const rows = page.rows.map((row) => ({
        ...row,
        formText: `${row.formName} (${row.versionNumber})`,
        who: row.customer ?? row.email ?? '',
        statusText: labelOf(STATES, row.status),
        sentText: storeTime(row.sentAt, row.timeZone),
        placeText: labelOf(ORIGINS, row.place),
      }));
      this.rows = skip ? [...this.rows, ...rows] : rows;
      this.hasMore = Boolean(page.hasMore);
      this.errorMessage = '';
      if (!skip) this.chosen = '';
    } catch (error) {
      if (question !== this.asked) return;
      this.errorMessage = toStoreError(error).message;
    }
    this.isLoading = false;
  }

  handleRead(event: CustomEvent<{ row: { id: string } }>): void {
    this.chosen = event.detail.row.id;
  }

  handleBack(): void {
    this.chosen = '';
  }

  /** Exports what the filters let through, not only what is on the page. */
  async handleExport(): Promise<void> {
    this.isBusy = true;
    try {
      const columns = new Map<string, Export['columns'][number]>();
      const rows: Export['rows'] = [];
      let hasMore = true;
      while (hasMore && rows.length < MOST) {
        // The next part is asked for where the last one ended.
        // eslint-disable-next-line no-await-in-loop
        const part = await exportAnswers({ query: this.query(rows.length, PAGE) });
        for (const column of part.columns) if (!columns.has(column.question)) columns.set(column.question, column);
        rows.push(...part.rows);
        hasMore = Boolean(part.hasMore);
      }
      saveCsv(this.fileName, toCsv(table([...columns.values()], rows)));
      this.news = fillLabel(labels.exported, rows.length) + (hasMore ? ` ${labels.narrow}` : '');
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
    this.isBusy = false;
  }

  private get fileName(): string {
    const name = labelOf(this.forms, this.filters.formId);
    return `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'answers'}.csv`;
  }
}

/** A row for each submission, a column for each question; moments in ISO 8601 (UTC). */
function table(columns: Export['columns'], rows: Export['rows']): (string | number | null)[][] {
  const questions = [...columns].sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const head = [
    labels.reference,
    labels.form,
    labels.version,
    labels.status,
    labels.place,
    labels.sentCol,
    labels.customer,
    labels.email,
    labels.order,
    ...questions.map(({ wording, question }) => `${(wording ?? '').split('\n')[0]} [${question}]`),
  ];
  const lines = rows.map(({ submission: row, answers }) => [
    row.reference,
    row.formName,
    row.versionNumber,
    row.status,
    row.place,
    row.sentAt,
    row.customer ?? '',
    row.email ?? '',
    row.orderNumber ?? '',
    ...questions.map(({ question }) => (answers as Record<string, string | null>)[question] ?? ''),
  ]);
  return [head, ...lines] as (string | number | null)[][];
}
