import { createElement } from 'lwc';
import LedgerAudits from 'c/ledgerAudits';
import getAudits from '@salesforce/apex/LedgerAuditController.getAudits';
import resolveDifference from '@salesforce/apex/LedgerAuditController.resolveDifference';
import runAudit from '@salesforce/apex/LedgerAuditController.runAudit';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/LedgerAuditController.getAudits', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/LedgerAuditController.runAudit', () => ({ default: jest.fn() }), { virtual: true });

jest.mock('@salesforce/apex/LedgerAuditController.resolveDifference', () => ({ default: jest.fn() }), {
  virtual: true,
});

const AUDIT = {
  id: 'a1',
  name: 'LA-0000001',
  ledger: 'Stock',
  status: 'Proven',
  checked: 120,
  differences: 0,
  startedAt: '2026-11-28T04:10:00.000Z',
  finishedAt: '2026-11-28T04:10:20.000Z',
  message: null,
};
const DIFFERENCE = {
  id: 'd1',
  recordId: 's1',
  recordName: 'SL-0000007',
  balanceName: 'On Hand',
  balance: 7,
  movements: 5,
};
const apex = {
  get: getAudits as unknown as jest.Mock,
  run: runAudit as unknown as jest.Mock,
  resolve: resolveDifference as unknown as jest.Mock,
};
const answer = (audits: object[], differences: object[] = [], running = false) => ({ audits, differences, running });

async function show() {
  const element = createElement('c-ledger-audits', { is: LedgerAudits });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = (element: HTMLElement, selector: string) => [...element.shadowRoot!.querySelectorAll(selector)];

describe('c-ledger-audits', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('says that nothing has run', async () => {
    apex.get.mockResolvedValue(answer([]));
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('c.Ledger_NoAudits');
    expect(all(element, 'table')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows audits with their results, and differences with their records', async () => {
    apex.get.mockResolvedValue(answer([{ ...AUDIT, status: 'Differences', differences: 1 }], [DIFFERENCE]));
    const element = await show();
    expect(all(element, '[data-status]').map((badge) => badge.textContent)).toEqual(['Differences']);
    expect(all(element, '[data-difference] a').map((link) => link.getAttribute('href'))).toEqual([
      '/lightning/r/s1/view',
    ]);
    await expect(element).toBeAccessible();
  });

  it('sets the balances of a record to its movements', async () => {
    apex.get.mockResolvedValue(answer([AUDIT], [DIFFERENCE]));
    apex.resolve.mockResolvedValue(answer([{ ...AUDIT, status: 'Resolved' }]));
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('[data-resolve]')!.click();
    await settle();
    expect(apex.resolve).toHaveBeenCalledWith({ differenceId: 'd1' });
    expect(all(element, '[data-difference]')).toHaveLength(0);
    expect(element.shadowRoot!.querySelector('[role="status"]')!.textContent).toBe('c.Ledger_Resolved');
    await expect(element).toBeAccessible();
  });

  it('starts an audit and asks for its result until it has ended', async () => {
    jest.useFakeTimers();
    apex.get.mockResolvedValueOnce(answer([AUDIT]));
    apex.run.mockResolvedValue(answer([{ ...AUDIT, id: 'a2', status: 'Running' }, AUDIT], [], true));
    const element = createElement('c-ledger-audits', { is: LedgerAudits });
    document.body.appendChild(element);
    await jest.advanceTimersByTimeAsync(0);
    const button = element.shadowRoot!.querySelector<HTMLElement & { disabled: boolean }>('[data-run]')!;
    button.click();
    await jest.advanceTimersByTimeAsync(0);
    expect(button.disabled).toBe(true);
    expect(element.shadowRoot!.querySelector('[role="status"]')!.textContent).toContain('c.Ledger_AuditStarted');
    apex.get.mockResolvedValueOnce(answer([{ ...AUDIT, id: 'a2' }, AUDIT]));
    await jest.advanceTimersByTimeAsync(3000);
    expect(button.disabled).toBe(false);
    expect(all(element, '[data-audit]')).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(10000);
    expect(apex.get).toHaveBeenCalledTimes(2);
  });

  it('tells why an audit cannot start and keeps what it shows', async () => {
    apex.get.mockResolvedValue(answer([AUDIT]));
    const message = JSON.stringify({ code: 'ALREADY_RUNNING', message: 'One runs', fields: {} });
    apex.run.mockRejectedValue({ body: { message } });
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('[data-run]')!.click();
    await settle();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('One runs');
    expect(all(element, '[data-audit]')).toHaveLength(1);
  });
});
