import ProductFilters from 'c/productFilters';
import {
  find,
  heard,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const FACETS = [
  { name: 'Availability', kind: 'availability', values: [{ value: '1', label: '1', count: 4, selected: false }] },
  { name: 'Brand', kind: 'brand', values: [{ value: 'Acme', label: 'Acme', count: 2, selected: true }] },
  { name: 'Size', kind: 'option', values: [{ value: 'M', label: 'M', count: 1, selected: false }] },
  { name: 'Empty', kind: 'option', values: [] },
];

function filters(properties: Record<string, unknown> = {}) {
  const range = { lowestPrice: 5, highestPrice: 50, minPrice: null, maxPrice: null };
  return mount('c-product-filters', ProductFilters, { facets: FACETS, context: store(), ...range, ...properties });
}

describe('c-product-filters', () => {
  afterEach(unmountAll);

  it('shows each value with its count and whether it is chosen', async () => {
    const element = filters();
    await settle();
    expect(texts(element, '.value')).toEqual(['c.Store_InStockOnly(4)', 'Acme(2)', 'M(1)']);
    expect(find<HTMLInputElement>(element, '[data-value="Acme"]').checked).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('tells which value was switched', async () => {
    const element = filters();
    const events = heard(element, 'filter');
    await settle();
    find(element, '[data-value="M"]').click();
    expect(events).toEqual([{ kind: 'option', name: 'Size', value: 'M' }]);
  });

  it('reads the price range, puts it in order, and takes a blank as open', async () => {
    const element = filters();
    const events = heard(element, 'price');
    await settle();
    const min = find<HTMLInputElement>(element, '[data-min]');
    const max = find<HTMLInputElement>(element, '[data-max]');
    const submit = () => find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    min.value = '30';
    max.value = '12,5';
    submit();
    min.value = 'x';
    max.value = '9';
    submit();
    expect(events).toEqual([
      { min: 12.5, max: 30 },
      { min: null, max: 9 },
    ]);
  });

  it('offers no price range when all products cost the same', async () => {
    const element = filters({ lowestPrice: 10, highestPrice: 10 });
    await settle();
    expect(element.querySelector('form')).toBeNull();
  });
});
