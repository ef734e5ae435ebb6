import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getOrders from '@salesforce/apex/AccountController.getOrders';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, queryParameters, searchUrl, type PageReference } from 'c/storeRoutes';
import type { AccountOrdersDto, StoreDto, WireResult } from 'c/storeTypes';
import allProducts from '@salesforce/label/c.Store_ContinueShopping';
import newer from '@salesforce/label/c.Account_Previous';
import noOrders from '@salesforce/label/c.Account_No_Orders';
import noOrdersText from '@salesforce/label/c.Account_No_Orders_Text';
import older from '@salesforce/label/c.Account_Next';
import pages from '@salesforce/label/c.Account_Orders_Pages';
import pageText from '@salesforce/label/c.Account_Page';
import title from '@salesforce/label/c.Account_Orders_Title';

/** All orders of the shopper, ten a page. */
export default class AccountOrders extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { allProducts, newer, noOrders, noOrdersText, older, pages, title };
  urls = { all: searchUrl({}) };
  store: StoreDto | null = null;
  list: AccountOrdersDto | null = null;
  page = 0;
  errorMessage: string | null = null;

  @wire(CurrentPageReference)
  handlePage(reference: PageReference | undefined): void {
    const page = Math.max(Number.parseInt(queryParameters(reference).page ?? '1', 10) || 1, 1);
    if (reference && page !== this.page) {
      this.page = page;
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
    const { page } = this;
    this.errorMessage = null;
    try {
      const list = await getOrders({ storeCode: this.storeCode, page });
      if (page === this.page) {
        this.list = list;
      }
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get hasOrders(): boolean {
    return Boolean(this.list?.rows.length);
  }

  get isEmpty(): boolean {
    return Boolean(this.list) && !this.hasOrders;
  }

  get waits(): boolean {
    return !this.list && !this.errorMessage;
  }

  get hasPages(): boolean {
    return (this.list?.pageCount ?? 1) > 1;
  }

  get newerUrl(): string | null {
    const page = this.list?.page ?? 1;
    return page > 1 ? accountUrl('orders', { page: page > 2 ? String(page - 1) : null }) : null;
  }

  get olderUrl(): string | null {
    const { page = 1, pageCount = 1 } = this.list ?? {};
    return page < pageCount ? accountUrl('orders', { page: String(page + 1) }) : null;
  }

  get pageText(): string {
    return fillLabel(pageText, this.list?.page ?? 1, this.list?.pageCount ?? 1);
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
