import { api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import cancelReturn from '@salesforce/apex/OrderChangeController.cancelReturn';
import getChanges from '@salesforce/apex/OrderChangeController.getChanges';
import type { ReturnView } from 'c/returnList';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatDateTime } from 'c/storeFormat';
import StorePage from 'c/storePage';
import { accountUrl, orderUrl, queryParameters, type PageReference } from 'c/storeRoutes';
import type { OrderDto } from 'c/storeTypes';
import back from '@salesforce/label/c.Returns_Page_Back';
import backToChoice from '@salesforce/label/c.Returns_Page_Back_To_Choice';
import cancelled from '@salesforce/label/c.Returns_List_Cancelled';
import choose from '@salesforce/label/c.Returns_Page_Choose';
import done from '@salesforce/label/c.Returns_Form_Done';
import doneWithdraw from '@salesforce/label/c.Returns_Form_Done_Withdraw';
import doneReduce from '@salesforce/label/c.Returns_Form_Done_Reduce';
import reduceText from '@salesforce/label/c.Returns_Page_Reduce_Text';
import reduceTitle from '@salesforce/label/c.Returns_Page_Reduce';
import exchangeText from '@salesforce/label/c.Returns_Page_Exchange_Text';
import exchangeTitle from '@salesforce/label/c.Returns_Page_Exchange';
import nothing from '@salesforce/label/c.Returns_Page_Nothing';
import orderName from '@salesforce/label/c.Returns_Page_Order';
import returnText from '@salesforce/label/c.Returns_Page_Return_Text';
import returnTitle from '@salesforce/label/c.Returns_Page_Return';
import title from '@salesforce/label/c.Returns_Page_Title';
import unknown from '@salesforce/label/c.Returns_Page_Unknown';
import withdrawOpen from '@salesforce/label/c.Returns_Page_Withdraw_Open';
import withdrawText from '@salesforce/label/c.Returns_Page_Withdraw_Text';
import withdrawTitle from '@salesforce/label/c.Returns_Page_Withdraw';

type Changes = NonNullable<Awaited<ReturnType<typeof getChanges>>>;

const EXCHANGE = 'Exchange';
const REDUCTION = 'Reduction';
const RETURN = 'Return';
const WITHDRAWAL = 'Withdrawal';

