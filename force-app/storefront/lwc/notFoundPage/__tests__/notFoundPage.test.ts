import NotFoundPage from 'c/notFoundPage';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

describe('c-not-found-page', () => {
  afterEach(unmountAll);

  it('says what happened and leads back to the shop', async () => {
    const element = mount('c-not-found-page', NotFoundPage);
    (getStore as any).emit(store());
    await settle();
    expect(document.title).toBe('c.Store_NotFoundTitle – Demo shop');
    expect(Array.from(element.querySelectorAll('a'), (link) => link.getAttribute('href'))).toEqual(['/', '/search']);
    await expect(element).toBeAccessible();
  });
});
