/** What compiled SQL and date literals need to know of the running user. */

export interface QuerySession {
  /** IANA name. */
  timeZone: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalStartMonth: number;
}

/** A run without binds or user, for SQL that the engine makes itself. */
export const NO_RUN = { binds: [], session: { timeZone: 'UTC', now: 0, fiscalStartMonth: 1 }, access: {} } as const;

const UTC: QuerySession = { timeZone: 'UTC', now: 0, fiscalStartMonth: 1 };
let current = UTC;

/** The session of the query that runs; SQL functions read it. */
export const querySession = (): QuerySession => current;

export function setQuerySession(session: QuerySession): void {
  current = session;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const QUARTER_HOUR = 900_000;

/** Milliseconds to add to UTC for local time in the zone; zones change at whole quarters of an hour. */
export function zoneOffset(timeZone: string, ms: number): number {
  if (timeZone === 'UTC' || timeZone === 'GMT') return 0;
  const slot = Math.floor(ms / QUARTER_HOUR);
  const key = `${timeZone}|${slot}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size > 20_000) offsets.clear();
    offsets.set(key, (offset = computeOffset(timeZone, slot * QUARTER_HOUR)));
  }
  return offset;
}

function computeOffset(timeZone: string, ms: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    const numeric = 'numeric' as const;
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - ms;
}

/** The instant at which the local day begins. */
export function startOfDay(timeZone: string, days: number): number {
  const local = days * 864e5;
  const guess = local - zoneOffset(timeZone, local);
  return local - zoneOffset(timeZone, guess);
}

/** Local day of an instant, as days since 1970-01-01. */
export const localDay = (timeZone: string, ms: number): number => Math.floor((ms + zoneOffset(timeZone, ms)) / 864e5);
