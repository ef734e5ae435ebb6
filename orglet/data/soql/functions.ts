import type { SqlDriver, SqlValue } from '../storage/driver.js';
import type { FunctionCall, Path, Value } from './ast.js';
import { datePart } from './dates.js';
import { greatCircle } from './distance.js';
import { queryError } from './errors.js';
import { sql, type Param } from './fragment.js';
import type { Expression } from './scope.js';
import { localDay, querySession, zoneOffset } from './session.js';
import { literalValue } from './values.js';
import { toSql } from '../storage/columns.js';

export const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'AVG', 'MIN', 'MAX', 'SUM']);

/** Scale of numbers whose digits are not a field's. */
export const FREE_SCALE = -1;

const number = (fragment: Expression['sql'], kind: 'integer' | 'decimal' = 'integer'): Expression => ({
  sql: fragment,
  kind,
  scale: kind === 'integer' ? 0 : FREE_SCALE,
  field: null,
  column: null,
});

/** Compiles a call outside of `GROUPING`, which only the aggregate compiler knows. */
export function functionExpression(call: FunctionCall, resolve: (path: Path) => Expression): Expression {
  const { name } = call;
  if (AGGREGATES.has(name)) return aggregate(call, resolve);
  if (name === 'DISTANCE') return distance(call, resolve);
  const argument = call.args[0];
  if (call.args.length !== 1 || !argument) return queryError(`unexpected number of arguments of ${name}`);
  if (argument.kind === 'function' && argument.name === 'CONVERTTIMEZONE')
    return datePartOf(name, functionArgument(argument, resolve), true);
  const value = argument.kind === 'function' ? functionExpression(argument, resolve) : functionArgument(call, resolve);
  if (name === 'TOLABEL' || name === 'CONVERTCURRENCY') return value;
  if (name === 'FORMAT')
    return {
      ...value,
      sql: sql`orglet_format(${value.sql},${`'${value.kind}'`},${String(value.scale)})`,
      kind: 'text',
      column: null,
    };
  return datePartOf(name, value, false);
}

function functionArgument(call: FunctionCall, resolve: (path: Path) => Expression): Expression {
  const argument = call.args[0];
  return argument?.kind === 'field' ? resolve(argument.path) : queryError(`${call.name} needs a field`);
}

/** Date functions read a Datetime in UTC, or in the user's time zone inside `convertTimezone`. */
function datePartOf(name: string, value: Expression, local: boolean): Expression {
  if (value.kind !== 'date' && value.kind !== 'datetime')
    return queryError(`${name} can only be used on date and dateTime fields`);
  const zone = value.kind === 'date' ? 'date' : local ? 'local' : 'utc';
  const part = sql`orglet_date_part(${`'${name}'`},${value.sql},${`'${zone}'`})`;
  return name === 'DAY_ONLY' ? { ...number(part), kind: 'date' } : number(part);
}

function aggregate(call: FunctionCall, resolve: (path: Path) => Expression): Expression {
  if (call.args.length === 0) return number(sql`count(*)`);
  const value = functionArgument(call, resolve);
  switch (call.name) {
    case 'COUNT':
      return number(sql`count(${value.sql})`);
    case 'COUNT_DISTINCT':
      return number(sql`count(DISTINCT ${value.sql})`);
    case 'MIN':
    case 'MAX':
      return { ...value, sql: sql`${call.name.toLowerCase()}(${value.sql})`, column: null };
    default:
      if (value.kind !== 'decimal' && value.kind !== 'integer' && value.kind !== 'double' && value.kind !== 'long') {
        return queryError(`field ${value.field?.name} does not support aggregate operator ${call.name}`);
      }
      return {
        ...number(sql`${call.name.toLowerCase()}(${value.sql})`, 'decimal'),
        scale: call.name === 'SUM' ? value.scale : FREE_SCALE,
      };
  }
}

