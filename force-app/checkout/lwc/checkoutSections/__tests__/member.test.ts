import CheckoutSections from 'c/checkoutSections';
import { initialForm } from 'c/checkoutForm';
import isGuest from '@salesforce/user/isGuest';
import {
  checkout,
  find,
  mount,
  SCOPES,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });

describe('c-checkout-sections of a member', () => {
  afterEach(unmountAll);

  it('says who is signed in instead of asking to', async () => {
    const open = { ...checkout(), signedInAs: 'ada@example.com' };
    const element = mount('c-checkout-sections', CheckoutSections, {
      checkout: open,
      form: initialForm(open, null, SCOPES),
      scopes: SCOPES,
      errors: {},
      context: store(),
    });
    await settle(12);
    expect(isGuest).toBe(false);
    expect(find(element, '[data-signed-in]').textContent).toBe('c.Checkout_Signed_In_As');
    expect(element.querySelector('[data-sign-in]')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
