import { LightningElement, api } from 'lwc';
import { FormModel, type Registration } from '../../data/form-context.js';

/** A read-only form for lightning-output-field. */
export default class RecordViewForm extends LightningElement {
  @api density: string | undefined;

  model = new FormModel(({ record, info, objectApiName, recordId }) => {
    const detail = {
      objectInfos: info ? { [objectApiName]: info } : {},
      records: record && recordId ? { [recordId]: record } : {},
    };
    this.dispatchEvent(new CustomEvent('load', { detail }));
  });

  _objectApiName = '';
  _recordId: string | null = null;

  @api
  get objectApiName(): string {
    return this._objectApiName;
  }
  set objectApiName(value: string | { objectApiName: string }) {
    this._objectApiName = typeof value === 'string' ? value : (value?.objectApiName ?? '');
    this.load();
  }

  @api
  get recordId(): string | null {
    return this._recordId;
  }
  set recordId(value: string | null) {
    this._recordId = value || null;
    this.load();
  }

  load(): void {
    if (this._objectApiName && this._recordId) void this.model.load(this._objectApiName, this._recordId, null);
  }

  handleRegister(event: CustomEvent<Registration>): void {
    event.stopPropagation();
    this.model.register(event.detail);
  }
}
