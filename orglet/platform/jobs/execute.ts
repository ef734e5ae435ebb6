import { findClass } from '../../runtime/classes.js';
import { ApexExceptionObject } from '../../runtime/errors.js';
import { tx } from '../../runtime/transaction.js';
import { platformHost, type WorkOptions } from '../host.js';
import { callBack } from '../invoke.js';
import { restoreSnapshot, takeSnapshot } from '../snapshot.js';
import { setAsyncContext, type AsyncContext } from '../state.js';
import { QueueableContext, SchedulableContext } from './contexts.js';
import { enqueueBatch } from './enqueue.js';
import { FinalizerContext } from './finalizer.js';
import { finishAsyncJob, updateAsyncJob } from './rows.js';
import type { FinalizerJob, FutureJob, Job, QueueableJob, ScheduledJob } from './types.js';

/** How an exception that ended a job is shown in `AsyncApexJob.ExtendedStatus`. */
export function describeFailure(error: unknown): string {
  if (error instanceof ApexExceptionObject) return `${error.typeName}: ${messageOf(error)}`;
  return error instanceof Error ? error.message : String(error);
}

/** What `getMessage()` says. */
export const messageOf = (error: ApexExceptionObject): string => error.message ?? 'Script-thrown exception';

/** Runs part of a job as its owner in a transaction of its own. */
export function asJob<T>(
  job: Job,
  quiddity: string,
  context: Partial<AsyncContext> & Pick<AsyncContext, 'kind'>,
  statics: WorkOptions['statics'],
  fn: () => T,
): T {
  // "Although scheduled Apex is an asynchronous feature, synchronous limits apply" (Apex Developer Guide, "Apex Scheduler").
  const async = context.kind !== 'schedulable';
  return platformHost().work({ userId: job.userId, quiddity, async, statics }, () => {
    setAsyncContext(tx(), { jobId: job.id, depth: 0, maximumDepth: null, finalizer: null, ...context });
    return fn();
  });
}

/** What a queueable left behind. */
export interface QueueableOutcome {
  error: unknown;
  failed: boolean;
  finalizer: FinalizerJob | null;
}

/**
 * Runs a queueable. Its work is undone when it fails; `settle` runs inside its transaction when it succeeds.
 * A finalizer that it attached is returned either way.
 */
export function runQueueable(job: QueueableJob, statics: WorkOptions['statics'], settle: () => void): QueueableOutcome {
  const context: AsyncContext = {
    kind: 'queueable',
    jobId: job.id,
    depth: job.depth,
    maximumDepth: job.maximumDepth,
    delayMinutes: job.delayMinutes,
    finalizer: null,
  };
  let shared: AsyncContext = context;
  let requestId = '';
  const outcome: QueueableOutcome = { error: null, failed: false, finalizer: null };
  try {
    platformHost().work({ userId: job.userId, quiddity: 'QUEUEABLE', async: true, statics }, () => {
      setAsyncContext(tx(), context);
      shared = context;
      requestId = tx().requestId;
      updateAsyncJob(job.id, { Status: 'Processing' });
      callBack(restoreSnapshot(job.state), 'execute', [new QueueableContext(job.id)]);
      finishAsyncJob(job.id, null);
      settle();
    });
  } catch (error) {
    outcome.failed = true;
    outcome.error = error;
  }
  if (shared.finalizer !== null) {
    outcome.finalizer = {
      kind: 'finalizer',
      id: `${job.id}-finalizer`,
      userId: job.userId,
      due: Date.now(),
      parentJobId: job.id,
      state: takeSnapshot(shared.finalizer),
      requestId,
      failures: outcome.failed ? job.failures + 1 : 0,
      result: outcome.failed ? 'UNHANDLED_EXCEPTION' : 'SUCCESS',
      error: outcome.failed ? failureOf(outcome.error) : null,
    };
  }
  return outcome;
}

function failureOf(error: unknown): { type: string; message: string } {
  if (error instanceof ApexExceptionObject) return { type: error.typeName, message: messageOf(error) };
  return { type: 'System.UnexpectedException', message: describeFailure(error) };
}

export function runFinalizer(job: FinalizerJob, statics: WorkOptions['statics'], settle: () => void): void {
  asJob(
    job,
    'QUEUEABLE',
    { kind: 'finalizer', jobId: job.parentJobId, depth: 0, failures: job.failures },
    statics,
    () => {
      callBack(restoreSnapshot(job.state), 'execute', [new FinalizerContext(job)]);
      settle();
    },
  );
}

export function runFuture(job: FutureJob, statics: WorkOptions['statics'], settle: () => void): void {
  asJob(job, 'FUTURE', { kind: 'future' }, statics, () => {
    const method = findClass(job.className)?.methods.find((candidate) => candidate.jsName === job.method);
    if (!method) throw new Error(`Method ${job.className}.${job.method} does not exist any more`);
    updateAsyncJob(job.id, { Status: 'Processing' });
    method.invoke(null, restoreSnapshot<unknown[]>(job.state));
    finishAsyncJob(job.id, null);
    settle();
  });
}

export function runScheduled(job: ScheduledJob, statics: WorkOptions['statics'], settle: () => void): void {
  asJob(job, 'SCHEDULED', { kind: 'schedulable', jobId: job.asyncJobId }, statics, () => {
    if (job.batchScope !== undefined) enqueueBatch(restoreSnapshot(job.state), job.batchScope);
    else callBack(restoreSnapshot(job.state), 'execute', [new SchedulableContext(job.id)]);
    settle();
  });
}
