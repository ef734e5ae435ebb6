import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { toStoreError } from 'c/storeErrors';
import { announce, showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { webPage, wishlistUrl } from 'c/storeRoutes';
import { addWish, connectWishes, dropWishes, type Wish } from 'c/wishStore';
import removed from '@salesforce/label/c.Store_WishRemoved';
import save from '@salesforce/label/c.Store_WishSave';
import saved from '@salesforce/label/c.Store_WishSaved';
import view from '@salesforce/label/c.Store_WishView';

/** Puts a product on the wishlist and takes it off. On a card, whichever of its variants is saved fills the heart. */
export default class WishHeart extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store, never blank. */
  @api storeCode = '';
  @api masterId = '';
  /** The chosen variant; blank while none is chosen. */
  @api variantId: string | null = null;
  @api subject = '';
  /** What one costs now. */
  @api price: number | null = null;

  wishes: Wish[] = [];
  busy = false;
  end: (() => void) | null = null;

  connectedCallback(): void {
    this.end = connectWishes(this.storeCode, (wishes) => {
      this.wishes = wishes;
    });
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  /** What of the list fills the heart: the variant and the product without a choice; without a variant all of the product. */
  get matching(): Wish[] {
    const { variantId, masterId, wishes } = this;
    return variantId
      ? wishes.filter(({ productId }) => productId === variantId || productId === masterId)
      : wishes.filter((wish) => wish.masterId === masterId);
  }

  get pressed(): string {
    return String(this.matching.length > 0);
  }

  get label(): string {
    return fillLabel(save, this.subject);
  }

  async handleToggle(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      const { storeCode, masterId, price, matching } = this;
      if (matching.length) {
        await dropWishes(
          storeCode,
          matching.map(({ productId }) => productId),
        );
        announce(removed);
      } else {
        await addWish(storeCode, { productId: this.variantId || masterId, masterId, price });
        showToast({
          message: saved,
          actionLabel: view,
          action: () => this[NavigationMixin.Navigate](webPage(wishlistUrl())),
        });
      }
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }
}
