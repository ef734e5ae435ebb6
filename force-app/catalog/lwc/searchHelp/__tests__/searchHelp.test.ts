import SearchHelp from 'c/searchHelp';
import {
  card,
  find,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const SEARCH = { corrected: null, shortened: false, missing: [] as string[], tries: ['mug'], popular: [card('cup')] };

describe('c-search-help', () => {
  afterEach(unmountAll);

  it('leads on to other words, categories and products', async () => {
    const element = mount('c-search-help', SearchHelp, { search: SEARCH, store: store() });
    await settle();
    expect(find(element, '[data-empty] .understood').textContent).toBe('c.Store_SearchApart');
    expect(texts(element, '[data-tries] a')).toEqual(['mug']);
    expect(texts(element, '.popular h3')).toEqual(['Title cup']);
    expect(find(element, '[data-all]').getAttribute('href')).toBe('/search');
    await expect(element).toBeAccessible();
  });

  it('needs no more than the way to all products', async () => {
    const element = mount('c-search-help', SearchHelp, { search: null, store: store({ categories: [] }) });
    await settle();
    expect(texts(element, 'a')).toEqual(['c.Store_ClearSearch']);
    expect(element.querySelector('.popular')).toBeNull();
  });
});
