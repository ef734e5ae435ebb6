import { LightningElement, api } from 'lwc';
import addTender from '@salesforce/apex/CheckoutController.addTender';
import getTenderOffers from '@salesforce/apex/CheckoutController.getTenderOffers';
import removeTender from '@salesforce/apex/CheckoutController.removeTender';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatMoney, formatNumber, type FormatContext } from 'c/storeFormat';
import type { CheckoutDto, TenderDto, TenderOfferDto } from 'c/storeTypes';
import amountOf from '@salesforce/label/c.Checkout_Amount_Of';
import typeAmount from '@salesforce/label/c.Checkout_Type_Amount';
import typeUnits from '@salesforce/label/c.Checkout_Type_Units';
import apply from '@salesforce/label/c.Checkout_Apply_Code';
import code from '@salesforce/label/c.Checkout_Code';
import codeMissing from '@salesforce/label/c.Checkout_Code_Missing';
import belowZero from '@salesforce/label/c.Checkout_Below_Zero';
import wholeUnits from '@salesforce/label/c.Checkout_Whole_Units';
import remove from '@salesforce/label/c.Store_Remove';

/** How finely a balance can be divided. */
interface Scale {
  /** Units of the balance, or of the currency. */
  most: number;
  step: number;
  /** Money of one unit. */
  worth: number;
}

const keyOf = ({ type, source }: TenderOfferDto): string => (source ? `${type}:${source}` : type);

/**
 * What the shopper pays with besides the provider: codes that they type, and balances of theirs of which they choose how much.
 * @fires CheckoutTenders#tenders the `CheckoutDto` after something was added, changed or removed
 */
