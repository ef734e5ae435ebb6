import { concurrency } from '../../runtime/concurrency.js';
import type { ObjectInfo, SchemaModel } from '../../schema/model.js';
import type { SqlDriver, SqlLibrary, SqlStatement } from './driver.js';
import type { Column } from './columns.js';
import { DEFINITION_OBJECTS, definitionSql } from './definitions.js';
import { defineTextFunctions } from './functions.js';
import { makeId, serialOf } from './ids.js';
import { openDriver } from './open.js';
import { Reads } from './reads.js';
import { Table } from './table.js';

/** Where a transaction or a part of it began; see `Store.savepoint`. */
export interface StorePoint {
  readonly depth: number;
  /** Table definitions run before it. */
  readonly ddl: number;
  /** Auto-numbers given before it. */
  readonly given: number;
}

/** Follows what happens to the whole of a store. */
export interface StoreObserver {
  opened(point: StorePoint): void;
  rolledBack(point: StorePoint): void;
  tableMade(): void;
}

/** Objects whose rows decide about access to others. */
const ACCESS_OBJECTS = new Set([
  'User',
  'UserRole',
  'Group',
  'GroupMember',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
]);

/** Rows of a store for which the planner's statistics are made for the first time. */
const FIRST_ANALYSIS = 500;
/** Ids of one object that are reserved in the file at a time: a killed process leaves out the rest of them. */
const SERIALS = 100;
const INDEXES = `SELECT name, sql FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL AND tbl_name=?`;
const nextAnalysis = (rows: number): number => Math.max(FIRST_ANALYSIS, Math.ceil(rows * 1.5));

/** Distinct query texts whose prepared statements are kept. */
const STATEMENTS = 1000;

/**
 * The records of one org: SQLite database, tables made from the schema when they are first needed, Id sequences and
 * nested transactions. Knows nothing of triggers, security or SOQL.
 */
export class Store {
  readonly driver: SqlDriver;
  readonly schema: SchemaModel;
  /**
   * SQL functions that compute formula fields, by quoted name, as far as they are defined. The value, unless null, runs
   * the statements that call the function: SQL functions cannot read the database themselves.
   */
  readonly formulaFunctions = new Map<string, (<T>(statement: () => T) => T) | null>();
  /** Changes whenever rows may have changed that decide about access: users, roles, groups, permissions. */
  setupVersion = 0;
  observer: StoreObserver | null = null;
  /** Where Ids of new tables start while others give Ids at the same time. */
  private idBase: number | null = null;
  private readonly tables = new Map<string, Table>();
  /** Tables found in the file. */
  private readonly stored = new Set<string>();
  private readonly reads: Reads;
  private readonly statements = new Map<string, SqlStatement>();
  private readonly serials = new Map<string, number>();
  /** Ids up to these are given without a note in the file. */
  private readonly reserved = new Map<string, number>();
  private readonly dirtySerials = new Set<string>();
  /** Auto-numbers given last, as far as they are known; written when the transaction commits. */
  private readonly numbers = new Map<string, number>();
  private readonly dirtyNumbers = new Set<string>();
  /** Numbers of the open transaction with what was known before each, for a rollback. */
  private readonly given: { key: string; before: number | undefined }[] = [];
  /** Table definitions run inside the open transaction: a rollback undoes them, and they are run again. */
  private ddl: string[] = [];
  private readonly points: StorePoint[] = [];
  /** `setupVersion` when the transaction began. */
  private setupBefore = 0;
  private readonly growth = { rows: 0 };
  private analyzeAt: number;

  /** @param path file, or `:memory:` */
  constructor(schema: SchemaModel, path: string, library?: SqlLibrary) {
    this.schema = schema;
    this.reads = new Reads(openDriver(path, library));
    this.driver = this.reads.driver;
    defineTextFunctions(this.driver);
    this.driver.exec(
      'CREATE TABLE IF NOT EXISTS "~serial" (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID',
    );
    this.driver.exec(
      'CREATE TABLE IF NOT EXISTS "~number" (field TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID',
    );
    this.readFile();
    if (this.stored.has('sqlite_stat1')) this.growth.rows = this.rowsAnalyzed();
    this.analyzeAt = nextAnalysis(this.growth.rows);
  }

  /** What is remembered of the file: its tables, and the last Ids that were given. */
  private readFile(): void {
    for (const [name] of this.driver.prepare(`SELECT name AS n FROM sqlite_schema WHERE type='table'`).all([]))
      this.stored.add(name as string);
    for (const [prefix, last] of this.driver.prepare('SELECT prefix, last FROM "~serial"').all([])) {
      // Nobody else has given any since these were reserved.
      if (last === this.reserved.get(prefix as string) && !this.dirtySerials.has(prefix as string)) continue;
      // Ids of what was rolled back are not given again.
      const own = this.serials.get(prefix as string) ?? 0;
      this.serials.set(prefix as string, Math.max(own, last as number));
      this.reserved.set(prefix as string, last as number);
    }
  }

