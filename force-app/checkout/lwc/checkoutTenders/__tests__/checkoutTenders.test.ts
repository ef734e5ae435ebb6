import CheckoutTenders from 'c/checkoutTenders';
import addTender from '@salesforce/apex/CheckoutController.addTender';
import getTenderOffers from '@salesforce/apex/CheckoutController.getTenderOffers';
import removeTender from '@salesforce/apex/CheckoutController.removeTender';
import {
  cart,
  checkout,
  find,
  heard,
  mount,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CheckoutController.addTender', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.getTenderOffers', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.removeTender', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mocks = {
  add: addTender as unknown as jest.Mock,
  offers: getTenderOffers as unknown as jest.Mock,
  remove: removeTender as unknown as jest.Mock,
};
const CODE = { type: 'Voucher', mode: 'Code', source: null, label: 'Gift card', detail: null, most: null };
const POINTS = {
  type: 'Points',
  mode: 'Amount',
  source: 'a01',
  label: 'Points',
  detail: 'You have 1,240 points',
  most: 12.4,
  mostUnits: 1240,
  unitText: '{0} points',
};
const CREDIT = {
  ...POINTS,
  type: 'Credit',
  source: 'a02',
  label: 'Credit',
  most: 8.5,
  mostUnits: null,
  unitText: null,
};
const VOUCHER = { id: 't1', type: 'Voucher', source: 'SPRING', label: 'Gift card SPRING', amount: 10, problem: null };
const USED = { id: 't2', type: 'Points', source: 'a01', label: 'Points', amount: 12.4, problem: null };

async function show(offers: object[], tenders: object[] = []) {
  mocks.offers.mockResolvedValue(offers);
  const element = mount('c-checkout-tenders', CheckoutTenders, {
    storeCode: 'demo',
    cartToken: 'secret',
    context: store(),
    checkout: checkout({ tenders } as object),
  });
  await settle(12);
  return element;
}

const refusal = {
  body: { message: JSON.stringify({ code: 'TENDER_NOT_USABLE', message: 'No such card', fields: {} }) },
};

async function apply(element: HTMLElement, code: string): Promise<void> {
  const field = find<HTMLInputElement>(element, '[data-code="Voucher"]');
  field.value = code;
  find(element, '[data-apply="Voucher"]').click();
  await settle(12);
}

