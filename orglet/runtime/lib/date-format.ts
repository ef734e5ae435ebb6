/** java.text.SimpleDateFormat patterns and the short formats of locales. */
import {
  civilFromDays,
  DAY_MS,
  dayOf,
  daysFromCivil,
  isTimeZone,
  offsetAt,
  timeOf,
  weekday,
} from '../values/calendar.js';
import { raiseIllegal } from './args.js';
import { userLocaleTag } from './number-format.js';

interface Moment {
  zone: string;
  /** Wall-clock milliseconds. */
  local: number;
  offset: number;
  utc: number;
  year: number;
  month: number;
  day: number;
  days: number;
  time: number;
}

function moment(utc: number, zone: string): Moment {
  const offset = offsetAt(zone, utc);
  const local = utc + offset;
  const days = dayOf(local);
  return { zone, local, offset, utc, days, time: timeOf(local), ...civilFromDays(days) };
}

const names = new Map<string, string[]>();

function localized(kind: 'month' | 'weekday', style: 'long' | 'short', tag: string): string[] {
  const key = `${kind}/${style}/${tag}`;
  let list = names.get(key);
  if (!list) {
    const format = new Intl.DateTimeFormat(tag, {
      [kind]: style,
      timeZone: 'UTC',
      ...(kind === 'month' ? { day: 'numeric' } : {}),
    });
    const count = kind === 'month' ? 12 : 7;
    // 2023-01-01 was a Sunday. The day is asked for with the month so that its genitive form is used, as in Java.
    list = Array.from({ length: count }, (_, i) => {
      const at = kind === 'month' ? Date.UTC(2023, i, 1) : Date.UTC(2023, 0, 1 + i);
      return format.formatToParts(at).find((part) => part.type === kind)!.value;
    });
    names.set(key, list);
  }
  return list;
}

const zeroes = (n: number, width: number): string => (n < 0 ? `-${zeroes(-n, width)}` : String(n).padStart(width, '0'));

/** Locales that between them abbreviate most zones, as Java does (`PDT`, `CEST`, `IST`, `AEST`). */
const NAMING_LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'];
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function intlZoneName(zone: string, style: 'short' | 'long', locale: string, utc: number): string {
  const key = `${zone}/${style}/${locale}`;
  let format = zoneFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
    zoneFormats.set(key, format);
  }
  return format.formatToParts(utc).find((part) => part.type === 'timeZoneName')!.value;
}

