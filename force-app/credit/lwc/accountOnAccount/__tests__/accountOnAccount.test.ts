import AccountOnAccount from 'c/accountOnAccount';
import getStatement from '@salesforce/apex/OnAccountController.getStatement';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OnAccountController.getStatement', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getStatement as unknown as jest.Mock;
const ITEM = {
  orderId: '801',
  orderNumber: '00000101',
  purchaseOrder: 'PO-7',
  dueOn: '2028-02-01',
  daysDue: 20,
  amount: 30,
  currencyCode: 'USD',
  buyer: 'Ada Byron',
};
const STATEMENT = {
  accountName: 'Big Corp',
  day: '2028-02-21',
  totals: [{ currencyCode: 'USD', total: 50, notDue: 20, upTo30: 30, upTo60: 0, upTo90: 0, over90: 0 }],
  items: [ITEM, { ...ITEM, orderId: '802', purchaseOrder: null, buyer: null, daysDue: 0, amount: 20 }],
};

async function show() {
  const element = mount('c-account-on-account', AccountOnAccount, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-on-account', () => {
  beforeEach(() => {
    window.print = jest.fn();
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows what is owed by age and order by order, and prints it', async () => {
    mockGet.mockResolvedValue(STATEMENT);
    const element = await show();
    expect(find(element, '[data-total]').textContent).toContain('50.00');
    const items = [...element.querySelectorAll('[data-item]')].map((item) => item.textContent);
    expect(items[0]).toContain('c.On_Account_Due_Since');
    expect(items[1]).toContain('c.On_Account_Due_By');
    expect(find(element, '[data-item] a').getAttribute('href')).toBe('/account/order/00000101');
    await expect(element).toBeAccessible();
    find(element, '[data-print]').click();
    expect(window.print).toHaveBeenCalled();
  });

  it('has a word for an account that owes nothing, and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    const element = await show();
    mockGet.mockResolvedValue({ ...STATEMENT, totals: [], items: [] });
    find(element, 'c-store-failure').dispatchEvent(new CustomEvent('retry', { cancelable: true }));
    await settle();
    expect(find(element, '[data-note]').textContent).toBe('c.On_Account_Nothing');
  });

  it('offers no second try to whoever may not see it', async () => {
    const refusal = (code: string) => ({ body: { message: JSON.stringify({ code, message: 'Not for you' }) } });
    mockGet.mockRejectedValueOnce(refusal('NOT_ALLOWED'));
    const element = await show();
    expect(element.querySelector('[data-retry]')).toBeNull();
    expect(find(element, '[role="alert"]').textContent).toContain('Not for you');
    unmountAll();
    mockGet.mockRejectedValueOnce(refusal('UNEXPECTED'));
    expect((await show()).querySelector('[data-retry]')).not.toBeNull();
  });

  it('says what can still be bought, and that the account is on hold', async () => {
    const limit = { creditLimit: 150, available: 100, limitCurrency: 'USD' };
    mockGet.mockResolvedValue({ ...STATEMENT, ...limit, isOnHold: true });
    const element = await show();
    expect(find(element, '[data-available]').textContent).toBe('$100.00');
    expect(find(element, '[data-on-hold]').textContent).toBe('c.On_Account_Hold');
    await expect(element).toBeAccessible();
  });
});
