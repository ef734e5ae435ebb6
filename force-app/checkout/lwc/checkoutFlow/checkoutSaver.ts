/** Saves the sections of the checkout in their order, one request at a time, and only what has changed. */
import saveAddress from '@salesforce/apex/CheckoutController.saveAddress';
import saveContact from '@salesforce/apex/CheckoutController.saveContact';
import savePayment from '@salesforce/apex/CheckoutController.savePayment';
import saveShippingMethod from '@salesforce/apex/CheckoutController.saveShippingMethod';
import { normalisedEmail } from 'c/addressBook';
import {
  addressErrors,
  addressToSave,
  emailError,
  phoneError,
  type AddressScopes,
  type CheckoutFormState,
} from 'c/checkoutForm';
import type { CheckoutDto } from 'c/storeTypes';

export type Section = 'contact' | 'address' | 'method' | 'payment';

/** What the page holds at the moment of saving. */
export interface CheckoutSnapshot {
  form: CheckoutFormState;
  scopes: AddressScopes;
  shippingMethod: string | null;
  payment: string | null;
}

const ORDER: Section[] = ['contact', 'address', 'method', 'payment'];

export class CheckoutSaver {
  /** The section whose save was refused last. */
  failedSection: Section = 'contact';

  private readonly marked = new Set<Section>();
  private readonly saved = new Map<Section, string>();
  private queue: Promise<unknown> = Promise.resolve();
  private readonly storeCode: string;
  private readonly cartToken: string;

  constructor(storeCode: string, cartToken: string) {
    this.storeCode = storeCode;
    this.cartToken = cartToken;
  }

  mark(section: Section): void {
    this.marked.add(section);
  }

  /** Marks every section; those whose content the server has already seen are skipped when flushing. */
  markUnsaved(): void {
    ORDER.forEach((section) => this.marked.add(section));
  }

  /** Notes what the server itself chose, so that it is not told again. */
  remember(choices: { shippingMethod: string | null; payment: string | null }): void {
    this.saved.set('method', JSON.stringify({ methodId: choices.shippingMethod }));
    this.saved.set('payment', JSON.stringify({ providerId: choices.payment }));
  }

  /** @returns the last answer, or null when there was nothing to save */
  flush(snapshot: () => CheckoutSnapshot): Promise<CheckoutDto | null> {
    const run = async (): Promise<CheckoutDto | null> => {
      let answer: CheckoutDto | null = null;
      for (const section of ORDER) {
        if (this.marked.delete(section)) {
          // One after the other: each answer is priced with what was saved before.
          // eslint-disable-next-line no-await-in-loop
          answer = (await this.save(section, snapshot(), answer)) ?? answer;
        }
      }
      return answer;
    };
    const result = this.queue.then(run, run);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async save(
    section: Section,
    snapshot: CheckoutSnapshot,
    latest: CheckoutDto | null,
  ): Promise<CheckoutDto | null> {
    const command = this.commandOf(section, snapshot, latest);
    const content = command && JSON.stringify(command.parameters);
    if (!command || this.saved.get(section) === content) {
      return null;
    }
    try {
      const answer = await command.method({
        storeCode: this.storeCode,
        cartToken: this.cartToken,
        ...command.parameters,
      });
      this.saved.set(section, content as string);
      this.remember({
        shippingMethod: answer?.shippingMethods?.find(({ selected }: { selected: boolean }) => selected)?.id ?? null,
        payment: answer?.paymentProviders?.find(({ selected }: { selected: boolean }) => selected)?.id ?? null,
      });
      return answer;
    } catch (error) {
      this.failedSection = section;
      throw error;
    }
  }

  /** Null while the section is not complete. */
  private commandOf(section: Section, snapshot: CheckoutSnapshot, latest: CheckoutDto | null) {
    const { shippingMethod, payment } = snapshot;
    switch (section) {
      case 'contact':
        return this.contactCommand(snapshot);
      case 'address':
        return this.addressIsComplete(snapshot) ? { method: saveAddress, parameters: this.addressOf(snapshot) } : null;
      case 'method': {
        const offered = latest?.shippingMethods;
        const stillOffered = !offered || offered.some(({ id }) => id === shippingMethod);
        const wanted = shippingMethod && stillOffered;
        return wanted ? { method: saveShippingMethod, parameters: { methodId: shippingMethod } } : null;
      }
      default:
        return payment ? { method: savePayment, parameters: { providerId: payment } } : null;
    }
  }

  /** The order's person is named in the address, so the contact waits for it. */
  private contactCommand({ form, scopes }: CheckoutSnapshot) {
    const person = form.shipping;
    if (
      emailError(form.email, scopes.data) ||
      phoneError(form.phone) ||
      !(person.firstName.trim() || person.lastName.trim())
    ) {
      return null;
    }
    const contact = {
      email: normalisedEmail(form.email),
      firstName: person.firstName.trim() || null,
      lastName: person.lastName.trim() || null,
      phone: form.phone.trim() || null,
      company: person.company.trim() || null,
      marketingOptIn: form.marketingOptIn,
    };
    return { method: saveContact, parameters: { contact } };
  }

  private addressIsComplete({ form, scopes }: CheckoutSnapshot): boolean {
    const shipping = addressErrors('shipping', form.shipping, scopes);
    const billing = form.billingSame ? {} : addressErrors('billing', form.billing, scopes);
    return Object.keys(shipping).length === 0 && Object.keys(billing).length === 0;
  }

  private addressOf({ form, scopes }: CheckoutSnapshot) {
    return {
      address: {
        shipping: addressToSave('shipping', form.shipping, scopes),
        billingSame: form.billingSame,
        billing: form.billingSame ? null : addressToSave('billing', form.billing, scopes),
      },
    };
  }
}
