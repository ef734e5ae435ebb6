/** Date and time functions. Conversions between Datetime and Date use GMT, as Salesforce documents; TODAY uses the user's zone. */
import { parseLocalDate } from '../../runtime/lib/date-format.js';
import {
  addMonths,
  civilFromDays,
  DAY_MS,
  dayOf,
  daysFromCivil,
  daysInMonth,
  offsetAt,
  timeOf,
  weekday,
} from '../../runtime/values/calendar.js';
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/values/scalars.js';
import { define, values } from './functions.js';
import { FormulaRuntimeError } from './types.js';

const int = (value: ApexDecimal): number => Number(value.toBigInt());
const whole = (value: number) => new ApexDecimal(BigInt(value));
const daysOf = (value: ApexDate | ApexDatetime): number =>
  value instanceof ApexDatetime ? dayOf(value.ms) : value.days;

function makeDate(year: number, month: number, day: number): ApexDate {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new FormulaRuntimeError(`Invalid date ${year}-${month}-${day}`);
  return new ApexDate(daysFromCivil(year, month, day));
}

values('DATE', 'Date', ['Number'], 3, 3, (year: ApexDecimal, month: ApexDecimal, day: ApexDecimal) =>
  makeDate(int(year), int(month), int(day)),
);

function parseDate(text: string): ApexDate {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text.trim());
  if (iso) return makeDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = parseLocalDate(text);
  if (local === null) throw new FormulaRuntimeError(`${text} is no date`);
  return new ApexDate(local);
}
values('DATEVALUE', 'Date', ['Any'], 1, 1, (value: unknown) => {
  if (value === '') return null;
  return typeof value === 'string' ? parseDate(value) : new ApexDate(daysOf(value as ApexDate));
});

function parseInstant(text: string): ApexDatetime {
  const ms = Date.parse(`${text.trim().replace(' ', 'T').replace(/Z?$/, '')}Z`);
  if (Number.isNaN(ms)) throw new FormulaRuntimeError(`${text} is no date and time`);
  return new ApexDatetime(ms);
}
values('DATETIMEVALUE', 'Datetime', ['Any'], 1, 1, (value: unknown) => {
  if (value === '') return null;
  if (value instanceof ApexDatetime) return value;
  return typeof value === 'string' ? parseInstant(value) : new ApexDatetime((value as ApexDate).days * DAY_MS);
});
values('TIMEVALUE', 'Time', ['Any'], 1, 1, (value: unknown) => {
  if (value === '') return null;
  if (value instanceof ApexDatetime) return new ApexTime(timeOf(value.ms));
  const ms = Date.parse(`1970-01-01T${String(value).trim().replace(/Z?$/, 'Z')}`);
  if (Number.isNaN(ms)) throw new FormulaRuntimeError(`${String(value)} is no time`);
  return new ApexTime(ms);
});

define('NOW', {
  min: 0,
  max: 0,
  build: () => ({ type: 'Datetime', run: ({ globals }) => new ApexDatetime(globals.now()) }),
});
const local = ({ now, timeZone }: { now(): number; timeZone(): string }) => now() + offsetAt(timeZone(), now());
define('TODAY', {
  min: 0,
  max: 0,
  build: () => ({ type: 'Date', run: ({ globals }) => new ApexDate(dayOf(local(globals))) }),
});
define('TIMENOW', {
  min: 0,
  max: 0,
  build: () => ({ type: 'Time', run: ({ globals }) => new ApexTime(timeOf(globals.now())) }),
});

const part = (name: string, of: (days: number) => number) =>
  values(name, 'Number', ['Date'], 1, 1, (value: ApexDate) => whole(of(daysOf(value))));
part('YEAR', (days) => civilFromDays(days).year);
part('MONTH', (days) => civilFromDays(days).month);
part('DAY', (days) => civilFromDays(days).day);
part('WEEKDAY', (days) => weekday(days) + 1);
part('DAYOFYEAR', (days) => days - daysFromCivil(civilFromDays(days).year, 1, 1) + 1);

/** The Thursday of a date's ISO week decides its year. */
const thursday = (days: number) => days - ((weekday(days) + 6) % 7) + 3;
part('ISOYEAR', (days) => civilFromDays(thursday(days)).year);
part(
  'ISOWEEK',
  (days) => Math.floor((thursday(days) - daysFromCivil(civilFromDays(thursday(days)).year, 1, 1)) / 7) + 1,
);

const clockPart = (name: string, unit: number, modulus: number) =>
  values(name, 'Number', ['Time'], 1, 1, (time: ApexTime) => whole(Math.floor(time.ms / unit) % modulus));
clockPart('HOUR', 3_600_000, 24);
clockPart('MINUTE', 60_000, 60);
clockPart('SECOND', 1000, 60);
clockPart('MILLISECOND', 1, 1000);

define('ADDMONTHS', {
  min: 2,
  max: 2,
  build: (_, args) => {
    const [date, months] = args;
    return {
      type: date!.type === 'Datetime' ? 'Datetime' : 'Date',
      run: (scope) => {
        const [value, count] = [date!.run(scope), months!.run(scope)] as [
          ApexDate | ApexDatetime | null,
          ApexDecimal | null,
        ];
        if (value === null || count === null) return null;
        if (value instanceof ApexDatetime)
          return new ApexDatetime(lastDayKept(dayOf(value.ms), int(count)) * DAY_MS + timeOf(value.ms));
        return new ApexDate(lastDayKept(value.days, int(count)));
      },
    };
  },
});

/** The last day of a month stays the last day: Salesforce Help, "ADDMONTHS". */
function lastDayKept(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const moved = addMonths(days, months);
  if (day !== daysInMonth(year, month)) return moved;
  const target = civilFromDays(moved);
  return daysFromCivil(target.year, target.month, daysInMonth(target.year, target.month));
}

values('UNIXTIMESTAMP', 'Number', ['Any'], 1, 1, (value: ApexDatetime | ApexDate | ApexTime) =>
  whole(Math.floor((value instanceof ApexDate ? value.days * DAY_MS : value.ms) / 1000)),
);
values('FROMUNIXTIME', 'Datetime', ['Number'], 1, 1, (seconds: ApexDecimal) => new ApexDatetime(int(seconds) * 1000));
