/**
 * How addresses of every country are asked for and checked; `c/addressPrinter` prints them. The data is loaded once, from the static resource that
 * Apex reads too; the class AddressFormat and this module are held to the same results by the resource AddressExamples.
 */
import ADDRESS_FORMATS from '@salesforce/resourceUrl/AddressFormats';
import { countryName } from 'c/storeFormat';
import type { AddressFieldDto, CountryDto } from 'c/storeTypes';
import streetLabel from '@salesforce/label/c.Customers_Street';
import street2Label from '@salesforce/label/c.Customers_Street2';
import { areaLabel, cityLabel, postcodeLabel } from './addressLabels';
import { plain, plainCode } from './addressText';

export { line } from './addressText';

/** An entry of the resource; see its first lines. */
export interface CountryFormat {
  format: string;
  latin?: string;
  required: string;
  languages?: string;
  postcode?: string;
  examples?: string[];
  postcodeType?: string;
  areaType?: string;
  cityType?: string;
  /** Code, name, name in Latin letters, as printed, start of its postcodes; the last three may be left out. */
  areas?: string[][];
}

export type AddressData = { email?: string } & Record<string, CountryFormat | string | string[] | undefined>;

/** Unions, islands of other countries and stand-ins that have a code and a name. */
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));
/** Longest values, as Apex takes them (PostalAddress). */
export const MAX_LENGTHS: Record<string, number> = {
  firstName: 40,
  lastName: 80,
  email: 80,
  phone: 40,
  street: 255,
  street2: 255,
  city: 40,
  stateCode: 40,
  postalCode: 20,
};

/** Where nothing is known of a country, and before the data is there. */
export const UNKNOWN: CountryFormat = { format: '%N%n%O%n%A%n%C %S %Z', required: 'A' };
let loading: Promise<AddressData> | null = null;

/** The data of all countries; empty when it cannot be reached: then the server alone checks. */
export function loadAddressData(): Promise<AddressData> {
  loading ??= fetch(ADDRESS_FORMATS)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .catch(() => {
      loading = null; // The next page may have more luck.
      return {};
    });
  return loading;
}

/** What is known of a country; null for nothing. */
export function formatOf(data: AddressData, code: string | null | undefined): CountryFormat | null {
  const entry = /^[A-Z]{2}$/.test(code ?? '') ? data[code as string] : null;
  return entry ? (entry as CountryFormat) : null;
}

/** Whether the page accepts an e-mail address; any with an @ while the rule is not there. */
export function acceptsEmail(data: AddressData, email: string): boolean {
  return new RegExp(`^(?:${data.email ?? '.+@.+'})$`).test(normalisedEmail(email));
}

/** Whether it can be a phone number: 5 to 15 digits, with what people write between them. PhoneRule for the page. */
export function acceptsPhone(phone: string): boolean {
  return /^(?=(?:\D*\d){5,15}\D*$)[+\d ()./-]+$/.test(plainCode(phone));
}

/** An e-mail address as it is stored: without what copying brings along, in small letters. */
export function normalisedEmail(email: string): string {
  return plain(email).toLowerCase();
}

// ---- forms ----

const asks = (format: CountryFormat, part: string): boolean =>
  format.format.includes(`%${part}`) || Boolean(format.latin?.includes(`%${part}`));

/** True where people read the local script: the store speaks a language of the country. */
function isLocal(format: CountryFormat, locale: string | null | undefined): boolean {
  const language = (locale ?? '').split(/[-_]/)[0];
  return (format.languages ?? '').split('~').some((each) => each.split('-')[0] === language);
}

function fieldsOf(format: CountryFormat, local: boolean): AddressFieldDto[] {
  const field = (part: string, name: string, label: string) => ({
    name,
    label,
    required: format.required.includes(part),
  });
  const fields: Record<string, AddressFieldDto[]> = {
    A: [
      { name: 'street', label: streetLabel, required: true },
      { name: 'street2', label: street2Label, required: false },
    ],
    C: [field('C', 'city', cityLabel(format.cityType))],
    S: [field('S', 'stateCode', areaLabel(format.areaType))],
    Z: [{ ...field('Z', 'postalCode', postcodeLabel(format.postcodeType)), example: format.examples?.[0] }],
  };
  const order = (local ? format.format : (format.latin ?? format.format)).match(/%[ACSZ]/g) ?? [];
  const parts = [...new Set([...order.map((part) => part[1]), ...'ACSZ'])];
  return parts.filter((part) => asks(format, part)).flatMap((part) => fields[part]);
}

