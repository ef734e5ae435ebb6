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

  it('says who sells what to whom, with taxes by rate, in the language of the document', async () => {
    const element = await show();
    expect(find(element, '[data-invoice-document]').getAttribute('lang')).toBe('en-GB');
    expect(element.textContent).toContain('Acme Ltd');
    expect(element.textContent).toContain('Tax number: GB 123');
    expect(find(element, '[data-buyer]').textContent).toContain('1 Main Street');
    expect(find(element, '[data-fact="date"] dd').textContent).toBe('4 March 2026');
    expect(find(element, '[data-total]').textContent).toBe('€27.00');
    expect(element.querySelectorAll('[data-line]')).toHaveLength(2);
    expect(find(element, '[data-tax]').textContent).toContain('€22.50');
    expect(texts(element, '.amounts dt')).toEqual(['Subtotal', 'Discount', 'Shipping', 'Total']);
    expect(element.textContent).toContain('Contains €4.50 tax');
    expect(find(element, '[data-payment]').textContent).toBe('Paid: Visa •••• 4242');
    await expect(element).toBeAccessible();
  });

  it('leaves out what there is not, and says what the law asks for', async () => {
    const element = await show({ taxes: [], includedText: null, legalNotes: ['Reverse charge'], paymentNotes: [] });
    expect(element.querySelector('[data-tax]')).toBeNull();
    expect(element.querySelector('.included')).toBeNull();
    expect(element.querySelector('[data-payment]')).toBeNull();
    expect(texts(element, '[data-legal]')).toEqual(['Reverse charge']);
    await expect(element).toBeAccessible();
  });
});
