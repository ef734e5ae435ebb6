// An earlier commit of this project, for measurements beside today's: a clone of its own, installed as a fresh clone is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/lib/setup.mjs';

/** Written last: what was cut off is done again. */
const STAMP = '.prepared';

function run(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${result.stderr?.trim() ?? ''}`);
  return String(result.stdout ?? '').trim();
}

/** A package with native code may be there and not be built: it counts when it does its first work. */
const WORKS = { 'better-sqlite3': "new (require('better-sqlite3'))(':memory:').close()" };

/**
 * Packages that the commit would use and that do not load here, so that it runs otherwise than it did: native code.
 * @param {string} folder
 */
function missingPackages(folder) {
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const loads = (name) =>
    spawnSync(process.execPath, ['-e', WORKS[name] ?? `require.resolve('${name}')`], { cwd: folder }).status === 0;
  return Object.keys(optionalDependencies).filter((name) => !loads(name));
}

/**
 * Clones the commit into a folder below the system's temporary one and installs it. A second call finds it there; whoever
 * deletes the folder gets it anew.
 * @param {string} commit anything that git takes for a commit
 * @param {(text: string) => void} progress
 * @returns {{folder: string, name: string, missing: string[]}} name: the commit, short; missing: optional packages that could not be installed
 */
export function prepareFormer(commit, progress) {
  const git = (...args) => run('git', args, { cwd: root });
  const full = git('rev-parse', '--verify', `${commit}^{commit}`);
  const name = git('rev-parse', '--short', full);
  const folder = join(tmpdir(), `storehouse-former-${full.slice(0, 12)}`);
  if (!existsSync(join(folder, STAMP))) {
    progress(`Installing ${name} in ${folder} (once; a minute or two where native code is compiled) …`);
    rmSync(folder, { recursive: true, force: true });
    git('clone', '--quiet', '--shared', '--no-checkout', root, folder);
    run('git', ['checkout', '--quiet', '--detach', full], { cwd: folder });
    // A fresh clone of f8beda4 does not start without this file, which `npm run build` writes.
    mkdirSync(join(folder, 'types', 'generated'), { recursive: true });
    writeFileSync(join(folder, 'types', 'generated', 'tsconfig.paths.json'), '{}\n');
    const install = "import('./scripts/lib/setup.mjs').then(({ install }) => install({ dev: false }))";
    const prefix = dirname(dirname(process.execPath));
    // Native code such as better-sqlite3's compiles without a download where Node came with its headers.
    const headers = existsSync(join(prefix, 'include', 'node')) ? { npm_config_nodedir: prefix } : {};
    const env = { ...process.env, ...headers };
    run(process.execPath, ['-e', install], { cwd: folder, env });
    // npm may leave install scripts out without a word.
    for (const name of missingPackages(folder)) spawnSync('npm', ['rebuild', name], { cwd: folder, env, shell: true });
    writeFileSync(join(folder, STAMP), '');
  }
  return { folder, name, missing: missingPackages(folder) };
}
