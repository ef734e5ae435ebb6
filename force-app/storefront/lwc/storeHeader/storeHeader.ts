import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import { accountUrl, cartUrl, signInUrl, wishlistUrl } from 'c/storeRoutes';
import { pluralLabel } from 'c/storeFormat';
import type { NavigationNode } from 'c/storeNavigation';
import type { StoreDto } from 'c/storeTypes';
import { labels } from './labels';

/** More top-level categories than these go under "More". */
const MAXIMUM_TOP_LEVEL = 6;

interface HeaderItem extends NavigationNode {
  expanded: string;
  isOpen: boolean;
  panelClass: string;
}

/** Many categories, or categories of categories, stand in columns. */
function isWide(node: NavigationNode): boolean {
  return node.children.length > 8 || node.children.some((child) => child.hasChildren);
}

/**
 * Logo, category navigation, search, the way to sign in or to the account, and cart button.
 * @fires StoreHeader#menu the phone's menu was asked for
 * @fires StoreHeader#cart the cart was asked for
 */
export default class StoreHeader extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api nodes: NavigationNode[] = [];
  @api cartCount = 0;
  /** The search words of the current page, to be seen again in the search field. */
  @api searchText = '';

  labels = labels;
  openSlug: string | null = null;
  searchShown = false;
  urls = { cart: cartUrl(), wishes: wishlistUrl() };

  get storeName(): string {
    return this.store?.name ?? '';
  }

  get logoUrl(): string | null {
    return this.store?.logoUrl ?? null;
  }

  get items(): HeaderItem[] {
    let shown = this.nodes ?? [];
    if (shown.length > MAXIMUM_TOP_LEVEL) {
      const rest = shown.slice(MAXIMUM_TOP_LEVEL - 1);
      const more = { slug: '~more', name: labels.more, url: '', children: rest, hasChildren: true };
      shown = [...shown.slice(0, MAXIMUM_TOP_LEVEL - 1), more];
    }
    return shown.map((node) => {
      const isOpen = node.slug === this.openSlug;
      return {
        ...node,
        isOpen,
        expanded: String(isOpen),
        panelClass: `${isOpen ? 'panel open' : 'panel'}${isWide(node) ? ' wide' : ''}`,
      };
    });
  }

  get cartLabel(): string {
    return `${labels.cart}, ${pluralLabel(this.cartCount, { one: labels.itemsOne, other: labels.itemsOther }, this.store?.locale)}`;
  }

  /** On a phone the way is in the menu. */
  get memberUrl(): string {
    return isGuest ? signInUrl(accountUrl()) : accountUrl();
  }

  get memberLabel(): string {
    return isGuest ? labels.signIn : labels.account;
  }

  get hasItems(): boolean {
    return this.cartCount > 0;
  }

  get searchExpanded(): string {
    return String(this.searchShown);
  }

  get searchClass(): string {
    return this.searchShown ? 'search shown' : 'search';
  }

  handleToggle(event: Event): void {
    const slug = (event.currentTarget as HTMLElement).dataset.slug ?? null;
    this.openSlug = this.openSlug === slug ? null : slug;
  }

  handleNavigationKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.openSlug) {
      const slug = this.openSlug;
      this.openSlug = null;
      const buttons = Array.from(this.querySelectorAll<HTMLElement>('button[data-slug]'));
      buttons.find((button) => button.dataset.slug === slug)?.focus();
    }
  }

  /** Focus or a click that left the navigation closes its panel. */
  handleNavigationFocusOut(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (!next || !(event.currentTarget as HTMLElement).contains(next)) {
      this.openSlug = null;
    }
  }

  handleLink(): void {
    this.openSlug = null;
  }

  handleMenu(): void {
    this.dispatchEvent(new CustomEvent('menu'));
  }

  handleCart(event: MouseEvent): void {
    // With a modifier key the link opens the cart page in a tab, as any link does.
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('cart'));
  }

  handleSearchToggle(): void {
    this.searchShown = !this.searchShown;
    if (this.searchShown) {
      // The field can take the focus only once it is displayed.
      Promise.resolve().then(() => (this.refs?.search as unknown as { focusField(): void }).focusField());
    }
  }

  handleSearch(): void {
    this.searchShown = false;
  }
}