/** Where customers change an order, of who signed in (`?order=`) or behind a private link (`?token=`): one door for all of it. */
export default class OrderChange extends StorePage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { back, backToChoice, choose, nothing, title };
  orderNumber = '';
  token = '';
  changes: Changes | null = null;
  /** What is being done; blank while one chooses. */
  doing = '';
  /** Number of the return whose label is shown. */
  labelOf = '';
  message = '';
  problem = '';
  busy = false;
  loading = true;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const { order = '', token = '', do: wanted = '' } = queryParameters(page);
    if (page && (order || token)) {
      if (order === this.orderNumber && token === this.token) return;
      this.orderNumber = order;
      this.token = token;
      this.load(wanted);
    } else if (page && !this.orderNumber && !this.token) {
      // Else it is the page that the shopper goes on to, such as the checkout of an exchange.
      this.loading = false;
      this.problem = unknown;
    }
  }

  private get which() {
    return {
      storeCode: this.storeCode,
      orderToken: this.token || null,
      orderNumber: this.token ? null : this.orderNumber,
    };
  }

  private async load(wanted = ''): Promise<void> {
    this.loading = true;
    try {
      this.changes = await getChanges(this.which);
      this.problem = '';
      this.doing = this.choices.some(({ kind }) => kind === wanted) ? wanted : '';
    } catch (error) {
      const { code, message } = toStoreError(error);
      if (code === 'SIGN_IN_REQUIRED') {
        window.location.assign(this.backUrl);
        return;
      }
      this.problem = code === 'NOT_FOUND' ? unknown : message;
    }
    this.loading = false;
  }

  get backUrl(): string {
    return this.token ? orderUrl(this.token) : accountUrl(`order/${encodeURIComponent(this.orderNumber)}`);
  }

  get orderText(): string {
    return fillLabel(orderName, this.changes?.orderNumber ?? '');
  }

  get orderToken(): string | null {
    return this.token || null;
  }

  /** As much of the order as cancelling asks for. */
  get order(): OrderDto {
    const { orderNumber, currencyCode, cancelUntil } = this.changes ?? {};
    return { orderNumber, currencyCode, cancelUntil } as OrderDto;
  }

  get choices() {
    const { canReduce, canReturn, canWithdraw, reduceUntil, returnUntil, withdrawUntil } = this.changes ?? {};
    const untilOf = (text: string, moment?: string) => fillLabel(text, formatDateTime(moment, this.store?.locale));
    return [
      { kind: REDUCTION, isOpen: canReduce, title: reduceTitle, text: untilOf(reduceText, reduceUntil) },
      { kind: RETURN, isOpen: canReturn, title: returnTitle, text: untilOf(returnText, returnUntil) },
      { kind: EXCHANGE, isOpen: canReturn, title: exchangeTitle, text: exchangeText },
      {
        kind: WITHDRAWAL,
        isOpen: canWithdraw,
        title: withdrawTitle,
        text: withdrawUntil ? untilOf(withdrawText, withdrawUntil) : withdrawOpen,
      },
    ].filter(({ isOpen }) => isOpen);
  }

  get canCancel(): boolean {
    return Boolean(this.changes?.cancelUntil);
  }

  get isNothing(): boolean {
    return !this.choices.length && !this.canCancel && !this.message;
  }

  get isChoosing(): boolean {
    return Boolean(this.changes) && !this.doing && !this.shownLabel;
  }

  get hasChoices(): boolean {
    return this.choices.length > 0;
  }

  get returns(): ReturnView[] {
    return (this.changes?.returns ?? []) as ReturnView[];
  }

  get hasReturns(): boolean {
    return this.returns.length > 0;
  }

  get isForm(): boolean {
    return Boolean(this.doing && this.store);
  }

  get shownLabel(): ReturnView | null {
    return this.returns.find(({ returnNumber }) => returnNumber === this.labelOf) ?? null;
  }

  get storeName(): string {
    return this.store?.name ?? '';
  }

  private async focus(selector: string): Promise<void> {
    await Promise.resolve();
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  async handleChoose(event: Event): Promise<void> {
    this.doing = (event.currentTarget as HTMLElement).dataset.kind ?? '';
    this.message = '';
    await this.focus('[data-form-title]');
  }

  async handleBack(): Promise<void> {
    this.doing = '';
    await this.focus('[data-title]');
  }

  async handleAnnounced(event: CustomEvent<{ returnNumber: string; problem: string }>): Promise<void> {
    const { returnNumber, problem } = event.detail;
    const told: Record<string, string> = { [WITHDRAWAL]: doneWithdraw, [REDUCTION]: doneReduce };
    const { doing } = this;
    await this.load();
    this.message = told[doing] ?? fillLabel(done, returnNumber);
    this.problem = problem;
    announce(this.message);
    await this.focus('[data-done]');
  }

  async handleLabel(event: CustomEvent<{ returnNumber: string }>): Promise<void> {
    this.labelOf = event.detail.returnNumber;
    await this.focus('[data-label-title]');
  }

  async handleLabelClose(): Promise<void> {
    this.labelOf = '';
    await this.focus('[data-title]');
  }

  async handleCancelReturn(event: CustomEvent<{ returnNumber: string }>): Promise<void> {
    this.busy = true;
    try {
      await cancelReturn({ ...this.which, returnNumber: event.detail.returnNumber });
      await this.load();
      this.message = cancelled;
      announce(cancelled);
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }

  /** The order is no more: its own page tells what came of it. */
  handleCancelled(): void {
    window.location.assign(this.backUrl);
  }
}
