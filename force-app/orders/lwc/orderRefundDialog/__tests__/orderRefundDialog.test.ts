import { createElement } from 'lwc';
import OrderRefundDialog from 'c/orderRefundDialog';
import carryOut from '@salesforce/apex/OrderRefundController.carryOut';
import getRefundable from '@salesforce/apex/OrderRefundController.getRefundable';
import planRefund from '@salesforce/apex/OrderRefundController.planRefund';
import startRefund from '@salesforce/apex/OrderRefundController.startRefund';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderRefundController.carryOut', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.getRefundable', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.planRefund', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderRefundController.startRefund', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Admin_CancelRefund', () => ({ default: '{0} back to {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Orders_Refund_Kept', () => ({ default: '{0} kept for {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Orders_Refund_Confirm', () => ({ default: 'Refund {0}' }), { virtual: true });

const apex = {
  carryOut: carryOut as unknown as jest.Mock,
  getRefundable: getRefundable as unknown as jest.Mock,
  planRefund: planRefund as unknown as jest.Mock,
  startRefund: startRefund as unknown as jest.Mock,
};
const ORDER = {
  currencyCode: 'USD',
  locale: 'en-US',
  moneyLeft: 45.9,
  isSent: true,
  lines: [
    { id: 'i1', title: 'Mug', isCharge: false, quantity: 2, quantityLeft: 2, amountLeft: 40, amount: 40 },
    {
      id: 'i2',
      title: 'Gift wrap',
      parentId: 'i1',
      isCharge: false,
      quantity: 2,
      quantityLeft: 2,
      amountLeft: 2,
      amount: 2,
    },
    { id: 'i3', title: 'Standard', isCharge: true, quantity: 1, quantityLeft: 1, amountLeft: 5.9, amount: 5.9 },
  ],
};
const PLAN = {
  parts: [{ action: 'Refund', amount: 20, label: 'Card' }],
  kept: [{ title: 'Standard', amount: 5.9 }],
  used: [],
  total: 20,
  deducted: 0,
};
const refund = (status: string, part: string) => ({
  id: 'r1',
  status,
  parts: [{ id: 'p1', label: 'Card', action: 'Refund', amount: 20, status: part }],
});
const failure = (code: string, message: string, fields = {}) => ({
  body: { message: JSON.stringify({ code, message, fields }) },
});

type Modal = HTMLElement & { orderId: string };
async function show(): Promise<Modal> {
  const element = createElement('c-order-refund-dialog', { is: OrderRefundDialog }) as Modal;
  element.orderId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
async function change(element: Element, selector: string, detail: object) {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail }));
  jest.runAllTimers();
  await settle();
}

