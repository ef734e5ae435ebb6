import AccountOrder from 'c/accountOrder';
import reorder from '@salesforce/apex/AccountController.reorder';
import getOrder from '@salesforce/apex/AccountController.getOrder';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getText from '@salesforce/apex/StorefrontController.getText';
import { CurrentPageReference } from 'lightning/navigation';
import { cartToken, forgetCart } from 'c/cartStore';
import { subscribe } from 'c/storeEvents';
import {
  cart,
  find,
  mount,
  order,
  page,
  serveAddressData,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AccountController.getOrder', () => ({ __esModule: true, default: jest.fn() }), {
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
jest.mock(
  '@salesforce/apex/StorefrontController.getText',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

jest.mock('@salesforce/apex/AccountController.reorder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.addItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.setQuantity', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.removeItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockReorder = reorder as unknown as jest.Mock;
const mockGet = getOrder as unknown as jest.Mock;

async function shown() {
  const element = mount('c-account-order', AccountOrder, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Account_Order__c', { orderNumber: '00000101' }));
  (getStore as any).emit(store());
  await settle(12);
  return element;
}

describe('c-account-order', () => {
  beforeEach(serveAddressData);
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows the order and prints it with the seller', async () => {
    window.print = jest.fn();
    mockGet.mockResolvedValue(order());
    const element = await shown();
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo', orderNumber: '00000101' });
    (getText as any).emit({ html: null, company: 'Acme Ltd' });
    await settle();
    expect(find(element, '.seller').textContent).toContain('Acme Ltd');
    find(element, '[data-print]').click();
    expect(window.print).toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('says that there is no such order', async () => {
    mockGet.mockRejectedValue({ body: { message: JSON.stringify({ code: 'ORDER_NOT_FOUND', message: 'Not here' }) } });
    const element = await shown();
    expect(element.textContent).toContain('Not here');
    expect(element.querySelector('[data-order-number]')).toBeNull();
    mockGet.mockResolvedValue(order());
    find(element, '[data-retry]').click();
    await settle(12);
    expect(element.querySelector('[data-order-number]')).not.toBeNull();
  });

  it('buys it again and says what could not be bought', async () => {
    const opened = jest.fn();
    const end = subscribe('openCart', opened);
    mockGet.mockResolvedValue(order());
    const element = await shown();
    mockReorder.mockResolvedValue({ cart: cart({ token: 'mine' }), added: 1, notices: [] });
    find(element, '[data-reorder]').click();
    await settle();
    expect(mockReorder).toHaveBeenCalledWith({ storeCode: 'demo', cartToken: '', orderNumber: '00000101' });
    expect(cartToken('demo')).toBe('mine');
    expect(opened).toHaveBeenCalledTimes(1);
    const notices = [{ code: 'LINE_LEFT_OUT', message: 'Mug is gone', itemId: null }];
    mockReorder.mockResolvedValue({ cart: null, added: 0, notices });
    find(element, '[data-reorder]').click();
    await settle();
    expect(find(element, '[data-result]').textContent).toContain('c.Account_Reorder_Nothing');
    expect(find(element, '[data-result]').textContent).toContain('Mug is gone');
    expect(opened).toHaveBeenCalledTimes(1);
    mockReorder.mockRejectedValue({ body: { message: JSON.stringify({ code: 'BUSY', message: 'Busy' }) } });
    find(element, '[data-reorder]').click();
    await settle();
    expect(find(element, '[data-result]').textContent).toContain('Busy');
    forgetCart('demo');
    end();
  });
});
