import { createElement } from 'lwc';
import ContactMembership from 'c/contactMembership';
import getMembership from '@salesforce/apex/MembershipAdminController.getMembership';
import grant from '@salesforce/apex/MembershipAdminController.grant';
import withdraw from '@salesforce/apex/MembershipAdminController.withdraw';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/MembershipAdminController.getMembership', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MembershipAdminController.grant', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MembershipAdminController.withdraw', () => ({ default: jest.fn() }), { virtual: true });

const TERM = {
  id: 't1',
  name: 'Gold',
  source: 'Purchase',
  firstDay: '2026-03-04',
  lastDay: '2026-04-04',
  endedAt: null,
  endReason: null,
  reason: null,
  orderNumber: '00000101',
};
const PANEL = {
  name: 'Gold',
  lastDay: '2026-04-04',
  mayChange: true,
  kinds: [{ id: 'm1', name: 'Gold' }],
  terms: [TERM],
};
const apex = {
  getMembership: getMembership as unknown as jest.Mock,
  grant: grant as unknown as jest.Mock,
  withdraw: withdraw as unknown as jest.Mock,
};

async function show(panel: object = PANEL) {
  apex.getMembership.mockResolvedValue(panel);
  const element = createElement('c-contact-membership', { is: ContactMembership }) as HTMLElement & {
    recordId: string;
  };
  element.recordId = '003';
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

async function press(root: ShadowRoot, selector: string) {
  root.querySelector<HTMLElement>(selector)!.click();
  await settle();
}

describe('c-contact-membership', () => {
  beforeEach(() => {
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => 'key', configurable: true });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows what is held, until when and where it comes from', async () => {
    const root = await show();
    expect(root.querySelector('[data-present]')!.textContent).toBe('Gold');
    expect(root.querySelector('[data-until]')!.textContent).toBe('c.Memberships_Panel_Until');
    expect(root.querySelector('[data-term]')!.textContent).toContain('c.Memberships_Panel_Bought_Order');
    await expect(root.host).toBeAccessible();
  });

  it('shows days as the store counts them, in whatever zone the browser is', async () => {
    const written = jest.spyOn(Date.prototype, 'toLocaleDateString').mockImplementation(function (this: Date) {
      return `${this.getMonth() + 1}/${this.getDate()}`;
    });
    await show();
    expect(written.mock.results.map(({ value }) => value)).toEqual(expect.arrayContaining(['3/4', '4/4']));
    expect(written.mock.results.every(({ value }) => ['3/4', '4/4'].includes(value))).toBe(true);
    written.mockRestore();
  });

  it('gives one with a reason', async () => {
    apex.grant.mockResolvedValue({ ...PANEL, name: 'Silver' });
    const root = await show();
    await press(root, '[data-edit]');
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLInputElement>('[data-input="reason"]')!.value = 'Loyal';
    await press(root, '[data-save]');
    expect(apex.grant).toHaveBeenCalledWith({
      contactId: '003',
      membershipId: 'm1',
      lastDay: null,
      reason: 'Loyal',
      key: 'key',
    });
    expect(root.querySelector('[data-present]')!.textContent).toBe('Silver');
  });

  it('withdraws one, and keeps what was typed when that is refused', async () => {
    apex.withdraw.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Not now.' }) } });
    const root = await show();
    await press(root, '[data-id="t1"]');
    root.querySelector<HTMLInputElement>('[data-input="reason"]')!.value = 'A slip';
    await press(root, '[data-withdraw]');
    expect(root.querySelector('[role="alert"]')!.textContent).toBe('Not now.');
    apex.withdraw.mockResolvedValue({
      ...PANEL,
      name: null,
      lastDay: null,
      terms: [{ ...TERM, endedAt: '2026-03-06T10:00:00.000Z', endReason: 'Withdrawn', source: 'Manual' }],
    });
    await press(root, '[data-withdraw]');
    expect(apex.withdraw).toHaveBeenLastCalledWith({ contactId: '003', termId: 't1', reason: 'A slip' });
    expect(root.querySelector('[data-present]')!.textContent).toBe('c.Memberships_Panel_None');
    expect(root.querySelector('[data-term]')!.textContent).toContain('c.Memberships_Ended_Withdrawn');
  });

  it('offers nothing to whoever may only look', async () => {
    const root = await show({ ...PANEL, mayChange: false });
    expect(root.querySelector('button')).toBeNull();
  });
});
