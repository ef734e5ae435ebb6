import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { layoutSections, recordName, type FormSection } from '../../data/fields.js';
import { errorText, toSaveError } from '../../data/errors.js';
import {
  createDefaults,
  createRecord,
  layout,
  objectInfo,
  record as recordOf,
  updateRecord,
} from '../../data/ui-api.js';
import type { Layout, ObjectInfo, RecordData } from '../../data/types.js';

/** Dialog that makes or changes a record. Closes with the saved record, or undefined when it was cancelled. */
export default class RecordEditor extends LightningModal {
  @api objectApiName = '';
  /** Record to change; blank for a new one. */
  @api recordId: string | null = null;
  /** Values that a new record starts with. */
  @api defaultValues: Record<string, unknown> | null = null;

  info: ObjectInfo | null = null;
  record: RecordData | null = null;
  pageLayout: Layout | null = null;
  title = '';
  error = '';
  errors: Record<string, string> = {};
  saving = false;

  async connectedCallback(): Promise<void> {
    try {
      this.info = (await objectInfo(this.objectApiName).get()) as ObjectInfo;
      if (this.recordId) await this.loadRecord(this.recordId);
      else await this.loadDefaults();
    } catch (error) {
      this.error = errorText(error);
    }
  }

  async loadRecord(recordId: string): Promise<void> {
    const record = (await recordOf({ recordId, layoutTypes: ['Full'], modes: ['Edit'] }).get()) as RecordData;
    this.pageLayout = await layout(this.objectApiName, 'Full', 'Edit', record.recordTypeId).get();
    this.record = record;
    this.title = `Edit ${recordName(record, this.info as ObjectInfo)}`;
  }

  async loadDefaults(): Promise<void> {
    const defaults = await createDefaults(this.objectApiName).get();
    const fields = { ...defaults.record?.fields };
    const given = Object.entries(this.defaultValues ?? {});
    const names = await Promise.all(given.map(([name, value]) => this.nameOf(name, value)));
    given.forEach(([name, value], index) => (fields[name] = { value, displayValue: names[index] }));
    this.pageLayout = defaults.layout ?? (await layout(this.objectApiName, 'Full', 'Create').get());
    this.record = { id: '', apiName: this.objectApiName, ...defaults.record, fields };
    this.title = `New ${this.info?.label}`;
  }

  /** What the record is called that a field refers to; null for other fields, and when it cannot be read. */
  async nameOf(field: string, value: unknown): Promise<string | null> {
    if (!this.info?.fields[field]?.reference || typeof value !== 'string') return null;
    try {
      const parent = (await recordOf({
        recordId: value,
        layoutTypes: ['Compact'],
        modes: ['View'],
      }).get()) as RecordData;
      return recordName(parent, (await objectInfo(parent.apiName).get()) as ObjectInfo);
    } catch {
      return null;
    }
  }

  get sections(): FormSection[] {
    return this.pageLayout && this.info ? layoutSections(this.pageLayout, this.info, !this.recordId) : [];
  }

  get heading(): string {
    return this.title || this.label;
  }

  get isReady(): boolean {
    return Boolean(this.info && this.record && this.pageLayout);
  }

  get isLoading(): boolean {
    return this.saving || (!this.isReady && !this.error);
  }

  get form(): any {
    return this.template?.querySelector('shell-form-fields');
  }

  /** What has been typed is not lost by Escape or a slip: only Cancel and Save close the dialog then. */
  handleChange(): void {
    this.disableClose = true;
  }

  handleCancel(): void {
    this.disableClose = false;
    this.close();
  }

  async handleSave(): Promise<void> {
    if (!this.form?.reportValidity()) return;
    this.saving = true;
    this.error = '';
    this.errors = {};
    try {
      const saved = this.recordId ? await this.update(this.recordId) : await this.create();
      this.saving = false;
      this.disableClose = false;
      this.close(saved);
    } catch (error) {
      const problem = toSaveError(error);
      this.error = problem.message;
      this.errors = problem.fields;
      this.saving = false;
    }
  }

  update(recordId: string): Promise<RecordData> {
    return updateRecord({ fields: { Id: recordId, ...this.form.getChanges() } });
  }

  create(): Promise<RecordData> {
    const fields: Record<string, unknown> = {};
    for (const [name, { value }] of Object.entries(this.record?.fields ?? {})) {
      if (value !== null && value !== undefined && this.info?.fields[name]?.createable) fields[name] = value;
    }
    return createRecord({ apiName: this.objectApiName, fields: { ...fields, ...this.form.getChanges() } });
  }
}
