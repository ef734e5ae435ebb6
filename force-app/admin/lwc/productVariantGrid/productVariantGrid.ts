import { LightningElement, api } from 'lwc';
import backorder from '@salesforce/label/c.Admin_Backorder';
import barcode from '@salesforce/label/c.Admin_Barcode';
import bulk from '@salesforce/label/c.Admin_Bulk';
import bulkField from '@salesforce/label/c.Admin_BulkField';
import bulkSet from '@salesforce/label/c.Admin_BulkSet';
import bulkValue from '@salesforce/label/c.Admin_BulkValue';
import compareAt from '@salesforce/label/c.Admin_CompareAtPrice';
import next from '@salesforce/label/c.Admin_Next';
import noPicture from '@salesforce/label/c.Admin_PictureNone';
import notANumber from '@salesforce/label/c.Admin_NotANumber';
import offered from '@salesforce/label/c.Admin_Offered';
import onlyVariant from '@salesforce/label/c.Admin_OnlyVariant';
import pageOf from '@salesforce/label/c.Admin_VariantsShown';
import picture from '@salesforce/label/c.Admin_Picture';
import previous from '@salesforce/label/c.Admin_Previous';
import price from '@salesforce/label/c.Store_Price';
import pricesFor from '@salesforce/label/c.Admin_PricesFor';
import select from '@salesforce/label/c.Admin_Select';
import selectAll from '@salesforce/label/c.Admin_SelectAll';
import sku from '@salesforce/label/c.Admin_Sku';
import stock from '@salesforce/label/c.Admin_Stock';
import variant from '@salesforce/label/c.Admin_Variant';
import variants from '@salesforce/label/c.Admin_Variants';
import weight from '@salesforce/label/c.Admin_Weight';
import weightUnit from '@salesforce/label/c.Admin_WeightUnit';
import { fillLabel } from 'c/storeFormat';
import {
  UNITS,
  cellOf,
  fromGrams,
  toGrams,
  withCell,
  type Cell,
  type Editor,
  type Picture,
  type Variant,
} from 'c/productDraft';

/** Rows that are drawn at a time; the others are a page away. */
const PAGE = 50;

interface Column {
  key: string;
  cell: Cell;
  column: string;
  label: string;
  isNumber: boolean;
  /** Key of the message that the server gives for it. */
  error: string;
}

/** The variants of a product as a table to type into. Fires `variantschange` with all variants. */
export default class ProductVariantGrid extends LightningElement {
  @api variants: Variant[] = [];
  /** Stores of the catalogue. */
  @api stores: Editor['stores'] = [];
  @api locations: Editor['locations'] = [];
  @api pictures: Picture[] = [];
  @api errors: Record<string, string> = {};

  labels = {
    backorder,
    bulk,
    bulkField,
    bulkValue,
    next,
    offered,
    picture,
    previous,
    pricesFor,
    selectAll,
    variant,
    variants,
    weightUnit,
  };
  unit = 'g';
  chosenStoreId = '';
  chosenField = '';
  page = 0;
  selected: ReadonlySet<number> = new Set();
  /** Cells in which something stands that is no number. */
  unread: Record<string, string> = {};
  /** What stands in the cell that is being typed into; drawing the table anew does not replace it. */
  typed: Record<string, string> = {};
  private goesToMistake = false;

  get storeId(): string {
    return this.chosenStoreId || this.stores[0]?.id || '';
  }

  get store() {
    return this.stores.find(({ id }) => id === this.storeId);
  }

  get hasSeveralStores(): boolean {
    return this.stores.length > 1;
  }

  get hasSeveral(): boolean {
    return this.variants.length > 1;
  }

  get hasPictures(): boolean {
    return this.pictures.length > 0;
  }

  get storeOptions() {
    return this.stores.map(({ id, name, currencyCode }) => ({ value: id, label: `${name} (${currencyCode})` }));
  }

  get unitOptions() {
    return Object.keys(UNITS).map((unit) => ({ value: unit, label: unit }));
  }

