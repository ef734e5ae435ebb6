import AccountPaymentMethods from 'c/accountPaymentMethods';
import getMethods from '@salesforce/apex/PaymentMethodController.getMethods';
import removeMethod from '@salesforce/apex/PaymentMethodController.removeMethod';
import saveMethod from '@salesforce/apex/PaymentMethodController.saveMethod';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { subscribe, type Toast } from 'c/storeEvents';
import { find, mount, settle, store, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/PaymentMethodController.getMethods', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PaymentMethodController.removeMethod', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PaymentMethodController.saveMethod', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getMethods as unknown as jest.Mock;
const mockRemove = removeMethod as unknown as jest.Mock;
const mockSave = saveMethod as unknown as jest.Mock;
const VISA = {
  id: 'm1',
  providerId: 'p1',
  kind: 'Card',
  label: 'Visa •••• 4242',
  name: 'Company',
  expiryMonth: 12,
  expiryYear: 2029,
  isDefault: true,
  isExpired: false,
  expiresSoon: true,
};
const OLD = { ...VISA, id: 'm2', name: null, isDefault: false, isExpired: true, expiresSoon: false, expiryYear: 2020 };
const PAYPAL = {
  ...VISA,
  id: 'm3',
  kind: 'Wallet',
  label: 'PayPal',
  name: null,
  isDefault: false,
  expiresSoon: false,
  expiryMonth: null,
  expiryYear: null,
};
const kept = (...methods: unknown[]) => ({ methods, isEditable: true });
const refusal = (fields = {}) => ({ body: { message: JSON.stringify({ code: 'X', message: 'No', fields }) } });

async function page() {
  const element = mount('c-account-payment-methods', AccountPaymentMethods, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-payment-methods', () => {
  let toasts: Toast[] = [];
  let end: () => void;
  beforeEach(() => {
    toasts = [];
    end = subscribe('toast', (toast) => toasts.push(toast));
    mockGet.mockResolvedValue(kept(VISA, OLD, PAYPAL));
  });
  afterEach(() => {
    end();
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows what is kept, what has expired, and tells what will soon', async () => {
    const element = await page();
    expect(texts(element, '[data-label]')).toEqual(['Company', 'Visa •••• 4242', 'PayPal']);
    expect(find(element, '[data-method="m1"]').textContent).toContain('Visa •••• 4242');
    expect(element.querySelectorAll('[data-soon]')).toHaveLength(1);
    expect(texts(element, '[data-method="m2"] .badge')).toEqual(['c.Account_Methods_Expired']);
    expect(element.querySelector('[data-method="m2"] [data-default]')).toBeNull();
    expect(element.querySelector('[data-method="m3"] [data-expiry]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('names one', async () => {
    const element = await page();
    mockSave.mockRejectedValueOnce(refusal({ name: 'Too long' })).mockResolvedValue(kept({ ...VISA, name: 'Mine' }));
    find(element, '[data-method="m1"] [data-rename]').click();
    await settle();
    const field = find<HTMLInputElement>(element, 'input[name="methodName"]');
    expect(document.activeElement).toBe(field);
    field.value = 'Mine';
    field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    find(element, '[data-save]').click();
    await settle();
    expect(element.textContent).toContain('Too long');
    await expect(element).toBeAccessible();
    find(element, '[data-save]').click();
    await settle();
    expect(mockSave).toHaveBeenLastCalledWith({ storeCode: 'demo', methodId: 'm1', name: 'Mine', isDefault: false });
    expect(element.querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(find(element, '[data-method="m1"] [data-rename]'));
    expect(toasts[0].tone).toBe('success');
  });

  it('makes another one the default', async () => {
    const element = await page();
    mockSave.mockResolvedValue(kept({ ...PAYPAL, isDefault: true }, { ...VISA, isDefault: false }));
    find(element, '[data-method="m3"] [data-default]').click();
    await settle();
    expect(mockSave).toHaveBeenCalledWith({ storeCode: 'demo', methodId: 'm3', name: null, isDefault: true });
    expect(texts(element, '[data-method="m3"] .badge')).toEqual(['c.Account_Methods_Default']);
  });

  it('asks before it removes, and takes no for an answer', async () => {
    const element = await page();
    find(element, '[data-method="m1"] [data-remove]').click();
    await settle();
    expect(document.activeElement).toBe(find(element, '[data-ask]'));
    await expect(element).toBeAccessible();
    find(element, '[data-cancel]').click();
    await settle();
    expect(mockRemove).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(find(element, '[data-method="m1"] [data-remove]'));
    mockRemove.mockRejectedValueOnce(refusal()).mockResolvedValue(kept());
    find(element, '[data-method="m1"] [data-remove]').click();
    await settle();
    find(element, '[data-confirm]').click();
    await settle();
    expect(toasts[0].tone).toBe('error');
    find(element, '[data-confirm]').click();
    await settle();
    expect(mockRemove).toHaveBeenLastCalledWith({ storeCode: 'demo', methodId: 'm1' });
    expect(element.querySelector('[data-empty]')).not.toBeNull();
    expect(document.activeElement).toBe(find(element, '[data-title]'));
  });

  it("lets staff in the customer's place look only", async () => {
    mockGet.mockResolvedValue({ methods: [VISA], isEditable: false });
    const element = await page();
    expect(element.querySelector('[data-locked]')).not.toBeNull();
    expect(element.querySelector('button')).toBeNull();
  });

  it('says what went wrong', async () => {
    mockGet.mockReset();
    mockGet.mockRejectedValueOnce({ body: { message: 'broken' } }).mockResolvedValue(kept());
    const element = await page();
    find(element, '[data-retry]').click();
    await settle();
    expect(element.querySelector('[data-empty]')).not.toBeNull();
  });
});
