import { LightningElement, api } from 'lwc';
import { productUrl } from 'c/storeRoutes';
import type { FormatContext } from 'c/storeFormat';
import type { ProductCardDto } from 'c/storeTypes';
import soldOut from '@salesforce/label/c.Store_SoldOut';
import sale from '@salesforce/label/c.Store_Sale';
import { optionText } from './optionText';

/** One product in a grid: picture, name, price; the whole card is one link. */
export default class ProductCard extends LightningElement {
  static renderMode = 'light' as const;

  @api product: ProductCardDto | null = null;
  /** The store, for currency and locale. */
  @api context: FormatContext | null = null;
  /** Loads the picture at once: for cards that are seen first. */
  @api eager = false;

  get url(): string {
    return this.product ? productUrl(this.product.slug, this.product.variantId) : '';
  }

  get optionText(): string | null {
    return optionText(this.product?.optionSummary ?? null, this.context?.locale);
  }

  get badge(): string | null {
    if (this.product && !this.product.inStock) {
      return soldOut;
    }
    return this.product?.onSale ? sale : null;
  }

  get badgeClass(): string {
    return this.product?.inStock ? 'badge sale' : 'badge';
  }
}
