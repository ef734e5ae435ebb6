import AccountOrders from 'c/accountOrders';
import getOrders from '@salesforce/apex/AccountController.getOrders';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AccountController.getOrders', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getOrders as unknown as jest.Mock;
const ROW = {
  orderNumber: '00000101',
  placedAt: '2026-03-04T10:00:00.000Z',
  statusLabel: 'Sent',
  total: 27,
  currencyCode: 'EUR',
  orderedBy: null,
  lines: [{ title: 'Mug', quantity: 2, imageUrl: '/mug.svg' }],
};

async function orders(state: Record<string, string> = {}) {
  const element = mount('c-account-orders', AccountOrders, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Account_Orders__c', {}, state));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-orders', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows a page of orders and leads to the ones beside it', async () => {
    mockGet.mockResolvedValue({ rows: [ROW], total: 25, page: 2, pageCount: 3, seesAccount: false });
    const element = await orders({ page: '2' });
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo', page: 2 });
    expect(find(element, '[data-newer]').getAttribute('href')).toBe('/account/orders');
    expect(find(element, '[data-older]').getAttribute('href')).toBe('/account/orders?page=3');
    await expect(element).toBeAccessible();
  });

  it('has no pages to turn where one holds all', async () => {
    mockGet.mockResolvedValue({ rows: [ROW], total: 1, page: 1, pageCount: 1, seesAccount: false });
    const element = await orders({ page: 'nonsense' });
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo', page: 1 });
    expect(element.querySelector('[data-page]')).toBeNull();
  });

  it('has a word for those who have not ordered yet', async () => {
    mockGet.mockResolvedValue({ rows: [], total: 0, page: 1, pageCount: 1, seesAccount: false });
    const element = await orders();
    expect(element.querySelector('[data-empty]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says what went wrong and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: 'broken' } });
    mockGet.mockResolvedValue({ rows: [ROW], total: 1, page: 1, pageCount: 1, seesAccount: false });
    const element = await orders();
    find(element, '[data-retry]').click();
    await settle();
    expect(element.querySelector('[data-order]')).not.toBeNull();
  });
});
