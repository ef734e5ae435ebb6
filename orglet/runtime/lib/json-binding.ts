/** JSON trees to typed Apex values. */
import { findClass, type ClassInfo } from '../classes.js';
import { raise } from '../errors.js';
import { hooks } from '../hooks.js';
import { lib } from '../registry.js';
import { SObjectValue, type FieldInfo, type ObjectInfo } from '../sobject.js';
import { OBJECT, primitive, STRING, types, type TypeDesc } from '../types.js';
import { DAY_MS, dayOf, daysFromCivil } from '../values/calendar.js';
import { ApexDecimal } from '../values/decimal.js';
import { ApexList } from '../values/list.js';
import { ApexMap, ApexSet } from '../values/map.js';
import type { ApexObject } from '../values/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime } from '../values/scalars.js';
import { enumConstant, standardEnum } from './enums.js';
import { requireId } from './id.js';
import { JsonNumber, type JsonNode } from './json-reader.js';

const fail = (message: string): never => raise('System.JSONException', message);

/** Maps, lists, strings, numbers and booleans, as `deserializeUntyped` gives them. */
export function untyped(node: JsonNode): unknown {
  if (node instanceof JsonNumber) return untypedNumber(node);
  if (Array.isArray(node)) return new ApexList(OBJECT, node.map(untyped));
  if (node instanceof Map) {
    const map = new ApexMap(STRING, OBJECT);
    for (const [name, value] of node) map.put(name, untyped(value));
    return map;
  }
  return node;
}

function untypedNumber(node: JsonNumber): unknown {
  if (!node.integral) return ApexDecimal.parse(node.text);
  const value = BigInt(node.text);
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? value : new ApexDecimal(value);
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Milliseconds of an ISO 8601 date and time; without an offset it is GMT. Null when it is none. */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = match[7] ? Math.floor(Number(`0.${match[7]}`) * 1000 + 1e-6) : 0;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(match[8] ?? '');
  const shift = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000 : 0;
  return (
    daysFromCivil(year, month, day) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + fraction - shift
  );
}

/** Milliseconds of `HH:mm:ss.SSSZ`, or null. */
export function parseTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text.trim());
  if (!match) return null;
  return (
    Number(match[1]) * 3_600_000 +
    Number(match[2]) * 60_000 +
    Number(match[3] ?? 0) * 1000 +
    Number((match[4] ?? '0').padEnd(3, '0'))
  );
}

const illegal = (text: string): never => fail(`Illegal value for primitive: ${text}`);

function scalarText(node: JsonNode): string {
  if (node instanceof JsonNumber) return node.text;
  if (typeof node === 'string') return node;
  return typeof node === 'boolean' ? String(node) : fail('Illegal value for primitive');
}

function whole(text: string, bits: 32 | 64): bigint {
  if (!/^[+-]?\d+(?:\.0+)?$/.test(text)) return illegal(text);
  const value = BigInt(text.replace(/\.0+$/, '').replace('+', ''));
  return BigInt.asIntN(bits, value) === value
    ? value
    : fail(`Numeric value (${text}) out of range of ${bits === 32 ? 'int' : 'long'}`);
}

function primitiveValue(node: JsonNode, name: string): unknown {
  const text = scalarText(node);
  switch (name) {
    case 'String':
      return text;
    case 'Id':
      return requireId(text);
    case 'Boolean':
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : illegal(text);
    case 'Integer':
      return Number(whole(text, 32));
    case 'Long':
      return whole(text, 64);
    case 'Double':
      return ApexDecimal.parse(text) ? new ApexDouble(Number(text)) : illegal(text);
    case 'Decimal':
      return ApexDecimal.parse(text) ?? illegal(text);
    case 'Date':
      return new ApexDate(dayOf(parseInstant(text) ?? fail(`Invalid date: ${text}`)));
    case 'Datetime':
      return new ApexDatetime(parseInstant(text) ?? fail(`Invalid date/time: ${text}`));
    case 'Time':
      return new ApexTime(parseTime(text) ?? fail(`Invalid time: ${text}`));
    case 'Blob':
      return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
    default:
      return fail(`Apex Type unsupported in JSON: ${name}`);
  }
}

/** A value of type `type`. @param strict unknown fields are errors */
export function bind(node: JsonNode, type: TypeDesc, strict: boolean): unknown {
  if (node === null) return null;
  switch (type.kind) {
    case 'any':
      return untyped(node);
    case 'prim':
      return primitiveValue(node, type.name);
    case 'list':
      return new ApexList(
        type.args[0]!,
        items(node).map((item) => bind(item, type.args[0]!, strict)),
      );
    case 'set':
      return new ApexSet(
        type.args[0]!,
        items(node).map((item) => bind(item, type.args[0]!, strict)),
      );
    case 'map':
      return bindMap(node, type, strict);
    case 'sobject':
      return bindRecord(node, type.name, strict);
    case 'enum':
      return bindEnum(node, type);
    default:
      return bindObject(node, type, strict);
  }
}

const raiseNoList = (): never => fail("Malformed JSON: Expected '[' at the beginning of List/Set");
const raiseNoObject = (): never => fail("Malformed JSON: Expected '{' at the beginning of object");

