/** What the product page does to a draft before it is saved: options, the variants that come of them, and bulk changes. */
import type open from '@salesforce/apex/ProductEditorController.open';

export type Editor = Awaited<ReturnType<typeof open>>;
export type Draft = Editor['product'];
export type Variant = Draft['variants'][number];
export type Picture = Draft['pictures'][number];

/** Fields of a variant that stand for a number or text in one cell. */
export type Cell = 'sku' | 'barcode' | 'weightGrams' | 'imageUrl' | 'active' | 'price' | 'compareAtPrice' | 'stock';

export interface Option {
  name: string;
  values: string[];
}

/** The model has three options. */
export const MAX_OPTIONS = 3;

/** Grams of one unit of weight. */
export const UNITS: Record<string, number> = { g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 };

const same = (a: string | undefined, b: string | undefined): boolean =>
  (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();

/** The options of a product; values in the order in which the variants name them first. */
export function optionsOf(draft: Draft): Option[] {
  return draft.optionNames.map((name, index) => {
    const values: string[] = [];
    for (const variant of draft.variants) {
      const value = variant.values[index];
      if (value && !values.some((known) => same(known, value))) values.push(value);
    }
    return { name, values };
  });
}

/** A new variant that starts with what the others have in common with the first. */
function variantLike(model: Variant, values: string[]): Variant {
  return {
    ...model,
    id: undefined,
    sku: undefined,
    barcode: undefined,
    imageUrl: undefined,
    prices: model.prices.map((price) => ({ ...price })),
    stock: [],
    values,
  } as unknown as Variant;
}

/** Variants in the order of the options' values. */
function sorted(variants: Variant[], options: Option[]): Variant[] {
  const rank = (variant: Variant): number[] =>
    options.map(({ values }, index) => values.findIndex((value) => same(value, variant.values[index])));
  return [...variants].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((place, index) => place !== right[index]);
    return at < 0 ? 0 : left[at]! - right[at]!;
  });
}

/** Keeps the first variant of each combination. */
function distinct(variants: Variant[]): Variant[] {
  const seen = new Set<string>();
  return variants.filter(({ values }) => {
    const key = values.map((value) => value.trim().toLowerCase()).join('\n');
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** A product gets another option; every variant has its first value. */
export function addOption(draft: Draft, name: string, value: string): Draft {
  return {
    ...draft,
    optionNames: [...draft.optionNames, name],
    variants: draft.variants.map((variant) => ({ ...variant, values: [...variant.values, value] })),
  };
}

export function renameOption(draft: Draft, index: number, name: string): Draft {
  return { ...draft, optionNames: draft.optionNames.map((old, at) => (at === index ? name : old)) };
}

/** Without an option some variants are alike: the first of them stays. */
export function removeOption(draft: Draft, index: number): Draft {
  const without = (texts: string[]): string[] => texts.filter((_, at) => at !== index);
  return {
    ...draft,
    optionNames: without(draft.optionNames),
    variants: distinct(draft.variants.map((variant) => ({ ...variant, values: without(variant.values) }))),
  };
}

/** Puts an option into another place; shoppers choose in that order. */
export function moveOption(draft: Draft, from: number, to: number): Draft {
  const options = moved(optionsOf(draft), from, to);
  const variants = draft.variants.map((variant) => ({ ...variant, values: moved(variant.values, from, to) }));
  return { ...draft, optionNames: moved(draft.optionNames, from, to), variants: sorted(variants, options) };
}

/** Another value of an option: each combination of the other options gets a variant with it. */
export function addValue(draft: Draft, index: number, value: string): Draft {
  const options = optionsOf(draft);
  if (options[index]?.values.some((known) => same(known, value))) return draft;
  options[index]?.values.push(value);
  const added = distinct(
    draft.variants.map((variant) =>
      variantLike(
        variant,
        variant.values.map((old, at) => (at === index ? value : old)),
      ),
    ),
  );
  return { ...draft, variants: sorted([...draft.variants, ...added], options) };
}

/** Variants of a value go with it; the last value takes its option along. */
export function removeValue(draft: Draft, index: number, value: string): Draft {
  const values = optionsOf(draft)[index]?.values ?? [];
  if (values.length <= 1) return removeOption(draft, index);
  return { ...draft, variants: draft.variants.filter((variant) => !same(variant.values[index], value)) };
}

export function renameValue(draft: Draft, index: number, from: string, to: string): Draft {
  const variants = draft.variants.map((variant) => ({
    ...variant,
    values: variant.values.map((old, at) => (at === index && same(old, from) ? to : old)),
  }));
  return { ...draft, variants };
}

export function moveValue(draft: Draft, index: number, from: number, to: number): Draft {
  const options = optionsOf(draft);
  const option = options[index];
  if (option) option.values = moved(option.values, from, to);
  return { ...draft, variants: sorted(draft.variants, options) };
}

/** The list with one of its members in another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const result = [...list];
  const [item] = result.splice(from, 1);
  if (item !== undefined) result.splice(Math.max(0, Math.min(to, result.length)), 0, item);
  return result;
}

/**
 * One cell of a variant.
 * @param key price book of a price, location of a stock; unused otherwise
 * @param value number, text, true or false; null is blank
 */
export function withCell(variant: Variant, cell: Cell, key: string, value: unknown): Variant {
  switch (cell) {
    case 'price':
    case 'compareAtPrice': {
      const known = variant.prices.find((price) => price.pricebookId === key);
      const price = { price: null, compareAtPrice: null, ...known, pricebookId: key, [cell]: value };
      const others = variant.prices.filter((each) => each !== known);
      const isBlank = price.price === null && price.compareAtPrice === null;
      return { ...variant, prices: (isBlank ? others : [...others, price]) as Variant['prices'] };
    }
    case 'stock': {
      const known = variant.stock.find((stock) => stock.locationId === key);
      const others = variant.stock.filter((each) => each !== known);
      const stock = { onHand: null, held: null, ...known, locationId: key, quantity: value };
      return { ...variant, stock: [...others, stock] as Variant['stock'] };
    }
    default:
      return { ...variant, [cell]: value };
  }
}

/** The value of a cell; null is blank. */
export function cellOf(variant: Variant, cell: Cell, key = ''): unknown {
  if (cell === 'price' || cell === 'compareAtPrice')
    return variant.prices.find((price) => price.pricebookId === key)?.[cell] ?? null;
  if (cell === 'stock') return variant.stock.find((stock) => stock.locationId === key)?.quantity ?? null;
  return variant[cell] ?? null;
}

/** Grams as a number of the unit, without a tail of digits. */
export function fromGrams(grams: number | null | undefined, unit: string): number | null {
  return grams === null || grams === undefined ? null : Number((grams / (UNITS[unit] ?? 1)).toFixed(3));
}

export function toGrams(amount: number | null, unit: string): number | null {
  return amount === null ? null : Math.round(amount * (UNITS[unit] ?? 1));
}
