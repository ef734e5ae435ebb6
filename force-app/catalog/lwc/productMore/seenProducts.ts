/** Products that were looked at in this browser. Prices are left out: they may have changed since. */
export interface SeenProduct {
  slug: string;
  title: string;
  imageUrl: string | null;
}

const STORAGE_PREFIX = 'storehouse.seen.';
const MOST = 6;

/** The last ones, newest first; none where the browser forbids storage. */
export function seenProducts(storeCode: string): SeenProduct[] {
  try {
    const list: unknown = JSON.parse(window.localStorage.getItem(STORAGE_PREFIX + storeCode) ?? '[]');
    return Array.isArray(list) ? list.filter((entry) => typeof entry?.slug === 'string' && entry.title) : [];
  } catch {
    return [];
  }
}

export function noteSeen(storeCode: string, product: SeenProduct): void {
  const others = seenProducts(storeCode).filter(({ slug }) => slug !== product.slug);
  try {
    window.localStorage.setItem(STORAGE_PREFIX + storeCode, JSON.stringify([product, ...others].slice(0, MOST)));
  } catch {
    // Nothing is remembered then.
  }
}
