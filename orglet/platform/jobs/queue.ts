import { ApexExceptionObject } from '../../runtime/errors.js';
import { tx } from '../../runtime/transaction.js';
import { ApexDatetime } from '../../runtime/values/scalars.js';
import { publishBatchError } from '../events/batch-error.js';
import { platformHost } from '../host.js';
import { NotSerializableError, type Snapshot } from '../snapshot.js';
import type { TestState } from '../state.js';
import { batchImplements, executePart, finishBatch, startBatch } from './batch.js';
import { nextFireTime, parseCron } from './cron.js';
import { asJob, describeFailure, runFinalizer, runFuture, runQueueable, runScheduled } from './execute.js';
import { finishAsyncJob, updateAsyncJob } from './rows.js';
import { deleteJob, loadPart, nextDueJob, saveJob, saveParts } from './store.js';
import type { BatchJob, Job, ScheduledJob } from './types.js';

/** Runs the next due job of a served org, or one step of it. Returns whether there was one. */
export function runNextJob(now = Date.now()): boolean {
  const job = nextDueJob(now);
  if (!job) return false;
  try {
    step(job);
  } catch (error) {
    failJob(job, error);
  }
  return true;
}

function step(job: Job): void {
  const done = () => deleteJob(job.id);
  switch (job.kind) {
    case 'queueable': {
      const outcome = runQueueable(job, 'fresh', () => {
        done();
      });
      if (outcome.finalizer) inOwnTransaction(job, () => saveJob(outcome.finalizer!));
      if (outcome.failed) throw outcome.error;
      return;
    }
    case 'future':
      return runFuture(job, 'fresh', done);
    case 'finalizer':
      return runFinalizer(job, 'fresh', done);
    case 'schedule':
      return runScheduled(job, 'fresh', () => planNext(job));
    case 'batch':
      return stepBatch(job);
  }
}

function stepBatch(job: BatchJob): void {
  if (job.totalParts === null) {
    startBatch(job, 'fresh', (parts) => {
      saveParts(job.id, parts);
      saveJob(job);
    });
  } else if (job.nextPart < job.totalParts) {
    try {
      executePart(job, loadPart(job.id, job.nextPart), 'fresh', () => saveJob(job));
    } catch (error) {
      inOwnTransaction(job, () => {
        job.nextPart++;
        job.errors++;
        updateAsyncJob(job.id, {
          NumberOfErrors: job.errors,
          JobItemsProcessed: job.nextPart,
          ExtendedStatus: `First error: ${describeFailure(error)}`.slice(0, 1000),
        });
        if (batchImplements(job, 'database.raisesplatformevents')) publishBatchError(job, error, 'EXECUTE');
        saveJob(job);
      });
      platformHost().report(`Batch job ${job.id}, part ${job.nextPart}: ${describeFailure(error)}${traceOf(error)}`);
    }
  } else finishBatch(job, 'fresh', () => deleteJob(job.id));
}

function planNext(job: ScheduledJob): void {
  const host = platformHost();
  const now = Date.now();
  const next = nextFireTime(parseCron(job.cron), now, tx().user.timeZone);
  const [row] = host.find('CronTrigger', { Id: job.id });
  host.updateRow('CronTrigger', job.id, {
    TimesTriggered: ((row?.f.TimesTriggered as number | null) ?? 0) + 1,
    PreviousFireTime: new ApexDatetime(now),
    NextFireTime: next === null ? null : new ApexDatetime(next),
    State: next === null ? 'DELETED' : 'WAITING',
  });
  if (next === null) deleteJob(job.id);
  else saveJob({ ...job, due: next });
}

function failJob(job: Job, error: unknown): void {
  inOwnTransaction(job, () => {
    if (job.kind === 'schedule') {
      planNext(job);
      return;
    }
    if (job.kind === 'batch' && raisesEvents(job)) {
      publishBatchError(job, error, job.totalParts === null ? 'START' : 'FINISH');
    }
    if (job.kind !== 'finalizer') finishAsyncJob(job.id, describeFailure(error), { NumberOfErrors: 1 });
    deleteJob(job.id);
  });
  platformHost().report(`${job.kind} job ${job.id} failed: ${describeFailure(error)}${traceOf(error)}`);
}

