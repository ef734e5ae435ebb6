import { currentTime } from '../../runtime/clock.js';
import { randomUUID } from 'node:crypto';
import { nextRowNumber } from '../../runtime/concurrency.js';
import { hooks } from '../../runtime/hooks.js';
import { raise } from '../../runtime/errors.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexDatetime } from '../../runtime/values/scalars.js';
import { ApexList } from '../../runtime/values/list.js';
import { platformHost } from '../host.js';
import { takeSnapshot } from '../snapshot.js';
import { testState } from '../state.js';
import { SaveResult } from '../../data/lib/results.js';
import { describeAccess } from '../../schema/lib/access.js';
import type { ObjectInfo } from '../../schema/model.js';

/** What the platform needs to know of an event object; the schema's object class has it. */
interface EventObject {
  publishBehavior?: string | null;
  fields?: ReadonlyMap<
    string,
    { name: string; nillable: boolean; custom: boolean; createable: boolean; defaultedOnCreate: boolean; type: string }
  >;
}

/**
 * `EventBus.publish`: checks and stamps the events and queues them. Events published after commit are part of the
 * transaction; those published immediately survive its rollback. `asUser`: whoever may not create the event is refused.
 */
export function publish(events: unknown, asUser = false): unknown {
  if (events === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  const single = events instanceof SObjectValue;
  const list = single ? [events] : (events as ApexList).a;
  const results = list.map((event) => publishOne(event as SObjectValue | null, asUser));
  if (list.length) countPublish(list[0] as SObjectValue);
  return single ? results[0] : new ApexList(types.std('Database.SaveResult'), results);
}

function publishesImmediately(event: SObjectValue): boolean {
  return (event.type as EventObject).publishBehavior === 'PublishImmediately';
}

function countPublish(event: SObjectValue): void {
  tx().limits.count(publishesImmediately(event) ? 'publishImmediateDml' : 'dmlStatements');
}

function publishOne(event: SObjectValue | null, asUser: boolean): unknown {
  if (event === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  if (!event.type.name.endsWith('__e'))
    return raise('System.TypeException', `${event.type.name} is not a platform event`);
  if (asUser && !describeAccess().object(event.type as ObjectInfo).create) {
    const message = `Access to entity '${event.type.name}' denied`;
    return new SaveResult(null, [{ status: 'INSUFFICIENT_ACCESS_OR_READONLY', message, fields: [] }]);
  }
  const missing = missingFields(event);
  if (missing.length) {
    return new SaveResult(null, [
      {
        status: 'REQUIRED_FIELD_MISSING',
        message: `Required fields are missing: [${missing.join(', ')}]`,
        fields: missing,
      },
    ]);
  }
  const uuid = (event.f.EventUuid as string | undefined) ?? randomUUID();
  const copy = new SObjectValue(event.type, {
    ...withDefaults(event),
    EventUuid: uuid,
    CreatedDate: new ApexDatetime(currentTime()),
    CreatedById: tx().user.id,
  });
  event.f.EventUuid = uuid;
  const test = testState();
  if (test) test.events.push(waiting(copy));
  else queueEvent(copy);
  // The Id of an asynchronous publish operation, as the platform returns it.
  return new SaveResult('e00xx0000000001AAA', []);
}

function withDefaults(event: SObjectValue): Record<string, unknown> {
  return { ...hooks.records?.defaults(event.type), ...event.f };
}

function missingFields(event: SObjectValue): string[] {
  const missing: string[] = [];
  for (const field of (event.type as EventObject).fields?.values() ?? []) {
    const given = event.f[field.name] !== undefined && event.f[field.name] !== null && event.f[field.name] !== '';
    if (field.custom && !field.nillable && !field.defaultedOnCreate && field.type !== 'BOOLEAN' && !given)
      missing.push(field.name);
  }
  return missing;
}

const IMMEDIATE = Symbol('immediate events');

function queueEvent(event: SObjectValue): void {
  if (publishesImmediately(event))
    tx()
      .slot<SObjectValue[]>(IMMEDIATE, () => [])
      .push(event);
  else storeEvent(event);
}

/** An event of a test, until `deliver`. What is published after commit waits as a row, which a rollback takes away. */
function waiting(event: SObjectValue): { event: SObjectValue; row: number | null } {
  if (publishesImmediately(event)) return { event, row: null };
  storeEvent(event);
  return { event, row: lastEvent() };
}

/** Writes an event to the bus; its replay Id is its number there. */
export function storeEvent(event: SObjectValue): void {
  const { db } = platformHost();
  db.prepare('INSERT INTO orglet_event (seq, object, state) VALUES (?, ?, ?)').run([
    nextRowNumber('orglet_event', lastEvent),
    event.type.name,
    JSON.stringify(takeSnapshot(event)),
  ]);
}

function lastEvent(): number {
  const { db } = platformHost();
  return Number(db.prepare('SELECT coalesce(max(seq), 0) AS n FROM orglet_event').all([])[0]![0]);
}

/** Takes a row of the bus away. @returns whether it was still there */
export function takeEvent(row: number): boolean {
  const { db } = platformHost();
  const [found] = db.prepare('SELECT seq FROM orglet_event WHERE seq = ?').all([row]);
  if (found) db.prepare('DELETE FROM orglet_event WHERE seq = ?').run([row]);
  return Boolean(found);
}

/** Events that the transaction published immediately; they are stored when it is over, whatever became of it. */
export function immediateEvents(slots: Map<string | symbol, unknown>): SObjectValue[] {
  return (slots.get(IMMEDIATE) as SObjectValue[] | undefined) ?? [];
}

/** The event object of that name. */
export function eventObject(name: string) {
  const object = hooks.schema?.resolveObject(name);
  if (!object) throw new Error(`There is no event ${name}`);
  return object;
}
