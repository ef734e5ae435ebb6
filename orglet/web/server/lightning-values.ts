import { findClass, type ClassInfo } from '../../runtime/classes.js';
import { hooks } from '../../runtime/hooks.js';
import { SObjectValue, type ObjectInfo } from '../../runtime/sobject.js';
import { primitive, types, type TypeDesc } from '../../runtime/types.js';
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexMap, ApexSet } from '../../runtime/values/map.js';
import { ApexObject } from '../../runtime/values/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from '../../runtime/values/scalars.js';

/**
 * Conversion of Apex values to what a Lightning component receives, and of its parameters to Apex.
 * Of project classes only `@AuraEnabled` members are seen. Source: Lightning Web Components Developer Guide, "Call Apex Methods".
 */
export class ConversionError extends Error {}

const DAY = 86_400_000;

/** The JSON form of a value. */
export function toLightning(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.v;
  if (value instanceof ApexDate) return new Date(value.days * DAY).toISOString().slice(0, 10);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof ApexTime) return value.ms;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList) return value.a.map(toLightning);
  if (value instanceof ApexSet) return [...value].map(toLightning);
  if (value instanceof ApexMap)
    return Object.fromEntries([...value.entries()].map(([key, item]) => [String(toLightning(key)), toLightning(item)]));
  if (value instanceof SObjectValue) return recordToLightning(value);
  if (value instanceof ApexObject) return instanceToLightning(value);
  throw new ConversionError('A value of this type cannot be sent to a component');
}

/** Fields without a value are left out, as the platform does. */
function recordToLightning(record: SObjectValue): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record.f))
    if (value !== null && value !== undefined) result[name] = toLightning(value);
  return result;
}

function instanceToLightning(value: ApexObject): Record<string, unknown> {
  const info = value.classInfo;
  if (!info)
    throw new ConversionError(`${value.apexType.name} is not supported as a return value of an @AuraEnabled method`);
  let write = writers.get(info);
  if (!write) writers.set(info, (write = writerOf(info)));
  return write(value);
}

type Writer = (value: ApexObject) => Record<string, unknown>;
const writers = new WeakMap<ClassInfo, Writer>();

/** Takes the members of a class that pages get: code with their names written out, which makes objects of one shape. */
function writerOf(info: ClassInfo): Writer {
  const fields = info.allFields().filter((field) => !field.static && field.readable && isAuraEnabled(field));
  const members = fields.map(({ name }, i) => `${JSON.stringify(name)}:j(f[${i}].get(o))`);
  const make = new Function('j', 'f', `return (o)=>({${members.join(',')}})`);
  return make(toLightning, fields) as Writer;
}

/** Whether pages may call a method or read and write a member. */
export const isAuraEnabled = (member: { annotations: readonly { name: string }[] }) =>
  member.annotations.some(({ name }) => name === 'auraenabled');

/** The Apex value of a type that a JSON value stands for. @throws ConversionError when it does not fit */
export function fromLightning(json: unknown, type: TypeDesc, path = 'value'): unknown {
  if (json === null || json === undefined) return null;
  switch (type.kind) {
    case 'prim':
      return primitiveFromLightning(json, type.name, path);
    case 'list':
      return new ApexList(
        type.args[0],
        arrayOf(json, path).map((item, index) => fromLightning(item, type.args[0], `${path}[${index}]`)),
      );
    case 'set':
      return new ApexSet(
        type.args[0],
        arrayOf(json, path).map((item, index) => fromLightning(item, type.args[0], `${path}[${index}]`)),
      );
    case 'map': {
      const map = new ApexMap(type.args[0], type.args[1]);
      for (const [key, item] of Object.entries(objectOf(json, path))) {
        map.put(fromLightning(key, type.args[0], path), fromLightning(item, type.args[1], `${path}.${key}`));
      }
      return map;
    }
    case 'sobject':
      return recordFromLightning(objectOf(json, path), type, path);
    case 'class':
      return instanceFromLightning(objectOf(json, path), type, path);
    case 'enum':
      return enumFromLightning(json, type, path);
    case 'any':
      return untyped(json);
    default:
      throw new ConversionError(`Parameters of type ${type.name} are not supported`);
  }
}

function fail(path: string, type: string, json: unknown): never {
  throw new ConversionError(
    `Value provided is invalid for action parameter '${path}' of type '${type}': ${JSON.stringify(json)?.slice(0, 100)}`,
  );
}

function arrayOf(json: unknown, path: string): unknown[] {
  return Array.isArray(json) ? json : fail(path, 'List', json);
}

function objectOf(json: unknown, path: string): Record<string, unknown> {
  return typeof json === 'object' && !Array.isArray(json)
    ? (json as Record<string, unknown>)
    : fail(path, 'Object', json);
}

