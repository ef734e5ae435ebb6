import { freeShippingFrom, homeCountry } from 'c/storeDelivery';
import { countryName, fillLabel, formatMoney } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import freeShipping from '@salesforce/label/c.Store_FreeShippingTo';
import freeShippingFromLabel from '@salesforce/label/c.Store_FreeShippingFromTo';

/** What the merchant writes where the free shipping of the shopper's country goes. */
const PLACEHOLDER = '{freeShipping}';
const FOR_COUNTRIES = /^([A-Z]{2}(?:\s*,\s*[A-Z]{2})*)\s*:\s*(.*)$/;

/**
 * The store's announcement for a country: its own line, else the line for everyone. While the country is not known, free shipping is
 * said for the store's home country, by name, so that it is true for every reader.
 * @returns empty when there is nothing to announce
 */
export function announcementFor(store: StoreDto, code: string | null): string {
  return lineFor(store.announcement ?? '', code)
    .split(' · ')
    .map((part) => part.replace(PLACEHOLDER, () => freeShippingText(store, code ?? homeCountry(store))).trim())
    .filter(Boolean)
    .join(' · ');
}

function lineFor(text: string, code: string | null): string {
  let forAll = '';
  for (const line of text.split(/\r?\n/)) {
    const [, countries, own] = FOR_COUNTRIES.exec(line.trim()) ?? [];
    if (countries === undefined) {
      forAll ||= line.trim();
    } else if (code && countries.split(/\s*,\s*/).includes(code)) {
      return own;
    }
  }
  return forAll;
}

function freeShippingText(store: StoreDto, code: string | null): string {
  const from = freeShippingFrom(store, code);
  if (from === null || !code) {
    return '';
  }
  const country = countryName(code, store.locale);
  return from === 0
    ? fillLabel(freeShipping, country)
    : fillLabel(freeShippingFromLabel, formatMoney(from, store, true), country);
}
