import {
  activeFilters,
  clearFilters,
  readState,
  sortsOf,
  toggleFilter,
  toProductQuery,
  writeState,
} from 'c/catalogQuery';

const PLACE = { categorySlug: 'mugs', search: null };

describe('c/catalogQuery', () => {
  it('reads back what it wrote, also values with commas', () => {
    const state = {
      ...readState({}, PLACE),
      sort: 'price-asc' as const,
      minPrice: 10,
      maxPrice: 50,
      inStock: true,
      brands: ['Acme', 'Smith, Sons'],
      tags: ['linen'],
      options: { Size: ['M', 'L'], 'Plate size': ['Side, 20 cm'] },
      page: 3,
    };
    expect(readState(writeState(state), PLACE)).toEqual(state);
  });

  it('leaves defaults out of the URL', () => {
    expect(writeState(readState({}, PLACE))).toEqual({});
  });

  it('ignores what is malformed', () => {
    const state = readState({ sort: 'evil', page: '-4', min: 'abc', max: '-1', stock: 'yes', 'o.Size': ',' }, PLACE);
    expect(state).toEqual(readState({}, PLACE));
  });

  it('asks the server with JSON for the options', () => {
    const query = toProductQuery(readState({ 'o.Size': 'M,L', brand: 'Acme' }, PLACE));
    expect(query).toMatchObject({ categorySlug: 'mugs', brands: ['Acme'], page: 1, inStock: false });
    expect(JSON.parse(query.options as string)).toEqual({ Size: ['M', 'L'] });
    expect(toProductQuery(readState({}, PLACE)).options).toBeNull();
  });

  it('switches a filter on and off and goes back to the first page', () => {
    const start = readState({ page: '4' }, PLACE);
    const on = toggleFilter(start, { kind: 'option', name: 'Size', value: 'M' });
    expect(on).toMatchObject({ options: { Size: ['M'] }, page: 1 });
    expect(toggleFilter(on, { kind: 'option', name: 'Size', value: 'M' }).options).toEqual({});
    expect(toggleFilter(start, { kind: 'availability', name: '', value: '1' }).inStock).toBe(true);
    expect(toggleFilter(start, { kind: 'brand', name: '', value: 'Acme' }).brands).toEqual(['Acme']);
  });

  it('lists active filters and clears them without losing the order', () => {
    const state = readState({ min: '5', stock: '1', brand: 'Acme', 'o.Size': 'M', sort: 'name' }, PLACE);
    expect(activeFilters(state).map(({ kind }) => kind)).toEqual(['availability', 'price', 'brand', 'option']);
    expect(activeFilters(clearFilters(state))).toEqual([]);
    expect(clearFilters(state).sort).toBe('name');
    expect(toggleFilter(state, { kind: 'price', name: '', value: '' }).minPrice).toBeNull();
  });

  it('orders a search by what fits best, and a category by its own order', () => {
    const search = { categorySlug: null, search: 'mug' };
    expect(readState({}, search).sort).toBe('relevance');
    expect(writeState(readState({}, search))).toEqual({ q: 'mug' });
    expect(writeState(readState({ sort: 'featured' }, search))).toEqual({ q: 'mug', sort: 'featured' });
    expect(readState({ sort: 'relevance' }, PLACE).sort).toBe('featured');
    expect(sortsOf(null)).not.toContain('relevance');
  });

  it('keeps tags among the filters', () => {
    const state = toggleFilter(readState({}, PLACE), { kind: 'tag', name: '', value: 'linen' });
    expect(toProductQuery(state).tags).toEqual(['linen']);
    expect(activeFilters(state)).toEqual([{ kind: 'tag', name: '', value: 'linen' }]);
    expect(clearFilters(state).tags).toEqual([]);
  });
});
