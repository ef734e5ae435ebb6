import AccountConsents from 'c/accountConsents';
import getConsents from '@salesforce/apex/ConsentController.getConsents';
import setEmail from '@salesforce/apex/ConsentController.setEmail';
import setList from '@salesforce/apex/ConsentController.setList';
import setText from '@salesforce/apex/ConsentController.setText';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { subscribe, type Toast } from 'c/storeEvents';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ConsentController.getConsents', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConsentController.setEmail', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConsentController.setList', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConsentController.setText', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getConsents as unknown as jest.Mock;
const mockEmail = setEmail as unknown as jest.Mock;
const mockList = setList as unknown as jest.Mock;
const mockText = setText as unknown as jest.Mock;
const NONE = {
  email: 'ada@example.com',
  wantsEmail: false,
  isWaiting: false,
  isBlocked: false,
  phone: '+1 503 555 0100',
  wantsText: false,
  lists: [{ id: 'l1', title: 'New arrivals', description: 'Once a month', isOn: false, isWaiting: false }],
  isEditable: true,
};

async function show(change = {}) {
  mockGet.mockResolvedValue({ ...NONE, ...change });
  const element = mount('c-account-consents', AccountConsents, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

const box = (element: HTMLElement, selector: string) => find(element, selector) as HTMLInputElement;

async function tick(element: HTMLElement, selector: string) {
  box(element, selector).click();
  await settle();
}

describe('c-account-consents', () => {
  let toasts: Toast[] = [];
  let end: () => void;
  beforeEach(() => {
    toasts = [];
    end = subscribe('toast', (toast) => toasts.push(toast));
  });
  afterEach(() => {
    end();
    unmountAll();
    jest.resetAllMocks();
  });

  it('keeps each choice at once; lists open with news by e-mail', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    expect(box(element, '[data-list="l1"]').disabled).toBe(true);
    mockEmail.mockResolvedValue({ ...NONE, wantsEmail: true });
    await tick(element, '[data-email]');
    expect(mockEmail).toHaveBeenCalledWith({ storeCode: 'demo', wanted: true });
    expect(toasts[0].tone).toBe('success');
    expect(element.querySelector('[data-lists-off]')).toBeNull();
    mockList.mockResolvedValue({ ...NONE, wantsEmail: true, lists: [{ ...NONE.lists[0], isOn: true }] });
    await tick(element, '[data-list="l1"]');
    expect(mockList).toHaveBeenCalledWith({ storeCode: 'demo', listId: 'l1', wanted: true });
    mockText.mockResolvedValue({ ...NONE, wantsText: true });
    await tick(element, '[data-text]');
    expect(mockText).toHaveBeenCalledWith({ storeCode: 'demo', wanted: true });
    expect(box(element, '[data-text]').checked).toBe(true);
  });

  it('takes a tick back that could not be kept', async () => {
    const element = await show({ wantsEmail: true });
    mockEmail.mockRejectedValue({ body: { message: 'broken' } });
    await tick(element, '[data-email]');
    expect(box(element, '[data-email]').checked).toBe(true);
    expect(toasts[0].tone).toBe('error');
  });

  it('says why something cannot be chosen', async () => {
    const element = await show({ phone: null, isBlocked: true });
    expect(box(element, '[data-email]').disabled).toBe(true);
    expect(find(element, '[data-email-note]').textContent).toBe('c.Account_Consent_Blocked');
    expect(box(element, '[data-text]').disabled).toBe(true);
    expect(find(element, 'a').getAttribute('href')).toBe('/account/profile');
    await expect(element).toBeAccessible();
  });

  it('lets staff in the place of the customer only look', async () => {
    const element = await show({ isEditable: false, wantsEmail: true });
    expect(element.querySelector('[data-locked]')).not.toBeNull();
    const boxes = Array.from(element.querySelectorAll<HTMLInputElement>('input'));
    expect(boxes.map(({ disabled }) => disabled)).toEqual([true, true, true]);
  });

  it('says what went wrong and tries again', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: 'broken' } });
    const element = mount('c-account-consents', AccountConsents, { storeCode: 'demo' });
    (getStore as any).emit(store());
    await settle();
    mockGet.mockResolvedValue(NONE);
    find(element, '[data-retry]').click();
    await settle();
    expect(element.querySelector('[data-email]')).not.toBeNull();
  });

  it('says that the link is waited for, sends another one, and can be taken back', async () => {
    const waits = { ...NONE, isWaiting: true, lists: [{ ...NONE.lists[0], isWaiting: true }] };
    const element = await show();
    mockEmail.mockResolvedValue(waits);
    await tick(element, '[data-email]');
    expect(toasts.at(-1)?.message).toBe('c.Account_Consent_Sent');
    expect(box(element, '[data-email]').checked).toBe(true);
    expect(find(element, '[data-waiting] p').textContent).toContain('c.Account_Consent_Waiting');
    expect(box(element, '[data-list="l1"]').disabled).toBe(false);
    expect(box(element, '[data-list="l1"]').checked).toBe(true);
    await expect(element).toBeAccessible();
    find(element, '[data-again]').click();
    await settle();
    expect(mockEmail).toHaveBeenLastCalledWith({ storeCode: 'demo', wanted: true });
    mockEmail.mockRejectedValueOnce({ body: { message: '{"code":"TOO_MANY","message":"Later"}' } });
    find(element, '[data-again]').click();
    await settle();
    expect(toasts.at(-1)?.message).toBe('Later');
    mockEmail.mockResolvedValue(NONE);
    await tick(element, '[data-email]');
    expect(mockEmail).toHaveBeenLastCalledWith({ storeCode: 'demo', wanted: false });
    expect(element.querySelector('[data-waiting]')).toBeNull();
  });
});
