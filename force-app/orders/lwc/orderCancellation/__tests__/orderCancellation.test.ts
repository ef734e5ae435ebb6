import OrderCancellation from 'c/orderCancellation';
import cancelOrder from '@salesforce/apex/OrderCancelController.cancelOrder';
import planCancellation from '@salesforce/apex/OrderCancelController.planCancellation';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderCancelController.cancelOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/OrderCancelController.planCancellation', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockCancel = cancelOrder as unknown as jest.Mock;
const mockPlan = planCancellation as unknown as jest.Mock;
const ORDER = { orderNumber: '42', currencyCode: 'USD', cancelUntil: '2026-11-01T10:30:00.000Z' };

async function show(more = {}) {
  const element = mount('c-order-cancellation', OrderCancellation, {
    storeCode: 'demo',
    store: store(),
    order: ORDER,
    orderToken: 'secret',
    ...more,
  });
  await settle();
  return element;
}

describe('c-order-cancellation', () => {
  beforeEach(() => {
    mockPlan.mockResolvedValue({
      total: 29.9,
      parts: [
        { label: 'Card', action: 'Refund', amount: 24 },
        { label: 'Bank transfer', action: 'Reduce', amount: 5.9 },
      ],
    });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows what comes back before it cancels', async () => {
    const element = await show();
    const cancelled = jest.fn();
    element.addEventListener('cancelled', cancelled);
    await expect(element).toBeAccessible();
    find(element, '[data-start]').click();
    await settle();
    expect(mockPlan).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: 'secret', orderNumber: null });
    expect([...element.querySelectorAll('[data-part]')].map((part) => part.textContent)).toEqual([
      expect.stringContaining('$24.00'),
      expect.stringContaining('$5.90'),
    ]);
    expect(mockCancel).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    find(element, '[data-confirm]').click();
    await settle();
    expect(mockCancel).toHaveBeenCalledWith({
      storeCode: 'demo',
      orderToken: 'secret',
      orderNumber: null,
      expectedTotal: 29.9,
    });
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  it('keeps the order when one thinks better of it, and says why it cannot', async () => {
    const element = await show({ orderToken: null });
    find(element, '[data-start]').click();
    await settle();
    expect(mockPlan).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: null, orderNumber: '42' });
    find(element, '[data-keep]').click();
    await settle();
    expect(element.querySelector('[data-confirm]')).toBeNull();
    find(element, '[data-start]').click();
    await settle();
    mockCancel.mockRejectedValue({ body: { message: '{"code":"TOO_LATE","message":"Gone"}' } });
    find(element, '[data-confirm]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Gone');
  });

  it('offers nothing once it is too late', async () => {
    expect((await show({ order: { ...ORDER, cancelUntil: null } })).querySelector('[data-cancel]')).toBeNull();
  });
});
