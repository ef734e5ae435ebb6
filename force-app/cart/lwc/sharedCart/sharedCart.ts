import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import addSharedCart from '@salesforce/apex/MemberCartController.addSharedCart';
import getSharedCart from '@salesforce/apex/MemberCartController.getSharedCart';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { showFilled } from 'c/cartActions';
import { cartToken } from 'c/cartStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { formatMoney } from 'c/storeFormat';
import { cartUrl, routeParameter, searchUrl, type PageReference } from 'c/storeRoutes';
import type { CartNoticeDto, SharedCartDto, StoreDto, WireResult } from 'c/storeTypes';
import add from '@salesforce/label/c.Cart_Shared_Add';
import added from '@salesforce/label/c.Cart_Shared_Added';
import allProducts from '@salesforce/label/c.Store_ContinueShopping';
import nothing from '@salesforce/label/c.Cart_Shared_Nothing';
import subtotal from '@salesforce/label/c.Store_Subtotal';
import text from '@salesforce/label/c.Cart_Shared_Text';
import title from '@salesforce/label/c.Cart_Shared_Title';
import toCart from '@salesforce/label/c.Cart_To_Cart';

/** A cart behind the link that its owner shares: whoever looks can put it into their own. */
export default class SharedCart extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { add, allProducts, subtotal, text, toCart };
  urls = { all: searchUrl({}), cart: cartUrl() };
  store: StoreDto | null = null;
  shared: SharedCartDto | null = null;
  shareToken: string | null = null;
  busy = false;
  /** Why there is nothing to see. */
  errorMessage: string | null = null;
  isGone = false;
  /** What came of adding. */
  result: string | null = null;
  notices: CartNoticeDto[] = [];

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const shareToken = routeParameter(page, 'shareToken');
    if (shareToken && shareToken !== this.shareToken) {
      this.shareToken = shareToken;
      this.load();
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(title, data.name);
    }
  }

  async load(): Promise<void> {
    this.errorMessage = null;
    try {
      this.shared = await getSharedCart({ storeCode: this.storeCode, shareToken: this.shareToken });
    } catch (error) {
      const { code, message } = toStoreError(error);
      this.isGone = code === 'CART_NOT_FOUND';
      this.errorMessage = message;
    }
  }

  get name(): string {
    return this.shared?.name || title;
  }

  get waits(): boolean {
    return !this.shared && !this.errorMessage;
  }

  get hasFailed(): boolean {
    return Boolean(this.errorMessage) && !this.isGone;
  }

  get total(): string {
    const { store, shared } = this;
    return store && shared
      ? formatMoney(shared.cart.subtotal, { ...store, currencyCode: shared.cart.currencyCode })
      : '';
  }

  get busyText(): string {
    return String(this.busy);
  }

  get isAdded(): boolean {
    return this.result === added;
  }

  get told() {
    return this.notices.map(({ message }, key) => ({ key, message }));
  }

  async handleAdd(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.result = null;
    this.notices = [];
    try {
      const { storeCode, shareToken } = this;
      const filled = await addSharedCart({ storeCode, cartToken: cartToken(storeCode), shareToken });
      this.notices = filled.notices;
      this.result = showFilled(storeCode, filled) ? added : nothing;
    } catch (error) {
      this.result = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
