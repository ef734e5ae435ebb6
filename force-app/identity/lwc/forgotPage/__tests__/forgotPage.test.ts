import ForgotPage from 'c/forgotPage';
import forgotPassword from '@salesforce/apex/SignInController.forgotPassword';
import { CurrentPageReference } from 'lightning/navigation';
import getStore from '@salesforce/apex/StorefrontController.getStore';
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
jest.mock('@salesforce/apex/SignInController.forgotPassword', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const asked = forgotPassword as unknown as jest.Mock;

async function show() {
  const element = mount('c-forgot-page', ForgotPage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Forgot_Password', {}, { startURL: '/checkout' }));
  (getStore as any).emit(store());
  await settle();
  return element;
}

async function submit(element: HTMLElement, value: string) {
  find(element, 'c-checkout-field').dispatchEvent(
    new CustomEvent('fieldinput', { detail: { name: 'email', value }, bubbles: true }),
  );
  find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('c-forgot-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('says the same for every address', async () => {
    asked.mockResolvedValue(undefined);
    const element = await show();
    await expect(element).toBeAccessible();
    await submit(element, '');
    expect(asked).not.toHaveBeenCalled();
    await submit(element, 'ada@example.com');
    expect(asked).toHaveBeenCalledWith({ storeCode: 'demo', email: 'ada@example.com', startUrl: '/checkout' });
    expect(find(element, '[data-sent]').getAttribute('href')).toBe('/sign-in?startURL=%2Fcheckout');
    await expect(element).toBeAccessible();
  });

  it('shows what is no address', async () => {
    asked.mockRejectedValue({
      body: { message: '{"code":"INVALID_INPUT","message":"Check","fields":{"email":"No address"}}' },
    });
    const element = await show();
    await submit(element, 'x');
    expect(texts(element, '[data-message]')).toEqual(['No address']);
  });
});
