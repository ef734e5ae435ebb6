import CheckoutFlow from 'c/checkoutFlow';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getCheckout from '@salesforce/apex/CheckoutController.getCheckout';
import getCountries from '@salesforce/apex/CheckoutController.getCountries';
import placeOrder from '@salesforce/apex/CheckoutController.placeOrder';
import saveDetails from '@salesforce/apex/CheckoutController.saveDetails';
import { cartToken } from 'c/cartStore';
import { subscribe, type Toast } from 'c/storeEvents';
import {
  BERLIN,
  cart,
  checkout,
  find,
  mount,
  serveAddressData,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/CheckoutController.getTenderOffers',
  () => ({ __esModule: true, default: () => Promise.resolve([]) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/AddressBookController.getAddresses', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.getCheckout', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.getCountries', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.placeOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.saveDetails', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const STORAGE_KEY = 'storehouse.cart.flow';
const mocks = {
  get: getCheckout as unknown as jest.Mock,
  place: placeOrder as unknown as jest.Mock,
  save: saveDetails as unknown as jest.Mock,
};
const joined = { code: 'CART_JOINED', message: 'Joined.', itemId: null };

describe('c-checkout-flow of a shopper who signed in', () => {
  beforeEach(() => {
    serveAddressData();
    (getCountries as unknown as jest.Mock).mockResolvedValue(['CA', 'DE']);
  });
  afterEach(() => {
    unmountAll();
    window.localStorage.clear();
    window.sessionStorage.clear();
    jest.clearAllMocks();
  });

  async function flow() {
    const element = mount('c-checkout-flow', CheckoutFlow, { storeCode: 'flow' });
    (getStore as any).emit(store());
    await settle(60);
    return element;
  }

  it('asks for their cart in a browser that has none', async () => {
    mocks.get.mockResolvedValue(checkout({ cart: cart({ token: 'theirs' }) }));
    const element = await flow();
    expect(mocks.get).toHaveBeenCalledWith({ storeCode: 'flow', cartToken: '' });
    expect(element.querySelector('[data-empty]')).toBeNull();
    expect(cartToken('flow')).toBe('theirs');
    await expect(element).toBeAccessible();
  });

  it('goes on with the cart that the guest’s has joined, under its token, with what was typed', async () => {
    window.localStorage.setItem(STORAGE_KEY, 'guest|1');
    window.sessionStorage.setItem('storehouse.checkout.guest', JSON.stringify({ email: '', phone: '+49 30 1' }));
    const toasts: Toast[] = [];
    const end = subscribe('toast', (toast) => toasts.push(toast));
    const theirs = checkout({ cart: cart({ token: 'theirs', notices: [joined] }), requiresShipping: false });
    mocks.get.mockResolvedValue({ ...theirs, contact: { email: 'ada@example.com', firstName: 'Ada', lastName: 'B' } });
    mocks.save.mockResolvedValue(theirs);
    const element = await flow();
    expect(toasts).toEqual([{ message: 'Joined.' }]);
    end();
    expect(find<HTMLInputElement>(element, '[data-field="email"]').value).toBe('ada@example.com');
    expect(find<HTMLInputElement>(element, '[data-field="phone"]').value).toBe('+49 30 1');
    expect(window.sessionStorage.getItem('storehouse.checkout.guest')).toBeNull();
    mocks.get.mockResolvedValue({ ...theirs, shippingAddress: BERLIN });
    const phone = find<HTMLInputElement>(element, '[data-field="phone"]');
    phone.value = '+49 30 2';
    phone.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    await settle(30);
    expect(window.sessionStorage.getItem('storehouse.checkout.theirs')).toContain('+49 30 2');
  });

  it('shows the joined cart, and places nothing, when another device was faster', async () => {
    window.localStorage.setItem(STORAGE_KEY, 'guest|1');
    const ready = {
      ...checkout({ requiresShipping: false, openAmount: 0, termsAccepted: true }),
      contact: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Byron' },
      shippingAddress: BERLIN,
    };
    mocks.get.mockResolvedValue(ready);
    mocks.save.mockResolvedValue(ready);
    const element = await flow();
    mocks.place.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'CART_NOT_FOUND', message: 'Your cart has expired.', fields: {} }) },
    });
    mocks.get.mockResolvedValue({ ...ready, cart: cart({ token: 'theirs' }) });
    find(element, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle(60);
    expect(mocks.place).toHaveBeenCalledTimes(1);
    expect(find(element, '[data-summary-message]').textContent).toBe('c.Checkout_Cart_Elsewhere');
    expect(cartToken('flow')).toBe('theirs');
  });
});
