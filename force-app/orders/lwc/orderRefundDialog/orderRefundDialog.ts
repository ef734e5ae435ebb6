import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import getRefundable from '@salesforce/apex/OrderRefundController.getRefundable';
import planRefund from '@salesforce/apex/OrderRefundController.planRefund';
import startRefund from '@salesforce/apex/OrderRefundController.startRefund';
import allBack from '@salesforce/label/c.Orders_Refund_All_Back';
import amount from '@salesforce/label/c.Orders_Refund_Amount';
import choose from '@salesforce/label/c.Orders_Refund_Choose';
import close from '@salesforce/label/c.Orders_Refund_Close';
import confirm from '@salesforce/label/c.Orders_Refund_Confirm';
import destination from '@salesforce/label/c.Orders_Refund_Destination';
import decimals from '@salesforce/label/c.Orders_Refund_Decimals';
import finished from '@salesforce/label/c.Orders_Refund_Finished';
import goesBack from '@salesforce/label/c.Orders_Refund_You_Give';
import goodwill from '@salesforce/label/c.Orders_Refund_Goodwill';
import goodwillHelp from '@salesforce/label/c.Orders_Refund_Goodwill_Help';
import heading from '@salesforce/label/c.Orders_Refund_Heading';
import lines from '@salesforce/label/c.Orders_Refund_Lines';
import loading from '@salesforce/label/c.Admin_Loading';
import most from '@salesforce/label/c.Orders_Refund_Most';
import notAll from '@salesforce/label/c.Orders_Refund_Open';
import nothingLeft from '@salesforce/label/c.Orders_Refund_Nothing_Left';
import of from '@salesforce/label/c.Orders_Refund_Of';
import original from '@salesforce/label/c.Orders_Refund_Original';
import quantity from '@salesforce/label/c.Orders_Refund_Quantity';
import reason from '@salesforce/label/c.Orders_Refund_Reason';
import reasonHelp from '@salesforce/label/c.Orders_Refund_Reason_Help';
import restock from '@salesforce/label/c.Orders_Refund_Restock';
import result from '@salesforce/label/c.Orders_Refund_Result';
import stuck from '@salesforce/label/c.Orders_Refund_Stuck';
import stuckOriginal from '@salesforce/label/c.Orders_Refund_Stuck_Original';
import total from '@salesforce/label/c.Orders_Refund_Total';
import usedText from '@salesforce/label/c.Orders_Refund_Used_Left';
import wasFree from '@salesforce/label/c.Orders_Refund_Was_Free';
import wholePieces from '@salesforce/label/c.Orders_Refund_Whole_Pieces';
import { carryOutAll, moneyFormat, planSentences, stateOf, type Refund, type RefundPlan } from 'c/refundText';
import { toStoreError } from 'c/storeErrors';

type Refundable = Awaited<ReturnType<typeof getRefundable>>;
type Line = Refundable['lines'][number];
interface Choice {
  quantity?: number;
  amount?: number;
  restock: boolean;
}
/** So long nothing is typed before the plan is asked for, in milliseconds. */
const PAUSE = 250;

/** Why nothing can be given back of a line. */
const whyGone = ({ isCharge, amount: paid }: Line): string => (isCharge && paid <= 0 ? wasFree : allBack);

/**
 * Chooses what is refunded of an order and shows the plan while one types. Once confirmed, the parts are carried out one by
 * one and their results shown. Closes with true when something was refunded.
 */
export default class OrderRefundDialog extends LightningModal {
  @api orderId = '';

