import { engine } from '../../../runtime/engine.js';
import { SObjectValue } from '../../../runtime/sobject.js';
import { ApexList } from '../../../runtime/values/list.js';
import { toJsonValue } from '../../../org/json-rows.js';
import type { Org } from '../../../org/org.js';
import type { OrgUser } from '../../../org/types.js';
import type { FieldInfo, ObjectInfo } from '../../../schema/model.js';
import { HttpError } from '../context.js';
import { escapeSoql } from '../rest/records.js';

const USER = { sharing: 'with', access: 'user' } as const;

/** Records of a SOQL query as the user sees them. */
export function selectRecords(org: Org, user: OrgUser, soql: string): SObjectValue[] {
  return org.transaction(
    user,
    () => (org.engine.query(org.engine.parse(soql), [], USER) as ApexList).a as SObjectValue[],
  );
}

/** Paths such as `Product2.Name` without the object, when the user may read them. */
export function readablePaths(org: Org, user: OrgUser, object: ObjectInfo, names: Iterable<string>): string[] {
  const paths = new Set<string>();
  for (const name of names) {
    const parts = name.trim().split('.');
    if (parts.length > 1 && parts[0].toLowerCase() === object.name.toLowerCase()) parts.shift();
    const path = resolvePath(org, user, object, parts);
    if (path) paths.add(path);
  }
  return [...paths];
}

function resolvePath(org: Org, user: OrgUser, object: ObjectInfo, parts: string[]): string | null {
  const [first, ...rest] = parts;
  if (!rest.length) {
    const field = object.resolveField(first);
    return field && org.canReadField(user, object, field) ? field.name : null;
  }
  const reference = object.resolveRelationship(first);
  if (!reference || !org.canReadField(user, object, reference)) return null;
  const parent = org.schema.resolveObject(reference.referenceTo[0]);
  const below = parent && org.objectAccess(user, parent).read ? resolvePath(org, user, parent, rest) : null;
  return below ? `${reference.relationshipName}.${below}` : null;
}

/**
 * Fields of a record with the names of the records that it refers to, where the user may read these objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_get.htm (optionalFields:
 *   what the user may not read is left out)
 */
export function withReferenceNames(org: Org, user: OrgUser, object: ObjectInfo, paths: string[]): string[] {
  const all = new Set(['Id', ...paths]);
  for (const path of paths) {
    const field = path.includes('.') ? null : object.field(path);
    if (field?.type !== 'REFERENCE' || !field.relationshipName || field.polymorphic) continue;
    const parent = org.schema.object(field.referenceTo[0]);
    if (parent?.nameField && org.objectAccess(user, parent).read && org.canReadField(user, parent, parent.nameField))
      all.add(`${field.relationshipName}.${parent.nameField.name}`).add(`${field.relationshipName}.Id`);
  }
  if (object.nameField) all.add(object.nameField.name);
  for (const name of ['LastModifiedDate', 'LastModifiedById']) if (object.field(name)) all.add(name);
  return [...all];
}

/** One record in the shape of the UI API. */
export function recordJson(record: SObjectValue): Record<string, unknown> {
  const object = record.type as ObjectInfo;
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record.f)) {
    if (name === 'Id') continue;
    if (value instanceof SObjectValue) fields[name] = { displayValue: nameOf(value), value: recordJson(value) };
    else if (!(value instanceof ApexList))
      fields[name] = { displayValue: displayValue(object.field(name), value), value: toJsonValue(value) };
  }
  for (const name of record.query?.fields ?? [])
    if (name !== 'Id' && !(name in fields)) fields[name] = { displayValue: null, value: null };
  const modified = record.f.LastModifiedDate as { ms: number } | undefined;
  return {
    apiName: object.name,
    id: record.id,
    fields,
    childRelationships: {},
    recordTypeId: (record.f.RecordTypeId as string | undefined) ?? null,
    recordTypeInfo: null,
    lastModifiedById: record.f.LastModifiedById ?? null,
    lastModifiedDate: modified ? new Date(modified.ms).toISOString() : null,
    systemModstamp: modified ? new Date(modified.ms).toISOString() : null,
    weakEtag: modified?.ms ?? 0,
    eTag: String(modified?.ms ?? 0),
  };
}

function nameOf(record: SObjectValue): string | null {
  const { nameField } = record.type as ObjectInfo;
  return nameField ? ((record.f[nameField.name] as string | undefined) ?? null) : null;
}

const CURRENCY = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** Text of a value as pages show it; null when the value says it itself. */
function displayValue(field: FieldInfo | undefined, value: unknown): string | null {
  if (!field || value === null || value === undefined) return null;
  const plain = toJsonValue(value);
  switch (field.type) {
    case 'PICKLIST':
      return field.picklistValues.find((candidate) => candidate.value === value)?.label ?? String(value);
    case 'MULTIPICKLIST':
      return String(value)
        .split(';')
        .map((part) => field.picklistValues.find((candidate) => candidate.value === part)?.label ?? part)
        .join(';');
    case 'CURRENCY':
      return CURRENCY.format(Number(plain));
    case 'PERCENT':
      return `${Number(plain).toFixed(field.scale)}%`;
    case 'DOUBLE':
    case 'INTEGER':
      return Number(plain).toLocaleString('en-US', { minimumFractionDigits: field.scale });
    case 'DATE':
      return new Date(`${String(plain)}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC' });
    case 'DATETIME':
      return new Date((value as { ms: number }).ms).toLocaleString('en-US');
    default:
      return null;
  }
}

/** Reads one record; 404 when the user cannot see it. */
export function loadRecord(org: Org, user: OrgUser, id: string, names: Iterable<string>): Record<string, unknown> {
  const object = objectOfId(org, id);
  const paths = withReferenceNames(org, user, object, readablePaths(org, user, object, names));
  const [record] = selectRecords(
    org,
    user,
    `SELECT ${paths.join(', ')} FROM ${object.name} WHERE Id = '${escapeSoql(id)}'`,
  );
  if (!record) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return recordJson(record);
}

export function objectOfId(org: Org, id: string): ObjectInfo {
  const object = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(id) ? org.schema.objectByPrefix(id.slice(0, 3)) : null;
  if (!object) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return object;
}

/** Saves one record as the user and returns its Id. @throws the DmlException when it fails */
export function saveRecord(org: Org, user: OrgUser, op: 'insert' | 'update' | 'delete', record: SObjectValue): string {
  org.transaction(user, () => engine().dml(op, record, { allOrNone: true, access: USER }), { quiddity: 'REST' });
  return record.id!;
}
