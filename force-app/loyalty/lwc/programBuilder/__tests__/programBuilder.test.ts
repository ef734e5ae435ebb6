import { createElement } from 'lwc';
import ProgramBuilder from 'c/programBuilder';
import getChoices from '@salesforce/apex/ProgramController.getChoices';
import openProgram from '@salesforce/apex/ProgramController.openProgram';
import saveProgram from '@salesforce/apex/ProgramController.saveProgram';
import tryProgram from '@salesforce/apex/ProgramController.tryProgram';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ProgramController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProgramController.openProgram', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProgramController.saveProgram', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProgramController.tryProgram', () => ({ default: jest.fn() }), { virtual: true });

const CHOICES = {
  programs: [{ id: 'p1', name: 'Club' }],
  stores: [
    { id: 's1', name: 'Shop', programId: 'p1', currencyCode: 'USD', timeZone: 'GMT', isEditable: true },
    { id: 's2', name: 'Other', programId: null, currencyCode: 'EUR', timeZone: 'Europe/Berlin', isEditable: true },
  ],
  categories: [{ id: 'c1', name: 'Bath' }],
  memberships: [{ id: 'm1', name: 'Gold club' }],
  timeZones: [{ value: 'GMT', label: 'GMT' }],
};
const DRAFT = {
  id: 'p1',
  name: 'Club',
  isActive: true,
  earnRate: 1,
  balanceOwner: 'Contact',
  activateAt: 'Paid',
  expiryModel: 'Never',
  tierBasis: 'Points',
  tierPeriod: 'Calendar Year',
  transfers: 'Nobody',
  stores: [{ id: 's1', name: 'Shop', currencyCode: 'USD', pointsRate: null, paysShipping: false, tellsGuests: true }],
  rules: [{ id: 'r1', name: 'Twice', kind: 'Bonus', value: 1, isActive: true, categoryId: 'c1' }],
  tiers: [{ id: 't1', name: 'Gold', rank: 2, threshold: 300 }],
};
const apex = {
  getChoices: getChoices as unknown as jest.Mock,
  openProgram: openProgram as unknown as jest.Mock,
  saveProgram: saveProgram as unknown as jest.Mock,
  tryProgram: tryProgram as unknown as jest.Mock,
};

