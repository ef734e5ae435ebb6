import AccountProfile from 'c/accountProfile';
import changePassword from '@salesforce/apex/ProfileController.changePassword';
import getProfile from '@salesforce/apex/ProfileController.getProfile';
import requestEmail from '@salesforce/apex/ProfileController.requestEmail';
import requestPassword from '@salesforce/apex/ProfileController.requestPassword';
import saveProfile from '@salesforce/apex/ProfileController.saveProfile';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { subscribe, type Toast } from 'c/storeEvents';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ProfileController.changePassword', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ProfileController.getProfile', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ProfileController.requestEmail', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ProfileController.requestPassword', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ProfileController.saveProfile', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const mockGet = getProfile as unknown as jest.Mock;
const mockSave = saveProfile as unknown as jest.Mock;
const mockEmail = requestEmail as unknown as jest.Mock;
const mockSet = requestPassword as unknown as jest.Mock;
const mockPassword = changePassword as unknown as jest.Mock;
const ADA = {
  firstName: 'Ada',
  lastName: 'Byron',
  phone: null,
  email: 'ada@example.com',
  isUnproven: false,
  hasPassword: true,
  isEditable: true,
};
const failure = (fields: Record<string, string>) => ({
  body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields }) },
});

async function show() {
  const element = mount('c-account-profile', AccountProfile, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

function type(element: HTMLElement, name: string, value: string): void {
  const input = find(element, `[data-field="${name}"]`) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function submit(element: HTMLElement, form: string): Promise<void> {
  find(element, `[data-form="${form}"]`).dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('c-account-profile', () => {
  let toasts: Toast[] = [];
  let end: () => void;
  beforeEach(() => {
    mockGet.mockResolvedValue(ADA);
    toasts = [];
    end = subscribe('toast', (toast) => toasts.push(toast));
  });
  afterEach(() => {
    end();
    unmountAll();
    jest.resetAllMocks();
  });

  it('saves name and phone number', async () => {
    mockSave.mockResolvedValue({ ...ADA, lastName: 'King', phone: '12345' });
    const element = await show();
    await expect(element).toBeAccessible();
    type(element, 'lastName', 'King');
    type(element, 'phone', '12345');
    await submit(element, 'name');
    expect(mockSave).toHaveBeenCalledWith({
      storeCode: 'demo',
      firstName: 'Ada',
      lastName: 'King',
      phone: '12345',
    });
    expect(toasts[0].tone).toBe('success');
    expect((find(element, '[data-field="lastName"]') as HTMLInputElement).value).toBe('King');
  });

  it('says at the field what is wrong', async () => {
    mockSave.mockRejectedValue(failure({ phone: 'No number' }));
    const element = await show();
    type(element, 'phone', 'x');
    await submit(element, 'name');
    expect(find(element, '[data-message="phone"]').textContent).toBe('No number');
    expect((document.activeElement as HTMLElement).dataset.field).toBe('phone');
    await expect(element).toBeAccessible();
  });

  it('has a link sent to a new address', async () => {
    const element = await show();
    type(element, 'email', ' new@example.com ');
    type(element, 'emailPassword', 'correct horse');
    await submit(element, 'email');
    expect(mockEmail).toHaveBeenCalledWith({
      storeCode: 'demo',
      email: 'new@example.com',
      password: 'correct horse',
    });
    expect(element.querySelector('[data-sent]')).not.toBeNull();
    mockEmail.mockRejectedValue(failure({ email: 'No address' }));
    await submit(element, 'email');
    expect(find(element, '[data-message="email"]').textContent).toBe('No address');
    expect(element.querySelector('[data-sent]')).toBeNull();
  });

  it('wants the password of a new address, from whoever has one', async () => {
    mockEmail.mockRejectedValue(failure({ emailPassword: 'Another one' }));
    const element = await show();
    type(element, 'email', 'new@example.com');
    await submit(element, 'email');
    expect(find(element, '[data-message="emailPassword"]').textContent).toBe('Another one');
    unmountAll();
    mockEmail.mockResolvedValue(undefined);
    mockGet.mockResolvedValue({ ...ADA, hasPassword: false });
    const other = await show();
    expect(other.querySelector('[data-field="emailPassword"]')).toBeNull();
    type(other, 'email', 'new@example.com');
    await submit(other, 'email');
    expect(mockEmail).toHaveBeenLastCalledWith({ storeCode: 'demo', email: 'new@example.com', password: null });
  });

  it('has the link of an address sent that nobody vouched for', async () => {
    mockGet.mockResolvedValue({ ...ADA, isUnproven: true, hasPassword: false });
    const element = await show();
    await expect(element).toBeAccessible();
    find(element, '[data-unproven] button').click();
    await settle();
    expect(mockEmail).toHaveBeenCalledWith({ storeCode: 'demo', email: 'ada@example.com', password: null });
    expect(element.querySelector('[data-sent]')).not.toBeNull();
  });

  it('says what one signs in with while another address waits', async () => {
    mockGet.mockResolvedValue({ ...ADA, hasPassword: false, waitingEmail: 'new@example.com' });
    const element = await show();
    expect(element.querySelector('[data-email-now]')).not.toBeNull();
    expect(find(element, '[data-waiting]').textContent).toContain('c.Account_Profile_Email_Waiting');
    await expect(element).toBeAccessible();
    find(element, '[data-waiting] button').click();
    await settle();
    expect(mockEmail).toHaveBeenCalledWith({ storeCode: 'demo', email: 'new@example.com', password: null });
  });

  it('tells a wrong password and keeps what was typed', async () => {
    mockPassword.mockRejectedValue(failure({ oldPassword: 'Another one' }));
    const element = await show();
    type(element, 'oldPassword', 'guess');
    type(element, 'password', 'correct horse');
    await submit(element, 'password');
    expect(mockPassword).toHaveBeenCalledWith({
      storeCode: 'demo',
      oldPassword: 'guess',
      password: 'correct horse',
      startUrl: '/account/profile',
    });
    expect(find(element, '[data-message="oldPassword"]').textContent).toBe('Another one');
    expect((find(element, '[data-field="password"]') as HTMLInputElement).value).toBe('correct horse');
  });

  it('says what a new password must be like', async () => {
    mockGet.mockResolvedValue({ ...ADA, passwordPolicy: 'At least 12 characters.' });
    const element = await show();
    expect(find(element, '[data-form="password"]').textContent).toContain('At least 12 characters.');
  });

  it('has a link sent to whoever has no password, once their address is confirmed', async () => {
    mockGet.mockResolvedValue({ ...ADA, hasPassword: false });
    const element = await show();
    expect(element.querySelector('[data-field="oldPassword"]')).toBeNull();
    await expect(element).toBeAccessible();
    mockSet.mockRejectedValueOnce(failure({}));
    find(element, '[data-send-password]').click();
    await settle();
    expect(find(element, '[data-no-password] [role="alert"]').textContent).toBe('Check');
    find(element, '[data-send-password]').click();
    await settle();
    expect(mockSet).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(element.querySelector('[data-password-sent]')).not.toBeNull();
    expect(element.querySelector('[data-send-password]')).toBeNull();
    unmountAll();
    mockGet.mockResolvedValue({ ...ADA, hasPassword: false, isUnproven: true });
    const other = await show();
    expect(other.querySelector('[data-send-password]')).toBeNull();
    expect(find(other, '[data-no-password]').textContent).toContain('c.Account_Profile_Password_Prove');
  });

  it('offers staff in the place of the customer nothing to change', async () => {
    mockGet.mockResolvedValue({ ...ADA, isEditable: false });
    const element = await show();
    expect(element.querySelector('[data-locked]')).not.toBeNull();
    expect(element.querySelector('form')).toBeNull();
    expect(find(element, 'dl').textContent).toContain('ada@example.com');
    await expect(element).toBeAccessible();
  });

  it('says what went wrong and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: 'broken' } });
    const element = await show();
    find(element, '[data-retry]').click();
    await settle();
    expect(element.querySelector('[data-form="name"]')).not.toBeNull();
  });
});
