import AccountPoints from 'c/accountPoints';
import getPoints from '@salesforce/apex/PointsController.getPoints';
import getLink from '@salesforce/apex/WalletController.getLink';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/PointsController.getPoints', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/TransferController.getTransfer',
  () => ({ __esModule: true, default: jest.fn().mockResolvedValue(null) }),
  { virtual: true },
);
jest.mock('@salesforce/apex/TransferController.givePoints', () => ({ __esModule: true, default: jest.fn() }), {
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

jest.mock('@salesforce/apex/WalletController.getLink', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockGet = getPoints as unknown as jest.Mock;
const EARNED = {
  orderNumber: '00000101',
  isOwn: true,
  earnedAt: '2026-03-04T10:00:00.000Z',
  points: 20,
  takenBack: 0,
  status: 'Active',
  countsFrom: null,
};
const POINTS = {
  programName: 'Club',
  isRefused: false,
  points: 1250,
  pending: 40,
  arrears: 0,
  held: 0,
  worth: 12.5,
  rate: 1,
  countsWhen: 'Fulfilled',
  countsAfterDays: 0,
  endings: [{ points: 120, lastDay: '2027-03-31' }],
  earned: [EARNED],
  hasMore: false,
  others: [{ kind: 'Grant', movedAt: '2026-03-04T10:00:00.000Z', points: 5, reason: 'Welcome', orderNumber: null }],
};

async function points() {
  const element = mount('c-account-points', AccountPoints, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

const texts = (element: HTMLElement, selector: string) =>
  [...element.querySelectorAll(selector)].map((one) => one.textContent);

describe('c-account-points', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('offers the card for a wallet where there is one', async () => {
    mockGet.mockResolvedValue(POINTS);
    (getLink as unknown as jest.Mock).mockResolvedValue({
      label: 'Add to Google Wallet',
      url: 'https://pay.google.com/x',
    });
    const element = await points();
    await settle();
    expect(find(element, '[data-wallet]').getAttribute('href')).toBe('https://pay.google.com/x');
    await expect(element).toBeAccessible();
    unmountAll();
    (getLink as unknown as jest.Mock).mockRejectedValue(new Error('lost'));
    expect((await points()).querySelector('[data-wallet]')).toBeNull();
  });

  it('shows what counts, what is on its way, what ends and where it came from', async () => {
    mockGet.mockResolvedValue(POINTS);
    const element = await points();
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo', page: 1 });
    expect(find(element, '[data-balance]').textContent).toMatch(/^1.250$/);
    expect(find(element, '[data-pending]').textContent).toBe('c.Loyalty_Pending');
    expect(texts(element, '[data-ending]')).toEqual(['c.Loyalty_Ending']);
    expect(find(element, '[data-earned] a').getAttribute('href')).toBe('/account/order/00000101');
    expect(texts(element, '[data-other]')[0]).toContain('Welcome');
    expect(find(element, '[data-rules]').textContent).toContain('c.Loyalty_Counts_Fulfilled');
    expect(element.querySelector('[data-arrears]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('tells what is owed, and what went back', async () => {
    mockGet.mockResolvedValue({ ...POINTS, arrears: 7, earned: [{ ...EARNED, takenBack: 3 }] });
    const element = await points();
    expect(find(element, '[data-arrears]').textContent).toBe('c.Loyalty_Arrears');
    expect(texts(element, '[data-earned]')[0]).toContain('c.Loyalty_Taken_Back');
  });

  it('tells what was paid with points, and what they are worth', async () => {
    const spent = {
      kind: 'Spend',
      movedAt: '2026-03-05T10:00:00.000Z',
      points: -500,
      reason: null,
      orderNumber: '00000102',
    };
    mockGet.mockResolvedValue({ ...POINTS, held: 30, others: [spent] });
    const element = await points();
    expect(texts(element, '[data-other]')[0]).toContain('−');
    expect(find(element, '[data-other] a').getAttribute('href')).toBe('/account/order/00000102');
    expect(find(element, '[data-worth]').textContent).toBe('c.Loyalty_Worth');
    expect(find(element, '[data-held]').textContent).toBe('c.Loyalty_Held');
    await expect(element).toBeAccessible();
  });

  it('leads nobody to the order of a colleague', async () => {
    mockGet.mockResolvedValue({ ...POINTS, earned: [{ ...EARNED, isOwn: false }] });
    expect((await points()).querySelector('[data-earned] a')).toBeNull();
  });

  it('adds older orders below', async () => {
    mockGet.mockResolvedValueOnce({ ...POINTS, hasMore: true });
    mockGet.mockResolvedValueOnce({ ...POINTS, earned: [{ ...EARNED, orderNumber: '00000077' }] });
    const element = await points();
    find(element, '[data-more]').click();
    await settle();
    expect(mockGet).toHaveBeenLastCalledWith({ storeCode: 'demo', page: 2 });
    expect(texts(element, '[data-earned]')).toHaveLength(2);
    expect(element.querySelector('[data-more]')).toBeNull();
  });

  it('has a word for a store without points, and for whoever may not use the account’s', async () => {
    mockGet.mockResolvedValue(null);
    expect(find(await points(), '[data-note]').textContent).toBe('c.Loyalty_None');
    unmountAll();
    mockGet.mockResolvedValue({ ...POINTS, isRefused: true });
    expect(find(await points(), '[data-note]').textContent).toBe('c.Loyalty_Refused');
  });

  it('invites to shop where nothing was earned yet', async () => {
    mockGet.mockResolvedValue({ ...POINTS, earned: [], others: [], endings: [] });
    const element = await points();
    expect(element.querySelector('[data-empty] a')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says when it could not be read, and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    const element = await points();
    mockGet.mockResolvedValue(POINTS);
    find(element, 'c-store-failure').dispatchEvent(new CustomEvent('retry', { cancelable: true }));
    await settle();
    expect(element.querySelector('[data-balance]')).not.toBeNull();
  });
});
