import ProductFilterDrawer from 'c/productFilterDrawer';
import { readState } from 'c/catalogQuery';
import { find, heard, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const RESULT = { items: [], total: 3, facets: [], minPrice: 5, maxPrice: 90 };
const state = (parameters: Record<string, string>) => readState(parameters, { categorySlug: 'mugs', search: null });

const drawer = (properties: object) =>
  mount('c-product-filter-drawer', ProductFilterDrawer, {
    open: true,
    result: RESULT,
    state: state({}),
    context: store(),
    countText: '3 products',
    ...properties,
  });

describe('c-product-filter-drawer', () => {
  afterEach(unmountAll);

  it('says how many products there are and passes on what is chosen', async () => {
    const element = drawer({ state: state({ stock: '1' }) });
    await settle();
    const [filters, clears, closes] = [heard(element, 'filter'), heard(element, 'clear'), heard(element, 'close')];
    expect(find<HTMLDialogElement>(element, 'dialog').open).toBe(true);
    expect(find(element, '[data-show-results]').textContent).toBe('c.Store_ShowResults');
    const detail = { kind: 'tag', name: '', value: 'Gift' };
    find(element, 'c-product-filters').dispatchEvent(new CustomEvent('filter', { detail }));
    find(element, '.drawer-actions .secondary').click();
    find(element, '[data-show-results]').click();
    expect([filters, clears.length, closes.length]).toEqual([[detail], 1, 1]);
    await expect(element).toBeAccessible();
  });

  it('can be closed before the products have come', async () => {
    const element = drawer({ result: null });
    await settle();
    expect(find(element, '[data-show-results]').textContent).toBe('c.Store_Close');
    expect(element.querySelector('.drawer-actions .secondary')).toBeNull();
  });
});
