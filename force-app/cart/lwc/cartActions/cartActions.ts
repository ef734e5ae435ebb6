/** What the drawer and the cart page do with a line, with the same words. */
import { addToCart, removeItem, setQuantity } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { announce, showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { CartItemDto } from 'c/storeTypes';
import removed from '@salesforce/label/c.Store_Removed';
import undo from '@salesforce/label/c.Store_Undo';
import updated from '@salesforce/label/c.Store_CartUpdated';

/** A component or a part of the page. */
interface Searchable {
  querySelector(selectors: string): Element | null;
  querySelectorAll(selectors: string): ArrayLike<Element>;
}

function showFailure(error: unknown): void {
  showToast({ message: toStoreError(error).message, tone: 'error' });
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
    showFailure(error);
  }
}

async function putBack(storeCode: string, item: CartItemDto): Promise<void> {
  try {
    await addToCart(storeCode, item.variantId, item.quantity);
    announce(updated);
  } catch (error) {
    showFailure(error);
  }
}

/**
 * Takes a line out and offers to put it back. The focus, which went with the line, goes to the line that took its place, to the last
 * one, or to what an empty cart says.
 * @param within the lines and what an empty cart says are inside it
 */
export async function takeOut(storeCode: string, item: CartItemDto, within: Searchable): Promise<void> {
  const lines = (): HTMLElement[] => Array.from(within.querySelectorAll('[data-remove]')) as HTMLElement[];
  const index = lines().findIndex((button) => button.dataset.id === item.id);
  try {
    await removeItem(storeCode, item.id);
    // The page renders the new cart first.
    await Promise.resolve();
    const rest = lines();
    ((rest[Math.min(index, rest.length - 1)] ?? within.querySelector('[data-empty]')) as HTMLElement | null)?.focus();
    showToast({
      message: fillLabel(removed, item.title),
      actionLabel: undo,
      action: () => {
        putBack(storeCode, item);
      },
    });
  } catch (error) {
    showFailure(error);
  }
}
