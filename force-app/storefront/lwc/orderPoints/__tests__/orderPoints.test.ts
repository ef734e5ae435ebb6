import OrderPoints from 'c/orderPoints';
import getPoints from '@salesforce/apex/OrderPointsController.getPoints';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/OrderPointsController.getPoints', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockGet = getPoints as unknown as jest.Mock;
const EARNED = { programName: 'Club', points: 42, takenBack: 0, status: 'Active', countsFrom: null };

async function show(earned: object | null) {
  mockGet.mockResolvedValueOnce(earned);
  const element = mount('c-order-points', OrderPoints, { store: store(), orderNumber: '00000101' });
  await settle();
  return element;
}

const sentence = (element: HTMLElement) => find(element, '[data-order-points]').textContent;

describe('c-order-points', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('says what the order earned, is to earn, or lost', async () => {
    const element = await show(EARNED);
    expect(mockGet).toHaveBeenCalledWith({ storeCode: store().code, orderNumber: '00000101' });
    expect(sentence(element)).toContain('Loyalty_Order_Earned');
    await expect(element).toBeAccessible();
    expect(sentence(await show({ ...EARNED, status: 'Pending' }))).toContain('Loyalty_Order_Pending');
    const from = { ...EARNED, status: 'Pending', countsFrom: '2026-12-24T10:00:00.000Z' };
    expect(sentence(await show(from))).toContain('Loyalty_Order_Pending_From');
    expect(sentence(await show({ ...EARNED, points: 30, takenBack: 12 }))).toContain('Loyalty_Order_Back');
    expect(sentence(await show({ ...EARNED, points: 0, takenBack: 42 }))).toContain('Loyalty_Order_Nothing');
  });

  it('follows when the order is cancelled, although the points go back a moment later', async () => {
    const element = (await show({ ...EARNED, status: 'Pending' })) as HTMLElement & { isCancelled: boolean };
    mockGet.mockResolvedValueOnce({ ...EARNED, status: 'Pending' });
    element.isCancelled = true;
    await settle();
    expect(mockGet).toHaveBeenCalledTimes(2);
    expect(sentence(element)).toContain('Loyalty_Order_Nothing');
  });

  it('says nothing where there is nothing to tell', async () => {
    expect((await show(null)).querySelector('[data-order-points]')).toBeNull();
    mockGet.mockRejectedValueOnce(new Error('lost'));
    const element = mount('c-order-points', OrderPoints, { store: store(), orderNumber: '00000102' });
    await settle();
    expect(element.querySelector('[data-order-points]')).toBeNull();
  });
});
