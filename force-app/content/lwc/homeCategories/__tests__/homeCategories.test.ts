import HomeCategories from 'c/homeCategories';
import getHome from '@salesforce/apex/StorefrontController.getHome';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import {
  category,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

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

describe('c-home-categories', () => {
  afterEach(unmountAll);

  it('shows placeholders, then a tile for each category', async () => {
    const element = mount('c-home-categories', HomeCategories);
    await settle();
    expect(element.querySelector('[data-loading]')).not.toBeNull();
    (getStore as any).emit(store());
    (getHome as any).emit({ featured: [], newest: [], categories: [category('kitchen'), category('garden')] });
    await settle();
    expect(element.querySelector('[data-loading]')).toBeNull();
    expect(texts(element, '.name')).toEqual(['Kitchen', 'Garden']);
    await expect(element).toBeAccessible();
  });

  it('shows nothing when there are no categories', async () => {
    const element = mount('c-home-categories', HomeCategories);
    (getHome as any).emit({ featured: [], newest: [], categories: [] });
    await settle();
    expect(element.querySelector('section')).toBeNull();
  });
});
