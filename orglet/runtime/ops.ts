/**
 * What generated code calls: operators whose Apex meaning differs from JavaScript's, conversions, casts, exceptions,
 * records and queries. Generated code writes Integer and Boolean operators inline and comes here for the rest.
 */
import { engine, type AccessContext, type DmlOperation } from './engine.js';
import {
  ApexExceptionObject,
  exception,
  isCatchable,
  NULL_DEREFERENCE,
  raise,
  raiseUnsupported,
  standardExceptionName,
  UnsupportedError,
} from './errors.js';
import { hooks } from './hooks.js';
import { requireId, parseId } from './lib/id.js';
import { apexType, isAssignable, type ApexType } from './lib/type.js';
import { typeOf } from './lib/type-of.js';
import { findMember, lib, type LibFunction } from './registry.js';
import { sobjectField, sobjectType, SObjectValue, type ObjectInfo } from './sobject.js';
import { tx } from './transaction.js';
import { ID, STRING, types, type TypeDesc } from './types.js';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexTime,
  compare,
  equals,
  text,
  userMethod,
} from './values.js';
import { elements } from './values/iterate.js';

// ---- null

export const raiseNull = (): never => raise('System.NullPointerException', NULL_DEREFERENCE);

/** The value, which must not be null. */
export function nn<T>(value: T | null): T {
  return value === null || value === undefined ? raiseNull() : value;
}

// ---- Integer and Long

export function idiv(a: number, b: number): number {
  if (b === 0) raise('System.MathException', 'Divide by 0');
  return (a / b) | 0;
}

/** `Math.mod` of Integers. */
export function imod(a: number, b: number): number {
  if (b === 0) raise('System.MathException', 'Divide by 0');
  return (a % b) | 0;
}

export function ldiv(a: bigint, b: bigint): bigint {
  if (b === 0n) raise('System.MathException', 'Divide by 0');
  return BigInt.asIntN(64, a / b);
}

export const ladd = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, a + b);
export const lsub = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, a - b);
export const lmul = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, a * b);
export const lshl = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, a << (b & 63n));
export const lshr = (a: bigint, b: bigint): bigint => a >> (b & 63n);
export const lushr = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, BigInt.asUintN(64, a) >> (b & 63n));

// ---- Double and Decimal

export const dadd = (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(nn(a).v + nn(b).v);
export const dsub = (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(nn(a).v - nn(b).v);
export const dmul = (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(nn(a).v * nn(b).v);
export const dneg = (a: ApexDouble): ApexDouble => new ApexDouble(-nn(a).v);
export function ddiv(a: ApexDouble, b: ApexDouble): ApexDouble {
  if (nn(b).v === 0) raise('System.MathException', 'Divide by 0');
  return new ApexDouble(nn(a).v / b.v);
}

export const nadd = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => nn(a).add(nn(b));
export const nsub = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => nn(a).subtract(nn(b));
export const nmul = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => nn(a).multiply(nn(b));
export const ndiv = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => nn(a).quotient(nn(b));
export const nneg = (a: ApexDecimal): ApexDecimal => nn(a).negate();

/** Number literals. */
export const decimal = (digits: string): ApexDecimal => ApexDecimal.parse(digits)!;
export const double = (digits: string): ApexDouble => new ApexDouble(Number(digits));

const DAY = 86_400_000;

/** Date ± days, Datetime ± days (fractions too), Time ± milliseconds. */
export function dateAdd(value: any, amount: any, sign: 1 | -1): any {
  const n =
    sign *
    Number(
      amount instanceof ApexDouble ? nn(amount).v : amount instanceof ApexDecimal ? amount.toNumber() : nn(amount),
    );
  if (nn(value) instanceof ApexDate) return new ApexDate(value.days + Math.trunc(n));
  if (value instanceof ApexTime) return new ApexTime((((value.ms + Math.trunc(n)) % DAY) + DAY) % DAY);
  return new ApexDatetime(value.ms + Math.round(n * DAY));
}

// ---- text

/** `a + b` where both may be null and one is a String. */
export const cat = (a: unknown, b: unknown): string => str(a) + str(b);
export const str = (value: unknown): string => (typeof value === 'string' ? value : text(value));

/**
 * `==` of Strings ignores case, of Ids the form.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
export function textEqual(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (a.length !== b.length) return isIdPair(a, b);
  return a.toLowerCase() === b.toLowerCase();
}

/** A 15- and an 18-character form of one Id. */
function isIdPair(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) !== 15 || Math.max(a.length, b.length) !== 18 || a.slice(0, 15) !== b.slice(0, 15))
    return false;
  return parseId(a) === parseId(b);
}

/** `==` of anything else. */
export function equal(a: any, b: any): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return textEqual(a, b);
  return equals(a, b);
}

