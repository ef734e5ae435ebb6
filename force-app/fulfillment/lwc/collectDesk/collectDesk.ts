import { LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import find from '@salesforce/apex/CollectController.find';
import getDesk from '@salesforce/apex/CollectController.getDesk';
import handOver from '@salesforce/apex/CollectController.handOver';
import keep from '@salesforce/apex/CollectController.keep';
import makeReady from '@salesforce/apex/CollectController.makeReady';
import { GOODS } from 'c/codeReader';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatDateTime, formatDay } from 'c/storeFormat';
import { labels } from './labels';

type Desk = NonNullable<Awaited<ReturnType<typeof getDesk>>>;
type Entry = NonNullable<NonNullable<Desk['entries']>[number]>;

/** Days that staff keep an order longer for whom nobody came. */
const MORE_DAYS = 7;

/** The desk at which customers collect: orders are made ready, found by code, and handed over. */
export default class CollectDesk extends LightningElement {
  labels = labels;
  desk: Desk | null = null;
  openId = '';
  /** The code that the customer showed for the open order; blank: none. */
  shownCode = '';
  typedCode = '';
  collectedBy = '';
  note = '';
  problems: Record<string, string> = {};
  answer = '';
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
      this.desk = await getDesk({ locationId });
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  private get entries(): Entry[] {
    return (this.desk?.entries ?? []) as Entry[];
  }

  get hasPlaces(): boolean {
    return (this.desk?.places?.length ?? 0) > 0;
  }
  get isWithoutPlaces(): boolean {
    return Boolean(this.desk) && !this.hasPlaces;
  }
  get showsList(): boolean {
    return this.hasPlaces && !this.openEntry;
  }
  get placeOptions() {
    return (this.desk?.places ?? []).map((place) => ({ label: place!.name!, value: place!.id! }));
  }
  get placeId(): string {
    return this.desk?.placeId ?? '';
  }

  private shown(entry: Entry) {
    const day = formatDay(entry.collectBy ?? null, LOCALE);
    return {
      ...entry,
      key: entry.orderId!,
      heading: [entry.orderNumber, entry.shopperName].filter(Boolean).join(' · '),
      detail: [
        entry.status === 'Waiting'
          ? entry.dueAt && fillLabel(labels.due, formatDateTime(entry.dueAt, LOCALE))
          : day && fillLabel(labels.until, day),
        entry.phone,
      ]
        .filter(Boolean)
        .join(' · '),
      contents: (entry.lines ?? []).join(', '),
      warning: [entry.isUnpaid ? labels.unpaid : '', entry.isComplete ? '' : labels.incomplete]
        .filter(Boolean)
        .join(' · '),
      isNotReady: !entry.isComplete,
      isLate: entry.status === 'Expired',
      isWaiting: entry.status === 'Waiting',
      openLabel: fillLabel(labels.open, entry.orderNumber ?? ''),
      url: `/lightning/r/Order/${entry.orderId}/view`,
    };
  }

  get groups() {
    return [
      { key: 'Ready', heading: labels.ready },
      { key: 'Expired', heading: labels.expired },
      { key: 'Waiting', heading: labels.waiting },
    ]
      .map((group) => ({
        ...group,
        rows: this.entries.filter(({ status }) => status === group.key).map((entry) => this.shown(entry)),
      }))
      .filter(({ rows }) => rows.length > 0);
  }
  get isEmpty(): boolean {
    return this.showsList && this.groups.length === 0;
  }

  handlePlace(event: CustomEvent<{ value: string }>) {
    return this.read(event.detail.value);
  }
  handleRefresh() {
    return this.read(this.placeId || null);
  }

  // Finding

  handleCode(event: CustomEvent<{ value: string }>) {
    this.typedCode = event.detail.value ?? '';
  }

  async handleFind(event: Event) {
    event.preventDefault();
    await this.find(this.typedCode);
  }

  private async find(code: string) {
    if (!code.trim()) return;
    this.answer = '';
    try {
      const orderId = await find({ code, locationId: this.placeId });
      if (!this.entries.some((entry) => entry.orderId === orderId)) await this.read(this.placeId);
      const entry = this.entries.find((one) => one.orderId === orderId);
      this.typedCode = '';
      // An order number is no proof.
      this.start(orderId!, entry?.orderNumber === code.trim() ? '' : code);
    } catch (error) {
      this.answer = toStoreError(error).message;
    }
  }

  handleSeen(event: CustomEvent<string>) {
    this.find(event.detail);
  }

  handleNoCamera(event: CustomEvent<string>) {
    this.answer = event.detail;
  }

  // One order

  get openEntry() {
    const entry = this.entries.find(({ orderId, status }) => orderId === this.openId && status !== 'Waiting');
    return entry ? this.shown(entry) : null;
  }
  get openLines() {
    return (this.openEntry?.lines ?? []).map((text, key) => ({ key, text: String(text) }));
  }
  get proofText(): string {
    return this.shownCode ? labels.byCode : labels.without;
  }
  get proofClass(): string {
    return this.shownCode ? 'proof good' : 'proof';
  }
  get isNoteNeeded(): boolean {
    return !this.shownCode;
  }
  get codeProblem(): string {
    return this.problems.code ?? '';
  }
  get noteProblem(): string {
    return this.problems.note ?? '';
  }

  handleOpen(event: Event) {
    this.start((event.currentTarget as HTMLElement).dataset.id ?? '', '');
  }

  private start(orderId: string, code: string) {
    this.openId = orderId;
    this.shownCode = code;
    this.collectedBy = this.entries.find((entry) => entry.orderId === orderId)?.shopperName ?? '';
    this.note = '';
    this.problems = {};
    this.answer = '';
  }

  handleBack() {
    this.openId = '';
  }
  handleWho(event: CustomEvent<{ value: string }>) {
    this.collectedBy = event.detail.value ?? '';
  }
  handleNote(event: CustomEvent<{ value: string }>) {
    this.note = event.detail.value ?? '';
  }

  private async perform(step: () => Promise<Desk | null>, message: string): Promise<boolean> {
    this.isBusy = true;
    try {
      this.desk = await step();
      this.dispatchEvent(new ShowToastEvent({ message, variant: 'success' }));
      return true;
    } catch (error) {
      const { message: text, fields } = toStoreError(error);
      this.problems = fields;
      if (Object.keys(fields).length === 0) {
        this.dispatchEvent(new ShowToastEvent({ message: text, variant: 'error' }));
        await this.read(this.placeId || null);
      }
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  async handleHandOver() {
    const entry = this.openEntry!;
    const done = await this.perform(
      () =>
        handOver({
          orderId: entry.orderId!,
          code: this.shownCode || null,
          collectedBy: this.collectedBy || null,
          note: this.note || null,
          locationId: this.placeId,
        }),
      fillLabel(labels.done, entry.orderNumber ?? ''),
    );
    if (done) this.openId = '';
  }

  private numberOf(orderId: string): string {
    return this.entries.find((entry) => entry.orderId === orderId)?.orderNumber ?? '';
  }

  handleReady(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.perform(
      () => makeReady({ orderId: id, locationId: this.placeId }),
      fillLabel(labels.madeReady, this.numberOf(id)),
    );
  }

  handleKeep(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.perform(
      () => keep({ orderId: id, days: MORE_DAYS, locationId: this.placeId }),
      fillLabel(labels.kept, this.numberOf(id)),
    );
  }
}
