import SignInPage from 'c/signInPage';
import getProviders from '@salesforce/apex/SignInController.getProviders';
import signIn from '@salesforce/apex/SignInController.signIn';
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
jest.mock('@salesforce/apex/SignInController.getProviders', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/SignInController.signIn', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

const providers = getProviders as unknown as jest.Mock;
const tried = signIn as unknown as jest.Mock;

async function show(state: Record<string, string> = {}) {
  const element = mount('c-sign-in-page', SignInPage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Login', {}, state));
  (getStore as any).emit(store());
  await settle();
  return element;
}

async function submit(element: HTMLElement, email: string, password: string) {
  find(element, 'c-checkout-field').dispatchEvent(
    new CustomEvent('fieldinput', { detail: { name: 'email', value: email }, bubbles: true }),
  );
  find<HTMLInputElement>(element, '[data-field="password"]').value = password;
  find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('c-sign-in-page', () => {
  beforeEach(() => {
    providers.mockResolvedValue([
      { label: 'Google', kind: 'Google', url: 'https://shop.example/services/auth/sso/Google' },
      { label: 'Contoso', kind: 'Other', url: 'https://shop.example/services/auth/sso/Contoso' },
    ]);
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('offers the password and the providers of the store', async () => {
    const element = await show();
    expect(texts(element, '[data-provider]')).toEqual(['Google', 'Contoso']);
    expect(element.querySelectorAll('[data-provider] svg')).toHaveLength(1);
    expect(document.title).toContain('c.Identity_Page_Sign_In');
    await expect(element).toBeAccessible();
  });

  it('passes only pages of the site on', async () => {
    await show({ startURL: '//evil.example' });
    expect(providers).toHaveBeenLastCalledWith({ storeCode: 'demo', startUrl: '/account' });
    unmountAll();
    const element = await show({ startURL: '/order/x' });
    expect(providers).toHaveBeenLastCalledWith({ storeCode: 'demo', startUrl: '/order/x' });
    expect(find(element, '[data-sign-up]').getAttribute('href')).toContain('startURL=%2Forder%2Fx');
  });

  it('says what the server says, and asks nothing while a field is empty', async () => {
    tried.mockResolvedValue({ problem: 'E-mail address or password is wrong.' });
    const element = await show();
    await submit(element, '', '');
    expect(tried).not.toHaveBeenCalled();
    expect(texts(element, '[data-message]')).toEqual(['c.Identity_Email_Wrong', 'c.Identity_Password_Needed']);
    await submit(element, 'ada@example.com', 'wrong');
    expect(tried).toHaveBeenCalledWith({
      storeCode: 'demo',
      email: 'ada@example.com',
      password: 'wrong',
      startUrl: '/account',
    });
    expect(find(element, '[data-problem]').textContent).toBe('E-mail address or password is wrong.');
    expect(find(element, '[data-submit]').getAttribute('aria-disabled')).toBe('false');
    await expect(element).toBeAccessible();
  });

  it('can be tried again after a failure', async () => {
    tried.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    const element = await show();
    await submit(element, 'ada@example.com', 'right');
    expect(find(element, '[data-problem]').textContent).toBe('Busy');
  });

  it('tells whoever comes back from a provider, in words of the store', async () => {
    const cancelled = await show({ ErrorCode: 'access_denied', ErrorDescription: 'Call 555-0100' });
    expect(texts(cancelled, '[data-problem]')).toEqual(['c.Identity_Page_Provider_Cancelled']);
    unmountAll();
    const failed = await show({ ErrorCode: 'REGISTRATION_HANDLER_ERROR', ErrorDescription: 'Call 555-0100' });
    expect(texts(failed, '[data-problem]')).toEqual(['c.Identity_Page_Provider_Failed']);
    await expect(failed).toBeAccessible();
    unmountAll();
    expect(texts(await show({ ErrorDescription: 'Call 555-0100' }), '[data-problem]')).toEqual([]);
  });
});
