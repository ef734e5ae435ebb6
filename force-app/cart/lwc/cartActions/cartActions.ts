/** What the drawer and the cart page do with a line, with the same words. */
import { addToCart, removeItem, setQuantity } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { announce, showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { CartItemDto } from 'c/storeTypes';
import removed from '@salesforce/label/c.Store_Removed';
import undo from '@salesforce/label/c.Store_Undo';
import updated from '@salesforce/label/c.Store_CartUpdated';

function showFailure(error: unknown): void {
  showToast({ message: toStoreError(error).message, tone: 'error' });
}

/** Changes a line's quantity and says so. */
export async function changeQuantity(storeCode: string, itemId: string, quantity: number): Promise<void> {
  try {
    await setQuantity(storeCode, itemId, quantity);
    announce(updated);
  } catch (error) {
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

/** Takes a line out and offers to put it back. */
export async function takeOut(storeCode: string, item: CartItemDto): Promise<void> {
  try {
    await removeItem(storeCode, item.id);
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
