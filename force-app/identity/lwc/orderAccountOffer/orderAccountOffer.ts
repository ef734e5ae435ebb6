import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import isGuest from '@salesforce/user/isGuest';
import requestForOrder from '@salesforce/apex/SignInController.requestForOrder';
import { toStoreError } from 'c/storeErrors';
import { routeParameter, type PageReference } from 'c/storeRoutes';
import title from '@salesforce/label/c.Identity_Page_Offer_Title';
import text from '@salesforce/label/c.Identity_Page_Offer_Text';
import button from '@salesforce/label/c.Identity_Page_Offer_Button';
import sentText from '@salesforce/label/c.Identity_Page_Offer_Sent';

/** Offers whoever ordered as a guest an account: the link goes to the order's address. */
export default class OrderAccountOffer extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title, text, button, sentText };
  token: string | null = null;
  sent = false;
  busy = false;
  problem: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.token = routeParameter(page, 'token');
  }

  get isOffered(): boolean {
    return Boolean(isGuest && this.token);
  }

  get canSend(): boolean {
    return !this.sent;
  }

  get busyText(): string {
    return String(this.busy);
  }

  async handleSend(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await requestForOrder({ storeCode: this.storeCode, orderToken: this.token });
      this.sent = true;
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }
}
