import { createElement } from 'lwc';
import CreditPanel from 'c/creditPanel';
import getCredit from '@salesforce/apex/CreditAdminController.getCredit';
import give from '@salesforce/apex/CreditAdminController.give';
import take from '@salesforce/apex/CreditAdminController.take';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CreditAdminController.getCredit', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CreditAdminController.give', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CreditAdminController.take', () => ({ default: jest.fn() }), { virtual: true });

const BALANCE = {
  creditAccountId: 'c1',
  storeName: 'Acme',
  currencyCode: 'USD',
  available: 50,
  held: 5,
  mayAdjust: true,
  lots: [
    { kind: 'Gift', amount: 20, lastDay: '2027-03-31' },
    { kind: 'Store', amount: 30, lastDay: null },
  ],
};
const PANEL = {
  balances: [BALANCE],
  stores: [{ id: 's1', name: 'Acme', currencyCode: 'USD' }],
  mayGiveEverywhere: true,
};
const apex = {
  getCredit: getCredit as unknown as jest.Mock,
  give: give as unknown as jest.Mock,
  take: take as unknown as jest.Mock,
};

async function show() {
  const element = createElement('c-credit-panel', { is: CreditPanel }) as HTMLElement & { recordId: string };
  element.recordId = '003';
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

async function save(root: ShadowRoot, amount: string, reason: string) {
  root.querySelector<HTMLInputElement>('[data-input="amount"]')!.value = amount;
  root.querySelector<HTMLInputElement>('[data-input="reason"]')!.value = reason;
  root.querySelector<HTMLElement>('[data-save]')!.click();
  await settle();
}

describe('c-credit-panel', () => {
  beforeEach(() => {
    apex.getCredit.mockResolvedValue(PANEL);
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => 'key', configurable: true });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows what is left, lot by lot', async () => {
    const root = await show();
    expect(apex.getCredit).toHaveBeenCalledWith({ ownerId: '003' });
    expect(root.querySelectorAll('[data-lot]')).toHaveLength(2);
    expect(root.querySelector('a')!.getAttribute('href')).toBe('/c1');
    await expect(root.host).toBeAccessible();
  });

  it('gives credit with a reason', async () => {
    apex.give.mockResolvedValue({ ...PANEL, balances: [{ ...BALANCE, available: 60 }] });
    const root = await show();
    root.querySelector<HTMLElement>('[data-give]')!.click();
    await settle();
    await expect(root.host).toBeAccessible();
    await save(root, '10', 'Sorry');
    expect(apex.give.mock.calls[0][0]).toMatchObject({
      ownerId: '003',
      input: { amount: 10, storeId: 's1', allStores: false, kind: 'Store', lastDay: null, reason: 'Sorry', key: 'key' },
    });
    expect(root.querySelector('[data-save]')).toBeNull();
    expect(root.querySelector<any>('[data-available] lightning-formatted-number').value).toBe(60);
  });

  it('takes some, and keeps what was typed when it is refused', async () => {
    const refusal = { code: 'OVERDRAWN', message: 'Only 50.00 USD is left.' };
    apex.take.mockRejectedValueOnce({ body: { message: JSON.stringify(refusal) } });
    apex.take.mockResolvedValueOnce(PANEL);
    const root = await show();
    root.querySelector<HTMLElement>('[data-take]')!.click();
    await settle();
    await save(root, '500', 'Mistake');
    expect(root.querySelector('[role="alert"]')!.textContent).toBe('Only 50.00 USD is left.');
    await save(root, '5', 'Mistake');
    expect(apex.take.mock.calls[1][0]).toMatchObject({ creditAccountId: 'c1', input: { amount: 5 } });
    expect(root.querySelector('[data-save]')).toBeNull();
  });

  it('offers nothing to whoever may not', async () => {
    apex.getCredit.mockResolvedValue({ ...PANEL, stores: [], balances: [{ ...BALANCE, mayAdjust: false }] });
    const root = await show();
    expect(root.querySelector('[data-give]')).toBeNull();
    expect(root.querySelector('[data-take]')).toBeNull();
  });

  it('has a word for whoever has none, and says what could not be read', async () => {
    apex.getCredit.mockResolvedValueOnce({ ...PANEL, balances: [] });
    expect((await show()).textContent).toContain('c.Credit_Panel_None');
    document.body.replaceChildren();
    apex.getCredit.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    expect((await show()).querySelector('[role="alert"]')!.textContent).toBe('Down');
  });
});
