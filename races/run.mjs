// Runs every races/*.test.ts, or those whose names contain one of the arguments: the store's own code under concurrency.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { endsWithThis } from '../orglet/bin/process.mjs';
import { ensureBuilt } from '../orglet/bin/build.mjs';
import { fail, install, requireNode, root } from '../scripts/lib/setup.mjs';

requireNode();
install();
await ensureBuilt();
const here = join(root, 'races');
const wanted = process.argv.slice(2);
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)));
if (!tests.length) fail(`No race’s name contains ${wanted.join(' or ')}.`);

// Beside Orglet's own bundle, which the tests share with their threads.
const outdir = join(root, 'orglet', 'dist', 'races');
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: tests.map((name) => join(here, name)),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [
    {
      name: 'orglet bundle',
      setup({ onResolve }) {
        onResolve({ filter: /orglet\/index\.js$/ }, () => ({ path: '../index.js', external: true }));
      },
    },
  ],
});
const child = spawn(
  process.execPath,
  [
    ...endsWithThis(),
    '--enable-source-maps',
    '--test',
    // The transactions of a race take turns, so that a file of races keeps one core busy.
    `--test-concurrency=${Math.min(2, availableParallelism())}`,
    ...tests.map((name) => join(outdir, name.replace(/\.ts$/, '.js'))),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PROJECT: root } },
);
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : code;
});
