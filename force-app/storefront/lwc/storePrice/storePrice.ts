import { LightningElement, api } from 'lwc';
import { fillLabel, formatMoney, type FormatContext } from 'c/storeFormat';
import priceFrom from '@salesforce/label/c.Store_PriceFrom';
import regularPrice from '@salesforce/label/c.Store_RegularPrice';
import salePrice from '@salesforce/label/c.Store_SalePrice';
import priceOnRequest from '@salesforce/label/c.Store_PriceOnRequest';

/** A price as the shopper reads it: "From …" when variants differ, the regular price struck through on sale. */
export default class StorePrice extends LightningElement {
  static renderMode = 'light' as const;

  /** Major units; null when the product has no price. */
  @api price: number | null = null;
  /** Highest price among the variants, when it differs. */
  @api priceMax: number | null = null;
  @api compareAtPrice: number | null = null;
  /** The store, for its currency and locale. */
  @api context: FormatContext | null = null;

  labels = { regularPrice, salePrice };

  get onSale(): boolean {
    return this.price !== null && Number(this.compareAtPrice ?? 0) > Number(this.price);
  }

  get amount(): string {
    if (this.price === null || this.price === undefined) {
      return this.context ? priceOnRequest : '';
    }
    const amount = formatMoney(this.price, this.context);
    const varies = this.priceMax !== null && this.priceMax !== undefined && this.priceMax > this.price;
    return varies ? fillLabel(priceFrom, amount) : amount;
  }

  get regularAmount(): string {
    return formatMoney(this.compareAtPrice, this.context);
  }

  get amountClass(): string {
    return this.onSale ? 'amount sale' : 'amount';
  }
}
