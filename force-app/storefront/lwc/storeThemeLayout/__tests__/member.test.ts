import StoreThemeLayout from 'c/storeThemeLayout';
import getCategories from '@salesforce/apex/MemberCatalogController.getCategories';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/MemberCatalogController.getCategories', () => ({ __esModule: true, default: jest.fn() }), {
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

describe('c-store-theme-layout of whoever signed in', () => {
  afterEach(unmountAll);

  it('has the categories in its menu that only members see', async () => {
    const vault = { slug: 'vault', name: 'Vault', parentSlug: null, path: ['vault'], productCount: 1 };
    (getCategories as unknown as jest.Mock).mockResolvedValue([vault]);
    const element = mount('c-store-theme-layout', StoreThemeLayout, { storeCode: 'demo' });
    (getStore as any).emit({ ...store(), hasGates: true });
    await settle();
    await settle();
    expect(getCategories).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(element.textContent).toContain('Vault');
    await expect(element).toBeAccessible();
  });
});
