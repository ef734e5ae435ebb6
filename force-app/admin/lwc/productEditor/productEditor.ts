import { api, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord } from 'lightning/uiRecordApi';
import LAST_CHANGE from '@salesforce/schema/Product2.LastModifiedDate';
import copy from '@salesforce/apex/ProductEditorController.copy';
import open from '@salesforce/apex/ProductEditorController.open';
import save from '@salesforce/apex/ProductEditorController.save';
import setActive from '@salesforce/apex/ProductEditorController.setActive';
import active from '@salesforce/label/c.Admin_StatusActive';
import archive from '@salesforce/label/c.Admin_Archive';
import archived from '@salesforce/label/c.Admin_StatusArchived';
import brand from '@salesforce/label/c.Admin_Brand';
import catalog from '@salesforce/label/c.Admin_Catalog';
import categories from '@salesforce/label/c.Admin_Categories';
import categoriesHelp from '@salesforce/label/c.Admin_CategoriesHelp';
import copyLabel from '@salesforce/label/c.Admin_Copy';
import description from '@salesforce/label/c.Admin_Description';
import discard from '@salesforce/label/c.Admin_Discard';
import discardAsk from '@salesforce/label/c.Admin_DiscardAsk';
import featured from '@salesforce/label/c.Admin_Featured';
import findCategory from '@salesforce/label/c.Admin_FindCategory';
import general from '@salesforce/label/c.Admin_General';
import loadAgain from '@salesforce/label/c.Admin_LoadAgain';
import loading from '@salesforce/label/c.Admin_Loading';
import nameless from '@salesforce/label/c.Admin_ProductNew';
import noCategories from '@salesforce/label/c.Admin_NoCategories';
import options from '@salesforce/label/c.Admin_Options';
import optionsHelp from '@salesforce/label/c.Admin_OptionsHelp';
import organisation from '@salesforce/label/c.Admin_Organisation';
import pictures from '@salesforce/label/c.Admin_Pictures';
import productType from '@salesforce/label/c.Admin_ProductType';
import restore from '@salesforce/label/c.Admin_Restore';
import saved from '@salesforce/label/c.Admin_ProductSaved';
import saveLabel from '@salesforce/label/c.Admin_Save';
import searchEngines from '@salesforce/label/c.Admin_SearchEngines';
import searchPreview from '@salesforce/label/c.Admin_SearchPreview';
import seoDescription from '@salesforce/label/c.Admin_SeoDescription';
import seoTitle from '@salesforce/label/c.Admin_SeoTitle';
import shipped from '@salesforce/label/c.Admin_Shipped';
import slug from '@salesforce/label/c.Admin_Slug';
import slugFromTitle from '@salesforce/label/c.Admin_SlugFromTitle';
import slugHelp from '@salesforce/label/c.Admin_SlugHelp';
import status from '@salesforce/label/c.Admin_Status';
import statusSaved from '@salesforce/label/c.Admin_StatusSaved';
import tags from '@salesforce/label/c.Admin_Tags';
import tagsHelp from '@salesforce/label/c.Admin_TagsHelp';
import taxed from '@salesforce/label/c.Admin_Taxed';
import title from '@salesforce/label/c.Admin_Title';
import unread from '@salesforce/label/c.Admin_NotANumber';
import unsaved from '@salesforce/label/c.Admin_Unsaved';
import variants from '@salesforce/label/c.Admin_Variants';
import variantOpened from '@salesforce/label/c.Admin_VariantOpened';
import RecordPanel from 'c/recordPanel';
import { fillLabel } from 'c/storeFormat';
import type { Draft, Editor, Picture, Variant } from 'c/productDraft';

/** From so many categories on they are found by typing. */
const MANY = 12;
/** Formatting that descriptions keep. */
const FORMATS = ['bold', 'italic', 'underline', 'list', 'link', 'header', 'clean'];

interface CategoryRow {
  id: string;
  name: string;
  isStore: boolean;
  isChosen: boolean;
  indent: string;
  className: string;
}

