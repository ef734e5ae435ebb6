import { createElement } from 'lwc';
import getDocuments from '@salesforce/apex/InvoiceController.getDocuments';
import getFile from '@salesforce/apex/InvoiceController.getFile';
import getSeries from '@salesforce/apex/InvoiceController.getSeries';
import getTaxes from '@salesforce/apex/InvoiceController.getTaxes';
import getStores from '@salesforce/apex/OrderListController.getStores';
import { saveCsv } from 'c/csvFile';
import InvoiceConsole from 'c/invoiceConsole';
import { saveFile } from 'c/savedFile';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';
import { summed, taxCsv, type TaxRow } from '../taxSummary';

jest.mock('@salesforce/apex/InvoiceController.getDocuments', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceController.getFile', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceController.getSeries', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceController.getTaxes', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OrderListController.getStores', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/savedFile', () => ({ saveFile: jest.fn() }));
jest.mock('c/csvFile', () => ({ ...jest.requireActual('c/csvFile'), saveCsv: jest.fn() }));

const ROW = {
  id: 'a01x',
  documentNumber: 'INV-000001',
  kind: 'Invoice',
  issuedOn: '2026-11-20',
  orderId: '801x',
  orderNumber: '00000007',
  storeName: 'Tidemoor',
  company: null,
  country: 'DE',
  net: 10,
  tax: 2,
  total: 12,
  currencyCode: 'EUR',
};
const taxRow = (change: Record<string, unknown> = {}, document: Record<string, unknown> = {}): TaxRow =>
  ({
    document: { ...ROW, ...document },
    creditsNumber: null,
    buyerTaxNumber: null,
    taxName: 'VAT',
    percent: 20,
    reason: null,
    net: 10,
    tax: 2,
    ...change,
  }) as unknown as TaxRow;
const mocked = (method: unknown) => method as jest.Mock;

async function show() {
  const element = createElement('c-invoice-console', { is: InvoiceConsole });
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;

describe('c-invoice-console', () => {
  beforeEach(() => {
    mocked(getStores).mockResolvedValue([{ id: 's1', name: 'Tidemoor' }]);
    mocked(getDocuments).mockResolvedValue({ rows: [ROW], hasMore: false });
    mocked(getSeries).mockResolvedValue([
      { id: '1', name: 'T', kind: 'Invoice', lastNumber: 'INV-1', checkedAt: '2026-11-20T02:00:00Z', missing: null },
      {
        id: '2',
        name: 'T',
        kind: 'Credit Note',
        lastNumber: 'CN-9',
        checkedAt: '2026-11-20T02:00:00Z',
        missing: 'CN-4',
      },
    ]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('lists documents, and says where a number is missing', async () => {
    const element = await show();
    expect(find<HTMLElement & { data: unknown[] }>(element, 'lightning-datatable').data).toHaveLength(1);
    expect(element.shadowRoot!.querySelectorAll('[data-series]')).toHaveLength(2);
    expect(element.shadowRoot!.querySelectorAll('[data-missing]')).toHaveLength(1);
    await expect(element).toBeAccessible();
    find(element, '[data-kind]').dispatchEvent(new CustomEvent('change', { detail: { value: 'Credit Note' } }));
    await settle();
    expect(mocked(getDocuments).mock.calls.at(-1)![0].query.kind).toBe('Credit Note');
  });

  it('reads taxes page by page, sums them up and exports them', async () => {
    mocked(getTaxes)
      .mockResolvedValueOnce({ rows: [taxRow()], after: 'a01x' })
      .mockResolvedValueOnce({
        rows: [taxRow({ net: -4, tax: -0.8 }, { id: 'a02x', kind: 'Credit Note' })],
        after: null,
      });
    const element = await show();
    find<HTMLElement>(element, '[data-summary]').click();
    await settle();
    expect(mocked(getTaxes).mock.calls[1][0].query.after).toBe('a01x');
    expect(element.shadowRoot!.querySelectorAll('[data-sum]')).toHaveLength(1);
    expect(find(element, '[data-sum]').textContent).toContain('€7.20');
    await expect(element).toBeAccessible();
    mocked(getTaxes).mockResolvedValue({ rows: [taxRow()], after: null });
    find<HTMLElement>(element, '[data-export]').click();
    await settle();
    expect(saveCsv).toHaveBeenCalledWith('documents-all.csv', expect.stringContaining('INV-000001'));
  });

  it('makes one PDF of the chosen ones, and says why not', async () => {
    mocked(getFile)
      .mockResolvedValueOnce('JVBERg==')
      .mockRejectedValueOnce({ body: { message: 'No' } });
    const element = await show();
    find(element, 'lightning-datatable').dispatchEvent(
      new CustomEvent('rowselection', { detail: { selectedRows: [{ id: 'a01x' }] } }),
    );
    await settle();
    find<HTMLElement>(element, '[data-pdf]').click();
    await settle();
    expect(getFile).toHaveBeenCalledWith({ invoiceIds: ['a01x'] });
    expect(saveFile).toHaveBeenCalledWith('documents.pdf', 'application/pdf', 'JVBERg==');
    find<HTMLElement>(element, '[data-pdf]').click();
    await settle();
    expect(find(element, '[role="alert"]')).not.toBeNull();
  });

  it('keeps months, countries, rates and currencies apart, to the smallest unit', () => {
    const sums = summed([
      taxRow({ net: 0.1, tax: 0.02 }),
      taxRow({ net: 0.2, tax: 0.04 }),
      taxRow({ taxName: null, percent: 0, reason: 'REVERSE_CHARGE', tax: 0 }, { country: 'AT' }),
      taxRow({}, { issuedOn: '2026-12-01' }),
      taxRow({}, { currencyCode: 'KWD' }),
    ]);
    expect(sums).toHaveLength(4);
    expect(
      sums.find(
        ({ country, currencyCode, period }) => country === 'DE' && currencyCode === 'EUR' && period === '2026-11',
      ),
    ).toMatchObject({ net: 0.3, tax: 0.06, total: 0.36 });
    expect(taxCsv([taxRow()]).split('\r\n')).toHaveLength(3);
  });
});
