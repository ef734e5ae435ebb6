import { concurrency } from '../../runtime/concurrency.js';
import { exception, raise, type DmlFailure } from '../../runtime/errors.js';
import type { DmlOperation, DmlOptions } from '../../runtime/engine.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values.js';
import type { ObjectInfo } from '../../schema/model.js';
import { DeleteResult, SaveResult, UndeleteResult, UpsertResult, type DmlResult } from '../lib/results.js';
import type { DmlContext, DmlTools } from './context.js';
import { deleteChunk, undeleteChunk } from './delete.js';
import { lockRows } from './locks.js';
import { checkMixedDml } from './mixed-dml.js';
import { fail, isGood, type Row } from './row.js';
import { saveChunk, type SaveVerb } from './save.js';
import { failAll, TriggerFailure } from './triggers.js';
import { matchUpsert } from './upsert.js';

/** Most records that one run of triggers sees. */
const CHUNK = 200;
/** Triggers that start one another may nest this deep. */
const MAX_DEPTH = 16;
/** A partial save runs again without the failed rows, at most this often. */
const ATTEMPTS = 3;

type ChunkRunner = (context: DmlContext, object: ObjectInfo, rows: readonly Row[]) => void;

const VERBS: Record<Exclude<DmlOperation, 'merge'>, string> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
};

/** The records of a DML statement's operand: one, or a list of them. */
export function recordsOf(value: unknown): SObjectValue[] {
  if (value instanceof SObjectValue) return [value];
  if (value instanceof ApexList) {
    for (const record of value.a)
      if (record === null) raise('System.NullPointerException', 'Attempt to de-reference a null object');
    return value.a;
  }
  return raise('System.NullPointerException', 'Attempt to de-reference a null object');
}

class Statement implements DmlContext {
  readonly store: DmlContext['store'];
  readonly services: DmlContext['services'];
  readonly security: DmlContext['security'];
  readonly loader: DmlContext['loader'];
  readonly defaults: DmlContext['defaults'];
  readonly columnSets: DmlContext['columnSets'];
  readonly autoNumbers: DmlContext['autoNumbers'];
  readonly foreignKeys: DmlContext['foreignKeys'];
  readonly rollUps: DmlContext['rollUps'];
  readonly user = tx().user;
  readonly allOrNone: boolean;
  readonly access: DmlContext['access'];
  readonly dmlOptions: unknown;
  readonly saveNested: DmlContext['saveNested'];

  constructor(tools: DmlTools, options: DmlOptions, saveNested: DmlContext['saveNested']) {
    this.store = tools.store;
    this.services = tools.services;
    this.security = tools.security;
    this.loader = tools.loader;
    this.defaults = tools.defaults;
    this.columnSets = tools.columnSets;
    this.autoNumbers = tools.autoNumbers;
    this.foreignKeys = tools.foreignKeys;
    this.rollUps = tools.rollUps;
    this.allOrNone = options.allOrNone;
    this.access = options.access;
    this.dmlOptions = options.dmlOptions ?? null;
    this.saveNested = saveNested;
  }
}

/** Runs DML statements. */
export class DmlExecutor {
  private readonly tools: DmlTools;
  private depth = 0;

  constructor(tools: DmlTools) {
    this.tools = tools;
  }

  /** @throws System.DmlException when a row fails and `allOrNone` is set */
  execute(op: Exclude<DmlOperation, 'merge'>, value: unknown, options: DmlOptions): ApexList {
    const records = recordsOf(value);
    const type = types.std(`Database.${op === 'insert' || op === 'update' ? 'Save' : VERBS[op]}Result`);
    if (records.length === 0) return new ApexList(type);
    concurrency()?.point('dml', `${op} ${records[0]!.type.name} × ${records.length}`);
    const transaction = tx();
    transaction.limits.count('dmlStatements');
    transaction.limits.count('dmlRows', records.length);
    transaction.uncommittedWork = true;
    const context = this.context(options);
    const rows = records.map((input, index): Row => ({
      index,
      input,
      record: input,
      old: null,
      errors: [],
      id: input.id,
      created: false,
    }));
    this.checkRows(op, rows);
    if (options.allOrNone && !rows.every(isGood)) throwFailures(op, rows);
    const point = this.tools.store.savepoint();
    try {
      this.run(op, context, rows, options);
      this.tools.store.release(point);
    } catch (error) {
      this.tools.store.rollback(point);
      if (op === 'insert' || op === 'upsert') for (const row of rows) if (row.created) delete row.input.f.Id;
      throw error;
    }
    return new ApexList(
      type,
      rows.map((row) => resultOf(op, row)),
    );
  }

  context(options: DmlOptions): DmlContext {
    return new Statement(this.tools, options, (verb, object, records) => this.saveNested(verb, object, records));
  }

  private run(op: Exclude<DmlOperation, 'merge'>, context: DmlContext, rows: Row[], options: DmlOptions): void {
    for (const group of groupByObject(rows)) {
      const object = group[0]!.input.type as ObjectInfo;
      if (object.kind === 'platformEvent') {
        this.tools.services.publish(group.map((row) => row.input));
        continue;
      }
      checkMixedDml(
        object,
        op,
        group.map((row) => row.input),
      );
      // Which records an upsert changes is known once they are matched.
      if (op !== 'upsert') this.tools.security.checkDml(context, object, op, group);
      for (let start = 0; start < group.length; start += CHUNK) {
        const chunk = group.slice(start, start + CHUNK);
        if (op === 'upsert') this.upsertChunk(context, object, chunk, options);
        else
          this.runChunk(
            op,
            context,
            object,
            chunk,
            op === 'delete' ? deleteChunk : op === 'undelete' ? undeleteChunk : saver(op),
          );
      }
    }
  }

