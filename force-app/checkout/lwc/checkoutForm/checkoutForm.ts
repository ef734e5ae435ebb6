/** What the shopper types at the checkout, the rules a browser can check, and how server messages reach the fields. */
import { fillLabel } from 'c/storeFormat';
import type { AddressDto, AddressFieldDto, CheckoutDto, ContactDto, CountryDto } from 'c/storeTypes';
import emailInvalid from '@salesforce/label/c.Store_EmailInvalid';
import emailLabel from '@salesforce/label/c.Store_Email';
import firstNameLabel from '@salesforce/label/c.Store_FirstName';
import lastNameLabel from '@salesforce/label/c.Store_LastName';
import fieldInvalid from '@salesforce/label/c.Store_FieldInvalid';
import fieldRequired from '@salesforce/label/c.Store_FieldRequired';
import chooseShipping from '@salesforce/label/c.Store_ChooseShipping';
import choosePayment from '@salesforce/label/c.Store_ChoosePayment';
import acceptTerms from '@salesforce/label/c.Store_AcceptTermsError';
import countryLabel from '@salesforce/label/c.Store_Country';

export type AddressScope = 'shipping' | 'billing';

export interface AddressForm {
  firstName: string;
  lastName: string;
  company: string;
  street: string;
  street2: string;
  city: string;
  stateCode: string;
  postalCode: string;
  countryCode: string;
  phone: string;
}

export interface CheckoutFormState {
  email: string;
  phone: string;
  marketingOptIn: boolean;
  shipping: AddressForm;
  billingSame: boolean;
  billing: AddressForm;
  note: string;
  termsAccepted: boolean;
}

/** Message by field, named as in the page: `email`, `shipping.street`, `billing.city`, `shippingMethod`, `payment`, `terms`. */
export type FormErrors = Record<string, string>;

const ADDRESS_FIELDS: (keyof AddressForm)[] = [
  'firstName',
  'lastName',
  'company',
  'street',
  'street2',
  'city',
  'stateCode',
  'postalCode',
  'countryCode',
  'phone',
];
const NAME_FIELDS: AddressFieldDto[] = [
  { name: 'firstName', label: firstNameLabel, required: true, pattern: null, example: null },
  { name: 'lastName', label: lastNameLabel, required: true, pattern: null, example: null },
];
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

function addressForm(address: AddressDto | null | undefined): AddressForm {
  const form = {} as AddressForm;
  for (const field of ADDRESS_FIELDS) {
    form[field] = address?.[field] ?? '';
  }
  return form;
}

/**
 * The form as the server knows it, with what was typed since on top.
 * @param locale the store's, such as `en-US`: addresses start in its region
 */
export function initialForm(
  checkout: CheckoutDto,
  draft: Partial<CheckoutFormState> | null,
  locale?: string | null,
): CheckoutFormState {
  const contact: Partial<ContactDto> = checkout.contact ?? {};
  const shipping = addressForm(checkout.shippingAddress);
  const form: CheckoutFormState = {
    email: contact.email ?? '',
    phone: contact.phone ?? '',
    marketingOptIn: Boolean(contact.marketingOptIn),
    shipping: {
      ...shipping,
      firstName: shipping.firstName || (contact.firstName ?? ''),
      lastName: shipping.lastName || (contact.lastName ?? ''),
    },
    billingSame: checkout.billingSame !== false,
    billing: addressForm(checkout.billingAddress),
    note: checkout.note ?? '',
    termsAccepted: Boolean(checkout.termsAccepted),
  };
  const merged = { ...form, ...draft };
  merged.shipping = withCountry({ ...form.shipping, ...draft?.shipping }, checkout.countries, locale);
  merged.billing = withCountry({ ...form.billing, ...draft?.billing }, checkout.countries, locale);
  // What is not shipped needs one address only.
  merged.billingSame = merged.billingSame || !checkout.requiresShipping;
  return merged;
}

/** A store that ships to one country does not ask for it; otherwise the region of the store is a fair first guess. */
function withCountry(address: AddressForm, countries: CountryDto[], locale?: string | null): AddressForm {
  if (countries.some((country) => country.code === address.countryCode)) {
    return address;
  }
  const region = (locale ?? '').split(/[-_]/).slice(1);
  const guess = countries.find(({ code }) => region.includes(code)) ?? countries[0];
  return { ...address, countryCode: guess?.code ?? '' };
}

