import { LightningElement, api } from 'lwc';
import { lookup, objectInfo, type LookupResult } from '../../data/ui-api.js';
import { errorText } from '../../data/errors.js';
import type { FieldInfo } from '../../data/types.js';

interface Option extends LookupResult {
  domId: string;
  active: boolean;
  className: string;
}

/** Milliseconds without typing before records are looked for. */
const PAUSE = 200;

/** A combobox that finds a record of another object. Fires `change` with `{value, text}`. */
export default class Lookup extends LightningElement {
  @api label = '';
  @api variant = 'standard';
  @api objectApiName = '';
  @api field: FieldInfo | null = null;
  @api required = false;
  @api disabled = false;
  @api placeholder = '';
  /** Object to look in; by default the field's. */
  @api targetObject = '';

  open = false;
  active = -1;
  results: LookupResult[] = [];
  message = '';
  problem = '';
  typed: string | null = null;
  targetLabel = '';
  timer: ReturnType<typeof setTimeout> | undefined;
  sequence = 0;

  _value: string | null = null;
  _text = '';

  /** Id of the chosen record. */
  @api
  get value(): string | null {
    return this._value;
  }
  set value(value: string | null) {
    this._value = value ?? null;
    if (!this._value) this._text = '';
  }

  /** Name of the chosen record. */
  @api
  get text(): string {
    return this._text;
  }
  set text(text: string) {
    this._text = text ?? '';
  }

  @api
  reportValidity(): boolean {
    this.problem =
      this.required && !this._value ? 'Complete this field.' : this.typed ? 'Select an option from the list.' : '';
    return this.problem === '';
  }

  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('input, button')?.focus();
  }

  get target(): string {
    return this.targetObject || (this.field?.referenceToInfos?.[0]?.apiName ?? '');
  }

  get chosenText(): string {
    return this._text || this._value || '';
  }

  get enabled(): boolean {
    return !this.disabled;
  }

  get hidesLabel(): boolean {
    return this.variant === 'label-hidden';
  }

  get labelClass(): string {
    return this.hidesLabel ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  get elementClass(): string {
    return this.problem ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get comboboxClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.open ? ' slds-is-open' : ''}`;
  }

  get expanded(): string {
    return String(this.open);
  }

  get shownPlaceholder(): string {
    return this.placeholder || `Search ${this.targetLabel || 'records'}…`;
  }

  get options(): Option[] {
    return this.results.map((result, index) => ({
      ...result,
      domId: `option-${index}`,
      active: index === this.active,
      className: `slds-media slds-media_center slds-listbox__option slds-listbox__option_plain slds-media_small${index === this.active ? ' slds-has-focus' : ''}`,
    }));
  }

  get activeId(): string | null {
    return this.open && this.active >= 0 ? `option-${this.active}` : null;
  }

  async connectedCallback(): Promise<void> {
    try {
      if (this.target) this.targetLabel = (await objectInfo(this.target).get()).labelPlural;
    } catch {
      this.targetLabel = '';
    }
  }

  handleInput(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.find(), PAUSE);
  }

  handleFocus(): void {
    if (!this.open) void this.find();
  }

  handleBlur(): void {
    this.open = false;
    this.problem = '';
  }

  async find(): Promise<void> {
    const turn = ++this.sequence;
    this.open = true;
    this.active = -1;
    try {
      const results = await lookup(
        this.objectApiName,
        this.field?.apiName ?? '',
        this.target,
        this.typed?.trim() ?? '',
      );
      if (turn !== this.sequence) return;
      this.results = results;
      this.message = results.length ? '' : 'No records found.';
    } catch (error) {
      this.results = [];
      this.message = errorText(error);
    }
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.open) void this.find();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const { length } = this.results;
      if (length) this.active = (this.active + step + length) % length;
    } else if (event.key === 'Enter' && this.open && this.active >= 0) {
      event.preventDefault();
      this.choose(this.results[this.active]);
    } else if (event.key === 'Escape' && this.open) {
      event.stopPropagation();
      this.open = false;
    }
  }

  /** Mouse down, so that the choice comes before the input loses the focus. */
  handleChoose(event: Event): void {
    event.preventDefault();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const result = this.results.find((candidate) => candidate.id === id);
    if (result) this.choose(result);
  }

  choose(result: LookupResult): void {
    this._value = result.id;
    this._text = result.name;
    this.typed = null;
    this.open = false;
    this.problem = '';
    this.emit();
  }

  handleClear(): void {
    this._value = null;
    this._text = '';
    this.typed = null;
    this.emit();
    requestAnimationFrame(() => this.focus());
  }

  emit(): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this._value, text: this._text } }));
  }
}
