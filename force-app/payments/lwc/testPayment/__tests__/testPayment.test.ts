import TestPayment from 'c/testPayment';
import decide from '@salesforce/apex/TestPaymentController.decide';
import getCharge from '@salesforce/apex/TestPaymentController.getCharge';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/TestPaymentController.getCharge', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/TestPaymentController.decide', () => ({ __esModule: true, default: jest.fn() }), {
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
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  return { NavigationMixin, CurrentPageReference: createTestWireAdapter(jest.fn()) };
});

const mockGet = getCharge as unknown as jest.Mock;
const mockDecide = decide as unknown as jest.Mock;
const METHODS = [
  { code: 'visa', label: 'Visa •••• 4242' },
  { code: 'wallet', label: 'PayPal' },
];
const CHARGE = { amount: 27, currencyCode: 'USD', isOpen: true, keepsMethod: false, methods: METHODS };

async function open() {
  const element = mount('c-test-payment', TestPayment, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Test_Payment__c', {}, { reference: 'test_1' }));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-test-payment', () => {
  beforeEach(() => {
    mockGet.mockResolvedValue(CHARGE);
    mockDecide.mockResolvedValue({ ...CHARGE, isOpen: false });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it.each(['approve', 'authorize', 'decline'])('lets the shopper %s and takes them back', async (outcome) => {
    const element = await open();
    expect(find(element, '[data-amount]').textContent).toBe('$27.00');
    await expect(element).toBeAccessible();
    find(element, `[data-outcome="${outcome}"]`).click();
    await settle();
    expect(mockDecide).toHaveBeenCalledWith({ reference: 'test_1', outcome, method: 'visa' });
    expect(mockNavigate).toHaveBeenLastCalledWith('/checkout?payment=return');
  });

  it('says that the method is kept, and which one pays', async () => {
    mockGet.mockResolvedValue({ ...CHARGE, keepsMethod: true });
    const element = await open();
    expect(element.querySelector('[data-keeps]')).not.toBeNull();
    find<HTMLSelectElement>(element, '[data-method]').value = 'wallet';
    find(element, '[data-outcome="approve"]').click();
    await settle();
    expect(mockDecide).toHaveBeenCalledWith({ reference: 'test_1', outcome: 'approve', method: 'wallet' });
  });

  it('decides nothing for who turns back', async () => {
    const element = await open();
    find(element, '[data-outcome="back"]').click();
    await settle();
    expect(mockDecide).not.toHaveBeenCalled();
    expect(mockNavigate).toHaveBeenLastCalledWith('/checkout?payment=back');
  });

  it('offers nothing but the way back once it was decided', async () => {
    mockGet.mockResolvedValue({ ...CHARGE, isOpen: false });
    const element = await open();
    expect(element.querySelector('[data-outcome]')).toBeNull();
    find(element, '[data-shop]').click();
    await settle();
    expect(mockNavigate).toHaveBeenLastCalledWith('/checkout?payment=return');
  });

  it('says what failed and can be asked again', async () => {
    mockGet.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'PAYMENT_NOT_FOUND', message: 'No such payment', fields: {} }) },
    });
    const element = await open();
    expect(element.textContent).toContain('No such payment');
    expect(find(element, 'h1').textContent).toBe('c.Store_TestPage');
    await expect(element).toBeAccessible();
  });

  it('says so, too, when its address names no payment', async () => {
    mockGet.mockRejectedValueOnce(new Error('none'));
    const element = mount('c-test-payment', TestPayment, { storeCode: 'demo' });
    (CurrentPageReference as any).emit(page('Test_Payment__c', {}, {}));
    await settle();
    expect(mockGet).toHaveBeenCalledWith({ reference: '' });
    expect(element.querySelector('h1')).not.toBeNull();
  });
});
