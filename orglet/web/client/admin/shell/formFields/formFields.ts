import { LightningElement, api } from 'lwc';
import type { FieldInfo, ObjectInfo, RecordData } from '../../data/types.js';
import type { FormSection } from '../../data/fields.js';
import { referenceName } from '../../data/fields.js';

interface Row {
  key: string;
  label: string;
  info: FieldInfo;
  required: boolean;
  editable: boolean;
  value: unknown;
  text: string;
  error: string;
  help: string;
}

/** Sections of fields, read-only or as a form. Keeps what was typed; `getChanges` gives it. */
export default class FormFields extends LightningElement {
  @api objectInfo: ObjectInfo | null = null;
  @api record: RecordData | null = null;
  @api editing = false;
  /** Messages of the server by field. */
  @api errors: Record<string, string> = {};

  changes: Record<string, unknown> = {};

  _sections: FormSection[] = [];

  @api
  get sections(): FormSection[] {
    return this._sections;
  }
  set sections(sections: FormSection[]) {
    this._sections = sections ?? [];
  }

  /** Forgets what was typed. */
  @api
  reset(): void {
    this.changes = {};
  }

  /** New values by field. */
  @api
  getChanges(): Record<string, unknown> {
    return { ...this.changes };
  }

  /** Shows what is wrong with the inputs and goes to the first one; true when nothing is. */
  @api
  reportValidity(): boolean {
    const inputs = [...(this.template?.querySelectorAll<any>('shell-field-input') ?? [])];
    const invalid = inputs.filter((input) => !input.reportValidity());
    invalid[0]?.focus();
    return invalid.length === 0;
  }

  get view() {
    return this._sections.map((section) => ({
      ...section,
      columns: section.columns.map((column) => ({
        key: column.key,
        className: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${Math.max(1, section.columns.length)}`,
        rows: column.fields.flatMap((field) => this.row(field)),
      })),
    }));
  }

  row(field: FormSection['columns'][number]['fields'][number]): Row[] {
    const info = this.objectInfo?.fields[field.apiName];
    if (!info) return [];
    const stored = this.record?.fields[field.apiName]?.value ?? null;
    const changed = field.apiName in this.changes;
    return [
      {
        key: field.apiName,
        label: field.label,
        info,
        required: field.required,
        editable: this.editing && field.editable,
        value: changed ? this.changes[field.apiName] : stored,
        text: this.record && !changed && info.dataType === 'Reference' ? referenceName(this.record, info) : '',
        error: this.errors?.[field.apiName] ?? '',
        help: info.inlineHelpText ?? '',
      },
    ];
  }

  get objectApiName(): string {
    return this.objectInfo?.apiName ?? '';
  }

  get recordTypeId(): string | null {
    return this.record?.recordTypeId ?? this.objectInfo?.defaultRecordTypeId ?? null;
  }

  handleChange(event: CustomEvent<{ field: string; value: unknown }>): void {
    const { field, value } = event.detail;
    this.changes = { ...this.changes, [field]: value };
  }
}
