import AccountAssisted from 'c/accountAssisted';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getVisits from '@salesforce/apex/AssistedShoppingController.getVisits';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AssistedShoppingController.getVisits', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getVisits as unknown as jest.Mock;
const visit = (staffName: string | null) => ({
  id: null,
  storeName: 'Demo',
  staffName,
  reason: 'You called us',
  startedAt: staffName ? '2026-03-04T10:00:00.000Z' : '2026-03-05T10:00:00.000Z',
  endsAt: '2026-03-04T10:30:00.000Z',
  isOpen: false,
  actions: [{ kind: 'Order', count: 1, lastAt: '2026-03-04T10:10:00.000Z', orderNumber: '00000012' }],
});

async function show() {
  const element = mount('c-account-assisted', AccountAssisted, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-assisted', () => {
  afterEach(() => {
    unmountAll();
    jest.clearAllMocks();
  });

  it('shows who shopped in the place of the shopper, why, and what they did', async () => {
    mockGet.mockResolvedValue([visit('Grace'), visit(null)]);
    const element = await show();
    expect(element.querySelectorAll('[data-visit]')).toHaveLength(2);
    expect(find(element, '[data-visit]').textContent).toContain('You called us');
    expect(element.textContent).toContain('c.Customers_Visits_Somebody');
    await expect(element).toBeAccessible();
  });

  it('says when nobody did, and why it cannot be shown', async () => {
    mockGet.mockResolvedValue([]);
    expect(find(await show(), '[data-empty]')).not.toBeNull();
    unmountAll();
    mockGet.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not now', fields: {} }) } });
    const element = await show();
    expect(element.querySelector('[data-empty]')).toBeNull();
    expect(element.querySelector('c-store-failure')).not.toBeNull();
  });
});
