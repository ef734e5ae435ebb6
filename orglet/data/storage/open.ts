import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SqlDriver, SqlStatement, SqlValue } from './driver.js';

const require = createRequire(import.meta.url);

type BetterSqlite = typeof import('better-sqlite3');
type WasmSqlite = typeof import('node-sqlite3-wasm');

function openNative(Database: BetterSqlite, path: string): SqlDriver {
  const db = new Database(path);
  return {
    library: 'better-sqlite3',
    prepare(sql): SqlStatement {
      const statement = db.prepare<SqlValue[], SqlValue[]>(sql);
      if (statement.reader) statement.raw(true);
      return {
        run: (params) => statement.run(...params).changes,
        all: (params) => statement.all(...params),
      };
    },
    exec: (sql) => void db.exec(sql),
    defineFunction: (name, fn, deterministic) =>
      void db.function(name, { deterministic, varargs: false }, fn as (...args: unknown[]) => unknown),
    close: () => void db.close(),
  };
}

function openWasm({ Database }: WasmSqlite, path: string): SqlDriver {
  const db = new Database(path);
  type Params = Parameters<typeof db.run>[1];
  const statements: { finalize(): void }[] = [];
  return {
    library: 'node-sqlite3-wasm',
    prepare(sql): SqlStatement {
      const statement = db.prepare(sql);
      statements.push(statement);
      return {
        run: (params) => statement.run(params as Params).changes,
        all: (params) => statement.all(params as Params).map((row) => Object.values(row as object)) as SqlValue[][],
      };
    },
    exec: (sql) => void db.exec(sql),
    defineFunction: (name, fn, deterministic) => void db.function(name, fn as never, { deterministic }),
    close() {
      for (const statement of statements) statement.finalize();
      db.close();
    },
  };
}

/** Makes a database readable by its owner alone, whatever the umask; SQLite gives its other files the same mode. */
function keepPrivate(path: string, native: boolean): void {
  try {
    for (const file of native ? [path] : [path, `${path}-journal`]) closeSync(openSync(file, 'a', 0o600));
    for (const ending of ['', '-wal', '-shm', '-journal'])
      if (existsSync(path + ending)) chmodSync(path + ending, 0o600);
  } catch {
    // What cannot be opened is told by SQLite.
  }
}

/**
 * Opens a database. `better-sqlite3` is an optional dependency with native code; where it cannot be installed, the
 * WebAssembly build takes its place (two to four times slower, no write-ahead log).
 * @param path file, or `:memory:`
 */
export function openDriver(path: string, library?: SqlDriver['library']): SqlDriver {
  let native: BetterSqlite | null = null;
  if (library !== 'node-sqlite3-wasm') {
    try {
      native = require('better-sqlite3') as BetterSqlite;
      new native(':memory:').close();
    } catch (error) {
      if (library === 'better-sqlite3') throw error;
      native = null;
    }
  }
  if (path !== ':memory:') keepPrivate(path, native !== null);
  const driver = native ? openNative(native, path) : openWasm(require('node-sqlite3-wasm') as WasmSqlite, path);
  if (path !== ':memory:') {
    // A killed process loses nothing that was committed: the log is in the operating system's hands at commit. Only a
    // power failure can lose the last commits with NORMAL, and even that leaves the file consistent.
    driver.exec(native ? 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL' : 'PRAGMA journal_mode = TRUNCATE');
    driver.exec('PRAGMA busy_timeout = 10000');
  } else {
    driver.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
  }
  driver.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768');
  return driver;
}
