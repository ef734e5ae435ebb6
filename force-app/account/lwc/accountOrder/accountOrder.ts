import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getOrder from '@salesforce/apex/AccountController.getOrder';
import reorder from '@salesforce/apex/AccountController.reorder';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getText from '@salesforce/apex/StorefrontController.getText';
import { showFilled } from 'c/cartActions';
import { cartToken } from 'c/cartStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, invoiceUrl, routeParameter, type PageReference } from 'c/storeRoutes';
import type { CartNoticeDto, OrderDto, StoreDto, TextDto, WireResult } from 'c/storeTypes';
import allOrders from '@salesforce/label/c.Account_Back_To_Orders';
import print from '@salesforce/label/c.Account_Print';
import buyAgain from '@salesforce/label/c.Account_Reorder';
import inCart from '@salesforce/label/c.Account_Reorder_Done';
import nothing from '@salesforce/label/c.Account_Reorder_Nothing';
import receiptFor from '@salesforce/label/c.Account_Receipt_For';
import seller from '@salesforce/label/c.Account_Seller';

/** One order of the shopper, which prints as a receipt. */
export default class AccountOrder extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { allOrders, buyAgain, print, seller };
  urls = { orders: accountUrl('orders') };
  store: StoreDto | null = null;
  order: OrderDto | null = null;
  /** Who the seller is before the law; stands on the receipt. */
  company: string | null = null;
  orderNumber: string | null = null;
  busy = false;
  /** What came of buying it again. */
  result: string | null = null;
  notices: CartNoticeDto[] = [];
  errorMessage: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const orderNumber = routeParameter(page, 'orderNumber');
    if (orderNumber && orderNumber !== this.orderNumber) {
      this.orderNumber = orderNumber;
      this.order = null;
      this.result = null;
      this.notices = [];
      this.load();
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      this.describe();
    }
  }

  @wire(getText, { storeCode: '$storeCode', name: 'contact' })
  handleText({ data }: WireResult<TextDto | null>): void {
    this.company = data?.company ?? null;
  }

  async load(): Promise<void> {
    const { orderNumber } = this;
    this.errorMessage = null;
    try {
      const order = await getOrder({ storeCode: this.storeCode, orderNumber });
      if (orderNumber === this.orderNumber) {
        this.order = order;
        this.describe();
      }
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  /** The title is what a printed or saved receipt is called. */
  describe(): void {
    if (this.order && this.store) {
      describePage(fillLabel(receiptFor, this.order.orderNumber), this.store.name);
    }
  }

  get waits(): boolean {
    return !this.order && !this.errorMessage;
  }

  get invoicePage(): string {
    return this.order ? invoiceUrl({ order: this.order.orderNumber }) : '';
  }

  get sellerText(): string {
    return this.company || this.store?.name || '';
  }

  get told() {
    return this.notices.map(({ message }, key) => ({ key, message }));
  }

  get busyText(): string {
    return String(this.busy);
  }

  async handleReorder(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.result = null;
    this.notices = [];
    try {
      const { storeCode, orderNumber } = this;
      const filled = await reorder({ storeCode, cartToken: cartToken(storeCode), orderNumber });
      this.notices = filled.notices;
      this.result = showFilled(storeCode, filled) ? inCart : nothing;
    } catch (error) {
      this.result = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }

  handlePrint(): void {
    window.print();
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
