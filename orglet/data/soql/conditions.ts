import { ApexList, ApexSet } from '../../runtime/values.js';
import { fold } from '../storage/functions.js';
import type { SqlValue } from '../storage/driver.js';
import type { ComparisonOperator, Condition, DateLiteral, Value } from './ast.js';
import { dateRange } from './dates.js';
import { queryError } from './errors.js';
import { joinSql, sql, type Fragment, type Param, type RunContext } from './fragment.js';
import type { Expression } from './scope.js';
import { NO_RUN, startOfDay } from './session.js';
import { comparable, elements, literalValue } from './values.js';

type Comparison = Extract<Condition, { kind: 'compare' }>;
type Right = Comparison['right'];

/** What a condition needs of the query around it. */
export interface ConditionContext {
  operand(operand: Comparison['left']): Expression;
  /** Compiles a semi-join's subquery to a condition that holds when the subquery yields the left operand. */
  semiJoin(right: Extract<Right, { kind: 'subquery' }>, left: Expression): Fragment;
}

const isAscii = (text: SqlValue): boolean => typeof text !== 'string' || !/[^\x00-\x7f]/.test(text);

export function compileCondition(condition: Condition, context: ConditionContext): Fragment {
  if (condition.kind === 'not') return sql`NOT coalesce(${compileCondition(condition.condition, context)},0)`;
  if (condition.kind !== 'compare') {
    const word = condition.kind === 'and' ? ' AND ' : ' OR ';
    return sql`(${joinSql(
      condition.conditions.map((part) => compileCondition(part, context)),
      word,
    )})`;
  }
  const left = context.operand(condition.left);
  const { operator, right } = condition;
  if (right.kind === 'subquery') return semiJoin(left, operator, right, context);
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') return includes(left, operator, right);
  if (operator === 'IN' || operator === 'NOT IN') return inList(left, operator, right);
  if (right.kind === 'list') return queryError('unexpected list of values');
  if (right.kind === 'dateLiteral') return compareRange(left, operator, right);
  if (operator === 'LIKE') return like(left, right);
  if (right.kind !== 'bind' || (operator !== '=' && operator !== '!=')) return compare(left, operator, right);
  // `Id = :ids` with a collection asks for any of its elements.
  const one = compare(left, operator, right);
  const any = inList(left, operator === '=' ? 'IN' : 'NOT IN', right);
  return sql`${{ options: [one, any], choose: (run) => (isCollection(run.binds[right.index]) ? 1 : 0) }}`;
}

const isCollection = (value: unknown): boolean => value instanceof ApexList || value instanceof ApexSet;

/** The value of the right side when the query runs. */
function valueReader(value: Exclude<Value, DateLiteral>): (run: RunContext) => unknown {
  if (value.kind === 'bind') return (run) => run.binds[value.index];
  const fixed =
    value.kind === 'string' && value.likeEscapes ? value.value.replace(/\\([%_])/g, '$1') : literalValue(value);
  return () => fixed;
}

function compare(left: Expression, operator: ComparisonOperator, right: Exclude<Value, DateLiteral>): Fragment {
  const read = valueReader(right);
  if (operator !== '=') return compareBy(left, operator === '!=' ? ' IS NOT ' : operator, right, read);
  const equal = compareBy(left, '=', right, read);
  if (right.kind !== 'bind') return comparable(left.kind, read(NO_RUN)) === null ? sql`${left.sql} IS NULL` : equal;
  // With = instead of IS, SQLite may turn the outer joins of a filtered parent into inner ones and reorder them.
  const isNull = sql`${left.sql} IS NULL`;
  return sql`${{ options: [equal, isNull], choose: (run) => (comparable(left.kind, read(run)) === null ? 1 : 0) }}`;
}

/** @param word the SQL operator; IS NOT treats null as a value like any other, as SOQL does */
function compareBy(
  left: Expression,
  word: string,
  right: Exclude<Value, DateLiteral>,
  read: (run: RunContext) => unknown,
): Fragment {
  const value = isStoredInstant(left) ? wholeSeconds(word) : (given: SqlValue) => given;
  const param: Param = { param: (run) => value(comparable(left.kind, read(run))) };
  const plain = sql`${left.sql}${word}${param}`;
  if (left.kind !== 'text' || left.field?.caseSensitive) return plain;
  const folded: Param = { param: (run) => foldValue(comparable('text', read(run))) };
  const unicode = sql`orglet_fold(${left.sql})${word}${folded}`;
  const ascii = left.column ? plain : sql`${left.sql}${word}${param} COLLATE NOCASE`;
  if (right.kind !== 'bind') return isAscii(comparable('text', read(NO_RUN))) ? ascii : unicode;
  return sql`${{ options: [ascii, unicode], choose: (run) => (isAscii(comparable('text', read(run))) ? 0 : 1) }}`;
}

