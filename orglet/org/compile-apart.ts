import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsWithThis } from '../bin/process.mjs';
import type { OrgOptions } from './types.js';

/**
 * Puts a project's compiled Apex into its cache from a process that ends: the grammar's tables and the syntax trees of a whole project
 * would stay with a server for as long as it runs. A process that fails leaves the cache as it was, and the caller compiles.
 */
export function compileApart(options: OrgOptions): void {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'compile-worker.js');
  // Functions do not travel; none of this process's own options, such as a debugger's port.
  spawnSync(process.execPath, [...endsWithThis(), script, JSON.stringify({ ...options, compileApart: false })], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
    windowsHide: true,
  });
}
