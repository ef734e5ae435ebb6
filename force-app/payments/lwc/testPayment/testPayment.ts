import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import decide from '@salesforce/apex/TestPaymentController.decide';
import getCharge from '@salesforce/apex/TestPaymentController.getCharge';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import approve from '@salesforce/label/c.Store_TestApprove';
import authorize from '@salesforce/label/c.Store_TestAuthorize';
import back from '@salesforce/label/c.Store_TestBack';
import decided from '@salesforce/label/c.Store_TestDecided';
import decline from '@salesforce/label/c.Store_TestDecline';
import help from '@salesforce/label/c.Store_TestPageHelp';
import keeps from '@salesforce/label/c.Store_TestKeeps';
import method from '@salesforce/label/c.Store_TestMethod';
import title from '@salesforce/label/c.Store_TestPage';
import toShop from '@salesforce/label/c.Store_TestToShop';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatMoney } from 'c/storeFormat';
import { checkoutUrl, queryParameters, webPage, type PageReference } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';

type Charge = Awaited<ReturnType<typeof getCharge>>;

/** Plays the page of a provider: the shopper approves, declines or turns back. Only stores in test mode lead here. */
export default class TestPayment extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title, help, decided, keeps, method, toShop };
  store: StoreDto | null = null;
  charge: Charge | null = null;
  reference: string | null = null;
  errorMessage: string | null = null;
  busy = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const { reference = '' } = queryParameters(page);
    if (page && reference !== this.reference) {
      this.reference = reference;
      this.load();
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(title, data.name);
    }
  }

  async load(): Promise<void> {
    this.errorMessage = null;
    try {
      this.charge = await getCharge({ reference: this.reference });
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get amountText(): string {
    const { charge, store } = this;
    return charge ? formatMoney(charge.amount, store && { ...store, currencyCode: charge.currencyCode }) : '';
  }

  get choices() {
    return [
      { outcome: 'approve', text: fillLabel('{0} · {1}', approve, this.amountText), style: 'store-button wide' },
      { outcome: 'authorize', text: authorize, style: 'store-button secondary wide' },
      { outcome: 'decline', text: decline, style: 'store-button secondary wide' },
      { outcome: 'back', text: back, style: 'store-button secondary wide' },
    ];
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }

  async handleChoice(event: Event): Promise<void> {
    const outcome = (event.currentTarget as HTMLElement).dataset.outcome ?? '';
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      if (outcome !== 'back') {
        const chosen = (this.refs?.method as HTMLSelectElement | undefined)?.value ?? null;
        await decide({ reference: this.reference, outcome, method: chosen });
      }
      this.leave(outcome === 'back' ? 'back' : 'return');
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }

  handleShop(): void {
    this.leave('return');
  }

  leave(payment: string): void {
    this[NavigationMixin.Navigate](webPage(checkoutUrl({ payment })));
  }
}
