import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import basePath from '@salesforce/community/basePath';
import isGuest from '@salesforce/user/isGuest';
import { subscribe, type Toast } from 'c/storeEvents';
import { routeParameter, webPage, type PageReference } from 'c/storeRoutes';
import type { StoreDto } from 'c/storeTypes';
import skipLink from '@salesforce/label/c.Store_SkipToContent';
import announcementLabel from '@salesforce/label/c.Store_Announcement';
import testModeShort from '@salesforce/label/c.Store_TestModeShort';
import storeUnavailable from '@salesforce/label/c.Store_Unavailable';
import { declareFonts } from './fonts';

/**
 * What every theme layout has: typefaces and styles of the shop, banners, the content, messages, and what is shown instead of all that
 * while the shop is closed. Links to pages of the site go through its router.
 * @slot header above the content
 * @slot default the page's content
 * @slot footer below the content
 * @slot drawers what opens above the page
 */
export default class StoreFrame extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  @api storeCode = '';
  /** Whether the store could not be read. */
  @api failed = false;
  /** The line at the top; blank for none. */
  @api announcement = '';

  /** The store; null until it is known. */
  @api
  get store(): StoreDto | null {
    return this.shownStore;
  }
  set store(store: StoreDto | null) {
    this.shownStore = store;
    if (store) {
      document.documentElement.lang = store.locale?.replaceAll('_', '-') || 'en';
    }
    if (store?.closed) {
      this.loadClosedPage();
    }
  }

  labels = { skipLink, announcementLabel, testModeShort, storeUnavailable };
  shownStore: StoreDto | null = null;
  /** The code of messages comes with the first one: no page needs it to be shown. */
  toasts: unknown = null;
  /** The message that made the code of messages come. */
  firstToast: Toast | null = null;
  /** Needed only by whoever signed in: staff may be shopping in a customer's place. */
  assistedBanner: unknown = null;
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
    if (!isGuest) {
      this.loadAssistedBanner();
    }
    this.ends = [
      subscribe('toast', (toast) => this.loadToasts(toast)),
      subscribe('announce', (text) => this.say(text)),
    ];
  }

  disconnectedCallback(): void {
    this.ends.forEach((end) => end());
  }

  private async loadAssistedBanner(): Promise<void> {
    this.assistedBanner = (await import('c/assistedBanner')).default;
  }

  /** The cart and prices of the pages are those of somebody else now. */
  handleAssistedEnd(): void {
    window.location.reload();
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
    this.showsOrder = Boolean(routeParameter(page, 'token'));
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

  get bannerClass(): string {
    return this.announcement ? 'store-announcement speaks' : 'store-announcement';
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    (this.refs?.main as HTMLElement).focus();
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
