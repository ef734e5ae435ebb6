import type { DmlResult } from '../../../data/lib/results.js';
import type { DmlOperation } from '../../../runtime/engine.js';
import type { SObjectValue } from '../../../runtime/sobject.js';
import { SOBJECT } from '../../../runtime/types.js';
import { ApexList } from '../../../runtime/values/list.js';
import { HttpError, type RequestContext } from '../context.js';
import { objectOf, recordFromJson, save } from './records.js';
import type { Mount } from '../router.js';
import type { Services } from '../server.js';
import { runSubrequest } from './subrequest.js';

/** Most records of one collection request, and most parts of a composite one. */
const MAX_RECORDS = 200;
const MAX_PARTS = 25;

interface CollectionBody {
  allOrNone?: boolean;
  records?: Record<string, unknown>[];
}

/** sObject collections and composite requests. */
export function compositeMounts(services: Services): Mount[] {
  const base = '/services/data/:version/composite';
  return [
    { method: 'POST', path: `${base}/sobjects`, handler: (context) => collection(context, 'insert') },
    { method: 'PATCH', path: `${base}/sobjects`, handler: (context) => collection(context, 'update') },
    { method: 'DELETE', path: `${base}/sobjects`, handler: deleteCollection },
    { method: 'PATCH', path: `${base}/sobjects/:object/:field`, handler: upsertCollection },
    { method: 'POST', path: base, handler: (context) => composite(services, context) },
  ];
}

function resultJson(result: DmlResult): Record<string, unknown> {
  const errors = result.errors.map(({ status, message, fields }) => ({ statusCode: status, message, fields }));
  return result.success ? { id: result.id, success: true, errors } : { success: false, errors };
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
  const user = context.requireUser();
  const { allOrNone, records } = await readCollection(context);
  const list = new ApexList(
    SOBJECT,
    records.map((json) => typedRecord(context, json, op === 'update')),
  );
  context.sendJson(200, save(context.org, user, op, list, { allOrNone }).map(resultJson));
}

async function upsertCollection(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const { allOrNone, records } = await readCollection(context);
  const list = new ApexList(
    SOBJECT,
    records.map((json) => recordFromJson(context.org, object, json)),
  );
  const results = save(context.org, user, 'upsert', list, {
    allOrNone,
    externalId: object.resolveField(context.params.field)?.name,
  });
  context.sendJson(
    200,
    results.map((result) => ({ ...resultJson(result), created: result.created })),
  );
}

function deleteCollection(context: RequestContext): void {
  const user = context.requireUser();
  const ids = (context.url.searchParams.get('ids') ?? '').split(',').filter((id) => id !== '');
  const records = ids.map((id) => {
    const object = context.org.schema.objectByPrefix(id.slice(0, 3));
    if (!object) throw new HttpError(400, 'MALFORMED_ID', `malformed id ${id}`);
    return recordFromJson(context.org, object, {}, id);
  });
  const allOrNone = context.url.searchParams.get('allOrNone') === 'true';
  context.sendJson(
    200,
    save(context.org, user, 'delete', new ApexList(SOBJECT, records), { allOrNone }).map(resultJson),
  );
}

interface Part {
  method: string;
  url: string;
  referenceId: string;
  body?: unknown;
}

/** `POST composite`: requests in order, later ones may name results of earlier ones (`@{ref.id}`). */
async function composite(services: Services, context: RequestContext): Promise<void> {
  context.requireUser();
  const body = (await context.json()) as { allOrNone?: boolean; compositeRequest?: Part[] };
  const parts = body.compositeRequest ?? [];
  if (parts.length > MAX_PARTS)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `A composite request holds at most ${MAX_PARTS} parts`);
  const results = new Map<string, unknown>();
  const responses: { body: unknown; httpHeaders: object; httpStatusCode: number; referenceId: string }[] = [];
  const runAll = async (): Promise<void> => {
    for (const part of parts) {
      const filled = JSON.parse(
        fillReferences(JSON.stringify({ url: part.url, body: part.body ?? null }), results),
      ) as { url: string; body: unknown };
      const answer = await runSubrequest(services, context, part.method, filled.url, filled.body);
      results.set(part.referenceId, answer.body);
      responses.push({
        body: answer.body,
        httpHeaders: {},
        httpStatusCode: answer.status,
        referenceId: part.referenceId,
      });
      if (body.allOrNone && answer.status >= 400) throw new Halt();
    }
  };
  const { store } = context.org.engine;
  const point = store.savepoint();
  try {
    await runAll();
    store.release(point);
  } catch (error) {
    store.rollback(point);
    if (!(error instanceof Halt)) throw error;
    const halted = {
      body: [
        {
          errorCode: 'PROCESSING_HALTED',
          message: 'The transaction was rolled back since another operation in the same transaction failed.',
        },
      ],
      httpHeaders: {},
      httpStatusCode: 400,
    };
    responses.splice(
      0,
      responses.length - 1,
      ...responses.slice(0, -1).map(({ referenceId }) => ({ ...halted, referenceId })),
    );
  }
  context.sendJson(200, { compositeResponse: responses });
}

class Halt extends Error {}

/** Replaces `@{name.path[0].field}` by what the part of that name answered. */
function fillReferences(text: string, results: ReadonlyMap<string, unknown>): string {
  return text.replace(/@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g, (_all, name: string, path: string) => {
    const steps = [...path.matchAll(/\.(\w+)|\[(\d+)\]/g)].map((match) => match[1] ?? Number(match[2]));
    let value: any = results.get(name);
    for (const step of steps)
      value = value?.[step] ?? value?.[String(step).charAt(0).toUpperCase() + String(step).slice(1)];
    if (value === undefined)
      throw new HttpError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${name}${path} found`);
    return JSON.stringify(value).replace(/^"|"$/g, '');
  });
}
