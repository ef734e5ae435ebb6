import type { DmlOperation } from '../../../runtime/engine.js';
import type { SObjectValue } from '../../../runtime/sobject.js';
import { SOBJECT } from '../../../runtime/types.js';
import { ApexList } from '../../../runtime/values/list.js';
import { HttpError, type RequestContext } from '../context.js';
import type { Mount } from '../router.js';
import type { Services } from '../server.js';
import { batch, composite, graphs } from './parts.js';
import { escapeSoql, objectOf, recordFromJson } from './records.js';
import { saveCollection } from './results.js';
import { createTree } from './tree.js';

/** Most records of one collection request that writes, and of one that reads. */
const MAX_RECORDS = 200;
const MAX_READ = 2000;

interface CollectionBody {
  allOrNone?: boolean;
  records?: Record<string, unknown>[];
}

/** sObject collections, and the mounts of the other composite requests. */
export function compositeMounts(services: Services): Mount[] {
  const base = '/services/data/:version/composite';
  return [
    { method: 'POST', path: `${base}/sobjects`, handler: (context) => collection(context, 'insert') },
    { method: 'PATCH', path: `${base}/sobjects`, handler: (context) => collection(context, 'update') },
    { method: 'DELETE', path: `${base}/sobjects`, handler: deleteCollection },
    { method: 'GET', path: `${base}/sobjects/:object`, handler: getCollection },
    { method: 'POST', path: `${base}/sobjects/:object`, handler: postedCollection },
    { method: 'PATCH', path: `${base}/sobjects/:object/:field`, handler: upsertCollection },
    { method: 'POST', path: `${base}/tree/:object`, handler: createTree },
    { method: 'POST', path: `${base}/batch`, handler: (context) => batch(services, context) },
    { method: 'POST', path: `${base}/graph`, handler: (context) => graphs(services, context) },
    { method: 'POST', path: base, handler: (context) => composite(services, context) },
  ];
}

async function readCollection(
  context: RequestContext,
): Promise<{ allOrNone: boolean; records: Record<string, unknown>[] }> {
  const body = (await context.json()) as CollectionBody;
  if (!Array.isArray(body.records)) throw new HttpError(400, 'JSON_PARSER_ERROR', 'The records list is missing');
  if (body.records.length > MAX_RECORDS)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `The records list holds more than ${MAX_RECORDS} records`);
  return { allOrNone: body.allOrNone ?? false, records: body.records };
}

function typedRecord(context: RequestContext, json: Record<string, unknown>, withId: boolean): SObjectValue {
  const type = (json.attributes as { type?: string } | undefined)?.type;
  if (!type) throw new HttpError(400, 'INVALID_TYPE', 'Each record needs attributes with its type');
  const { id, Id, ...fields } = json as Record<string, unknown>;
  return recordFromJson(context.org, objectOf(context.org, type), fields, withId ? String(id ?? Id ?? '') : null);
}

async function collection(context: RequestContext, op: DmlOperation): Promise<void> {
  context.requireUser();
  const { allOrNone, records } = await readCollection(context);
  const list = new ApexList(
    SOBJECT,
    records.map((json) => typedRecord(context, json, op === 'update')),
  );
  context.sendJson(200, saveCollection(context, op, list, { allOrNone }));
}

async function upsertCollection(context: RequestContext): Promise<void> {
  context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const { allOrNone, records } = await readCollection(context);
  const list = new ApexList(
    SOBJECT,
    records.map((json) => recordFromJson(context.org, object, json)),
  );
  const externalId = object.resolveField(context.params.field)?.name;
  context.sendJson(200, saveCollection(context, 'upsert', list, { allOrNone, externalId }));
}

function deleteCollection(context: RequestContext): void {
  context.requireUser();
  const ids = (context.url.searchParams.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length > MAX_RECORDS)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `The list of Ids holds more than ${MAX_RECORDS} records`);
  const records = ids.map((id) => {
    const object = context.org.schema.objectByPrefix(id.slice(0, 3));
    if (!object) throw new HttpError(400, 'MALFORMED_ID', `malformed id ${id}`);
    return recordFromJson(context.org, object, {}, id);
  });
  const allOrNone = context.url.searchParams.get('allOrNone') === 'true';
  context.sendJson(200, saveCollection(context, 'delete', new ApexList(SOBJECT, records), { allOrNone }));
}

function getCollection(context: RequestContext): void {
  const list = (name: string) => (context.url.searchParams.get(name) ?? '').split(',').filter((part) => part !== '');
  sendRecords(context, list('ids'), list('fields'));
}

/** Reads records by Id; the Ids are too many for a URL. */
async function postedCollection(context: RequestContext): Promise<void> {
  const { ids = [], fields = [] } = (await context.json()) as { ids?: string[]; fields?: string[] };
  sendRecords(context, ids, fields);
}

/** Answers the records in the order of the Ids; null for what is not there for the user. */
function sendRecords(context: RequestContext, ids: string[], fields: string[]): void {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  if (!ids.length || !fields.length) throw new HttpError(400, 'MISSING_ARGUMENT', 'Both ids and fields are needed');
  if (ids.length > MAX_READ)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `The list of Ids holds more than ${MAX_READ} records`);
  const known = new Map<string, unknown>();
  const names = fields.some((name) => name.toLowerCase() === 'id') ? fields : ['Id', ...fields];
  const soql = `SELECT ${names.join(', ')} FROM ${object.name} WHERE Id IN (${ids.map((id) => `'${escapeSoql(id)}'`).join(', ')})`;
  for (const row of context.org.query(soql, user, { userMode: true })) known.set(String(row.Id).slice(0, 15), row);
  context.sendJson(
    200,
    ids.map((id) => known.get(id.slice(0, 15)) ?? null),
  );
}
