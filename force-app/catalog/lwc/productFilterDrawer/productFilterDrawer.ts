import { LightningElement, api } from 'lwc';
import { activeFilters, type ListState } from 'c/catalogQuery';
import { fillLabel, type FormatContext } from 'c/storeFormat';
import type { ProductPageDto } from 'c/storeTypes';
import clearAll from '@salesforce/label/c.Store_ClearAll';
import close from '@salesforce/label/c.Store_Close';
import filter from '@salesforce/label/c.Store_Filter';
import showResults from '@salesforce/label/c.Store_ShowResults';

/**
 * The filters of a list in a drawer, where there is no room beside the products.
 * @fires ProductFilterDrawer#filter as `c-product-filters` does
 * @fires ProductFilterDrawer#price as `c-product-filters` does
 * @fires ProductFilterDrawer#clear all filters are to go
 * @fires ProductFilterDrawer#close the shopper closed it
 */
export default class ProductFilterDrawer extends LightningElement {
  static renderMode = 'light' as const;

  @api open = false;
  /** Null until the first products have come. */
  @api result: ProductPageDto | null = null;
  @api state: ListState | null = null;
  /** The store, for currency and locale. */
  @api context: FormatContext | null = null;
  /** How many products there are, in words. */
  @api countText = '';

  labels = { clearAll, filter };

  get hasFilters(): boolean {
    return Boolean(this.state && activeFilters(this.state).length > 0);
  }

  get showResultsText(): string {
    return this.result ? fillLabel(showResults, this.countText) : close;
  }

  handleChoice(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
  }

  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
