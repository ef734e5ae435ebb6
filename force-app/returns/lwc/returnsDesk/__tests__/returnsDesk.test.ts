import ReturnsDesk from 'c/returnsDesk';
import approve from '@salesforce/apex/ReturnDeskController.approve';
import complete from '@salesforce/apex/ReturnDeskController.complete';
import find from '@salesforce/apex/ReturnDeskController.find';
import getReturn from '@salesforce/apex/ReturnDeskController.getReturn';
import getReturns from '@salesforce/apex/ReturnDeskController.getReturns';
import plan from '@salesforce/apex/ReturnDeskController.plan';
import receive from '@salesforce/apex/ReturnDeskController.receive';
import refuse from '@salesforce/apex/ReturnDeskController.refuse';
import saveNote from '@salesforce/apex/ReturnDeskController.saveNote';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ReturnDeskController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.complete', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.getReturn', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.getReturns', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.plan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.receive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.refuse', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReturnDeskController.saveNote', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (call: unknown) => call as jest.Mock;
const row = (more = {}) => ({
  id: 'r1',
  orderId: 'o1',
  returnNumber: 'R-0000001',
  kind: 'Return',
  status: 'Received',
  orderNumber: '00000042',
  storeName: 'Shop',
  person: 'Ada',
  email: 'ada@example.com',
  requestedAt: '2026-11-01T10:00:00.000Z',
  currencyCode: 'USD',
  locale: 'en-US',
  expectedAmount: 40,
  refundedAmount: null,
  isLate: true,
  photos: [],
  mayReceive: true,
  mayRefund: true,
  lines: [{ id: 'l1', title: 'Mug', quantity: 2, reason: 'Damaged', note: 'Cracked' }],
  ...more,
});
const desk = (rows: object[]) => ({ rows, isCut: false, counts: { Received: rows.length } });
const detail = (more = {}) => ({
  shown: row(more),
  locations: [{ id: 's1', name: 'Back room' }],
  usualRestockingFee: 1.5,
  usualShippingFee: 0,
});

async function show() {
  const element = mount('c-returns-desk', ReturnsDesk, {});
  await settle(6);
  return element.shadowRoot!;
}
async function open(root: ShadowRoot) {
  root.querySelector<HTMLElement>('[data-open]')!.click();
  await settle(6);
}
const change = (target: Element, value: string) =>
  target.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-returns-desk', () => {
  beforeEach(() => {
    mocked(getReturns).mockResolvedValue(desk([row()]));
    mocked(getReturn).mockResolvedValue(detail());
    mocked(plan).mockResolvedValue({ total: 38.5, parts: [{ label: 'Card', amount: 38.5 }] });
  });
  afterEach(() => {
    unmountAll();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('lists what waits, and changes the list with the state', async () => {
    const root = await show();
    expect(root.querySelector('[data-row="R-0000001"]')!.textContent).toContain('2 × Mug');
    expect(root.querySelector('[data-late]')).not.toBeNull();
    await expect(root.host).toBeAccessible();
    mocked(getReturns).mockResolvedValue(desk([]));
    root.querySelector<HTMLElement>('[data-state="Refused"]')!.click();
    await settle(4);
    expect(mocked(getReturns)).toHaveBeenLastCalledWith({ status: 'Refused' });
    expect(root.querySelector('[data-empty]')!.textContent).toBe('c.Returns_Desk_None');
  });

  it('opens at once the one that was scanned', async () => {
    const root = await show();
    mocked(find).mockResolvedValue(desk([row()]));
    change(root.querySelector('[data-wanted]')!, ' R-0000001 ');
    root.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle(8);
    expect(mocked(find)).toHaveBeenCalledWith({ text: 'R-0000001' });
    expect(root.querySelector('[data-detail]')).not.toBeNull();
    expect(root.querySelector('[data-total]')!.textContent).toContain('$38.50');
    expect(root.querySelector('[data-differs]')!.textContent).toContain('c.Returns_Desk_Differs');
    await expect(root.host).toBeAccessible();
  });

  it('pays back what was found and seen', async () => {
    const root = await show();
    await open(root);
    expect(mocked(plan).mock.calls[0][0].found).toMatchObject({
      restockingFee: 1.5,
      lines: [{ id: 'l1', restock: 2, writeOff: 0, back: 0, condition: null }],
    });
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    change(root.querySelector('[data-line="l1"][data-name="restock"]')!, '1');
    change(root.querySelector('[data-line="l1"][data-name="writeOff"]')!, '1');
    change(root.querySelector('[data-condition]')!, 'Damaged');
    await settle();
    expect(root.querySelector<any>('[data-complete]').disabled).toBe(true);
    jest.advanceTimersByTime(300);
    await settle(4);
    mocked(complete).mockResolvedValue(detail({ status: 'Completed', refundedAmount: 38.5 }));
    root.querySelector<HTMLElement>('[data-complete]')!.click();
    await settle(6);
    expect(mocked(complete)).toHaveBeenCalledWith({
      returnId: 'r1',
      found: expect.objectContaining({
        expectedTotal: 38.5,
        lines: [{ id: 'l1', restock: 1, writeOff: 1, back: 0, condition: 'Damaged' }],
      }),
    });
    expect(root.querySelector('[data-paid]')!.textContent).toContain('$38.50');
    expect(root.querySelector('[data-complete]')).toBeNull();
  });

  it('approves, receives, refuses with a reason and keeps notes', async () => {
    mocked(getReturn).mockResolvedValue(detail({ status: 'Requested', photos: ['p1'] }));
    const root = await show();
    await open(root);
    expect(root.querySelector('img')!.getAttribute('src')).toContain('p1');
    mocked(approve).mockResolvedValue(detail({ status: 'Approved' }));
    root.querySelector<HTMLElement>('[data-approve]')!.click();
    await settle(6);
    mocked(receive).mockResolvedValue(detail());
    root.querySelector<HTMLElement>('[data-receive]')!.click();
    await settle(6);
    expect(mocked(receive)).toHaveBeenCalledWith({ returnId: 'r1' });
    change(root.querySelector('[data-note]')!, 'Called');
    mocked(saveNote).mockResolvedValue(detail({ staffNote: 'Called' }));
    root.querySelector<HTMLElement>('[data-save-note]')!.click();
    await settle(6);
    expect(mocked(saveNote)).toHaveBeenCalledWith({ returnId: 'r1', text: 'Called' });
    root.querySelector<HTMLElement>('[data-refuse-start]')!.click();
    await settle();
    change(root.querySelector('[data-refuse-reason]')!, 'Worn');
    mocked(refuse).mockResolvedValue(detail({ status: 'Refused', refusal: 'Worn' }));
    root.querySelector<HTMLElement>('[data-refuse]')!.click();
    await settle(6);
    expect(root.querySelector('[data-refusal]')!.textContent).toBe('Worn');
  });

  it('leaves to others what one may not do, and tells why something failed', async () => {
    mocked(getReturn).mockResolvedValue(detail({ mayReceive: false, mayRefund: false }));
    const root = await show();
    await open(root);
    expect(root.querySelector('[data-complete], [data-refuse-start], [data-save-note]')).toBeNull();
    expect(mocked(plan)).not.toHaveBeenCalled();
    root.querySelector<HTMLElement>('[data-back]')!.click();
    mocked(getReturns).mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Later"}' } });
    await settle(4);
    root.querySelector<HTMLElement>('[data-state="Refused"]')?.click();
    await settle(4);
    expect(root.querySelector('[data-error]')!.textContent).toBe('Later');
  });
});
