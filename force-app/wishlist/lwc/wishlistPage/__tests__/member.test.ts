import WishlistPage from 'c/wishlistPage';
import cancelAlert from '@salesforce/apex/StockAlertController.cancelAlert';
import getAlerts from '@salesforce/apex/StockAlertController.getAlerts';
import endShare from '@salesforce/apex/WishlistController.endShare';
import getWishes from '@salesforce/apex/WishlistController.getWishes';
import getWishlist from '@salesforce/apex/WishlistController.getWishlist';
import moveToCart from '@salesforce/apex/WishlistController.moveToCart';
import shareWishlist from '@salesforce/apex/WishlistController.shareWishlist';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { subscribe } from 'c/storeEvents';
import {
  cart,
  find,
  mount,
  page,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/StockAlertController.cancelAlert', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/StockAlertController.getAlerts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.endShare', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.getWishes', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.getWishlist', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.moveToCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.shareWishlist', () => ({ __esModule: true, default: jest.fn() }), {
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
const ITEM = {
  productId: 'clay',
  masterId: 'mug',
  variantId: 'clay',
  slug: 'mug',
  title: 'Mug',
  variantTitle: 'Clay',
  imageUrl: null,
  imageAlt: null,
  price: 10,
  priceMax: 10,
  compareAtPrice: null,
  savedPrice: 10,
  inStock: true,
  isGone: false,
};
const ALERT = {
  id: 'a1',
  variantId: 'sea',
  slug: 'mug',
  title: 'Mug',
  variantTitle: 'Sea',
  imageUrl: null,
  askedAt: '2026-11-01T10:00:00.000Z',
  expiresAt: '2027-05-01T10:00:00.000Z',
};

async function show() {
  window.history.pushState({}, '', '/account/wishlist');
  mock(getWishes).mockResolvedValue({ keys: [], most: 100, leftOut: 0 });
  mock(getWishlist).mockResolvedValue({ items: [ITEM], shareToken: null });
  mock(getAlerts).mockResolvedValue([ALERT]);
  const element = mount('c-wishlist-page', WishlistPage, { storeCode: '' });
  (CurrentPageReference as any).emit(page('Account_Wishlist__c'));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-wishlist-page of a member', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
    window.history.pushState({}, '', '/');
  });

  it('shows the list and what is waited for, and ends an alert', async () => {
    const element = await show();
    expect(element.querySelectorAll('[data-row]')).toHaveLength(1);
    expect(element.querySelectorAll('[data-alert]')).toHaveLength(1);
    expect(element.querySelector('[data-guest]')).toBeNull();
    await expect(element).toBeAccessible();
    mock(cancelAlert).mockResolvedValue([]);
    find(element, '[data-cancel-alert]').click();
    await settle();
    expect(cancelAlert).toHaveBeenCalledWith({ storeCode: '', alertId: 'a1' });
    expect(element.querySelector('[data-alerts]')).toBeNull();
  });

  it('shares the list and ends that', async () => {
    mock(shareWishlist).mockResolvedValue('secret');
    const element = await show();
    find(element, '[data-share]').click();
    await settle();
    expect((find(element, '[data-link]') as HTMLInputElement).value).toContain('/wishlist?list=secret');
    await expect(element).toBeAccessible();
    find(element, '[data-end-share]').click();
    await settle();
    expect(endShare).toHaveBeenCalledWith({ storeCode: '' });
    expect(element.querySelector('[data-link]')).toBeNull();
  });

  it('loses what the server has moved, and tells what failed', async () => {
    const element = await show();
    const toasts: string[] = [];
    const end = subscribe('toast', ({ message }) => toasts.push(message));
    mock(moveToCart).mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Again"}' } });
    find(element, '[data-add]').click();
    await settle();
    expect(toasts).toEqual(['Again']);
    mock(moveToCart).mockResolvedValue({ filled: { cart: cart(), added: 1, notices: [] }, movedIds: ['clay'] });
    find(element, '[data-add]').click();
    await settle();
    expect(element.querySelector('[data-empty]')).not.toBeNull();
    end();
  });
});
