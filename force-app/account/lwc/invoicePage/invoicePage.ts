import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getOwn from '@salesforce/apex/AccountController.getInvoice';
import getLinked from '@salesforce/apex/OrderStatusController.getInvoice';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, orderUrl, queryParameters, type PageReference } from 'c/storeRoutes';
import type { InvoiceDto, StoreDto, WireResult } from 'c/storeTypes';
import back from '@salesforce/label/c.Store_InvoiceBack';
import none from '@salesforce/label/c.Store_InvoiceNone';
import noneText from '@salesforce/label/c.Store_InvoiceNoneText';
import print from '@salesforce/label/c.Store_InvoicePrint';
import title from '@salesforce/label/c.Store_InvoiceOpen';

/** The invoice of an order, of who signed in (`?order=`) or behind a private link (`?token=`), ready to be printed. */
export default class InvoicePage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { back, none, noneText, print };
  store: StoreDto | null = null;
  document: InvoiceDto | null = null;
  orderNumber = '';
  token = '';
  loading = true;
  errorMessage: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const { order = '', token = '' } = queryParameters(page);
    if (page && (order !== this.orderNumber || token !== this.token)) {
      this.orderNumber = order;
      this.token = token;
      this.load();
    } else if (page && !order && !token) {
      this.loading = false;
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      this.describe();
    }
  }

  async load(): Promise<void> {
    const { storeCode, orderNumber, token } = this;
    this.loading = true;
    this.errorMessage = null;
    this.document = null;
    try {
      this.document = token
        ? await getLinked({ storeCode, orderToken: token })
        : await getOwn({ storeCode, orderNumber });
      this.describe();
    } catch (error) {
      const { code, message } = toStoreError(error);
      if (code === 'SIGN_IN_REQUIRED') {
        window.location.assign(accountUrl(`order/${encodeURIComponent(orderNumber)}`));
        return;
      }
      // Somebody else's order is as one that there is not.
      this.errorMessage = code === 'ORDER_NOT_FOUND' ? null : message;
    }
    this.loading = false;
  }

  /** The title is what a saved invoice is called. */
  describe(): void {
    if (this.document && this.store) {
      describePage(fillLabel(title, this.document.invoiceNumber), this.store.name);
    }
  }

  get isUnknown(): boolean {
    return !this.loading && !this.document && !this.errorMessage;
  }

  get backUrl(): string {
    return this.token ? orderUrl(this.token) : accountUrl(`order/${encodeURIComponent(this.orderNumber)}`);
  }

  handlePrint(): void {
    window.print();
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
