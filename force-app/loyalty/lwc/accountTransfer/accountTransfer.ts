import { LightningElement, api } from 'lwc';
import getTransfer from '@salesforce/apex/TransferController.getTransfer';
import givePoints from '@salesforce/apex/TransferController.givePoints';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatNumber, pluralLabel } from 'c/storeFormat';
import type { PointsTransferDto, StoreDto } from 'c/storeTypes';
import { labels } from './labels';

/**
 * Gives points of the shopper to somebody of the household: who, how many, and a question before it is done.
 * @fires AccountTransfer#given once it is done
 */
export default class AccountTransfer extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  @api store: StoreDto | null = null;

  labels = labels;
  transfer: PointsTransferDto | null = null;
  toId = '';
  points = '';
  asks = false;
  busy = false;
  failure = '';
  problems: { toId: string; points: string } = { toId: '', points: '' };
  /** Of the transfer that is being typed: pressed twice, it happens once. */
  private key = '';
  private focusesQuestion = false;

  async connectedCallback(): Promise<void> {
    try {
      this.transfer = await getTransfer({ storeCode: this.storeCode });
    } catch {
      // The page beside it says why nothing could be read.
      this.transfer = null;
    }
  }

  renderedCallback(): void {
    if (!this.focusesQuestion || !this.asks) return;
    this.focusesQuestion = false;
    (this.refs?.question as HTMLElement | undefined)?.focus();
  }

  /** Why nothing can be given; blank when it can. */
  get reason(): string {
    if (!this.transfer?.people.length) return labels.nobody;
    return this.transfer.most < this.transfer.minimum ? labels.none : '';
  }

  get people() {
    return (this.transfer?.people ?? []).map((person) => ({ ...person, isChosen: person.id === this.toId }));
  }

  get hint(): string {
    const { minimum = 1, most = 0, monthlyMost = null } = this.transfer ?? {};
    const [least, now] = [minimum, most].map((count) => formatNumber(count, this.store?.locale));
    return monthlyMost === null
      ? fillLabel(labels.hint, least, now)
      : fillLabel(labels.hintMonth, least, now, formatNumber(monthlyMost, this.store?.locale));
  }

  get invalid() {
    return { toId: this.problems.toId ? 'true' : 'false', points: this.problems.points ? 'true' : 'false' };
  }

  private get counted(): string {
    return pluralLabel(Number(this.points), { one: labels.one, other: labels.other }, this.store?.locale);
  }

  private get receiver(): string {
    return this.transfer?.people.find(({ id }) => id === this.toId)?.name ?? '';
  }

  get question(): string {
    return fillLabel(labels.question, this.counted, this.receiver);
  }

  handleTo(event: Event): void {
    this.toId = (event.currentTarget as HTMLSelectElement).value;
    this.asks = false;
    this.problems = { ...this.problems, toId: '' };
  }

  handlePoints(event: Event): void {
    this.points = (event.currentTarget as HTMLInputElement).value;
    this.asks = false;
    this.problems = { ...this.problems, points: '' };
  }

  handleNext(event: Event): void {
    event.preventDefault();
    const { minimum = 1, most = 0 } = this.transfer ?? {};
    const count = Number(this.points);
    this.failure = '';
    this.problems = {
      toId: this.toId ? '' : labels.choose,
      points: Number.isInteger(count) && count >= minimum && count <= most ? '' : this.hint,
    };
    if (this.problems.toId || this.problems.points) return;
    this.key = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
    this.asks = true;
    this.focusesQuestion = true;
  }

  handleBack(): void {
    this.asks = false;
  }

  async handleGive(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      this.transfer = await givePoints({
        storeCode: this.storeCode,
        toId: this.toId,
        points: Number(this.points),
        key: this.key,
      });
      showToast({ message: fillLabel(labels.done, this.counted, this.receiver) });
      this.points = '';
      this.toId = '';
      this.dispatchEvent(new CustomEvent('given'));
    } catch (error) {
      const { fields, message } = toStoreError(error);
      this.problems = { toId: fields.toId ?? '', points: fields.points ?? '' };
      this.failure = fields.toId || fields.points ? '' : message;
    } finally {
      this.asks = false;
      this.busy = false;
    }
  }
}
