import AccountLayout from 'c/accountLayout';
import getSections from '@salesforce/apex/AccountController.getSections';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AccountController.getSections', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });
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

describe('c-account-layout for a guest', () => {
  afterEach(unmountAll);

  it('sends guests to sign in and asks the server nothing', async () => {
    window.history.replaceState(null, '', '/account');
    const element = mount('c-account-layout', AccountLayout, { storeCode: 'demo' });
    await settle();
    expect(mockNavigate).toHaveBeenCalledWith({
      type: 'standard__webPage',
      attributes: { url: '/sign-in?startURL=%2Faccount' },
    });
    expect(getSections).not.toHaveBeenCalled();
    expect(element.childElementCount).toBe(0);
    await expect(element).toBeAccessible();
  });
});