  private upsertChunk(context: DmlContext, object: ObjectInfo, rows: Row[], options: DmlOptions): void {
    matchUpsert(context, object, rows, options.externalId ?? null);
    this.tools.security.checkDml(context, object, 'upsert', rows);
    const good = rows.filter(isGood);
    if (context.allOrNone && good.length < rows.length) throwFailures('upsert', rows);
    const inserts = good.filter((row) => row.id === null);
    const updates = good.filter((row) => row.id !== null);
    this.runChunk('upsert', context, object, inserts, saver('insert'));
    this.runChunk('upsert', context, object, updates, saver('update'));
    for (const row of updates) if (isGood(row)) row.input.f.Id = row.id;
  }

  /** Runs a chunk; without allOrNone again for the rows that did not fail. */
  private runChunk(op: DmlOperation, context: DmlContext, object: ObjectInfo, rows: Row[], runner: ChunkRunner): void {
    lockRows(context.store, object, rows);
    let pending = rows.filter(isGood);
    for (let attempt = 1; pending.length > 0; attempt++) {
      const point = context.allOrNone ? null : this.tools.store.savepoint();
      this.guarded(context, object, pending, runner);
      const failed = pending.filter((row) => !isGood(row));
      if (failed.length === 0) {
        if (point) this.tools.store.release(point);
        break;
      }
      if (!point) break;
      this.tools.store.rollback(point);
      pending = pending.filter(isGood);
      for (const row of [...failed, ...pending]) undo(row);
      if (attempt < ATTEMPTS) continue;
      for (const row of pending)
        fail(
          row,
          'ALL_OR_NONE_OPERATION_ROLLED_BACK',
          'Record rolled back because not all records were valid and the request was using AllOrNone header',
        );
      break;
    }
    if (context.allOrNone && rows.some((row) => !isGood(row))) throwFailures(op, rows);
  }

  private guarded(context: DmlContext, object: ObjectInfo, rows: Row[], runner: ChunkRunner): void {
    if (this.depth >= MAX_DEPTH) raise('System.LimitException', `Maximum trigger depth exceeded: ${object.name}`);
    this.depth++;
    try {
      runner(context, object, rows);
    } catch (error) {
      if (!(error instanceof TriggerFailure)) throw error;
      for (const row of rows) row.errors = [];
      failAll(rows, error);
    } finally {
      this.depth--;
    }
  }

  /** Saves records for the platform: no limits, no security, all or none. */
  private saveNested(verb: SaveVerb, object: ObjectInfo, records: SObjectValue[]): void {
    const context = this.context({ allOrNone: true, access: { sharing: 'without', access: 'system' } });
    const rows = records.map((input, index): Row => ({
      index,
      input,
      record: input,
      old: null,
      errors: [],
      id: input.id,
      created: false,
    }));
    for (let start = 0; start < rows.length; start += CHUNK)
      this.runChunk(verb, context, object, rows.slice(start, start + CHUNK), saver(verb));
  }

  private checkRows(op: DmlOperation, rows: readonly Row[]): void {
    const seen = new Set<unknown>();
    for (const row of rows) {
      const key = op === 'insert' || row.id === null ? row.input : row.id;
      if (seen.has(key)) {
        raise(
          'System.ListException',
          key === row.input
            ? 'Before Insert or Upsert list must not have two identically equal elements'
            : `Duplicate id in list: ${row.id}`,
        );
      }
      seen.add(key);
      if (op === 'insert' && row.id !== null)
        fail(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
      if (op !== 'insert' && op !== 'upsert' && row.id === null)
        fail(row, 'MISSING_ARGUMENT', `Id not specified in an ${op} call`);
    }
  }
}

const saver =
  (verb: SaveVerb): ChunkRunner =>
  (context, object, rows) =>
    saveChunk(context, object, verb, rows);

/** Forgets what a rolled-back attempt did to the row. */
function undo(row: Row): void {
  if (row.created || row.old === null) {
    if (row.created) delete row.input.f.Id;
    row.id = row.input.id;
  }
  row.created = false;
  row.old = null;
}

/** Neighbouring rows of one object together. */
function groupByObject(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last && last[0]!.input.type === row.input.type) last.push(row);
    else groups.push([row]);
  }
  if (groups.length > 10) {
    raise(
      'System.TypeException',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
    );
  }
  return groups;
}

function resultOf(op: DmlOperation, row: Row): DmlResult {
  const id = row.errors.length > 0 && op === 'insert' ? null : row.id;
  if (op === 'upsert') return new UpsertResult(id, row.errors, row.created);
  if (op === 'delete') return new DeleteResult(id, row.errors);
  return op === 'undelete' ? new UndeleteResult(id, row.errors) : new SaveResult(id, row.errors);
}

/** Throws the DmlException of the failed rows. */
export function throwFailures(op: DmlOperation, rows: readonly Row[]): never {
  const failures = rows.flatMap((row): DmlFailure[] =>
    isGood(row) ? [] : [{ index: row.index, id: failedId(op, row), ...row.errors[0]! }],
  );
  const first = failures[0]!;
  const verb = op === 'merge' ? 'Merge' : VERBS[op];
  const where = first.id === null ? '' : ` with id ${first.id}`;
  const message = `${verb} failed. First exception on row ${first.index}${where}; first error: ${first.status}, ${first.message}: [${first.fields.join(', ')}]`;
  throw exception('System.DmlException', message, { failures });
}

/** Id in a failure: none for a record that was to be inserted. */
const failedId = (op: DmlOperation, row: Row): string | null =>
  op === 'insert' || (op === 'upsert' && row.old === null) ? null : row.id;
