import { LightningElement, api } from 'lwc';
import { addOne } from 'c/storeEvents';
import { productUrl } from 'c/storeRoutes';
import { fillLabel, type FormatContext } from 'c/storeFormat';
import type { ProductCardDto, StoreDto } from 'c/storeTypes';
import addOneLabel from '@salesforce/label/c.Store_AddOneToCart';
import soldOut from '@salesforce/label/c.Store_SoldOut';
import sale from '@salesforce/label/c.Store_Sale';
import { optionText } from './optionText';

/** The code of hearts, which no card needs to be shown. */
let heart: Promise<unknown> | null = null;

/** One product in a grid: picture, name, price; the whole card is one link, but for the button of a product without a choice. */
export default class ProductCard extends LightningElement {
  static renderMode = 'light' as const;

  @api product: ProductCardDto | null = null;
  /** The store, for currency and locale. */
  @api context: FormatContext | null = null;
  /** Loads the picture at once: for cards that are seen first. */
  @api eager = false;

  /** The second picture is fetched when a mouse is over the card for the first time; touch never asks for it. */
  secondShown = false;
  heart: unknown = null;

  connectedCallback(): void {
    this.loadHeart();
  }

  async loadHeart(): Promise<void> {
    heart ??= import('c/wishHeart').then(({ default: component }) => component);
    try {
      this.heart = await heart;
    } catch {
      heart = null; // It could not be fetched: the next card tries again.
    }
  }

  /** Whose list it is for has to be known. */
  get shownHeart(): unknown {
    return (this.context as StoreDto | null)?.code && this.heart;
  }

  get wishedVariantId(): string | null {
    return this.product?.variantId ?? this.product?.onlyVariantId ?? null;
  }

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

  get addLabel(): string {
    return fillLabel(addOneLabel, this.product?.title ?? '');
  }

  handlePointer(event: PointerEvent): void {
    this.secondShown = event.pointerType === 'mouse' && Boolean(this.product?.secondImageUrl);
  }

  handleAdd(): void {
    addOne(this.product?.onlyVariantId as string);
  }
}
