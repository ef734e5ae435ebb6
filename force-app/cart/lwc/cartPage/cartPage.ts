import { LightningElement, api, wire } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { changeQuantity, takeOut } from 'c/cartActions';
import { cartToken, connectCart, refreshCart } from 'c/cartStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { accountUrl, checkoutUrl, searchUrl } from 'c/storeRoutes';
import type { CartDto, CartItemDto, CartNoticeDto, StoreDto, WireResult } from 'c/storeTypes';
import { labels } from './labels';

/** The cart as a page: lines, notices, totals, and the way to the checkout. */
export default class CartPage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  urls = { checkout: checkoutUrl(), all: searchUrl({}), save: !isGuest && accountUrl('carts') };
  store: StoreDto | null = null;
  cart: CartDto | null = null;
  loaded = false;
  busy = false;
  errorMessage: string | null = null;
  disconnect: (() => void) | null = null;
  /** What the store asks about the cart; comes where it asks anything. */
  formBox: unknown = null;
  private asksNothing = true;

  connectedCallback(): void {
    this.disconnect = connectCart(this.storeCode, ({ cart, loaded, busy }) => {
      this.cart = cart;
      this.loaded = loaded;
      this.busy = busy;
    });
    describePage(labels.cart, null);
    // Stock and prices may have changed since the cart was last read.
    refreshCart(this.storeCode).catch((error) => {
      this.errorMessage = toStoreError(error).message;
    });
  }

  disconnectedCallback(): void {
    this.disconnect?.();
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(labels.cart, data.name);
      if (data.formPlaces?.includes('Cart') && this.asksNothing) {
        this.asksNothing = false;
        this.loadForms();
      }
    }
  }

  private async loadForms(): Promise<void> {
    this.formBox = (await import('c/askedForms')).default;
  }

  get formSubject(): string {
    return `${this.cart?.grandTotal} ${this.items.length}`;
  }

  get items(): CartItemDto[] {
    return this.cart?.items ?? [];
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get isEmpty(): boolean {
    return this.loaded && !this.hasItems && !this.errorMessage;
  }

  /** The server has not answered yet, and has not failed either. */
  get waits(): boolean {
    return !this.loaded && !this.errorMessage;
  }

  get generalNotices(): CartNoticeDto[] {
    return (this.cart?.notices ?? []).filter((notice) => !notice.itemId);
  }

  get context() {
    const store = this.store;
    return store && this.cart ? { ...store, currencyCode: this.cart.currencyCode || store.currencyCode } : store;
  }

  get layoutClass(): string {
    return this.busy ? 'layout busy' : 'layout';
  }

  handleQuantity(event: CustomEvent<{ itemId: string; quantity: number; undo: () => void }>): void {
    const { itemId, quantity, undo } = event.detail;
    changeQuantity(this.storeCode, itemId, quantity, undo);
  }

  get token(): string {
    return cartToken(this.storeCode);
  }

  handleRemove(event: CustomEvent<{ itemId: string }>): void {
    const item = this.items.find((candidate) => candidate.id === event.detail.itemId);
    if (item) {
      takeOut(this.storeCode, item, this);
    }
  }
}
