import { raise } from '../../runtime/errors.js';
import type { DmlOptions } from '../../runtime/engine.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values.js';
import type { ObjectInfo } from '../../schema/model.js';
import { MergeResult } from '../lib/results.js';
import { quote } from '../storage/columns.js';
import type { DmlContext } from './context.js';
import { recordsOf, type DmlExecutor } from './executor.js';

/** Records that can be merged into one at a time. */
const MAX_DUPLICATES = 2;

/**
 * `merge master duplicates`: children of the duplicates go to the master, the duplicates to the recycle bin.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_examples_merge.htm
 */
export function merge(executor: DmlExecutor, value: unknown, options: DmlOptions): ApexList {
  const master = recordsOf(value)[0]!;
  const given = options.duplicates;
  const duplicates =
    typeof given === 'string'
      ? [given]
      : given instanceof SObjectValue
        ? [given.id!]
        : (given as ApexList).a.map((one: unknown) => (one instanceof SObjectValue ? one.id! : (one as string)));
  const object = master.type as ObjectInfo;
  if (!object.mergeable)
    raise(
      'System.DmlException',
      `Merge failed. First exception on row 0; first error: INVALID_TYPE_FOR_OPERATION, Entity type ${object.name} is not supported for merge: []`,
    );
  if (duplicates.length === 0 || duplicates.length > MAX_DUPLICATES)
    raise(
      'System.DmlException',
      'Merge failed. First exception on row 0; first error: INVALID_ARGUMENT_TYPE, A merge takes one or two records besides the master: []',
    );
  const { limits } = tx();
  limits.count('dmlStatements');
  const context = executor.context(options);
  const point = context.store.savepoint();
  try {
    const related = duplicates.flatMap((id) => reparent(context, object, id, master.id!));
    const records = duplicates.map((id) => new SObjectValue(object, { Id: id }));
    // Triggers that run after the deletion see which record stands for the deleted one.
    for (const id of duplicates) markMerged(context, object, id, master.id!);
    executor.execute('delete', new ApexList(types.sobject(object.name), records), options);
    executor.execute('update', master, options);
    context.store.release(point);
    return new ApexList(types.std('Database.MergeResult'), [new MergeResult(master.id, [], duplicates, related)]);
  } catch (error) {
    context.store.rollback(point);
    throw error;
  }
}

function markMerged(context: DmlContext, object: ObjectInfo, id: string, masterId: string): void {
  const table = context.store.table(object);
  const column = table.columns.get('MasterRecordId');
  if (column) table.update([column], [masterId, id]);
}

/** Moves the children of a duplicate to the master; returns their Ids. */
function reparent(context: DmlContext, object: ObjectInfo, from: string, to: string): string[] {
  const moved: string[] = [];
  for (const { childObject, field } of object.childRelationships) {
    if (!context.store.hasTable(childObject.name)) continue;
    const table = context.store.table(childObject);
    if (!table.columns.has(field.name)) continue;
    const sql = `UPDATE ${table.quoted} SET ${quote(field.name)}=? WHERE ${quote(field.name)}=? AND "IsDeleted"=0 RETURNING "Id"`;
    for (const [id] of context.store.statement(sql).all([to, from])) moved.push(id as string);
  }
  return moved;
}
