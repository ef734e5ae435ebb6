import WishlistRows from 'c/wishlistRows';
import type { WishDto } from 'c/storeTypes';
import { find, mount, settle, store, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

const wish = (productId: string, change: Partial<WishDto> = {}): WishDto => ({
  productId,
  masterId: 'mug',
  variantId: productId,
  slug: 'mug',
  title: 'Mug',
  variantTitle: 'Clay',
  imageUrl: '/mug.svg',
  imageAlt: 'Mug',
  price: 10,
  priceMax: 10,
  compareAtPrice: null,
  savedPrice: null,
  inStock: true,
  isGone: false,
  ...change,
});

function show(items: WishDto[], change: object = {}) {
  const element = mount('c-wishlist-rows', WishlistRows, { items, store: store(), storeCode: 'demo', ...change });
  const fired: [string, unknown][] = [];
  for (const name of ['add', 'remove'])
    element.addEventListener(name, (event) => fired.push([name, (event as CustomEvent).detail]));
  return { element, fired };
}

describe('c-wishlist-rows', () => {
  afterEach(unmountAll);

  it('puts into the cart and takes off', async () => {
    const { element, fired } = show([wish('clay')]);
    await settle();
    expect(find(element, '.link').getAttribute('href')).toBe('/product/mug?variant=clay');
    find(element, '[data-add]').click();
    find(element, '[data-remove]').click();
    expect(fired).toEqual([
      ['add', 'clay'],
      ['remove', 'clay'],
    ]);
    await expect(element).toBeAccessible();
    (element as any).busy = true;
    await settle();
    find(element, '[data-add]').click();
    expect(fired).toHaveLength(2);
  });

  it('says how the price has changed since', async () => {
    const { element } = show([
      wish('less', { savedPrice: 13 }),
      wish('more', { savedPrice: 8 }),
      wish('same', { savedPrice: 10 }),
      wish('unknown'),
    ]);
    await settle();
    expect(texts(element, '[data-change]')).toEqual(['c.Wishlist_Less', 'c.Wishlist_More']);
  });

  it('offers what can be done: a choice, an alert, nothing', async () => {
    const { element } = show([
      wish('mug', { variantId: null, variantTitle: null }),
      wish('sold', { inStock: false }),
      wish('gone', { isGone: true, slug: null, masterId: null, variantId: null, price: null, inStock: false }),
    ]);
    await settle();
    expect(element.querySelectorAll('[data-add]')).toHaveLength(0);
    expect(element.querySelectorAll('a.store-button')).toHaveLength(1);
    expect(element.querySelectorAll('[data-gone]')).toHaveLength(1);
    find(element, '[data-offer-alert]').click();
    await settle();
    expect(element.querySelector('c-stock-alert')).not.toBeNull();
    expect(element.querySelector('[data-offer-alert]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('takes nothing off a list of somebody else', async () => {
    const { element } = show([wish('clay')], { foreign: true });
    await settle();
    expect(element.querySelector('[data-remove]')).toBeNull();
    expect(find(element, '[data-add]').textContent).toBe('c.Store_AddToCart');
  });
});
