import { announce, openCart, showToast, subscribe, toastOnNextPage } from 'c/storeEvents';

describe('c/storeEvents', () => {
  it('delivers each message to those who listen for its kind', () => {
    const toasts: unknown[] = [];
    const texts: string[] = [];
    const ends = [subscribe('toast', (toast) => toasts.push(toast)), subscribe('announce', (text) => texts.push(text))];
    showToast({ message: 'Saved' });
    announce('Done');
    ends.forEach((end) => end());
    expect(toasts).toEqual([{ message: 'Saved' }]);
    expect(texts).toEqual(['Done']);
  });

  it('shows what the page before left, once', () => {
    const heard = jest.fn();
    toastOnNextPage({ message: 'Changed', tone: 'success' });
    subscribe('toast', heard)();
    subscribe('toast', heard)();
    sessionStorage.setItem('storehouse.toast', 'no message');
    subscribe('toast', heard)();
    expect(heard.mock.calls).toEqual([[{ message: 'Changed', tone: 'success', isLong: true }]]);
  });

  it('delivers nothing after the subscription has ended', () => {
    const heard = jest.fn();
    subscribe('openCart', heard)();
    openCart();
    expect(heard).not.toHaveBeenCalled();
  });
});
