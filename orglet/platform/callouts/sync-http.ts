import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { HttpAnswer, HttpJob } from './http-worker.js';

/** Largest response, in bytes: an asynchronous callout's 12 MB, base64, with its headers. */
const RESPONSE_ROOM = 18 * 1024 * 1024;

let worker: Worker | null = null;

/** Sends a request and blocks until it is answered; throws an Error with a Salesforce-like message when it fails. */
export function sendSync(request: Omit<HttpJob, 'shared'>): HttpAnswer {
  const shared = new SharedArrayBuffer(8 + RESPONSE_ROOM);
  const state = new Int32Array(shared, 0, 2);
  thread().postMessage({ ...request, shared } satisfies HttpJob);
  if (Atomics.wait(state, 0, 0, request.timeoutMs + 1000) === 'timed-out') throw new Error('Read timed out');
  const text = Buffer.from(new Uint8Array(shared, 8, state[1])).toString('utf8');
  if (Atomics.load(state, 0) !== 1) throw new Error(text);
  return JSON.parse(text) as HttpAnswer;
}

function thread(): Worker {
  if (!worker) {
    // The bundle has the thread as an entry beside the chunk that holds this module.
    const file = new URL('./http-worker.js', import.meta.url);
    if (!existsSync(file))
      throw new Error('The callout thread was not built; run the orglet command once to build it.');
    worker = new Worker(file);
    worker.unref();
    worker.on('exit', () => (worker = null));
  }
  return worker;
}
