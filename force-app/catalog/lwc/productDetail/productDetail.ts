import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import getMemberProduct from '@salesforce/apex/MemberCatalogController.getProduct';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import isGuest from '@salesforce/user/isGuest';
import { refusalOf, showRefusal, type Refusal } from 'c/cartRefusal';
import { addLine, addToCart, type NewLine } from 'c/cartStore';
import { absoluteUrl, breadcrumbData, describePage } from 'c/storeDocument';
import { categoryCameFrom } from 'c/storeNavigation';
import { toStoreError } from 'c/storeErrors';
import { announce, openCart, showToast } from 'c/storeEvents';
import { categoryUrl, homeUrl, productUrl, queryParameters, routeParameter, type PageReference } from 'c/storeRoutes';
import { initialVariant, variantWith } from 'c/variantPicker';
import type { GateDto, PointsLine, ProductDto, ProductMediaDto, StoreDto, VariantDto, WireResult } from 'c/storeTypes';
import { labels } from './labels';
import { productData, summaryOf } from './productData';
import { sectionsOf, type Section } from './sections';
import { stockStatus, type StockStatus } from './stockStatus';

/** How far below the window its part may be when the neighbours of a product are fetched, in CSS pixels. */
const NEAR = 200;

/** What is chosen beside the variant: for a gift card, or by the form of a product. */
type LineFormElement = HTMLElement & {
  /** Null when something is wrong, which is shown then. */
  choices(): { configuration: string; recipientName?: string | null; recipientEmail?: string | null } | null;
  showProblems(fields: Record<string, string>, code: string): boolean;
  clear(): void;
};

