import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import { changeQuantity, takeOut } from 'c/cartActions';
import { connectCart } from 'c/cartStore';
import { pluralLabel } from 'c/storeFormat';
import { accountUrl, cartUrl, checkoutUrl, searchUrl } from 'c/storeRoutes';
import type { CartDto, CartItemDto, CartNoticeDto, StoreDto } from 'c/storeTypes';
import { labels } from './labels';

/**
 * The cart beside the page.
 * @fires CartDrawer#close when it was closed or a page was chosen
 */
export default class CartDrawer extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api store: StoreDto | null = null;
  @api open = false;

  labels = labels;
  urls = { cart: cartUrl(), checkout: checkoutUrl(), all: searchUrl({}), save: !isGuest && accountUrl('carts') };
  cart: CartDto | null = null;
  busy = false;
  disconnect: (() => void) | null = null;

  connectedCallback(): void {
    this.disconnect = connectCart(this.storeCode, ({ cart, busy }) => {
      this.cart = cart;
      this.busy = busy;
    });
  }

  disconnectedCallback(): void {
    this.disconnect?.();
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
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleQuantity(event: CustomEvent<{ itemId: string; quantity: number; undo: () => void }>): void {
    const { itemId, quantity, undo } = event.detail;
    changeQuantity(this.storeCode, itemId, quantity, undo);
  }

  handleRemove(event: CustomEvent<{ itemId: string }>): void {
    const item = this.items.find((candidate) => candidate.id === event.detail.itemId);
    if (item) {
      takeOut(this.storeCode, item, this);
    }
  }
}
