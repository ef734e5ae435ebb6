import type { DateLiteral } from './ast.js';
import { localDay, type QuerySession } from './session.js';

/** Days from `from` to before `to`, as days since 1970-01-01. */
export interface DayRange {
  from: number;
  to: number;
}

const dayOf = (year: number, month: number, day = 1): number => Date.UTC(year, month, day) / 864e5;

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

/** First day of the unit that is `shift` units after the one of `today`. Weeks begin on Sunday. */
function unitStart(unit: Unit, today: number, shift: number, fiscalStart: number): number {
  if (unit === 'DAY') return today + shift;
  if (unit === 'WEEK') return today - ((((today + 4) % 7) + 7) % 7) + 7 * shift;
  const date = new Date(today * 864e5);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (unit === 'MONTH') return dayOf(year, month + shift);
  if (unit === 'QUARTER') return dayOf(year, month - (month % 3) + 3 * shift);
  if (unit === 'YEAR') return dayOf(year + shift, 0);
  const into = (month - (fiscalStart - 1) + 12) % 12;
  if (unit === 'FISCAL_QUARTER') return dayOf(year, month - (into % 3) + 3 * shift);
  return dayOf(year, month - into + 12 * shift);
}

/**
 * The days a date literal means.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
export function dateRange(literal: DateLiteral, session: QuerySession): DayRange {
  const today = localDay(session.timeZone, session.now);
  const start = (unit: Unit, shift: number) => unitStart(unit, today, shift, session.fiscalStartMonth);
  const whole = (unit: Unit, shift: number, count = 1): DayRange => ({
    from: start(unit, shift),
    to: start(unit, shift + count),
  });
  const { name } = literal;
  if (name === 'YESTERDAY') return whole('DAY', -1);
  if (name === 'TODAY') return whole('DAY', 0);
  if (name === 'TOMORROW') return whole('DAY', 1);
  if (name === 'LAST_90_DAYS') return { from: today - 90, to: today + 1 };
  if (name === 'NEXT_90_DAYS') return { from: today + 1, to: today + 91 };
  const counted = /^(LAST_N|NEXT_N|N)_([A-Z_]+?)S(_AGO)?$/.exec(name);
  if (!counted) {
    const [, which, unit] = /^(LAST|THIS|NEXT)_([A-Z_]+)$/.exec(name)!;
    return whole(unit as Unit, which === 'LAST' ? -1 : which === 'THIS' ? 0 : 1);
  }
  const unit = counted[2] as Unit;
  const n = literal.n!;
  if (counted[3]) return whole(unit, -n);
  // LAST_N_DAYS includes today; the other LAST_N units end before the current one.
  if (counted[1] === 'LAST_N') return unit === 'DAY' ? { from: today - n, to: today + 1 } : whole(unit, -n, n);
  return whole(unit, 1, n);
}

/** Calendar parts that SOQL's date functions give, of a day since 1970-01-01. */
export function datePart(name: string, days: number, fiscalStart: number): number {
  const date = new Date(days * 864e5);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const dayOfMonth = date.getUTCDate();
  const dayOfYear = days - dayOf(year, 0) + 1;
  const fiscalMonth = ((month - (fiscalStart - 1) + 12) % 12) + 1;
  switch (name) {
    case 'CALENDAR_YEAR':
      return year;
    case 'CALENDAR_QUARTER':
      return Math.floor(month / 3) + 1;
    case 'CALENDAR_MONTH':
      return month + 1;
    case 'DAY_IN_MONTH':
      return dayOfMonth;
    case 'DAY_IN_WEEK':
      return date.getUTCDay() + 1;
    case 'DAY_IN_YEAR':
      return dayOfYear;
    case 'WEEK_IN_MONTH':
      return Math.floor((dayOfMonth - 1) / 7) + 1;
    case 'WEEK_IN_YEAR':
      return Math.floor((dayOfYear - 1) / 7) + 1;
    case 'FISCAL_MONTH':
      return fiscalMonth;
    case 'FISCAL_QUARTER':
      return Math.floor((fiscalMonth - 1) / 3) + 1;
    case 'FISCAL_YEAR':
      // A fiscal year is named after the calendar year in which it ends.
      return fiscalStart > 1 && month >= fiscalStart - 1 ? year + 1 : year;
    default:
      throw new Error(`Unknown date function ${name}`);
  }
}
