import PolicyPage from 'c/policyPage';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getText from '@salesforce/apex/StorefrontController.getText';
import { find, mount, settle, store, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/StorefrontController.getText',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
const wiredText = getText as any;

describe('c-policy-page', () => {
  afterEach(unmountAll);

  it('has its title before anything is known, then the text and who the seller is', async () => {
    const element = mount('c-policy-page', PolicyPage, { policy: 'terms' });
    await settle();
    expect(find(element, 'h1').textContent).toBe('c.Store_Terms');
    expect(document.title).toBe('c.Store_Terms');
    expect(element.querySelector('[data-loading]')).not.toBeNull();
    (getStore as any).emit(store());
    wiredText.emit({ html: '<p>Terms text</p>', company: '<p>Demo Ltd</p>' });
    await settle();
    expect(texts(element, '.store-rich-text')).toEqual(['Terms text', 'Demo Ltd']);
    expect(document.title).toBe('c.Store_Terms – Demo shop');
    expect(element.querySelector('[data-loading]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says so when the store has no such text', async () => {
    const element = mount('c-policy-page', PolicyPage, { policy: 'privacy' });
    (getStore as any).emit(store());
    wiredText.emit({ html: null, company: null });
    await settle();
    expect(element.textContent).toContain('c.Store_PolicyMissing');
  });

  it('lists how the store sends, by country', async () => {
    const element = mount('c-policy-page', PolicyPage, { policy: 'shipping' });
    (getStore as any).emit(store());
    wiredText.emit({ html: null, company: null });
    await settle();
    expect(texts(element, 'tbody th')).toEqual(['United States', 'Australia, New Zealand']);
    expect(texts(element, 'tbody td:last-child')).toEqual(['$5.90c.Store_FreeFrom', '$19.90c.Store_FreeFrom']);
    expect(element.textContent).not.toContain('c.Store_PolicyMissing');
    await expect(element).toBeAccessible();
  });

  it('says how the store is reached', async () => {
    const element = mount('c-policy-page', PolicyPage, { policy: 'contact' });
    (getStore as any).emit(store());
    wiredText.emit({ html: null, company: '<p>Demo Ltd</p>' });
    await settle();
    expect(find(element, 'a[href^="mailto:"]').getAttribute('href')).toBe('mailto:help@example.com');
    expect(find(element, 'a[href^="tel:"]').getAttribute('href')).toBe('tel:+15550100');
    await expect(element).toBeAccessible();
  });

  it('offers to try again when the text cannot be had', async () => {
    const element = mount('c-policy-page', PolicyPage, { policy: 'faq' });
    wiredText.error();
    await settle();
    expect(find(element, '[data-retry]').textContent).toBe('c.Store_TryAgain');
    expect(element.querySelector('[data-loading]')).toBeNull();
  });
});
