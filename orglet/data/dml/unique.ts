import { concurrency } from '../../runtime/concurrency.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import { fold } from '../storage/functions.js';
import type { SqlValue } from '../storage/driver.js';
import type { Store } from '../storage/store.js';
import { fieldIndex } from './fields.js';
import { failLocked } from './locks.js';
import { fail, isGood, type Row } from './row.js';

const uniqueFields = fieldIndex((field) => field.unique && field.type !== 'ID');

/** Checks unique fields against the stored records and among the rows: one query for each field. */
export function validateUnique(store: Store, object: ObjectInfo, rows: readonly Row[]): void {
  for (const field of uniqueFields(object)) validateField(store, object, field, rows);
}

function validateField(store: Store, object: ObjectInfo, field: FieldInfo, rows: readonly Row[]): void {
  const table = store.table(object);
  const column = table.columns.get(field.name);
  if (!column) return;
  const keyOf = (value: SqlValue): string =>
    typeof value === 'string' && !field.caseSensitive ? fold(value) : String(value);
  const claims = new Map<string, Row>();
  const values: SqlValue[] = [];
  for (const row of rows) {
    if (!isGood(row)) continue;
    const given = row.record.f[field.name];
    // What a record keeps it has alone.
    if (row.old !== null && given === row.old.f[field.name]) continue;
    const value = column.toSql(given);
    if (value === null) continue;
    const claimed = claims.get(keyOf(value));
    if (claimed) {
      duplicate(row, field, claimed.id ?? '<unknown>');
      continue;
    }
    claims.set(keyOf(value), row);
    values.push(value);
  }
  if (values.length === 0) return;
  // Who inserts a value that another transaction is about to commit waits for it, and then fails as a duplicate.
  if (concurrency()?.lock(values.map((value) => `${object.name}.${field.name}=${keyOf(value)}`)))
    failLocked([...claims.values()]);
  const plain = field.caseSensitive || values.every((value) => typeof value !== 'string' || !/[^ -~]/.test(value));
  const wanted = plain ? values : values.map((value) => (typeof value === 'string' ? fold(value) : value));
  for (const [id, value] of table.holders(column, wanted, !plain)) {
    const row = claims.get(keyOf(value!));
    if (row && row.id !== id && !isReplaced(rows, id as string, field, value!)) duplicate(row, field, id as string);
  }
}

/** Whether the record that has the value gets another one in the same chunk. */
function isReplaced(rows: readonly Row[], id: string, field: FieldInfo, value: SqlValue): boolean {
  const other = rows.find((row) => row.id === id && isGood(row));
  return other !== undefined && other.record.f[field.name] !== undefined && other.record.f[field.name] !== value;
}

function duplicate(row: Row, field: FieldInfo, id: string): void {
  fail(row, 'DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${id}`, []);
}
