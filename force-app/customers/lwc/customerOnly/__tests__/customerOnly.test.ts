import CustomerOnly from 'c/customerOnly';
import { forgetStaffVisit } from 'c/staffVisit';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
const mockGet = getStaffVisit as unknown as jest.Mock;

async function show(more: Record<string, unknown> = {}) {
  const element = mount('c-customer-only', CustomerOnly, { storeCode: 'demo', ...more });
  await settle();
  return element;
}

describe('c-customer-only', () => {
  afterEach(() => {
    unmountAll();
    forgetStaffVisit();
    jest.resetAllMocks();
  });

  it('says nothing to customers', async () => {
    mockGet.mockResolvedValue(null);
    const element = await show();
    expect(element.querySelector('[data-customer-only]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says to staff in their place why there is no button, unless it is said elsewhere', async () => {
    mockGet.mockResolvedValue({ staffName: 'Sam', orgUrl: '/x', customerName: 'Ada' });
    const element = await show();
    expect(find(element, '[data-customer-only]').textContent).toBe('c.Customers_Assisted_Refused');
    await expect(element).toBeAccessible();
    expect(find(await show({ reason: 'Sharing is theirs.' }), '[data-customer-only]').textContent).toBe(
      'Sharing is theirs.',
    );
    expect((await show({ quiet: true })).querySelector('[data-customer-only]')).toBeNull();
  });
});
