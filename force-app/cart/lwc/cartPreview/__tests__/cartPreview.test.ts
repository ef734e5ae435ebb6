import CartPreview from 'c/cartPreview';
import {
  cart,
  find,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-cart-preview', () => {
  afterEach(unmountAll);

  it('shows lines with what has changed', async () => {
    const [line] = cart().items;
    const wrap = {
      ...line,
      id: 'wrap',
      parentId: 'line1',
      productSlug: null,
      details: [{ label: 'Message', value: 'Hi' }],
    };
    const notices = [{ code: 'PRICE_CHANGED', message: 'Another price', itemId: 'line1' }];
    const element = mount('c-cart-preview', CartPreview, {
      cart: cart({ items: [line, wrap], notices }),
      store: store(),
    });
    await settle();
    expect(find(element, '[data-line="line1"] a').getAttribute('href')).toBe('/product/mug?variant=red-s');
    expect(texts(element, '[data-notice]')).toEqual(['Another price']);
    expect(find(element, '[data-line="wrap"]').textContent).toContain('Message: Hi');
    expect(element.textContent).toContain('$20.00');
    await expect(element).toBeAccessible();
  });

  it('is empty without a cart', async () => {
    const element = mount('c-cart-preview', CartPreview);
    await settle();
    expect(element.querySelector('[data-line]')).toBeNull();
  });
});
