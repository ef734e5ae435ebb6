// Bundles orglet's entry points with esbuild. Rebuilds only when a source is newer than the last bundle.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist');
/** Each becomes dist/<name>.js; shared code goes to chunks, so that a worker and the command line share modules. */
const entries = {
  index: 'index.ts',
  cli: 'cli/main.ts',
  worker: 'testing/worker.ts',
  'http-worker': 'platform/callouts/http-worker.ts',
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

export async function ensureBuilt() {
  // Written last: a build that is cut off is done again.
  const stamp = join(out, 'built');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest(root)) return;
  rmSync(stamp, { force: true });
  const entryPoints = Object.fromEntries(
    Object.entries(entries)
      .filter(([, path]) => existsSync(join(root, path)))
      .map(([name, path]) => [name, join(root, path)]),
  );
  // Loaded here, because most starts find the bundle up to date.
  const { build } = await import('esbuild');
  await build({
    entryPoints,
    outdir: out,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  // What scripts import from the bundle has the types of its sources.
  for (const [name, path] of Object.entries(entries))
    writeFileSync(join(out, `${name}.d.ts`), `export * from '../${path.replace(/\.ts$/, '.js')}';\n`);
  writeFileSync(stamp, '');
}
