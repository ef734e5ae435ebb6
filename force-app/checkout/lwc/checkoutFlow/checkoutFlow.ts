import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getCheckout from '@salesforce/apex/CheckoutController.getCheckout';
import getCountries from '@salesforce/apex/CheckoutController.getCountries';
import isGuest from '@salesforce/user/isGuest';
import { countriesOf, loadAddressData, type AddressData } from 'c/addressBook';
import { adoptCart, cartToken, forgetCart } from 'c/cartStore';
import { clearDraft, forgetPlacementKey, knownPlacementKey, moveDraft, placementKey, readDraft } from 'c/checkoutDraft';
import {
  formErrors,
  initialForm,
  pageErrors,
  paymentChoice,
  type AddressScopes,
  type CheckoutFormState,
  type PaymentChoice,
} from 'c/checkoutForm';
import { chooseCountry, chosenCountry } from 'c/storeDelivery';
import { describePage } from 'c/storeDocument';
import { toStoreError, type StoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatMoney } from 'c/storeFormat';
import { orderUrl, searchUrl, webPage } from 'c/storeRoutes';
import type { AddressDto, CheckoutDto, PlacedDto, StoreDto, WireResult } from 'c/storeTypes';
import { CheckoutSaver } from './checkoutSaver';
import { FormEditor, NOTHING_TYPED } from './formEditor';
import { labels } from './labels';

type Placement = typeof import('c/checkoutPlacement');

/** Refusals that are mended where the way to pay is chosen. */
const AT_THE_PAYMENT = new Set([
  'CREDIT_CURRENCY',
  'CREDIT_LIMIT',
  'PAYMENT_NOT_OFFERED',
  'PAYMENT_DECLINED',
  'PAYMENT_UNAVAILABLE',
  'PRICE_CHANGED',
  'TOO_MANY_UNPAID',
]);
/** Refusals after which the page shows what the server has now. */
const OUTDATED = new Set(['PRICE_CHANGED', 'OUT_OF_STOCK', 'PAYMENT_METHOD_NOT_FOUND', 'PAYMENT_METHOD_EXPIRED']);

