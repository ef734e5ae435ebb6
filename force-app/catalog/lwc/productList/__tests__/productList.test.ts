import ProductList from 'c/productList';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import listProducts from '@salesforce/apex/StorefrontController.listProducts';
import { CurrentPageReference } from 'lightning/navigation';
import {
  appears,
  card,
  category,
  find,
  mount,
  page,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';
import { pageLinks } from '../pagination';

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
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](reference: any, replace?: boolean) {
        mockNavigate(reference.attributes.url, replace);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin, CurrentPageReference: createTestWireAdapter(jest.fn()) };
});

const wiredList = listProducts as any;
const RESULT = {
  items: [card('mug'), card('cup')],
  total: 30,
  page: 1,
  pageSize: 24,
  pageCount: 2,
  facets: [{ name: 'Size', kind: 'option', values: [{ value: 'M', label: 'M', count: 2, selected: false }] }],
  category: category('mugs', { parentSlug: 'kitchen', description: 'For tea' }),
  minPrice: 5,
  maxPrice: 50,
};

async function list(state: Record<string, string> = {}, result: object | null = RESULT, slug = 'mugs') {
  const element = mount('c-product-list', ProductList);
  (CurrentPageReference as any).emit(slug ? page('Category__c', { slug }, state) : page('Search__c', {}, state));
  (getStore as any).emit(store());
  await settle();
  if (result) {
    wiredList.emit(result);
    await settle();
  }
  return element;
}

