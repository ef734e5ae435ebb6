import { LightningElement, api } from 'lwc';
import type { FacetDto } from 'c/storeTypes';
import type { FormatContext } from 'c/storeFormat';
import { formatMoney, formatNumber, fillLabel } from 'c/storeFormat';
import { labels } from './labels';

/** Further values of a filter are shown when asked for. */
const SHOWN_VALUES = 8;

interface FacetGroup {
  key: string;
  title: string;
  kind: string;
  values: { key: string; name: string; value: string; label: string; count: string; selected: boolean }[];
  /** Text of the button that shows the other values, or hides them; null when there are few. */
  moreText: string | null;
  /** Value of aria-expanded. */
  expanded: string;
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
  /** Keys of the groups that show all values. */
  opened: string[] = [];

  get groups(): FacetGroup[] {
    return (this.facets ?? []).filter((facet) => facet.values.length > 0).map((facet) => this.groupOf(facet));
  }

  groupOf(facet: FacetDto): FacetGroup {
    const key = `${facet.kind}|${facet.name}`;
    const isOpen = this.opened.includes(key);
    const isLong = facet.values.length > SHOWN_VALUES + 2;
    const shown = facet.values.filter((value, index) => isOpen || !isLong || index < SHOWN_VALUES || value.selected);
    const all = fillLabel(labels.showAll, formatNumber(facet.values.length, this.context?.locale));
    return {
      key,
      kind: facet.kind,
      title: this.titleOf(facet),
      values: shown.map(({ value, label, count, selected }) => ({
        key: value,
        name: facet.name,
        value,
        label: facet.kind === 'availability' ? labels.inStock : label,
        count: formatNumber(count, this.context?.locale),
        selected,
      })),
      moreText: isLong ? (isOpen ? labels.showFewer : all) : null,
      expanded: String(isOpen),
    };
  }

  handleMore(event: Event): void {
    const { group } = (event.currentTarget as HTMLElement).dataset;
    const isOpen = this.opened.includes(group as string);
    this.opened = isOpen ? this.opened.filter((key) => key !== group) : [...this.opened, group as string];
  }

  titleOf(facet: FacetDto): string {
    if (facet.kind === 'brand') {
      return labels.brand;
    }
    if (facet.kind === 'tag') {
      return labels.tags;
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

  /** An end that passes the other one waits for it: people type from left to right. */
  handlePriceChange(): void {
    if (!this.isTurned()) {
      this.tellPrice();
    }
  }

  handlePriceSubmit(event: Event): void {
    event.preventDefault();
    this.tellPrice();
  }

  /** Whoever leaves the fields has said it all. */
  handlePriceLeft(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (this.isTurned() && !(event.currentTarget as HTMLElement).contains(next)) {
      this.tellPrice();
    }
  }

  isTurned(): boolean {
    const [min, max] = [this.amountOf('min'), this.amountOf('max')];
    return min !== null && max !== null && min > max;
  }

  tellPrice(): void {
    const [min, max] = [this.amountOf('min'), this.amountOf('max')];
    this.dispatchEvent(new CustomEvent('price', { detail: this.isTurned() ? { min: max, max: min } : { min, max } }));
  }

  amountOf(field: 'min' | 'max'): number | null {
    const input = this.refs?.[field] as HTMLInputElement;
    const amount = Number.parseFloat(input.value.replace(',', '.'));
    return Number.isFinite(amount) && amount >= 0 ? amount : null;
  }
}
