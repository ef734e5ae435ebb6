import HomeShelf from 'c/homeShelf';
import getMemberHome from '@salesforce/apex/MemberCatalogController.getHome';
import getHome from '@salesforce/apex/StorefrontController.getHome';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { card, mount, settle, store, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

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
  '@salesforce/apex/StorefrontController.getHome',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/MemberCatalogController.getHome',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

describe('c-home-shelf of a member', () => {
  afterEach(unmountAll);

  it('shows the prices of whoever signed in, and asks for no others', async () => {
    const element = mount('c-home-shelf', HomeShelf, { products: 'featured' });
    (getStore as any).emit(store());
    (getMemberHome as any).emit({ featured: [card('mug')], newest: [], categories: [] });
    await settle();
    expect(texts(element, 'h3')).toEqual(['Title mug']);
    expect((getMemberHome as any).getLastConfig()).toEqual({ storeCode: '' });
    expect((getHome as any).getLastConfig().storeCode).toBeUndefined();
    await expect(element).toBeAccessible();
  });
});
