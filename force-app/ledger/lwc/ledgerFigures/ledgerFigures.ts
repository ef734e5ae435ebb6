import { LightningElement, api } from 'lwc';
import adjusted from '@salesforce/label/c.Ledger_Figures_Adjusted';
import allStores from '@salesforce/label/c.Ledger_Figures_All_Stores';
import cancelled from '@salesforce/label/c.Ledger_Figures_Cancelled';
import closing from '@salesforce/label/c.Ledger_Figures_Closing';
import csv from '@salesforce/label/c.Ledger_Figures_Csv';
import currency from '@salesforce/label/c.Ledger_Figures_Currency';
import expired from '@salesforce/label/c.Ledger_Figures_Expired';
import givenAway from '@salesforce/label/c.Ledger_Figures_Given_Away';
import issued from '@salesforce/label/c.Ledger_Figures_Issued';
import month from '@salesforce/label/c.Ledger_Figures_Month';
import none from '@salesforce/label/c.Ledger_Figures_None';
import noStore from '@salesforce/label/c.Ledger_Figures_No_Store';
import opening from '@salesforce/label/c.Ledger_Figures_Opening';
import returned from '@salesforce/label/c.Ledger_Figures_Returned';
import store from '@salesforce/label/c.Ledger_Figures_Store';
import used from '@salesforce/label/c.Ledger_Figures_Used';
import { saveCsv, toCsv } from 'c/csvFile';

/** A row of LedgerFigures. */
export interface FiguresRow {
  storeId?: string;
  storeName?: string;
  currencyCode?: string;
  isForAllStores?: boolean;
  isGivenAway?: boolean;
  opening?: number;
  issued?: number;
  used?: number;
  returned?: number;
  cancelled?: number;
  expired?: number;
  adjusted?: number;
  closing?: number;
}

/** Months that can be chosen, this one the first. */
const MONTHS = 24;
const COLUMNS = { opening, issued, used, returned, cancelled, expired, adjusted, closing };
type Figure = keyof typeof COLUMNS;
const FIGURES = Object.keys(COLUMNS) as Figure[];

/**
 * What stores owe by a ledger at the end of a month, and how that came: a table whose rows are sums, and the same as a file. Its page reads the
 * figures; `monthchange` tells it the first day of another month.
 */
export default class LedgerFigures extends LightningElement {
  @api figures: FiguresRow[] = [];
  /** What is owed, and the name of the file. */
  @api label = '';
  /** Why there are none, as a sentence; blank: they could be read. */
  @api problem = '';

  labels = { csv, month, none, store };
  /** By the clock of whoever looks. */
  month = this.months[0]!.value;

  get months() {
    const now = new Date();
    return Array.from({ length: MONTHS }, (_, back) => {
      const day = new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1));
      const label = day.toLocaleDateString(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      return { value: day.toISOString().slice(0, 10), label };
    });
  }

  get isEmpty(): boolean {
    return this.figures.length === 0;
  }

  get isNone(): boolean {
    return this.isEmpty && !this.problem;
  }

  get columns(): string[] {
    return Object.values(COLUMNS);
  }

  get rows() {
    const rows = this.figures.map((row) => ({
      key: [row.storeId, row.currencyCode, row.isForAllStores, row.isGivenAway].join(':'),
      currencyCode: row.currencyCode ?? '',
      name: [row.storeName ?? noStore, row.isForAllStores ? allStores : '', row.isGivenAway ? givenAway : '']
        .filter(Boolean)
        .join(' · '),
      cells: FIGURES.map((key) => ({ key, value: row[key] ?? 0 })),
    }));
    return rows.sort((left, right) => left.name.localeCompare(right.name));
  }

  handleMonth(event: CustomEvent<{ value: string }>) {
    this.month = event.detail.value;
    this.dispatchEvent(new CustomEvent('monthchange', { detail: { day: this.month } }));
  }

  handleCsv() {
    const head = [month, store, currency, ...this.columns];
    const lines = this.rows.map(({ name, currencyCode, cells }) => [
      this.month.slice(0, 7),
      name,
      currencyCode,
      ...cells.map(({ value }) => value),
    ]);
    saveCsv(`${this.label} ${this.month.slice(0, 7)}.csv`, toCsv([head, ...lines]));
  }
}
