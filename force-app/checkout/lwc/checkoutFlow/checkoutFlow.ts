import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getCheckout from '@salesforce/apex/CheckoutController.getCheckout';
import getCountries from '@salesforce/apex/CheckoutController.getCountries';
import { countriesOf, loadAddressData, type AddressData } from 'c/addressBook';
import { adoptCart, cartToken } from 'c/cartStore';
import { isFinal } from 'c/cartTotals';
import { hasPlacementKey, readDraft, writeDraft } from 'c/checkoutDraft';
import {
  addressErrors,
  fieldError,
  formErrors,
  initialForm,
  pageErrors,
  tidied,
  withField,
  type AddressForm,
  type AddressScope,
  type AddressScopes,
  type CheckoutFormState,
  type FormErrors,
} from 'c/checkoutForm';
import { chooseCountry, chosenCountry } from 'c/storeDelivery';
import { describePage } from 'c/storeDocument';
import { toStoreError, type StoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatMoney } from 'c/storeFormat';
import { privacyUrl, searchUrl, termsUrl, webPage } from 'c/storeRoutes';
import type { CheckoutDto, PlacedDto, StoreDto, WireResult } from 'c/storeTypes';
import { CheckoutSaver, type Section } from './checkoutSaver';
import { paymentChoices, shippingChoices, testOutcomeChoices } from './choices';
import { labels } from './labels';
import { leaveCart, place, type Cart } from './placement';

const CONTACT_FIELDS = ['email', 'phone'];
/** Refusals that are mended where the way to pay is chosen. */
const AT_THE_PAYMENT = new Set(['PAYMENT_DECLINED', 'PRICE_CHANGED']);
const RELATED: Partial<Record<keyof AddressForm, keyof AddressForm>> = {
  stateCode: 'postalCode',
  firstName: 'lastName',
  street: 'street2',
};

