import { LightningElement, api, wire } from 'lwc';
import getMemberProduct from '@salesforce/apex/MemberCatalogController.getProduct';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import isGuest from '@salesforce/user/isGuest';
import { connectCountry, freeShippingFrom, homeCountry } from 'c/storeDelivery';
import { countryName, fillLabel, formatMoney } from 'c/storeFormat';
import { productUrl } from 'c/storeRoutes';
import type { CartDto, ProductCardDto, ProductDto, StoreDto, WireResult } from 'c/storeTypes';
import free from '@salesforce/label/c.Store_FreeShippingReached';
import freeShipping from '@salesforce/label/c.Store_FreeShipping';
import missing from '@salesforce/label/c.Store_FreeShippingMissing';
import suggestionsLabel from '@salesforce/label/c.Store_Suggestions';

const MOST = 2;

/**
 * How far the cart is from free shipping, as the shopper's country grants it, and two products of the same kind as the last one.
 * @fires CartExtras#follow a suggestion was followed
 */
export default class CartExtras extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api store!: StoreDto;
  @api cart!: CartDto;

  labels = { freeShipping, suggestions: suggestionsLabel };
  country: string | null = null;
  product: ProductDto | null = null;
  end: (() => void) | null = null;

  connectedCallback(): void {
    this.end = connectCountry(this.storeCode, (code) => {
      this.country = code;
    });
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  /** Guests share one answer; whoever signed in has prices of their own. Undefined holds a wire back. */
  get guestSlug(): string | undefined {
    return isGuest ? this.lastSlug : undefined;
  }

  get memberSlug(): string | undefined {
    return isGuest ? undefined : this.lastSlug;
  }

  @wire(getMemberProduct, { storeCode: '$storeCode', slug: '$memberSlug' })
  handleMemberProduct(result: WireResult<ProductDto | null>): void {
    this.handleProduct(result);
  }

  @wire(getProduct, { storeCode: '$storeCode', slug: '$guestSlug' })
  handleProduct({ data }: WireResult<ProductDto | null>): void {
    if (data) {
      this.product = data;
    }
  }

  get lastSlug(): string | undefined {
    return this.cart?.items.at(-1)?.productSlug || undefined;
  }

  get subtotal(): number {
    return this.cart.subtotal - (this.cart.discountTotal ?? 0);
  }

  /** Goods from this total on are sent free; null when they never are. */
  get limit(): number | null {
    return this.cart.shippingTotal === null || this.cart.shippingTotal === undefined
      ? freeShippingFrom(this.store, this.country ?? homeCountry(this.store))
      : this.cart.freeShippingFrom;
  }

  get missing(): number {
    return Math.max((this.limit ?? 0) - this.subtotal, 0);
  }

  get shippingText(): string {
    if (this.limit === null) {
      return '';
    }
    const country = countryName(this.country ?? homeCountry(this.store), this.store.locale);
    return this.missing ? fillLabel(missing, formatMoney(this.missing, this.store), country) : fillLabel(free, country);
  }

  get suggestions(): (ProductCardDto & { url: string })[] {
    const inCart = new Set(this.cart.items.map(({ productSlug }) => productSlug));
    return (this.product?.related ?? [])
      .filter(({ slug, inStock }) => inStock && !inCart.has(slug))
      .slice(0, MOST)
      .map((card) => ({ ...card, url: productUrl(card.slug) }));
  }

  get hasSuggestions(): boolean {
    return this.suggestions.length > 0;
  }

  handleFollow(): void {
    this.dispatchEvent(new CustomEvent('follow'));
  }
}
