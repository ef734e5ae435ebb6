import AccountTier from 'c/accountTier';
import getTier from '@salesforce/apex/TierController.getTier';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/TierController.getTier', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getTier as unknown as jest.Mock;
const TIER = {
  programName: 'Club',
  tierName: 'Silver',
  benefits: ['Tea'],
  holdsUntil: '2027-12-31',
  nextName: 'Gold',
  basis: 'Points',
  reached: 180,
  threshold: 300,
  missing: 120,
  currencyCode: null,
};

async function tier(dto: object | null) {
  mockGet.mockResolvedValue(dto);
  const element = mount('c-account-tier', AccountTier, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-tier', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows the tier and the way to the next one', async () => {
    const element = await tier(TIER);
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(find(element, '[data-tier]').textContent).toBe('Silver');
    expect(find(element, '[data-missing]').textContent).toBe('c.Loyalty_Tier_To_Next');
    expect(find(element, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('60');
    expect(find(element, '[data-holds]').textContent).toBe('c.Loyalty_Tier_Holds_Until');
    await expect(element).toBeAccessible();
  });

  it('has a word for no tier and for the highest', async () => {
    const none = await tier({
      ...TIER,
      tierName: null,
      benefits: [],
      holdsUntil: null,
      basis: 'Spend',
      currencyCode: 'USD',
    });
    expect(find(none, '[data-tier]').textContent).toBe('c.Loyalty_Tier_None');
    expect(none.querySelector('[data-holds]')).toBeNull();
    unmountAll();
    const top = await tier({ ...TIER, nextName: null, threshold: null, missing: null });
    expect(find(top, '[data-highest]').textContent).toBe('c.Loyalty_Tier_Highest');
    await expect(top).toBeAccessible();
  });

  it('shows nothing where there are no tiers, or none that can be read', async () => {
    expect((await tier(null)).querySelector('section')).toBeNull();
    unmountAll();
    mockGet.mockRejectedValue(new Error('down'));
    const element = mount('c-account-tier', AccountTier, {});
    (getStore as any).emit(store());
    await settle();
    expect(element.querySelector('section')).toBeNull();
  });
});
