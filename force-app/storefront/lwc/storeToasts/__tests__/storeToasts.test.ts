import StoreToasts from 'c/storeToasts';
import { announce, showToast } from 'c/storeEvents';
import { find, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-toasts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    unmountAll();
    jest.useRealTimers();
  });

  it('shows a message in a live region and takes it away again', async () => {
    const element = mount('c-store-toasts', StoreToasts);
    showToast({ message: 'Saved' });
    await settle();
    expect(find(element, '.toasts').getAttribute('aria-live')).toBe('polite');
    expect(find(element, '.message').textContent).toBe('Saved');
    jest.advanceTimersByTime(6000);
    await settle();
    expect(element.querySelector('.message')).toBeNull();
  });

  it('runs the action once and closes', async () => {
    const element = mount('c-store-toasts', StoreToasts);
    const action = jest.fn();
    showToast({ message: 'Removed', actionLabel: 'Undo', action });
    await settle();
    find(element, '[data-action]').click();
    await settle();
    expect(action).toHaveBeenCalledTimes(1);
    expect(element.querySelector('.message')).toBeNull();
  });

  it('waits while someone points at the message', async () => {
    const element = mount('c-store-toasts', StoreToasts);
    showToast({ message: 'Saved' });
    await settle();
    find(element, '.toast').dispatchEvent(new MouseEvent('mouseenter'));
    jest.advanceTimersByTime(60000);
    await settle();
    expect(element.querySelector('.message')).not.toBeNull();
    find(element, '[data-dismiss]').click();
    await settle();
    expect(element.querySelector('.message')).toBeNull();
  });

  it('announces without showing', async () => {
    const element = mount('c-store-toasts', StoreToasts);
    announce('3 products');
    await settle();
    expect(find(element, '[data-announcement]').textContent).toBe('3 products');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
