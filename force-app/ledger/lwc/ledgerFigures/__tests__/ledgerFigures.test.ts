import { createElement } from 'lwc';
import LedgerFigures from 'c/ledgerFigures';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const ROW = {
  storeId: 's1',
  storeName: 'Acme',
  currencyCode: 'USD',
  isForAllStores: false,
  isGivenAway: false,
  opening: 70,
  issued: 75,
  used: -40,
  returned: 10,
  cancelled: 0,
  expired: -8,
  adjusted: 0,
  closing: 107,
};

async function show(figures: unknown[]) {
  const element = createElement('c-ledger-figures', { is: LedgerFigures });
  Object.assign(element, { figures, label: 'Owed to holders' });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-ledger-figures', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows a row for each store and kind, whose figures are a sum', async () => {
    const element = await show([ROW, { ...ROW, isForAllStores: true }, { ...ROW, storeName: null, isGivenAway: true }]);
    const names = [...element.shadowRoot!.querySelectorAll('[data-figures] th')].map(({ textContent }) => textContent);
    expect(names).toEqual([
      'Acme',
      'Acme · c.Ledger_Figures_All_Stores',
      'c.Ledger_Figures_No_Store · c.Ledger_Figures_Given_Away',
    ]);
    const cells = [...element.shadowRoot!.querySelectorAll<HTMLElement & { value: number }>('[data-figure] > *')]
      .slice(0, 8)
      .map(({ value }) => value);
    expect(cells.slice(0, 7).reduce((sum, value) => sum + value, 0)).toBe(cells[7]);
    await expect(element).toBeAccessible();
  });

  it('says why there are none', async () => {
    const element = await show([]);
    (element as HTMLElement & { problem: string }).problem = 'There are too many movements.';
    await settle();
    expect(element.shadowRoot!.querySelector('[data-problem]')!.textContent).toBe('There are too many movements.');
    expect(element.shadowRoot!.querySelector('[data-none]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('tells its page of another month', async () => {
    const element = await show([]);
    expect(element.shadowRoot!.querySelector('[data-none]')).not.toBeNull();
    const told = jest.fn();
    element.addEventListener('monthchange', (event) => told((event as CustomEvent).detail));
    const box = element.shadowRoot!.querySelector<HTMLElement & { options: { value: string }[] }>('[data-month]')!;
    expect(box.options).toHaveLength(24);
    const day = box.options[2]!.value;
    expect(day).toMatch(/^\d{4}-\d{2}-01$/);
    box.dispatchEvent(new CustomEvent('change', { detail: { value: day } }));
    expect(told).toHaveBeenCalledWith({ day });
    await expect(element).toBeAccessible();
  });

  it('hands the table out as a file of plain numbers', async () => {
    const written: string[] = [];
    jest.spyOn(globalThis, 'Blob').mockImplementation(((parts: string[]) => {
      written.push(...parts);
      return {};
    }) as never);
    URL.createObjectURL = jest.fn(() => 'blob:figures');
    URL.revokeObjectURL = jest.fn();
    const element = await show([ROW]);
    element.shadowRoot!.querySelector<HTMLElement>('[data-csv]')!.click();
    expect(written[0]).toContain(',Acme,USD,70,75,-40,10,0,-8,0,107');
    jest.restoreAllMocks();
  });
});
