import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { CurrentPageReference } from 'lightning/navigation';
import OrderConsole from 'c/orderConsole';
import fulfilOrders from '@salesforce/apex/OrderListController.fulfilOrders';
import getOrders from '@salesforce/apex/OrderListController.getOrders';
import getStores from '@salesforce/apex/OrderListController.getStores';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';
import { ordersCsv } from '../orderCsv';

jest.mock('@salesforce/apex/OrderListController.fulfilOrders', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderListController.getOrders', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderListController.getStores', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Admin_OrdersCount', () => ({ default: '{0} orders' }), { virtual: true });
jest.mock('@salesforce/label/c.Admin_OrdersSentPartly', () => ({ default: '{0} sent. Not: {1}' }), { virtual: true });

const ROW = {
  id: '801a',
  orderNumber: '00000007',
  placedAt: '2026-11-20T10:00:00.000Z',
  customer: 'Ada Lovelace',
  email: 'ada@example.com',
  total: 58.21,
  currencyCode: 'USD',
  paymentStatus: 'Paid',
  fulfillmentStatus: 'Unfulfilled',
  shippingMethod: 'Standard',
  country: 'US',
  storeName: 'Tidemoor',
};
const apex = {
  fulfilOrders: fulfilOrders as unknown as jest.Mock,
  getOrders: getOrders as unknown as jest.Mock,
  getStores: getStores as unknown as jest.Mock,
};
const page = CurrentPageReference as unknown as { emit(value: unknown): void };

type Table = HTMLElement & { data: { id: string; fulfillmentText: string }[]; columns: { fieldName: string }[] };

async function show(state: Record<string, string> = {}) {
  const element = createElement('c-order-console', { is: OrderConsole });
  document.body.appendChild(element);
  page.emit({ type: 'standard__navItemPage', attributes: {}, state });
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
const table = (element: Element) => find<Table>(element, 'lightning-datatable');
const lastQuery = () => apex.getOrders.mock.calls.at(-1)![0].query;

describe('c-order-console', () => {
  beforeEach(() => {
    localStorage.clear();
    apex.getStores.mockResolvedValue([{ id: 's1', name: 'Tidemoor' }]);
    apex.getOrders.mockResolvedValue({ rows: [ROW], hasMore: false });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('lists the newest orders first, in words', async () => {
    const element = await show();
    expect(lastQuery()).toMatchObject({ sortBy: 'placedAt', ascending: false, skip: 0, storeId: null });
    expect(table(element).data[0].id).toBe('801a');
    expect(find(element, '[role="status"]').textContent).toBe('1 orders');
    await expect(element).toBeAccessible();
  });

  it('is narrowed by what the link says, and by the filters', async () => {
    const element = await show({ c__payment: 'Pending', c__from: '2026-11-22', c__store: 's1' });
    expect(lastQuery()).toMatchObject({ paymentStatus: 'Pending', fromDay: '2026-11-22', storeId: 's1' });
    find(element, '[data-filter="fulfillmentStatus"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Unfulfilled' } }),
    );
    await settle();
    expect(lastQuery()).toMatchObject({ paymentStatus: 'Pending', fulfillmentStatus: 'Unfulfilled' });
    find<HTMLElement>(element, '[data-clear]').click();
    await settle();
    expect(lastQuery()).toMatchObject({ paymentStatus: '', fulfillmentStatus: '' });
  });

  it('marks the chosen orders as sent after asking, and tells which were not', async () => {
    jest.spyOn(LightningConfirm, 'open').mockResolvedValue(true as never);
    apex.fulfilOrders.mockResolvedValue([
      ...['3', '4', '5', '6'].map((number) => ({
        orderId: number,
        orderNumber: number,
        done: false,
        message: 'Sent already.',
      })),
      { orderId: '801a', orderNumber: '00000007', done: false, message: 'The order is Cancelled already.' },
    ]);
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    table(element).dispatchEvent(new CustomEvent('rowselection', { detail: { selectedRows: [{ id: '801a' }] } }));
    await settle();
    find<HTMLElement>(element, '[data-send]').click();
    await settle();
    expect(apex.fulfilOrders).toHaveBeenCalledWith({ orderIds: ['801a'] });
    expect(toast.mock.calls[0][0].detail).toMatchObject({
      message: '0 sent. Not: 3, 4, 5 + 1: Sent already. 00000007: The order is Cancelled already.',
      variant: 'warning',
    });
  });

  it('sends nothing when one thinks better of it', async () => {
    jest.spyOn(LightningConfirm, 'open').mockResolvedValue(false as never);
    const element = await show();
    table(element).dispatchEvent(new CustomEvent('rowselection', { detail: { selectedRows: [{ id: '801a' }] } }));
    await settle();
    find<HTMLElement>(element, '[data-send]').click();
    await settle();
    expect(apex.fulfilOrders).not.toHaveBeenCalled();
  });

  it('shows the columns that are chosen, also next time', async () => {
    const element = await show();
    expect(table(element).columns.map(({ fieldName }) => fieldName)).not.toContain('email');
    find(element, '[data-columns]').dispatchEvent(new CustomEvent('select', { detail: { value: 'email' } }));
    await settle();
    expect(table(element).columns.map(({ fieldName }) => fieldName)).toContain('email');
    document.body.replaceChildren();
    const again = await show();
    expect(table(again).columns.map(({ fieldName }) => fieldName)).toContain('email');
  });

  it('exports all that the filters let through, part by part', async () => {
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const element = await show();
    apex.getOrders.mockResolvedValueOnce({ rows: [ROW], hasMore: true });
    apex.getOrders.mockResolvedValueOnce({ rows: [{ ...ROW, id: '801b' }], hasMore: false });
    find<HTMLElement>(element, '[data-export]').click();
    await settle();
    expect(apex.getOrders.mock.calls.slice(-2).map(([{ query }]) => query.skip)).toEqual([0, 1]);
    expect(click).toHaveBeenCalledTimes(1);
  });

  it('says what went wrong', async () => {
    apex.getOrders.mockRejectedValue({ body: { message: JSON.stringify({ code: 'BUSY', message: 'Try again' }) } });
    const element = await show();
    expect(find(element, '[role="alert"]').textContent).toBe('Try again');
  });
});

describe('the file', () => {
  it('quotes what must be quoted and disarms what a spreadsheet would run', () => {
    const csv = ordersCsv([{ ...ROW, customer: '=HYPERLINK("http://x")', shippingMethod: 'Fast, "safe"' } as never]);
    expect(csv.startsWith('\uFEFFOrder,Placed at,')).toBe(true);
    expect(csv).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(csv).toContain('"Fast, ""safe"""');
    expect(csv.endsWith('\r\n')).toBe(true);
  });
});
