import type { SObjectValue } from '../runtime/sobject.js';
import { tx, type Limits, type Transaction } from '../runtime/transaction.js';
import type { Job } from './jobs/types.js';

/** What `Test.*` keeps for one test method, shared by the nested transactions of its asynchronous work. */
export interface TestState {
  started: boolean;
  stopped: boolean;
  /** Limits of the part outside startTest and stopTest, put back by stopTest. */
  outerLimits: Limits | null;
  /** By lower-case interface name: the `Test.setMock` implementations. */
  mocks: Map<string, unknown>;
  /** Jobs to be run by stopTest, oldest first. */
  jobs: Job[];
  /** Published events that no trigger has seen yet, oldest first. */
  events: {
    event: SObjectValue;
    /** Number of its row on the bus, which goes with a rollback; null: published immediately. */ row: number | null;
  }[];
  /** Ids that `Test.setFixedSearchResults` makes SOSL return; null when it was not called. */
  fixedSearchResults: string[] | null;
  /** True while stopTest or deliver() runs asynchronous work. */
  runningAsync: boolean;
  /** Jobs that a running asynchronous job enqueued; they run once when the test method has returned. */
  leftovers: Job[];
  /** Batches that batches of this test started. */
  chainedJobs: number;
  /** Told by the test's broker what became of published events. */
  publishCallbacks: { fail(): void; succeed(): void }[];
}

export function newTestState(): TestState {
  return {
    started: false,
    stopped: false,
    outerLimits: null,
    mocks: new Map(),
    jobs: [],
    events: [],
    fixedSearchResults: null,
    runningAsync: false,
    leftovers: [],
    chainedJobs: 0,
    publishCallbacks: [],
  };
}

const TEST = Symbol('test');
const ASYNC = Symbol('async');

/** The state of the running test, or null outside of tests. */
export function testState(transaction: Transaction = tx()): TestState | null {
  return (transaction.slots.get(TEST) as TestState | undefined) ?? null;
}

export function setTestState(transaction: Transaction, state: TestState): void {
  transaction.slots.set(TEST, state);
}

/** What the running transaction is, when it is an asynchronous job. */
export interface AsyncContext {
  kind:
    'queueable' | 'future' | 'batch-start' | 'batch-execute' | 'batch-finish' | 'schedulable' | 'finalizer' | 'event';
  jobId: string | null;
  /** 1 for the first queueable of a chain. */
  depth: number;
  maximumDepth: number | null;
  /** `AsyncOptions.MinimumQueueableDelayInMinutes` of the running queueable. */
  delayMinutes?: number | null;
  /** Failures in a row of the jobs that a finalizer enqueued anew, up to the running one. */
  failures?: number;
  /** Finalizer attached by the running queueable. */
  finalizer: unknown;
}

export function asyncContext(transaction: Transaction = tx()): AsyncContext | null {
  return (transaction.slots.get(ASYNC) as AsyncContext | undefined) ?? null;
}

export function setAsyncContext(transaction: Transaction, context: AsyncContext): void {
  transaction.slots.set(ASYNC, context);
}
