import { createElement } from 'lwc';
import OrderSendDialog from 'c/orderSendDialog';
import OrderSummary from 'c/orderSummary';
import getOrder from '@salesforce/apex/OrderAdminController.getOrder';
import fulfil from '@salesforce/apex/OrderAdminController.fulfil';
import cancel from '@salesforce/apex/OrderAdminController.cancel';
import expectPayment from '@salesforce/apex/OrderAdminController.expectPayment';
import getRefunds from '@salesforce/apex/OrderRefundController.getRefunds';
import planCancel from '@salesforce/apex/OrderRefundController.planCancel';
import OrderRefundDialog from 'c/orderRefundDialog';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderAdminController.getOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderAdminController.fulfil', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderAdminController.getSending', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderAdminController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderAdminController.expectPayment', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Admin_OrderOwed', () => ({ default: '{0} is missing' }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.carryOut', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.getRefunds', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.planCancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Admin_CancelRefund', () => ({ default: '{0} back to {1}' }), { virtual: true });
jest.mock('lightning/uiRecordApi', () => ({ notifyRecordUpdateAvailable: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const ORDER = {
  id: '801',
  currencyCode: 'USD',
  shopperName: 'Ada Lovelace',
  email: 'ada@example.com',
  shippingAddress: 'Ada Lovelace\n12 Analytical Way',
  shippingMethod: 'Standard',
  subtotal: 48,
  discountTotal: 0,
  shippingTotal: 5.9,
  taxTotal: 4.31,
  grandTotal: 58.21,
  priceSteps: [{ subject: 'Harbour mug', reason: '2 × 24.00', amount: 48 }],
  locale: 'en-US',
  paymentStatus: 'Paid',
  canFulfil: true,
  canCancel: true,
  canRefund: true,
  refundedTotal: 0,
  items: [
    {
      id: '1',
      title: 'Harbour mug',
      variantTitle: 'Sea',
      sku: 'MUG-SEA',
      lineType: 'Product',
      quantity: 2,
      unitPrice: 24,
      lineTotal: 48,
    },
    { id: '2', title: 'Standard', lineType: 'Shipping', quantity: 1, unitPrice: 5.9, lineTotal: 5.9 },
  ],
};
const apex = {
  getOrder: getOrder as unknown as jest.Mock,
  fulfil: fulfil as unknown as jest.Mock,
  cancel: cancel as unknown as jest.Mock,
  expectPayment: expectPayment as unknown as jest.Mock,
  getRefunds: getRefunds as unknown as jest.Mock,
  planCancel: planCancel as unknown as jest.Mock,
};
const PLAN = {
  parts: [{ amount: 58.21, label: 'Card', action: 'Refund' }],
  kept: [],
  used: [],
  deducted: 0,
  total: 58.21,
};

async function show() {
  const element = createElement('c-order-summary', { is: OrderSummary }) as HTMLElement & { recordId: string };
  element.recordId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;

describe('c-order-summary', () => {
  beforeEach(() => {
    apex.getOrder.mockResolvedValue(ORDER);
    apex.getRefunds.mockResolvedValue([]);
    apex.planCancel.mockResolvedValue(PLAN);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows goods as rows and shipping in the totals', async () => {
    const element = await show();
    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(1);
    expect(rows[0].textContent).toContain('Harbour mug');
    const totals = [...element.shadowRoot!.querySelectorAll('.total')].map(
      (row) => row.querySelector<HTMLElement & { value: number }>('lightning-formatted-number')!.value,
    );
    expect(totals).toEqual([48, 5.9, 4.31, 58.21]);
    expect(find(element, '.calculation li').textContent).toContain('Harbour mug: 2 × 24.00');
    await expect(element).toBeAccessible();
  });

  it('says of each line how much has left, and what is waited for', async () => {
    const [mug, shipping] = ORDER.items;
    const line = { ...mug, isSent: true, sentQuantity: 1, openQuantity: 1, waitingQuantity: 1, waitingUntil: null };
    apex.getOrder.mockResolvedValue({ ...ORDER, items: [{ ...line, reversedQuantity: 0 }, shipping] });
    const element = await show();
    expect(find(element, '[data-sent]').textContent).toBe('c.Orders_Sent_Of');
    expect(find(element, '[data-notes]').textContent).toContain('c.Orders_Waiting');
    await expect(element).toBeAccessible();
  });

  it('marks the order as fulfilled after asking and takes the button away', async () => {
    const ask = jest.spyOn(OrderSendDialog, 'open').mockResolvedValue(true as never);
    const element = await show();
    apex.getOrder.mockResolvedValue({ ...ORDER, canFulfil: false });
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    find<HTMLElement>(element, '[data-fulfil]').click();
    await settle();
    expect(ask.mock.calls[0][0]).toMatchObject({ orderId: '801', message: 'c.Admin_OrdersMarkSentAskOne' });
    expect(find(element, '[data-fulfil]')).toBeNull();
    expect(toast.mock.calls[0][0].detail.variant).toBe('success');
  });

  it('leaves the order alone when one thinks better of it, and warns before goods go out unpaid', async () => {
    apex.getOrder.mockResolvedValue({ ...ORDER, paymentStatus: 'Pending' });
    const ask = jest.spyOn(OrderSendDialog, 'open').mockResolvedValue(false as never);
    const element = await show();
    expect(find<HTMLElement & { variant: string }>(element, '[data-fulfil]').variant).toBe('neutral');
    find<HTMLElement>(element, '[data-fulfil]').click();
    await settle();
    expect((ask.mock.calls.at(-1)![0] as { message: string }).message).toContain('c.Admin_OrdersUnpaidWarning');
    expect(apex.fulfil).not.toHaveBeenCalled();
  });

  it('asks what becomes of an order whose payment has ended, and waits for another one', async () => {
    apex.getOrder.mockResolvedValue({ ...ORDER, paymentStatus: 'Cancelled', owed: 58.21 });
    const element = await show();
    expect(find(element, '[data-owed]').textContent).toContain('$58.21 is missing');
    expect(find<HTMLElement & { variant: string }>(element, '[data-fulfil]').variant).toBe('neutral');
    await expect(element).toBeAccessible();
    const input = find<HTMLInputElement>(element, '[data-wait-until]');
    const told = { setCustomValidity: jest.fn(), reportValidity: jest.fn() };
    Object.assign(input, told, { value: '2026-01-01' });
    const body = {
      message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { dueDate: 'Over' } }),
    };
    apex.expectPayment.mockRejectedValueOnce({ body });
    find<HTMLElement>(element, '[data-wait]').click();
    await settle();
    expect(told.setCustomValidity).toHaveBeenLastCalledWith('Over');
    input.dispatchEvent(new CustomEvent('change'));
    expect(told.setCustomValidity).toHaveBeenLastCalledWith('');
    apex.expectPayment.mockResolvedValue({ ...ORDER, paymentStatus: 'Pending', owed: 0 });
    input.value = '2026-12-24';
    find<HTMLElement>(element, '[data-wait]').click();
    await settle();
    expect(apex.expectPayment).toHaveBeenLastCalledWith({ orderId: '801', dueDate: '2026-12-24' });
    expect(find(element, '[data-owed]')).toBeNull();
  });

  it('lets one cancel an order whose payment has ended', async () => {
    apex.getOrder.mockResolvedValue({ ...ORDER, paymentStatus: 'Cancelled', owed: 58.21 });
    const element = await show();
    find<HTMLElement>(element, '[data-owed-cancel]').click();
    await settle();
    expect(find(element, '[data-confirm-cancel]')).not.toBeNull();
  });

  it('says what cancelling does with the money before it is done', async () => {
    const element = await show();
    find<HTMLElement>(element, '[data-cancel]').click();
    await settle();
    const effects = [...element.shadowRoot!.querySelectorAll('[data-effects] li')].map((item) => item.textContent);
    expect(effects).toEqual(['$58.21 back to Card', 'c.Admin_CancelStock']);
    apex.cancel.mockResolvedValue({ ...ORDER, canCancel: false });
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    find<HTMLElement>(element, '[data-confirm-cancel]').click();
    await settle();
    expect(toast.mock.calls[0][0].detail.message).toBe('c.Admin_OrderCancelled $58.21 back to Card');
  });

  it('asks why before it cancels and shows what is wrong beside the reason', async () => {
    const body = {
      message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { reason: 'Say why' } }),
    };
    apex.cancel.mockRejectedValue({ body });
    const element = await show();
    find<HTMLElement>(element, '[data-cancel]').click();
    await settle();
    find<HTMLElement>(element, '[data-confirm-cancel]').click();
    await settle();
    expect(find(element, '.slds-box [role="alert"]').textContent).toBe('Say why');
    await expect(element).toBeAccessible();
  });

  it('opens the refund dialog and reads again when something was refunded', async () => {
    const open = jest.spyOn(OrderRefundDialog, 'open').mockResolvedValue(true as never);
    const element = await show();
    apex.getOrder.mockResolvedValue({ ...ORDER, refundedTotal: 20 });
    find<HTMLElement>(element, '[data-refund]').click();
    await settle();
    expect(open.mock.calls[0][0]).toMatchObject({ orderId: '801' });
    expect(find(element, '[data-refunded]')).not.toBeNull();
  });

  it('says why when what cancelling does cannot be told', async () => {
    apex.planCancel.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'X', message: 'Not yet', fields: {} }) },
    });
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    find<HTMLElement>(element, '[data-cancel]').click();
    await settle();
    expect(toast.mock.calls[0][0].detail.message).toBe('Not yet');
    expect(find(element, '[data-reason]')).toBeNull();
  });

  it('says so when the order is no store order', async () => {
    apex.getOrder.mockResolvedValue({ ...ORDER, currencyCode: null, items: [] });
    const element = await show();
    expect(find(element, 'table')).toBeNull();
    expect(find(element, 'lightning-card').textContent).toContain('c.Admin_NotStoreOrder');
  });
});
