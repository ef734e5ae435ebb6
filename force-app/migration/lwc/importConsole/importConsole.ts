import { LightningElement, wire } from 'lwc';
import getStores from '@salesforce/apex/StoreAdminController.getStores';
import addRows from '@salesforce/apex/ImportController.addRows';
import failedRowsCsv from '@salesforce/apex/ImportController.failedRowsCsv';
import preview from '@salesforce/apex/ImportController.preview';
import runChunk from '@salesforce/apex/ImportController.runChunk';
import startJob from '@salesforce/apex/ImportController.startJob';
import title from '@salesforce/label/c.Import_Title';
import another from '@salesforce/label/c.Import_Another';
import categories from '@salesforce/label/c.Import_Categories';
import chooseFile from '@salesforce/label/c.Import_ChooseFile';
import created from '@salesforce/label/c.Import_Created';
import done from '@salesforce/label/c.Import_Done';
import downloadFailed from '@salesforce/label/c.Import_DownloadFailed';
import emptyFile from '@salesforce/label/c.Import_EmptyFile';
import failed from '@salesforce/label/c.Import_Failed';
import failedHelp from '@salesforce/label/c.Import_FailedHelp';
import ignored from '@salesforce/label/c.Import_Ignored';
import importing from '@salesforce/label/c.Import_Importing';
import intro from '@salesforce/label/c.Import_Intro';
import largeFile from '@salesforce/label/c.Import_LargeFile';
import line from '@salesforce/label/c.Import_Line';
import loading from '@salesforce/label/c.Admin_Loading';
import moreErrors from '@salesforce/label/c.Import_MoreErrors';
import noStores from '@salesforce/label/c.Import_NoStores';
import price from '@salesforce/label/c.Store_Price';
import previewTitle from '@salesforce/label/c.Import_Preview';
import product from '@salesforce/label/c.Admin_Product';
import reason from '@salesforce/label/c.Import_Reason';
import rowErrors from '@salesforce/label/c.Import_RowErrors';
import sending from '@salesforce/label/c.Import_Sending';
import start from '@salesforce/label/c.Import_Start';
import store from '@salesforce/label/c.Admin_Store';
import succeeded from '@salesforce/label/c.Import_Succeeded';
import unchanged from '@salesforce/label/c.Import_Unchanged';
import updated from '@salesforce/label/c.Import_Updated';
import variants from '@salesforce/label/c.Admin_Variants';
import wrongEncoding from '@salesforce/label/c.Import_WrongEncoding';
import { toStoreError } from 'c/storeErrors';
import { PREVIEW_LENGTH, UnreadableFile, decode, parts, type FileProblem } from './importFile';

type Preview = Awaited<ReturnType<typeof preview>>;
type Status = Awaited<ReturnType<typeof runChunk>>;
type StoreOption = Awaited<ReturnType<typeof getStores>>[number];

const FILE_PROBLEMS: Record<FileProblem, string> = { empty: emptyFile, large: largeFile, encoding: wrongEncoding };

/** Import of a product file: choose, look, run, mend. */
export default class ImportConsole extends LightningElement {
  labels = {
    title,
    another,
    categories,
    chooseFile,
    created,
    done,
    downloadFailed,
    failed,
    failedHelp,
    ignored,
    importing,
    intro,
    line,
    loading,
    moreErrors,
    noStores,
    price,
    previewTitle,
    product,
    reason,
    rowErrors,
    sending,
    start,
    store,
    succeeded,
    unchanged,
    updated,
    variants,
  };
  stores: StoreOption[] = [];
  storesLoaded = false;
  storeId = '';
  fileName = '';
  preview: Preview | null = null;
  status: Status | null = null;
  message = '';
  isReading = false;
  isRunning = false;
  /** Share of the file that has been sent, 0 to 100. */
  sent = 0;
  private text = '';

  @wire(getStores)
  wiredStores({ data, error }: { data?: StoreOption[]; error?: unknown }) {
    if (data) {
      this.stores = data;
      this.storesLoaded = true;
      this.storeId ||= data[0]?.id ?? '';
    } else if (error) {
      this.message = toStoreError(error).message;
    }
  }

  get storeOptions() {
    return this.stores.map(({ id, name }) => ({ value: id, label: name }));
  }

  get hasNoStores(): boolean {
    return this.storesLoaded && this.stores.length === 0;
  }

  get showsChoice(): boolean {
    return !this.isRunning && !this.isDone;
  }

