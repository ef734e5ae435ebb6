import OrderStatus from 'c/orderStatus';
import getOrder from '@salesforce/apex/OrderStatusController.getOrder';
import isGuest from '@salesforce/user/isGuest';
import { CurrentPageReference } from 'lightning/navigation';
import {
  find,
  mount,
  order,
  page,
  serveAddressData,
  settle,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/OrderStatusController.getOrder', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

describe('c-order-status of a member', () => {
  beforeEach(serveAddressData);
  afterEach(unmountAll);

  it('leads to the account instead of asking to keep a link', async () => {
    (getOrder as unknown as jest.Mock).mockResolvedValue(order());
    const element = mount('c-order-status', OrderStatus, { storeCode: 'demo' });
    (CurrentPageReference as any).emit(page('Order__c', { token: 'secret' }));
    await settle(12);
    expect(isGuest).toBe(false);
    expect(find(element, '[data-orders]').getAttribute('href')).toBe('/account/orders');
    expect(element.querySelector('[data-copy]')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
