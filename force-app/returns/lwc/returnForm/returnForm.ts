import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import addPhoto from '@salesforce/apex/OrderChangeController.addPhoto';
import planReturn from '@salesforce/apex/OrderChangeController.planReturn';
import startExchange from '@salesforce/apex/OrderChangeController.startExchange';
import requestReturn from '@salesforce/apex/OrderChangeController.requestReturn';
import type getChanges from '@salesforce/apex/OrderChangeController.getChanges';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import { adoptCart, cartToken } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatMoney } from 'c/storeFormat';
import { checkoutUrl, webPage } from 'c/storeRoutes';
import type { FilledCartDto, ProductDto, StoreDto, VariantDto } from 'c/storeTypes';
import { labels } from './labels';
import { smaller } from './photo';

type Changes = Awaited<ReturnType<typeof getChanges>>;
type Line = NonNullable<NonNullable<Changes>['lines']>[number];
type Plan = NonNullable<Awaited<ReturnType<typeof planReturn>>>;
type Input = NonNullable<NonNullable<Parameters<typeof planReturn>[0]>['input']>;

interface Chosen {
  quantity: number;
  reason: string;
  note: string;
  /** Variant that is wanted instead. */
  instead: string;
}

const EXCHANGE = 'Exchange';
const REDUCTION = 'Reduction';
const WITHDRAWAL = 'Withdrawal';
const MOST_PHOTOS = 5;

/**
 * What a customer sends back, or withdraws from: lines and pieces, then what comes back to the cent, then it is said.
 * @fires ReturnForm#announced `{returnNumber, problem}` once it is; `problem` tells of photos that could not be sent
 */