  get currencyCode(): string {
    return this.stores.find(({ id }) => id === this.storeId)?.currencyCode ?? 'USD';
  }

  get previewRows() {
    return (this.preview?.products ?? []).map((each) => ({
      ...each,
      categoryText: (each.categories ?? []).join(', '),
    }));
  }

  get previewProblems(): string[] {
    return this.preview?.problems ?? [];
  }

  get previewErrors() {
    return withKeys(this.preview?.errors);
  }

  get hasPreviewErrors(): boolean {
    return this.previewErrors.length > 0;
  }

  get ignoredText(): string {
    const columns = this.preview?.ignoredColumns ?? [];
    return columns.length ? `${ignored} ${columns.join(', ')}` : '';
  }

  get canStart(): boolean {
    return Boolean(this.preview && this.previewProblems.length === 0 && this.storeId);
  }

  get cannotStart(): boolean {
    return !this.canStart;
  }

  get isDone(): boolean {
    return !this.isRunning && (this.status?.status === 'Completed' || this.status?.status === 'Failed');
  }

  get progressText(): string {
    return this.sent < 100 ? sending : importing;
  }

  /** Sending is the first fifth of the bar, importing the rest. */
  get progress(): number {
    return Math.round(this.sent * 0.2 + (this.status?.percent ?? 0) * 0.8);
  }

  get facts() {
    const status = this.status;
    if (!status) return [];
    return [
      { key: 'created', label: created, value: status.productsCreated },
      { key: 'updated', label: updated, value: status.productsUpdated },
      { key: 'succeeded', label: succeeded, value: status.succeeded },
      { key: 'unchanged', label: unchanged, value: status.skipped },
      { key: 'failed', label: failed, value: status.failed },
    ];
  }

  get resultErrors() {
    return withKeys(this.status?.errors);
  }

  get hasFailures(): boolean {
    return Boolean(this.status?.failed);
  }

  get moreErrorsText(): string {
    const hidden = (this.status?.failed ?? 0) - this.resultErrors.length;
    return hidden > 0 ? moreErrors.replace('{0}', String(hidden)) : '';
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeId = event.detail.value;
  }

  async handleFile(event: Event) {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    this.preview = null;
    this.message = '';
    this.isReading = true;
    try {
      this.text = decode(new Uint8Array(await file.arrayBuffer()));
      this.fileName = file.name;
      this.preview = await preview({
        fileName: file.name,
        text: this.text.slice(0, PREVIEW_LENGTH),
        storeId: this.storeId,
      });
    } catch (error) {
      this.message = error instanceof UnreadableFile ? FILE_PROBLEMS[error.problem] : toStoreError(error).message;
    } finally {
      this.isReading = false;
    }
  }

  async handleStart() {
    this.isRunning = true;
    this.message = '';
    this.status = null;
    this.sent = 0;
    try {
      const jobId = await startJob({ fileName: this.fileName, storeId: this.storeId });
      await this.send(jobId);
      do {
        // Each chunk is a transaction of its own and builds on the one before.
        // eslint-disable-next-line no-await-in-loop
        this.status = await runChunk({ jobId });
      } while (this.status.status === 'Ready' || this.status.status === 'Running');
    } catch (error) {
      this.message = toStoreError(error).message;
    } finally {
      this.isRunning = false;
    }
  }

  private async send(jobId: string) {
    const pieces = [...parts(this.text)];
    for (let index = 0; index < pieces.length; index += 1) {
      // eslint-disable-next-line no-await-in-loop
      await addRows({ jobId, index, text: pieces[index], isLast: index === pieces.length - 1 });
      this.sent = Math.round(((index + 1) * 100) / pieces.length);
    }
  }

  async handleDownload() {
    const jobId = this.status?.jobId ?? '';
    let csv = '';
    let afterLine = 0;
    try {
      for (;;) {
        // eslint-disable-next-line no-await-in-loop
        const part = await failedRowsCsv({ jobId, afterLine });
        csv += part.text;
        if (!part.hasMore) break;
        afterLine = part.lastLine;
      }
    } catch (error) {
      this.message = toStoreError(error).message;
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    link.download = `${this.fileName.replace(/\.csv$/i, '')}-failed.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  handleAgain() {
    this.status = null;
    this.preview = null;
    this.text = '';
    this.fileName = '';
    this.message = '';
  }
}

function withKeys<T extends { line: number }>(errors: T[] | undefined) {
  return (errors ?? []).map((error, index) => ({ ...error, key: `${error.line}-${index}` }));
}
