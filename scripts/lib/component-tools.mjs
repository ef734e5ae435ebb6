// Bundles the page host's build tools (TypeScript) so that a script can call them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './setup.mjs';

/** @returns {Promise<typeof import('../../orglet/web/types/tools.js')>} */
export async function ensureComponentTools() {
  const outdir = join(root, 'orglet', 'dist', 'tools');
  await build({
    entryPoints: [join(root, 'orglet', 'web', 'types', 'tools.ts')],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
    tsconfigRaw: '{}',
  });
  return import(pathToFileURL(join(outdir, 'tools.js')).href);
}
