/** Which values of an option lead where, given what is chosen in the others. */
import type { ProductOptionDto, VariantDto } from 'c/storeTypes';

/** `missing`: no such variant together with the other choices; `sold-out`: it exists but cannot be bought. */
export type ValueState = 'available' | 'sold-out' | 'missing';

function agreements(variant: VariantDto, wanted: string[]): number {
  return variant.optionValues.filter((value, index) => value === wanted[index]).length;
}

export function optionStates(
  options: ProductOptionDto[],
  variants: VariantDto[],
  chosen: VariantDto | null,
  index: number,
): { value: string; state: ValueState }[] {
  return options[index].values.map((value) => {
    const wanted = options.map((_, other) => (other === index ? value : (chosen?.optionValues[other] ?? '')));
    const exact = variants.find((variant) => agreements(variant, wanted) === wanted.length);
    if (!exact) {
      return { value, state: 'missing' };
    }
    return { value, state: exact.inStock || exact.backorder ? 'available' : 'sold-out' };
  });
}

/**
 * The variant to show after a value was chosen: the one with that value which keeps most of the other choices,
 * preferring one that can be bought. Null when no variant has the value.
 */
export function variantWith(
  variants: VariantDto[],
  chosen: VariantDto | null,
  index: number,
  value: string,
): VariantDto | null {
  const wanted = (chosen?.optionValues ?? []).map((kept, other) => (other === index ? value : kept));
  const candidates = variants.filter((variant) => variant.optionValues[index] === value);
  const score = (variant: VariantDto): number =>
    agreements(variant, wanted) * 2 + (variant.inStock || variant.backorder ? 1 : 0);
  return candidates.reduce<VariantDto | null>(
    (best, variant) => (!best || score(variant) > score(best) ? variant : best),
    null,
  );
}

/** The variant of the URL, else the first that can be bought, else the first. */
export function initialVariant(variants: VariantDto[], id: string | null): VariantDto | null {
  return (
    variants.find((variant) => variant.id === id) ??
    variants.find((variant) => variant.inStock || variant.backorder) ??
    variants[0] ??
    null
  );
}
