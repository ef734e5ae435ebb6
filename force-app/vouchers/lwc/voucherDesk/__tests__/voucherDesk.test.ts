import { createElement } from 'lwc';
import VoucherDesk from 'c/voucherDesk';
import activate from '@salesforce/apex/VoucherAdminController.makeValid';
import adjust from '@salesforce/apex/VoucherAdminController.adjust';
import block from '@salesforce/apex/VoucherAdminController.block';
import createCodes from '@salesforce/apex/VoucherAdminController.createCodes';
import find from '@salesforce/apex/VoucherAdminController.find';
import getLiability from '@salesforce/apex/VoucherAdminController.getLiability';
import getVoucher from '@salesforce/apex/VoucherAdminController.getVoucher';
import send from '@salesforce/apex/VoucherAdminController.send';
import getChoices from '@salesforce/apex/VoucherAdminController.getChoices';
import unblock from '@salesforce/apex/VoucherAdminController.unblock';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/VoucherAdminController.makeValid', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.adjust', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.block', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.createCodes', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.getLiability', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.getVoucher', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.send', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.unblock', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/VoucherAdminController.getChoices', () => ({ default: jest.fn() }), { virtual: true });

const mocks = {
  activate,
  adjust,
  block,
  createCodes,
  find,
  getLiability,
  getVoucher,
  send,
  unblock,
  getChoices,
} as unknown as Record<string, jest.Mock>;
const VOUCHER = {
  id: 'v1',
  name: 'V-0000001',
  lastFour: 'NPQR',
  storeName: 'Tidemoor',
  kind: 'Sold',
  status: 'Active',
  currencyCode: 'USD',
  openingBalance: 50,
  balance: 24.1,
  held: 0,
  lastDay: '2027-05-30',
  recipientName: 'Ada',
  recipientEmail: 'ada@example.com',
  mayChange: true,
  entries: [],
};
const ENTRY = { id: 'e1', type: 'Issue', amount: 50, movedAt: '2026-11-28T04:10:00.000Z', movedBy: 'Bob' };

const SHOPS = [
  { id: 's0', name: 'Fellwater', currencyCode: 'EUR', mayMake: false },
  { id: 's1', name: 'Tidemoor', currencyCode: 'USD', mayMake: true },
];

async function show(choices: unknown = { shops: SHOPS, mayMakeForAll: true }) {
  mocks.getChoices.mockResolvedValue(choices);
  mocks.getLiability.mockResolvedValue([
    {
      storeId: 's1',
      storeName: 'Tidemoor',
      currencyCode: 'USD',
      opening: 10,
      issued: 50,
      used: -20,
      returned: 0,
      cancelled: 0,
      expired: 0,
      adjusted: 0,
      closing: 40,
    },
    {
      storeId: 's1',
      storeName: 'Tidemoor',
      isForAllStores: true,
      currencyCode: 'USD',
      opening: 0,
      issued: 70,
      used: 0,
      returned: 0,
      cancelled: 0,
      expired: 0,
      adjusted: 0,
      closing: 70,
    },
  ]);
  const element = createElement('c-voucher-desk', { is: VoucherDesk });
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot as ShadowRoot;
}
const press = async (root: ShadowRoot, selector: string) => {
  root.querySelector<HTMLElement>(selector)!.click();
  await settle();
};
const fill = (root: ShadowRoot, name: string, value: string) => {
  (root.querySelector(`[data-input="${name}"]`) as HTMLInputElement).value = value;
};

