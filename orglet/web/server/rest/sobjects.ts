import type { ObjectInfo } from '../../../schema/model.js';
import { HttpError, type RequestContext } from '../context.js';
import { escapeSoql, objectOf, readRecord, recordFromJson, save, typedList } from './records.js';

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
  context.sendJson(201, { id: result.id, success: true, errors: [] });
}

export function getRecord(context: RequestContext): void {
  const object = objectOf(context.org, context.params.object);
  context.sendJson(
    200,
    readRecord(context.org, context.requireUser(), object, checkId(context.params.id), fieldsOf(context)),
  );
}

export async function updateRecord(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const record = recordFromJson(context.org, object, await context.json(), checkId(context.params.id));
  save(context.org, user, 'update', typedList(object, [record]));
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

/** Id of the record with that external Id; null when there is none, 300 when there are several. */
function findByExternalId(context: RequestContext, object: ObjectInfo, field: string, value: string): string | null {
  const rows = context.org.query(
    `SELECT Id FROM ${object.name} WHERE ${field} = '${escapeSoql(value)}' LIMIT 2`,
    context.requireUser(),
    { userMode: true },
  );
  if (rows.length > 1)
    throw new HttpError(300, 'MULTIPLE_CHOICES', 'The external ID is in use by more than one record');
  return rows.length ? (rows[0].Id as string) : null;
}

export function getByExternalId(context: RequestContext): void {
  const object = objectOf(context.org, context.params.object);
  const id = findByExternalId(context, object, externalId(object, context.params.field), context.params.value);
  if (!id) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  context.sendJson(200, readRecord(context.org, context.requireUser(), object, id, fieldsOf(context)));
}

export async function upsertRecord(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const field = externalId(object, context.params.field);
  const record = recordFromJson(context.org, object, { ...(await context.json()), [field]: context.params.value });
  const [result] = save(context.org, user, 'upsert', typedList(object, [record]), { externalId: field });
  context.sendJson(result.created ? 201 : 200, { id: result.id, success: true, errors: [], created: result.created });
}
