import CartTotals from 'c/cartTotals';
import {
  cart,
  find,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

async function rows(properties: Record<string, unknown>): Promise<string[]> {
  const element = mount('c-cart-totals', CartTotals, { context: store(), ...properties });
  await settle();
  await expect(element).toBeAccessible();
  return texts(element, '[data-row]');
}

describe('c-cart-totals', () => {
  afterEach(unmountAll);

  it('promises shipping and tax for later in the cart', async () => {
    expect(await rows({ totals: cart() })).toEqual(['c.Store_Subtotal$20.00', 'c.Store_TotalSoFar$20.00']);
    expect(document.body.textContent).toContain('c.Store_CartNoteTaxExcluded');
  });

  it('promises no shipping where nothing is sent', async () => {
    await rows({ totals: cart({ isShipped: false }) });
    expect(document.body.textContent).toContain('c.Store_PricesExcludeTax');
    unmountAll();
    await rows({ totals: cart({ isShipped: false }), context: store({ pricesIncludeTax: true }) });
    expect(document.body.textContent).toContain('c.Store_PricesIncludeTax');
  });

  it('shows all amounts once they are known', async () => {
    const fees = [{ title: 'Deposit', amount: 3 }];
    const totals = cart({ discountTotal: 2, fees, shippingTotal: 5, taxTotal: 1.5, grandTotal: 27.5 });
    expect(await rows({ totals, detailed: true })).toEqual([
      'c.Store_Subtotal$20.00',
      'c.Store_Discount-$2.00',
      'Deposit$3.00',
      'c.Store_Shipping$5.00',
      'c.Store_Tax$1.50',
      'c.Store_Total$27.50',
    ]);
  });

  it('tells free from unknown shipping, and included from added tax', async () => {
    expect((await rows({ totals: cart(), detailed: true }))[1]).toBe('c.Store_Shippingc.Store_ShippingPending');
    unmountAll();
    const totals = cart({ shippingTotal: 0, taxTotal: 3 });
    const [, shipping, tax] = await rows({ totals, detailed: true, context: store({ pricesIncludeTax: true }) });
    expect([shipping, tax]).toEqual(['c.Store_Shippingc.Store_Free', 'c.Store_TaxIncluded$3.00']);
  });

  it('shows each of several taxes, in the cart too once the address is known', async () => {
    const taxes = [
      { name: 'GST', percent: 5, amount: 0.51 },
      { name: 'QST', percent: 9.975, amount: 1.01 },
    ];
    const totals = cart({ shippingTotal: 0, taxTotal: 1.52, taxes, grandTotal: 21.52 });
    expect(await rows({ totals })).toEqual([
      'c.Store_Subtotal$20.00',
      'c.Store_Shippingc.Store_Free',
      'c.Store_TaxPercent$0.51',
      'c.Store_TaxPercent$1.01',
      'c.Store_Total$21.52',
    ]);
    expect(document.body.textContent).not.toContain('c.Store_CartNote');
  });

  it('says what is earned where the store has points, and fetches nothing elsewhere', async () => {
    const [item] = cart().items;
    const items = [item!, { ...item!, id: 'note', variantId: null }];
    const plain = mount('c-cart-totals', CartTotals, { totals: cart(), context: store(), items });
    await settle(12);
    // A component that is fetched has a name of its own in tests.
    expect(plain.querySelector('x-test')).toBeNull();
    const element = mount('c-cart-totals', CartTotals, { totals: cart(), context: store({ pointsFor: 'All' }), items });
    await settle(12);
    const { lines } = find(element, 'x-test') as unknown as { lines: unknown };
    const { variantId, quantity, lineTotal } = item!;
    expect(lines).toEqual([{ productId: variantId, quantity, amount: lineTotal, share: 1 }]);
    (element as any).pointsPaid = 5;
    await settle();
    expect((find(element, 'x-test') as any).lines[0].share).toBe(0.75);
  });
});
