import { LightningElement, api } from 'lwc';
import getAddresses from '@salesforce/apex/AddressBookController.getAddresses';
import { addressLines } from 'c/addressPrinter';
import { addressErrors, type AddressForm, type AddressScopes } from 'c/checkoutForm';
import type { AddressDto, SavedAddressDto } from 'c/storeTypes';
import another from '@salesforce/label/c.Checkout_Another_Address';
import keep from '@salesforce/label/c.Checkout_Keep_Address';
import savedAddresses from '@salesforce/label/c.Checkout_Saved_Addresses';

const COMPARED = [
  'firstName',
  'lastName',
  'company',
  'street',
  'street2',
  'city',
  'stateCode',
  'postalCode',
  'countryCode',
];

/**
 * Addresses that a shopper who signed in has kept, to choose from, and a tick that has a new one kept with the order. The default
 * one is chosen as long as nothing was typed.
 * @fires CheckoutAddressBook#address `{address}` bubbles: the address that was chosen; only its country where another one is wanted
 * @fires CheckoutAddressBook#set `{name, value}` bubbles: `keepAddress`, whether the typed one is to be kept
 */
export default class CheckoutAddressBook extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** What is typed. */
  @api address: AddressForm | null = null;
  @api scopes: AddressScopes | null = null;
  /** The store's, such as `en-US`. */
  @api locale: string | null = null;

  labels = { keep, savedAddresses };
  saved: SavedAddressDto[] = [];
  mayKeep = false;
  /** The shopper wants what they type to be kept. */
  keeps = true;
  /** What the checkout was told last. */
  private told: boolean | null = null;

  connectedCallback(): void {
    this.load();
  }

  renderedCallback(): void {
    const value = this.canKeep && this.keeps;
    if (value !== this.told) {
      this.told = value;
      this.dispatchEvent(new CustomEvent('set', { detail: { name: 'keepAddress', value }, bubbles: true }));
    }
  }

  async load(): Promise<void> {
    try {
      const { addresses, mayKeep } = await getAddresses({ storeCode: this.storeCode });
      this.saved = addresses;
      this.mayKeep = mayKeep;
    } catch {
      return; // Whoever cannot choose types.
    }
    const defaults = this.usable.filter(({ isDefaultShipping }) => isDefaultShipping);
    // The person's own comes before the one of their company.
    const chosen = defaults.find(({ isShared }) => !isShared) ?? defaults[0];
    if (chosen && !this.address?.street) {
      this.choose(chosen);
    }
  }

  /** Those that the store sends to. */
  get usable(): SavedAddressDto[] {
    const served = new Set((this.scopes?.shipping ?? []).map(({ code }) => code));
    return this.saved.filter(({ address }) => served.has(address.countryCode ?? ''));
  }

  get chosenId(): string | null {
    return this.saved.find(({ address }) => this.isTyped(address))?.id ?? null;
  }

  isTyped(saved: AddressDto): boolean {
    const typed = this.address as unknown as Record<string, string | null> | null;
    const known = saved as unknown as Record<string, string | null>;
    return COMPARED.every((name) => (known[name] ?? '').toLowerCase() === (typed?.[name] ?? '').trim().toLowerCase());
  }

  get options() {
    const { chosenId } = this;
    const data = this.scopes?.data ?? {};
    const choices = this.usable.map(({ id, label, address }) => {
      const lines = addressLines(data, address, this.locale);
      return { value: id as string, label: [label, ...lines].filter(Boolean).join(', '), selected: id === chosenId };
    });
    return [{ value: '', label: another, selected: !chosenId }, ...choices];
  }

  get hasChoices(): boolean {
    return this.usable.length > 0;
  }

  /** What is typed is complete and not in the book yet. */
  get canKeep(): boolean {
    const { address, scopes } = this;
    return Boolean(
      this.mayKeep &&
      address &&
      scopes &&
      !this.chosenId &&
      Object.keys(addressErrors('shipping', address, scopes)).length === 0,
    );
  }

  choose({ address }: SavedAddressDto): void {
    this.dispatchEvent(new CustomEvent('address', { detail: { address }, bubbles: true }));
  }

  handleChoose(event: Event): void {
    const chosen = this.saved.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (chosen) {
      this.choose(chosen);
    } else {
      // Another one is typed from the start; most are in the same country.
      this.dispatchEvent(
        new CustomEvent('address', {
          detail: { address: { countryCode: this.address?.countryCode ?? null } },
          bubbles: true,
        }),
      );
    }
  }

  handleKeep(event: Event): void {
    this.keeps = (event.target as HTMLInputElement).checked;
  }
}
