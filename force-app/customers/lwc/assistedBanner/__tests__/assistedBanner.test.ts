import AssistedBanner from 'c/assistedBanner';
import finish from '@salesforce/apex/AssistedShoppingController.finish';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import { forgetStaffVisit } from 'c/staffVisit';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AssistedShoppingController.finish', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
const mockGet = getStaffVisit as unknown as jest.Mock;
const mockFinish = finish as unknown as jest.Mock;
const banner = (minutes = 10) => ({
  staffName: 'Sam Staff',
  orgUrl: '/lightning/r/Contact/003/view',
  customerName: 'Ada Byron',
  accountName: null,
  endsAt: new Date(Date.now() + minutes * 60_000).toISOString(),
});

/** How often the page went elsewhere: jsdom goes nowhere, and says so. */
function navigations(): () => number {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  return () => said.mock.calls.filter(([text]) => String(text).includes('navigation')).length;
}

async function show() {
  const element = mount('c-assisted-banner', AssistedBanner, { storeCode: 'demo' });
  const ended = jest.fn();
  element.addEventListener('ended', ended);
  await settle();
  return { element, ended };
}

describe('c-assisted-banner', () => {
  beforeEach(() => {
    mockGet.mockResolvedValue(banner());
    mockFinish.mockResolvedValue(null);
  });
  afterEach(() => {
    unmountAll();
    forgetStaffVisit();
    sessionStorage.clear();
    jest.clearAllMocks();
  });

  it('says for whom and until when, to screen readers too', async () => {
    const { element } = await show();
    expect(mockGet).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(find(element, '[role="status"]').textContent).toContain('c.Customers_Banner_As');
    await expect(element).toBeAccessible();
  });

  it('names the account unless it is called like the person', async () => {
    mockGet.mockResolvedValue({ ...banner(), accountName: 'Big Corp' });
    expect((await show()).element.textContent).toContain('c.Customers_Banner_For');
    unmountAll();
    forgetStaffVisit();
    mockGet.mockResolvedValue({ ...banner(), accountName: 'Ada Byron' });
    expect((await show()).element.textContent).toContain('c.Customers_Banner_As');
  });

  it('shows nothing to whoever shops for themselves', async () => {
    mockGet.mockResolvedValue(null);
    const { element } = await show();
    expect(element.querySelector('[data-assisted]')).toBeNull();
  });

  it('shows nothing to staff in nobody’s place', async () => {
    mockGet.mockResolvedValue({ ...banner(), customerName: null, endsAt: null });
    expect((await show()).element.querySelector('[data-assisted]')).toBeNull();
  });

  it('leads back to the customer’s record when it is ended', async () => {
    const went = navigations();
    const { element } = await show();
    find(element, '[data-end]').click();
    await settle();
    expect(mockFinish).toHaveBeenCalledTimes(1);
    expect(went()).toBe(1);
  });

  it('is ended by the shop’s own ways to sign out, which would sign staff out of the org', async () => {
    const went = navigations();
    await show();
    const link = document.createElement('a');
    link.href = '/secur/logout.jsp';
    link.dataset.signOut = '';
    document.body.append(link);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    await settle();
    expect(click.defaultPrevented).toBe(true);
    expect(mockFinish).toHaveBeenCalledTimes(1);
    expect(went()).toBe(1);
    unmountAll();
    const later = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(later);
    expect(mockFinish).toHaveBeenCalledTimes(1);
    link.remove();
  });

  it('leaves signing out to whoever is in nobody’s place', async () => {
    mockGet.mockResolvedValue(null);
    const { element } = await show();
    const link = document.createElement('a');
    link.dataset.signOut = '';
    element.append(link);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(false);
    expect(mockFinish).not.toHaveBeenCalled();
  });

  it('ends when the time is over', async () => {
    mockGet.mockResolvedValue(banner(-1));
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const { ended } = await show();
    jest.advanceTimersByTime(1);
    jest.useRealTimers();
    await settle();
    expect(ended).toHaveBeenCalled();
  });

  it('says after a reload that the time is over, until it is read', async () => {
    await show();
    unmountAll();
    forgetStaffVisit();
    mockGet.mockResolvedValue(null);
    const { element } = await show();
    expect(find(element, '[data-over] [role="status"]').textContent).toContain('c.Customers_Banner_Time_Over');
    await expect(element).toBeAccessible();
    find(element, '[data-dismiss]').click();
    await settle();
    expect(element.querySelector('[data-over]')).toBeNull();
    unmountAll();
    expect((await show()).element.querySelector('[data-over]')).toBeNull();
  });

  it('says nothing more to whoever ended it', async () => {
    navigations();
    const { element } = await show();
    find(element, '[data-end]').click();
    await settle();
    unmountAll();
    mockGet.mockResolvedValue(null);
    expect((await show()).element.querySelector('[data-over]')).toBeNull();
  });

  it('stays and says why when it cannot be ended', async () => {
    mockFinish.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not now', fields: {} }) } });
    const { element, ended } = await show();
    find(element, '[data-end]').click();
    await settle();
    expect(ended).not.toHaveBeenCalled();
    expect(find(element, '[role="alert"]').textContent).toBe('Not now');
    mockGet.mockRejectedValue(new Error('down'));
    jest.spyOn(console, 'warn').mockImplementation(() => {});
    unmountAll();
    forgetStaffVisit();
    expect((await show()).element.querySelector('[data-assisted]')).toBeNull();
  });
});
