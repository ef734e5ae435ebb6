/** System.Date, System.Datetime, System.Time and System.TimeZone. */
import { currentTime } from '../clock.js';
import { defineClass } from '../registry.js';
import { hasTransaction, tx } from '../transaction.js';
import {
  addMonths,
  civilFromDays,
  DAY_MS,
  dayOf,
  daysFromCivil,
  daysInMonth,
  isLeapYear,
  isoDate,
  isoDatetime,
  isoTime,
  isTimeZone,
  offsetAt,
  timeOf,
  utcFromLocal,
  weekday,
} from '../values/calendar.js';
import { equals, hashCode } from '../values/equality.js';
import { StandardObject } from '../values/object.js';
import { ApexDate, ApexDatetime, ApexTime } from '../values/scalars.js';
import { userZone } from '../values/text.js';
import { need, num, raiseType } from './args.js';
import { formatPattern, localDate, localDatetime, parseLocalDate, parseLocalDatetime } from './date-format.js';

const ISO_DATE = /^\s*([+-]?\d{1,9})-(\d{1,2})-(\d{1,2})(?:[T ].*)?\s*$/;
const ISO_DATETIME = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2}):(\d{1,2})/;

/** @throws System.TypeException `Invalid date: abc` */
export function parseIsoDate(text: string): ApexDate {
  const match = ISO_DATE.exec(text);
  if (!match) return raiseType(`Invalid date: ${text}`);
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return raiseType(`Invalid date: ${text}`);
  return new ApexDate(daysFromCivil(year, month, day));
}

function parseWallClock(text: string): number {
  const match = ISO_DATETIME.exec(text);
  if (!match) return raiseType(`Invalid date/time: ${text}`);
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return daysFromCivil(year, month, day) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000;
}

const toLocal = (ms: number): number => ms + offsetAt(userZone(), ms);

/** Today in the user's time zone. */
export const today = (): ApexDate => new ApexDate(dayOf(toLocal(currentTime())));
export const now = (): ApexDatetime => new ApexDatetime(currentTime());

/** Days of a Date, or of a Datetime in the user's time zone. */
const daysOf = (value: ApexDate | ApexDatetime): number =>
  need(value) instanceof ApexDatetime ? dayOf(toLocal((value as ApexDatetime).ms)) : (value as ApexDate).days;

/** First day of the week by the user's locale: 0 for Sunday. */
function firstWeekday(): number {
  const locale = hasTransaction() ? tx().user.locale : 'en_US';
  const info = new Intl.Locale(locale.split('_').slice(0, 2).join('-')) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?(): { firstDay: number };
  };
  return (info.getWeekInfo?.() ?? info.weekInfo)!.firstDay % 7;
}

const monthsBetween = (from: number, to: number): number => {
  const a = civilFromDays(from);
  const b = civilFromDays(to);
  return (b.year - a.year) * 12 + b.month - a.month;
};

const valueMethods = {
  equals: (self: unknown, other: unknown) => equals(self, other),
  hashcode: hashCode,
};

defineClass('System.Date', {
  statics: {
    daysinmonth: (year: number, month: number) => daysInMonth(need(year), need(month)),
    isleapyear: (year: number) => isLeapYear(need(year)),
    newinstance: (year: number, month: number, day: number) =>
      new ApexDate(daysFromCivil(need(year), need(month), need(day))),
    parse: (text: string) => new ApexDate(parseLocalDate(need(text)) ?? raiseType(`Invalid date: ${text}`)),
    today,
    valueof: (value: unknown) => {
      if (value === null) return null;
      if (value instanceof ApexDate) return value;
      if (value instanceof ApexDatetime) return new ApexDate(daysOf(value));
      return typeof value === 'string' ? parseIsoDate(value) : raiseType('Invalid date');
    },
  },
  methods: {
    ...valueMethods,
    adddays: (self: ApexDate, days: number) => new ApexDate(self.days + need(days)),
    addmonths: (self: ApexDate, months: number) => new ApexDate(addMonths(self.days, need(months))),
    addyears: (self: ApexDate, years: number) => new ApexDate(addMonths(self.days, need(years) * 12)),
    day: (self: ApexDate) => civilFromDays(self.days).day,
    dayofyear: (self: ApexDate) => self.days - daysFromCivil(civilFromDays(self.days).year, 1, 1) + 1,
    daysbetween: (self: ApexDate, other: ApexDate) => daysOf(other) - self.days,
    format: (self: ApexDate) => localDate(self.days),
    issameday: (self: ApexDate, other: ApexDate) => self.days === daysOf(other),
    month: (self: ApexDate) => civilFromDays(self.days).month,
    monthsbetween: (self: ApexDate, other: ApexDate) => monthsBetween(self.days, daysOf(other)),
    tostartofmonth: (self: ApexDate) => new ApexDate(self.days - civilFromDays(self.days).day + 1),
    tostartofweek: (self: ApexDate) => new ApexDate(self.days - ((weekday(self.days) - firstWeekday() + 7) % 7)),
    tostring: (self: ApexDate) => isoDate(self.days),
    year: (self: ApexDate) => civilFromDays(self.days).year,
  },
});