describe('c-voucher-desk', () => {
  beforeAll(() => {
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => 'key', configurable: true });
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows vouchers, what is owed, and one with its movements', async () => {
    mocks.find.mockResolvedValue([VOUCHER]);
    mocks.getVoucher.mockResolvedValue({ ...VOUCHER, entries: [ENTRY] });
    const root = await show();
    expect(root.querySelectorAll('[data-row]')).toHaveLength(1);
    const table = root.querySelector<HTMLElement & { figures: unknown[] }>('c-ledger-figures')!;
    expect(table.figures).toHaveLength(2);
    table.dispatchEvent(new CustomEvent('monthchange', { detail: { day: '2028-03-01' } }));
    await settle();
    expect(mocks.getLiability).toHaveBeenLastCalledWith({ day: '2028-03-01' });
    await press(root, '[data-open]');
    expect(root.querySelectorAll('[data-entry]')).toHaveLength(1);
    await expect(root.host as HTMLElement).toBeAccessible();
    await press(root, '[data-close]');
    expect(root.querySelector('[data-voucher]')).toBeNull();
  });

  it('changes a balance with a reason, and tells what is wrong beside it', async () => {
    mocks.find.mockResolvedValue([VOUCHER]);
    mocks.getVoucher.mockResolvedValue(VOUCHER);
    const message = JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { reason: 'Say why' } });
    mocks.adjust.mockRejectedValueOnce({ body: { message } });
    mocks.adjust.mockResolvedValue({ ...VOUCHER, balance: 29.1 });
    const root = await show();
    await press(root, '[data-open]');
    await press(root, '[data-editor="adjust"]');
    fill(root, 'amount', '5');
    const reason = root.querySelector<HTMLElement & { setCustomValidity: unknown }>('[data-input="reason"]')!;
    const marked = jest.fn();
    reason.setCustomValidity = marked;
    await press(root, '[data-save]');
    expect(marked).toHaveBeenLastCalledWith('Say why');
    reason.dispatchEvent(new CustomEvent('change'));
    expect(marked).toHaveBeenLastCalledWith('');
    fill(root, 'reason', 'Sorry');
    await press(root, '[data-save]');
    expect(mocks.adjust).toHaveBeenLastCalledWith(
      expect.objectContaining({ voucherId: 'v1', amount: 5, reason: 'Sorry' }),
    );
    expect(mocks.adjust.mock.calls[0][0].key).toBe(mocks.adjust.mock.calls[1][0].key);
    expect(root.querySelector('[data-news]')!.textContent).toBe('c.Vouchers_Desk_Done');
  });

  it('blocks with a reason, unblocks, and sends to another address', async () => {
    mocks.find.mockResolvedValue([VOUCHER]);
    mocks.getVoucher.mockResolvedValue(VOUCHER);
    mocks.block.mockResolvedValueOnce({ ...VOUCHER, status: 'Blocked' });
    mocks.unblock.mockResolvedValueOnce(VOUCHER);
    mocks.send.mockResolvedValue(VOUCHER);
    const root = await show();
    await press(root, '[data-open]');
    await press(root, '[data-editor="block"]');
    await press(root, '[data-save]');
    expect(mocks.block).not.toHaveBeenCalled();
    fill(root, 'reason', 'Stolen');
    await press(root, '[data-save]');
    expect(mocks.block).toHaveBeenLastCalledWith({ voucherId: 'v1', reason: 'Stolen' });
    await press(root, '[data-unblock]');
    expect(mocks.unblock).toHaveBeenLastCalledWith({ voucherId: 'v1' });
    await press(root, '[data-editor="send"]');
    fill(root, 'email', 'bob@example.com');
    await press(root, '[data-save]');
    expect(mocks.send).toHaveBeenCalledWith({ voucherId: 'v1', email: 'bob@example.com' });
  });

  it('offers nothing to who may only look', async () => {
    mocks.find.mockResolvedValue([VOUCHER]);
    mocks.getVoucher.mockResolvedValue({ ...VOUCHER, mayChange: false });
    const root = await show();
    await press(root, '[data-open]');
    expect(root.querySelectorAll('[data-editor]')).toHaveLength(0);
  });

  it('shows vouchers though what is owed cannot be read', async () => {
    mocks.find.mockResolvedValue([VOUCHER]);
    const root = await show();
    mocks.getLiability.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Too many' }) } });
    const table = root.querySelector<HTMLElement & { problem: string }>('c-ledger-figures')!;
    table.dispatchEvent(new CustomEvent('monthchange', { detail: { day: '2028-03-01' } }));
    await settle();
    expect(table.problem).toBe('Too many');
    expect(root.querySelectorAll('[data-row]')).toHaveLength(1);
    expect(root.querySelector('[role="alert"]')).toBeNull();
  });

  it('hands codes out though the list cannot be read then', async () => {
    mocks.find.mockResolvedValueOnce([]);
    mocks.createCodes.mockResolvedValue(['ABCD-EFGH-JKLM-NPQR']);
    const root = await show();
    await press(root, '[data-make]');
    mocks.find.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    await press(root, '[data-create]');
    expect(root.querySelector('[data-codes]')).not.toBeNull();
    expect(root.querySelector('[data-maker]')).toBeNull();
  });

  it('lets nobody make codes where they may only look', async () => {
    mocks.find.mockResolvedValue([]);
    let root = await show({ shops: SHOPS.slice(0, 1), mayMakeForAll: false });
    expect(root.querySelector('[data-make]')).toBeNull();
    document.body.replaceChildren();
    root = await show({ shops: SHOPS, mayMakeForAll: false });
    await press(root, '[data-make]');
    const store = root.querySelector<HTMLElement & { options: unknown[] }>('[data-maker] lightning-combobox')!;
    expect(store.options).toEqual([{ value: 's1', label: 'Tidemoor' }]);
    expect(root.querySelector('[data-input="allStores"]')).toBeNull();
    await expect(root.host as HTMLElement).toBeAccessible();
  });

  it('makes codes and hands them out once', async () => {
    mocks.find.mockResolvedValue([]);
    mocks.createCodes.mockResolvedValue(['ABCD-EFGH-JKLM-NPQR', 'AAAA-BBBB-CCCC-DDDD']);
    const root = await show();
    expect(root.querySelector('[data-empty]')).not.toBeNull();
    await press(root, '[data-make]');
    fill(root, 'count', '2');
    fill(root, 'eachAmount', '10');
    fill(root, 'batch', 'Fair');
    await press(root, '[data-create]');
    expect(mocks.createCodes.mock.calls[0][0].input).toMatchObject({
      storeId: 's1',
      kind: 'Promotional',
      count: 2,
      amount: 10,
      months: null,
      batch: 'Fair',
    });
    URL.createObjectURL = jest.fn(() => 'blob:codes');
    URL.revokeObjectURL = jest.fn();
    await press(root, '[data-download]');
    expect(URL.createObjectURL).toHaveBeenCalled();
    await expect(root.host as HTMLElement).toBeAccessible();
  });
});
