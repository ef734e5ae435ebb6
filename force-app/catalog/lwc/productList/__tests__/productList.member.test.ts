import ProductList from 'c/productList';
import listMemberProducts from '@salesforce/apex/MemberCatalogController.listProducts';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import listProducts from '@salesforce/apex/StorefrontController.listProducts';
import { CurrentPageReference } from 'lightning/navigation';
import { card, mount, page, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

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
  '@salesforce/apex/StorefrontController.listProducts',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/MemberCatalogController.listProducts',
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

describe('c-product-list of a member', () => {
  afterEach(unmountAll);

  it('lists what whoever signed in can buy, and asks for no others’ prices', async () => {
    const element = mount('c-product-list', ProductList);
    (CurrentPageReference as any).emit(page('Search__c', {}, { sort: 'price-asc' }));
    (getStore as any).emit(store());
    await settle();
    expect((listMemberProducts as any).getLastConfig().query).toMatchObject({ sortBy: 'price-asc' });
    expect((listProducts as any).getLastConfig().query).toBeUndefined();
    (listMemberProducts as any).emit({
      items: [card('mug')],
      total: 1,
      page: 1,
      pageSize: 24,
      pageCount: 1,
      facets: [],
      category: null,
      minPrice: 5,
      maxPrice: 5,
    });
    await settle();
    expect(element.querySelectorAll('c-product-grid li')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
