import { createElement } from 'lwc';
import StockTransfers from 'c/stockTransfers';
import cancel from '@salesforce/apex/StockTransferController.cancel';
import getTransfers from '@salesforce/apex/StockTransferController.getTransfers';
import receive from '@salesforce/apex/StockTransferController.receive';
import send from '@salesforce/apex/StockTransferController.send';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StockTransferController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StockTransferController.getTransfers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StockTransferController.receive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StockTransferController.send', () => ({ default: jest.fn() }), { virtual: true });

const apex = {
  cancel: cancel as unknown as jest.Mock,
  getTransfers: getTransfers as unknown as jest.Mock,
  receive: receive as unknown as jest.Mock,
  send: send as unknown as jest.Mock,
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

const PLACES = [
  { id: 'east', name: 'East' },
  { id: 'west', name: 'West' },
];
const SENT = {
  id: 't1',
  name: 'TRF-1',
  fromName: 'East',
  toName: 'West',
  status: 'Sent',
  expectedOn: '2026-12-24',
  lines: [{ id: 'l1', title: 'Mug', sku: 'MUG', quantity: 3, received: 1 }],
};

async function show(transfers: unknown[]) {
  apex.getTransfers.mockResolvedValue({ places: PLACES, transfers });
  const element = createElement('c-stock-transfers', { is: StockTransfers });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-stock-transfers', () => {
  beforeEach(() => Object.assign(globalThis.crypto, { randomUUID: () => 'key-1' }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('sends what was listed from one place to another, and says what is wrong', async () => {
    const element = await show([]);
    expect(find(element, '[data-empty]')).not.toBeNull();
    await click(element, '[data-make]');
    await expect(element).toBeAccessible();
    await change(element, '[data-from]', 'east');
    await change(element, '[data-to]', 'west');
    for (const quantity of ['2', '1']) {
      Object.assign(find(element, '[data-new="sku"]'), { value: 'MUG' });
      Object.assign(find(element, '[data-new="quantity"]'), { value: quantity });
      find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
      // eslint-disable-next-line no-await-in-loop
      await settle();
    }
    expect(find(element, '[data-wanted="MUG"]').textContent).toContain('3 × MUG');
    const fields = { 'line:MUG': 'Not so many' };
    apex.send.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Check', fields }) } });
    await click(element, '[data-send]');
    expect(find(element, '[data-problems]').textContent).toBe('Not so many');
    apex.send.mockResolvedValue({ places: PLACES, transfers: [SENT] });
    await click(element, '[data-send]');
    expect(apex.send.mock.calls[1][0].input).toMatchObject({
      fromId: 'east',
      toId: 'west',
      lines: [{ sku: 'MUG', quantity: 3 }],
      key: 'key-1',
    });
    expect(find(element, '[data-transfer="t1"]')).not.toBeNull();
  });

  it('notes what arrived, and closes with a difference', async () => {
    const element = await show([SENT]);
    await expect(element).toBeAccessible();
    await click(element, '[data-open]');
    expect(String(find<HTMLInputElement>(element, '[data-arriving="l1"]').value)).toBe('2');
    await change(element, '[data-arriving="l1"]', '1');
    const all = find<HTMLInputElement>(element, '[data-all]');
    Object.assign(all, { checked: true });
    all.dispatchEvent(new CustomEvent('change'));
    await expect(element).toBeAccessible();
    const lines = [{ ...SENT.lines[0], received: 2, difference: -1 }];
    apex.receive.mockResolvedValue({ places: PLACES, transfers: [{ ...SENT, status: 'Received', lines }] });
    await click(element, '[data-receive]');
    expect(apex.receive).toHaveBeenCalledWith({
      transferId: 't1',
      lines: [{ id: 'l1', received: 1 }],
      isAll: true,
      key: 'key-1',
    });
    expect(find(element, '[data-differences]')).not.toBeNull();
  });

  it('calls off, and says why nothing can be read', async () => {
    const element = await show([SENT]);
    apex.cancel.mockResolvedValue({ places: PLACES, transfers: [{ ...SENT, status: 'Cancelled' }] });
    await click(element, '[data-cancel]');
    expect(apex.cancel).toHaveBeenCalledWith({ transferId: 't1' });
    apex.getTransfers.mockRejectedValue(new Error('no'));
    const other = createElement('c-stock-transfers', { is: StockTransfers });
    document.body.appendChild(other);
    await settle();
    expect(find(other, '[data-error]')).not.toBeNull();
  });
});
