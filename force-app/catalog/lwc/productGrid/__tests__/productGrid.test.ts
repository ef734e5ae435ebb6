import ProductGrid from 'c/productGrid';
import { card, mount, settle, store, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-product-grid', () => {
  afterEach(unmountAll);

  it('shows placeholders that screen readers skip while loading', async () => {
    const element = mount('c-product-grid', ProductGrid, { products: null, placeholders: 3 });
    await settle();
    expect(element.querySelectorAll('[aria-hidden="true"] .placeholder')).toHaveLength(3);
  });

  it('shows the products in order and loads the first row at once', async () => {
    const products = ['a', 'b', 'c', 'd', 'e'].map((slug) => card(slug));
    const element = mount('c-product-grid', ProductGrid, { products, context: store(), first: true });
    await settle();
    expect(texts(element, 'h3')[4]).toBe('Title e');
    const loading = Array.from(element.querySelectorAll('img'), (image) => image.getAttribute('loading'));
    expect(loading).toEqual(['eager', 'eager', 'eager', 'eager', 'lazy']);
    await expect(element).toBeAccessible();
  });
});
