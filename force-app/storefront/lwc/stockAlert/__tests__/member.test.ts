import StockAlert from 'c/stockAlert';
import askForAlert from '@salesforce/apex/StockAlertController.askForAlert';
import cancelAlert from '@salesforce/apex/StockAlertController.cancelAlert';
import getAlerts from '@salesforce/apex/StockAlertController.getAlerts';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/StockAlertController.askForAlert', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/StockAlertController.cancelAlert', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/StockAlertController.getAlerts', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mock = (method: unknown) => method as jest.Mock;
const ALERT = { id: 'a1', variantId: 'clay', title: 'Mug' };

describe('c-stock-alert of a member', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('waits at one press and can be cancelled', async () => {
    mock(getAlerts).mockResolvedValueOnce([]).mockResolvedValue([ALERT]);
    mock(askForAlert).mockResolvedValue({ state: 'Waiting', email: 'ada@example.com' });
    mock(cancelAlert).mockResolvedValue([]);
    const element = mount('c-stock-alert', StockAlert, { storeCode: 'demo', variantId: 'clay', subject: 'Mug' });
    const heard: unknown[] = [];
    element.addEventListener('wait', (event) => heard.push((event as CustomEvent).detail));
    await settle();
    await expect(element).toBeAccessible();
    find(element, '[data-ask]').click();
    await settle();
    expect(askForAlert).toHaveBeenCalledWith({ storeCode: 'demo', variantId: 'clay', email: null });
    expect(find(element, '[data-told]').textContent).toContain('c.Store_AlertWaitsAt');
    await expect(element).toBeAccessible();
    find(element, '[data-cancel]').click();
    await settle();
    expect(cancelAlert).toHaveBeenCalledWith({ storeCode: 'demo', alertId: 'a1' });
    expect(element.querySelector('[data-ask]')).not.toBeNull();
    expect(heard).toEqual([[ALERT], []]);
  });

  it('shows what whoever holds it knows, without asking', async () => {
    const element = mount('c-stock-alert', StockAlert, {
      storeCode: 'demo',
      variantId: 'clay',
      subject: 'Mug',
      known: [ALERT],
    });
    await settle();
    expect(getAlerts).not.toHaveBeenCalled();
    expect(find(element, '[data-told]').textContent).toContain('c.Store_AlertWaits');
    mock(cancelAlert).mockRejectedValue({ body: { message: '{"code":"ALERT_NOT_FOUND","message":"Over"}' } });
    find(element, '[data-cancel]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Over');
  });

  it('may be asked even if the alerts could not be read', async () => {
    mock(getAlerts).mockRejectedValue(new Error('lost'));
    const element = mount('c-stock-alert', StockAlert, { storeCode: 'demo', variantId: 'clay', subject: 'Mug' });
    await settle();
    expect(element.querySelector('[data-ask]')).not.toBeNull();
  });
});
