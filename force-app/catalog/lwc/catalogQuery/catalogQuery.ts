/**
 * The state of a product list, as the URL keeps it and as the server is asked.
 * `?sort=price-asc&page=2&min=10&max=50&stock=1&brand=Acme&tag=linen&o.Size=M,L`: a parameter with several values lists them with
 * commas (a comma inside a value is written `\,`), because a page reference holds one text per parameter.
 */
import type { ProductQuery, ProductSort } from 'c/storeTypes';

export interface ListState {
  categorySlug: string | null;
  search: string | null;
  sort: ProductSort;
  minPrice: number | null;
  maxPrice: number | null;
  inStock: boolean;
  brands: string[];
  tags: string[];
  options: Record<string, string[]>;
  page: number;
}

/** One active filter, as a chip shows it. */
export interface ActiveFilter {
  kind: 'option' | 'brand' | 'tag' | 'availability' | 'price';
  name: string;
  value: string;
}

export const PAGE_SIZE = 24;
export const SORTS: ProductSort[] = ['featured', 'newest', 'price-asc', 'price-desc', 'name'];
/** What a search is ordered by, unless the shopper wants another order. */
const SEARCH_SORTS: ProductSort[] = ['relevance', ...SORTS];
const OPTION_PREFIX = 'o.';

function splitValues(text: string | undefined): string[] {
  if (!text) {
    return [];
  }
  const parts = text.match(/(?:\\.|[^,\\])+/g) ?? [];
  return [...new Set(parts.map((part) => part.replace(/\\(.)/g, '$1').trim()).filter(Boolean))];
}

function joinValues(values: string[]): string {
  return values.map((value) => value.replace(/[\\,]/g, '\\$&')).join(',');
}

function priceOf(text: string | undefined): number | null {
  const amount = text ? Number(text) : Number.NaN;
  return Number.isFinite(amount) && amount >= 0 ? amount : null;
}

/** Orders that a list offers, its own first. */
export function sortsOf(search: string | null): ProductSort[] {
  return search ? SEARCH_SORTS : SORTS;
}

/** Reads the state from the query parameters; anything unknown or malformed is ignored. */
export function readState(
  parameters: Record<string, string>,
  place: { categorySlug: string | null; search: string | null },
): ListState {
  const options: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(parameters)) {
    const values = name.startsWith(OPTION_PREFIX) ? splitValues(value) : [];
    if (values.length > 0) {
      options[name.slice(OPTION_PREFIX.length)] = values;
    }
  }
  const sort = parameters.sort as ProductSort;
  const sorts = sortsOf(place.search);
  return {
    ...place,
    sort: sorts.includes(sort) ? sort : sorts[0],
    minPrice: priceOf(parameters.min),
    maxPrice: priceOf(parameters.max),
    inStock: parameters.stock === '1',
    brands: splitValues(parameters.brand),
    tags: splitValues(parameters.tag),
    options,
    page: Math.max(1, Number.parseInt(parameters.page, 10) || 1),
  };
}

/** The query parameters of a state; what has its default is left out. */
export function writeState(state: ListState): Record<string, string> {
  const parameters: Record<string, string> = {};
  const put = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') {
      parameters[name] = String(value);
    }
  };
  put('q', state.search);
  put('sort', state.sort === sortsOf(state.search)[0] ? null : state.sort);
  put('min', state.minPrice);
  put('max', state.maxPrice);
  put('stock', state.inStock ? '1' : null);
  put('brand', joinValues(state.brands));
  put('tag', joinValues(state.tags));
  for (const [name, values] of Object.entries(state.options)) {
    put(OPTION_PREFIX + name, joinValues(values));
  }
  put('page', state.page > 1 ? state.page : null);
  return parameters;
}

/** What the server is asked for a state. */
export function toProductQuery(state: ListState): ProductQuery {
  const hasOptions = Object.keys(state.options).length > 0;
  return {
    categorySlug: state.categorySlug,
    search: state.search,
    sortBy: state.sort,
    minPrice: state.minPrice,
    maxPrice: state.maxPrice,
    inStock: state.inStock,
    options: hasOptions ? JSON.stringify(state.options) : null,
    brands: state.brands,
    tags: state.tags,
    page: state.page,
    pageSize: PAGE_SIZE,
  };
}

function toggled(values: string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

/** The state with one filter value switched over; the list starts again at its first page. */
export function toggleFilter(state: ListState, filter: ActiveFilter): ListState {
  const next = { ...state, page: 1 };
  switch (filter.kind) {
    case 'availability':
      return { ...next, inStock: !state.inStock };
    case 'brand':
      return { ...next, brands: toggled(state.brands, filter.value) };
    case 'tag':
      return { ...next, tags: toggled(state.tags, filter.value) };
    case 'price':
      return { ...next, minPrice: null, maxPrice: null };
    default: {
      const options = { ...state.options };
      const values = toggled(options[filter.name] ?? [], filter.value);
      if (values.length > 0) {
        options[filter.name] = values;
      } else {
        delete options[filter.name];
      }
      return { ...next, options };
    }
  }
}

/** The state without any filter; place and order stay. */
export function clearFilters(state: ListState): ListState {
  return { ...state, minPrice: null, maxPrice: null, inStock: false, brands: [], tags: [], options: {}, page: 1 };
}

export function activeFilters(state: ListState): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  if (state.inStock) {
    filters.push({ kind: 'availability', name: '', value: '1' });
  }
  if (state.minPrice !== null || state.maxPrice !== null) {
    filters.push({ kind: 'price', name: '', value: `${state.minPrice ?? ''}-${state.maxPrice ?? ''}` });
  }
  for (const value of state.brands) {
    filters.push({ kind: 'brand', name: '', value });
  }
  for (const value of state.tags) {
    filters.push({ kind: 'tag', name: '', value });
  }
  for (const [name, values] of Object.entries(state.options)) {
    for (const value of values) {
      filters.push({ kind: 'option', name, value });
    }
  }
  return filters;
}
