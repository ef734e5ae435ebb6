import { LightningElement, api } from 'lwc';
import { toSaveError } from '../../data/errors.js';
import { FormModel, type Registration } from '../../data/form-context.js';
import { createRecord, updateRecord } from '../../data/ui-api.js';

/** A form for lightning-input-field. @see https://developer.salesforce.com/docs/component-library/bundle/lightning-record-edit-form */
export default class RecordEditForm extends LightningElement {
  @api density: string | undefined;
  @api formClass = '';

  error = '';
  model = new FormModel(({ record, info, objectApiName, recordId }) => {
    const detail = {
      objectInfos: info ? { [objectApiName]: info } : {},
      records: record && recordId ? { [recordId]: record } : {},
    };
    this.dispatchEvent(new CustomEvent('load', { detail }));
  });
  scheduled = false;

  _objectApiName = '';
  _recordId: string | null = null;
  _recordTypeId: string | null = null;

  @api
  get objectApiName(): string {
    return this._objectApiName;
  }
  set objectApiName(value: string | { objectApiName: string }) {
    this._objectApiName = typeof value === 'string' ? value : (value?.objectApiName ?? '');
    this.schedule();
  }

  @api
  get recordId(): string | null {
    return this._recordId;
  }
  set recordId(value: string | null) {
    this._recordId = value || null;
    this.schedule();
  }

  @api
  get recordTypeId(): string | null {
    return this._recordTypeId;
  }
  set recordTypeId(value: string | null) {
    this._recordTypeId = value || null;
    this.schedule();
  }

  /** Saves the given values. */
  @api
  async submit(fields: Record<string, unknown>): Promise<void> {
    this.error = '';
    this.model.set({ errors: {}, disabled: true });
    try {
      const saved = this._recordId
        ? await updateRecord({ fields: { Id: this._recordId, ...fields } })
        : await createRecord({ apiName: this._objectApiName, fields });
      this.model.set({ disabled: false });
      this.dispatchEvent(new CustomEvent('success', { detail: saved }));
    } catch (error) {
      const problem = toSaveError(error);
      this.error = problem.message;
      this.model.set({ errors: problem.fields, disabled: false });
      const detail = { message: problem.message, detail: problem.message, output: (error as any)?.body?.output ?? {} };
      this.dispatchEvent(new CustomEvent('error', { detail }));
    }
  }

  /** Setting several properties loads once. */
  schedule(): void {
    if (this.scheduled || !this.isConnected) return;
    this.scheduled = true;
    void Promise.resolve().then(() => {
      this.scheduled = false;
      if (this._objectApiName) void this.model.load(this._objectApiName, this._recordId, this._recordTypeId);
    });
  }

  connectedCallback(): void {
    this.schedule();
  }

  get inputs(): any[] {
    return [...(this.querySelectorAll<any>('lightning-input-field') ?? [])];
  }

  handleRegister(event: CustomEvent<Registration>): void {
    event.stopPropagation();
    this.model.register(event.detail);
  }

  /** A button of type submit inside the form. */
  handleClick(event: Event): void {
    const button = event.target as HTMLElement & { type?: string };
    if (button.tagName !== 'LIGHTNING-BUTTON' || button.type !== 'submit') return;
    event.preventDefault();
    this.trySubmit();
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    this.trySubmit();
  }

  trySubmit(): void {
    const invalid = this.inputs.filter((input) => !input.reportValidity());
    if (invalid.length) {
      invalid[0].focus();
      return;
    }
    const fields = Object.fromEntries(this.inputs.map((input) => [input.apiName, input.value]));
    const proceed = this.dispatchEvent(new CustomEvent('submit', { detail: { fields }, cancelable: true }));
    if (proceed) void this.submit(fields);
  }
}
