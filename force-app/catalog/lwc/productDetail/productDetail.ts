import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { addToCart } from 'c/cartStore';
import { absoluteUrl, breadcrumbData, describePage } from 'c/storeDocument';
import { categoryCameFrom } from 'c/storeNavigation';
import { toStoreError } from 'c/storeErrors';
import { announce, openCart, showToast } from 'c/storeEvents';
import { categoryUrl, homeUrl, productUrl, queryParameters, routeParameter, type PageReference } from 'c/storeRoutes';
import { initialVariant, variantWith } from 'c/variantPicker';
import type { ProductDto, ProductMediaDto, StoreDto, VariantDto, WireResult } from 'c/storeTypes';
import { labels } from './labels';
import { productData, summaryOf } from './productData';
import { sectionsOf, type Section } from './sections';
import { stockStatus, type StockStatus } from './stockStatus';

/** How far below the window its part may be when the neighbours of a product are fetched, in CSS pixels. */
const NEAR = 200;

/** One product: pictures, options, price, stock, quantity, delivery, texts; other products below it. */
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
  sections: Section[] = [];
  /** The place of the button is out of sight. */
  buttonAway = false;
  /** Code that the first look at the page does not need. */
  more: unknown = null;
  richText: unknown = null;
  delivery: unknown = null;
  notFound: unknown = null;
  watched: Element | null = null;
  observers: IntersectionObserver[] = [];

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
      document.title = nameOf(slug);
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
    this.sections = sectionsOf(data?.bodyHtml ?? null, labels.description);
    if (data && this.slug && data.slug !== this.slug) {
      // A former address: the product's own takes its place, so that it is the one that is kept and shared.
      this.slug = data.slug;
      this.replaceAddress(productUrl(data.slug, this.wantedVariantId));
    }
    this.describe();
    if (this.isUnknown) {
      this.loadNotFound();
    }
  }

  renderedCallback(): void {
    const dock = (this.refs?.dock as Element | undefined) ?? null;
    if (!dock || dock === this.watched) {
      return;
    }
    this.watched = dock;
    this.loadTexts();
    this.stopWatching();
    if (typeof IntersectionObserver === 'undefined') {
      this.loadMore();
      return;
    }
    const button = new IntersectionObserver(([entry]) => {
      this.buttonAway = !entry.isIntersecting;
    });
    button.observe(dock);
    const end = new IntersectionObserver(
      ([entry]) => {
        if (entry.isIntersecting) {
          end.disconnect();
          this.loadMore();
        }
      },
      { rootMargin: `${NEAR}px` },
    );
    end.observe(this.refs?.end as Element);
    this.observers = [button, end];
  }

  disconnectedCallback(): void {
    this.stopWatching();
    this.watched = null;
  }

  stopWatching(): void {
    this.observers.forEach((observer) => observer.disconnect());
    this.observers = [];
  }

  async loadTexts(): Promise<void> {
    const [delivery, richText] = await Promise.all([import('c/productDelivery'), import('c/storeRichText')]);
    this.delivery = delivery.default;
    this.richText = richText.default;
  }

  async loadMore(): Promise<void> {
    this.more ??= (await import('c/productMore')).default;
  }

  async loadNotFound(): Promise<void> {
    this.notFound ??= (await import('c/notFoundPage')).default;
  }

  describe(): void {
    const { product, store } = this;
    if (product && store) {
      const images = this.media.map(({ url }) => url);
      const here = { name: product.title, url: productUrl(product.slug) };
      describePage(product.seoTitle || product.title, store.name, summaryOf(product), {
        image: [this.selectedPicture, ...images].find((url) => url && !/\.svg$/i.test(url)) ?? null,
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

  get shownDelivery(): unknown {
    return this.store && this.delivery;
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

  get stock(): StockStatus {
    return stockStatus(this.variant, this.store?.locale);
  }

  /** Button and price stay at the lower edge while their place is out of sight. */
  get docked(): boolean {
    return this.buttonAway && Boolean(this.variant);
  }

  get actionsClass(): string {
    return this.docked ? 'actions store-docked' : 'actions';
  }

  get taxNote(): string {
    return this.store?.pricesIncludeTax ? labels.taxIncluded : labels.taxExcluded;
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
    announce(`${variant.title}: ${this.stock.text}`);
    this.replaceAddress(productUrl(this.product.slug, variant.id));
  }

  /** Replaced, not pushed: Back leads to the list again, however many variants were looked at. */
  replaceAddress(url: string): void {
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url } }, true);
  }

  /** The device's own way of sharing where there is one, else the address in the clipboard. */
  async handleShare(): Promise<void> {
    const url = absoluteUrl(productUrl(this.product?.slug ?? '', this.variant?.id));
    try {
      if (typeof navigator.share === 'function') {
        await navigator.share({ title: this.product?.title, url });
      } else {
        await navigator.clipboard.writeText(url);
        showToast({ message: labels.copied });
      }
    } catch {
      // The shopper closed the device's dialog, or the browser forbids the clipboard: the address bar has the link.
    }
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

/** A product's name as its address has it, for the tab while the product is asked for: `harbour-mug` gives `Harbour mug`. */
function nameOf(slug: string): string {
  const words = slug.replace(/-+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
