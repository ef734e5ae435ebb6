import { concurrency } from '../../runtime/concurrency.js';
import type { ObjectInfo, SchemaModel } from '../../schema/model.js';
import type { SqlDriver, SqlLibrary, SqlStatement } from './driver.js';
import type { Column } from './columns.js';
import { DEFINITION_OBJECTS, definitionSql } from './definitions.js';
import { defineTextFunctions } from './functions.js';
import { makeId, serialOf } from './ids.js';
import { openDriver } from './open.js';
import { Table } from './table.js';

/** Where a transaction or a part of it began; see `Store.savepoint`. */
export interface StorePoint {
  readonly depth: number;
  /** Table definitions run before it. */
  readonly ddl: number;
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

/** Inserted rows after which the planner's statistics are made for the first time. */
const FIRST_ANALYSIS = 500;
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
  private readonly statements = new Map<string, SqlStatement>();
  private readonly serials = new Map<string, number>();
  private readonly dirtySerials = new Set<string>();
  /** Table definitions run inside the open transaction: a rollback undoes them, and they are run again. */
  private ddl: string[] = [];
  private readonly points: StorePoint[] = [];
  private readonly growth = { rows: 0 };
  private analyzeAt = FIRST_ANALYSIS;

  /** @param path file, or `:memory:` */
  constructor(schema: SchemaModel, path: string, library?: SqlLibrary) {
    this.schema = schema;
    this.driver = openDriver(path, library);
    defineTextFunctions(this.driver);
    this.driver.exec(
      'CREATE TABLE IF NOT EXISTS "~serial" (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID',
    );
    this.driver.exec(
      'CREATE TABLE IF NOT EXISTS "~number" (field TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID',
    );
    for (const [name] of this.driver.prepare(`SELECT name AS n FROM sqlite_schema WHERE type='table'`).all([]))
      this.stored.add(name as string);
    for (const [prefix, last] of this.driver.prepare('SELECT prefix, last FROM "~serial"').all([])) {
      this.serials.set(prefix as string, last as number);
    }
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
      for (const sql of table.definition(new Set(info.map((row) => row[0] as string)))) this.define(sql);
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
    this.dirtySerials.add(prefix);
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
    for (const [prefix, last] of before) this.serials.set(prefix, last + by);
    this.idBase = by;
    return () => {
      this.serials.clear();
      for (const [prefix, last] of before) this.serials.set(prefix, last);
      this.idBase = null;
    };
  }

  /** The next number of an auto-number field; numbers of rolled-back records are given again. */
  nextNumber(key: string, start: number): number {
    const others = concurrency();
    if (others?.nextNumber) {
      const [row] = this.statement('SELECT last FROM "~number" WHERE field = ?').all([key]);
      return others.nextNumber(key, row ? (row[0] as number) : start - 1);
    }
    const rows = this.statement(
      'INSERT INTO "~number" (field, last) VALUES (?, ?) ON CONFLICT (field) DO UPDATE SET last = last + 1 RETURNING last',
    ).all([key, start]);
    return rows[0]![0] as number;
  }

  // ---- transactions

  get inTransaction(): boolean {
    return this.points.length > 0;
  }

  /** Opens a transaction, or a nested one. Close it with `release` or `rollback`. */
  savepoint(): StorePoint {
    const depth = this.points.length;
    this.driver.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT p${depth}`);
    const point = { depth, ddl: this.ddl.length };
    this.points.push(point);
    this.observer?.opened(point);
    return point;
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
      this.driver.exec('COMMIT');
      this.ddl = [];
      this.analyzeGrowth();
    } else this.driver.exec(`RELEASE p${point.depth}`);
    this.points.length = point.depth;
  }

  /** Undoes what was done since the point and closes it. */
  rollback(point: StorePoint): void {
    if (!this.isOpen(point)) return;
    if (point.depth === 0) this.driver.exec('ROLLBACK');
    else this.driver.exec(`ROLLBACK TO p${point.depth}; RELEASE p${point.depth}`);
    this.points.length = point.depth;
    this.restoreTables(point);
  }

  /** Undoes what was done since the point, which stays open; points opened after it are closed. */
  rollbackTo(point: StorePoint): void {
    if (!this.isOpen(point)) throw new Error('The savepoint is closed');
    if (point.depth === 0) this.driver.exec('ROLLBACK; BEGIN IMMEDIATE');
    else this.driver.exec(`ROLLBACK TO p${point.depth}`);
    this.points.length = point.depth + 1;
    this.restoreTables(point);
  }

  private restoreTables(point: StorePoint): void {
    this.setupVersion++;
    for (const sql of this.ddl.slice(point.ddl)) this.driver.exec(sql);
    this.observer?.rolledBack(point);
    if (this.points.length === 0) this.ddl = [];
  }

  /** Tells SQLite's planner how the data is spread, each time that it has grown by half: it decides in which order tables are joined. */
  private analyzeGrowth(): void {
    if (this.growth.rows < this.analyzeAt) return;
    this.driver.exec('PRAGMA analysis_limit = 10000; ANALYZE');
    this.analyzeAt = Math.ceil(this.growth.rows * 1.5);
  }

  private saveSerials(): void {
    for (const prefix of this.dirtySerials) {
      this.statement(
        'INSERT INTO "~serial" (prefix, last) VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET last = excluded.last',
      ).run([prefix, this.serials.get(prefix)!]);
    }
    this.dirtySerials.clear();
  }

  close(): void {
    this.driver.close();
  }
}
