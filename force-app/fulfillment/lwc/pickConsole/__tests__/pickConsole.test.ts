import { createElement } from 'lwc';
import PickConsole from 'c/pickConsole';
import claim from '@salesforce/apex/PickController.claim';
import finish from '@salesforce/apex/PickController.finish';
import getDocument from '@salesforce/apex/PickController.getDocument';
import getQueue from '@salesforce/apex/PickController.getQueue';
import release from '@salesforce/apex/PickController.release';
import save from '@salesforce/apex/PickController.save';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/PickController.claim', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PickController.finish', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PickController.getDocument', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PickController.getQueue', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PickController.release', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PickController.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Fulfillment_Short', () => ({ default: '{0} missing' }), { virtual: true });

const apex = {
  claim: claim as unknown as jest.Mock,
  finish: finish as unknown as jest.Mock,
  getDocument: getDocument as unknown as jest.Mock,
  getQueue: getQueue as unknown as jest.Mock,
  release: release as unknown as jest.Mock,
  save: save as unknown as jest.Mock,
};
const LINE = { id: 'l1', title: 'Mug', variantTitle: 'Sea', sku: 'MUG-SEA', barcode: '400638', quantity: 2, picked: 0 };
const JOB = { orderId: 'o1', orderNumber: '1001', shopperName: 'Ada', isMine: false, pickId: null, lines: [LINE] };
const queue = (jobs: unknown[] = [JOB]) => ({
  places: [
    { id: 'east', name: 'East' },
    { id: 'west', name: 'West' },
  ],
  placeId: 'east',
  jobs,
  carriers: ['UPS'],
  problems: [],
});
const TAKEN = { ...JOB, isMine: true, pickId: 'p1' };

async function show(jobs?: unknown[]) {
  apex.getQueue.mockResolvedValue(queue(jobs));
  const element = createElement('c-pick-console', { is: PickConsole });
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
const click = async (element: Element, selector: string) => {
  find<HTMLElement>(element, selector).click();
  await settle();
};
async function code(element: Element, value: string) {
  find(element, '[data-code]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
  find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle();
}

describe('c-pick-console', () => {
  beforeEach(() => apex.save.mockResolvedValue(null));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists what waits at a place and prints papers for what is chosen', async () => {
    apex.getDocument.mockResolvedValue('JVBERi0=');
    const saved = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const element = await show([JOB, { ...JOB, orderId: 'o2', pickId: 'p9', pickerName: 'Bob' }]);
    expect(find(element, '[data-job="o1"]').textContent).toContain('2 × Mug, Sea');
    expect(find(element, '[data-job="o2"] [data-with]')).not.toBeNull();
    await expect(element).toBeAccessible();
    const all = find<HTMLInputElement>(element, '[data-choose-all]');
    all.checked = true;
    all.dispatchEvent(new CustomEvent('change'));
    await settle();
    await click(element, '[data-kind="packingSlips"]');
    expect(apex.getDocument).toHaveBeenCalledWith({ kind: 'packingSlips', orderIds: ['o1'], locationId: 'east' });
    expect(saved).toHaveBeenCalled();
  });

  it('takes an order on, counts by code and sends it', async () => {
    const element = await show();
    const box = find<HTMLInputElement>(element, '[data-choose]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settle();
    apex.claim.mockResolvedValue(queue([TAKEN]));
    await click(element, '[data-take]');
    expect(apex.claim).toHaveBeenCalledWith({ orderIds: ['o1'], locationId: 'east' });
    await expect(element).toBeAccessible();
    await code(element, 'mug-sea');
    await code(element, '400638');
    expect(apex.save.mock.calls.map(([call]) => call.counts[0].picked)).toEqual([1, 2]);
    expect(find(element, '[data-count]').textContent).toBe('2 / 2');
    await code(element, '400638');
    expect(find(element, '[data-answer]').className).toContain('bad');
    await code(element, 'other');
    expect(find(element, '[data-answer]').textContent).toBe('c.Fulfillment_Unknown_Code');
    expect(find(element, '[data-state]').textContent).toBe('c.Fulfillment_All_There');
    apex.finish.mockResolvedValue(queue([]));
    await click(element, '[data-send]');
    expect(apex.finish).toHaveBeenCalledWith({
      pickId: 'p1',
      counts: [{ lineId: 'l1', picked: 2 }],
      parcel: { carrier: null, trackingNumber: null },
      locationId: 'east',
    });
    expect(find(element, '[data-empty]')).not.toBeNull();
  });

  it('says what is missing before it is sent without, and gives back', async () => {
    const element = await show([TAKEN]);
    await click(element, '[data-open]');
    await click(element, '[data-more]');
    expect(find(element, '[data-state]').textContent).toBe('1 missing');
    expect(find<HTMLElement & { label: string }>(element, '[data-send]').label).toBe('c.Fulfillment_Send_Short');
    await click(element, '[data-less]');
    expect(find<HTMLElement & { label: string }>(element, '[data-send]').label).toBe('c.Fulfillment_Report_Missing');
    apex.release.mockResolvedValue(queue());
    await click(element, '[data-release]');
    expect(apex.release).toHaveBeenCalledWith({ pickId: 'p1', locationId: 'east' });
    expect(find(element, '[data-job="o1"]')).not.toBeNull();
  });

  it('reads again when the order is somebody else’s by now', async () => {
    const element = await show([TAKEN]);
    await click(element, '[data-open]');
    apex.save.mockRejectedValue({ body: { message: JSON.stringify({ code: 'INVALID_STATE', message: 'Not yours' }) } });
    apex.getQueue.mockResolvedValue(queue([]));
    await click(element, '[data-more]');
    expect(find(element, '[data-empty]')).not.toBeNull();
  });

  it('says why nothing can be read', async () => {
    apex.getQueue.mockRejectedValue(new Error('no'));
    const element = createElement('c-pick-console', { is: PickConsole });
    document.body.appendChild(element);
    await settle();
    expect(find(element, '[data-error]')).not.toBeNull();
  });
});
