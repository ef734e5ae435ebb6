import NotificationConsole from 'c/notificationConsole';
import getNotifications from '@salesforce/apex/NotificationController.getNotifications';
import getStores from '@salesforce/apex/NotificationController.getStores';
import previewNotification from '@salesforce/apex/NotificationController.previewNotification';
import saveNotification from '@salesforce/apex/NotificationController.saveNotification';
import sendTest from '@salesforce/apex/NotificationController.sendTest';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/NotificationController.getNotifications', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/NotificationController.getStores', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NotificationController.previewNotification', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/NotificationController.saveNotification', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/NotificationController.sendTest', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (call: unknown) => call as jest.Mock;
const notification = (more = {}) => ({
  type: 'Shipped',
  label: 'Shipped',
  help: 'When it has left.',
  isActive: true,
  subject: null,
  message: null,
  usualSubject: 'Order {order}',
  usualMessage: 'It is on its way.',
  ...more,
});
const content = {
  subject: 'Order 42',
  storeName: 'Shop',
  paragraphs: ['It is on its way.'],
  buttonText: 'View your order',
  sections: [
    {
      heading: 'Order 42',
      rows: [
        { label: '1 × Mug', value: '$9.00', note: 'Blue', isTotal: false },
        { label: 'Total', value: '$9.00', note: null, isTotal: true },
      ],
    },
  ],
  closing: 'Questions?',
};

async function show() {
  const element = mount('c-notification-console', NotificationConsole, {});
  await settle(6);
  return element.shadowRoot!;
}
const input = (root: ShadowRoot, field: string) => root.querySelector<any>(`[data-field="${field}"]`);
async function type(root: ShadowRoot, field: string, value: string) {
  input(root, field).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  jest.advanceTimersByTime(400);
  await settle(4);
}

describe('c-notification-console', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    mocked(getStores).mockResolvedValue([{ id: 's1', name: 'Shop' }]);
    mocked(getNotifications).mockResolvedValue([
      notification(),
      notification({ type: 'Refunded', label: 'Refund', isActive: false, subject: 'Ours' }),
    ]);
    mocked(previewNotification).mockResolvedValue(content);
  });
  afterEach(() => {
    unmountAll();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('shows each, with a look at the e-mail that follows what is typed', async () => {
    const root = await show();
    expect(root.querySelectorAll('[data-type]')).toHaveLength(2);
    expect(root.querySelector('[data-type="Shipped"]')!.getAttribute('aria-current')).toBe('true');
    expect(input(root, 'subject').value).toBe('Order {order}');
    expect(root.querySelector('[data-mail]')!.textContent).toContain('It is on its way.');
    expect(root.querySelector('[data-mail] .total')!.textContent).toContain('$9.00');
    jest.useRealTimers();
    await expect(root.host).toBeAccessible();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    await type(root, 'subject', 'Off it goes');
    expect(mocked(previewNotification)).toHaveBeenLastCalledWith({
      storeId: 's1',
      draft: expect.objectContaining({ type: 'Shipped', subject: 'Off it goes', message: null }),
    });
    await type(root, 'subject', '');
    expect(input(root, 'subject').value).toBe('');
    await type(root, 'subject', 'Order {order}');
    expect(root.querySelector<any>('[data-save]').disabled).toBe(true);
  });

  it('puts names where one types', async () => {
    const root = await show();
    input(root, 'subject').dispatchEvent(new CustomEvent('focus'));
    root.querySelector<HTMLElement>('[data-text="{store}"]')!.click();
    await settle();
    expect(input(root, 'subject').value).toBe('Order {order} {store}');
    root.querySelector<HTMLElement>('[data-usual]')!.click();
    await settle();
    expect(input(root, 'subject').value).toBe('Order {order}');
  });

  it('saves, and tells what is wrong at its field', async () => {
    const root = await show();
    root
      .querySelector<HTMLElement>('[data-active]')!
      .dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
    await settle();
    mocked(saveNotification).mockRejectedValueOnce({
      body: {
        message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Look', fields: { subject: 'No such name' } }),
      },
    });
    root.querySelector<HTMLElement>('[data-save]')!.click();
    await settle(4);
    expect(root.querySelector('[data-problem="subject"]')!.textContent).toContain('No such name');
    mocked(saveNotification).mockResolvedValue([notification({ isActive: false })]);
    root.querySelector<HTMLElement>('[data-save]')!.click();
    await settle(4);
    expect(mocked(saveNotification)).toHaveBeenLastCalledWith({
      storeId: 's1',
      draft: expect.objectContaining({ isActive: false }),
    });
    expect(root.querySelector('[data-state]')!.textContent).toBe('c.Notifications_Off');
    expect(root.querySelector('[data-problem]')).toBeNull();
  });

  it('sends a test once there is an order', async () => {
    mocked(previewNotification).mockResolvedValue(null);
    const root = await show();
    expect(root.querySelector('[data-no-preview]')).not.toBeNull();
    expect(root.querySelector<any>('[data-test]').disabled).toBe(true);
    mocked(previewNotification).mockResolvedValue(content);
    root.querySelector<HTMLElement>('[data-type="Refunded"]')!.click();
    await settle(4);
    mocked(sendTest).mockResolvedValue('me@example.com');
    root.querySelector<HTMLElement>('[data-test]')!.click();
    await settle(4);
    expect(mocked(sendTest)).toHaveBeenCalledWith({
      storeId: 's1',
      draft: expect.objectContaining({ type: 'Refunded', subject: 'Ours' }),
    });
  });

  it('says that there is nothing to change, or why', async () => {
    mocked(getStores).mockResolvedValue([]);
    expect((await show()).querySelector('[data-none]')).not.toBeNull();
    unmountAll();
    mocked(getStores).mockRejectedValue({ body: { message: '{"code":"NOT_ALLOWED","message":"Not yours"}' } });
    expect((await show()).querySelector('[data-error]')!.textContent).toBe('Not yours');
  });
});
