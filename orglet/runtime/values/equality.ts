/** Equality and hashing as collections and `equals()` see them: strings with case, sObjects by field values. */
import { SObjectValue } from '../sobject.js';
import { ApexDecimal } from './decimal.js';
import { ApexList } from './list.js';
import { ApexMap, ApexSet } from './map.js';
import { ApexObject, StandardObject, userMethod } from './object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from './scalars.js';

/** Whether a class declares `equals(Object)` and `hashCode()`, so that collections must ask it. */
export function hasUserEquality(value: object): value is ApexObject {
  return (
    value instanceof ApexObject && userMethod(value, 'equals', 1) !== null && userMethod(value, 'hashcode', 0) !== null
  );
}

export const userHash = (value: ApexObject): number => userMethod(value, 'hashcode', 0)!(value) as number;

/**
 * A value that is the same (`===` for JavaScript's Map) for equal Apex values. Objects without their own equality are
 * their own key; objects with one are probed by the collections.
 */
export function keyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof SObjectValue) return sobjectKey(value);
  if (value instanceof ApexDecimal) return `\0n${value.strip().toPlainString()}`;
  if (value instanceof ApexDouble) return `\0f${value.v}`;
  if (value instanceof ApexDate) return `\0d${value.days}`;
  if (value instanceof ApexDatetime) return `\0t${value.ms}`;
  if (value instanceof ApexTime) return `\0m${value.ms}`;
  if (value instanceof ApexBlob) return `\0b${Buffer.from(value.bytes).toString('latin1')}`;
  if (value instanceof ApexList) return `\0l${value.a.map(partKey).join('\u0001')}`;
  if (value instanceof ApexSet) return `\0s${[...value].map(partKey).sort().join('\u0001')}`;
  if (value instanceof ApexMap) {
    const parts = [...value.entries()].map(([k, v]) => `${partKey(k)}\u0002${partKey(v)}`);
    return `\0p${parts.sort().join('\u0001')}`;
  }
  if (value instanceof StandardObject) {
    const key = value.hashKey();
    if (key !== null) return `\0o${value.apexType.name}:${key}`;
  }
  return value;
}

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** A number that stays with an object; what `System.identityHashCode` and default `hashCode` give. */
export function identityHash(value: object): number {
  let id = identities.get(value);
  if (id === undefined) identities.set(value, (id = nextIdentity++));
  return id;
}

/** The key of a part of a compound key, as text that tells types apart. */
function partKey(value: unknown): string {
  if (value === null) return '\0null';
  if (typeof value === 'object' && hasUserEquality(value)) return `\0h${userHash(value)}`;
  const key = keyOf(value);
  if (typeof key === 'object' && key !== null) return `\0i${identityHash(key)}`;
  return `${typeof key}:${String(key)}`;
}

function sobjectKey(record: SObjectValue): string {
  const fields = Object.keys(record.f).sort();
  return `\0r${record.type.name}{${fields.map((field) => `${field}\u0003${partKey(record.f[field])}`).join('\u0004')}}`;
}

/** Apex's `equals`: what `==` does for values of one type, except that strings compare with case. */
export function equals(a: any, b: any): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object') return mixedNumbers(a, b);
  if (a instanceof ApexObject) {
    const own = userMethod(a, 'equals', 1);
    if (own) return own(a, b) === true;
    return a instanceof StandardObject && b instanceof StandardObject && keyOf(a) === keyOf(b);
  }
  if (typeof b !== 'object') return mixedNumbers(a, b);
  if (a instanceof ApexDecimal || a instanceof ApexDouble) return mixedNumbers(a, b);
  if (a instanceof ApexDatetime)
    return b instanceof ApexDatetime ? a.ms === b.ms : b instanceof ApexDate && a.ms === b.days * 864e5;
  if (a instanceof ApexDate)
    return b instanceof ApexDate ? a.days === b.days : b instanceof ApexDatetime && b.ms === a.days * 864e5;
  if (a instanceof ApexSet) return b instanceof ApexSet && a.size === b.size && [...a].every((item) => b.has(item));
  if (a.constructor !== b.constructor) return false;
  if (a instanceof ApexTime) return a.ms === b.ms;
  if (a instanceof ApexEnumValue) return false;
  if (a instanceof ApexBlob) return Buffer.from(a.bytes).equals(b.bytes);
  if (a instanceof SObjectValue) return sobjectEquals(a, b);
  if (a instanceof ApexList) return a.a.length === b.a.length && a.a.every((item, i) => equals(item, b.a[i]));
  if (a instanceof ApexMap) {
    return a.size === b.size && [...a.entries()].every(([k, v]) => b.has(k) && equals(v, b.get(k)));
  }
  return false;
}

function mixedNumbers(a: unknown, b: unknown): boolean {
  const left = ApexDecimal.fromNumeric(a);
  const right = left && ApexDecimal.fromNumeric(b);
  return left !== null && right !== null && left.compareTo(right) === 0;
}

function sobjectEquals(a: SObjectValue, b: SObjectValue): boolean {
  if (a.type !== b.type) return false;
  const names = new Set([...Object.keys(a.f), ...Object.keys(b.f)]);
  for (const name of names) if (!equals(a.f[name] ?? null, b.f[name] ?? null)) return false;
  return true;
}

/** Java's `String.hashCode`. */
export function stringHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

/** `hashCode()` of any value; equal values have equal codes. */
export function hashCode(value: unknown): number {
  if (value === null) return 0;
  if (typeof value === 'string') return stringHash(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (value instanceof ApexObject) {
    const own = userMethod(value, 'hashcode', 0);
    if (own) return own(value) as number;
  }
  if (value instanceof ApexList) return value.a.reduce((hash, item) => (Math.imul(31, hash) + hashCode(item)) | 0, 1);
  if (value instanceof ApexEnumValue) return stringHash(`${value.type.name}.${value.name}`);
  const key = keyOf(value);
  return typeof key === 'object' ? identityHash(key as object) : stringHash(String(key));
}
