import CheckoutOnAccount from 'c/checkoutOnAccount';
import getAccountTerms from '@salesforce/apex/CheckoutController.getAccountTerms';
import requestApproval from '@salesforce/apex/CheckoutController.requestApproval';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CheckoutController.getAccountTerms', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.requestApproval', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockTerms = getAccountTerms as unknown as jest.Mock;
const mockAsk = requestApproval as unknown as jest.Mock;
const TERMS = {
  accountName: 'Big Corp',
  currencyCode: 'USD',
  creditLimit: 100,
  available: 40,
  amount: 25.9,
  isOver: false,
  needsPurchaseOrder: true,
  dueOn: '2027-01-31',
  approval: null,
  approvalReason: null,
  approvedUntil: null,
};
const CHECKOUT = { cart: { grandTotal: 25.9 }, openAmount: 25.9 };

async function show(terms: object = TERMS, props: object = {}) {
  mockTerms.mockResolvedValue(terms);
  const element = mount('c-checkout-on-account', CheckoutOnAccount, {
    storeCode: 'demo',
    cartToken: 't',
    context: { locale: 'en-US', currencyCode: 'USD' },
    checkout: CHECKOUT,
    ...props,
  });
  await settle();
  return element;
}

describe('c-checkout-on-account', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows what is left and asks for the purchase order', async () => {
    const element = await show();
    expect(mockTerms).toHaveBeenCalledWith({ storeCode: 'demo', cartToken: 't' });
    expect(find(element, '[data-facts]').textContent).toContain('c.Checkout_Account_Left');
    expect(find(element, 'label').textContent).toBe('c.Checkout_Account_PO');
    expect(element.querySelector('[data-over]')).toBeNull();
    const heard = jest.fn();
    element.addEventListener('set', heard);
    // Cut by the browser it would be another number.
    expect(find(element, '#purchase-order').hasAttribute('maxlength')).toBe(false);
    find<HTMLInputElement>(element, '#purchase-order').value = 'PO-7';
    find(element, '#purchase-order').dispatchEvent(new CustomEvent('change'));
    expect(heard.mock.calls[0][0].detail).toEqual({ name: 'purchaseOrder', value: 'PO-7' });
    await expect(element).toBeAccessible();
  });

  it('says what is wrong with the number at the field', async () => {
    const element = await show({ ...TERMS, needsPurchaseOrder: false, creditLimit: null }, { error: 'Used already' });
    expect(find(element, '[data-purchase-order-error]').textContent).toBe('Used already');
    expect(find(element, '#purchase-order').getAttribute('aria-invalid')).toBe('true');
    expect(find(element, '[data-facts]').textContent).not.toContain('c.Checkout_Account_Left');
  });

  it('lets the buyer ask, wait, and look again', async () => {
    mockAsk.mockResolvedValue({ ...TERMS, isOver: true, approval: 'Requested' });
    const element = await show({ ...TERMS, isOver: true, amount: 60 });
    await expect(element).toBeAccessible();
    find<HTMLInputElement>(element, '[data-note]').value = 'For the fair';
    find(element, '[data-note]').dispatchEvent(new CustomEvent('change'));
    find(element, '[data-ask]').click();
    await settle();
    expect(mockAsk).toHaveBeenCalledWith({ storeCode: 'demo', cartToken: 't', note: 'For the fair' });
    expect(element.querySelector('[data-requested]')).not.toBeNull();
    mockTerms.mockResolvedValue({
      ...TERMS,
      isOver: true,
      approval: 'Approved',
      approvedUntil: '2027-01-31T10:00:00Z',
    });
    find(element, '[data-refresh]').click();
    await settle();
    expect(find(element, '[data-decision]').textContent).toBe('c.Checkout_Account_Approved');
    expect(element.querySelector('[data-over]')).toBeNull();
  });

  it('says why it was declined, and lets the buyer ask again', async () => {
    const element = await show({ ...TERMS, isOver: true, approval: 'Declined', approvalReason: 'Pay first' });
    expect(find(element, '[data-decision]').textContent).toBe('c.Checkout_Account_Declined');
    expect(element.querySelector('[data-ask]')).not.toBeNull();
  });

  it('says what went wrong', async () => {
    mockTerms.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not for you' }) } });
    const element = mount('c-checkout-on-account', CheckoutOnAccount, { checkout: CHECKOUT });
    await settle();
    expect(find(element, '[role="alert"]').textContent).toBe('Not for you');
  });
});
