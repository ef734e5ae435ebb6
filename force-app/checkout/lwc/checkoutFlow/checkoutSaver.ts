/** Saves what has changed of the checkout in one request, one request at a time. */
import saveDetails from '@salesforce/apex/CheckoutController.saveDetails';
import {
  addressIsComplete,
  addressToSave,
  contactToSave,
  type AddressScopes,
  type CheckoutFormState,
} from 'c/checkoutForm';
import type { CheckoutDto } from 'c/storeTypes';

/** What the page holds at the moment of saving. */
export interface CheckoutSnapshot {
  form: CheckoutFormState;
  scopes: AddressScopes;
  shippingMethod: string | null;
  /** Where the shopper collects; null: nothing is collected, or no place was chosen. */
  collectionLocation?: string | null;
  payment: string | null;
}

/** What is complete of the form. The contact waits for the address, with which it is sent. */
function complete(form: CheckoutFormState, scopes: AddressScopes): Record<string, unknown> {
  if (!addressIsComplete(form, scopes)) {
    return {};
  }
  return {
    contact: contactToSave(form, scopes),
    address: {
      shipping: addressToSave('shipping', form.shipping, scopes),
      billingSame: form.billingSame,
      billing: form.billingSame ? null : addressToSave('billing', form.billing, scopes),
    },
  };
}

export class CheckoutSaver {
  /** What the server has, as JSON by name. */
  private readonly saved: Record<string, string> = {};
  private queue: Promise<unknown> = Promise.resolve();
  private readonly storeCode: string;
  private readonly cartToken: () => string;

  /** @param cartToken asked each time: signing in may bring another one */
  constructor(storeCode: string, cartToken: () => string) {
    this.storeCode = storeCode;
    this.cartToken = cartToken;
  }

  /** Notes the choices that the server has, so that it is not told again. */
  remember({ shippingMethods, collectionPoints, paymentProviders }: CheckoutDto): void {
    this.note({
      collectionLocationId: collectionPoints?.find(({ selected }) => selected)?.id,
      shippingMethodId: shippingMethods?.find(({ selected }) => selected)?.id,
      paymentProviderId: paymentProviders?.find(({ selected }) => selected)?.id,
    });
  }

  /** The same of a form that is filled with what the server has. */
  rememberForm(form: CheckoutFormState, scopes: AddressScopes): void {
    this.note(complete(form, scopes));
  }

  /** @returns the answer, or null when there was nothing to save */
  flush(snapshot: () => CheckoutSnapshot): Promise<CheckoutDto | null> {
    const run = (): Promise<CheckoutDto | null> => this.save(snapshot());
    const result = this.queue.then(run, run);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async save({
    form,
    scopes,
    shippingMethod,
    collectionLocation,
    payment,
  }: CheckoutSnapshot): Promise<CheckoutDto | null> {
    const all = {
      ...complete(form, scopes),
      shippingMethodId: shippingMethod,
      collectionLocationId: collectionLocation,
      paymentProviderId: payment,
    };
    const news = Object.entries(all).filter(([name, value]) => value && JSON.stringify(value) !== this.saved[name]);
    // The way to pay changes no price, so it waits for something else.
    if (!news.some(([name]) => name !== 'paymentProviderId')) {
      return null;
    }
    const details = Object.fromEntries(news);
    const answer = await saveDetails({ storeCode: this.storeCode, cartToken: this.cartToken(), details });
    this.note(details);
    return answer;
  }

  private note(parts: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(parts)) {
      this.saved[name] = JSON.stringify(value);
    }
  }
}
