/** Ends the thread at a boundary of the work: what was not committed is lost, as when a process is killed. */
import type { Concurrency, LockFailure, PointKind } from '../runtime/concurrency.js';

const BOUNDARIES: Partial<Record<PointKind, string>> = {
  start: 'start of',
  commit: 'before the commit of',
  callout: 'callout',
};

export class CrashSession implements Concurrency {
  readonly waits = 0;
  /** Boundaries met, in order, as people read them. */
  readonly boundaries: string[] = [];
  private readonly cut: number | null;
  private transaction = '';

  /** @param cut number of the boundary, from 1, at which the thread ends; null: none */
  constructor(cut: number | null) {
    this.cut = cut;
  }

  point(kind: PointKind, text: string): void {
    if (kind === 'start') this.transaction = text;
    const boundary = BOUNDARIES[kind];
    if (boundary) this.meet(`${boundary} ${kind === 'commit' ? this.transaction : text}`);
  }

  private meet(boundary: string): void {
    this.boundaries.push(boundary);
    if (this.boundaries.length === this.cut) process.exit();
  }

  lock(): LockFailure | null {
    return null;
  }

  ended(): void {
    this.meet(`end of ${this.transaction}`);
  }
}
