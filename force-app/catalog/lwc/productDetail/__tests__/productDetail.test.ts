import ProductDetail from 'c/productDetail';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import addItem from '@salesforce/apex/CartController.addItem';
import { CurrentPageReference } from 'lightning/navigation';
import { subscribe, type Toast } from 'c/storeEvents';
import {
  appears,
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

describe('c-product-detail for members only', () => {
  afterEach(() => unmountAll());

  it('says what opens a product that is hidden, and nothing of it', async () => {
    const gate = { membershipName: 'Gold', membershipSlug: null };
    const hidden = { gate, id: null, slug: null, title: null, bodyHtml: null, variants: [], options: [], media: [] };
    const element = await detail({}, hidden);
    await settle();
    expect(element.querySelector('[data-members-only]')).not.toBeNull();
    expect(element.querySelector('form')).toBeNull();
    expect(mockNavigate).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('shows what members alone may buy, and adds none of it', async () => {
    const element = await detail({}, { ...product(), buyGate: { membershipName: 'Gold', membershipSlug: 'club' } });
    await settle();
    expect(element.querySelector('[data-members-note]')).not.toBeNull();
    expect(find(element, '[data-add]').getAttribute('aria-disabled')).toBe('true');
    submit(element);
    await settle();
    expect(mockAdd).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});

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
    expect((await appears(element, 'details .store-rich-text')).textContent).toContain('Warm');
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

  it('tells how it is delivered, but of nothing that needs no parcel', async () => {
    const shipped = await detail();
    expect(await appears(shipped, '.promises')).not.toBeNull();
    unmountAll();
    const variants = product().variants.map((variant) => ({ ...variant, isShipped: false }));
    const element = await detail({}, product({ variants }));
    await appears(element, 'details .store-rich-text');
    expect(element.querySelector('.promises')).toBeNull();
  });

  it('does not sell what is sold out', async () => {
    const element = await detail({ variant: 'red-l' });
    expect(find(element, '[data-add]').textContent).toContain('c.Store_SoldOut');
    expect(find(element, '[data-add]').getAttribute('aria-disabled')).toBe('true');
    submit(element);
    await settle();
    expect(mockAdd).not.toHaveBeenCalled();
    expect(await appears(element, '[data-stock-alert]')).not.toBeNull();
    find(element, 'input[value="Blue"]').click();
    await settle();
    expect(element.querySelector('[data-stock-alert]') === null).toBe(
      find(element, '[data-add]').getAttribute('aria-disabled') !== 'true',
    );
  });

  it('keeps the chosen variant for later', async () => {
    const element = await detail({ variant: 'blue-s' });
    (await appears(element, '[data-actions] [data-wish]')).click();
    await settle();
    expect(JSON.parse(window.localStorage.getItem('storehouse.wishes.demo') ?? '[]')).toEqual([
      { productId: 'blue-s', masterId: 'p1', price: 12 },
    ]);
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
    mockAdd.mockRejectedValue({ body: { message: '{"code":"PAYMENT_UNDER_WAY","message":"You are paying"}' } });
    submit(element);
    await settle(20);
    expect(find(element, '[data-refusal] a').getAttribute('href')).toBe('/checkout');
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ available: 3 }, 'c.Store_LowStock', 'stock low'],
    [{ available: 0, inStock: false, backorder: true }, 'c.Store_Backorder', 'stock later'],
    [{ inStock: false, backorder: true, backorderDate: '2026-12-24' }, 'c.Store_BackorderUntil', 'stock later'],
    [{ available: 0, inStock: false }, 'c.Store_SoldOut', 'stock none'],
  ])('tells the truth about the stock: %j', async (change, text, stockClass) => {
    const [first, ...rest] = product().variants;
    const element = await detail({ variant: first.id }, product({ variants: [{ ...first, ...change }, ...rest] }));
    expect(find(element, '[data-stock]').textContent).toBe(text);
    expect(find(element, '[data-stock]').className).toContain(stockClass);
  });

  it('has a title and a skeleton before anything is known', async () => {
    const element = mount('c-product-detail', ProductDetail);
    (CurrentPageReference as any).emit(page('Product__c', { slug: 'harbour-mug' }));
    await settle();
    expect(document.title).toBe('Harbour mug');
    expect(element.querySelector('[data-loading]')).not.toBeNull();
  });

  it('offers to try again after a failure instead of waiting for ever', async () => {
    const element = mount('c-product-detail', ProductDetail);
    (CurrentPageReference as any).emit(page('Product__c', { slug: 'mug' }));
    (getProduct as any).error();
    await settle();
    expect(find(element, '[data-retry]')).not.toBeNull();
    expect(element.querySelector('[data-loading]')).toBeNull();
  });

  it('folds the parts of a text below their headings', async () => {
    const element = await detail({}, product({ bodyHtml: '<p>Warm</p><h3>Care</h3><p>By hand</p>' }));
    await appears(element, 'details .store-rich-text');
    expect(texts(element, 'summary')).toEqual(['c.Store_Description', 'Care']);
    expect(Array.from(element.querySelectorAll('details'), ({ open }) => open)).toEqual([true, false]);
  });

  it('takes the own address in place of a former one', async () => {
    await detail({}, product({ slug: 'big-mug' }));
    expect(mockNavigate).toHaveBeenCalledWith('/product/big-mug', true);
  });

  it('keeps price and button in reach while its own button is out of sight', async () => {
    const watchers: { tell: (entries: object[]) => void; target?: Element }[] = [];
    (window as any).IntersectionObserver = class {
      watcher: { tell: (entries: object[]) => void; target?: Element };
      constructor(tell: (entries: object[]) => void) {
        this.watcher = { tell };
        watchers.push(this.watcher);
      }
      observe(target: Element) {
        this.watcher.target = target;
      }
      disconnect() {
        this.watcher.target = undefined;
      }
    };
    mockAdd.mockResolvedValue(cart({ token: 'secret' }));
    const element = await detail();
    const actions = find(element, '[data-actions]');
    expect(actions.classList.contains('store-docked')).toBe(false);
    watchers.find(({ target }) => target?.classList.contains('dock'))?.tell([{ isIntersecting: false }]);
    await settle();
    expect(actions.classList.contains('store-docked')).toBe(true);
    expect(find(actions, '[data-amount]').textContent).toBe('$10.00');
    await expect(element).toBeAccessible();
    submit(element);
    await settle(20);
    expect(mockAdd).toHaveBeenCalledTimes(1);
    mockAdd.mockRejectedValue({ body: { message: '{"code":"PAYMENT_UNDER_WAY","message":"You are paying"}' } });
    const toasts: Toast[] = [];
    const end = subscribe('toast', (toast) => toasts.push(toast));
    submit(element);
    await settle(20);
    end();
    expect(toasts).toEqual([
      expect.objectContaining({ message: 'You are paying', tone: 'error', actionLabel: 'c.Cart_To_Payment' }),
    ]);
    expect(element.querySelector('[data-refusal]')).toBeNull();
    delete (window as any).IntersectionObserver;
  });

  it('shares the chosen variant by the device, else by the clipboard', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    const element = await detail({ variant: 'blue-s' });
    find(element, '[data-share]').click();
    await settle();
    expect(writeText).toHaveBeenCalledWith('http://localhost/product/mug?variant=blue-s');
    const share = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { share });
    find(element, '[data-share]').click();
    await settle();
    expect(share).toHaveBeenCalledWith({ title: 'Mug', url: 'http://localhost/product/mug?variant=blue-s' });
    delete (navigator as any).share;
  });

  it('shows that a product does not exist', async () => {
    const element = await detail({}, null);
    expect((await appears(element, 'h1')).textContent).toBe('c.Store_NotFoundTitle');
  });
});
