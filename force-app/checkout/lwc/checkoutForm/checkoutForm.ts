/** What the shopper types at the checkout, the rules a browser can check, and how server messages reach the fields. */
import {
  acceptsEmail,
  acceptsPhone,
  line,
  MAX_LENGTHS,
  normalisedEmail,
  normalisePostcode,
  postcodeFault,
  type AddressData,
} from 'c/addressBook';
import { fillLabel } from 'c/storeFormat';
import type {
  AddressDto,
  AddressFieldDto,
  CheckoutDto,
  ContactDto,
  CountryDto,
  KeptMethodDto,
  PaymentProviderDto,
} from 'c/storeTypes';
import emailInvalid from '@salesforce/label/c.Store_EmailInvalid';
import emailLabel from '@salesforce/label/c.Store_Email';
import firstNameLabel from '@salesforce/label/c.Store_FirstName';
import lastNameLabel from '@salesforce/label/c.Store_LastName';
import fieldInvalid from '@salesforce/label/c.Store_FieldInvalid';
import fieldRequired from '@salesforce/label/c.Store_FieldRequired';
import chooseShipping from '@salesforce/label/c.Store_ChooseShipping';
import accountOnHold from '@salesforce/label/c.Checkout_Account_On_Hold';
import choosePayment from '@salesforce/label/c.Store_ChoosePayment';
import acceptTerms from '@salesforce/label/c.Store_AcceptTermsError';
import emailTooLong from '@salesforce/label/c.Customers_Email_Too_Long';
import phoneWrong from '@salesforce/label/c.Customers_Phone_Wrong';
import fieldTooLong from '@salesforce/label/c.Customers_Field_Too_Long';
import fieldWrong from '@salesforce/label/c.Customers_Field_Wrong';
import postcodeElsewhere from '@salesforce/label/c.Customers_Postcode_Elsewhere';
import streetsTooLong from '@salesforce/label/c.Customers_Streets_Too_Long';
import phoneLabel from '@salesforce/label/c.Store_Phone';
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
  /** Number of the purchase order of whoever buys on account. */
  purchaseOrder?: string;
  termsAccepted: boolean;
  /** Id of the way to pay that was chosen here, or of a kept one; null for none yet. */
  payment: string | null;
  /** The way to pay is to be kept for next time. */
  keepMethod: boolean;
  /** The delivery address is to go into the address book. */
  keepAddress?: boolean;
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
  { name: 'firstName', label: firstNameLabel, required: false },
  { name: 'lastName', label: lastNameLabel, required: true },
];
/** Both street lines become one field of an order. */
const STREET_LENGTH = 255;

/** What the page knows about addresses: where goods go, where bills go, and the data that all checks are made with. */
export interface AddressScopes {
  shipping: CountryDto[];
  billing: CountryDto[];
  data: AddressData;
}

/** An address as a form holds it. */
export function addressForm(address: AddressDto | null | undefined): AddressForm {
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
  scopes: AddressScopes,
  locale?: string | null,
  chosen?: string | null,
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
    payment: null,
    keepMethod: false,
  };
  const merged = { ...form, ...draft };
  merged.shipping = withCountry({ ...form.shipping, ...draft?.shipping }, scopes.shipping, locale, chosen);
  merged.billing = withCountry({ ...form.billing, ...draft?.billing }, scopes.billing, locale, chosen);
  // What is not shipped needs one address only.
  merged.billingSame = merged.billingSame || !checkout.requiresShipping;
  return merged;
}

/** A store that ships to one country does not ask for it; otherwise the one picked elsewhere or the region of the store is a fair first guess. */
function withCountry(
  address: AddressForm,
  countries: CountryDto[],
  locale?: string | null,
  chosen?: string | null,
): AddressForm {
  if (countries.some((country) => country.code === address.countryCode)) {
    return address;
  }
  const region = (locale ?? '').split(/[-_]/).slice(1);
  const guess =
    countries.find(({ code }) => code === chosen) ??
    countries.find(({ code }) => region.includes(code)) ??
    countries[0];
  return { ...address, countryCode: guess?.code ?? '' };
}

/** The fields of a country's address; names are always asked for. */
export function addressFields(country: CountryDto | null | undefined): AddressFieldDto[] {
  const fields = country?.fields ?? [];
  const missingNames = NAME_FIELDS.filter((name) => !fields.some((field) => field.name === name.name));
  return [...missingNames, ...fields.filter((field) => field.name !== 'countryCode')];
}

function tooLongError(name: string, label: string, text: string): string | null {
  const limit = MAX_LENGTHS[name];
  return text.length > limit ? fillLabel(fieldTooLong, label, limit) : null;
}