  /** Rows that there were when the planner's statistics were made. */
  private rowsAnalyzed(): number {
    const counts = this.driver
      .prepare('SELECT max(CAST(stat AS INTEGER)) AS n FROM sqlite_stat1 WHERE stat IS NOT NULL GROUP BY tbl')
      .all([]);
    return counts.reduce((sum, [count]) => sum + Number(count), 0);
  }

  /** The object's table, created or extended by new fields when necessary. */
  table(object: ObjectInfo): Table {
    let table = this.tables.get(object.name);
    if (!table) {
      table = new Table(
        this.driver,
        object,
        this.growth,
        ACCESS_OBJECTS.has(object.name) ? () => void this.setupVersion++ : null,
      );
      const info = this.driver.prepare(`SELECT name AS n FROM pragma_table_info(?)`).all([object.name]);
      const indexes = this.driver.prepare(INDEXES).all([object.name]) as [string, string][];
      for (const sql of table.definition(new Set(info.map((row) => row[0] as string)), new Map(indexes)))
        this.define(sql);
      this.tables.set(object.name, table);
      if (info.length === 0) this.observer?.tableMade();
      if (DEFINITION_OBJECTS.has(object.name)) for (const sql of definitionSql(table, this.schema)) this.define(sql);
    }
    return table;
  }

  /** Whether the object has had a table made, in this process or an earlier one. */
  hasTable(name: string): boolean {
    return this.tables.has(name) || this.stored.has(name);
  }

  /** Every table that exists, with those of the file that were not used yet. */
  openTables(): Table[] {
    for (const name of this.stored) {
      const object = this.schema.object(name);
      if (object) this.table(object);
    }
    this.stored.clear();
    return [...this.tables.values()];
  }

  /** Changes when a statement of this process changes one of Orglet's own tables. */
  changesOf(names: readonly string[]): number {
    return this.reads.changesOf(names);
  }

  /** Changes when a table is made; plans over relationships to many objects depend on it. */
  get tableCount(): number {
    return this.tables.size;
  }

  /** Whether the column holds ASCII text only, which SQLite compares without case by itself. */
  isAscii(column: Column): boolean {
    if (column.ascii === null) {
      const table = this.tableOf(column);
      const probe = `SELECT EXISTS(SELECT 1 FROM ${table.quoted} WHERE ${column.quoted} GLOB '*[^ -~]*') AS found`;
      column.ascii = this.driver.prepare(probe).all([])[0]![0] === 0;
    }
    return column.ascii;
  }

  private tableOf(column: Column): Table {
    return this.table(column.field.object);
  }

  private define(sql: string): void {
    this.driver.exec(sql);
    if (this.inTransaction) this.ddl.push(sql);
  }

