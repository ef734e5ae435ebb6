/** `Database.*`: queries, DML with results, savepoints. */
import type { DmlOperation } from '../../runtime/engine.js';
import { raise } from '../../runtime/errors.js';
import { requireId } from '../../runtime/lib/id.js';
import type { DataHolder } from '../../runtime/lib/data-holder.js';
import { defineClass } from '../../runtime/registry.js';
import { SObjectFieldToken, SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { SOBJECT } from '../../runtime/types.js';
import { ApexList, ApexMap } from '../../runtime/values.js';
import { StandardObject } from '../../runtime/values/object.js';
import type { StorePoint } from '../storage/store.js';
import { AccessLevelValue, accessOf } from './access-level.js';
import { database, parseWithMap, parseWithScope, type BindScope } from './current.js';
import { isDmlOptions } from './dml-options.js';
import { Cursor, cursorOf, locatorOf, locatorOfList, PaginationCursor } from './query-locator.js';
import { emptyRecycleBin } from './recycle-bin.js';

/** What the arguments after the first mean; overloads differ by their types alone. */
interface Arguments {
  level: AccessLevelValue | null;
  allOrNone: boolean | null;
  options: DataHolder | null;
  field: SObjectFieldToken | null;
  scope: BindScope | null;
}

export function readArguments(args: readonly unknown[]): Arguments {
  const result: Arguments = { level: null, allOrNone: null, options: null, field: null, scope: null };
  for (const arg of args) {
    if (arg instanceof AccessLevelValue) result.level = arg;
    else if (typeof arg === 'boolean') result.allOrNone = arg;
    else if (arg instanceof SObjectFieldToken) result.field = arg;
    else if (typeof arg === 'function') result.scope = arg as BindScope;
    else if (isDmlOptions(arg)) result.options = arg;
  }
  return result;
}

/** Records of an operand that may also be an Id or a list of Ids. */
function recordsFrom(value: unknown): unknown {
  if (typeof value === 'string') return recordOfId(value);
  if (value instanceof ApexList && value.a.some((item) => typeof item === 'string'))
    return new ApexList(SOBJECT, value.a.map(recordOfId));
  return value;
}

function recordOfId(id: unknown): SObjectValue {
  const full = requireId(String(id));
  const object = database().schema.objectByPrefix(full.slice(0, 3));
  return object ? new SObjectValue(object, { Id: full }) : raise('System.StringException', `Invalid id: ${full}`);
}

function dml(op: DmlOperation, value: unknown, rest: readonly unknown[], duplicates?: unknown): unknown {
  const { level, allOrNone, options, field } = readArguments(rest);
  const results = database().dml(op, recordsFrom(value), {
    allOrNone: allOrNone ?? (options?.values.optAllOrNone as boolean | null | undefined) ?? options === null,
    access: accessOf(level),
    dmlOptions: options,
    externalId: field?.field.name ?? null,
    duplicates,
  });
  return value instanceof ApexList || op === 'merge' ? results : results.a[0];
}

const verb =
  (op: DmlOperation) =>
  (value: unknown, ...rest: unknown[]) =>
    dml(op, value, rest);

function query(text: string, ...rest: unknown[]): ApexList {
  const { level, scope } = readArguments(rest);
  const parsed = parseWithScope(text, scope);
  return listOf(database().query(parsed.query, parsed.binds, accessOf(level)));
}

const listOf = (result: ApexList | number): ApexList => (typeof result === 'number' ? new ApexList(SOBJECT) : result);

function count(result: ApexList | number): number {
  return typeof result === 'number' ? result : result.a.length;
}

/** `System.Savepoint`. */
class Savepoint extends StandardObject {
  readonly point: StorePoint;
  constructor(point: StorePoint) {
    super();
    this.point = point;
  }
}
defineClass('System.Savepoint', { instance: Savepoint });

/** Setting and rolling back count as DML statements. In-memory values, Ids included, stay as they are. */
function setSavepoint(): Savepoint {
  tx().limits.count('dmlStatements');
  return new Savepoint(database().store.savepoint());
}

function rollback(savepoint: Savepoint | null): void {
  if (savepoint === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  tx().limits.count('dmlStatements');
  const { store } = database();
  if (!store.isOpen(savepoint.point)) raise('System.TypeException', 'Cannot roll back to an invalid savepoint');
  store.rollbackTo(savepoint.point);
}

defineClass('System.Database', {
  statics: {
    insert: verb('insert'),
    update: verb('update'),
    upsert: verb('upsert'),
    delete: verb('delete'),
    undelete: verb('undelete'),
    insertimmediate: verb('insert'),
    updateimmediate: verb('update'),
    deleteimmediate: verb('delete'),
    insertasync: verb('insert'),
    updateasync: verb('update'),
    deleteasync: verb('delete'),
    merge: (master: SObjectValue, duplicates: unknown, ...rest: unknown[]) => {
      const results = dml('merge', master, rest, duplicates) as ApexList;
      return duplicates instanceof ApexList ? results : results.a[0];
    },
    emptyrecyclebin: emptyRecycleBin,
    query,
    querywithbinds: (text: string, binds: ApexMap, level: AccessLevelValue) => {
      const parsed = parseWithMap(text, binds);
      return listOf(database().query(parsed.query, parsed.binds, accessOf(level)));
    },
    countquery: (text: string, ...rest: unknown[]) => {
      const { level, scope } = readArguments(rest);
      const parsed = parseWithScope(text, scope);
      return count(database().query(parsed.query, parsed.binds, accessOf(level)));
    },
    countquerywithbinds: (text: string, binds: ApexMap, level: AccessLevelValue) => {
      const parsed = parseWithMap(text, binds);
      return count(database().query(parsed.query, parsed.binds, accessOf(level)));
    },
    getquerylocator: (source: string | ApexList, ...rest: unknown[]) => {
      if (source instanceof ApexList) return locatorOfList(source);
      const { level, scope } = readArguments(rest);
      return locatorOf(parseWithScope(source, scope), accessOf(level));
    },
    getquerylocatorwithbinds: (text: string, binds: ApexMap, level: AccessLevelValue) =>
      locatorOf(parseWithMap(text, binds), accessOf(level)),
    getcursor: (text: string, ...rest: unknown[]) => {
      const { level, scope } = readArguments(rest);
      return cursorOf(Cursor, parseWithScope(text, scope), accessOf(level));
    },
    getcursorwithbinds: (text: string, binds: ApexMap, level: AccessLevelValue) =>
      cursorOf(Cursor, parseWithMap(text, binds), accessOf(level)),
    getpaginationcursor: (text: string, ...rest: unknown[]) => {
      const { level, scope } = readArguments(rest);
      return cursorOf(PaginationCursor, parseWithScope(text, scope), accessOf(level));
    },
    getpaginationcursorwithbinds: (text: string, binds: ApexMap, level: AccessLevelValue) =>
      cursorOf(PaginationCursor, parseWithMap(text, binds), accessOf(level)),
    setsavepoint: setSavepoint,
    rollback,
    releasesavepoint: (savepoint: Savepoint) => database().store.release(savepoint.point),
  },
});