describe('c-checkout-tenders', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows nothing to whoever can bring nothing, or when it cannot be had', async () => {
    const element = await show([]);
    expect(element.querySelectorAll('button, input')).toHaveLength(0);
    unmountAll();
    mocks.offers.mockRejectedValue(refusal);
    const other = mount('c-checkout-tenders', CheckoutTenders, { checkout: checkout() });
    await settle(12);
    expect(other.querySelectorAll('button, input')).toHaveLength(0);
  });

  it('pays with a code', async () => {
    const element = await show([CODE]);
    const told = heard(element, 'tenders');
    const toggle = find(element, '[data-toggle="Voucher"]');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    toggle.click();
    await settle();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    await expect(element).toBeAccessible();
    const answer = checkout({ tenders: [VOUCHER] } as object);
    mocks.add.mockResolvedValue(answer);
    await apply(element, ' SPRING ');
    expect(mocks.add).toHaveBeenCalledWith({
      storeCode: 'demo',
      cartToken: 'secret',
      tender: { type: 'Voucher', source: 'SPRING', amount: null },
    });
    expect(told).toEqual([answer]);
    expect(element.querySelector('[data-code]')).toBeNull();
  });

  it('says why a code does not pay, and asks for one; Enter does not place the order', async () => {
    const element = await show([CODE]);
    find(element, '[data-toggle="Voucher"]').click();
    await settle();
    await apply(element, '  ');
    expect(find(element, '[data-problem="Voucher"]').textContent).toBe('c.Checkout_Code_Missing');
    expect(mocks.add).not.toHaveBeenCalled();
    mocks.add.mockRejectedValue(refusal);
    const field = find<HTMLInputElement>(element, '[data-code="Voucher"]');
    field.value = 'WRONG';
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    field.dispatchEvent(enter);
    await settle(12);
    expect(enter.defaultPrevented).toBe(true);
    expect(find(element, '[data-problem="Voucher"]').textContent).toBe('No such card');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('WRONG');
  });

  it('tells at the field that a code is none, and not at cards of the shopper', async () => {
    const own = { ...CREDIT, type: 'Voucher', source: 'a03', label: 'Gift card ending in ABCD' };
    const element = await show([own, CODE]);
    find(element, '[data-toggle="Voucher"]').click();
    await settle();
    mocks.add.mockRejectedValue(refusal);
    await apply(element, 'WRONG');
    expect(find(element, '[data-problem="Voucher"]').textContent).toBe('No such card');
    expect(element.querySelector('[data-balance="Voucher"] .problem')).toBeNull();
  });

  it('takes an amount that is typed beside the slider, in whole steps and no more than there is', async () => {
    const element = await show([POINTS], [USED]);
    const box = find<HTMLInputElement>(element, '[data-box]');
    expect(box.value).toBe('1240');
    mocks.add.mockResolvedValue(checkout({ tenders: [{ ...USED, amount: 5 }] } as object));
    box.value = '500.7'; // Some write thousands so: it is said, not guessed.
    box.dispatchEvent(new Event('change'));
    await settle();
    expect(mocks.add).not.toHaveBeenCalled();
    expect(box.value).toBe('1240');
    box.value = '-5';
    box.dispatchEvent(new Event('change'));
    await settle();
    expect(element.textContent).toContain('Checkout_Below_Zero');
    expect(box.value).toBe('1240');
    box.value = '500';
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    await settle(12);
    expect(mocks.add.mock.calls[0][0].tender.amount).toBeCloseTo(5, 6);
    box.value = 'many';
    box.dispatchEvent(new Event('change'));
    await settle(12);
    expect(mocks.add).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('uses a balance, all of it at first, then as much as the slider says', async () => {
    const element = await show([POINTS]);
    const told = heard(element, 'tenders');
    let answer: (value: unknown) => void = () => undefined;
    mocks.add.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    mocks.add.mockResolvedValue(checkout({ tenders: [USED] } as object));
    const box = find<HTMLInputElement>(element, '[data-balance="Points"] input[type="checkbox"]');
    box.click();
    await settle();
    expect(box.checked).toBe(true);
    answer(checkout({ tenders: [USED] } as object));
    await settle(12);
    expect(mocks.add.mock.calls[0][0].tender).toEqual({ type: 'Points', source: 'a01', amount: null });
    Object.assign(element, { checkout: told[0] });
    await settle();
    const slider = find<HTMLInputElement>(element, 'input[type="range"]');
    expect([slider.max, slider.step, slider.value]).toEqual(['1240', '1', '1240']);
    expect(element.querySelector('[data-tender]')).toBeNull();
    await expect(element).toBeAccessible();
    slider.value = '500';
    slider.dispatchEvent(new Event('input'));
    await settle();
    expect(find(element, '[data-units]').textContent).toBe('500 points');
    expect(find(element, '[data-amount]').textContent).toContain('5.00');
    expect(slider.getAttribute('aria-valuetext')).toContain('500 points, ');
    slider.dispatchEvent(new Event('change'));
    await settle(12);
    expect(mocks.add.mock.calls[1][0].tender).toEqual({ type: 'Points', source: 'a01', amount: 5 });
    slider.value = '1240';
    slider.dispatchEvent(new Event('change'));
    await settle(12);
    expect(mocks.add.mock.calls[2][0].tender.amount).toBeNull();
    mocks.remove.mockResolvedValue(checkout());
    slider.value = '0';
    slider.dispatchEvent(new Event('change'));
    await settle(12);
    expect(mocks.remove).toHaveBeenCalledWith({ storeCode: 'demo', cartToken: 'secret', tenderId: 't2' });
  });

  it('divides money as finely as the currency does, and lets go of a balance', async () => {
    const used = { ...USED, type: 'Credit', source: 'a02', amount: 3.25 };
    const element = await show([CREDIT], [used]);
    const slider = find<HTMLInputElement>(element, 'input[type="range"]');
    expect([slider.max, slider.step, slider.value]).toEqual(['8.5', '0.01', '3.25']);
    expect(element.querySelector('[data-units]')).toBeNull();
    mocks.remove.mockResolvedValue(checkout());
    find(element, 'input[type="checkbox"]').click();
    await settle(12);
    expect(mocks.remove.mock.calls[0][0].tenderId).toBe('t2');
  });

  it('cannot use what is empty, and keeps the tick off when it was refused', async () => {
    const element = await show([{ ...POINTS, most: 0, mostUnits: 0 }, CREDIT]);
    expect(find<HTMLInputElement>(element, '[data-balance="Points"] input').disabled).toBe(true);
    mocks.add.mockRejectedValue(refusal);
    const box = find<HTMLInputElement>(element, '[data-balance="Credit"] input');
    box.click();
    await settle(12);
    expect(box.checked).toBe(false);
    expect(find(element, '[data-balance="Credit"] .problem').textContent).toBe('No such card');
  });

  it('lists what stands on the cart with what is wrong with it, and lets go of it', async () => {
    const element = await show([CODE], [{ ...VOUCHER, amount: 0, problem: 'It has expired' }]);
    const line = find(element, '[data-tender="t1"]');
    expect(line.textContent).toContain('Gift card SPRING');
    expect(line.textContent).toContain('It has expired');
    await expect(element).toBeAccessible();
    mocks.remove.mockResolvedValue(checkout());
    find(line, 'button').click();
    await settle(12);
    expect(mocks.remove.mock.calls[0][0].tenderId).toBe('t1');
  });

  it('looks at balances again when there is something else to pay', async () => {
    const element = await show([CREDIT]);
    Object.assign(element, { checkout: checkout({ tenders: [USED] } as object) });
    await settle(12);
    expect(mocks.offers).toHaveBeenCalledTimes(1);
    Object.assign(element, { checkout: checkout({ cart: cart({ grandTotal: 99 }) }) });
    await settle(12);
    expect(mocks.offers).toHaveBeenCalledTimes(2);
  });
});
