import { LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import claim from '@salesforce/apex/PickController.claim';
import finish from '@salesforce/apex/PickController.finish';
import getDocument from '@salesforce/apex/PickController.getDocument';
import getQueue from '@salesforce/apex/PickController.getQueue';
import release from '@salesforce/apex/PickController.release';
import save from '@salesforce/apex/PickController.save';
import { GOODS } from 'c/codeReader';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { labels } from './labels';

type Queue = NonNullable<Awaited<ReturnType<typeof getQueue>>>;
type Job = NonNullable<NonNullable<Queue['jobs']>[number]>;
type Line = NonNullable<NonNullable<Job['lines']>[number]>;

/** Papers by the names that the server knows. */
const FILES: Record<string, string> = { pickList: 'pick-list', packingSlips: 'packing-slips', labels: 'labels' };

const titleOf = ({ title, variantTitle }: Line): string => [title, variantTitle].filter(Boolean).join(', ');
const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Orders of a place, taken on and fetched from the shelves: by code with a scanner or the camera of a phone, or by hand. */
export default class PickConsole extends LightningElement {
  labels = labels;
  queue: Queue | null = null;
  chosen = new Set<string>();
  /** The order that is being fetched. */
  openId = '';
  /** Pieces found by line, as counted here. */
  counts: Record<string, number> = {};
  carrier = '';
  trackingNumber = '';
  typedCode = '';
  answer = '';
  answerKind: 'good' | 'bad' | 'plain' = 'plain';
  errorMessage = '';
  isLoading = true;
  isBusy = false;
  formats = GOODS;

  connectedCallback() {
    return this.read(null);
  }

  private async read(locationId: string | null) {
    this.isLoading = true;
    try {
      this.adopt(await getQueue({ locationId }));
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  private adopt(queue: Queue | null) {
    this.queue = queue;
    const free = new Set(this.jobs.filter(({ pickId }) => !pickId).map(({ orderId }) => orderId!));
    this.chosen = new Set([...this.chosen].filter((id) => free.has(id)));
    if (this.openId && !this.openJob) this.openId = '';
  }

  private get jobs(): Job[] {
    return (this.queue?.jobs ?? []) as Job[];
  }

  // The list

  get hasPlaces(): boolean {
    return (this.queue?.places?.length ?? 0) > 0;
  }
  get isWithoutPlaces(): boolean {
    return Boolean(this.queue) && !this.hasPlaces;
  }
  get placeOptions() {
    return (this.queue?.places ?? []).map((place) => ({ label: place!.name!, value: place!.id! }));
  }
  get placeId(): string {
    return this.queue?.placeId ?? '';
  }
  get showsList(): boolean {
    return this.hasPlaces && !this.openJob;
  }
  get isCut(): boolean {
    return Boolean(this.queue?.isCut);
  }

  private shown(job: Job) {
    const pieces = sum((job.lines ?? []).map((line) => line!.quantity ?? 0));
    const contents = (job.lines ?? []).map((line) => `${line!.quantity} × ${titleOf(line as Line)}`).join(', ');
    return {
      ...job,
      key: job.orderId!,
      heading: [job.orderNumber, job.shopperName].filter(Boolean).join(' · '),
      detail: [
        pluralLabel(pieces, { one: labels.pieceOne, other: labels.pieces }, LOCALE),
        job.isCollected ? labels.collectedTag : job.shippingMethod,
      ]
        .filter(Boolean)
        .join(' · '),
      contents,
      isChosen: this.chosen.has(job.orderId!),
      chooseLabel: fillLabel(labels.choose, job.orderNumber ?? ''),
      openLabel: fillLabel(labels.open, job.orderNumber ?? ''),
      withText: job.pickId && !job.isMine ? fillLabel(labels.withPicker, job.pickerName ?? '') : '',
    };
  }

  get mine() {
    return this.jobs.filter(({ isMine }) => isMine).map((job) => this.shown(job));
  }
  get hasMine(): boolean {
    return this.mine.length > 0;
  }
  get waiting() {
    return this.jobs.filter(({ isMine }) => !isMine).map((job) => this.shown(job));
  }
  get isEmpty(): boolean {
    return this.hasPlaces && this.jobs.length === 0;
  }
  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }
  get hasNoChoice(): boolean {
    return this.chosen.size === 0;
  }
  get takeLabel(): string {
    if (this.hasNoChoice) return labels.takeNone;
    return this.chosen.size === 1 ? labels.takeOne : fillLabel(labels.take, this.chosen.size);
  }
  get isTakeOff(): boolean {
    return this.isBusy || this.hasNoChoice;
  }
  /** Papers are for what is chosen, or for what the user is at. */
  private get paperIds(): string[] {
    return this.chosen.size ? [...this.chosen] : this.mine.map(({ orderId }) => orderId!);
  }
  get isPaperOff(): boolean {
    return this.isBusy || this.paperIds.length === 0;
  }
  get areAllChosen(): boolean {
    const free = this.jobs.filter(({ pickId }) => !pickId);
    return free.length > 0 && this.chosen.size === free.length;
  }

  handlePlace(event: CustomEvent<{ value: string }>) {
    this.chosen = new Set();
    return this.read(event.detail.value);
  }

  handleRefresh() {
    return this.read(this.placeId || null);
  }

  handleChoose(event: Event) {
    const box = event.currentTarget as HTMLInputElement & { dataset: { id: string } };
    const next = new Set(this.chosen);
    if (box.checked) next.add(box.dataset.id);
    else next.delete(box.dataset.id);
    this.chosen = next;
  }

  handleChooseAll(event: Event) {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.chosen = new Set(checked ? this.jobs.filter(({ pickId }) => !pickId).map(({ orderId }) => orderId!) : []);
  }

  /** Takes a step; what goes wrong is said, and the list is read again. */
  private async perform(step: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    try {
      await step();
      return true;
    } catch (error) {
      this.toast(toStoreError(error).message, 'error');
      await this.read(this.placeId || null);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  private toast(message: string, variant: 'success' | 'error' | 'warning') {
    this.dispatchEvent(new ShowToastEvent({ message, variant }));
  }

  handleTake() {
    const orderIds = [...this.chosen];
    return this.perform(async () => {
      const queue = await claim({ orderIds, locationId: this.placeId });
      this.chosen = new Set();
      this.adopt(queue);
      for (const problem of queue?.problems ?? []) this.toast(problem!, 'warning');
      if (orderIds.length === 1 && this.mine.some(({ orderId }) => orderId === orderIds[0])) this.start(orderIds[0]);
    });
  }

  handlePaper(event: Event) {
    const { kind = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.perform(async () => {
      const content = await getDocument({ kind, orderIds: this.paperIds, locationId: this.placeId });
      const anchor = document.createElement('a');
      anchor.href = `data:application/pdf;base64,${content}`;
      anchor.download = `${FILES[kind]}.pdf`;
      anchor.click();
    });
  }

  // One order

  get openJob(): Job | null {
    return this.jobs.find(({ orderId, isMine }) => isMine && orderId === this.openId) ?? null;
  }

  get openHeading(): string {
    return this.openJob ? this.shown(this.openJob).heading : '';
  }

  handleOpen(event: Event) {
    this.start((event.currentTarget as HTMLElement).dataset.id ?? '');
  }

  private start(orderId: string) {
    this.openId = orderId;
    this.counts = Object.fromEntries(
      ((this.openJob?.lines ?? []) as Line[]).map(({ id, picked }) => [id!, picked ?? 0]),
    );
    this.carrier = '';
    this.trackingNumber = '';
    this.say('plain', '');
  }

  async handleBack() {
    this.openId = '';
    await this.read(this.placeId || null);
  }

  private get lines(): Line[] {
    return (this.openJob?.lines ?? []) as Line[];
  }

  get rows() {
    return this.lines.map((line) => {
      const picked = this.counts[line.id!] ?? 0;
      const wanted = line.quantity ?? 0;
      const title = titleOf(line);
      return {
        id: line.id!,
        title: line.title,
        detail: [line.variantTitle, line.sku].filter(Boolean).join(' · '),
        imageUrl: line.imageUrl,
        countText: `${picked} / ${wanted}`,
        rowClass: picked >= wanted ? 'line all' : 'line',
        isNone: picked <= 0,
        isAll: picked >= wanted,
        lessLabel: fillLabel(labels.less, title),
        moreLabel: fillLabel(labels.more, title),
      };
    });
  }

  get missing(): number {
    return sum(this.lines.map((line) => (line.quantity ?? 0) - (this.counts[line.id!] ?? 0)));
  }
  get found(): number {
    return sum(this.lines.map((line) => this.counts[line.id!] ?? 0));
  }
  get isComplete(): boolean {
    return this.missing === 0;
  }
  get stateText(): string {
    if (this.isComplete) return labels.allThere;
    return this.found ? fillLabel(labels.short, this.missing) : labels.nothingThere;
  }
  get stateClass(): string {
    return this.isComplete ? 'state good' : 'state';
  }
  get sendLabel(): string {
    if (this.isComplete) return this.openJob?.isCollected ? labels.readyButton : labels.send;
    return this.found ? labels.sendShort : labels.reportMissing;
  }
  get sendVariant(): 'brand' | 'neutral' {
    return this.isComplete ? 'brand' : 'neutral';
  }
  /** What is collected has no carrier. */
  get isSent(): boolean {
    return !this.openJob?.isCollected;
  }
  get carrierOptions() {
    const known = (this.queue?.carriers ?? []).map((name) => ({ label: String(name), value: String(name) }));
    return [{ label: labels.noCarrier, value: '' }, ...known];
  }
  get answerClass(): string {
    return `answer ${this.answerKind}`;
  }

  private say(kind: 'good' | 'bad' | 'plain', text: string) {
    this.answerKind = kind;
    this.answer = text;
  }

  handleCode(event: CustomEvent<{ value: string }>) {
    this.typedCode = event.detail.value ?? '';
  }

  async handleFind(event: Event) {
    event.preventDefault();
    await this.take(this.typedCode);
    this.typedCode = '';
  }

  /** A code counts one piece of the line that it stands on. */
  private async take(code: string) {
    const wanted = code.trim().toLowerCase();
    if (!wanted) return;
    const known = this.lines.filter(({ sku, barcode }) => [sku, barcode].some((one) => one?.toLowerCase() === wanted));
    const line = known.find(({ id, quantity }) => (this.counts[id!] ?? 0) < (quantity ?? 0));
    if (line) await this.count(line, 1);
    else
      this.say(
        'bad',
        fillLabel(known.length ? labels.enough : labels.unknownCode, known.length ? titleOf(known[0]) : code.trim()),
      );
  }

  handleLess(event: Event) {
    return this.countBy(event, -1);
  }
  handleMore(event: Event) {
    return this.countBy(event, 1);
  }
  private countBy(event: Event, change: number) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const line = this.lines.find((one) => one.id === id);
    return line ? this.count(line, change) : undefined;
  }

  /** Counts here first: nobody waits for the server between two pieces. */
  private async count(line: Line, change: number) {
    const picked = Math.min(Math.max((this.counts[line.id!] ?? 0) + change, 0), line.quantity ?? 0);
    this.counts = { ...this.counts, [line.id!]: picked };
    this.say('good', fillLabel(labels.got, titleOf(line), picked, line.quantity ?? 0));
    try {
      await save({ pickId: this.openJob!.pickId!, counts: [{ lineId: line.id!, picked }] });
    } catch (error) {
      // It is sent once more with the parcel; that the pick is somebody else's by now is said at once.
      const { code, message } = toStoreError(error);
      if (code === 'INVALID_STATE' || code === 'NOT_FOUND') {
        this.toast(message, 'error');
        await this.read(this.placeId || null);
      }
    }
  }

  handleCarrier(event: CustomEvent<{ value: string }>) {
    this.carrier = event.detail.value;
  }
  handleTracking(event: CustomEvent<{ value: string }>) {
    this.trackingNumber = event.detail.value ?? '';
  }

  async handleSend() {
    const job = this.openJob!;
    const wasFound = this.found > 0;
    const wasComplete = this.isComplete;
    const done = await this.perform(async () => {
      const counts = Object.entries(this.counts).map(([lineId, picked]) => ({ lineId, picked }));
      const parcel = { carrier: this.carrier || null, trackingNumber: this.trackingNumber || null };
      this.adopt(await finish({ pickId: job.pickId!, counts, parcel, locationId: this.placeId }));
    });
    if (done) {
      const isReady = job.isCollected && wasComplete;
      const wasSent = !job.isCollected && wasFound;
      const text = isReady ? labels.madeReady : wasSent ? labels.sent : labels.missingNoted;
      this.toast(fillLabel(text, job.orderNumber ?? ''), 'success');
    }
  }

  async handleRelease() {
    const job = this.openJob!;
    const done = await this.perform(async () => {
      this.adopt(await release({ pickId: job.pickId!, locationId: this.placeId }));
    });
    if (done) {
      this.openId = '';
      this.toast(fillLabel(labels.released, job.orderNumber ?? ''), 'success');
    }
  }

  handleSeen(event: CustomEvent<string>) {
    this.take(event.detail);
  }

  handleNoCamera(event: CustomEvent<string>) {
    this.say('bad', event.detail);
  }
}
