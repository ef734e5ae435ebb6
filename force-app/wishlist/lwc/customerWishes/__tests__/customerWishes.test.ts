import { createElement } from 'lwc';
import CustomerWishes from 'c/customerWishes';
import getWishes from '@salesforce/apex/WishAdminController.getWishes';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/WishAdminController.getWishes', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

function show(): HTMLElement {
  const element = createElement('c-customer-wishes', { is: CustomerWishes });
  document.body.appendChild(element);
  (element as any).recordId = '003';
  return element;
}

describe('c-customer-wishes', () => {
  afterEach(() => {
    document.body.textContent = '';
    jest.resetAllMocks();
  });

  it('shows what is kept and what is waited for', async () => {
    (getWishes as unknown as jest.Mock).mockResolvedValue({
      wishes: [{ id: 'w1', productId: '01t1', name: 'Mug', storeName: 'Shop', since: '2026-11-01T10:00:00.000Z' }],
      alerts: [],
    });
    const element = show();
    await settle();
    const [wishes, alerts] = Array.from(element.shadowRoot!.querySelectorAll('[data-list]'));
    expect(wishes.querySelector('a')!.getAttribute('href')).toBe('/lightning/r/01t1/view');
    expect(wishes.textContent).toContain('Shop');
    expect(alerts.textContent).toContain('c.Orders_Profile_None');
    await expect(element).toBeAccessible();
  });

  it('says why there is nothing to see', async () => {
    (getWishes as unknown as jest.Mock).mockRejectedValue({
      body: { message: '{"code":"NOT_FOUND","message":"Not there"}' },
    });
    const element = show();
    await settle();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Not there');
  });
});
