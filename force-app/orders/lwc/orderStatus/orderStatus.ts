import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getOrder from '@salesforce/apex/OrderStatusController.getOrder';
import getOrderNumber from '@salesforce/apex/OrderStatusController.getOrderNumber';
import isGuest from '@salesforce/user/isGuest';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, invoiceUrl, orderUrl, routeParameter, searchUrl, type PageReference } from 'c/storeRoutes';
import type { OrderDto, StoreDto, WireResult } from 'c/storeTypes';
import allOrders from '@salesforce/label/c.Orders_In_Account';
import allProducts from '@salesforce/label/c.Store_ContinueShopping';
import notFound from '@salesforce/label/c.Store_OrderNotFound';
import notFoundText from '@salesforce/label/c.Store_OrderNotFoundText';
import orderNumber from '@salesforce/label/c.Store_OrderNumber';
import pageTitle from '@salesforce/label/c.Store_YourOrder';

/** An order behind its private link: the confirmation after placing it, and its status later. */
export default class OrderStatus extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { allProducts, allOrders, notFound, notFoundText };
  urls = { all: searchUrl({}), orders: !isGuest && accountUrl('orders') };
  store: StoreDto | null = null;
  order: OrderDto | null = null;
  /** None yet: nothing is asked for. */
  token: string | undefined = undefined;
  /** Of the order, while the rest of it is still on its way. */
  number: string | null = null;
  loading = true;
  errorMessage: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const token = routeParameter(page, 'token');
    if (token && token !== this.token) {
      this.token = token;
      this.load();
    }
  }

  @wire(getOrderNumber, { storeCode: '$storeCode', orderToken: '$token' })
  handleNumber({ data }: WireResult<string>): void {
    this.number = data ?? null;
    this.describe();
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      this.describe();
    }
  }

  async load(): Promise<void> {
    this.loading = true;
    this.errorMessage = null;
    describePage(pageTitle, this.store?.name);
    try {
      this.order = await getOrder({ storeCode: this.storeCode, orderToken: this.token });
      this.describe();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.loading = false;
    }
  }

  describe(): void {
    const number = this.order?.orderNumber ?? this.number;
    if (number && this.store) {
      describePage(fillLabel(orderNumber, number), this.store.name);
    }
  }

  get isUnknown(): boolean {
    return !this.loading && !this.order && !this.errorMessage;
  }

  /** Whoever signed in finds the order in their account. */
  get privateLink(): string {
    return this.token && isGuest ? new URL(orderUrl(this.token), window.location.origin).href : '';
  }

  get invoicePage(): string {
    return this.token ? invoiceUrl({ token: this.token }) : '';
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
