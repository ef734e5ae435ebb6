import OrderAccountOffer from 'c/orderAccountOffer';
import requestForOrder from '@salesforce/apex/SignInController.requestForOrder';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/SignInController.requestForOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

const asked = requestForOrder as unknown as jest.Mock;

async function show(token = 'secret') {
  const element = mount('c-order-account-offer', OrderAccountOffer, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Order__c', token ? { token } : {}));
  await settle();
  return element;
}

describe('c-order-account-offer', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('has a link sent to the address of the order', async () => {
    asked.mockResolvedValue(undefined);
    const element = await show();
    await expect(element).toBeAccessible();
    find(element, '[data-make-account]').click();
    await settle();
    expect(asked).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: 'secret' });
    expect(find(element, '[data-sent]').getAttribute('role')).toBe('status');
    expect(element.querySelector('[data-make-account]')).toBeNull();
  });

  it('can be tried again, and is nothing without an order', async () => {
    asked.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    const element = await show();
    find(element, '[data-make-account]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Busy');
    expect(element.querySelector('[data-make-account]')).not.toBeNull();
    unmountAll();
    expect((await show('')).querySelector('section')).toBeNull();
  });
});
