import { LightningElement, api, wire } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { homeUrl, searchUrl } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import title from '@salesforce/label/c.Store_NotFoundTitle';
import text from '@salesforce/label/c.Store_NotFoundText';
import continueShopping from '@salesforce/label/c.Store_ContinueShopping';
import allProducts from '@salesforce/label/c.Store_AllProducts';

/** What a wrong or outdated address shows. */
export default class NotFoundPage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title, text, continueShopping, allProducts };
  urls = { home: homeUrl(), all: searchUrl({}) };

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      describePage(title, data.name);
    }
  }
}
