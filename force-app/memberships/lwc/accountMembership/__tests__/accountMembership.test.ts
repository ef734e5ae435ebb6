import AccountMembership from 'c/accountMembership';
import getMembership from '@salesforce/apex/MembershipController.getMembership';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/MembershipController.getMembership', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getMembership as unknown as jest.Mock;
const MEMBERSHIP = {
  name: 'Gold',
  lastDay: '2027-03-31',
  benefits: ['A cake', 'A song'],
  offers: [{ name: 'Gold', benefits: ['A cake'], productSlug: 'gold', isRenewal: true }],
  terms: [
    {
      name: 'Gold',
      source: 'Purchase',
      firstDay: '2026-03-31',
      lastDay: '2027-03-31',
      status: 'Running',
      endReason: null,
    },
    { name: 'Silver', source: 'Tier', firstDay: '2026-01-01', lastDay: null, status: 'Running', endReason: null },
    {
      name: 'Iron',
      source: 'Manual',
      firstDay: '2025-01-01',
      lastDay: '2025-02-01',
      status: 'Ended',
      endReason: 'Withdrawn',
    },
  ],
};
const NONE = { name: null, lastDay: null, benefits: [], offers: [], terms: [] };

async function membership() {
  const element = mount('c-account-membership', AccountMembership, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-membership', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows what is held, until when, with what, and where it came from', async () => {
    mockGet.mockResolvedValue(MEMBERSHIP);
    const element = await membership();
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(find(element, '[data-held]').textContent).toBe('Gold');
    expect(find(element, '[data-until]').textContent).toBe('c.Memberships_Until');
    expect(element.querySelectorAll('[data-benefit]')).toHaveLength(2);
    const terms = [...element.querySelectorAll('[data-term]')].map((one) => one.textContent);
    expect(terms[0]).toContain('c.Memberships_Bought');
    expect(terms[1]).toContain('c.Memberships_Reached');
    expect(terms[2]).toContain('c.Memberships_Was_Stopped');
    expect(find(element, '[data-offer] a').getAttribute('href')).toBe('/product/gold');
    expect(find(element, '[data-offer] a').textContent).toBe('c.Memberships_Renew');
    await expect(element).toBeAccessible();
  });

  it('has a word for whoever is no member, and shows what is sold', async () => {
    mockGet.mockResolvedValue({ ...NONE, offers: [{ ...MEMBERSHIP.offers[0], isRenewal: false }] });
    const element = await membership();
    expect(find(element, '[data-none]').textContent).toBe('c.Memberships_None');
    expect(find(element, '[data-offer] a').textContent).toBe('c.Memberships_Buy');
    await expect(element).toBeAccessible();
  });

  it('says that a membership has no end', async () => {
    mockGet.mockResolvedValue({ ...NONE, name: 'Gold' });
    expect(find(await membership(), '[data-until]').textContent).toBe('c.Memberships_Endless');
  });

  it('says when it could not be read, and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    const element = await membership();
    mockGet.mockResolvedValue(MEMBERSHIP);
    find(element, 'c-store-failure').dispatchEvent(new CustomEvent('retry', { cancelable: true }));
    await settle();
    expect(element.querySelector('[data-held]')).not.toBeNull();
  });
});
