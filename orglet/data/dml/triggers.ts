import { ApexExceptionObject, isCatchable, stackTraceString } from '../../runtime/errors.js';
import type { TriggerEvent, TriggerInfo } from '../../runtime/classes.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx, type TriggerContext } from '../../runtime/transaction.js';
import { ID, types } from '../../runtime/types.js';
import { ApexList, ApexMap, READ_ONLY } from '../../runtime/values.js';
import type { ObjectInfo } from '../../schema/model.js';
import { collectErrors, fail, type Row } from './row.js';

/** An exception that left a trigger: it fails every row of the chunk. */
export class TriggerFailure extends Error {
  readonly trigger: string;
  readonly event: TriggerEvent;
  readonly thrown: ApexExceptionObject;
  constructor(trigger: string, event: TriggerEvent, thrown: ApexExceptionObject) {
    super(`${trigger}: ${event}`);
    this.trigger = trigger;
    this.event = event;
    this.thrown = thrown;
  }

  /** As the platform words it in a DmlException. */
  describe(): string {
    const { thrown } = this;
    const event = this.event.replace(/\b\w/g, (letter) => letter.toUpperCase()).replace(' ', '');
    const stack = stackTraceString(thrown.origin.stack ?? '');
    return `${this.trigger}: execution of ${event}\n\ncaused by: ${thrown.typeName}: ${thrown.message ?? 'Script-thrown exception'}\n\n${stack}`;
  }
}

type Timing = 'before' | 'after';
type Verb = 'insert' | 'update' | 'delete' | 'undelete';

/** Runs the triggers of one chunk. Errors that they add are moved to the rows. */
export function runTriggers(
  triggers: readonly TriggerInfo[],
  object: ObjectInfo,
  timing: Timing,
  verb: Verb,
  rows: readonly Row[],
): void {
  if (rows.length === 0) return;
  const event = `${timing} ${verb}` as TriggerEvent;
  const matching = triggers.filter((trigger) => trigger.events.has(event));
  if (matching.length === 0) return;
  const transaction = tx();
  const outer = { trigger: transaction.trigger, sharing: transaction.sharing };
  transaction.trigger = contextOf(object, timing, verb, rows);
  // Triggers run in system mode without sharing, whoever started the statement.
  transaction.sharing = 'without';
  try {
    for (const trigger of matching) runTrigger(trigger, event);
  } finally {
    transaction.trigger = outer.trigger;
    transaction.sharing = outer.sharing;
  }
  for (const row of rows) {
    collectErrors(row, verb === 'delete' ? row.old : row.record);
    if (row.old && verb !== 'delete') collectErrors(row, row.old);
  }
}

function runTrigger(trigger: TriggerInfo, event: TriggerEvent): void {
  try {
    trigger.run();
  } catch (error) {
    if (error instanceof ApexExceptionObject && isCatchable(error))
      throw new TriggerFailure(trigger.name, event, error);
    throw error;
  }
}

function contextOf(object: ObjectInfo, timing: Timing, verb: Verb, rows: readonly Row[]): TriggerContext {
  const type = types.sobject(object.name);
  const fresh = verb !== 'delete' ? rows.map((row) => row.record) : null;
  const old = verb === 'update' || verb === 'delete' ? rows.map((row) => row.old!) : null;
  if (timing === 'after') for (const record of fresh ?? []) record.readOnly = true;
  for (const record of old ?? []) record.readOnly = true;
  const list = (records: SObjectValue[] | null): ApexList | null => {
    if (!records) return null;
    const result = new ApexList(type, records);
    result.locked = READ_ONLY;
    return result;
  };
  const map = (records: SObjectValue[] | null): ApexMap | null => {
    if (!records) return null;
    const result = new ApexMap(ID, type);
    for (const record of records) result.put(record.id, record);
    result.locked = READ_ONLY;
    return result;
  };
  return {
    operation: `${timing}_${verb}`.toUpperCase() as TriggerContext['operation'],
    newList: list(fresh),
    oldList: list(old),
    newMap: verb === 'insert' && timing === 'before' ? null : map(fresh),
    oldMap: map(old),
    size: rows.length,
  };
}

/** Fails all rows for an exception that left a trigger. */
export function failAll(rows: readonly Row[], failure: TriggerFailure): void {
  for (const row of rows) fail(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', failure.describe());
}
