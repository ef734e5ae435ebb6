import type { SqlDriver, SqlStatement, SqlValue } from './driver.js';

/** Prepared statements that are kept, by their text. */
const STATEMENTS = 1000;
/** What all kept rows may take together: characters and bytes of their values, and a few for each value. */
const ROOM = 4_000_000;
const ROOM_OF_VALUE = 16;
/** What the rows of one statement may take to be kept. */
const ROOM_OF_RESULT = ROOM / 8;

/** When a table last changed, in the steps of `Reads.clock`. */
interface Table {
  changed: number;
}

interface Kept {
  rows: SqlValue[][];
  /** The clock when they were read. */
  read: number;
}

/** Tables that a statement names, as written in SQL: `FROM "Account"`, `JOIN "Contact"`, `INTO orglet_event`. */
const TABLES = /\b(?:FROM|JOIN|INTO|UPDATE)\s+"?([\w~.]+)"?/gi;
const CALLS = /"([^"]+)"\(|\b(\w+)\(/g;
const READS = /^\s*(?:SELECT|WITH)\b/i;
const CHANGES = /^\s*(?:INSERT|REPLACE|UPDATE|DELETE)\b/i;

/**
 * Keeps prepared statements, and what SELECT statements found for as long as no table changes that they name. A shop reads
 * its settings, prices and products far more often than they change, and a transaction what it has just read.
 *
 * Rows are kept inside transactions alone, where nobody else can change the file; `begin` asks whether somebody has since.
 * Who gets rows does not change them.
 */
export class Reads {
  /** The driver whose statements are kept; everything that changes the database goes through it. */
  readonly driver: SqlDriver;
  private readonly inner: SqlDriver;
  private readonly statements = new Map<string, SqlStatement>();
  private readonly tables = new Map<string, Table>();
  /** SQL functions that may give another answer each time. */
  private readonly variable = new Set(['random', 'randomblob', 'changes', 'last_insert_rowid', 'datetime', 'date']);
  /** Statements that have kept rows. */
  private readonly filled = new Set<Map<string, Kept>>();
  private clock = 1;
  /** Rows read before this are of no use. */
  private since = 0;
  private room = ROOM;
  private open = false;
  /** Changes whenever another connection has changed the file. */
  private version: SqlValue = null;
  private readonly versionOf: SqlStatement;

  constructor(inner: SqlDriver) {
    this.inner = inner;
    this.versionOf = inner.prepare('PRAGMA data_version');
    this.driver = {
      ...inner,
      prepare: (sql) => this.prepare(sql),
      exec: (sql) => {
        this.forget();
        inner.exec(sql);
      },
      defineFunction: (name, fn, deterministic) => {
        if (!deterministic) this.variable.add(name);
        inner.defineFunction(name, fn, deterministic);
      },
    };
  }

  /**
   * A transaction has begun: until `end`, only this connection changes the file.
   * @returns whether another has changed it since the last one
   */
  begin(): boolean {
    const [row] = this.versionOf.all([]);
    const changed = row![0] !== this.version;
    if (changed) this.forget();
    this.version = row![0]!;
    this.open = true;
    return changed;
  }

  end(): void {
    this.open = false;
  }

  /** When one of the tables was last changed by a statement of this process. */
  changesOf(names: readonly string[]): number {
    return Math.max(...names.map((name) => this.table(name).changed));
  }

  /** Nothing that was read is true any more: changes were undone, or the definition of tables has changed. */
  forget(): void {
    this.since = ++this.clock;
    for (const kept of this.filled) kept.clear();
    this.filled.clear();
    this.room = ROOM;
  }

  private prepare(sql: string): SqlStatement {
    let statement = this.statements.get(sql);
    if (statement) return statement;
    if (this.statements.size >= STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
    statement = this.watch(sql, this.inner.prepare(sql));
    this.statements.set(sql, statement);
    return statement;
  }

  private watch(sql: string, statement: SqlStatement): SqlStatement {
    const tables = [...sql.matchAll(TABLES)].map(([, name]) => name!).filter((name) => name !== 'json_each');
    if (READS.test(sql)) return this.isLasting(sql, tables) ? this.keeping(statement, tables) : statement;
    if (!CHANGES.test(sql)) return statement;
    const changed = tables.map((name) => this.table(name));
    const change = () => {
      this.clock++;
      for (const table of changed) table.changed = this.clock;
    };
    return {
      run: (params) => {
        change();
        return statement.run(params);
      },
      all: (params) => {
        change();
        return statement.all(params);
      },
    };
  }

  /** Whether the same tables give the same rows. Orglet's own tables (`~changed`) are written by triggers too. */
  private isLasting(sql: string, tables: readonly string[]): boolean {
    const own = tables.some((name) => name.startsWith('~') || name.startsWith('sqlite_') || name.startsWith('pragma_'));
    const calls = [...sql.matchAll(CALLS)].map(([, quoted, plain]) => quoted ?? plain!);
    return tables.length > 0 && !own && !calls.some((name) => this.variable.has(name));
  }

  private table(name: string): Table {
    const key = name.toLowerCase();
    let table = this.tables.get(key);
    if (!table) this.tables.set(key, (table = { changed: 0 }));
    return table;
  }

  private keeping(statement: SqlStatement, names: readonly string[]): SqlStatement {
    const tables = [...new Set(names.map((name) => this.table(name)))];
    const results = new Map<string, Kept>();
    return {
      run: (params) => statement.run(params),
      all: (params) => {
        const key = this.open ? keyOf(params) : null;
        if (key === null) return statement.all(params);
        const kept = results.get(key);
        if (kept && kept.read >= this.since && isCurrent(kept, tables)) return kept.rows;
        const rows = statement.all(params);
        this.keep(results, key, rows);
        return rows;
      },
    };
  }

  private keep(results: Map<string, Kept>, key: string, rows: SqlValue[][]): void {
    const room = key.length + roomOf(rows);
    if (room > ROOM_OF_RESULT) return;
    if (this.room < room) this.forget();
    this.room -= room;
    results.set(key, { rows, read: this.clock });
    this.filled.add(results);
  }
}

function isCurrent({ read }: Kept, tables: readonly Table[]): boolean {
  for (const { changed } of tables) if (changed > read) return false;
  return true;
}

/** Parameters as text that no other parameters have; null when there is none. */
function keyOf(params: readonly SqlValue[]): string | null {
  let key = '';
  for (const value of params) {
    if (typeof value === 'string') key += `${value.length}:${value}`;
    else if (value === null || typeof value === 'number') key += `${value};`;
    else return null;
  }
  return key;
}

function roomOf(rows: readonly SqlValue[][]): number {
  let room = 0;
  for (const row of rows) {
    for (const value of row) {
      room += ROOM_OF_VALUE;
      if (typeof value === 'string' || value instanceof Uint8Array) room += value.length;
    }
  }
  return room;
}
