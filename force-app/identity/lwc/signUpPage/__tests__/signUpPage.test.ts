import SignUpPage from 'c/signUpPage';
import requestSignUp from '@salesforce/apex/SignInController.requestSignUp';
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
jest.mock('@salesforce/apex/SignInController.requestSignUp', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const asked = requestSignUp as unknown as jest.Mock;

async function show() {
  const element = mount('c-sign-up-page', SignUpPage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Register', {}, { startURL: '/order/x' }));
  (getStore as any).emit(store());
  await settle();
  return element;
}

async function submit(element: HTMLElement, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values))
    find(element, 'c-checkout-field').dispatchEvent(
      new CustomEvent('fieldinput', { detail: { name, value }, bubbles: true }),
    );
  find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('c-sign-up-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('says where to look, whoever the address belongs to', async () => {
    asked.mockResolvedValue(undefined);
    const element = await show();
    await expect(element).toBeAccessible();
    await submit(element, { lastName: 'Lovelace', email: 'ada@example.com' });
    expect(asked).toHaveBeenCalledWith({
      storeCode: 'demo',
      firstName: '',
      lastName: 'Lovelace',
      email: 'ada@example.com',
      startUrl: '/order/x',
    });
    expect(element.textContent).toContain('c.Identity_Page_Check_Mail_Text');
    await expect(element).toBeAccessible();
    find(element, '[data-again]').click();
    await settle();
    expect(find<HTMLInputElement>(element, '[data-field="email"]').value).toBe('');
    expect(find<HTMLInputElement>(element, '[data-field="lastName"]').value).toBe('Lovelace');
  });

  it('shows what is missing, and what the server finds', async () => {
    asked.mockRejectedValue({
      body: { message: '{"code":"INVALID_INPUT","message":"Check","fields":{"email":"No address"}}' },
    });
    const element = await show();
    await submit(element, {});
    expect(asked).not.toHaveBeenCalled();
    expect(texts(element, '[data-message]')).toEqual(['c.Identity_Name_Needed', 'c.Identity_Email_Wrong']);
    await submit(element, { lastName: 'L', email: 'x' });
    expect(texts(element, '[data-message]')).toEqual(['No address']);
    expect(find(element, '[data-problem]').textContent).toBe('Check');
  });
});