/** `<` and its siblings are false when an operand is null, except that a String is greater than null. */
export function less(a: any, b: any): boolean {
  return a !== null && b !== null && order(a, b) < 0;
}
export function lessOrEqual(a: any, b: any): boolean {
  return a !== null && b !== null && order(a, b) <= 0;
}

function order(a: any, b: any): number {
  if (a instanceof ApexDouble && b instanceof ApexDouble) return a.v < b.v ? -1 : a.v > b.v ? 1 : a.v === b.v ? 0 : NaN;
  return compare(a, b);
}

export const textLess = (a: string | null, b: string | null): boolean => textOrder(a, b) < 0;
export const textLessOrEqual = (a: string | null, b: string | null): boolean => textOrder(a, b) <= 0;
function textOrder(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

// ---- conversions

const int32 = (n: number): number => n | 0;
const CONVERSIONS: Record<string, (value: any) => any> = {
  'int>long': (v: number) => BigInt(v),
  'int>double': (v: number) => new ApexDouble(v),
  'int>decimal': (v: number) => ApexDecimal.ofInteger(v),
  'long>double': (v: bigint) => new ApexDouble(Number(v)),
  'long>decimal': (v: bigint) => new ApexDecimal(v, 0),
  'double>decimal': (v: ApexDouble) => ApexDecimal.fromDouble(v.v),
  'decimal>double': (v: ApexDecimal) => new ApexDouble(v.toNumber()),
  'long>int': (v: bigint) => Number(BigInt.asIntN(32, v)),
  'double>int': (v: ApexDouble) => int32(Math.trunc(v.v)),
  'double>long': (v: ApexDouble) => BigInt.asIntN(64, BigInt(Math.trunc(v.v))),
  'decimal>int': (v: ApexDecimal) => Number(BigInt.asIntN(32, v.toBigInt())),
  'decimal>long': (v: ApexDecimal) => BigInt.asIntN(64, v.toBigInt()),
  'string>id': requireId,
  'date>datetime': (v: ApexDate) => new ApexDatetime(v.days * DAY),
  'datetime>date': (v: ApexDatetime) => new ApexDate(Math.floor(v.ms / DAY)),
  'list>record': (v: ApexList) => onlyRecord(v),
};

/** The function of an implicit or explicit conversion; null stays null. */
export function conversion(how: string): (value: any) => any {
  const convert = CONVERSIONS[how]!;
  return (value) => (value === null ? null : convert(value));
}

// ---- types

/** Whether a value is of a type; null is of none. */
export function instanceOf(value: any, type: TypeDesc): boolean {
  if (value === null || value === undefined) return false;
  switch (type.kind) {
    case 'any':
      return true;
    case 'prim':
      return isPrimitive(value, type.name);
    case 'sobject':
      return value instanceof SObjectValue && (type.name === 'SObject' || value.type.name === type.name);
    case 'enum':
      return value instanceof ApexEnumValue && value.type === type;
    case 'class':
    case 'interface':
      return (
        value instanceof ApexObject &&
        value.classInfo !== null &&
        value.classInfo.supertypes.has(type.name.toLowerCase())
      );
    case 'list':
      return value instanceof ApexList && elementsFit(value.elem, type.args[0]!);
    case 'set':
      return value instanceof ApexSet && elementsFit(value.elem, type.args[0]!);
    case 'map':
      return (
        value instanceof ApexMap && elementsFit(value.key, type.args[0]!) && elementsFit(value.value, type.args[1]!)
      );
    default:
      return isAssignable(typeOf(value), type);
  }
}

/** Lists of records of one type are lists of records of any type, and the reverse. */
function elementsFit(from: TypeDesc, to: TypeDesc): boolean {
  if (from === to || to === types.any) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return from.name === 'SObject' || to.name === 'SObject';
  if (from.kind === 'prim' && to.kind === 'prim') return false;
  return isAssignable(from, to);
}

function isPrimitive(value: any, name: string): boolean {
  switch (name) {
    case 'Integer':
      return typeof value === 'number';
    case 'Long':
      return typeof value === 'bigint' || typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'String':
      return typeof value === 'string';
    case 'Id':
      return typeof value === 'string' && parseId(value) !== null;
    case 'Double':
    case 'Decimal':
      return (
        value instanceof ApexDecimal ||
        value instanceof ApexDouble ||
        typeof value === 'number' ||
        typeof value === 'bigint'
      );
    case 'Date':
      return value instanceof ApexDate;
    case 'Datetime':
      return value instanceof ApexDatetime || value instanceof ApexDate;
    case 'Time':
      return value instanceof ApexTime;
    default:
      return value instanceof ApexBlob;
  }
}

/** `(Type) value` of a value whose static type says too little. @throws System.TypeException */
export function cast(value: any, type: TypeDesc): any {
  if (value === null || value === undefined) return null;
  if (!instanceOf(value, type) && !convertsText(value, type)) {
    if (type === ID && typeof value === 'string') return requireId(value);
    raise(
      'System.TypeException',
      `Invalid conversion from runtime type ${typeText(typeOf(value))} to ${typeText(type)}`,
    );
  }
  return type.kind === 'prim' ? represented(value, type.name) : value;
}

/** Collections of Strings may be cast to collections of Ids and back, as their elements may. */
function convertsText(value: any, type: TypeDesc): boolean {
  const isText = (elem: TypeDesc | undefined) => elem === STRING || elem === ID;
  const text = (from: TypeDesc, to: TypeDesc | undefined) => isText(from) && isText(to);
  return (
    (value instanceof ApexList && type.kind === 'list' && text(value.elem, type.args[0])) ||
    (value instanceof ApexSet && type.kind === 'set' && text(value.elem, type.args[0]))
  );
}

const typeText = (type: TypeDesc): string => type.name.replace(/\bSystem\./g, '');

/** A number as the primitive it is cast to. */
function represented(value: any, name: string): any {
  if (name === 'Id') return parseId(value);
  if (name === 'Decimal') return ApexDecimal.fromNumeric(value);
  if (name === 'Double')
    return value instanceof ApexDouble ? value : new ApexDouble(ApexDecimal.fromNumeric(value)!.toNumber());
  if (name === 'Datetime' && value instanceof ApexDate) return new ApexDatetime(value.days * DAY);
  if (name === 'Long') return BigInt(value);
  return value;
}

/** `Foo.class`. */
export const typeObject = (type: TypeDesc): ApexType => apexType(type);

// ---- exceptions

const BUG = /Internal Orglet error/;

/**
 * What a `catch` clause gets: the Apex exception, or the NullPointerException that a JavaScript TypeError in generated
 * code stands for. Limit exceptions, failed assertions and errors of Orglet itself pass by being thrown on.
 */
export function caught(error: any): ApexExceptionObject {
  const apex = apexError(error);
  if (!(apex instanceof ApexExceptionObject) || !isCatchable(apex)) throw apex;
  return apex;
}

/** The Apex exception for anything thrown while Apex ran; errors of Orglet itself are returned as they are. */
export function apexError(error: any): any {
  if (error instanceof ApexExceptionObject || error instanceof UnsupportedError) return error;
  // No regular expression here: compiling one needs stack.
  if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
    return withStack(exception('System.LimitException', 'Maximum stack depth reached: 1001'), error.stack);
  }
  if (error instanceof TypeError && !BUG.test(error.message) && isNullAccess(error)) {
    return withStack(exception('System.NullPointerException', NULL_DEREFERENCE), error.stack);
  }
  return error;
}

