import OrderDoor from 'c/orderDoor';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

async function show(changes: string[], orderToken: string | null = 'secret') {
  const element = mount('c-order-door', OrderDoor, { order: { orderNumber: '42', changes }, orderToken });
  await settle();
  return element;
}

describe('c-order-door', () => {
  afterEach(() => unmountAll());

  it('leads to the changes, and straight to the withdrawal where there is one', async () => {
    const element = await show(['Return', 'Withdrawal']);
    expect(find(element, '[data-open]').getAttribute('href')).toBe('/order-change?token=secret');
    expect(find(element, '[data-withdraw]').getAttribute('href')).toBe('/order-change?token=secret&do=Withdrawal');
    await expect(element).toBeAccessible();
  });

  it('says by number which order it is in the account', async () => {
    const element = await show(['Cancel'], null);
    expect(find(element, '[data-open]').getAttribute('href')).toBe('/order-change?order=42');
    expect(element.querySelector('[data-withdraw]')).toBeNull();
  });

  it('is not there when nothing can be changed', async () => {
    expect((await show([])).querySelector('[data-door]')).toBeNull();
  });
});
