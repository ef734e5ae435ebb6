import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import listMemberProducts from '@salesforce/apex/MemberCatalogController.listProducts';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import listProducts from '@salesforce/apex/StorefrontController.listProducts';
import isGuest from '@salesforce/user/isGuest';
import {
  activeFilters,
  clearFilters,
  readState,
  sortsOf,
  toggleFilter,
  toProductQuery,
  writeState,
  type ActiveFilter,
  type ListState,
} from 'c/catalogQuery';
import { announce, showToast } from 'c/storeEvents';
import { breadcrumbData, describePage } from 'c/storeDocument';
import { fillLabel, formatMoney, formatNumber, pluralLabel } from 'c/storeFormat';
import { rememberCategory } from 'c/storeNavigation';
import { toStoreError } from 'c/storeErrors';
import {
  categoryUrl,
  homeUrl,
  queryParameters,
  routeParameter,
  searchUrl,
  webPage,
  type PageReference,
} from 'c/storeRoutes';
import type { CategoryDto, GateDto, ProductPageDto, ProductQuery, StoreDto, WireResult } from 'c/storeTypes';
import { pageLinks, type PageLink } from './pagination';
import { labels, sortLabels } from './labels';

/** From this width on the filters stand beside the products, as the style sheet says too. */
const BESIDES = '(min-width: 62rem)';

interface Chip extends ActiveFilter {
  key: string;
  label: string;
  removeLabel: string;
}

