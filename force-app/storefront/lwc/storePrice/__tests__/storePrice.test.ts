import StorePrice from 'c/storePrice';
import { find, mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-price', () => {
  afterEach(unmountAll);

  it('shows the amount in the currency of the store', async () => {
    const element = mount('c-store-price', StorePrice, { price: 12.5, context: store() });
    await settle();
    expect(find(element, '[data-amount]').textContent).toBe('$12.50');
    expect(element.querySelector('[data-regular]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('strikes the regular price through when the product is on sale', async () => {
    const element = mount('c-store-price', StorePrice, { price: 8, compareAtPrice: 10, context: store() });
    await settle();
    expect(find(element, 'c-store-price s, s').textContent).toBe('$10.00');
  });

  it('does not call a lower compare-at price a sale', async () => {
    const element = mount('c-store-price', StorePrice, { price: 8, compareAtPrice: 5, context: store() });
    await settle();
    expect(element.querySelector('s')).toBeNull();
  });

  it('says so when there is no price', async () => {
    const element = mount('c-store-price', StorePrice, { price: null, context: store() });
    await settle();
    expect(find(element, '[data-amount]').textContent).toBe('c.Store_PriceOnRequest');
  });
});
