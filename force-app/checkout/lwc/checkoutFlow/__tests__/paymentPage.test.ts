import CheckoutFlow from 'c/checkoutFlow';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getCheckout from '@salesforce/apex/CheckoutController.getCheckout';
import getCountries from '@salesforce/apex/CheckoutController.getCountries';
import resumePayment from '@salesforce/apex/CheckoutController.resumePayment';
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
jest.mock('@salesforce/apex/CheckoutController.getCheckout', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.getCountries', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.resumePayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('c/checkoutPayment', () => {
  throw new Error('The script could not be fetched.');
});

const STORAGE_KEY = 'storehouse.cart.flow';

describe('c-checkout-flow without the script of a payment under way', () => {
  beforeEach(() => {
    window.localStorage.setItem(STORAGE_KEY, 'token|1');
    serveAddressData();
    (getCountries as unknown as jest.Mock).mockResolvedValue(['CA', 'DE']);
  });
  afterEach(() => {
    unmountAll();
    window.localStorage.clear();
    window.sessionStorage.clear();
  });

  async function flow() {
    const element = mount('c-checkout-flow', CheckoutFlow, { storeCode: 'flow' });
    (getStore as any).emit(store());
    await settle(60);
    return element;
  }

  it('says so, and lets the page be loaded anew', async () => {
    const paying = checkout({ cart: cart({ status: 'Paying' }) });
    (getCheckout as unknown as jest.Mock).mockResolvedValue(paying);
    (resumePayment as unknown as jest.Mock).mockResolvedValue({ nextStep: 'pay', redirectUrl: null });
    const element = await flow();
    const failure = find(element, '[data-payment-failure]');
    expect(failure.textContent).toContain('c.Store_CheckoutUnreachable');
    expect(find(failure, '[data-retry]').textContent).toContain('c.Store_TryAgain');
    await expect(element).toBeAccessible();
  });

  it('says so instead of placing an order that could not be paid', async () => {
    const ready = checkout({ requiresShipping: false, openAmount: 0, termsAccepted: true });
    (getCheckout as unknown as jest.Mock).mockResolvedValue({
      ...ready,
      contact: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Byron' },
      shippingAddress: BERLIN,
    });
    const element = await flow();
    find(element, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle(60);
    expect(find(element, '[data-payment-failure]').textContent).toContain('c.Store_CheckoutUnreachable');
  });

  it('shows nothing of it while the form is filled in, and keeps what is typed', async () => {
    (getCheckout as unknown as jest.Mock).mockResolvedValue(checkout());
    const element = await flow();
    const note = find<HTMLInputElement>(element, '[data-field="email"]');
    note.value = 'ada@example.com';
    note.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    await settle(30);
    expect(element.querySelector('[data-payment-failure]')).toBeNull();
    expect(find<HTMLInputElement>(element, '[data-field="email"]').value).toBe('ada@example.com');
  });
});