/** Whether failures of the batch are published; a job whose state cannot be read any more has nothing to say about it. */
function raisesEvents(job: BatchJob): boolean {
  try {
    return batchImplements(job, 'database.raisesplatformevents');
  } catch (error) {
    if (error instanceof NotSerializableError) return false;
    throw error;
  }
}

function traceOf(error: unknown): string {
  const stack =
    error instanceof ApexExceptionObject ? error.origin.stack : error instanceof Error ? error.stack : undefined;
  return stack ? `\n${stack}` : '';
}

function inOwnTransaction(job: Job, fn: () => void): void {
  asJob(job, 'QUEUEABLE', { kind: 'queueable' }, 'fresh', fn);
}

/**
 * Runs what the test enqueued, as `Test.stopTest` does: each job whole, in nested transactions. Jobs that these jobs
 * enqueue stay queued, except batches chained to batches and what finalizers enqueue. An exception that ends a job stops
 * no other job; the first one ends `stopTest`.
 */
export function runTestJobs(test: TestState): void {
  test.runningAsync = true;
  let failure: { error: unknown } | null = null;
  try {
    for (let job = test.jobs.shift(); job; job = test.jobs.shift()) {
      try {
        runWhole(job);
      } catch (error) {
        failure ??= { error };
      }
    }
  } finally {
    test.runningAsync = false;
  }
  if (failure) throw failure.error;
}

/**
 * What is left when a test method has returned: jobs enqueued outside of startTest and stopTest run now, and one that
 * fails fails the test. `stopTest` settles when jobs are run, not whether
 * (https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_test.htm, startTest).
 * Jobs that such jobs enqueued run last; like in an org, nobody waits for them, so their failures are only reported.
 * What those enqueue in turn is not run.
 */
export function runJobsAfterTest(test: TestState): void {
  tx().uncommittedWork = false;
  runTestJobs(test);
  test.runningAsync = true;
  for (const job of test.leftovers.splice(0)) {
    try {
      runWhole(job);
    } catch (error) {
      if (!(error instanceof ApexExceptionObject)) throw error;
      platformHost().report(`${job.kind} job ${job.id} failed: ${describeFailure(error)}${traceOf(error)}`);
    }
  }
}

function runWhole(job: Job): void {
  const none = () => undefined;
  try {
    switch (job.kind) {
      case 'queueable': {
        const outcome = runQueueable(job, 'shared', none);
        if (outcome.finalizer) runFinalizer(outcome.finalizer, 'shared', none);
        if (outcome.failed) throw outcome.error;
        return;
      }
      case 'future':
        return runFuture(job, 'shared', none);
      case 'schedule':
        return runScheduled(job, 'shared', none);
      case 'finalizer':
        return runFinalizer(job, 'shared', none);
      case 'batch':
        return runWholeBatch(job);
    }
  } catch (error) {
    const id = job.kind === 'schedule' ? job.asyncJobId : job.id;
    if (job.kind !== 'finalizer') finishAsyncJob(id, describeFailure(error), { NumberOfErrors: 1 });
    throw error;
  }
}

function runWholeBatch(job: BatchJob): void {
  const none = () => undefined;
  const raises = batchImplements(job, 'database.raisesplatformevents');
  const guarded = (phase: 'START' | 'EXECUTE' | 'FINISH', fn: () => void) => {
    try {
      fn();
    } catch (error) {
      if (raises) publishBatchError(job, error, phase);
      throw error;
    }
  };
  let parts: Snapshot[] = [];
  guarded('START', () => (parts = startBatch(job, 'shared', none)));
  let failure: { error: unknown } | null = null;
  for (const part of parts) {
    try {
      guarded('EXECUTE', () => executePart(job, part, 'shared', none));
    } catch (error) {
      failure ??= { error };
      job.nextPart++;
      job.errors++;
    }
  }
  guarded('FINISH', () => finishBatch(job, 'shared', none));
  if (failure) throw failure.error;
}
