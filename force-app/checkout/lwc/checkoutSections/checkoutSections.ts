import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import { isFinal } from 'c/cartTotals';
import { addressErrors, type AddressScopes, type CheckoutFormState, type FormErrors } from 'c/checkoutForm';
import { fillLabel, formatMoney, type FormatContext } from 'c/storeFormat';
import { checkoutUrl, privacyUrl, signInUrl, termsUrl } from 'c/storeRoutes';
import type { CheckoutDto, StoreDto } from 'c/storeTypes';
import { billingChoices, collectionChoices, paymentChoices, shippingChoices, testOutcomeChoices } from './choices';
import { labels } from './labels';

/**
 * What the shopper fills in to order, section by section.
 * @fires CheckoutSections#set `{name, value}` a choice, a tick or the note; fields fire what they fire
 * @fires CheckoutSections#paymentseen once, when the section of the payment comes into view
 * @fires CheckoutSections#tenders the `CheckoutDto` after the shopper changed what they pay with
 */
export default class CheckoutSections extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  /** Component of the shopper's saved addresses; null for guests. It fires `address`. */
  @api addressBook: unknown = null;
  @api cartToken = '';
  /** Component of what can be paid with besides the provider; null until it is there. It fires `tenders`. */
  @api tenderBox: unknown = null;
  /** Component of the terms of an account; null until it is there. It fires `set`. */
  @api accountBox: unknown = null;
  /** Component of what the store asks before an order; null where it asks nothing. */
  @api formBox: unknown = null;
  @api store: StoreDto | null = null;
  /** The account of the shopper pays. */
  @api isOnAccount = false;
  @api checkout: CheckoutDto | null = null;
  @api form: CheckoutFormState | null = null;
  @api scopes: AddressScopes | null = null;
  @api errors: FormErrors = {};
  @api context: FormatContext | null = null;
  @api shippingMethod: string | null = null;
  /** Place at which the shopper collects. */
  @api collectionLocation: string | null = null;
  /** Id of the way to pay, or of a kept one. */
  @api payment: string | null = null;
  /** What is paid with can be kept for next time. */
  @api canKeep = false;
  /** The way to pay only pretends, and what comes of it can be chosen. */
  @api isTestPayment = false;
  @api testOutcome = '';
  /** What is said on top; null for nothing. */
  @api message: string | null = null;
  /** Why the payment or the total needs another look. */
  @api paymentMessage: string | null = null;
  /** Why what was typed last could not be saved. */
  @api saveFailure: string | null = null;
  @api isSaving = false;
  @api isPlacing = false;

  labels = labels;
  urls = { terms: termsUrl(), privacy: privacyUrl(), signIn: isGuest && signInUrl(checkoutUrl()) };

  /** Waits for the section of the payment; undefined before there is one, null when it has been seen. */
  private watcher: IntersectionObserver | null | undefined = undefined;

  disconnectedCallback(): void {
    this.watcher?.disconnect();
    this.watcher = undefined;
  }

  renderedCallback(): void {
    this.watchPayment();
    // A textarea has no value attribute that a template could set.
    const note = this.refs?.note as HTMLTextAreaElement | undefined;
    if (note && this.form && note.value !== this.form.note) {
      note.value = this.form.note;
    }
  }

  /** Others may be asked once the cart holds something else, or goes elsewhere. */
  get formSubject(): string {
    const { cart, shippingAddress } = this.checkout as CheckoutDto;
    return `${cart.grandTotal} ${cart.items?.length} ${shippingAddress?.countryCode}`;
  }

  watchPayment(): void {
    const section = this.refs?.payment;
    if (!section || this.watcher !== undefined) {
      return;
    }
    const seen = (): void => {
      this.watcher?.disconnect();
      this.watcher = null;
      this.dispatchEvent(new CustomEvent('paymentseen'));
    };
    if (typeof IntersectionObserver === 'undefined') {
      seen();
    } else {
      this.watcher = new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          seen();
        }
      });
      this.watcher.observe(section);
    }
  }

  get requiresShipping(): boolean {
    return Boolean(this.checkout?.requiresShipping);
  }

  get signedInText(): string {
    return fillLabel(labels.signedInAs, this.checkout?.signedInAs ?? '');
  }

  get asksForNews(): boolean {
    return !this.checkout?.hearsNews;
  }

  get addressHeading(): string {
    return this.requiresShipping ? labels.delivery : labels.billing;
  }

  get shippingChoices() {
    return shippingChoices(this.checkout?.shippingMethods ?? [], this.context);
  }

  /** The shopper collects: the place is asked for. */
  get isCollected(): boolean {
    return Boolean(this.checkout?.shippingMethods?.find(({ id }) => id === this.shippingMethod)?.isCollection);
  }

  get collectionChoices() {
    return collectionChoices(this.checkout?.collectionPoints ?? [], this.context);
  }

  get hasPoints(): boolean {
    return this.collectionChoices.length > 0;
  }

  get hasShippingChoices(): boolean {
    return this.shippingChoices.length > 0;
  }

  get shippingHint(): string {
    if (this.saveFailure) {
      return this.saveFailure;
    }
    const addressKnown =
      this.form &&
      Object.keys(addressErrors('shipping', this.form.shipping, this.scopes as AddressScopes)).length === 0;
    return addressKnown && !this.isSaving ? labels.noShipping : labels.shippingAfterAddress;
  }

  get shippingHintClass(): string {
    return this.errors.shippingMethod || this.saveFailure ? 'hint error' : 'hint';
  }

  /** Nothing is left for a provider. */
  get isCovered(): boolean {
    return this.checkout?.openAmount === 0;
  }

  get needsProvider(): boolean {
    return !this.isCovered;
  }

  get paymentChoices() {
    return paymentChoices(this.checkout?.paymentProviders ?? [], this.context);
  }

  get testChoices() {
    return testOutcomeChoices();
  }

  get billingChoices() {
    return billingChoices();
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

  get showsAccount(): boolean {
    return Boolean(this.accountBox && this.isOnAccount);
  }

  get purchaseOrder(): string {
    return this.form?.purchaseOrder ?? '';
  }

  get purchaseOrderError(): string {
    return this.errors.purchaseOrder ?? '';
  }

  get offersKeeping(): boolean {
    return this.canKeep && this.needsProvider;
  }

  get marketingInvalid(): string {
    return String(Boolean(this.errors.marketingOptIn));
  }

  get marketingDescribedBy(): string | null {
    return this.errors.marketingOptIn ? 'checkout-marketing-message' : null;
  }

  get termsInvalid(): string {
    return String(Boolean(this.errors.terms));
  }

  get termsDescribedBy(): string | null {
    return this.errors.terms ? 'checkout-terms-message' : null;
  }

  get placeText(): string {
    if (this.isPlacing) {
      return labels.placing;
    }
    const cart = this.checkout?.cart;
    return cart && isFinal(cart) && !(this.isCovered && cart.grandTotal > 0)
      ? fillLabel(labels.place, formatMoney(this.checkout?.openAmount ?? cart.grandTotal, this.context))
      : labels.placePlain;
  }

  get placingText(): string {
    return String(this.isPlacing);
  }

  handleChoose(event: CustomEvent<{ name: string; id: string }>): void {
    const { name, id } = event.detail;
    this.set(name, name === 'billingSame' ? id === 'same' : id);
  }

  handleAccount(event: CustomEvent<{ name: string; value: string }>): void {
    this.set(event.detail.name, event.detail.value);
  }

  handleCheck(event: Event): void {
    const box = event.target as HTMLInputElement;
    this.set(box.dataset.name as string, box.checked);
  }

  handleNote(event: Event): void {
    this.set('note', (event.target as HTMLTextAreaElement).value);
  }

  set(name: string, value: string | boolean): void {
    this.dispatchEvent(new CustomEvent('set', { detail: { name, value } }));
  }

  handleTenders(event: CustomEvent<CheckoutDto>): void {
    this.dispatchEvent(new CustomEvent('tenders', { detail: event.detail }));
  }
}
