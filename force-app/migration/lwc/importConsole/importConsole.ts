import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import getStores from '@salesforce/apex/StoreAdminController.getStores';
import addRows from '@salesforce/apex/ImportController.addRows';
import choose from '@salesforce/apex/ImportController.choose';
import discard from '@salesforce/apex/ImportController.discard';
import failedRowsCsv from '@salesforce/apex/ImportController.failedRowsCsv';
import pictures from '@salesforce/apex/ImportController.pictures';
import planChunk from '@salesforce/apex/ImportController.planChunk';
import recentJobs from '@salesforce/apex/ImportController.recentJobs';
import retryPictures from '@salesforce/apex/ImportController.retryPictures';
import runChunk from '@salesforce/apex/ImportController.runChunk';
import startJob from '@salesforce/apex/ImportController.startJob';
import undoChunk from '@salesforce/apex/ImportController.undoChunk';
import { toStoreError } from 'c/storeErrors';
import { UnreadableFile, decode, parts, type FileProblem } from './importFile';
import { detailsOf, errorsOf, examplesOf, factsOf, moreErrorsOf, productsOf, warningsOf } from './importTally';
import { fill, labels } from './labels';

type Plan = Awaited<ReturnType<typeof planChunk>>;
type Status = Awaited<ReturnType<typeof runChunk>>;
type Job = Awaited<ReturnType<typeof recentJobs>>[number];
type Pictures = Awaited<ReturnType<typeof pictures>>;
type Undo = Awaited<ReturnType<typeof undoChunk>>;
type StoreOption = Awaited<ReturnType<typeof getStores>>[number];
type Step = 'choosing' | 'reading' | 'preview' | 'running' | 'done' | 'undoing';

const FILE_PROBLEMS: Record<FileProblem, string> = {
  empty: labels.emptyFile,
  large: labels.largeFile,
  encoding: labels.wrongEncoding,
};

/** Import of a product file: choose, see what it would do, run, mend, undo. */
export default class ImportConsole extends NavigationMixin(LightningElement) {
  labels = labels;
  stores: StoreOption[] = [];
  storesLoaded = false;
  storeId = '';
  fileName = '';
  step: Step = 'choosing';
  jobId = '';
  plan: Plan | null = null;
  status: Status | null = null;
  undoResult: Undo | null = null;
  jobs: Job[] = [];
  pictures: Pictures | null = null;
  /** Import that is asked about before it is undone. */
  asked: { jobId: string; fileName: string } | null = null;
  message = '';
  percent = 0;
  progressText = '';
  sellUnknown = true;
  tagsAsCategories = false;
  bringPictures = true;
  productsUrl = '';
  private text = '';

  @wire(getStores)
  wiredStores({ data, error }: { data?: StoreOption[]; error?: unknown }) {
    if (data) {
      this.stores = data;
      this.storesLoaded = true;
      this.storeId ||= data[0]?.id ?? '';
      this.loadAround();
    } else if (error) {
      this.message = toStoreError(error).message;
    }
  }

