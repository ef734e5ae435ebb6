import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import basePath from '@salesforce/community/basePath';
import { addToCart, connectCart } from 'c/cartStore';
import { connectCountry } from 'c/storeDelivery';
import { buildNavigation, type NavigationNode } from 'c/storeNavigation';
import { toStoreError } from 'c/storeErrors';
import { openCart, showToast, subscribe, type Toast } from 'c/storeEvents';
import { queryParameters, routeParameter, webPage, type PageReference } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import offlineError from '@salesforce/label/c.Store_OfflineError';
import skipLink from '@salesforce/label/c.Store_SkipToContent';
import announcementLabel from '@salesforce/label/c.Store_Announcement';
import testModeShort from '@salesforce/label/c.Store_TestModeShort';
import storeUnavailable from '@salesforce/label/c.Store_Unavailable';
import { announcementFor } from './announcement';
import { declareFonts } from './fonts';

/**
 * The frame of every page: announcement, header, content, footer, cart drawer, messages.
 * @slot default the page's content
 */
export default class StoreThemeLayout extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store that this site sells for; blank for the org's default store. */
  @api storeCode = '';

  /** Name and logo that the header shows while the store is asked for, and when it cannot be had; then the store's own. */
  @api siteName = '';
  @api siteLogoUrl = '';

  labels = { skipLink, announcementLabel, testModeShort, storeUnavailable };
  store: StoreDto | null = null;
  failed = false;
  nodes: NavigationNode[] = [];
  cartCount = 0;
  countryCode: string | null = null;
  searchText = '';
  menuOpen = false;
  cartOpen = false;
  adding = false;
  /** The drawers' code comes with their first use: no page needs it to be shown. */
  menuDrawer: unknown = null;
  cartDrawer: unknown = null;
  toasts: unknown = null;
  /** The message that made the code of messages come. */
  firstToast: Toast | null = null;
  /** What screen readers say. */
  spoken = '';
  /** Messages cannot be shown as such: their text is. */
  spokenOnly = false;
  /** Needed only while the shop is closed. */
  closedPage: unknown = null;

  currentPath: string | null = null;
  /** True on the page of an order. */
  showsOrder = false;
  ends: (() => void)[] = [];

  connectedCallback(): void {
    declareFonts();
    this.ends = [
      connectCountry(this.storeCode, (code) => {
        this.countryCode = code;
      }),
      connectCart(this.storeCode, ({ cart }) => {
        this.cartCount = cart?.itemCount ?? 0;
      }),
      subscribe('openCart', () => this.showCart()),
      subscribe('addOne', (variantId) => this.addOne(variantId)),
      subscribe('toast', (toast) => this.loadToasts(toast)),
      subscribe('announce', (text) => this.say(text)),
    ];
  }

  disconnectedCallback(): void {
    this.ends.forEach((end) => end());
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data, error }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      this.nodes = buildNavigation(data.categories ?? []);
      document.documentElement.lang = data.locale?.replaceAll('_', '-') || 'en';
    }
    this.failed = Boolean(error);
    if (data?.closed) {
      this.loadClosedPage();
    }
  }

  say(text: string, seen = false): void {
    this.spoken = text;
    this.spokenOnly = seen;
  }

  /** A region that comes with its text is not read out, so the first message is said here as well. */
  async loadToasts(toast: Toast): Promise<void> {
    if (this.toasts) {
      return;
    }
    this.firstToast = toast;
    this.say(toast.message);
    try {
      this.toasts = (await import('c/storeToasts')).default;
    } catch {
      this.say(toast.message, true);
    }
  }

  async loadClosedPage(): Promise<void> {
    this.closedPage ??= (await import('c/storeClosed')).default;
  }

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    if (!page) {
      return;
    }
    this.searchText = queryParameters(page).q ?? '';
    this.showsOrder = Boolean(routeParameter(page, 'token'));
    this.menuOpen = false;
    this.cartOpen = false;
    const path = JSON.stringify([page.type, page.attributes]);
    if (this.currentPath !== null && path !== this.currentPath) {
      this.focusContent();
    }
    this.currentPath = path;
  }

  /** Keyboards and screen readers start at the new page, as the eye does. The router scrolls. */
  focusContent(): void {
    (this.refs?.main as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  get shownStore(): Pick<StoreDto, 'name' | 'logoUrl'> {
    return this.store ?? { name: this.siteName ?? '', logoUrl: this.siteLogoUrl || null };
  }

  /** Blank, and as high as a line, until the store is known: nothing below it moves when it comes. */
  get announcement(): string {
    return this.store ? announcementFor(this.store, this.countryCode) : '\u00a0';
  }

  get showsTestMode(): boolean {
    return Boolean(this.store?.testMode);
  }

  /** A closed shop shows nothing but that it is closed, and to whoever ordered their order. */
  get isClosed(): boolean {
    return Boolean(this.store?.closed) && !this.showsOrder;
  }

  /** Where not even the store can be read, what the page could not read says nothing more. */
  get mainClass(): string {
    return this.failed ? 'store-main store-failed' : 'store-main';
  }

  get spokenClass(): string {
    return this.spokenOnly ? 'store-notice error store-spoken' : 'store-visually-hidden';
  }

  get hasBanner(): boolean {
    return !this.failed && (Boolean(this.announcement) || this.showsTestMode);
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    (this.refs?.main as HTMLElement).focus();
  }

  async handleMenu(): Promise<void> {
    try {
      this.menuDrawer ??= (await import('c/storeMenu')).default;
      this.menuOpen = true;
    } catch {
      showToast({ message: offlineError, tone: 'error' }); // The code could not be fetched.
    }
  }

  handleMenuClose(): void {
    this.menuOpen = false;
  }

  handleCart(): void {
    openCart();
  }

  async showCart(): Promise<void> {
    try {
      this.cartDrawer ??= (await import('c/cartDrawer')).default;
      this.cartOpen = true;
    } catch {
      showToast({ message: offlineError, tone: 'error' }); // The code could not be fetched.
    }
  }

  async addOne(variantId: string): Promise<void> {
    if (this.adding) {
      return; // A second click means the same piece.
    }
    this.adding = true;
    try {
      await addToCart(this.storeCode, variantId, 1);
      await this.showCart();
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.adding = false;
    }
  }

  handleCartClose(): void {
    this.cartOpen = false;
  }

  /** Links to pages of this site go through the site's router, so that the page is not loaded anew. */
  handleClick(event: MouseEvent): void {
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || modified) {
      return;
    }
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || !this.isOwnPage(link)) {
      return;
    }
    event.preventDefault();
    this[NavigationMixin.Navigate](webPage(link.getAttribute('href') as string));
  }

  isOwnPage(link: HTMLAnchorElement): boolean {
    const href = link.getAttribute('href') ?? '';
    const root = (basePath ?? '').replace(/\/+$/, '');
    return href.startsWith('/') && !href.startsWith('//') && (href === root || href.startsWith(`${root}/`));
  }
}