/** One page that makes and edits a product: texts, pictures, options, variants with prices and stock, categories. */
export default class ProductEditor extends NavigationMixin(RecordPanel) {
  /** Product that a new one starts as a copy of. */
  @api copyId: string | null = null;

  labels = {
    brand,
    catalog,
    categories,
    categoriesHelp,
    copy: copyLabel,
    description,
    discard,
    featured,
    findCategory,
    general,
    loadAgain,
    loading,
    noCategories,
    options,
    optionsHelp,
    organisation,
    pictures,
    save: saveLabel,
    searchEngines,
    searchPreview,
    seoDescription,
    seoTitle,
    shipped,
    slug,
    slugFromTitle,
    slugHelp,
    status,
    tags,
    tagsHelp,
    taxed,
    title,
    type: productType,
    unsaved,
  };
  formats = FORMATS;
  editor: Editor | null = null;
  draft: Draft = { variants: [], pictures: [], optionNames: [], categoryIds: [] } as unknown as Draft;
  /** The draft as it was read, to tell what has been changed. */
  original = '';
  errors: Record<string, string> = {};
  summary = '';
  isStale = false;
  categoryQuery = '';
  /** Something is being typed that no field has told yet. */
  hasTyped = false;
  private goesToMistake = false;
  private lastChange: unknown = undefined;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.warn);
    if (!this.recordId) this.load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.warn);
  }

  /** After a refusal the first field with a message has the focus, or what is said at the top. */
  renderedCallback() {
    if (!this.goesToMistake || this.isBusy) return;
    this.goesToMistake = false;
    const field = Object.keys(this.errors).find((key) => this.template?.querySelector(`[data-field="${key}"]`));
    const grid = this.template?.querySelector('c-product-variant-grid') as unknown as {
      focusMistake(): boolean;
    } | null;
    if (field) this.template?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
    else if (!grid?.focusMistake()) this.template?.querySelector<HTMLElement>('[data-summary]')?.focus();
  }

  private warn = (event: BeforeUnloadEvent) => {
    if (this.isDirty) event.preventDefault();
  };

  override async read(recordId: string) {
    this.apply(await this.fetch(recordId));
  }

  private fetch(recordId: string): Promise<Editor> {
    return this.copyId ? copy({ productId: this.copyId }) : open({ productId: (recordId || null) as string });
  }

  private apply(editor: Editor) {
    this.editor = editor;
    this.show(editor.product);
  }

  /** What was typed, be it while the answer is on its way, is not replaced because another panel changed something. */
  override async follow(): Promise<string> {
    const isBusy = () => this.isDirty || this.hasTyped || this.isBusy;
    if (isBusy() || !this.recordId) return 'complete';
    try {
      const editor = await this.fetch(this.recordId);
      if (!isBusy()) this.apply(editor);
      return 'complete';
    } catch {
      return 'completeWithErrors';
    }
  }

  /** The record's own form and other pages of the console change it too. */
  @wire(getRecord, { recordId: '$recordId', fields: [LAST_CHANGE] })
  handleRecord({ data }: { data?: { fields: Record<string, { value: unknown }> } }) {
    const change = data?.fields.LastModifiedDate?.value;
    const isNews = this.lastChange !== undefined && change !== undefined && change !== this.lastChange;
    this.lastChange = change ?? this.lastChange;
    if (isNews) this.follow();
  }

  handleTyping() {
    this.hasTyped = true;
  }

  private show(product: Draft) {
    this.draft = product;
    this.original = JSON.stringify(product);
    this.errors = {};
    this.summary = '';
    this.isStale = false;
    this.hasTyped = false;
  }

  get hasDraft(): boolean {
    return this.editor !== null;
  }

  get isStored(): boolean {
    return Boolean(this.draft.id);
  }

  get isDirty(): boolean {
    return this.editor !== null && JSON.stringify(this.draft) !== this.original;
  }

  get showsBar(): boolean {
    return this.hasTyped || this.isDirty || !this.isStored;
  }

  /** A new product that nobody has typed into has nothing to lose yet. */
  get barText(): string {
    return this.hasTyped || this.isDirty ? unsaved : '';
  }

  get variantName(): string {
    return this.editor?.variantName ?? '';
  }

  get variantHint(): string {
    return fillLabel(variantOpened, this.variantName);
  }

  get status(): string {
    return this.draft.active ? 'active' : 'archived';
  }

  get statusOptions() {
    return [
      { value: 'active', label: active },
      { value: 'archived', label: archived },
    ];
  }

  get statusLabel(): string {
    return this.draft.active ? active : archived;
  }

  get statusClass(): string {
    return this.draft.active ? 'slds-theme_success' : '';
  }

  get archiveLabel(): string {
    return this.draft.active ? archive : restore;
  }

  get stores(): Editor['stores'] {
    return (this.editor?.stores ?? []).filter(({ catalogId }) => catalogId === this.draft.catalogId);
  }

  get locations(): Editor['locations'] {
    const own = new Set(this.stores.map(({ id }) => id));
    return (this.editor?.locations ?? []).filter(({ storeId }) => !storeId || own.has(storeId));
  }

  get catalogOptions() {
    const names = new Map((this.editor?.stores ?? []).map(({ catalogId, catalogName }) => [catalogId, catalogName]));
    return [...names].map(([value, label]) => ({ value, label }));
  }

  get canChooseCatalog(): boolean {
    return !this.isStored && this.catalogOptions.length > 1;
  }

  get variantsTitle(): string {
    return `${variants} (${this.draft.variants.length})`;
  }

  get isShipped(): boolean {
    return this.draft.variants.every(({ requiresShipping }) => requiresShipping);
  }

  get isTaxed(): boolean {
    return this.draft.variants.every(({ taxable }) => taxable);
  }

  // ---- categories

  private get ownCategories(): Editor['categories'] {
    const own = new Set(this.stores.map(({ id }) => id));
    return (this.editor?.categories ?? []).filter(({ storeId }) => own.has(storeId));
  }

  get hasNoCategories(): boolean {
    return this.ownCategories.length === 0;
  }

  get hasManyCategories(): boolean {
    return this.ownCategories.length > MANY;
  }

  get needsCategory(): boolean {
    return this.draft.categoryIds.length === 0 && !this.hasNoCategories;
  }

  /** Stores and their categories as a tree, flattened; a search leaves what it finds. */
  get categoryRows(): CategoryRow[] {
    const all = this.ownCategories;
    const known = new Set(all.map(({ id }) => id));
    const chosen = new Set(this.draft.categoryIds);
    const query = this.categoryQuery.trim().toLowerCase();
    const rows: CategoryRow[] = [];
    const visit = (parentId: string | null, storeId: string, level: number): void => {
      for (const { id, name, parentId: parent, storeId: store } of all) {
        const above = parent && known.has(parent) ? parent : null;
        if (store !== storeId || above !== parentId) continue;
        if (!query || name.toLowerCase().includes(query)) {
          const indent = `padding-inline-start: ${query ? 0 : level * 1.25}rem`;
          rows.push({ id, name, isStore: false, isChosen: chosen.has(id), indent, className: '' });
        }
        if (level < 20) visit(id, storeId, level + 1);
      }
    };
    for (const { id, name } of this.stores) {
      if (this.stores.length > 1)
        rows.push({ id, name, isStore: true, isChosen: false, indent: '', className: 'store' });
      visit(null, id, 0);
    }
    return rows;
  }

  handleFindCategory(event: CustomEvent<{ value: string }>) {
    this.categoryQuery = event.detail.value;
  }

  handleCategory(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    const id = input.dataset.id ?? '';
    const others = this.draft.categoryIds.filter((known) => known !== id);
    this.draft = { ...this.draft, categoryIds: input.checked ? [...others, id] : others };
  }

  handleCatalog(event: CustomEvent<{ value: string }>) {
    this.draft = { ...this.draft, catalogId: event.detail.value, categoryIds: [] };
  }

  // ---- search engines

  get previewTitle(): string {
    return this.draft.seoTitle || this.draft.title || nameless;
  }

  get previewText(): string {
    const text = this.draft.seoDescription || plainText(this.draft.body ?? '');
    return text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text;
  }

  get previewAddress(): string {
    return `${this.stores[0]?.name ?? ''} › product › ${this.draft.slug || slugFromTitle}`;
  }

  // ---- changes

  handleField(event: CustomEvent<{ value?: string; checked?: boolean }>) {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    const input = event.currentTarget as unknown as { value?: string; checked?: boolean };
    const value = field === 'featured' ? event.detail.checked : (event.detail.value ?? input.value);
    const known = this.draft[field as keyof Draft] ?? '';
    if (value === known) return;
    this.draft = { ...this.draft, [field as string]: value };
    this.forget((key) => key === field);
  }

  handleStatus(event: CustomEvent<{ value: string }>) {
    this.draft = { ...this.draft, active: event.detail.value === 'active' };
  }

  handleFlag(event: CustomEvent<{ checked: boolean }>) {
    const flag = (event.currentTarget as HTMLElement).dataset.flag as string;
    const { checked } = event.detail;
    this.draft = { ...this.draft, variants: this.draft.variants.map((each) => ({ ...each, [flag]: checked })) };
  }

  handlePictures(event: CustomEvent<Picture[]>) {
    this.draft = { ...this.draft, pictures: event.detail };
    this.forget((key) => key.startsWith('picture.'));
  }

  handleOptions(event: CustomEvent<Draft>) {
    this.draft = event.detail;
    this.forget((key) => key.startsWith('variant.') || key.startsWith('option.'));
  }

  handleVariants(event: CustomEvent<Variant[]>) {
    const before = this.draft.variants;
    const changed = event.detail.flatMap((each, index) => (each === before[index] ? [] : [`variant.${index}.`]));
    this.draft = { ...this.draft, variants: event.detail };
    this.forget((key) => changed.some((path) => key.startsWith(path)));
  }

  /** A message stands until what it is about has been changed. */
  private forget(isAbout: (key: string) => boolean) {
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([key]) => !isAbout(key)));
    if (Object.keys(this.errors).length === 0 && !this.isStale) this.summary = '';
  }

  /** The field keeps the focus while the button is pressed: a message that goes would move the button from under the pointer. */
  handlePress(event: Event) {
    event.preventDefault();
  }

  /** Fields that tell what was typed only when they are left tell it now. */
  private commit() {
    for (const part of ['c-product-variant-grid', 'c-product-options-editor'])
      (this.template?.querySelector(part) as unknown as { commit(): void } | null)?.commit();
  }

  async handleSave() {
    this.commit();
    const grid = this.template?.querySelector('c-product-variant-grid') as unknown as { hasUnread(): boolean } | null;
    if (grid?.hasUnread()) {
      this.summary = unread;
      return;
    }
    const isNew = !this.isStored;
    const done = await this.perform(
      async () => {
        const product = await save({ product: this.draft });
        this.show(product);
      },
      saved,
      ({ code, message, fields }) => {
        this.errors = fields;
        this.summary = message;
        this.isStale = code === 'CHANGED';
        this.goesToMistake = true;
        return true;
      },
    );
    if (done && isNew) this.openRecord(this.draft.id);
  }

  async handleDiscard() {
    if (this.isDirty || this.hasTyped) {
      const sure: unknown = await LightningConfirm.open({ label: discard, message: discardAsk, theme: 'warning' });
      if (!sure) return;
    }
    if (!this.isStored) this.openList();
    else this.show(JSON.parse(this.original) as Draft);
  }

  handleReload() {
    return this.load();
  }

  handleArchive() {
    const isActive = !this.draft.active;
    return this.perform(async () => {
      await setActive({ productId: this.draft.id, active: isActive });
      await this.read(this.draft.id);
    }, statusSaved);
  }

  handleCopy() {
    this[NavigationMixin.Navigate]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Products' },
      state: { c__copy: this.draft.id },
    });
  }

  private openRecord(recordId: string) {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Product2', actionName: 'view' },
    });
  }

  private openList() {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'Products' } });
  }
}

/** The words of formatted text. */
function plainText(html: string): string {
  const parsed = new DOMParser().parseFromString(html.replace(/<\/(p|li|h\d|div)>/gi, ' $&'), 'text/html');
  return (parsed.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
