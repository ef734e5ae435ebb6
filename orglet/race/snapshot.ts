/** Copies of an org's records that threads open. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Org } from '../org/org.js';
import type { OrgOptions } from '../org/types.js';

/** Records as they lay on the disk when a process could have ended. */
export interface Remains {
  /** Of the database; its log is beside it, if there was one. */
  file: string;
}

export class Snapshot {
  private readonly directory = mkdtempSync(join(tmpdir(), 'orglet-race-'));
  private readonly file = join(this.directory, 'org.sqlite');
  private readonly options: OrgOptions;
  private copies = 0;
  /** What was kept last. */
  private last: { database: Buffer; log: Buffer } | null = null;

  /** @throws Error inside a transaction */
  constructor(org: Org) {
    this.options = { ...org.options, onProgress: undefined, coverage: false };
    org.engine.store.driver.exec(`VACUUM INTO '${this.file.replaceAll("'", "''")}'`);
  }

  /** Options that open a copy of its own. @param of null: the records as they were at first */
  copy(of: Remains | null = null): OrgOptions {
    const database = this.next();
    const file = of?.file ?? this.file;
    copyFileSync(file, database);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${database}-wal`);
    return { ...this.options, database };
  }

  /**
   * Keeps what would be left if the process that has a copy open ended now. It must stand still meanwhile.
   * @returns null when that is what was kept last
   */
  keep({ database: path }: OrgOptions): Remains | null {
    const database = readFileSync(path!);
    const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
    if (this.last?.database.equals(database) && this.last.log.equals(log)) return null;
    this.last = { database, log };
    const file = this.next();
    writeFileSync(file, database);
    writeFileSync(`${file}-wal`, log);
    return { file };
  }

  private next(): string {
    return join(this.directory, `${++this.copies}.sqlite`);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
