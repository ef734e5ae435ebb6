import getLines from '@salesforce/apex/PayoutController.getLines';
import getPayouts from '@salesforce/apex/PayoutController.getPayouts';
import getProviders from '@salesforce/apex/PayoutController.getProviders';
import importRows from '@salesforce/apex/PayoutController.importRows';
import PagedList from 'c/pagedList';
import { toStoreError } from 'c/storeErrors';
import { labels } from './labels';
import { partsOf } from './reportFile';

type Row = Awaited<ReturnType<typeof getPayouts>>['rows'][number];
type Line = Awaited<ReturnType<typeof getLines>>['lines'][number];
type Provider = Awaited<ReturnType<typeof getProviders>>[number];
type Problem = NonNullable<Awaited<ReturnType<typeof importRows>>['problems']>[number];

const MOST_PROBLEMS = 50;
const filled = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

/** Lines of the bank statement with what they are made of; each opens to its orders. Reports are brought as files. */
export default class PayoutConsole extends PagedList<Row> {
  labels = labels;
  providers: Provider[] = [];
  providerId = '';
  openId = '';
  lines: Line[] = [];
  hasMoreLines = false;
  /** What became of the file. */
  news = '';
  problems: Problem[] = [];
  isBusy = false;

  async connectedCallback() {
    this.load();
    try {
      this.providers = await getProviders();
      if (this.providers.length === 1) this.providerId = this.providers[0].id;
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  override find(skip: number) {
    return getPayouts({ storeId: '', skip });
  }

  get canBring(): boolean {
    return this.providers.length > 0;
  }

  get providerOptions() {
    return this.providers.map(({ id, label }) => ({ value: id, label }));
  }

  get cannotBring(): boolean {
    return this.isBusy || !this.providerId;
  }

  get shownProblems() {
    return this.problems.map(({ line, message }) => ({
      key: `${line}:${message}`,
      text: filled(labels.rowProblem, line, message),
    }));
  }

  get rows() {
    return this.found.map((row) => {
      const isOpen = row.id === this.openId;
      const proof = row.isProven === true ? labels.proven : row.isProven === false ? labels.off : labels.notStated;
      return {
        ...row,
        isOpen,
        expanded: String(isOpen),
        region: `lines-${row.id}`,
        proof,
        tone:
          row.isProven === true
            ? 'slds-badge slds-theme_success'
            : row.isProven === false
              ? 'slds-badge slds-theme_error'
              : 'slds-badge',
        unmatchedText: row.unmatched ? filled(labels.unmatched, row.unmatched) : '',
        parts: [
          { name: labels.gross, value: row.gross },
          { name: labels.fees, value: -(row.fees ?? 0) },
          { name: labels.refunds, value: -(row.refunds ?? 0) },
          { name: labels.disputes, value: -(row.disputes ?? 0) },
          { name: labels.adjustments, value: -(row.adjustments ?? 0) },
          { name: labels.net, value: row.net },
        ],
      };
    });
  }

  get shownLines() {
    return this.lines.map((line) => ({
      ...line,
      url: line.orderId ? `/lightning/r/${line.orderId}/view` : undefined,
      isUnknown: !line.isMatched,
    }));
  }

  handleProvider(event: CustomEvent<{ value: string }>) {
    this.providerId = event.detail.value;
  }

  async handleOpen(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.lines = [];
    this.hasMoreLines = false;
    this.openId = this.openId === id ? '' : id;
    if (this.openId) await this.readLines();
  }

  handleMoreLines() {
    return this.readLines();
  }

  private async readLines() {
    const payoutId = this.openId;
    try {
      const answer = await getLines({ payoutId, skip: this.lines.length });
      if (payoutId !== this.openId) return;
      this.lines = [...this.lines, ...answer.lines];
      this.hasMoreLines = answer.hasMore;
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  /** Part after part; brought once more, what is there already stays as it is. */
  async handleFile(event: Event) {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file || this.cannotBring) return;
    this.isBusy = true;
    this.problems = [];
    this.errorMessage = '';
    let added = 0;
    let known = 0;
    try {
      const { header, parts } = partsOf(await file.text());
      for (const [index, { rows, firstLine }] of parts.entries()) {
        this.news = filled(labels.bringing, index + 1, parts.length);
        // eslint-disable-next-line no-await-in-loop -- each part is a transaction that the next one builds on
        const came = await importRows({ providerId: this.providerId, header, rows, firstLine });
        added += came.added ?? 0;
        known += came.known ?? 0;
        this.problems = [...this.problems, ...(came.problems ?? [])].slice(0, MOST_PROBLEMS);
      }
      this.news = filled(labels.brought, added, known);
    } catch (error) {
      this.news = '';
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
      input.value = '';
    }
    await this.reload();
  }

  private async reload() {
    const message = this.errorMessage;
    await this.load();
    this.errorMessage = this.errorMessage || message;
  }
}
