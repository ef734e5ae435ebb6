import getDocuments from '@salesforce/apex/InvoiceController.getDocuments';
import getFile from '@salesforce/apex/InvoiceController.getFile';
import getSeries from '@salesforce/apex/InvoiceController.getSeries';
import getTaxes from '@salesforce/apex/InvoiceController.getTaxes';
import getStores from '@salesforce/apex/OrderListController.getStores';
import { saveCsv } from 'c/csvFile';
import PagedList from 'c/pagedList';
import { saveFile } from 'c/savedFile';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatDateTime, formatMoney } from 'c/storeFormat';
import { labels } from './labels';
import { summed, taxCsv, type Sum, type TaxRow } from './taxSummary';

type Row = Awaited<ReturnType<typeof getDocuments>>['rows'][number];
type Series = Awaited<ReturnType<typeof getSeries>>[number];

/** Documents of one PDF, as the server has it. */
const MOST_IN_FILE = 50;

/** Invoices and credit notes of the stores: found, kept as PDF, summed up and exported for the tax adviser; whether a number is missing. */
export default class InvoiceConsole extends PagedList<Row> {
  labels = labels;
  storeId = '';
  fromDay = '';
  toDay = '';
  stores: { label: string; value: string }[] = [];
  series: Series[] = [];
  sums: Sum[] | null = null;
  readText = '';
  chosenIds: string[] = [];
  busy = false;
  actionMessage = '';

  async connectedCallback() {
    this.load();
    try {
      const [stores, series] = await Promise.all([getStores(), getSeries()]);
      this.stores = stores.map(({ id, name }) => ({ value: id, label: name }));
      this.series = series;
    } catch (error) {
      this.actionMessage = toStoreError(error).message;
    }
  }

  private get filter() {
    const { storeId, query, status, fromDay, toDay } = this;
    return {
      storeId: storeId || null,
      kind: status || null,
      text: query || null,
      fromDay: fromDay || null,
      toDay: toDay || null,
    };
  }

  override find(skip: number) {
    return getDocuments({ query: { ...this.filter, skip } });
  }

  override followRows(): void {
    this.chosenIds = [];
    this.sums = null;
    this.readText = '';
  }

  get hasStores(): boolean {
    return this.stores.length > 1;
  }

  get storeOptions() {
    return [{ label: labels.allStores, value: '' }, ...this.stores];
  }

  kinds = [
    { label: labels.allKinds, value: '' },
    { label: labels.invoices, value: 'Invoice' },
    { label: labels.credits, value: 'Credit Note' },
  ];

  columns = [
    { fieldName: 'url', label: labels.number, type: 'url', typeAttributes: { label: { fieldName: 'documentNumber' } } },
    { fieldName: 'issuedOn', label: labels.day, type: 'date-local' },
    {
      fieldName: 'orderUrl',
      label: labels.order,
      type: 'url',
      typeAttributes: { label: { fieldName: 'orderNumber' } },
    },
    { fieldName: 'country', label: labels.country, type: 'text', initialWidth: 100 },
    ...(['net', 'tax', 'total'] as const).map((name) => ({
      fieldName: `${name}Text`,
      label: labels[name],
      type: 'text',
      cellAttributes: { alignment: 'right' },
    })),
  ];

  get rows() {
    return this.found.map((row) => ({
      ...row,
      url: `/lightning/r/${row.id}/view`,
      orderUrl: `/lightning/r/${row.orderId}/view`,
      netText: this.money(row.net, row.currencyCode),
      taxText: this.money(row.tax, row.currencyCode),
      totalText: this.money(row.total, row.currencyCode),
    }));
  }

  private money(amount: number, currencyCode: string | null): string {
    return formatMoney(amount, { locale: navigator.language, currencyCode: currencyCode ?? 'USD' });
  }

  get sumRows() {
    return (this.sums ?? []).map((sum) => ({
      ...sum,
      netText: this.money(sum.net, sum.currencyCode),
      taxText: this.money(sum.tax, sum.currencyCode),
      totalText: this.money(sum.total, sum.currencyCode),
    }));
  }

  get hasSums(): boolean {
    return this.sumRows.length > 0;
  }

  get seriesRows() {
    return this.series.map(({ id, name, kind, company, lastNumber, checkedAt, missing }) => ({
      id,
      name: [name, kind === 'Credit Note' ? labels.credits : labels.invoices, company].filter(Boolean).join(' · '),
      isMissing: Boolean(missing),
      text: missing
        ? fillLabel(labels.missing, missing)
        : !lastNumber
          ? labels.empty
          : checkedAt
            ? fillLabel(labels.complete, lastNumber, formatDateTime(checkedAt, navigator.language))
            : labels.unchecked,
    }));
  }

  get cannotMakePdf(): boolean {
    return this.busy || this.chosenIds.length === 0;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const name = (event.target as HTMLElement).dataset.filter as 'storeId' | 'fromDay' | 'toDay';
    this[name] = event.detail.value ?? '';
    this.load();
  }

  handleChoose(event: CustomEvent<{ selectedRows: { id: string }[] }>): void {
    this.chosenIds = event.detail.selectedRows.map(({ id }) => id).slice(0, MOST_IN_FILE);
  }

  handlePdf(): Promise<void> {
    return this.work(async () => {
      saveFile('documents.pdf', 'application/pdf', await getFile({ invoiceIds: this.chosenIds }));
    });
  }

  handleSummary(): Promise<void> {
    return this.work(async () => {
      this.sums = summed(await this.readTaxes());
    });
  }

  handleExport(): Promise<void> {
    return this.work(async () => {
      const rows = await this.readTaxes();
      saveCsv(`documents-${this.fromDay || 'all'}.csv`, taxCsv(rows));
    });
  }

  /** All of the filter's documents, page by page: however many there are, none of a request's limits is near. */
  private async readTaxes(): Promise<TaxRow[]> {
    const rows: TaxRow[] = [];
    let after: string | null = null;
    do {
      // Each page begins behind the one before.
      // eslint-disable-next-line no-await-in-loop
      const page: Awaited<ReturnType<typeof getTaxes>> = await getTaxes({ query: { ...this.filter, after } });
      rows.push(...page.rows);
      after = page.after ?? null;
      this.readText = fillLabel(labels.readCount, new Set(rows.map(({ document }) => document.id)).size);
    } while (after);
    return rows;
  }

  private async work(task: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.actionMessage = '';
    try {
      await task();
    } catch (error) {
      this.actionMessage = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }
}