function statesOf(format: CountryFormat, local: boolean, locale: string | null | undefined) {
  const states = (format.areas ?? []).map(([code, name, latin]) => ({ code, name: local ? name : latin || name }));
  const collator = new Intl.Collator((locale ?? 'en').replaceAll('_', '-'));
  // The official order of local names (Hokkaido to Okinawa) is the one that people know.
  return local ? states : states.sort((a, b) => collator.compare(a.name, b.name));
}

/** Codes that browsers know a name of: what is there while the data cannot be reached. The server takes countries only. */
function regionCodes(): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  // Codes of former countries stand for others (DD for DE).
  const isCurrent = (code: string) => new Intl.Locale(`und-${code}`).region === code;
  return pairs.filter((code) => names.of(code) && isCurrent(code) && !NO_COUNTRIES.has(code));
}

/**
 * Countries with the fields of their addresses, by name.
 * @param codes null for all countries
 */
export function countriesOf(data: AddressData, codes: string[] | null, locale?: string | null): CountryDto[] {
  const known = Object.keys(data).filter((key) => formatOf(data, key));
  const all = codes ?? (known.length ? known : regionCodes());
  const collator = new Intl.Collator((locale ?? 'en').replaceAll('_', '-'));
  return all
    .map((code) => {
      const format = formatOf(data, code) ?? UNKNOWN;
      const local = isLocal(format, locale);
      return {
        code,
        name: countryName(code, locale),
        fields: fieldsOf(format, local),
        states: statesOf(format, local, locale),
        format,
      };
    })
    .sort((a, b) => collator.compare(a.name, b.name));
}

// ---- postcodes ----

function shape(format: CountryFormat, candidate: string): string | null {
  const whole = new RegExp(`^(?:${format.postcode})$`);
  const letters = candidate.replace(/[^0-9A-Z]/g, '');
  for (const example of format.examples ?? []) {
    let used = 0;
    const shaped = example.replace(/[0-9A-Z]/g, () => letters.charAt(used++));
    if (used === letters.length && whole.test(shaped)) {
      return shaped;
    }
  }
  const trimmed = candidate.replace(/^-/, '').trim();
  return whole.test(trimmed) ? trimmed : null;
}

/** Without the words around a postcode of digits: `S(018956)`, `C.P. 06000`, `50667 KÖLN`. */
function digitsOnly(format: CountryFormat, text: string): string {
  const hasLetters = /[A-Z]/.test(format.examples?.[0] ?? 'A');
  return hasLetters ? text : text.replace(/^[^0-9]*[^0-9A-Z]/, '').replace(/[^0-9A-Z][^0-9]*$/, '');
}

/** The postcode as it is written in the country; what cannot be one comes back tidied only. */
export function normalisePostcode(country: Pick<CountryDto, 'code' | 'format'>, typed: string): string {
  const text = plainCode(typed);
  const { code, format } = country;
  if (!text || !format?.postcode || text.length > 2 * MAX_LENGTHS.postalCode) {
    return text;
  }
  const bare = text.startsWith(code) ? text.slice(2) : text;
  const candidates = [text, text.replace(/^[A-Z]{1,3}[ -]+/, ''), bare, code + text, digitsOnly(format, text)];
  for (const candidate of candidates) {
    const shaped = shape(format, candidate);
    if (shaped) {
      return shaped;
    }
  }
  return text;
}

/** What is wrong with a normalised postcode: its shape, or that it belongs to another area. */
export function postcodeFault(format: CountryFormat, postcode: string, area: string): 'shape' | 'area' | null {
  if (!format.postcode) {
    return null;
  }
  if (!new RegExp(`^(?:${format.postcode})$`).test(postcode)) {
    return 'shape';
  }
  const starts = format.areas?.find(([code]) => code === area)?.[4];
  return starts && !new RegExp(`^(?:${starts})`).test(postcode) ? 'area' : null;
}
