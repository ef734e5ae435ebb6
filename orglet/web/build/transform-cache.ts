import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../bin/whole-file.mjs';
import { packageVersion } from './paths.js';

/** Raise when the way modules are compiled changes. */
const COMPILER_REVISION = 6;

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
    writeWhole(file, code);
    return code;
  }
}