function primitiveFromLightning(json: unknown, type: string, path: string): unknown {
  switch (type) {
    case 'Boolean':
      if (typeof json === 'boolean') return json;
      return json === 'true' ? true : json === 'false' ? false : fail(path, type, json);
    case 'Integer': {
      const number = numberOf(json, path, type);
      return Number.isInteger(number) && Math.abs(number) <= 2 ** 31 ? number | 0 : fail(path, type, json);
    }
    case 'Long':
      return Number.isInteger(numberOf(json, path, type)) ? BigInt(json as string | number) : fail(path, type, json);
    case 'Double':
      return new ApexDouble(numberOf(json, path, type));
    case 'Decimal':
      numberOf(json, path, type);
      return ApexDecimal.parse(String(json)) ?? ApexDecimal.fromDouble(Number(json));
    case 'Date':
      return new ApexDate(Math.floor(instantOf(json, path, type) / DAY));
    case 'Datetime':
      return new ApexDatetime(instantOf(json, path, type));
    case 'Time':
      return new ApexTime(
        typeof json === 'number' ? json : instantOf(`1970-01-01T${String(json).replace(/Z?$/, 'Z')}`, path, type),
      );
    case 'Blob':
      return new ApexBlob(new Uint8Array(Buffer.from(String(json), 'base64')));
    default:
      if (typeof json === 'object') return fail(path, type, json);
      return type === 'Id' ? idOf(String(json), path) : String(json);
  }
}

function numberOf(json: unknown, path: string, type: string): number {
  const number = typeof json === 'number' ? json : typeof json === 'string' && json.trim() !== '' ? Number(json) : NaN;
  return Number.isFinite(number) ? number : fail(path, type, json);
}

function instantOf(json: unknown, path: string, type: string): number {
  const text = typeof json === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(json) ? `${json}T00:00:00Z` : json;
  const ms = typeof text === 'number' ? text : Date.parse(String(text));
  return Number.isNaN(ms) ? fail(path, type, json) : ms;
}

/** An Id in its 18-character form. */
function idOf(text: string, path: string): string {
  if (!/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(text)) return fail(path, 'Id', text);
  if (text.length === 18) return text;
  return text + checksum(text);
}

function checksum(id: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  return [0, 5, 10]
    .map(
      (start) =>
        alphabet[
          [...id.slice(start, start + 5)].reduce(
            (bits, character, index) => bits | (/[A-Z]/.test(character) ? 1 << index : 0),
            0,
          )
        ],
    )
    .join('');
}

function objectInfo(name: string, path: string): ObjectInfo {
  return hooks.schema?.resolveObject(name) ?? fail(path, name, name);
}

/** A record as `{sobjectType, Field: value}`, or as `{apiName, fields}` of the UI API. */
function recordFromLightning(json: Record<string, unknown>, type: TypeDesc, path: string): SObjectValue {
  const { sobjectType, apiName, attributes, fields, ...own } = json;
  const given = sobjectType ?? apiName ?? (attributes as { type?: string } | undefined)?.type;
  const name = type.name === 'SObject' ? String(given ?? '') : type.name;
  const object = objectInfo(name, path);
  const values = (fields as Record<string, unknown> | undefined) ?? own;
  const record = new SObjectValue(object);
  for (const [key, value] of Object.entries(values)) {
    const plain =
      value !== null && typeof value === 'object' && 'value' in value ? (value as { value: unknown }).value : value;
    const field = object.resolveField(key);
    if (field) record.f[field.name] = fromLightning(plain, fieldType(field.apexType), `${path}.${key}`);
    else if (!setRelated(record, object, key, plain, path)) fail(`${path}.${key}`, object.name, value);
  }
  return record;
}

const fieldType = (name: string): TypeDesc => primitive(name) ?? types.any;

function setRelated(record: SObjectValue, object: ObjectInfo, key: string, value: unknown, path: string): boolean {
  const parent = object.resolveRelationship(key);
  if (parent) {
    record.f[parent.relationshipName!] = fromLightning(
      value,
      types.sobject(parent.referenceTo.length === 1 ? parent.referenceTo[0] : 'SObject'),
      `${path}.${key}`,
    );
    return true;
  }
  const children = object.resolveChildRelationship(key);
  if (!children) return false;
  record.f[children.name!] = fromLightning(
    value,
    types.list(types.sobject(children.childObject.name)),
    `${path}.${key}`,
  );
  return true;
}

function instanceFromLightning(json: Record<string, unknown>, type: TypeDesc, path: string): unknown {
  const info = findClass(type.name) as ClassInfo;
  const constructor = info.constructors.find(({ params }) => params.length === 0);
  if (!constructor) throw new ConversionError(`${info.name} has no constructor without parameters`);
  const instance = constructor.invoke([]);
  for (const [key, value] of Object.entries(json)) {
    const field = info.findField(key);
    if (field && field.writable && isAuraEnabled(field))
      field.set(instance, fromLightning(value, field.type, `${path}.${key}`));
  }
  return instance;
}

function enumFromLightning(json: unknown, type: TypeDesc, path: string): unknown {
  const constants = (findClass(type.name)?.constants ?? []) as ApexEnumValue[];
  const wanted = String(json).toLowerCase();
  return constants.find((constant) => constant.name.toLowerCase() === wanted) ?? fail(path, type.name, json);
}

/** A value for a parameter of type Object: what `JSON.deserializeUntyped` would make of it. */
function untyped(json: unknown): unknown {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number')
    return Number.isInteger(json) && Math.abs(json) < 2 ** 31 ? json : ApexDecimal.fromDouble(json);
  if (Array.isArray(json)) return new ApexList(types.any, json.map(untyped));
  const map = new ApexMap(types.prim('String'), types.any);
  for (const [key, value] of Object.entries(json as object)) map.put(key, untyped(value));
  return map;
}