function withStack(error: ApexExceptionObject, stack: string | undefined): ApexExceptionObject {
  error.origin.stack = stack;
  return error;
}

const TOP_APEX_FRAME = /\.(cls|trigger|apex):\d+:\d+\)?$/;

/** A property of null was read, written or called, and the innermost frame is generated Apex. */
function isNullAccess(error: TypeError): boolean {
  if (!/ of null|null \(/.test(error.message) && !/is null/.test(error.message)) return false;
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return frame !== undefined && TOP_APEX_FRAME.test(frame);
}

/** Whether an exception is of the standard class; `name` is its full name in lower case. */
export function isA(error: ApexExceptionObject, name: string): boolean {
  if (name === 'system.exception') return true;
  if (error.classInfo) return error.classInfo.supertypes.has(name);
  return (
    error.typeName.toLowerCase() === name ||
    isAssignable(types.std(error.typeName), types.std(standardExceptionName(name) ?? name))
  );
}

/** `throw value`. */
export const thrown = (value: any): any => nn(value);

/** What the constructors that exceptions have by themselves do with their arguments. */
export function initException(self: ApexExceptionObject, args: readonly unknown[]): void {
  for (const arg of args) {
    if (typeof arg === 'string') self.message = arg;
    else if (arg instanceof ApexExceptionObject) self.cause = arg;
  }
}

// ---- loops and limits

/** Loop iterations and calls until the CPU time is looked at. */
const TICKS = 200_000;
export const ticks = { n: TICKS };

/** Called when `ticks.n` has run out. @throws System.LimitException when the transaction has used its CPU time */
export function tick(): void {
  ticks.n = TICKS;
  checkCpuTime();
}

let checkCpuTime: () => void = () => undefined;

/** The platform says how CPU time is measured against the limit. */
export function setCpuCheck(check: () => void): void {
  checkCpuTime = check;
}

// ---- calls by name

/** Calls a method of an object by name and number of arguments: of a project class, or of a standard one. */
export function invokeMethod(target: any, name: string, args: readonly unknown[]): any {
  const key = name.toLowerCase();
  if (nn(target) instanceof ApexObject) {
    const own =
      overload(target, key, args) ?? userMethod(target, key, args.length) ?? staticMethod(target, key, args.length);
    if (own) return own(target, ...args);
  }
  return standardMethod(target, key, name)(target, ...args);
}

/** A class may be Queueable and Schedulable at once: of several methods of that name and arity, the one that takes the arguments. */
function overload(
  target: ApexObject,
  key: string,
  args: readonly unknown[],
): ((self: ApexObject, ...args: unknown[]) => unknown) | null {
  const candidates =
    target.classInfo?.findMethods(key).filter((method) => !method.static && method.params.length === args.length) ?? [];
  if (candidates.length < 2) return null;
  const found = candidates.find((method) =>
    args.every((arg, i) => arg === null || instanceOf(arg, method.params[i]!.type)),
  );
  return found ? (self, ...values) => found.invoke(self, values) : null;
}

/** The platform lets a static method implement a standard interface. */
function staticMethod(
  target: ApexObject,
  key: string,
  arity: number,
): ((self: ApexObject, ...args: unknown[]) => unknown) | null {
  const found = target.classInfo?.findMethods(key).find((method) => method.static && method.params.length === arity);
  return found ? (_self, ...args) => found.invoke(null, args) : null;
}

function standardMethod(target: any, key: string, name: string): LibFunction {
  const info = target instanceof ApexObject ? target.classInfo : null;
  const type = info ? null : typeOf(target);
  const className = info ? (info.standardSuper ?? 'System.Object') : libraryName(type!);
  return (
    findMember(className, 'methods', key) ??
    findMember('System.Object', 'methods', key) ??
    (() => raiseUnsupported(`${className}.${name}`))
  );
}

function libraryName(type: TypeDesc): string {
  switch (type.kind) {
    case 'prim':
      return `System.${type.name}`;
    case 'list':
      return 'System.List';
    case 'set':
      return 'System.Set';
    case 'map':
      return 'System.Map';
    case 'sobject':
      return 'System.SObject';
    case 'enum':
      return 'System.Enum';
    default:
      return type.name;
  }
}

/** `clone()` of a project object: a new object with the same field values. */
export function cloneObject<T extends ApexObject>(object: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(nn(object)) as object) as T, object);
}

