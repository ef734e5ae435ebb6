import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { searchUrl, webPage } from 'c/storeRoutes';
import type { StoreDto } from 'c/storeTypes';
import type { SuggestionList, SuggestionState } from 'c/storeSuggestions';
import search from '@salesforce/label/c.Store_Search';
import searchPlaceholder from '@salesforce/label/c.Store_SearchPlaceholder';

/**
 * The search field, a combobox: its list of suggestions comes with the first use of the field and is walked with the arrow keys.
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

  labels = { search, searchPlaceholder };
  resultsUrl = searchUrl({});
  /** Code of the list. */
  panel: unknown = null;
  state: SuggestionState = { expanded: false, activeId: null };
  /** What was typed before the list was there. */
  pending: string | null = null;

  renderedCallback(): void {
    if (this.list && this.pending !== null) {
      const text = this.pending;
      this.pending = null;
      this.list.type(text);
    }
  }

  @api
  focusField(): void {
    this.input.focus();
  }

  get input(): HTMLInputElement {
    return this.refs?.search as HTMLInputElement;
  }

  get list(): SuggestionList | undefined {
    return this.refs?.list as unknown as SuggestionList | undefined;
  }

  get listId(): string | null {
    return this.panel ? 'store-search-list' : null;
  }

  get expanded(): string {
    return String(this.state.expanded);
  }

  async loadList(): Promise<void> {
    try {
      this.panel ??= (await import('c/storeSuggestions')).default;
    } catch {
      // The search works without suggestions; the next letter tries again.
    }
  }

  handleState(event: CustomEvent<SuggestionState>): void {
    this.state = event.detail;
  }

  handleInput(): void {
    this.text = this.input.value;
    if (this.list) {
      this.list.type(this.text);
    } else {
      this.pending = this.text;
      this.loadList();
    }
  }

  handleFocus(): void {
    this.loadList();
    this.list?.reopen(this.input.value);
  }

  handleFocusOut(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (!next || !(event.currentTarget as HTMLElement).contains(next)) {
      this.list?.close();
    }
  }

  handleKey(event: KeyboardEvent): void {
    if (this.list?.press(event.key)) {
      event.preventDefault();
    }
  }

  handleChoose(event: CustomEvent<{ url: string }>): void {
    this.go(event.detail.url);
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const words = this.input.value.trim();
    const url = this.list?.activeUrl ?? (words && searchUrl({ q: words }));
    if (url) {
      this.go(url);
    }
  }

  go(url: string): void {
    this.pending = null;
    this.list?.leave();
    this.dispatchEvent(new CustomEvent('search'));
    this[NavigationMixin.Navigate](webPage(url));
  }
}
