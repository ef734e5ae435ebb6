import { LightningElement } from 'lwc';
import countNow from '@salesforce/apex/PointsLiabilityController.countNow';
import getLiability from '@salesforce/apex/PointsLiabilityController.getLiability';
import adjusted from '@salesforce/label/c.Loyalty_Liability_Adjusted';
import breakage from '@salesforce/label/c.Loyalty_Liability_Breakage';
import closing from '@salesforce/label/c.Loyalty_Liability_Closing';
import count from '@salesforce/label/c.Loyalty_Liability_Count';
import counted from '@salesforce/label/c.Loyalty_Liability_Counted';
import counting from '@salesforce/label/c.Loyalty_Liability_Counting';
import csv from '@salesforce/label/c.Loyalty_Liability_Csv';
import currency from '@salesforce/label/c.Loyalty_Builder_Currency';
import earned from '@salesforce/label/c.Loyalty_Liability_Earned';
import empty from '@salesforce/label/c.Loyalty_Liability_Empty';
import expired from '@salesforce/label/c.Loyalty_Liability_Expired';
import intro from '@salesforce/label/c.Loyalty_Liability_Intro';
import loading from '@salesforce/label/c.Admin_Loading';
import month from '@salesforce/label/c.Loyalty_Liability_Month';
import never from '@salesforce/label/c.Loyalty_Liability_Never';
import noCost from '@salesforce/label/c.Loyalty_Liability_No_Cost';
import none from '@salesforce/label/c.Loyalty_Liability_None';
import noStore from '@salesforce/label/c.Loyalty_Liability_No_Store';
import opening from '@salesforce/label/c.Loyalty_Liability_Opening';
import owed from '@salesforce/label/c.Loyalty_Liability_Owed';
import program from '@salesforce/label/c.Loyalty_Liability_Program';
import reversed from '@salesforce/label/c.Loyalty_Liability_Reversed';
import spent from '@salesforce/label/c.Loyalty_Liability_Spent';
import store from '@salesforce/label/c.Loyalty_Liability_Store';
import title from '@salesforce/label/c.Loyalty_Liability_Title';
import total from '@salesforce/label/c.Loyalty_Liability_Total';
import value from '@salesforce/label/c.Loyalty_Liability_Value';
import { saveCsv, toCsv } from 'c/csvFile';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';

type Report = Awaited<ReturnType<typeof getLiability>>;
type Row = Report['rows'][number];

/** Months that can be chosen, this one the first. */
const MONTHS = 24;
const POINTS = { opening, earned, reversed, spent, expired, adjusted, closing };
const MONEY = { value, breakage, liability: owed };
/** What leaves is shown with a minus, so that a row reads as a sum. */
const LEAVES = new Set(['reversed', 'spent', 'expired']);
type Figure = keyof typeof POINTS | keyof typeof MONEY;

/** What is owed to members in points at the end of a month, and how that came, by store. */
export default class PointsLiability extends LightningElement {
  labels = { count, csv, empty, intro, loading, month, noCost, none, program, store, title };
  report: Report | null = null;
  month = new Date().toISOString().slice(0, 7);
  isLoading = true;
  isBusy = false;
  news = '';
  errorMessage = '';

  connectedCallback() {
    this.load(null);
  }

  async load(programId: string | null) {
    this.isLoading = true;
    try {
      this.report = await getLiability({ programId, month: `${this.month}-01` });
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  get hasProgram(): boolean {
    return Boolean(this.report?.programId);
  }

  get hasNoProgram(): boolean {
    return Boolean(this.report && !this.report.programId);
  }

  get programs() {
    return (this.report?.programs ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }

  get months() {
    const now = new Date();
    return Array.from({ length: MONTHS }, (_, back) => {
      const day = new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1));
      const label = day.toLocaleDateString(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      return { value: day.toISOString().slice(0, 7), label };
    });
  }

  get hasNoCost(): boolean {
    return this.hasProgram && this.report?.pointCost == null;
  }

  get isEmpty(): boolean {
    return !this.report?.rows.length;
  }

  get counted(): string {
    const at = this.report?.countedAt;
    return at
      ? fillLabel(counted, new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }))
      : never;
  }

  private get figures(): Figure[] {
    const points = Object.keys(POINTS) as Figure[];
    return this.hasNoCost ? points : [...points, ...(Object.keys(MONEY) as Figure[])];
  }

  get columns(): string[] {
    return this.figures.map((name) => ({ ...POINTS, ...MONEY })[name]);
  }

  private get shown(): { key: string; name: string; row: Row; isTotal: boolean }[] {
    const rows = (this.report?.rows ?? []).map((row) => ({
      key: row.storeId ?? 'none',
      name: row.storeName ?? noStore,
      row,
      isTotal: false,
    }));
    const sum = this.report?.total;
    return sum ? [...rows, { key: 'total', name: total, row: sum, isTotal: true }] : rows;
  }

  private numberOf(row: Row, name: Figure): number {
    const figure = row[name] ?? 0;
    return LEAVES.has(name) && figure ? -figure : figure;
  }

  private textOf(row: Row, name: Figure): string {
    const code = this.report?.currencyCode;
    const options: Intl.NumberFormatOptions = name in MONEY && code ? { style: 'currency', currency: code } : {};
    return this.numberOf(row, name).toLocaleString(undefined, options);
  }

  get rows() {
    return this.shown.map(({ key, name, row, isTotal }) => ({
      key,
      name,
      className: isTotal ? 'total' : '',
      cells: this.figures.map((figure) => ({ key: figure, text: this.textOf(row, figure) })),
    }));
  }

  handleProgram(event: CustomEvent<{ value: string }>) {
    this.load(event.detail.value);
  }

  handleMonth(event: CustomEvent<{ value: string }>) {
    this.month = event.detail.value;
    this.load(this.report?.programId ?? null);
  }

  async handleCount() {
    this.isBusy = true;
    try {
      await countNow();
      this.news = counting;
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  /** The table as a file: plain numbers, and the currency beside them. */
  get file(): string {
    const { report } = this;
    const name = this.programs.find((one) => one.value === report?.programId)?.label ?? '';
    const head = [program, month, currency, store, ...this.columns];
    const lines = this.shown.map((one) => [
      name,
      this.month,
      report?.currencyCode ?? '',
      one.name,
      ...this.figures.map((figure) => this.numberOf(one.row, figure)),
    ]);
    return toCsv([head, ...lines]);
  }

  handleCsv() {
    saveCsv(`points-${this.month}.csv`, this.file);
  }
}
