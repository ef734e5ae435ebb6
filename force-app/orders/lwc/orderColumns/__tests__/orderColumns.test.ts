import { COLUMNS, FULFILLMENT_STATUSES, PAYMENT_STATUSES, shownRow, statusLabel } from 'c/orderColumns';

const ROW = {
  id: '801a',
  orderNumber: '00000007',
  placedAt: '2026-11-20T10:00:00.000Z',
  customer: 'Ada Lovelace',
  email: 'ada@example.com',
  total: 58.21,
  currencyCode: 'USD',
  paymentStatus: 'Paid',
  fulfillmentStatus: 'Unfulfilled',
  shippingMethod: 'Standard',
  country: 'US',
  storeName: 'Tidemoor',
};

describe('c-order-columns', () => {
  it('shows a row with its link and its statuses in words', () => {
    expect(shownRow(ROW as never)).toMatchObject({
      url: '/lightning/r/Order/801a/view',
      paymentText: 'c.Admin_StatusPaid',
      fulfillmentText: 'c.Admin_StatusUnfulfilled',
    });
  });

  it('keeps a status that it does not know as it is', () => {
    expect(statusLabel(PAYMENT_STATUSES, 'Disputed')).toBe('Disputed');
    expect(statusLabel(FULFILLMENT_STATUSES, 'Fulfilled')).toBe('c.Admin_StatusFulfilled');
  });

  it('begins with the order, which links to its record', () => {
    expect(COLUMNS[0].column).toMatchObject({ fieldName: 'url', type: 'url' });
  });
});
