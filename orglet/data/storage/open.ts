import { chmodSync, closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { LIBRARIES, type SqlDriver, type SqlLibrary } from './driver.js';
import { useFile } from './file-use.js';
import { openNative } from './native.js';
import { openWasm } from './wasm.js';

const require = createRequire(import.meta.url);
const WASM: SqlLibrary = 'node-sqlite3-wasm';

/** What the variable ORGLET_SQLITE forces, for tests and measurements; undefined when it says nothing. */
function forced(): SqlLibrary | undefined {
  const name = process.env.ORGLET_SQLITE;
  if (!name) return undefined;
  const library = LIBRARIES.find((known) => known === name);
  if (!library) throw new Error(`ORGLET_SQLITE names no way to SQLite: ${name}. There are ${LIBRARIES.join(' and ')}.`);
  return library;
}

/** The native package's database class; null where it does not run: another processor, another C library. */
function loadNative(): typeof import('@photostructure/sqlite').DatabaseSync | null {
  try {
    const { DatabaseSync } = require('@photostructure/sqlite') as typeof import('@photostructure/sqlite');
    new DatabaseSync(':memory:').close();
    return DatabaseSync;
  } catch {
    return null;
  }
}

/** Makes a database readable by its owner alone, whatever the umask; SQLite gives its other files the same mode. */
function keepPrivate(path: string): void {
  try {
    for (const file of [path, `${path}-wal`]) closeSync(openSync(file, 'a', 0o600));
    for (const ending of ['', '-wal', '-shm', '-journal'])
      if (existsSync(path + ending)) chmodSync(path + ending, 0o600);
  } catch {
    // What cannot be opened is told by SQLite.
  }
}

/**
 * Opens a database. Files that one library wrote open with the other; see `useFile` for who may do so at a time.
 * @param path file, or `:memory:`
 * @throws DataFileError
 */
export function openDriver(path: string, library = forced()): SqlDriver {
  const native = library === WASM ? null : loadNative();
  if (!native && library && library !== WASM) throw new Error(`${library} does not run on this machine.`);
  const open = () =>
    native ? openNative(native, path) : openWasm(require(WASM) as typeof import('node-sqlite3-wasm'), path);
  const driver = path === ':memory:' ? open() : openFile(path, native ? LIBRARIES[0] : WASM, open);
  driver.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768');
  if (path === ':memory:') driver.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
  return driver;
}

function openFile(path: string, library: SqlLibrary, open: () => SqlDriver): SqlDriver {
  const release = useFile(path, library);
  try {
    keepPrivate(path);
    // The library's own lock, left by a killed process: nobody else has the file open.
    if (library === WASM) rmSync(`${path}.lock`, { recursive: true, force: true });
    const driver = open();
    driver.exec('PRAGMA busy_timeout = 10000');
    // Without shared memory, SQLite keeps a write-ahead log for a process that has the file to itself.
    if (library === WASM) driver.exec('PRAGMA locking_mode = EXCLUSIVE');
    // A killed process loses nothing that was committed: the log is in the operating system's hands at commit. Only a
    // power failure can lose the last commits with NORMAL, and even that leaves the file consistent.
    // Pages that change again and again are copied from the log to the file once for many commits.
    driver.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000');
    return {
      ...driver,
      close() {
        driver.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
