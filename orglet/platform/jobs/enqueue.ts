import { findClass } from '../../runtime/classes.js';
import { raise } from '../../runtime/errors.js';
import { tx } from '../../runtime/transaction.js';
import { ApexObject, objectType } from '../../runtime/values/object.js';
import { ApexDatetime } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';
import { hasMethod } from '../invoke.js';
import { NotSerializableError, takeSnapshot, type Snapshot } from '../snapshot.js';
import { asyncContext, testState, type TestState } from '../state.js';
import { nextFireTime, parseCron } from './cron.js';
import { createAsyncJob } from './rows.js';
import { hasSignature, saveJob } from './store.js';
import type { Job } from './types.js';

/** `System.AsyncOptions` as far as enqueueing needs it. */
export interface EnqueueOptions {
  delayMinutes: number | null;
  maximumDepth: number | null;
  signature: string | null;
}

const MAX_DELAY_MINUTES = 10;
/**
 * Depth of a chain in Developer and Trial Edition orgs where `MaximumQueueableStackDepth` is not set
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_queueing_jobs.htm).
 */
const DEVELOPER_DEPTH = 5;
/**
 * Times in a row that a finalizer enqueues a job anew after failures
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_transaction_finalizers.htm).
 */
const MOST_FAILURES = 5;
const MAX_SCOPE = 2000;
/** Batch size when none is given; `Database.executeBatch`. */
const DEFAULT_SCOPE = 200;

/** Chained jobs that a test runs; a job that always starts itself again must end some time. */
const MAX_CHAINED_JOBS = 50;

/**
 * Puts a job where the running transaction's jobs go: the test's list, or the queue in the database. What a job starts
 * in a test waits until the method has returned, except what is chained: `Test.stopTest` runs it too.
 */
function put(job: Job): void {
  const test = testState();
  if (!test) saveJob(job);
  else if (!test.runningAsync || isChained(job, test)) test.jobs.push(job);
  else test.leftovers.push(job);
}

/** A batch started by a batch, or a queueable enqueued by the finalizer of another. */
function isChained(job: Job, test: TestState): boolean {
  const by = asyncContext()?.kind;
  const chained = (job.kind === 'batch' && by?.startsWith('batch')) || (job.kind === 'queueable' && by === 'finalizer');
  return Boolean(chained) && ++test.chainedJobs <= MAX_CHAINED_JOBS;
}

function snapshotOf(value: unknown): Snapshot {
  try {
    return takeSnapshot(value);
  } catch (error) {
    if (error instanceof NotSerializableError) raise('System.SerializationException', error.message);
    throw error;
  }
}

function className(job: unknown): string {
  return objectType(job as ApexObject).name;
}

