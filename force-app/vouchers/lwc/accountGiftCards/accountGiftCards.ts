import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getMine from '@salesforce/apex/VoucherController.getMine';
import keep from '@salesforce/apex/VoucherController.keep';
import sendAgain from '@salesforce/apex/VoucherController.sendAgain';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatDay, formatMoney } from 'c/storeFormat';
import { giftCardUrl } from 'c/storeRoutes';
import type { VoucherDto } from 'c/storeTypes';
import { labels } from './labels';

/** Gift cards of the shopper: what is left, until when, and their codes by e-mail. */
export default class AccountGiftCards extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  urls = { check: giftCardUrl() };
  cards: VoucherDto[] | null = null;
  busy = false;
  /** Code that is to be kept, and what is wrong with it. */
  typed = '';
  error = '';

  override async read(): Promise<void> {
    this.cards = await getMine({ storeCode: this.storeCode });
  }

  get isReady(): boolean {
    return Boolean(this.cards && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get hasCards(): boolean {
    return Boolean(this.cards?.length);
  }

  get rows() {
    return (this.cards ?? []).map((card) => ({
      ...card,
      amount: formatMoney(card.balance, this.store),
      opening:
        card.balance < card.openingBalance ? fillLabel(labels.of, formatMoney(card.openingBalance, this.store)) : '',
      lasts: card.lastDay ? fillLabel(labels.ends, formatDay(card.lastDay, this.store?.locale)) : labels.neverEnds,
      againLabel: `${labels.again}: ${card.name}`,
    }));
  }

  get busyText(): string {
    return String(this.busy);
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
    this.error = '';
  }

  async handleAdd(event: Event): Promise<void> {
    event.preventDefault();
    this.error = this.typed.trim() ? '' : labels.codeMissing;
    if (this.busy || this.error) return;
    this.busy = true;
    try {
      const { problem } = await keep({ storeCode: this.storeCode, code: this.typed });
      this.error = problem ?? '';
      if (!problem) {
        this.typed = '';
        showToast({ message: labels.added });
        await this.load();
      }
    } catch (failure) {
      this.error = toStoreError(failure).message;
    } finally {
      this.busy = false;
    }
  }

  async handleAgain(event: Event): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const voucherId = (event.currentTarget as HTMLElement).dataset.id;
      await sendAgain({ storeCode: this.storeCode, voucherId });
      showToast({ message: labels.sent });
      await this.load();
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }
}
