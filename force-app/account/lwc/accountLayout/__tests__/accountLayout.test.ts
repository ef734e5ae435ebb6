import AccountLayout from 'c/accountLayout';
import getSections from '@salesforce/apex/AccountController.getSections';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import isGuest from '@salesforce/user/isGuest';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AccountController.getSections', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
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

const mockSections = getSections as unknown as jest.Mock;
const SECTIONS = [
  { name: 'Overview', title: 'Overview', path: '/account', icon: 'home' },
  { name: 'Orders', title: 'Orders', path: '/account/orders', icon: 'bag' },
  { name: 'Club', title: 'Club', path: 'https://club.example.com', icon: null },
];

async function layout(path: string) {
  window.history.replaceState(null, '', path);
  const element = mount('c-account-layout', AccountLayout, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Account__c'));
  await settle();
  return element;
}

describe('c-account-layout', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
    window.history.replaceState(null, '', '/');
  });

  it('lists the sections and marks the one that is shown', async () => {
    mockSections.mockResolvedValue(SECTIONS);
    const element = await layout('/account');
    expect(texts(element, 'a')).toEqual(['Overview', 'Orders', 'Club', 'c.Identity_Page_Sign_Out']);
    expect(find(element, '[data-sign-out]').getAttribute('href')).toBe('/secur/logout.jsp');
    expect(texts(element, '[aria-current]')).toEqual(['Overview']);
    expect(find(element, '[data-section="Club"]').getAttribute('href')).toBe('https://club.example.com');
    await expect(element).toBeAccessible();
  });

  it('brings the marked section into sight where the row is wider than the page', async () => {
    const size = (name: string, value: (element: HTMLElement) => number) =>
      jest.spyOn(HTMLElement.prototype, name as 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
        return value(this);
      });
    const spies = [
      size('offsetLeft', ({ dataset }) => (dataset.section === 'Orders' ? 520 : 20)),
      size('offsetWidth', () => 100),
      jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(300),
    ];
    mockSections.mockResolvedValue(SECTIONS);
    const element = await layout('/account/orders');
    expect(find(element, 'ul').scrollLeft).toBe(400);
    spies.forEach((spy) => spy.mockRestore());
  });

  it.each(['/account/orders', '/account/order/00000101'])('marks Orders on %s', async (path) => {
    mockSections.mockResolvedValue(SECTIONS);
    expect(texts(await layout(path), '[aria-current]')).toEqual(['Orders']);
  });

  it('loads the page of signing in anew for whoever is no longer signed in, so that it knows', async () => {
    const failures = jest.spyOn(console, 'error').mockImplementation(() => undefined); // jsdom goes nowhere, and says so.
    mockSections.mockRejectedValue({ body: { message: JSON.stringify({ code: 'SIGN_IN_REQUIRED', message: 'x' }) } });
    const element = await layout('/account/orders?page=2');
    expect(mockNavigate).not.toHaveBeenCalled();
    expect(String(failures.mock.calls[0]?.[0])).toContain('navigation');
    expect(element.querySelector('nav')).toBeNull();
    expect(isGuest).toBe(false);
    failures.mockRestore();
  });

  it('tells staff in nobody’s place so, and sends them nowhere', async () => {
    mockSections.mockRejectedValue({ body: { message: JSON.stringify({ code: 'NOT_A_CUSTOMER', message: 'x' }) } });
    (getStaffVisit as unknown as jest.Mock).mockResolvedValue({
      staffName: 'Sam',
      orgUrl: '/lightning/o/Contact/list',
    });
    const element = await layout('/account');
    await settle(12);
    expect(mockNavigate).not.toHaveBeenCalled();
    expect(find(element, '[data-staff] h1').textContent).toBe('c.Account_Staff_Title');
    expect(texts(element, '[data-staff] a')).toEqual([
      'c.Account_Staff_Choose',
      'c.Account_Staff_Shop',
      'c.Account_Staff_Sign_Out',
    ]);
    expect(find(element, '[data-choose]').getAttribute('href')).toBe('/lightning/o/Contact/list');
    await expect(element).toBeAccessible();
  });

  it('says what went wrong and tries again', async () => {
    mockSections.mockRejectedValueOnce({ body: { message: 'broken' } }).mockResolvedValue(SECTIONS);
    const element = await layout('/account');
    find(element, '[data-retry]').click();
    await settle();
    expect(texts(element, '[data-section]')).toHaveLength(3);
    expect(element.querySelector('[data-retry]')).toBeNull();
  });
});
