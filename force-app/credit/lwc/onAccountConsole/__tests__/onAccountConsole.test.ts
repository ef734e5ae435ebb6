import { createElement } from 'lwc';
import OnAccountConsole from 'c/onAccountConsole';
import getLiability from '@salesforce/apex/CreditAdminController.getLiability';
import decide from '@salesforce/apex/OnAccountAdminController.decide';
import getApprovals from '@salesforce/apex/OnAccountAdminController.getApprovals';
import getExposures from '@salesforce/apex/OnAccountAdminController.getExposures';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CreditAdminController.getLiability', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OnAccountAdminController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OnAccountAdminController.getApprovals', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OnAccountAdminController.getExposures', () => ({ default: jest.fn() }), { virtual: true });

const REQUEST = {
  id: 'r1',
  accountId: 'a1',
  accountName: 'Big Corp',
  buyer: 'Ada Byron',
  amount: 120,
  owed: 30,
  creditLimit: 100,
  currencyCode: 'USD',
  status: 'Requested',
  note: 'For the fair',
  mayDecide: true,
};
const OWED = {
  accountId: 'a1',
  accountName: 'Big Corp',
  currencyCode: 'USD',
  owed: 30,
  overdue: 10,
  orders: 2,
  creditLimit: 100,
  available: 70,
  isOnHold: false,
};
const FIGURES = {
  storeId: 's1',
  storeName: 'Acme',
  currencyCode: 'USD',
  opening: 0,
  issued: 100,
  used: -30,
  closing: 70,
};
const apex = {
  getLiability: getLiability as unknown as jest.Mock,
  decide: decide as unknown as jest.Mock,
  getApprovals: getApprovals as unknown as jest.Mock,
  getExposures: getExposures as unknown as jest.Mock,
};

async function show() {
  const element = createElement('c-on-account-console', { is: OnAccountConsole });
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

describe('c-on-account-console', () => {
  beforeEach(() => {
    apex.getApprovals.mockResolvedValue([REQUEST]);
    apex.getExposures.mockResolvedValue([OWED, { ...OWED, accountId: 'a2', creditLimit: null, isOnHold: true }]);
    apex.getLiability.mockResolvedValue([FIGURES]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows requests, what is owed, and the credit of a month', async () => {
    const root = await show();
    expect(root.querySelectorAll('[data-request]')).toHaveLength(1);
    const owed = [...root.querySelectorAll('[data-exposure]')].map((row) => row.textContent);
    expect(owed[1]).toContain('c.On_Account_No_Limit');
    expect(owed[1]).toContain('c.On_Account_Hold');
    const table = root.querySelector<HTMLElement & { figures: unknown }>('c-ledger-figures')!;
    expect(table.figures).toEqual([FIGURES]);
    apex.getLiability.mockResolvedValue([{ ...FIGURES, closing: 7 }]);
    table.dispatchEvent(new CustomEvent('monthchange', { detail: { day: '2028-03-01' } }));
    await settle();
    expect(apex.getLiability).toHaveBeenLastCalledWith({ day: '2028-03-01' });
    expect(table.figures).toEqual([{ ...FIGURES, closing: 7 }]);
    await expect(root.host).toBeAccessible();
  });

  it('decides with a reason', async () => {
    apex.decide.mockResolvedValue([{ ...REQUEST, status: 'Approved', mayDecide: false, reason: 'Good customer' }]);
    const root = await show();
    root.querySelector<HTMLElement>('[data-decide]')!.click();
    await settle();
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLInputElement>('[data-reason]')!.value = 'Good customer';
    root.querySelector<HTMLElement>('[data-approve]')!.click();
    await settle();
    expect(apex.decide).toHaveBeenCalledWith({ approvalId: 'r1', isApproved: true, reason: 'Good customer' });
    expect(root.querySelector('[data-status]')!.textContent).toBe('Approved');
    expect(root.querySelector('[data-reason]')).toBeNull();
  });

  it('keeps the request open when it is refused', async () => {
    apex.decide.mockRejectedValue({ body: { message: JSON.stringify({ code: 'INVALID_STATE', message: 'Decided' }) } });
    const root = await show();
    root.querySelector<HTMLElement>('[data-decide]')!.click();
    await settle();
    root.querySelector<HTMLElement>('[data-decline]')!.click();
    await settle();
    expect(apex.decide.mock.calls[0][0].isApproved).toBe(false);
    expect(root.querySelector('[data-reason]')).not.toBeNull();
  });

  it('has a word for nothing, and says what could not be read', async () => {
    apex.getApprovals.mockResolvedValue([]);
    apex.getExposures.mockResolvedValue([]);
    apex.getLiability.mockResolvedValue([]);
    const text = (await show()).textContent;
    expect(text).toContain('c.On_Account_No_Requests');
    expect(text).toContain('c.On_Account_No_Exposure');
    document.body.replaceChildren();
    apex.getApprovals.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    expect((await show()).querySelector('[role="alert"]')!.textContent).toBe('Down');
  });
});
