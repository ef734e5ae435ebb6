import { LightningElement, api } from 'lwc';
import type { FormatContext } from 'c/storeFormat';
import type { ProductCardDto } from 'c/storeTypes';

/** The first row is seen at once on every screen. */
const EAGER_CARDS = 4;
const PLACEHOLDERS = 8;

interface GridItem {
  product: ProductCardDto;
  eager: boolean;
}

/** Product cards in columns that fit the window; placeholders of the same size while they load. */
export default class ProductGrid extends LightningElement {
  static renderMode = 'light' as const;

  /** Null while the products load. */
  @api products: ProductCardDto[] | null = null;
  @api context: FormatContext | null = null;
  /** Number of placeholders while loading. */
  @api placeholders = PLACEHOLDERS;
  /** True when the grid is the first thing on the page. */
  @api first = false;
  /** `four` columns on wide screens (default) or `three`, beside a sidebar. */
  @api columns: 'three' | 'four' = 'four';

  get loading(): boolean {
    return !this.products;
  }

  get items(): GridItem[] {
    return (this.products ?? []).map((product, index) => ({ product, eager: this.first && index < EAGER_CARDS }));
  }

  get skeletons(): number[] {
    return Array.from({ length: this.placeholders }, (_, index) => index);
  }

  get gridClass(): string {
    return `grid ${this.columns}`;
  }
}
