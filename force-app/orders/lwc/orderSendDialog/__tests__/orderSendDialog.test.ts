import { createElement } from 'lwc';
import OrderSendDialog from 'c/orderSendDialog';
import fulfil from '@salesforce/apex/OrderAdminController.fulfil';
import getSending from '@salesforce/apex/OrderAdminController.getSending';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderAdminController.fulfil', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderAdminController.getSending', () => ({ default: jest.fn() }), { virtual: true });

const mockFulfil = fulfil as unknown as jest.Mock;
const mockSending = getSending as unknown as jest.Mock;
type Field = HTMLElement & { value: string; setCustomValidity: jest.Mock; reportValidity: jest.Mock };

async function show() {
  const element = createElement('c-order-send-dialog', { is: OrderSendDialog }) as HTMLElement & { orderId: string };
  element.orderId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
function field(element: Element, name: string, value: string): Field {
  const input = find<Field>(element, `[data-field="${name}"]`);
  input.value = value;
  input.setCustomValidity = jest.fn();
  input.reportValidity = jest.fn();
  return input;
}
async function choose(element: Element, value: string) {
  find(element, '[data-carrier]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

describe('c-order-send-dialog', () => {
  const sending = (change = {}) => ({
    carriers: ['UPS', 'FedEx'],
    places: [],
    lines: [{ id: '802', title: 'Mug', variantTitle: 'Sea', sku: 'MUG', open: 3, waiting: 0, parts: [] }],
    ...change,
  });
  const line = { id: '802', title: 'Mug', open: 3 };
  async function type(element: Element, lineId: string, value: string) {
    find(element, `lightning-input[data-line="${lineId}"]`).dispatchEvent(
      new CustomEvent('change', { detail: { value } }),
    );
    await settle();
  }

  beforeEach(() => {
    mockSending.mockResolvedValue(sending({ lines: [{ ...line, parts: [{ locationId: null, quantity: 3 }] }] }));
    Object.assign(globalThis.crypto, { randomUUID: () => 'key-1' });
    mockFulfil.mockResolvedValue({});
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('marks as sent with nothing known of the parcel', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    expect(mockFulfil).toHaveBeenCalledWith({
      orderId: '801',
      shipment: {
        carrier: null,
        trackingNumber: null,
        trackingUrl: null,
        lines: [{ orderItemId: '802', quantity: 3 }],
        locationId: null,
        key: expect.any(String),
      },
    });
  });

  it('sends some of it, from the place where it lies, without what is not there yet', async () => {
    const parts = [
      { locationId: 'east', quantity: 2 },
      { locationId: 'west', quantity: 1 },
    ];
    mockSending.mockResolvedValue(
      sending({
        places: [
          { id: 'east', name: 'East' },
          { id: 'west', name: 'West' },
        ],
        lines: [{ ...line, parts, waiting: 1 }],
      }),
    );
    const element = await show();
    const quantity = () => find<HTMLInputElement>(element, 'lightning-input[data-line="802"]').value;
    expect(String(quantity())).toBe('2');
    expect(find(element, '[data-rest]')).not.toBeNull();
    await expect(element).toBeAccessible();
    find(element, '[data-place]').dispatchEvent(new CustomEvent('change', { detail: { value: 'west' } }));
    await settle();
    expect(String(quantity())).toBe('1');
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    const first = mockFulfil.mock.calls[0][0].shipment;
    expect(first).toMatchObject({ locationId: 'west', lines: [{ orderItemId: '802', quantity: 1 }] });
    await type(element, '802', '0');
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    expect(mockFulfil.mock.calls[1][0].shipment.lines).toEqual([]);
    expect(mockFulfil.mock.calls[1][0].shipment.key).toBe(first.key);
  });

  it('tells carrier and number, and another carrier by name', async () => {
    const element = await show();
    await choose(element, 'UPS');
    field(element, 'trackingNumber', '1Z9');
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    expect(mockFulfil.mock.calls[0][0].shipment).toMatchObject({
      carrier: 'UPS',
      trackingNumber: '1Z9',
      trackingUrl: null,
    });
    await choose(element, '*');
    field(element, 'carrier', 'Bike');
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    expect(mockFulfil.mock.calls[1][0].shipment.carrier).toBe('Bike');
  });

  it('says beside its field what was refused, and can be left', async () => {
    mockSending.mockRejectedValue(new Error('no'));
    const fields = { trackingUrl: 'No web page' };
    mockFulfil.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Check', fields }) } });
    const element = await show();
    const url = field(element, 'trackingUrl', 'ftp://x');
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    expect(url.setCustomValidity).toHaveBeenCalledWith('No web page');
    expect(find(element, '[role="alert"]').textContent).toBe('Check');
    find<HTMLElement>(element, '[data-keep]').click();
  });
});
