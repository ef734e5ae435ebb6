import WishlistPage from 'c/wishlistPage';
import describeWishes from '@salesforce/apex/WishlistController.describe';
import getSharedWishlist from '@salesforce/apex/WishlistController.getSharedWishlist';
import moveToCart from '@salesforce/apex/WishlistController.moveToCart';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { keptWishes } from 'c/wishStore';
import {
  cart,
  find,
  mount,
  page,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/apex/WishlistController.describe', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.getSharedWishlist', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.moveToCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const mock = (method: unknown) => method as jest.Mock;
const wish = (productId: string) => ({
  productId,
  masterId: 'mug',
  variantId: productId,
  slug: 'mug',
  title: 'Mug',
  variantTitle: productId,
  imageUrl: null,
  imageAlt: null,
  price: 10,
  priceMax: 10,
  compareAtPrice: null,
  savedPrice: null,
  inStock: true,
  isGone: false,
});
const keep = (...ids: string[]) =>
  window.localStorage.setItem(
    'storehouse.wishes.demo',
    JSON.stringify(ids.map((productId) => ({ productId, masterId: 'mug', price: 12 }))),
  );

async function show(state: Record<string, string> = {}) {
  const element = mount('c-wishlist-page', WishlistPage, { storeCode: '' });
  (CurrentPageReference as any).emit(page('Wishlist__c', {}, state));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-wishlist-page of a guest', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
    window.localStorage.clear();
  });

  it('shows what the browser keeps, with the prices of then, and offers to sign in', async () => {
    keep('clay', 'sea');
    mock(describeWishes).mockResolvedValue({ items: [wish('clay'), wish('sea')] });
    const element = await show();
    expect(describeWishes).toHaveBeenCalledWith({ storeCode: '', productIds: ['clay', 'sea'] });
    expect(texts(element, '[data-change]')).toEqual(['c.Wishlist_Less', 'c.Wishlist_Less']);
    expect(find(element, '[data-guest] a').getAttribute('href')).toContain('/sign-in');
    expect(element.querySelector('[data-share]')).toBeNull();
    await expect(element).toBeAccessible();
    find(element, '[data-remove][data-id="clay"]').click();
    await settle();
    expect(keptWishes('demo').map(({ productId }) => productId)).toEqual(['sea']);
    expect((document.activeElement as HTMLElement).dataset.id).toBe('sea');
  });

  it('moves all to the cart, keeps what was refused and says why', async () => {
    keep('clay', 'sea');
    mock(describeWishes).mockResolvedValue({ items: [wish('clay'), wish('sea')] });
    mock(moveToCart).mockResolvedValue({
      filled: {
        cart: cart(),
        added: 1,
        notices: [{ code: 'LINE_LEFT_OUT', message: 'Sea is sold out', itemId: null }],
      },
      movedIds: ['clay'],
    });
    const element = await show();
    find(element, '[data-add-all]').click();
    await settle();
    expect(moveToCart).toHaveBeenCalledWith(expect.objectContaining({ productIds: ['clay', 'sea'], isOwn: true }));
    expect(find(element, '[data-told-moved]').textContent).toContain('Sea is sold out');
    expect(keptWishes('demo').map(({ productId }) => productId)).toEqual(['sea']);
    await expect(element).toBeAccessible();
  });

  it('says that there is nothing, without asking the server', async () => {
    const element = await show();
    expect(element.querySelector('[data-empty]')).not.toBeNull();
    expect(describeWishes).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('shows a list that somebody shares, and takes nothing off it', async () => {
    keep('clay');
    mock(getSharedWishlist).mockResolvedValue({ items: [wish('clay')] });
    mock(moveToCart).mockResolvedValue({ filled: { cart: cart(), added: 1, notices: [] }, movedIds: ['clay'] });
    const element = await show({ list: 'secret' });
    expect(getSharedWishlist).toHaveBeenCalledWith({ storeCode: '', shareToken: 'secret' });
    find(element, '[data-add]').click();
    await settle();
    expect(moveToCart).toHaveBeenCalledWith(expect.objectContaining({ isOwn: false }));
    expect(element.querySelectorAll('[data-row]')).toHaveLength(1);
    expect(keptWishes('demo')).toHaveLength(1);
  });

  it('tells a link that has ended from a failure', async () => {
    mock(getSharedWishlist).mockRejectedValueOnce({
      body: { message: '{"code":"WISHLIST_NOT_FOUND","message":"Ended"}' },
    });
    const element = await show({ list: 'old' });
    expect(find(element, '[data-gone-list]').textContent).toContain('Ended');
    mock(getSharedWishlist).mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Again"}' } });
    (CurrentPageReference as any).emit(page('Wishlist__c', {}, { list: 'other' }));
    await settle();
    expect(element.querySelector('c-store-failure')).not.toBeNull();
  });
});
