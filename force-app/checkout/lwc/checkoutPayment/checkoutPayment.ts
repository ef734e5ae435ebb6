import { LightningElement, api } from 'lwc';
import { resume, turnBack as turnBackFrom, type Cart } from 'c/checkoutPlacement';
import { toStoreError } from 'c/storeErrors';
import type { PlacedDto } from 'c/storeTypes';
import askAgain from '@salesforce/label/c.Store_PaymentAskAgain';
import busy from '@salesforce/label/c.Store_PlacingOrder';
import goOn from '@salesforce/label/c.Store_PaymentContinue';
import turnBack from '@salesforce/label/c.Store_PaymentTurnBack';
import unknownText from '@salesforce/label/c.Store_PaymentUnknownText';
import unknownTitle from '@salesforce/label/c.Store_PaymentUnknownTitle';
import waitingText from '@salesforce/label/c.Store_PaymentWaitingText';
import waitingTitle from '@salesforce/label/c.Store_PaymentWaitingTitle';

/** Milliseconds before the provider is asked by itself, and once more later and later. */
const PAUSES = [2000, 4000, 8000, 16000, 32000];

/**
 * What a shopper sees whose payment is under way: go on at the provider's page or turn back; or wait, while nobody has
 * heard what came of it.
 * @fires CheckoutPayment#placed `PlacedDto` once it is known: the order stands, or there is no money
 */
export default class CheckoutPayment extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api cartToken = '';
  /** What this tab has placed the cart under; null when another has. */
  @api placementKey: string | null = null;
  /** What is asked at once; null when the last answer is known. */
  @api begin: 'resume' | 'turnBack' | null = null;
  /** Address at the provider; null while it is not known what came of the payment. */
  @api redirectUrl: string | null = null;

  /** Address that the last answer named, if one came here. */
  answered: { redirectUrl: string | null } | null = null;
  /** Why the last request failed, or null. */
  message: string | null = null;
  isBusy = false;
  hasHeard = false;
  hasFocused = false;
  labels = { askAgain, goOn, turnBack };
  timer = 0;
  asked = 0;

  connectedCallback(): void {
    if (this.begin) {
      this.ask(this.begin === 'resume' ? resume : turnBackFrom);
    }
    this.askLater();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  renderedCallback(): void {
    if (this.refs?.title && !this.hasFocused) {
      this.hasFocused = true;
      (this.refs.title as HTMLElement).focus();
    }
  }

  /** Nothing can be said before the first answer. */
  get isKnown(): boolean {
    return !this.begin || this.hasHeard;
  }

  get address(): string | null {
    return this.answered ? this.answered.redirectUrl : this.redirectUrl;
  }

  get title(): string {
    return this.address ? waitingTitle : unknownTitle;
  }

  get text(): string {
    return this.address ? waitingText : unknownText;
  }

  get askText(): string {
    return this.isBusy ? busy : askAgain;
  }

  get busyText(): string {
    return String(this.isBusy);
  }

  askLater(): void {
    const pause = PAUSES[this.asked];
    if (this.address || pause === undefined) {
      return;
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asks again by itself; the timer ends with the component
    this.timer = window.setTimeout(() => {
      this.asked += 1;
      if (!this.address) {
        this.ask(resume);
      }
      this.askLater();
    }, pause);
  }

  handleAsk(): void {
    this.ask(resume);
  }

  handleGoOn(): void {
    if (!this.isBusy) {
      window.location.assign(this.address as string);
    }
  }

  handleTurnBack(): void {
    this.ask(turnBackFrom);
  }

  /** One request at a time. An answer that the payment is still under way is shown here, any other is told. */
  async ask(step: (cart: Cart) => Promise<PlacedDto>): Promise<void> {
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    this.message = null;
    try {
      const placed = await step({
        storeCode: this.storeCode,
        token: this.cartToken,
        placementKey: this.placementKey,
      });
      if (placed.nextStep === 'done' || placed.nextStep === 'failed') {
        this.dispatchEvent(new CustomEvent('placed', { detail: placed }));
      } else {
        this.answered = { redirectUrl: placed.redirectUrl ?? null };
      }
    } catch (error) {
      this.message = toStoreError(error).message;
    } finally {
      this.isBusy = false;
      this.hasHeard = true;
    }
  }
}
