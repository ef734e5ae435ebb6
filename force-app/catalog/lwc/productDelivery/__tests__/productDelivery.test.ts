import ProductDelivery from 'c/productDelivery';
import { chooseCountry } from 'c/storeDelivery';
import {
  find,
  mount,
  settle,
  store,
  unmountAll,
  variant,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mug = variant('red', ['Red']);

async function delivery(properties: Record<string, unknown> = {}) {
  const element = mount('c-product-delivery', ProductDelivery, {
    storeCode: 'd',
    store: store(),
    variant: mug,
    ...properties,
  });
  await settle();
  return element;
}

describe('c-product-delivery', () => {
  afterEach(() => {
    unmountAll();
    chooseCountry('d', '');
    window.localStorage.clear();
  });

  it('says when it arrives at home, what that costs and how long it can go back', async () => {
    const element = await delivery();
    expect(find(element, '[data-delivery]').textContent).toContain('c.Store_Arrives');
    expect(find(element, '[data-delivery]').textContent).toContain('Post: $5.90, c.Store_FreeFrom');
    expect(find<HTMLSelectElement>(element, 'select').value).toBe('US');
    expect(find(element, '[data-returns] a').getAttribute('href')).toBe('/returns');
    await expect(element).toBeAccessible();
  });

  it('follows the country that the shopper picks', async () => {
    const element = await delivery();
    const select = find<HTMLSelectElement>(element, 'select');
    select.value = 'AU';
    select.dispatchEvent(new Event('change'));
    await settle();
    expect(find(element, '[data-delivery]').textContent).toContain('Parcel: $19.90');
  });

  it('says so where the store does not send', async () => {
    chooseCountry('d', 'FR');
    const element = await delivery();
    expect(find(element, '[data-delivery] .line').textContent).toBe('c.Store_NotDelivered');
  });

  it('promises no day for what is not there yet', async () => {
    const element = await delivery({ variant: { ...mug, inStock: false, backorder: true } });
    expect(find(element, '[data-delivery] .line').textContent).toBe('c.Store_ArrivesLater');
  });

  it('is silent where the store says nothing', async () => {
    const element = await delivery({ store: store({ delivery: [], returnDays: null }) });
    expect(element.textContent?.trim()).toBe('');
  });
});
