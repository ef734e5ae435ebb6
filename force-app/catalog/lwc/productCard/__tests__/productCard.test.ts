import ProductCard from 'c/productCard';
import { subscribe } from 'c/storeEvents';
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

  it('adds a product without a choice at once', async () => {
    const added: string[] = [];
    const end = subscribe('addOne', (variantId) => added.push(variantId));
    const product = card('mug', { onlyVariantId: '01t2' });
    const element = mount('c-product-card', ProductCard, { product, context: store() });
    await settle();
    expect(find(element, '[data-add-one]').getAttribute('aria-label')).toBe('c.Store_AddOneToCart');
    find(element, '[data-add-one]').click();
    expect(added).toEqual(['01t2']);
    await expect(element).toBeAccessible();
    end();
  });

  it.each([
    ['mouse', 1],
    ['touch', 0],
  ])('shows the second picture to a %s', async (pointerType, count) => {
    const product = card('mug', { secondImageUrl: '/second.png' });
    const element = mount('c-product-card', ProductCard, { product, context: store() });
    await settle();
    expect(element.querySelector('[data-second]')).toBeNull();
    expect(element.querySelector('[data-add-one]')).toBeNull();
    find(element, 'article').dispatchEvent(Object.assign(new Event('pointerenter'), { pointerType }));
    await settle();
    expect(element.querySelectorAll('[data-second]')).toHaveLength(count);
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
