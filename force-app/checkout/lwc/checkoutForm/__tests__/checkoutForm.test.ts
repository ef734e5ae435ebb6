import { addressErrors, addressFields, emailError, formErrors, initialForm, pageErrors } from 'c/checkoutForm';
import { BERLIN, CANADA, checkout, GERMANY } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const COUNTRIES = [GERMANY, CANADA];

describe('c/checkoutForm', () => {
  it('asks for names in every country', () => {
    expect(addressFields(GERMANY).map(({ name }) => name)).toEqual([
      'firstName',
      'lastName',
      'street',
      'city',
      'postalCode',
    ]);
  });

  it('finds what is missing or has the wrong shape', () => {
    expect(addressErrors('shipping', { ...BERLIN }, COUNTRIES)).toEqual({});
    const errors = addressErrors('billing', { ...BERLIN, street: ' ', postalCode: '1' }, COUNTRIES);
    expect(Object.keys(errors)).toEqual(['billing.street', 'billing.postalCode']);
    expect(Object.keys(addressErrors('shipping', { ...BERLIN, countryCode: 'XX' }, COUNTRIES))).toEqual([
      'shipping.countryCode',
    ]);
  });

  it('checks e-mail addresses', () => {
    expect(emailError('')).toBe('c.Store_FieldRequired');
    expect(emailError('ada@example')).toBe('c.Store_EmailInvalid');
    expect(emailError(' ada@example.com ')).toBeNull();
  });

  it('puts the draft over what the server knows', () => {
    const known = checkout({
      contact: {
        email: 'old@example.com',
        firstName: 'Ada',
        lastName: null,
        phone: null,
        company: null,
        marketingOptIn: null,
      },
    });
    const form = initialForm(known, { email: 'new@example.com', shipping: { ...BERLIN, firstName: '' } });
    expect(form.email).toBe('new@example.com');
    expect(form.shipping.city).toBe('Berlin');
    expect(initialForm(known, null).shipping.firstName).toBe('Ada');
  });

  it('starts in the region of the store, or in the first country it ships to', () => {
    const open = checkout({ countries: COUNTRIES });
    expect(initialForm(open, null, 'fr-CA').shipping.countryCode).toBe('CA');
    expect(initialForm(open, null, 'zh-Hans-CA').billing.countryCode).toBe('CA');
    expect(initialForm(open, null, 'en-US').shipping.countryCode).toBe(COUNTRIES[0].code);
    expect(initialForm(open, null, null).shipping.countryCode).toBe(COUNTRIES[0].code);
  });

  it('needs one address and no shipping method when nothing is shipped', () => {
    const digital = checkout({ requiresShipping: false, billingSame: false });
    const form = initialForm(digital, { email: 'a@example.com', shipping: { ...BERLIN }, termsAccepted: true });
    expect(form.billingSame).toBe(true);
    expect(formErrors(form, digital, { shippingMethod: null, payment: 'bank' })).toEqual({});
  });

  it('lists everything that stands in the way of the order', () => {
    const form = initialForm(checkout(), null);
    const errors = formErrors(form, checkout(), { shippingMethod: null, payment: null });
    expect(errors).toMatchObject({
      email: 'c.Store_FieldRequired',
      shippingMethod: 'c.Store_ChooseShipping',
      payment: 'c.Store_ChoosePayment',
      terms: 'c.Store_AcceptTermsError',
    });
    expect(errors['shipping.street']).toBeDefined();
  });

  it('brings messages of the server to the fields of the page', () => {
    expect(pageErrors('contact', { email: 'a', firstName: 'b', 'contact.phone': 'c' })).toEqual({
      email: 'a',
      'shipping.firstName': 'b',
      phone: 'c',
    });
    expect(pageErrors('address', { street: 'a', 'billing.city': 'b', 'shippingAddress.city': 'c' })).toEqual({
      'shipping.street': 'a',
      'billing.city': 'b',
      'shipping.city': 'c',
    });
    expect(pageErrors('', { termsAccepted: 'a', methodId: 'b' })).toEqual({ terms: 'a', shippingMethod: 'b' });
  });
});
