import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageVersion } from './paths.js';

/** Raise when the way modules are compiled changes. */
const COMPILER_REVISION = 4;

/** Compiled modules on disk, keyed by everything that decides the result. */
export class TransformCache {
  private readonly dir: string;
  private readonly salt = `${COMPILER_REVISION}:${packageVersion('@lwc/compiler')}:${packageVersion('ts-blank-space')}`;

  constructor(dir: string) {
    this.dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  get(source: string, variant: string, compile: () => string): string {
    const key = createHash('sha1').update(`${this.salt}\0${variant}\0${source}`).digest('hex');
    const file = join(this.dir, key);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const code = compile();
    // Renamed into place, so that a process that is killed leaves no half module behind.
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, code);
    renameSync(temporary, file);
    return code;
  }
}
