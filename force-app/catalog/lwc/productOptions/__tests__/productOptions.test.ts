import ProductOptions from 'c/productOptions';
import {
  find,
  heard,
  mount,
  product,
  settle,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const mug = product();

describe('c-product-options', () => {
  afterEach(unmountAll);

  it('shows a group for each option and what cannot be bought', async () => {
    const element = mount('c-product-options', ProductOptions, { product: mug, variant: mug.variants[0] });
    await settle();
    expect(texts(element, 'legend')).toEqual(['Color: Red', 'Size: S']);
    expect(texts(element, '.sold-out')).toEqual(['L(c.Store_SoldOut)']);
    await expect(element).toBeAccessible();
    element.variant = mug.variants[2];
    await settle();
    expect(texts(element, '.missing')).toEqual(['L(c.Store_Unavailable_Option)']);
  });

  it('tells which value was chosen', async () => {
    const element = mount('c-product-options', ProductOptions, { product: mug, variant: mug.variants[0] });
    const events = heard(element, 'choose');
    await settle();
    find(element, 'input[value="Blue"]').click();
    expect(events).toEqual([{ index: 0, value: 'Blue' }]);
  });

  it('shows the color of a value that has one', async () => {
    const element = mount('c-product-options', ProductOptions, { product: mug, variant: mug.variants[0] });
    await settle();
    const swatches = Array.from(element.querySelectorAll<HTMLElement>('.swatch'));
    expect(swatches.map(({ style }) => style.backgroundColor)).toEqual(['rgb(179, 39, 45)']);
    expect(swatches[0].parentElement?.textContent).toContain('Red');
  });
});
