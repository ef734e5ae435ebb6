// A store of this project, or of a clone of an earlier commit, as a process of its own.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { call } from './load.mjs';

/**
 * Starts the store of a clone and resolves when it answers its first page.
 * @param {{folder: string, dir: string, port: number, env?: NodeJS.ProcessEnv}} options dir: records and caches
 * @returns {Promise<{base: string, milliseconds: number, pid: number, stop: () => Promise<void>}>}
 */
export async function serve({ folder, dir, port, env = {} }) {
  const from = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port), '--dir', dir], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  ended.then(() => process.removeListener('exit', kill));
  const base = `http://localhost:${port}`;
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('Storefront ') && resolve());
    ended.then((code) => reject(new Error(`the store in ${folder} stopped with ${code}`)));
  });
  await call(base, 'GET', '/');
  return {
    base,
    milliseconds: performance.now() - from,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Waits until a store's pages are built and as small as they get. Earlier commits have one kind of files only.
 * @param {string} dir of its caches
 * @param {number} [within] seconds after which it is not waited for any longer
 */
export async function pagesBuilt(dir, within = 300) {
  const until = performance.now() + within * 1000;
  const stamp = (name) => join(dir, 'web', `${name}.stamp.json`);
  const built = () => existsSync(stamp('admin')) && JSON.parse(readFileSync(stamp('site'), 'utf8')).effort !== 'quick';
  while (!built() && performance.now() < until) await pause(500);
}

/** What `read` gives of a process; undefined of one that has ended meanwhile. */
function whileItRuns(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Processes that a process has started, and theirs (Linux). */
function descendants(pid) {
  const tasks = whileItRuns(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return tasks
    .flatMap((task) => whileItRuns(() => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8'))?.split(' ') ?? [])
    .filter(Boolean)
    .flatMap((child) => [Number(child), ...descendants(child)]);
}

/**
 * Resident memory of a process and of all that it has started, in MiB; null where there is no /proc to read it from.
 * @param {number} pid
 */
export function residentMemory(pid) {
  const resident = (one) => /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1];
  const own = whileItRuns(() => resident(pid));
  if (own === undefined) return null;
  // A process that ends between two looks holds nothing.
  return descendants(pid)
    .map((one) => whileItRuns(() => resident(one)) ?? 0)
    .reduce((sum, kibibytes) => sum + Number(kibibytes) / 1024, Number(own) / 1024);
}

/** Milliseconds that a process has kept a processor busy (Linux); NaN where there is no /proc to read it from. */
export function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    // In hundredths of a second on every Linux that Node runs on.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}
