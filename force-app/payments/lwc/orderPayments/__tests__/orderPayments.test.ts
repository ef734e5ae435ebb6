import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import OrderPayments from 'c/orderPayments';
import askAgain from '@salesforce/apex/PaymentAdminController.askAgain';
import cancel from '@salesforce/apex/PaymentAdminController.cancel';
import capture from '@salesforce/apex/PaymentAdminController.capture';
import extendDueDate from '@salesforce/apex/PaymentAdminController.extendDueDate';
import getPayments from '@salesforce/apex/PaymentAdminController.getPayments';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/PaymentAdminController.getPayments', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PaymentAdminController.capture', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PaymentAdminController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PaymentAdminController.askAgain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PaymentAdminController.extendDueDate', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/uiRecordApi', () => ({ notifyRecordUpdateAvailable: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const PAYMENT = {
  id: 'a01',
  name: 'PAY-1',
  status: 'Pending',
  statusLabel: 'Pending',
  amount: 58.21,
  currencyCode: 'USD',
  methodLabel: 'Bank transfer',
  dueDate: '2026-12-06',
  explanation: 'The money is promised.',
  isPromised: true,
  canCapture: true,
  canCancel: false,
  canAsk: false,
  canExtend: true,
  told: [] as object[],
};
const AUTHORIZED = {
  ...PAYMENT,
  status: 'Authorized',
  statusLabel: 'Authorized',
  isPromised: false,
  canCancel: true,
  canExtend: false,
};
const UNKNOWN = {
  ...AUTHORIZED,
  status: 'Unknown',
  statusLabel: 'Unknown',
  canCapture: false,
  canAsk: true,
  errorMessage: 'Read timed out',
};
const mock = (method: unknown) => method as jest.Mock;

async function show(payments: object[]) {
  mock(getPayments).mockResolvedValue(payments);
  const element = createElement('c-order-payments', { is: OrderPayments }) as HTMLElement & { recordId: string };
  element.recordId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}

const action = (element: HTMLElement, name: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[data-action="${name}"]`);

async function press(element: HTMLElement, name: string) {
  action(element, name)!.click();
  await settle();
}

const badge = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<HTMLElement & { label: string }>('lightning-badge')!;

describe('c-order-payments', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('notes a transfer with its reference', async () => {
    mock(capture).mockResolvedValue([{ ...PAYMENT, status: 'Captured', statusLabel: 'Captured', canCapture: false }]);
    const element = await show([PAYMENT]);
    await expect(element).toBeAccessible();
    element.shadowRoot!.querySelector<HTMLElement & { value: string }>('[data-reference="a01"]')!.value = 'T-77';
    await press(element, 'capture');
    expect(capture).toHaveBeenCalledWith({ paymentId: 'a01', reference: 'T-77' });
    expect(action(element, 'capture')).toBeNull();
    expect(badge(element).label).toBe('Captured');
  });

  it('moves the day by which a transfer is due', async () => {
    mock(extendDueDate).mockResolvedValue([{ ...PAYMENT, dueDate: '2026-12-20' }]);
    const element = await show([PAYMENT]);
    const due = element.shadowRoot!.querySelector<HTMLElement & { value: string }>('[data-due="a01"]')!;
    expect(due.value).toBe('2026-12-06');
    due.value = '2026-12-20';
    await press(element, 'extend');
    expect(extendDueDate).toHaveBeenCalledWith({ paymentId: 'a01', dueDate: '2026-12-20' });
  });

  it('says at the day why it is refused, until another one is chosen', async () => {
    const fields = { dueDate: 'Choose a day that is not over.' };
    const body = { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Please check the fields.', fields }) };
    mock(extendDueDate).mockRejectedValue({ body });
    const element = await show([PAYMENT]);
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push(event));
    const due = element.shadowRoot!.querySelector<HTMLElement & Record<string, unknown>>('[data-due="a01"]')!;
    const [setCustomValidity, reportValidity] = [jest.fn(), jest.fn()];
    Object.assign(due, { value: '2020-01-01', setCustomValidity, reportValidity });
    await press(element, 'extend');
    expect(setCustomValidity).toHaveBeenLastCalledWith(fields.dueDate);
    expect(reportValidity).toHaveBeenCalled();
    expect(toasts).toEqual([]);
    due.dispatchEvent(new CustomEvent('change'));
    expect(setCustomValidity).toHaveBeenLastCalledWith('');
  });

  it('takes what was set aside, and asks for no reference', async () => {
    mock(capture).mockResolvedValue([{ ...AUTHORIZED, status: 'Captured', canCapture: false }]);
    const element = await show([AUTHORIZED]);
    expect(element.shadowRoot!.querySelector('[data-reference]')).toBeNull();
    await press(element, 'capture');
    expect(capture).toHaveBeenCalledWith({ paymentId: 'a01', reference: '' });
  });

  it('shows what the service told', async () => {
    const told = [
      {
        id: 'a0W',
        type: 'payment_intent.succeeded',
        occurredAt: '2026-11-30T12:00:00.000Z',
        message: 'The provider says: Captured.',
      },
    ];
    const element = await show([{ ...AUTHORIZED, told }]);
    await expect(element).toBeAccessible();
    expect(element.shadowRoot!.querySelector('[data-told]')!.textContent).toContain('payment_intent.succeeded');
  });

  it('cancels once it was confirmed', async () => {
    const open = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false as never);
    mock(cancel).mockResolvedValue([]);
    const element = await show([AUTHORIZED]);
    await press(element, 'cancel');
    expect(cancel).not.toHaveBeenCalled();
    open.mockResolvedValueOnce(true as never);
    await press(element, 'cancel');
    expect(cancel).toHaveBeenCalledWith({ paymentId: 'a01' });
  });

  it('shows what nobody heard of, and asks again', async () => {
    mock(askAgain).mockResolvedValue([{ ...AUTHORIZED, status: 'Captured', statusLabel: 'Captured' }]);
    const element = await show([UNKNOWN]);
    await expect(element).toBeAccessible();
    expect(badge(element).className).toContain('slds-theme_warning');
    expect(element.shadowRoot!.textContent).toContain('Read timed out');
    expect(action(element, 'capture')).toBeNull();
    await press(element, 'ask');
    expect(askAgain).toHaveBeenCalledWith({ paymentId: 'a01' });
    expect(badge(element).label).toBe('Captured');
  });

  it('keeps the payment open and says why when noting it failed', async () => {
    mock(capture).mockRejectedValue({
      body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Ask an administrator', fields: {} }) },
    });
    const element = await show([PAYMENT]);
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    await press(element, 'capture');
    expect(toast.mock.calls[0][0].detail).toMatchObject({ message: 'Ask an administrator', variant: 'error' });
    expect(action(element, 'capture')).not.toBeNull();
  });

  it('says so when nothing was paid', async () => {
    const element = await show([]);
    expect(element.shadowRoot!.querySelector('lightning-card')!.textContent).toContain('c.Admin_NoPayments');
  });
});
