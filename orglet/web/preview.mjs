#!/usr/bin/env node
// Serves a project's site with canned Apex results: node orglet/web/preview.mjs --fixture FILE [--port 3333] [--dev] [--project DIR]
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(dirname(here), 'dist', 'preview');
mkdirSync(outdir, { recursive: true });
await build({
  entryPoints: { preview: join(here, 'preview.ts'), 'target-worker': join(here, 'build', 'target-worker.ts') },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
  tsconfigRaw: '{}',
});
const { main } = await import(join(outdir, 'preview.js'));
await main(process.argv.slice(2));
