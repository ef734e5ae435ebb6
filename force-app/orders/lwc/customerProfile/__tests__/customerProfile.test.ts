import { createElement } from 'lwc';
import CustomerProfile from 'c/customerProfile';
import getProfile from '@salesforce/apex/CustomerProfileController.getProfile';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CustomerProfileController.getProfile', () => ({ default: jest.fn() }), { virtual: true });

const apex = getProfile as unknown as jest.Mock;
const empty = {
  values: [],
  orders: [],
  consents: [],
  paymentMethods: [],
  carts: [],
  cases: [],
  logins: [],
  withheld: [],
};
const at = '2026-03-04T10:00:00.000Z';
const full = {
  values: [
    { currencyCode: 'EUR', orders: 2, spent: 40 },
    { currencyCode: 'USD', orders: 1, spent: 10 },
  ],
  orders: [{ id: 'o1', orderNumber: '00000012', placedAt: at, total: 20, currencyCode: 'EUR', storeName: 'Acme' }],
  consents: [
    { id: 'k1', email: 'ada@example.com', storeName: 'Acme', agreedAt: at },
    { id: 'k2', email: 'ada@example.org', storeName: 'Acme', agreedAt: null },
  ],
  paymentMethods: [
    { id: 'p1', label: 'Visa •••• 4242', expiryMonth: 4, expiryYear: 2029, isDefault: true, storeName: 'Acme' },
    { id: 'p2', label: 'PayPal', expiryMonth: null, expiryYear: null, isDefault: false, storeName: 'Acme' },
  ],
  carts: [
    {
      id: 'c1',
      name: 'C-1',
      storeName: 'Acme',
      status: 'Open',
      pieces: 1,
      total: 5,
      currencyCode: 'EUR',
      changedAt: at,
      isShared: true,
    },
    {
      id: 'c2',
      name: 'For the party',
      storeName: 'Acme',
      status: 'Abandoned',
      pieces: 3,
      total: 45,
      currencyCode: 'EUR',
      changedAt: new Date(Date.now() - 3 * 86400_000).toISOString(),
      isShared: false,
    },
    {
      id: 'c3',
      name: 'C-3',
      storeName: 'Acme',
      status: 'Open',
      pieces: null,
      total: null,
      currencyCode: 'EUR',
      changedAt: new Date().toISOString(),
      isShared: false,
    },
  ],
  cases: [{ id: 'q1', caseNumber: '0001', subject: 'Late', status: 'New', isClosed: false }],
  logins: [
    { id: 'u1', name: 'Ada', isActive: true, lastLoginAt: at },
    { id: 'u2', name: 'Grace', isActive: true, lastLoginAt: null },
  ],
  withheld: [],
};

async function show() {
  const element = createElement('c-customer-profile', { is: CustomerProfile }) as HTMLElement & { recordId?: string };
  element.recordId = '003000000000001';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-customer-profile', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the value in each currency, orders, carts, consent, cases and sign-ins', async () => {
    apex.mockResolvedValue(full);
    const element = await show();
    const root = element.shadowRoot!;
    expect(apex).toHaveBeenCalledWith({ customerId: '003000000000001' });
    expect(root.querySelectorAll('.figure')).toHaveLength(2);
    expect(root.querySelector('[data-list="consents"]')!.textContent).toContain('c.Orders_Profile_No_Consent');
    const [first, saved, fresh] = root.querySelectorAll('[data-list="carts"] li');
    expect(first!.querySelector('a')!.getAttribute('href')).toBe('/lightning/r/c1/view');
    expect(saved!.querySelector('a')).toBeNull();
    expect(saved!.textContent).toMatch(/For the party.*45\.00.*Abandoned · Acme · 3 days ago/);
    expect(fresh!.textContent).toMatch(/0\.00.*this minute/);
    const methods = root.querySelector('[data-list="paymentMethods"]')!.textContent;
    expect(methods).toContain('Visa •••• 4242');
    expect(methods).toContain('PayPal');
    expect(root.querySelector('[data-list="cases"] a')!.getAttribute('href')).toBe('/lightning/r/q1/view');
    expect(root.querySelector('[data-list="logins"]')!.textContent).toContain('c.Orders_Profile_Never');
    await expect(element).toBeAccessible();
  });

  it('says what there is not, and why it cannot be shown', async () => {
    apex.mockResolvedValue(empty);
    const element = await show();
    expect(element.shadowRoot!.querySelector('[data-empty]')).not.toBeNull();
    document.body.replaceChildren();
    apex.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not now', fields: {} }) } });
    const refused = await show();
    expect(refused.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Not now');
  });

  it('says of what may not be seen that it may not', async () => {
    apex.mockResolvedValue({ ...empty, withheld: ['carts'] });
    const panel = await show();
    const textOf = (name: string) => panel.shadowRoot!.querySelector(`[data-list="${name}"] p`)!.textContent;
    expect(textOf('carts')).toBe('c.Orders_Profile_Withheld');
    expect(textOf('consents')).not.toBe(textOf('carts'));
  });
});