const isStoredInstant = (left: Expression): boolean => left.kind === 'datetime' && left.column !== null;

/** Stored instants are whole seconds: for the same rows, an instant between two asks the same throughout its second. */
function wholeSeconds(word: string): (value: SqlValue) => SqlValue {
  const round = word === '<=' || word === '>' ? Math.floor : word === '<' || word === '>=' ? Math.ceil : null;
  return (value) => (round && typeof value === 'number' ? round(value / 1000) * 1000 : value);
}

const foldValue = (value: SqlValue): SqlValue => (typeof value === 'string' ? fold(value) : value);

/** `field = LAST_N_DAYS:30` and the like. */
function compareRange(left: Expression, operator: ComparisonOperator, literal: DateLiteral): Fragment {
  if (left.kind !== 'date' && left.kind !== 'datetime') {
    return queryError(`value of filter criterion must be of type ${left.kind} instead of date`);
  }
  const bound = (side: 'from' | 'to'): Param => ({
    param: (run) => {
      const day = dateRange(literal, run.session)[side];
      return left.kind === 'date' ? day : startOfDay(run.session.timeZone, day);
    },
  });
  switch (operator) {
    case '=':
      return sql`(${left.sql}>=${bound('from')} AND ${left.sql}<${bound('to')})`;
    case '!=':
      return sql`(${left.sql} IS NULL OR ${left.sql}<${bound('from')} OR ${left.sql}>=${bound('to')})`;
    case '<':
      return sql`${left.sql}<${bound('from')}`;
    case '<=':
      return sql`${left.sql}<${bound('to')}`;
    case '>':
      return sql`${left.sql}>=${bound('to')}`;
    case '>=':
      return sql`${left.sql}>=${bound('from')}`;
    default:
      return queryError(`unexpected operator ${operator} with a date literal`);
  }
}

/** Longest pattern that SQLite takes, in bytes; no field that can be filtered holds as much text. */
const MAX_PATTERN = 50_000;
/** What no text is like: U+FFFF is no character. */
const NOTHING = '\uffff';

/** Doubles every backslash that does not escape a wildcard, so that SQLite's ESCAPE accepts the pattern. */
function pattern(text: string): string {
  const escaped = text.replace(/\\(?![%_\\])/g, '\\\\');
  if (Buffer.byteLength(escaped) <= MAX_PATTERN) return escaped;
  const short = escaped.replace(/(\\.)|%+/gs, (run, escape?: string) => escape ?? run[0]);
  return Buffer.byteLength(short) <= MAX_PATTERN ? short : NOTHING;
}

function like(left: Expression, right: Exclude<Value, DateLiteral>): Fragment {
  if (left.kind !== 'text' && left.kind !== 'id')
    return queryError(`invalid operator on ${left.field?.name ?? 'expression'}: LIKE`);
  const fixed = right.kind === 'string' ? right.value : null;
  const read = right.kind === 'bind' ? (run: RunContext) => run.binds[right.index] : () => fixed;
  const text = (run: RunContext): SqlValue => {
    const value = read(run);
    return value === null || value === undefined ? null : pattern(String(value));
  };
  const ascii = sql`${left.sql} LIKE ${{ param: text }} ESCAPE '\\'`;
  const unicode = sql`orglet_fold(${left.sql}) LIKE ${{ param: (run: RunContext) => foldValue(text(run)) }} ESCAPE '\\'`;
  if (right.kind !== 'bind') return isAscii(fixed) ? ascii : unicode;
  const any = likeAny(left, (run) => elements(read(run)));
  const choose = (run: RunContext): number => {
    if (typeof read(run) === 'object' && read(run) !== null) return 2;
    return isAscii(text(run)) ? 0 : 1;
  };
  return sql`${{ options: [ascii, unicode, any], choose }}`;
}

/** `Name LIKE :patterns` with a collection matches any of them. */
function likeAny(left: Expression, read: (run: RunContext) => readonly unknown[]): Fragment {
  const patterns: Param = {
    param: (run) => JSON.stringify(read(run).map((text) => (text === null ? null : fold(pattern(String(text)))))),
  };
  return sql`EXISTS (SELECT 1 FROM json_each(${patterns}) WHERE orglet_fold(${left.sql}) LIKE value ESCAPE '\\')`;
}