/** The products of a category or of a search, with filters, order and pages that live in the URL. */
export default class ProductList extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  store: StoreDto | null = null;
  state: ListState | null = null;
  /** Undefined holds the wire back until the URL has been read. */
  query: ProductQuery | undefined = undefined;
  result: ProductPageDto | null = null;
  /** The address names a category that does not exist. */
  noCategory = false;
  loading = true;
  errorMessage: string | null = null;
  filtersOpen = false;
  /** The filters beside the products; a phone has no room for them and never fetches them for that. */
  filters: unknown = null;
  besides: MediaQueryList | null = null;
  /** Code that most lists do not need. */
  filterDrawer: unknown = null;
  notFound: unknown = null;
  membersOnly: unknown = null;
  searchHelp: unknown = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    if (!page) {
      return;
    }
    const parameters = queryParameters(page);
    const categorySlug = routeParameter(page, 'slug');
    const state = readState(parameters, { categorySlug, search: categorySlug ? null : (parameters.q ?? null) });
    if (state.categorySlug !== this.state?.categorySlug || state.search !== this.state?.search) {
      this.result = null;
      this.noCategory = false;
    }
    const query = toProductQuery(state);
    this.state = state;
    if (JSON.stringify(query) !== JSON.stringify(this.query)) {
      this.loading = true;
      this.query = query;
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      this.describe();
      this.loadHelp();
    }
  }

  /** Guests share one answer; whoever signed in has prices of their own. Undefined holds a wire back. */
  get guestQuery(): ProductQuery | undefined {
    return isGuest ? this.query : undefined;
  }

  get memberQuery(): ProductQuery | undefined {
    return isGuest ? undefined : this.query;
  }

  @wire(listMemberProducts, { storeCode: '$storeCode', query: '$memberQuery' })
  handleMemberProducts(result: WireResult<ProductPageDto | null>): void {
    this.handleProducts(result);
  }

  @wire(listProducts, { storeCode: '$storeCode', query: '$guestQuery' })
  handleProducts({ data, error }: WireResult<ProductPageDto | null>): void {
    this.noCategory = data === null;
    if (data) {
      this.result = data;
      if (data.category) {
        rememberCategory(data.category.slug);
      }
      this.errorMessage = null;
      this.loading = false;
      this.describe();
      this.loadHelp();
      announce(data.gate ? labels.forMembers : this.countText);
    } else if (data === null) {
      this.loading = false;
      this.loadHelp();
    } else if (error) {
      this.errorMessage = toStoreError(error).message;
      this.loading = false;
    }
  }

  connectedCallback(): void {
    this.besides = typeof window.matchMedia === 'function' ? window.matchMedia(BESIDES) : null;
    this.besides?.addEventListener('change', this.handleWidth);
    this.handleWidth();
  }

  disconnectedCallback(): void {
    this.besides?.removeEventListener('change', this.handleWidth);
  }

  handleWidth = async (): Promise<void> => {
    if (this.besides?.matches ?? true) {
      this.filters ??= (await import('c/productFilters')).default;
    }
  };

  /** What shows that there is nothing comes when there is nothing. */
  async loadHelp(): Promise<void> {
    if (this.gate) {
      this.membersOnly ??= (await import('c/membersOnly')).default;
    } else if (this.noCategory) {
      this.notFound ??= (await import('c/notFoundPage')).default;
    } else if (this.isFruitless) {
      this.searchHelp ??= (await import('c/searchHelp')).default;
    }
  }

  renderedCallback(): void {
    // An option that comes later than its select does not become the chosen one by itself.
    const select = this.refs?.sort as HTMLSelectElement | undefined;
    if (select && this.state) {
      select.value = this.state.sort;
    }
  }

  describe(): void {
    if (this.store && this.state) {
      const { category, store } = this;
      const title = this.gate ? labels.forMembers : this.title;
      describePage(title, store.name, category?.description, {
        image: category?.imageUrl,
        data: category ? [breadcrumbData([...this.crumbs, { name: title, url: categoryUrl(category.slug) }])] : [],
      });
    }
  }

  /** What keeps the category from whoever looks; null when nothing does. */
  get gate(): GateDto | null {
    return this.result?.gate ?? null;
  }

  get ownUrl(): string {
    return categoryUrl(this.state?.categorySlug ?? '');
  }

  get isSearch(): boolean {
    return !this.state?.categorySlug;
  }

  /** The category of the list; the store knows it before its products have come. */
  get category(): CategoryDto | null {
    const slug = this.state?.categorySlug;
    return this.result?.category ?? this.store?.categories.find((category) => category.slug === slug) ?? null;
  }

  get title(): string {
    if (!this.isSearch) {
      return this.category?.name ?? '';
    }
    const label = this.isFruitless ? labels.searchEmptyTitle : labels.searchTitle;
    return this.state?.search ? fillLabel(label, this.state.search) : labels.allProducts;
  }

  get description(): string | null {
    return this.category?.description ?? null;
  }

  get crumbs(): { key: string; name: string; url: string }[] {
    const crumbs = [{ key: '~home', name: labels.home, url: homeUrl() }];
    const bySlug = new Map((this.store?.categories ?? []).map((category) => [category.slug, category]));
    const ancestors: CategoryDto[] = [];
    let parentSlug = this.category?.parentSlug ?? null;
    while (parentSlug && bySlug.has(parentSlug) && ancestors.length < 10) {
      const parent = bySlug.get(parentSlug) as CategoryDto;
      ancestors.unshift(parent);
      parentSlug = parent.parentSlug;
    }
    return [...crumbs, ...ancestors.map(({ slug, name }) => ({ key: slug, name, url: categoryUrl(slug) }))];
  }

  get subcategories(): { slug: string; name: string; url: string }[] {
    const slug = this.state?.categorySlug;
    return (this.store?.categories ?? [])
      .filter((category) => slug && category.parentSlug === slug)
      .map((category) => ({ slug: category.slug, name: category.name, url: categoryUrl(category.slug) }));
  }

  get hasSubcategories(): boolean {
    return this.subcategories.length > 0;
  }

  get products() {
    return this.result?.items ?? null;
  }

  get isEmpty(): boolean {
    return this.result?.total === 0;
  }

  /** A search that found nothing, without filters to blame. */
  get isFruitless(): boolean {
    return this.isEmpty && !this.hasChips;
  }

  /** Nothing to filter or to sort where nothing was found or nothing came. */
  get showsTools(): boolean {
    return !this.isFruitless && (Boolean(this.result) || !this.errorMessage);
  }

  get layoutClass(): string {
    return this.showsTools ? 'layout' : 'layout bare';
  }

  /** What was searched for instead, or that only the beginning was. */
  get searchNote(): string | null {
    const search = this.result?.search;
    if (search?.corrected && this.result?.total) {
      return fillLabel(labels.searchCorrected, this.state?.search ?? '', search.corrected);
    }
    return search?.shortened ? labels.searchShortened : null;
  }

  get resultsClass(): string {
    return this.loading && this.result ? 'results updating' : 'results';
  }

  get busy(): string {
    return String(this.loading);
  }

  get countText(): string {
    if (!this.result) {
      return '';
    }
    if (this.result.isMore) {
      const counted = Math.floor(this.result.total / 10) * 10;
      return fillLabel(labels.productsMore, formatNumber(counted, this.store?.locale));
    }
    return pluralLabel(this.result.total, { one: labels.productsOne, other: labels.productsOther }, this.store?.locale);
  }

  get sorts(): { value: string; label: string; selected: boolean }[] {
    return sortsOf(this.state?.search ?? null).map((value) => ({
      value,
      label: sortLabels[value],
      selected: value === this.state?.sort,
    }));
  }

  get shownFilters(): unknown {
    return this.result && this.filters;
  }

  get facets() {
    return this.result?.facets ?? [];
  }

  get chips(): Chip[] {
    return (this.state ? activeFilters(this.state) : []).map((filter) => {
      const label = this.chipLabel(filter);
      return {
        ...filter,
        key: `${filter.kind}|${filter.name}|${filter.value}`,
        label,
        removeLabel: fillLabel(labels.removeFilter, label),
      };
    });
  }

  get hasChips(): boolean {
    return this.chips.length > 0;
  }

  get filterButtonText(): string {
    return this.hasChips ? `${labels.filter} (${this.chips.length})` : labels.filter;
  }

  chipLabel(filter: ActiveFilter): string {
    switch (filter.kind) {
      case 'availability':
        return labels.inStock;
      case 'price':
        return this.priceChipLabel();
      case 'brand':
      case 'tag':
        return filter.value;
      default:
        return `${filter.name}: ${filter.value}`;
    }
  }

  priceChipLabel(): string {
    const { minPrice, maxPrice } = this.state as ListState;
    const min = formatMoney(minPrice, this.store);
    const max = formatMoney(maxPrice, this.store);
    if (minPrice !== null && maxPrice !== null) {
      return `${min} – ${max}`;
    }
    return minPrice === null ? fillLabel(labels.upTo, max) : fillLabel(labels.from, min);
  }

  get pages(): PageLink[] {
    const state = this.state;
    if (!this.result || !state) {
      return [];
    }
    return pageLinks(this.result.page, this.result.pageCount, (page) => this.urlOf({ ...state, page }));
  }

  get hasPages(): boolean {
    return (this.result?.pageCount ?? 0) > 1;
  }

  urlOf(state: ListState): string {
    const parameters = writeState(state);
    return state.categorySlug ? categoryUrl(state.categorySlug, parameters) : searchUrl(parameters);
  }

  /** The address follows at once, the page reference a moment later: what is chosen in between builds on this state. */
  show(state: ListState): void {
    this.state = state;
    this[NavigationMixin.Navigate](webPage(this.urlOf(state)));
  }

  handleSort(event: Event): void {
    const sort = (event.target as HTMLSelectElement).value as ListState['sort'];
    this.show({ ...(this.state as ListState), sort, page: 1 });
  }

  handleFilter(event: CustomEvent<ActiveFilter>): void {
    this.show(toggleFilter(this.state as ListState, event.detail));
  }

  handlePrice(event: CustomEvent<{ min: number | null; max: number | null }>): void {
    const { min, max } = event.detail;
    const state = this.state as ListState;
    if (min !== state.minPrice || max !== state.maxPrice) {
      this.show({ ...state, minPrice: min, maxPrice: max, page: 1 });
    }
  }

  handleChip(event: Event): void {
    const { kind, name, value } = (event.currentTarget as HTMLElement).dataset;
    this.show(toggleFilter(this.state as ListState, { kind, name, value } as ActiveFilter));
  }

  handleClear(): void {
    this.show(clearFilters(this.state as ListState));
  }

  handlePageLink(): void {
    window.scrollTo({ top: 0 });
  }

  async handleFiltersOpen(): Promise<void> {
    try {
      this.filterDrawer ??= (await import('c/productFilterDrawer')).default;
      this.filtersOpen = true;
    } catch {
      showToast({ message: labels.offline, tone: 'error' }); // The code could not be fetched.
    }
  }

  handleFiltersClose(): void {
    this.filtersOpen = false;
  }
}