/** Guest checkout on one page. The server validates and prices; the page keeps what was typed and says what is missing. */
export default class CheckoutFlow extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  urls = { all: searchUrl({}), terms: termsUrl(), privacy: privacyUrl() };
  store: StoreDto | null = null;
  storeKnown = false;
  checkout: CheckoutDto | null = null;
  scopes: AddressScopes = { shipping: [], billing: [], data: {} };
  addressData: AddressData | null = null;
  /** Countries that the store sends to; null for the whole world. */
  served: string[] | null = null;
  form: CheckoutFormState | null = null;
  errors: FormErrors = {};
  shippingMethod: string | null = null;
  payment: string | null = null;
  testOutcome = 'approve';
  message: string | null = null;
  /** Why the checkout cannot be shown. */
  failure: string | null = null;
  /** Why what was typed last could not be saved; pressing the button tries it again. */
  saveFailure: string | null = null;
  loading = true;
  placing = false;
  saving = false;

  /** What gets the focus after the next rendering. */
  focusNext: 'message' | 'error' | 'payment' | null = null;
  /** Why the payment or the total needs another look; shown where the way to pay is chosen. */
  paymentMessage: string | null = null;
  token = '';
  saver: CheckoutSaver | null = null;

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
    this.saver = new CheckoutSaver(this.storeCode, this.token);
    this.load();
  }

  renderedCallback(): void {
    // A textarea has no value attribute that a template could set.
    const note = this.refs?.note as HTMLTextAreaElement | undefined;
    if (note && this.form && note.value !== this.form.note) {
      note.value = this.form.note;
    }
    if (this.focusNext) {
      const fields = Array.from(this.querySelectorAll<HTMLElement>('[data-field]'));
      const first = fields.find((field) => this.errors[field.dataset.field ?? '']);
      const error = first ?? this.refs?.message;
      const target = { error, message: this.refs?.message, payment: this.refs?.payment }[this.focusNext];
      this.focusNext = null;
      (target as HTMLElement | undefined)?.focus();
    }
  }

  async load(): Promise<void> {
    if (!this.token) {
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
      if (checkout) {
        this.startForm();
      } else if (hasPlacementKey(this.token)) {
        await this.recover();
      }
    } catch (error) {
      this.explainLoading(toStoreError(error));
    } finally {
      this.loading = false;
    }
  }

  /** A cart that cannot be had is not an empty one. */
  explainLoading({ code, message }: StoreError): void {
    if (code.startsWith('CART_')) {
      this.message = message;
    } else {
      this.failure = code === 'UNEXPECTED' ? labels.unreachable : message;
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
      this.scopes = { shipping, billing: everywhere, data };
      this.form = initialForm(
        checkout,
        readDraft<CheckoutFormState>(this.token),
        this.scopes,
        locale,
        chosenCountry(this.storeCode),
      );
    }
  }

  /** The cart became an order, but its answer was lost: the same key brings the same answer. */
  async recover(): Promise<void> {
    const placed = await place(this.cart, { form: this.form, expectedTotal: null, testOutcome: this.chosenOutcome });
    if (placed?.orderToken) {
      this.finish(placed);
    }
  }

  /** Takes over the server's prices, methods and choices; never what the shopper typed. */
  adopt(checkout: CheckoutDto | null): void {
    this.checkout = checkout;
    if (!checkout) {
      return;
    }
    adoptCart(this.storeCode, checkout.cart);
    const methods = checkout.shippingMethods ?? [];
    const providers = checkout.paymentProviders ?? [];
    this.shippingMethod = methods.find((method) => method.selected)?.id ?? null;
    const chosen = providers.find((provider) => provider.selected) ?? null;
    this.saver?.remember({ shippingMethod: this.shippingMethod, payment: chosen?.id ?? null });
    this.payment = chosen?.id ?? (providers.some(({ id }) => id === this.payment) ? this.payment : null);
    if (!this.payment && providers.length === 1) {
      this.payment = providers[0].id;
    }
    if (this.shippingMethod) {
      this.setError('shippingMethod', null);
    }
    if (this.payment) {
      this.setError('payment', null);
    }
  }

  get isEmpty(): boolean {
    return !this.loading && !this.failure && !this.checkout?.cart?.items?.length;
  }

  get isReady(): boolean {
    return Boolean(this.form && this.checkout?.cart?.items?.length);
  }

  get context() {
    const store = this.store;
    const currencyCode = this.checkout?.cart?.currencyCode;
    return store && currencyCode ? { ...store, currencyCode } : store;
  }

  get requiresShipping(): boolean {
    return Boolean(this.checkout?.requiresShipping);
  }

  get addressHeading(): string {
    return this.requiresShipping ? labels.delivery : labels.billing;
  }

  get shippingChoices() {
    return shippingChoices(this.checkout?.shippingMethods ?? [], this.context);
  }

  get hasShippingChoices(): boolean {
    return this.shippingChoices.length > 0;
  }

  get shippingHint(): string {
    if (this.saveFailure) {
      return this.saveFailure;
    }
    const addressKnown =
      this.form && Object.keys(addressErrors('shipping', this.form.shipping, this.scopes)).length === 0;
    return addressKnown && !this.saving ? labels.noShipping : labels.shippingAfterAddress;
  }

  get shippingHintClass(): string {
    return this.errors.shippingMethod || this.saveFailure ? 'hint error' : 'hint';
  }

  get paymentChoices() {
    return paymentChoices(this.checkout?.paymentProviders ?? []);
  }

  get provider() {
    return this.checkout?.paymentProviders?.find(({ id }) => id === this.payment) ?? null;
  }

  get isTestPayment(): boolean {
    return this.provider?.type === 'Test';
  }

  get testChoices() {
    return testOutcomeChoices();
  }

  get billingChoices() {
    return [
      { id: 'same', title: labels.billingSame },
      { id: 'different', title: labels.billingDifferent },
    ];
  }

  get billingChoice(): string {
    return this.form?.billingSame ? 'same' : 'different';
  }

  get showsBillingAddress(): boolean {
    return Boolean(this.form && !this.form.billingSame);
  }

  get emailError(): string {
    return this.errors.email ?? '';
  }

  get phoneError(): string {
    return this.errors.phone ?? '';
  }

  get termsInvalid(): string {
    return String(Boolean(this.errors.terms));
  }

  get termsDescribedBy(): string | null {
    return this.errors.terms ? 'checkout-terms-message' : null;
  }

  get holdText(): string | null {
    const until = this.checkout?.holdExpiresAt ? new Date(this.checkout.holdExpiresAt) : null;
    return until && until.getTime() > Date.now() ? labels.hold : null;
  }

  get placeText(): string {
    if (this.placing) {
      return labels.placing;
    }
    const cart = this.checkout?.cart;
    return cart && isFinal(cart)
      ? fillLabel(labels.place, formatMoney(cart.grandTotal, this.context))
      : labels.placePlain;
  }

  get placingText(): string {
    return String(this.placing);
  }

  // ---- typing ----

  handleFieldInput(event: CustomEvent<{ name: string; value: string }>): void {
    this.type(event.detail.name, event.detail.value);
  }

  handleFieldChange(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    this.type(name, value);
    this.type(name, tidied(this.form as CheckoutFormState, this.scopes, name) ?? value);
    this.check(name);
    this.checkRelated(name);
    this.autosave(CONTACT_FIELDS.includes(name) ? 'contact' : 'address');
  }

  /** Keeps one field in the form and in the tab's draft; a message that it had goes as soon as it is mended. */
  type(name: string, value: string): void {
    const form = this.form as CheckoutFormState;
    const [scope, field] = name.split('.') as [AddressScope, keyof AddressForm];
    const next = field ? { ...form, [scope]: withField(form[scope], field, value) } : { ...form, [name]: value };
    this.keep(next);
    if (name === 'shipping.countryCode' && value) {
      // What the shop says beside the form is for the country where the parcel goes.
      chooseCountry(this.storeCode, value);
    }
    if (this.errors[name] && !this.fieldError(name)) {
      this.setError(name, null);
    }
  }

  keep(form: CheckoutFormState): void {
    this.form = form;
    writeDraft(this.token, form);
  }

  fieldError(name: string): string | null {
    return this.form && fieldError(this.form, this.scopes, name);
  }

  /** Another country has other fields. A postcode is judged with its state, a last name with the first, the second street line with the first. */
  checkRelated(name: string): void {
    const [scope, field] = name.split('.') as [AddressScope, keyof AddressForm];
    if (field === 'countryCode') {
      const ofScope = Object.keys(this.errors).filter((key) => key.startsWith(`${scope}.`));
      ofScope.filter((key) => !this.fieldError(key)).forEach((key) => this.setError(key, null));
      return;
    }
    const related = RELATED[field];
    if (related && (this.form?.[scope][related] || this.errors[`${scope}.${related}`])) {
      this.check(`${scope}.${related}`);
    }
  }

  check(name: string): void {
    this.setError(name, this.fieldError(name));
  }

  setError(name: string, message: string | null): void {
    const errors = { ...this.errors };
    if (message) {
      errors[name] = message;
    } else {
      delete errors[name];
    }
    const mended = Object.keys(this.errors).length > 0 && Object.keys(errors).length === 0;
    this.errors = errors;
    if (mended) {
      this.message = null;
    }
  }

  // ---- choosing ----

  handleMarketing(event: Event): void {
    this.keep({ ...(this.form as CheckoutFormState), marketingOptIn: (event.target as HTMLInputElement).checked });
    this.autosave('contact');
  }

  handleBilling(event: CustomEvent<{ id: string }>): void {
    this.keep({ ...(this.form as CheckoutFormState), billingSame: event.detail.id === 'same' });
    this.autosave('address');
  }

  handleShippingMethod(event: CustomEvent<{ id: string }>): void {
    this.shippingMethod = event.detail.id;
    this.setError('shippingMethod', null);
    this.autosave('method');
  }

  handlePayment(event: CustomEvent<{ id: string }>): void {
    this.payment = event.detail.id;
    this.setError('payment', null);
    this.autosave('payment');
  }

  handleTestOutcome(event: CustomEvent<{ id: string }>): void {
    this.testOutcome = event.detail.id;
  }

  handleNote(event: Event): void {
    this.keep({ ...(this.form as CheckoutFormState), note: (event.target as HTMLTextAreaElement).value });
  }

  handleTerms(event: Event): void {
    this.keep({ ...(this.form as CheckoutFormState), termsAccepted: (event.target as HTMLInputElement).checked });
    this.setError('terms', null);
  }

  // ---- saving ----

  /** Saves a section as soon as it is complete, so that methods and prices follow what was typed. */
  async autosave(section: Section): Promise<void> {
    if (!this.saver || this.placing) {
      return;
    }
    this.saver.mark(section);
    await this.flush();
  }

  /** @returns false when the server refused something */
  async flush(): Promise<boolean> {
    const saver = this.saver as CheckoutSaver;
    this.saving = true;
    try {
      const checkout = await saver.flush(() => ({
        form: this.form as CheckoutFormState,
        scopes: this.scopes,
        shippingMethod: this.shippingMethod,
        payment: this.payment,
      }));
      if (checkout) {
        this.adopt(checkout);
        announce(fillLabel(labels.totalNow, formatMoney(checkout.cart.grandTotal, this.context)));
      }
      this.message = this.message === this.saveFailure ? null : this.message;
      this.saveFailure = null;
      return true;
    } catch (error) {
      const failure = toStoreError(error);
      this.errors = { ...this.errors, ...pageErrors(saver.failedSection, failure.fields) };
      this.saveFailure = Object.keys(failure.fields).length === 0 ? failure.message : null;
      this.message = this.saveFailure ?? this.message;
      if (this.saveFailure) {
        saver.mark(saver.failedSection); // Whatever is saved next tries it again.
      }
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
    this.message = null;
    this.paymentMessage = null;
    const seenTotal = this.checkout.cart.grandTotal;
    if (this.saveFailure && !(await this.saveAgain())) {
      return;
    }
    const chosen = { shippingMethod: this.shippingMethod, payment: this.payment };
    this.errors = formErrors(this.form, this.checkout, this.scopes, chosen);
    if (Object.keys(this.errors).length > 0) {
      this.reportErrors();
      return;
    }
    this.placing = true;
    try {
      await this.saveAndPlace(seenTotal);
    } catch (error) {
      await this.handleRefusal(toStoreError(error));
    } finally {
      this.placing = false;
    }
  }

  /** @returns false when the server still cannot be reached, or refused something */
  async saveAgain(): Promise<boolean> {
    this.placing = true;
    this.saver?.markUnsaved();
    const saved = await this.flush();
    this.placing = false;
    if (!saved && this.saveFailure) {
      this.showMessage(this.saveFailure);
    } else if (!saved) {
      this.reportErrors();
    }
    return saved;
  }

  /** @param seenTotal what the shopper saw when they pressed the button */
  async saveAndPlace(seenTotal: number): Promise<void> {
    // While a payment is under way the cart is closed: only the same order can go on.
    if (this.checkout?.cart.status !== 'Paying') {
      this.saver?.markUnsaved();
      if (!(await this.flush())) {
        if (this.saveFailure) {
          this.showMessage(this.saveFailure);
        }
        this.reportErrors();
        return;
      }
    }
    const total = this.checkout?.cart.grandTotal as number;
    if (total !== seenTotal) {
      this.showPaymentMessage(fillLabel(labels.totalChanged, formatMoney(total, this.context)));
      return;
    }
    const placed = await place(this.cart, {
      form: this.form,
      expectedTotal: total,
      testOutcome: this.chosenOutcome,
    });
    if (placed.nextStep === 'failed') {
      this.showPaymentMessage(placed.failureMessage || labels.paymentFailed);
    } else {
      this.finish(placed);
    }
  }

  get cart(): Cart {
    return { storeCode: this.storeCode, token: this.token };
  }

  get chosenOutcome(): string | null {
    return this.isTestPayment ? this.testOutcome : null;
  }

  finish(placed: PlacedDto): void {
    const target = leaveCart(this.cart, placed);
    if ('external' in target) {
      window.location.assign(target.external);
    } else {
      this[NavigationMixin.Navigate](webPage(target.internal));
    }
  }

  /** The order was refused: show why, and what the cart looks like now. Everything typed stays. */
  async handleRefusal(failure: StoreError): Promise<void> {
    this.errors = pageErrors('', failure.fields);
    if (failure.code === 'PRICE_CHANGED' || failure.code === 'OUT_OF_STOCK') {
      try {
        this.adopt(await getCheckout({ storeCode: this.storeCode, cartToken: this.token }));
      } catch (error) {
        this.showMessage(toStoreError(error).message);
        return;
      }
    }
    if (Object.keys(this.errors).length > 0) {
      this.reportErrors(failure.message);
    } else if (AT_THE_PAYMENT.has(failure.code)) {
      this.showPaymentMessage(failure.message);
    } else {
      this.showMessage(failure.message);
    }
  }

  /** Says that something is to be mended and puts the focus where mending starts. */
  reportErrors(message?: string): void {
    if (Object.keys(this.errors).length === 0) {
      return;
    }
    this.message = message ?? labels.checkFields;
    this.errors = { ...this.errors };
    this.focusNext = 'error';
  }

  /** Says it above the form, and takes the shopper to where they choose how to pay. */
  showPaymentMessage(message: string): void {
    this.message = message;
    this.paymentMessage = message;
    this.focusNext = 'payment';
  }

  showMessage(message: string): void {
    this.message = message;
    this.focusNext = 'message';
  }
}
