import { ApexExceptionObject, findClass } from '../runtime/classes.js';
import { hooks } from '../runtime/hooks.js';
import { lib } from '../runtime/registry.js';
import { SObjectFieldToken, sobjectField, sobjectType, SObjectTypeToken, SObjectValue } from '../runtime/sobject.js';
import { types, type PrimitiveName, type TypeDesc } from '../runtime/types.js';
import { ApexDecimal } from '../runtime/values/decimal.js';
import { ApexList } from '../runtime/values/list.js';
import { ApexMap, ApexSet } from '../runtime/values/map.js';
import { ApexObject } from '../runtime/values/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from '../runtime/values/scalars.js';

/**
 * State of an asynchronous job as plain JSON: a graph of Apex values in which shared and circular references are kept,
 * as the platform's own serialisation keeps them. Transient fields become null.
 */
export interface Snapshot {
  root: Encoded;
  objects: EncodedObject[];
}

type Encoded = null | boolean | number | string | [tag: string, ...rest: unknown[]];

interface EncodedObject {
  kind: 'list' | 'set' | 'map' | 'sobject' | 'class' | 'standard' | 'exception' | 'array' | 'jsmap' | 'jsset' | 'plain';
  type?: Encoded[];
  name?: string;
  entries: unknown[];
}

/** A value that cannot be kept, such as a method stub or an iterator. */
export class NotSerializableError extends Error {}

/** Encodes a value. @throws NotSerializableError for what has no lasting form */
export function takeSnapshot(value: unknown): Snapshot {
  const encoder = new Encoder();
  const root = encoder.encode(value);
  return { root, objects: encoder.objects };
}

/** Builds a copy of the value a snapshot was taken of. */
export function restoreSnapshot<T = unknown>(snapshot: Snapshot): T {
  return new Decoder(snapshot).root() as T;
}

class Encoder {
  readonly objects: EncodedObject[] = [];
  private readonly known = new Map<object, number>();

  encode(value: unknown): Encoded {
    if (value === null || value === undefined) return null;
    switch (typeof value) {
      case 'boolean':
      case 'string':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : ['x', String(value)];
      case 'bigint':
        return ['l', value.toString()];
      case 'object':
        return this.encodeScalar(value) ?? ['r', this.encodeObject(value)];
      default:
        throw new NotSerializableError(`A ${typeof value} cannot be serialized`);
    }
  }

  private encodeScalar(value: object): Encoded {
    if (value instanceof ApexDecimal) return ['n', value.toPlainString()];
    if (value instanceof ApexDouble) return ['f', String(value.v)];
    if (value instanceof ApexDate) return ['d', value.days];
    if (value instanceof ApexDatetime) return ['t', value.ms];
    if (value instanceof ApexTime) return ['m', value.ms];
    if (value instanceof ApexBlob) return ['b', Buffer.from(value.bytes).toString('base64')];
    if (value instanceof ApexEnumValue) return ['e', ...encodeType(value.type), value.ordinal];
    if (value instanceof SObjectTypeToken) return ['so', value.object.name];
    if (value instanceof SObjectFieldToken) return ['sf', value.object.name, value.field.name];
    if (isTypeDesc(value)) return ['ty', ...encodeType(value)];
    return null;
  }

  private encodeObject(value: object): number {
    const seen = this.known.get(value);
    if (seen !== undefined) return seen;
    const index = this.objects.length;
    this.known.set(value, index);
    const slot: EncodedObject = { kind: 'plain', entries: [] };
    this.objects.push(slot);
    Object.assign(slot, this.describe(value));
    return index;
  }

  private describe(value: object): EncodedObject {
    const each = (items: Iterable<unknown>) => [...items].map((item) => this.encode(item));
    if (value instanceof ApexList) return { kind: 'list', type: [encodeType(value.elem)], entries: each(value.a) };
    if (value instanceof ApexSet) return { kind: 'set', type: [encodeType(value.elem)], entries: each(value) };
    if (value instanceof ApexMap) {
      const entries = [...value.entries()].map(([key, item]) => [this.encode(key), this.encode(item)]);
      return { kind: 'map', type: [encodeType(value.key), encodeType(value.value)], entries };
    }
    if (value instanceof SObjectValue) {
      const shape = value.query ? [...value.query.fields] : null;
      return { kind: 'sobject', name: value.type.name, entries: [shape, ...this.members(value.f)] };
    }
    if (value instanceof ApexExceptionObject && !value.classInfo) {
      // The trace is text from here on.
      const origin = { stack: value.origin.stack ?? '' };
      return { kind: 'exception', entries: this.members({ ...value, origin }) };
    }
    if (value instanceof ApexObject) return this.describeInstance(value);
    if (Array.isArray(value)) return { kind: 'array', entries: each(value) };
    if (value instanceof Map)
      return { kind: 'jsmap', entries: [...value].map(([key, item]) => [this.encode(key), this.encode(item)]) };
    if (value instanceof Set) return { kind: 'jsset', entries: each(value) };
    return { kind: 'plain', entries: this.members(value) };
  }

  private describeInstance(value: ApexObject): EncodedObject {
    const info = value.classInfo;
    const { name } = value.apexType;
    if (!info && Object.getPrototypeOf(value) === lib(name).instance?.prototype) {
      return { kind: 'standard', name, entries: this.members(value) };
    }
    if (!info?.js || Object.getPrototypeOf(value) !== info.js.prototype)
      throw new NotSerializableError(`Not Serializable: ${name}`);
    const transient = new Set(
      info
        .allFields()
        .filter((field) => field.transient)
        .map((field) => field.name.toLowerCase()),
    );
    const isTransient = (key: string) => transient.has(key.replace(/^[_$]+/, '').toLowerCase());
    return { kind: 'class', name: info.name, entries: this.members(value, isTransient) };
  }

