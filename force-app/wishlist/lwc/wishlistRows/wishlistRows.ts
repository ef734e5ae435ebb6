import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import { fillLabel, formatMoney } from 'c/storeFormat';
import { productUrl } from 'c/storeRoutes';
import type { StockAlertDto, StoreDto, WishDto } from 'c/storeTypes';
import add from '@salesforce/label/c.Wishlist_Add';
import addNamed from '@salesforce/label/c.Wishlist_Add_Named';
import addForeign from '@salesforce/label/c.Store_AddToCart';
import askAlert from '@salesforce/label/c.Store_AlertAsk';
import choose from '@salesforce/label/c.Wishlist_Choose';
import chooseNamed from '@salesforce/label/c.Wishlist_Choose_Named';
import gone from '@salesforce/label/c.Wishlist_Gone_Short';
import less from '@salesforce/label/c.Wishlist_Less';
import more from '@salesforce/label/c.Wishlist_More';
import remove from '@salesforce/label/c.Wishlist_Remove';
import removeNamed from '@salesforce/label/c.Wishlist_Remove_Named';
import soldOut from '@salesforce/label/c.Store_SoldOut';

/**
 * What is on a wishlist: picture, name, price now against when it was saved, stock, and what can be done about it.
 * @fires WishlistRows#add something shall go into the cart; the detail is its Id
 * @fires WishlistRows#remove something shall go; the detail is its Id
 * @fires WishlistRows#wait what the member waits for has changed; the detail is the list
 */
export default class WishlistRows extends LightningElement {
  static renderMode = 'light' as const;

  @api items: WishDto[] = [];
  @api store: StoreDto | null = null;
  @api storeCode = '';
  @api alerts: StockAlertDto[] = [];
  /** Somebody else's list: nothing can be taken off. */
  @api foreign = false;
  /** Something is under way. */
  @api busy = false;

  labels = { askAlert, choose, gone, remove, soldOut };
  /** Products of a guest for which the form is shown. */
  asked: string[] = [];

  get busyText(): string {
    return String(this.busy);
  }

  get addText(): string {
    return this.foreign ? addForeign : add;
  }

  get canRemove(): boolean {
    return !this.foreign;
  }

  get rows() {
    return this.items.map((item) => {
      const name = item.variantTitle ? `${item.title}, ${item.variantTitle}` : item.title;
      const waits = !item.isGone && !item.inStock;
      const showsAlert = waits && Boolean(item.variantId);
      return {
        ...item,
        name,
        url: item.slug ? productUrl(item.slug, item.variantId) : null,
        mayAdd: item.inStock && Boolean(item.variantId),
        mayChoose: !item.isGone && !item.variantId,
        isSoldOut: waits,
        showsAlert: showsAlert && (!isGuest || this.asked.includes(item.productId)),
        offersAlert: showsAlert && isGuest && !this.asked.includes(item.productId),
        addLabel: this.foreign ? `${addForeign}: ${name}` : fillLabel(addNamed, name),
        alertLabel: `${askAlert}: ${name}`,
        chooseLabel: fillLabel(chooseNamed, name),
        removeLabel: fillLabel(removeNamed, name),
        ...this.changeOf(item),
      };
    });
  }

  /** How the price has changed since; blank when it has not, or when that is not known. */
  changeOf({ price, savedPrice }: WishDto): { change: string; changeClass: string } {
    if (price === null || savedPrice === null || price === savedPrice) {
      return { change: '', changeClass: '' };
    }
    const difference = formatMoney(Math.abs(price - savedPrice), this.store);
    return price < savedPrice
      ? { change: fillLabel(less, difference), changeClass: 'change less' }
      : { change: fillLabel(more, difference), changeClass: 'change' };
  }

  fire(name: string, event: Event): void {
    if (!this.busy) {
      const { id } = (event.currentTarget as HTMLElement).dataset;
      this.dispatchEvent(new CustomEvent(name, { detail: id }));
    }
  }

  handleAdd(event: Event): void {
    this.fire('add', event);
  }

  handleRemove(event: Event): void {
    this.fire('remove', event);
  }

  handleAsk(event: Event): void {
    this.asked = [...this.asked, (event.currentTarget as HTMLElement).dataset.id as string];
  }

  handleWait(event: CustomEvent<StockAlertDto[]>): void {
    this.dispatchEvent(new CustomEvent('wait', { detail: event.detail }));
  }
}
