import { createElement } from 'lwc';
import PointsLiability from 'c/pointsLiability';
import countNow from '@salesforce/apex/PointsLiabilityController.countNow';
import getLiability from '@salesforce/apex/PointsLiabilityController.getLiability';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/PointsLiabilityController.countNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PointsLiabilityController.getLiability', () => ({ default: jest.fn() }), { virtual: true });

const ROW = {
  storeId: 's1',
  storeName: '=Shop, "the"',
  opening: 100,
  earned: 50,
  reversed: 5,
  spent: 20,
  expired: 0,
  adjusted: -5,
  closing: 120,
  value: 1.2,
  breakage: 0.2,
  liability: 1,
};
const REPORT = {
  programs: [{ id: 'p1', name: 'Club' }],
  programId: 'p1',
  month: '2026-11-01',
  currencyCode: 'USD',
  pointCost: 0.01,
  breakagePercent: 20,
  countedAt: '2026-11-29T04:00:00.000Z',
  rows: [ROW],
  total: ROW,
};
const apex = { countNow: countNow as unknown as jest.Mock, getLiability: getLiability as unknown as jest.Mock };

async function show(report: object = REPORT) {
  apex.getLiability.mockResolvedValue(report);
  const element = createElement('c-points-liability', { is: PointsLiability });
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

describe('c-points-liability', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows movements that add up, and money', async () => {
    const root = await show();
    const cells = [...root.querySelectorAll('[data-row="total"] td')].map((cell) => cell.textContent);
    expect(cells).toEqual(['100', '50', '-5', '-20', '0', '-5', '120', '$1.20', '$0.20', '$1.00']);
    expect(root.querySelector('[data-counted]')!.textContent).toBe('c.Loyalty_Liability_Counted');
    await expect(root.host).toBeAccessible();
  });

  it('asks for another month', async () => {
    const root = await show();
    root
      .querySelector('[data-input="month"]')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: '2026-03' } }));
    await settle();
    expect(apex.getLiability).toHaveBeenLastCalledWith({ programId: 'p1', month: '2026-03-01' });
  });

  it('hands over a file that no sheet runs', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = (file: any) => {
      files.push(file);
      return 'blob:x';
    };
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const root = await show();
    root.querySelector<HTMLElement>('[data-csv]')!.click();
    const text = await new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsText(files[0]);
    });
    expect(text).toContain(`"'=Shop, ""the""",100,50,-5,-20,0,-5,120,1.2,0.2,1`);
  });

  it('counts now, and says when that is refused', async () => {
    const root = await show();
    root.querySelector<HTMLElement>('[data-count]')!.click();
    await settle();
    expect(root.querySelector('[role="status"]')!.textContent).toBe('c.Loyalty_Liability_Counting');
    apex.countNow.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not you.' }) } });
    root.querySelector<HTMLElement>('[data-count]')!.click();
    await settle();
    expect(root.querySelector('[role="alert"]')!.textContent).toBe('Not you.');
  });

  it('has words for no program, no cost and no movements', async () => {
    expect(
      (await show({ ...REPORT, programs: [], programId: null, rows: [], total: null })).querySelector('[data-none]'),
    ).not.toBeNull();
    document.body.replaceChildren();
    const root = await show({ ...REPORT, pointCost: null, countedAt: null, rows: [], total: null });
    expect(root.querySelector('[data-empty]')).not.toBeNull();
    expect(root.textContent).toContain('c.Loyalty_Liability_No_Cost');
    expect(root.querySelector('[data-counted]')!.textContent).toBe('c.Loyalty_Liability_Never');
    await expect(root.host).toBeAccessible();
  });
});