// ---- collections

export const newList = (elem: TypeDesc, items: unknown[]): ApexList => new ApexList(elem, items);
export const newSet = (elem: TypeDesc, items: unknown[]): ApexSet => new ApexSet(elem, items);
export function newMap(key: TypeDesc, value: TypeDesc, pairs: readonly [unknown, unknown][]): ApexMap {
  const map = new ApexMap(key, value);
  for (const [k, v] of pairs) map.put(k, v);
  return map;
}

/** `new T[size]`. */
export function newArray(elem: TypeDesc, size: number): ApexList {
  if (nn(size) < 0) raise('System.ListException', `Invalid array size: ${size}`);
  return new ApexList(elem, new Array(size).fill(null));
}

/** `new List<T>(…)`, `new Set<T>(…)`, `new Map<K, V>(…)`; Ids are put in their 18-character form. */
export function newCollection(type: TypeDesc, args: unknown[]): any {
  if (args.length === 0) {
    if (type.kind === 'list') return new ApexList(type.args[0]!);
    return type.kind === 'set' ? new ApexSet(type.args[0]!) : new ApexMap(type.args[0]!, type.args[1]!);
  }
  const [name, ...generics] =
    type.kind === 'map'
      ? (['System.Map', ...type.args] as const)
      : ([type.kind === 'list' ? 'System.List' : 'System.Set', type.args[0]!] as const);
  const source = type.args[0] === ID && args[0] instanceof ApexObject === false ? args.map(withIds) : args;
  return lib(name).ctor!(...generics, ...source);
}

