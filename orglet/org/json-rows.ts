import { AddressValue } from '../data/lib/compound.js';
import type { SoqlQuery } from '../data/soql/ast.js';
import { hooks } from '../runtime/hooks.js';
import { SObjectValue, type ObjectInfo } from '../runtime/sobject.js';
import { ApexDecimal } from '../runtime/values/decimal.js';
import { ApexList } from '../runtime/values/list.js';
import { ApexObject } from '../runtime/values/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime } from '../runtime/values/scalars.js';
import type { JsonRow } from './types.js';

/** API version in the addresses of rows and in describe results. */
export const API_VERSION = '67.0';

const DAY = 86_400_000;

/** A record in the shape of the REST API. */
export function toJsonRow(record: SObjectValue): JsonRow {
  return jsonRow(record, null, '');
}

/**
 * The records of a query as JSON rows. Apex can read `Id` of any selected record, and the reference that a parent was
 * reached by; a row of the REST API holds them only when the SELECT names them.
 */
export function selectedRows(query: SoqlQuery, records: readonly SObjectValue[]): JsonRow[] {
  const named = new Set<string>();
  collectNames(query, '', named);
  return records.map((record) => jsonRow(record, named, ''));
}

/** A step of a path as it is compared: in the org's namespace a query may name a field with or without its prefix. */
function plainStep(step: string): string {
  const prefix = hooks.schema?.namespace ? `${hooks.schema.namespace.toLowerCase()}__` : null;
  const lower = step.toLowerCase();
  return prefix && lower.startsWith(prefix) ? lower.slice(prefix.length) : lower;
}

/** Adds the paths of the fields that the SELECT names, in lower case; `Path.*` for all fields there. */
function collectNames(query: SoqlQuery, prefix: string, named: Set<string>): void {
  const roots = new Set([query.from, query.alias ?? query.from].map(plainStep));
  const addPath = (path: readonly string[]): void => {
    const steps = path.map(plainStep);
    if (steps.length > 1 && roots.has(steps[0])) steps.shift();
    named.add(prefix + steps.join('.'));
  };
  for (const item of query.select) {
    if (item.kind === 'field') addPath(item.path);
    else if (item.kind === 'fields') named.add(`${prefix}*`);
    else if (item.kind === 'subquery') collectNames(item.query, `${prefix}${plainStep(item.query.from)}.`, named);
    else if (item.kind === 'typeof')
      for (const field of [...item.whens.flatMap(({ fields }) => fields), ...(item.otherwise ?? [])])
        addPath([...item.path, ...field]);
  }
}

function jsonRow(record: SObjectValue, named: ReadonlySet<string> | null, prefix: string): JsonRow {
  const { name } = record.type;
  if (name === 'AggregateResult') return { attributes: { type: name }, ...jsonFields(record, null, '') };
  const id = record.f.Id as string | undefined;
  const url = `/services/data/v${API_VERSION}/sobjects/${name}${id ? `/${id}` : ''}`;
  return { attributes: { type: name, url }, ...jsonFields(record, named, prefix) };
}

function jsonFields(record: SObjectValue, named: ReadonlySet<string> | null, prefix: string): JsonRow {
  const row: JsonRow = {};
  for (const name of new Set([...(record.query?.fields ?? []), ...Object.keys(record.f)])) {
    if (named && isImplicit(record.type, name) && !isNamed(named, prefix, name)) continue;
    const value: unknown = record.f[name];
    const below = `${prefix}${plainStep(name)}.`;
    if (value instanceof SObjectValue) row[name] = jsonRow(value, named, below);
    else if (value instanceof ApexList)
      row[name] = childRows(value, (child) => (child instanceof SObjectValue ? jsonRow(child, named, below) : child));
    else row[name] = toJsonValue(value);
  }
  return row;
}

/** Fields that a query fetches whether they are named or not. */
const isImplicit = (object: ObjectInfo, name: string): boolean =>
  name === 'Id' || object.resolveField(name)?.type === 'REFERENCE';

const isNamed = (named: ReadonlySet<string>, prefix: string, name: string): boolean =>
  named.has(prefix + plainStep(name)) || named.has(`${prefix}*`);

/** Rows of a subquery; null when it found none, as the REST API answers. */
function childRows(list: ApexList, toRow: (child: unknown) => unknown): JsonRow | null {
  return list.a.length ? { totalSize: list.a.length, done: true, records: list.a.map(toRow) } : null;
}

/** A field value in the notation of the REST API. */
export function toJsonValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.v;
  if (value instanceof ApexDate) return new Date(value.days * DAY).toISOString().slice(0, 10);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString().replace('Z', '+0000');
  if (value instanceof ApexTime) return new Date(value.ms).toISOString().slice(11);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof SObjectValue) return toJsonRow(value);
  if (value instanceof ApexList) return childRows(value, toJsonValue);
  if (value instanceof AddressValue)
    return Object.fromEntries(value.named().map(([name, part]) => [name, toJsonValue(part)]));
  if (value instanceof ApexObject)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJsonValue(part)]));
  return String(value);
}

/** A value of a request's JSON for a field. @throws Error when it does not fit the field's type */
export function fromJsonValue(
  object: ObjectInfo,
  name: string,
  json: unknown,
): { field: string; value: unknown } | null {
  const field = object.resolveField(name);
  if (!field) return null;
  return {
    field: field.name,
    value: json === null || json === undefined ? null : readValue(field.apexType, json, field.name),
  };
}

/** A request value that a field cannot hold. */
export class JsonValueError extends Error {}

function readValue(type: string, json: unknown, field: string): unknown {
  const fail = (): never => {
    throw new JsonValueError(
      `Cannot deserialize instance of ${type.toLowerCase()} from value ${JSON.stringify(json)} for field ${field}`,
    );
  };
  switch (type) {
    case 'Boolean':
      return typeof json === 'boolean' ? json : json === 'true' ? true : json === 'false' ? false : fail();
    case 'Integer':
      return Number.isInteger(Number(json)) && json !== '' ? Number(json) | 0 : fail();
    case 'Long':
      return Number.isInteger(Number(json)) && json !== '' ? BigInt(Number(json)) : fail();
    case 'Decimal':
    case 'Double':
      return json === ''
        ? null
        : (ApexDecimal.parse(String(json)) ??
            (Number.isFinite(Number(json)) ? ApexDecimal.fromDouble(Number(json)) : fail()));
    case 'Date':
      return json === '' ? null : new ApexDate(Math.floor(instant(String(json).slice(0, 10), fail) / DAY));
    case 'Datetime':
      return json === '' ? null : new ApexDatetime(instant(String(json).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'), fail));
    case 'Time':
      return json === '' ? null : new ApexTime(instant(`1970-01-01T${String(json).replace(/Z?$/, 'Z')}`, fail));
    case 'Blob':
      return new ApexBlob(new Uint8Array(Buffer.from(String(json), 'base64')));
    default:
      return typeof json === 'object' ? fail() : String(json);
  }
}

function instant(text: string, fail: () => never): number {
  const ms = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  return Number.isNaN(ms) ? fail() : ms;
}