export default class ReturnForm extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  @api store: StoreDto | null = null;
  @api orderToken: string | null = null;
  /** What can be changed of the order. */
  @api changes: Changes = null as unknown as Changes;

  labels = labels;
  chosen: Record<string, Chosen> = {};
  comment = '';
  person = '';
  email = '';
  photos: File[] = [];
  plan: Plan | null = null;
  problem = '';
  problems: Record<string, string> = {};
  busy = false;
  /** What can be had instead, by line. */
  variants: Record<string, VariantDto[]> = {};
  private purpose = 'Return';
  private key = '';

  /** Return, Exchange, Reduction or Withdrawal. Of a contract one withdraws as a whole, unless one says otherwise. */
  @api
  get kind(): string {
    return this.purpose;
  }
  set kind(kind: string) {
    this.purpose = kind;
    this.start();
  }

  connectedCallback(): void {
    this.start();
  }

  /** What was typed is there again for whoever comes back to change something. */
  renderedCallback(): void {
    const field = this.refs?.comment as HTMLTextAreaElement | undefined;
    if (field && field.value !== this.comment && field !== document.activeElement) field.value = this.comment;
  }

  private start(): void {
    this.plan = null;
    this.person = this.changes?.person ?? '';
    this.chosen = Object.fromEntries(
      (this.changes?.lines ?? []).map((line) => [
        line.id ?? '',
        {
          quantity: this.isWithdrawal && !this.causeOf(line) ? (line.left ?? 0) : 0,
          reason: '',
          note: '',
          instead: '',
        },
      ]),
    );
  }

  get isWithdrawal(): boolean {
    return this.purpose === WITHDRAWAL;
  }

  get isGoodwill(): boolean {
    return !this.isWithdrawal && !this.isReduction;
  }

  get isReduction(): boolean {
    return this.purpose === REDUCTION;
  }

  get isExchange(): boolean {
    return this.purpose === EXCHANGE;
  }

  get isReturned(): boolean {
    return !this.isExchange;
  }

  /** Photos and messages come with returns only. */
  get asksMore(): boolean {
    return this.purpose === 'Return';
  }

  private causeOf(line: Line): string | null {
    if (this.isReduction) return line.reduceCause ?? null;
    return (this.isWithdrawal ? line.withdrawCause : line.returnCause) ?? null;
  }

  get title(): string {
    if (this.isExchange) return labels.exchangeTitle;
    if (this.isReduction) return labels.reduceTitle;
    return this.isWithdrawal ? labels.withdrawTitle : labels.returnTitle;
  }

  get nextText(): string {
    if (this.busy) return labels.busy;
    if (this.isExchange) return labels.nextExchange;
    return this.isWithdrawal ? labels.nextWithdraw : labels.next;
  }

  get confirmText(): string {
    if (this.busy) return labels.busy;
    if (this.isExchange) return labels.confirmExchange;
    if (this.isReduction) return labels.confirmReduce;
    return this.isWithdrawal ? labels.confirmWithdraw : labels.confirm;
  }

  get summaryTitle(): string {
    if (this.isReduction) return labels.summaryReduce;
    return this.isWithdrawal ? labels.summaryWithdraw : labels.summary;
  }

  get whenText(): string {
    if (this.isExchange) return labels.exchangeWhen;
    return this.changes?.isSent ? labels.when : labels.whenUnsent;
  }

  get busyText(): string {
    return String(this.busy);
  }

  get emailHelp(): string {
    return fillLabel(labels.emailHelp, this.changes?.email ?? '');
  }

  get context() {
    return { locale: this.store?.locale ?? 'en-US', currencyCode: this.changes?.currencyCode ?? '' };
  }

  get rows() {
    return (this.changes?.lines ?? []).map((line) => {
      const id = line.id ?? '';
      const name = [line.title, line.variantTitle].filter(Boolean).join(', ');
      const { quantity = 0, reason = '', note = '', instead = '' } = this.chosen[id] ?? {};
      const left = line.left ?? 0;
      const cause = this.causeOf(line);
      return {
        id,
        name,
        title: line.title,
        variantTitle: line.variantTitle,
        imageUrl: line.imageUrl,
        cause,
        hint: line.note,
        isChoosable: !cause && left > 0 && (!this.isExchange || Boolean(line.slug)),
        pieces: Array.from({ length: left + 1 }, (_, count) => ({
          value: String(count),
          label: count ? fillLabel(labels.of, count, line.quantity ?? count) : labels.none,
          isChosen: count === quantity,
        })),
        piecesLabel: fillLabel(labels.pieces, name),
        isChosen: quantity > 0,
        asksReason: quantity > 0 && this.isGoodwill,
        reasonLabel: fillLabel(labels.reason, name),
        reasons: (line.reasons ?? []).map(({ key = '', label = '' }) => ({ key, label, isChosen: key === reason })),
        asksInstead: quantity > 0 && this.isExchange,
        insteadLabel: fillLabel(labels.instead, name),
        options: this.optionsOf(id, quantity, instead),
        noteLabel: fillLabel(labels.note, name),
        note,
        problem: this.problems[id],
        problemId: `problem-${id}`,
        invalid: this.problems[id] ? 'true' : 'false',
        quantityText: fillLabel(labels.of, quantity, line.quantity ?? quantity),
      };
    });
  }

  private optionsOf(id: string, quantity: number, instead: string) {
    return (this.variants[id] ?? []).map((variant) => {
      const isSold = (variant.inStock || variant.backorder) && (variant.maxQuantity ?? quantity) >= quantity;
      const pattern = isSold ? labels.insteadOption : labels.insteadGone;
      return {
        value: variant.id,
        label: fillLabel(pattern, variant.title || '', formatMoney(variant.price, this.context)),
        // Nothing instead of false: on an option the mere presence of the attribute counts.
        isGone: isSold ? null : true,
        isChosen: variant.id === instead,
      };
    });
  }

  /** What one sends back and what one gets, in the prices of the shop. */
  get comparison() {
    if (!this.isExchange || !this.plan) return null;
    const worth = (this.plan.parts ?? []).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    const wanted = Object.entries(this.chosen).reduce((sum, [id, { quantity, instead }]) => {
      const variant = (this.variants[id] ?? []).find((one) => one.id === instead);
      return sum + quantity * (variant?.price ?? 0);
    }, 0);
    return {
      worth: formatMoney(worth, this.context),
      wanted: formatMoney(wanted, this.context),
      label: wanted >= worth ? labels.pay : labels.comesBack,
      difference: formatMoney(Math.abs(wanted - worth), this.context),
    };
  }

  get chosenRows() {
    return this.rows.filter(({ isChosen }) => isChosen);
  }

  get needsPhotos(): boolean {
    return (this.changes?.lines ?? []).some((line) => {
      const { quantity, reason } = this.chosen[line.id ?? ''] ?? { quantity: 0, reason: '' };
      return quantity > 0 && (line.reasons ?? []).some(({ key, photoNeeded }) => key === reason && photoNeeded);
    });
  }

  get photosLabel(): string {
    return this.needsPhotos ? labels.photosNeeded : labels.photos;
  }

  get photosText(): string {
    return this.photos.length ? fillLabel(labels.photosChosen, this.photos.length) : '';
  }

  get parts() {
    return (this.plan?.parts ?? []).map(({ label, action, amount }, key) => ({
      key,
      label: action === 'Reduce' ? fillLabel(labels.notOwed, label ?? '') : label,
      amount: formatMoney(amount ?? 0, this.context),
    }));
  }

  get total(): string {
    return formatMoney(this.plan?.total ?? 0, this.context);
  }

  /** What stays with the store. */
  get kept() {
    const { restockingFee = 0, shippingFee = 0, kept = [] } = this.plan ?? {};
    return [
      { title: labels.restocking, amount: restockingFee ?? 0 },
      { title: labels.shipping, amount: shippingFee ?? 0 },
      ...(kept ?? []).map(({ title, amount }) => ({ title: title ?? '', amount: amount ?? 0 })),
    ]
      .filter(({ amount }) => amount > 0)
      .map(({ title, amount }, key) => ({
        key,
        label: fillLabel(labels.kept, title),
        amount: formatMoney(amount, this.context),
      }));
  }

  private get which() {
    return {
      storeCode: this.storeCode,
      orderToken: this.orderToken,
      orderNumber: this.orderToken ? null : (this.changes?.orderNumber ?? null),
    };
  }

  private get input(): Input {
    return {
      key: this.key,
      kind: this.purpose,
      comment: this.comment,
      person: this.person,
      email: this.email,
      expectedTotal: this.plan?.total ?? null,
      lines: Object.entries(this.chosen)
        .filter(([, { quantity }]) => quantity > 0)
        .map(([orderItemId, { quantity, reason, note, instead }]) => ({
          orderItemId,
          quantity,
          reason,
          note,
          ...(this.isExchange && { exchangeFor: instead || null }),
        })),
    } as Input;
  }

  private change(id: string, part: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, [id]: { ...this.chosen[id]!, ...part } };
    this.problems = { ...this.problems, [id]: '' };
  }

  handleQuantity(event: Event): void {
    const { value, dataset } = event.target as HTMLSelectElement;
    this.change(dataset.id ?? '', { quantity: Number(value) });
    if (this.isExchange && Number(value) > 0) this.offer(dataset.id ?? '');
  }

  /** Reads what can be had instead, once for each line. */
  private async offer(id: string): Promise<void> {
    const slug = (this.changes?.lines ?? []).find((line) => line.id === id)?.slug;
    if (this.variants[id] || !slug) return;
    try {
      const product = (await getProduct({ storeCode: this.storeCode, slug })) as unknown as ProductDto | null;
      this.variants = { ...this.variants, [id]: product?.variants ?? [] };
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  handleInstead(event: Event): void {
    const { value, dataset } = event.target as HTMLSelectElement;
    this.change(dataset.id ?? '', { instead: value });
  }

  handleReason(event: Event): void {
    const { value, dataset } = event.target as HTMLSelectElement;
    this.change(dataset.id ?? '', { reason: value });
  }

  handleNote(event: Event): void {
    const { value, dataset } = event.target as HTMLInputElement;
    this.change(dataset.id ?? '', { note: value });
  }

  handleComment(event: Event): void {
    this.comment = (event.target as HTMLTextAreaElement).value;
  }

  handleField(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    if (name === 'person') this.person = value;
    else this.email = value;
  }

  handlePhotos(event: Event): void {
    this.photos = [...((event.target as HTMLInputElement).files ?? [])].slice(0, MOST_PHOTOS);
  }

  private async run(step: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.problems = {};
    try {
      await step();
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.problems = fields ?? {};
      this.problem = message;
      announce(message);
    } finally {
      this.busy = false;
    }
  }

  private async focus(selector: string): Promise<void> {
    await Promise.resolve();
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  async handleNext(event: Event): Promise<void> {
    event.preventDefault();
    await this.run(async () => {
      this.plan = await planReturn({ ...this.which, input: this.input });
      // What is confirmed now is one thing, however often the button is pressed.
      this.key = crypto.randomUUID();
    });
    await this.focus(this.plan ? '[data-get-back]' : '[data-problem]');
  }

  async handleEdit(): Promise<void> {
    this.plan = null;
    await this.focus('[data-form-title]');
  }

  /** What is wanted instead is ordered as anything else: the cart opens at the checkout. */
  private async exchange(): Promise<void> {
    const { storeCode } = this;
    const filled = await startExchange({ ...this.which, cartToken: cartToken(storeCode), input: this.input });
    const { cart } = (filled ?? {}) as unknown as FilledCartDto;
    if (cart) adoptCart(storeCode, cart);
    this[NavigationMixin.Navigate](webPage(checkoutUrl()));
  }

  async handleConfirm(): Promise<void> {
    await this.run(async () => {
      if (this.isExchange) {
        await this.exchange();
        return;
      }
      const returnNumber = (await requestReturn({ ...this.which, input: this.input })) ?? '';
      const problem = (await this.sendPhotos(returnNumber)) ? '' : labels.photosFailed;
      this.dispatchEvent(new CustomEvent('announced', { detail: { returnNumber, problem } }));
    });
    if (this.problem) await this.focus('[data-problem]');
  }

  /** One after the other: each has a number, and a phone's connection is slow. @returns whether all were sent */
  private async sendPhotos(returnNumber: string): Promise<boolean> {
    try {
      for (const photo of this.photos) {
        // eslint-disable-next-line no-await-in-loop
        await addPhoto({ ...this.which, returnNumber, content: await smaller(photo) });
      }
      return true;
    } catch {
      return false;
    }
  }
}
