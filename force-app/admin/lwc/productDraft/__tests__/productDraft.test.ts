import {
  addOption,
  addValue,
  cellOf,
  fromGrams,
  moveOption,
  moveValue,
  optionsOf,
  removeOption,
  removeValue,
  renameValue,
  toGrams,
  withCell,
  type Draft,
} from 'c/productDraft';

const plain = (): Draft =>
  ({
    optionNames: [],
    variants: [
      {
        id: 'v1',
        values: [],
        sku: 'MUG',
        active: true,
        prices: [{ pricebookId: 'p', price: 9, compareAtPrice: null }],
        stock: [{ locationId: 'l', onHand: 3, quantity: 3, held: 0 }],
      },
    ],
  }) as unknown as Draft;

const titles = (draft: Draft): string[] => draft.variants.map(({ values }) => values.join('/'));

function shirt(): Draft {
  let draft = addOption(plain(), 'Size', 'S');
  draft = addValue(draft, 0, 'M');
  draft = addOption(draft, 'Color', 'Red');
  return addValue(draft, 1, 'Blue');
}

describe('c/productDraft', () => {
  it('makes a variant for each combination; the one that was there stays the first', () => {
    const draft = shirt();
    expect(titles(draft)).toEqual(['S/Red', 'S/Blue', 'M/Red', 'M/Blue']);
    expect(draft.variants[0]).toMatchObject({ id: 'v1', sku: 'MUG' });
    expect(draft.variants[3]!.id).toBeUndefined();
    expect(draft.variants[3]!.sku).toBeUndefined();
    expect(draft.variants[3]!.prices).toEqual([{ pricebookId: 'p', price: 9, compareAtPrice: null }]);
    expect(draft.variants[3]!.stock).toEqual([]);
  });

  it('does not bring back combinations that the product never had', () => {
    const draft = shirt();
    draft.variants = draft.variants.filter(({ values }) => values.join('/') !== 'M/Blue');
    expect(titles(addValue(draft, 0, 'L'))).toEqual(['S/Red', 'S/Blue', 'M/Red', 'L/Red', 'L/Blue']);
    expect(titles(addValue(draft, 0, ' s '))).toEqual(titles(draft));
  });

  it('takes values and options away, and keeps one variant of those that become alike', () => {
    const draft = shirt();
    expect(titles(removeValue(draft, 0, 'S'))).toEqual(['M/Red', 'M/Blue']);
    expect(titles(removeOption(draft, 0))).toEqual(['Red', 'Blue']);
    const last = removeValue(removeValue(draft, 0, 'S'), 0, 'M');
    expect(last.optionNames).toEqual(['Color']);
  });

  it('puts options and values in another order', () => {
    const draft = moveOption(shirt(), 1, 0);
    expect(draft.optionNames).toEqual(['Color', 'Size']);
    expect(titles(draft)).toEqual(['Red/S', 'Red/M', 'Blue/S', 'Blue/M']);
    expect(optionsOf(moveValue(draft, 0, 1, 0))[0]!.values).toEqual(['Blue', 'Red']);
    expect(titles(renameValue(draft, 0, 'Red', 'Rust'))[0]).toBe('Rust/S');
  });

  it('changes one cell and leaves the others', () => {
    const [variant] = plain().variants;
    const priced = withCell(withCell(variant!, 'compareAtPrice', 'p', 12), 'price', 'q', 4);
    expect([cellOf(priced, 'price', 'p'), cellOf(priced, 'compareAtPrice', 'p'), cellOf(priced, 'price', 'q')]).toEqual(
      [9, 12, 4],
    );
    expect(withCell(variant!, 'price', 'p', null).prices).toEqual([]);
    const stocked = withCell(variant!, 'stock', 'l', 7);
    expect(stocked.stock[0]).toMatchObject({ onHand: 3, quantity: 7 });
    expect(cellOf(withCell(variant!, 'stock', 'l', null), 'stock', 'l')).toBeNull();
    expect(cellOf(withCell(variant!, 'sku', '', 'X'), 'sku')).toBe('X');
  });

  it('weighs in any unit', () => {
    expect(fromGrams(453, 'lb')).toBe(0.999);
    expect(toGrams(1.5, 'kg')).toBe(1500);
    expect(toGrams(fromGrams(340, 'oz'), 'oz')).toBe(340);
    expect(fromGrams(null, 'kg')).toBeNull();
  });
});