type BookingPickerElement = HTMLElement & {
  check(): boolean;
  lines(): NewLine[];
  showProblems(fields: Record<string, string>): boolean;
  clear(): void;
};

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
  /** Why the last one was not added, below the button. */
  refusal: Refusal | null = null;
  sections: Section[] = [];
  /** The place of the button is out of sight. */
  buttonAway = false;
  /** Code that the first look at the page does not need. */
  more: unknown = null;
  richText: unknown = null;
  delivery: unknown = null;
  notFound: unknown = null;
  /** For a product that only members see, or buy. */
  membersOnly: unknown = null;
  heart: unknown = null;
  points: unknown = null;
  /** For a variant that cannot be bought. */
  stockAlert: unknown = null;
  /** For a gift card, or a product that asks for details. */
  lineForm: unknown = null;
  /** For what is booked. */
  bookingPicker: unknown = null;
  /** Amount of the shopper's own. */
  ownAmount: number | null = null;
  /** What the details add to the price of a piece. */
  surcharge = 0;
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
      if (data.pointsFor) {
        this.loadPoints();
      }
    }
  }

  /** Guests share one answer; whoever signed in has prices of their own. Undefined holds a wire back. */
  get guestSlug(): string | undefined {
    return isGuest ? this.slug : undefined;
  }

  get memberSlug(): string | undefined {
    return isGuest ? undefined : this.slug;
  }

  @wire(getMemberProduct, { storeCode: '$storeCode', slug: '$memberSlug' })
  handleMemberProduct(result: WireResult<ProductDto | null>): void {
    this.handleProduct(result);
  }

  @wire(getProduct, { storeCode: '$storeCode', slug: '$guestSlug' })
  handleProduct({ data, error }: WireResult<ProductDto | null>): void {
    if (data === undefined && !error) {
      return;
    }
    this.loading = false;
    this.errorMessage = error ? toStoreError(error).message : null;
    this.product = data ?? null;
    this.variant = data ? initialVariant(data.variants, this.wantedVariantId) : null;
    this.quantity = 1;
    this.refusal = null;
    this.sections = sectionsOf(data?.bodyHtml ?? null, labels.description);
    if (data?.gate || data?.buyGate) {
      this.loadMembersOnly();
    }
    if (data && !data.gate && this.slug && data.slug !== this.slug) {
      // A former address: the product's own takes its place, so that it is the one that is kept and shared.
      this.slug = data.slug;
      this.replaceAddress(productUrl(data.slug, this.wantedVariantId));
    }
    this.ownAmount = null;
    this.surcharge = 0;
    this.lineForm = null;
    if (data?.giftCard || (data?.hasForm && !data.booking)) {
      this.loadLineForm();
    }
    if (data?.booking) {
      this.loadBookingPicker();
    }
    this.describe();
    if (this.isUnknown) {
      this.loadNotFound();
    }
  }

  renderedCallback(): void {
    if (this.variant && !this.canBuy) {
      this.loadStockAlert();
    }
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
    const [delivery, richText, heart] = await Promise.all([
      import('c/productDelivery'),
      import('c/storeRichText'),
      import('c/wishHeart'),
    ]);
    this.heart = heart.default;
    this.delivery = delivery.default;
    this.richText = richText.default;
  }

  async loadPoints(): Promise<void> {
    this.points ??= (await import('c/storePoints')).default;
  }

  async loadStockAlert(): Promise<void> {
    this.stockAlert ??= (await import('c/stockAlert')).default;
  }

  async loadLineForm(): Promise<void> {
    this.lineForm = (await (this.isGiftCard ? import('c/giftCardForm') : import('c/productForm'))).default;
  }

  async loadBookingPicker(): Promise<void> {
    this.bookingPicker ??= (await import('c/bookingPicker')).default;
  }

  async loadMore(): Promise<void> {
    this.more ??= (await import('c/productMore')).default;
  }

  async loadMembersOnly(): Promise<void> {
    this.membersOnly ??= (await import('c/membersOnly')).default;
  }

  async loadNotFound(): Promise<void> {
    this.notFound ??= (await import('c/notFoundPage')).default;
  }

  describe(): void {
    const { product, store } = this;
    if (product?.gate && store) {
      // Nothing of the product: its address says no more than that it is for members.
      describePage(labels.forMembers, store.name, null, { data: [] });
    } else if (product && store) {
      const images = this.media.map(({ url }) => url);
      const here = { name: product.title, url: productUrl(product.slug) };
      describePage(product.seoTitle || product.title, store.name, summaryOf(product), {
        image: [this.selectedPicture, ...images].find((url) => url && !/\.svg$/i.test(url)) ?? null,
        kind: 'product',
        data: [productData(product, this.variant, images, store.currencyCode), breadcrumbData([...this.crumbs, here])],
      });
    }
  }

  /** What keeps the page from whoever looks; null when nothing does. */
  get gate(): GateDto | null {
    return this.product?.gate ?? null;
  }

  get buyGate(): GateDto | null {
    return this.product?.buyGate ?? null;
  }

  get shownNote(): unknown {
    return this.buyGate && this.membersOnly;
  }

  get ownUrl(): string {
    return productUrl(this.slug ?? '');
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

  /** Nobody asks how what needs no parcel is delivered: a membership, a download. Until a variant is chosen, all are asked. */
  get isShipped(): boolean {
    const variants = this.variant ? [this.variant] : (this.product?.variants ?? []);
    return variants.some(({ isShipped }) => isShipped !== false);
  }

  get shownDelivery(): unknown {
    return this.store && this.isGoods && this.isShipped && this.delivery;
  }

  /** What the chosen pieces would earn points for. */
  get pointsLines(): PointsLine[] {
    const { variant, quantity } = this;
    const price = variant?.price ?? null;
    return variant && price !== null ? [{ productId: variant.id, quantity, amount: price * quantity, share: 1 }] : [];
  }

  get shownHeart(): unknown {
    return this.store && this.heart;
  }

  get shownAlert(): unknown {
    const canWait = this.variant && this.variant.price !== null && !this.canBuy && !this.buyGate;
    return canWait ? this.stockAlert : null;
  }

  get variantId(): string | null {
    return this.variant?.id ?? null;
  }

  get price(): number | null {
    const price = this.ownAmount ?? this.variant?.price ?? null;
    return price === null ? null : price + this.surcharge;
  }

  get hasOptions(): boolean {
    // Kinds of tickets are chosen with their numbers.
    return !this.isBooked && (this.product?.options?.length ?? 0) > 0;
  }

  get canBuy(): boolean {
    const variant = this.variant;
    return Boolean(variant && variant.price !== null && (variant.inStock || variant.backorder) && !this.buyGate);
  }

  get isGiftCard(): boolean {
    return Boolean(this.product?.giftCard);
  }

  get isBooked(): boolean {
    return Boolean(this.product?.booking);
  }

  get isGoods(): boolean {
    return !this.isGiftCard && !this.isBooked;
  }

  get hasQuantity(): boolean {
    return this.canBuy && !this.isBooked;
  }

  get shownPicker(): unknown {
    return this.isBooked && this.store ? this.bookingPicker : null;
  }

  get hasLineForm(): boolean {
    return this.isGiftCard || (Boolean(this.product?.hasForm) && !this.isBooked);
  }

  get shownLineForm(): unknown {
    return this.hasLineForm && this.store ? this.lineForm : null;
  }

  /** What the form takes: not every component has all of it. */
  get lineFormProps() {
    const { store, variant, product } = this;
    return this.isGiftCard
      ? { store, variant, heading: store?.name, options: product?.giftCard }
      : { store, productId: product?.id };
  }

  get cannotAdd(): boolean {
    const waits = (this.hasLineForm && !this.shownLineForm) || (this.isBooked && !this.shownPicker);
    return !this.canBuy || this.adding || waits;
  }

  get addLabel(): string {
    if (this.adding) {
      return labels.adding;
    }
    if (this.buyGate) {
      return labels.forMembers;
    }
    if (!this.canBuy) {
      return labels.soldOut;
    }
    return this.isBooked ? labels.book : labels.addToCart;
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
    this.refusal = null;
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

  handleAmount(event: CustomEvent<{ amount: number | null }>): void {
    this.ownAmount = event.detail.amount;
  }

  handleSurcharge(event: CustomEvent<{ amount: number }>): void {
    this.surcharge = event.detail.amount;
  }

  get lineElement(): LineFormElement | null {
    return this.querySelector<LineFormElement>('[data-line-form]');
  }

  /** @returns whether it was put in; else what is wrong is shown beside it */
  async addWithForm(productId: string): Promise<boolean> {
    const form = this.lineElement as LineFormElement;
    const choices = form.choices();
    if (!choices) {
      return false;
    }
    const type = this.isGiftCard ? 'GiftCard' : 'Product';
    const nobody = { recipientName: null, recipientEmail: null };
    await addLine(this.storeCode, { type, productId, quantity: this.quantity, ...nobody, ...choices });
    form.clear();
    this.ownAmount = null;
    return true;
  }

  get pickerElement(): BookingPickerElement | null {
    return this.querySelector<BookingPickerElement>('[data-booking-picker]');
  }

  /** Each kind of ticket is a line. */
  async addBooking(): Promise<void> {
    const picker = this.pickerElement as BookingPickerElement;
    for (const line of picker.lines()) {
      // One after the other: the cart counts what the line before holds.
      // eslint-disable-next-line no-await-in-loop
      await addLine(this.storeCode, line);
    }
    picker.clear();
  }

  /** @returns false when nothing was put in, and what is wrong is shown */
  add(variantId: string): Promise<unknown> {
    if (this.isBooked) {
      return this.addBooking();
    }
    return this.hasLineForm ? this.addWithForm(variantId) : addToCart(this.storeCode, variantId, this.quantity);
  }

  async handleAdd(event: Event): Promise<void> {
    event.preventDefault();
    if (this.cannotAdd || !this.variant || (this.isBooked && !this.pickerElement?.check())) {
      return;
    }
    this.adding = true;
    this.refusal = null;
    try {
      if ((await this.add(this.variant.id)) === false) {
        return;
      }
      this.quantity = 1;
      openCart();
    } catch (error) {
      const { fields, code } = toStoreError(error);
      const form = this.isBooked ? this.pickerElement : this.lineElement;
      if (form?.showProblems(fields, code)) {
        return;
      }
      if (this.docked) {
        showRefusal(error); // The place below the button is out of sight.
      } else {
        this.refusal = refusalOf(error);
      }
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