  labels = {
    amount,
    choose,
    close,
    destination,
    goesBack,
    goodwill,
    goodwillHelp,
    heading,
    lines,
    loading,
    nothingLeft,
    quantity,
    reason,
    reasonHelp,
    restock,
    result,
    stuck,
    total,
  };
  order: Refundable | null = null;
  plan: RefundPlan | null = null;
  refund: Refund | null = null;
  errorMessage = '';
  planError = '';
  reasonError = '';
  isLoading = true;
  isBusy = false;
  isPlanning = false;
  /** Where the money goes; blank: back the way it was paid. */
  destination = '';
  /** Where that goes which could not be spent where it came from; blank: back there all the same. */
  stuckDestination = '';
  private choices: Record<string, Choice> = {};
  private goodwill: number | undefined;
  private reason = '';
  private key = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  async connectedCallback() {
    this.key = crypto.randomUUID();
    await this.load();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  private async load() {
    this.isLoading = true;
    try {
      this.order = await getRefundable({ orderId: this.orderId });
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  private get money(): Intl.NumberFormat {
    return moneyFormat(this.order?.locale, this.order?.currencyCode ?? 'USD');
  }

  get isChoosing(): boolean {
    return Boolean(this.order) && !this.refund;
  }

  get hasResult(): boolean {
    return Boolean(this.refund);
  }

  get moneyLeft(): number {
    return this.order?.moneyLeft ?? 0;
  }

  /** Smallest unit of the currency. */
  get step(): string {
    const { maximumFractionDigits } = this.money.resolvedOptions();
    return String(10 ** -(maximumFractionDigits ?? 2));
  }

  /** What has a parent follows it and is not chosen by itself. */
  get rows() {
    return (this.order?.lines ?? [])
      .filter(({ parentId }) => !parentId)
      .map((line) => {
        const choice = this.choices[line.id];
        const isUsedUp = line.used > 0 && line.amountLeft <= 0;
        const isGone = isUsedUp || (line.isCharge ? line.amountLeft <= 0 : line.quantityLeft <= 0);
        const goneText = isUsedUp ? '' : whyGone(line);
        return {
          ...line,
          quantity: choice?.quantity ?? 0,
          amount: choice?.amount ?? null,
          mostText: isGone ? goneText : this.mostOf(line),
          usedText: line.used > 0 ? usedText.replace('{0}', this.money.format(line.used)) : '',
          takesAmount: line.isCharge && !isGone,
          takesQuantity: !line.isCharge && !isGone,
          mayRestock: !line.isCharge && !isGone && (choice?.quantity ?? 0) > 0,
          restock: choice?.restock ?? true,
        };
      });
  }

  private mostOf({ isCharge, amountLeft, quantityLeft }: Line): string {
    return isCharge ? most.replace('{0}', this.money.format(amountLeft)) : of.replace('{0}', String(quantityLeft));
  }

  /** Something can still be chosen: pieces, an amount, or goodwill. */
  get canChoose(): boolean {
    return this.isChoosing && (this.moneyLeft > 0 || this.rows.some((row) => row.takesAmount || row.takesQuantity));
  }

  get isAllBack(): boolean {
    return this.isChoosing && !this.canChoose;
  }

  get destinations() {
    const others = (this.order?.destinations ?? []).map(({ name, label }) => ({ value: name, label }));
    return [{ value: '', label: original }, ...others];
  }

  get hasDestinations(): boolean {
    return this.destinations.length > 1;
  }

  get stuckDestinations() {
    const others = (this.order?.stuckDestinations ?? []).map(({ name, label }) => ({ value: name, label }));
    return [{ value: '', label: stuckOriginal }, ...others];
  }

  /** Some of it would go where nobody could spend it, and could go elsewhere. */
  get isStuck(): boolean {
    return this.stuckDestinations.length > 1 && Boolean(this.plan?.parts.some((part) => part.isStuck));
  }

  get takesGoodwill(): boolean {
    return this.moneyLeft > 0;
  }

  get sentences() {
    return this.plan ? planSentences(this.plan, this.money).map((text, key) => ({ key, text })) : [];
  }

  get totalText(): string {
    return this.money.format(this.plan?.total ?? 0);
  }

  get confirmLabel(): string {
    return confirm.replace('{0}', this.plan ? this.totalText : '').trim();
  }

  get cannotConfirm(): boolean {
    return !this.plan || this.isBusy || this.isPlanning;
  }

  get results() {
    return (this.refund?.parts ?? []).map((part) => {
      const { text, badge } = stateOf(part.status);
      return { ...part, state: text, badge, money: this.money.format(part.amount) };
    });
  }

  get resultText(): string {
    return this.refund?.status === 'Completed' ? finished : notAll;
  }

  handleQuantity(event: CustomEvent<{ value: string }>) {
    this.choose((event.currentTarget as HTMLElement).dataset.quantity, { quantity: Number(event.detail.value || 0) });
  }

  handleAmount(event: CustomEvent<{ value: string }>) {
    this.choose((event.currentTarget as HTMLElement).dataset.amount, { amount: Number(event.detail.value || 0) });
  }

  handleRestock(event: CustomEvent<{ checked: boolean }>) {
    this.choose((event.currentTarget as HTMLElement).dataset.restock, { restock: event.detail.checked });
  }

  handleGoodwill(event: CustomEvent<{ value: string }>) {
    this.goodwill = Number(event.detail.value || 0);
    this.askSoon();
  }

  handleDestination(event: CustomEvent<{ value: string }>) {
    this.destination = event.detail.value;
    this.askSoon();
  }

  handleStuckDestination(event: CustomEvent<{ value: string }>) {
    this.stuckDestination = event.detail.value;
    this.askSoon();
  }

  handleReason(event: CustomEvent<{ value: string }>) {
    this.reason = event.detail.value ?? '';
    this.reasonError = '';
  }

  private choose(id: string | undefined, change: Partial<Choice>) {
    if (!id) return;
    this.choices = { ...this.choices, [id]: { ...(this.choices[id] ?? { restock: true }), ...change } };
    this.askSoon();
  }

  private get input() {
    const chosen = Object.entries(this.choices).filter(([, { quantity: pieces, amount: sum }]) => pieces || sum);
    return {
      lines: chosen.map(([orderItemId, { quantity: pieces = 0, amount: sum, restock: back }]) => ({
        orderItemId,
        quantity: pieces,
        ...(sum === undefined ? {} : { amount: sum }),
        restock: back,
      })),
      goodwill: this.goodwill ?? 0,
      ...(this.destination ? { destination: this.destination } : {}),
      ...(this.stuckDestination ? { stuckDestination: this.stuckDestination } : {}),
    };
  }

  /** What no refund can be made of: parts of a piece, or of the smallest coin. */
  private get typingProblem(): string {
    const choices = Object.values(this.choices);
    if (choices.some(({ quantity: pieces = 0 }) => !Number.isInteger(pieces))) return wholePieces;
    const digits = this.money.resolvedOptions().maximumFractionDigits ?? 2;
    const sums = [this.goodwill ?? 0, ...choices.map(({ amount: sum = 0 }) => sum)];
    return sums.some((sum) => Number(sum.toFixed(digits)) !== sum) ? decimals.replace('{0}', String(digits)) : '';
  }

  private askSoon() {
    clearTimeout(this.timer);
    this.isPlanning = true;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next digit; the timer ends with the dialog
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  /** Asks for the plan; an answer that was overtaken by another question is dropped. */
  private async ask() {
    const question = ++this.asked;
    const { input } = this;
    const isNothing = !input.lines.length && !input.goodwill;
    let plan: RefundPlan | null = null;
    let problem = '';
    try {
      problem = this.typingProblem;
      if (!isNothing && !problem) plan = await planRefund({ orderId: this.orderId, input });
    } catch (error) {
      problem = toStoreError(error).message;
    }
    if (question !== this.asked) return;
    this.plan = plan;
    this.planError = problem;
    this.isPlanning = false;
  }

  async handleConfirm() {
    this.isBusy = true;
    this.errorMessage = '';
    const input = { ...this.input, key: this.key, reason: this.reason, expectedTotal: this.plan?.total };
    try {
      const begun = await startRefund({ orderId: this.orderId, input });
      const latest = begun[begun.length - 1];
      this.refund = latest;
      const done = await carryOutAll(this.orderId, [latest]);
      this.refund = done.find(({ id }) => id === latest.id) ?? latest;
    } catch (error) {
      const { fields, message } = toStoreError(error);
      this.reasonError = fields.reason ?? '';
      if (!fields.reason) {
        this.errorMessage = message;
        await this.load();
        await this.ask();
      }
    } finally {
      this.isBusy = false;
    }
  }

  handleClose() {
    this.close(Boolean(this.refund));
  }
}
