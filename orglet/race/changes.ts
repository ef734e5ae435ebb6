/**
 * The rows that a transaction changes, found by triggers of SQLite itself, so that no way of writing is missed; and
 * the rows that others changed, written into this copy of the org.
 */
import { quote } from '../data/storage/columns.js';
import type { SqlValue } from '../data/storage/driver.js';
import type { Store } from '../data/storage/store.js';

/** A row as it is after a commit. */
export interface Change {
  table: string;
  columns: string[];
  /** Values of the primary key, in order of its columns. */
  key: SqlValue[];
  /** Null: there is no such row any more. */
  row: SqlValue[] | null;
}

interface TableShape {
  columns: string[];
  key: string[];
}

/** Given by the schedule, not by the copies. */
const OWN = new Set(['~serial', '~number']);
const NON_ASCII = /[^ -~]/;

export class ChangeLog {
  private readonly store: Store;
  private readonly shapes = new Map<string, TableShape>();

  constructor(store: Store) {
    this.store = store;
    store.driver.exec(
      'CREATE TEMP TABLE IF NOT EXISTS "~changed" (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, id TEXT NOT NULL)',
    );
  }

  /** Follows the tables that are not followed yet. */
  follow(): void {
    const { driver } = this.store;
    const followed = new Set(
      driver.prepare('SELECT DISTINCT tbl_name AS n FROM sqlite_temp_schema').all([]).map(first),
    );
    const tables = driver.prepare(`SELECT name AS n FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite%'`);
    for (const name of tables.all([]).map(first)) {
      if (OWN.has(name) || followed.has(name)) continue;
      const { key } = this.shape(name);
      const note = (side: string) =>
        `INSERT INTO "~changed" (tbl, id) VALUES (${literal(name)}, json_array(${key.map((part) => `${side}.${quote(part)}`).join(',')}));`;
      const define = (event: string, body: string) =>
        driver.exec(
          `CREATE TEMP TRIGGER ${quote(`~${event} ${name}`)} AFTER ${event} ON main.${quote(name)} BEGIN ${body} END`,
        );
      define('INSERT', note('NEW'));
      define('UPDATE', note('OLD') + note('NEW'));
      define('DELETE', note('OLD'));
    }
  }

  private shape(table: string): TableShape {
    let shape = this.shapes.get(table);
    if (!shape) {
      const rows = this.store.driver.prepare('SELECT name, pk FROM pragma_table_info(?)').all([table]);
      const parts = rows.filter(([, pk]) => (pk as number) > 0).sort((a, b) => (a[1] as number) - (b[1] as number));
      shape = { columns: rows.map(first), key: parts.map(first) };
      this.shapes.set(table, shape);
    }
    return shape;
  }

  /** The rows changed since the last call, as they are now. */
  take(): Change[] {
    const { driver } = this.store;
    const changed = driver.prepare('SELECT tbl, id FROM "~changed" GROUP BY tbl, id ORDER BY min(seq)').all([]);
    driver.exec('DELETE FROM "~changed"');
    return changed.map(([name, id]): Change => {
      const table = name as string;
      const { columns, key } = this.shape(table);
      const values = JSON.parse(id as string) as SqlValue[];
      const sql = `SELECT ${columns.map(quote).join(',')} FROM ${quote(table)} WHERE ${matches(key)}`;
      return { table, columns, key: values, row: this.store.statement(sql).all(values)[0] ?? null };
    });
  }

  /** Writes what others committed. It is not this transaction's change. */
  apply(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const { store } = this;
    const mark = store.driver.prepare('SELECT coalesce(max(seq), 0) AS m FROM "~changed"').all([])[0]![0]!;
    for (const change of changes) this.write(change);
    store.driver.prepare('DELETE FROM "~changed" WHERE seq > ?').run([mark]);
    // Rows that decide about access may be among them.
    if (changes.some(({ table }) => !table.includes('__'))) store.setupVersion++;
  }

  private write({ table, columns, key, row }: Change): void {
    const { store } = this;
    const object = store.schema.object(table);
    const known = object ? store.table(object) : null;
    if (!row) {
      store.statement(`DELETE FROM ${quote(table)} WHERE ${matches(this.shape(table).key)}`).run(key);
      return;
    }
    if (known)
      columns.forEach((name, at) => {
        const column = known.columns.get(name);
        const value = row[at];
        if (column?.ascii === true && typeof value === 'string' && NON_ASCII.test(value)) column.ascii = false;
      });
    const names = columns.map(quote).join(',');
    const marks = columns.map(() => '?').join(',');
    store.statement(`INSERT OR REPLACE INTO ${quote(table)} (${names}) VALUES (${marks})`).run(row);
  }
}

const first = (row: readonly SqlValue[]): string => row[0] as string;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const matches = (key: readonly string[]): string => key.map((part) => `${quote(part)}=?`).join(' AND ');
