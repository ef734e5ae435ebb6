import { toJsonValue } from '../../../org/json-rows.js';
import type { JsonRow } from '../../../org/types.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { HttpError, type RequestContext } from '../context.js';
import { escapeSoql, objectOf } from './records.js';

/** Recently used records, and records that changed or were deleted in a time span. */

/** Records that are kept for each user. */
const KEPT = 200;
const DEFAULT_LIMIT = 200;

const settingOf = (userId: string): string => `recent:${userId}`;

function recentIds(context: RequestContext): string[] {
  return JSON.parse(context.org.readSetting(settingOf(context.requireUser().id)) ?? '[]') as string[];
}

/**
 * Puts a record first among the recently used ones, when the request asks for that (`Sforce-Mru: updateMru=true`).
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_mru.htm
 */
export function remember(context: RequestContext, id: string): void {
  if (!/updateMru\s*=\s*true/i.test(context.header('sforce-mru') ?? '')) return;
  const ids = [id, ...recentIds(context).filter((other) => other.slice(0, 15) !== id.slice(0, 15))].slice(0, KEPT);
  context.org.writeSetting(settingOf(context.requireUser().id), JSON.stringify(ids));
}

/** `GET recent?limit=…`. */
export function recent(context: RequestContext): void {
  const limit = Number(context.url.searchParams.get('limit') ?? DEFAULT_LIMIT) || DEFAULT_LIMIT;
  context.sendJson(200, recentRows(context, null).slice(0, limit));
}

/** Recently used records that are still there for the user, latest first; of one object, or of all. */
export function recentRows(context: RequestContext, only: ObjectInfo | null): JsonRow[] {
  const { org } = context;
  const rows: JsonRow[] = [];
  for (const id of recentIds(context)) {
    const object = org.schema.objectByPrefix(id.slice(0, 3));
    if (!object || (only && object !== only)) continue;
    const fields = ['Id', ...(object.nameField ? [object.nameField.name] : [])].join(', ');
    rows.push(
      ...org.query(`SELECT ${fields} FROM ${object.name} WHERE Id = '${escapeSoql(id)}'`, context.requireUser(), {
        userMode: true,
      }),
    );
  }
  return rows;
}

/** The `start` and `end` of a request as SOQL literals. */
function span(context: RequestContext): { start: string; end: string } {
  const read = (name: string): string => {
    const ms = Date.parse((context.url.searchParams.get(name) ?? '').replace(' ', '+'));
    if (Number.isNaN(ms)) throw new HttpError(400, 'INVALID_REPLICATION_DATE', `${name} is not a date and time`);
    return new Date(ms).toISOString();
  };
  const [start, end] = [read('start'), read('end')];
  if (start >= end) throw new HttpError(400, 'INVALID_REPLICATION_DATE', 'startDate before endDate is required');
  return { start, end };
}

const covered = (end: string): string => end.replace('Z', '+0000');

/** `GET sobjects/{object}/updated?start=…&end=…`. */
export function updated(context: RequestContext): void {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const { start, end } = span(context);
  const rows = context.org.query(
    `SELECT Id FROM ${object.name} WHERE SystemModstamp >= ${start} AND SystemModstamp < ${end} ORDER BY SystemModstamp, Id`,
    user,
    { userMode: true },
  );
  context.sendJson(200, { ids: rows.map((row) => row.Id), latestDateCovered: covered(end) });
}

/** `GET sobjects/{object}/deleted?start=…&end=…`: what is in the recycle bin. */
export function deleted(context: RequestContext): void {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const { start, end } = span(context);
  const rows = context.org.query(
    `SELECT Id, SystemModstamp FROM ${object.name} WHERE IsDeleted = true AND SystemModstamp >= ${start} AND SystemModstamp < ${end} ORDER BY SystemModstamp, Id ALL ROWS`,
    user,
    { userMode: true },
  );
  context.sendJson(200, {
    deletedRecords: rows.map((row) => ({ id: row.Id, deletedDate: toJsonValue(row.SystemModstamp) })),
    earliestDateAvailable: covered(start),
    latestDateCovered: covered(end),
  });
}
