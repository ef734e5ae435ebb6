import { LightningElement, api } from 'lwc';
import { picklistValues } from '../../data/ui-api.js';
import type { FieldInfo, PicklistValue } from '../../data/types.js';

const INPUT_TYPES: Record<string, string> = {
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Email: 'email',
  Phone: 'tel',
  Double: 'number',
  Int: 'number',
  Integer: 'number',
  Long: 'number',
  Currency: 'number',
  Percent: 'number',
};

/** An input for a field. Fires `change` with `{field, value}`. */
export default class FieldInput extends LightningElement {
  @api objectApiName = '';
  @api recordTypeId: string | null = null;
  @api label = '';
  @api required = false;
  @api disabled = false;
  /** Name of the record that a lookup's value points to. */
  @api referenceText = '';
  /** Problem that the server found with the value; empty when there is none. */
  @api error = '';
  @api variant = 'standard';
  @api placeholder = '';

  options: PicklistValue[] = [];

  _field: FieldInfo | null = null;
  _value: any = null;

  @api
  get field(): FieldInfo | null {
    return this._field;
  }
  set field(field: FieldInfo | null) {
    this._field = field;
    if (field && (field.dataType === 'Picklist' || field.dataType === 'MultiPicklist' || field.dataType === 'ComboBox'))
      void this.loadOptions(field.apiName);
  }

  @api
  get value(): any {
    return this._value;
  }
  set value(value: any) {
    this._value = value ?? null;
  }

  /** Shows what is wrong with the input; true when nothing is. */
  @api
  reportValidity(): boolean {
    const input = this.input;
    return input?.reportValidity ? input.reportValidity() : true;
  }

  @api
  focus(): void {
    this.input?.focus();
  }

  get input(): any {
    return this.template?.querySelector('[data-input]');
  }

  get errorClass(): string {
    return this.error ? 'slds-has-error' : '';
  }

  get text(): any {
    return this._value ?? '';
  }

  get list(): string[] {
    return this._value ? String(this._value).split(';') : [];
  }

  get type(): string {
    return this._field?.dataType ?? '';
  }

  get shownLabel(): string {
    return this.label || (this._field?.label ?? '');
  }

  get help(): string {
    return this._field?.inlineHelpText ?? '';
  }

  get isCheckbox(): boolean {
    return this.type === 'Boolean';
  }

  get isPicklist(): boolean {
    return this.type === 'Picklist' || this.type === 'ComboBox';
  }

  get isMultiPicklist(): boolean {
    return this.type === 'MultiPicklist';
  }

  get isLookup(): boolean {
    return this.type === 'Reference';
  }

  get isRichText(): boolean {
    return this.type === 'TextArea' && Boolean(this._field?.htmlFormatted);
  }

  get labelVisible(): boolean {
    return this.variant !== 'label-hidden';
  }

  get isLongText(): boolean {
    return !this.isRichText && (this.type === 'TextArea' || (this._field?.length ?? 0) > 255);
  }

  get isPlain(): boolean {
    const special = this.isCheckbox || this.isPicklist || this.isMultiPicklist || this.isLookup;
    return !special && !this.isLongText && !this.isRichText;
  }

  get inputType(): string {
    return INPUT_TYPES[this.type] ?? 'text';
  }

  get maxLength(): number | undefined {
    return this._field?.length || undefined;
  }

  get step(): string | undefined {
    return this.inputType === 'number' ? (this._field?.scale ? String(10 ** -this._field.scale) : '1') : undefined;
  }

  get formatter(): string | undefined {
    return this.inputType === 'number' ? 'decimal' : undefined;
  }

  get choices(): { label: string; value: string }[] {
    const none = this.required ? [] : [{ label: '--None--', value: '' }];
    return [...none, ...this.listChoices];
  }

  get listChoices(): { label: string; value: string }[] {
    const known = this.options.map(({ label, value }) => ({ label, value }));
    const missing = this.list.filter((value) => !known.some((choice) => choice.value === value));
    return [...known, ...missing.map((value) => ({ label: value, value }))];
  }

  async loadOptions(field: string): Promise<void> {
    try {
      const answer = await picklistValues(this.objectApiName, this.recordTypeId, field).get();
      this.options = answer.values;
    } catch {
      // Without the list the current value can still be kept.
      this.options = [];
    }
  }

  handleChange(event: CustomEvent<any>): void {
    event.stopPropagation();
    const { detail } = event;
    if (this.isCheckbox) this.emit(detail.checked);
    else if (this.isMultiPicklist) this.emit(detail.value.join(';') || null);
    else if (this.inputType === 'number')
      this.emit(detail.value === '' || detail.value === null ? null : Number(detail.value));
    else this.emit(detail.value === '' ? null : detail.value);
  }

  emit(value: unknown): void {
    this._value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: { field: this._field?.apiName, value } }));
  }
}
