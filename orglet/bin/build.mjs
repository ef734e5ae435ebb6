// Bundles orglet's entry points with esbuild. Rebuilds only when a source is newer than the last bundle.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsWithThis } from './process.mjs';
import { writeWhole } from './whole-file.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist');
/** Each becomes dist/<name>.js; shared code goes to chunks, so that a worker and the command line share modules. */
const entries = {
  index: 'index.ts',
  cli: 'cli/main.ts',
  worker: 'testing/worker.ts',
  'http-worker': 'platform/callouts/http-worker.ts',
  'compile-worker': 'org/compile-worker.ts',
  'target-worker': 'web/build/target-worker.ts',
  'race-worker': 'race/worker.ts',
};

function newest(directory) {
  let time = 0;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) time = Math.max(time, newest(path));
    else if (/\.(ts|mjs)$/.test(entry.name)) time = Math.max(time, statSync(path).mtimeMs);
  }
  return time;
}

/** Written last: a build that is cut off is done again. */
const stamp = join(out, 'built');

/** Bundles what has changed, in a process that ends: esbuild and its service would stay with a server for as long as it runs. */
export async function ensureBuilt() {
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest(root)) return;
  const { status } = spawnSync(process.execPath, [...endsWithThis(), fileURLToPath(import.meta.url)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    windowsHide: true,
  });
  if (status !== 0) throw new Error('Orglet could not be bundled.');
}

async function bundle() {
  rmSync(stamp, { force: true });
  const entryPoints = Object.fromEntries(
    Object.entries(entries)
      .filter(([, path]) => existsSync(join(root, path)))
      .map(([name, path]) => [name, join(root, path)]),
  );
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints,
    outdir: out,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    // The text of a program stays in memory for as long as it runs: comments and indentation have no place in it.
    minifyWhitespace: true,
    lineLimit: 120,
    logLevel: 'warning',
    write: false,
  });
  mkdirSync(out, { recursive: true });
  for (const { path, contents } of outputFiles) writeWhole(path, contents);
  // What scripts import from the bundle has the types of its sources.
  for (const [name, path] of Object.entries(entries))
    writeWhole(join(out, `${name}.d.ts`), `export * from '../${path.replace(/\.ts$/, '.js')}';\n`);
  writeWhole(stamp, '');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await bundle();
