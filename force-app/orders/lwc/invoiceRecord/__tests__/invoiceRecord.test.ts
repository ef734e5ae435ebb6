import { createElement } from 'lwc';
import InvoiceRecord from 'c/invoiceRecord';
import getInvoice from '@salesforce/apex/InvoiceController.getInvoice';
import getFile from '@salesforce/apex/InvoiceController.getFile';
import { saveFile } from 'c/savedFile';
import { invoice, settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/InvoiceController.getInvoice', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceController.getFile', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/savedFile', () => ({ saveFile: jest.fn() }));

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

  it('keeps it as a file', async () => {
    apex.mockResolvedValue(invoice());
    (getFile as unknown as jest.Mock)
      .mockResolvedValueOnce('JVBERg==')
      .mockRejectedValueOnce({ body: { message: 'No' } });
    const element = await show();
    const button = element.shadowRoot!.querySelector<HTMLElement>('[data-download]')!;
    button.click();
    await settle();
    expect(getFile).toHaveBeenCalledWith({ invoiceIds: ['a01000000000001'] });
    expect(saveFile).toHaveBeenCalledWith('INV-000007.pdf', 'application/pdf', 'JVBERg==');
    button.click();
    await settle();
    expect(element.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
  });
});
