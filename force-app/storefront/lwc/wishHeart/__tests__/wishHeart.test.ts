import WishHeart from 'c/wishHeart';
import { subscribe, type Toast } from 'c/storeEvents';
import { addWish, keptWishes } from 'c/wishStore';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

let nextStore = 0;

function show(change: object = {}) {
  nextStore += 1;
  const storeCode = `hearts${nextStore}`;
  const element = mount('c-wish-heart', WishHeart, {
    storeCode,
    masterId: 'mug',
    variantId: 'clay',
    subject: 'Mug',
    price: 10,
    ...change,
  });
  return { element, storeCode, heart: find(element, '[data-wish]') };
}

describe('c-wish-heart', () => {
  let toasts: Toast[] = [];
  let end: () => void;

  beforeEach(() => {
    toasts = [];
    end = subscribe('toast', (toast) => toasts.push(toast));
  });
  afterEach(() => {
    end();
    unmountAll();
    window.localStorage.clear();
  });

  it('saves the variant with its price, and takes it off', async () => {
    const { element, storeCode, heart } = show();
    await settle();
    expect(heart.getAttribute('aria-pressed')).toBe('false');
    heart.click();
    await settle();
    expect(heart.getAttribute('aria-pressed')).toBe('true');
    expect(keptWishes(storeCode)).toEqual([{ productId: 'clay', masterId: 'mug', price: 10 }]);
    expect(toasts[0]).toMatchObject({ message: 'c.Store_WishSaved', actionLabel: 'c.Store_WishView' });
    await expect(element).toBeAccessible();
    heart.click();
    await settle();
    expect(keptWishes(storeCode)).toEqual([]);
    expect(heart.getAttribute('aria-pressed')).toBe('false');
  });

  it('is filled on a card by any variant, on the page by its own and by the product', async () => {
    const { storeCode, heart } = show({ variantId: null });
    await addWish(storeCode, { productId: 'sea', masterId: 'mug' });
    await settle();
    expect(heart.getAttribute('aria-pressed')).toBe('true');
    const page = find(
      mount('c-wish-heart', WishHeart, { storeCode, masterId: 'mug', variantId: 'clay', subject: 'Mug' }),
      '[data-wish]',
    );
    await settle();
    expect(page.getAttribute('aria-pressed')).toBe('false');
    await addWish(storeCode, { productId: 'mug', masterId: 'mug' });
    await settle();
    expect(page.getAttribute('aria-pressed')).toBe('true');
  });

  it('says why it could not be saved', async () => {
    const { storeCode, heart } = show();
    const many = Array.from({ length: 100 }, (_, index) => ({ productId: `p${index}`, masterId: 'x' }));
    window.localStorage.setItem(`storehouse.wishes.${storeCode}`, JSON.stringify(many));
    heart.click();
    await settle();
    expect(toasts[0]).toMatchObject({ message: 'c.Wishlist_Full', tone: 'error' });
  });
});
