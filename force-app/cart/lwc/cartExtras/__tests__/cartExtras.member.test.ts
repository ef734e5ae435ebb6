import CartExtras from 'c/cartExtras';
import getMemberProduct from '@salesforce/apex/MemberCatalogController.getProduct';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import {
  card,
  cart,
  mount,
  product,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/StorefrontController.getProduct',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/MemberCatalogController.getProduct',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

describe('c-cart-extras of a member', () => {
  afterEach(unmountAll);

  it('suggests what whoever signed in can buy, at their prices', async () => {
    const element = mount('c-cart-extras', CartExtras, { storeCode: 'x', store: store(), cart: cart() });
    await settle();
    expect((getMemberProduct as any).getLastConfig()).toEqual({ storeCode: 'x', slug: 'mug' });
    expect((getProduct as any).getLastConfig().slug).toBeUndefined();
    (getMemberProduct as any).emit(product({ related: [card('cup')] }));
    await settle();
    expect(texts(element, '.link')).toEqual(['Title cup']);
    await expect(element).toBeAccessible();
  });
});
