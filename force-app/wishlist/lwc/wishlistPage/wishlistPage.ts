import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import isGuest from '@salesforce/user/isGuest';
import cancelAlert from '@salesforce/apex/StockAlertController.cancelAlert';
import getAlerts from '@salesforce/apex/StockAlertController.getAlerts';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import describe from '@salesforce/apex/WishlistController.describe';
import endShare from '@salesforce/apex/WishlistController.endShare';
import getSharedWishlist from '@salesforce/apex/WishlistController.getSharedWishlist';
import getWishlist from '@salesforce/apex/WishlistController.getWishlist';
import moveToCart from '@salesforce/apex/WishlistController.moveToCart';
import shareWishlist from '@salesforce/apex/WishlistController.shareWishlist';
import { showFilled } from 'c/cartActions';
import { cartToken } from 'c/cartStore';
import { absoluteUrl, describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce, showToast } from 'c/storeEvents';
import { fillLabel, formatDay, pluralLabel } from 'c/storeFormat';
import { productUrl, queryParameters, searchUrl, signInUrl, webPage, wishlistUrl } from 'c/storeRoutes';
import type { PageReference } from 'c/storeRoutes';
import type { CartNoticeDto, MovedWishesDto, StockAlertDto, StoreDto, WishDto, WireResult } from 'c/storeTypes';
import { dropWishes, adoptWishes, keptWishes, loadWishes } from 'c/wishStore';
import { labels } from './labels';

/**
 * What a shopper keeps for later: a guest's list, which the browser keeps, or that of who signed in, with what they wait for; or a
 * list that its owner shares by link.
 */
