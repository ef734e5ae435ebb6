import CheckoutPayment from 'c/checkoutPayment';
import cancelPayment from '@salesforce/apex/CheckoutController.cancelPayment';
import resumePayment from '@salesforce/apex/CheckoutController.resumePayment';
import { find, heard, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CheckoutController.cancelPayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.placeOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CheckoutController.resumePayment', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const resume = resumePayment as unknown as jest.Mock;
const cancel = cancelPayment as unknown as jest.Mock;
const WAITING = { nextStep: 'redirect', redirectUrl: 'https://pay.example.com/1' };
const UNKNOWN = { nextStep: 'pay', redirectUrl: null };

function show(properties: Record<string, unknown> = {}) {
  const element = mount('c-checkout-payment', CheckoutPayment, { storeCode: '', cartToken: 'secret', ...properties });
  return { element, placed: heard(element, 'placed') };
}

describe('c-checkout-payment', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    resume.mockResolvedValue(UNKNOWN);
  });
  afterEach(() => {
    unmountAll();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('offers to go on at the provider or to turn back', async () => {
    const failed = { nextStep: 'failed', failureMessage: 'Nothing was charged' };
    cancel.mockResolvedValue(failed);
    const { element, placed } = show({ redirectUrl: WAITING.redirectUrl });
    await settle();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
    expect(element.textContent).toContain('c.Store_PaymentWaitingTitle');
    expect(element.querySelector('[data-ask]')).toBeNull();
    expect(element.querySelector('[data-go-on]')).not.toBeNull();
    expect(resume).not.toHaveBeenCalled();
    find(element, '[data-turn-back]').click();
    await settle();
    expect(placed).toEqual([failed]);
  });

  it('asks at once what came of it, and says nothing before', async () => {
    let answer: (value: object) => void = () => undefined;
    resume.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { element } = show({ begin: 'resume' });
    await settle();
    expect(element.querySelector('[data-payment-under-way]')).toBeNull();
    answer(WAITING);
    await settle();
    expect(element.textContent).toContain('c.Store_PaymentWaitingTitle');
    expect(document.activeElement).toBe(find(element, 'h1'));
  });

  it('turns back at once for who turned back at the provider', async () => {
    cancel.mockResolvedValue({ nextStep: 'done', orderToken: 'o' });
    const { placed } = show({ begin: 'turnBack' });
    await settle();
    expect(resume).not.toHaveBeenCalled();
    expect(placed).toEqual([{ nextStep: 'done', orderToken: 'o' }]);
  });

  it('asks by itself, later and later, while nobody has heard', async () => {
    const { element, placed } = show();
    await settle();
    expect(element.textContent).toContain('c.Store_PaymentUnknownTitle');
    jest.advanceTimersByTime(2000);
    await settle();
    expect(resume).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(3000);
    await settle();
    expect(resume).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(600000);
    await settle();
    const before = resume.mock.calls.length;
    expect(before).toBeGreaterThan(1);
    jest.advanceTimersByTime(600000);
    await settle();
    expect(resume).toHaveBeenCalledTimes(before);
    resume.mockResolvedValue({ nextStep: 'done', orderToken: 'o' });
    find(element, '[data-ask]').click();
    await settle();
    expect(placed).toHaveLength(1);
  });

  it('stops asking once the page is left', async () => {
    const { element } = show();
    await settle();
    element.remove();
    jest.advanceTimersByTime(600000);
    expect(resume).not.toHaveBeenCalled();
  });

  it('asks nothing twice at once and says what failed', async () => {
    const { element } = show();
    await settle();
    let fail: (reason: Error) => void = () => undefined;
    resume.mockReturnValue(new Promise((_resolve, reject) => (fail = reject)));
    find(element, '[data-ask]').click();
    find(element, '[data-ask]').click();
    expect(resume).toHaveBeenCalledTimes(1);
    fail(new Error('network'));
    await settle();
    expect(find(element, '[role="alert"]').textContent).toBe('c.Store_UnexpectedError');
  });
});
