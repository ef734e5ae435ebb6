// Ends a program when the one that started it is gone, however that ended and however busy this one is. A thread looks, because what
// compiles does not come back to its events for seconds. Loaded before the program by the options of `endsWithThis` (process.mjs).
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { isRunning, processIdentity } from './process.mjs';

const LOOK_EVERY_MS = 50;
/** Tells the thread that looks from the program's other threads, which load this file, too. */
const KEY = 'orglet: ends with';

/** @param {number} pid */
function watch(pid) {
  // Reading one file on Linux, where a killed process may keep its number; elsewhere a program would have to be asked each time.
  const readsIdentity = process.platform === 'linux';
  const identity = readsIdentity ? processIdentity(pid) : null;
  const look = () => {
    const gone = readsIdentity ? identity === null || processIdentity(pid) !== identity : !isRunning({ pid });
    if (gone) process.kill(process.pid, 'SIGKILL');
  };
  look();
  setInterval(look, LOOK_EVERY_MS);
}

const pid = Number(new URL(import.meta.url).search.slice(1));
if (isMainThread && pid) new Worker(new URL(import.meta.url), { execArgv: [], workerData: { [KEY]: pid } }).unref();
else if (workerData?.[KEY]) watch(workerData[KEY]);
