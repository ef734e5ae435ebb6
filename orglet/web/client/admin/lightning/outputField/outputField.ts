import { LightningElement, api } from 'lwc';
import { fieldNameOf, REGISTER_EVENT, type FormState, type Registration } from '../../data/form-context.js';
import type { FieldInfo } from '../../data/types.js';

/** A value of a lightning-record-view-form or lightning-record-edit-form. */
export default class OutputField extends LightningElement {
  @api variant = 'standard';

  state: FormState | null = null;

  _name = '';
  _leave: (() => void) | undefined;

  @api
  get fieldName(): string {
    return this._name;
  }
  set fieldName(token: string | { fieldApiName: string }) {
    this._name = fieldNameOf(token);
  }

  get field(): FieldInfo | null {
    return this.state?.info?.fields[this._name] ?? null;
  }

  get record() {
    return this.state?.record ?? null;
  }

  get isReady(): boolean {
    return Boolean(this.field && this.record);
  }

  get showsLabel(): boolean {
    return this.variant !== 'label-hidden';
  }

  get label(): string {
    return this.field?.label ?? '';
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
}
