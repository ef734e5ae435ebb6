import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/storeFormat';
import { categoryUrl, searchUrl } from 'c/storeRoutes';
import type { ProductCardDto, SearchDto, StoreDto } from 'c/storeTypes';
import browseCategories from '@salesforce/label/c.Store_BrowseCategories';
import clearSearch from '@salesforce/label/c.Store_ClearSearch';
import popularProducts from '@salesforce/label/c.Store_PopularProducts';
import searchApart from '@salesforce/label/c.Store_SearchApart';
import searchMissing from '@salesforce/label/c.Store_SearchMissing';
import searchTry from '@salesforce/label/c.Store_SearchTry';

const MAXIMUM_WAYS = 12;

/** Ways on from a search that found nothing: words that find something, categories, what others buy. */
export default class SearchHelp extends LightningElement {
  static renderMode = 'light' as const;

  /** How the words were understood; null when that is not known. */
  @api search: SearchDto | null = null;
  @api store: StoreDto | null = null;

  labels = { browseCategories, clearSearch, popularProducts, searchTry };
  allUrl = searchUrl({});

  get message(): string | null {
    const missing = this.search?.missing ?? [];
    if (missing.length > 0) {
      return fillLabel(searchMissing, missing.join(', '));
    }
    return this.hasTries ? searchApart : null;
  }

  get tries(): { text: string; url: string }[] {
    return (this.search?.tries ?? []).map((text) => ({ text, url: searchUrl({ q: text }) }));
  }

  get hasTries(): boolean {
    return this.tries.length > 0;
  }

  /** Top categories that have something. */
  get ways(): { slug: string; name: string; url: string }[] {
    return (this.store?.categories ?? [])
      .filter(({ parentSlug, productCount }) => !parentSlug && productCount !== 0)
      .slice(0, MAXIMUM_WAYS)
      .map(({ slug, name }) => ({ slug, name, url: categoryUrl(slug) }));
  }

  get hasWays(): boolean {
    return this.ways.length > 0;
  }

  get popular(): ProductCardDto[] {
    return this.search?.popular ?? [];
  }

  get hasPopular(): boolean {
    return this.popular.length > 0;
  }
}
