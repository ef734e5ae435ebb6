import ProductMore from 'c/productMore';
import {
  mount,
  product,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const properties = { storeCode: 'demo', context: store() };

describe('c-product-more', () => {
  afterEach(() => {
    unmountAll();
    window.localStorage.clear();
  });

  it('shows the neighbours of the product, and nothing seen on the first visit', async () => {
    const element = mount('c-product-more', ProductMore, { ...properties, product: product() });
    await settle();
    expect(texts(element, 'h2')).toEqual(['c.Store_Related']);
    await expect(element).toBeAccessible();
  });

  it('remembers what was looked at, without the product itself', async () => {
    for (const slug of ['one', 'two', 'mug']) {
      mount('c-product-more', ProductMore, { ...properties, product: product({ slug, title: slug, related: [] }) });
    }
    unmountAll();
    const element = mount('c-product-more', ProductMore, { ...properties, product: product({ related: [] }) });
    await settle();
    expect(texts(element, '[data-seen] a')).toEqual(['two', 'one']);
    await expect(element).toBeAccessible();
  });

  it('does without when the browser remembers nonsense', async () => {
    window.localStorage.setItem('storehouse.seen.demo', '{"a":');
    const element = mount('c-product-more', ProductMore, { ...properties, product: product({ related: [] }) });
    await settle();
    expect(element.querySelector('[data-seen]')).toBeNull();
  });
});