function zoneName(m: Moment, style: 'short' | 'long'): string {
  if (!isTimeZone(m.zone) || m.zone === 'GMT' || m.zone === 'UTC')
    return style === 'short' ? m.zone : 'Greenwich Mean Time';
  const zone = /^(?:GMT|UTC)[+-]/.test(m.zone) ? null : m.zone;
  if (!zone) return m.zone;
  let name = '';
  for (const locale of style === 'long' ? ['en-US'] : NAMING_LOCALES) {
    name = intlZoneName(zone, style, locale, m.utc);
    if (!/^(?:GMT|UTC)[+-]/.test(name)) break;
  }
  return name;
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${zeroes(Math.floor(minutes / 60), 2)}${separator}${zeroes(minutes % 60, 2)}`;
}

function isoOffset(offset: number, width: number): string {
  if (offset === 0) return 'Z';
  const full = offsetText(offset, width === 3 ? ':' : '');
  return width === 1 ? full.slice(0, 3) : full;
}

const startOfYear = (year: number): number => daysFromCivil(year, 1, 1);

/** Week of the year as the United States count it: weeks start on Sunday, the first holds January 1. */
function week(m: Moment): { year: number; week: number } {
  const next = startOfYear(m.year + 1);
  if (m.days >= next - weekday(next)) return { year: m.year + 1, week: 1 };
  const first = startOfYear(m.year);
  return { year: m.year, week: Math.floor((m.days - first + weekday(first)) / 7) + 1 };
}

function field(letter: string, width: number, m: Moment, tag: string): string {
  const hour = Math.floor(m.time / 3_600_000);
  switch (letter) {
    case 'G':
      return m.year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'u':
      if (letter === 'u') return zeroes(weekday(m.days) === 0 ? 7 : weekday(m.days), width);
      return width === 2 ? zeroes(m.year % 100, 2) : zeroes(m.year, width);
    case 'Y':
      return width === 2 ? zeroes(week(m).year % 100, 2) : zeroes(week(m).year, width);
    case 'M':
    case 'L':
      return width >= 3 ? localized('month', width > 3 ? 'long' : 'short', tag)[m.month - 1]! : zeroes(m.month, width);
    case 'w':
      return zeroes(week(m).week, width);
    case 'W':
      return zeroes(Math.floor((m.day - 1 + weekday(m.days - m.day + 1)) / 7) + 1, width);
    case 'D':
      return zeroes(m.days - startOfYear(m.year) + 1, width);
    case 'd':
      return zeroes(m.day, width);
    case 'F':
      return zeroes(Math.floor((m.day - 1) / 7) + 1, width);
    case 'E':
      return localized('weekday', width > 3 ? 'long' : 'short', tag)[weekday(m.days)]!;
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return zeroes(hour, width);
    case 'k':
      return zeroes(hour === 0 ? 24 : hour, width);
    case 'K':
      return zeroes(hour % 12, width);
    case 'h':
      return zeroes(hour % 12 === 0 ? 12 : hour % 12, width);
    case 'm':
      return zeroes(Math.floor(m.time / 60_000) % 60, width);
    case 's':
      return zeroes(Math.floor(m.time / 1000) % 60, width);
    case 'S':
      return zeroes(m.time % 1000, width);
    case 'z':
      return zoneName(m, width > 3 ? 'long' : 'short');
    case 'Z':
      return offsetText(m.offset, '');
    case 'X':
      return isoOffset(m.offset, width);
    default:
      return raiseIllegal(`Illegal pattern character '${letter}'`);
  }
}

/**
 * Formats an instant.
 * @param zone IANA name or `GMT+01:00`
 * @throws System.IllegalArgumentException for a letter without meaning
 */
export function formatPattern(utc: number, pattern: string, zone: string): string {
  const m = moment(utc, zone);
  const tag = userLocaleTag();
  let out = '';
  for (let i = 0; i < pattern.length;) {
    const char = pattern[i]!;
    if (char === "'") {
      const [quoted, next] = quotedText(pattern, i);
      out += quoted;
      i = next;
    } else if (/[a-zA-Z]/.test(char)) {
      let end = i + 1;
      while (pattern[end] === char) end++;
      out += field(char, end - i, m, tag);
      i = end;
    } else {
      out += char;
      i++;
    }
  }
  return out;
}

function quotedText(pattern: string, at: number): [text: string, next: number] {
  if (pattern[at + 1] === "'") return ["'", at + 2];
  let out = '';
  for (let i = at + 1; i < pattern.length; i++) {
    if (pattern[i] !== "'") out += pattern[i];
    else if (pattern[i + 1] === "'") {
      out += "'";
      i++;
    } else return [out, i + 1];
  }
  return raiseIllegal('Unterminated quote');
}

interface ShortFormat {
  /** `y`, `M`, `d` in order, with the literals between. */
  date: { type: 'year' | 'month' | 'day' | 'literal'; text: string; padded: boolean }[];
  time: Intl.DateTimeFormat;
  separator: string;
}

const shortFormats = new Map<string, ShortFormat>();

function shortFormat(tag: string): ShortFormat {
  let format = shortFormats.get(tag);
  if (!format) {
    const sample = Date.UTC(2023, 0, 2);
    const parts = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(sample);
    const both = new Intl.DateTimeFormat(tag, {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).formatToParts(sample);
    const hourAt = both.findIndex((part) => part.type === 'hour' || part.type === 'dayPeriod');
    format = {
      date: parts
        .filter((part) => ['year', 'month', 'day', 'literal'].includes(part.type))
        .map((part) => ({ type: part.type as 'year', text: part.value, padded: part.value.startsWith('0') })),
      time: new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'UTC' }),
      separator: both[hourAt - 1]?.type === 'literal' ? both[hourAt - 1]!.value : ' ',
    };
    shortFormats.set(tag, format);
  }
  return format;
}

/** `Date.format()`: the short date of the user's locale with the full year (`7/12/2013`, `12.07.2013`). */
export function localDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return shortFormat(userLocaleTag())
    .date.map(({ type, text, padded }) => {
      if (type === 'literal') return text;
      if (type === 'year') return String(year);
      return zeroes(type === 'month' ? month : day, padded ? 2 : 1);
    })
    .join('');
}

/** `Datetime.format()`: short date and time of the user's locale. @param localMs wall clock */
export function localDatetime(localMs: number): string {
  const format = shortFormat(userLocaleTag());
  const time = format.time.format(timeOf(localMs)).replace(/[\u202f\u00a0]/g, ' ');
  return `${localDate(dayOf(localMs))}${format.separator}${time}`;
}

/** Reads what `localDate` writes; null when the text is none. */
export function parseLocalDate(text: string): number | null {
  const order = shortFormat(userLocaleTag())
    .date.filter((part) => part.type !== 'literal')
    .map((part) => part.type);
  const match = /^\s*(\d{1,4})\D+(\d{1,4})\D+(\d{1,4})\D*$/.exec(text);
  if (!match) return null;
  const part = (type: string) => Number(match[order.indexOf(type as 'year') + 1]);
  const month = part('month');
  const day = part('day');
  const year = part('year') < 100 ? part('year') + (part('year') < 50 ? 2000 : 1900) : part('year');
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return daysFromCivil(year, month, day);
}

/** Reads what `localDatetime` writes as wall-clock milliseconds; null when the text is none. */
export function parseLocalDatetime(text: string): number | null {
  const match = /^(.*?\d)[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp]\.?[Mm]\.?)?$/.exec(
    text.trim().replace(/[\u202f\u00a0]/g, ' '),
  );
  if (!match) return null;
  const days = parseLocalDate(match[1]!);
  if (days === null) return null;
  let hour = Number(match[2]);
  if (match[5]) hour = (hour % 12) + (/^p/i.test(match[5]) ? 12 : 0);
  return days * DAY_MS + hour * 3_600_000 + Number(match[3]) * 60_000 + Number(match[4] ?? 0) * 1000;
}
