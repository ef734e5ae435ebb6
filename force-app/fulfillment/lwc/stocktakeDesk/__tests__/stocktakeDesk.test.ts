import { createElement } from 'lwc';
import StocktakeDesk from 'c/stocktakeDesk';
import apply from '@salesforce/apex/StocktakeController.apply';
import cancel from '@salesforce/apex/StocktakeController.cancel';
import count from '@salesforce/apex/StocktakeController.count';
import getStocktake from '@salesforce/apex/StocktakeController.getStocktake';
import start from '@salesforce/apex/StocktakeController.start';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StocktakeController.apply', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StocktakeController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StocktakeController.count', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StocktakeController.getStocktake', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StocktakeController.start', () => ({ default: jest.fn() }), { virtual: true });

const apex = {
  apply: apply as unknown as jest.Mock,
  cancel: cancel as unknown as jest.Mock,
  count: count as unknown as jest.Mock,
  getStocktake: getStocktake as unknown as jest.Mock,
  start: start as unknown as jest.Mock,
};
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
const click = async (element: Element, selector: string) => {
  find<HTMLElement>(element, selector).click();
  await settle();
};
const change = async (element: Element, selector: string, value: string) => {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};

const PLACES = [{ id: 'east', name: 'East' }];
const LINE = { id: 'l1', title: 'Mug', sku: 'MUG', barcode: '400', counted: null, expected: 4 };
const OTHER = { ...LINE, id: 'l2', title: 'Cup', sku: 'CUP', barcode: null };
const idle = { places: PLACES, id: null, lines: [] };
const counting = {
  places: PLACES,
  id: 's1',
  name: 'STK-1',
  placeName: 'East',
  status: 'Counting',
  lines: [LINE, OTHER],
};

async function show(stocktake: unknown) {
  apex.getStocktake.mockResolvedValue(stocktake);
  const element = createElement('c-stocktake-desk', { is: StocktakeDesk });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-stocktake-desk', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('begins to count a place', async () => {
    const element = await show(idle);
    await expect(element).toBeAccessible();
    apex.start.mockResolvedValue(counting);
    await click(element, '[data-start]');
    expect(apex.start).toHaveBeenCalledWith({ locationId: 'east', blind: false });
    expect(find(element, '[data-line="l1"]')).not.toBeNull();
  });

  it('finds by code, saves a count, and books the difference after asking', async () => {
    const element = await show(counting);
    await change(element, '[data-find]', '400');
    expect(find(element, '[data-line="l2"]')).toBeNull();
    await change(element, '[data-typed="l1"]', '3');
    apex.count.mockResolvedValue(4);
    find(element, '[data-line="l1"] form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settle();
    expect(apex.count).toHaveBeenCalledWith({ stocktakeId: 's1', lineId: 'l1', counted: 3 });
    expect(find(element, '[data-difference]').textContent).toBe('c.Fulfillment_Stocktake_Less');
    await expect(element).toBeAccessible();
    await click(element, '[data-book]');
    apex.apply.mockResolvedValue({ ...counting, status: 'Applied', lines: [{ ...LINE, counted: 3 }, OTHER] });
    await click(element, '[data-apply]');
    expect(find(element, '[data-applied]').textContent).toBe('c.Fulfillment_Stocktake_Applied');
    expect(find(element, '[data-booked]').textContent).toContain('Mug');
  });

  it('gives up, and says why nothing can be read', async () => {
    const element = await show(counting);
    apex.cancel.mockResolvedValue(idle);
    await click(element, '[data-cancel]');
    expect(find(element, '[data-start]')).not.toBeNull();
    apex.getStocktake.mockRejectedValue(new Error('no'));
    const other = createElement('c-stocktake-desk', { is: StocktakeDesk });
    document.body.appendChild(other);
    await settle();
    expect(find(other, '[data-error]')).not.toBeNull();
  });
});
