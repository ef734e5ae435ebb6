import ResetPage from 'c/resetPage';
import finishReset from '@salesforce/apex/SignInController.finishReset';
import lookAtReset from '@salesforce/apex/SignInController.lookAtReset';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import {
  find,
  mount,
  page,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/apex/SignInController.finishReset', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/SignInController.lookAtReset', () => ({ __esModule: true, default: jest.fn() }), {
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

const looked = lookAtReset as unknown as jest.Mock;
const finished = finishReset as unknown as jest.Mock;
const failure = (details: object) => ({ body: { message: JSON.stringify(details) } });

async function show() {
  const element = mount('c-reset-page', ResetPage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Reset_Password__c', {}, { token: 'secret' }));
  (getStore as any).emit(store());
  await settle(12);
  return element;
}

async function submit(element: HTMLElement, password: string) {
  find<HTMLInputElement>(element, '[data-field="password"]').value = password;
  find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('c-reset-page', () => {
  beforeEach(() => {
    looked.mockResolvedValue({ email: 'ada@example.com', passwordPolicy: 'At least 8 characters' });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
    sessionStorage.clear();
  });

  it('asks for a new password and tells what it has to be like', async () => {
    const element = await show();
    expect(looked).toHaveBeenCalledWith({ storeCode: 'demo', secret: 'secret' });
    expect(find(element, '[data-policy]').textContent).toBe('At least 8 characters');
    await expect(element).toBeAccessible();
  });

  it('shows what the password lacks, once', async () => {
    finished.mockRejectedValue(
      failure({ code: 'INVALID_INPUT', message: 'Check', fields: { password: 'Use a digit.' } }),
    );
    const element = await show();
    await submit(element, '');
    expect(finished).not.toHaveBeenCalled();
    expect(texts(element, '[data-message]')).toEqual(['c.Identity_Password_Needed']);
    await submit(element, 'too short');
    expect(finished).toHaveBeenCalledWith({
      storeCode: 'demo',
      secret: 'secret',
      password: 'too short',
      startUrl: '/account',
    });
    expect(texts(element, '[data-message]')).toEqual(['Use a digit.']);
    expect(element.querySelector('[data-problem]')).toBeNull();
  });

  it('says on the page that follows that the password is changed', async () => {
    finished.mockResolvedValue('#session');
    const element = await show();
    await submit(element, 'long enough 1');
    expect(window.location.hash).toBe('#session');
    expect(sessionStorage.getItem('storehouse.toast')).toContain('c.Identity_Page_Reset_Done');
    expect(find(element, '[data-submit]').getAttribute('aria-disabled')).toBe('true');
    window.location.hash = '';
  });

  it('says that one signs in with it where the platform starts no session', async () => {
    finished.mockResolvedValue(null);
    // jsdom says that it goes to no other page.
    const told = jest.spyOn(console, 'error').mockImplementation();
    const element = await show();
    await submit(element, 'long enough 1');
    expect(sessionStorage.getItem('storehouse.toast')).toContain('c.Identity_Page_Reset_Done_Sign_In');
    told.mockRestore();
  });

  it('offers a new link where this one is gone, also when it goes meanwhile', async () => {
    looked.mockRejectedValue(failure({ code: 'LINK_INVALID', message: 'Gone' }));
    let element = await show();
    expect(find(element, '[data-gone]').getAttribute('href')).toBe('/forgot-password');
    expect(element.textContent).toContain('c.Identity_Page_Reset_Gone');
    await expect(element).toBeAccessible();
    unmountAll();
    looked.mockResolvedValue({ email: 'ada@example.com' });
    finished.mockRejectedValue(failure({ code: 'LINK_INVALID', message: 'Gone' }));
    element = await show();
    await submit(element, 'long enough 1');
    expect(find(element, '[data-gone]')).not.toBeNull();
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