/** The fields of a country's address; names are always asked for. */
export function addressFields(country: CountryDto | null | undefined): AddressFieldDto[] {
  const fields = country?.fields ?? [];
  const missingNames = NAME_FIELDS.filter((name) => !fields.some((field) => field.name === name.name));
  return [...missingNames, ...fields.filter((field) => field.name !== 'countryCode')];
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'i').test(value);
  } catch {
    return true; // A pattern that this browser cannot read is left to the server.
  }
}

export function emailError(email: string): string | null {
  if (!email.trim()) {
    return fillLabel(fieldRequired, emailLabel);
  }
  return EMAIL.test(email.trim()) ? null : emailInvalid;
}

/** @returns the message for one field of an address, or null */
export function addressFieldError(field: AddressFieldDto, value: string): string | null {
  const text = value.trim();
  if (!text) {
    return field.required ? fillLabel(fieldRequired, field.label) : null;
  }
  if (field.pattern && !matches(field.pattern, text)) {
    return fillLabel(fieldInvalid, field.label, field.example ?? '').trim();
  }
  return null;
}

/** @returns messages of an address by `scope.field`; empty when the browser sees nothing wrong */
export function addressErrors(scope: AddressScope, address: AddressForm, countries: CountryDto[]): FormErrors {
  const errors: FormErrors = {};
  const country = countries.find((candidate) => candidate.code === address.countryCode);
  if (!country) {
    errors[`${scope}.countryCode`] = fillLabel(fieldRequired, countryLabel);
    return errors;
  }
  for (const field of addressFields(country)) {
    const message = addressFieldError(field, address[field.name as keyof AddressForm] ?? '');
    if (message) {
      errors[`${scope}.${field.name}`] = message;
    }
  }
  return errors;
}

/** Everything that stands between this form and an order, in the order of the page. */
export function formErrors(
  form: CheckoutFormState,
  checkout: CheckoutDto,
  chosen: { shippingMethod: string | null; payment: string | null },
): FormErrors {
  const errors: FormErrors = {};
  const email = emailError(form.email);
  if (email) {
    errors.email = email;
  }
  Object.assign(errors, addressErrors('shipping', form.shipping, checkout.countries));
  if (checkout.requiresShipping && !chosen.shippingMethod) {
    errors.shippingMethod = chooseShipping;
  }
  if (!chosen.payment) {
    errors.payment = choosePayment;
  }
  if (!form.billingSame) {
    Object.assign(errors, addressErrors('billing', form.billing, checkout.countries));
  }
  if (!form.termsAccepted) {
    errors.terms = acceptTerms;
  }
  return errors;
}

const RENAMED_FIELDS: Record<string, string> = {
  methodId: 'shippingMethod',
  providerId: 'payment',
  paymentProvider: 'payment',
  termsAccepted: 'terms',
};

/** Puts the server's field names into the page's. Names without a scope belong to the section that was saved. */
export function pageErrors(section: string, fields: Record<string, string>): FormErrors {
  const errors: FormErrors = {};
  for (const [name, message] of Object.entries(fields)) {
    const bare = name.replace(/^contact\./, '').replace(/^(shipping|billing)Address\./, '$1.');
    if (bare.includes('.') || RENAMED_FIELDS[bare]) {
      errors[RENAMED_FIELDS[bare] ?? bare] = message;
    } else if (section === 'address' || bare === 'firstName' || bare === 'lastName') {
      errors[`shipping.${bare}`] = message;
    } else {
      errors[bare] = message;
    }
  }
  return errors;
}

/** An address with one field changed. */
export function withField(address: AddressForm, field: keyof AddressForm, value: string): AddressForm {
  // The states and the postcodes of one country mean nothing in another.
  const cleared = field === 'countryCode' ? { stateCode: '' } : {};
  return { ...address, ...cleared, [field]: value };
}

/** What is wrong with one field of the form (`email`, `shipping.city`, …); null when nothing is. */
export function fieldError(form: CheckoutFormState, countries: CountryDto[], name: string): string | null {
  if (name === 'email') {
    return emailError(form.email);
  }
  const [scope, field] = name.split('.') as [AddressScope, keyof AddressForm];
  if (!field || field === 'countryCode') {
    return null;
  }
  const country = countries.find(({ code }) => code === form[scope].countryCode);
  const rule = addressFields(country).find((candidate) => candidate.name === field);
  return rule ? addressFieldError(rule, form[scope][field]) : null;
}
