import { createElement } from 'lwc';
import AccountExposure from 'c/accountExposure';
import getStatement from '@salesforce/apex/OnAccountAdminController.getStatement';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/OnAccountAdminController.getStatement', () => ({ default: jest.fn() }), { virtual: true });

const mockGet = getStatement as unknown as jest.Mock;
const ITEM = {
  orderId: '801',
  orderNumber: '101',
  purchaseOrder: 'PO-7',
  dueOn: '2028-02-01',
  daysDue: 20,
  amount: 30,
  currencyCode: 'USD',
};

async function show() {
  const element = createElement('c-account-exposure', { is: AccountExposure }) as HTMLElement & { recordId: string };
  element.recordId = '001';
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

describe('c-account-exposure', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows what is owed, and leads to the orders', async () => {
    mockGet.mockResolvedValue({
      totals: [{ currencyCode: 'USD', total: 30, notDue: 0, upTo30: 30, upTo60: 0, upTo90: 0, over90: 0 }],
      items: [ITEM],
    });
    const root = await show();
    expect(mockGet).toHaveBeenCalledWith({ accountId: '001' });
    expect(root.querySelector<any>('[data-total] lightning-formatted-number').value).toBe(30);
    expect(root.querySelectorAll('.figures > div')).toHaveLength(2);
    expect(root.querySelector('[data-item] a')!.getAttribute('href')).toBe('/801');
    await expect(root.host).toBeAccessible();
  });

  it('has a word for nothing, and says what could not be read', async () => {
    mockGet.mockResolvedValueOnce({ totals: [], items: [] });
    expect((await show()).textContent).toContain('c.On_Account_Nothing');
    document.body.replaceChildren();
    mockGet.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    expect((await show()).querySelector('[role="alert"]')!.textContent).toBe('Down');
  });
});
