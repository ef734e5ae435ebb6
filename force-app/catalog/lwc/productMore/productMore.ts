import { LightningElement, api } from 'lwc';
import type { FormatContext } from 'c/storeFormat';
import { productUrl } from 'c/storeRoutes';
import type { ProductDto } from 'c/storeTypes';
import related from '@salesforce/label/c.Store_Related';
import seenLabel from '@salesforce/label/c.Store_RecentlyViewed';
import { noteSeen, seenProducts, type SeenProduct } from './seenProducts';

/** Below a product: others of its category, and those that this browser looked at before. */
export default class ProductMore extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  /** The store, for currency and locale. */
  @api context: FormatContext | null = null;

  labels = { related, seen: seenLabel };
  shown: ProductDto | null = null;
  seen: (SeenProduct & { url: string })[] = [];

  @api
  get product(): ProductDto | null {
    return this.shown;
  }
  set product(value: ProductDto | null) {
    const changed = value?.slug !== this.shown?.slug;
    this.shown = value;
    if (value && changed) {
      const { slug, title } = value;
      this.seen = seenProducts(this.storeCode)
        .filter((entry) => entry.slug !== slug)
        .map((entry) => ({ ...entry, url: productUrl(entry.slug) }));
      noteSeen(this.storeCode, { slug, title, imageUrl: value.media[0]?.url ?? value.variants[0]?.imageUrl ?? null });
    }
  }

  get hasRelated(): boolean {
    return (this.shown?.related?.length ?? 0) > 0;
  }

  get hasSeen(): boolean {
    return this.seen.length > 0;
  }
}
