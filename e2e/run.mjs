// Browser journeys against the built pages: every e2e/*.test.ts, or those whose names contain one of the arguments.
// Opens a fresh demo store on a free port; STORE_URL names one that is open already, for the inner loop, and STORE_DATA
// the folder of its records unless that is .orglet/data.
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fail, install, requireNode, root, step } from '../scripts/lib/setup.mjs';

requireNode();
install();
const here = join(root, 'e2e');
const work = join(root, '.orglet', 'e2e');
const data = join(work, 'data');
const wanted = process.argv.slice(2);
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)));
if (!tests.length) fail(`No journey’s name contains ${wanted.join(' or ')}.`);

/** The journeys in plain JavaScript. @returns their files */
async function bundle() {
  const outdir = join(work, 'tests');
  await build({
    entryPoints: tests.map((name) => join(here, name)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  return tests.map((name) => join(outdir, name.replace(/\.ts$/, '.mjs')));
}

/** A demo store that nobody has bought from. */
async function openDemoStore() {
  const { openStore } = await import('../scripts/lib/store.mjs');
  rmSync(data, { recursive: true, force: true });
  const store = await openStore({ dir: join(root, '.orglet'), data, progress: step });
  const port = await store.listen(0);
  await store.seed({ orders: false });
  await Promise.all([store.web.ready('storefront'), store.web.ready('admin')]);
  return { store, url: `http://localhost:${port}` };
}

const files = await bundle();
const { store, url } = process.env.STORE_URL ? { url: process.env.STORE_URL } : await openDemoStore();
const child = spawn(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-concurrency=2', '--test-reporter=spec', ...files],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(store && { STORE_DATA: data }), STORE_URL: url },
  },
);
const status = await new Promise((resolve) => {
  child.on('exit', (code) => resolve(code ?? 1));
});
await store?.close();
process.exit(status);
