import { SObjectValue } from '../../runtime/sobject.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import { ApexList } from '../../runtime/values.js';
import { fillFunction, readerFor, type Fill } from '../soql/record-reader.js';
import type { Column } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import type { Table } from '../storage/table.js';

/** A value counts as blank when it is null or empty text. */
export const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Whether a value sits on a record for a parent or for children instead of a field. */
const isRelated = (value: unknown): boolean =>
  typeof value === 'object' && (value instanceof SObjectValue || value instanceof ApexList);

/** The field values of a record without its parents and children. */
export function fieldValues(record: SObjectValue): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name in record.f) {
    const value = record.f[name];
    if (!isRelated(value)) values[name] = value;
  }
  return values;
}

const fills = new WeakMap<Table, Fill>();

/** A stored row (columns in `table.list` order) as field values; fields without value are left out. */
export function valuesOfRow(table: Table, row: readonly SqlValue[]): Record<string, unknown> {
  let fill = fills.get(table);
  if (!fill) {
    const cells = table.list.map(({ name, kind, field }, index) => ({
      name,
      index,
      read: readerFor(kind, field.scale),
    }));
    fills.set(table, (fill = fillFunction(cells)));
  }
  const values: Record<string, unknown> = {};
  fill(values, row);
  return values;
}

export function recordOfRow(table: Table, row: readonly SqlValue[]): SObjectValue {
  return new SObjectValue(table.object, valuesOfRow(table, row));
}

/** Whether a user may set the field, now or at creation. */
export const isWritable = (field: FieldInfo): boolean => !field.calculated && !field.autoNumber && !field.system;

/** Columns that the values go to. Asked for the same set of names again and again. */
export class ColumnSets {
  private readonly sets = new Map<string, readonly Column[]>();

  of(table: Table, names: readonly string[]): readonly Column[] {
    const key = `${table.object.name}|${names.join()}`;
    let columns = this.sets.get(key);
    if (!columns) {
      columns = names.flatMap((name) => table.columns.get(name) ?? []);
      this.sets.set(key, columns);
    }
    return columns;
  }
}

/** Fields by which an object's records are found without their Id. */
export const isKey = (field: FieldInfo): boolean => field.externalId || field.idLookup;

/** The object's fields of a kind, remembered per object. */
export function fieldIndex(pick: (field: FieldInfo) => boolean): (object: ObjectInfo) => readonly FieldInfo[] {
  const known = new WeakMap<ObjectInfo, readonly FieldInfo[]>();
  return (object) => {
    let fields = known.get(object);
    if (!fields) known.set(object, (fields = [...object.fields.values()].filter(pick)));
    return fields;
  };
}
