#!/usr/bin/env node
// Bundles orglet's tests with esbuild and runs them with node:test.
// Usage: node orglet/bin/test.mjs [part of a path]… [-- options of node --test]
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsWithThis } from './process.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist', 'tests');

function testFiles(directory = root) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : testFiles(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

const divider = process.argv.indexOf('--');
const filters = process.argv.slice(2, divider < 0 ? undefined : divider);
const options = divider < 0 ? [] : process.argv.slice(divider + 1);
const files = testFiles().filter(
  (path) => !filters.length || filters.some((part) => relative(root, path).includes(part)),
);
if (!files.length) {
  console.error(`No test file matches ${filters.join(', ')}`);
  process.exit(2);
}

const run = join(out, String(process.pid));
process.on('exit', () => rmSync(run, { recursive: true, force: true }));
await build({
  // Threads are entries beside the chunks of the modules that start them, as in the built program; being entries
  // themselves puts those modules into chunks.
  entryPoints: [
    ...files.map((path) => ({ in: path, out: relative(root, path).replace(/\.ts$/, '') })),
    { in: join(root, 'testing', 'worker.ts'), out: 'worker' },
    { in: join(root, 'testing', 'runner.ts'), out: 'testing/runner' },
    { in: join(root, 'platform', 'callouts', 'http-worker.ts'), out: 'http-worker' },
    { in: join(root, 'platform', 'callouts', 'sync-http.ts'), out: 'platform/callouts/sync-http' },
    { in: join(root, 'race', 'worker.ts'), out: 'race-worker' },
  ],
  outdir: run,
  outbase: root,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
const bundles = files.map((path) => join(run, relative(root, path).replace(/\.ts$/, '.js')));
const concurrency = Math.min(2, availableParallelism());
const child = spawn(
  process.execPath,
  [...endsWithThis(), '--enable-source-maps', '--test', `--test-concurrency=${concurrency}`, ...options, ...bundles],
  { stdio: 'inherit', env: { ...process.env, ORGLET_ROOT: root } },
);
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : code;
});
