import { createElement } from 'lwc';
import CartConsole from 'c/cartConsole';
import getCarts from '@salesforce/apex/CartListController.getCarts';
import getLines from '@salesforce/apex/CartListController.getLines';
import getStores from '@salesforce/apex/CartListController.getStores';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CartListController.getCarts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CartListController.getLines', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CartListController.getStores', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Cart_Desk_State_Saved', () => ({ default: 'Put aside' }), { virtual: true });
jest.mock('@salesforce/label/c.Cart_Desk_State_Checkout', () => ({ default: 'At the checkout' }), { virtual: true });
jest.mock('@salesforce/label/c.Cart_Desk_Guest', () => ({ default: 'Guest' }), { virtual: true });

const apex = {
  getCarts: getCarts as unknown as jest.Mock,
  getLines: getLines as unknown as jest.Mock,
  getStores: getStores as unknown as jest.Mock,
};
const CART = { storeName: 'Tidemoor', pieces: 2, currencyCode: 'USD', changedAt: '2026-11-20T10:00:00.000Z' };
const ROWS = [
  { ...CART, id: 'a01', cartNumber: 'CART-1', status: 'Checkout', total: 12.5 },
  {
    ...CART,
    id: 'a02',
    cartNumber: 'CART-2',
    status: 'Open',
    savedName: 'For the cabin',
    contactId: '003',
    customer: 'Ada',
  },
];

async function show() {
  const element = createElement('c-cart-console', { is: CartConsole });
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector);
const choose = async (element: Element, selector: string, value: string) => {
  find(element, selector)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};
const open = async (element: Element, id: string) => {
  find<HTMLElement>(element, `[data-open][data-id="${id}"]`)!.click();
  await settle();
};

describe('c-cart-console', () => {
  beforeEach(() => {
    apex.getStores.mockResolvedValue([
      { id: 's1', name: 'Tidemoor' },
      { id: 's2', name: 'Thornbury' },
    ]);
    apex.getCarts.mockResolvedValue({ rows: ROWS, hasMore: true });
    apex.getLines.mockResolvedValue([{ id: 'l1', title: 'Harbour mug', sku: 'MUG', quantity: 2, total: 36 }]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('lists carts of customers and guests', async () => {
    const element = await show();
    expect(find(element, '[data-row="a01"]')!.textContent).toMatch(/CART-1.*At the checkout.*Guest/s);
    const named = find(element, '[data-row="a02"]')!;
    expect(named.textContent).toMatch(/For the cabin.*Put aside/s);
    expect(named.querySelector('a')!.getAttribute('href')).toBe('/lightning/r/Contact/003/view');
    await expect(element).toBeAccessible();
  });

  it('is narrowed by store and state, and goes on behind what is shown', async () => {
    const element = await show();
    await choose(element, '[data-store]', 's2');
    await choose(element, '[data-state]', 'Saved');
    expect(apex.getCarts).toHaveBeenLastCalledWith({ query: { text: '', status: 'Saved', storeId: 's2', skip: 0 } });
    apex.getCarts.mockResolvedValue({ rows: [{ ...ROWS[0], id: 'a03' }], hasMore: false });
    find<HTMLElement>(element, '[data-more]')!.click();
    await settle();
    expect(apex.getCarts.mock.lastCall![0].query.skip).toBe(2);
    expect(find(element, '[data-row="a01"]')).not.toBeNull();
    expect(find(element, '[data-row="a03"]')).not.toBeNull();
    expect(find(element, '[data-more]')).toBeNull();
  });

  it('opens a cart and closes it', async () => {
    const element = await show();
    await open(element, 'a02');
    expect(apex.getLines).toHaveBeenCalledWith({ cartId: 'a02' });
    expect(find(element, '[data-lines="a02"]')!.textContent).toContain('Harbour mug');
    await expect(element).toBeAccessible();
    await open(element, 'a02');
    expect(find(element, '[data-lines]')).toBeNull();
  });

  it('says when a cart, the list or the stores cannot be read, and when there is none', async () => {
    const refused = { body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Not yours.' }) } };
    apex.getLines.mockRejectedValue(refused);
    const element = await show();
    await open(element, 'a01');
    expect(find(element, '[role="alert"]')!.textContent).toBe('Not yours.');
    apex.getStores.mockRejectedValue(refused);
    const other = await show();
    expect(find(other, '[role="alert"]')!.textContent).toBe('Not yours.');
    apex.getStores.mockResolvedValue([]);
    apex.getCarts.mockResolvedValue({ rows: [], hasMore: false });
    expect(find(await show(), '[data-empty]')).not.toBeNull();
  });
});
