import { currentTime } from '../runtime/clock.js';
import { concurrency, rowKeys } from '../runtime/concurrency.js';
import type { AccessContext, DmlOperation, DmlOptions, Engine } from '../runtime/engine.js';
import { raise } from '../runtime/errors.js';
import { SObjectValue } from '../runtime/sobject.js';
import { hasTransaction, tx } from '../runtime/transaction.js';
import { types } from '../runtime/types.js';
import { ApexDatetime, ApexList } from '../runtime/values.js';
import type { ObjectInfo } from '../schema/model.js';
import type { Schema } from '../schema/index.js';
import { AutoNumbers } from './dml/auto-number.js';
import type { DmlTools } from './dml/context.js';
import { Defaults } from './dml/defaults.js';
import { DmlExecutor } from './dml/executor.js';
import { ColumnSets } from './dml/fields.js';
import { ForeignKeys } from './dml/foreign-keys.js';
import { Loader } from './dml/loader.js';
import { merge } from './dml/merge.js';
import { RollUps } from './dml/roll-ups.js';
import { connectHooks } from './hooks.js';
import { Security } from './security/security.js';
import { PermissionRows } from './security/permission-rows.js';
import { isRecordAccessQuery, queryRecordAccess } from './security/record-access.js';
import type { DataServices } from './services.js';
import type { SoqlQuery, SoslQuery } from './soql/ast.js';
import { compileQuery } from './soql/compile.js';
import type { RunContext } from './soql/fragment.js';
import { defineSoqlFunctions } from './soql/functions.js';
import { parseSoql, SoqlSyntaxError } from './soql/parse.js';
import { readRows, runRecords, type Plan } from './soql/plan.js';
import { setQuerySession } from './soql/session.js';
import { runSearch } from './sosl/search.js';
import type { SqlLibrary, SqlValue } from './storage/driver.js';
import { Store } from './storage/store.js';

export interface DataOptions {
  services: DataServices;
  /** File, or `:memory:`. */
  path: string;
  /** Forces one SQLite library. */
  library?: SqlLibrary;
}

interface CachedPlan {
  plan: Plan;
  tables: number;
}

const SYSTEM: AccessContext = { sharing: 'without', access: 'system' };
/** Objects, and relationships to them, whose rows are written when a query first asks for them. */
const PERMISSION_NAMES = /\b(?:ObjectPerm|FieldPerm)/i;
/** Records that a SOQL for loop over a list gets at a time. */
const LOOP_CHUNK = 200;

/** The database of an open org: SOQL, SOSL and DML over SQLite. */
export class DataEngine implements Engine {
  readonly store: Store;
  readonly schema: Schema;
  readonly services: DataServices;
  readonly security: Security;
  readonly tools: DmlTools;
  readonly dmlExecutor: DmlExecutor;
  private readonly permissionRows = new PermissionRows(this);
  private readonly permissionQueries = new WeakMap<SoqlQuery, boolean>();
  private readonly plans = {
    with: new WeakMap<SoqlQuery, CachedPlan>(),
    without: new WeakMap<SoqlQuery, CachedPlan>(),
  };

  constructor({ services, path, library }: DataOptions) {
    this.services = services;
    this.schema = services.schema;
    this.store = new Store(services.schema, path, library);
    defineSoqlFunctions(this.store.driver);
    this.security = new Security(this.store, services.schema);
    this.tools = {
      store: this.store,
      services,
      security: this.security,
      loader: new Loader(this.store, services.formulas),
      defaults: new Defaults(services.formulas),
      columnSets: new ColumnSets(),
      autoNumbers: new AutoNumbers(this.store),
      foreignKeys: new ForeignKeys(this.store),
      rollUps: new RollUps(this.store),
    };
    this.dmlExecutor = new DmlExecutor(this.tools);
    connectHooks(this);
    this.syncCustomMetadata();
  }

  /** Records of custom metadata types are the project's files; they are queried like any others. */
  private syncCustomMetadata(): void {
    const point = this.store.savepoint();
    for (const name of this.schema.projectObjectNames()) {
      const object = this.schema.object(name);
      if (object?.kind === 'customMetadata') this.replaceRows(name, this.schema.customMetadata.of(object));
    }
    this.store.release(point);
  }

  // ---- queries

