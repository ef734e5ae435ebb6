import { createElement } from 'lwc';
import ReconciliationConsole from 'c/reconciliationConsole';
import getChoices from '@salesforce/apex/ReconciliationController.getChoices';
import getDifferences from '@salesforce/apex/ReconciliationController.getDifferences';
import getOverview from '@salesforce/apex/ReconciliationController.getOverview';
import repair from '@salesforce/apex/ReconciliationController.repair';
import setAside from '@salesforce/apex/ReconciliationController.setAside';
import start from '@salesforce/apex/ReconciliationController.start';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

for (const method of ['getChoices', 'getDifferences', 'getOverview', 'repair', 'setAside', 'start'])
  jest.mock(`@salesforce/apex/ReconciliationController.${method}`, () => ({ default: jest.fn() }), { virtual: true });
const mockSaved: string[][] = [];
jest.mock('c/csvFile', () => ({
  ...jest.requireActual('c/csvFile'),
  saveCsv: (name: string, text: string) => mockSaved.push([name, text]),
}));

const mocked = (method: unknown) => method as jest.Mock;
const row = (id: string, more: object = {}) => ({
  id,
  name: 'DIF-0000001',
  kind: 'Invoice Missing',
  kindLabel: 'Invoice missing',
  status: 'Open',
  storeName: 'Harbour',
  orderId: '801000000000001',
  orderNumber: 'HAR-00000101',
  expected: 20,
  actual: 0,
  currencyCode: 'USD',
  cause: '$20.00 was paid or sent, and there is no invoice.',
  advice: 'Repair issues the invoice.',
  canRepair: true,
  canSetAside: true,
  firstSeenAt: '2026-11-30T04:45:00.000Z',
  ...more,
});
const run = { id: 'r1', name: 'REC-0000001', status: 'Differences', orders: 96, differences: 1 };

async function show() {
  const element = createElement('c-reconciliation-console', { is: ReconciliationConsole }) as HTMLElement;
  document.body.appendChild(element);
  await settle();
  return element;
}
const get = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<E>(selector)!;
const press = async (element: HTMLElement, selector: string) => {
  get(element, selector).click();
  await settle();
};
const change = async (element: HTMLElement, selector: string, value: string) => {
  get(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};

describe('c-reconciliation-console', () => {
  beforeEach(() => {
    mocked(getChoices).mockResolvedValue({
      stores: [{ value: 's1', label: 'Harbour' }],
      kinds: [{ value: 'Invoice Missing', label: 'Invoice missing' }],
      mayRepair: true,
    });
    mocked(getDifferences).mockResolvedValue({ rows: [row('d1')], hasMore: false });
    mocked(getOverview).mockResolvedValue({
      runs: [run],
      open: [{ kind: 'Invoice Missing', label: 'Invoice missing', count: 1 }],
      running: false,
    });
    mocked(repair).mockResolvedValue({ message: 'Done', row: row('d1', { status: 'Resolved' }) });
    mocked(setAside).mockResolvedValue(row('d1', { status: 'Set Aside' }));
    mocked(start).mockResolvedValue({ runs: [run], open: [], running: false });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    mockSaved.length = 0;
  });

  it('shows what does not agree, why, and what to do', async () => {
    const element = await show();
    const first = get(element, '[data-row]');
    expect(first.textContent).toContain('there is no invoice');
    expect(first.textContent).toContain('Repair issues the invoice.');
    expect(first.querySelector('a')!.getAttribute('href')).toBe('/lightning/r/801000000000001/view');
    expect(get(element, '[data-latest]').className).toContain('slds-theme_error');
    await expect(element).toBeAccessible();
  });

  it('repairs, and reads the list anew', async () => {
    const element = await show();
    await press(element, '[data-repair]');
    expect(repair).toHaveBeenCalledWith({ differenceId: 'd1' });
    expect(getDifferences).toHaveBeenCalledTimes(2);
  });

  it('sets aside with a reason only', async () => {
    const element = await show();
    await press(element, '[data-aside]');
    expect(get<HTMLButtonElement>(element, '[data-save]').disabled).toBe(true);
    await change(element, '[data-reason]', 'Paid in the old shop');
    await press(element, '[data-save]');
    expect(setAside).toHaveBeenCalledWith({ differenceId: 'd1', reason: 'Paid in the old shop' });
  });

  it('narrows by a tile and widens again', async () => {
    const element = await show();
    await press(element, '[data-kind="Invoice Missing"]');
    expect(mocked(getDifferences).mock.lastCall[0].filter.kind).toBe('Invoice Missing');
    expect(get(element, '[data-kind="Invoice Missing"]').getAttribute('aria-pressed')).toBe('true');
    await press(element, '[data-kind="Invoice Missing"]');
    expect(mocked(getDifferences).mock.lastCall[0].filter.kind).toBe('');
  });

  it('proves a day of the only store', async () => {
    const element = await show();
    await change(element, '[data-day]', '2026-11-29');
    await press(element, '[data-run]');
    expect(start).toHaveBeenCalledWith({ storeId: 's1', day: '2026-11-29' });
  });

  it('exports all pages', async () => {
    mocked(getDifferences).mockImplementation(({ skip, most }) =>
      Promise.resolve({ rows: [row(`d${skip}`)], hasMore: most === 200 && skip === 0 }),
    );
    const element = await show();
    await press(element, '[data-export]');
    expect(mockSaved[0][1].trim().split('\r\n')).toHaveLength(3);
    expect(mockSaved[0][1]).toContain('HAR-00000101');
  });

  it('says that everything agrees', async () => {
    mocked(getDifferences).mockResolvedValue({ rows: [], hasMore: false });
    mocked(getOverview).mockResolvedValue({ runs: [run], open: [], running: false });
    const element = await show();
    expect(get(element, '[data-empty]').textContent).toBe('c.Reconciliation_None');
    await expect(element).toBeAccessible();
  });

  it('does not say so before anything was proven', async () => {
    mocked(getDifferences).mockResolvedValue({ rows: [], hasMore: false });
    mocked(getOverview).mockResolvedValue({ runs: [], open: [], running: false });
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('c.Reconciliation_Never');
    expect(get(element, '[data-empty]').textContent).not.toBe('c.Reconciliation_None');
    await expect(element).toBeAccessible();
  });

  it('says why it could not be read', async () => {
    mocked(getDifferences).mockRejectedValue({ body: { message: '{"code":"NOT_ALLOWED","message":"No."}' } });
    const element = await show();
    expect(get(element, '[role="alert"]').textContent).toBe('No.');
  });
});
