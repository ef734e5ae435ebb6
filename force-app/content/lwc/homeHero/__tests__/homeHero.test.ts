import HomeHero from 'c/homeHero';
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

describe('c-home-hero', () => {
  afterEach(unmountAll);

  it('shows the tagline of the store and leads on', async () => {
    const element = mount('c-home-hero', HomeHero, { buttonText: 'Shop', buttonUrl: '/search' });
    (getStore as any).emit(store());
    await settle();
    expect(find(element, 'h1').textContent).toBe('Good things');
    expect(find(element, 'a').getAttribute('href')).toBe('/search');
    expect(document.title).toBe('Demo shop – Good things');
    await expect(element).toBeAccessible();
  });

  it('prefers its own heading and picture', async () => {
    const element = mount('c-home-hero', HomeHero, { heading: 'Spring', imageUrl: '/spring.jpg' });
    (getStore as any).emit(store());
    await settle();
    expect(find(element, 'h1').textContent).toBe('Spring');
    expect(find(element, 'img').getAttribute('src')).toBe('/spring.jpg');
    expect(element.querySelector('a')).toBeNull();
  });
});
