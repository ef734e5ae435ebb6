import { LightningElement, api } from 'lwc';
import { changeQuantity, takeOut } from 'c/cartActions';
import { connectCart } from 'c/cartStore';
import { subscribe } from 'c/storeEvents';
import { pluralLabel } from 'c/storeFormat';
import { cartUrl, checkoutUrl, searchUrl } from 'c/storeRoutes';
import type { CartDto, CartItemDto, CartNoticeDto, StoreDto } from 'c/storeTypes';
import { labels } from './labels';

/** The cart beside the page: opened by the header and after adding to the cart. */
export default class CartDrawer extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api store: StoreDto | null = null;

  labels = labels;
  urls = { cart: cartUrl(), checkout: checkoutUrl(), all: searchUrl({}) };
  cart: CartDto | null = null;
  busy = false;
  isOpen = false;
  ends: (() => void)[] = [];

  connectedCallback(): void {
    this.ends = [
      connectCart(this.storeCode, ({ cart, busy }) => {
        this.cart = cart;
        this.busy = busy;
      }),
      subscribe('openCart', () => {
        this.isOpen = true;
      }),
    ];
  }

  disconnectedCallback(): void {
    this.ends.forEach((end) => end());
  }

  get items(): CartItemDto[] {
    return this.cart?.items ?? [];
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get heading(): string {
    const count = this.cart?.itemCount ?? 0;
    const counted = pluralLabel(count, { one: labels.itemsOne, other: labels.itemsOther }, this.store?.locale);
    return count > 0 ? `${labels.cart} (${counted})` : labels.cart;
  }

  get generalNotices(): CartNoticeDto[] {
    return (this.cart?.notices ?? []).filter((notice) => !notice.itemId);
  }

  get context() {
    const store = this.store;
    return store && this.cart ? { ...store, currencyCode: this.cart.currencyCode || store.currencyCode } : store;
  }

  get contentClass(): string {
    return this.busy ? 'content busy' : 'content';
  }

  handleClose(): void {
    this.isOpen = false;
  }

  handleQuantity(event: CustomEvent<{ itemId: string; quantity: number }>): void {
    changeQuantity(this.storeCode, event.detail.itemId, event.detail.quantity);
  }

  handleRemove(event: CustomEvent<{ itemId: string }>): void {
    const item = this.items.find((candidate) => candidate.id === event.detail.itemId);
    if (item) {
      takeOut(this.storeCode, item);
    }
  }
}
