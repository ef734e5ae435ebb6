import InvoicePage from 'c/invoicePage';
import getOwn from '@salesforce/apex/AccountController.getInvoice';
import getLinked from '@salesforce/apex/OrderStatusController.getInvoice';
import getLinkedFile from '@salesforce/apex/OrderStatusController.getInvoiceFile';
import getOwnFile from '@salesforce/apex/AccountController.getInvoiceFile';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { saveFile } from 'c/savedFile';
import { CurrentPageReference } from 'lightning/navigation';
import {
  find,
  invoice,
  mount,
  page,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AccountController.getInvoice', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/OrderStatusController.getInvoice', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AccountController.getInvoiceFile', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/OrderStatusController.getInvoiceFile', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('c/savedFile', () => ({ saveFile: jest.fn() }));
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const mockOwn = getOwn as unknown as jest.Mock;
const mockLinked = getLinked as unknown as jest.Mock;
const refusal = (code: string) => ({ body: { message: JSON.stringify({ code, message: code, fields: {} }) } });

async function open(query: Record<string, string>) {
  const element = mount('c-invoice-page', InvoicePage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Invoice__c', {}, query));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-invoice-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows the invoice of who signed in, which prints', async () => {
    mockOwn.mockResolvedValue(invoice());
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const element = await open({ order: '00000012' });
    expect(mockOwn).toHaveBeenCalledWith({ storeCode: 'demo', orderNumber: '00000012', documentNumber: '' });
    expect(find(element, '[data-back]').getAttribute('href')).toContain('/account/order/00000012');
    expect(element.textContent).toContain('INV-000007');
    await expect(element).toBeAccessible();
    find(element, '[data-print]').click();
    expect(print).toHaveBeenCalled();
  });

  it('shows the one behind a private link', async () => {
    mockLinked.mockResolvedValue(invoice());
    const element = await open({ token: 'secret' });
    expect(mockLinked).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: 'secret', documentNumber: '' });
    expect(find(element, '[data-back]').getAttribute('href')).toContain('/order/secret');
  });

  it('tells nobody whether there is one of somebody else', async () => {
    mockOwn.mockRejectedValue(refusal('ORDER_NOT_FOUND'));
    const element = await open({ order: '00000013' });
    expect(element.querySelector('[data-unknown]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says what went wrong, and asks again', async () => {
    mockLinked.mockRejectedValueOnce(refusal('BUSY')).mockResolvedValue(null);
    const element = await open({ token: 'secret' });
    find(element, '[data-retry]').click();
    await settle();
    expect(element.querySelector('[data-unknown]')).not.toBeNull();
  });

  it('keeps a credit note as a file, once for two presses', async () => {
    mockLinked.mockResolvedValue(invoice({ documentNumber: 'CN-000002', title: 'Credit note', kind: 'Credit Note' }));
    (getLinkedFile as unknown as jest.Mock).mockResolvedValue('JVBERg==');
    const element = await open({ token: 'secret', document: 'CN-000002' });
    expect(mockLinked).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: 'secret', documentNumber: 'CN-000002' });
    find(element, '[data-download]').click();
    find(element, '[data-download]').click();
    await settle();
    expect(getLinkedFile).toHaveBeenCalledTimes(1);
    expect(saveFile).toHaveBeenCalledWith('CN-000002.pdf', 'application/pdf', 'JVBERg==');
  });

  it('says why there is no file', async () => {
    mockOwn.mockResolvedValue(invoice());
    (getOwnFile as unknown as jest.Mock).mockRejectedValue(refusal('BUSY'));
    const element = await open({ order: '00000012' });
    find(element, '[data-download]').click();
    await settle();
    expect(find(element, '[data-file-message]').textContent).toBe('BUSY');
    await expect(element).toBeAccessible();
  });
});