export default class CheckoutTenders extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  @api cartToken = '';
  @api context: FormatContext | null = null;

  labels = { apply, code };
  offers: TenderOfferDto[] = [];
  /** Type of the offer whose field for a code is open. */
  open: string | null = null;
  /** What went wrong, by what the shopper chose: a code that is none is told at the field, not at cards of the same kind. */
  problems: Record<string, string> = {};
  isBusy = false;
  /** A box that was just pressed stays as it was left until the server has answered. */
  pressed: { offer: TenderOfferDto; isUsed: boolean } | null = null;
  /** Where a slider stands that is being moved. */
  sliding: { offer: TenderOfferDto; units: number } | null = null;
  private shown: CheckoutDto | null = null;

  @api get checkout(): CheckoutDto | null {
    return this.shown;
  }
  set checkout(value: CheckoutDto | null) {
    const before = this.shown?.cart.grandTotal;
    this.shown = value;
    // What a balance can pay depends on what there is to pay.
    if (value && value.cart.grandTotal !== before) {
      this.load();
    }
  }

  async load(): Promise<void> {
    try {
      this.offers = await getTenderOffers({ storeCode: this.storeCode, cartToken: this.cartToken });
    } catch {
      this.offers = []; // Whoever cannot bring anything pays as everybody does.
    }
  }

  get tenders(): TenderDto[] {
    return this.shown?.tenders ?? [];
  }

  chosen({ type, source }: TenderOfferDto): TenderDto | undefined {
    return this.tenders.find((tender) => tender.type === type && tender.source === source);
  }

  /** Codes and whatever else stands on the cart; balances show how much of them is used where they are offered. */
  get listed() {
    return this.tenders
      .filter((tender) => !this.offers.some((offer) => offer.mode === 'Amount' && this.chosen(offer) === tender))
      .map((tender) => ({
        ...tender,
        amountText: this.less(tender.amount),
        removeLabel: fillLabel(remove, tender.label),
      }));
  }

  get codes() {
    return this.offers
      .filter(({ mode }) => mode === 'Code')
      .map((offer) => ({
        ...offer,
        isOpen: this.open === offer.type,
        expanded: String(this.open === offer.type),
        problem: this.problems[keyOf(offer)] ?? '',
        invalid: String(Boolean(this.problems[keyOf(offer)])),
        messageId: `tender-message-${offer.type}`,
        fieldId: `tender-code-${offer.type}`,
      }));
  }

  get balances() {
    return this.offers
      .filter(({ mode }) => mode === 'Amount')
      .map((offer) => {
        const tender = this.chosen(offer);
        const { most, step, worth } = this.scale(offer);
        const slid = this.sliding?.offer === offer ? this.sliding.units : null;
        const paid = tender?.amount ?? 0;
        const units = slid ?? Math.min(most, offer.mostUnits ? Math.round(paid / worth) : paid);
        const unitsText = this.unitsText(offer, units);
        const amountText = this.less(slid === null ? paid : slid * worth);
        return {
          ...offer,
          isTicked: this.pressed?.offer === offer ? this.pressed.isUsed : Boolean(tender),
          isUsed: Boolean(tender),
          isDisabled: this.isBusy || (!tender && !(most > 0)),
          amountLabel: fillLabel(amountOf, offer.label),
          boxLabel: fillLabel(offer.mostUnits ? typeUnits : typeAmount, offer.label),
          max: most,
          step,
          inputMode: offer.mostUnits ? 'numeric' : 'decimal',
          units,
          unitsText,
          amountText,
          valueText: [unitsText, amountText].filter(Boolean).join(', '),
          problem: tender?.problem ?? this.problems[keyOf(offer)] ?? '',
        };
      });
  }

  scale({ most, mostUnits }: TenderOfferDto): Scale {
    const money = most ?? 0;
    if (mostUnits) {
      return { most: mostUnits, step: 1, worth: money / mostUnits };
    }
    const { locale, currencyCode } = this.context ?? {};
    const digits = currencyCode
      ? (new Intl.NumberFormat(locale || undefined, {
          style: 'currency',
          currency: currencyCode,
        }).resolvedOptions().maximumFractionDigits ?? 2)
      : 2;
    return { most: money, step: 10 ** -digits, worth: 1 };
  }

  unitsText({ unitText }: TenderOfferDto, units: number): string | null {
    return unitText ? fillLabel(unitText, formatNumber(units, this.context?.locale)) : null;
  }

  less(amount: number): string {
    return formatMoney(-amount, this.context);
  }

  offerOf(event: Event): TenderOfferDto {
    const { type, source } = (event.currentTarget as HTMLElement).dataset;
    return this.offers.find(
      (offer) => offer.type === type && (offer.source ?? '') === (source ?? ''),
    ) as TenderOfferDto;
  }

  handleToggle(event: Event): void {
    const { type } = this.offerOf(event);
    this.open = this.open === type ? null : type;
    if (this.open) {
      // The field comes with the next rendering.
      Promise.resolve().then(() => this.field(type)?.focus());
    }
  }

  field(type: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`[data-code="${type}"]`);
  }

  handleKey(event: KeyboardEvent): void {
    // Enter in a field of the form would place the order.
    if (event.key === 'Enter') {
      event.preventDefault();
      this.applyCode(this.offerOf(event));
    }
  }

  handleApply(event: Event): void {
    this.applyCode(this.offerOf(event));
  }

  async applyCode(offer: TenderOfferDto): Promise<void> {
    const source = this.field(offer.type)?.value.trim() ?? '';
    if (!source) {
      this.say(keyOf(offer), codeMissing);
    } else if (await this.add(offer, source, null)) {
      this.open = null;
    }
    this.field(offer.type)?.focus();
  }

  async handleUse(event: Event): Promise<void> {
    const offer = this.offerOf(event);
    const tender = this.chosen(offer);
    this.pressed = { offer, isUsed: !tender };
    if (tender) {
      await this.remove(tender.id, keyOf(offer));
    } else {
      await this.add(offer, offer.source as string, null);
    }
    this.pressed = null;
  }

  /** While the slider moves, only what it says follows. */
  handleSlide(event: Event): void {
    this.sliding = {
      offer: this.offerOf(event),
      units: Number((event.currentTarget as HTMLInputElement).value),
    };
  }

  async handleAmount(event: Event): Promise<void> {
    await this.use(this.offerOf(event), Number((event.currentTarget as HTMLInputElement).value));
  }

  handleBoxKey(event: KeyboardEvent): void {
    // Enter in a field of the form would place the order.
    if (event.key === 'Enter') {
      event.preventDefault();
      this.handleBox(event);
    }
  }

  /** What is typed beside the slider: no more than there is; what is no number, below zero or a part of a unit changes nothing. */
  async handleBox(event: Event): Promise<void> {
    const offer = this.offerOf(event);
    const box = event.currentTarget as HTMLInputElement;
    const { most, step } = this.scale(offer);
    const typed = box.value.trim() === '' ? NaN : Number(box.value);
    const before = this.balances.find(({ type, source }) => type === offer.type && source === offer.source)?.units ?? 0;
    const isPart = Boolean(offer.mostUnits) && Number.isFinite(typed) && !Number.isInteger(typed);
    const units =
      Number.isFinite(typed) && !isPart && typed >= 0
        ? Math.min(Math.max(Math.floor(typed / step + 1e-6) * step, 0), most)
        : before;
    if (typed < 0) {
      this.say(keyOf(offer), fillLabel(belowZero, formatNumber(most, this.context?.locale)));
    } else if (isPart) {
      this.say(keyOf(offer), fillLabel(wholeUnits, offer.label));
    } else if (units !== before) {
      await this.use(offer, Number(units.toFixed(4)));
    } else {
      this.problems = { ...this.problems, [keyOf(offer)]: '' };
    }
    // What the box shows is what is used, whatever was typed.
    const shown = this.balances.find(({ type, source }) => type === offer.type && source === offer.source);
    box.value = String(shown?.units ?? 0);
  }

  async use(offer: TenderOfferDto, units: number): Promise<void> {
    const { most, worth } = this.scale(offer);
    const tender = this.chosen(offer);
    if (units > 0) {
      await this.add(offer, offer.source as string, units === most ? null : units * worth);
    } else if (tender) {
      await this.remove(tender.id, keyOf(offer));
    }
    this.sliding = null;
  }

  handleRemove(event: Event): void {
    const { id, type } = (event.currentTarget as HTMLElement).dataset;
    this.remove(id as string, type as string);
  }

  /** @returns whether it pays now */
  add(offer: TenderOfferDto, source: string, amount: number | null): Promise<boolean> {
    const { type } = offer;
    return this.change(keyOf(offer), () =>
      addTender({ storeCode: this.storeCode, cartToken: this.cartToken, tender: { type, source, amount } }),
    );
  }

  remove(tenderId: string, key: string): Promise<boolean> {
    return this.change(key, () => removeTender({ storeCode: this.storeCode, cartToken: this.cartToken, tenderId }));
  }

  async change(key: string, send: () => Promise<CheckoutDto>): Promise<boolean> {
    if (this.isBusy) {
      return false;
    }
    this.isBusy = true;
    try {
      const checkout = await send();
      // What stood in the way of another balance, such as that nothing was left to pay, may be gone with this.
      this.problems = {};
      this.dispatchEvent(new CustomEvent('tenders', { detail: checkout }));
      return true;
    } catch (error) {
      this.say(key, toStoreError(error).message);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  say(key: string, problem: string): void {
    this.problems = { ...this.problems, [key]: problem };
    announce(problem);
  }
}
