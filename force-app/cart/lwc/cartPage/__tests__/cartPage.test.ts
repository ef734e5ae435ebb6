import CartPage from 'c/cartPage';
import getCart from '@salesforce/apex/CartController.getCart';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import setItemQuantity from '@salesforce/apex/CartController.setQuantity';
import removeCartItem from '@salesforce/apex/CartController.removeItem';
import { forgetCart } from 'c/cartStore';
import { cart, find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

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
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const CODE = 'page';
const mockGet = getCart as unknown as jest.Mock;

async function cartPage() {
  const element = mount('c-cart-page', CartPage, { storeCode: CODE });
  (getStore as any).emit(store());
  await settle(16);
  return element;
}

describe('c-cart-page', () => {
  afterEach(() => {
    unmountAll();
    forgetCart(CODE);
    jest.resetAllMocks();
  });

  it('reads the cart anew and shows lines and totals', async () => {
    window.localStorage.setItem(`storehouse.cart.${CODE}`, 'secret|1');
    mockGet.mockResolvedValue(cart());
    const element = await cartPage();
    expect(mockGet).toHaveBeenCalled();
    expect(find(element, '[data-line]').dataset.line).toBe('line1');
    expect(find(element, '[data-row="total"]').textContent).toContain('$20.00');
    expect(find(element, '[data-checkout]').getAttribute('href')).toBe('/checkout');
    await expect(element).toBeAccessible();
  });

  it('changes and removes lines', async () => {
    window.localStorage.setItem(`storehouse.cart.${CODE}`, 'secret|1');
    mockGet.mockResolvedValue(cart());
    (setItemQuantity as unknown as jest.Mock).mockResolvedValue(cart({ itemCount: 3 }));
    (removeCartItem as unknown as jest.Mock).mockResolvedValue(cart({ items: [], itemCount: 0 }));
    const element = await cartPage();
    find(element, '[data-increase]').click();
    await settle(12);
    expect(setItemQuantity).toHaveBeenCalledWith(expect.objectContaining({ quantity: 3 }));
    find(element, '[data-remove]').click();
    await settle(16);
    expect(element.querySelector('[data-empty]')).not.toBeNull();
  });

  it('invites to look around when the cart is empty', async () => {
    const element = await cartPage();
    expect(find(element, '[data-empty] a').getAttribute('href')).toBe('/search');
    await expect(element).toBeAccessible();
  });

  it('says so when the cart cannot be read', async () => {
    window.localStorage.setItem(`storehouse.cart.${CODE}`, 'secret|1');
    mockGet.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Please wait"}' } });
    const element = await cartPage();
    expect(find(element, '[role="alert"] p').textContent).toBe('Please wait');
  });
});
