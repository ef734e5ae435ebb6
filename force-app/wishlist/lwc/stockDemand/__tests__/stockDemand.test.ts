import { createElement } from 'lwc';
import StockDemand from 'c/stockDemand';
import getDemand from '@salesforce/apex/WishAdminController.getDemand';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/WishAdminController.getDemand', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockDemand = getDemand as unknown as jest.Mock;

async function show(recordId = '') {
  const element = createElement('c-stock-demand', { is: StockDemand });
  (element as any).recordId = recordId;
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-stock-demand', () => {
  afterEach(() => {
    document.body.textContent = '';
    jest.resetAllMocks();
  });

  it('lists what is waited for', async () => {
    const row = {
      key: 'v:s',
      variantId: '01t1',
      name: 'Mug Sea',
      sku: 'SEA',
      storeName: 'Shop',
      waiting: 7,
      since: '2026-11-01',
    };
    mockDemand.mockResolvedValue([row]);
    const element = await show('01t0');
    expect(mockDemand).toHaveBeenCalledWith({ productId: '01t0' });
    const shown = element.shadowRoot!.querySelector('[data-row="SEA"]')!;
    expect(shown.querySelector('a')!.getAttribute('href')).toBe('/lightning/r/01t1/view');
    expect(shown.querySelector('[data-waiting]')!.textContent).toBe('7');
    await expect(element).toBeAccessible();
  });

  it('says that nobody waits, on a tab for everything', async () => {
    mockDemand.mockResolvedValue([]);
    const element = await show();
    expect(mockDemand).toHaveBeenCalledWith({ productId: null });
    expect(element.shadowRoot!.querySelector('[data-empty]')!.textContent).toBe('c.Wishlist_Demand_None');
    await expect(element).toBeAccessible();
  });

  it('says why there is nothing to see', async () => {
    mockDemand.mockRejectedValue({ body: { message: '{"code":"NOT_ALLOWED","message":"Not yours"}' } });
    const element = await show();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Not yours');
  });
});