/** Guest checkout on one page. The server validates and prices; the page keeps what was typed and says what is missing. */
export default class CheckoutFlow extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  allUrl = searchUrl({});
  store: StoreDto | null = null;
  storeKnown = false;
  checkout: CheckoutDto | null = null;
  addressData: AddressData | null = null;
  /** Countries that the store sends to; null for the whole world. */
  served: string[] | null = null;
  /** What is typed and said. */
  state = NOTHING_TYPED;
  shippingMethod: string | null = null;
  /** Place at which the shopper collects. */
  collectionLocation: string | null = null;
  testOutcome = 'approve';
  /** Why the checkout cannot be shown. */
  failure: string | null = null;
  /** What was typed last could not be saved; pressing the button tries it again. */
  unsaved = false;
  /** Why, unless it is said at fields. */
  saveFailure: string | null = null;
  loading = true;
  placing = false;
  saving = false;

  /**
   * Set while a payment is under way: where the shopper goes on, or null when nobody has heard what came of it, and what
   * is asked at once, if anything.
   */
  paying: { redirectUrl: string | null; begin: 'resume' | 'turnBack' | null } | null = null;
  /** Comes while the form is filled in: no page needs it to be shown. */
  paymentPage: unknown = null;
  scriptFailed = false;
  /** Comes for shoppers who signed in. */
  addressBook: unknown = null;
  /** What can be paid with besides the provider. */
  tenderBox: unknown = null;
  /** On what terms an account buys; comes where one may. */
  accountBox: unknown = null;
  /** What the store asks before an order; comes where it asks anything. */
  formBox: unknown = null;
  token = '';
  saver: CheckoutSaver | null = null;
  editor: FormEditor | null = null;

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data, error }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(labels.title, data.name);
    }
    if (data || error) {
      this.storeKnown = true;
      this.startForm();
    }
  }

  connectedCallback(): void {
    this.token = cartToken(this.storeCode);
    const token = (): string => this.token;
    this.saver = new CheckoutSaver(this.storeCode, token);
    this.editor = new FormEditor(token, (state) => {
      this.state = state;
    });
    this.load();
  }

  renderedCallback(): void {
    this.editor?.focusIn(this);
  }

  async load(): Promise<void> {
    // The cart of a shopper who signed in follows them to browsers that know nothing of it.
    if (!this.token && isGuest) {
      this.loading = false;
      return;
    }
    try {
      const [checkout, served, data] = await Promise.all([
        getCheckout({ storeCode: this.storeCode, cartToken: this.token }),
        getCountries({ storeCode: this.storeCode }),
        loadAddressData(),
      ]);
      this.served = served ?? null;
      this.addressData = data;
      this.adopt(checkout);
      // How the shopper comes from a provider's page: return, back, or null when they do not.
      const comesBack = new URLSearchParams(window.location.search).get('payment');
      if (checkout?.cart.status === 'Paying') {
        this.showPayment(null, comesBack === 'back' ? 'turnBack' : 'resume');
      } else if (checkout) {
        this.startForm();
      } else if (this.token && (knownPlacementKey(this.token) || comesBack)) {
        await this.recover();
      }
    } catch (error) {
      this.explainLoading(toStoreError(error));
    } finally {
      this.loading = false;
    }
  }

  /** A cart that cannot be had is not an empty one. */
  explainLoading({ code, message, reference }: StoreError): void {
    if (code.startsWith('CART_')) {
      this.editor?.change({ message });
    } else {
      this.failure = code === 'UNEXPECTED' && !reference ? labels.unreachable : message;
    }
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.failure = null;
    this.loading = true;
    this.load();
  }

  /** The form starts in the country of the store, so it waits for both; a store that cannot be read is no hindrance. */
  startForm(): void {
    if (this.checkout && this.addressData && this.storeKnown && !this.form) {
      const { addressData: data, checkout } = this;
      const locale = this.store?.locale;
      const everywhere = countriesOf(data, null, locale);
      // A bill goes anywhere; what is not sent has no other address.
      const shipping = checkout.requiresShipping && this.served ? countriesOf(data, this.served, locale) : everywhere;
      const scopes: AddressScopes = { shipping, billing: everywhere, data };
      const draft = readDraft<CheckoutFormState>(this.token);
      this.editor?.start(initialForm(checkout, draft, scopes, locale, chosenCountry(this.storeCode)), scopes);
      this.saver?.rememberForm(initialForm(checkout, null, scopes, locale), scopes);
      this.loadExtras();
    }
  }

  /** What no page needs to be shown: whoever cannot choose an address types it, and pays as everybody does. */
  async loadExtras(): Promise<void> {
    const mayOwe = this.checkout?.paymentProviders?.some(({ isOnAccount }) => isOnAccount);
    // Of a guest only codes are asked for, where the payment is.
    if (!isGuest || this.checkout?.tenders?.length) {
      this.loadTenders();
    }
    const [book, account] = await Promise.allSettled([
      isGuest ? null : import('c/checkoutAddressBook'),
      mayOwe ? import('c/checkoutOnAccount') : null,
      this.store?.formPlaces?.some((place) => place !== 'Product') && this.loadForms(),
    ]);
    this.addressBook = book.status === 'fulfilled' ? (book.value?.default ?? null) : null;
    this.accountBox = account.status === 'fulfilled' ? (account.value?.default ?? null) : null;
  }

  async loadTenders(): Promise<void> {
    try {
      this.tenderBox ??= (await import('c/checkoutTenders')).default;
    } catch {
      // Whoever cannot bring anything pays as everybody does.
    }
  }

  private async loadForms(): Promise<void> {
    this.formBox = (await import('c/askedForms')).default;
  }

  private get forms() {
    return this.querySelector<HTMLElement & { answer(): Promise<boolean>; load(): void }>('[data-forms]');
  }

  handleAddress(event: CustomEvent<{ address: AddressDto }>): void {
    const { address } = event.detail;
    this.loadPlacement();
    this.editor?.fill(address);
    chooseCountry(this.storeCode, address.countryCode as string);
    this.autosave();
  }

  /** The cart became an order, but its answer was lost: asking again brings the same answer. */
  async recover(): Promise<void> {
    const placement = await this.loadPlacement();
    const placed = await placement?.resume(this.cart);
    if (placed?.orderToken) {
      this.finish(placed);
    }
  }

  /**
   * What places and pays: fetched before it is needed, and again when it is. What the page offers when it cannot be had is
   * to load the page anew: some browsers remember until then that a script was missing, and what was typed is kept.
   * @returns null when it cannot be had
   */
  async loadPlacement(): Promise<Placement | null> {
    try {
      const [placement, page] = await Promise.all([import('c/checkoutPlacement'), import('c/checkoutPayment')]);
      this.paymentPage = page.default;
      return placement;
    } catch {
      this.scriptFailed = true;
      return null;
    }
  }

  /** Goes where the answer sends the shopper. */
  async follow(placed: PlacedDto): Promise<void> {
    if (placed.nextStep === 'done') {
      this.finish(placed);
    } else if (placed.nextStep === 'failed') {
      this.adopt(await getCheckout({ storeCode: this.storeCode, cartToken: this.token }));
      this.paying = null;
      this.startForm();
      this.editor?.sayAtPayment(placed.failureMessage || labels.paymentFailed);
    } else {
      this.showPayment(placed.redirectUrl ?? null, null);
    }
  }

  showPayment(redirectUrl: string | null, begin: 'resume' | 'turnBack' | null): void {
    this.paying = { redirectUrl, begin };
    this.loadPlacement();
  }

  /** The page of a payment under way has heard what came of it. */
  async handlePlaced(event: CustomEvent<PlacedDto>): Promise<void> {
    try {
      await this.follow(event.detail);
    } catch (error) {
      this.paying = null;
      this.explainLoading(toStoreError(error));
    }
  }

  /** Takes over the server's prices, methods and choices; never what the shopper typed. */
  adopt(checkout: CheckoutDto | null): void {
    this.checkout = checkout;
    if (!checkout) {
      return;
    }
    if (checkout.cart.token && checkout.cart.token !== this.token) {
      // The guest's cart has joined that of the shopper who signed in.
      moveDraft(this.token, checkout.cart.token);
      this.token = checkout.cart.token;
    }
    adoptCart(this.storeCode, checkout.cart);
    // On a phone the cart's notices are folded away with the summary; of this one it would be a pity to hear at the end.
    const stopped = checkout.cart.notices?.find(({ code }) => code === 'ACCOUNT_INACTIVE');
    if (stopped) {
      this.editor?.change({ message: stopped.message });
    }
    this.shippingMethod = checkout.shippingMethods?.find(({ selected }) => selected)?.id ?? null;
    this.collectionLocation =
      checkout.collectionPoints?.find(({ selected }) => selected)?.id ?? this.collectionLocation;
    this.saver?.remember(checkout);
    if (this.shippingMethod) {
      this.editor?.setError('shippingMethod', null);
    }
    if (this.payment) {
      this.editor?.setError('payment', null);
    }
  }

  get form(): CheckoutFormState | null {
    return this.state.form;
  }

  get scopes(): AddressScopes | null {
    return this.form && (this.editor as FormEditor).scopes;
  }

  get isEmpty(): boolean {
    return !this.loading && !this.failure && !this.paying && !this.checkout?.cart?.items?.length;
  }

  get isReady(): boolean {
    return Boolean(this.form && !this.paying && this.checkout?.cart?.items?.length);
  }

  get context() {
    const store = this.store;
    const currencyCode = this.checkout?.cart?.currencyCode;
    return store && currencyCode ? { ...store, currencyCode } : store;
  }

  get choice(): PaymentChoice | null {
    return paymentChoice(this.checkout?.paymentProviders ?? [], this.form?.payment ?? null);
  }

  /** Who takes the money. */
  get payment(): string | null {
    return this.choice?.provider.id ?? null;
  }

  /** What is chosen among the ways to pay: a kept one, or a provider. */
  get paymentId(): string | null {
    return this.choice?.method?.id ?? this.payment;
  }

  /** The chosen method is one by which the shopper collects. */
  private get isCollected(): boolean {
    return Boolean(this.checkout?.shippingMethods?.find(({ id }) => id === this.shippingMethod)?.isCollection);
  }

  get canKeep(): boolean {
    return Boolean(this.choice?.provider.canKeep && !this.choice.method);
  }

  /** The account of the shopper pays. */
  get isOnAccount(): boolean {
    return this.checkout?.openAmount !== 0 && Boolean(this.choice?.provider.isOnAccount);
  }

  get isTestPayment(): boolean {
    return this.checkout?.openAmount !== 0 && this.choice?.provider.type === 'Test';
  }

  get holdText(): string | null {
    const until = this.checkout?.holdExpiresAt ? new Date(this.checkout.holdExpiresAt) : null;
    return until && until.getTime() > Date.now() ? labels.hold : null;
  }

  // ---- typing and choosing ----

  handleFieldInput(event: CustomEvent<{ name: string; value: string }>): void {
    this.loadPlacement();
    this.loadTenders();
    this.editor?.type(event.detail.name, event.detail.value);
  }

  handleFieldChange(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    this.loadPlacement();
    this.editor?.leave(name, value);
    if (name === 'shipping.countryCode' && value) {
      // What the shop says beside the form is for the country where the parcel goes.
      chooseCountry(this.storeCode, value);
    }
    this.autosave();
  }

  /** The way to pay changes no price: it is sent along with whatever is sent next. */
  handleSet(event: CustomEvent<{ name: string; value: string | boolean }>): void {
    const { name, value } = event.detail;
    if (name === 'testOutcome') {
      this.testOutcome = value as string;
      return;
    }
    if (name === 'shippingMethod') {
      this.shippingMethod = value as string;
      this.editor?.setError(name, null);
    } else if (name === 'collectionLocation') {
      this.collectionLocation = value as string;
      this.editor?.setError(name, null);
    } else {
      this.editor?.set(name, value);
    }
    if (name !== 'note' && name !== 'purchaseOrder') {
      this.autosave();
    }
  }

  handleTenders(event: CustomEvent<CheckoutDto>): void {
    this.adopt(event.detail);
  }

  // ---- saving ----

  /** Saves what is complete and has changed, so that methods and prices follow what was typed. */
  async autosave(): Promise<void> {
    if (!this.placing) {
      await this.flush();
    }
  }

  /** @returns false when the server refused something */
  async flush(): Promise<boolean> {
    this.saving = true;
    try {
      const checkout = await (this.saver as CheckoutSaver).flush(() => ({
        form: this.form as CheckoutFormState,
        scopes: this.scopes as AddressScopes,
        shippingMethod: this.shippingMethod,
        collectionLocation: this.isCollected ? this.collectionLocation : null,
        payment: this.payment,
      }));
      if (checkout) {
        this.adopt(checkout);
        announce(fillLabel(labels.totalNow, formatMoney(checkout.cart.grandTotal, this.context)));
      }
      if (this.state.message === this.saveFailure) {
        this.editor?.change({ message: null });
      }
      this.saveFailure = null;
      this.unsaved = false;
      return true;
    } catch (error) {
      const failure = await this.explained(error);
      this.unsaved = true;
      const errors = { ...this.state.errors, ...pageErrors(failure.fields) };
      this.saveFailure = Object.keys(failure.fields).length === 0 ? failure.message : null;
      this.editor?.change({ errors, message: this.saveFailure ?? this.state.message });
      return false;
    } finally {
      this.saving = false;
    }
  }

  // ---- placing ----

  async handlePlace(event: Event): Promise<void> {
    event.preventDefault();
    if (this.placing || !this.form || !this.checkout) {
      return;
    }
    this.editor?.change({ message: null, paymentMessage: null });
    this.placing = true;
    try {
      await this.saveAndPlace(this.toPay);
    } catch (error) {
      await this.handleRefusal(await this.explained(error));
    } finally {
      this.placing = false;
    }
  }

  /** What the button names. */
  get toPay(): number {
    const { openAmount, cart } = this.checkout as CheckoutDto;
    return openAmount ?? cart.grandTotal;
  }

  /** @param seen what the shopper saw when they pressed the button */
  async saveAndPlace(seen: number): Promise<void> {
    if (this.unsaved && !(await this.flush())) {
      this.reportSaving();
      return;
    }
    const { form, checkout, scopes, shippingMethod, payment } = this;
    const errors = formErrors(form as CheckoutFormState, checkout as CheckoutDto, scopes as AddressScopes, {
      shippingMethod,
      collectionLocation: this.isCollected ? this.collectionLocation : undefined,
      payment,
    });
    this.editor?.change({ errors });
    if (this.editor?.askToMend()) {
      return;
    }
    if (this.forms && !(await this.forms.answer())) {
      return;
    }
    const placement = await this.loadPlacement();
    if (!placement) {
      this.showPayment(null, null);
      return;
    }
    if (!(await this.flush())) {
      this.reportSaving();
      return;
    }
    if (this.toPay !== seen) {
      this.editor?.sayAtPayment(fillLabel(labels.totalChanged, formatMoney(this.toPay, this.context)));
      return;
    }
    const placed = await placement.place(
      { ...this.cart, placementKey: placementKey(this.token) },
      {
        form: this.form as CheckoutFormState,
        expectedTotal: this.checkout?.cart.grandTotal as number,
        expectedOpen: this.checkout?.openAmount ?? null,
        payment: this.payment,
        method: this.choice?.method?.id ?? null,
        ...(this.isOnAccount ? { isOnAccount: true } : {}),
        keepsMethod: this.canKeep && Boolean(this.form?.keepMethod),
        testOutcome: this.isTestPayment ? this.testOutcome : null,
      },
    );
    if (placed.nextStep === 'redirect') {
      window.location.assign(placed.redirectUrl as string);
    } else {
      await this.follow(placed);
    }
  }

  get cart() {
    return { storeCode: this.storeCode, token: this.token, placementKey: knownPlacementKey(this.token) };
  }

  /** Forgets cart and draft once the order stands; not the next cart, begun in another tab. */
  finish(placed: PlacedDto): void {
    clearDraft(this.token);
    if (cartToken(this.storeCode) === this.token) {
      forgetCart(this.storeCode);
    }
    this[NavigationMixin.Navigate](webPage(orderUrl(placed.orderToken)));
  }

  /**
   * Why the server refused. What another tab has begun with the cart is no part of what this one had: a cart that is
   * ordered leads to its order, one that is being paid to its payment.
   */
  async explained(error: unknown): Promise<StoreError> {
    const failure = toStoreError(error);
    if (failure.code === 'CART_ORDERED') {
      forgetPlacementKey(this.token);
      await this.recover().catch(() => undefined); // The refusal itself says that it is ordered.
    } else if (failure.code === 'PAYMENT_UNDER_WAY') {
      forgetPlacementKey(this.token);
      this.showPayment(null, 'resume');
    }
    return failure;
  }

  /** Says what stood in the way of saving. */
  reportSaving(): void {
    if (this.saveFailure) {
      this.editor?.say(this.saveFailure);
    } else {
      this.editor?.askToMend();
    }
  }

  /** The order was refused: show why, and what the cart looks like now. Everything typed stays. */
  async handleRefusal({ code, message, fields }: StoreError): Promise<void> {
    const isGone = code === 'CART_NOT_FOUND' && !isGuest;
    if (code === 'FORM_REQUIRED') {
      await this.loadForms().catch(() => undefined); // What is refused is said all the same.
      this.forms?.load();
    }
    if (OUTDATED.has(code) || isGone) {
      try {
        this.adopt(await getCheckout({ storeCode: this.storeCode, cartToken: this.token }));
      } catch (error) {
        this.editor?.say(toStoreError(error).message);
        return;
      }
    }
    if (isGone && this.checkout) {
      // Another device has joined it to the shopper's cart, which is to be looked at before it is paid.
      this.editor?.say(labels.cartElsewhere);
      return;
    }
    this.editor?.change({ errors: pageErrors(fields) });
    if (this.editor?.askToMend(message)) {
      return;
    }
    if (AT_THE_PAYMENT.has(code)) {
      this.editor?.sayAtPayment(message);
    } else {
      this.editor?.say(message);
    }
  }
}
