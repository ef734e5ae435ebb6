import CheckoutFlow from 'c/checkoutFlow';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import cancelPayment from '@salesforce/apex/CheckoutController.cancelPayment';
import getCheckout from '@salesforce/apex/CheckoutController.getCheckout';
import getCountries from '@salesforce/apex/CheckoutController.getCountries';
import placeOrder from '@salesforce/apex/CheckoutController.placeOrder';
import removeTender from '@salesforce/apex/CheckoutController.removeTender';
import resumePayment from '@salesforce/apex/CheckoutController.resumePayment';
import saveDetails from '@salesforce/apex/CheckoutController.saveDetails';
import { cartToken } from 'c/cartStore';
import { connectCountry } from 'c/storeDelivery';
import {
  BERLIN,
  cart,
  checkout,
  find,
  keptMethod,
  mount,
  serveAddressData,
  providers,
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
jest.mock('@salesforce/apex/CheckoutController.removeTender', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.addTender', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/CheckoutController.getTenderOffers',
  () => ({ __esModule: true, default: () => Promise.resolve([]) }),
  { virtual: true },
);
jest.mock('@salesforce/apex/CheckoutController.resumePayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.cancelPayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.saveDetails', () => ({ __esModule: true, default: jest.fn() }), {
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
const METHODS = [
  { id: 'std', name: 'Standard', description: null, price: 5, minDays: 3, maxDays: 5, selected: true },
  { id: 'exp', name: 'Express', description: null, price: 15, minDays: 1, maxDays: 1, selected: false },
];
const withMethod = (chosen: string) => METHODS.map((method) => ({ ...method, selected: method.id === chosen }));
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
  removeTender: removeTender as unknown as jest.Mock,
  resume: resumePayment as unknown as jest.Mock,
  cancel: cancelPayment as unknown as jest.Mock,
  save: saveDetails as unknown as jest.Mock,
};
const refusal = (code: string, message: string, fields = {}) => ({
  body: { message: JSON.stringify({ code, message, fields }) },
});

/** A server that keeps what it is told and adds shipping once the address is known, by the first method unless told another. */
function server(change: Parameters<typeof checkout>[0] = {}) {
  let state = checkout({ cart: cart({ grandTotal: 20 }), ...change });
  mocks.get.mockImplementation(() => Promise.resolve(state));
  mocks.countries.mockResolvedValue(['CA', 'DE']);
  serveAddressData();
  mocks.save.mockImplementation(({ details }) => {
    const { address, shippingMethodId, paymentProviderId } = details;
    if (address || shippingMethodId) {
      const method = withMethod(shippingMethodId ?? 'std').find(({ selected }) => selected);
      state = {
        ...state,
        shippingMethods: withMethod(method?.id as string),
        cart: cart({ shippingTotal: method?.price, taxTotal: 0, grandTotal: 20 + (method?.price as number) }),
      };
    }
    if (paymentProviderId) {
      const offered = state.paymentProviders?.map((one) => ({ ...one, selected: one.id === paymentProviderId }));
      state = { ...state, paymentProviders: offered ?? null };
    }
    return Promise.resolve(state);
  });
  mocks.place.mockResolvedValue(PLACED);
  mocks.resume.mockResolvedValue(PLACED);
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

async function fillAll(element: HTMLElement, payment: string | null = 'test'): Promise<void> {
  await fill(element, 'email', 'ada@example.com');
  await fill(element, 'shipping.countryCode', 'DE');
  await fill(element, 'shipping.firstName', BERLIN.firstName);
  await fill(element, 'shipping.lastName', BERLIN.lastName);
  await fill(element, 'shipping.street', BERLIN.street);
  await fill(element, 'shipping.city', BERLIN.city);
  await fill(element, 'shipping.postalCode', BERLIN.postalCode);
  if (payment) {
    await choose(element, 'payment', payment);
  }
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

  it('tells the reference when the server failed', async () => {
    const message = JSON.stringify({ code: 'UNEXPECTED', message: 'Reference: 7F3K-92QA.', reference: '7F3K-92QA' });
    mocks.get.mockRejectedValueOnce({ body: { message } });
    const element = await flow();
    expect(find(element, '[data-failure]').textContent).toContain('7F3K-92QA');
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
    mocks.save.mockRejectedValueOnce({ body: { message: 'Internal error' } });
    mocks.save.mockRejectedValueOnce({ body: { message: 'Internal error' } });
    mocks.save.mockRejectedValueOnce({ body: { message: 'Internal error' } });
    await fill(element, 'email', 'ada@example.com');
    await fill(element, 'shipping.countryCode', 'DE');
    await fill(element, 'shipping.lastName', BERLIN.lastName);
    await fill(element, 'shipping.street', BERLIN.street);
    await fill(element, 'shipping.city', BERLIN.city);
    await fill(element, 'shipping.postalCode', BERLIN.postalCode);
    expect(find(element, '[data-field="shippingMethod"]').textContent).toBe('c.Store_UnexpectedError');
    await choose(element, 'payment', 'test');
    expect(mocks.save).toHaveBeenCalledTimes(2);
    expect(find(element, '[data-summary-message]').textContent).toContain('c.Store_UnexpectedError');
    await place(element);
    expect(mocks.place).not.toHaveBeenCalled();
    expect(mocks.save).toHaveBeenCalledTimes(3);
    find(element, '[data-field="terms"]').click();
    await settle(40);
    expect(find(element, '[data-row="total"]').textContent).toContain('$25.00');
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
    await fillAll(element);
    expect(element.querySelectorAll('[data-message]')).toHaveLength(0);
    expect(find(element, '[data-summary-message]').textContent).toBe('');
  });

  it('saves contact and address in one request once both are complete', async () => {
    const element = await flow();
    await fillAll(element);
    expect(mocks.save).toHaveBeenCalledTimes(1);
    expect(mocks.save.mock.calls[0][0]).toEqual({
      storeCode: CODE,
      cartToken: 'secret',
      details: {
        contact: expect.objectContaining({ email: 'ada@example.com', lastName: BERLIN.lastName }),
        address: {
          billingSame: true,
          billing: null,
          shipping: expect.objectContaining({ city: 'Berlin', company: null }),
        },
      },
    });
    expect(find<HTMLInputElement>(element, 'input[value="std"]').checked).toBe(true);
    expect(find(element, '[data-row="total"]').textContent).toContain('$25.00');
  });

  it('orders in three requests: read, save, place', async () => {
    const element = await flow();
    await fillAll(element);
    await place(element);
    expect([mocks.get, mocks.save, mocks.place, mocks.resume].map(({ mock }) => mock.calls.length)).toEqual([
      1, 1, 1, 0,
    ]);
    expect(mocks.place.mock.calls[0][0].input.paymentProviderId).toBe('test');
  });

  it('saves only what has changed', async () => {
    const element = await flow();
    await fillAll(element);
    await fill(element, 'phone', '+49 30 1234567');
    await fill(element, 'phone', '+49 30 1234567');
    expect(mocks.save).toHaveBeenCalledTimes(2);
    expect(Object.keys(mocks.save.mock.calls[1][0].details)).toEqual(['contact', 'paymentProviderId']);
    await choose(element, 'shippingMethod', 'exp');
    expect(mocks.save.mock.calls[2][0].details).toEqual({ shippingMethodId: 'exp' });
    expect(find(element, '[data-row="total"]').textContent).toContain('$35.00');
    await place(element);
    expect(mocks.save).toHaveBeenCalledTimes(3);
    expect(mocks.place.mock.calls[0][0].input.expectedTotal).toBe(35);
  });

  it('sends nothing again that the server had when the page was opened', async () => {
    mocks.get.mockResolvedValue(
      checkout({
        contact: {
          email: 'ada@example.com',
          firstName: BERLIN.firstName,
          lastName: BERLIN.lastName,
          phone: null,
          company: null,
          marketingOptIn: false,
        },
        shippingAddress: { ...BERLIN, company: null, street2: null, stateCode: null, phone: null },
        shippingMethods: METHODS,
      }),
    );
    const element = await flow();
    await choose(element, 'payment', 'test');
    find(element, '[data-field="terms"]').click();
    await settle(40);
    await place(element);
    expect(mocks.save).not.toHaveBeenCalled();
    expect(mocks.place).toHaveBeenCalledTimes(1);
  });

  it('keeps the way to pay that was chosen across a reload', async () => {
    const element = await flow();
    await choose(element, 'payment', 'test');
    expect(mocks.save).not.toHaveBeenCalled();
    unmountAll();
    const again = await flow();
    expect(find<HTMLInputElement>(again, 'input[name="payment"][value="test"]').checked).toBe(true);
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

  it.each(['TOO_MANY_UNPAID', 'PAYMENT_UNAVAILABLE'])(
    'takes who must pay another way to the payment: %s',
    async (code) => {
      mocks.place.mockRejectedValueOnce(refusal(code, 'Choose another way to pay'));
      const element = await flow();
      await fillAll(element);
      await place(element);
      expect(find(element, '[data-summary-message]').textContent).toContain('another way to pay');
      expect(find(element, '[data-payment-message]').textContent).toContain('another way to pay');
      expect(document.activeElement).toBe(find(element, '[data-payment-message]'));
    },
  );

  it('shows the new total when prices changed and places only on the next press', async () => {
    mocks.place.mockRejectedValueOnce(refusal('PRICE_CHANGED', 'Prices changed'));
    const element = await flow();
    await fillAll(element);
    mocks.get.mockImplementation(() =>
      Promise.resolve(checkout({ cart: cart({ grandTotal: 30 }), shippingMethods: METHODS })),
    );
    await place(element);
    expect(find(element, '[data-summary-message]').textContent).toContain('Prices changed');
    expect(document.activeElement).toBe(find(element, '[data-payment-message]'));
    expect(find(element, '[data-row="total"]').textContent).toContain('$30.00');
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('brings messages of the server to their fields', async () => {
    mocks.save.mockRejectedValue(refusal('INVALID_INPUT', 'Check', { email: 'Unknown domain' }));
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
    await fillAll(element);
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

  it('sends the shopper on to a hosted payment page, and keeps the cart until they come back', async () => {
    const assign = jest.fn();
    const { location } = window;
    const { origin, pathname } = location;
    Object.defineProperty(window, 'location', { configurable: true, value: { assign, origin, pathname } });
    mocks.place.mockResolvedValue({ ...PLACED, nextStep: 'pay' });
    mocks.resume.mockResolvedValue({ ...PLACED, nextStep: 'redirect', redirectUrl: 'https://pay.example/1' });
    const element = await flow();
    await fillAll(element);
    await place(element);
    Object.defineProperty(window, 'location', { configurable: true, value: location });
    expect(mocks.resume.mock.calls[0][0].input.returnUrl).toBe(`${origin}/checkout`);
    expect(assign).toHaveBeenCalledWith('https://pay.example/1');
    expect(mockNavigate).not.toHaveBeenCalled();
    expect(window.localStorage.getItem(STORAGE_KEY)).toContain('secret');
  });

  it('pays with the kept default, or keeps another for next time', async () => {
    const paymentProviders = providers(keptMethod(), keptMethod({ id: 'old', isDefault: false, isExpired: true }));
    server({ paymentProviders });
    mocks.place.mockRejectedValueOnce(
      refusal('PAYMENT_METHOD_NOT_FOUND', 'Not kept any more', { paymentProvider: 'Not kept any more' }),
    );
    const element = await flow();
    expect(find<HTMLInputElement>(element, 'input[value="visa"]').checked).toBe(true);
    expect(find<HTMLInputElement>(element, 'input[value="old"]').disabled).toBe(true);
    expect(element.querySelector('[data-name="keepMethod"]')).toBeNull();
    await fillAll(element, null);
    await place(element);
    expect(mocks.place.mock.calls[0][0].input).toMatchObject({
      paymentProviderId: 'test',
      paymentMethodId: 'visa',
      keepMethod: false,
    });
    expect(find(element, '[data-message="payment"]').textContent).toBe('Not kept any more');
    expect(mocks.get).toHaveBeenCalledTimes(2);
    await choose(element, 'payment', 'test');
    const box = find<HTMLInputElement>(element, '[data-name="keepMethod"]');
    await expect(element).toBeAccessible();
    box.click();
    await settle();
    await place(element);
    expect(mocks.place.mock.calls[1][0].input).toMatchObject({
      paymentProviderId: 'test',
      paymentMethodId: null,
      keepMethod: true,
    });
  });

  it('needs no provider when other tenders cover everything, and lets go of one', async () => {
    const tenders = [{ id: 't1', type: 'Voucher', label: 'Voucher SPRING', amount: 25, problem: null }];
    mocks.get.mockResolvedValue(checkout({ tenders, openAmount: 0 }));
    mocks.removeTender.mockResolvedValue(checkout({ tenders: [], openAmount: 25 }));
    const element = await flow();
    expect(find(element, '[data-tender]').textContent).toContain('Voucher SPRING');
    expect(find(element, '[data-covered-by]').textContent).toContain('Voucher SPRING');
    expect(element.querySelector('[data-covered]')).not.toBeNull();
    expect(element.querySelector('c-checkout-choice[name="payment"], [data-test-payment]')).toBeNull();
    await expect(element).toBeAccessible();
    find(element, '[data-tender] button').click();
    await settle(12);
    expect(mocks.removeTender).toHaveBeenCalledWith(expect.objectContaining({ tenderId: 't1' }));
    expect(element.querySelector('[data-left]')).toBeNull();
    expect(element.querySelector('[data-tender]')).toBeNull();
    expect(element.querySelector('[data-covered]')).toBeNull();
  });

  it('says at the top, before anything is typed, that the account cannot order', async () => {
    const notices = [{ code: 'ACCOUNT_INACTIVE', message: 'Orders are stopped', itemId: null }];
    server({ cart: cart({ grandTotal: 20, notices }) });
    const element = await flow();
    expect(find(element, '[data-summary-message]').textContent).toContain('Orders are stopped');
  });

  it('asks for one address and no method when nothing is shipped', async () => {
    mocks.get.mockResolvedValue(checkout({ requiresShipping: false }));
    const element = await flow();
    expect(element.querySelectorAll('form section')).toHaveLength(4);
    expect(element.querySelector('[data-field="shippingMethod"]')).toBeNull();
  });

  it('pays with the same key in a request of its own', async () => {
    mocks.place.mockResolvedValueOnce({ ...PLACED, nextStep: 'pay' });
    const element = await flow();
    await fillAll(element);
    await place(element);
    const key = mocks.place.mock.calls[0][0].input.placementKey;
    expect(mocks.resume).toHaveBeenCalledTimes(1);
    expect(mocks.resume.mock.calls[0][0].input).toMatchObject({ placementKey: key, testOutcome: 'approve' });
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
  });

  it('says so when nobody has heard what came of the payment, and asks again', async () => {
    mocks.place.mockResolvedValueOnce({ ...PLACED, nextStep: 'pay' });
    mocks.resume.mockResolvedValueOnce({ ...PLACED, nextStep: 'pay' });
    const element = await flow();
    await fillAll(element);
    await place(element);
    expect(element.textContent).toContain('c.Store_PaymentUnknownTitle');
    find(element, '[data-ask]').click();
    await settle(60);
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
  });

  describe('with a payment under way', () => {
    const paying = () => mocks.get.mockResolvedValueOnce(checkout({ cart: cart({ status: 'Paying' }) }));
    const at = (query: string) => window.history.replaceState(null, '', query);
    afterEach(() => at('?'));

    it('takes who comes back from the provider to the order', async () => {
      paying();
      at('?payment=return');
      await flow();
      expect(mocks.cancel).not.toHaveBeenCalled();
      expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
    });

    it('gives the cart back to who turned back there', async () => {
      paying();
      at('?payment=back');
      mocks.cancel.mockResolvedValue({ ...PLACED, nextStep: 'failed', failureMessage: 'Nothing was charged' });
      const element = await flow();
      expect(mocks.resume).not.toHaveBeenCalled();
      expect(find(element, '[data-payment-message]').textContent).toContain('Nothing was charged');
      expect(element.querySelector('[data-place]')).not.toBeNull();
    });

    it('lets who comes by later go on or turn back', async () => {
      paying();
      mocks.resume.mockResolvedValue({ ...PLACED, nextStep: 'redirect', redirectUrl: 'https://pay.example/1' });
      mocks.cancel.mockResolvedValue(PLACED);
      const element = await flow();
      expect(element.textContent).toContain('c.Store_PaymentWaitingTitle');
      find(element, '[data-turn-back]').click();
      await settle(60);
      expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
    });

    it('stays where it is when the server cannot be reached', async () => {
      paying();
      mocks.resume.mockRejectedValue(refusal('BUSY', 'Try again'));
      const element = await flow();
      expect(find(element, '[data-payment-under-way]').textContent).toContain('Try again');
    });
  });

  it('stays with everything typed when that payment fails', async () => {
    mocks.place.mockResolvedValueOnce({ ...PLACED, nextStep: 'failed', failureMessage: 'No funds' });
    const element = await flow();
    await fillAll(element);
    await place(element);
    expect(find(element, '[data-summary-message]').textContent).toContain('No funds');
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it.each([
    ['place', () => mocks.place],
    ['save', () => mocks.save],
  ])('goes to the order that another tab has made of the cart, refused to %s', async (_what, refused) => {
    const element = await flow();
    await fillAll(element);
    window.localStorage.setItem(STORAGE_KEY, 'next-cart|1');
    refused().mockRejectedValue(refusal('CART_ORDERED', 'Ordered already'));
    await fill(element, 'email', 'ada.l@example.com');
    await place(element);
    expect(mocks.resume.mock.calls[0][0]).toMatchObject({ cartToken: 'secret', input: { placementKey: null } });
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
    expect(cartToken(CODE)).toBe('next-cart');
  });

  it.each([
    ['place', () => mocks.place],
    ['save', () => mocks.save],
  ])('offers to go on with the payment that another tab has begun, refused to %s', async (_what, refused) => {
    const waiting = { ...PLACED, nextStep: 'redirect', redirectUrl: 'https://pay.example/1' };
    mocks.resume.mockResolvedValue(waiting);
    mocks.cancel.mockResolvedValue({ ...PLACED, nextStep: 'failed', failureMessage: 'Nothing was charged' });
    const element = await flow();
    await fillAll(element);
    refused().mockRejectedValueOnce(refusal('PAYMENT_UNDER_WAY', 'A payment is under way'));
    await fill(element, 'email', 'ada.l@example.com');
    if (element.querySelector('form')) {
      await place(element);
    }
    expect(mocks.resume.mock.calls[0][0]).toMatchObject({ cartToken: 'secret', input: { placementKey: null } });
    expect(element.textContent).toContain('c.Store_PaymentWaitingTitle');
    expect(element.querySelector('[data-go-on]')).not.toBeNull();
    await expect(element).toBeAccessible();
    find(element, '[data-turn-back]').click();
    await settle(60);
    expect(mocks.cancel.mock.calls[0][0]).toMatchObject({ input: { placementKey: null } });
    expect(find(element, '[data-payment-message]').textContent).toContain('Nothing was charged');
    expect(find<HTMLInputElement>(element, '[data-field="email"]').value).toBe('ada.l@example.com');
    await place(element);
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
  });

  it('finds the order again when its answer was lost', async () => {
    mocks.place.mockRejectedValueOnce(new Error('network'));
    const element = await flow();
    await fillAll(element);
    await place(element);
    unmountAll();
    mocks.get.mockResolvedValue(null);
    await flow();
    const key = mocks.place.mock.calls[0][0].input.placementKey;
    expect(mocks.resume.mock.calls[0][0].input.placementKey).toBe(key);
    expect(mockNavigate).toHaveBeenCalledWith('/order/order-token');
  });
});