  query(q: unknown, binds: readonly unknown[], mode: AccessContext): ApexList | number {
    const query = q as SoqlQuery;
    const { limits } = tx();
    limits.count('queries');
    const counter = { rows: 0 };
    concurrency()?.point('query', query.text);
    const run = () => this.select(query, binds, effectiveMode(query, mode), counter);
    const result = query.forClauses.includes('update') ? this.lockResult(run, counter) : run();
    limits.count('queryRows', counter.rows);
    return result;
  }

  /**
   * Locks the rows that a query finds, by Id. When others had to be waited for, it runs again: they may have changed the rows.
   * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_locking_statements.htm
   */
  private lockResult(run: () => ApexList | number, counter: { rows: number }): ApexList | number {
    const others = concurrency();
    for (;;) {
      const result = run();
      if (!others || typeof result === 'number' || result.a.length === 0) return result;
      const records = result.a as SObjectValue[];
      const { waits } = others;
      const ids = records.map((record) => record.id!).sort();
      if (others.lock(rowKeys(records[0]!.type.name, ids)))
        raise(
          'System.QueryException',
          'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.',
        );
      if (others.waits === waits) return result;
      counter.rows = 0;
    }
  }

  /**
   * Records of a locator: one query, whose rows do not count. A batch walks through up to 50 million of them.
   * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm
   */
  locate(q: unknown, binds: readonly unknown[], mode: AccessContext): ApexList | number {
    const query = q as SoqlQuery;
    tx().limits.count('queries');
    concurrency()?.point('query', query.text);
    return this.select(query, binds, effectiveMode(query, mode));
  }

  *queryChunks(q: unknown, binds: readonly unknown[], mode: AccessContext): Iterable<ApexList> {
    const all = this.query(q, binds, mode);
    if (typeof all === 'number') return;
    for (let start = 0; start < all.a.length; start += LOOP_CHUNK)
      yield new ApexList(all.elem, all.a.slice(start, start + LOOP_CHUNK));
  }

  /** Runs a query without counting limits. */
  select(query: SoqlQuery, binds: readonly unknown[], mode: AccessContext, counter = { rows: 0 }): ApexList | number {
    if (isRecordAccessQuery(query)) return queryRecordAccess(this, query, binds);
    if (this.asksForPermissions(query)) this.permissionRows.ensure();
    const plan = this.plan(query, mode.sharing);
    const run = this.runContext(binds);
    setQuerySession(run.session);
    if (mode.access === 'user' || query.withMode === 'SECURITY_ENFORCED') {
      this.security.checkQuery(plan, query.text, mode, mode.access === 'user' ? 'user' : 'enforced');
    }
    if (plan.kind === 'records')
      return new ApexList(types.sobject(plan.object.name), runRecords(this.store, plan, run, counter));
    const rows = readRows(this.store, plan.template, run);
    const cost = plan.kind === 'aggregate' ? plan.cost : null;
    if (cost) counter.rows += Number(readRows(this.store, cost, run)[0]![0]);
    else counter.rows += plan.kind === 'count' ? 1 : rows.length;
    if (plan.kind === 'count') return Number(rows[0]![0]);
    return new ApexList(types.sobject('AggregateResult'), rows.map(plan.read));
  }

  private asksForPermissions(query: SoqlQuery): boolean {
    let asks = this.permissionQueries.get(query);
    if (asks === undefined) this.permissionQueries.set(query, (asks = PERMISSION_NAMES.test(query.text)));
    return asks;
  }

  private runContext(binds: readonly unknown[]): RunContext {
    if (!hasTransaction())
      return {
        binds,
        session: { timeZone: 'UTC', now: currentTime(), fiscalStartMonth: 1 },
        access: {},
        lists: new Map(),
      };
    const { user } = tx();
    return {
      binds,
      session: { timeZone: user.timeZone, now: currentTime(), fiscalStartMonth: 1 },
      access: { userId: user.id },
      lists: new Map(),
    };
  }

  /** The compiled query; compiled again when a table or column has changed in a way that the plan depends on. */
  plan(query: SoqlQuery, sharing: 'with' | 'without'): Plan {
    const cache = this.plans[sharing];
    const cached = cache.get(query);
    if (cached && isCurrent(cached, this.store.tableCount)) return cached.plan;
    const plan = compileQuery(query, {
      store: this.store,
      formulas: this.services.formulas,
      visibility: sharing === 'with' ? this.security.visibility : null,
      parentAccess: sharing === 'with' ? this.security.parentAccess : null,
    });
    cache.set(query, { plan, tables: this.store.tableCount });
    return plan;
  }

