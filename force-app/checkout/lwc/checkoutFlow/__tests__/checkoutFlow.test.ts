import CheckoutFlow from 'c/checkoutFlow';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getCheckout from '@salesforce/apex/CheckoutController.getCheckout';
import getCountries from '@salesforce/apex/CheckoutController.getCountries';
import placeOrder from '@salesforce/apex/CheckoutController.placeOrder';
import saveAddress from '@salesforce/apex/CheckoutController.saveAddress';
import saveContact from '@salesforce/apex/CheckoutController.saveContact';
import savePayment from '@salesforce/apex/CheckoutController.savePayment';
import saveShippingMethod from '@salesforce/apex/CheckoutController.saveShippingMethod';
import { cartToken } from 'c/cartStore';
import { connectCountry } from 'c/storeDelivery';
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
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
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
jest.mock('@salesforce/apex/CheckoutController.getCheckout', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.getCountries', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.placeOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.saveAddress', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.saveContact', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.savePayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.saveShippingMethod', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](reference: any) {
        mockNavigate(reference.attributes.url);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin };
});

const CODE = 'flow';
const STORAGE_KEY = `storehouse.cart.${CODE}`;
const METHODS = [{ id: 'std', name: 'Standard', description: null, price: 5, minDays: 3, maxDays: 5, selected: false }];
const PLACED = {
  orderNumber: 'D-1',
  orderToken: 'order-token',
  redirectUrl: null,
  nextStep: 'done',
  failureMessage: null,
};
const mocks = {
  get: getCheckout as unknown as jest.Mock,
  countries: getCountries as unknown as jest.Mock,
  place: placeOrder as unknown as jest.Mock,
  address: saveAddress as unknown as jest.Mock,
  contact: saveContact as unknown as jest.Mock,
  payment: savePayment as unknown as jest.Mock,
  method: saveShippingMethod as unknown as jest.Mock,
};
const refusal = (code: string, message: string, fields = {}) => ({
  body: { message: JSON.stringify({ code, message, fields }) },
});

/** A server that keeps what it is told and adds five for shipping once a method is chosen. */
function server() {
  let state = checkout({ cart: cart({ grandTotal: 20 }) });
  const answer = (change: object) => {
    state = { ...state, ...change };
    return Promise.resolve(state);
  };
  mocks.get.mockImplementation(() => Promise.resolve(state));
  mocks.countries.mockResolvedValue(['CA', 'DE']);
  serveAddressData();
  mocks.contact.mockImplementation(() => answer({}));
  mocks.address.mockImplementation(() => answer({ shippingMethods: METHODS }));
  mocks.method.mockImplementation(() =>
    answer({
      shippingMethods: METHODS.map((method) => ({ ...method, selected: true })),
      cart: cart({ shippingTotal: 5, grandTotal: 25 }),
    }),
  );
  mocks.payment.mockImplementation(({ providerId }) =>
    answer({ paymentProviders: state.paymentProviders?.map((one) => ({ ...one, selected: one.id === providerId })) }),
  );
  mocks.place.mockResolvedValue(PLACED);
}

async function flow() {
  const element = mount('c-checkout-flow', CheckoutFlow, { storeCode: CODE });
  (getStore as any).emit(store());
  await settle(30);
  return element;
}

