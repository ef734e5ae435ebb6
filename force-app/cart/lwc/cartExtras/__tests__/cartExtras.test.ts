import CartExtras from 'c/cartExtras';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import {
  card,
  cart,
  find,
  heard,
  mount,
  product,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getProduct',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

async function extras(change = {}) {
  const element = mount('c-cart-extras', CartExtras, { storeCode: 'x', store: store(), cart: cart(change) });
  await settle();
  return element;
}

describe('c-cart-extras', () => {
  afterEach(unmountAll);

  it('says how far free shipping is, by the address once it is known', async () => {
    expect(find(await extras(), '.shipping-text').textContent).toBe('c.Store_FreeShippingMissing');
    const reached = await extras({ subtotal: 90 });
    expect(find(reached, '.shipping-text').textContent).toBe('c.Store_FreeShippingReached');
    expect(reached.querySelector('progress')).toBeNull();
    const never = await extras({ subtotal: 90, shippingTotal: 20, freeShippingFrom: null, countryCode: 'JP' });
    expect(never.querySelector('[data-free-shipping]')).toBeNull();
    const further = await extras({ subtotal: 90, shippingTotal: 20, freeShippingFrom: 150, countryCode: 'AU' });
    expect(find<HTMLProgressElement>(further, 'progress').max).toBe(150);
    await expect(further).toBeAccessible();
  });

  it('suggests what can be bought and is not in the cart', async () => {
    const element = await extras();
    const related = [card('mug'), card('gone', { inStock: false }), card('cup'), card('pot'), card('pan')];
    (getProduct as any).emit(product({ related }));
    await settle();
    expect((getProduct as any).getLastConfig()).toEqual({ storeCode: 'x', slug: 'mug' });
    expect(texts(element, '.link')).toEqual(['Title cup', 'Title pot']);
    const followed = heard(element, 'follow');
    find(element, '.link').click();
    expect(followed).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
