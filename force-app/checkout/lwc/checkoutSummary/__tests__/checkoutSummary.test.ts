import CheckoutSummary from 'c/checkoutSummary';
import {
  cart,
  find,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-checkout-summary', () => {
  afterEach(unmountAll);

  it('shows what is ordered and what it costs', async () => {
    const notices = [{ code: 'PRICE_CHANGED', message: 'A price changed', itemId: null }];
    const element = mount('c-checkout-summary', CheckoutSummary, { cart: cart({ notices }), context: store() });
    await settle();
    expect(texts(element, '.line .title')).toEqual(['Mug']);
    expect(texts(element, '.store-notice')).toEqual(['A price changed']);
    expect(find(element, '[data-row="total"]').textContent).toContain('$20.00');
    await expect(element).toBeAccessible();
  });

  it('folds and unfolds on small screens', async () => {
    const element = mount('c-checkout-summary', CheckoutSummary, { cart: cart(), context: store() });
    await settle();
    const toggle = find(element, '[data-toggle]');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    toggle.click();
    await settle();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(find(element, '.panel').classList).toContain('open');
  });
});
