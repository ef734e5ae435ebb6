import { wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import find from '@salesforce/apex/FailureLogController.find';
import count from '@salesforce/label/c.Admin_ErrorCount';
import details from '@salesforce/label/c.Admin_ErrorDetails';
import errors from '@salesforce/label/c.Admin_Errors';
import firstAt from '@salesforce/label/c.Admin_ErrorFirst';
import lastAt from '@salesforce/label/c.Admin_ErrorLast';
import loading from '@salesforce/label/c.Admin_Loading';
import message from '@salesforce/label/c.Admin_ErrorMessage';
import more from '@salesforce/label/c.Admin_ShowMore';
import none from '@salesforce/label/c.Admin_ErrorsNone';
import noTrace from '@salesforce/label/c.Admin_ErrorNoTrace';
import record from '@salesforce/label/c.Admin_FailedRecord';
import reference from '@salesforce/label/c.Admin_ErrorReference';
import search from '@salesforce/label/c.Admin_ErrorsSearch';
import source from '@salesforce/label/c.Admin_ErrorSource';
import PagedList from 'c/pagedList';

type Row = Awaited<ReturnType<typeof find>>['rows'][number];

interface PageState {
  state?: Record<string, string | undefined>;
}

/** Errors of the last month, the latest first: `c__query` looks for a reference, a place or a text. */
export default class FailureLog extends PagedList<Row> {
  labels = {
    count,
    details,
    errors,
    firstAt,
    lastAt,
    loading,
    message,
    more,
    none,
    noTrace,
    record,
    reference,
    search,
    source,
  };
  openId = '';

  @wire(CurrentPageReference)
  handlePage(page: PageState | null) {
    this.query = page?.state?.c__query ?? '';
    this.load();
  }

  get rows() {
    return this.found.map((row) => {
      const isOpen = row.id === this.openId;
      return {
        ...row,
        isOpen,
        expanded: String(isOpen),
        icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
        recordUrl: row.recordId ? `/lightning/r/${row.recordId}/view` : undefined,
      };
    });
  }

  override find(skip: number) {
    return find({ query: this.query, skip });
  }

  /** What is found alone is open. */
  override followRows() {
    if (this.query && this.found.length === 1) this.openId = this.found[0].id;
  }

  handleToggle(event: Event) {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.openId = this.openId === id ? '' : id!;
  }
}
