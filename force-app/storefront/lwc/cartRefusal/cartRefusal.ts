/** Why a cart could not be changed, told where the shopper is, and the way on. */
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { checkoutUrl } from 'c/storeRoutes';
import toCheckout from '@salesforce/label/c.Cart_To_Payment';

export interface Refusal {
  message: string;
  /** Where a payment that keeps the cart as it is can be finished or given up; null for other refusals. */
  payUrl: string | null;
}

export function refusalOf(error: unknown): Refusal {
  const { code, message } = toStoreError(error);
  return { message, payUrl: code === 'PAYMENT_UNDER_WAY' ? checkoutUrl() : null };
}

/** Shows it as a message of the page. */
export function showRefusal(error: unknown): void {
  const { message, payUrl } = refusalOf(error);
  showToast({
    message,
    tone: 'error',
    ...(payUrl && { actionLabel: toCheckout, action: () => window.location.assign(payUrl) }),
  });
}
