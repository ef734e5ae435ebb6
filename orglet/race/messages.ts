/** What a participant's thread and the scheduler say to each other. */
import type { LockFailure, PointKind } from '../runtime/concurrency.js';
import type { OrgOptions } from '../org/types.js';
import type { Change } from './changes.js';
import type { RaceEntry, RaceOutcome } from './types.js';
import type { MessagePort } from 'node:worker_threads';

export interface ParticipantData {
  /** Over which a blocked thread is answered. */
  port: MessagePort;
  /** 0 while the thread waits for an answer. */
  signal: Int32Array;
}

/** Orders to an idle thread; each is answered by `Done`. */
export type Order =
  | { order: 'open'; options: OrgOptions }
  | { order: 'leave' }
  | { order: 'run'; entry: RaceEntry; index: number; seed: number; now: number }
  | { order: 'work'; changes: Change[]; now: number; run: boolean }
  | { order: 'check'; invariants: readonly string[]; observe: readonly string[] }
  | { order: 'alone'; entry: RaceEntry; followed: boolean }
  | { order: 'reset' };

/** Asked by a thread that blocks until it is answered. */
export type Question =
  | { ask: 'point'; kind: PointKind; where: string; text: string }
  | { ask: 'lock'; keys: string[]; where: string }
  | { ask: 'number'; name: string; last: number }
  | { ask: 'boundary'; text: string }
  | { ask: 'ended'; changes: Change[] };

export interface Answer {
  /** Milliseconds since the epoch, by the race's clock. */
  now: number;
  /** What others committed meanwhile. */
  changes: Change[];
  failure: LockFailure | null;
  waited: boolean;
  value: number;
}

/** What an order came to. */
export type Done =
  | { done: 'open' }
  | { done: 'leave' }
  | { done: 'run'; outcome: RaceOutcome }
  | { done: 'work'; failures: string[] }
  | { done: 'check'; broken: string[]; observed: Record<string, unknown>[][] }
  | { done: 'alone'; outcome: RaceOutcome; failures: string[] }
  | { done: 'reset' }
  | { done: 'failed'; message: string };
