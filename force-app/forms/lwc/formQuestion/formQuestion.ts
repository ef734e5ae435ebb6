import { LightningElement, api } from 'lwc';
import { announce } from 'c/storeEvents';
import { countryName, fillLabel, formatMoney } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import type { Question } from 'c/formRules';
import { labels } from './labels';
import { plainNumber } from './numbers';

/** What the page shows of a question at the moment. */
export interface QuestionView {
  question: Question;
  /** Unique in the page. */
  id: string;
  values: string[];
  required: boolean;
  /** Nobody types another answer. */
  fixed: boolean;
  /** Sentence; blank when nothing is wrong. */
  problem: string;
  least: string | null;
  most: string | null;
  /** Files by the names of their uploads. */
  files: FileView[];
}

export interface FileView {
  token: string;
  name: string;
  /** 0 to 100; 100 is complete. */
  percent: number;
  /** Why it could not be sent; blank for nothing. */
  problem: string;
}

const INPUTS: Record<string, { type: string; mode: string | null; autocomplete: string }> = {
  text: { type: 'text', mode: null, autocomplete: 'off' },
  email: { type: 'email', mode: 'email', autocomplete: 'email' },
  phone: { type: 'tel', mode: 'tel', autocomplete: 'tel' },
  url: { type: 'url', mode: 'url', autocomplete: 'url' },
  integer: { type: 'text', mode: 'numeric', autocomplete: 'off' },
  decimal: { type: 'text', mode: 'decimal', autocomplete: 'off' },
  currency: { type: 'text', mode: 'decimal', autocomplete: 'off' },
  date: { type: 'date', mode: null, autocomplete: 'off' },
  time: { type: 'time', mode: null, autocomplete: 'off' },
  dateTime: { type: 'datetime-local', mode: null, autocomplete: 'off' },
};
const NUMBERS = new Set(['integer', 'decimal', 'currency']);
const GROUPS = new Set(['choices', 'yesNo', 'rating', 'ranking', 'address', 'signature', 'file']);
/** More choices than that are a list to open. */
const MOST_RADIOS = 6;
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const ADDRESS = [
  { label: labels.street, autocomplete: 'street-address', optional: false },
  { label: labels.addition, autocomplete: 'address-line2', optional: true },
  { label: labels.city, autocomplete: 'address-level2', optional: false },
  { label: labels.postalCode, autocomplete: 'postal-code', optional: true },
  { label: labels.state, autocomplete: 'address-level1', optional: true },
];

/** All countries that the browser has a name for, in the order of their names. */
function countries(locale: string): { code: string; name: string }[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .filter((code) => !NO_COUNTRIES.has(code))
    .map((code) => ({ code, name: countryName(code, locale) }))
    .filter(({ code, name }) => name && name !== code)
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}

/**
 * One question with its help and message.
 * @fires FormQuestion#answer `{key, values}` as people answer
 * @fires FormQuestion#optionfound `{key, value, label}` an option that a search found
 * @fires FormQuestion#files `{key, files}` files that were chosen
 * @fires FormQuestion#fileremove `{key, token}`
 * @fires FormQuestion#fileagain `{key, token}`
 */
export default class FormQuestion extends LightningElement {
  static renderMode = 'light' as const;

  @api view: QuestionView | null = null;
  @api store: StoreDto | null = null;
  /** Version that is shown, for the search of options. */
  @api versionId: string | null = null;

  labels = labels;
  drawing: string[] = [];
  isDrawing = false;

  /** What is in a text area is no attribute of it. */
  renderedCallback(): void {
    const area = this.isLong ? this.querySelector('textarea') : null;
    if (area && area.value !== this.value) area.value = this.value;
  }

  get question(): Question {
    return (this.view as QuestionView).question;
  }

  get id(): string {
    return this.view?.id ?? '';
  }

  get type(): string {
    return this.view?.question.type ?? '';
  }

  get isHeading(): boolean {
    return this.type === 'heading';
  }

  get isNote(): boolean {
    return this.type === 'note';
  }

  get isInput(): boolean {
    return this.type in INPUTS;
  }

  get isLong(): boolean {
    return this.type === 'longText';
  }

  /** One option among many, found by its name. */
  get isSearch(): boolean {
    return this.type === 'choice' && Boolean(this.question.searched);
  }

  /** The same for several. */
  get isSearches(): boolean {
    return this.type === 'choices' && Boolean(this.question.searched);
  }

  get searchId(): string {
    return `${this.id}-search`;
  }

  get storeCode(): string {
    return this.store?.code ?? '';
  }

  get chosenLabel(): string {
    const { value } = this;
    return value ? (this.question.options?.find((option) => option.value === value)?.label ?? '') : '';
  }

  get isSelect(): boolean {
    return this.type === 'choice' && !this.isSearch && (this.question.options?.length ?? 0) > MOST_RADIOS;
  }

  get isConsent(): boolean {
    return this.type === 'consent';
  }

