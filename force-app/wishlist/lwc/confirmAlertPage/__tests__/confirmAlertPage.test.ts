import ConfirmAlertPage from 'c/confirmAlertPage';
import confirmAlert from '@salesforce/apex/StockAlertController.confirmAlert';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, page, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StockAlertController.confirmAlert', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockConfirm = confirmAlert as unknown as jest.Mock;

async function show() {
  const element = mount('c-confirm-alert-page', ConfirmAlertPage, { storeCode: 'demo' });
  (CurrentPageReference as any).emit(page('Confirm_Alert__c', {}, { token: 'secret' }));
  await settle();
  return element;
}

describe('c-confirm-alert-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it.each([
    ['Waiting', 'c.Wishlist_Confirm_Done'],
    ['Back', 'c.Wishlist_Confirm_Back'],
  ])('confirms when it is asked to, not by being visited: %s', async (state, heading) => {
    mockConfirm.mockResolvedValue({ state, title: 'Mug', slug: 'mug', variantId: 'clay' });
    const element = await show();
    expect(mockConfirm).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    find(element, '[data-submit]').click();
    await settle();
    expect(mockConfirm).toHaveBeenCalledWith({ storeCode: 'demo', secret: 'secret' });
    expect(find(element, '[data-heading]').textContent).toBe(heading);
    expect(find(element, '[data-confirmed]').getAttribute('href')).toBe('/product/mug?variant=clay');
    await expect(element).toBeAccessible();
  });

  it('says that the link opens nothing', async () => {
    mockConfirm.mockRejectedValue({ body: { message: '{"code":"LINK_INVALID","message":"Gone"}' } });
    const element = await show();
    find(element, '[data-submit]').click();
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Gone');
  });
});
