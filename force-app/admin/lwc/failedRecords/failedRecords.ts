import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import dismiss from '@salesforce/apex/FailedRecordController.dismiss';
import find from '@salesforce/apex/FailedRecordController.find';
import retry from '@salesforce/apex/FailedRecordController.retry';
import FAILED from '@salesforce/schema/Failed_Record__c';
import all from '@salesforce/label/c.Admin_StatusAll';
import attempts from '@salesforce/label/c.Admin_FailedAttempts';
import choose from '@salesforce/label/c.Admin_FailedChoose';
import chooseAll from '@salesforce/label/c.Admin_FailedChooseAll';
import dismissLabel from '@salesforce/label/c.Admin_FailedDismiss';
import dismissed from '@salesforce/label/c.Admin_FailedDismissed';
import dismissedNow from '@salesforce/label/c.Admin_FailedDismissedNow';
import job from '@salesforce/label/c.Admin_FailedJob';
import lastFailed from '@salesforce/label/c.Admin_FailedLast';
import loading from '@salesforce/label/c.Admin_Loading';
import more from '@salesforce/label/c.Admin_ShowMore';
import nextAttempt from '@salesforce/label/c.Admin_FailedNext';
import none from '@salesforce/label/c.Admin_FailedNone';
import noRecord from '@salesforce/label/c.Admin_FailedNoRecord';
import reason from '@salesforce/label/c.Admin_FailedReason';
import record from '@salesforce/label/c.Admin_FailedRecord';
import records from '@salesforce/label/c.Admin_FailedRecords';
import retryLabel from '@salesforce/label/c.Admin_FailedRetry';
import retrying from '@salesforce/label/c.Admin_FailedRetrying';
import started from '@salesforce/label/c.Admin_FailedStarted';
import status from '@salesforce/label/c.Admin_Status';
import waiting from '@salesforce/label/c.Admin_FailedWaiting';
import PagedList from 'c/pagedList';
import { toStoreError } from 'c/storeErrors';

type Row = Awaited<ReturnType<typeof find>>['rows'][number];

/** What the package's tabs are prefixed with where the package is installed. */
const PREFIX = FAILED.objectApiName.replace(/Failed_Record__c$/, '');

const STATUSES: Record<string, string> = { Failed: waiting, Retrying: retrying, Dismissed: dismissed };

/** Records that a background job could not work on. They are chosen, tried again or left alone. */
export default class FailedRecords extends NavigationMixin(PagedList<Row>) {
  labels = {
    attempts,
    choose,
    chooseAll,
    dismiss: dismissLabel,
    job,
    lastFailed,
    loading,
    more,
    nextAttempt,
    none,
    noRecord,
    reason,
    record,
    records,
    retry: retryLabel,
    status,
  };
  override status = 'Failed';
  chosen: string[] = [];
  errorsUrl = '';

  async connectedCallback() {
    this.load();
    this.errorsUrl = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__navItemPage',
      attributes: { apiName: `${PREFIX}Errors` },
    });
  }

  get statusOptions() {
    return [
      { value: 'Failed', label: waiting },
      { value: 'Retrying', label: retrying },
      { value: 'Dismissed', label: dismissed },
      { value: '', label: all },
    ];
  }

  get rows() {
    const separator = this.errorsUrl.includes('?') ? '&' : '?';
    return this.found.map((row) => ({
      ...row,
      isChosen: this.chosen.includes(row.id),
      chooseLabel: choose.replace('{0}', row.recordLabel ?? row.job),
      recordUrl: row.recordId ? `/lightning/r/${row.recordId}/view` : undefined,
      statusLabel: STATUSES[row.status] ?? row.status,
      errorUrl: row.reference ? `${this.errorsUrl}${separator}c__query=${row.reference}` : undefined,
    }));
  }

  /** Where all have the same, nobody needs to read it. */
  get showsStatus(): boolean {
    return this.status === '';
  }

  get nothingChosen(): boolean {
    return this.chosen.length === 0 || this.isLoading;
  }

  get allChosen(): boolean {
    return this.hasRows && this.chosen.length === this.found.length;
  }

  override find(skip: number) {
    return find({ status: this.status, skip });
  }

  override followRows() {
    this.chosen = this.chosen.filter((id) => this.found.some((row) => row.id === id));
  }

  override handleStatus(event: CustomEvent<{ value: string }>) {
    this.chosen = [];
    super.handleStatus(event);
  }

  handleChoose(event: Event) {
    const { dataset, checked } = event.currentTarget as HTMLInputElement;
    const others = this.chosen.filter((id) => id !== dataset.id);
    this.chosen = checked ? [...others, dataset.id!] : others;
  }

  handleChooseAll(event: Event) {
    this.chosen = (event.currentTarget as HTMLInputElement).checked ? this.found.map(({ id }) => id) : [];
  }

  handleRetry() {
    this.act(retry, started);
  }

  handleDismiss() {
    this.act(dismiss, dismissedNow);
  }

  private async act(action: typeof retry, done: string) {
    this.isLoading = true;
    try {
      await action({ failedIds: this.chosen });
      this.tell(done.replace('{0}', String(this.chosen.length)), 'success');
      this.chosen = [];
    } catch (error) {
      this.tell(toStoreError(error).message, 'error');
    }
    this.load();
  }

  private tell(message: string, variant: 'success' | 'error') {
    this.dispatchEvent(new ShowToastEvent({ message, variant, mode: variant === 'error' ? 'sticky' : 'dismissible' }));
  }
}