async function show(choices: object = CHOICES) {
  apex.getChoices.mockResolvedValue(choices);
  apex.openProgram.mockResolvedValue(DRAFT);
  const element = createElement('c-program-builder', { is: ProgramBuilder });
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

async function type(root: ShadowRoot, selector: string, value: string) {
  root.querySelector(selector)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function press(root: ShadowRoot, selector: string) {
  root.querySelector<HTMLElement>(selector)!.click();
  await settle();
}

describe('c-program-builder', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('opens the first program with its rules and tiers', async () => {
    const root = await show();
    expect(apex.openProgram).toHaveBeenCalledWith({ programId: 'p1' });
    expect(root.querySelectorAll('[data-rule]')).toHaveLength(1);
    expect(root.querySelectorAll('[data-tier]')).toHaveLength(1);
    await expect(root.host).toBeAccessible();
  });

  it('says why the owner of points stays, and how gift cards count', async () => {
    const root = await show();
    expect(root.querySelector('[data-owner-stays]')).toBeNull();
    apex.openProgram.mockResolvedValue({ ...DRAFT, hasBalances: true });
    await type(root, 'lightning-combobox', 'p1');
    const owner = root.querySelector<HTMLElement & { disabled?: boolean }>('[data-field="balanceOwner"]');
    expect(owner!.disabled).toBe(true);
    expect(root.querySelector('[data-owner-stays]')).not.toBeNull();
    apex.saveProgram.mockImplementation(({ draft }) => Promise.resolve(draft));
    await type(root, '[data-field="earnsOnGiftCards"]', 'Bought');
    await press(root, '[data-save]');
    expect(apex.saveProgram.mock.calls[0][0].draft.earnsOnGiftCards).toBe('Bought');
    await expect(root.host).toBeAccessible();
  });

  it('saves what was typed, added and removed', async () => {
    apex.saveProgram.mockImplementation(({ draft }) => Promise.resolve(draft));
    const root = await show();
    await type(root, '[data-field="earnRate"]', '2.5');
    await press(root, '[data-rule="0"] [data-remove]');
    await press(root, '[data-add-rule]');
    await type(root, '[data-rule="0"] [data-field="name"]', 'Gold rate');
    await type(root, '[data-rule="0"] [data-field="value"]', '3');
    await type(root, '[data-rule="0"] [data-field="tierName"]', 'Gold');
    await type(root, '[data-rule="0"] [data-field="startsAt"]', '2026-12-01');
    await type(root, '[data-rule="0"] [data-field="endsAt"]', '2026-12-24');
    expect(root.querySelector<any>('[data-rule="0"] [data-field="endsAt"]').value).toBe('2026-12-24');
    await press(root, '[data-add-tier]');
    await press(root, '[data-save]');
    const { draft } = apex.saveProgram.mock.calls[0][0];
    expect(draft.earnRate).toBe(2.5);
    expect(draft.rules).toEqual([
      {
        name: 'Gold rate',
        kind: 'Rate',
        value: 3,
        isActive: true,
        tierName: 'Gold',
        startsAt: new Date('2026-12-01T00:00:00').toISOString(),
        endsAt: new Date('2026-12-25T00:00:00').toISOString(),
      },
    ]);
    expect(draft.tiers[1]).toEqual({ name: '', rank: 3, threshold: null });
    expect(root.querySelector('[data-news]')!.textContent).toBe('c.Loyalty_Builder_Saved');
  });

  it('says what needs another look', async () => {
    const refusal = { code: 'INVALID_INPUT', message: 'x', fields: { 'rules.0.value': 'Say a number.' } };
    apex.saveProgram.mockRejectedValue({ body: { message: JSON.stringify(refusal) } });
    const root = await show();
    await press(root, '[data-save]');
    expect(root.querySelector('[data-error]')!.textContent).toBe('c.Loyalty_Builder_Mend');
    apex.saveProgram.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not you.' }) } });
    await press(root, '[data-save]');
    expect(root.querySelector('[data-error]')!.textContent).toBe('Not you.');
  });

  it('tries the program as it stands on the page', async () => {
    apex.tryProgram.mockResolvedValue({
      points: 60,
      currencyCode: 'USD',
      customerName: 'Ada',
      tierName: 'Gold',
      membershipName: null,
      lines: [{ title: 'Mug', sku: 'MUG-1', quantity: 2, amount: 30, points: 60, exactPoints: 60, reasons: ['Twice'] }],
    });
    const root = await show();
    await type(root, '[data-trial-input="email"]', 'ada@example.com');
    await type(root, '[data-trial-input="lines"]', 'MUG-1 2\n\nCUP');
    await press(root, '[data-try]');
    const { input } = apex.tryProgram.mock.calls[0][0];
    expect(input).toEqual({
      storeId: 's1',
      email: 'ada@example.com',
      usesCart: false,
      lines: [
        { sku: 'MUG-1', quantity: 2 },
        { sku: 'CUP', quantity: 1 },
      ],
    });
    expect(root.querySelector('[data-line="MUG-1"]')!.textContent).toContain('Twice');
    expect(root.querySelector('[data-customer]')!.textContent).toBe('c.Loyalty_Trial_Customer');
    await expect(root.host).toBeAccessible();
    const refusal = { code: 'INVALID_INPUT', message: 'x', fields: { email: 'Nobody.' } };
    apex.tryProgram.mockRejectedValue({ body: { message: JSON.stringify(refusal) } });
    await press(root, '[data-try]');
    expect(root.querySelector('[data-trial-error]')!.textContent).toBe('Nobody.');
    expect(root.querySelector('[data-result]')).toBeNull();
  });

  it('asks which variant is meant, and tries it', async () => {
    apex.tryProgram.mockResolvedValueOnce({
      points: 0,
      currencyCode: 'USD',
      lines: [],
      questions: [{ code: 'mug', title: 'Mug', variants: [{ sku: 'MUG-1', title: 'Blue (MUG-1)' }] }],
    });
    const root = await show();
    await type(root, '[data-trial-input="lines"]', 'CUP 1\nMUG 2');
    await press(root, '[data-try]');
    expect(root.querySelector('[data-question="mug"]')!.textContent).toBe('c.Loyalty_Trial_Choose');
    expect(root.querySelector('[data-result]')).toBeNull();
    await expect(root.host).toBeAccessible();
    apex.tryProgram.mockResolvedValueOnce({ points: 24, worth: 0.24, currencyCode: 'USD', lines: [] });
    await type(root, '[data-code="mug"]', 'MUG-1');
    expect(apex.tryProgram.mock.calls[1][0].input.lines).toEqual([
      { sku: 'CUP', quantity: 1 },
      { sku: 'MUG-1', quantity: 2 },
    ]);
    expect(root.querySelector('[data-questions]')).toBeNull();
    expect(root.querySelector('[data-result]')!.textContent).toBe('c.Loyalty_Trial_Worth');
  });

  it('edits how points pay, end and are given away, and what each store says', async () => {
    apex.saveProgram.mockImplementation(({ draft }) => Promise.resolve(draft));
    const root = await show();
    await type(root, '[data-field="spendRate"]', '100');
    await type(root, '[data-field="timeZone"]', 'Europe/Berlin');
    await type(root, '[data-field="expiryModel"]', 'Activity');
    await type(root, '[data-field="expiryGraceDays"]', '7');
    expect(root.querySelector('[data-field="transferMost"]')).toBeNull();
    await type(root, '[data-field="transfers"]', 'Account');
    await type(root, '[data-field="transferMost"]', '500');
    await type(root, '[data-store="0"] [data-field="pointsRate"]', '50');
    await press(root, '[data-save]');
    expect(apex.saveProgram.mock.calls[0][0].draft).toMatchObject({
      spendRate: 100,
      timeZone: 'Europe/Berlin',
      expiryModel: 'Activity',
      expiryGraceDays: 7,
      transfers: 'Account',
      transferMost: 500,
      stores: [{ id: 's1', pointsRate: 50 }],
    });
    await expect(root.host).toBeAccessible();
  });

  it('begins a new program for a store without one', async () => {
    apex.saveProgram.mockImplementation(({ draft }) => Promise.resolve({ ...draft, id: 'p2' }));
    const root = await show({ ...CHOICES, programs: [] });
    expect(root.querySelector('[data-none]')).not.toBeNull();
    await press(root, '[data-new]');
    await type(root, '[data-field="name"]', 'Circle');
    await press(root, '[data-save]');
    const { draft } = apex.saveProgram.mock.calls[0][0];
    expect(draft).toMatchObject({ storeId: 's2', name: 'Circle', timeZone: 'Europe/Berlin', currencyCode: 'EUR' });
  });
});
