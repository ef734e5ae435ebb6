import StaffNotice from 'c/staffNotice';
import { forgetStaffVisit } from 'c/staffVisit';
import finish from '@salesforce/apex/AssistedShoppingController.finish';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
jest.mock('@salesforce/apex/AssistedShoppingController.finish', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockGet = getStaffVisit as unknown as jest.Mock;
const mockFinish = finish as unknown as jest.Mock;
const visit = { staffName: 'Sam Staff', orgUrl: '/lightning/o/Contact/list', customerName: null as string | null };

async function show(kind: 'link' | 'page') {
  window.history.replaceState(null, '', '/reset-password?token=abc');
  const element = mount('c-staff-notice', StaffNotice, { storeCode: 'demo', kind });
  await settle();
  return element;
}

describe('c-staff-notice', () => {
  afterEach(() => {
    unmountAll();
    forgetStaffVisit();
    jest.resetAllMocks();
    jest.restoreAllMocks();
    window.history.replaceState(null, '', '/');
  });

  it('comes back to the same page signed out, and leads to the customers', async () => {
    mockGet.mockResolvedValue(visit);
    const element = await show('link');
    expect(find(element, '[data-lead]').textContent).toContain('c.Identity_Page_Staff_Link');
    expect(find(element, '[data-staff-sign-out]').getAttribute('href')).toBe(
      '/secur/logout.jsp?retUrl=%2Freset-password%3Ftoken%3Dabc',
    );
    expect(find(element, '[data-to-org]').getAttribute('href')).toBe('/lightning/o/Contact/list');
    expect(element.querySelector('[data-account]')).toBeNull();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    element.addEventListener('click', (event) => event.preventDefault());
    find(element, '[data-staff-sign-out]').dispatchEvent(click);
    expect(mockFinish).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('leads who stands in a customer’s place to their account, and ends that before signing out', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined); // jsdom goes nowhere, and says so.
    mockGet.mockResolvedValue({ ...visit, customerName: 'Ada Byron' });
    mockFinish.mockResolvedValue(null);
    const element = await show('page');
    expect(find(element, '[data-lead]').textContent).toContain('c.Identity_Page_Staff_Shopping');
    expect(find(element, '[data-account]').getAttribute('href')).toBe('/account');
    await expect(element).toBeAccessible();
    find(element, '[data-staff-sign-out]').click();
    await settle();
    expect(mockFinish).toHaveBeenCalledTimes(1);
    expect(said.mock.calls.filter(([text]) => String(text).includes('navigation'))).toHaveLength(1);
  });

  it('stays where it is when the session cannot be ended, and says why', async () => {
    mockGet.mockResolvedValue({ ...visit, customerName: 'Ada Byron' });
    mockFinish.mockRejectedValue({ body: { message: JSON.stringify({ code: 'BUSY', message: 'Not now' }) } });
    const element = await show('page');
    find(element, '[data-staff-sign-out]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Not now');
    mockGet.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Down' }) } });
    unmountAll();
    forgetStaffVisit();
    expect(find(await show('page'), '[data-problem]').textContent).toBe('Down');
  });
});
