import { createElement } from 'lwc';
import OrderPayments from 'c/orderPayments';
import getPayments from '@salesforce/apex/PaymentAdminController.getPayments';
import markPaid from '@salesforce/apex/PaymentAdminController.markPaid';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/PaymentAdminController.getPayments', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PaymentAdminController.markPaid', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/uiRecordApi', () => ({ notifyRecordUpdateAvailable: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const PENDING = {
  id: 'a01',
  name: 'PAY-1',
  status: 'Pending',
  amount: 58.21,
  currencyCode: 'USD',
  methodLabel: 'Bank transfer',
  canCapture: true,
};
const apex = { getPayments: getPayments as unknown as jest.Mock, markPaid: markPaid as unknown as jest.Mock };

async function show() {
  const element = createElement('c-order-payments', { is: OrderPayments }) as HTMLElement & { recordId: string };
  element.recordId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-order-payments', () => {
  beforeEach(() => apex.getPayments.mockResolvedValue([PENDING]));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('notes a transfer with its reference', async () => {
    apex.markPaid.mockResolvedValue([{ ...PENDING, status: 'Captured', canCapture: false, reference: 'T-77' }]);
    const element = await show();
    await expect(element).toBeAccessible();
    element.shadowRoot!.querySelector<HTMLElement & { value: string }>('[data-reference="a01"]')!.value = 'T-77';
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    await settle();
    expect(apex.markPaid).toHaveBeenCalledWith({ paymentId: 'a01', reference: 'T-77' });
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
    expect(element.shadowRoot!.querySelector<HTMLElement & { label: string }>('lightning-badge')!.label).toBe(
      'Captured',
    );
  });

  it('keeps the payment open and says why when noting it failed', async () => {
    apex.markPaid.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Ask an administrator', fields: {} }) },
    });
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    await settle();
    expect(toast.mock.calls[0][0].detail).toMatchObject({ message: 'Ask an administrator', variant: 'error' });
    expect(element.shadowRoot!.querySelector('lightning-button')).not.toBeNull();
  });

  it('says so when nothing was paid', async () => {
    apex.getPayments.mockResolvedValue([]);
    const element = await show();
    expect(element.shadowRoot!.querySelector('lightning-card')!.textContent).toContain('c.Admin_NoPayments');
  });
});
