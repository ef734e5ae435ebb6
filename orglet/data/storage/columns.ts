import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime } from '../../runtime/values.js';
import type { FieldInfo } from '../../schema/model.js';
import type { SqlValue } from './driver.js';
import { parseId } from '../../runtime/lib/id.js';

/** How a field's values are kept: as what SQLite sorts and compares the way SOQL does. */
export type StoredKind =
  'id' | 'text' | 'boolean' | 'integer' | 'long' | 'decimal' | 'double' | 'date' | 'datetime' | 'time' | 'blob';

/** Null for fields without a value of their own: formulas and compound fields. */
export function storedKind(field: FieldInfo): StoredKind | null {
  if (field.formula !== null) return null;
  return valueKind(field);
}

/** The kind of a field's values whether or not they are stored; null for compound fields. */
export function valueKind(field: FieldInfo): StoredKind | null {
  switch (field.type) {
    case 'ADDRESS':
    case 'LOCATION':
    case 'COMPLEXVALUE':
    case 'JSON':
      return null;
    case 'ID':
    case 'REFERENCE':
      return 'id';
    case 'BOOLEAN':
      return 'boolean';
    case 'INTEGER':
      return 'integer';
    case 'LONG':
      return 'long';
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return field.apexType === 'Double' ? 'double' : field.apexType === 'Integer' ? 'integer' : 'decimal';
    case 'DATE':
      return 'date';
    case 'DATETIME':
      return 'datetime';
    case 'TIME':
      return 'time';
    case 'BASE64':
      return 'blob';
    default:
      return 'text';
  }
}

const AFFINITY: Record<StoredKind, string> = {
  id: 'TEXT',
  text: 'TEXT COLLATE NOCASE',
  boolean: 'INTEGER NOT NULL DEFAULT 0',
  integer: 'INTEGER',
  long: 'INTEGER',
  decimal: 'REAL',
  double: 'REAL',
  date: 'INTEGER',
  datetime: 'INTEGER',
  time: 'INTEGER',
  blob: 'BLOB',
};

export const quote = (name: string): string => `"${name}"`;

const NON_ASCII = /[^ -~]/;

/** A stored field. */
export class Column {
  readonly field: FieldInfo;
  readonly name: string;
  readonly quoted: string;
  readonly kind: StoredKind;
  readonly declaration: string;
  /** Whether all text in it is ASCII; null until someone asked (`Store.isAscii`). */
  ascii: boolean | null = null;

  constructor(field: FieldInfo, kind: StoredKind) {
    this.field = field;
    this.name = field.name;
    this.quoted = quote(field.name);
    this.kind = kind;
    const type = kind === 'text' && field.caseSensitive ? 'TEXT' : AFFINITY[kind];
    this.declaration = `${this.quoted} ${type}${field.name === 'Id' ? ' PRIMARY KEY NOT NULL' : ''}`;
  }

  /** An Apex value as SQLite keeps it. Blank text is null. */
  toSql(value: unknown): SqlValue {
    const stored = toSql(this.kind, value);
    if (this.ascii === true && typeof stored === 'string' && NON_ASCII.test(stored)) this.ascii = false;
    return stored;
  }
}

/** An Apex value as SQLite keeps it; values of a type that does not fit are converted where the platform does. */
export function toSql(kind: StoredKind, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'text':
      return value === '' ? null : withoutNul(String(value));
    case 'id':
      return value === '' ? null : (parseId(String(value)) ?? String(value));
    case 'boolean':
      return value === true || value === 'true' ? 1 : 0;
    case 'decimal':
      return numberToSql(value, MAX_SCALE);
    case 'integer':
    case 'long':
      return Math.round(numberToSql(value, 0));
    case 'double':
      return value instanceof ApexDouble ? value.v : numberToSql(value, MAX_SCALE);
    case 'date':
      return value instanceof ApexDatetime ? Math.floor(value.ms / 864e5) : (value as ApexDate).days;
    case 'datetime':
      return value instanceof ApexDate ? value.days * 864e5 : Math.floor((value as ApexDatetime).ms / 1000) * 1000;
    case 'time':
      return (value as ApexTime).ms;
    case 'blob':
      return value instanceof ApexBlob ? value.bytes : Buffer.from(String(value), 'utf8');
  }
}

/** SQLite's libraries end a text at its first NUL. */
const withoutNul = (text: string): string | null => (text.includes('\0') ? text.replaceAll('\0', '') || null : text);

/** Most decimals that a Decimal has. */
const MAX_SCALE = 33;

function numberToSql(value: unknown, scale: number): number {
  if (typeof value === 'number') return value;
  if (value instanceof ApexDecimal) return (value.scale > scale ? value.setScale(scale, 'HALF_UP') : value).toNumber();
  if (value instanceof ApexDouble)
    return Number.isInteger(value.v) ? value.v : ApexDecimal.fromDouble(value.v).setScale(scale, 'HALF_UP').toNumber();
  return Number(value);
}

/** A stored value as Apex sees it. Decimals have at least the field's scale. */
export function fromSql(kind: StoredKind, value: SqlValue, scale: number): unknown {
  if (value === null) return null;
  switch (kind) {
    case 'text':
    case 'id':
      return value;
    case 'boolean':
      return value === 1;
    case 'integer':
      return Number(value) | 0;
    case 'long':
      return BigInt(value as number);
    case 'decimal':
      return decimalOf(value as number, scale);
    case 'double':
      return new ApexDouble(Number(value));
    case 'date':
      return new ApexDate(Number(value));
    case 'datetime':
      return new ApexDatetime(Number(value));
    case 'time':
      return new ApexTime(Number(value));
    case 'blob':
      return new ApexBlob(value as Uint8Array);
  }
}

const POWERS = Array.from({ length: 10 }, (_, n) => 10 ** n);
/** Relative error that sums of doubles may have. */
const NOISE = 1e-13;
/** Digits that a double keeps of any decimal. */
const DOUBLE_DIGITS = 15;

/**
 * A stored number as Decimal with at least the field's scale. More decimals stay: a field's scale rounds what users type,
 * not what Apex and the API store.
 * @see https://help.salesforce.com/s/articleView?id=000387302&type=1
 */
export function decimalOf(value: number, scale: number): ApexDecimal {
  if (scale < POWERS.length) {
    // Below 2^50 the product is within half a unit of the right integer, so rounding it is exact.
    const scaled = Math.round(value * POWERS[scale]!);
    const fits = Math.abs(scaled / POWERS[scale]! - value) <= Math.abs(value) * NOISE;
    if (fits && Math.abs(scaled) < 1125899906842624) return new ApexDecimal(BigInt(scaled), scale);
  }
  const shortest = ApexDecimal.fromDouble(Number(value.toPrecision(DOUBLE_DIGITS))).strip();
  return shortest.scale < scale ? shortest.setScale(scale) : shortest;
}
