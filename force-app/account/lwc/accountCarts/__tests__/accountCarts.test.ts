import AccountCarts from 'c/accountCarts';
import endShare from '@salesforce/apex/MemberCartController.endShare';
import getCarts from '@salesforce/apex/MemberCartController.getCarts';
import lookAtCart from '@salesforce/apex/MemberCartController.lookAtCart';
import openSavedCart from '@salesforce/apex/MemberCartController.openCart';
import removeCart from '@salesforce/apex/MemberCartController.removeCart';
import renameCart from '@salesforce/apex/MemberCartController.renameCart';
import saveCart from '@salesforce/apex/MemberCartController.saveCart';
import shareCart from '@salesforce/apex/MemberCartController.shareCart';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { adoptCart, cartToken, forgetCart } from 'c/cartStore';
import { subscribe, type Toast } from 'c/storeEvents';
import {
  cart,
  find,
  mount,
  settle,
  store,
  texts,
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
jest.mock('@salesforce/apex/MemberCartController.endShare', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.getCarts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.lookAtCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.openCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.removeCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.renameCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.saveCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCartController.shareCart', () => ({ __esModule: true, default: jest.fn() }), {
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

const mock = (method: unknown) => method as jest.Mock;
const PARTY = {
  id: 'c1',
  name: 'Party',
  itemCount: 3,
  total: 30,
  currencyCode: 'USD',
  changedAt: '2026-03-04T10:00:00.000Z',
  isCurrent: false,
  shareToken: null,
};
const CURRENT = { ...PARTY, id: 'c2', name: null, itemCount: 1, isCurrent: true };
const refusal = (message: string, fields = {}) => ({
  body: { message: JSON.stringify({ code: 'X', message, fields }) },
});

async function carts(...all: unknown[]) {
  mock(getCarts).mockResolvedValue(all);
  const element = mount('c-account-carts', AccountCarts, { storeCode: 'carts' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

async function click(element: HTMLElement, selector: string): Promise<void> {
  find(element, selector).click();
  await settle(10);
}

function type(element: HTMLElement, name: string, value: string): void {
  const input = find<HTMLInputElement>(element, `[data-field="${name}"]`);
  input.value = value;
  input.dispatchEvent(new CustomEvent('input'));
}

async function submit(element: HTMLElement, selector: string): Promise<void> {
  find(element, selector)
    .closest('form')
    ?.dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle(10);
}

describe('c-account-carts', () => {
  let toasts: Toast[] = [];
  let end: () => void;
  beforeEach(() => {
    toasts = [];
    end = subscribe('toast', (toast) => toasts.push(toast));
  });
  afterEach(() => {
    end();
    unmountAll();
    forgetCart('carts');
    jest.resetAllMocks();
  });

  it('lists what was put aside, and offers to put the current one aside', async () => {
    const element = await carts(CURRENT, PARTY);
    expect(texts(element, '[data-cart] h2')).toEqual(['Party']);
    expect(find(element, '[data-cart]').textContent).toContain('$30.00');
    await expect(element).toBeAccessible();
    adoptCart('carts', cart({ token: 'mine' }));
    mock(saveCart).mockResolvedValue([PARTY, { ...CURRENT, name: 'New', isCurrent: false }]);
    type(element, 'cartName', ' New ');
    await submit(element, '[data-save]');
    expect(saveCart).toHaveBeenCalledWith({ storeCode: 'carts', cartToken: 'mine', name: 'New' });
    expect(texts(element, '[data-cart] h2')).toEqual(['Party', 'New']);
    expect(cartToken('carts')).toBe('');
    expect(toasts[0].tone).toBe('success');
  });

  it('asks for a name', async () => {
    const element = await carts(CURRENT);
    mock(saveCart).mockRejectedValue(refusal('Check', { name: 'Name needed' }));
    await submit(element, '[data-save]');
    expect(find(element, '[data-message="cartName"]').textContent).toBe('Name needed');
    expect(find(element, '[data-empty]').textContent).toContain('c.Account_No_Carts');
  });

  it('goes on with one', async () => {
    const element = await carts(PARTY);
    mock(openSavedCart).mockResolvedValue(cart({ token: 'party' }));
    mock(getCarts).mockResolvedValue([{ ...PARTY, isCurrent: true }]);
    await click(element, '[data-open]');
    expect(openSavedCart).toHaveBeenCalledWith({ storeCode: 'carts', cartToken: '', cartId: 'c1' });
    expect(cartToken('carts')).toBe('party');
    expect(element.querySelector('[data-cart]')).toBeNull();
    expect(element.querySelector('[data-save]')).not.toBeNull();
  });

  it('looks inside and closes again', async () => {
    const element = await carts(PARTY);
    mock(lookAtCart).mockResolvedValue(cart());
    await click(element, '[data-look]');
    expect(find(element, '[data-look]').getAttribute('aria-expanded')).toBe('true');
    expect(find(element, '[data-line]').textContent).toContain('Red / S');
    await expect(element).toBeAccessible();
    await click(element, '[data-look]');
    expect(element.querySelector('[data-line]')).toBeNull();
  });

  it('renames, or not', async () => {
    const element = await carts(PARTY);
    await click(element, '[data-rename]');
    mock(renameCart).mockRejectedValueOnce(refusal('Check', { name: 'Too long' }));
    type(element, 'newName', 'Feast');
    await submit(element, '[data-renamed]');
    expect(find(element, '[data-message="newName"]').textContent).toBe('Too long');
    mock(renameCart).mockResolvedValue([{ ...PARTY, name: 'Feast' }]);
    await submit(element, '[data-renamed]');
    expect(renameCart).toHaveBeenLastCalledWith({ storeCode: 'carts', cartId: 'c1', name: 'Feast' });
    expect(texts(element, '[data-cart] h2')).toEqual(['Feast']);
    await click(element, '[data-rename]');
    await click(element, '[data-cart] form .store-text-button');
    expect(element.querySelector('[data-field="newName"]')).toBeNull();
  });

  it('shares by link, copies it, and stops', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    const element = await carts(PARTY);
    mock(shareCart).mockResolvedValue('secret');
    await click(element, '[data-share]');
    const link = find<HTMLInputElement>(element, '[data-link]');
    expect(link.value).toBe('http://localhost/shared-cart/secret');
    expect(document.activeElement).toBe(link);
    await expect(element).toBeAccessible();
    await click(element, '[data-copy]');
    expect(writeText).toHaveBeenCalledWith(link.value);
    writeText.mockRejectedValue(new Error('forbidden'));
    await click(element, '[data-copy]');
    mock(endShare).mockResolvedValue(undefined);
    await click(element, '[data-end-share]');
    expect(element.querySelector('[data-link]')).toBeNull();
  });

  it('deletes, and says what went wrong', async () => {
    const element = await carts(PARTY);
    await click(element, '[data-remove]');
    await expect(element).toBeAccessible();
    await click(element, '[data-keep]');
    expect(removeCart).not.toHaveBeenCalled();
    mock(removeCart).mockRejectedValueOnce(refusal('Paying'));
    await click(element, '[data-remove]');
    await click(element, '[data-confirm]');
    expect(toasts[0]).toEqual({ message: 'Paying', tone: 'error' });
    mock(removeCart).mockResolvedValue([]);
    await click(element, '[data-remove]');
    await click(element, '[data-confirm]');
    expect(element.querySelector('[data-empty]')).not.toBeNull();
  });

  it('tries again when the carts could not be had', async () => {
    mock(getCarts).mockRejectedValueOnce({ body: { message: 'broken' } });
    const element = mount('c-account-carts', AccountCarts, { storeCode: 'carts' });
    await settle();
    mock(getCarts).mockResolvedValue([]);
    await click(element, '[data-retry]');
    expect(element.querySelector('[data-empty]')).not.toBeNull();
  });
});