  get columns(): Column[] {
    const book = this.store?.pricebookId ?? '';
    const currency = this.store ? ` (${this.store.currencyCode})` : '';
    const isOnlyPlace = this.locations.length === 1;
    return [
      { cell: 'price', column: book, label: `${price}${currency}`, isNumber: true, error: `price.${book}` },
      { cell: 'compareAtPrice', column: book, label: compareAt, isNumber: true, error: `compareAt.${book}` },
      ...this.locations.map(({ id, name }) => ({
        cell: 'stock' as Cell,
        column: id,
        label: isOnlyPlace ? stock : `${stock}: ${name}`,
        isNumber: true,
        error: `stock.${id}`,
      })),
      { cell: 'sku' as Cell, column: '', label: sku, isNumber: false, error: 'sku' },
      { cell: 'barcode' as Cell, column: '', label: barcode, isNumber: false, error: 'barcode' },
      { cell: 'weightGrams' as Cell, column: '', label: `${weight} (${this.unit})`, isNumber: true, error: 'weight' },
    ].map((column) => ({ ...column, key: `${column.cell}-${column.column}` }) as Column);
  }

  get rows() {
    const { columns } = this;
    const start = this.page * PAGE;
    return this.variants.slice(start, start + PAGE).map((each, offset) => {
      const index = start + offset;
      const title = each.values.join(' / ') || onlyVariant;
      const path = `variant.${index}.`;
      return {
        index,
        key: `${index}-${each.id ?? ''}-${title}`,
        title,
        className: each.active ? '' : 'off',
        imageUrl: each.imageUrl,
        active: each.active,
        backorder: each.backorder,
        isSelected: this.selected.has(index),
        selectName: `${select}: ${title}`,
        pictureName: `${picture}: ${title}`,
        offeredName: `${offered}: ${title}`,
        backorderName: `${backorder}: ${title}`,
        error: this.errors[`${path}values`] ?? this.errors[`${path}row`] ?? '',
        pictures: this.pictureOptions(each),
        cells: columns.map((column) => {
          const key = `${index}/${column.key}`;
          const general = column.cell === 'price' ? this.errors[`${path}price`] : undefined;
          const error = this.unread[key] ?? this.errors[path + column.error] ?? general ?? '';
          const value = cellOf(each, column.cell, column.column);
          return {
            key: column.key,
            cell: column.cell,
            column: column.column,
            type: column.isNumber ? 'number' : 'text',
            name: `${column.label}: ${title}`,
            value:
              this.typed[key] ?? (column.cell === 'weightGrams' ? fromGrams(value as number | null, this.unit) : value),
            error,
            invalid: error ? 'true' : null,
            className: `slds-input${error ? ' bad' : ''}${column.isNumber ? '' : ' code'}`,
          };
        }),
      };
    });
  }

  private pictureOptions(each: Variant) {
    const known = this.pictures.some(({ url }) => url === each.imageUrl);
    const options = this.pictures.map(({ url, alt }, index) => ({
      value: url,
      label: alt || `${picture} ${index + 1}`,
    }));
    if (each.imageUrl && !known) options.push({ value: each.imageUrl, label: each.imageUrl });
    return [{ value: '', label: noPicture }, ...options].map((option, index) => ({
      ...option,
      key: `${index}-${option.value}`,
      isSelected: option.value === (each.imageUrl ?? ''),
    }));
  }

  get bulkOptions() {
    return this.columns.filter(({ isNumber }) => isNumber).map(({ key, label }) => ({ value: key, label }));
  }

  get bulkField(): string {
    return this.chosenField || this.bulkOptions[0]?.value || '';
  }

  get isAllSelected(): boolean {
    return this.selected.size === this.variants.length;
  }

  get bulkLabel(): string {
    return fillLabel(bulkSet, this.selected.size || this.variants.length);
  }

  get pageCount(): number {
    return Math.ceil(this.variants.length / PAGE);
  }

  get hasPages(): boolean {
    return this.pageCount > 1;
  }

  get isFirstPage(): boolean {
    return this.page === 0;
  }

  get isLastPage(): boolean {
    return this.page >= this.pageCount - 1;
  }

  get pageText(): string {
    const start = this.page * PAGE;
    return fillLabel(pageOf, start + 1, Math.min(start + PAGE, this.variants.length), this.variants.length);
  }

  /** Whether a cell holds something that cannot be saved. */
  @api
  hasUnread(): boolean {
    return Object.keys(this.unread).length > 0;
  }

