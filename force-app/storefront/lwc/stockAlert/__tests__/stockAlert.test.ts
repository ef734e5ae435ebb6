import StockAlert from 'c/stockAlert';
import askForAlert from '@salesforce/apex/StockAlertController.askForAlert';
import getAlerts from '@salesforce/apex/StockAlertController.getAlerts';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/apex/StockAlertController.askForAlert', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/StockAlertController.getAlerts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockAsk = askForAlert as unknown as jest.Mock;

function show() {
  return mount('c-stock-alert', StockAlert, { storeCode: 'demo', variantId: 'clay', subject: 'Mug' });
}

async function ask(element: HTMLElement, email: string) {
  const field = find(element, '[data-field="alertEmail"]') as HTMLInputElement;
  field.value = email;
  field.dispatchEvent(new Event('input'));
  find(element, 'form').dispatchEvent(new Event('submit'));
  await settle();
}

describe('c-stock-alert of a guest', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('asks for an address and says that a link was sent', async () => {
    mockAsk.mockResolvedValue({ state: 'Confirm', email: null });
    const element = show();
    await settle();
    await expect(element).toBeAccessible();
    await ask(element, ' ');
    expect(find(element, '[data-message]').textContent).toBe('c.Identity_Email_Wrong');
    expect(mockAsk).not.toHaveBeenCalled();
    await ask(element, 'ada@example.com');
    expect(mockAsk).toHaveBeenCalledWith({ storeCode: 'demo', variantId: 'clay', email: 'ada@example.com' });
    expect(find(element, '[data-told]').textContent).toContain('c.Store_AlertConfirm');
    expect(getAlerts).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('shows what is wrong with the address, and what else is', async () => {
    const element = show();
    mockAsk.mockRejectedValueOnce({
      body: { message: '{"code":"INVALID_INPUT","message":"x","fields":{"email":"Wrong"}}' },
    });
    await ask(element, 'ada');
    expect(find(element, '[data-message]').textContent).toBe('Wrong');
    mockAsk.mockRejectedValueOnce({ body: { message: '{"code":"PRODUCT_NOT_FOUND","message":"Gone"}' } });
    await ask(element, 'ada@example.com');
    expect(find(element, '[data-problem]').textContent).toBe('Gone');
  });

  it('begins anew with another variant', async () => {
    mockAsk.mockResolvedValue({ state: 'Back', email: null });
    const element = show();
    await ask(element, 'ada@example.com');
    expect(find(element, '[data-told]').textContent).toContain('c.Store_AlertBack');
    (element as any).variantId = 'sea';
    await settle();
    expect(element.querySelector('[data-told]')).toBeNull();
  });
});
