import AccountCredit from 'c/accountCredit';
import getCredit from '@salesforce/apex/CreditController.getCredit';
import getStatement from '@salesforce/apex/CreditController.getStatement';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CreditController.getCredit', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CreditController.getStatement', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getCredit as unknown as jest.Mock;
const mockStatement = getStatement as unknown as jest.Mock;
const SPENT = {
  type: 'Spend',
  kind: null,
  amount: -12.5,
  movedAt: '2026-03-04T10:00:00.000Z',
  orderNumber: '00000101',
  isOwn: true,
  spender: 'Ada Byron',
  reason: null,
};
const CREDIT = {
  id: 'c1',
  title: 'Account credit',
  isShared: false,
  isOfStore: true,
  available: 37.5,
  lots: [
    { kind: 'Gift', amount: 7.5, lastDay: '2027-03-31' },
    { kind: 'Refund', amount: 30, lastDay: null },
  ],
  movements: [SPENT, { ...SPENT, type: 'Give', amount: 50, orderNumber: null, spender: null, reason: '=Sorry' }],
};

async function credit() {
  const element = mount('c-account-credit', AccountCredit, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

const texts = (element: HTMLElement, selector: string) =>
  [...element.querySelectorAll(selector)].map((one) => one.textContent);

describe('c-account-credit', () => {
  let saved: string[];
  beforeEach(() => {
    saved = [];
    window.print = jest.fn();
    globalThis.Blob = class {
      constructor(parts: string[]) {
        saved.push(parts.join(''));
      }
    } as unknown as typeof Blob;
    URL.createObjectURL = jest.fn(() => 'blob:statement');
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows what is left, what it is made of and what happened', async () => {
    mockGet.mockResolvedValue([CREDIT]);
    const element = await credit();
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(find(element, '[data-available]').textContent).toContain('37.50');
    expect(texts(element, '[data-lot]')[0]).toContain('c.Credit_Lot_Until');
    expect(texts(element, '[data-lot]')[1]).toContain('c.Credit_Lot_Always');
    expect(find(element, '[data-movement] a').getAttribute('href')).toBe('/account/order/00000101');
    expect(texts(element, '[data-movement]')[0]).toContain('−');
    await expect(element).toBeAccessible();
  });

  it('names who spent of what is shared, and leads nobody to the order of a colleague', async () => {
    mockGet.mockResolvedValue([{ ...CREDIT, isShared: true, movements: [{ ...SPENT, isOwn: false }] }]);
    const element = await credit();
    expect(texts(element, '[data-movement]')[0]).toContain('c.Credit_By');
    expect(element.querySelector('[data-movement] a')).toBeNull();
  });

  it('shows a statement, prints it and hands it over as a file that no sheet runs', async () => {
    mockGet.mockResolvedValue([CREDIT]);
    mockStatement.mockResolvedValue({
      firstDay: '2026-03-01',
      lastDay: '2026-03-31',
      opening: 0,
      closing: 37.5,
      isCut: false,
      movements: CREDIT.movements,
    });
    const element = await credit();
    find<HTMLInputElement>(element, '[data-first-day]').value = '2026-03-01';
    find(element, '[data-first-day]').dispatchEvent(new CustomEvent('change'));
    find(element, '[data-show]').click();
    await settle();
    expect(mockStatement.mock.calls[0][0]).toMatchObject({ creditAccountId: 'c1', firstDay: '2026-03-01' });
    expect(texts(element, '[data-row]')).toHaveLength(2);
    expect(find(element, '[data-closing]').textContent).toContain('37.50');
    await expect(element).toBeAccessible();
    find(element, '[data-print]').click();
    expect(window.print).toHaveBeenCalled();
    find(element, '[data-download]').click();
    expect(saved[0]).toContain(',-12.5');
    expect(saved[0]).toContain("'=Sorry");
  });

  it('says when a period cannot be shown', async () => {
    mockGet.mockResolvedValue([CREDIT]);
    mockStatement.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'No' }) } });
    const element = await credit();
    find(element, '[data-show]').click();
    await settle();
    expect(element.querySelector('[data-statement]')).toBeNull();
  });

  it('has a word for whoever has none, and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    const element = await credit();
    mockGet.mockResolvedValue([]);
    find(element, 'c-store-failure').dispatchEvent(new CustomEvent('retry', { cancelable: true }));
    await settle();
    expect(find(element, '[data-note]').textContent).toBe('c.Credit_None');
  });
});
