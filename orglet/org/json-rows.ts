import { AddressValue } from '../data/lib/compound.js';
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
  const id = record.f.Id as string | undefined;
  const url = `/services/data/v${API_VERSION}/sobjects/${record.type.name}${id ? `/${id}` : ''}`;
  const row: JsonRow = {
    attributes: record.type.name === 'AggregateResult' ? { type: record.type.name } : { type: record.type.name, url },
  };
  for (const [name, value] of Object.entries(record.f)) row[name] = toJsonValue(value);
  for (const name of record.query?.fields ?? []) if (!(name in row) && record.type.resolveField(name)) row[name] = null;
  return row;
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
  if (value instanceof ApexList)
    return value.a.length ? { totalSize: value.a.length, done: true, records: value.a.map(toJsonValue) } : null;
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
