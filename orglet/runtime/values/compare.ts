/** The order that `List.sort()` and range operators use. */
import { raise } from '../errors.js';
import { SObjectValue } from '../sobject.js';
import { ApexDecimal } from './decimal.js';
import { ApexObject, userMethod } from './object.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from './scalars.js';
import { text } from './text.js';

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Strings by UTF-16 code units, as Java's `compareTo`, but only the sign. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of two values of one type: nulls first; sObjects as the Apex Developer Guide's "Sorting Lists" says. */
export function compare(a: any, b: any): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === typeof b && typeof a !== 'object') return a < b ? -1 : 1;
  if (a instanceof ApexObject) return compareObjects(a, b);
  if (a instanceof SObjectValue && b instanceof SObjectValue) return compareRecords(a, b);
  if (a instanceof ApexDouble && b instanceof ApexDouble) return order(a.v, b.v);
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return order(a.ms, b.ms);
  if (a instanceof ApexTime && b instanceof ApexTime) return order(a.ms, b.ms);
  if (a instanceof ApexDate && b instanceof ApexDate) return order(a.days, b.days);
  if (a instanceof ApexDate || a instanceof ApexDatetime) return order(instant(a), instant(b));
  if (a instanceof ApexEnumValue && b instanceof ApexEnumValue) return order(a.ordinal, b.ordinal);
  const left = ApexDecimal.fromNumeric(a);
  const right = ApexDecimal.fromNumeric(b);
  if (left && right) return left.compareTo(right);
  return compareText(text(a), text(b));
}

const instant = (value: unknown): number =>
  value instanceof ApexDate ? value.days * 864e5 : (value as ApexDatetime).ms;

function compareObjects(a: ApexObject, b: unknown): number {
  const compareTo = userMethod(a, 'compareto', 1);
  if (compareTo) return compareTo(a, b) as number;
  return raise('System.ListException', 'One or more of the items in this list is not Comparable.');
}

const NAME_FIELDS = new Set(['Name', 'LastName', 'FirstName']);

/** By type name, then Name-like fields, then the remaining fields in alphabetic order. */
function compareRecords(a: SObjectValue, b: SObjectValue): number {
  if (a.type !== b.type) return compareText(a.type.name, b.type.name);
  const names = [...new Set([...Object.keys(a.f), ...Object.keys(b.f)])].sort(compareText);
  const named: string[] = names.filter((name) => NAME_FIELDS.has(name));
  for (const name of [...named, ...names.filter((candidate) => !named.includes(candidate))]) {
    const left = a.f[name] ?? null;
    const right = b.f[name] ?? null;
    if (typeof left === 'object' && left !== null && !isScalar(left)) continue;
    const result = compare(left, right);
    if (result !== 0) return result;
  }
  return 0;
}

const isScalar = (value: object): boolean =>
  value instanceof ApexDecimal ||
  value instanceof ApexDouble ||
  value instanceof ApexDate ||
  value instanceof ApexDatetime ||
  value instanceof ApexTime;
