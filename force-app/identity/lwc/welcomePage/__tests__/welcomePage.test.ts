import WelcomePage from 'c/welcomePage';
import finishSignUp from '@salesforce/apex/SignInController.finishSignUp';
import lookAtLink from '@salesforce/apex/SignInController.lookAtLink';
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
jest.mock('@salesforce/apex/SignInController.finishSignUp', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/SignInController.lookAtLink', () => ({ __esModule: true, default: jest.fn() }), {
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

const looked = lookAtLink as unknown as jest.Mock;
const finished = finishSignUp as unknown as jest.Mock;
const failure = (details: object) => ({ body: { message: JSON.stringify(details) } });

async function show(more = {}) {
  const element = mount('c-welcome-page', WelcomePage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Welcome__c', {}, { token: 'secret' }));
  (getStore as any).emit({ ...store(), ...more });
  await settle(12);
  return element;
}

async function submit(element: HTMLElement, password: string) {
  find<HTMLInputElement>(element, '[data-field="password"]').value = password;
  find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('c-welcome-page', () => {
  beforeEach(() => {
    looked.mockResolvedValue({
      email: 'ada@example.com',
      firstName: 'Ada',
      lastName: 'Lovelace',
      isInvited: true,
      passwordPolicy: 'At least 8 characters',
    });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('asks for a password and tells what it has to be like', async () => {
    const element = await show();
    expect(looked).toHaveBeenCalledWith({ storeCode: 'demo', secret: 'secret' });
    expect(find(element, '[data-policy]').textContent).toBe('At least 8 characters');
    expect(find<HTMLInputElement>(element, '[data-field="firstName"]').value).toBe('Ada');
    await expect(element).toBeAccessible();
  });

  it('shows what the password lacks', async () => {
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
      firstName: 'Ada',
      lastName: 'Lovelace',
      password: 'too short',
      startUrl: '/account',
    });
    expect(texts(element, '[data-message]')).toEqual(['Use a digit.']);
  });

  it('leads to what new customers are asked', async () => {
    finished.mockRejectedValue(failure({ code: 'UNEXPECTED', message: 'Later' }));
    await submit(await show({ formPlaces: ['Checkout'] }), 'long enough 1');
    expect(finished.mock.lastCall[0].startUrl).toBe('/account');
    unmountAll();
    await submit(await show({ formPlaces: ['Checkout', 'Registration'] }), 'long enough 1');
    expect(finished.mock.lastCall[0].startUrl).toBe('/account/forms');
  });

  it('offers a new link where this one is gone, also when it goes meanwhile', async () => {
    looked.mockRejectedValue(failure({ code: 'LINK_INVALID', message: 'Gone' }));
    let element = await show();
    expect(find(element, '[data-gone]').getAttribute('href')).toBe('/sign-up');
    expect(element.textContent).toContain('Gone');
    await expect(element).toBeAccessible();
    unmountAll();
    looked.mockResolvedValue({ email: 'ada@example.com', lastName: 'L', isInvited: false });
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