describe('c-order-refund-dialog', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    Object.assign(globalThis.crypto, { randomUUID: () => 'key-1' });
    apex.getRefundable.mockResolvedValue(ORDER);
    apex.planRefund.mockResolvedValue(PLAN);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('shows what can be refunded, without lines that follow another', async () => {
    const element = await show();
    const rows = [...element.shadowRoot!.querySelectorAll('[data-line]')].map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(find<HTMLElement & { disabled: boolean }>(element, '[data-confirm]').disabled).toBe(true);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('lets the money go elsewhere where the order allows it', async () => {
    expect((await show()).shadowRoot!.querySelector('[data-destination]')).toBeNull();
    document.body.replaceChildren();
    apex.getRefundable.mockResolvedValue({ ...ORDER, destinations: [{ name: 'Credit', label: 'Account credit' }] });
    const element = await show();
    await change(element, '[data-destination]', { value: 'Credit' });
    await change(element, '[data-quantity="i1"]', { value: '1' });
    expect(apex.planRefund.mock.calls.at(-1)[0].input.destination).toBe('Credit');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks where that goes which would be locked in a blocked card, and says what happens else', async () => {
    const stuck = { action: 'Refund', amount: 20, label: 'Gift card', note: 'The card is blocked.', isStuck: true };
    apex.getRefundable.mockResolvedValue({ ...ORDER, stuckDestinations: [{ name: 'Voucher', label: 'A new card' }] });
    const element = await show();
    expect(element.shadowRoot!.querySelector('[data-stuck-destination]')).toBeNull();
    apex.planRefund.mockResolvedValue({ ...PLAN, parts: [stuck] });
    await change(element, '[data-quantity="i1"]', { value: '1' });
    expect(find(element, '[data-plan]').textContent).toContain('back to Gift card The card is blocked.');
    await change(element, '[data-stuck-destination]', { value: 'Voucher' });
    expect(apex.planRefund.mock.calls.at(-1)[0].input.stuckDestination).toBe('Voucher');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says in words why nothing is left of a line, and asks for nothing there', async () => {
    const gone = { quantityLeft: 0, amountLeft: 0 };
    apex.getRefundable.mockResolvedValue({
      ...ORDER,
      lines: [
        ORDER.lines[0],
        { id: 'i4', title: 'Vase', isCharge: false, quantity: 1, amount: 30, ...gone },
        { id: 'i5', title: 'Standard', isCharge: true, quantity: 1, amount: 0, ...gone },
        { id: 'i6', title: 'Express', isCharge: true, quantity: 1, amount: 9, ...gone },
      ],
    });
    const element = await show();
    const said = (id: string) => find(element, `[data-line="${id}"]`).textContent;
    expect(said('i4')).toContain('c.Orders_Refund_All_Back');
    expect(said('i5')).toContain('c.Orders_Refund_Was_Free');
    expect(said('i6')).toContain('c.Orders_Refund_All_Back');
    expect(element.shadowRoot!.querySelectorAll('[data-line] lightning-input')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says what is used up of a line, and offers the rest', async () => {
    const card = { title: 'Gift card', isCharge: false, quantity: 1, quantityLeft: 1, amount: 25 };
    apex.getRefundable.mockResolvedValue({
      ...ORDER,
      lines: [
        { ...card, id: 'i7', amountLeft: 15, used: 10 },
        { ...card, id: 'i8', amountLeft: 0, used: 25 },
      ],
    });
    const element = await show();
    const used = (id: string) => find(element, `[data-line="${id}"] [data-used]`).textContent;
    expect(used('i7')).toBe('c.Orders_Refund_Used_Left');
    expect(used('i8')).toBe('c.Orders_Refund_Used_Left');
    expect(element.shadowRoot!.querySelectorAll('[data-line] lightning-input')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('offers nothing once all of it has gone back', async () => {
    const lines = ORDER.lines.map((line) => ({ ...line, quantityLeft: 0, amountLeft: 0 }));
    apex.getRefundable.mockResolvedValue({ ...ORDER, moneyLeft: 0, lines });
    const element = await show();
    expect(find(element, '[data-all-back]').textContent).toBe('c.Orders_Refund_Nothing_Left');
    expect(find(element, '[data-confirm]')).toBeNull();
    expect(find(element, '[data-reason]')).toBeNull();
  });

  it('refuses parts of a piece or of the smallest coin before it asks, and takes the old plan away', async () => {
    const element = await show();
    await change(element, '[data-quantity="i1"]', { value: '1' });
    expect(find(element, '[data-total]').textContent).toBe('$20.00');
    await change(element, '[data-quantity="i1"]', { value: '0.5' });
    expect(find(element, '[data-plan-error]').textContent).toBe('c.Orders_Refund_Whole_Pieces');
    await change(element, '[data-quantity="i1"]', { value: '1' });
    await change(element, '[data-goodwill]', { value: '1.005' });
    expect(find(element, '[data-plan-error]').textContent).toBe('c.Orders_Refund_Decimals');
    expect(find(element, '[data-total]')).toBeNull();
    expect(find<HTMLElement & { disabled: boolean }>(element, '[data-confirm]').disabled).toBe(true);
    expect(apex.planRefund).toHaveBeenCalledTimes(2);
  });

  it('plans while one types and offers the total', async () => {
    const element = await show();
    await change(element, '[data-quantity="i1"]', { value: '1' });
    expect(apex.planRefund).toHaveBeenCalledTimes(1);
    expect(apex.planRefund.mock.calls[0][0].input).toEqual({
      lines: [{ orderItemId: 'i1', quantity: 1, restock: true }],
      goodwill: 0,
    });
    const sentences = [...element.shadowRoot!.querySelectorAll('[data-plan] li')].map((item) => item.textContent);
    expect(sentences).toEqual(['$20.00 back to Card', '$5.90 kept for Standard']);
    expect(find<HTMLElement & { label: string }>(element, '[data-confirm]').label).toBe('Refund $20.00');
  });

  it('carries the refund out and shows what came of it', async () => {
    apex.startRefund.mockResolvedValue([refund('In Progress', 'Planned')]);
    apex.carryOut.mockResolvedValue([refund('Completed', 'Completed')]);
    const element = await show();
    await change(element, '[data-quantity="i1"]', { value: '1' });
    await change(element, '[data-restock="i1"]', { checked: false });
    await change(element, '[data-reason]', { value: 'Too small' });
    find<HTMLElement>(element, '[data-confirm]').click();
    await settle();
    expect(apex.startRefund.mock.calls[0][0].input).toMatchObject({
      key: 'key-1',
      reason: 'Too small',
      expectedTotal: 20,
      lines: [{ orderItemId: 'i1', quantity: 1, restock: false }],
    });
    expect(apex.carryOut).toHaveBeenCalledWith({ orderId: '801', partId: 'p1' });
    expect(find<HTMLElement & { label: string }>(element, '[data-result] lightning-badge').label).toBe(
      'c.Orders_Refund_Done',
    );
    expect(find(element, '[data-confirm]')).toBeNull();
  });

  it('says beside the reason that one is missing', async () => {
    apex.startRefund.mockRejectedValue(failure('INVALID_INPUT', 'Check', { reason: 'Say why' }));
    const element = await show();
    await change(element, '[data-amount="i3"]', { value: '2' });
    find<HTMLElement>(element, '[data-confirm]').click();
    await settle();
    expect(find(element, '[role="alert"]').textContent).toBe('Say why');
  });

  it('loads what is left again when somebody was faster', async () => {
    apex.startRefund.mockRejectedValue(failure('REFUND_CHANGED', 'Somebody was faster'));
    const element = await show();
    await change(element, '[data-goodwill]', { value: '5' });
    find<HTMLElement>(element, '[data-confirm]').click();
    await settle();
    expect(find(element, '[role="alert"]').textContent).toBe('Somebody was faster');
    expect(apex.getRefundable).toHaveBeenCalledTimes(2);
    expect(apex.planRefund).toHaveBeenCalledTimes(2);
  });

  it('shows why a plan cannot be made', async () => {
    apex.planRefund.mockRejectedValue(failure('REFUND_TOO_MUCH', 'Only 1 of 2'));
    const element = await show();
    await change(element, '[data-quantity="i1"]', { value: '2' });
    expect(find(element, '[data-plan-error]').textContent).toBe('Only 1 of 2');
    expect(find<HTMLElement & { disabled: boolean }>(element, '[data-confirm]').disabled).toBe(true);
  });
});
