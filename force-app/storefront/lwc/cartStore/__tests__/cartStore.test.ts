import getCart from '@salesforce/apex/CartController.getCart';
import addItem from '@salesforce/apex/CartController.addItem';
import removeCartItem from '@salesforce/apex/CartController.removeItem';
import setItemQuantity from '@salesforce/apex/CartController.setQuantity';
import {
  adoptCart,
  addToCart,
  cartToken,
  connectCart,
  forgetCart,
  refreshCart,
  removeItem,
  setQuantity,
  type CartState,
} from 'c/cartStore';
import { cart, settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

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

const mockGet = getCart as unknown as jest.Mock;
const mockAdd = addItem as unknown as jest.Mock;
const mockSet = setItemQuantity as unknown as jest.Mock;
const mockRemove = removeCartItem as unknown as jest.Mock;
let nextStore = 0;

/** Each test has a store of its own: the module keeps its state for the whole page. */
function newStore(): string {
  nextStore += 1;
  return `store${nextStore}`;
}

describe('c/cartStore', () => {
  afterEach(() => {
    jest.resetAllMocks();
    window.localStorage.clear();
  });

  it('asks the server for nothing as long as there is no cart', async () => {
    const states: CartState[] = [];
    const end = connectCart(newStore(), (state) => states.push(state));
    await settle();
    end();
    expect(mockGet).not.toHaveBeenCalled();
    expect(states.at(-1)).toMatchObject({ cart: null, loaded: true, busy: false });
  });

  it('loads the known cart once for all listeners', async () => {
    const code = newStore();
    window.localStorage.setItem(`storehouse.cart.${code}`, 'secret|1');
    mockGet.mockResolvedValue(cart());
    const first = jest.fn();
    const second = jest.fn();
    connectCart(code, first);
    connectCart(code, second);
    await settle(12);
    expect(mockGet).toHaveBeenCalledTimes(1);
    expect(mockGet).toHaveBeenCalledWith({ storeCode: code, cartToken: 'secret' });
    expect(second.mock.calls.at(-1)?.[0].cart.itemCount).toBe(2);
  });

  it('makes the secret of a new cart and uses it for what was asked meanwhile', async () => {
    const code = newStore();
    mockAdd.mockResolvedValue(cart());
    await Promise.all([addToCart(code, 'v1', 1), addToCart(code, 'v2', 3)]);
    const [first, second] = mockAdd.mock.calls.map(([parameters]) => parameters.cartToken);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(second).toBe(first);
    expect(cartToken(code)).toBe(first);
  });

  it('takes the secret that the server has made instead', async () => {
    const code = newStore();
    mockAdd.mockResolvedValueOnce(cart({ token: 'new' })).mockResolvedValueOnce(cart());
    await addToCart(code, 'v1', 1);
    await addToCart(code, 'v1', 1);
    expect(mockAdd.mock.calls[1][0].cartToken).toBe('new');
  });

  it('begins a new cart when the known one is gone, and keeps one that could not be read', async () => {
    const code = newStore();
    window.localStorage.setItem(`storehouse.cart.${code}`, 'ordered|1');
    mockGet.mockResolvedValue(null);
    await refreshCart(code);
    mockAdd.mockResolvedValue(cart());
    await addToCart(code, 'v1', 1);
    expect(mockAdd.mock.calls[0][0].cartToken).not.toBe('ordered');
    const other = newStore();
    window.localStorage.setItem(`storehouse.cart.${other}`, 'kept|1');
    mockGet.mockRejectedValue(new Error('offline'));
    await expect(refreshCart(other)).rejects.toThrow();
    await addToCart(other, 'v1', 1);
    expect(mockAdd.mock.calls[1][0].cartToken).toBe('kept');
  });

  it('asks again with the same key when an answer was lost, and with another one for another click', async () => {
    const code = newStore();
    mockAdd.mockRejectedValueOnce(new Error('connection lost')).mockResolvedValue(cart());
    await expect(addToCart(code, 'v1', 1)).rejects.toThrow();
    await addToCart(code, 'v1', 1);
    await addToCart(code, 'v1', 1);
    const keys = mockAdd.mock.calls.map(([parameters]) => parameters.requestKey);
    expect(keys[0]).toMatch(/\d/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    const tokens = mockAdd.mock.calls.map(([parameters]) => parameters.cartToken);
    expect(tokens[1]).toBe(tokens[0]);
  });

  it('goes on after a command that failed, and is busy only while one runs', async () => {
    const code = newStore();
    const busy: boolean[] = [];
    connectCart(code, (state) => busy.push(state.busy));
    mockSet.mockRejectedValue(new Error('no'));
    mockRemove.mockResolvedValue(cart({ items: [], itemCount: 0 }));
    const failing = setQuantity(code, 'line1', 9);
    const working = removeItem(code, 'line1');
    await expect(failing).rejects.toThrow('no');
    expect((await working)?.itemCount).toBe(0);
    expect(busy).toContain(true);
    expect(busy.at(-1)).toBe(false);
  });

  it('takes over the cart of another controller and forgets it when it became an order', async () => {
    const code = newStore();
    let state: CartState | undefined;
    connectCart(code, (next) => {
      state = next;
    });
    adoptCart(code, cart({ token: 'fromCheckout' }));
    expect(state?.cart?.grandTotal).toBe(20);
    expect(cartToken(code)).toBe('fromCheckout');
    forgetCart(code);
    expect(state?.cart).toBeNull();
    expect(cartToken(code)).toBe('');
  });

  it('follows another tab', async () => {
    const code = newStore();
    let state: CartState | undefined;
    connectCart(code, (next) => {
      state = next;
    });
    mockGet.mockResolvedValue(cart({ itemCount: 7 }));
    window.localStorage.setItem(`storehouse.cart.${code}`, 'other|5');
    window.dispatchEvent(new StorageEvent('storage', { key: `storehouse.cart.${code}` }));
    await settle();
    expect(state?.cart?.itemCount).toBe(7);
    window.localStorage.removeItem(`storehouse.cart.${code}`);
    window.dispatchEvent(new StorageEvent('storage', { key: `storehouse.cart.${code}` }));
    expect(state?.cart).toBeNull();
  });

  it('works as long as the page lives when storage is switched off', async () => {
    const code = newStore();
    const denied = () => {
      throw new Error('denied');
    };
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(denied);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(denied);
    mockAdd.mockResolvedValue(cart({ token: 'memory' }));
    mockGet.mockResolvedValue(cart());
    await addToCart(code, 'v1', 1);
    await refreshCart(code);
    expect(mockGet).toHaveBeenCalledWith({ storeCode: code, cartToken: 'memory' });
    jest.restoreAllMocks();
  });
});
