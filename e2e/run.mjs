// Browser journeys against the built pages: a fresh demo store on a free port, then every e2e/*.test.ts (or those that match the arguments).
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { install, requireNode, root, step } from '../scripts/lib/setup.mjs';

requireNode();
install();
const { openStore } = await import('../scripts/lib/store.mjs');
const wanted = process.argv.slice(2);
const tests = readdirSync(join(root, 'e2e')).filter((name) => name.endsWith('.test.ts') && (!wanted.length || wanted.some((w) => name.includes(w))));
const out = join(root, '.orglet', 'e2e', 'tests');
const data = join(root, '.orglet', 'e2e', 'data');
rmSync(data, { recursive: true, force: true });
await build({
  entryPoints: tests.map((name) => join(root, 'e2e', name)),
  outdir: out, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', sourcemap: 'inline',
  outExtension: { '.js': '.mjs' }, logLevel: 'warning', external: ['*/browser.mjs'],
});

const store = await openStore({ dir: join(root, '.orglet'), data, progress: step });
const port = await store.listen(0);
await store.seed(port);
await store.web.ready('storefront');
await store.web.ready('admin');
const env = {
  ...process.env,
  STORE_URL: `http://localhost:${port}`,
  STORE_USER: store.admin.username,
  STORE_PASSWORD: store.admin.password,
  SHOTS: process.env.SHOTS ?? '',
};
const files = tests.map((name) => join(out, name.replace(/\.ts$/, '.mjs')));
const child = spawn(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files], { cwd: root, stdio: 'inherit', env });
const status = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
await store.close();
process.exit(status);
