import { api, wire } from 'lwc';
import { shownLanguages } from 'c/storeLanguage';
import { CurrentPageReference } from 'lightning/navigation';
import StorePage from 'c/storePage';
import getOrderForms from '@salesforce/apex/FormController.getOrderForms';
import { routeParameter, type PageReference } from 'c/storeRoutes';
import title from '@salesforce/label/c.Forms_List_Order_Title';

type Rows = Awaited<ReturnType<typeof getOrderForms>>;

/** Answers of an order that was just placed are asked for as the order's event was heard: within seconds. */
const PAUSES = [2000, 6000];

/** Forms about an order, behind its private link; nothing more is loaded in stores that ask nothing. */
export default class OrderForms extends StorePage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title };
  token = '';
  forms: Rows = [];
  list: unknown = null;
  private asked = '';

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.token = routeParameter(page, 'token') ?? '';
    this.begin();
  }

  /** The order names the page. */
  override handleStoreRead(): void {
    this.begin();
  }

  private begin(): void {
    const { store, token } = this;
    if (store?.formPlaces && token && this.asked !== token) {
      this.asked = token;
      this.load(0);
    }
  }

  /** @param round how often it was asked before */
  async load(round: number): Promise<void> {
    try {
      this.forms = await getOrderForms({
        storeCode: this.storeCode,
        orderToken: this.token,
        languages: shownLanguages(),
      });
      if (this.forms.length) this.list = (await import('c/formList')).default;
    } catch {
      this.list = null; // The order is worth showing without its forms; the e-mail leads to them, too.
      return;
    }
    const waits = this.forms.some((form) => !form.sentAt);
    if (!waits && this.isConnected && PAUSES[round]) {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- the order's forms are made a moment after the order
      setTimeout(() => this.load(round + 1), PAUSES[round]);
    }
  }

  get isShown(): boolean {
    return Boolean(this.list) && this.forms.length > 0;
  }
}
