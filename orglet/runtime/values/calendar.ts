/** Calendar arithmetic and time zones. Days count from 1970-01-01, months from 1. */

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

export const DAY_MS = 86_400_000;

/** Days of a proleptic Gregorian date; months and days outside their range carry over. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const carried = Math.floor((month - 1) / 12);
  const y = year + carried - (month - 1 - carried * 12 < 2 ? 1 : 0);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilFromDays(days: number): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Same day some months later, or the last day of that month when it is shorter. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const index = year * 12 + month - 1 + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return daysFromCivil(y, m, Math.min(day, daysInMonth(y, m)));
}

/** 0 is Sunday. */
export const weekday = (days: number): number => (((days + 4) % 7) + 7) % 7;

const QUARTER_HOUR = 900_000;
const formats = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, Map<number, number>>();
const FIXED = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i;

function wallClock(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = null; // Intl has no other way to say that a zone is unknown
    }
    formats.set(zone, format);
  }
  return format;
}

function fixedOffset(zone: string): number | null {
  if (zone === 'GMT' || zone === 'UTC') return 0;
  const match = FIXED.exec(zone);
  if (!match) return null;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
}

/** Whether the name is an IANA zone or `GMT+hh:mm`. */
export const isTimeZone = (zone: string): boolean => fixedOffset(zone) !== null || wallClock(zone) !== null;

/** Milliseconds to add to UTC at an instant. Unknown zones are GMT, as in Java. */
export function offsetAt(zone: string, ms: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  const bucket = Math.floor(ms / QUARTER_HOUR);
  let offset = known.get(bucket);
  if (offset === undefined) known.set(bucket, (offset = computeOffset(zone, bucket * QUARTER_HOUR)));
  return offset;
}

function computeOffset(zone: string, ms: number): number {
  const format = wallClock(zone);
  if (!format || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  const days = daysFromCivil(part['year']!, part['month']!, part['day']!);
  const local = days * DAY_MS + part['hour']! * 3_600_000 + part['minute']! * 60_000 + part['second']! * 1000;
  return local - ms;
}

/** The instant of a wall-clock time in a zone. In a gap the clock moves forward; in an overlap the earlier one counts. */
export function utcFromLocal(zone: string, localMs: number): number {
  const before = offsetAt(zone, localMs - DAY_MS);
  const after = offsetAt(zone, localMs + DAY_MS);
  if (before === after && offsetAt(zone, localMs - before) === before) return localMs - before;
  if (offsetAt(zone, localMs - before) === before) return localMs - before;
  if (offsetAt(zone, localMs - after) === after) return localMs - after;
  return localMs - before;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** `yyyy-MM-dd`. */
export function isoDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `HH:mm:ss` of milliseconds of a day. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);
export const timeOf = (ms: number): number => ms - Math.floor(ms / DAY_MS) * DAY_MS;

/** `yyyy-MM-dd HH:mm:ss` of wall-clock milliseconds. */
export const isoDatetime = (localMs: number): string => `${isoDate(dayOf(localMs))} ${clock(timeOf(localMs))}`;

/** `HH:mm:ss.SSSZ`, as Apex prints a Time. */
export const isoTime = (ms: number): string => `${clock(ms)}.${String(ms % 1000).padStart(3, '0')}Z`;

/** `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'`, as JSON and SOAP write a Datetime. */
export const isoInstant = (ms: number): string => `${isoDate(dayOf(ms))}T${isoTime(timeOf(ms))}`;
