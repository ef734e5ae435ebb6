import { LightningElement, api, wire } from 'lwc';
import type { FormSection } from '../../data/fields.js';
import { errorText, toSaveError } from '../../data/errors.js';
import { updateRecord, wireObjectInfo, wireRecord, type Wired } from '../../data/ui-api.js';
import type { ObjectInfo, RecordData } from '../../data/types.js';
import { toast } from '../../toast.js';

/** A section of a record page with dynamic forms: fields that the page itself names. */
export default class FieldSection extends LightningElement {
  @api recordId: string | undefined;
  @api label = '';

  info: ObjectInfo | null = null;
  record: RecordData | null = null;
  error = '';
  errors: Record<string, string> = {};
  editing = false;
  objectName: string | undefined;
  fieldNames: string[] | undefined;

  _columns: string[][] = [];

  @api
  get objectApiName(): string | undefined {
    return this.objectName;
  }
  set objectApiName(name: string | undefined) {
    this.objectName = name;
  }

  /** Field API names by column. */
  @api
  get columns(): string[][] {
    return this._columns;
  }
  set columns(columns: string[][]) {
    this._columns = columns ?? [];
  }

  @wire(wireObjectInfo, { objectApiName: '$objectName' })
  handleInfo({ data, error }: Wired<ObjectInfo>): void {
    if (data) {
      this.info = data;
      this.fieldNames = this._columns.flat().flatMap((name) => this.requested(name));
    } else if (error) {
      this.error = errorText(error);
    }
  }

  @wire(wireRecord, { recordId: '$recordId', optionalFields: '$fieldNames' })
  handleRecord({ data, error }: Wired<RecordData>): void {
    if (data) this.record = data;
    else if (error) this.error = errorText(error);
  }

  /** A lookup is asked for together with its record's name. */
  requested(name: string): string[] {
    const field = this.info?.fields[name];
    if (!field) return [];
    const own = `${this.objectName}.${name}`;
    return field.relationshipName
      ? [own, `${this.objectName}.${field.relationshipName}.${field.referenceToInfos?.[0]?.nameFields?.[0] ?? 'Name'}`]
      : [own];
  }

  get isReady(): boolean {
    return Boolean(this.info && this.record);
  }

  get canEdit(): boolean {
    return Boolean(this.info?.updateable) && !this.editing;
  }

  get sections(): FormSection[] {
    const columns = this._columns.map((names, index) => ({
      key: String(index),
      fields: names.flatMap((name) => {
        const field = this.info?.fields[name];
        return field
          ? [
              {
                apiName: name,
                label: field.label,
                required: field.required && field.dataType !== 'Boolean',
                editable: field.updateable,
              },
            ]
          : [];
      }),
    }));
    return [{ key: 'section', heading: this.label, columns }];
  }

  get form(): any {
    return this.template?.querySelector('shell-form-fields');
  }

  handleEdit(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.form.reset();
    this.error = '';
    this.errors = {};
    this.editing = false;
  }

  async handleSave(): Promise<void> {
    if (!this.form.reportValidity()) return;
    this.error = '';
    this.errors = {};
    try {
      await updateRecord({ fields: { Id: this.recordId, ...this.form.getChanges() } });
    } catch (error) {
      const problem = toSaveError(error);
      this.error = problem.message;
      this.errors = problem.fields;
      return;
    }
    toast('success', `${this.info?.label} was saved.`);
    this.form.reset();
    this.editing = false;
  }
}
