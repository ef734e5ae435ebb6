// The store of an earlier commit, for measurements beside today's: a work tree of its own, set up as a fresh clone is.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/setup.mjs';

/**
 * Checks the commit out into `folder` and opens its store on the port.
 * @returns {Promise<{base: string, close: () => void}>}
 */
export async function openFormerStore(commit, folder, port) {
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const added = git('worktree', 'add', '--detach', folder, commit);
  if (added.status !== 0) throw new Error(`${commit} cannot be checked out: ${added.stderr.trim()}`);
  // A fresh clone of f8beda4 does not start without this file, which `npm run build` writes.
  mkdirSync(join(folder, 'types', 'generated'), { recursive: true });
  writeFileSync(join(folder, 'types', 'generated', 'tsconfig.paths.json'), '{}\n');
  const child = spawn(
    process.execPath,
    ['scripts/start.mjs', '--port', String(port), '--dir', join(folder, '.orglet')],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('Storefront ') && resolve());
    child.on('exit', (code) => reject(new Error(`the store of ${commit} stopped with ${code}`)));
  });
  return {
    base: `http://localhost:${port}`,
    close: () => {
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      git('worktree', 'remove', '--force', folder);
    },
  };
}