  private members(value: object, skip: (key: string) => boolean = () => false): unknown[] {
    return Object.entries(value)
      .filter(([, item]) => typeof item !== 'function')
      .map(([key, item]) => [key, skip(key) ? null : this.encode(item)]);
  }
}

function isTypeDesc(value: object): value is TypeDesc {
  return Object.isFrozen(value) && 'kind' in value && 'args' in value && 'name' in value;
}

function encodeType(type: TypeDesc): [string, string, ...unknown[]] {
  return [type.kind, type.name, type.args.map(encodeType)];
}

function decodeType([kind, name, args]: any[]): TypeDesc {
  const parts = ((args ?? []) as any[]).map(decodeType);
  switch (kind as TypeDesc['kind']) {
    case 'any':
      return types.any;
    case 'void':
      return types.void;
    case 'prim':
      return types.prim(name as PrimitiveName);
    case 'sobject':
      return types.sobject(name);
    case 'class':
      return types.cls(name);
    case 'interface':
      return types.iface(name);
    case 'enum':
      return types.enumType(name);
    case 'std':
      return types.std(name);
    case 'list':
      return types.list(parts[0]);
    case 'set':
      return types.set(parts[0]);
    case 'map':
      return types.map(parts[0], parts[1]);
    case 'iterable':
      return types.iterable(parts[0]);
    case 'iterator':
      return types.iterator(parts[0]);
  }
}

class Decoder {
  private readonly snapshot: Snapshot;
  private readonly objects: object[];

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.objects = snapshot.objects.map(allocate);
  }

  root(): unknown {
    // Maps and sets ask their elements for equality, so they are filled when all else is there.
    const late = new Set(['map', 'set']);
    this.snapshot.objects.forEach((object, index) => !late.has(object.kind) && this.fill(object, this.objects[index]));
    this.snapshot.objects.forEach((object, index) => late.has(object.kind) && this.fill(object, this.objects[index]));
    return this.decode(this.snapshot.root);
  }

  private decode(value: Encoded): unknown {
    if (!Array.isArray(value)) return value;
    const [tag, first, second] = value as [string, any, any];
    switch (tag) {
      case 'r':
        return this.objects[first];
      case 'x':
        return Number(first);
      case 'l':
        return BigInt(first);
      case 'n':
        return ApexDecimal.parse(first);
      case 'f':
        return new ApexDouble(Number(first));
      case 'd':
        return new ApexDate(first);
      case 't':
        return new ApexDatetime(first);
      case 'm':
        return new ApexTime(first);
      case 'b':
        return new ApexBlob(new Uint8Array(Buffer.from(first, 'base64')));
      case 'e':
        return enumConstant(second, value[value.length - 1] as number);
      case 'so':
        return sobjectType(objectOf(first));
      case 'sf':
        return fieldToken(first, second);
      case 'ty':
        return decodeType(value.slice(1));
      default:
        throw new Error(`Unknown value tag ${tag} in the state of a job`);
    }
  }

  private fill(source: EncodedObject, target: any): void {
    const pairs = source.entries as [any, Encoded][];
    switch (source.kind) {
      case 'list':
        target.a = (source.entries as Encoded[]).map((item) => this.decode(item));
        return;
      case 'array':
        target.push(...(source.entries as Encoded[]).map((item) => this.decode(item)));
        return;
      case 'set':
      case 'jsset':
        for (const item of source.entries as Encoded[]) target.add(this.decode(item));
        return;
      case 'map':
        for (const [key, item] of pairs) target.put(this.decode(key), this.decode(item));
        return;
      case 'jsmap':
        for (const [key, item] of pairs) target.set(this.decode(key), this.decode(item));
        return;
      case 'sobject':
        for (const [key, item] of pairs.slice(1)) target.f[key] = this.decode(item);
        return;
      default:
        for (const [key, item] of pairs) target[key] = this.decode(item);
    }
  }
}

function allocate(source: EncodedObject): object {
  const typeArgs = (source.type ?? []).map((type) => decodeType(type as unknown[]));
  switch (source.kind) {
    case 'list':
      return new ApexList(typeArgs[0]);
    case 'set':
      return new ApexSet(typeArgs[0]);
    case 'map':
      return new ApexMap(typeArgs[0], typeArgs[1]);
    case 'sobject': {
      const shape = source.entries[0] as string[] | null;
      return new SObjectValue(objectOf(source.name!), {}, shape ? { fields: new Set(shape) } : null);
    }
    case 'class':
      return Object.create(classOf(source.name!)) as object;
    case 'exception':
      return new ApexExceptionObject();
    case 'standard':
      return Object.create(lib(source.name!).instance!.prototype as object) as object;
    case 'array':
      return [];
    case 'jsmap':
      return new Map();
    case 'jsset':
      return new Set();
    default:
      return {};
  }
}

function classOf(name: string): object {
  const js = findClass(name)?.js;
  if (!js) throw new NotSerializableError(`Class ${name} does not exist any more`);
  return js.prototype as object;
}

function objectOf(name: string) {
  const object = hooks.schema?.resolveObject(name);
  if (!object) throw new NotSerializableError(`Object ${name} does not exist any more`);
  return object;
}

function fieldToken(objectName: string, fieldName: string): unknown {
  const object = objectOf(objectName);
  const field = object.resolveField(fieldName);
  return field ? sobjectField(object, field) : null;
}

function enumConstant(name: string, ordinal: number): unknown {
  const project = findClass(name);
  if (project) return project.constants[ordinal] ?? null;
  for (const property of Object.values(lib(name).staticProps)) {
    const value: unknown = property.get?.();
    if (value instanceof ApexEnumValue && value.ordinal === ordinal) return value;
  }
  return null;
}
