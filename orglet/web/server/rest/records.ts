import { engine, type DmlOperation } from '../../../runtime/engine.js';
import { SObjectValue } from '../../../runtime/sobject.js';
import { types } from '../../../runtime/types.js';
import { ApexList } from '../../../runtime/values/list.js';
import type { DmlResult } from '../../../data/lib/results.js';
import type { Org } from '../../../org/org.js';
import { fromJsonValue } from '../../../org/json-rows.js';
import type { JsonRow, OrgUser } from '../../../org/types.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { HttpError } from '../context.js';

/** Records by REST: read and written as the signed-in user, with sharing, object and field permissions. */
const USER_ACCESS = { sharing: 'with', access: 'user' } as const;

export function objectOf(org: Org, name: string): ObjectInfo {
  const object = org.schema.resolveObject(name);
  if (!object) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return object;
}

/** A record from the fields of a request; unknown fields are an error. */
export function recordFromJson(
  org: Org,
  object: ObjectInfo,
  body: Record<string, unknown>,
  id: string | null = null,
): SObjectValue {
  const record = new SObjectValue(object);
  if (id) record.f.Id = id;
  for (const [name, json] of Object.entries(body)) {
    if (name === 'attributes' || (id && name.toLowerCase() === 'id')) continue;
    const found = fromJsonValue(object, name, json);
    const parent = found ? null : object.resolveRelationship(name);
    if (found) record.f[found.field] = found.value;
    else if (parent && typeof json === 'object' && json !== null) {
      // A parent by an external Id: {"Account": {"Key__c": "x"}}.
      const type = (json as { attributes?: { type?: string } }).attributes?.type ?? parent.referenceTo[0];
      record.f[parent.relationshipName!] = recordFromJson(org, objectOf(org, type), json as Record<string, unknown>);
    } else throw new HttpError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  }
  return record;
}

export function typedList(object: ObjectInfo, records: SObjectValue[]): ApexList {
  return new ApexList(types.sobject(object.name), records);
}

/** Runs one DML statement as the user; each row's result when `allOrNone` is false, else it throws. */
export function save(
  org: Org,
  user: OrgUser,
  op: DmlOperation,
  list: ApexList,
  options: { allOrNone?: boolean; externalId?: string } = {},
): DmlResult[] {
  return org.transaction(
    user,
    () =>
      engine().dml(op, list, {
        allOrNone: options.allOrNone ?? true,
        access: USER_ACCESS,
        externalId: options.externalId,
      }).a as DmlResult[],
    { quiddity: 'REST' },
  );
}

/** One record by Id with the fields the user may see, or the named ones; 404 when it is not there for the user. */
export function readRecord(org: Org, user: OrgUser, object: ObjectInfo, id: string, fields: string[] | null): JsonRow {
  const names =
    fields ??
    [...object.fields.values()].filter((field) => org.canReadField(user, object, field)).map((field) => field.name);
  const [row] = org.query(`SELECT ${names.join(', ')} FROM ${object.name} WHERE Id = '${escapeSoql(id)}'`, user, {
    userMode: true,
  });
  if (!row) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return row;
}

export const escapeSoql = (text: string): string => text.replace(/[\\']/g, (character) => `\\${character}`);
