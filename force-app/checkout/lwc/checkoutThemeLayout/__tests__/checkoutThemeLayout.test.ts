import CheckoutThemeLayout from 'c/checkoutThemeLayout';
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
const wiredStore = getStore as any;

describe('c-checkout-theme-layout', () => {
  afterEach(unmountAll);

  it('leads to the shop, the cart and its texts, and nowhere else', async () => {
    const element = mount('c-checkout-theme-layout', CheckoutThemeLayout);
    wiredStore.emit(store({ testMode: true, pages: ['terms', 'privacy'], supportEmail: 'help@example.com' }));
    await settle();
    const links = [...element.querySelectorAll('header a, footer a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/', '/cart', '/terms', '/privacy', 'mailto:help@example.com']);
    expect(element.querySelector('nav.navigation, [data-menu], [data-search-toggle]')).toBeNull();
    expect(find(element, '.store-test-mode').textContent).toBe('c.Store_TestModeShort');
    await expect(element).toBeAccessible();
  });

  it('says whose shop it is before the store has answered, and when it cannot', async () => {
    const element = mount('c-checkout-theme-layout', CheckoutThemeLayout, { siteName: 'Demo' });
    await settle();
    expect(find(element, '[data-home]').textContent).toBe('Demo');
    wiredStore.error();
    await settle();
    expect(find(element, '[data-home]').textContent).toBe('Demo');
    expect(find(element, '[role="alert"] p').textContent).toBe('c.Store_Unavailable');
  });
});
