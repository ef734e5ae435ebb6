/** Where the shopper wants things sent, and what the store's shipping methods say about that country. */
import { connectCart } from 'c/cartStore';
import type { DeliveryMethodDto, StoreDto } from 'c/storeTypes';

type CountryListener = (code: string | null) => void;

const STORAGE_PREFIX = 'storehouse.country.';
const listeners = new Set<() => void>();
/** Stands in for localStorage where the browser forbids it. */
const memory = new Map<string, string>();

/** The country that the shopper picked on a page; null when none was. */
export function chosenCountry(storeCode: string): string | null {
  try {
    return window.localStorage.getItem(STORAGE_PREFIX + storeCode) || memory.get(storeCode) || null;
  } catch {
    return memory.get(storeCode) || null;
  }
}

/** Remembers the country that the shopper picked on a page; the address of a cart goes before it. */
export function chooseCountry(storeCode: string, code: string): void {
  memory.set(storeCode, code);
  try {
    window.localStorage.setItem(STORAGE_PREFIX + storeCode, code);
  } catch {
    // Kept for as long as the page lives.
  }
  listeners.forEach((listener) => listener());
}

/**
 * Hears of the shopper's country, at once and at every change: that of the cart's address, else the one picked; null until it is known.
 * @returns a function that ends the subscription
 */
export function connectCountry(storeCode: string, listener: CountryListener): () => void {
  let ofCart: string | null = null;
  const tell = (): void => listener(ofCart ?? chosenCountry(storeCode));
  listeners.add(tell);
  const end = connectCart(storeCode, ({ cart }) => {
    ofCart = cart?.countryCode ?? null;
    tell();
  });
  return () => {
    listeners.delete(tell);
    end();
  };
}

/** Methods that send to the country, in the store's order; none where it does not send. */
export function methodsTo(store: StoreDto, code: string | null): DeliveryMethodDto[] {
  const own = store.delivery?.filter(({ countries }) => code && countries?.includes(code)) ?? [];
  const found = own.length ? own : (store.delivery?.filter(({ countries }) => !countries) ?? []);
  return found.flatMap(({ methods }) => methods);
}

/** Countries that the store names; empty when it sends everywhere. */
export function namedCountries(store: StoreDto): string[] {
  const everywhere = store.delivery?.some(({ countries }) => !countries);
  return everywhere ? [] : [...new Set(store.delivery?.flatMap(({ countries }) => countries ?? []))];
}

/** The country of the store's language, where most of its shoppers are; null when it does not send there. */
export function homeCountry(store: StoreDto): string | null {
  const region = /[-_]([A-Z]{2})\b/.exec(store.locale ?? '')?.[1] ?? null;
  return region && methodsTo(store, region).length ? region : null;
}

/** Goods from this total on are sent there free by some method; 0 when always, null when never. */
export function freeShippingFrom(store: StoreDto, code: string | null): number | null {
  const limits = methodsTo(store, code).flatMap(({ price, freeFrom }) => (price === 0 ? 0 : (freeFrom ?? [])));
  return limits.length ? Math.min(...limits) : null;
}