  async connectedCallback() {
    this.productsUrl = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Product2', actionName: 'list' },
    });
  }

  get storeOptions() {
    return this.stores.map(({ id, name }) => ({ value: id, label: name }));
  }

  get hasNoStores(): boolean {
    return this.storesLoaded && this.stores.length === 0;
  }

  get showsChoice(): boolean {
    return this.step === 'choosing' || this.step === 'preview' || this.step === 'reading';
  }

  get isBusy(): boolean {
    return this.step === 'reading' || this.step === 'running' || this.step === 'undoing';
  }

  get isPreview(): boolean {
    return this.step === 'preview' && this.plan !== null;
  }

  get isDone(): boolean {
    return this.step === 'done' && this.status !== null;
  }

  get currencyCode(): string {
    return this.stores.find(({ id }) => id === this.storeId)?.currencyCode ?? 'USD';
  }

  get tally() {
    return this.isDone ? this.status!.tally : this.plan!.tally;
  }

  get facts() {
    return factsOf(this.tally, this.isPreview);
  }

  get details() {
    return detailsOf(this.tally);
  }

  get warnings() {
    return warningsOf(this.tally);
  }

  get hasWarnings(): boolean {
    return this.tally.warnings.length > 0;
  }

  get examples() {
    return examplesOf(this.tally);
  }

  get moreProductsText(): string {
    const hidden = productsOf(this.tally) - this.tally.examples.length;
    return hidden > 0 ? fill(labels.moreProducts, hidden) : '';
  }

  get errors() {
    return errorsOf(this.tally);
  }

  get hasErrors(): boolean {
    return this.tally.rowsRefused > 0;
  }

  get moreErrorsText(): string {
    return moreErrorsOf(this.tally);
  }

  get ignoredText(): string {
    const columns = this.plan?.ignoredColumns ?? [];
    return columns.length ? `${labels.ignored} ${columns.join(', ')}` : '';
  }

  /** Why the button does nothing, or blank. */
  get idleText(): string {
    const { rows, productsCreated, productsUpdated, productsUnchanged } = this.tally;
    if (rows === 0) return labels.emptyFile;
    if (productsCreated + productsUpdated > 0) return '';
    return productsUnchanged > 0 ? labels.nothingToDo : labels.allRefused;
  }

  get cannotStart(): boolean {
    return this.idleText !== '';
  }

  get hasUnknown(): boolean {
    return this.tally.unknownQuantities > 0 || !this.sellUnknown;
  }

  get unknownLabel(): string {
    return fill(labels.unknown, this.tally.unknownQuantities);
  }

  get unknownOptions() {
    return [
      { value: 'sell', label: labels.unknownSell },
      { value: 'none', label: labels.unknownNone },
    ];
  }

  get unknownValue(): string {
    return this.sellUnknown ? 'sell' : 'none';
  }

  get hasHosts(): boolean {
    return this.tally.hosts.length > 0 && this.tally.pictures > 0;
  }

  get trustText(): string {
    return this.bringPictures ? labels.trustToCopy : labels.trustToShow;
  }

  get canUndo(): boolean {
    return Boolean(this.status?.canUndo);
  }

  get askText(): string {
    return this.asked ? fill(labels.undoAsk, this.asked.fileName) : '';
  }

  get undoText(): string {
    return this.undoResult?.kept.length ? labels.undoKept : labels.undoDone;
  }

  get keptRows() {
    return (this.undoResult?.kept ?? []).map((kept, index) => ({ ...kept, key: String(index) }));
  }

  get hasJobs(): boolean {
    return this.jobs.length > 0 && !this.isBusy;
  }

  get jobRows() {
    return this.jobs.map((job) => ({
      ...job,
      countText: fill(labels.counts, job.productsCreated, job.productsUpdated),
      stateText: job.isUndone ? labels.undone : job.status === 'Running' ? labels.unfinished : '',
      isUnfinished: job.status === 'Running' && !job.isUndone,
      undoLabel: fill(labels.undoOf, job.fileName),
      continueLabel: fill(labels.continueOf, job.fileName),
    }));
  }

  get waitingText(): string {
    return this.pictures?.waiting ? fill(labels.picturesWaiting, this.pictures.waiting) : '';
  }

  get failedPicturesText(): string {
    return this.pictures?.failed ? fill(labels.picturesFailed, this.pictures.failed) : '';
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeId = event.detail.value;
    this.plan = null;
    this.loadAround();
    if (this.text) this.prepare();
  }

  async handleFile(event: Event) {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    this.undoResult = null;
    this.message = '';
    this.plan = null;
    this.text = '';
    try {
      this.text = decode(new Uint8Array(await file.arrayBuffer()));
      this.fileName = file.name;
    } catch (error) {
      this.step = 'choosing';
      this.message = error instanceof UnreadableFile ? FILE_PROBLEMS[error.problem] : toStoreError(error).message;
      return;
    }
    await this.prepare();
  }

  /** Sends the file and plans all of it; nothing of the shop is written. */
  private async prepare() {
    this.step = 'reading';
    this.message = '';
    try {
      await this.forget();
      this.jobId = await startJob({ fileName: this.fileName, storeId: this.storeId });
      await this.send();
      await this.makePlan();
    } catch (error) {
      this.message = toStoreError(error).message;
      this.step = 'choosing';
    }
  }

  private async makePlan() {
    this.progressText = labels.planning;
    await choose({
      jobId: this.jobId,
      sellUnknown: this.sellUnknown,
      tagsAsCategories: this.tagsAsCategories,
      bringPictures: this.bringPictures,
    });
    let plan: Plan;
    do {
      // Each chunk is a transaction of its own and builds on the one before.
      // eslint-disable-next-line no-await-in-loop
      plan = await planChunk({ jobId: this.jobId });
      this.percent = 40 + Math.round(plan.percent * 0.6);
    } while (!plan.isDone);
    this.plan = plan;
    this.step = 'preview';
  }

  private async send() {
    this.progressText = labels.sending;
    this.percent = 0;
    const pieces = [...parts(this.text)];
    for (let index = 0; index < pieces.length; index += 1) {
      // eslint-disable-next-line no-await-in-loop
      await addRows({ jobId: this.jobId, index, text: pieces[index], isLast: index === pieces.length - 1 });
      this.percent = Math.round(((index + 1) * 40) / pieces.length);
    }
  }

  /** A file that was looked at and not imported leaves nothing behind. */
  private async forget() {
    if (this.jobId && !this.status) await discard({ jobId: this.jobId });
    this.jobId = '';
    this.status = null;
  }

  handleUnknown(event: CustomEvent<{ value: string }>) {
    this.sellUnknown = event.detail.value === 'sell';
    this.planAgain();
  }

  handleTags(event: CustomEvent<{ checked: boolean }>) {
    this.tagsAsCategories = event.detail.checked;
    this.planAgain();
  }

  handlePictures(event: CustomEvent<{ checked: boolean }>) {
    this.bringPictures = event.detail.checked;
    this.planAgain();
  }

  private async planAgain() {
    try {
      await this.makePlan();
    } catch (error) {
      this.message = toStoreError(error).message;
    }
  }

  handleStart() {
    return this.run(this.jobId);
  }

  handleContinue(event: Event) {
    const { jobid, file } = (event.target as HTMLElement).dataset;
    this.fileName = file ?? '';
    return this.run(jobid ?? '');
  }

  private async run(jobId: string) {
    this.step = 'running';
    this.message = '';
    this.percent = 0;
    this.progressText = labels.importing;
    this.undoResult = null;
    try {
      do {
        // eslint-disable-next-line no-await-in-loop
        this.status = await runChunk({ jobId });
        this.percent = this.status.percent;
      } while (this.status.status === 'Ready' || this.status.status === 'Running');
      this.step = 'done';
    } catch (error) {
      this.message = toStoreError(error).message;
      this.step = 'choosing';
    }
    await this.loadAround();
  }

  /** What stands around the import: former ones, and the copying of pictures. */
  private async loadAround() {
    if (!this.storeId) return;
    const { storeId } = this;
    try {
      [this.jobs, this.pictures] = await Promise.all([recentJobs({ storeId }), pictures({ storeId })]);
    } catch (error) {
      this.message = toStoreError(error).message;
    }
  }

  handleUndo(event: Event) {
    const { jobid, file } = (event.target as HTMLElement).dataset;
    this.asked = { jobId: jobid ?? '', fileName: file ?? '' };
  }

  handleKeep() {
    this.asked = null;
  }

  renderedCallback() {
    // The question is read and answered where it appears.
    if (this.asked) this.template!.querySelector<HTMLElement>('[data-ask]:not([data-seen])')?.focus();
    this.template!.querySelector('[data-ask]')?.setAttribute('data-seen', '');
  }

  async handleConfirm() {
    const jobId = this.asked?.jobId ?? '';
    this.asked = null;
    this.step = 'undoing';
    this.progressText = labels.undoing;
    this.percent = 0;
    this.message = '';
    try {
      let result: Undo;
      do {
        // eslint-disable-next-line no-await-in-loop
        result = await undoChunk({ jobId });
        this.percent = Math.min(90, this.percent + 10);
      } while (!result.isDone);
      this.undoResult = result;
    } catch (error) {
      this.message = toStoreError(error).message;
    }
    this.reset();
    await this.loadAround();
  }

  async handleRetry() {
    try {
      await retryPictures({ storeId: this.storeId });
    } catch (error) {
      this.message = toStoreError(error).message;
    }
    await this.loadAround();
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
    this.undoResult = null;
    this.message = '';
    this.reset();
  }

  private reset() {
    this.step = 'choosing';
    this.status = null;
    this.plan = null;
    this.jobId = '';
    this.text = '';
    this.fileName = '';
  }
}
