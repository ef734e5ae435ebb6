import placeOrder from '@salesforce/apex/CheckoutController.placeOrder';
import { forgetCart } from 'c/cartStore';
import { clearDraft, placementKey } from 'c/checkoutDraft';
import type { CheckoutFormState } from 'c/checkoutForm';
import { orderUrl } from 'c/storeRoutes';
import type { PlacedDto } from 'c/storeTypes';

/** Placing, then paying what was reserved: more steps than these would be a fault of the server. */
const MAXIMUM_STEPS = 3;

/** Which cart becomes an order. */
export interface Cart {
  storeCode: string;
  token: string;
}

/** What the shopper agreed to; `form` is null when only the answer of an earlier attempt is asked for. */
export interface Agreement {
  form: CheckoutFormState | null;
  /** Total that the shopper saw; null when it is not known any more. */
  expectedTotal: number | null;
  /** Outcome that the Test way to pay is to have; null for others. */
  testOutcome: string | null;
}

/**
 * Makes the cart an order. The key of the attempt stays the same until it is known how it ended, so that a repeated or
 * a lost request never makes two orders.
 */
export function place(cart: Cart, { form, expectedTotal, testOutcome }: Agreement): Promise<PlacedDto> {
  return ask(cart, {
    placementKey: placementKey(cart.token),
    termsAccepted: form ? form.termsAccepted : true,
    expectedTotal,
    note: form?.note || null,
    testOutcome,
  });
}

/** Asks until the order stands or has failed: a payment with another system takes a request of its own. */
async function ask(cart: Cart, input: object, step = 1): Promise<PlacedDto> {
  const placed = await placeOrder({ storeCode: cart.storeCode, cartToken: cart.token, input });
  const mustPay = placed.nextStep === 'pay' && !placed.redirectUrl && step < MAXIMUM_STEPS;
  return mustPay ? ask(cart, input, step + 1) : placed;
}

/**
 * Forgets cart and draft once the order stands.
 * @returns where the shopper goes on: the provider's page, else the order's
 */
export function leaveCart(cart: Cart, placed: PlacedDto): { external: string } | { internal: string } {
  clearDraft(cart.token);
  forgetCart(cart.storeCode);
  return placed.redirectUrl ? { external: placed.redirectUrl } : { internal: orderUrl(placed.orderToken) };
}
