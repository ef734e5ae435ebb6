import AccountAddresses from 'c/accountAddresses';
import getAddresses from '@salesforce/apex/AddressBookController.getAddresses';
import removeAddress from '@salesforce/apex/AddressBookController.removeAddress';
import saveAddress from '@salesforce/apex/AddressBookController.saveAddress';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { subscribe, type Toast } from 'c/storeEvents';
import {
  BERLIN,
  find,
  mount,
  serveAddressData,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AddressBookController.getAddresses', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AddressBookController.removeAddress', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AddressBookController.saveAddress', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockGet = getAddresses as unknown as jest.Mock;
const mockRemove = removeAddress as unknown as jest.Mock;
const mockSave = saveAddress as unknown as jest.Mock;
const HOME = {
  id: 'a1',
  label: 'Home',
  address: { ...BERLIN },
  isDefaultShipping: true,
  isDefaultBilling: true,
  isShared: false,
  isEditable: true,
};
const DEPOT = {
  ...HOME,
  id: 'a2',
  label: null,
  isDefaultShipping: false,
  isDefaultBilling: false,
  isShared: true,
  isEditable: false,
};
const book = (...addresses: unknown[]) => ({ addresses, most: 50, mayShare: false, mayKeep: true });

async function page() {
  const element = mount('c-account-addresses', AccountAddresses, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle(12);
  return element;
}

describe('c-account-addresses', () => {
  let toasts: Toast[] = [];
  let end: () => void;
  beforeEach(() => {
    serveAddressData();
    toasts = [];
    end = subscribe('toast', (toast) => toasts.push(toast));
  });
  afterEach(() => {
    end();
    unmountAll();
    jest.resetAllMocks();
  });

  it('tells the own default from the one of the company', async () => {
    mockGet.mockResolvedValue(book(HOME, { ...DEPOT, isDefaultShipping: true }));
    const element = await page();
    expect(texts(element, '[data-address="a2"] .badge')).toEqual([
      'c.Account_Badge_Shared_Shipping',
      'c.Account_Badge_Shared',
    ]);
    expect(element.querySelector('[data-own-first]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows addresses with what they are for; those of others cannot be changed', async () => {
    mockGet.mockResolvedValue(book(HOME, DEPOT));
    const element = await page();
    expect(texts(element, '[data-address="a1"] .badge')).toEqual([
      'c.Account_Badge_Shipping',
      'c.Account_Badge_Billing',
    ]);
    expect(texts(element, '[data-address="a2"] .badge')).toEqual(['c.Account_Badge_Shared']);
    expect(element.querySelector('[data-address="a2"] button')).toBeNull();
    expect(element.querySelector('[data-own-first]')).toBeNull();
    expect(find(element, '[data-address="a1"]').textContent).toContain('Berlin');
    await expect(element).toBeAccessible();
  });

  it('adds one and comes back to the list', async () => {
    mockGet.mockResolvedValue(book());
    mockSave.mockResolvedValue(book(HOME));
    const element = await page();
    expect(element.querySelector('[data-empty]')).not.toBeNull();
    find(element, '[data-add]').click();
    await settle();
    expect(document.activeElement?.tagName).toBe('H2');
    const form = find(element, 'c-account-address-form');
    form.dispatchEvent(new CustomEvent('save', { detail: { address: HOME, refuse: jest.fn() } }));
    await settle();
    expect(mockSave).toHaveBeenCalledWith({ storeCode: 'demo', address: HOME });
    expect(element.querySelector('c-account-address-form')).toBeNull();
    expect(element.querySelector('[data-address="a1"]')).not.toBeNull();
    expect(toasts[0].tone).toBe('success');
  });

  it('tells the form what the server refused, and is left without saving', async () => {
    mockGet.mockResolvedValue(book(HOME));
    mockSave.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'X', message: 'No', fields: { city: 'Y' } }) },
    });
    const element = await page();
    find(element, '[data-edit]').click();
    await settle();
    const refuse = jest.fn();
    const form = find(element, 'c-account-address-form');
    form.dispatchEvent(new CustomEvent('save', { detail: { address: HOME, refuse } }));
    await settle();
    expect(refuse).toHaveBeenCalledWith('No', { city: 'Y' });
    form.dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(element.querySelector('c-account-address-form')).toBeNull();
  });

  it('removes one and brings it back', async () => {
    mockGet.mockResolvedValue(book(HOME));
    mockRemove.mockResolvedValue(book());
    mockSave.mockResolvedValue(book(HOME));
    const element = await page();
    find(element, '[data-remove]').click();
    await settle();
    expect(mockRemove).toHaveBeenCalledWith({ storeCode: 'demo', addressId: 'a1' });
    expect(element.querySelector('[data-address]')).toBeNull();
    toasts[0].action?.();
    await settle();
    expect(mockSave).toHaveBeenCalledWith({ storeCode: 'demo', address: { ...HOME, id: null } });
    expect(element.querySelector('[data-address]')).not.toBeNull();
  });

  it('says what went wrong', async () => {
    mockGet.mockRejectedValueOnce({ body: { message: 'broken' } }).mockResolvedValue(book(HOME));
    const element = await page();
    find(element, '[data-retry]').click();
    await settle(12);
    mockRemove.mockRejectedValue({ body: { message: 'broken' } });
    find(element, '[data-remove]').click();
    await settle();
    expect(toasts[0].tone).toBe('error');
    expect(element.querySelector('[data-address]')).not.toBeNull();
  });
});
