import { currentTime } from '../../runtime/clock.js';
import { SObjectValue } from '../../runtime/sobject.js';
import type { ChildRelationship, ObjectInfo } from '../../schema/model.js';
import { quote } from '../storage/columns.js';
import type { DmlContext } from './context.js';
import { lazyFormulas } from './formula-values.js';
import { fail, isGood, type Row } from './row.js';
import { rulesFor } from './standard/rules.js';
import { runTriggers } from './triggers.js';

/** Deletes one chunk: triggers, lookup rules, recycle bin, master-detail children. */
export function deleteChunk(context: DmlContext, object: ObjectInfo, rows: readonly Row[]): void {
  const good = () => rows.filter(isGood);
  loadForDelete(context, object, rows);
  rulesFor(object.name)?.beforeDelete?.(context, good());
  const triggers = context.services.triggers(object.name);
  runTriggers(triggers, object, 'before', 'delete', good());
  const plans = new Map<Row, Deletion>();
  for (const row of good()) {
    const plan = planDeletion(context, object, row);
    if (plan) plans.set(row, plan);
  }
  const deleted = good();
  if (deleted.length === 0 || (context.allOrNone && deleted.length < rows.length)) return;
  for (const row of deleted) carryOut(context, object, row, plans.get(row)!);
  rulesFor(object.name)?.afterDelete?.(context, deleted);
  runTriggers(triggers, object, 'after', 'delete', deleted);
  if (deleted.every(isGood)) context.rollUps.recalculate(context, object, deleted);
}

function loadForDelete(context: DmlContext, object: ObjectInfo, rows: readonly Row[]): void {
  const stored = context.loader.load(
    object,
    rows.map((row) => row.id!),
  );
  for (const row of rows) {
    const old = stored.get(row.id!);
    if (!old) fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (old.f.IsDeleted === true) fail(row, 'ENTITY_IS_DELETED', 'entity is deleted');
    else {
      lazyFormulas(context.services.formulas, context.loader, old);
      row.old = old;
      row.record = old;
    }
  }
}

/** What the deletion of one record does to others. */
interface Deletion {
  cascades: { object: ObjectInfo; id: string }[];
  clears: { object: ObjectInfo; field: string; id: string }[];
}

/** Follows the child relationships; a restricting one fails the row. */
function planDeletion(context: DmlContext, object: ObjectInfo, row: Row): Deletion | null {
  const plan: Deletion = { cascades: [], clears: [] };
  const seen = new Set([row.id!]);
  const queue = [{ object, id: row.id! }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const relationship of next.object.childRelationships) {
      for (const id of childIds(context, relationship, next.id)) {
        const child = { object: relationship.childObject, id };
        if (relationship.cascadeDelete) {
          if (seen.has(id)) continue;
          seen.add(id);
          plan.cascades.push(child);
          queue.push(child);
        } else if (relationship.restrictedDelete) {
          if (!seen.has(id)) return restrict(context, object, row, child);
        } else plan.clears.push({ ...child, field: relationship.field.name });
      }
    }
  }
  return plan;
}

function childIds(context: DmlContext, relationship: ChildRelationship, parentId: string): string[] {
  const { childObject, field } = relationship;
  if (!context.store.hasTable(childObject.name) || field.system || field.formula !== null) return [];
  const table = context.store.table(childObject);
  if (!table.columns.has(field.name)) return [];
  const sql = `SELECT "Id" FROM ${table.quoted} WHERE ${quote(field.name)}=? AND "IsDeleted"=0`;
  return context.store
    .statement(sql)
    .all([parentId])
    .map((found) => found[0] as string);
}

function restrict(context: DmlContext, object: ObjectInfo, row: Row, child: { object: ObjectInfo; id: string }): null {
  const nameOf = (of: ObjectInfo, id: string) =>
    String(of.nameField ? (context.loader.value(of, id, [of.nameField.name]) ?? id) : id);
  fail(
    row,
    'DELETE_FAILED',
    `Your attempt to delete ${nameOf(object, row.id!)} could not be completed because it is associated with the following ${child.object.pluralLabel.toLowerCase()}.: ${nameOf(child.object, child.id)}\n`,
  );
  return null;
}

function carryOut(context: DmlContext, object: ObjectInfo, row: Row, plan: Deletion): void {
  for (const { object: child, field, id } of plan.clears) {
    const table = context.store.table(child);
    table.update([table.columns.get(field)!], [null, id]);
  }
  remove(context, object, row.id!, row.id!);
  for (const child of plan.cascades) remove(context, child.object, child.id, row.id!);
}

/** Puts a record into the recycle bin, or erases it when its object has none. */
function remove(context: DmlContext, object: ObjectInfo, id: string, deletion: string): void {
  const table = context.store.table(object);
  if (object.undeletable) table.setDeleted(id, true, deletion, Math.floor(currentTime() / 1000) * 1000);
  else table.erase(id);
}

/** Takes one chunk out of the recycle bin, with what was deleted along. */
export function undeleteChunk(context: DmlContext, object: ObjectInfo, rows: readonly Row[]): void {
  const stored = context.loader.load(
    object,
    rows.map((row) => row.id!),
  );
  for (const row of rows) {
    const record = stored.get(row.id!);
    if (!record) fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (record.f.IsDeleted !== true) fail(row, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
  }
  const good = rows.filter(isGood);
  if (good.length === 0 || (context.allOrNone && good.length < rows.length)) return;
  for (const row of good) {
    restore(context, row.id!);
    row.record = new SObjectValue(object, { ...stored.get(row.id!)!.f, IsDeleted: false });
    lazyFormulas(context.services.formulas, context.loader, row.record);
  }
  runTriggers(context.services.triggers(object.name), object, 'after', 'undelete', good);
  if (good.every(isGood)) context.rollUps.recalculate(context, object, good);
}

function restore(context: DmlContext, deletion: string): void {
  forDeletion(context, deletion, (table) => `UPDATE ${table} SET "IsDeleted"=0,"~deletion"=NULL WHERE "~deletion"=?`);
}

/** Erases a record of the recycle bin with what was deleted along. */
export function erase(context: Pick<DmlContext, 'store'>, deletion: string): void {
  forDeletion(context, deletion, (table) => `DELETE FROM ${table} WHERE "~deletion"=?`);
}

function forDeletion(context: Pick<DmlContext, 'store'>, deletion: string, sql: (table: string) => string): void {
  for (const table of context.store.openTables()) context.store.statement(sql(table.quoted)).run([deletion]);
}