export function phoneError(phone: string): string | null {
  const text = line(phone);
  return tooLongError('phone', phoneLabel, text) ?? (!text || acceptsPhone(text) ? null : phoneWrong);
}

export function emailError(email: string, data: AddressData): string | null {
  if (!email.trim()) {
    return fillLabel(fieldRequired, emailLabel);
  }
  if (normalisedEmail(email).length > MAX_LENGTHS.email) {
    return fillLabel(emailTooLong, MAX_LENGTHS.email);
  }
  return acceptsEmail(data, email) ? null : emailInvalid;
}

function postcodeError(field: AddressFieldDto, address: AddressForm, country: CountryDto): string | null {
  const { format } = country;
  const postcode = normalisePostcode(country, address.postalCode);
  const fault = format ? postcodeFault(format, postcode, address.stateCode) : null;
  if (fault === 'area') {
    const area = country.states.find(({ code }) => code === address.stateCode);
    return fillLabel(postcodeElsewhere, field.label, postcode, area?.name ?? '');
  }
  if (fault === 'shape') {
    return field.example ? fillLabel(fieldInvalid, field.label, field.example) : fillLabel(fieldWrong, field.label);
  }
  return null;
}

/** @returns the message for one field of an address, or null */
export function addressFieldError(field: AddressFieldDto, address: AddressForm, country: CountryDto): string | null {
  const { firstName, lastName, street, street2 } = address;
  const text = line(address[field.name as keyof AddressForm]);
  if (!text) {
    const missing = field.name === 'lastName' ? !line(firstName) && !line(lastName) : field.required;
    return missing ? fillLabel(fieldRequired, field.label) : null;
  }
  const tooLong = tooLongError(field.name, field.label, text);
  if (tooLong) {
    return tooLong;
  }
  if (field.name === 'postalCode') {
    return postcodeError(field, address, country);
  }
  const tooLongTogether = field.name === 'street2' && line(street).length + line(street2).length >= STREET_LENGTH;
  return tooLongTogether ? fillLabel(streetsTooLong, STREET_LENGTH) : null;
}

/** @returns messages of an address by `scope.field`; empty when the browser sees nothing wrong */
export function addressErrors(scope: AddressScope, address: AddressForm, scopes: AddressScopes): FormErrors {
  const errors: FormErrors = {};
  const country = countryOf(scope, address, scopes);
  if (!country) {
    errors[`${scope}.countryCode`] = fillLabel(fieldRequired, countryLabel);
    return errors;
  }
  for (const field of addressFields(country)) {
    const message = addressFieldError(field, address, country);
    if (message) {
      errors[`${scope}.${field.name}`] = message;
    }
  }
  return errors;
}

function countryOf(scope: AddressScope, address: AddressForm, scopes: AddressScopes): CountryDto | undefined {
  return scopes[scope].find(({ code }) => code === address.countryCode);
}

/** The address as it is sent: tidied, without what belongs to the form of another country. */
export function addressToSave(scope: AddressScope, address: AddressForm, scopes: AddressScopes): AddressDto {
  const country = countryOf(scope, address, scopes);
  const asked = new Set([...addressFields(country).map(({ name }) => name), 'company', 'phone', 'countryCode']);
  const entries = ADDRESS_FIELDS.map((name) => [name, (asked.has(name) && line(address[name])) || null]);
  const saved = Object.fromEntries(entries) as AddressDto;
  if (country && saved.postalCode) {
    saved.postalCode = normalisePostcode(country, saved.postalCode);
  }
  return saved;
}

/** Whether nothing is missing or wrong in the addresses. */
export function addressIsComplete(form: CheckoutFormState, scopes: AddressScopes): boolean {
  const billing = form.billingSame ? {} : addressErrors('billing', form.billing, scopes);
  return Object.keys({ ...addressErrors('shipping', form.shipping, scopes), ...billing }).length === 0;
}

/** Who buys, as it is sent: the order's person is named in the address. Null while something is missing or wrong. */
export function contactToSave(form: CheckoutFormState, scopes: AddressScopes): ContactDto | null {
  if (emailError(form.email, scopes.data) || phoneError(form.phone)) {
    return null;
  }
  const { firstName, lastName, company } = form.shipping;
  return {
    email: normalisedEmail(form.email),
    firstName: firstName.trim() || null,
    lastName: lastName.trim() || null,
    phone: form.phone.trim() || null,
    company: company.trim() || null,
    marketingOptIn: form.marketingOptIn,
  };
}

/** How the shopper pays: who takes the money, and which kept method is charged, if one is. */
export interface PaymentChoice {
  provider: PaymentProviderDto;
  method: KeptMethodDto | null;
}

/**
 * What the shopper chose while it is offered; else what they keep as their default; else what the cart has, or the only one.
 * @param chosen Id of a provider or of a kept method
 */
