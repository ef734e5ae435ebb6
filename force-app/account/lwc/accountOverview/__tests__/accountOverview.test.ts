import AccountOverview from 'c/accountOverview';
import getOverview from '@salesforce/apex/AccountController.getOverview';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AccountController.getOverview', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getOverview as unknown as jest.Mock;
const ROW = {
  orderNumber: '00000101',
  placedAt: '2026-03-04T10:00:00.000Z',
  statusLabel: 'Sent',
  total: 27,
  currencyCode: 'EUR',
  orderedBy: null,
  lines: [{ title: 'Mug', quantity: 2, imageUrl: '/mug.svg' }],
};

async function overview() {
  const element = mount('c-account-overview', AccountOverview, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-overview', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('greets and shows what waits and what was ordered last', async () => {
    const attention = [{ text: 'Pay order 1', path: '/account/order/1' }];
    mockGet.mockResolvedValue({ firstName: 'Ada', lastName: 'Byron', orders: [ROW], attention });
    const element = await overview();
    expect(find(element, '[data-greeting]').textContent).toBe('c.Account_Greeting');
    expect(find(element, '[data-attention] a').getAttribute('href')).toBe('/account/order/1');
    expect(texts(element, '[data-order] .name')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('has a word for those who have not ordered yet and whose name is not known', async () => {
    mockGet.mockResolvedValue({ firstName: null, lastName: null, orders: [], attention: [] });
    const element = await overview();
    expect(find(element, '[data-greeting]').textContent).toBe('c.Account_Greeting_Plain');
    expect(find(element, '[data-empty] a').getAttribute('href')).toBe('/search');
    expect(element.querySelector('[data-attention]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says what went wrong and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: 'broken' } });
    mockGet.mockResolvedValue({ firstName: 'Ada', lastName: null, orders: [], attention: [] });
    const element = await overview();
    expect(element.querySelector('[data-loading]')).toBeNull();
    find(element, '[data-retry]').click();
    await settle();
    expect(element.querySelector('[data-greeting]')).not.toBeNull();
  });
});
