import { LightningElement, api, wire } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { authoredUrl } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import { siteData } from './siteData';

/** The first thing on the home page: a promise, a button, a picture. */
export default class HomeHero extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** Blank shows the store's tagline. */
  @api heading = '';
  @api text = '';
  @api buttonText = '';
  /** Page of this site (`/category/new`) or a full address. */
  @api buttonUrl = '';
  /** Address of a picture; the drawn scene takes its place when blank. */
  @api imageUrl = '';

  store: StoreDto | null = null;

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(data.name, data.tagline, data.tagline, {
        image: this.imageUrl || data.logoUrl,
        data: siteData(data),
      });
    }
  }

  get title(): string {
    return this.heading || this.store?.tagline || this.store?.name || '';
  }

  get hasButton(): boolean {
    return Boolean(this.buttonText && this.buttonUrl);
  }

  get url(): string {
    return authoredUrl(this.buttonUrl);
  }
}
