import { LightningElement, wire } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import type { StoreDto, WireResult } from 'c/storeTypes';

/** Base of pages of the site: knows the store and names the page in the browser's tab. A page has its own `@api storeCode` and `pageTitle`. */
export default class StorePage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  declare storeCode: string;

  /** What the browser's tab says. */
  pageTitle = '';
  store: StoreDto | null = null;

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      this.handleStoreRead(data);
    }
  }

  /** What a part of a page does otherwise: the engine calls the wired method of this class, whatever a subclass overrides. */
  handleStoreRead(store: StoreDto): void {
    describePage(this.pageTitle, store.name);
  }
}
