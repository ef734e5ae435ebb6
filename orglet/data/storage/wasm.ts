/** SQLite compiled to WebAssembly: slower, and runs wherever Node does. */
import type { Database as WasmDatabase } from 'node-sqlite3-wasm';
import type { SqlDriver, SqlStatement, SqlValue } from './driver.js';
import { Thrown } from './thrown.js';

type Params = Parameters<WasmDatabase['run']>[1];

export function openWasm({ Database }: typeof import('node-sqlite3-wasm'), path: string): SqlDriver {
  const db = new Database(path);
  const thrown = new Thrown();
  const statements: { finalize(): void }[] = [];
  const bound = (params: readonly SqlValue[]) =>
    (params.includes(undefined as never) ? params.map((value) => value ?? null) : params) as Params;
  return {
    library: 'node-sqlite3-wasm',
    prepare(sql): SqlStatement {
      const statement = db.prepare(sql);
      statements.push(statement);
      return {
        run: (params) => thrown.around((values) => void statement.run(values), bound(params)),
        all: (params) =>
          thrown.around((values) => {
            const rows: SqlValue[][] = [];
            for (const row of statement.iterate(values)) rows.push(Object.values(row as object));
            return rows;
          }, bound(params)),
      };
    },
    exec: (sql) => thrown.around((text: string) => db.exec(text), sql),
    defineFunction(name, fn, deterministic) {
      const guarded = Object.defineProperty(thrown.guard(fn), 'length', { value: fn.length });
      db.function(name, guarded as never, { deterministic });
    },
    close() {
      for (const statement of statements) {
        try {
          statement.finalize();
        } catch {
          // It repeats the error of the statement's last run.
        }
      }
      db.close();
    },
  };
}
