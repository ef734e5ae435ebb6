// What counts as installed: our own stamp, or what `npm ci` has left for the same lockfile. Installs nothing.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { install, installedByNpm } from '../lib/setup.mjs';

const work = mkdtempSync(join(tmpdir(), 'storehouse-install-'));
after(() => rmSync(work, { recursive: true, force: true }));

const one = { version: '1.0.0', resolved: 'https://registry.example/one.tgz', integrity: 'sha512-1' };
const LOCK = {
  '': { name: 'project' },
  'node_modules/one': one,
  'node_modules/test': {
    version: '2.0.0',
    resolved: 'https://registry.example/test.tgz',
    integrity: 'sha512-2',
    dev: true,
  },
  'node_modules/elsewhere': { version: '3.0.0', integrity: 'sha512-3', optional: true },
  'node_modules/part': { resolved: 'part', link: true },
  part: { version: '0.1.0' },
};
const WHOLE = ['node_modules/one', 'node_modules/test', 'node_modules/part', 'part'];

/**
 * A folder as npm leaves it.
 * @param {string[]} installed paths of the lockfile
 * @param {Record<string, object>} [others] what npm's list says otherwise
 */
function folder(installed, others = {}) {
  const dir = mkdtempSync(join(work, 'project-'));
  mkdirSync(join(dir, 'node_modules'));
  for (const path of installed) mkdirSync(join(dir, path), { recursive: true });
  writeFileSync(join(dir, 'package-lock.json'), JSON.stringify({ packages: LOCK }));
  const packages = { ...Object.fromEntries(installed.map((path) => [path, LOCK[path]])), ...others };
  writeFileSync(join(dir, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  return dir;
}

test('npm ci counts as installed, without what is for other machines', () => {
  assert.equal(installedByNpm(folder(WHOLE)), 'all');
  assert.equal(installedByNpm(folder(WHOLE.filter((path) => !path.endsWith('test')))), 'without development');
});

test('another version, something that is missing or nothing at all does not', () => {
  assert.equal(installedByNpm(folder(WHOLE, { 'node_modules/one': { ...one, version: '1.0.1' } })), null);
  assert.equal(installedByNpm(folder(WHOLE.slice(1))), null);
  const removed = folder(WHOLE);
  rmSync(join(removed, 'node_modules', 'one'), { recursive: true });
  assert.equal(installedByNpm(removed), null);
  rmSync(join(removed, 'node_modules'), { recursive: true });
  assert.equal(installedByNpm(removed), null);
});

test('a tree of npm ci is taken as it is, and known the next time', () => {
  const dir = folder(WHOLE);
  const told = [];
  install({ dir, progress: (text) => told.push(text) });
  install({ dir, progress: (text) => told.push(text) });
  assert.deepEqual(told, []);
  assert.equal(readdirSync(join(dir, 'node_modules')).filter((name) => name.startsWith('.installed-')).length, 1);
  assert.ok(existsSync(join(dir, 'node_modules', 'one')));
});
