import ReturnForm from 'c/returnForm';
import addPhoto from '@salesforce/apex/OrderChangeController.addPhoto';
import planReturn from '@salesforce/apex/OrderChangeController.planReturn';
import getProduct from '@salesforce/apex/StorefrontController.getProduct';
import startExchange from '@salesforce/apex/OrderChangeController.startExchange';
import requestReturn from '@salesforce/apex/OrderChangeController.requestReturn';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderChangeController.addPhoto', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/OrderChangeController.planReturn', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/OrderChangeController.requestReturn', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/OrderChangeController.startExchange', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/StorefrontController.getProduct', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('c/cartStore', () => ({ adoptCart: jest.fn(), cartToken: () => 'cart' }));
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](page: unknown) {
        this.dispatchEvent(new CustomEvent('navigated', { detail: page }));
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin };
});

const mocked = (call: unknown) => call as jest.Mock;
const CHANGES = {
  orderNumber: '42',
  currencyCode: 'USD',
  isSent: true,
  person: null,
  email: 'a•••@example.com',
  lines: [
    {
      id: 'i1',
      title: 'Mug',
      variantTitle: 'Clay',
      slug: 'mug',
      quantity: 3,
      left: 2,
      reasons: [
        { key: 'mind', label: 'Changed my mind', photoNeeded: false },
        { key: 'damaged', label: 'Damaged', photoNeeded: true },
      ],
    },
    { id: 'i2', title: 'Voucher', quantity: 1, left: 1, returnCause: 'Own rules', withdrawCause: 'Own rules' },
  ],
};
const PLAN = {
  total: 20,
  currencyCode: 'USD',
  restockingFee: 3,
  shippingFee: 0,
  parts: [
    { label: 'Card', action: 'Refund', amount: 15 },
    { label: 'Transfer', action: 'Reduce', amount: 5 },
  ],
  kept: [{ title: 'Shipping', amount: 5.9 }],
};

async function show(more = {}) {
  const element = mount('c-return-form', ReturnForm, {
    storeCode: 'demo',
    store: store(),
    orderToken: 'secret',
    changes: CHANGES,
    kind: 'Return',
    ...more,
  });
  await settle();
  return element;
}

