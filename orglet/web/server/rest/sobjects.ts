import { API_VERSION } from '../../../org/json-rows.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { HttpError, type RequestContext } from '../context.js';
import { escapeSoql, objectOf, readRecord, recordFromJson, save, typedList } from './records.js';
import { remember } from './recent.js';

/** One record: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/using_resources_working_with_records.htm */

const fieldsOf = (context: RequestContext) =>
  context.url.searchParams
    .get('fields')
    ?.split(',')
    .map((name) => name.trim()) ?? null;

/** Ids are letters and digits; anything else is no record. */
function checkId(id: string): string {
  if (!/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(id))
    throw new HttpError(404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible: ' + id);
  return id;
}

export async function createRecord(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const record = recordFromJson(context.org, object, await context.json());
  const [result] = save(context.org, user, 'insert', typedList(object, [record]));
  remember(context, result.id!);
  context.sendJson(
    201,
    { id: result.id, success: true, errors: [] },
    { Location: `/services/data/v${API_VERSION}/sobjects/${object.name}/${result.id}` },
  );
}

export function getRecord(context: RequestContext): void {
  const object = objectOf(context.org, context.params.object);
  const id = checkId(context.params.id);
  const row = readRecord(context.org, context.requireUser(), object, id, fieldsOf(context));
  remember(context, id);
  context.sendJson(200, row);
}

/** `GET sobjects/{object}/{id}/{field}` of a base64 field: its bytes. */
function getBlob(context: RequestContext, object: ObjectInfo, id: string, field: string): void {
  const row = readRecord(context.org, context.requireUser(), object, id, [field]);
  const type = typeof row.ContentType === 'string' ? row.ContentType : 'application/octet-stream';
  context.send(200, Buffer.from(String(row[field] ?? ''), 'base64'), type);
}

export async function updateRecord(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const record = recordFromJson(context.org, object, await context.json(), checkId(context.params.id));
  save(context.org, user, 'update', typedList(object, [record]));
  remember(context, context.params.id);
  context.sendEmpty(204);
}

export function deleteRecord(context: RequestContext): void {
  const object = objectOf(context.org, context.params.object);
  save(
    context.org,
    context.requireUser(),
    'delete',
    typedList(object, [recordFromJson(context.org, object, {}, checkId(context.params.id))]),
  );
  context.sendEmpty(204);
}

function externalId(object: ObjectInfo, name: string): string {
  const field = object.resolveField(name);
  if (!field || !(field.externalId || field.idLookup)) {
    throw new HttpError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
  }
  return field.name;
}

/** Ids of the records with that external Id: two are enough to tell that it is not unique. */
function findByExternalId(context: RequestContext, object: ObjectInfo, field: string, value: string): string[] {
  const rows = context.org.query(
    `SELECT Id FROM ${object.name} WHERE ${field} = '${escapeSoql(value)}' LIMIT 2`,
    context.requireUser(),
    { userMode: true },
  );
  return rows.map((row) => row.Id as string);
}

/** 300 and the addresses of the records when an external Id stands for several. */
function sendChoices(context: RequestContext, object: ObjectInfo, ids: string[]): void {
  context.sendJson(
    300,
    ids.map((id) => `/services/data/v${API_VERSION}/sobjects/${object.name}/${id}`),
  );
}

export function getByExternalId(context: RequestContext): void {
  const object = objectOf(context.org, context.params.object);
  const { field, value } = context.params;
  const blob = object.resolveField(value);
  if (blob?.apexType === 'Blob' && object.keyPrefix && field.startsWith(object.keyPrefix)) {
    getBlob(context, object, checkId(field), blob.name);
    return;
  }
  const ids = findByExternalId(context, object, externalId(object, field), value);
  if (!ids.length) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (ids.length > 1) sendChoices(context, object, ids);
  else context.sendJson(200, readRecord(context.org, context.requireUser(), object, ids[0], fieldsOf(context)));
}

export function deleteByExternalId(context: RequestContext): void {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const { field, value } = context.params;
  const ids = findByExternalId(context, object, externalId(object, field), value);
  if (!ids.length) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (ids.length > 1) {
    sendChoices(context, object, ids);
    return;
  }
  save(context.org, user, 'delete', typedList(object, [recordFromJson(context.org, object, {}, ids[0])]));
  context.sendEmpty(204);
}

export async function upsertRecord(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const field = externalId(object, context.params.field);
  const record = recordFromJson(context.org, object, { ...(await context.json()), [field]: context.params.value });
  const [result] = save(context.org, user, 'upsert', typedList(object, [record]), { externalId: field });
  context.sendJson(result.created ? 201 : 200, { id: result.id, success: true, errors: [], created: result.created });
}
