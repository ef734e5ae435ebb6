import PolicyPage from 'c/policyPage';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

describe('c-policy-page', () => {
  afterEach(unmountAll);

  it('shows the terms', async () => {
    const element = mount('c-policy-page', PolicyPage, { policy: 'terms' });
    (getStore as any).emit(store());
    await settle();
    expect(find(element, 'h1').textContent).toBe('c.Store_Terms');
    expect(find(element, '.store-rich-text').textContent).toBe('Terms text');
    expect(document.title).toBe('c.Store_Terms – Demo shop');
    await expect(element).toBeAccessible();
  });

  it('says so when the store has no such text', async () => {
    const element = mount('c-policy-page', PolicyPage, { policy: 'privacy' });
    (getStore as any).emit(store());
    await settle();
    expect(element.textContent).toContain('c.Store_PolicyMissing');
  });
});