/** `System.enqueueJob`. */
export function enqueueQueueable(job: unknown, options: EnqueueOptions): string {
  if (!(job instanceof ApexObject)) return raise('System.NullPointerException', 'Argument 1 cannot be null');
  const delay = options.delayMinutes ?? 0;
  if (delay < 0 || delay > MAX_DELAY_MINUTES) {
    raise('System.IllegalArgumentException', `Delay must be between 0 and ${MAX_DELAY_MINUTES} minutes`);
  }
  const transaction = tx();
  const running = asyncContext();
  transaction.limits.count('queueableJobs');
  const depth = running?.kind === 'queueable' || running?.kind === 'finalizer' ? running.depth + 1 : 1;
  const maximumDepth = options.maximumDepth ?? running?.maximumDepth ?? null;
  // "You can't chain queueable jobs in an Apex test": Apex Developer Guide, Queueable Apex.
  const chainedInTest = testState() !== null && running?.kind === 'queueable' && maximumDepth === null;
  if (chainedInTest || depth > (maximumDepth ?? DEVELOPER_DEPTH))
    raise('System.AsyncException', 'Maximum stack depth has been reached.');
  const failures = running?.kind === 'finalizer' ? (running.failures ?? 0) : 0;
  if (failures > MOST_FAILURES)
    raise('System.AsyncException', `A finalizer enqueues a failing job ${MOST_FAILURES} times in a row at most`);
  if (options.signature !== null && isDuplicate(options.signature)) {
    raise('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  const id = createAsyncJob(className(job), 'Queueable');
  const due = Date.now() + delay * 60_000;
  put({
    kind: 'queueable',
    id,
    userId: transaction.user.id,
    due,
    state: snapshotOf(job),
    depth,
    maximumDepth,
    delayMinutes: options.delayMinutes,
    failures,
    signature: options.signature,
  });
  return id;
}

/**
 * A job that has started has its signature no more, so that one with the same always runs after it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dedupe_queueable.htm
 */
function isDuplicate(signature: string): boolean {
  const test = testState();
  if (!test) return hasSignature(signature, asyncContext()?.jobId ?? null);
  return [...test.jobs, ...test.leftovers].some((job) => job.kind === 'queueable' && job.signature === signature);
}

/** A call of an `@future` method. */
export function enqueueFuture(owner: string, method: string, args: unknown[]): void {
  const transaction = tx();
  const running = asyncContext();
  if (running?.kind === 'future' || running?.kind.startsWith('batch')) {
    raise('System.AsyncException', `Future method cannot be called from a future or batch method: ${owner}.${method}`);
  }
  transaction.limits.count('futureCalls');
  const name = findClass(owner)?.methods.find((candidate) => candidate.jsName === method)?.name ?? method;
  const id = createAsyncJob(owner, 'Future', { MethodName: name });
  put({
    kind: 'future',
    id,
    userId: transaction.user.id,
    due: Date.now(),
    className: owner,
    method,
    state: snapshotOf(args),
  });
}

/** `Database.executeBatch`. */
export function enqueueBatch(job: unknown, scope: number | null, delayMinutes = 0): string {
  if (!(job instanceof ApexObject)) return raise('System.NullPointerException', 'Argument 1 cannot be null');
  const scopeSize = scope ?? DEFAULT_SCOPE;
  if (scopeSize < 1) raise('System.AsyncException', 'Scope size must be a positive integer');
  const running = asyncContext();
  if (running?.kind === 'batch-start' || running?.kind === 'batch-execute' || running?.kind === 'future') {
    raise(
      'System.AsyncException',
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
    );
  }
  const id = createAsyncJob(className(job), 'BatchApex');
  put({
    kind: 'batch',
    id,
    userId: tx().user.id,
    due: Date.now() + delayMinutes * 60_000,
    state: snapshotOf(job),
    scopeSize: Math.min(scopeSize, MAX_SCOPE),
    totalParts: null,
    nextPart: 0,
    errors: 0,
  });
  return id;
}

/** `System.schedule`: returns the Id of the CronTrigger row. */
export function scheduleJob(name: string, expression: string, job: unknown): string {
  if (!(job instanceof ApexObject) || !hasMethod(job, 'execute', 1))
    return raise('System.NullPointerException', 'Argument 3 cannot be null');
  return schedule(name, expression, job);
}

/**
 * `System.scheduleBatch`: a batch that starts once, some minutes from now.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm (scheduleBatch)
 */
export function scheduleBatch(job: unknown, name: string, minutes: number, scope: number | null): string {
  if (!(job instanceof ApexObject)) return raise('System.NullPointerException', 'Argument 1 cannot be null');
  if (minutes < 1) raise('System.IllegalArgumentException', 'minutesFromNow must be at least 1');
  const zone = tx().user.timeZone;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...MOMENT }).formatToParts(
    Date.now() + minutes * 60_000,
  );
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)!.value);
  const expression = `${part('second')} ${part('minute')} ${part('hour')} ${part('day')} ${part('month')} ? ${part('year')}`;
  return schedule(name, expression, job, scope ?? DEFAULT_SCOPE);
}

const MOMENT = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** "You can only have 100 scheduled Apex jobs at one time" (Apex Developer Guide, "Apex Scheduler"). */
const MAX_SCHEDULED = 100;

function schedule(name: string, expression: string, job: ApexObject, batchScope?: number): string {
  const cron = parseCron(expression);
  const host = platformHost();
  const { user } = tx();
  const next = nextFireTime(cron, Date.now(), user.timeZone);
  if (next === null) {
    raise('System.AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  }
  if (host.find('CronJobDetail', { Name: name }).length) {
    raise('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  if (host.find('CronTrigger', { State: 'WAITING' }).length >= MAX_SCHEDULED) {
    raise('System.AsyncException', `You have exceeded the maximum number (${MAX_SCHEDULED}) of Apex scheduled jobs.`);
  }
  const detailId = host.insertRow('CronJobDetail', { Name: name, JobType: '7' });
  const now = new ApexDatetime(Date.now());
  const id = host.insertRow('CronTrigger', {
    CronJobDetailId: detailId,
    CronExpression: expression,
    State: 'WAITING',
    TimesTriggered: 0,
    StartTime: now,
    NextFireTime: new ApexDatetime(next),
    TimeZoneSidKey: user.timeZone,
    OwnerId: user.id,
    CreatedById: user.id,
    CreatedDate: now,
  });
  const asyncJobId = createAsyncJob(className(job), 'ScheduledApex', { CronTriggerId: id });
  put({
    kind: 'schedule',
    id,
    userId: user.id,
    due: next,
    state: snapshotOf(job),
    cron: expression,
    asyncJobId,
    batchScope,
  });
  return id;
}
