import { raise } from '../../runtime/errors.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import { fold } from '../storage/functions.js';
import type { SqlValue } from '../storage/driver.js';
import type { DmlContext } from './context.js';
import { fail, isGood, type Row } from './row.js';

/** Finds the stored records of an upsert by the external Id field; rows without one are inserted. */
export function matchUpsert(
  context: DmlContext,
  object: ObjectInfo,
  rows: readonly Row[],
  externalId: string | null,
): void {
  if (externalId === null || externalId === 'Id') return;
  const field = object.resolveField(externalId);
  if (!field || !(field.externalId || field.idLookup)) {
    raise(
      'System.SObjectException',
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${object.name}.${externalId}`,
    );
  }
  const keys = claimKeys(context, object, field!, rows);
  if (keys.size === 0) return;
  const table = context.store.table(object);
  const column = table.columns.get(field!.name)!;
  const folds = !field!.caseSensitive && [...keys.keys()].some((key) => /[^ -~]/.test(key));
  const match = folds ? `orglet_fold(${column.quoted})` : column.quoted;
  const sql = `SELECT "Id", ${column.quoted} AS v FROM ${table.quoted} WHERE ${match} IN (SELECT value FROM json_each(?)) AND "IsDeleted"=0`;
  const found = new Map<string, string[]>();
  const values = [...keys.values()].map((entry) => (folds ? fold(String(entry.value)) : entry.value));
  for (const [id, value] of context.store.statement(sql).all([JSON.stringify(values)])) {
    const key = keyOf(field!, value!);
    found.set(key, [...(found.get(key) ?? []), id as string]);
  }
  for (const [key, { row, value }] of keys) {
    const ids = found.get(key) ?? [];
    if (ids.length === 1) row.id = ids[0]!;
    else if (ids.length > 1)
      fail(
        row,
        'DUPLICATE_EXTERNAL_ID',
        `${field!.name}: more than one record found for external id field: [${ids.join(', ')}]`,
        [field!.name],
      );
    else if (row.input.id !== null)
      fail(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', `cannot specify Id in an insert call: ${String(value)}`, ['Id']);
  }
}

const keyOf = (field: FieldInfo, value: SqlValue): string =>
  typeof value === 'string' && !field.caseSensitive ? fold(value) : String(value);

/** Rows by their key; a key that two rows have fails both. */
function claimKeys(
  context: DmlContext,
  object: ObjectInfo,
  field: FieldInfo,
  rows: readonly Row[],
): Map<string, { row: Row; value: SqlValue }> {
  const column = context.store.table(object).columns.get(field.name)!;
  const keys = new Map<string, { row: Row; value: SqlValue }>();
  for (const row of rows) {
    if (!isGood(row)) continue;
    const value = column.toSql(row.input.f[field.name]);
    if (value === null) continue;
    const key = keyOf(field, value);
    const other = keys.get(key);
    if (other) {
      const message = `Duplicate external id specified: ${String(value)}`;
      if (isGood(other.row)) fail(other.row, 'DUPLICATE_VALUE', message, [field.name]);
      fail(row, 'DUPLICATE_VALUE', message, [field.name]);
    } else keys.set(key, { row, value });
  }
  for (const [key, { row }] of keys) if (!isGood(row)) keys.delete(key);
  return keys;
}
