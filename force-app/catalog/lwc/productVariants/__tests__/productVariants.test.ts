import { createElement } from 'lwc';
import ProductVariants from 'c/productVariants';
import getProduct from '@salesforce/apex/ProductAdminController.getProduct';
import savePrice from '@salesforce/apex/ProductAdminController.savePrice';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ProductAdminController.getProduct', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProductAdminController.savePrice', () => ({ default: jest.fn() }), { virtual: true });

const price = {
  id: 'p1',
  storeName: 'Tidemoor',
  currencyCode: 'USD',
  locale: 'en-US',
  price: 24,
  compareAtPrice: null,
};
const PRODUCT = {
  id: '01t',
  name: 'Harbour mug',
  optionNames: ['Color'],
  variants: [
    { id: 'v1', title: 'Chalk', sku: 'MUG-CHALK', active: true, onHand: 40, available: 39, prices: [price] },
    { id: 'v2', title: 'Sea', sku: 'MUG-SEA', active: false, onHand: null, available: null, prices: [] },
  ],
};
const apex = { getProduct: getProduct as unknown as jest.Mock, savePrice: savePrice as unknown as jest.Mock };

async function show() {
  const element = createElement('c-product-variants', { is: ProductVariants }) as HTMLElement & { recordId: string };
  element.recordId = '01t';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-product-variants', () => {
  beforeEach(() => apex.getProduct.mockResolvedValue(PRODUCT));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows every variant, also those without a price', async () => {
    const element = await show();
    expect(
      [...element.shadowRoot!.querySelectorAll('[data-variant]')].map((row) => row.getAttribute('data-variant')),
    ).toEqual(['MUG-CHALK', 'MUG-SEA']);
    expect(element.shadowRoot!.querySelectorAll('[data-id]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('saves a changed price, a blank former price as none', async () => {
    apex.savePrice.mockResolvedValue(PRODUCT);
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('[data-id="p1"]')!.click();
    await settle();
    element.shadowRoot!.querySelector<HTMLInputElement>('[data-input="price"]')!.value = '22.5';
    element.shadowRoot!.querySelector<HTMLInputElement>('[data-input="compareAt"]')!.value = '';
    element.shadowRoot!.querySelector<HTMLElement>('[data-save]')!.click();
    await settle();
    expect(apex.savePrice).toHaveBeenCalledWith({ entryId: 'p1', price: 22.5, compareAtPrice: null });
    expect(element.shadowRoot!.querySelector('[data-save]')).toBeNull();
  });

  it('shows why a price was refused', async () => {
    const body = {
      message: JSON.stringify({
        code: 'INVALID_INPUT',
        message: 'Check',
        fields: { price: 'Enter a price of 0 or more' },
      }),
    };
    apex.savePrice.mockRejectedValue({ body });
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('[data-id="p1"]')!.click();
    await settle();
    element.shadowRoot!.querySelector<HTMLElement>('[data-save]')!.click();
    await settle();
    expect(element.shadowRoot!.querySelector('td [role="alert"]')!.textContent).toBe('Enter a price of 0 or more');
    await expect(element).toBeAccessible();
  });
});
