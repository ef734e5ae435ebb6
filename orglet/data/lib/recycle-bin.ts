import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values.js';
import { erase } from '../dml/delete.js';
import { database } from './current.js';
import { EmptyRecycleBinResult } from './results.js';

/** `Database.emptyRecycleBin`: erases deleted records, given by record or Id. */
export function emptyRecycleBin(value: unknown): unknown {
  const engine = database();
  const { limits } = tx();
  const items = value instanceof ApexList ? value.a : [value];
  limits.count('dmlStatements');
  limits.count('dmlRows', items.length);
  const results = items.map((item) => {
    const id = item instanceof SObjectValue ? item.id! : String(item);
    const object = engine.schema.objectByPrefix(id.slice(0, 3));
    const record = object ? engine.tools.loader.load(object, [id]).get(id) : undefined;
    if (!record || (record.f.IsDeleted !== true && !isInBin(id))) {
      return new EmptyRecycleBinResult(id, [
        { status: 'INVALID_ID_FIELD', message: 'The record is not in the recycle bin', fields: [] },
      ]);
    }
    erase(engine, id);
    return new EmptyRecycleBinResult(id, []);
  });
  return value instanceof ApexList ? new ApexList(types.std('Database.EmptyRecycleBinResult'), results) : results[0];

  function isInBin(id: string): boolean {
    const object = engine.schema.objectByPrefix(id.slice(0, 3))!;
    const sql = `SELECT "IsDeleted" AS d FROM ${engine.store.table(object).quoted} WHERE "Id"=?`;
    return engine.store.statement(sql).all([id])[0]?.[0] === 1;
  }
}
