import { LightningElement, api } from 'lwc';
import { cartToken } from 'c/cartStore';
import { productUrl } from 'c/storeRoutes';
import { fillLabel, formatMoney, lineDetails, type FormatContext } from 'c/storeFormat';
import { waitingText } from 'c/cartWaiting';
import type { CartItemDto, CartNoticeDto } from 'c/storeTypes';
import change from '@salesforce/label/c.Store_Change';
import changeOf from '@salesforce/label/c.Store_ChangeOf';
import remove from '@salesforce/label/c.Store_Remove';
import soldOut from '@salesforce/label/c.Store_SoldOut';
import itemsInCart from '@salesforce/label/c.Store_ItemsInCart';

interface Line extends CartItemDto {
  /** Blank for what has no page of its own. */
  url: string;
  lineClass: string;
  isOwn: boolean;
  lineTotalText: string;
  removeLabel: string;
  notices: string[];
  /** Which pieces come later, and when. */
  waiting: string;
  isSoldOut: boolean;
  changeLabel: string;
}

/**
 * The lines of a cart, each with its quantity and a way to take it out; what was answered beside goods is corrected here.
 * @fires CartLines#quantitychange `{itemId, quantity, undo}`, `undo()` when it cannot be had
 * @fires CartLines#remove `{itemId}`
 * @fires CartLines#follow a product link was followed
 */
export default class CartLines extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api items: CartItemDto[] = [];
  @api notices: CartNoticeDto[] | null = null;
  @api context: FormatContext | null = null;

  /** Comes with its code when somebody corrects a line. */
  changing: { box: unknown; item: CartItemDto } | null = null;

  labels = { change, remove, soldOut, itemsInCart };

  get lines(): Line[] {
    return (this.items ?? []).map((item) => ({
      ...item,
      url: item.productSlug ? productUrl(item.productSlug, item.variantId ?? '') : '',
      lineClass: item.parentId ? 'line child' : 'line',
      isOwn: !item.parentId,
      details: lineDetails(item.details, this.context?.locale),
      lineTotalText: formatMoney(item.lineTotal, this.context),
      removeLabel: fillLabel(remove, [item.title, item.variantTitle].filter(Boolean).join(', ')),
      changeLabel: fillLabel(changeOf, item.title),
      notices: (this.notices ?? []).filter((notice) => notice.itemId === item.id).map((notice) => notice.message),
      waiting: waitingText(item, this.context?.locale),
      isSoldOut: !item.inStock,
    }));
  }

  handleFollow(): void {
    this.dispatchEvent(new CustomEvent('follow'));
  }

  handleQuantity(event: CustomEvent<{ quantity: number; undo: () => void }>): void {
    const itemId = (event.currentTarget as HTMLElement).dataset.id;
    this.dispatchEvent(new CustomEvent('quantitychange', { detail: { itemId, ...event.detail } }));
  }

  get token(): string {
    return cartToken(this.storeCode);
  }

  async handleChange(event: Event): Promise<void> {
    const itemId = (event.currentTarget as HTMLElement).dataset.id;
    const item = this.items.find(({ id }) => id === itemId);
    if (item) this.changing = { box: (await import('c/lineForm')).default, item };
  }

  handleChanged(): void {
    const id = this.changing?.item.id;
    this.changing = null;
    // The line may have become another's; its button is new.
    Promise.resolve().then(() => this.querySelector<HTMLElement>(`[data-change][data-id="${id}"]`)?.focus());
  }

  handleRemove(event: Event): void {
    const itemId = (event.currentTarget as HTMLElement).dataset.id;
    this.dispatchEvent(new CustomEvent('remove', { detail: { itemId } }));
  }
}
