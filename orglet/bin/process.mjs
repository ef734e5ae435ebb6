// Which process a note on disk speaks of. A number alone does not tell: systems and containers give it again.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from others that had or will have its number.
 * @param {number} [pid]
 * @returns {string | null} null when it does not run, or when this system does not tell
 */
export function processIdentity(pid = process.pid) {
  if (process.platform === 'linux') {
    try {
      // The command's name, in parentheses, may hold anything; the start time is the twentieth value after it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state, started] = [values[0], values[19]];
      // One that was killed keeps its number until its parent asks for it, which in some containers nobody does.
      if (state === 'Z' || state === 'X') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${started}`;
    } catch {
      return null;
    }
  }
  if (process.platform === 'win32') return null;
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return stdout?.trim() || null;
}

/**
 * Whether the process that noted its number and identity still runs.
 * @param {{pid?: unknown, identity?: unknown}} note
 */
export function isRunning({ pid, identity }) {
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return typeof identity !== 'string' || identity === processIdentity(pid);
}

/**
 * Options of a Node program that ends when this process is gone: what nobody waits for may not write beside a second start.
 * @returns {string[]}
 */
export function endsWithThis() {
  // From the bundle below dist/ as from here.
  return ['--import', new URL(`../bin/end-with.mjs?${process.pid}`, import.meta.url).href];
}
