import CheckoutAddress from 'c/checkoutAddress';
import {
  BERLIN,
  CANADA,
  find,
  GERMANY,
  mount,
  settle,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const countries = [GERMANY, CANADA];
const names = (element: HTMLElement) =>
  Array.from(element.querySelectorAll<HTMLElement>('[data-field]'), (field) => field.dataset.field);

describe('c-checkout-address', () => {
  afterEach(unmountAll);

  it('asks for what the country needs', async () => {
    const element = mount('c-checkout-address', CheckoutAddress, { scope: 'shipping', address: BERLIN, countries });
    await settle();
    expect(names(element)).toEqual([
      'shipping.countryCode',
      'shipping.firstName',
      'shipping.lastName',
      'shipping.street',
      'shipping.street2',
      'shipping.postalCode',
      'shipping.city',
    ]);
    await expect(element).toBeAccessible();
    element.address = { ...BERLIN, countryCode: 'CA' };
    await settle();
    expect(find(element, 'select[data-field="shipping.stateCode"]')).toBeTruthy();
  });

  it('tells browsers which address they may fill in', async () => {
    const element = mount('c-checkout-address', CheckoutAddress, { scope: 'billing', address: BERLIN, countries });
    await settle();
    const street = find(element, '[data-field="billing.street"]');
    expect(street.getAttribute('autocomplete')).toBe('billing address-line1');
  });

  it('shows messages at their fields', async () => {
    const errors = { 'shipping.city': 'Missing', 'billing.city': 'Elsewhere' };
    const element = mount('c-checkout-address', CheckoutAddress, {
      scope: 'shipping',
      address: BERLIN,
      countries,
      errors,
    });
    await settle();
    expect(Array.from(element.querySelectorAll('[data-message]'), (node) => node.textContent)).toEqual(['Missing']);
  });
});
