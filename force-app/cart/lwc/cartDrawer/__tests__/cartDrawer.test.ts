import CartDrawer from 'c/cartDrawer';
import removeCartItem from '@salesforce/apex/CartController.removeItem';
import setItemQuantity from '@salesforce/apex/CartController.setQuantity';
import { adoptCart, forgetCart } from 'c/cartStore';
import {
  cart,
  find,
  heard,
  mount,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.addItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.setQuantity', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.removeItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const CODE = 'drawer';

async function drawer() {
  const element = mount('c-cart-drawer', CartDrawer, { storeCode: CODE, store: store(), open: true });
  await settle();
  return element;
}

describe('c-cart-drawer', () => {
  afterEach(() => {
    unmountAll();
    forgetCart(CODE);
    jest.resetAllMocks();
  });

  it('shows the cart', async () => {
    adoptCart(CODE, cart({ notices: [{ code: 'X', message: 'Prices changed', itemId: null }] }));
    const element = await drawer();
    expect(find<HTMLDialogElement>(element, 'dialog').open).toBe(true);
    expect(find(element, '[data-line]').dataset.line).toBe('line1');
    expect(find(element, '.store-notice').textContent).toBe('Prices changed');
    expect(find(element, '[data-checkout]').getAttribute('href')).toBe('/checkout');
    expect(element.querySelector('[data-save]')).toBeNull(); // A guest’s cart is kept by the browser.
    await expect(element).toBeAccessible();
  });

  it('says that the cart is empty', async () => {
    const element = await drawer();
    expect(element.textContent).toContain('c.Store_CartEmptyText');
    expect(element.querySelector('[data-checkout]')).toBeNull();
  });

  it('changes and removes lines', async () => {
    adoptCart(CODE, cart());
    (setItemQuantity as unknown as jest.Mock).mockResolvedValue(cart({ itemCount: 3 }));
    (removeCartItem as unknown as jest.Mock).mockResolvedValue(cart({ items: [], itemCount: 0 }));
    const element = await drawer();
    find(element, '[data-increase]').click();
    await settle(12);
    expect(setItemQuantity).toHaveBeenCalledWith(expect.objectContaining({ itemId: 'line1', quantity: 3 }));
    find(element, '[data-remove]').click();
    await settle(12);
    expect(element.textContent).toContain('c.Store_CartEmpty');
  });

  it('closes when a page is chosen', async () => {
    adoptCart(CODE, cart());
    const element = await drawer();
    const closes = heard(element, 'close');
    const link = find(element, '[data-view-cart]');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(closes).toHaveLength(1);
    element.open = false;
    await settle();
    expect(find<HTMLDialogElement>(element, 'dialog').open).toBe(false);
  });
});
