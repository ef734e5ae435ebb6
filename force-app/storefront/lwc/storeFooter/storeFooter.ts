import { LightningElement, api } from 'lwc';
import { orderLookupUrl, searchUrl } from 'c/storeRoutes';
import { textLinks, type TextLink } from 'c/storeTexts';
import { fillLabel } from 'c/storeFormat';
import type { NavigationNode } from 'c/storeNavigation';
import type { StoreDto } from 'c/storeTypes';
import shopHeading from '@salesforce/label/c.Store_FooterShop';
import helpHeading from '@salesforce/label/c.Store_FooterHelp';
import allProducts from '@salesforce/label/c.Store_AllProducts';
import findOrder from '@salesforce/label/c.Orders_Lookup_Title';
import testMode from '@salesforce/label/c.Store_TestMode';
import rights from '@salesforce/label/c.Store_FooterRights';
import taxIncluded from '@salesforce/label/c.Store_PricesIncludeTax';
import taxExcluded from '@salesforce/label/c.Store_PricesExcludeTax';

/** More categories than these would make the footer a second menu. */
const MAXIMUM_CATEGORIES = 6;

/** The end of every page: categories, help, legal pages. */
export default class StoreFooter extends LightningElement {
  static renderMode = 'light' as const;

  /** The store, or as much of it as is known without it. */
  @api store: Partial<StoreDto> = {};
  @api nodes: NavigationNode[] = [];

  labels = { shopHeading, helpHeading, allProducts, findOrder, testMode };
  urls = { all: searchUrl({}), lookup: orderLookupUrl() };

  get shownNodes(): NavigationNode[] {
    return (this.nodes ?? []).slice(0, MAXIMUM_CATEGORIES);
  }

  get pages(): TextLink[] {
    return textLinks(this.store);
  }

  get storeName(): string {
    return this.store.name ?? '';
  }

  get rightsText(): string {
    return fillLabel(rights, new Date().getFullYear(), this.storeName);
  }

  get taxText(): string {
    return this.store.pricesIncludeTax === undefined ? '' : this.store.pricesIncludeTax ? taxIncluded : taxExcluded;
  }

  get emailUrl(): string | null {
    return this.store.supportEmail ? `mailto:${this.store.supportEmail}` : null;
  }

  get phoneUrl(): string | null {
    return this.store.supportPhone ? `tel:${this.store.supportPhone.replace(/[^+\d]/g, '')}` : null;
  }
}
