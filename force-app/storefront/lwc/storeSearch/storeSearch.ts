import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import suggest from '@salesforce/apex/StorefrontController.suggest';
import { announce } from 'c/storeEvents';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { categoryUrl, productUrl, searchUrl, webPage } from 'c/storeRoutes';
import type { ProductCardDto, StoreDto, SuggestionsDto } from 'c/storeTypes';
import { labels } from './labels';

/** Milliseconds after the last letter. */
const WAIT = 200;
/** Letters from which the server is asked. */
const SHORTEST = 2;

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
 * The search field, with suggestions while the shopper types: a combobox whose list is walked with the arrow keys.
 * @fires StoreSearch#search the shopper goes to results or to a suggestion
 */
export default class StoreSearch extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  /** The search words of the current page, to be seen again in the field. */
  @api
  get searchText(): string {
    return this.text;
  }

  set searchText(text: string) {
    this.text = text ?? '';
  }

  /** What stands in the field. */
  text = '';

  labels = labels;
  resultsUrl = searchUrl({});
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

  @api
  focusField(): void {
    this.input.focus();
  }

  get input(): HTMLInputElement {
    return this.refs?.search as HTMLInputElement;
  }

  get urls(): string[] {
    const { queries, categories, products } = this.suggestions ?? { queries: [], categories: [], products: [] };
    return [
      ...queries.map((text) => searchUrl({ q: text })),
      ...categories.map(({ slug }) => categoryUrl(slug)),
      ...products.map(({ slug, variantId }) => productUrl(slug, variantId)),
      searchUrl({ q: this.asked }),
    ];
  }

  get groups(): Group[] {
    const { queries, categories, products } = this.suggestions ?? { queries: [], categories: [], products: [] };
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

  get expanded(): string {
    return String(this.isShown);
  }

  get activeId(): string | null {
    return this.isShown && this.active >= 0 ? `store-search-${this.active}` : null;
  }

  handleInput(): void {
    clearTimeout(this.timer);
    this.text = this.input.value;
    const text = this.text.trim();
    this.active = -1;
    if (text.length < SHORTEST) {
      this.asked = '';
      this.suggestions = null;
      this.isOpen = false;
      return;
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next letter; the timer ends with the component
    this.timer = setTimeout(() => this.ask(text), WAIT);
  }

  async ask(text: string): Promise<void> {
    this.asked = text;
    try {
      const suggestions = (await suggest({ storeCode: this.store?.code ?? '', text })) as SuggestionsDto;
      // Answers may overtake each other: only that to what stands in the field is shown.
      if (this.asked === text && this.isConnected) {
        this.suggestions = suggestions;
        this.isOpen = true;
        this.active = -1;
        this.announceCount();
      }
    } catch {
      this.isOpen = false; // The search works without suggestions.
    }
  }

  announceCount(): void {
    const count = this.urls.length - 1;
    const forms = { one: labels.countOne, other: labels.countOther };
    announce(count === 0 ? labels.none : pluralLabel(count, forms, this.store?.locale));
  }

  handleFocus(): void {
    this.isOpen = this.input.value.trim() === this.asked;
  }

  handleFocusOut(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (!next || !(event.currentTarget as HTMLElement).contains(next)) {
      this.close();
    }
  }

  close(): void {
    this.isOpen = false;
    this.active = -1;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (this.isShown) {
        event.preventDefault();
        this.close();
      }
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
      return;
    }
    event.preventDefault();
    if (!this.isShown) {
      this.isOpen = true;
      return;
    }
    // The field itself stands between the last option and the first.
    const places = this.urls.length + 1;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    this.active = ((this.active + 1 + step + places) % places) - 1;
  }

  /** Keeps the focus in the field while an option is pressed. */
  handleOptionDown(event: MouseEvent): void {
    event.preventDefault();
  }

  handleOption(event: MouseEvent): void {
    this.go((event.currentTarget as HTMLElement).dataset.url as string);
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const words = this.input.value.trim();
    if (this.isShown && this.active >= 0) {
      this.go(this.urls[this.active]);
    } else if (words) {
      this.go(searchUrl({ q: words }));
    }
  }

  go(url: string): void {
    clearTimeout(this.timer);
    this.asked = '';
    this.close();
    this.dispatchEvent(new CustomEvent('search'));
    this[NavigationMixin.Navigate](webPage(url));
  }
}
