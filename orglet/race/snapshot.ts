/** Copies of an org's records that threads open. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Org } from '../org/org.js';
import type { OrgOptions } from '../org/types.js';

export class Snapshot {
  private readonly directory = mkdtempSync(join(tmpdir(), 'orglet-race-'));
  private readonly file = join(this.directory, 'org.sqlite');
  private readonly options: OrgOptions;
  private copies = 0;

  /** @throws Error inside a transaction */
  constructor(org: Org) {
    this.options = { ...org.options, onProgress: undefined, coverage: false };
    org.engine.store.driver.exec(`VACUUM INTO '${this.file.replaceAll("'", "''")}'`);
  }

  /** Options that open a copy of its own. */
  copy(): OrgOptions {
    const database = join(this.directory, `${++this.copies}.sqlite`);
    copyFileSync(this.file, database);
    return { ...this.options, database };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
