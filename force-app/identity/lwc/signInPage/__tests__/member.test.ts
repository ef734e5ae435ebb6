import SignInPage from 'c/signInPage';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import { forgetStaffVisit } from 'c/staffVisit';
import isGuest from '@salesforce/user/isGuest';
import { CurrentPageReference } from 'lightning/navigation';
import { mount, page, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/SignInController.signIn', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const actual = jest.requireActual('lightning/navigation');
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](reference: any) {
        mockNavigate(reference.attributes.url);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { ...actual, NavigationMixin };
});

describe('c-sign-in-page of a member', () => {
  afterEach(unmountAll);

  it('leads on', async () => {
    (getStaffVisit as unknown as jest.Mock).mockResolvedValue(null);
    mount('c-sign-in-page', SignInPage, { storeCode: 'demo' });
    (CurrentPageReference as any).emit(page('Page', {}));
    await settle(12);
    expect(isGuest).toBe(false);
    expect(mockNavigate).toHaveBeenCalledWith('/account');
  });

  it('tells staff that the page is the customers’, and leads them nowhere', async () => {
    forgetStaffVisit();
    mockNavigate.mockClear();
    (getStaffVisit as unknown as jest.Mock).mockResolvedValue({
      staffName: 'Sam',
      orgUrl: '/lightning/o/Contact/list',
    });
    const element = mount('c-sign-in-page', SignInPage, { storeCode: 'demo' });
    (CurrentPageReference as any).emit(page('Page', {}));
    await settle(12);
    expect(element.querySelector('[data-staff-sign-out]')).not.toBeNull();
    expect(element.querySelector('form')).toBeNull();
    expect(mockNavigate).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});
