import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getOwn from '@salesforce/apex/AccountController.getInvoice';
import getOwnFile from '@salesforce/apex/AccountController.getInvoiceFile';
import getLinked from '@salesforce/apex/OrderStatusController.getInvoice';
import getLinkedFile from '@salesforce/apex/OrderStatusController.getInvoiceFile';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { accountUrl, orderUrl, queryParameters, type PageReference } from 'c/storeRoutes';
import type { InvoiceDto, StoreDto, WireResult } from 'c/storeTypes';
import back from '@salesforce/label/c.Store_InvoiceBack';
import download from '@salesforce/label/c.Store_InvoiceDownload';
import none from '@salesforce/label/c.Store_InvoiceNone';
import noneText from '@salesforce/label/c.Store_InvoiceNoneText';
import print from '@salesforce/label/c.Store_InvoicePrint';
import { saveFile } from 'c/savedFile';

/**
 * The invoice of an order, of who signed in (`?order=`) or behind a private link (`?token=`), or a credit note of it (`?document=`): to
 * be printed, or kept as a PDF.
 */
export default class InvoicePage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { back, download, none, noneText, print };
  store: StoreDto | null = null;
  document: InvoiceDto | null = null;
  orderNumber = '';
  token = '';
  /** Number of a credit note; blank: the invoice. */
  documentNumber = '';
  saving = false;
  /** Why there is no file. */
  fileMessage = '';
  loading = true;
  errorMessage: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const { order = '', token = '', document = '' } = queryParameters(page);
    const isOther = order !== this.orderNumber || token !== this.token || document !== this.documentNumber;
    if (page && (order || token) && isOther) {
      this.orderNumber = order;
      this.token = token;
      this.documentNumber = document;
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
    const { storeCode, orderNumber, token, documentNumber } = this;
    this.loading = true;
    this.errorMessage = null;
    this.document = null;
    try {
      this.document = token
        ? await getLinked({ storeCode, orderToken: token, documentNumber })
        : await getOwn({ storeCode, orderNumber, documentNumber });
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
      describePage(`${this.document.title} ${this.document.documentNumber}`, this.store.name);
    }
  }

  get isUnknown(): boolean {
    return !this.loading && !this.document && !this.errorMessage;
  }

  get backUrl(): string {
    return this.token ? orderUrl(this.token) : accountUrl(`order/${encodeURIComponent(this.orderNumber)}`);
  }

  /** A second press while the file is made asks for no second one. */
  async handleDownload(): Promise<void> {
    if (this.saving || !this.document) return;
    const { storeCode, orderNumber, token, documentNumber } = this;
    this.saving = true;
    this.fileMessage = '';
    try {
      const content = token
        ? await getLinkedFile({ storeCode, orderToken: token, documentNumber })
        : await getOwnFile({ storeCode, orderNumber, documentNumber });
      saveFile(`${this.document.documentNumber}.pdf`, 'application/pdf', content ?? '');
    } catch (error) {
      this.fileMessage = toStoreError(error).message;
    } finally {
      this.saving = false;
    }
  }

  get savingText(): string {
    return String(this.saving);
  }

  handlePrint(): void {
    window.print();
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
