import CartLines from 'c/cartLines';
import {
  cart,
  find,
  heard,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const { items } = cart();

describe('c-cart-lines', () => {
  afterEach(unmountAll);

  it('shows a line with its variant, price and total', async () => {
    const element = mount('c-cart-lines', CartLines, { items, context: store() });
    await settle();
    expect(find(element, '.title').getAttribute('href')).toBe('/product/mug?variant=red-s');
    expect(find(element, '.variant').textContent).toBe('Red / S');
    expect(find(element, '[data-line-total]').textContent).toBe('$20.00');
    await expect(element).toBeAccessible();
  });

  it('asks for another quantity and for removal', async () => {
    const element = mount('c-cart-lines', CartLines, { items, context: store() });
    const quantities = heard(element, 'quantitychange');
    const removals = heard(element, 'remove');
    await settle();
    find(element, '[data-increase]').click();
    find(element, '[data-remove]').click();
    expect(quantities).toEqual([{ itemId: 'line1', quantity: 3, undo: expect.any(Function) }]);
    expect(removals).toEqual([{ itemId: 'line1' }]);
  });

  it('offers to correct what was chosen, where something was', async () => {
    const engraved = { ...items[0], isChosen: true, details: [{ label: 'Words', value: 'Ada' }] };
    const element = mount('c-cart-lines', CartLines, {
      items: [engraved, { ...items[0], id: 'plain' }],
      context: store(),
    });
    await settle();
    expect(element.querySelectorAll('[data-change]')).toHaveLength(1);
    await expect(element).toBeAccessible();
    find(element, '[data-change]').click();
    await settle(12);
    const form = find<HTMLElement & { item: { id: string } }>(element, '[data-line-form]');
    expect(form.item.id).toBe('line1');
    form.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(element.querySelector('[data-line-form]')).toBeNull();
    expect(document.activeElement).toBe(find(element, '[data-change]'));
  });

  it('shows what belongs to a line under it, with what was chosen', async () => {
    const wrap = {
      ...items[0],
      id: 'line2',
      lineType: 'GiftWrap',
      parentId: 'line1',
      productSlug: null,
      title: 'Gift wrap',
      variantTitle: null,
      details: [{ label: 'Message', value: 'Happy birthday' }],
    };
    const element = mount('c-cart-lines', CartLines, { items: [items[0], wrap], context: store() });
    const removals = heard(element, 'remove');
    await settle();
    const [parent, child] = Array.from(element.querySelectorAll('li')) as HTMLElement[];
    expect(parent.querySelector('c-store-quantity')).not.toBeNull();
    expect(child.querySelector('c-store-quantity')).toBeNull();
    expect(child.querySelector('a')).toBeNull();
    expect(texts(child, '[data-detail]')).toEqual(['Message: Happy birthday']);
    find(child, '[data-remove]').click();
    expect(removals).toEqual([{ itemId: 'line2' }]);
    await expect(element).toBeAccessible();
  });

  it('shows what is wrong at the line', async () => {
    const notices = [
      { code: 'PRICE_CHANGED', message: 'The price went up', itemId: 'line1' },
      { code: 'OTHER', message: 'Elsewhere', itemId: 'line2' },
    ];
    const element = mount('c-cart-lines', CartLines, {
      items: [{ ...items[0], inStock: false }],
      notices,
      context: store(),
    });
    await settle();
    expect(texts(element, '.notice')).toEqual(['c.Store_SoldOut', 'The price went up']);
  });

  it('says which pieces come later', async () => {
    const [item] = cart().items;
    const element = mount('c-cart-lines', CartLines, { items: [{ ...item, backorderQuantity: 1 }], context: store() });
    await settle();
    expect(find(element, '[data-waiting]').textContent).toBe('c.Store_WaitSome');
  });
});
