import { createElement } from 'lwc';
import PayoutConsole from 'c/payoutConsole';
import getLines from '@salesforce/apex/PayoutController.getLines';
import getPayouts from '@salesforce/apex/PayoutController.getPayouts';
import getProviders from '@salesforce/apex/PayoutController.getProviders';
import importRows from '@salesforce/apex/PayoutController.importRows';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

for (const method of ['getLines', 'getPayouts', 'getProviders', 'importRows'])
  jest.mock(`@salesforce/apex/PayoutController.${method}`, () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown) => method as jest.Mock;
const payout = {
  id: 'p1',
  name: 'PAY-1',
  reference: 'po_1',
  storeName: 'Harbour',
  providerName: 'Card',
  arrivesOn: '2026-11-28',
  currencyCode: 'USD',
  gross: 100,
  fees: 3,
  refunds: 20,
  disputes: 0,
  adjustments: 0,
  net: 77,
  bankAmount: 77,
  isProven: true,
  lines: 2,
  unmatched: 1,
};

async function show() {
  const element = createElement('c-payout-console', { is: PayoutConsole }) as HTMLElement;
  document.body.appendChild(element);
  await settle();
  return element;
}
const get = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<E>(selector)!;

async function bring(element: HTMLElement, text: string) {
  const input = get<HTMLInputElement>(element, '[data-file]');
  Object.defineProperty(input, 'files', { value: [{ text: () => Promise.resolve(text) }], configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  input.dispatchEvent(new CustomEvent('change'));
  await settle();
  await settle();
}

describe('c-payout-console', () => {
  beforeEach(() => {
    mocked(getProviders).mockResolvedValue([{ id: 'v1', label: 'Card · Harbour' }]);
    mocked(getPayouts).mockResolvedValue({ rows: [payout], hasMore: false });
    mocked(getLines).mockResolvedValue({
      lines: [
        {
          id: 'l1',
          category: 'Charge',
          reference: 'pi_1',
          orderId: '801',
          orderNumber: 'HAR-1',
          isMatched: true,
          gross: 100,
          fee: 3,
          net: 97,
          currencyCode: 'USD',
        },
        { id: 'l2', category: 'Refund', reference: 're_1', isMatched: false, gross: -20, fee: 0, net: -20 },
      ],
      hasMore: false,
    });
    mocked(importRows).mockResolvedValue({ added: 2, known: 1, payouts: 1, problems: [] });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows what a line of the bank statement is made of', async () => {
    const element = await show();
    expect(get(element, '[data-proof]').className).toContain('slds-theme_success');
    expect(element.shadowRoot!.querySelectorAll('.sum dd')).toHaveLength(6);
    await expect(element).toBeAccessible();
  });

  it('opens to its orders and closes', async () => {
    const element = await show();
    get(element, '[data-open]').click();
    await settle();
    expect(getLines).toHaveBeenCalledWith({ payoutId: 'p1', skip: 0 });
    expect(get(element, '[data-line="Charge"] a').getAttribute('href')).toBe('/lightning/r/801/view');
    expect(get(element, '[data-line="Refund"]').textContent).toContain('c.Reconciliation_Unknown');
    await expect(element).toBeAccessible();
    get(element, '[data-open]').click();
    await settle();
    expect(get(element, '[data-line]')).toBeNull();
  });

  it('brings a file part by part, with the line that each starts on', async () => {
    const element = await show();
    const rows = Array.from({ length: 201 }, (_, index) => `"a\nb",${index}\n`).join('');
    await bring(element, `x,y\n${rows}`);
    expect(importRows).toHaveBeenCalledTimes(2);
    expect(mocked(importRows).mock.calls[0][0]).toMatchObject({ providerId: 'v1', header: 'x,y', firstLine: 2 });
    expect(mocked(importRows).mock.calls[1][0]).toMatchObject({ firstLine: 402, rows: '"a\nb",200\n' });
    expect(getPayouts).toHaveBeenCalledTimes(2);
  });

  it('says which rows could not be read, and why a file was refused', async () => {
    mocked(importRows).mockResolvedValue({ added: 0, known: 0, payouts: 0, problems: [{ line: 7, message: 'Odd' }] });
    const element = await show();
    await bring(element, 'x\n1\n');
    expect(element.shadowRoot!.querySelectorAll('[data-problems] li')).toHaveLength(1);
    mocked(importRows).mockRejectedValue({ body: { message: '{"code":"UNKNOWN_FILE","message":"Neither."}' } });
    await bring(element, 'x\n1\n');
    expect(get(element, '[role="alert"]').textContent).toBe('Neither.');
  });

  it('says that there is nothing yet', async () => {
    mocked(getPayouts).mockResolvedValue({ rows: [], hasMore: false });
    mocked(getProviders).mockResolvedValue([]);
    const element = await show();
    expect(get(element, '[data-empty]')).not.toBeNull();
    expect(get(element, '[data-file]')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
