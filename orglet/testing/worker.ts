/** Entry of a test thread: opens an org in memory and runs the classes it is told to. */
import { parentPort, workerData } from 'node:worker_threads';
import { Org } from '../org/org.js';
import type { OrgOptions } from '../org/types.js';
import { runTestClass } from './run-class.js';
import type { WorkerMessage, WorkerOrder } from './runner.js';

const port = parentPort;
if (!port) throw new Error('This file is the entry of a test thread');
const say = (message: WorkerMessage) => port.postMessage(message);

try {
  const org = Org.open(workerData as OrgOptions);
  port.on('message', (order: WorkerOrder) => {
    if (order.kind === 'run') {
      say({ kind: 'done', results: runTestClass(org, order.name, order.methods) });
      return;
    }
    say({ kind: 'coverage', files: org.coverage() });
    org.close();
    port.close();
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'failed', message: (error as Error).stack ?? String(error) });
  port.close();
}
