import { LightningElement, api } from 'lwc';
import suggestForMember from '@salesforce/apex/MemberCatalogController.suggest';
import suggest from '@salesforce/apex/StorefrontController.suggest';
import isGuest from '@salesforce/user/isGuest';
import { announce } from 'c/storeEvents';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { categoryUrl, productUrl, searchUrl } from 'c/storeRoutes';
import type { ProductCardDto, StoreDto, SuggestionsDto } from 'c/storeTypes';
import { labels } from './labels';

/** Milliseconds after the last letter. */
const WAIT = 200;
/** Letters from which the server is asked. */
const SHORTEST = 2;
const NOTHING: SuggestionsDto = { queries: [], categories: [], products: [] };

/** What the field says of its list. */
export interface SuggestionState {
  expanded: boolean;
  /** Id of the option that the arrow keys stand on. */
  activeId: string | null;
}

/** What the field asks of its list. */
export interface SuggestionList {
  type(text: string): void;
  reopen(text: string): void;
  press(key: string): boolean;
  close(): void;
  leave(): void;
  readonly activeUrl: string | null;
}

interface Option {
  id: string;
  url: string;
  text: string;
  product: ProductCardDto | null;
  imageUrl: string | null;
  selected: string;
  optionClass: string;
}

interface Group {
  key: string;
  title: string;
  titleId: string;
  isProducts: boolean;
  options: Option[];
}

/**
 * Suggestions for what stands in the search field, which keeps the focus.
 * @fires StoreSuggestions#statechange with the new `SuggestionState`
 * @fires StoreSuggestions#choose `{url}` of the option that was pressed
 */
export default class StoreSuggestions extends LightningElement implements SuggestionList {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;

  labels = labels;
  suggestions: SuggestionsDto | null = null;
  /** What the suggestions are for. */
  asked = '';
  isOpen = false;
  /** Index among all options; -1 while the field itself is in use. */
  active = -1;
  timer: ReturnType<typeof setTimeout> | undefined;

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  /** Takes what stands in the field now. */
  @api
  type(typed: string): void {
    clearTimeout(this.timer);
    const text = typed.trim();
    if (text.length < SHORTEST) {
      this.asked = '';
      this.suggestions = null;
      this.show(false);
      return;
    }
    this.show(this.isOpen);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next letter; the timer ends with the component
    this.timer = setTimeout(() => this.ask(text), WAIT);
  }

  /** Opens when the field gets the focus back and still holds what the suggestions are for. */
  @api
  reopen(text: string): void {
    this.show(text.trim() === this.asked);
  }

  @api
  close(): void {
    this.show(false);
  }

  /** The shopper goes elsewhere: what is still asked for comes too late. */
  @api
  leave(): void {
    clearTimeout(this.timer);
    this.asked = '';
    this.close();
  }

  /** @returns whether the key was meant for the list */
  @api
  press(key: string): boolean {
    if (key === 'Escape') {
      const wasShown = this.isShown;
      this.close();
      return wasShown;
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp') {
      return false;
    }
    if (!this.isShown) {
      this.show(true);
      return true;
    }
    // The field itself stands between the last option and the first.
    const places = this.urls.length + 1;
    const step = key === 'ArrowDown' ? 1 : -1;
    this.show(true, ((this.active + 1 + step + places) % places) - 1);
    return true;
  }

  /** Address of the option that the arrow keys stand on; null while that is the field. */
  @api
  get activeUrl(): string | null {
    return this.isShown && this.active >= 0 ? this.urls[this.active] : null;
  }

  show(isOpen: boolean, active = -1): void {
    this.isOpen = isOpen;
    this.active = active;
    const expanded = this.isShown;
    const activeId = expanded && active >= 0 ? `store-search-${active}` : null;
    this.dispatchEvent(new CustomEvent<SuggestionState>('statechange', { detail: { expanded, activeId } }));
  }

  get urls(): string[] {
    const { queries, categories, products } = this.suggestions ?? NOTHING;
    return [
      ...queries.map((text) => searchUrl({ q: text })),
      ...categories.map(({ slug }) => categoryUrl(slug)),
      ...products.map(({ slug, variantId }) => productUrl(slug, variantId)),
      this.allUrl,
    ];
  }

  get groups(): Group[] {
    const { queries, categories, products } = this.suggestions ?? NOTHING;
    const { urls } = this;
    let next = 0;
    const option = (text: string, imageUrl: string | null, product: ProductCardDto | null = null): Option => {
      const index = next;
      next += 1;
      const isActive = index === this.active;
      return {
        id: `store-search-${index}`,
        url: urls[index],
        text,
        imageUrl,
        product,
        selected: String(isActive),
        optionClass: isActive ? 'option active' : 'option',
      };
    };
    const group = (key: string, title: string, options: Option[]): Group => ({
      key,
      title,
      titleId: `store-search-${key}`,
      isProducts: key === 'products',
      options,
    });
    return [
      group(
        'searches',
        labels.searches,
        queries.map((text) => option(text, null)),
      ),
      group(
        'categories',
        labels.categories,
        categories.map(({ name, imageUrl }) => option(name, imageUrl)),
      ),
      group(
        'products',
        labels.products,
        products.map((product) => option(product.title, product.imageUrl, product)),
      ),
    ].filter(({ options }) => options.length > 0);
  }

  get allText(): string {
    return fillLabel(labels.all, this.asked);
  }

  get allId(): string {
    return `store-search-${this.urls.length - 1}`;
  }

  get allSelected(): string {
    return String(this.active === this.urls.length - 1);
  }

  get allClass(): string {
    return this.active === this.urls.length - 1 ? 'option all active' : 'option all';
  }

  get isShown(): boolean {
    return this.isOpen && this.groups.length > 0;
  }

  get isHidden(): boolean {
    return !this.isShown;
  }

  get allUrl(): string {
    return searchUrl({ q: this.asked });
  }

  async ask(text: string): Promise<void> {
    this.asked = text;
    try {
      const ask = isGuest ? suggest : suggestForMember;
      const suggestions = (await ask({ storeCode: this.store?.code ?? '', text })) as SuggestionsDto;
      // Answers may overtake each other: only that to what stands in the field is shown.
      if (this.asked === text && this.isConnected) {
        this.suggestions = suggestions;
        this.show(true);
        this.announceCount();
      }
    } catch {
      this.show(false); // The search works without suggestions.
    }
  }

  announceCount(): void {
    const count = this.urls.length - 1;
    const forms = { one: labels.countOne, other: labels.countOther };
    announce(count === 0 ? labels.none : pluralLabel(count, forms, this.store?.locale));
  }

  /** Keeps the focus in the field while an option is pressed. */
  handleOptionDown(event: MouseEvent): void {
    event.preventDefault();
  }

  handleOption(event: MouseEvent): void {
    const url = (event.currentTarget as HTMLElement).dataset.url as string;
    this.dispatchEvent(new CustomEvent('choose', { detail: { url } }));
  }
}
