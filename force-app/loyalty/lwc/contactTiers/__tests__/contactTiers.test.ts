import { createElement } from 'lwc';
import ContactTiers from 'c/contactTiers';
import getTiers from '@salesforce/apex/TierAdminController.getTiers';
import giveTier from '@salesforce/apex/TierAdminController.giveTier';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/TierAdminController.getTiers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TierAdminController.giveTier', () => ({ default: jest.fn() }), { virtual: true });

const CLUB = {
  programId: 'p1',
  standing: { programName: 'Club', tierName: 'Silver', nextName: 'Gold', missing: 120 },
  since: '2026-03-04T10:00:00.000Z',
  givenId: null,
  givenUntil: null,
  mayChange: true,
  tiers: [{ id: 't2', name: 'Gold' }],
  changes: [{ changedAt: '2026-03-04T10:00:00.000Z', fromName: null, toName: 'Silver', reason: 'Reached', note: null }],
};
const apex = { getTiers: getTiers as unknown as jest.Mock, giveTier: giveTier as unknown as jest.Mock };

async function show(rows: object[] = [CLUB]) {
  apex.getTiers.mockResolvedValue(rows);
  const element = createElement('c-contact-tiers', { is: ContactTiers }) as HTMLElement & { recordId: string };
  element.recordId = '003';
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

async function save(root: ShadowRoot) {
  root.querySelector<HTMLElement>('[data-id="p1"]')!.click();
  await settle();
  root.querySelector('[data-input="tier"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 't2' } }));
  root.querySelector<HTMLInputElement>('[data-input="reason"]')!.value = 'A friend';
  root.querySelector<HTMLElement>('[data-save]')!.click();
  await settle();
}

describe('c-contact-tiers', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the tier, what is missing and how it came', async () => {
    const root = await show();
    expect(root.querySelector('[data-tier]')!.textContent).toBe('Silver');
    expect(root.querySelector('[data-missing]')!.textContent).toBe('c.Loyalty_Tier_To_Next');
    expect(root.querySelector('[data-change]')!.textContent).toContain('c.Loyalty_Tiers_Reason_Reached');
    await expect(root.host).toBeAccessible();
  });

  it('gives a tier with a reason', async () => {
    apex.giveTier.mockResolvedValue([
      {
        ...CLUB,
        standing: { ...CLUB.standing, tierName: 'Gold', nextName: null },
        givenId: 't2',
        givenUntil: '2027-01-01',
      },
    ]);
    const root = await show();
    await save(root);
    expect(apex.giveTier).toHaveBeenCalledWith({
      contactId: '003',
      programId: 'p1',
      tierId: 't2',
      lastDay: null,
      reason: 'A friend',
    });
    expect(root.querySelector('[data-tier]')!.textContent).toBe('Gold');
    expect(root.querySelector('[data-given]')!.textContent).toBe('c.Loyalty_Tiers_Panel_Given_Until');
  });

  it('keeps what was typed when it is refused', async () => {
    apex.giveTier.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not now.' }) } });
    const root = await show();
    await save(root);
    expect(root.querySelector('[role="alert"]')!.textContent).toBe('Not now.');
    await expect(root.host).toBeAccessible();
  });

  it('has a word for stores without tiers, and offers nothing to whoever may only look', async () => {
    expect((await show([])).textContent).toContain('c.Loyalty_Tiers_Panel_None');
    document.body.replaceChildren();
    expect((await show([{ ...CLUB, mayChange: false, changes: [] }])).querySelector('button')).toBeNull();
  });
});
