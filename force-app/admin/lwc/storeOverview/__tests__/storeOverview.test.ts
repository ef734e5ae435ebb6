import { createElement } from 'lwc';
import StoreOverview from 'c/storeOverview';
import getOverview from '@salesforce/apex/StoreOverviewController.getOverview';

jest.mock('@salesforce/apex/StoreOverviewController.getOverview', () => ({ default: jest.fn() }), { virtual: true });

const STORE = {
  storeId: 's1',
  name: 'Tidemoor',
  url: 'https://shop.example.com',
  active: true,
  testMode: false,
  currencyCode: 'USD',
  ordersToday: 2,
  ordersThisWeek: 9,
  revenueThisWeek: 412.5,
  unpaid: 1,
  toFulfil: 3,
  outOfStock: 4,
  lowStock: 5,
  ordersWeekBefore: 4,
  revenueWeekBefore: 200,
  days: [
    { day: '2026-11-27', orders: 1, revenue: 50 },
    { day: '2026-11-28', orders: 2, revenue: 100 },
  ],
  latest: [
    {
      id: '801a',
      orderNumber: '00000007',
      placedAt: '2026-11-28T10:00:00.000Z',
      customer: 'Ada Lovelace',
      total: 58.2,
      paymentStatus: 'Paid',
      fulfillmentStatus: 'Unfulfilled',
    },
  ],
};
const apex = getOverview as unknown as jest.Mock;
/** Lets what was promised happen and be shown. */
const settle = () => [...Array(10)].reduce((chain: Promise<void>) => chain.then(() => undefined), Promise.resolve());

async function show() {
  const element = createElement('c-store-overview', { is: StoreOverview });
  document.body.appendChild(element);
  await settle();
  return element;
}

const tile = (element: HTMLElement, key: string) =>
  element
    .shadowRoot!.querySelector(`[data-tile="${key}"]`)!
    .querySelector<HTMLElement & { value: number; formatStyle: string; currencyCode: string }>(
      'lightning-formatted-number',
    )!;

describe('c-store-overview', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the figures of a store, money in its currency', async () => {
    apex.mockResolvedValue([STORE]);
    const element = await show();
    expect(tile(element, 'ordersToday').value).toBe(2);
    expect(tile(element, 'toFulfil').value).toBe(3);
    expect(tile(element, 'revenueThisWeek')).toMatchObject({
      value: 412.5,
      formatStyle: 'currency',
      currencyCode: 'USD',
    });
    expect(element.shadowRoot!.querySelector('a[slot="actions"]')!.getAttribute('href')).toBe(STORE.url);
    const link = element.shadowRoot!.querySelector('a[data-tile="ordersToday"], [data-tile="ordersToday"] a')!;
    expect(link.getAttribute('href')).toContain('c__store=s1&c__from=2026-11-28');
    expect(element.shadowRoot!.querySelector('[data-notice]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('has no landmark twice when there are several stores', async () => {
    apex.mockResolvedValue([STORE, { ...STORE, storeId: 's2', name: 'Farther' }]);
    const element = await show();
    expect(element.shadowRoot!.querySelectorAll('section[aria-label]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says that a store is closed or only plays at selling', async () => {
    apex.mockResolvedValue([{ ...STORE, active: false, testMode: true, url: null }]);
    const element = await show();
    const notice = element.shadowRoot!.querySelector('[data-notice]')!.textContent;
    expect(notice).toContain('c.Admin_OverviewInactive');
    expect(notice).toContain('c.Admin_OverviewTestMode');
    expect(element.shadowRoot!.querySelector('a[slot="actions"]')).toBeNull();
  });

  it('says so when there is no store', async () => {
    apex.mockResolvedValue([]);
    expect((await show()).shadowRoot!.textContent).toContain('c.Admin_OverviewNoStores');
  });

  it('says what went wrong', async () => {
    apex.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'UNEXPECTED', message: 'Ask an administrator', fields: {} }) },
    });
    const element = await show();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Ask an administrator');
  });
});
