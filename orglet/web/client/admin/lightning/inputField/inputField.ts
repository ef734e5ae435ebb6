import { LightningElement, api } from 'lwc';
import { fieldNameOf, REGISTER_EVENT, type FormState, type Registration } from '../../data/form-context.js';
import { referenceName } from '../../data/fields.js';
import type { FieldInfo } from '../../data/types.js';

/** An input of a lightning-record-edit-form. */
export default class InputField extends LightningElement {
  @api variant = 'standard';
  @api placeholder = '';
  @api disabled = false;
  @api required = false;
  @api readOnly = false;

  state: FormState | null = null;
  own: unknown;
  touched = false;

  _name = '';
  _leave: (() => void) | undefined;

  @api
  get fieldName(): string {
    return this._name;
  }
  set fieldName(token: string | { fieldApiName: string }) {
    this._name = fieldNameOf(token);
  }

  @api
  get value(): unknown {
    return this.touched ? this.own : (this.state?.record?.fields[this._name]?.value ?? null);
  }
  set value(value: unknown) {
    this.own = value;
    this.touched = true;
  }

  /** Name of the field as the server knows it. */
  @api
  get apiName(): string {
    return this._name;
  }

  @api
  reportValidity(): boolean {
    const input = this.input;
    return input ? input.reportValidity() : true;
  }

  @api
  reset(): void {
    this.touched = false;
    this.own = undefined;
  }

  @api
  focus(): void {
    this.input?.focus();
  }

  get input(): any {
    return this.template?.querySelector('shell-field-input');
  }

  get field(): FieldInfo | null {
    return this.state?.info?.fields[this._name] ?? null;
  }

  get objectApiName(): string {
    return this.state?.objectApiName ?? '';
  }

  get recordTypeId(): string | null {
    return this.state?.recordTypeId ?? this.state?.record?.recordTypeId ?? null;
  }

  get isRequired(): boolean {
    return this.required || (Boolean(this.field?.required) && this.field?.dataType !== 'Boolean');
  }

  get isDisabled(): boolean {
    const writable = this.state?.recordId ? this.field?.updateable : this.field?.createable;
    return this.disabled || this.readOnly || Boolean(this.state?.disabled) || !writable;
  }

  get referenceText(): string {
    const { field, state, touched } = this;
    return field?.dataType === 'Reference' && state?.record && !touched ? referenceName(state.record, field) : '';
  }

  get error(): string {
    return this.state?.errors[this._name] ?? '';
  }

  connectedCallback(): void {
    const registration: Registration = { field: { fieldName: this._name, setState: (state) => this.setState(state) } };
    this.dispatchEvent(new CustomEvent(REGISTER_EVENT, { detail: registration, bubbles: true, composed: true }));
    this._leave = registration.leave;
  }

  disconnectedCallback(): void {
    this._leave?.();
  }

  setState(state: FormState): void {
    this.state = state;
  }

  handleChange(event: CustomEvent<{ value: unknown }>): void {
    event.stopPropagation();
    this.own = event.detail.value;
    this.touched = true;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.own }, bubbles: true }));
  }
}
