import { actionTexts, spanText } from 'c/assistedLog';

jest.mock('@salesforce/label/c.Customers_Did_Cart', () => ({ __esModule: true, default: 'Cart {0}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Customers_Did_Order', () => ({ __esModule: true, default: 'Order {0}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Customers_Visits_Time', () => ({ __esModule: true, default: '{0} to {1}' }), {
  virtual: true,
});

describe('c/assistedLog', () => {
  it('says what was done', () => {
    expect(actionTexts([])).toEqual(['c.Customers_Visits_Nothing']);
    expect(
      actionTexts([
        { kind: 'Cart', count: 3, orderNumber: null },
        { kind: 'Order', count: 1, orderNumber: '00000012' },
        { kind: 'Refused', count: 1, orderNumber: null },
      ]),
    ).toEqual(['Cart 3', 'Order 00000012', 'c.Customers_Did_Refused']);
  });

  it('says from when to when, and that it runs', () => {
    expect(spanText('2026-03-04T10:00:00.000Z', '2026-03-04T10:30:00.000Z', false)).toMatch(/ to .*30/);
    expect(spanText('2026-03-04T10:00:00.000Z', '2026-03-04T10:30:00.000Z', true)).toContain(
      'c.Customers_Visits_Running',
    );
  });
});
