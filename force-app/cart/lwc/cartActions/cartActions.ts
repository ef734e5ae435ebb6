/** What pages do with the cart, with the same words. */
import { showRefusal } from 'c/cartRefusal';
import { addToCart, adoptCart, removeItem, setQuantity } from 'c/cartStore';
import { announce, openCart, showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { FilledCartDto, CartItemDto } from 'c/storeTypes';
import removed from '@salesforce/label/c.Store_Removed';
import undo from '@salesforce/label/c.Store_Undo';
import updated from '@salesforce/label/c.Store_CartUpdated';

/** A component or a part of the page. */
interface Searchable {
  querySelector(selectors: string): Element | null;
  querySelectorAll(selectors: string): ArrayLike<Element>;
}

/**
 * Changes a line's quantity and says so.
 * @param restore shows the former quantity again when the new one is refused
 */
export async function changeQuantity(
  storeCode: string,
  itemId: string,
  quantity: number,
  restore: () => void,
): Promise<void> {
  try {
    await setQuantity(storeCode, itemId, quantity);
    announce(updated);
  } catch (error) {
    restore();
    showRefusal(error);
  }
}

/**
 * Takes over the cart into which lines of another one, or of an order, were put; it opens by itself where nothing has to be said.
 * @returns whether any line was added
 */
export function showFilled(storeCode: string, { cart, added, notices }: FilledCartDto): boolean {
  if (cart) {
    adoptCart(storeCode, cart);
  }
  if (added > 0 && notices.length === 0) {
    openCart();
  }
  return added > 0;
}

async function putBack(storeCode: string, item: CartItemDto): Promise<void> {
  try {
    await addToCart(storeCode, item.variantId as string, item.quantity);
    announce(updated);
  } catch (error) {
    showRefusal(error);
  }
}

/**
 * Takes a line out and offers to put it back. The focus, which went with the line, goes to the line that took its place, to the last
 * one, or to what an empty cart says.
 * @param within the lines and what an empty cart says are inside it
 */
export async function takeOut(storeCode: string, item: CartItemDto, within: Searchable): Promise<void> {
  // Only plain goods can be put back as they were.
  const isPlain = (item.lineType ?? 'Product') === 'Product' && !item.details?.length && !item.parentId;
  const lines = (): HTMLElement[] => Array.from(within.querySelectorAll('[data-remove]')) as HTMLElement[];
  const before = lines().length;
  const index = lines().findIndex((button) => button.dataset.id === item.id);
  try {
    await removeItem(storeCode, item.id);
    // The page renders the new cart first.
    await Promise.resolve();
    const rest = lines();
    ((rest[Math.min(index, rest.length - 1)] ?? within.querySelector('[data-empty]')) as HTMLElement | null)?.focus();
    showToast({
      message: fillLabel(removed, item.title),
      ...(isPlain && before - rest.length <= 1 && { actionLabel: undo, action: () => putBack(storeCode, item) }),
    });
  } catch (error) {
    showRefusal(error);
  }
}
