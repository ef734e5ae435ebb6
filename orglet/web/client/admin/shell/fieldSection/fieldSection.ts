import { LightningElement, api, wire } from 'lwc';
import { pageLabel, type FormSection } from '../../data/fields.js';
import { errorText, toSaveError } from '../../data/errors.js';
import { updateRecord, wireObjectInfo, wireRecord, type Wired } from '../../data/ui-api.js';
import type { ObjectInfo, RecordData } from '../../data/types.js';
import { toast } from '../../toast.js';

/** A field that a page places, and whether it may be changed there, or must be filled. */
interface PlacedField {
  name: string;
  behavior?: 'none' | 'readonly' | 'required';
}

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

  _columns: PlacedField[][] = [];

  @api
  get objectApiName(): string | undefined {
    return this.objectName;
  }
  set objectApiName(name: string | undefined) {
    this.objectName = name;
  }

  /** Fields by column. */
  @api
  get columns(): PlacedField[][] {
    return this._columns;
  }
  set columns(columns: PlacedField[][]) {
    this._columns = columns ?? [];
  }

  @wire(wireObjectInfo, { objectApiName: '$objectName' })
  handleInfo({ data, error }: Wired<ObjectInfo>): void {
    if (data) {
      this.info = data;
      this.fieldNames = this._columns.flat().flatMap(({ name }) => this.requested(name));
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
    return (
      Boolean(this.info?.updateable) &&
      !this.editing &&
      this.sections.some(({ columns }) => columns.some(({ fields }) => fields.some(({ editable }) => editable)))
    );
  }

  get editText(): string {
    return this.label ? `Edit ${this.label}` : 'Edit fields';
  }

  get sections(): FormSection[] {
    const columns = this._columns.map((names, index) => ({
      key: String(index),
      fields: names.flatMap(({ name, behavior }) => {
        const field = this.info?.fields[name];
        return field
          ? [
              {
                apiName: name,
                label: pageLabel(field),
                required: behavior === 'required' || (field.required && field.dataType !== 'Boolean'),
                editable: field.updateable && behavior !== 'readonly',
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
