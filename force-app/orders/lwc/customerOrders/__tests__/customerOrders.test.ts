import { createElement } from 'lwc';
import CustomerOrders from 'c/customerOrders';
import getCustomerOrders from '@salesforce/apex/OrderListController.getCustomerOrders';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderListController.getCustomerOrders', () => ({ default: jest.fn() }), { virtual: true });

const apex = getCustomerOrders as unknown as jest.Mock;

async function show() {
  const element = createElement('c-customer-orders', { is: CustomerOrders }) as HTMLElement & { recordId: string };
  element.recordId = 'a0C1';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-customer-orders', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('lists what the customer bought', async () => {
    apex.mockResolvedValue([
      { id: '801a', orderNumber: '00000007', paymentStatus: 'Paid', fulfillmentStatus: 'Fulfilled' },
    ]);
    const element = await show();
    expect(apex).toHaveBeenCalledWith({ customerId: 'a0C1' });
    const table = element.shadowRoot!.querySelector<HTMLElement & { data: { url: string }[] }>('lightning-datatable')!;
    expect(table.data[0].url).toBe('/lightning/r/Order/801a/view');
    await expect(element).toBeAccessible();
  });

  it('says so when there is none, and what went wrong', async () => {
    apex.mockResolvedValue([]);
    expect((await show()).shadowRoot!.querySelector('[data-empty]')).not.toBeNull();
    document.body.replaceChildren();
    apex.mockRejectedValue({ body: { message: JSON.stringify({ code: 'BUSY', message: 'Try again' }) } });
    expect((await show()).shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Try again');
  });
});
