import { createElement } from 'lwc';
import OrderRefunds from 'c/orderRefunds';
import carryOut from '@salesforce/apex/OrderRefundController.carryOut';
import getRefunds from '@salesforce/apex/OrderRefundController.getRefunds';
import retryPart from '@salesforce/apex/OrderRefundController.retryPart';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderRefundController.carryOut', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.getRefunds', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.retryPart', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/uiRecordApi', () => ({ notifyRecordUpdateAvailable: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const apex = {
  carryOut: carryOut as unknown as jest.Mock,
  getRefunds: getRefunds as unknown as jest.Mock,
  retryPart: retryPart as unknown as jest.Mock,
};
const refund = (id: string, status: string, message?: string) => ({
  id,
  name: `REF-${id}`,
  status,
  amount: 20,
  currencyCode: 'USD',
  reason: 'Too small',
  createdAt: '2026-01-02T10:00:00.000Z',
  lines: [{ title: 'Mug', quantity: 1, amount: 20 }],
  parts: [{ id: `p${id}`, label: 'Card', action: 'Refund', amount: 20, status, message }],
});

async function show() {
  const element = createElement('c-order-refunds', { is: OrderRefunds }) as HTMLElement & { recordId: string };
  element.recordId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-order-refunds', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows the latest refund first, with its lines and parts', async () => {
    apex.getRefunds.mockResolvedValue([refund('1', 'Completed'), { ...refund('2', 'Completed'), goodwill: 3 }]);
    const element = await show();
    const rows = [...element.shadowRoot!.querySelectorAll('[data-refund]')].map((row) => row.textContent);
    expect(rows[0]).toContain('REF-2');
    expect(rows[0]).toContain('1 × Mug: $20.00');
    expect(rows[0]).toContain('c.Orders_Refund_Goodwill: $3.00');
    expect(rows[1]).not.toContain('c.Orders_Refund_Goodwill');
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('tries again what was refused', async () => {
    apex.getRefunds.mockResolvedValue([refund('1', 'Failed', 'The card has expired')]);
    apex.retryPart.mockResolvedValue([refund('1', 'Planned')]);
    apex.carryOut.mockResolvedValue([refund('1', 'Completed')]);
    const element = await show();
    expect(element.shadowRoot!.querySelector('.message')!.textContent).toBe('The card has expired');
    element.shadowRoot!.querySelector<HTMLElement>('[data-retry="p1"]')!.click();
    await settle();
    expect(apex.retryPart).toHaveBeenCalledWith({ orderId: '801', partId: 'p1' });
    expect(apex.carryOut).toHaveBeenCalledWith({ orderId: '801', partId: 'p1' });
    expect(element.shadowRoot!.querySelector('[data-retry]')).toBeNull();
  });

  it('says so when nothing was refunded', async () => {
    apex.getRefunds.mockResolvedValue([]);
    const element = await show();
    expect(element.shadowRoot!.querySelector('lightning-card')!.textContent).toContain('c.Orders_Refund_None');
  });
});
