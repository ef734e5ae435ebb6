import { LightningElement } from 'lwc';
import { toStoreError } from 'c/storeErrors';

/** The rows of one answer, and whether others stand behind them. */
export interface Page<Row> {
  rows: Row[];
  hasMore: boolean;
}

/** Milliseconds without typing before the list is searched. */
const PAUSE = 250;

/**
 * Base of the lists that are searched, narrowed by a status and read page by page. Of answers that overtake each other the
 * one to the last question counts.
 */
export default class PagedList<Row> extends LightningElement {
  found: Row[] = [];
  query = '';
  status = '';
  hasMore = false;
  isLoading = true;
  /** Why the list could not be read; blank when it could. */
  errorMessage = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  get hasRows(): boolean {
    return this.found.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && !this.hasRows;
  }

  /** Asks for a page by query and status, behind that many rows; every list has its own. */
  find(_skip: number): Promise<Page<Row>> {
    return Promise.resolve({ rows: [], hasMore: false });
  }

  /** Told when other rows are shown. */
  followRows(): void {}

  /** Finds the first rows, or those behind the ones that are shown. */
  async load(isMore = false): Promise<void> {
    const turn = ++this.turn;
    this.isLoading = true;
    try {
      const page = await this.find(isMore ? this.found.length : 0);
      if (turn !== this.turn) return;
      this.found = isMore ? [...this.found, ...page.rows] : page.rows;
      this.hasMore = page.hasMore;
      this.errorMessage = '';
      this.followRows();
    } catch (error) {
      if (turn === this.turn) this.errorMessage = toStoreError(error).message;
    } finally {
      if (turn === this.turn) this.isLoading = false;
    }
  }

  handleSearch(event: CustomEvent<{ value: string }>) {
    this.query = event.detail.value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next letter; the timer ends with the component
    this.timer = setTimeout(() => this.load(), PAUSE);
  }

  handleStatus(event: CustomEvent<{ value: string }>) {
    this.status = event.detail.value;
    this.load();
  }

  handleMore() {
    this.load(true);
  }
}