/** Milliseconds of `(date, time)`, of `(year, month, day[, hour, minute, second])` or of epoch milliseconds. */
function wallClock(args: unknown[]): number {
  if (args[0] instanceof ApexDate)
    return args[0].days * DAY_MS + (args[1] === null || args[1] === undefined ? 0 : (args[1] as ApexTime).ms);
  const [year, month, day, hour = 0, minute = 0, second = 0] = args.map((arg) => num(need(arg)));
  return daysFromCivil(year!, month!, day!) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000;
}

/** Arithmetic on the wall clock of a zone. */
const shifted = (self: ApexDatetime, zone: string, move: (days: number) => number): ApexDatetime => {
  const local = self.ms + offsetAt(zone, self.ms);
  return new ApexDatetime(utcFromLocal(zone, move(dayOf(local)) * DAY_MS + timeOf(local)));
};

/** Getters of a wall clock's parts, under a suffix. */
function parts(suffix: string, local: (self: ApexDatetime) => number) {
  const time = (divisor: number, modulo: number) => (self: ApexDatetime) =>
    Math.floor(timeOf(local(self)) / divisor) % modulo;
  return {
    [`day${suffix}`]: (self: ApexDatetime) => civilFromDays(dayOf(local(self))).day,
    [`month${suffix}`]: (self: ApexDatetime) => civilFromDays(dayOf(local(self))).month,
    [`year${suffix}`]: (self: ApexDatetime) => civilFromDays(dayOf(local(self))).year,
    [`dayofyear${suffix}`]: (self: ApexDatetime) => {
      const days = dayOf(local(self));
      return days - daysFromCivil(civilFromDays(days).year, 1, 1) + 1;
    },
    [`hour${suffix}`]: time(3_600_000, 24),
    [`minute${suffix}`]: time(60_000, 60),
    [`second${suffix}`]: time(1000, 60),
    [`millisecond${suffix}`]: time(1, 1000),
    [`date${suffix}`]: (self: ApexDatetime) => new ApexDate(dayOf(local(self))),
    [`time${suffix}`]: (self: ApexDatetime) => new ApexTime(timeOf(local(self))),
  };
}

