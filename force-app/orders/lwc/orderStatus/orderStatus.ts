import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getOrder from '@salesforce/apex/OrderStatusController.getOrder';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { addressLines, loadAddressData, type AddressData } from 'c/addressBook';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatMoney } from 'c/storeFormat';
import { orderUrl, routeParameter, searchUrl, type PageReference } from 'c/storeRoutes';
import type { OrderDto, StoreDto, WireResult } from 'c/storeTypes';
import { waitingText } from 'c/cartWaiting';
import { headOf, type OrderHead } from './head';
import { labels } from './labels';
import { statusText } from './statusText';

/** An order behind its private link: the confirmation after placing it, and its status later. */
export default class OrderStatus extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  urls = { all: searchUrl({}) };
  store: StoreDto | null = null;
  order: OrderDto | null = null;
  token: string | null = null;
  loading = true;
  copied = false;
  errorMessage: string | null = null;
  addressData: AddressData | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const token = routeParameter(page, 'token');
    if (token && token !== this.token) {
      this.token = token;
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

  async load(): Promise<void> {
    this.loading = true;
    this.errorMessage = null;
    describePage(labels.pageTitle, this.store?.name);
    try {
      this.order = await getOrder({ storeCode: this.storeCode, orderToken: this.token });
      this.describe();
      if (this.order?.shippingAddress) {
        this.addressData = await loadAddressData();
      }
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.loading = false;
    }
  }

  describe(): void {
    if (this.order && this.store) {
      describePage(this.orderName, this.store.name);
    }
  }

  get isUnknown(): boolean {
    return !this.loading && !this.order && !this.errorMessage;
  }

  get orderName(): string {
    return fillLabel(labels.orderNumber, this.order?.orderNumber ?? '');
  }

  get head(): OrderHead | null {
    return this.order && headOf(this.order, this.store?.locale);
  }

  get placedText(): string {
    return fillLabel(labels.placedOn, formatDateTime(this.order?.placedAt, this.store?.locale));
  }

  get context() {
    const store = this.store;
    return store && this.order ? { ...store, currencyCode: this.order.currencyCode } : null;
  }

  get lines() {
    return (this.order?.items ?? []).map((item, index) => ({
      ...item,
      key: `${index}|${item.sku ?? ''}`,
      total: formatMoney(item.lineTotal, this.context),
      waiting: this.order?.fulfillmentStatus === 'Unfulfilled' ? waitingText(item, this.store?.locale) : '',
      quantityText: fillLabel(labels.quantityTimes, item.quantity),
    }));
  }

  get facts() {
    const order = this.order;
    // Of what is not sent no shipment is getting ready.
    const shipment = order?.shippingAddress || order?.fulfillmentStatus !== 'Unfulfilled';
    const facts = [
      { key: 'status', label: labels.status, value: order?.statusLabel || order?.status },
      { key: 'email', label: labels.email, value: order?.email },
      { key: 'payment', label: labels.payment, value: order?.paymentMethod },
      { key: 'paymentStatus', label: labels.paymentStatus, value: statusText(order?.paymentStatus) },
      { key: 'shipping', label: labels.shippingMethod, value: order?.shippingMethod },
      { key: 'fulfillment', label: labels.fulfillmentStatus, value: shipment && statusText(order?.fulfillmentStatus) },
    ];
    return facts.filter((fact) => Boolean(fact.value));
  }

  /** What a bank transfer needs, ready to be copied into the bank's form. */
  get transferFacts() {
    const transfer = this.order?.transfer;
    const facts = [
      { key: 'amount', label: labels.transferAmount, value: transfer && formatMoney(transfer.amount, this.context) },
      { key: 'reference', label: labels.transferReference, value: transfer?.reference },
      { key: 'holder', label: labels.accountHolder, value: transfer?.accountHolder },
      { key: 'number', label: labels.accountNumber, value: transfer?.accountNumber },
      { key: 'bank', label: labels.bankCode, value: transfer?.bankCode },
    ];
    return facts.filter((fact) => Boolean(fact.value));
  }

  get addressLines(): { key: string; text: string }[] {
    const address = this.order?.shippingAddress;
    if (!address || !this.addressData) {
      return [];
    }
    return addressLines(this.addressData, address, this.store?.locale).map((text, index) => ({
      key: `${index}|${text}`,
      text,
    }));
  }

  get hasAddress(): boolean {
    return this.addressLines.length > 0;
  }

  get privateLink(): string {
    return this.token ? new URL(orderUrl(this.token), window.location.origin).href : '';
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }

  get copyText(): string {
    return this.copied ? labels.copied : labels.copyLink;
  }

  async handleCopy(): Promise<void> {
    const field = this.refs?.link as HTMLInputElement;
    field.select();
    try {
      await navigator.clipboard.writeText(this.privateLink);
      this.copied = true;
      announce(labels.copied);
    } catch {
      announce(labels.copyByHand); // The browser forbids it: the link is selected, ready to be copied by hand.
    }
  }
}
