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

  it('waits for the other end when one passes it', async () => {
    const element = filters({ maxPrice: 20 });
    const events = heard(element, 'price');
    await settle();
    const min = find<HTMLInputElement>(element, '[data-min]');
    const max = find<HTMLInputElement>(element, '[data-max]');
    min.value = '30';
    min.dispatchEvent(new Event('change', { bubbles: true }));
    min.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: max }));
    expect(events).toEqual([]);
    max.value = '60';
    max.dispatchEvent(new Event('change', { bubbles: true }));
    expect(events).toEqual([{ min: 30, max: 60 }]);
  });

  it('puts the ends in order when the shopper leaves the fields', async () => {
    const element = filters({ maxPrice: 20 });
    const events = heard(element, 'price');
    await settle();
    const min = find<HTMLInputElement>(element, '[data-min]');
    min.value = '30';
    min.dispatchEvent(new Event('change', { bubbles: true }));
    min.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: null }));
    expect(events).toEqual([{ min: 20, max: 30 }]);
  });

  it('shows the other values of a long filter when asked, and always those that are chosen', async () => {
    const values = Array.from({ length: 14 }, (_, i) => ({
      value: `v${i}`,
      label: `v${i}`,
      count: 1,
      selected: i === 13,
    }));
    const element = filters({ facets: [{ name: 'Tags', kind: 'tag', values }] });
    await settle();
    expect(texts(element, '.value')).toHaveLength(9);
    find(element, '.more').click();
    await settle();
    expect(texts(element, '.value')).toHaveLength(14);
    expect(texts(element, '.title')[0]).toBe('c.Store_Tags');
  });
});
