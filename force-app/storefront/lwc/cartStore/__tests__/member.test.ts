import getCart from '@salesforce/apex/CartController.getCart';
import { cartToken, connectCart } from 'c/cartStore';
import { subscribe, type Toast } from 'c/storeEvents';
import { cart, settle } from '../../storeTypes/__tests__/support';

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
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });

const mockGet = getCart as unknown as jest.Mock;

describe('c/cartStore of a shopper who signed in', () => {
  it('asks for their cart on a device that has none, and says once what joined it', async () => {
    const toasts: Toast[] = [];
    const end = subscribe('toast', (toast) => toasts.push(toast));
    const notices = [
      { code: 'CART_JOINED', message: 'Joined.', itemId: null },
      { code: 'LINE_LIMITED', message: 'Only five.', itemId: 'line1' },
      { code: 'PRICE_CHANGED', message: 'Another price.', itemId: 'line1' },
    ];
    mockGet.mockResolvedValue(cart({ token: 'theirs', notices }));
    connectCart('member', () => undefined)();
    await settle();
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'member', cartToken: '' });
    expect(cartToken('member')).toBe('theirs');
    expect(toasts).toEqual([{ message: 'Joined. Only five.' }]);
    end();
  });
});
