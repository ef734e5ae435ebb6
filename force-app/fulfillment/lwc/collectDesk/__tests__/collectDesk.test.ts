import { createElement } from 'lwc';
import CollectDesk from 'c/collectDesk';
import find from '@salesforce/apex/CollectController.find';
import getDesk from '@salesforce/apex/CollectController.getDesk';
import handOver from '@salesforce/apex/CollectController.handOver';
import keep from '@salesforce/apex/CollectController.keep';
import makeReady from '@salesforce/apex/CollectController.makeReady';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CollectController.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CollectController.getDesk', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CollectController.handOver', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CollectController.keep', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CollectController.makeReady', () => ({ default: jest.fn() }), { virtual: true });

const apex = {
  find: find as unknown as jest.Mock,
  getDesk: getDesk as unknown as jest.Mock,
  handOver: handOver as unknown as jest.Mock,
  keep: keep as unknown as jest.Mock,
  makeReady: makeReady as unknown as jest.Mock,
};
const ENTRY = {
  orderId: 'o1',
  orderNumber: '1001',
  shopperName: 'Ada',
  status: 'Ready',
  collectBy: '2026-12-24',
  isComplete: true,
  lines: ['2 × Mug'],
};
const desk = (entries: unknown[]) => ({ places: [{ id: 'shop', name: 'Shop' }], placeId: 'shop', entries });

async function show(entries: unknown[]) {
  apex.getDesk.mockResolvedValue(desk(entries));
  const element = createElement('c-collect-desk', { is: CollectDesk });
  document.body.appendChild(element);
  await settle();
  return element;
}
const query = <T extends Element>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
const click = async (element: Element, selector: string) => {
  query<HTMLElement>(element, selector).click();
  await settle();
};
async function enter(element: Element, code: string) {
  query(element, '[data-code]').dispatchEvent(new CustomEvent('change', { detail: { value: code } }));
  await settle();
  query(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle();
}

describe('c-collect-desk', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('finds an order by its code and hands it over', async () => {
    const element = await show([ENTRY]);
    await expect(element).toBeAccessible();
    apex.find.mockResolvedValue('o1');
    await enter(element, 'ACDE3467');
    expect(query(element, '[data-proof]').textContent).toBe('c.Fulfillment_Collect_By_Code');
    await expect(element).toBeAccessible();
    apex.handOver.mockResolvedValue(desk([]));
    await click(element, '[data-hand-over]');
    expect(apex.handOver).toHaveBeenCalledWith({
      orderId: 'o1',
      code: 'ACDE3467',
      collectedBy: 'Ada',
      note: null,
      locationId: 'shop',
    });
    expect(query(element, '[data-empty]')).not.toBeNull();
  });

  it('asks for a proof where there is no code, and says what is wrong beside it', async () => {
    const element = await show([ENTRY]);
    await click(element, '[data-open]');
    expect(query(element, '[data-proof]').textContent).toBe('c.Fulfillment_Collect_Without');
    const body = { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { note: 'Needed' } }) };
    apex.handOver.mockRejectedValueOnce({ body });
    await click(element, '[data-hand-over]');
    expect(query(element, '[data-problem="note"]').textContent).toBe('Needed');
    await click(element, '[data-back]');
    expect(query(element, '[data-entry="o1"]')).not.toBeNull();
  });

  it('says when a code is unknown', async () => {
    const element = await show([ENTRY]);
    apex.find.mockRejectedValue({ body: { message: JSON.stringify({ code: 'NOT_FOUND', message: 'None' }) } });
    await enter(element, 'NOPE');
    expect(query(element, '[data-answer]').textContent).toBe('None');
  });

  it('makes ready what is there, and keeps what nobody came for', async () => {
    const element = await show([
      { ...ENTRY, orderId: 'o2', status: 'Waiting' },
      { ...ENTRY, orderId: 'o3', status: 'Waiting', isComplete: false },
      { ...ENTRY, orderId: 'o4', status: 'Expired' },
    ]);
    await expect(element).toBeAccessible();
    expect(query<HTMLButtonElement>(element, '[data-ready][data-id="o3"]').disabled).toBe(true);
    apex.makeReady.mockResolvedValue(desk([ENTRY]));
    apex.keep.mockResolvedValue(desk([{ ...ENTRY, orderId: 'o4' }]));
    await click(element, '[data-keep]');
    expect(apex.keep).toHaveBeenCalledWith({ orderId: 'o4', days: 7, locationId: 'shop' });
    apex.getDesk.mockResolvedValue(desk([{ ...ENTRY, orderId: 'o2', status: 'Waiting' }]));
    await click(element, '[data-refresh]');
    await click(element, '[data-ready]');
    expect(apex.makeReady).toHaveBeenCalledWith({ orderId: 'o2', locationId: 'shop' });
  });

  it('says how a place is opened for customers, and why nothing can be read', async () => {
    apex.getDesk.mockResolvedValue({ places: [], placeId: null, entries: [] });
    const element = createElement('c-collect-desk', { is: CollectDesk });
    document.body.appendChild(element);
    await settle();
    expect(query(element, '[data-no-places]')).not.toBeNull();
    apex.getDesk.mockRejectedValue(new Error('no'));
    const other = createElement('c-collect-desk', { is: CollectDesk });
    document.body.appendChild(other);
    await settle();
    expect(query(other, '[data-error]')).not.toBeNull();
  });
});
