import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import apply from '@salesforce/apex/StocktakeController.apply';
import cancel from '@salesforce/apex/StocktakeController.cancel';
import count from '@salesforce/apex/StocktakeController.count';
import getStocktake from '@salesforce/apex/StocktakeController.getStocktake';
import start from '@salesforce/apex/StocktakeController.start';
import { GOODS } from 'c/codeReader';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Stocktake = NonNullable<Awaited<ReturnType<typeof getStocktake>>>;
type Line = NonNullable<NonNullable<Stocktake['lines']>[number]>;

/** What lies at a place, counted on a phone while it goes on selling; only differences are booked. */
export default class StocktakeDesk extends LightningElement {
  labels = labels;
  stocktake: Stocktake | null = null;
  placeId = '';
  isBlind = false;
  wanted = '';
  /** Typed and not saved yet, by line. */
  typed: Record<string, string> = {};
  isAsking = false;
  errorMessage = '';
  answer = '';
  isLoading = true;
  isBusy = false;
  formats = GOODS;

  async connectedCallback() {
    await this.read(null);
    const [first] = this.placeOptions;
    if (first) await this.read(first.value);
  }

  private async read(locationId: string | null) {
    this.isLoading = true;
    try {
      this.stocktake = await getStocktake({ locationId });
      this.placeId = locationId ?? '';
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  private get lines(): Line[] {
    return (this.stocktake?.lines ?? []) as Line[];
  }
  get placeOptions() {
    return (this.stocktake?.places ?? []).map((place) => ({ label: place!.name!, value: place!.id! }));
  }
  get isIdle(): boolean {
    return Boolean(this.stocktake) && !this.stocktake?.id;
  }
  get isCounting(): boolean {
    return this.stocktake?.status === 'Counting';
  }
  get isApplied(): boolean {
    return this.stocktake?.status === 'Applied';
  }
  get isEmpty(): boolean {
    return this.isCounting && this.lines.length === 0;
  }
  get progressText(): string {
    const done = this.lines.filter(({ counted }) => counted !== null && counted !== undefined).length;
    return fillLabel(labels.progress, done, this.lines.length);
  }
  get isNothingCounted(): boolean {
    return this.lines.every(({ counted }) => counted === null || counted === undefined);
  }
  get isBookOff(): boolean {
    return this.isBusy || this.isNothingCounted;
  }

  get rows() {
    const wanted = this.wanted.trim().toLowerCase();
    return this.lines
      .filter(
        ({ title, sku, barcode }) =>
          !wanted || [title, sku, barcode].some((text) => text?.toLowerCase().includes(wanted)),
      )
      .slice(0, 200)
      .map((line) => {
        const isCounted = line.counted !== null && line.counted !== undefined;
        return {
          id: line.id!,
          title: line.title,
          sku: line.sku,
          value: this.typed[line.id!] ?? (isCounted ? String(line.counted) : ''),
          expectedText:
            line.expected === null || line.expected === undefined ? '' : fillLabel(labels.expected, line.expected),
          differenceText: isCounted ? this.differenceText(line) : '',
          rowClass: isCounted ? 'row counted' : 'row',
          label: fillLabel(labels.counted, line.title ?? ''),
          saveLabel: fillLabel(labels.saveName, line.title ?? ''),
        };
      });
  }

  private differenceText({ counted, expected }: Line): string {
    if (expected === null || expected === undefined) return '';
    const difference = (counted ?? 0) - expected;
    if (!difference) return labels.same;
    return fillLabel(difference > 0 ? labels.more : labels.less, Math.abs(difference));
  }

  get differences() {
    return this.lines
      .filter(({ counted, expected }) => counted !== null && counted !== undefined && counted !== expected)
      .map((line) => ({ id: line.id, text: `${line.title} (${line.sku ?? ''}): ${this.differenceText(line)}` }));
  }
  get appliedText(): string {
    return fillLabel(this.differences.length ? labels.applied : labels.allSame, this.stocktake?.name ?? '');
  }

  handlePlace(event: CustomEvent<{ value: string }>) {
    return this.read(event.detail.value);
  }
  handleBlind(event: Event) {
    this.isBlind = (event.currentTarget as HTMLElement & { checked: boolean }).checked;
  }
  handleStart() {
    return this.perform(async () => {
      this.stocktake = await start({ locationId: this.placeId, blind: this.isBlind });
    });
  }
  handleWanted(event: CustomEvent<{ value: string }>) {
    this.wanted = event.detail.value ?? '';
  }
  handleTyped(event: CustomEvent<{ value: string }>) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.typed = { ...this.typed, [id]: event.detail.value ?? '' };
  }

  async handleSave(event: Event) {
    event.preventDefault();
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const text = (this.typed[id] ?? '').trim();
    const counted = Number(text);
    if (!text || !Number.isInteger(counted) || counted < 0) return;
    await this.perform(async () => {
      const expected = await count({ stocktakeId: this.stocktake!.id!, lineId: id, counted });
      const lines = this.lines.map((line) => (line.id === id ? { ...line, counted, expected } : line));
      this.stocktake = { ...this.stocktake, lines } as Stocktake;
      this.typed = Object.fromEntries(Object.entries(this.typed).filter(([key]) => key !== id));
      this.wanted = '';
    });
  }

  handleAsk() {
    this.isAsking = true;
  }
  async handleApply() {
    const done = await this.perform(async () => {
      this.stocktake = await apply({ stocktakeId: this.stocktake!.id! });
    });
    this.isAsking = false;
    if (done) this.toast(labels.booked, 'success');
  }
  async handleCancel() {
    const done = await this.perform(async () => {
      this.stocktake = await cancel({ stocktakeId: this.stocktake!.id! });
    });
    if (done) this.toast(labels.cancelled, 'success');
  }
  handleAgain() {
    return this.read(this.placeId || null);
  }
  handleSheet() {
    window.print();
  }

  private async perform(step: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    try {
      await step();
      return true;
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.toast(fields.counted ?? message, 'error');
      return false;
    } finally {
      this.isBusy = false;
    }
  }
  private toast(message: string, variant: 'success' | 'error') {
    this.dispatchEvent(new ShowToastEvent({ message, variant }));
  }

  handleSeen(event: CustomEvent<string>) {
    this.wanted = event.detail;
  }

  handleNoCamera(event: CustomEvent<string>) {
    this.answer = event.detail;
  }
}
