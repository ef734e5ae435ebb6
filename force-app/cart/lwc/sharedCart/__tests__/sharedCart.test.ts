import SharedCart from 'c/sharedCart';
import addSharedCart from '@salesforce/apex/MemberCartController.addSharedCart';
import getSharedCart from '@salesforce/apex/MemberCartController.getSharedCart';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { cartToken, forgetCart } from 'c/cartStore';
import { subscribe } from 'c/storeEvents';
import {
  cart,
  find,
  mount,
  page,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

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
jest.mock('@salesforce/apex/MemberCartController.addSharedCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.getSharedCart', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getSharedCart as unknown as jest.Mock;
const mockAdd = addSharedCart as unknown as jest.Mock;

async function shared() {
  const element = mount('c-shared-cart', SharedCart, { storeCode: 'shared' });
  (CurrentPageReference as any).emit(page('Shared_Cart__c', { shareToken: 'secret' }));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-shared-cart', () => {
  afterEach(() => {
    unmountAll();
    forgetCart('shared');
    jest.resetAllMocks();
  });

  it('shows the cart and puts it into the own one', async () => {
    mockGet.mockResolvedValue({ name: 'Party', cart: cart() });
    mockAdd.mockResolvedValue({ cart: cart({ token: 'mine' }), added: 1, notices: [] });
    const element = await shared();
    expect(find(element, '[data-name]').textContent).toBe('Party');
    expect(find(element, '[data-subtotal]').textContent).toBe('$20.00');
    await expect(element).toBeAccessible();
    const opened = jest.fn();
    const end = subscribe('openCart', opened);
    find(element, '[data-add]').click();
    await settle();
    expect(mockAdd).toHaveBeenCalledWith({ storeCode: 'shared', cartToken: '', shareToken: 'secret' });
    expect(cartToken('shared')).toBe('mine');
    expect(opened).toHaveBeenCalled();
    end();
  });

  it('says what could not be put in', async () => {
    mockGet.mockResolvedValue({ name: null, cart: cart() });
    mockAdd.mockResolvedValue({ cart: null, added: 0, notices: [{ code: 'X', message: 'Mug is gone', itemId: null }] });
    const element = await shared();
    expect(find(element, '[data-name]').textContent).toBe('c.Cart_Shared_Title');
    find(element, '[data-add]').click();
    await settle();
    expect(find(element, '[data-result]').textContent).toContain('c.Cart_Shared_Nothing');
    expect(find(element, '[data-result]').textContent).toContain('Mug is gone');
    mockAdd.mockRejectedValue({ body: { message: JSON.stringify({ code: 'BUSY', message: 'Busy' }) } });
    find(element, '[data-add]').click();
    await settle();
    expect(find(element, '[data-result]').textContent).toContain('Busy');
  });

  it('says that the link leads nowhere', async () => {
    mockGet.mockRejectedValue({ body: { message: JSON.stringify({ code: 'CART_NOT_FOUND', message: 'Gone' }) } });
    const element = await shared();
    expect(find(element, '[data-gone] h1').textContent).toBe('Gone');
    await expect(element).toBeAccessible();
  });

  it('tries again what failed otherwise', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: 'broken' } });
    mockGet.mockResolvedValue({ name: 'Party', cart: cart() });
    const element = await shared();
    find(element, '[data-retry]').click();
    await settle();
    expect(find(element, '[data-name]').textContent).toBe('Party');
  });
});
