import HomeShelf from 'c/homeShelf';
import getHome from '@salesforce/apex/StorefrontController.getHome';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import {
  card,
  find,
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

const HOME = { featured: [card('mug'), card('cup')], newest: [card('pot')], categories: [] };

describe('c-home-shelf', () => {
  afterEach(unmountAll);

  it.each([
    ['featured', ['Title mug', 'Title cup'], '/search'],
    ['newest', ['Title pot'], '/search?sort=newest'],
  ])('shows the %s products', async (products, titles, url) => {
    const element = mount('c-home-shelf', HomeShelf, { products });
    (getStore as any).emit(store());
    (getHome as any).emit(HOME);
    await settle();
    expect(texts(element, 'h3')).toEqual(titles);
    expect(find(element, '.head a').getAttribute('href')).toBe(url);
    await expect(element).toBeAccessible();
  });

  it('disappears when it has nothing to show', async () => {
    const element = mount('c-home-shelf', HomeShelf);
    (getHome as any).emit({ featured: [], newest: [], categories: [] });
    await settle();
    expect(element.querySelector('section')).toBeNull();
  });

  it('says so when the products cannot be loaded', async () => {
    const element = mount('c-home-shelf', HomeShelf);
    (getHome as any).error({ message: '{"code":"BUSY","message":"Please wait"}' });
    await settle();
    expect(find(element, '[role="alert"] p').textContent).toBe('Please wait');
  });
});