  get isGroup(): boolean {
    return GROUPS.has(this.type) || (this.type === 'choice' && !this.isSelect && !this.isSearch);
  }

  get isRadios(): boolean {
    return this.type === 'yesNo' || (this.type === 'choice' && !this.isSelect && !this.isSearch);
  }

  get isChecks(): boolean {
    return this.type === 'choices';
  }

  get isRating(): boolean {
    return this.type === 'rating';
  }

  get isRanking(): boolean {
    return this.type === 'ranking';
  }

  get isAddress(): boolean {
    return this.type === 'address';
  }

  get isSignature(): boolean {
    return this.type === 'signature';
  }

  get isFile(): boolean {
    return this.type === 'file';
  }

  get input() {
    return INPUTS[this.type];
  }

  get value(): string {
    return this.view?.values[0] ?? '';
  }

  get checked(): boolean {
    return this.value === 'true';
  }

  get helpId(): string {
    return `${this.id}-help`;
  }

  get messageId(): string {
    return `${this.id}-message`;
  }

  get help(): string {
    const { help } = this.question;
    return [help ?? '', this.view?.fixed ? labels.fixed : '', this.fileHint].filter(Boolean).join(' ');
  }

  get fileHint(): string {
    if (!this.isFile) return '';
    const { types, maxMegabytes } = this.question.files ?? {};
    return fillLabel(labels.fileHint, (types ?? []).join(', '), maxMegabytes ?? 3);
  }

  get describedBy(): string | null {
    const ids = [this.help ? this.helpId : '', this.view?.problem ? this.messageId : ''].filter(Boolean);
    return ids.length ? ids.join(' ') : null;
  }

  get invalid(): string {
    return String(Boolean(this.view?.problem));
  }

  get requiredText(): string {
    return String(Boolean(this.view?.required));
  }

  get fixed(): boolean {
    return Boolean(this.view?.fixed);
  }

  get fieldClass(): string {
    return this.view?.problem ? 'store-field question invalid' : 'store-field question';
  }

  get label(): string {
    const { label, price } = this.question;
    const cost = price ? ` (${fillLabel(labels.pricePlus, formatMoney(price, this.store))})` : '';
    return this.view?.required ? `${label ?? ''}${cost}` : `${label ?? ''}${cost} (${labels.optional})`;
  }

  private optionText(label: string | null | undefined, price: number | null | undefined): string {
    return price ? `${label} (${fillLabel(labels.pricePlus, formatMoney(price, this.store))})` : (label ?? '');
  }

  get options() {
    const values = this.view?.values ?? [];
    const options =
      this.type === 'yesNo'
        ? [
            { value: 'true', label: labels.yes, price: null },
            { value: 'false', label: labels.no, price: null },
          ]
        : (this.question.options ?? []);
    return options
      .filter(({ value }) => !this.isSearches || values.includes(value))
      .map(({ value, label, price }) => ({
        value,
        label: this.optionText(label, price),
        checked: values.includes(value),
      }));
  }

  get nothingChosen(): boolean {
    return !this.value;
  }

  get stars() {
    const most = Math.min(Number(this.question.maximum) || 5, 10);
    return Array.from({ length: most }, (_, index) => ({
      value: String(index + 1),
      label: fillLabel(labels.stars, index + 1, most),
      checked: this.value === String(index + 1),
      starClass: index < Number(this.value) ? 'star full' : 'star',
    }));
  }

  get order(): { value: string; label: string }[] {
    const options = this.question.options ?? [];
    const values = this.view?.values ?? [];
    const ordered = values.length ? values : options.map(({ value }) => value);
    return ordered.map((value) => ({
      value,
      label: options.find((option) => option.value === value)?.label ?? value,
    }));
  }

  get ranks() {
    return this.order.map(({ value, label }, index, all) => ({
      value,
      label,
      index,
      isFirst: index === 0 || this.fixed,
      isLast: index === all.length - 1 || this.fixed,
      up: fillLabel(labels.up, label),
      down: fillLabel(labels.down, label),
    }));
  }

  get isUnordered(): boolean {
    return !this.view?.values.length;
  }

  get addressParts() {
    return ADDRESS.map(({ label, autocomplete, optional }, index) => ({
      id: `${this.id}-${index}`,
      index,
      label: optional || !this.view?.required ? `${label} (${labels.optional})` : label,
      autocomplete,
      value: this.view?.values[index] ?? '',
    }));
  }

  get countryId(): string {
    return `${this.id}-5`;
  }

  get countries() {
    const chosen = this.view?.values[5] ?? '';
    return countries(this.store?.locale ?? 'en').map(({ code, name }) => ({ code, name, selected: code === chosen }));
  }

  get noCountry(): boolean {
    return !this.view?.values[5];
  }

  get nameId(): string {
    return `${this.id}-name`;
  }

