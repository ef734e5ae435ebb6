import StoreFooter from 'c/storeFooter';
import { buildNavigation } from 'c/storeNavigation';
import { mount, settle, store, texts, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-footer', () => {
  afterEach(unmountAll);

  it('leads to categories, help and policies', async () => {
    const nodes = buildNavigation(store().categories);
    const element = mount('c-store-footer', StoreFooter, { store: store(), nodes });
    await settle();
    const links = Array.from(element.querySelectorAll('a'), (link) => link.getAttribute('href'));
    expect(links).toEqual([
      '/category/kitchen',
      '/category/garden',
      '/search',
      '/contact',
      '/shipping',
      '/returns',
      '/terms',
      '/privacy',
      '/order-lookup',
      'mailto:help@example.com',
      'tel:+15550100',
    ]);
    await expect(element).toBeAccessible();
  });

  it('says whether prices include tax', async () => {
    const element = mount('c-store-footer', StoreFooter, { store: store({ pricesIncludeTax: true }), nodes: [] });
    await settle();
    expect(texts(element, '.legal p')[1]).toBe('c.Store_PricesIncludeTax');
  });
});
