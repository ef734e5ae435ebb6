// What every script needs before the project's dependencies exist: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsWithThis } from '../../orglet/bin/process.mjs';

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
const WITHOUT_DEVELOPMENT = 'without development';

/**
 * What npm has installed by itself, by the list that it leaves in node_modules when it is done: everything that the lockfile
 * names, everything but the development dependencies, or something else. What is optional may be missing: it is for other machines.
 * @param {string} dir folder that holds package-lock.json and node_modules
 * @returns {'all' | 'without development' | null} null when it is not this lockfile's, or not whole
 */
export function installedByNpm(dir) {
  const list = join(dir, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return null;
  const wanted = Object.entries(JSON.parse(readFileSync(join(dir, 'package-lock.json'), 'utf8')).packages);
  const found = JSON.parse(readFileSync(list, 'utf8')).packages ?? {};
  let without = false;
  for (const [path, { version, resolved, integrity, optional, dev, devOptional }] of wanted) {
    const there = found[path];
    if (there) {
      if (there.version !== version || there.resolved !== resolved || there.integrity !== integrity) return null;
      if (path.startsWith('node_modules/') && !existsSync(join(dir, path))) return null;
    } else if (path && !optional && (dev || devOptional)) without = true;
    else if (path && !optional) return null;
  }
  return without ? WITHOUT_DEVELOPMENT : ALL;
}

/**
 * Installs a package folder from its lockfile when that has not been done for this lockfile, by this or by `npm ci`.
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
  const byNpm = installedByNpm(dir);
  if (byNpm === ALL || (byNpm && !all)) {
    writeFileSync(join(modules, stamp), byNpm);
    return;
  }
  progress(`${label} (once, less than a minute on most lines) …`);
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(all ? [] : ['--omit=dev'])];
  // npm is a script on Windows, which only a shell can start.
  const result = spawnSync('npm', args, {
    cwd: dir,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    // Two that install at once leave neither whole.
    env: { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS ?? '', endsWithThis().join('=')].join(' ').trim() },
  });
  if (result.status !== 0) {
    fail(
      'The dependencies could not be installed. npm’s own message stands above; mend that (network, disk, proxy) and try again.',
    );
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(modules, stamp), all ? ALL : WITHOUT_DEVELOPMENT);
}
