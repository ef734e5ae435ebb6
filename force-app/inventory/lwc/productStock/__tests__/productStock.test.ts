import { createElement } from 'lwc';
import ProductStock from 'c/productStock';
import getLevels from '@salesforce/apex/StockAdminController.getLevels';
import adjust from '@salesforce/apex/StockAdminController.adjust';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StockAdminController.getLevels', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StockAdminController.adjust', () => ({ default: jest.fn() }), { virtual: true });

const LEVELS = [
  {
    id: 'l1',
    variantId: 'v1',
    variantName: 'Mug Sea',
    sku: 'MUG-SEA',
    locationName: 'Main',
    onHand: 5,
    held: 1,
    available: 4,
    tracked: true,
    backorder: false,
  },
  {
    id: 'l2',
    variantId: 'v2',
    variantName: 'Gift card',
    sku: 'GIFT',
    locationName: 'Main',
    onHand: 0,
    held: 0,
    available: 0,
    tracked: false,
    backorder: false,
  },
];
const apex = { getLevels: getLevels as unknown as jest.Mock, adjust: adjust as unknown as jest.Mock };

async function show() {
  const element = createElement('c-product-stock', { is: ProductStock }) as HTMLElement & { recordId: string };
  element.recordId = '01t';
  document.body.appendChild(element);
  await settle();
  return element;
}

async function correct(element: HTMLElement, quantity: string, reason: string) {
  element.shadowRoot!.querySelector<HTMLElement>('[data-id="l1"]')!.click();
  await settle();
  element.shadowRoot!.querySelector<HTMLInputElement>('[data-input="quantity"]')!.value = quantity;
  element.shadowRoot!.querySelector<HTMLInputElement>('[data-input="reason"]')!.value = reason;
  element.shadowRoot!.querySelector<HTMLElement>('[data-save]')!.click();
  await settle();
}

describe('c-product-stock', () => {
  beforeEach(() => apex.getLevels.mockResolvedValue(LEVELS));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows balances, and no number where pieces are not counted', async () => {
    const element = await show();
    const rows = [...element.shadowRoot!.querySelectorAll('[data-level]')];
    expect(rows.map((row) => row.getAttribute('data-level'))).toEqual(['MUG-SEA', 'GIFT']);
    expect(rows[1].textContent).toContain('c.Admin_StockNotTracked');
    await expect(element).toBeAccessible();
  });

  it('adds a correction to the ledger and reads the balances again', async () => {
    apex.adjust.mockResolvedValue([]);
    const element = await show();
    await correct(element, '-2', 'Broken');
    expect(apex.adjust).toHaveBeenCalledWith({ levelId: 'l1', quantity: -2, reason: 'Broken' });
    expect(apex.getLevels).toHaveBeenCalledTimes(2);
    expect(element.shadowRoot!.querySelector('[data-save]')).toBeNull();
  });

  it('shows a refusal at its input and keeps the correction open', async () => {
    const fields = { quantity: 'Only 5 pieces are on hand' };
    apex.adjust.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields }) },
    });
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('[data-id="l1"]')!.click();
    await settle();
    const input = element.shadowRoot!.querySelector('[data-input="quantity"]') as HTMLElement & {
      setCustomValidity: jest.Mock;
    };
    const told = jest.fn();
    Object.defineProperty(input, 'setCustomValidity', { value: told });
    element.shadowRoot!.querySelector<HTMLElement>('[data-save]')!.click();
    await settle();
    expect(told).toHaveBeenLastCalledWith('Only 5 pieces are on hand');
    expect(element.shadowRoot!.querySelector('td [role="alert"]')).toBeNull();
    input.dispatchEvent(new CustomEvent('input'));
    expect(told).toHaveBeenLastCalledWith('');
    expect(element.shadowRoot!.querySelector('[data-save]')).not.toBeNull();
  });

  it('keeps the correction open with its message when it is refused', async () => {
    const body = {
      message: JSON.stringify({
        code: 'INVALID_INPUT',
        message: 'Enter pieces and a reason',
        fields: {},
      }),
    };
    apex.adjust.mockRejectedValue({ body });
    const element = await show();
    await correct(element, '', '');
    expect(element.shadowRoot!.querySelector('td [role="alert"]')!.textContent).toBe('Enter pieces and a reason');
    expect(element.shadowRoot!.querySelector('[data-save]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
