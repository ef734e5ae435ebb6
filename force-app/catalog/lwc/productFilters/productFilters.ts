import { LightningElement, api } from 'lwc';
import type { FacetDto } from 'c/storeTypes';
import type { FormatContext } from 'c/storeFormat';
import { formatMoney, formatNumber, fillLabel } from 'c/storeFormat';
import { labels } from './labels';

interface FacetGroup {
  key: string;
  title: string;
  kind: string;
  values: { key: string; name: string; value: string; label: string; count: string; selected: boolean }[];
}

/**
 * Filters of a product list with the number of products behind each.
 * @fires ProductFilters#filter `{kind, name, value}` a value was switched
 * @fires ProductFilters#price `{min, max}` the price range was changed; null for an open end
 */
export default class ProductFilters extends LightningElement {
  static renderMode = 'light' as const;

  @api facets: FacetDto[] = [];
  @api context: FormatContext | null = null;
  /** Lowest and highest price among the products, before the price filter. */
  @api lowestPrice: number | null = null;
  @api highestPrice: number | null = null;
  /** The chosen range. */
  @api minPrice: number | null = null;
  @api maxPrice: number | null = null;

  labels = labels;

  get groups(): FacetGroup[] {
    return (this.facets ?? [])
      .filter((facet) => facet.values.length > 0)
      .map((facet) => ({
        key: `${facet.kind}|${facet.name}`,
        kind: facet.kind,
        title: this.titleOf(facet),
        values: facet.values.map(({ value, label, count, selected }) => ({
          key: value,
          name: facet.name,
          value,
          label: facet.kind === 'availability' ? labels.inStock : label,
          count: formatNumber(count, this.context?.locale),
          selected,
        })),
      }));
  }

  titleOf(facet: FacetDto): string {
    if (facet.kind === 'brand') {
      return labels.brand;
    }
    return facet.kind === 'availability' ? labels.availability : facet.name;
  }

  get hasPriceRange(): boolean {
    const varies = (this.highestPrice ?? 0) > (this.lowestPrice ?? 0);
    return varies || this.minPrice !== null || this.maxPrice !== null;
  }

  get priceHelp(): string {
    if (this.highestPrice === null || this.highestPrice === undefined) {
      return '';
    }
    return fillLabel(labels.highestPrice, formatMoney(this.highestPrice, this.context));
  }

  get minText(): string {
    return this.minPrice === null ? '' : String(this.minPrice);
  }

  get maxText(): string {
    return this.maxPrice === null ? '' : String(this.maxPrice);
  }

  handleToggle(event: Event): void {
    const { kind, name, value } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('filter', { detail: { kind, name, value } }));
  }

  handlePrice(event: Event): void {
    event.preventDefault();
    const min = this.amountOf('min');
    const max = this.amountOf('max');
    const swapped = min !== null && max !== null && min > max;
    this.dispatchEvent(new CustomEvent('price', { detail: swapped ? { min: max, max: min } : { min, max } }));
  }

  amountOf(field: 'min' | 'max'): number | null {
    const input = this.refs?.[field] as HTMLInputElement;
    const amount = Number.parseFloat(input.value.replace(',', '.'));
    return Number.isFinite(amount) && amount >= 0 ? amount : null;
  }
}
