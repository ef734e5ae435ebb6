/** Makes a cart an order and goes on with its payment. Fetched while the form is filled in. */
import cancelPayment from '@salesforce/apex/CheckoutController.cancelPayment';
import placeOrder from '@salesforce/apex/CheckoutController.placeOrder';
import resumePayment from '@salesforce/apex/CheckoutController.resumePayment';
import type { CheckoutFormState } from 'c/checkoutForm';
import { checkoutUrl } from 'c/storeRoutes';
import type { PlacedDto } from 'c/storeTypes';

/** Which cart becomes an order. */
export interface Cart {
  storeCode: string;
  token: string;
  /** What this tab places it under; null where it knows of no attempt: then the server goes on with the one under way. */
  placementKey: string | null;
}

/** What the shopper agreed to. */
export interface Agreement {
  form: CheckoutFormState;
  /** Total that the shopper saw. */
  expectedTotal: number;
  /** What they saw as left to pay with the way to pay; null when it was not known. */
  expectedOpen: number | null;
  /** Id of the way to pay; null when nothing is left to pay. */
  payment: string | null;
  /** Id of the kept way to pay that is charged; null for a new one. */
  method: string | null;
  /** The way to pay is kept for next time. */
  keepsMethod: boolean;
  /** It is bought on account: the purchase order counts. */
  isOnAccount?: boolean;
  /** Outcome that the Test way to pay is to have; null for others. */
  testOutcome: string | null;
}

/**
 * Makes the cart an order. The key of the attempt stays the same until it is known how it ended, so that a repeated or
 * a lost request never makes two orders. A payment with another system takes a request of its own.
 */
export async function place(cart: Cart, agreement: Agreement): Promise<PlacedDto> {
  const { form, expectedTotal, expectedOpen, payment, method, keepsMethod, testOutcome } = agreement;
  const placed = await placeOrder({
    storeCode: cart.storeCode,
    cartToken: cart.token,
    input: {
      placementKey: cart.placementKey,
      termsAccepted: form.termsAccepted,
      expectedTotal,
      expectedOpen,
      paymentProviderId: payment,
      paymentMethodId: method,
      keepMethod: keepsMethod,
      keepAddress: form.keepAddress === true,
      note: form.note || null,
      ...(agreement.isOnAccount ? { purchaseOrder: form.purchaseOrder || null } : {}),
      testOutcome,
    },
  });
  return placed.nextStep === 'pay' ? resume(cart, testOutcome) : placed;
}

function attempt(cart: Cart, testOutcome: string | null) {
  return {
    storeCode: cart.storeCode,
    cartToken: cart.token,
    input: {
      placementKey: cart.placementKey,
      testOutcome,
      returnUrl: new URL(checkoutUrl(), window.location.origin).href,
    },
  };
}

/** Goes on with a payment: asks for it, or what came of it. Any number of times: it is charged once. */
export function resume(cart: Cart, testOutcome: string | null = null): Promise<PlacedDto> {
  return resumePayment(attempt(cart, testOutcome));
}

/** The shopper does not want to pay like this after all. The answer is an order all the same when the money is there. */
export function turnBack(cart: Cart): Promise<PlacedDto> {
  return cancelPayment(attempt(cart, null));
}