function pick(element: HTMLElement, selector: string, value: string): void {
  const select = find(element, selector) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

function submit(element: HTMLElement): void {
  find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
}

describe('c-return-form', () => {
  beforeEach(() => {
    Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => 'once' });
    mocked(planReturn).mockResolvedValue(PLAN);
    mocked(requestReturn).mockResolvedValue('R-1');
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('asks for pieces and reasons, shows what comes back, and says it once', async () => {
    const element = await show();
    expect(find(element, '[data-line="i2"] [data-cause]').textContent).toBe('Own rules');
    expect(element.querySelectorAll('[data-quantity]')).toHaveLength(1);
    pick(element, '[data-quantity]', '2');
    await settle();
    pick(element, '[data-reason]', 'mind');
    await expect(element).toBeAccessible();
    submit(element);
    await settle(4);
    expect(mocked(planReturn)).toHaveBeenCalledWith(
      expect.objectContaining({
        orderToken: 'secret',
        orderNumber: null,
        input: expect.objectContaining({
          kind: 'Return',
          lines: [{ orderItemId: 'i1', quantity: 2, reason: 'mind', note: '' }],
        }),
      }),
    );
    expect(element.querySelectorAll('[data-part]')).toHaveLength(2);
    expect(find(element, '[data-total] strong').textContent).toBe('$20.00');
    expect(element.querySelectorAll('[data-kept]')).toHaveLength(2);
    await expect(element).toBeAccessible();
    const announced = jest.fn();
    element.addEventListener('announced', (event) => announced((event as CustomEvent).detail));
    find(element, '[data-confirm]').click();
    find(element, '[data-confirm]').click();
    await settle(6);
    expect(mocked(requestReturn)).toHaveBeenCalledTimes(1);
    expect(mocked(requestReturn).mock.calls[0][0].input).toMatchObject({ key: 'once', expectedTotal: 20 });
    expect(announced).toHaveBeenCalledWith({ returnNumber: 'R-1', problem: '' });
  });

  it('asks for photos where the reason needs them, and tells when they could not be sent', async () => {
    const element = await show();
    pick(element, '[data-quantity]', '1');
    await settle();
    pick(element, '[data-reason]', 'damaged');
    await settle();
    expect(element.textContent).toContain('c.Returns_Form_Photos_Needed');
    const field = find(element, '[data-photos]') as HTMLInputElement;
    const photo = new File(['x'], 'crack.jpg', { type: 'image/jpeg' });
    Object.defineProperty(field, 'files', { value: [photo, photo] });
    field.dispatchEvent(new Event('change'));
    submit(element);
    await settle(4);
    mocked(addPhoto)
      .mockResolvedValueOnce(null)
      .mockRejectedValueOnce({ body: { message: '{}' } });
    const announced = new Promise((resolve) => {
      element.addEventListener('announced', (event) => resolve((event as CustomEvent).detail));
    });
    find(element, '[data-confirm]').click();
    expect(await announced).toEqual({ returnNumber: 'R-1', problem: 'c.Returns_Form_Photos_Failed' });
    expect(mocked(addPhoto)).toHaveBeenCalledTimes(2);
  });

  it('withdraws from all of it unless one says otherwise, without a reason', async () => {
    const element = await show({ kind: 'Withdrawal', orderToken: null });
    expect((find(element, '[data-quantity]') as HTMLSelectElement).value).toBe('2');
    expect(element.querySelector('[data-reason]')).toBeNull();
    find(element, 'form').dispatchEvent(
      new CustomEvent('fieldinput', { detail: { name: 'person', value: 'Ada' }, bubbles: true }),
    );
    await expect(element).toBeAccessible();
    submit(element);
    await settle(4);
    expect(find(element, '[data-confirm]').textContent).toContain('c.Returns_Form_Confirm_Withdraw');
    expect(mocked(planReturn).mock.calls[0][0]).toMatchObject({
      orderNumber: '42',
      input: { kind: 'Withdrawal', person: 'Ada' },
    });
  });

  it('tells what is wrong at its line, and lets one change one’s mind', async () => {
    const element = await show();
    mocked(planReturn).mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Look', fields: { i1: 'Choose a reason.' } }) },
    });
    submit(element);
    await settle(4);
    expect(find(element, '[data-line="i1"] [data-line-problem]').textContent).toBe('Choose a reason.');
    expect(find(element, '[data-problem]').textContent).toBe('Look');
    submit(element);
    await settle(4);
    find(element, '[data-edit]').click();
    await settle();
    expect(element.querySelector('form')).not.toBeNull();
  });

  it('exchanges for another variant, and goes on at the checkout', async () => {
    mocked(getProduct).mockResolvedValue({
      variants: [
        { id: 'v1', title: 'Clay', price: 24, inStock: true, backorder: false, maxQuantity: 5 },
        { id: 'v2', title: 'Moss', price: 30, inStock: true, backorder: false, maxQuantity: null },
        { id: 'v3', title: 'Chalk', price: 24, inStock: false, backorder: false, maxQuantity: 0 },
      ],
    });
    mocked(startExchange).mockResolvedValue({ cart: { token: 'new' }, added: 1, notices: [] });
    const element = await show({ kind: 'Exchange' });
    pick(element, '[data-quantity]', '1');
    await settle(4);
    expect(element.querySelectorAll('[data-instead] option')).toHaveLength(4);
    const disabled = [...element.querySelectorAll('[data-instead] option')].map((one) => one.hasAttribute('disabled'));
    expect(disabled).toEqual([false, false, false, true]);
    pick(element, '[data-reason]', 'mind');
    pick(element, '[data-instead]', 'v2');
    await expect(element).toBeAccessible();
    submit(element);
    await settle(4);
    expect(find(element, '[data-worth] strong').textContent).toBe('$20.00');
    expect(find(element, '[data-difference]').textContent).toContain('c.Returns_Form_Pay');
    expect(find(element, '[data-difference] strong').textContent).toBe('$10.00');
    const navigated = jest.fn();
    element.addEventListener('navigated', (event) => navigated((event as CustomEvent).detail));
    find(element, '[data-confirm]').click();
    await settle(6);
    expect(mocked(startExchange).mock.calls[0][0]).toMatchObject({
      cartToken: 'cart',
      input: { kind: 'Exchange', lines: [{ orderItemId: 'i1', quantity: 1, exchangeFor: 'v2' }] },
    });
    expect(navigated).toHaveBeenCalled();
  });
});
