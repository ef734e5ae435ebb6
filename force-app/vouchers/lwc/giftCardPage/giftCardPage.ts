import { LightningElement, api, wire } from 'lwc';
import look from '@salesforce/apex/VoucherController.look';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce, showToast } from 'c/storeEvents';
import { fillLabel, formatDay, formatMoney } from 'c/storeFormat';
import { searchUrl } from 'c/storeRoutes';
import type { StoreDto, VoucherDto, WireResult } from 'c/storeTypes';
import { visitorKey } from 'c/visitorKey';
import { labels } from './labels';

/** Signs that a code has, in groups of four. */
const GROUPS = /(.{4})(?=.)/g;

/**
 * A gift card for whoever has its code: typed, or behind the # of the link in its e-mail, which no server and no other page gets to
 * see. The code stays in this page.
 */
export default class GiftCardPage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  urls = { all: searchUrl({}) };
  store: StoreDto | null = null;
  typed = '';
  error = '';
  busy = false;
  card: VoucherDto | null = null;
  /** Link with which the card goes into a wallet; null: none is offered. */
  wallet: { label?: string; url?: string } | null = null;
  /** Counts codes that were asked for: only the answer to the last one is shown. */
  private asked = 0;
  private readonly handleHash = (): void => this.openLink();

  connectedCallback(): void {
    window.addEventListener('hashchange', this.handleHash);
    this.openLink();
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.handleHash);
  }

  openLink(): void {
    const code = decodeURIComponent(window.location.hash.slice(1));
    if (code) {
      // The card of another link that was open goes at once: its balance is not this one's.
      this.card = null;
      this.typed = code;
      this.show();
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(labels.title, data.name);
    }
  }

  async show(): Promise<void> {
    this.error = this.typed.trim() ? '' : labels.codeMissing;
    if (this.error) {
      return;
    }
    this.asked += 1;
    const turn = this.asked;
    this.busy = true;
    try {
      const { card, problem, wallet } = await look({
        storeCode: this.storeCode,
        code: this.typed,
        visitor: visitorKey(),
      });
      if (turn !== this.asked) {
        return;
      }
      this.card = card;
      this.wallet = wallet ?? null;
      this.error = problem ?? '';
      if (card) {
        announce(`${labels.balance}: ${this.balance}`);
      }
    } catch (failure) {
      this.error = turn === this.asked ? toStoreError(failure).message : this.error;
    } finally {
      this.busy = this.busy && turn !== this.asked;
    }
  }

  get isShown(): boolean {
    return Boolean(this.card && this.store);
  }

  get context() {
    return {
      locale: this.store?.locale ?? 'en-US',
      currencyCode: this.card?.currencyCode ?? this.store?.currencyCode ?? '',
    };
  }

  get balance(): string {
    return formatMoney(this.card?.balance ?? 0, this.context as StoreDto);
  }

  get opening(): string {
    const { balance, openingBalance } = this.card as VoucherDto;
    return balance < openingBalance ? fillLabel(labels.of, formatMoney(openingBalance, this.context as StoreDto)) : '';
  }

  get shownCode(): string {
    return this.typed
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .replace(GROUPS, '$1-');
  }

  get lasts(): string {
    const lastDay = this.card?.lastDay;
    return lastDay ? fillLabel(labels.ends, formatDay(lastDay, this.store?.locale)) : labels.neverEnds;
  }

  get from(): string {
    return this.card?.senderName ? fillLabel(labels.from, this.card.senderName) : '';
  }

  get forWhom(): string {
    return this.card?.recipientName ? fillLabel(labels.forWhom, this.card.recipientName) : '';
  }

  get submitText(): string {
    return this.busy ? labels.showing : labels.show;
  }

  get busyText(): string {
    return String(this.busy);
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
    this.error = '';
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    if (!this.busy) {
      this.show();
    }
  }

  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.shownCode);
      showToast({ message: labels.copied });
    } catch {
      // The browser forbids the clipboard: the code can be read above.
    }
  }

  handleOther(): void {
    this.card = null;
    this.wallet = null;
    this.typed = '';
    this.error = '';
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }
}