/** `DISTANCE(Location__c, GEOLOCATION(37, 122), 'mi')`. */
function distance(call: FunctionCall, resolve: (path: Path) => Expression): Expression {
  const [from, to, unit] = call.args;
  const point = (argument: FunctionCall['args'][number] | undefined): Expression['sql'] => {
    if (argument?.kind === 'geolocation')
      return sql`${coordinate(argument.latitude)},${coordinate(argument.longitude)}`;
    if (argument?.kind !== 'field') return queryError('DISTANCE needs a location field or GEOLOCATION');
    const last = argument.path[argument.path.length - 1]!;
    const part = (name: string) => resolve([...argument.path.slice(0, -1), name]).sql;
    if (/__c$/i.test(last))
      return sql`${part(last.replace(/__c$/i, '__Latitude__s'))},${part(last.replace(/__c$/i, '__Longitude__s'))}`;
    const prefix = last.replace(/Address$/i, '');
    return sql`${part(`${prefix}Latitude`)},${part(`${prefix}Longitude`)}`;
  };
  const radius = unit?.kind === 'string' && unit.value.toLowerCase() === 'km' ? 'km' : 'mi';
  return number(sql`orglet_distance(${point(from)},${point(to)},${`'${radius}'`})`, 'decimal');
}

function coordinate(value: Value): Param {
  if (value.kind === 'bind') return { param: (run) => toSql('double', run.binds[value.index]) };
  if (value.kind !== 'number') return queryError('GEOLOCATION needs two numbers');
  const fixed = toSql('double', literalValue(value));
  return { param: () => fixed };
}

/** Defines the SQL functions that compiled SOQL calls. */
export function defineSoqlFunctions(driver: SqlDriver): void {
  driver.defineFunction(
    'orglet_date_part',
    (name, value, zone) => {
      if (value === null) return null;
      const session = querySession();
      const ms = zone === 'local' ? Number(value) + zoneOffset(session.timeZone, Number(value)) : Number(value);
      if (name === 'HOUR_IN_DAY') return Math.floor((((ms % 864e5) + 864e5) % 864e5) / 36e5);
      const days = zone === 'date' ? Number(value) : Math.floor(ms / 864e5);
      return name === 'DAY_ONLY' ? days : datePart(String(name), days, session.fiscalStartMonth);
    },
    false,
  );
  driver.defineFunction(
    'orglet_includes',
    (text, json) => {
      const chosen = new Set(
        String(text ?? '')
          .toLowerCase()
          .split(';'),
      );
      const any = (JSON.parse(String(json)) as (string | null)[]).some((wanted) =>
        wanted === null
          ? text === null
          : wanted
              .toLowerCase()
              .split(';')
              .every((value) => chosen.has(value)),
      );
      return any ? 1 : 0;
    },
    true,
  );
  driver.defineFunction(
    'orglet_distance',
    (lat1, lon1, lat2, lon2, unit) =>
      [lat1, lon1, lat2, lon2].some((v) => v === null)
        ? null
        : greatCircle(Number(lat1), Number(lon1), Number(lat2), Number(lon2), unit as 'km' | 'mi'),
    true,
  );
  driver.defineFunction('orglet_format', (value, kind, scale) => formatted(value, String(kind), Number(scale)), false);
}

/** FORMAT(): numbers with separators, dates as the en_US locale writes them, in the user's time zone. */
function formatted(value: SqlValue, kind: string, scale: number): SqlValue {
  if (value === null) return null;
  const { timeZone } = querySession();
  if (kind === 'decimal' || kind === 'integer' || kind === 'double' || kind === 'long') {
    const digits = scale === FREE_SCALE ? {} : { minimumFractionDigits: scale, maximumFractionDigits: scale };
    return Number(value).toLocaleString('en-US', digits);
  }
  if (kind === 'date') return new Date(Number(value) * 864e5).toLocaleDateString('en-US', { timeZone: 'UTC' });
  if (kind === 'datetime') {
    const date = new Date(Number(value));
    const time = date.toLocaleTimeString('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
    return `${new Date(localDay(timeZone, date.getTime()) * 864e5).toLocaleDateString('en-US', { timeZone: 'UTC' })}, ${time.replace('\u202f', ' ')}`;
  }
  return kind === 'boolean' ? (value === 1 ? 'true' : 'false') : String(value);
}
