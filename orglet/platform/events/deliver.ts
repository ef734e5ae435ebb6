import { ApexExceptionObject } from '../../runtime/errors.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { platformHost, type WorkOptions } from '../host.js';
import { describeFailure } from '../jobs/execute.js';
import { restoreSnapshot } from '../snapshot.js';
import { setAsyncContext, type TestState } from '../state.js';
import { takeEvent } from './publish.js';
import { currentDelivery, setDelivery, type Delivery } from './trigger-context.js';

/** Most events that one execution of a trigger gets. */
const BATCH = 2000;
/** A trigger that throws `EventBus.RetryableException` is tried again at most this often. */
const MAX_RETRIES = 9;

/** Called with every event that the bus delivered, in order of its replay Id. */
export type EventListener = (object: string, event: SObjectValue) => void;
const listeners = new Set<EventListener>();

/** Listens to delivered events; returns a function that ends it. */
export function subscribe(listener: EventListener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Delivers the oldest waiting events of a served org to the triggers of their object. Returns whether there were any. */
export function deliverNextEvents(): boolean {
  const { db } = platformHost();
  const [first] = db.prepare('SELECT object, retries, error FROM orglet_event ORDER BY seq LIMIT 1').all([]);
  if (!first) return false;
  const object = first[0] as string;
  const rows = db
    .prepare('SELECT seq, state FROM orglet_event WHERE object = ? ORDER BY seq LIMIT ?')
    .all([object, BATCH]);
  const events = rows.map(([seq, state]) => {
    const event = restoreSnapshot<SObjectValue>(JSON.parse(state as string));
    event.f.ReplayId = String(seq);
    return event;
  });
  const remove = (upTo: number) =>
    db.prepare('DELETE FROM orglet_event WHERE object = ? AND seq <= ?').run([object, upTo]);
  const last = rows[rows.length - 1][0] as number;
  const delivery: Delivery = {
    retries: first[1] as number,
    lastError: (first[2] as string | null) ?? null,
    resumeAfter: null,
  };
  try {
    runTriggers(object, events, delivery, 'fresh', () =>
      remove(delivery.resumeAfter === null ? last : Number(delivery.resumeAfter)),
    );
    for (const event of events) for (const listener of listeners) listener(object, event);
  } catch (error) {
    const again = isRetryable(error) && delivery.retries < MAX_RETRIES;
    if (again)
      db.prepare('UPDATE orglet_event SET retries = retries + 1, error = ? WHERE object = ? AND seq <= ?').run([
        describeFailure(error),
        object,
        last,
      ]);
    else remove(delivery.resumeAfter === null ? last : Number(delivery.resumeAfter));
    if (!again)
      platformHost().report(`Trigger on ${object} failed: ${describeFailure(error)}\n${(error as Error).stack ?? ''}`);
  }
  return true;
}

/** Delivers the events of a test to their triggers, and those that the triggers publish, until there are none. */
export function deliverTestEvents(test: TestState): void {
  const outer = test.runningAsync;
  test.runningAsync = true;
  const callbacks = test.publishCallbacks;
  test.publishCallbacks = [];
  try {
    for (const callback of callbacks) callback.succeed();
    while (test.events.length) {
      const object = test.events[0].event.type.name;
      const batch: SObjectValue[] = [];
      while (test.events.length && test.events[0].event.type.name === object && batch.length < BATCH) {
        const { event, row } = test.events.shift()!;
        if (row === null || takeEvent(row)) batch.push(event);
      }
      if (batch.length) deliverWithRetries(object, batch);
    }
  } finally {
    test.runningAsync = outer;
  }
}

let replayId = 0;

function deliverWithRetries(object: string, events: SObjectValue[]): void {
  for (const event of events) event.f.ReplayId ??= String(++replayId);
  let rest = events;
  let lastError: string | null = null;
  for (let retries = 0; rest.length && retries <= MAX_RETRIES;) {
    const delivery: Delivery = { retries, lastError, resumeAfter: null };
    try {
      runTriggers(object, rest, delivery, 'copied', () => undefined);
      if (delivery.resumeAfter === null) return;
      rest = after(rest, delivery.resumeAfter);
    } catch (error) {
      if (isRetryable(error)) {
        retries++;
        lastError = describeFailure(error);
      } else if (delivery.resumeAfter !== null) rest = after(rest, delivery.resumeAfter);
      else {
        // A subscriber's failure does not reach the publisher, as in an org.
        platformHost().report(`Trigger on ${object} failed: ${describeFailure(error)}`);
        return;
      }
    }
  }
}

function after(events: SObjectValue[], replay: string): SObjectValue[] {
  return events.slice(events.findIndex((event) => event.f.ReplayId === replay) + 1);
}

function isRetryable(error: unknown): boolean {
  return error instanceof ApexExceptionObject && error.typeName.toLowerCase() === 'eventbus.retryableexception';
}

/** Triggers on events run as the Automated Process user in a transaction of their own, without the records' Ids. */
function runTriggers(
  object: string,
  events: SObjectValue[],
  delivery: Delivery,
  statics: WorkOptions['statics'],
  settle: () => void,
): void {
  const host = platformHost();
  if (!host.hasEventTrigger(object)) {
    settle();
    return;
  }
  host.work(
    { userId: host.automatedProcessUserId, quiddity: 'PLATFORM_EVENT_PUBLISH_CALLBACK', async: false, statics },
    () => {
      setAsyncContext(tx(), { kind: 'event', jobId: null, depth: 0, maximumDepth: null, finalizer: null });
      const outer = currentDelivery();
      setDelivery(delivery);
      try {
        host.runEventTriggers(object, new ApexList(types.sobject(object), events));
      } finally {
        setDelivery(outer);
      }
      settle();
    },
  );
}
