import ProductDetail from 'c/productDetail';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import addItem from '@salesforce/apex/CartController.addItem';
import { CurrentPageReference } from 'lightning/navigation';
import { subscribe } from 'c/storeEvents';
import {
  cart,
  find,
  mount,
  page,
  product,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/StorefrontController.getProduct',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/CartController.addItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.setQuantity', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.removeItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](reference: any, replace?: boolean) {
        mockNavigate(reference.attributes.url, replace);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin, CurrentPageReference: createTestWireAdapter(jest.fn()) };
});

const mockAdd = addItem as unknown as jest.Mock;

async function detail(state: Record<string, string> = {}, data: object | null = product()) {
  const element = mount('c-product-detail', ProductDetail);
  (CurrentPageReference as any).emit(page('Product__c', { slug: 'mug' }, state));
  (getStore as any).emit(store());
  (getProduct as any).emit(data);
  await settle();
  return element;
}

const submit = (element: HTMLElement) =>
  find(element, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

describe('c-product-detail', () => {
  afterEach(() => {
    unmountAll();
    window.localStorage.clear();
    jest.clearAllMocks();
  });

  it('shows the product with its first variant that can be bought', async () => {
    const element = await detail();
    expect(find(element, 'h1').textContent).toBe('Mug');
    expect(texts(element, 'legend')).toEqual(['Color: Red', 'Size: S']);
    expect(find(element, '[data-stock]').textContent).toBe('c.Store_InStock');
    expect(find(element, '.description').textContent).toContain('Warm');
    expect(document.title).toBe('Mug – Demo shop');
    await expect(element).toBeAccessible();
  });

  it('tells search engines the price, the availability and the way to the page', async () => {
    await detail();
    const [about, path] = JSON.parse(
      document.head.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}',
    )['@graph'];
    expect(about).toMatchObject({ '@type': 'Product', name: product().title });
    expect(about.offers).toMatchObject({
      price: product().variants[0].price,
      priceCurrency: store().currencyCode,
      availability: 'https://schema.org/InStock',
    });
    expect(path['@type']).toBe('BreadcrumbList');
  });

  it('shows the variant of the URL, its price, stock and picture', async () => {
    const element = await detail({ variant: 'blue-s' });
    expect(find(element, '.buy [data-amount]').textContent).toBe('$12.00');
    expect(find(element, '[data-stock]').textContent).toBe('c.Store_LowStock');
    expect(find(element, '.stage img').getAttribute('src')).toBe('/images/blue.svg');
  });

  it('changes the variant and keeps it in the URL without a step in the history', async () => {
    const element = await detail();
    find(element, 'input[value="Blue"]').click();
    await settle();
    expect(find(element, '.buy [data-amount]').textContent).toBe('$12.00');
    expect(mockNavigate).toHaveBeenCalledWith('/product/mug?variant=blue-s', true);
  });

  it('does not sell what is sold out', async () => {
    const element = await detail({ variant: 'red-l' });
    expect(find(element, '[data-add]').textContent).toContain('c.Store_SoldOut');
    expect(find(element, '[data-add]').getAttribute('aria-disabled')).toBe('true');
    submit(element);
    await settle();
    expect(mockAdd).not.toHaveBeenCalled();
  });

  it('adds the chosen quantity to the cart and opens it', async () => {
    mockAdd.mockResolvedValue(cart({ token: 'secret' }));
    const opened = jest.fn();
    const end = subscribe('openCart', opened);
    const element = await detail();
    find(element, '[data-increase]').click();
    submit(element);
    submit(element);
    await settle(20);
    end();
    expect(mockAdd).toHaveBeenCalledTimes(1);
    expect(mockAdd).toHaveBeenCalledWith(expect.objectContaining({ variantId: 'red-s', quantity: 2 }));
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('says why something could not be added', async () => {
    mockAdd.mockRejectedValue({ body: { message: '{"code":"OUT_OF_STOCK","message":"Just sold"}' } });
    const element = await detail();
    submit(element);
    await settle(20);
    expect(find(element, 'form [role="alert"]').textContent).toBe('Just sold');
  });

  it('shows that a product does not exist', async () => {
    const element = await detail({}, null);
    expect(element.querySelector('c-not-found-page')).not.toBeNull();
  });
});
