import { initialVariant, optionStates, variantWith } from 'c/variantPicker';
import { product, variant } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const { options, variants } = product();
const [redS, redL, blueS] = variants;

describe('c/variantPicker', () => {
  it('tells apart what can be bought, is sold out, and does not exist', () => {
    expect(optionStates(options, variants, redS, 1)).toEqual([
      { value: 'S', state: 'available' },
      { value: 'L', state: 'sold-out' },
    ]);
    expect(optionStates(options, variants, blueS, 1)[1]).toEqual({ value: 'L', state: 'missing' });
  });

  it('counts what can be back-ordered as available', () => {
    const late = [variant('a', ['Red', 'S'], { inStock: false, backorder: true })];
    expect(optionStates(options, late, late[0], 1)[0].state).toBe('available');
  });

  it('keeps the other choices when a value is chosen', () => {
    expect(variantWith(variants, redS, 0, 'Blue')).toBe(blueS);
    expect(variantWith(variants, redS, 1, 'L')).toBe(redL);
  });

  it('goes to the nearest variant when the combination does not exist', () => {
    expect(variantWith(variants, redL, 0, 'Blue')).toBe(blueS);
    expect(variantWith(variants, redS, 0, 'Green')).toBeNull();
  });

  it('starts with the variant of the URL, else with one that can be bought', () => {
    expect(initialVariant(variants, 'red-l')).toBe(redL);
    expect(initialVariant([redL, blueS], 'unknown')).toBe(blueS);
    expect(initialVariant([redL], null)).toBe(redL);
    expect(initialVariant([], null)).toBeNull();
  });
});