export default class WishlistPage extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  urls = { all: searchUrl({}), signIn: signInUrl(wishlistUrl()) };
  store: StoreDto | null = null;
  /** Secret of a list that is shared; blank for the shopper's own, null until it is known. */
  listToken: string | null = null;
  items: WishDto[] | null = null;
  alerts: StockAlertDto[] = [];
  shareToken: string | null = null;
  busy = false;
  errorMessage: string | null = null;
  isGone = false;
  notices: CartNoticeDto[] = [];
  focusNext: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    if (!page) {
      return;
    }
    const listToken = queryParameters(page).list ?? '';
    const isFramed = window.location.pathname.includes('/account/');
    if (!isGuest && !listToken && !isFramed) {
      // Whoever signed in has the list in the account area.
      this[NavigationMixin.Navigate](webPage(wishlistUrl()), true);
      return;
    }
    if (listToken !== this.listToken) {
      this.listToken = listToken;
      this.load();
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data, error }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(this.title, data.name);
      this.load();
    }
    if (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  renderedCallback(): void {
    if (this.focusNext !== null) {
      const wanted = this.focusNext && this.querySelector<HTMLElement>(this.focusNext);
      (wanted || this.querySelector<HTMLElement>('[data-title]'))?.focus();
      this.focusNext = null;
    }
  }

  async load(): Promise<void> {
    const { store, storeCode, listToken } = this;
    if (!store || listToken === null) {
      return;
    }
    this.errorMessage = null;
    this.isGone = false;
    try {
      if (listToken) {
        this.items = (await getSharedWishlist({ storeCode, shareToken: listToken })).items;
      } else if (isGuest) {
        this.items = await this.guestsItems(store.code);
      } else {
        await loadWishes(store.code);
        const [list, alerts] = await Promise.all([getWishlist({ storeCode }), getAlerts({ storeCode })]);
        this.items = list.items;
        this.shareToken = list.shareToken;
        this.alerts = alerts;
        adoptWishes(store.code, list.items);
      }
    } catch (error) {
      const { code, message } = toStoreError(error);
      this.isGone = code === 'WISHLIST_NOT_FOUND';
      this.errorMessage = message;
    }
  }

  /** The browser knows what was saved and what it cost, the server what it is. */
  async guestsItems(code: string): Promise<WishDto[]> {
    const kept = keptWishes(code);
    if (!kept.length) {
      return [];
    }
    const productIds = kept.map(({ productId }) => productId);
    const { items } = await describe({ storeCode: this.storeCode, productIds });
    const prices = new Map(kept.map(({ productId, price }) => [productId, price ?? null]));
    return items.map((item: WishDto) => ({ ...item, savedPrice: prices.get(item.productId) ?? null }));
  }

  get isShared(): boolean {
    return Boolean(this.listToken);
  }

  get isOwnGuest(): boolean {
    return isGuest && !this.isShared && this.hasItems;
  }

  get frameClass(): string {
    return isGuest || this.isShared ? 'store-container wishlist' : 'wishlist';
  }

  get title(): string {
    return this.isShared ? labels.sharedTitle : labels.title;
  }

  get hasFailed(): boolean {
    return Boolean(this.errorMessage) && !this.isGone;
  }

  get waits(): boolean {
    return this.items === null && !this.errorMessage;
  }

  get hasItems(): boolean {
    return (this.items?.length ?? 0) > 0;
  }

  get isEmpty(): boolean {
    return this.items?.length === 0;
  }

  get emptyTitle(): string {
    return this.isShared ? labels.emptyShared : labels.empty;
  }

  get emptyText(): string {
    return this.isShared ? '' : labels.emptyText;
  }

  get movable(): string[] {
    return (this.items ?? [])
      .filter(({ inStock, variantId }) => inStock && variantId)
      .map(({ productId }) => productId);
  }

  get mayAddAll(): boolean {
    return this.movable.length > 1;
  }

  /** Something here is kept by whoever signed in. */
  get hasOwn(): boolean {
    return !isGuest && (this.mayShare || this.hasAlerts);
  }

  get mayShare(): boolean {
    return !isGuest && !this.isShared && this.hasItems && !this.shareToken;
  }

  get link(): string | null {
    return !this.isShared && this.shareToken ? absoluteUrl(wishlistUrl(this.shareToken)) : null;
  }

  get busyText(): string {
    return String(this.busy);
  }

  get told() {
    return this.notices.map(({ message }, key) => ({ key, message }));
  }

  get hasAlerts(): boolean {
    return !this.isShared && this.alerts.length > 0;
  }

  get waitingRows() {
    return this.alerts.map((alert) => {
      const name = alert.variantTitle ? `${alert.title}, ${alert.variantTitle}` : alert.title;
      return {
        ...alert,
        name,
        url: alert.slug ? productUrl(alert.slug, alert.variantId) : null,
        until: fillLabel(labels.waitsUntil, formatDay(alert.expiresAt.slice(0, 10), this.store?.locale)),
        cancelLabel: fillLabel(labels.cancelAlertNamed, name),
      };
    });
  }

  /** One step at a time; what went wrong is told. */
  async run(step: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      await step();
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }

  handleAdd(event: CustomEvent<string>): void {
    this.run(() => this.move([event.detail]));
  }

  handleAddAll(): void {
    this.run(() => this.move(this.movable));
  }

  async move(productIds: string[]): Promise<void> {
    const { storeCode, store } = this;
    this.notices = [];
    const wanted = { storeCode, cartToken: cartToken(storeCode), productIds, isOwn: !this.isShared };
    const { filled, movedIds }: MovedWishesDto = await moveToCart(wanted);
    this.notices = filled.notices;
    const added = showFilled(storeCode, filled);
    const { addedOne: one, addedOther: other, nothingAdded } = labels;
    announce(added ? pluralLabel(filled.added, { one, other }, store?.locale) : nothingAdded);
    if (!this.isShared && movedIds.length) {
      await this.takeOff(movedIds, isGuest);
    }
  }

  handleRemove(event: CustomEvent<string>): void {
    this.run(async () => {
      const place = this.items!.findIndex(({ productId }) => productId === event.detail);
      const next = this.items![place + 1] ?? this.items![place - 1];
      await this.takeOff([event.detail], true);
      this.focusNext = next ? `[data-remove][data-id="${next.productId}"]` : '';
      announce(labels.removed);
    });
  }

  /** @param tells false: the server has taken them off already */
  async takeOff(productIds: string[], tells: boolean): Promise<void> {
    const code = this.store!.code;
    if (tells) {
      await dropWishes(code, productIds);
    }
    this.items = this.items!.filter(({ productId }) => !productIds.includes(productId));
    if (!tells) {
      adoptWishes(code, this.items);
    }
  }

  handleWait(event: CustomEvent<StockAlertDto[]>): void {
    this.alerts = event.detail;
  }

  handleCancel(event: Event): void {
    const alertId = (event.currentTarget as HTMLElement).dataset.id;
    this.run(async () => {
      this.alerts = await cancelAlert({ storeCode: this.storeCode, alertId });
      this.focusNext = '[data-cancel-alert]';
      announce(labels.cancelled);
    });
  }

  handleShare(): void {
    this.run(async () => {
      this.shareToken = await shareWishlist({ storeCode: this.storeCode });
      this.focusNext = '[data-link]';
    });
  }

  handleEndShare(): void {
    this.run(async () => {
      await endShare({ storeCode: this.storeCode });
      this.shareToken = null;
      this.focusNext = '[data-share]';
    });
  }

  async handleCopy(): Promise<void> {
    const field = this.querySelector<HTMLInputElement>('[data-link]') as HTMLInputElement;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      showToast({ message: labels.copied, tone: 'success' });
    } catch {
      announce(labels.copyByHand); // The browser forbids it: the link is selected, ready to be copied by hand.
    }
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
