import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { addToCart } from 'c/cartStore';
import { breadcrumbData, describePage } from 'c/storeDocument';
import { categoryCameFrom } from 'c/storeNavigation';
import { toStoreError } from 'c/storeErrors';
import { announce, openCart } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { categoryUrl, homeUrl, productUrl, queryParameters, routeParameter, type PageReference } from 'c/storeRoutes';
import { initialVariant, variantWith } from 'c/variantPicker';
import type { ProductDto, ProductMediaDto, StoreDto, VariantDto, WireResult } from 'c/storeTypes';
import { labels } from './labels';
import { productData, summaryOf } from './productData';

/** From this many pieces downwards the shopper is told how many are left. */
const LOW_STOCK = 5;

/** One product: pictures, options, price, stock, quantity, description and related products. */
export default class ProductDetail extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  store: StoreDto | null = null;
  slug: string | undefined = undefined;
  product: ProductDto | null = null;
  variant: VariantDto | null = null;
  wantedVariantId: string | null = null;
  quantity = 1;
  loading = true;
  adding = false;
  errorMessage: string | null = null;
  addError: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const slug = routeParameter(page, 'slug');
    if (!page || !slug) {
      return;
    }
    this.wantedVariantId = queryParameters(page).variant ?? null;
    if (slug !== this.slug) {
      this.slug = slug;
      this.product = null;
      this.loading = true;
    } else if (this.product && this.wantedVariantId) {
      this.variant = initialVariant(this.product.variants, this.wantedVariantId);
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      this.describe();
    }
  }

  @wire(getProduct, { storeCode: '$storeCode', slug: '$slug' })
  handleProduct({ data, error }: WireResult<ProductDto | null>): void {
    if (data === undefined && !error) {
      return;
    }
    this.loading = false;
    this.errorMessage = error ? toStoreError(error).message : null;
    this.product = data ?? null;
    this.variant = data ? initialVariant(data.variants, this.wantedVariantId) : null;
    this.quantity = 1;
    this.addError = null;
    this.describe();
  }

  describe(): void {
    const { product, store } = this;
    if (product && store) {
      const images = this.media.map(({ url }) => url);
      const here = { name: product.title, url: productUrl(product.slug) };
      describePage(product.seoTitle || product.title, store.name, summaryOf(product), {
        image: this.selectedPicture ?? images[0],
        kind: 'product',
        data: [productData(product, this.variant, images, store.currencyCode), breadcrumbData([...this.crumbs, here])],
      });
    }
  }

  get isUnknown(): boolean {
    return !this.loading && !this.product && !this.errorMessage;
  }

  get crumbs(): { key: string; name: string; url: string }[] {
    const crumbs = [{ key: '~home', name: labels.home, url: homeUrl() }];
    const category = categoryCameFrom(this.product?.categories ?? []);
    const names = new Map((this.store?.categories ?? []).map(({ slug, name }) => [slug, name]));
    const path = (category?.path ?? []).filter((slug) => names.has(slug));
    return [...crumbs, ...path.map((slug) => ({ key: slug, name: names.get(slug) ?? '', url: categoryUrl(slug) }))];
  }

  get media(): ProductMediaDto[] {
    const media = this.product?.media ?? [];
    if (media.length > 0) {
      return media;
    }
    return this.variant?.imageUrl ? [{ url: this.variant.imageUrl, alt: null, variantIds: null }] : [];
  }

  get selectedPicture(): string | null {
    const variant = this.variant;
    const own = this.product?.media?.find((picture) => variant && picture.variantIds?.includes(variant.id));
    return variant?.imageUrl ?? own?.url ?? null;
  }

  get hasOptions(): boolean {
    return (this.product?.options?.length ?? 0) > 0;
  }

  get canBuy(): boolean {
    const variant = this.variant;
    return Boolean(variant && variant.price !== null && (variant.inStock || variant.backorder));
  }

  get cannotAdd(): boolean {
    return !this.canBuy || this.adding;
  }

  get addLabel(): string {
    if (this.adding) {
      return labels.adding;
    }
    return this.canBuy ? labels.addToCart : labels.soldOut;
  }

  get stockText(): string {
    const variant = this.variant;
    if (!variant || (!variant.inStock && !variant.backorder)) {
      return labels.soldOut;
    }
    if (!variant.inStock) {
      return labels.backorder;
    }
    const { available } = variant;
    return available !== null && available > 0 && available <= LOW_STOCK && !variant.backorder
      ? fillLabel(labels.lowStock, available)
      : labels.inStock;
  }

  get stockClass(): string {
    return this.canBuy ? 'stock' : 'stock none';
  }

  get taxNote(): string {
    return this.store?.pricesIncludeTax ? labels.taxIncluded : labels.taxExcluded;
  }

  get related() {
    return this.product?.related ?? [];
  }

  get hasRelated(): boolean {
    return this.related.length > 0;
  }

  handleChoose(event: CustomEvent<{ index: number; value: string }>): void {
    const { index, value } = event.detail;
    const variant = variantWith(this.product?.variants ?? [], this.variant, index, value);
    if (!variant || !this.product) {
      return;
    }
    this.variant = variant;
    this.quantity = Math.min(this.quantity, variant.maxQuantity || 1);
    this.addError = null;
    announce(`${variant.title}: ${this.stockText}`);
    // Replaced, not pushed: Back leads to the list again, however many variants were looked at.
    this[NavigationMixin.Navigate](
      { type: 'standard__webPage', attributes: { url: productUrl(this.product.slug, variant.id) } },
      true,
    );
  }

  handleQuantity(event: CustomEvent<{ quantity: number }>): void {
    this.quantity = event.detail.quantity;
  }

  async handleAdd(event: Event): Promise<void> {
    event.preventDefault();
    if (this.cannotAdd || !this.variant) {
      return;
    }
    this.adding = true;
    this.addError = null;
    try {
      await addToCart(this.storeCode, this.variant.id, this.quantity);
      this.quantity = 1;
      openCart();
    } catch (error) {
      this.addError = toStoreError(error).message;
    } finally {
      this.adding = false;
    }
  }
}
