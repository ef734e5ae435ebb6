import { LightningElement, api } from 'lwc';
import { record } from '../../data/ui-api.js';
import { fieldAt } from '../../data/fields.js';

/** Finds a record of an object. Fires `change` with `{recordId}`. */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api variant = 'standard';
  @api objectApiName = '';
  @api placeholder = '';
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp = '';
  @api filter: unknown;
  @api displayInfo: { primaryField?: string } | undefined;
  @api matchingInfo: unknown;

  text = '';

  _value: string | null = null;

  /** Id of the chosen record. */
  @api
  get value(): string | null {
    return this._value;
  }
  set value(value: string | null) {
    this._value = value || null;
    void this.loadText();
  }

  @api
  clearSelection(): void {
    this._value = null;
    this.text = '';
  }

  @api
  reportValidity(): boolean {
    return this.lookup?.reportValidity() ?? true;
  }

  @api
  checkValidity(): boolean {
    return !this.required || Boolean(this._value);
  }

  @api
  focus(): void {
    this.lookup?.focus();
  }

  get lookup(): any {
    return this.template?.querySelector('shell-lookup');
  }

  async loadText(): Promise<void> {
    const id = this._value;
    const field = this.displayInfo?.primaryField ?? 'Name';
    if (!id || !this.objectApiName) {
      this.text = '';
      return;
    }
    const data = await record({ recordId: id, fields: [`${this.objectApiName}.${field}`] }).get();
    if (id === this._value) this.text = String(fieldAt(data, field)?.value ?? id);
  }

  connectedCallback(): void {
    void this.loadText();
  }

  handleChange(event: CustomEvent<{ value: string | null; text: string }>): void {
    event.stopPropagation();
    this._value = event.detail.value;
    this.text = event.detail.text;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this._value } }));
  }
}