export function paymentChoice(providers: PaymentProviderDto[], chosen: string | null): PaymentChoice | null {
  const kept = providers.flatMap((provider) =>
    (provider.kept ?? []).filter(({ isExpired }) => !isExpired).map((method) => ({ provider, method })),
  );
  const plain = providers.map((provider) => ({ provider, method: null }));
  return (
    [...kept, ...plain].find(({ provider, method }) => (method ?? provider).id === chosen) ??
    kept.find(({ method }) => method.isDefault) ??
    plain.find(({ provider }) => provider.selected) ??
    (plain.length === 1 ? plain[0] : null)
  );
}

/** Everything that stands between this form and an order, in the order of the page. */
export function formErrors(
  form: CheckoutFormState,
  checkout: CheckoutDto,
  scopes: AddressScopes,
  chosen: { shippingMethod: string | null; payment: string | null },
): FormErrors {
  const errors: FormErrors = {};
  const email = emailError(form.email, scopes.data);
  if (email) {
    errors.email = email;
  }
  const phone = phoneError(form.phone);
  if (phone) {
    errors.phone = phone;
  }
  Object.assign(errors, addressErrors('shipping', form.shipping, scopes));
  if (checkout.requiresShipping && !chosen.shippingMethod) {
    errors.shippingMethod = chooseShipping;
  }
  if (!chosen.payment && checkout.openAmount !== 0) {
    errors.payment = checkout.isAccountOnHold ? accountOnHold : choosePayment;
  }
  if (!form.billingSame) {
    Object.assign(errors, addressErrors('billing', form.billing, scopes));
  }
  if (!form.termsAccepted) {
    errors.terms = acceptTerms;
  }
  return errors;
}

const RENAMED_FIELDS: Record<string, string> = {
  paymentProvider: 'payment',
  termsAccepted: 'terms',
  firstName: 'shipping.firstName',
  lastName: 'shipping.lastName',
  company: 'shipping.company',
};
const RELATED: Partial<Record<keyof AddressForm, keyof AddressForm>> = {
  stateCode: 'postalCode',
  firstName: 'lastName',
  street: 'street2',
};

/** Puts the server's field names into the page's: the person's name and company are typed with the address. */
export function pageErrors(fields: Record<string, string>): FormErrors {
  const errors: FormErrors = {};
  for (const [name, message] of Object.entries(fields)) {
    errors[RENAMED_FIELDS[name] ?? name] = message;
  }
  return errors;
}

/** The form with one field changed. */
export function typed(form: CheckoutFormState, name: string, value: string): CheckoutFormState {
  const [scope, field] = name.split('.') as [AddressScope, keyof AddressForm];
  if (!field) {
    return { ...form, [name]: value };
  }
  // The states and the postcodes of one country mean nothing in another.
  const cleared = field === 'countryCode' ? { stateCode: '' } : {};
  return { ...form, [scope]: { ...form[scope], ...cleared, [field]: value } };
}

/**
 * Fields to judge with one that was left: another country has other fields; a postcode is judged with its state, a last name
 * with the first, the second street line with the first.
 */
export function judgedWith(form: CheckoutFormState, errors: FormErrors, name: string): string[] {
  const [scope, field] = name.split('.') as [AddressScope, keyof AddressForm];
  if (field === 'countryCode') {
    return Object.keys(errors).filter((key) => key.startsWith(`${scope}.`));
  }
  const related = RELATED[field];
  const judged = `${scope}.${related}`;
  return related && (form[scope][related] || errors[judged]) ? [judged] : [];
}

/** What is wrong with one field of the form (`email`, `shipping.city`, …); null when nothing is. */
export function fieldError(form: CheckoutFormState, scopes: AddressScopes, name: string): string | null {
  if (name === 'email') {
    return emailError(form.email, scopes.data);
  }
  if (name === 'phone') {
    return phoneError(form.phone);
  }
  const [scope, field] = name.split('.') as [AddressScope, keyof AddressForm];
  const country = field && countryOf(scope, form[scope], scopes);
  const rule = country && addressFields(country).find((candidate) => candidate.name === field);
  return rule ? addressFieldError(rule, form[scope], country) : null;
}

/** An e-mail address and a postcode as they are stored, for the shopper to see; null for fields that stay as typed. */
export function tidied(form: CheckoutFormState, scopes: AddressScopes, name: string): string | null {
  if (name === 'email') {
    return normalisedEmail(form.email);
  }
  const [scope, field] = name.split('.') as [AddressScope, keyof AddressForm];
  const country = field === 'postalCode' ? countryOf(scope, form[scope], scopes) : null;
  return country ? normalisePostcode(country, form[scope].postalCode) : null;
}
