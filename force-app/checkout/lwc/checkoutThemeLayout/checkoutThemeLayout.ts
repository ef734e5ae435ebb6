import { LightningElement, api, wire } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { cartUrl } from 'c/storeRoutes';
import { textLinks, type TextLink } from 'c/storeTexts';
import type { StoreDto, WireResult } from 'c/storeTypes';
import backToCart from '@salesforce/label/c.Checkout_BackToCart';
import legalPages from '@salesforce/label/c.Store_FooterHelp';
import secure from '@salesforce/label/c.Checkout_Secure';

/**
 * The frame of the checkout: whose shop it is, the way back to the cart, its texts and how to reach it; nothing that leads elsewhere.
 * @slot default the page's content
 */
export default class CheckoutThemeLayout extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store that this site sells for; blank for the org's default store. */
  @api storeCode = '';

  /** Name and logo that the header shows while the store is asked for, and when it cannot be had; then the store's own. */
  @api siteName = '';
  @api siteLogoUrl = '';

  labels = { backToCart, legalPages, secure };
  cartUrl = cartUrl();
  store: StoreDto | null = null;
  failed = false;

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data, error }: WireResult<StoreDto>): void {
    this.store = data ?? this.store;
    this.failed = Boolean(error);
  }

  get storeName(): string {
    return this.store?.name ?? this.siteName ?? '';
  }

  get logoUrl(): string | null {
    return this.store ? this.store.logoUrl : this.siteLogoUrl || null;
  }

  get pages(): TextLink[] {
    return textLinks(this.store);
  }

  get emailUrl(): string | null {
    return this.store?.supportEmail ? `mailto:${this.store.supportEmail}` : null;
  }
}
