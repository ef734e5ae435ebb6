import { createElement } from 'lwc';
import InvoiceRecord from 'c/invoiceRecord';
import getInvoice from '@salesforce/apex/OrderAdminController.getInvoice';
import { invoice, settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderAdminController.getInvoice', () => ({ default: jest.fn() }), { virtual: true });

const apex = getInvoice as unknown as jest.Mock;

async function show() {
  const element = createElement('c-invoice-record', { is: InvoiceRecord }) as HTMLElement & { recordId?: string };
  element.recordId = 'a01000000000001';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-invoice-record', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows the invoice as the customer has it', async () => {
    apex.mockResolvedValue(invoice());
    const element = await show();
    expect(apex).toHaveBeenCalledWith({ invoiceId: 'a01000000000001' });
    expect(element.shadowRoot!.querySelector('[data-total]')!.textContent).toBe('€27.00');
    await expect(element).toBeAccessible();
  });

  it('says why it cannot', async () => {
    apex.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not yours', fields: {} }) } });
    const element = await show();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Not yours');
  });
});
