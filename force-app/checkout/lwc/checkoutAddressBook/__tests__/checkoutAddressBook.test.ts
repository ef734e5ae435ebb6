import CheckoutAddressBook from 'c/checkoutAddressBook';
import getAddresses from '@salesforce/apex/AddressBookController.getAddresses';
import {
  BERLIN,
  find,
  heard,
  mount,
  SCOPES,
  settle,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AddressBookController.getAddresses', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockGet = getAddresses as unknown as jest.Mock;
const EMPTY = Object.fromEntries(Object.keys(BERLIN).map((name) => [name, '']));
const saved = (id: string, change: object, rest: object = {}) => ({
  id,
  label: id,
  address: { ...BERLIN, ...change },
  isDefaultShipping: false,
  isDefaultBilling: false,
  isShared: false,
  isEditable: true,
  ...rest,
});
const HOME = saved('Home', {}, { isDefaultShipping: true });
const OFFICE = saved('Office', { street: 'Torstr. 2' });
const ABROAD = saved('Abroad', { countryCode: 'FR' });

async function book(address: object, ...addresses: unknown[]) {
  // `false`: staff in the customer's place.
  const mayKeep = addresses[0] !== false;
  mockGet.mockResolvedValue({ addresses: addresses.filter(Boolean), most: 50, mayShare: false, mayKeep });
  const element = mount('c-checkout-address-book', CheckoutAddressBook, { address, scopes: SCOPES, locale: 'en-US' });
  const chosen = heard(element, 'address');
  const told = heard(element, 'set');
  await settle();
  return { element, chosen, told };
}

describe('c-checkout-address-book', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('chooses the default one while nothing is typed, and offers what the store sends to', async () => {
    const { element, chosen } = await book(EMPTY, HOME, OFFICE, ABROAD);
    expect(chosen).toEqual([{ address: HOME.address }]);
    expect(texts(element, 'option')).toHaveLength(3);
    expect(texts(element, 'option')[2]).toContain('Office, Ada Lovelace, Torstr. 2');
    await expect(element).toBeAccessible();
  });

  it('leaves what is typed alone and fills in what is chosen', async () => {
    const { element, chosen } = await book({ ...BERLIN, street: 'Torstr. 2' }, HOME, OFFICE);
    expect(chosen).toEqual([]);
    const select = find<HTMLSelectElement>(element, 'select');
    expect(select.value).toBe('Office');
    expect(element.querySelector('[data-keep]')).toBeNull();
    select.value = 'Home';
    select.dispatchEvent(new CustomEvent('change'));
    select.value = '';
    select.dispatchEvent(new CustomEvent('change'));
    expect(chosen).toEqual([{ address: HOME.address }, { address: { countryCode: BERLIN.countryCode } }]);
  });

  it('chooses the own default before the one of the company', async () => {
    const company = saved('Depot', { street: 'Torstr. 9' }, { isDefaultShipping: true, isShared: true });
    const { chosen } = await book(EMPTY, company, HOME);
    expect(chosen).toEqual([{ address: HOME.address }]);
  });

  it('has a new address kept unless the shopper says otherwise', async () => {
    const { element, told } = await book({ ...BERLIN, street: 'Neue Str. 3' });
    expect(element.querySelector('select')).toBeNull();
    const tick = find<HTMLInputElement>(element, '[data-keep]');
    expect(tick.checked).toBe(true);
    expect(told.at(-1)).toEqual({ name: 'keepAddress', value: true });
    await expect(element).toBeAccessible();
    tick.checked = false;
    tick.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(told.at(-1)).toEqual({ name: 'keepAddress', value: false });
  });

  it.each([
    ['a known address', BERLIN, HOME],
    ['an incomplete one', EMPTY, OFFICE],
    ['what staff type', { ...BERLIN, street: 'Neue Str. 3' }, false],
  ])('keeps nothing of %s', async (_, address, known) => {
    const { element, told } = await book(address, known);
    expect(element.querySelector('[data-keep]')).toBeNull();
    // What it says as it appears is not heard here.
    expect(told.filter(({ value }) => value)).toEqual([]);
  });

  it('is no hindrance when the addresses cannot be had', async () => {
    mockGet.mockRejectedValue(new Error('offline'));
    const element = mount('c-checkout-address-book', CheckoutAddressBook, { address: EMPTY, scopes: SCOPES });
    await settle();
    expect(element.querySelector('select')).toBeNull();
    expect(element.querySelector('[data-keep]')).toBeNull();
  });
});
