import ConfirmEmailPage from 'c/confirmEmailPage';
import confirmEmail from '@salesforce/apex/SignInController.confirmEmail';
import lookAtEmailLink from '@salesforce/apex/SignInController.lookAtEmailLink';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/SignInController.confirmEmail', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

jest.mock('@salesforce/apex/SignInController.lookAtEmailLink', () => ({ __esModule: true, default: jest.fn() }), {
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

const looked = lookAtEmailLink as unknown as jest.Mock;
const confirmed = confirmEmail as unknown as jest.Mock;

async function show() {
  const element = mount('c-confirm-email-page', ConfirmEmailPage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Confirm_Email__c', {}, { token: 'secret' }));
  (getStore as any).emit(store());
  await settle();
  return element;
}

const asked = { email: 'new@example.com', account: 'Ada (a•••@example.com)', isSignedIn: true, isTheirs: true };

describe('c-confirm-email-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('confirms when it is asked to, not by being visited', async () => {
    looked.mockResolvedValue(asked);
    confirmed.mockResolvedValue('new@example.com');
    const element = await show();
    expect(confirmed).not.toHaveBeenCalled();
    expect(find(element, 'c-identity-panel').textContent).toContain('c.Identity_Page_Confirm_Email_Text');
    await expect(element).toBeAccessible();
    find(element, '[data-submit]').click();
    await settle();
    expect(confirmed).toHaveBeenCalledWith({ storeCode: 'demo', secret: 'secret' });
    expect(find(element, '[data-confirmed]').getAttribute('href')).toBe('/account');
  });

  it('leads a guest to sign in, and back', async () => {
    window.history.replaceState(null, '', '/confirm-email?token=secret');
    looked.mockResolvedValue({ ...asked, isSignedIn: false, isTheirs: false });
    const element = await show();
    expect(element.querySelector('[data-submit]')).toBeNull();
    expect(find(element, 'c-identity-panel').textContent).toContain('c.Identity_Page_Confirm_Guest');
    expect(find(element, '[data-sign-in]').getAttribute('href')).toBe(
      '/sign-in?startURL=%2Fconfirm-email%3Ftoken%3Dsecret',
    );
    await expect(element).toBeAccessible();
    window.history.replaceState(null, '', '/');
  });

  it('confirms nothing for another account', async () => {
    looked.mockResolvedValue({ ...asked, isTheirs: false });
    const element = await show();
    expect(element.querySelector('[data-submit]')).toBeNull();
    expect(find(element, 'c-identity-panel').textContent).toContain('c.Identity_Page_Confirm_Other');
    expect(find(element, '[data-sign-out]').getAttribute('href')).toMatch(
      /^\/secur\/logout\.jsp\?retUrl=%2Fsign-in%3FstartURL%3D/,
    );
  });

  it('tells that the link is gone, before and after the button', async () => {
    const goneError = { body: { message: '{"code":"LINK_INVALID","message":"Gone"}' } };
    looked.mockResolvedValue(asked);
    confirmed.mockRejectedValue(goneError);
    const element = await show();
    find(element, '[data-submit]').click();
    await settle();
    expect(find(element, '[data-gone]').getAttribute('href')).toBe('/account/profile');
    unmountAll();
    looked.mockRejectedValue(goneError);
    expect(find(await show(), 'c-identity-panel').textContent).toContain('c.Identity_Page_Confirm_Gone');
  });

  it('says what else stands in the way', async () => {
    looked.mockResolvedValue(asked);
    confirmed.mockRejectedValue({ body: { message: '{"code":"HAS_ACCOUNT","message":"Somebody has it"}' } });
    const element = await show();
    find(element, '[data-submit]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Somebody has it');
  });

  it('tells staff that the link is a customer’s, and how to go on', async () => {
    looked.mockRejectedValue({ body: { message: JSON.stringify({ code: 'STAFF_SESSION', message: 'Staff' }) } });
    (getStaffVisit as unknown as jest.Mock).mockResolvedValue({
      staffName: 'Sam',
      orgUrl: '/lightning/o/Contact/list',
    });
    const element = await show();
    await settle(12);
    expect(find(element, '[data-lead]').textContent).toContain('c.Identity_Page_Staff_Link');
    expect(element.querySelector('[data-gone]')).toBeNull();
    expect(element.querySelector('form')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