  /** Goes to the first cell with a message, on whatever page it is. @returns whether there is one */
  @api
  focusMistake(): boolean {
    const indexes = Object.keys(this.errors).map((key) => Number(/^variant\.(\d+)\./.exec(key)?.[1] ?? NaN));
    const first = Math.min(...indexes.filter((index) => !Number.isNaN(index)));
    if (!Number.isFinite(first)) return false;
    this.page = Math.floor(first / PAGE);
    this.goesToMistake = true;
    this.goToMistake();
    return true;
  }

  renderedCallback() {
    this.goToMistake();
  }

  private goToMistake() {
    const cell = this.goesToMistake ? this.template?.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
    if (!cell) return;
    this.goesToMistake = false;
    cell.focus();
  }

  /** Leaves the field that is being typed into, so that it tells its value. */
  @api
  commit() {
    (this.template?.activeElement as HTMLElement | null)?.blur();
  }

  private emit(detail: Variant[]) {
    this.dispatchEvent(new CustomEvent('variantschange', { detail }));
  }

  private change(index: number, cell: Cell, key: string, value: unknown) {
    this.emit(this.variants.map((each, at) => (at === index ? withCell(each, cell, key, value) : each)));
  }

  private placeOf(input: HTMLElement): string {
    const { index, cell, key } = input.dataset;
    return `${index}/${cell}-${key ?? ''}`;
  }

  handleType(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    this.typed = { [this.placeOf(input)]: input.value };
  }

  handleCell(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    const { index, cell, key } = input.dataset as { index: string; cell: Cell; key?: string };
    const place = this.placeOf(input);
    this.typed = {};
    const others = Object.entries(this.unread).filter(([known]) => known !== place);
    this.unread = Object.fromEntries(input.validity?.badInput ? [...others, [place, notANumber]] : others);
    if (!input.validity?.badInput) this.change(Number(index), cell, key ?? '', this.parsed(cell, input.value));
  }

  private parsed(cell: Cell, text: string): unknown {
    if (text.trim() === '') return null;
    if (cell === 'sku' || cell === 'barcode' || cell === 'imageUrl') return text.trim();
    const amount = Number(text);
    return cell === 'weightGrams' ? toGrams(amount, this.unit) : cell === 'stock' ? Math.round(amount) : amount;
  }

  /** Enter goes down the column, as in a spreadsheet. */
  handleCellKey(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const { index, cell, key } = (event.currentTarget as HTMLElement).dataset;
    const below = Number(index) + (event.shiftKey ? -1 : 1);
    this.template
      ?.querySelector<HTMLElement>(`input[data-index="${below}"][data-cell="${cell}"][data-key="${key}"]`)
      ?.focus();
  }

  handleCheck(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    const { index, cell } = input.dataset as { index: string; cell: Cell };
    this.change(Number(index), cell, '', input.checked);
  }

  handleSelect(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    const selected = new Set(this.selected);
    if (input.checked) selected.add(Number(input.dataset.index));
    else selected.delete(Number(input.dataset.index));
    this.selected = selected;
  }

  handleSelectAll(event: Event) {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.selected = new Set(checked ? this.variants.keys() : []);
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.chosenStoreId = event.detail.value;
    this.chosenField = '';
  }

  handleUnit(event: CustomEvent<{ value: string }>) {
    this.unit = event.detail.value;
  }

  handleBulkField(event: CustomEvent<{ value: string }>) {
    this.chosenField = event.detail.value;
  }

  /** Gives the selected variants, or all, the same value. */
  handleBulk() {
    const column = this.columns.find(({ key }) => key === this.bulkField);
    const input = this.template?.querySelector('[data-bulk-value]') as unknown as { value?: string | number } | null;
    if (!column) return;
    const value = this.parsed(column.cell, String(input?.value ?? ''));
    const { selected } = this;
    this.emit(
      this.variants.map((each, at) => {
        const isMeant = selected.size === 0 || selected.has(at);
        return isMeant ? withCell(each, column.cell, column.column, value) : each;
      }),
    );
  }

  handlePrevious() {
    this.page = Math.max(0, this.page - 1);
  }

  handleNext() {
    this.page = Math.min(this.pageCount - 1, this.page + 1);
  }
}
