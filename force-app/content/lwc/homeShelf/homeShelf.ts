import { LightningElement, api, wire } from 'lwc';
import getMemberHome from '@salesforce/apex/MemberCatalogController.getHome';
import getHome from '@salesforce/apex/StorefrontController.getHome';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import isGuest from '@salesforce/user/isGuest';
import { authoredUrl, searchUrl } from 'c/storeRoutes';
import { toStoreError } from 'c/storeErrors';
import type { HomeDto, ProductCardDto, StoreDto, WireResult } from 'c/storeTypes';
import featuredHeading from '@salesforce/label/c.Store_Featured';
import newestHeading from '@salesforce/label/c.Store_Newest';
import viewAll from '@salesforce/label/c.Store_ViewAll';

const MAXIMUM_PRODUCTS = 8;

/** A row of featured or of newest products. */
export default class HomeShelf extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** `featured` or `newest`. */
  @api products: 'featured' | 'newest' = 'featured';
  /** Blank names the shelf after what it shows. */
  @api heading = '';
  /** Where "View all" leads; blank: all products in the shelf's order. */
  @api linkUrl = '';

  labels = { viewAll };
  home: HomeDto | null = null;
  store: StoreDto | null = null;
  errorMessage: string | null = null;

  /** Guests share one answer; whoever signed in has prices of their own. Undefined holds a wire back. */
  get guestCode(): string | undefined {
    return isGuest ? this.storeCode : undefined;
  }

  get memberCode(): string | undefined {
    return isGuest ? undefined : this.storeCode;
  }

  @wire(getMemberHome, { storeCode: '$memberCode' })
  handleMemberHome(result: WireResult<HomeDto>): void {
    this.handleHome(result);
  }

  @wire(getHome, { storeCode: '$guestCode' })
  handleHome({ data, error }: WireResult<HomeDto>): void {
    if (data) {
      this.home = data;
    }
    this.errorMessage = error ? toStoreError(error).message : null;
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
    }
  }

  get title(): string {
    return this.heading || (this.products === 'newest' ? newestHeading : featuredHeading);
  }

  get items(): ProductCardDto[] | null {
    const list = this.products === 'newest' ? this.home?.newest : this.home?.featured;
    return this.home ? (list ?? []).slice(0, MAXIMUM_PRODUCTS) : null;
  }

  get isShown(): boolean {
    return this.items === null || this.items.length > 0;
  }

  get url(): string {
    return this.linkUrl ? authoredUrl(this.linkUrl) : searchUrl({ sort: this.products === 'newest' ? 'newest' : null });
  }
}
