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

  it('links to the variant that fits the filters', async () => {
    const product = card('mug', { variantId: '01t1' });
    const element = mount('c-product-card', ProductCard, { product, context: store() });
    await settle();
    expect(find(element, 'a').getAttribute('href')).toBe('/product/mug?variant=01t1');
  });

  it.each([
    [{ onSale: true }, 'c.Store_Sale'],
    [{ onSale: true, inStock: false }, 'c.Store_SoldOut'],
  ])('marks %j', async (change, badge) => {
    const element = mount('c-product-card', ProductCard, { product: card('mug', change), context: store() });
    await settle();
    expect(find(element, '.badge').textContent).toBe(badge);
  });

  it.each([
    ['4 × Color', 'en_US', '4 colors'],
    ['2 × Color, 3 × Scent of candle', 'en-GB', '2 colors, 3 scent of candles'],
    ['2 × Battery, 2 × SIM box', 'en_US', '2 batteries, 2 SIM boxes'],
    ['4 × Farbe', 'de_DE', '4 × Farbe'],
  ])('says %s in %s as %s', async (optionSummary, locale, text) => {
    const product = card('mug', { optionSummary });
    const element = mount('c-product-card', ProductCard, { product, context: store({ locale }) });
    await settle();
    expect(find(element, '.options').textContent).toBe(text);
  });
});