  search(q: unknown, binds: readonly unknown[], mode: AccessContext): ApexList {
    tx().limits.count('soslQueries');
    concurrency()?.point('query', 'FIND …');
    return runSearch(this, q as SoslQuery, binds, mode);
  }

  /** Parses dynamic SOQL. @throws System.QueryException */
  parse(text: string): SoqlQuery {
    try {
      return parseSoql(text);
    } catch (error) {
      if (error instanceof SoqlSyntaxError) raise('System.QueryException', error.message);
      throw error;
    }
  }

  // ---- DML

  dml(op: DmlOperation, value: unknown, options: DmlOptions): ApexList {
    if (op === 'merge') return merge(this.dmlExecutor, value, options);
    return this.dmlExecutor.execute(op, value, options);
  }

  // ---- for the platform itself: no triggers, checks, security or limits

  /** Records of a query with named binds (any case). */
  rows(soql: string, binds: Readonly<Record<string, unknown>> = {}): SObjectValue[] {
    const query = parseSoql(soql);
    const byName = new Map(Object.entries(binds).map(([name, value]) => [name.toLowerCase(), value]));
    const result = this.select(
      query,
      query.binds.map((name) => byName.get(name.toLowerCase()) ?? null),
      SYSTEM,
    );
    return typeof result === 'number' ? [] : result.a;
  }

  private object(name: string): ObjectInfo {
    const object = this.schema.resolveObject(name);
    if (!object) throw new Error(`Unknown object ${name}`);
    return object;
  }

  /** Inserts a row as it is, with Id and system fields where they are missing; returns its Id. */
  insertRow(objectName: string, fields: Readonly<Record<string, unknown>>): string {
    const object = this.object(objectName);
    const table = this.store.table(object);
    const id = (fields.Id as string | undefined) ?? this.store.newId(object);
    const now = new ApexDatetime(Math.floor(currentTime() / 1000) * 1000);
    const userId = hasTransaction() ? tx().user.id : null;
    const stamps: Record<string, unknown> = {
      CreatedDate: now,
      LastModifiedDate: now,
      SystemModstamp: now,
      CreatedById: userId,
      LastModifiedById: userId,
    };
    const values: Record<string, unknown> = { ...stamps, ...fields, Id: id };
    const columns = this.tools.columnSets.of(table, Object.keys(values));
    table.insert(
      columns,
      columns.map((column) => storable(column.toSql(values[column.name]), column.kind)),
    );
    return id;
  }

  updateRow(objectName: string, id: string, fields: Readonly<Record<string, unknown>>): void {
    const table = this.store.table(this.object(objectName));
    const columns = this.tools.columnSets.of(
      table,
      Object.keys(fields).filter((name) => name !== 'Id'),
    );
    if (columns.length > 0)
      table.update(columns, [...columns.map((column) => storable(column.toSql(fields[column.name]), column.kind)), id]);
  }

  deleteRow(objectName: string, id: string): void {
    this.store.table(this.object(objectName)).erase(id);
  }

  /** Makes the object hold just these rows: records that the project's metadata defines. */
  replaceRows(objectName: string, rows: readonly Readonly<Record<string, unknown>>[]): void {
    const table = this.store.table(this.object(objectName));
    this.store.driver.exec(`DELETE FROM ${table.quoted}`);
    for (const row of rows) this.insertRow(objectName, row);
  }

  close(): void {
    this.store.close();
  }
}

const storable = (value: SqlValue, kind: string): SqlValue => (value === null && kind === 'boolean' ? 0 : value);

const isCurrent = ({ plan, tables }: CachedPlan, count: number): boolean =>
  (!plan.polymorphic || tables === count) && plan.asciiColumns.every((column) => column.ascii === true);

/** The query's own WITH clause goes before the caller's access level. */
function effectiveMode(query: SoqlQuery, mode: AccessContext): AccessContext {
  if (query.withMode === 'USER_MODE') return { sharing: 'with', access: 'user' };
  if (query.withMode === 'SYSTEM_MODE') return { sharing: mode.sharing, access: 'system' };
  return mode.access === 'user' ? { sharing: 'with', access: 'user' } : mode;
}