/** Whether a text with this first character may hold a value of the type. @throws System.JSONException */
export function checkShape(first: string | undefined, type: TypeDesc): void {
  if (first === undefined || first === 'n') return;
  if ((type.kind === 'list' || type.kind === 'set') && first !== '[') raiseNoList();
  if (first === '{' || type.kind === 'list' || type.kind === 'set') return;
  if (type.kind === 'map' || type.kind === 'sobject' || findClass(type.name)?.kind === 'class') raiseNoObject();
}

const items = (node: JsonNode): JsonNode[] => (Array.isArray(node) ? node : raiseNoList());

function members(node: JsonNode): Map<string, JsonNode> {
  return node instanceof Map ? node : raiseNoObject();
}

function bindMap(node: JsonNode, type: TypeDesc, strict: boolean): ApexMap {
  const [key, value] = type.args as [TypeDesc, TypeDesc];
  const map = new ApexMap(key, value);
  for (const [name, member] of members(node)) map.put(bind(name, key, strict), bind(member, value, strict));
  return map;
}

function bindEnum(node: JsonNode, type: TypeDesc): unknown {
  const constants = standardEnum(type.name) ?? findClass(type.name)?.constants;
  if (!constants) return fail(`Apex Type unsupported in JSON: ${type.name}`);
  return enumConstant(type.name, constants as Parameters<typeof enumConstant>[1], scalarText(node));
}

function bindObject(node: JsonNode, type: TypeDesc, strict: boolean): unknown {
  const info = findClass(type.name);
  if (!info) return bindStandard(node, type, strict);
  if (info.kind === 'enum') return bindEnum(node, info.type);
  if (info.kind === 'interface' || info.abstract || !info.js)
    return fail(`Apex Type unsupported in JSON: ${type.name}`);
  return fillObject(new info.js(), info, members(node), strict);
}

function fillObject(object: ApexObject, info: ClassInfo, nodes: Map<string, JsonNode>, strict: boolean): ApexObject {
  for (const [name, node] of nodes) {
    const field = info.findField(name);
    if (!field || field.static || field.transient || !field.writable) {
      if (strict) fail(`Unknown field: ${info.name}.${name}`);
      continue;
    }
    field.set(object, bind(node, field.type, strict));
  }
  return object;
}

/** A JSON object as a plain one, for classes that read their members themselves. */
function plainJson(node: JsonNode): unknown {
  if (Array.isArray(node)) return node.map(plainJson);
  if (node instanceof Map) return Object.fromEntries([...node].map(([name, value]) => [name, plainJson(value)]));
  return typeof node === 'object' && node !== null ? Number(scalarText(node)) : node;
}

/** Standard classes are made by their own `fromJson`, or through a constructor without arguments and properties. */
function bindStandard(node: JsonNode, type: TypeDesc, strict: boolean): unknown {
  const entry = lib(type.name);
  if (entry.fromJson) return entry.fromJson(plainJson(members(node)));
  if (!entry.ctor || !Object.keys(entry.props).length) return fail(`Apex Type unsupported in JSON: ${type.name}`);
  const object = entry.ctor();
  for (const [name, value] of members(node)) {
    const property = entry.props[name.toLowerCase()];
    if (property?.set) property.set(object, untyped(value));
    else if (strict) fail(`Unknown field: ${type.name}.${name}`);
  }
  return object;
}

/** Name of the object in `attributes.type`, or null. */
function attributeType(nodes: Map<string, JsonNode>): string | null {
  const attributes = nodes.get('attributes');
  const name = attributes instanceof Map ? attributes.get('type') : null;
  return typeof name === 'string' ? name : null;
}

function bindRecord(node: JsonNode, typeName: string, strict: boolean): SObjectValue {
  const nodes = members(node);
  const name =
    typeName === 'SObject'
      ? (attributeType(nodes) ?? fail('Concrete type required: attributes.type is missing'))
      : typeName;
  const object = hooks.schema?.resolveObject(name) ?? fail(`Invalid type: ${name}`);
  const record = new SObjectValue(object);
  for (const [member, value] of nodes) if (member !== 'attributes') bindMember(record, object, member, value, strict);
  return record;
}

function bindMember(record: SObjectValue, object: ObjectInfo, name: string, node: JsonNode, strict: boolean): void {
  const field = object.resolveField(name);
  if (field) {
    record.f[field.name] = node === null ? null : fieldFromJson(field, node);
    return;
  }
  const parent = object.resolveRelationship(name);
  if (parent?.relationshipName) {
    const target = (node instanceof Map && attributeType(node)) || parent.referenceTo[0]!;
    record.f[parent.relationshipName] = node === null ? null : bindRecord(node, target, strict);
    return;
  }
  const children = object.resolveChildRelationship(name);
  if (!children?.name) return fail(`No such column '${name}' on sobject of type ${object.name}`);
  const records = node instanceof Map ? (node.get('records') ?? []) : node;
  const child = children.childObject.name;
  const rows = records === null ? [] : items(records).map((row) => bindRecord(row, child, strict));
  record.f[children.name] = new ApexList(types.sobject(child), rows);
}

function fieldFromJson(field: FieldInfo, node: JsonNode): unknown {
  // Metadata relationships also hold names.
  if (field.type === 'REFERENCE' && field.referenceTo[0]?.endsWith('__mdt')) return untyped(node);
  const type = primitive(field.apexType);
  if (type) return primitiveValue(node, type.name);
  return untyped(node);
}