async function fill(element: HTMLElement, name: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(element, `[data-field="${name}"]`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(40);
}

async function choose(element: HTMLElement, group: string, value: string): Promise<void> {
  find(element, `input[name="${group}"][value="${value}"]`).click();
  await settle(40);
}

async function fillAll(element: HTMLElement): Promise<void> {
  await fill(element, 'email', 'ada@example.com');
  await fill(element, 'shipping.countryCode', 'DE');
  await fill(element, 'shipping.firstName', BERLIN.firstName);
  await fill(element, 'shipping.lastName', BERLIN.lastName);
  await fill(element, 'shipping.street', BERLIN.street);
  await fill(element, 'shipping.city', BERLIN.city);
  await fill(element, 'shipping.postalCode', BERLIN.postalCode);
  await choose(element, 'shippingMethod', 'std');
  await choose(element, 'payment', 'test');
  find(element, '[data-field="terms"]').click();
  await settle();
}

async function place(element: HTMLElement): Promise<void> {
  find(element, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle(60);
}

describe('c-checkout-flow', () => {
  beforeEach(() => {
    window.localStorage.setItem(STORAGE_KEY, 'secret|1');
    server();
  });
  afterEach(() => {
    unmountAll();
    window.localStorage.clear();
    window.sessionStorage.clear();
    jest.clearAllMocks();
  });

  it('asks the server for nothing without a cart', async () => {
    window.localStorage.clear();
    const element = await flow();
    expect(mocks.get).not.toHaveBeenCalled();
    expect(element.querySelector('[data-empty]')).not.toBeNull();
  });

  it('does not call a cart empty that cannot be had, and asks again', async () => {
    mocks.get.mockRejectedValueOnce({ body: { message: 'Internal error' } });
    const element = await flow();
    expect(element.querySelector('[data-empty]')).toBeNull();
    expect(find(element, '[data-failure]').textContent).toContain('c.Store_CheckoutUnreachable');
    await expect(element).toBeAccessible();
    find(element, '[data-retry]').click();
    await settle(30);
    expect(element.querySelector('[data-failure]')).toBeNull();
    expect(element.querySelectorAll('form section')).toHaveLength(6);
  });

  it('blames no address when saving failed, and saves again before it places', async () => {
    const element = await flow();
    mocks.address.mockRejectedValueOnce({ body: { message: 'Internal error' } });
    mocks.address.mockRejectedValueOnce({ body: { message: 'Internal error' } });
    await fill(element, 'email', 'ada@example.com');
    await fill(element, 'shipping.countryCode', 'DE');
    await fill(element, 'shipping.lastName', BERLIN.lastName);
    await fill(element, 'shipping.street', BERLIN.street);
    await fill(element, 'shipping.city', BERLIN.city);
    await fill(element, 'shipping.postalCode', BERLIN.postalCode);
    expect(find(element, '[data-field="shippingMethod"]').textContent).toBe('c.Store_UnexpectedError');
    await choose(element, 'payment', 'test');
    expect(mocks.address).toHaveBeenCalledTimes(2);
    expect(find(element, '[data-summary-message]').textContent).toContain('c.Store_UnexpectedError');
    find(element, '[data-field="terms"]').click();
    await place(element);
    expect(mocks.place).not.toHaveBeenCalled();
    expect(mocks.address).toHaveBeenCalledTimes(3);
    await choose(element, 'shippingMethod', 'std');
    await place(element);
    expect(mocks.place).toHaveBeenCalledTimes(1);
  });

  it('shows all sections', async () => {
    const element = await flow();
    expect(find(element, 'h1').textContent).toBe('c.Store_Checkout');
    expect(element.querySelectorAll('form section')).toHaveLength(6);
    await expect(element).toBeAccessible();
  });

  it('says what is missing at the fields and puts the focus on the first', async () => {
    const element = await flow();
    await place(element);
    expect(find(element, '[data-summary-message]').textContent).toContain('c.Store_CheckFields');
    expect(find(element, '[data-message="email"]').textContent).toBe('c.Store_FieldRequired');
    expect(find(element, '[data-message="terms"]').textContent).toContain('c.Store_AcceptTermsError');
    expect((document.activeElement as HTMLElement).dataset.field).toBe('email');
    expect(mocks.place).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('takes a message away as soon as the field is mended', async () => {
    const element = await flow();
    await fill(element, 'email', 'nonsense');
    expect(find(element, '[data-message="email"]').textContent).toBe('c.Store_EmailInvalid');
    await fill(element, 'email', 'ada@example.com');
    expect(element.querySelector('[data-message="email"]')).toBeNull();
  });

  it('takes the messages of choices away that the server made, and the count once all is mended', async () => {
    const element = await flow();
    await place(element);
    expect(element.querySelector('[data-message="payment"]')).not.toBeNull();
    mocks.address.mockImplementation(() =>
      Promise.resolve(checkout({ shippingMethods: METHODS.map((method) => ({ ...method, selected: true })) })),
    );
    await fillAll(element);
    expect(element.querySelectorAll('[data-message]')).toHaveLength(0);
    expect(find(element, '[data-summary-message]').textContent).toBe('');
  });

  it('saves a section once it is complete and offers the shipping methods of the address', async () => {
    const element = await flow();
    await fillAll(element);
    expect(mocks.address).toHaveBeenCalledTimes(1);
    expect(mocks.address.mock.calls[0][0]).toMatchObject({
      cartToken: 'secret',
      address: { billingSame: true, billing: null, shipping: { city: 'Berlin', company: null } },
    });
    expect(find(element, '[data-row="total"]').textContent).toContain('$25.00');
  });

  it('places the order once, however often the button is pressed', async () => {
    const element = await flow();
    await fillAll(element);
    const submit = () => find(element, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    submit();
    submit();
    await settle(60);
    expect(mocks.place).toHaveBeenCalledTimes(1);
    expect(mocks.place.mock.calls[0][0].input).toMatchObject({
      termsAccepted: true,
      expectedTotal: 25,
      testOutcome: 'approve',
      placementKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
    expect(cartToken(CODE)).toBe('');
  });

  it('keeps everything and the key when the payment is declined', async () => {
    mocks.place.mockRejectedValueOnce(refusal('PAYMENT_DECLINED', 'Declined'));
    const element = await flow();
    await fillAll(element);
    await choose(element, 'testOutcome', 'decline');
    await place(element);
    expect(find(element, '[data-summary-message]').textContent).toContain('Declined');
    expect(find(element, '[data-payment-message]').textContent).toContain('Declined');
    expect(document.activeElement).toBe(find(element, '[data-payment-message]'));
    await expect(element).toBeAccessible();
    expect(find<HTMLInputElement>(element, '[data-field="shipping.street"]').value).toBe(BERLIN.street);
    await choose(element, 'testOutcome', 'approve');
    await place(element);
    const [first, second] = mocks.place.mock.calls.map(([parameters]) => parameters.input);
    expect(first.testOutcome).toBe('decline');
    expect(second.placementKey).toBe(first.placementKey);
    expect(mockNavigate).toHaveBeenCalledTimes(1);
  });

  it('shows the new total when prices changed and places only on the next press', async () => {
    mocks.place.mockRejectedValueOnce(refusal('PRICE_CHANGED', 'Prices changed'));
    const element = await flow();
    await fillAll(element);
    mocks.get.mockImplementation(() =>
      Promise.resolve(
        checkout({ cart: cart({ grandTotal: 30 }), shippingMethods: METHODS.map((m) => ({ ...m, selected: true })) }),
      ),
    );
    await place(element);
    expect(find(element, '[data-summary-message]').textContent).toContain('Prices changed');
    expect(document.activeElement).toBe(find(element, '[data-payment-message]'));
    expect(find(element, '[data-row="total"]').textContent).toContain('$30.00');
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('brings messages of the server to their fields', async () => {
    mocks.contact.mockRejectedValue(refusal('INVALID_INPUT', 'Check', { email: 'Unknown domain' }));
    const element = await flow();
    await fillAll(element);
    await place(element);
    expect(find(element, '[data-message="email"]').textContent).toBe('Unknown domain');
    expect(mocks.place).not.toHaveBeenCalled();
  });

  it('names no total on the button before shipping and tax are known', async () => {
    const element = await flow();
    expect(find(element, '[data-place]').textContent).toContain('c.Store_PlaceOrderPlain');
    expect(find(element, '[data-row="total"]').textContent).toBe('c.Store_TotalSoFar$20.00');
    mocks.payment.mockImplementation(() =>
      Promise.resolve(checkout({ cart: cart({ shippingTotal: 5, taxTotal: 0, grandTotal: 25 }) })),
    );
    await choose(element, 'payment', 'test');
    expect(find(element, '[data-place]').textContent).not.toContain('Plain');
    expect(find(element, '[data-row="total"]').textContent).toBe('c.Store_Total$25.00');
  });

  it('judges a postcode anew when its province or country changes', async () => {
    const element = await flow();
    await fill(element, 'shipping.countryCode', 'CA');
    await fill(element, 'shipping.stateCode', 'ON');
    await fill(element, 'shipping.postalCode', 'v6b-1a1');
    expect(find<HTMLInputElement>(element, '[data-field="shipping.postalCode"]').value).toBe('V6B 1A1');
    expect(find(element, '[data-message="shipping.postalCode"]').textContent).toBe('c.Customers_Postcode_Elsewhere');
    await fill(element, 'shipping.stateCode', 'BC');
    expect(element.querySelector('[data-message="shipping.postalCode"]')).toBeNull();
    await fill(element, 'shipping.countryCode', 'DE');
    await fill(element, 'shipping.postalCode', 'x');
    expect(find(element, '[data-message="shipping.postalCode"]').textContent).toBe('c.Store_FieldInvalid');
  });

  it('tells the rest of the shop where the parcel goes, and begins with the country picked there', async () => {
    const heard: (string | null)[] = [];
    const element = await flow();
    const end = connectCountry(CODE, (code) => heard.push(code));
    await fill(element, 'shipping.countryCode', 'DE');
    end();
    expect(heard.pop()).toBe('DE');
    unmountAll();
    window.sessionStorage.clear();
    const again = await flow();
    expect(find<HTMLSelectElement>(again, '[data-field="shipping.countryCode"]').value).toBe('DE');
  });

  it('remembers what was typed after a reload', async () => {
    const element = await flow();
    await fill(element, 'shipping.street', 'Half a str');
    unmountAll();
    const again = await flow();
    expect(find<HTMLInputElement>(again, '[data-field="shipping.street"]').value).toBe('Half a str');
  });

  it('asks for another billing address only on request', async () => {
    const element = await flow();
    expect(element.querySelector('[data-field="billing.street"]')).toBeNull();
    await choose(element, 'billingSame', 'different');
    expect(element.querySelector('[data-field="billing.street"]')).not.toBeNull();
    await place(element);
    expect(find(element, '[data-message="billing.street"]').textContent).toBe('c.Store_FieldRequired');
  });

  it('sends the shopper on to a hosted payment page', async () => {
    const assign = jest.fn();
    const { location } = window;
    const { origin, pathname } = location;
    Object.defineProperty(window, 'location', { configurable: true, value: { assign, origin, pathname } });
    mocks.place.mockResolvedValue({ ...PLACED, nextStep: 'pay', redirectUrl: 'https://pay.example/1' });
    const element = await flow();
    await fillAll(element);
    await place(element);
    Object.defineProperty(window, 'location', { configurable: true, value: location });
    expect(assign).toHaveBeenCalledWith('https://pay.example/1');
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('asks for one address and no method when nothing is shipped', async () => {
    mocks.get.mockResolvedValue(checkout({ requiresShipping: false }));
    const element = await flow();
    expect(element.querySelectorAll('form section')).toHaveLength(4);
    expect(element.querySelector('[data-field="shippingMethod"]')).toBeNull();
  });

  it('asks again with the same key when the payment takes a request of its own', async () => {
    mocks.place.mockResolvedValueOnce({ ...PLACED, nextStep: 'pay' });
    const element = await flow();
    await fillAll(element);
    await place(element);
    const keys = mocks.place.mock.calls.map(([parameters]) => parameters.input.placementKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
  });

  it('stays with everything typed when that payment fails', async () => {
    mocks.place.mockResolvedValueOnce({ ...PLACED, nextStep: 'failed', failureMessage: 'No funds' });
    const element = await flow();
    await fillAll(element);
    await place(element);
    expect(find(element, '[data-summary-message]').textContent).toContain('No funds');
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('finds the order again when its answer was lost', async () => {
    mocks.place.mockRejectedValueOnce(new Error('network'));
    const element = await flow();
    await fillAll(element);
    await place(element);
    unmountAll();
    mocks.get.mockResolvedValue(null);
    await flow();
    const keys = mocks.place.mock.calls.map(([parameters]) => parameters.input.placementKey);
    expect(new Set(keys).size).toBe(1);
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
  });
});
