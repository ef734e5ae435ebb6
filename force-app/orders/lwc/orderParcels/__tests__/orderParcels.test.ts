import { createElement } from 'lwc';
import OrderParcels from 'c/orderParcels';
import getParcels from '@salesforce/apex/ShipmentController.getParcels';
import setStatus from '@salesforce/apex/ShipmentController.setStatus';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ShipmentController.getParcels', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ShipmentController.setStatus', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/uiRecordApi', () => ({ notifyRecordUpdateAvailable: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const mockGet = getParcels as unknown as jest.Mock;
const mockSet = setStatus as unknown as jest.Mock;
const PARCEL = {
  id: 'p1',
  name: 'SHP-1',
  place: 'East',
  carrier: 'UPS',
  trackingNumber: '1Z9',
  trackingUrl: 'https://ups.example/1Z9',
  status: 'Shipped',
  shippedAt: '2026-03-04T10:00:00.000Z',
  next: ['In Transit', 'Delivered'],
  lines: [{ id: 'l1', title: 'Mug', quantity: 2 }],
};

async function show() {
  const element = createElement('c-order-parcels', { is: OrderParcels }) as HTMLElement & { recordId: string };
  element.recordId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;

describe('c-order-parcels', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows what is in a parcel and lets staff say where it is', async () => {
    mockGet.mockResolvedValue([PARCEL]);
    mockSet.mockResolvedValue([{ ...PARCEL, status: 'Delivered', next: [] }]);
    const element = await show();
    expect(find(element, '[data-lines]').textContent).toBe('2 × Mug');
    expect(find<HTMLAnchorElement>(element, '[data-track]').href).toBe('https://ups.example/1Z9');
    await expect(element).toBeAccessible();
    find(element, '[data-status]').dispatchEvent(new CustomEvent('change', { detail: { value: 'Delivered' } }));
    await settle();
    expect(mockSet).toHaveBeenCalledWith({ shipmentId: 'p1', status: 'Delivered' });
    expect(find(element, '[data-status]')).toBeNull();
    expect(find<HTMLElement & { label: string }>(element, '[data-state]').label).toBe('c.Orders_Parcel_Delivered');
  });

  it('says that none has left, and why it cannot be read', async () => {
    mockGet.mockResolvedValue([]);
    expect(find(await show(), '[data-none]')).not.toBeNull();
    mockGet.mockRejectedValue(new Error('no'));
    expect(find(await show(), '[role="alert"]')).not.toBeNull();
  });
});