defineClass('System.Datetime', {
  statics: {
    newinstance: (...args: unknown[]) =>
      new ApexDatetime(args.length === 1 ? num(need(args[0])) : utcFromLocal(userZone(), wallClock(args))),
    newinstancegmt: (...args: unknown[]) => new ApexDatetime(wallClock(args)),
    now,
    parse: (text: string) => {
      const local = parseLocalDatetime(need(text));
      return new ApexDatetime(
        local === null ? raiseType(`Invalid date/time: ${text}`) : utcFromLocal(userZone(), local),
      );
    },
    valueof: (value: unknown) => {
      if (value === null) return null;
      if (value instanceof ApexDatetime) return value;
      if (value instanceof ApexDate) return new ApexDatetime(utcFromLocal(userZone(), value.days * DAY_MS));
      if (typeof value === 'bigint') return new ApexDatetime(Number(value));
      return typeof value === 'string'
        ? new ApexDatetime(utcFromLocal(userZone(), parseWallClock(value)))
        : raiseType('Invalid date/time');
    },
    valueofgmt: (text: string) => new ApexDatetime(parseWallClock(need(text))),
  },
  methods: {
    ...valueMethods,
    ...parts('', (self) => toLocal(self.ms)),
    ...parts('gmt', (self) => self.ms),
    adddays: (self: ApexDatetime, days: number) => shifted(self, userZone(), (at) => at + need(days)),
    addhours: (self: ApexDatetime, hours: number) => new ApexDatetime(self.ms + need(hours) * 3_600_000),
    addminutes: (self: ApexDatetime, minutes: number) => new ApexDatetime(self.ms + need(minutes) * 60_000),
    addseconds: (self: ApexDatetime, seconds: number) => new ApexDatetime(self.ms + need(seconds) * 1000),
    addmonths: (self: ApexDatetime, months: number) => shifted(self, userZone(), (at) => addMonths(at, need(months))),
    addyears: (self: ApexDatetime, years: number) => shifted(self, userZone(), (at) => addMonths(at, need(years) * 12)),
    format: (self: ApexDatetime, pattern?: string, zone?: string) => {
      if (pattern === undefined) return localDatetime(toLocal(self.ms));
      return formatPattern(self.ms, need(pattern), zone === undefined ? userZone() : need(zone));
    },
    formatgmt: (self: ApexDatetime, pattern: string) => formatPattern(self.ms, need(pattern), 'GMT'),
    formatlong: (self: ApexDatetime) =>
      `${localDate(dayOf(toLocal(self.ms)))}, ${formatPattern(self.ms, 'h:mm:ss a z', userZone())}`,
    gettime: (self: ApexDatetime) => BigInt(self.ms),
    issameday: (self: ApexDatetime, other: ApexDatetime) => dayOf(toLocal(self.ms)) === daysOf(other),
    tostring: (self: ApexDatetime) => isoDatetime(toLocal(self.ms)),
  },
});

const inDay = (ms: number): ApexTime => new ApexTime(((ms % DAY_MS) + DAY_MS) % DAY_MS);

defineClass('System.Time', {
  statics: {
    newinstance: (hour: number, minute: number, second: number, ms: number) =>
      inDay(need(hour) * 3_600_000 + need(minute) * 60_000 + need(second) * 1000 + need(ms)),
  },
  methods: {
    ...valueMethods,
    addhours: (self: ApexTime, hours: number) => inDay(self.ms + need(hours) * 3_600_000),
    addminutes: (self: ApexTime, minutes: number) => inDay(self.ms + need(minutes) * 60_000),
    addseconds: (self: ApexTime, seconds: number) => inDay(self.ms + need(seconds) * 1000),
    addmilliseconds: (self: ApexTime, ms: number) => inDay(self.ms + need(ms)),
    hour: (self: ApexTime) => Math.floor(self.ms / 3_600_000),
    minute: (self: ApexTime) => Math.floor(self.ms / 60_000) % 60,
    second: (self: ApexTime) => Math.floor(self.ms / 1000) % 60,
    millisecond: (self: ApexTime) => self.ms % 1000,
    tostring: (self: ApexTime) => isoTime(self.ms),
  },
});

/** System.TimeZone; an unknown name is GMT, as in Java. */
export class ApexTimeZone extends StandardObject {
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = isTimeZone(id) ? id : 'GMT';
  }
  override describe(): string {
    return this.id;
  }
  override hashKey(): string {
    return this.id;
  }
}

/** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`. */
function displayName(self: ApexTimeZone): string {
  const at = Date.now();
  return `(GMT${formatPattern(at, 'XXX', self.id).replace('Z', '+00:00')}) ${formatPattern(at, 'zzzz', self.id)} (${self.id})`;
}

defineClass('System.TimeZone', {
  instance: ApexTimeZone,
  statics: { gettimezone: (id: string) => new ApexTimeZone(need(id)) },
  methods: {
    getdisplayname: displayName,
    getid: (self: ApexTimeZone) => self.id,
    getoffset: (self: ApexTimeZone, at: ApexDatetime) => offsetAt(self.id, need(at).ms),
    tostring: (self: ApexTimeZone) => self.id,
  },
});
