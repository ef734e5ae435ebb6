import { createElement } from 'lwc';
import ContactPoints from 'c/contactPoints';
import getPoints from '@salesforce/apex/PointsAdminController.getPoints';
import adjust from '@salesforce/apex/PointsAdminController.adjust';
import getTransfer from '@salesforce/apex/PointsAdminController.getTransfer';
import givePoints from '@salesforce/apex/PointsAdminController.givePoints';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/PointsAdminController.getPoints', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PointsAdminController.adjust', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PointsAdminController.getTransfer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PointsAdminController.givePoints', () => ({ default: jest.fn() }), { virtual: true });

const CLUB = {
  programId: 'p1',
  programName: 'Club',
  isShared: false,
  pointsAccountId: 'a1',
  points: 120,
  pending: 5,
  arrears: 0,
  mayAdjust: true,
};
const apex = { getPoints: getPoints as unknown as jest.Mock, adjust: adjust as unknown as jest.Mock };

async function show() {
  const element = createElement('c-contact-points', { is: ContactPoints }) as HTMLElement & { recordId: string };
  element.recordId = '003';
  document.body.appendChild(element);
  await settle();
  return element;
}

async function give(element: HTMLElement, points: string, reason: string) {
  const root = element.shadowRoot!;
  root.querySelector<HTMLElement>('[data-id="p1"]')!.click();
  await settle();
  root.querySelector<HTMLInputElement>('[data-input="points"]')!.value = points;
  root.querySelector<HTMLInputElement>('[data-input="reason"]')!.value = reason;
  root.querySelector<HTMLElement>('[data-save]')!.click();
  await settle();
}

describe('c-contact-points', () => {
  beforeEach(() => {
    apex.getPoints.mockResolvedValue([CLUB]);
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => 'key', configurable: true });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the balances of each program', async () => {
    const element = await show();
    expect(apex.getPoints).toHaveBeenCalledWith({ contactId: '003' });
    expect(element.shadowRoot!.querySelector('[data-program]')!.textContent).toContain('Club');
    expect(element.shadowRoot!.querySelector('a')!.getAttribute('href')).toBe('/a1');
    await expect(element).toBeAccessible();
  });

  it('gives points of the contact to another one', async () => {
    (getTransfer as unknown as jest.Mock).mockResolvedValue({ people: [{ id: 'c2', name: 'Bob' }] });
    const mockGive = givePoints as unknown as jest.Mock;
    mockGive.mockResolvedValueOnce([{ ...CLUB, points: 100 }]);
    const root = (await show()).shadowRoot!;
    root.querySelector<HTMLElement>('[data-transfer]')!.click();
    await settle();
    expect(getTransfer).toHaveBeenCalledWith({ contactId: '003', programId: 'p1' });
    await expect(root.host).toBeAccessible();
    root.querySelector<any>('[data-input="toId"]')!.value = 'c2';
    root.querySelector<any>('[data-input="points"]')!.value = '20';
    root.querySelector<any>('[data-input="reason"]')!.value = 'By mistake';
    root.querySelector<HTMLElement>('[data-give]')!.click();
    await settle();
    expect(mockGive).toHaveBeenCalledWith({
      contactId: '003',
      programId: 'p1',
      toId: 'c2',
      points: 20,
      reason: 'By mistake',
      key: 'key',
    });
    expect(root.querySelector('[data-giving]')).toBeNull();
    (getTransfer as unknown as jest.Mock).mockResolvedValue({ people: [] });
    root.querySelector<HTMLElement>('[data-transfer]')!.click();
    await settle();
    expect(root.querySelector('[data-nobody]')).not.toBeNull();
    expect(root.querySelector('[data-give]')).toBeNull();
  });

  it('gives points with a reason', async () => {
    apex.adjust.mockResolvedValue([{ ...CLUB, points: 170 }]);
    const element = await show();
    await give(element, '50', 'Sorry');
    expect(apex.adjust).toHaveBeenCalledWith({
      contactId: '003',
      programId: 'p1',
      points: 50,
      reason: 'Sorry',
      key: 'key',
    });
    expect(element.shadowRoot!.querySelector('[data-save]')).toBeNull();
    expect(element.shadowRoot!.querySelector<any>('[data-points] lightning-formatted-number').value).toBe(170);
  });

  it('keeps what was typed when it is refused', async () => {
    const refusal = { code: 'OVERDRAWN', message: 'There is not enough.' };
    apex.adjust.mockRejectedValue({ body: { message: JSON.stringify(refusal) } });
    const element = await show();
    await give(element, '-500', 'x');
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('There is not enough.');
    await expect(element).toBeAccessible();
  });

  it('offers nothing to whoever may not', async () => {
    apex.getPoints.mockResolvedValue([{ ...CLUB, mayAdjust: false, pointsAccountId: null }]);
    const element = await show();
    expect(element.shadowRoot!.querySelector('[data-id]')).toBeNull();
    expect(element.shadowRoot!.querySelector('a')).toBeNull();
  });

  it('has a word for stores without programs', async () => {
    apex.getPoints.mockResolvedValue([]);
    expect((await show()).shadowRoot!.textContent).toContain('c.Loyalty_Panel_None');
  });
});
