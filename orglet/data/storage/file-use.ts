/**
 * Who has a data file open, as notes in a folder beside it. The two ways to SQLite do not see each other's locks: any
 * number of programs may use a file through native SQLite, which keeps them apart, or one through WebAssembly.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, processIdentity } from '../../bin/process.mjs';
import type { SqlLibrary } from './driver.js';
import { DataFileError } from './file-error.js';

interface Note {
  pid: number;
  identity: string | null;
  library: SqlLibrary;
}

const EXCLUSIVE: SqlLibrary = 'node-sqlite3-wasm';

/** Notes that the file is open through the library until the returned function is called. @throws DataFileError */
export function useFile(path: string, library: SqlLibrary): () => void {
  const folder = `${path}.users`;
  const name = `${process.pid}-${randomUUID()}`;
  const own = join(folder, name);
  const release = () => {
    rmSync(own, { force: true });
    try {
      rmdirSync(folder);
    } catch {
      // Others are noted there.
    }
  };
  note(folder, own, { pid: process.pid, identity: processIdentity(), library });
  // Noted first, then looked: of two that come at once, at least one sees the other.
  for (const other of readdirSync(folder)) {
    if (other === name || other.startsWith('.')) continue;
    const theirs = read(join(folder, other));
    if (!theirs || !isRunning(theirs)) rmSync(join(folder, other), { force: true });
    else if (library === EXCLUSIVE || theirs.library === EXCLUSIVE) {
      release();
      throw new DataFileError('in use', inUse(path, theirs, join(folder, other)));
    }
  }
  return release;
}

function inUse(path: string, { pid, identity }: Note, file: string): string {
  const unsure = identity === null ? ` If it is not, delete ${file}.` : '';
  return `Another program (process ${pid}) is using the data file ${path}. Stop it first.${unsure}`;
}

function note(folder: string, file: string, content: Note): void {
  const fresh = join(folder, `.${randomUUID()}`);
  for (;;) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(fresh, JSON.stringify(content), { mode: 0o600 });
      renameSync(fresh, file);
      return;
    } catch (error) {
      // Another program that stopped has taken the empty folder away.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Null for a note that is gone by now or cannot be read, which no running program leaves. */
function read(file: string): Note | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    return null;
  }
}
