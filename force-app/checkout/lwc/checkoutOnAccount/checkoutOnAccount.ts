import { LightningElement, api } from 'lwc';
import getAccountTerms from '@salesforce/apex/CheckoutController.getAccountTerms';
import requestApproval from '@salesforce/apex/CheckoutController.requestApproval';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatDateTime, formatDay, formatMoney, type FormatContext } from 'c/storeFormat';
import type { CheckoutDto } from 'c/storeTypes';
import { labels } from './labels';

type Terms = Awaited<ReturnType<typeof getAccountTerms>>;
interface Context extends FormatContext {
  locale: string;
}

/**
 * On what terms the shopper's account buys: what is left of its limit, when the order is due, the purchase order number, and the
 * request to buy beyond the limit.
 * @fires CheckoutOnAccount#set `{name: 'purchaseOrder', value}` as it is typed
 */
export default class CheckoutOnAccount extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api cartToken = '';
  @api context: Context | null = null;
  /** Number that was typed. */
  @api purchaseOrder = '';
  /** What is wrong with it; blank for nothing. */
  @api error = '';

  labels = labels;
  terms: Terms | null = null;
  problem = '';
  isBusy = false;
  private note = '';
  private shown: CheckoutDto | null = null;

  @api get checkout(): CheckoutDto | null {
    return this.shown;
  }
  set checkout(value: CheckoutDto | null) {
    const before = this.shown && [this.shown.cart.grandTotal, this.shown.openAmount].join();
    this.shown = value;
    // What is left to pay on account decides whether it is too much.
    if (value && [value.cart.grandTotal, value.openAmount].join() !== before) {
      this.load();
    }
  }

  load(): Promise<void> {
    return this.ask(() => getAccountTerms({ storeCode: this.storeCode, cartToken: this.cartToken }));
  }

  private async ask(question: () => Promise<Terms>): Promise<void> {
    this.isBusy = true;
    try {
      this.terms = await question();
      this.problem = '';
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  private money(amount: number): string {
    return formatMoney(amount, this.context);
  }

  get title(): string {
    return fillLabel(labels.of, this.terms?.accountName ?? '');
  }

  get facts(): string {
    const { creditLimit, available, dueOn } = this.terms as Terms;
    const limit =
      creditLimit === null || creditLimit === undefined
        ? ''
        : fillLabel(labels.left, this.money(available ?? 0), this.money(creditLimit));
    const due = dueOn ? fillLabel(labels.due, formatDay(dueOn, this.context?.locale)) : '';
    return [limit, due].filter(Boolean).join(' ');
  }

  get isAsking(): boolean {
    const { isOver, approval } = this.terms as Terms;
    return isOver && approval !== 'Requested' && approval !== 'Approved';
  }

  get overText(): string {
    return fillLabel(labels.over, this.money(this.terms?.amount ?? 0));
  }

  get isWaiting(): boolean {
    return Boolean(this.terms?.isOver && this.terms.approval === 'Requested');
  }

  get decision(): string {
    const { isOver, approval, approvalReason, approvedUntil } = this.terms as Terms;
    if (!isOver) return '';
    if (approval === 'Approved') return fillLabel(labels.approved, formatDateTime(approvedUntil, this.context?.locale));
    return approval === 'Declined' ? fillLabel(labels.declined, approvalReason ?? '') : '';
  }

  get purchaseOrderLabel(): string {
    return this.terms?.needsPurchaseOrder ? labels.purchaseOrder : labels.purchaseOrderOptional;
  }

  get invalid(): string {
    return String(Boolean(this.error));
  }

  handlePurchaseOrder(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('set', { detail: { name: 'purchaseOrder', value } }));
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLInputElement).value;
  }

  handleAsk(): Promise<void> {
    return this.ask(() =>
      requestApproval({ storeCode: this.storeCode, cartToken: this.cartToken, note: this.note || null }),
    );
  }

  handleRefresh(): Promise<void> {
    return this.load();
  }
}
