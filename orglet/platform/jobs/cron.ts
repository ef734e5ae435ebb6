import { raise } from '../../runtime/errors.js';

/**
 * Cron expressions of `System.schedule`: `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`, where seconds and
 * minutes are single numbers (https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm).
 */
export interface CronExpression {
  second: number;
  minute: number;
  hours: Set<number>;
  /** Null for `?`. */
  daysOfMonth: DayRule[] | null;
  months: Set<number>;
  daysOfWeek: DayRule[] | null;
  years: Set<number> | null;
}

/** A number, the last day (`L`, `5L`), the weekday nearest to a day (`15W`, `LW`), or the nth weekday (`2#1`). */
type DayRule = { kind: 'day' | 'last' | 'nearest' | 'nth'; day: number; nth: number };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Parses an expression. @throws System.AsyncException-like StringException as the platform words it */
export function parseCron(text: string): CronExpression {
  const parts = text.trim().split(/\s+/);
  if (parts.length < 6 || parts.length > 7)
    invalid(text, parts.length < 6 ? 'Unexpected end of expression.' : 'Too many parts');
  const [seconds, minutes, hours, dayOfMonth, month, dayOfWeek, year] = parts.map((part) => part.toUpperCase());
  if (!/^\d+$/.test(seconds) || Number(seconds) > 59)
    raise('System.AsyncException', `Seconds and minutes must be specified as integers: ${text}`);
  if (!/^\d+$/.test(minutes) || Number(minutes) > 59)
    raise('System.AsyncException', `Seconds and minutes must be specified as integers: ${text}`);
  if (dayOfMonth === '?' && dayOfWeek === '?')
    invalid(text, "'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
  return {
    second: Number(seconds),
    minute: Number(minutes),
    hours: numbers(text, hours, 0, 23, []),
    daysOfMonth: dayOfMonth === '?' ? null : dayRules(text, dayOfMonth, 1, 31, []),
    months: numbers(text, month, 1, 12, MONTHS),
    daysOfWeek: dayOfWeek === '?' ? null : dayRules(text, dayOfWeek, 1, 7, DAYS),
    years: year === undefined || year === '*' ? null : numbers(text, year, 1970, 2199, []),
  };
}

function invalid(text: string, why: string): never {
  return raise('System.StringException', `Illegal cron expression format (${why}): ${text}`);
}

function numbers(text: string, field: string, low: number, high: number, names: string[]): Set<number> {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [range, step] = part.split('/');
    const [from, to] = range === '*' ? [low, high] : bounds(text, range, names);
    const end = to ?? (step !== undefined ? high : from);
    if (from < low || end > high || Number.isNaN(from) || Number.isNaN(end)) invalid(text, `'${part}' is out of range`);
    const by = step === undefined ? 1 : Number(step);
    if (!(by > 0)) invalid(text, `'${part}' has no valid step`);
    if (end < from)
      for (let at = from; at <= end + high - low + 1; at += by) found.add(((at - low) % (high - low + 1)) + low);
    else for (let at = from; at <= end; at += by) found.add(at);
  }
  return found;
}

function bounds(text: string, range: string, names: string[]): [number, number | undefined] {
  const [from, to] = range.split('-').map((name) => {
    const index = names.indexOf(name);
    if (index >= 0) return index + 1;
    if (!/^\d+$/.test(name)) invalid(text, `'${range}' is not a number`);
    return Number(name);
  });
  return [from, to];
}

function dayRules(text: string, field: string, low: number, high: number, names: string[]): DayRule[] {
  return field.split(',').flatMap((part): DayRule[] => {
    if (part === 'L') return [{ kind: high === 7 ? 'day' : 'last', day: high === 7 ? 7 : 0, nth: 0 }];
    if (part === 'LW') return [{ kind: 'nearest', day: 0, nth: 0 }];
    const nth = /^(\w+)#([1-5])$/.exec(part);
    if (nth) return [{ kind: 'nth', day: bounds(text, nth[1], names)[0], nth: Number(nth[2]) }];
    const marked = /^(\d+|[A-Z]{3})([LW])$/.exec(part);
    if (marked)
      return [{ kind: marked[2] === 'W' ? 'nearest' : 'last', day: bounds(text, marked[1], names)[0], nth: 0 }];
    return [...numbers(text, part, low, high, names)].map((day) => ({ kind: 'day', day, nth: 0 }));
  });
}

/** A local calendar time without a zone. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** The first time strictly after `after` that the expression names, or null when there is none within its years (or 10). */
export function nextLocalTime(cron: CronExpression, after: LocalTime): LocalTime | null {
  const start = Date.UTC(after.year, after.month - 1, after.day);
  const afterMs = Date.UTC(after.year, after.month - 1, after.day, after.hour, after.minute, after.second);
  const lastYear = cron.years ? Math.max(...cron.years) : after.year + 10;
  for (let ms = start; ; ms += 86_400_000) {
    const date = new Date(ms);
    if (date.getUTCFullYear() > lastYear) return null;
    if (!matchesDay(cron, date)) continue;
    for (const hour of [...cron.hours].sort((a, b) => a - b)) {
      const at = ms + ((hour * 60 + cron.minute) * 60 + cron.second) * 1000;
      if (at <= afterMs) continue;
      return {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour,
        minute: cron.minute,
        second: cron.second,
      };
    }
  }
}

function matchesDay(cron: CronExpression, date: Date): boolean {
  if (cron.years && !cron.years.has(date.getUTCFullYear())) return false;
  if (!cron.months.has(date.getUTCMonth() + 1)) return false;
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const day = date.getUTCDate();
  const weekday = date.getUTCDay() + 1;
  const monthDay = cron.daysOfMonth?.some((rule) => {
    if (rule.kind === 'last') return day === last;
    if (rule.kind === 'nearest') return day === nearestWeekday(date, rule.day || last, last);
    return day === rule.day;
  });
  const weekDay = cron.daysOfWeek?.some((rule) => {
    if (weekday !== rule.day) return false;
    if (rule.kind === 'last') return day + 7 > last;
    return rule.kind === 'nth' ? Math.ceil(day / 7) === rule.nth : true;
  });
  return (monthDay ?? true) && (weekDay ?? true);
}

function nearestWeekday(date: Date, target: number, last: number): number {
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), target)).getUTCDay();
  if (weekday === 6) return target === 1 ? 3 : target - 1;
  if (weekday === 0) return target === last ? target - 2 : target + 1;
  return target;
}

/** The first instant after `after` (milliseconds) that the expression names in a time zone, or null. */
export function nextFireTime(cron: CronExpression, after: number, timeZone: string): number | null {
  const local = nextLocalTime(cron, localTime(after, timeZone));
  return local ? instantOf(local, timeZone) : null;
}

function localTime(ms: number, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(ms)).map((part) => [part.type, Number(part.value)]));
  return {
    year: parts.year,
    month: parts.month,
    day: parts.day,
    hour: parts.hour,
    minute: parts.minute,
    second: parts.second,
  };
}

function instantOf(local: LocalTime, timeZone: string): number {
  const wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  let guess = wall;
  for (let round = 0; round < 2; round++) {
    const seen = localTime(guess, timeZone);
    guess += wall - Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute, seen.second);
  }
  return guess;
}
