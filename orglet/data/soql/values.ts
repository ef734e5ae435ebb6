import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexEnumValue,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  SObjectValue,
} from '../../runtime/values.js';
import { raise } from '../../runtime/errors.js';
import { toSql, type StoredKind } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import { parseId } from '../../runtime/lib/id.js';
import type { Literal, Value } from './ast.js';
import { queryError } from './errors.js';
import type { RunContext } from './fragment.js';

/** A bind value or literal as SQLite compares it with a column of the kind. */
export function comparable(kind: StoredKind, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  const plain = value instanceof SObjectValue ? value.id : value instanceof ApexEnumValue ? value.name : value;
  if (kind === 'id') return comparableId(plain);
  if (kind === 'text') return plain === '' ? null : typeof plain === 'string' ? plain : textOf(plain);
  if (kind === 'boolean') return typeof plain === 'boolean' ? (plain ? 1 : 0) : comparableBoolean(plain);
  if (kind === 'date' && plain instanceof ApexDatetime) return plain.ms / 864e5;
  if ((kind === 'date' || kind === 'datetime') && !(plain instanceof ApexDate) && !(plain instanceof ApexDatetime)) {
    return queryError(
      `value of filter criterion must be of type ${kind === 'date' ? 'date' : 'dateTime'} and should not be enclosed in quotes`,
    );
  }
  if (kind === 'datetime' && plain instanceof ApexDatetime) return plain.ms;
  if (isNumeric(kind) && typeof plain === 'string') {
    return queryError(`value of filter criterion must be of type double and should not be enclosed in quotes`);
  }
  return toSql(kind, plain);
}

const isNumeric = (kind: StoredKind): boolean =>
  kind === 'decimal' || kind === 'double' || kind === 'integer' || kind === 'long';

function comparableId(value: unknown): SqlValue {
  if (value === null || value === '') return null;
  const id = parseId(String(value));
  return id ?? queryError(`invalid ID field: ${String(value)}`);
}

function comparableBoolean(value: unknown): SqlValue {
  return queryError(
    `value of filter criterion must be of type boolean and should not be enclosed in quotes: ${textOf(value)}`,
  );
}

function textOf(value: unknown): string {
  return value instanceof ApexDecimal ? value.toPlainString() : String(value);
}

/** The elements of a bound collection: list, set, map keys or a single value. */
export function elements(value: unknown): readonly unknown[] {
  if (value instanceof ApexList) return value.a;
  if (value instanceof ApexSet) return [...value];
  if (value instanceof ApexMap) return [...value.keys()];
  if (value === null || value === undefined) return [];
  return [value];
}

/** The Apex value of a literal; date literals have none. */
export function literalValue(literal: Exclude<Literal, { kind: 'dateLiteral' }>): unknown {
  switch (literal.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return literal.value;
    case 'number':
    case 'currency':
      return ApexDecimal.parse(literal.text);
    case 'date':
      return new ApexDate(Date.parse(`${literal.text}T00:00:00Z`) / 864e5);
    case 'datetime':
      return new ApexDatetime(Date.parse(literal.text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
    case 'time':
      return new ApexTime(Date.parse(`1970-01-01T${literal.text}`));
  }
}

/** A whole number for LIMIT and OFFSET. */
export function countOf(value: number | Extract<Value, { kind: 'bind' }>, run: RunContext): number {
  if (typeof value === 'number') return value;
  const bound = run.binds[value.index];
  if (bound === null || bound === undefined) return raise('System.QueryException', 'Limit or offset must not be null');
  return Number(bound instanceof ApexDecimal ? bound.toNumber() : bound);
}
