/** Row locks of DML statements; there are some only while transactions run at the same time. */
import { concurrency, rowKeys } from '../../runtime/concurrency.js';
import { exception } from '../../runtime/errors.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { Store } from '../storage/store.js';
import { fieldIndex } from './fields.js';
import { fail, isGood, type Row } from './row.js';

const STATUS = 'UNABLE_TO_LOCK_ROW';
const messageFor = (ids: readonly string[]): string =>
  `unable to obtain exclusive access to this record or ${ids.length} records: ${ids.slice(0, 5).join(',')}`;

const masterFields = fieldIndex((field) => field.masterDetail);

/**
 * Locks the stored rows of a statement, and the masters of rows that come to them; rows are failed when that cannot be.
 * @see https://resources.docs.salesforce.com/latest/latest/en-us/sfdc/pdf/record_locking_cheatsheet.pdf
 */
export function lockRows(store: Store, object: ObjectInfo, rows: readonly Row[]): void {
  const others = concurrency();
  if (!others) return;
  const good = rows.filter(isGood);
  const ids = good.flatMap((row) => row.id ?? []);
  if (others.lock(rowKeys(object.name, ids))) return failLocked(good);
  for (const field of masterFields(object)) {
    for (const row of good) {
      const id = row.input.f[field.name];
      const master = typeof id === 'string' ? store.schema.objectByPrefix(id.slice(0, 3)) : null;
      if (master && others.lock(rowKeys(master.name, [id as string]))) failLocked([row]);
    }
  }
}

/** Gives rows the error of a lock that could not be had. */
export function failLocked(rows: readonly Row[]): void {
  for (const row of rows) fail(row, STATUS, messageFor(row.id ? [row.id] : []));
}

/** Locks rows that a statement changes besides its own. @throws System.DmlException */
export function lockOrRaise(object: ObjectInfo, ids: readonly string[]): void {
  if (!concurrency()?.lock(rowKeys(object.name, ids))) return;
  const message = messageFor(ids);
  throw exception(
    'System.DmlException',
    `Update failed. First exception on row 0; first error: ${STATUS}, ${message}: []`,
    {
      failures: [{ index: 0, id: ids[0] ?? null, status: STATUS, message, fields: [] }],
    },
  );
}
