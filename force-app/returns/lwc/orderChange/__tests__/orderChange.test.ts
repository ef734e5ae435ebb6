import OrderChange from 'c/orderChange';
import cancelReturn from '@salesforce/apex/OrderChangeController.cancelReturn';
import getChanges from '@salesforce/apex/OrderChangeController.getChanges';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OrderChangeController.cancelReturn', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/OrderChangeController.getChanges', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  return { CurrentPageReference: createTestWireAdapter(jest.fn()), NavigationMixin: (Base: unknown) => Base };
});

const mocked = (call: unknown) => call as jest.Mock;
const CHANGES = {
  orderNumber: '42',
  currencyCode: 'USD',
  canReturn: true,
  canWithdraw: true,
  returnUntil: '2026-12-10T00:00:00.000Z',
  withdrawUntil: null,
  cancelUntil: null,
  lines: [],
  returns: [],
};
const RETURN = { returnNumber: 'R-1', kind: 'Return', status: 'Approved', canCancel: true, hasLabel: true, lines: [] };

async function show(state: Record<string, string>, changes: object | null = CHANGES) {
  if (changes) mocked(getChanges).mockResolvedValue(changes);
  const element = mount('c-order-change', OrderChange, { storeCode: 'demo' });
  (getStore as any).emit(store());
  (CurrentPageReference as any).emit({ type: 'comm__namedPage', attributes: {}, state });
  await settle(6);
  return element;
}

describe('c-order-change', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('offers what is open, and opens it', async () => {
    const element = await show({ token: 'secret' });
    expect(mocked(getChanges)).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: 'secret', orderNumber: null });
    expect([...element.querySelectorAll<HTMLElement>('[data-kind]')].map(({ dataset }) => dataset.kind)).toEqual([
      'Return',
      'Exchange',
      'Withdrawal',
    ]);
    await expect(element).toBeAccessible();
    find(element, '[data-kind="Withdrawal"]').click();
    await settle();
    expect(find(element, '[data-return-form]').dataset.returnForm).toBe('Withdrawal');
    find(element, '[data-back-to-choice]').click();
    await settle();
    expect(element.querySelector('[data-return-form]')).toBeNull();
  });

  it('begins with what one came for, unless that is not open', async () => {
    let element = await show({ order: '42', do: 'Withdrawal' });
    expect(mocked(getChanges)).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: null, orderNumber: '42' });
    expect(element.querySelector('[data-return-form]')).not.toBeNull();
    unmountAll();
    element = await show({ order: '42', do: 'Withdrawal' }, { ...CHANGES, canWithdraw: false });
    expect(element.querySelector('[data-return-form]')).toBeNull();
  });

  it('lets the shopper go on to another page, such as the checkout of an exchange', async () => {
    const element = await show({ order: '42' });
    (CurrentPageReference as any).emit({ type: 'standard__webPage', attributes: {}, state: {} });
    await settle();
    expect(mocked(getChanges)).toHaveBeenCalledTimes(1);
    expect(element.querySelector('[data-page-problem]')).toBeNull();
  });

  it('tells what was announced, shows its label and calls it off', async () => {
    const element = await show({ token: 'secret' }, { ...CHANGES, returns: [RETURN] });
    find(element, '[data-label-button]').click();
    await settle();
    expect(element.querySelector('[data-return-label]')).not.toBeNull();
    find(element, '[data-close]').click();
    await settle();
    find(element, '[data-cancel-return]').click();
    await settle(6);
    expect(mocked(cancelReturn)).toHaveBeenCalledWith(expect.objectContaining({ returnNumber: 'R-1' }));
    expect(find(element, '[data-done]').textContent).toBe('c.Returns_List_Cancelled');
  });

  it('says when nothing can be changed, or the link opens nothing', async () => {
    let element = await show({ token: 'secret' }, { ...CHANGES, canReturn: false, canWithdraw: false });
    expect(element.querySelector('[data-nothing]')).not.toBeNull();
    unmountAll();
    mocked(getChanges).mockRejectedValue({ body: { message: '{"code":"NOT_FOUND","message":"No"}' } });
    element = await show({ token: 'other' }, null);
    expect(find(element, '[data-page-problem]').textContent).toBe('c.Returns_Page_Unknown');
    unmountAll();
    element = await show({}, null);
    expect(find(element, '[data-page-problem]').textContent).toBe('c.Returns_Page_Unknown');
  });
});
