import { LightningElement, api } from 'lwc';
import { addressFields, type AddressForm, type AddressScope, type FormErrors } from 'c/checkoutForm';
import type { CountryDto } from 'c/storeTypes';
import countryLabel from '@salesforce/label/c.Store_Country';

interface FieldView {
  key: string;
  name: string;
  label: string;
  value: string;
  required: boolean;
  error: string;
  autocomplete: string;
  type: string;
  mode: string | null;
  choices: { code: string; name: string }[] | null;
  cellClass: string;
}

/** Tokens of https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
const AUTOCOMPLETE: Record<string, string> = {
  firstName: 'given-name',
  lastName: 'family-name',
  company: 'organization',
  street: 'address-line1',
  street2: 'address-line2',
  city: 'address-level2',
  stateCode: 'address-level1',
  postalCode: 'postal-code',
  countryCode: 'country',
  phone: 'tel',
};
const HALF = new Set(['firstName', 'lastName', 'city', 'stateCode', 'postalCode']);

/** The fields of an address, as its country wants them. Fires what its fields fire. */
export default class CheckoutAddress extends LightningElement {
  static renderMode = 'light' as const;

  @api scope: AddressScope = 'shipping';
  @api address: AddressForm | null = null;
  @api countries: CountryDto[] = [];
  @api errors: FormErrors = {};

  get country(): CountryDto | null {
    return (this.countries ?? []).find((country) => country.code === this.address?.countryCode) ?? null;
  }

  get fields(): FieldView[] {
    const country = this.country;
    const countryField = { name: 'countryCode', label: countryLabel, required: true };
    const choices: Record<string, { code: string; name: string }[]> = { countryCode: this.countries ?? [] };
    if (country?.states.length) {
      choices.stateCode = country.states;
    }
    return [countryField, ...addressFields(country)].map((field) => {
      const name = `${this.scope}.${field.name}`;
      return {
        key: field.name,
        name,
        label: field.label,
        value: this.address?.[field.name as keyof AddressForm] ?? '',
        required: field.required,
        error: this.errors?.[name] ?? '',
        autocomplete: `${this.scope} ${AUTOCOMPLETE[field.name] ?? 'on'}`,
        type: field.name === 'phone' ? 'tel' : 'text',
        mode: field.name === 'phone' ? 'tel' : null,
        choices: choices[field.name] ?? null,
        cellClass: HALF.has(field.name) ? 'cell half' : 'cell',
      };
    });
  }
}
