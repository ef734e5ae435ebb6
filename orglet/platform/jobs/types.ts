import type { Snapshot } from '../snapshot.js';

interface JobBase {
  /** Id of the AsyncApexJob row; of the CronTrigger row for a schedule. */
  id: string;
  /** Who enqueued it and whose rights it has. */
  userId: string;
  /** Milliseconds since the epoch before which it does not run. */
  due: number;
}

export interface QueueableJob extends JobBase {
  kind: 'queueable';
  state: Snapshot;
  /** 1 for the first of a chain. */
  depth: number;
  maximumDepth: number | null;
  delayMinutes: number | null;
  /** Failures in a row before it: a finalizer enqueued it after each. */
  failures: number;
  /** Key of the running duplicate check; null without one. */
  signature: string | null;
}

export interface FutureJob extends JobBase {
  kind: 'future';
  className: string;
  /** `MethodInfo.jsName`, unique per signature. */
  method: string;
  state: Snapshot;
}

export interface BatchJob extends JobBase {
  kind: 'batch';
  state: Snapshot;
  scopeSize: number;
  /** Null until start ran. */
  totalParts: number | null;
  nextPart: number;
  errors: number;
}

export interface ScheduledJob extends JobBase {
  kind: 'schedule';
  state: Snapshot;
  cron: string;
  asyncJobId: string;
  /** Set when what is scheduled is a batch (`System.scheduleBatch`): its scope. */
  batchScope?: number;
}

export interface FinalizerJob extends JobBase {
  kind: 'finalizer';
  state: Snapshot;
  /** The job it finalizes. */
  parentJobId: string;
  result: 'SUCCESS' | 'UNHANDLED_EXCEPTION';
  /** Type and message of what ended the parent. */
  error: { type: string; message: string } | null;
  requestId: string;
  /** Failures in a row, its parent's among them. */
  failures: number;
}

export type Job = QueueableJob | FutureJob | BatchJob | ScheduledJob | FinalizerJob;