type ListRight = Exclude<Right, { kind: 'subquery' }>;

/** Reads the values of a list or a bound collection. */
function listReader(right: ListRight): (run: RunContext) => readonly unknown[] {
  if (right.kind === 'bind') return (run) => elements(run.binds[right.index]);
  const values = right.kind === 'list' ? right.values : [right];
  const readers = values.map((value) =>
    value.kind === 'dateLiteral' ? queryError('date literals are not allowed in a list') : valueReader(value),
  );
  const binds = values.map((value) => value.kind === 'bind');
  return (run) =>
    readers.flatMap((read, i) => (binds[i] && typeof read(run) === 'object' ? elements(read(run)) : [read(run)]));
}

/**
 * IN and NOT IN. A null among the values matches empty fields; NOT IN includes empty fields otherwise, as `!=` does.
 */
function inList(left: Expression, operator: 'IN' | 'NOT IN', right: ListRight): Fragment {
  if (right.kind === 'list' && right.values.some((value) => value.kind === 'dateLiteral'))
    return inRanges(left, operator, right.values);
  const read = listReader(right);
  const not = operator === 'NOT IN';
  const textual = left.kind === 'text' && !left.field?.caseSensitive;
  const collate = left.column || left.kind !== 'text' ? '' : ' COLLATE NOCASE';
  const valuesOf = (run: RunContext): readonly SqlValue[] => {
    let values = run.lists?.get(read);
    if (!values) {
      values = read(run).map((value) => comparable(left.kind, value));
      run.lists?.set(read, values);
    }
    return values;
  };
  const present = (run: RunContext): SqlValue[] => valuesOf(run).filter((value) => value !== null);
  const plain = sql`${left.sql}${collate}`;
  const one = sql`${plain}${not ? '<>' : '='}${{ param: (run) => present(run)[0]! }}`;
  const any = sql`${plain} ${operator} (SELECT value FROM json_each(${{ param: (run) => JSON.stringify(present(run)) }}))`;
  const folded: Param = { param: (run) => JSON.stringify(present(run).map(foldValue)) };
  const unicode = sql`orglet_fold(${left.sql}) ${operator} (SELECT value FROM json_each(${folded}))`;
  const tests = [one, any, unicode];
  const orNull = tests.map((test) => sql`(${test} OR ${left.sql} IS NULL)`);
  const notNull = tests.map((test) => sql`(${test} AND ${left.sql} IS NOT NULL)`);
  const choose = (run: RunContext): number => {
    const all = valuesOf(run);
    const nulls = all.reduce<number>((sum, value) => sum + (value === null ? 1 : 0), 0);
    const form = textual && !all.every(isAscii) ? 2 : all.length - nulls === 1 ? 0 : 1;
    return nulls > 0 ? form + tests.length : form;
  };
  return sql`${{ options: not ? [...orNull, ...notNull] : [...tests, ...orNull], choose }}`;
}

function inRanges(left: Expression, operator: 'IN' | 'NOT IN', values: readonly Value[]): Fragment {
  const tests = values.map((value) =>
    value.kind === 'dateLiteral' ? compareRange(left, '=', value) : compare(left, '=', value),
  );
  const any = joinSql(tests, ' OR ');
  return operator === 'IN' ? sql`(${any})` : sql`NOT coalesce(${any},0)`;
}

/** Multi-select picklists: `INCLUDES ('A;B', 'C')` is (A and B) or C. */
function includes(left: Expression, operator: 'INCLUDES' | 'EXCLUDES', right: ListRight): Fragment {
  if (left.field?.type !== 'MULTIPICKLIST')
    return queryError(`${operator.toLowerCase()} operator can only be used on multi-select picklist fields`);
  const read = listReader(right);
  const json: Param = { param: (run) => JSON.stringify(read(run).map((value) => comparable('text', value))) };
  return sql`${operator === 'EXCLUDES' ? 'NOT ' : ''}orglet_includes(${left.sql},${json})`;
}

function semiJoin(
  left: Expression,
  operator: ComparisonOperator,
  right: Extract<Right, { kind: 'subquery' }>,
  context: ConditionContext,
): Fragment {
  if (left.kind !== 'id') return queryError(`The left operand of a semi-join must be an ID or reference field`);
  const found = context.semiJoin(right, left);
  return operator === 'IN' ? found : sql`(${left.sql} IS NULL OR NOT ${found})`;
}
