import { createElement } from 'lwc';
import OrderNotifications from 'c/orderNotifications';
import getLog from '@salesforce/apex/NotificationController.getLog';
import sendAgain from '@salesforce/apex/NotificationController.sendAgain';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/NotificationController.getLog', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/NotificationController.sendAgain', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockLog = getLog as unknown as jest.Mock;
const mockAgain = sendAgain as unknown as jest.Mock;
const entry = (more = {}) => ({
  id: 'n1',
  label: 'Order confirmation',
  status: 'Sent',
  reason: null,
  at: '2026-11-01T10:00:00.000Z',
  ...more,
});

async function show() {
  const element = createElement('c-order-notifications', { is: OrderNotifications });
  (element as any).recordId = '801';
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = (element: HTMLElement, selector: string) => [...element.shadowRoot!.querySelectorAll<any>(selector)];

describe('c-order-notifications', () => {
  afterEach(() => {
    document.body.textContent = '';
    jest.resetAllMocks();
  });

  it('lists what was told, and sends it again', async () => {
    mockLog.mockResolvedValue({
      maySend: true,
      entries: [
        entry({ id: 'n3', status: 'Waiting' }),
        entry({ id: 'n2', status: 'Not Sent', reason: 'No address' }),
        entry(),
      ],
    });
    const element = await show();
    expect(all(element, '[data-entry]')).toHaveLength(3);
    expect(all(element, '[data-state]').map(({ label }) => label)).toEqual([
      'c.Notifications_Waiting',
      'c.Notifications_Not_Sent',
      'c.Notifications_Sent',
    ]);
    expect(all(element, '[data-entry]')[1].textContent).toContain('No address');
    expect(all(element, '[data-again]').map((button) => button.dataset.id)).toEqual(['n2', 'n1']);
    await expect(element).toBeAccessible();
    mockAgain.mockResolvedValue({ maySend: true, entries: [entry(), entry({ id: 'n9' })] });
    all(element, '[data-id="n1"]')[0].click();
    await settle();
    expect(mockAgain).toHaveBeenCalledWith({ notificationId: 'n1' });
    expect(all(element, '[data-entry]')).toHaveLength(2);
  });

  it('only shows to those who may look, and says when there is nothing', async () => {
    mockLog.mockResolvedValue({ maySend: false, entries: [entry()] });
    expect(all(await show(), '[data-again]')).toHaveLength(0);
    mockLog.mockResolvedValue({ maySend: false, entries: [] });
    expect(all(await show(), '[data-none]')).toHaveLength(1);
  });
});
