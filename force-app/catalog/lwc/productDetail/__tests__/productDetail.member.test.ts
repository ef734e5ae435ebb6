import ProductDetail from 'c/productDetail';
import getMemberProduct from '@salesforce/apex/MemberCatalogController.getProduct';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import {
  appears,
  find,
  mount,
  page,
  product,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
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
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const NavigationMixin = (Base: any) => class extends Base {};
  NavigationMixin.Navigate = Symbol('Navigate');
  return { NavigationMixin, CurrentPageReference: createTestWireAdapter(jest.fn()) };
});

describe('c-product-detail of a member', () => {
  afterEach(unmountAll);

  it('shows the product as whoever signed in buys it, and asks for no others’ prices', async () => {
    const element = mount('c-product-detail', ProductDetail);
    (CurrentPageReference as any).emit(page('Product__c', { slug: 'mug' }, {}));
    (getStore as any).emit(store());
    await settle();
    expect((getMemberProduct as any).getLastConfig()).toMatchObject({ slug: 'mug' });
    expect((getProduct as any).getLastConfig().slug).toBeUndefined();
    (getMemberProduct as any).emit(product());
    await settle();
    expect(find(element, 'h1').textContent).toBe(product().title);
    await expect(element).toBeAccessible();
  });

  it('has no page for what their price book leaves out', async () => {
    const element = mount('c-product-detail', ProductDetail);
    (CurrentPageReference as any).emit(page('Product__c', { slug: 'mug' }, {}));
    (getStore as any).emit(store());
    (getMemberProduct as any).emit(null);
    await settle();
    expect((await appears(element, 'h1')).textContent).toBe('c.Store_NotFoundTitle');
    await expect(element).toBeAccessible();
  });
});
