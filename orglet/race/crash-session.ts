/** Stops the thread at every boundary of the work, where it could end as when a process is killed: what was not committed is lost. */
import type { MessagePort } from 'node:worker_threads';
import type { Concurrency, LockFailure, PointKind } from '../runtime/concurrency.js';
import { ask } from './ask.js';

const BOUNDARIES: Partial<Record<PointKind, string>> = {
  start: 'start of',
  commit: 'before the commit of',
  callout: 'callout',
};

export class CrashSession implements Concurrency {
  readonly waits = 0;
  private readonly port: MessagePort;
  private readonly signal: Int32Array;
  private transaction = '';

  constructor(port: MessagePort, signal: Int32Array) {
    this.port = port;
    this.signal = signal;
  }

  point(kind: PointKind, text: string): void {
    if (kind === 'start') this.transaction = text;
    const boundary = BOUNDARIES[kind];
    if (boundary) this.meet(`${boundary} ${kind === 'commit' ? this.transaction : text}`);
  }

  private meet(text: string): void {
    ask(this.port, this.signal, { ask: 'boundary', text });
  }

  lock(): LockFailure | null {
    return null;
  }

  ended(): void {
    this.meet(`end of ${this.transaction}`);
  }
}
