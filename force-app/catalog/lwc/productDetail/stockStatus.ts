import { fillLabel, formatDay } from 'c/storeFormat';
import type { VariantDto } from 'c/storeTypes';
import { labels } from './labels';

export interface StockStatus {
  text: string;
  stockClass: 'stock' | 'stock low' | 'stock later' | 'stock none';
}

/** What the shopper is told about a variant's stock; the server gives a number only where few are left. */
export function stockStatus(variant: VariantDto | null, locale: string | null | undefined): StockStatus {
  if (variant?.inStock) {
    const { available } = variant;
    return available === null
      ? { text: labels.inStock, stockClass: 'stock' }
      : { text: fillLabel(labels.lowStock, available), stockClass: 'stock low' };
  }
  if (variant?.backorder) {
    const day = formatDay(variant.backorderDate, locale);
    return { text: day ? fillLabel(labels.backorderUntil, day) : labels.backorder, stockClass: 'stock later' };
  }
  return { text: labels.soldOut, stockClass: 'stock none' };
}
