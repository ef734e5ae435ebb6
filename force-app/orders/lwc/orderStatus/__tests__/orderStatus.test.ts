import OrderStatus from 'c/orderStatus';
import getOrder from '@salesforce/apex/OrderStatusController.getOrder';
import getOrderNumber from '@salesforce/apex/OrderStatusController.getOrderNumber';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import {
  find,
  mount,
  order,
  serveAddressData,
  page,
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
jest.mock(
  '@salesforce/apex/OrderStatusController.getOrderNumber',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/OrderStatusController.getOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

const mockGet = getOrder as unknown as jest.Mock;

async function status() {
  const element = mount('c-order-status', OrderStatus, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Order__c', { token: 'secret' }));
  (getStore as any).emit(store());
  await settle(12);
  return element;
}

describe('c-order-status', () => {
  beforeEach(serveAddressData);
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows the order behind the link', async () => {
    mockGet.mockResolvedValue(order());
    const element = await status();
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: 'secret' });
    expect(find(element, '[data-fact="status"]').textContent).toContain('Confirmed');
    expect(element.querySelector('[data-fact="fulfillment"]')).toBeNull();
    expect(find(element, '[data-row="total"]').textContent).toContain('$27.00');
    expect(element.textContent).toContain('Please transfer the total.');
    const transfer = Array.from(element.querySelectorAll('[data-transfer] dd'), (value) => value.textContent);
    expect(transfer).toEqual(['$27.00', 'D-1001', 'Demo Ltd', 'DE1']);
    expect(element.textContent).toContain('Germany');
    await expect(element).toBeAccessible();
  });

  it('names the order in the title while it is on its way', async () => {
    mockGet.mockReturnValue(new Promise(() => {}));
    const element = await status();
    const adapter = getOrderNumber as any;
    expect(adapter.getLastConfig()).toEqual({ storeCode: 'demo', orderToken: 'secret' });
    expect(document.title).not.toContain('c.Store_OrderNumber');
    adapter.emit('00001001');
    await settle();
    expect(document.title).toContain('c.Store_OrderNumber');
    expect(element.querySelector('[data-loading]')).not.toBeNull();
  });

  it.each([
    ['Unfulfilled', 'Paid', 'c.Store_StatusUnfulfilled'],
    ['Unfulfilled', 'Pending', 'c.Orders_Status_Awaiting_Payment'],
    ['Ready to collect', 'Pending', 'Ready to collect'],
  ])('says the status %s, %s as %s', async (fulfillmentStatus, paymentStatus, text) => {
    mockGet.mockResolvedValue({ ...order(), fulfillmentStatus, paymentStatus });
    const element = await status();
    expect(find(element, '[data-fact="fulfillment"]').textContent).toContain(text);
  });

  it('promises no parcel of what is not sent', async () => {
    mockGet.mockResolvedValue({ ...order(), fulfillmentStatus: 'Unfulfilled', shippingAddress: null });
    const element = await status();
    expect(element.querySelector('[data-fact="fulfillment"]')).toBeNull();
    expect(element.textContent).toContain('c.Store_OrderUnpaidNotSent');
    expect(element.textContent).not.toContain('c.Store_OrderUnpaidText');
  });

  it('copies the private link', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    mockGet.mockResolvedValue(order());
    const element = await status();
    find(element, '[data-copy]').click();
    await settle();
    expect(writeText).toHaveBeenCalledWith('http://localhost/order/secret');
    expect(find(element, '[data-copy]').textContent).toContain('c.Store_LinkCopied');
  });

  it('selects the link when the browser does not let it copy', async () => {
    Object.assign(navigator, { clipboard: { writeText: jest.fn().mockRejectedValue(new Error('denied')) } });
    mockGet.mockResolvedValue(order());
    const element = await status();
    find(element, '[data-copy]').click();
    await settle();
    expect(find<HTMLInputElement>(element, 'input').selectionEnd).toBe('http://localhost/order/secret'.length);
    expect(find(element, '[data-copy]').textContent).toContain('c.Store_CopyLink');
  });

  it('says that it knows no such order', async () => {
    mockGet.mockResolvedValue(null);
    const element = await status();
    expect(element.querySelector('[data-unknown]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says so when the order cannot be read', async () => {
    mockGet.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Please wait"}' } });
    const element = await status();
    expect(find(element, '[role="alert"] p').textContent).toBe('Please wait');
    mockGet.mockResolvedValue(order());
    find(element, '[data-retry]').click();
    await settle(12);
    expect(element.querySelector('[role="alert"]')).toBeNull();
    expect(find(element, '[data-order-number]')).not.toBeNull();
  });

  it.each([
    [{ fulfillmentStatus: 'Unfulfilled', paymentStatus: 'Paid' }, 'c.Store_Thanks', 'c.Store_ThanksPaid'],
    [
      { fulfillmentStatus: 'Unfulfilled', paymentStatus: 'Pending' },
      'c.Store_OrderUnpaidTitle',
      'c.Store_OrderUnpaidText',
    ],
    [
      { fulfillmentStatus: 'Fulfilled', fulfilledAt: '2026-03-05T10:00:00Z' },
      'c.Store_OrderSentTitle',
      'c.Store_OrderSentOn',
    ],
    [
      { fulfillmentStatus: 'Cancelled', paymentStatus: 'Refunded', cancelledAt: '2026-03-05T10:00:00Z' },
      'c.Store_OrderCancelledTitle',
      'c.Store_OrderCancelledOn c.Store_OrderRefunded',
    ],
    [
      { fulfillmentStatus: 'Cancelled', paymentStatus: 'Pending' },
      'c.Store_OrderCancelledTitle',
      'c.Store_OrderNothingToPay',
    ],
  ])('says first what has become of the order: %j', async (change, title, text) => {
    mockGet.mockResolvedValue(order({ paymentInstructions: null, ...change }));
    const element = await status();
    expect(find(element, 'h1').textContent).toBe(title);
    expect(find(element, '[data-head]').textContent).toBe(text);
    await expect(element).toBeAccessible();
  });

  it('shows what went back, what is on its way, what is no longer due and what was kept', async () => {
    const entry = { createdAt: '2026-01-02T10:00:00.000Z', label: 'Card', amount: 20, isRefund: true, isDone: true };
    const entries = [entry, { ...entry, isDone: false, amount: 5 }, { ...entry, isRefund: false, amount: 3 }];
    const refunds = { entries, kept: [{ title: 'Standard', amount: 4.9 }], amountDue: 0 };
    mockGet.mockResolvedValue({ ...order(), refunds });
    const element = await status();
    const facts = [...element.querySelectorAll('[data-refunds] dt')].map(({ textContent }) => textContent);
    expect(facts).toEqual([
      'c.Orders_Status_Refunded_To',
      'c.Orders_Status_Refund_Coming',
      'c.Orders_Status_Refund_Not_Due',
      'c.Orders_Status_Refund_Kept',
    ]);
    await expect(element).toBeAccessible();
  });

  it('says which pieces come later while the order waits', async () => {
    const [item] = order().items;
    const waiting = { items: [{ ...item, backorderQuantity: 2 }] };
    mockGet.mockResolvedValue(order({ ...waiting, fulfillmentStatus: 'Unfulfilled' }));
    expect(find(await status(), '[data-waiting]').textContent).toBe('c.Store_WaitAll');
    unmountAll();
    mockGet.mockResolvedValue(order({ ...waiting, fulfillmentStatus: 'Fulfilled' }));
    expect((await status()).querySelector('[data-waiting]')).toBeNull();
  });
});
