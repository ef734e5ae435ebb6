import AccountDeletion from 'c/accountDeletion';
import ask from '@salesforce/apex/DataDeletionController.ask';
import getState from '@salesforce/apex/DataDeletionController.getState';
import sendLink from '@salesforce/apex/DataDeletionController.sendLink';
import withdraw from '@salesforce/apex/DataDeletionController.withdraw';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/DataDeletionController.ask', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/DataDeletionController.getState', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/DataDeletionController.sendLink', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/DataDeletionController.withdraw', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockAsk = ask as unknown as jest.Mock;
const mockState = getState as unknown as jest.Mock;
const mockLink = sendLink as unknown as jest.Mock;
const mockKeep = withdraw as unknown as jest.Mock;
const NONE = {
  isOpen: false,
  requestedAt: null,
  dueOn: null,
  keepUntil: null,
  losses: [] as string[],
  openOrders: 0,
  refusal: null,
  keptYears: 10,
  isEditable: true,
  hasPassword: true,
};
const OPEN = {
  ...NONE,
  isOpen: true,
  requestedAt: '2026-01-02T10:00:00.000Z',
  dueOn: '2026-02-01',
  keepUntil: '2026-01-09',
  openOrders: 1,
};

async function show(change = {}, query = {}) {
  mockState.mockResolvedValue({ ...NONE, ...change });
  const element = mount('c-account-deletion', AccountDeletion, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Account_Your_data__c', {}, query));
  await settle();
  return element;
}

const submit = async (element: HTMLElement) => {
  find(element, '[data-form]').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
};

describe('c-account-deletion', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('says what is lost that is worth something', async () => {
    const element = await show({ losses: ['Your store credit of $55.00'] });
    find(element, '[data-start]').click();
    await settle();
    expect(find(element, '[data-losses]').textContent).toContain('$55.00');
    await expect(element).toBeAccessible();
  });

  it('says what goes and stays, wants the password, and can be taken back', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    expect(element.querySelector('[data-form]')).toBeNull();
    find(element, '[data-start]').click();
    await settle();
    await expect(element).toBeAccessible();
    mockAsk.mockRejectedValueOnce({
      body: { message: '{"code":"INVALID_INPUT","message":"Look","fields":{"password":"Wrong"}}' },
    });
    (find(element, 'input') as HTMLInputElement).value = 'secret';
    await submit(element);
    expect(mockAsk).toHaveBeenCalledWith({ storeCode: 'demo', password: 'secret', secret: null });
    expect(element.textContent).toContain('Wrong');
    expect(element.querySelector('[data-problem]')).toBeNull();
    mockAsk.mockResolvedValue(OPEN);
    await submit(element);
    expect(element.querySelector('[data-open]')).not.toBeNull();
    expect(element.querySelector('[data-form]')).toBeNull();
    await expect(element).toBeAccessible();
    mockKeep.mockResolvedValue(NONE);
    find(element, '[data-keep]').click();
    await settle();
    expect(element.querySelector('[data-start]')).not.toBeNull();
  });

  it('sends a link to whoever has no password; the link stands for it', async () => {
    const element = await show();
    find(element, '[data-start]').click();
    await settle();
    find(element, '[data-link]').click();
    await settle();
    expect(mockLink).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(element.querySelector('[data-sent]')).not.toBeNull();
    unmountAll();
    const led = await show({}, { token: 'secret' });
    expect(led.querySelector('[data-by-link]')).not.toBeNull();
    expect(led.querySelector('input')).toBeNull();
    mockAsk.mockRejectedValueOnce({ body: { message: '{"code":"LINK_INVALID","message":"Gone"}' } });
    await submit(led);
    expect(mockAsk).toHaveBeenLastCalledWith({ storeCode: 'demo', password: null, secret: 'secret' });
    expect(find(led, '[data-problem]').textContent).toBe('Gone');
    await expect(led).toBeAccessible();
  });

  it('asks nobody for a password that they do not have', async () => {
    const element = await show({ hasPassword: false });
    find(element, '[data-start]').click();
    await settle();
    expect(element.querySelector('c-password-field')).toBeNull();
    expect(element.querySelector('[data-submit]')).toBeNull();
    await expect(element).toBeAccessible();
    mockLink.mockRejectedValueOnce({ body: { message: '{"code":"EMAIL_UNPROVEN","message":"Confirm it first"}' } });
    find(element, '[data-link]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Confirm it first');
    find(element, '[data-link]').click();
    await settle();
    expect(element.querySelector('[data-sent]')).not.toBeNull();
    expect(element.querySelector('[data-link]')).toBeNull();
  });

  it('tells why it was refused; staff in the customer’s place may not ask', async () => {
    const refused = await show({ refusal: 'A lawsuit' });
    expect(find(refused, '[data-refused]').textContent).toContain('A lawsuit');
    unmountAll();
    const helped = await show({ isEditable: false });
    expect(helped.querySelector('[data-locked]')).not.toBeNull();
    expect(helped.querySelector('[data-start]')).toBeNull();
    await expect(helped).toBeAccessible();
  });

  it('keeps the account when one thinks better of it', async () => {
    const element = await show();
    find(element, '[data-start]').click();
    await settle();
    find(element, '[data-close]').click();
    await settle();
    expect(mockAsk).not.toHaveBeenCalled();
    expect(element.querySelector('[data-form]')).toBeNull();
  });
});