function withIds(source: unknown): unknown {
  if (source instanceof ApexList && source.elem.name === 'String')
    return new ApexList(
      ID,
      source.a.map((item) => (item === null ? null : requireId(item))),
    );
  if (source instanceof ApexSet && source.elem.name === 'String')
    return new ApexSet(
      ID,
      [...source].map((item) => (item === null ? null : requireId(item))),
    );
  return source;
}

/** Elements of what a for-each loop over an Iterable or Iterator visits. */
export const iterate = (source: unknown): Iterable<any> => elements(nn(source));

// ---- records

const objectInfo = (name: string): ObjectInfo =>
  hooks.schema?.resolveObject(name) ?? raise('System.TypeException', `Invalid SObject type: ${name}`);

export const newRecord = (object: string, fields: Record<string, unknown>): SObjectValue =>
  new SObjectValue(objectInfo(object), fields);

export const objectToken = (object: string): unknown => sobjectType(objectInfo(object));

/** The token of a field, given as the path of canonical names. */
export function fieldToken(object: string, field: string): unknown {
  const info = objectInfo(object);
  let tokens = fieldTokens.get(info);
  if (!tokens) fieldTokens.set(info, (tokens = new Map()));
  let token = tokens.get(field);
  if (!token) {
    const found = info.resolveField(field) ?? raise('System.TypeException', `Invalid field ${object}.${field}`);
    tokens.set(field, (token = sobjectField(info, found)));
  }
  return token;
}

/** Tokens by the names that generated code gives. */
const fieldTokens = new WeakMap<ObjectInfo, Map<string, unknown>>();

// ---- queries and DML

const access = (mode: 'user' | 'system'): AccessContext => ({ sharing: tx().sharing, access: mode });

export const soqlList = (query: unknown, binds: unknown[], mode: 'user' | 'system'): ApexList =>
  engine().query(query, binds, access(mode)) as ApexList;
export const soqlLocated = (query: unknown, binds: unknown[], mode: 'user' | 'system'): ApexList =>
  engine().locate(query, binds, access(mode)) as ApexList;
export const soqlCount = (query: unknown, binds: unknown[], mode: 'user' | 'system'): number =>
  engine().query(query, binds, access(mode)) as number;
export const soqlChunks = (query: unknown, binds: unknown[], mode: 'user' | 'system'): Iterable<ApexList> =>
  engine().queryChunks(query, binds, access(mode));
export const sosl = (query: unknown, binds: unknown[], mode: 'user' | 'system'): ApexList =>
  engine().search(query, binds, access(mode));

/** The one record of a query assigned to a record. @throws System.QueryException unless there is exactly one */
export function onlyRecord(list: ApexList): SObjectValue {
  if (list.a.length === 0) raise('System.QueryException', 'List has no rows for assignment to SObject');
  if (list.a.length > 1) raise('System.QueryException', 'List has more than 1 row for assignment to SObject');
  return list.a[0] as SObjectValue;
}

/** As `onlyRecord`, but null when there is none: left of `?.` and `??`. */
export const recordOrNull = (list: ApexList): SObjectValue | null => (list.a.length === 0 ? null : onlyRecord(list));

/** A DML statement. @throws System.DmlException when a row fails */
export function dml(
  op: DmlOperation,
  value: unknown,
  mode: 'user' | 'system',
  externalId: string | null,
  duplicates?: unknown,
): void {
  engine().dml(op, nn(value), { allOrNone: true, access: access(mode), externalId, duplicates });
}

// ---- dynamic SOQL

/**
 * The variables of a call of `Database.query` and its kin, which pass it as their last argument: reads a name or a
 * dotted path as written in the query; undefined when there is no such variable.
 * @param variable finds a variable by its lower-case name
 */
export function queryScope(variable: (name: string) => any): (path: string) => unknown {
  return (path) => {
    const [first, ...rest] = path.split('.');
    let value = variable(first!.trim().toLowerCase());
    for (const part of rest) if (value !== undefined && value !== null) value = memberByName(value, part.trim());
    return value;
  };
}

function memberByName(value: any, name: string): unknown {
  if (value instanceof SObjectValue) {
    const field = value.type.resolveField(name);
    if (field) return value.get1(field.name);
    const parent = value.type.resolveRelationship(name);
    return parent?.relationshipName ? value.rel(parent.relationshipName) : undefined;
  }
  return value instanceof ApexObject ? value.classInfo?.findField(name)?.get(value) : undefined;
}