  get path(): string {
    return this.drawing.length ? this.drawing.join('') : (this.view?.values[1] ?? '');
  }

  get files() {
    return (this.view?.files ?? []).map((file) => ({
      ...file,
      text: file.problem
        ? fillLabel(labels.fileFailed, file.name, file.problem)
        : file.percent < 100
          ? fillLabel(labels.fileSending, file.name, file.percent)
          : file.name,
      remove: fillLabel(labels.fileRemove, file.name),
      again: fillLabel(labels.fileAgain, file.name),
      rowClass: file.problem ? 'file failed' : 'file',
    }));
  }

  get accept(): string {
    return (this.question.files?.types ?? []).map((type) => `.${type}`).join(',');
  }

  private send(values: string[]): void {
    this.dispatchEvent(new CustomEvent('answer', { detail: { key: this.question.key, values }, bubbles: true }));
  }

  handleInput(event: Event): void {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement;
    this.send(value === '' ? [] : [value]);
  }

  /** A number is read as people of the store write it, once it was typed to its end. */
  handleTyped(event: Event): void {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement;
    if (NUMBERS.has(this.type) && value !== '') {
      this.send([plainNumber(value, this.store?.locale ?? 'en')]);
    }
  }

  handleTick(event: Event): void {
    event.stopPropagation();
    this.send((event.target as HTMLInputElement).checked ? ['true'] : []);
  }

  handleCheck(event: Event): void {
    event.stopPropagation();
    const { value, checked } = event.target as HTMLInputElement;
    const chosen = new Set(this.view?.values);
    if (checked) chosen.add(value);
    else chosen.delete(value);
    this.send((this.question.options ?? []).map((option) => option.value).filter((one) => chosen.has(one)));
  }

  handleFound(event: CustomEvent<{ value: string; label: string }>): void {
    const { value, label } = event.detail;
    const { key } = this.question;
    if (value) this.dispatchEvent(new CustomEvent('optionfound', { detail: { key, value, label }, bubbles: true }));
    const values = this.view?.values ?? [];
    if (this.isSearches) {
      if (value) this.send([...new Set([...values, value])]);
    } else this.send(value ? [value] : []);
  }

  handleMove(event: Event): void {
    const { index, by } = (event.currentTarget as HTMLElement).dataset;
    const from = Number(index);
    const to = from + Number(by);
    const values = this.order.map(({ value }) => value);
    [values[from], values[to]] = [values[to], values[from]];
    const { label } = this.order[from];
    this.send(values);
    announce(fillLabel(labels.moved, label, to + 1, values.length));
    // The focus follows what was moved.
    const wanted = `[data-rank="${values[to]}"] button[data-by="${by}"]:not(:disabled), [data-rank="${values[to]}"] button:not(:disabled)`;
    Promise.resolve().then(() => (this.querySelector(wanted) as HTMLElement | null)?.focus());
  }

  handleOrderRight(): void {
    this.send(this.order.map(({ value }) => value));
  }

  handlePart(event: Event): void {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const parts = Array.from({ length: 6 }, (_, index) => this.view?.values[index] ?? '');
    parts[Number(input.dataset.part)] = input.value;
    this.send(parts.some(Boolean) ? parts : []);
  }

  handleName(event: Event): void {
    event.stopPropagation();
    this.sendSignature((event.target as HTMLInputElement).value, this.view?.values[1] ?? '');
  }

  private sendSignature(name: string, path: string): void {
    this.send(name || path ? [name, path] : []);
  }

  private point(event: PointerEvent): string {
    const pad = event.currentTarget as Element;
    const { left, top, width, height } = pad.getBoundingClientRect();
    const x = Math.round(((event.clientX - left) / width) * 300);
    const y = Math.round(((event.clientY - top) / height) * 100);
    return `${Math.min(Math.max(x, 0), 300)} ${Math.min(Math.max(y, 0), 100)}`;
  }

  handlePenDown(event: PointerEvent): void {
    if (this.fixed) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
    this.isDrawing = true;
    this.drawing = [this.view?.values[1] ?? '', `M${this.point(event)}`];
  }

  handlePenMove(event: PointerEvent): void {
    if (this.isDrawing) this.drawing = [...this.drawing, `L${this.point(event)}`];
  }

  handlePenUp(): void {
    if (!this.isDrawing) return;
    this.isDrawing = false;
    const path = this.drawing.join('');
    this.drawing = [];
    this.sendSignature(this.value, path);
  }

  handleClear(): void {
    this.drawing = [];
    this.sendSignature(this.value, '');
  }

  handleFiles(event: Event): void {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const files = Array.from(input.files ?? []);
    input.value = '';
    if (files.length) {
      this.dispatchEvent(new CustomEvent('files', { detail: { key: this.question.key, files }, bubbles: true }));
    }
  }

  handleFileAction(event: Event): void {
    const { token, action } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(action as string, { detail: { key: this.question.key, token }, bubbles: true }));
  }
}
