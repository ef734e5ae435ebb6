/** Text of values: `text` as concatenation and `System.debug` print, `valueOf` as `String.valueOf` does. */
import { ApexExceptionObject, stackTraceString } from '../errors.js';
import { SObjectValue } from '../sobject.js';
import { hasTransaction, tx } from '../transaction.js';
import { isoDate, isoDatetime, isoTime, offsetAt } from './calendar.js';
import { ApexDecimal } from './decimal.js';
import { ApexList } from './list.js';
import { ApexMap, ApexSet } from './map.js';
import { ApexObject, StandardObject, userMethod } from './object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from './scalars.js';

/** Java's `Double.toString`. */
export function doubleText(v: number): string {
  if (Number.isNaN(v)) return 'NaN';
  if (!Number.isFinite(v)) return v > 0 ? 'Infinity' : '-Infinity';
  if (v === 0) return Object.is(v, -0) ? '-0.0' : '0.0';
  const size = Math.abs(v);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(v) ? `${v}.0` : String(v);
  const [mantissa, exponent] = v.toExponential().split('e') as [string, string];
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}

/** Time zone of the running user; GMT outside a transaction. */
export const userZone = (): string => (hasTransaction() ? tx().user.timeZone : 'GMT');

/** Elements a collection prints before `...`. */
const SHOWN = 10;

function joined(items: Iterable<unknown>, size: number, seen: Set<unknown>): string {
  const parts: string[] = [];
  for (const item of items) {
    if (parts.length === SHOWN && size > SHOWN) {
      parts.push('...');
      break;
    }
    parts.push(render(item, seen));
  }
  return parts.join(', ');
}

/** Text as `'' + value` and `System.debug` give it. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return render(value, NOTHING_SEEN);
}

const NOTHING_SEEN: Set<unknown> = new Set();

function render(value: unknown, seen: Set<unknown>): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexDecimal) return value.toString();
  if (value instanceof ApexDouble) return doubleText(value.v);
  if (value instanceof ApexDate) return `${isoDate(value.days)} 00:00:00`;
  if (value instanceof ApexDatetime) return isoDatetime(value.ms);
  if (value instanceof ApexTime) return isoTime(value.ms);
  if (value instanceof ApexBlob) return `Blob[${value.bytes.length}]`;
  if (value instanceof ApexEnumValue) return value.name;
  if (seen.has(value)) return '(already output)';
  return compound(value, new Set(seen).add(value));
}

function compound(value: object, seen: Set<unknown>): string {
  if (value instanceof ApexList) return `(${joined(value.a, value.a.length, seen)})`;
  if (value instanceof ApexSet) return `{${joined(value, value.size, seen)}}`;
  if (value instanceof ApexMap) return `{${mapEntries(value, seen)}}`;
  if (value instanceof SObjectValue) return sobjectText(value, seen);
  if (value instanceof ApexObject) return objectText(value, seen);
  throw new Error(`No Apex value: ${Object.prototype.toString.call(value)}`);
}

function mapEntries(map: ApexMap, seen: Set<unknown>): string {
  const parts: string[] = [];
  for (const [key, value] of map.entries()) {
    if (parts.length === SHOWN && map.size > SHOWN) {
      parts.push('...');
      break;
    }
    parts.push(`${render(key, seen)}=${render(value, seen)}`);
  }
  return parts.join(', ');
}

function sobjectText(record: SObjectValue, seen: Set<unknown>): string {
  const fields = Object.entries(record.f).map(([name, value]) => `${name}=${render(value, seen)}`);
  return `${record.type.name}:{${fields.join(', ')}}`;
}

function objectText(value: ApexObject, seen: Set<unknown>): string {
  const own = userMethod(value, 'tostring', 0);
  if (own) return own(value) as string;
  if (value instanceof ApexExceptionObject) return exceptionText(value);
  if (value instanceof StandardObject) return value.describe() ?? `${value.apexType.name.replace(/^System\./, '')}[]`;
  const fields = (value.classInfo?.allFields() ?? []).filter(
    (field) => !field.static && (!field.property || field.readable),
  );
  return `${value.classInfo?.simpleName ?? value.apexType.name}:[${fields.map((field) => `${field.name}=${render(field.get(value), seen)}`).join(', ')}]`;
}

/** Message of an exception; the platform's default when none was given. */
export const exceptionMessage = (error: ApexExceptionObject): string => error.message ?? 'Script-thrown exception';

export const exceptionText = (error: ApexExceptionObject): string => {
  const own = userMethod(error, 'getmessage', 0);
  return `${error.typeName}: ${own ? text(own(error)) : exceptionMessage(error)}`;
};

export const exceptionTrace = (error: ApexExceptionObject): string => stackTraceString(error.origin.stack ?? '');

/** `String.valueOf(value)`: as `text`, but a Date has no time and a Datetime is in the user's time zone. */
export function valueOf(value: unknown): string {
  if (value instanceof ApexDate) return isoDate(value.days);
  if (value instanceof ApexDatetime) return isoDatetime(value.ms + offsetAt(userZone(), value.ms));
  return text(value);
}