describe('c-product-list', () => {
  afterEach(() => {
    unmountAll();
    jest.clearAllMocks();
  });

  it('says what opens a category that is for members, and nothing of it', async () => {
    const gate = { membershipName: 'Gold', membershipSlug: null };
    const element = await list({}, { gate, items: [], facets: [], total: 0, page: 1, pageCount: 0, category: null });
    await settle();
    expect(element.querySelector('[data-members-only]')).not.toBeNull();
    expect(element.querySelector('[data-count]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('asks the server for what the URL says', async () => {
    await list({ sort: 'price-asc', page: '2', min: '10', stock: '1', 'o.Size': 'M' });
    expect(wiredList.getLastConfig().query).toMatchObject({
      categorySlug: 'mugs',
      sortBy: 'price-asc',
      page: 2,
      minPrice: 10,
      inStock: true,
      options: '{"Size":["M"]}',
    });
  });

  it('shows placeholders, then title, breadcrumbs, count and products', async () => {
    const element = await list({}, null);
    expect(element.querySelector('[data-loading]')).not.toBeNull();
    wiredList.emit(RESULT);
    await settle();
    expect(find(element, 'h1').textContent).toBe('Mugs');
    expect(texts(element, '.crumbs li')).toEqual(['c.Store_Home', 'Kitchen', 'Mugs']);
    expect(texts(element, 'h3')).toEqual(['Title mug', 'Title cup']);
    expect(document.title).toBe('Mugs – Demo shop');
    await expect(element).toBeAccessible();
  });

  it('writes the order and the filters into the URL, back on the first page', async () => {
    const element = await list({ page: '2', sort: 'name' });
    const sort = find<HTMLSelectElement>(element, '[data-sort]');
    sort.value = 'price-desc';
    sort.dispatchEvent(new Event('change'));
    expect(mockNavigate).toHaveBeenLastCalledWith('/category/mugs?sort=price-desc', undefined);
    find(element, '.sidebar input[data-value="M"]').click();
    expect(mockNavigate).toHaveBeenLastCalledWith('/category/mugs?sort=price-desc&o.Size=M', undefined);
  });

  it('goes on once for a price that is entered: the field changes, then its form is sent', async () => {
    const element = await list();
    const max = find<HTMLInputElement>(element, '.sidebar [data-max]');
    max.value = '20';
    max.dispatchEvent(new Event('change', { bubbles: true }));
    find(element, '.sidebar form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(mockNavigate.mock.calls).toEqual([['/category/mugs?max=20', undefined]]);
  });

  it('shows active filters as chips that take them away', async () => {
    const element = await list({ 'o.Size': 'M,L', brand: 'Acme', min: '5' });
    expect(texts(element, '[data-chip]')).toEqual(['c.Store_PriceFrom', 'Acme', 'Size: M', 'Size: L']);
    find(element, '[data-chip][data-value="L"]').click();
    expect(mockNavigate).toHaveBeenLastCalledWith('/category/mugs?min=5&brand=Acme&o.Size=M', undefined);
    find(element, '[data-clear]').click();
    expect(mockNavigate).toHaveBeenLastCalledWith('/category/mugs', undefined);
  });

  it('keeps the products in sight while the next ones load', async () => {
    const element = await list();
    (CurrentPageReference as any).emit(page('Category__c', { slug: 'mugs' }, { sort: 'name' }));
    await settle();
    expect(texts(element, 'h3')).toHaveLength(2);
    expect(find(element, 'section.results').getAttribute('aria-busy')).toBe('true');
  });

  const EMPTY = { ...RESULT, items: [], total: 0, pageCount: 0, facets: [], category: null };
  const UNDERSTOOD = { corrected: null, shortened: false, missing: [], tries: [], popular: [] };

  it('helps when a search finds nothing: what was not understood, other searches, categories, products', async () => {
    const search = { ...UNDERSTOOD, missing: ['zzz'], tries: ['mug'], popular: [card('cup')] };
    const element = await list({ q: 'zzz mug' }, { ...EMPTY, search }, '');
    expect(find(element, 'h1').textContent).toBe('c.Store_SearchEmptyTitle');
    expect((await appears(element, '[data-empty]')).textContent).toContain('c.Store_SearchMissing');
    expect(find(element, '[data-tries] a').getAttribute('href')).toBe('/search?q=mug');
    expect(texts(element, '[data-ways] a')).toEqual(['Kitchen', 'Garden']);
    expect(texts(element, '.popular h3')).toEqual(['Title cup']);
    expect(element.querySelector('.toolbar')).toBeNull();
    expect(element.querySelector('.sidebar')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('blames the filters only when there are some', async () => {
    const element = await list({ q: 'mug', stock: '1' }, { ...EMPTY, search: UNDERSTOOD }, '');
    expect(find(element, '[data-empty]').textContent).toContain('c.Store_EmptyResultsHelp');
    expect(element.querySelector('.toolbar')).not.toBeNull();
    expect(element.querySelector('[data-ways]')).toBeNull();
  });

  it('says which spelling was searched for, and that there is more than was counted', async () => {
    const search = { ...UNDERSTOOD, corrected: 'candle' };
    const element = await list({ q: 'candel' }, { ...RESULT, category: null, isMore: true, total: 1001, search }, '');
    expect(find(element, '[data-search-note]').textContent).toBe('c.Store_SearchCorrected');
    expect(find(element, '[data-count]').textContent).toBe('c.Store_ProductsMore');
    expect(find<HTMLSelectElement>(element, '[data-sort]').value).toBe('relevance');
  });

  it('shows that a category does not exist', async () => {
    const element = await list({}, null, 'gone');
    wiredList.emit(null);
    await settle();
    expect((await appears(element, 'h1')).textContent).toBe('c.Store_NotFoundTitle');
  });

  it('says so when the products cannot be loaded', async () => {
    const element = await list({}, null);
    wiredList.error({ message: '{"code":"BUSY","message":"Please wait"}' });
    await settle();
    expect(find(element, '[role="alert"] p').textContent).toBe('Please wait');
    expect(element.querySelector('.sidebar')).toBeNull();
    expect(element.querySelector('.store-skeleton')).toBeNull();
  });

  it('opens the filters in a drawer on small screens', async () => {
    const element = await list();
    find(element, '[data-open-filters]').click();
    expect((await appears<HTMLDialogElement>(element, 'dialog')).open).toBe(true);
    find(element, '[data-show-results]').click();
    await settle();
    expect(find<HTMLDialogElement>(element, 'dialog').open).toBe(false);
  });
});

describe('pageLinks', () => {
  const shown = (current: number, count: number) =>
    pageLinks(current, count, (number) => `?page=${number}`).map(({ text }) => text);

  it('shows the ends and the neighbourhood', () => {
    expect(shown(1, 3)).toEqual(['1', '2', '3']);
    expect(shown(5, 9)).toEqual(['1', '…', '4', '5', '6', '…', '9']);
  });

  it('marks the current page', () => {
    const [, second] = pageLinks(2, 2, (number) => `?page=${number}`);
    expect(second).toMatchObject({ current: 'page', url: '?page=2' });
  });
});
