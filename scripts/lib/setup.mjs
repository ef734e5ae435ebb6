// What every script needs before the project's dependencies exist: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Ends the process with one plain sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence, code = 2) {
  console.error(`\n  ${sentence}\n`);
  process.exit(code);
}

/** A line of progress, the same look everywhere. */
export function step(text) {
  console.log(`  ${text}`);
}

/**
 * A line of progress with the seconds since this program was started.
 * @param {string} text
 */
export function timedStep(text) {
  step(`${process.uptime().toFixed(1).padStart(6)} s  ${text}`);
}

/**
 * Writes a file so that a program that is killed meanwhile leaves the old one or none.
 * @param {string} file
 * @param {string} text
 */
export function writeWhole(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}

/** Stops with a sentence unless this Node is one that the project supports. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major > 26) {
    fail(
      `Storehouse needs Node 20.19 to 26; this is Node ${process.versions.node}. Install a supported version and try again.`,
    );
  }
}

const ALL = 'all';

/**
 * Installs a package folder from its lockfile when that has not been done for this lockfile.
 * @param {object} [options]
 * @param {string} [options.dir] folder that holds package.json and package-lock.json
 * @param {boolean} [options.dev] also the development dependencies (tests, linters, a browser)
 * @param {string} [options.label] what to call it in the progress line
 * @param {(text: string) => void} [options.progress]
 */
export function install({ dir = root, dev = true, label = 'Installing dependencies', progress = step } = {}) {
  const lock = createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .digest('hex');
  const modules = join(dir, 'node_modules');
  const stamp = `.installed-${lock.slice(0, 16)}`;
  // npm empties the folder before it installs: what is there is whole.
  const stamps = existsSync(modules) ? readdirSync(modules).filter((name) => name.startsWith('.installed-')) : [];
  const all = dev || stamps.some((name) => readFileSync(join(modules, name), 'utf8') === ALL);
  if (stamps.includes(stamp) && (!dev || readFileSync(join(modules, stamp), 'utf8') === ALL)) return;
  progress(`${label} (once, less than a minute on most lines) …`);
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(all ? [] : ['--omit=dev'])];
  // npm is a script on Windows, which only a shell can start.
  const result = spawnSync('npm', args, {
    cwd: dir,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    fail(
      'The dependencies could not be installed. npm’s own message stands above; mend that (network, disk, proxy) and try again.',
    );
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(modules, stamp), all ? ALL : 'without development');
}
