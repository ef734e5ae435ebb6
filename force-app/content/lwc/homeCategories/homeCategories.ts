import { LightningElement, api, wire } from 'lwc';
import getHome from '@salesforce/apex/StorefrontController.getHome';
import { categoryUrl } from 'c/storeRoutes';
import { pluralLabel } from 'c/storeFormat';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import type { CategoryDto, HomeDto, StoreDto, WireResult } from 'c/storeTypes';
import defaultHeading from '@salesforce/label/c.Store_ShopByCategory';
import productsOne from '@salesforce/label/c.Store_ProductsOne';
import productsOther from '@salesforce/label/c.Store_ProductsOther';

interface Tile {
  slug: string;
  name: string;
  url: string;
  imageUrl: string | null;
  countText: string | null;
}

const MAXIMUM_TILES = 8;

/** Tiles that lead to the store's categories. */
export default class HomeCategories extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** Blank shows "Shop by category". */
  @api heading = '';

  home: HomeDto | null = null;
  store: StoreDto | null = null;
  failed = false;

  @wire(getHome, { storeCode: '$storeCode' })
  handleHome({ data, error }: WireResult<HomeDto>): void {
    if (data) {
      this.home = data;
    }
    this.failed = Boolean(error);
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
    }
  }

  get title(): string {
    return this.heading || defaultHeading;
  }

  get loading(): boolean {
    return !this.home && !this.failed;
  }

  get tiles(): Tile[] {
    return this.topCategories.map((category) => ({
      slug: category.slug,
      name: category.name,
      url: categoryUrl(category.slug),
      imageUrl: category.imageUrl,
      countText: this.countText(category),
    }));
  }

  get topCategories(): CategoryDto[] {
    return (this.home?.categories ?? []).filter(({ parentSlug }) => !parentSlug).slice(0, MAXIMUM_TILES);
  }

  countText({ productCount }: CategoryDto): string | null {
    const labels = { one: productsOne, other: productsOther };
    return typeof productCount === 'number' ? pluralLabel(productCount, labels, this.store?.locale) : null;
  }

  get isShown(): boolean {
    return this.loading || this.tiles.length > 0;
  }

  get skeletons(): number[] {
    return Array.from({ length: MAXIMUM_TILES }, (_, index) => index);
  }
}
