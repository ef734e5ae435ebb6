import {
  addressErrors,
  addressFields,
  addressIsComplete,
  addressToSave,
  contactToSave,
  emailError,
  fieldError,
  formErrors,
  initialForm,
  judgedWith,
  pageErrors,
  paymentChoice,
  tidied,
  typed,
} from 'c/checkoutForm';
import {
  ADDRESS_DATA,
  BERLIN,
  CANADA,
  checkout,
  GERMANY,
  keptMethod,
  providers,
  SCOPES,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c/checkoutForm', () => {
  it('pays with what was chosen, else the kept default, else what the cart has, else the only one', () => {
    const idOf = (list: ReturnType<typeof providers>, chosen: string | null = null) => {
      const choice = paymentChoice(list, chosen);
      return choice && (choice.method ?? choice.provider).id;
    };
    const paypal = keptMethod({ id: 'paypal', isDefault: false });
    expect(idOf(providers(keptMethod(), paypal))).toBe('visa');
    expect(idOf(providers(keptMethod(), paypal), 'paypal')).toBe('paypal');
    expect(idOf(providers(keptMethod(), paypal), 'test')).toBe('test');
    expect(idOf(providers(keptMethod()), 'gone')).toBe('visa');
    expect(idOf(providers(keptMethod({ isExpired: true })), 'visa')).toBe('bank');
    expect(idOf(providers().slice(0, 1))).toBe('test');
    expect(idOf(providers().map((one) => ({ ...one, selected: false })))).toBeNull();
  });

  it('asks for names in every country', () => {
    expect(addressFields(GERMANY).map(({ name }) => name)).toEqual([
      'firstName',
      'lastName',
      'street',
      'street2',
      'postalCode',
      'city',
    ]);
  });

  it('finds what is missing or has the wrong shape', () => {
    expect(addressErrors('shipping', { ...BERLIN }, SCOPES)).toEqual({});
    const errors = addressErrors('billing', { ...BERLIN, street: ' ', postalCode: '1' }, SCOPES);
    expect(Object.keys(errors)).toEqual(['billing.street', 'billing.postalCode']);
    expect(Object.keys(addressErrors('shipping', { ...BERLIN, countryCode: 'XX' }, SCOPES))).toEqual([
      'shipping.countryCode',
    ]);
  });

  it('checks e-mail addresses', () => {
    expect(emailError('', ADDRESS_DATA)).toBe('c.Store_FieldRequired');
    expect(emailError('ada@example.com;', ADDRESS_DATA)).toBe('c.Store_EmailInvalid');
    expect(emailError(' ada@example.com ', ADDRESS_DATA)).toBeNull();
    expect(emailError('a..b@example.com', ADDRESS_DATA)).toBe('c.Store_EmailInvalid');
    expect(emailError(`${'x'.repeat(69)}@example.com`, ADDRESS_DATA)).toBe('c.Customers_Email_Too_Long');
  });

  it('checks phone numbers, which may be left out', () => {
    const form = initialForm(checkout(), null, SCOPES);
    const errorOf = (phone: string) => fieldError({ ...form, phone }, SCOPES, 'phone');
    expect(errorOf(' ')).toBeNull();
    expect(errorOf('+49 (0)30 123-456/7')).toBeNull();
    expect(errorOf('abc')).toBe('c.Customers_Phone_Wrong');
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
    const form = initialForm(known, { email: 'new@example.com', shipping: { ...BERLIN, firstName: '' } }, SCOPES);
    expect(form.email).toBe('new@example.com');
    expect(form.shipping.city).toBe('Berlin');
    expect(initialForm(known, null, SCOPES).shipping.firstName).toBe('Ada');
  });

  it('starts in the region of the store, or in the first country it ships to', () => {
    const open = checkout();
    expect(initialForm(open, null, SCOPES, 'fr-CA').shipping.countryCode).toBe('CA');
    expect(initialForm(open, null, SCOPES, 'zh-Hans-CA').billing.countryCode).toBe('CA');
    expect(initialForm(open, null, SCOPES, 'en-US').shipping.countryCode).toBe(CANADA.code);
    expect(initialForm(open, null, SCOPES, null).shipping.countryCode).toBe(CANADA.code);
    expect(initialForm(open, null, SCOPES, 'fr-CA', BERLIN.countryCode).shipping.countryCode).toBe(BERLIN.countryCode);
    expect(initialForm(open, null, SCOPES, 'fr-CA', 'XX').shipping.countryCode).toBe('CA');
  });

  it('needs one address and no shipping method when nothing is shipped', () => {
    const digital = checkout({ requiresShipping: false, billingSame: false });
    const form = initialForm(digital, { email: 'a@example.com', shipping: { ...BERLIN }, termsAccepted: true }, SCOPES);
    expect(form.billingSame).toBe(true);
    expect(formErrors(form, digital, SCOPES, { shippingMethod: null, payment: 'bank' })).toEqual({});
  });

  it('lists everything that stands in the way of the order', () => {
    const form = initialForm(checkout(), null, SCOPES);
    const errors = formErrors(form, checkout(), SCOPES, { shippingMethod: null, payment: null });
    expect(errors).toMatchObject({
      email: 'c.Store_FieldRequired',
      shippingMethod: 'c.Store_ChooseShipping',
      payment: 'c.Store_ChoosePayment',
      terms: 'c.Store_AcceptTermsError',
    });
    expect(errors['shipping.street']).toBeDefined();
  });

  it('brings messages of the server to the fields of the page', () => {
    expect(pageErrors({ email: 'a', firstName: 'b', company: 'c', phone: 'd', 'billing.city': 'e' })).toEqual({
      email: 'a',
      'shipping.firstName': 'b',
      'shipping.company': 'c',
      phone: 'd',
      'billing.city': 'e',
    });
    expect(pageErrors({ termsAccepted: 'a', paymentProvider: 'b', shippingMethod: 'c' })).toEqual({
      terms: 'a',
      payment: 'b',
      shippingMethod: 'c',
    });
  });

  it('sends who buys once nothing is missing', () => {
    const form = initialForm(checkout(), { email: ' Ada@Example.com', shipping: { ...BERLIN } }, SCOPES);
    expect(contactToSave(form, SCOPES)).toMatchObject({
      email: 'ada@example.com',
      lastName: BERLIN.lastName,
      phone: null,
      marketingOptIn: false,
    });
    expect(contactToSave({ ...form, email: 'ada' }, SCOPES)).toBeNull();
    expect(addressIsComplete(form, SCOPES)).toBe(true);
    expect(addressIsComplete({ ...form, billingSame: false }, SCOPES)).toBe(false);
  });

  it('changes one field, and judges those that depend on it', () => {
    const form = initialForm(checkout(), { shipping: { ...BERLIN, stateCode: 'BE' } }, SCOPES);
    expect(typed(form, 'email', 'a').email).toBe('a');
    expect(typed(form, 'shipping.city', 'Bonn').shipping.city).toBe('Bonn');
    expect(typed(form, 'shipping.countryCode', 'CA').shipping.stateCode).toBe('');
    expect(judgedWith(form, {}, 'shipping.stateCode')).toEqual(['shipping.postalCode']);
    expect(judgedWith(form, {}, 'shipping.city')).toEqual([]);
    expect(judgedWith(form, {}, 'email')).toEqual([]);
    const wrong = { 'shipping.city': 'x', 'billing.city': 'y' };
    expect(judgedWith(form, wrong, 'shipping.countryCode')).toEqual(['shipping.city']);
  });

  it('takes one name', () => {
    const missing = (names: object) => Object.keys(addressErrors('shipping', { ...BERLIN, ...names }, SCOPES));
    expect(missing({ firstName: '' })).toEqual([]);
    expect(missing({ lastName: ' ' })).toEqual([]);
    expect(missing({ firstName: '', lastName: '' })).toEqual(['shipping.lastName']);
  });

  it('bills anywhere and sends where the store sends', () => {
    const tokyo = { ...BERLIN, city: '', stateCode: '13', postalCode: '1000001', countryCode: 'JP' };
    expect(addressErrors('billing', tokyo, SCOPES)).toEqual({});
    expect(Object.keys(addressErrors('shipping', tokyo, SCOPES))).toEqual(['shipping.countryCode']);
  });

  it('refuses a postcode of another province, and two street lines that do not fit', () => {
    const ottawa = { ...BERLIN, stateCode: 'ON', postalCode: 'v6b1a1', countryCode: 'CA' };
    expect(addressErrors('shipping', ottawa, SCOPES)).toEqual({
      'shipping.postalCode': 'c.Customers_Postcode_Elsewhere',
    });
    expect(addressErrors('shipping', { ...ottawa, stateCode: 'BC' }, SCOPES)).toEqual({});
    const long = { ...BERLIN, street: 'x'.repeat(200), street2: 'y'.repeat(55) };
    expect(addressErrors('shipping', long, SCOPES)).toEqual({ 'shipping.street2': 'c.Customers_Streets_Too_Long' });
    expect(addressErrors('shipping', { ...long, street2: 'y'.repeat(54) }, SCOPES)).toEqual({});
  });

  it('refuses what is too long at its field instead of cutting it', () => {
    const errors = addressErrors(
      'shipping',
      { ...BERLIN, firstName: 'x'.repeat(41), city: 'y'.repeat(41), street: 'z'.repeat(256) },
      SCOPES,
    );
    expect(errors).toMatchObject({
      'shipping.firstName': 'c.Customers_Field_Too_Long',
      'shipping.city': 'c.Customers_Field_Too_Long',
      'shipping.street': 'c.Customers_Field_Too_Long',
    });
    const form = initialForm(checkout(), { phone: '1'.repeat(41) }, SCOPES);
    expect(fieldError(form, SCOPES, 'phone')).toBe('c.Customers_Field_Too_Long');
    const all = formErrors(form, checkout(), SCOPES, { shippingMethod: null, payment: null });
    expect(all.phone).toBe('c.Customers_Field_Too_Long');
    expect(fieldError({ ...form, phone: '1'.repeat(15) }, SCOPES, 'phone')).toBeNull();
  });

  it('sends an address tidied and without fields of another country', () => {
    const singapore = {
      ...BERLIN,
      street: ' 10  Bayfront ',
      postalCode: '018 956',
      countryCode: 'SG',
      stateCode: 'ON',
    };
    expect(addressToSave('billing', singapore, SCOPES)).toMatchObject({
      street: '10 Bayfront',
      city: null,
      stateCode: null,
      postalCode: '018956',
    });
  });

  it('shows postcodes as they are written', () => {
    const form = initialForm(checkout(), { shipping: { ...BERLIN, postalCode: 'D-10115' } }, SCOPES);
    expect(tidied(form, SCOPES, 'shipping.postalCode')).toBe('10115');
    expect(tidied(form, SCOPES, 'shipping.city')).toBeNull();
    expect(tidied({ ...form, email: '\u00a0Ada@example.com ' }, SCOPES, 'email')).toBe('ada@example.com');
    expect(fieldError(form, SCOPES, 'shipping.postalCode')).toBeNull();
  });
});
