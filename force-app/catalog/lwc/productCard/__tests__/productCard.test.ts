import ProductCard from 'c/productCard';
import { card, find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-product-card', () => {
  afterEach(unmountAll);

  it('links to the product and shows the lowest price', async () => {
    const element = mount('c-product-card', ProductCard, { product: card('mug', { priceMax: 14 }), context: store() });
    await settle();
    const link = find(element, 'a');
    expect(link.getAttribute('href')).toBe('/product/mug');
    expect(link.textContent).toBe('Title mug');
    expect(find(element, '[data-amount]').textContent).toBe('c.Store_PriceFrom');
    expect(element.querySelector('.badge')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ onSale: true }, 'c.Store_Sale'],
    [{ onSale: true, inStock: false }, 'c.Store_SoldOut'],
  ])('marks %j', async (change, badge) => {
    const element = mount('c-product-card', ProductCard, { product: card('mug', change), context: store() });
    await settle();
    expect(find(element, '.badge').textContent).toBe(badge);
  });
});
