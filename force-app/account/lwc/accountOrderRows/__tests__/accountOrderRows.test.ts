import AccountOrderRows from 'c/accountOrderRows';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const ROW = {
  orderNumber: '00000101',
  placedAt: '2026-03-04T10:00:00.000Z',
  statusLabel: 'Sent',
  total: 27,
  currencyCode: 'EUR',
  orderedBy: null,
  lines: [{ title: 'Mug', quantity: 2, imageUrl: '/mug.svg' }],
};

describe('c-account-order-rows', () => {
  afterEach(unmountAll);

  it('shows each order and leads to its page', async () => {
    const rows = [ROW, { ...ROW, orderNumber: '00000102', orderedBy: 'Bob' }];
    const element = mount('c-account-order-rows', AccountOrderRows, { rows, store: store() });
    await settle();
    const own = find(element, '[data-order="00000101"]');
    expect(find(own, 'a').getAttribute('href')).toBe('/account/order/00000101');
    expect(own.textContent).toContain('€27.00');
    expect(own.textContent).toContain('Sent');
    expect(own.textContent).toContain('Mug');
    expect(own.querySelector('[data-by]')).toBeNull();
    expect(element.querySelector('[data-order="00000102"] [data-by]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
