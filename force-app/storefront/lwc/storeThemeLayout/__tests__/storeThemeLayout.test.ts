import StoreThemeLayout from 'c/storeThemeLayout';
import addItem from '@salesforce/apex/CartController.addItem';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { addOne, announce, openCart, showToast } from 'c/storeEvents';
import { appears, cart, find, mount, page, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/CartController.addItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](reference: unknown) {
        mockNavigate(reference);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin, CurrentPageReference: createTestWireAdapter(jest.fn()) };
});

const wiredStore = getStore as any;
const wiredPage = CurrentPageReference as any;

async function layout() {
  const element = mount('c-store-theme-layout', StoreThemeLayout);
  wiredStore.emit(store({ testMode: true }));
  wiredPage.emit(page('Home'));
  await settle();
  return element;
}

function click(link: HTMLElement, init: MouseEventInit = {}): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
  link.dispatchEvent(event);
  return event;
}

describe('c-store-theme-layout', () => {
  afterEach(() => {
    unmountAll();
    jest.clearAllMocks();
  });

  it('frames the page with banner, navigation, main and footer', async () => {
    const element = await layout();
    expect(find(element, '.store-announcement-text').textContent).toContain('Free shipping');
    expect(find(element, '.store-test-mode').textContent).toBe('c.Store_TestModeShort');
    expect(element.querySelectorAll('header, main, footer').length).toBeGreaterThanOrEqual(3);
    expect(document.documentElement.lang).toBe('en-US');
    await expect(element).toBeAccessible();
  });

  it('of a closed store shows that it is closed, and the page of an order', async () => {
    const element = mount('c-store-theme-layout', StoreThemeLayout);
    wiredStore.emit(store({ closed: true, closedMessage: 'Back on Monday.', categories: [] }));
    wiredPage.emit(page('Home'));
    await settle();
    expect((await appears(element, '[data-closed-message]')).textContent).toBe('Back on Monday.');
    expect(element.querySelector('header')).toBeNull();
    await expect(element).toBeAccessible();
    wiredPage.emit(page('Order__c', { token: 'secret' }));
    await settle();
    expect(element.querySelector('[data-closed]')).toBeNull();
    expect(element.querySelector('header')).not.toBeNull();
  });

  it('says when the store cannot be reached', async () => {
    const element = mount('c-store-theme-layout', StoreThemeLayout, { siteName: 'Demo' });
    wiredStore.error();
    await settle();
    expect(find(element, '[role="alert"] p').textContent).toBe('c.Store_Unavailable');
    expect(find(element, '[data-retry]').textContent).toBe('c.Store_TryAgain');
    expect(find(element, 'main').classList).toContain('store-failed');
    expect(find(element, '[data-home]').textContent).toContain('Demo');
  });

  it('says what is announced, and fetches what shows messages with the first one', async () => {
    const element = await layout();
    announce('3 products');
    await settle();
    expect(find(element, '[data-announcement]').textContent).toBe('3 products');
    expect(element.querySelector('.toasts')).toBeNull();
    showToast({ message: 'Saved' });
    expect((await appears(element, '.message')).textContent).toBe('Saved');
    expect(find(element, '[data-announcement]').textContent).toBe('Saved');
    expect(element.querySelectorAll('[data-announcement]')).toHaveLength(1);
  });

  it('puts one piece into the cart, once however often it is asked, and shows the cart', async () => {
    const element = await layout();
    const mockAdd = addItem as unknown as jest.Mock;
    mockAdd.mockResolvedValue(cart());
    addOne('01t2');
    addOne('01t2');
    expect((await appears<HTMLDialogElement>(element, 'dialog[data-state="open"]')).open).toBe(true);
    expect(mockAdd.mock.calls.map(([{ variantId, quantity }]) => [variantId, quantity])).toEqual([['01t2', 1]]);
  });

  it('says why a piece cannot be put into the cart', async () => {
    const element = await layout();
    (addItem as unknown as jest.Mock).mockRejectedValue({ message: '{"code":"SOLD_OUT","message":"Just sold"}' });
    addOne('01t2');
    expect((await appears(element, '.message')).textContent).toBe('Just sold');
  });

  it('stands before the store has answered, with the name that the site gives it', async () => {
    const element = mount('c-store-theme-layout', StoreThemeLayout, { siteName: 'Demo' });
    await settle();
    expect(find(element, '[data-home]').textContent).toContain('Demo');
    expect(find(element, 'main')).not.toBeNull();
    expect(find(element, '[data-cart]')).not.toBeNull();
    expect(find(element, '.store-announcement-text').textContent).toBe('\u00a0');
    await expect(element).toBeAccessible();
  });

  it('follows links to own pages through the router', async () => {
    const element = await layout();
    const event = click(find(element, 'footer a[href="/terms"]'));
    expect(event.defaultPrevented).toBe(true);
    expect(mockNavigate).toHaveBeenCalledWith({ type: 'standard__webPage', attributes: { url: '/terms' } });
  });

  it('leaves other links and clicks with a modifier to the browser', async () => {
    const element = await layout();
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    click(find(element, 'footer a[href^="mailto:"]'));
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    click(find(element, 'footer a[href="/terms"]'), { ctrlKey: true });
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('moves the focus to the content on another page, but not when only the query changes', async () => {
    const element = await layout();
    const main = find(element, 'main');
    wiredPage.emit(page('Home', {}, { sort: 'name' }));
    await settle();
    expect(document.activeElement).not.toBe(main);
    wiredPage.emit(page('Cart__c'));
    await settle();
    expect(document.activeElement).toBe(main);
  });

  it('skips to the content', async () => {
    const element = await layout();
    click(find(element, '.store-skip-link'));
    expect(document.activeElement).toBe(find(element, 'main'));
  });

  it('opens the cart when asked', async () => {
    const element = await layout();
    expect(element.querySelector('dialog')).toBeNull();
    openCart();
    const drawer = await appears<HTMLDialogElement>(element, 'dialog[aria-label^="c.Store_Cart"]');
    expect(drawer.open).toBe(true);
    find(drawer, '[data-close]').click();
    await settle();
    expect(drawer.open).toBe(false);
  });

  it('opens the menu and closes it on another page', async () => {
    const element = await layout();
    find(element, '[data-menu]').click();
    const menu = await appears<HTMLDialogElement>(element, 'dialog[aria-label="c.Store_Menu"]');
    expect(menu.open).toBe(true);
    wiredPage.emit(page('Cart__c'));
    await settle();
    expect(menu.open).toBe(false);
  });
});
