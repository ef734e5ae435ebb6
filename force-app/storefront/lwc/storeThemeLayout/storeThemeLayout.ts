import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getMemberCategories from '@salesforce/apex/MemberCatalogController.getCategories';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import isGuest from '@salesforce/user/isGuest';
import { showRefusal } from 'c/cartRefusal';
import { addToCart, connectCart } from 'c/cartStore';
import { connectCountry } from 'c/storeDelivery';
import { buildNavigation, type NavigationNode } from 'c/storeNavigation';
import { openCart, showToast, subscribe } from 'c/storeEvents';
import { queryParameters, type PageReference } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import offlineError from '@salesforce/label/c.Store_OfflineError';
import { announcementFor } from './announcement';

/**
 * The frame of the shop's pages: announcement, header, content, footer, menu and cart.
 * @slot default the page's content
 */
export default class StoreThemeLayout extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store that this site sells for; blank for the org's default store. */
  @api storeCode = '';

  /** Name and logo that the header shows while the store is asked for, and when it cannot be had; then the store's own. */
  @api siteName = '';
  @api siteLogoUrl = '';

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
  ends: (() => void)[] = [];

  connectedCallback(): void {
    this.ends = [
      connectCountry(this.storeCode, (code) => {
        this.countryCode = code;
      }),
      connectCart(this.storeCode, ({ cart }) => {
        this.cartCount = cart?.itemCount ?? 0;
      }),
      subscribe('openCart', () => this.showCart()),
      subscribe('addOne', (variantId) => this.addOne(variantId)),
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
      if (!isGuest) {
        this.joinWishes(data.code);
        if (data.hasGates) this.loadMemberCategories();
      }
    }
    this.failed = Boolean(error);
  }

  /** Members may see categories that guests do not; without them the menu is that of guests. */
  private async loadMemberCategories(): Promise<void> {
    try {
      this.nodes = buildNavigation(await getMemberCategories({ storeCode: this.storeCode }));
    } catch {
      // What is open to all is in the menu already.
    }
  }

  /** What a guest kept for later joins the list of who has signed in since. */
  async joinWishes(storeCode: string): Promise<void> {
    try {
      if (window.localStorage.getItem(`storehouse.wishes.${storeCode}`)) {
        await (await import('c/wishStore')).loadWishes(storeCode);
      }
    } catch {
      // It stays in the browser; the next page tries again.
    }
  }

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    if (page) {
      this.searchText = queryParameters(page).q ?? '';
      this.menuOpen = false;
      this.cartOpen = false;
    }
  }

  get shownStore(): Pick<StoreDto, 'name' | 'logoUrl'> {
    return this.store ?? { name: this.siteName ?? '', logoUrl: this.siteLogoUrl || null };
  }

  /** Blank, and as high as a line, until the store is known: nothing below it moves when it comes. */
  get announcement(): string {
    return this.store ? announcementFor(this.store, this.countryCode) : '\u00a0';
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
      showRefusal(error);
    } finally {
      this.adding = false;
    }
  }

  handleCartClose(): void {
    this.cartOpen = false;
  }
}
