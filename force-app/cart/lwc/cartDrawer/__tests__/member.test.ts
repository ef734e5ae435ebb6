import CartDrawer from 'c/cartDrawer';
import { adoptCart, forgetCart } from 'c/cartStore';
import { cart, find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });

describe('c-cart-drawer of a member', () => {
  afterEach(() => {
    unmountAll();
    forgetCart('drawer');
  });

  it('leads to where the cart is put aside', async () => {
    adoptCart('drawer', cart());
    const element = mount('c-cart-drawer', CartDrawer, { storeCode: 'drawer', store: store(), open: true });
    await settle();
    expect(find(element, '[data-save]').getAttribute('href')).toBe('/account/carts');
    await expect(element).toBeAccessible();
  });
});
