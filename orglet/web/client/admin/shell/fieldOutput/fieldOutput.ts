import { LightningElement, api } from 'lwc';
import type { FieldInfo, FieldValue, RecordData } from '../../data/types.js';
import { referenceName } from '../../data/fields.js';

/** A field's value as people read it. */
export default class FieldOutput extends LightningElement {
  @api field: FieldInfo | null = null;
  @api record: RecordData | null = null;

  get entry(): FieldValue | undefined {
    return this.field ? this.record?.fields[this.field.apiName] : undefined;
  }

  get value(): any {
    return this.entry?.value;
  }

  get isEmpty(): boolean {
    return this.value === null || this.value === undefined || this.value === '';
  }

  get type(): string {
    return this.isEmpty ? '' : (this.field?.dataType ?? '');
  }

  get isReference(): boolean {
    return this.type === 'Reference';
  }

  get referenceText(): string {
    return this.record && this.field ? referenceName(this.record, this.field) : '';
  }

  get referenceHref(): string {
    const target = this.field?.referenceToInfos?.length === 1 ? `${this.field.referenceToInfos[0].apiName}/` : '';
    return `/lightning/r/${target}${this.value}/view`;
  }

  get isBoolean(): boolean {
    return this.field?.dataType === 'Boolean';
  }

  get booleanIcon(): string {
    return this.value ? 'utility:check' : 'utility:steps';
  }

  get booleanText(): string {
    return this.value ? 'True' : 'False';
  }

  get isRichText(): boolean {
    return ['TextArea', 'String'].includes(this.type) && Boolean(this.field?.htmlFormatted);
  }

  get isLongText(): boolean {
    return this.type === 'TextArea' && !this.field?.htmlFormatted;
  }

  get isUrl(): boolean {
    return this.type === 'Url';
  }

  get isEmail(): boolean {
    return this.type === 'Email';
  }

  get isPhone(): boolean {
    return this.type === 'Phone';
  }

  get isDate(): boolean {
    return this.type === 'Date';
  }

  get isDateTime(): boolean {
    return this.type === 'DateTime';
  }

  get isAddress(): boolean {
    return this.type === 'Address';
  }

  get isNumber(): boolean {
    return ['Double', 'Int', 'Integer', 'Long', 'Percent', 'Currency'].includes(this.type);
  }

  /** The server's own formatting wins: it knows the record's currency. */
  get numberText(): string {
    if (this.entry?.displayValue) return this.entry.displayValue;
    const scale = this.field?.scale ?? 0;
    const options = { minimumFractionDigits: scale, maximumFractionDigits: scale };
    const text = new Intl.NumberFormat(undefined, options).format(this.value);
    return this.type === 'Percent' ? `${text}%` : text;
  }

  get plainText(): string | null {
    const known =
      this.isBoolean ||
      this.isReference ||
      this.type === 'TextArea' ||
      this.isRichText ||
      this.isUrl ||
      this.isEmail ||
      this.isPhone ||
      this.isDate ||
      this.isDateTime ||
      this.isAddress ||
      this.isNumber;
    if (known || this.isEmpty) return null;
    if (this.type === 'MultiPicklist')
      return String(this.entry?.displayValue ?? this.value)
        .split(';')
        .join('; ');
    return String(this.entry?.displayValue ?? this.value);
  }
}
