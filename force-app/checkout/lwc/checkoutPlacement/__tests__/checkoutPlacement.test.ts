import cancelPayment from '@salesforce/apex/CheckoutController.cancelPayment';
import placeOrder from '@salesforce/apex/CheckoutController.placeOrder';
import resumePayment from '@salesforce/apex/CheckoutController.resumePayment';
import { initialForm } from 'c/checkoutForm';
import { place, resume, turnBack } from 'c/checkoutPlacement';
import { checkout, SCOPES } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CheckoutController.cancelPayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.placeOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.resumePayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const CART = { storeCode: 'placing', token: 'secret', placementKey: 'key' };
const DONE = {
  orderNumber: 'D-1',
  orderToken: 'o',
  redirectUrl: null,
  nextStep: 'done' as const,
  failureMessage: null,
};
const mocks = {
  cancel: cancelPayment as unknown as jest.Mock,
  place: placeOrder as unknown as jest.Mock,
  resume: resumePayment as unknown as jest.Mock,
};
const agreement = {
  form: { ...initialForm(checkout(), null, SCOPES), termsAccepted: true, note: 'Ring twice' },
  expectedTotal: 25,
  expectedOpen: 25,
  payment: 'test',
  method: null,
  keepsMethod: true,
  testOutcome: 'approve',
};

describe('c/checkoutPlacement', () => {
  afterEach(() => {
    jest.resetAllMocks();
  });

  it('places under the key of the tab with what the shopper agreed to', async () => {
    mocks.place.mockResolvedValue(DONE);
    await place(CART, agreement);
    expect(mocks.place.mock.calls[0][0].input).toEqual({
      placementKey: 'key',
      termsAccepted: true,
      expectedTotal: 25,
      expectedOpen: 25,
      paymentProviderId: 'test',
      paymentMethodId: null,
      keepMethod: true,
      keepAddress: false,
      note: 'Ring twice',
      testOutcome: 'approve',
    });
    expect(mocks.resume).not.toHaveBeenCalled();
  });

  it('asks for the money in a request of its own, and turns back under the same key', async () => {
    mocks.place.mockResolvedValue({ ...DONE, nextStep: 'pay' });
    mocks.resume.mockResolvedValue(DONE);
    expect(await place(CART, agreement)).toBe(DONE);
    await turnBack(CART);
    for (const asked of [mocks.resume, mocks.cancel]) {
      expect(asked.mock.calls[0][0]).toMatchObject({ cartToken: 'secret', input: { placementKey: 'key' } });
      expect(asked.mock.calls[0][0].input.returnUrl).toMatch(/\/checkout$/);
    }
  });

  it('leaves it to the server which payment is under way when this tab has begun none', async () => {
    await resume({ ...CART, placementKey: null });
    expect(mocks.resume.mock.calls[0][0].input.placementKey).toBeNull();
  });
});
