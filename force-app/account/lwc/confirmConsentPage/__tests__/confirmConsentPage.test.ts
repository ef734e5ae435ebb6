import ConfirmConsentPage from 'c/confirmConsentPage';
import confirm from '@salesforce/apex/ConsentConfirmController.confirm';
import look from '@salesforce/apex/ConsentConfirmController.look';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ConsentConfirmController.confirm', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConsentConfirmController.look', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockLook = look as unknown as jest.Mock;
const mockConfirm = confirm as unknown as jest.Mock;
const at = (state: string) => ({ email: 'a•••@example.com', state });

async function show() {
  const element = mount('c-confirm-consent-page', ConfirmConsentPage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Confirm_Consent__c', {}, { token: 'secret' }));
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-confirm-consent-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('confirms when it is asked to, not by being visited', async () => {
    mockLook.mockResolvedValue(at('open'));
    mockConfirm.mockResolvedValue(at('confirmed'));
    const element = await show();
    expect(mockConfirm).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    find(element, '[data-submit]').click();
    find(element, '[data-submit]').click();
    await settle();
    expect(mockConfirm.mock.calls).toEqual([[{ storeCode: 'demo', token: 'secret' }]]);
    expect(find(element, 'h1').textContent).toBe('c.Account_Confirm_Done');
    expect(element.querySelector('[data-submit]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    ['expired', 'c.Account_Confirm_Expired'],
    ['ended', 'c.Account_Confirm_Ended'],
  ])('tells that the link is %s and where to agree anew', async (state, heading) => {
    mockLook.mockResolvedValue(at(state));
    const element = await show();
    expect(find(element, 'h1').textContent).toBe(heading);
    expect(element.querySelector('[data-submit]')).toBeNull();
    expect(find(element, '[data-account]').getAttribute('href')).toContain('account/communication');
    await expect(element).toBeAccessible();
  });

  it('says what went wrong, and can be asked again', async () => {
    mockLook.mockResolvedValue(at('open'));
    mockConfirm.mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Again"}' } });
    const element = await show();
    find(element, '[data-submit]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Again');
    mockConfirm.mockResolvedValue(at('confirmed'));
    find(element, '[data-submit]').click();
    await settle();
    expect(element.querySelector('[data-problem]')).toBeNull();
    expect(find(element, 'h1').textContent).toBe('c.Account_Confirm_Done');
  });

  it('tells that the link opens nothing', async () => {
    mockLook.mockRejectedValue({ body: { message: '{"code":"LINK_INVALID","message":"Gone"}' } });
    const element = await show();
    expect(find(element, '[data-problem]').textContent).toBe('Gone');
    expect(element.querySelector('[data-submit]')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