  /** A prepared statement, kept for its text. */
  statement(sql: string): SqlStatement {
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size >= STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
      this.statements.set(sql, (statement = this.prepare(sql)));
    }
    return statement;
  }

  private prepare(sql: string): SqlStatement {
    return [...new Set(sql.match(/"formula:[^"]+"/g))].reduce<SqlStatement>((statement, name) => {
      const around = this.formulaFunctions.get(name);
      if (!around) return statement;
      return {
        run: (params) => around(() => statement.run(params)),
        all: (params) => around(() => statement.all(params)),
      };
    }, this.driver.prepare(sql));
  }

  /** A new Id; Ids of one object increase, also over rollbacks and restarts. */
  newId(object: ObjectInfo): string {
    const prefix = object.keyPrefix ?? '000';
    const last = this.serials.get(prefix) ?? this.idBase ?? this.lastSerial(object);
    this.serials.set(prefix, last + 1);
    if (last + 1 > (this.reserved.get(prefix) ?? 0)) {
      this.reserved.set(prefix, last + SERIALS);
      this.dirtySerials.add(prefix);
    }
    return makeId(prefix, last + 1);
  }

  private lastSerial(object: ObjectInfo): number {
    const top = this.driver.prepare(`SELECT max("Id") AS top FROM ${this.table(object).quoted}`).all([])[0]![0];
    return typeof top === 'string' ? serialOf(top) : 0;
  }

  /**
   * Gives Ids from further up, so that copies of the org that work at the same time give different ones, as the
   * platform's servers do. The returned function ends it: the next Ids are those that would have come.
   */
  shiftIds(by: number): () => void {
    for (const { object } of this.openTables()) {
      const prefix = object.keyPrefix ?? '000';
      if (!this.serials.has(prefix)) this.serials.set(prefix, this.lastSerial(object));
    }
    const before = new Map(this.serials);
    const reserved = new Map(this.reserved);
    for (const [prefix, last] of before) this.serials.set(prefix, last + by);
    this.idBase = by;
    return () => {
      this.serials.clear();
      for (const [prefix, last] of before) this.serials.set(prefix, last);
      this.reserved.clear();
      for (const [prefix, last] of reserved) this.reserved.set(prefix, last);
      this.idBase = null;
    };
  }

  /** The next number of an auto-number field; numbers of rolled-back records are given again. */
  nextNumber(key: string, start: number): number {
    const others = concurrency();
    if (others?.nextNumber) return others.nextNumber(key, this.storedNumber(key) ?? start - 1);
    const before = this.numbers.get(key);
    const last = before ?? this.storedNumber(key) ?? start - 1;
    this.given.push({ key, before });
    this.numbers.set(key, last + 1);
    this.dirtyNumbers.add(key);
    return last + 1;
  }

  private storedNumber(key: string): number | null {
    const [row] = this.statement('SELECT last FROM "~number" WHERE field = ?').all([key]);
    return row ? (row[0] as number) : null;
  }

  // ---- transactions

  get inTransaction(): boolean {
    return this.points.length > 0;
  }

  /** Opens a transaction, or a nested one. Close it with `release` or `rollback`. */
  savepoint(): StorePoint {
    const depth = this.points.length;
    this.control(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT p${depth}`);
    if (depth === 0) {
      this.begun();
      this.setupBefore = this.setupVersion;
    }
    const point = { depth, ddl: this.ddl.length, given: this.given.length };
    this.points.push(point);
    this.observer?.opened(point);
    return point;
  }

  /** Nobody else writes from now on. What other programs have written before counts: Ids that they gave, tables, and who may do what. */
  private begun(): void {
    if (!this.reads.begin()) return;
    this.readFile();
    this.numbers.clear();
    this.dirtyNumbers.clear();
    this.given.length = 0;
    this.setupVersion++;
  }

  /** Whether the point is still open: rolling back to an earlier one closes it. */
  isOpen(point: StorePoint): boolean {
    return this.points[point.depth] === point;
  }

  /** Keeps what was done since the point and closes it; commits when it is the outermost. */
  release(point: StorePoint): void {
    if (!this.isOpen(point)) return;
    if (point.depth === 0) {
      this.saveSerials();
      this.saveNumbers();
      this.reads.end();
      this.control('COMMIT');
      this.dirtySerials.clear();
      this.dirtyNumbers.clear();
      this.given.length = 0;
      this.ddl = [];
      this.analyzeGrowth();
    } else this.control(`RELEASE p${point.depth}`);
    this.points.length = point.depth;
  }

  /** Undoes what was done since the point and closes it. */
  rollback(point: StorePoint): void {
    if (!this.isOpen(point)) return;
    if (point.depth === 0) {
      this.reads.end();
      this.control('ROLLBACK');
    } else {
      this.control(`ROLLBACK TO p${point.depth}`);
      this.control(`RELEASE p${point.depth}`);
    }
    this.points.length = point.depth;
    this.restoreTables(point);
  }

  /** Undoes what was done since the point, which stays open; points opened after it are closed. */
  rollbackTo(point: StorePoint): void {
    if (!this.isOpen(point)) throw new Error('The savepoint is closed');
    if (point.depth === 0) {
      this.control('ROLLBACK');
      this.control('BEGIN IMMEDIATE');
      this.begun();
    } else this.control(`ROLLBACK TO p${point.depth}`);
    this.points.length = point.depth + 1;
    this.restoreTables(point);
  }

  /** Runs a statement that begins or ends a transaction or a part of it. */
  private control(sql: string): void {
    this.driver.prepare(sql).run([]);
  }

  private restoreTables(point: StorePoint): void {
    this.reads.forget();
    this.takeBackNumbers(point.given);
    if (this.setupVersion !== this.setupBefore) this.setupVersion++;
    for (const sql of this.ddl.slice(point.ddl)) this.driver.exec(sql);
    this.observer?.rolledBack(point);
    if (this.points.length === 0) this.ddl = [];
  }

  /** Tells SQLite's planner how the data is spread, each time that it has grown by half: it decides in which order tables are joined. */
  private analyzeGrowth(): void {
    if (this.growth.rows < this.analyzeAt) return;
    this.driver.exec('PRAGMA analysis_limit = 10000; ANALYZE');
    this.analyzeAt = nextAnalysis(this.growth.rows);
  }

  /** Numbers given since then are given again. */
  private takeBackNumbers(mark: number): void {
    for (const { key, before } of this.given.splice(mark).reverse()) {
      if (before !== undefined) this.numbers.set(key, before);
      else {
        this.numbers.delete(key);
        this.dirtyNumbers.delete(key);
      }
    }
    if (this.points.length === 0) this.dirtyNumbers.clear();
  }

  private saveSerials(): void {
    if (this.dirtySerials.size === 0) return;
    const entries = [...this.dirtySerials].map((prefix) => [prefix, this.reserved.get(prefix)!]);
    this.statement(
      'INSERT INTO "~serial" (prefix, last) SELECT key, value FROM json_each(?) WHERE true ON CONFLICT (prefix) DO UPDATE SET last = excluded.last',
    ).run([JSON.stringify(Object.fromEntries(entries))]);
  }

  private saveNumbers(): void {
    if (this.dirtyNumbers.size === 0) return;
    const entries = [...this.dirtyNumbers].map((key) => [key, this.numbers.get(key)!]);
    this.statement(
      'INSERT INTO "~number" (field, last) SELECT key, value FROM json_each(?) WHERE true ON CONFLICT (field) DO UPDATE SET last = excluded.last',
    ).run([JSON.stringify(Object.fromEntries(entries))]);
  }

  close(): void {
    this.driver.close();
  }
}
