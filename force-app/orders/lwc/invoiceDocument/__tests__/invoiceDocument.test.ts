import InvoiceDocument from 'c/invoiceDocument';
import {
  find,
  invoice,
  mount,
  settle,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

async function show(change = {}) {
  const element = mount('c-invoice-document', InvoiceDocument, { document: invoice(change) });
  await settle();
  return element;
}

describe('c-invoice-document', () => {
  afterEach(unmountAll);

  it('says who sells what to whom, with taxes by rate', async () => {
    const element = await show();
    expect(element.textContent).toContain('Acme Ltd');
    expect(element.textContent).toContain('c.Store_InvoiceTaxNumber: GB 123');
    expect(find(element, '[data-buyer]').textContent).toContain('1 Main Street');
    expect(find(element, '[data-fact="date"] dd').textContent).toBe('4 March 2026');
    expect(find(element, '[data-total]').textContent).toBe('€27.00');
    expect(element.querySelectorAll('[data-line]')).toHaveLength(2);
    expect(find(element, '[data-tax]').textContent).toContain('€22.50');
    expect(texts(element, '.amounts dt')).toEqual([
      'c.Store_Subtotal',
      'c.Store_Discount',
      'c.Store_Shipping',
      'c.Store_Total',
    ]);
    expect(element.textContent).toContain('c.Store_InvoiceIncluded');
    expect(find(element, '[data-payment]').textContent).toBe('c.Store_InvoicePaid');
    await expect(element).toBeAccessible();
  });

  it('adds tax that comes on top, and leaves out what there is not', async () => {
    const element = await show({ pricesIncludeTax: false, discountTotal: 0, isPaid: false, suppliedOn: '2026-03-05' });
    expect(texts(element, '.amounts dt')).toContain('c.Store_InvoiceTaxTotal');
    expect(texts(element, '.amounts dt')).not.toContain('c.Store_Discount');
    expect(element.querySelector('[data-fact="supplied"]')).not.toBeNull();
    expect(find(element, '[data-payment]').textContent).toBe('c.Store_InvoiceToPay');
    const free = await show({ taxes: [], taxTotal: 0, paymentMethod: null, taxNumber: null });
    expect(free.querySelector('[data-tax]')).toBeNull();
    expect(find(free, '[data-payment]').textContent).toBe('c.Store_InvoicePaidPlain');
  });

  it('says by when and where to what goes on an account is paid', async () => {
    const terms = { isPaid: false, purchaseOrder: 'PO-7', payTo: ['Tidemoor', 'US-44'], amountDue: 5 };
    const element = await show({ ...terms, dueOn: '2026-12-31' });
    expect(find(element, '[data-fact="purchaseOrder"]').textContent).toContain('PO-7');
    expect(find(element, '[data-fact="due"]').textContent).toContain('31 December 2026');
    expect(find(element, '[data-payment]').textContent).toBe('c.Orders_Invoice_Pay_To');
    const undated = await show(terms);
    expect(find(undated, '[data-payment]').textContent).toBe('c.Orders_Invoice_Pay_To_Undated');
    await expect(undated).toBeAccessible();
  });
});
