import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Orglet's own folder; found by its package.json because the code also runs bundled from `dist/`. */
export const orgletRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Browser code of the page host. */
export const clientDir = join(orgletRoot, 'web', 'client');

const require = createRequire(join(orgletRoot, 'package.json'));

/** Directory of an installed package that Orglet depends on. */
export function packageDir(name: string): string {
  for (const base of require.resolve.paths(name) ?? []) {
    const directory = join(base, name);
    if (existsSync(join(directory, 'package.json'))) return directory;
  }
  throw new Error(`The package ${name} is not installed; run npm install.`);
}

/** Version of an installed package. */
export function packageVersion(name: string): string {
  return JSON.parse(readFileSync(join(packageDir(name), 'package.json'), 'utf8')).version;
}

function findRoot(start: string): string {
  for (let directory = start; ; directory = dirname(directory)) {
    const manifest = join(directory, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'orglet') return directory;
    if (directory === dirname(directory)) throw new Error(`Orglet's folder was not found above ${start}.`);
  }
}
