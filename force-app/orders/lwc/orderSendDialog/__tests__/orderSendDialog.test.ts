import { createElement } from 'lwc';
import OrderSendDialog from 'c/orderSendDialog';
import fulfil from '@salesforce/apex/OrderAdminController.fulfil';
import getCarriers from '@salesforce/apex/OrderAdminController.getCarriers';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderAdminController.fulfil', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderAdminController.getCarriers', () => ({ default: jest.fn() }), { virtual: true });

const mockFulfil = fulfil as unknown as jest.Mock;
const mockCarriers = getCarriers as unknown as jest.Mock;
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
  beforeEach(() => {
    mockCarriers.mockResolvedValue(['UPS', 'FedEx']);
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
      shipment: { carrier: null, trackingNumber: null, trackingUrl: null },
    });
  });

  it('tells carrier and number, and another carrier by name', async () => {
    const element = await show();
    await choose(element, 'UPS');
    field(element, 'trackingNumber', '1Z9');
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    expect(mockFulfil.mock.calls[0][0].shipment).toEqual({ carrier: 'UPS', trackingNumber: '1Z9', trackingUrl: null });
    await choose(element, '*');
    field(element, 'carrier', 'Bike');
    find<HTMLElement>(element, '[data-confirm-send]').click();
    await settle();
    expect(mockFulfil.mock.calls[1][0].shipment.carrier).toBe('Bike');
  });

  it('says beside its field what was refused, and can be left', async () => {
    mockCarriers.mockRejectedValue(new Error('no'));
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
