import CheckoutSections from 'c/checkoutSections';
import CheckoutTenders from 'c/checkoutTenders';
import { initialForm } from 'c/checkoutForm';
import {
  BERLIN,
  cart,
  checkout,
  find,
  heard,
  mount,
  SCOPES,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CheckoutController.addTender', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.removeTender', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/CheckoutController.getTenderOffers',
  () => ({ __esModule: true, default: () => Promise.resolve([]) }),
  { virtual: true },
);
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

const OPEN = checkout();
const METHODS = [
  { id: 'std', name: 'Standard', description: null, price: 0, minDays: 3, maxDays: 5, selected: true },
  { id: 'exp', name: 'Express', description: null, price: 9, minDays: 1, maxDays: 1, selected: false },
];

async function show(properties: Record<string, unknown> = {}) {
  const element = mount('c-checkout-sections', CheckoutSections, {
    checkout: OPEN,
    form: initialForm(OPEN, null, SCOPES),
    scopes: SCOPES,
    errors: {},
    context: store(),
    ...properties,
  });
  await settle(12);
  return element;
}

describe('c-checkout-sections', () => {
  afterEach(unmountAll);

  it('shows every section, and says why there is no shipping method yet', async () => {
    const element = await show();
    expect(element.querySelectorAll('section')).toHaveLength(6);
    expect(find(element, '[data-sign-in]').getAttribute('href')).toBe('/sign-in?startURL=%2Fcheckout');
    const hint = find(element, '[data-field="shippingMethod"]');
    expect(hint.textContent).toBe('c.Store_ShippingAfterAddress');
    await expect(element).toBeAccessible();
  });

  it('says that nothing is sent there, or why it is not known', async () => {
    const form = initialForm(OPEN, { shipping: { ...BERLIN } }, SCOPES);
    const element = await show({ form });
    expect(find(element, '[data-field="shippingMethod"]').textContent).toBe('c.Store_NoShippingMethods');
    Object.assign(element, { saveFailure: 'You are offline' });
    await settle();
    expect(find(element, '[data-field="shippingMethod"]').className).toContain('error');
    expect(find(element, '[data-field="shippingMethod"]').textContent).toBe('You are offline');
  });

  it('asks nobody for a consent that they have given', async () => {
    const element = await show({ checkout: { ...OPEN, hearsNews: true } });
    expect(element.querySelector('[data-name="marketingOptIn"]')).toBeNull();
  });

  it('says at the consent why it cannot be given', async () => {
    const element = await show({ errors: { marketingOptIn: 'Only the customer' } });
    const box = find(element, '[data-field="marketingOptIn"]');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(find(element, `#${box.getAttribute('aria-describedby')}`).textContent).toBe('Only the customer');
    await expect(element).toBeAccessible();
  });

  it('tells every choice, tick and note by its name', async () => {
    const element = await show({ checkout: checkout({ shippingMethods: METHODS }), shippingMethod: 'std' });
    const told = heard(element, 'set');
    find(element, 'input[name="shippingMethod"][value="exp"]').click();
    find(element, 'input[name="payment"][value="test"]').click();
    find(element, 'input[name="billingSame"][value="different"]').click();
    find(element, '[data-name="marketingOptIn"]').click();
    find(element, '[data-field="terms"]').click();
    const note = find<HTMLTextAreaElement>(element, 'textarea');
    note.value = 'Ring twice';
    note.dispatchEvent(new Event('input'));
    expect(told).toEqual([
      { name: 'shippingMethod', value: 'exp' },
      { name: 'payment', value: 'test' },
      { name: 'billingSame', value: false },
      { name: 'marketingOptIn', value: true },
      { name: 'termsAccepted', value: true },
      { name: 'note', value: 'Ring twice' },
    ]);
  });

  it('names the total on the button once it is final, and shows the note that was kept', async () => {
    const form = { ...initialForm(OPEN, null, SCOPES), note: 'Ring twice' };
    const element = await show({ form });
    expect(find<HTMLTextAreaElement>(element, 'textarea').value).toBe('Ring twice');
    expect(find(element, '[data-place]').textContent).toContain('c.Store_PlaceOrderPlain');
    Object.assign(element, { checkout: checkout({ cart: cart({ shippingTotal: 5, taxTotal: 0, grandTotal: 25 }) }) });
    await settle();
    expect(find(element, '[data-place]').textContent).not.toContain('Plain');
    Object.assign(element, { isPlacing: true });
    await settle();
    expect(find(element, '[data-place]').textContent).toContain('c.Store_PlacingOrder');
  });

  it('names what is left to pay, and nothing when all is covered', async () => {
    const open = cart({ shippingTotal: 5, taxTotal: 0, grandTotal: 25 });
    const element = await show({ checkout: checkout({ cart: open, openAmount: 12.6 }) });
    expect(find(element, '[data-place]').textContent).not.toContain('Plain');
    Object.assign(element, { checkout: checkout({ cart: open, openAmount: 0 }) });
    await settle();
    expect(find(element, '[data-place]').textContent).toContain('c.Store_PlaceOrderPlain');
    expect(element.querySelector('[data-covered]')).not.toBeNull();
  });

  it('tells once when the payment comes into view', async () => {
    let look: (entries: { isIntersecting: boolean }[]) => void = () => {};
    const disconnect = jest.fn();
    const observe = jest.fn();
    (window as any).IntersectionObserver = class {
      constructor(callback: typeof look) {
        look = callback;
      }
      observe = observe;
      disconnect = disconnect;
    };
    try {
      const element = await show({});
      const told = heard(element, 'paymentseen');
      expect(observe.mock.calls[0][0].getAttribute('aria-label')).toBe('c.Store_Payment');
      look([{ isIntersecting: false }]);
      expect(told).toHaveLength(0);
      look([{ isIntersecting: true }]);
      Object.assign(element, { isSaving: true });
      await settle();
      expect(told).toHaveLength(1);
      expect(disconnect).toHaveBeenCalledTimes(1);
      expect(observe).toHaveBeenCalledTimes(1);
    } finally {
      delete (window as any).IntersectionObserver;
    }
  });

  it('tells what the shopper changed about what they pay with', async () => {
    const element = await show({ tenderBox: CheckoutTenders });
    const told = heard(element, 'tenders');
    (find(element, '.tenders').parentElement as HTMLElement).dispatchEvent(
      new CustomEvent('tenders', { detail: OPEN }),
    );
    expect(told).toEqual([OPEN]);
  });
});
