import { LightningElement, api } from 'lwc';
import { layout, objectInfo, record as recordOf } from '../../data/ui-api.js';
import { layoutSections } from '../../data/fields.js';
import { errorText } from '../../data/errors.js';
import { fieldNameOf } from '../../data/form-context.js';
import type { ObjectInfo } from '../../data/types.js';

type Token = string | { fieldApiName: string };

/** A form that arranges its fields itself, from a list of fields or from the page layout. */
export default class RecordForm extends LightningElement {
  @api recordId: string | null = null;
  @api recordTypeId: string | null = null;
  @api layoutType: 'Full' | 'Compact' | undefined;
  @api columns: number | string = 1;
  @api mode: 'view' | 'edit' | 'readonly' | undefined;
  @api fields: Token[] | undefined;
  @api density: string | undefined;

  names: string[] = [];
  editing = false;
  error = '';

  _objectApiName = '';

  @api
  get objectApiName(): string {
    return this._objectApiName;
  }
  set objectApiName(value: string | { objectApiName: string }) {
    this._objectApiName = typeof value === 'string' ? value : (value?.objectApiName ?? '');
  }

  async connectedCallback(): Promise<void> {
    this.editing = this.mode === 'edit' || (!this.recordId && this.mode !== 'readonly');
    try {
      this.names = this.fields?.length ? this.fields.map(fieldNameOf) : await this.layoutFields();
    } catch (error) {
      this.error = errorText(error);
    }
  }

  async layoutFields(): Promise<string[]> {
    const info = (await objectInfo(this._objectApiName).get()) as ObjectInfo;
    const recordTypeId =
      this.recordTypeId ??
      (this.recordId
        ? (await recordOf({ recordId: this.recordId, layoutTypes: ['Compact'] }).get()).recordTypeId
        : null);
    const type = this.layoutType ?? 'Full';
    const found = await layout(this._objectApiName, type, this.recordId ? 'View' : 'Create', recordTypeId).get();
    return layoutSections(found, info, !this.recordId).flatMap((section) =>
      section.columns.flatMap((column) => column.fields.map(({ apiName }) => apiName)),
    );
  }

  get items(): { name: string; className: string }[] {
    const className = `slds-col slds-size_1-of-1 slds-medium-size_1-of-${Math.max(1, Number(this.columns))}`;
    return this.names.map((name) => ({ name, className }));
  }

  get isReady(): boolean {
    return this.names.length > 0;
  }

  get canEdit(): boolean {
    return this.mode !== 'readonly' && !this.editing;
  }

  handleEdit(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.editing = this.mode === 'edit';
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleLoad(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('load', { detail: event.detail }));
  }

  handleSubmit(event: CustomEvent): void {
    const proceed = this.dispatchEvent(new CustomEvent('submit', { detail: event.detail, cancelable: true }));
    if (!proceed) event.preventDefault();
  }

  /** Saves the given values. */
  @api
  submit(fields: Record<string, unknown>): void {
    this.template?.querySelector<any>('lightning-record-edit-form')?.submit(fields);
  }

  handleSuccess(event: CustomEvent): void {
    if (this.mode !== 'edit') this.editing = false;
    this.error = '';
    this.dispatchEvent(new CustomEvent('success', { detail: event.detail }));
  }

  handleError(event: CustomEvent<{ message: string }>): void {
    this.error = event.detail.message;
    this.dispatchEvent(new CustomEvent('error', { detail: event.detail }));
  }
}
