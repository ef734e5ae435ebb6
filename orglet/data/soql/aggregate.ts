import { types } from '../../runtime/types.js';
import { SObjectValue, type ObjectInfo as RuntimeObject } from '../../runtime/sobject.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { FunctionCall, Operand, SelectItem, SoqlQuery } from './ast.js';
import type { SelectCompiler } from './compile.js';
import { compileCondition } from './conditions.js';
import { queryError } from './errors.js';
import { joinSql, sql, Template, type Fragment } from './fragment.js';
import { AGGREGATES, FREE_SCALE } from './functions.js';
import type { AggregatePlan } from './plan.js';
import { readerFor, readNumber, type ReadValue } from './record-reader.js';
import type { Expression } from './scope.js';

const isAggregateItem = (item: SelectItem): boolean =>
  item.kind === 'call' && (AGGREGATES.has(item.call.name) || item.call.name === 'GROUPING');

export const isAggregateQuery = (query: SoqlQuery): boolean =>
  query.groupBy !== null || query.select.some(isAggregateItem);

interface Output {
  name: string;
  operand: Operand;
}

/** Names of the result's columns: alias, field name, or `expr0`, `expr1`, … for what has neither. */
function outputs(query: SoqlQuery): Output[] {
  let next = 0;
  const used = new Set<string>();
  return query.select.map((item) => {
    if (item.kind !== 'field' && item.kind !== 'call')
      return queryError('Grouped query cannot use child relationships in the SELECT list', query.text);
    const operand: Operand = item.kind === 'field' ? { kind: 'field', path: item.path } : item.call;
    const name = item.alias ?? (item.kind === 'field' ? item.path[item.path.length - 1]! : `expr${next++}`);
    if (used.has(name.toLowerCase())) queryError(`duplicate alias: ${name}`, query.text);
    used.add(name.toLowerCase());
    return { name, operand };
  });
}

/** Compiles a query with aggregate functions or GROUP BY. */
export function compileAggregate(compiler: SelectCompiler): AggregatePlan {
  const { query } = compiler;
  const groups = query.groupBy?.items ?? [];
  const groupValues = groups.map((item) => compiler.operand(item));
  const columns = outputs(query).map(({ name, operand }) => ({ name, operand, key: operandKey(operand, compiler) }));
  const groupKeys = groups.map((item) => operandKey(item, compiler));
  for (const column of columns) checkGrouped(column.operand, column.key, groupKeys, query);
  const where = compiler.where();
  const sets = groupingSets(query.groupBy?.kind ?? 'plain', groups.length);
  const readers: ReadValue[] = [];
  const branches = sets.map((set, branch) => {
    const selected = columns.map((column, i) => {
      const value = valueIn(column.operand, column.key, set);
      if (branch === 0) readers.push(readerOf(value));
      return sql`${value.sql} AS c${String(i)}`;
    });
    const by = [...set].map((i) => groupValues[i]!.sql);
    const grouped = by.length > 0 ? sql` GROUP BY ${joinSql(by, ',')}` : sql``;
    const having = query.having ? sql` HAVING ${havingIn(set)}` : sql``;
    return { selected: joinSql(selected, ','), grouped, having };
  });
  const from = sql` FROM ${compiler.scope.from()}${where}`;
  const first = branches[0]!;
  const template =
    branches.length === 1
      ? sql`SELECT ${first.selected}${from}${first.grouped}${first.having}${order(groupValues)}${compiler.limit()}`
      : sql`${joinSql(
          branches.map((b) => sql`SELECT ${b.selected}${from}${b.grouped}${b.having}`),
          ' UNION ALL ',
        )}${compiler.limit()}`;
  return {
    ...compiler.base(),
    kind: 'aggregate',
    template: new Template(template),
    cost: readsEachRow(query) ? new Template(sql`SELECT COUNT(*)${from}`) : null,
    read: rowReader(
      columns.map((c) => c.name),
      readers,
      compiler,
    ),
  };

  /** A selected value within one grouping set: a field that is rolled up is null there. */
  function valueIn(operand: Operand, key: string, set: ReadonlySet<number>): Expression {
    if (operand.kind === 'function' && operand.name === 'GROUPING') {
      const at = groupKeys.indexOf(operandKey(operand.args[0] as Operand, compiler));
      return { sql: sql`${set.has(at) ? '0' : '1'}`, kind: 'integer', scale: 0, field: null, column: null };
    }
    const at = groupKeys.indexOf(key);
    const value = compiler.operand(operand);
    return at >= 0 && !set.has(at) ? { ...value, sql: sql`NULL` } : value;
  }

  function havingIn(set: ReadonlySet<number>): Fragment {
    return compileCondition(query.having!, {
      operand: (operand) => valueIn(operand, operandKey(operand, compiler), set),
      semiJoin: (right, left) => compiler.semiJoin(right, left),
    });
  }

  function order(groupSql: readonly Expression[]): Fragment {
    const items = query.orderBy.map((item) => compiler.orderItem(item, orderOperand(item.by)));
    if (items.length === 0) items.push(...groupSql.map((value) => value.sql));
    return items.length > 0 ? sql` ORDER BY ${joinSql(items, ',')}` : sql``;
  }

  /** ORDER BY may name an alias of the select list. */
  function orderOperand(by: Operand): Expression {
    const alias = by.kind === 'field' && by.path.length === 1 ? by.path[0]!.toLowerCase() : null;
    const column =
      alias === null ? undefined : columns.find((c) => c.operand.kind === 'function' && c.name.toLowerCase() === alias);
    return compiler.operand(column?.operand ?? by);
  }
}

/** Text that is the same for two spellings of one operand. */
function operandKey(operand: Operand, compiler: SelectCompiler): string {
  if (operand.kind === 'field') return compiler.scope.expand(operand.path).join('.').toLowerCase();
  const args = operand.args.map((arg) =>
    arg.kind === 'field' || arg.kind === 'function' ? operandKey(arg, compiler) : JSON.stringify(arg),
  );
  return `${operand.name}(${args.join(',')})`;
}

function checkGrouped(operand: Operand, key: string, groupKeys: readonly string[], query: SoqlQuery): void {
  if (groupKeys.includes(key) || (operand.kind === 'function' && isAggregateCall(operand))) return;
  const name = operand.kind === 'field' ? operand.path.join('.') : key;
  queryError(
    `Field must be grouped or aggregated: ${name}`,
    query.text,
    operand.kind === 'field' ? operand.path[0]! : null,
  );
}

const isAggregateCall = (call: FunctionCall): boolean =>
  AGGREGATES.has(call.name) ||
  call.name === 'GROUPING' ||
  call.args.some((arg) => arg.kind === 'function' && isAggregateCall(arg));

/**
 * Whether each aggregated row counts as a query row: with every function but COUNT, wherever it stands, and whatever
 * HAVING and LIMIT leave of the groups.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm
 */
function readsEachRow(query: SoqlQuery): boolean {
  const reads = (part: unknown): boolean => {
    if (Array.isArray(part)) return part.some(reads);
    if (part === null || typeof part !== 'object') return false;
    const { kind, name } = part as { kind?: unknown; name?: unknown };
    if (kind === 'function' && name !== 'COUNT' && AGGREGATES.has(String(name))) return true;
    return Object.values(part).some(reads);
  };
  return reads([query.select, query.having, query.orderBy]);
}

/** Which group fields each branch groups by: ROLLUP drops them from the right, CUBE in every combination. */
function groupingSets(kind: 'plain' | 'rollup' | 'cube', count: number): ReadonlySet<number>[] {
  const all = Array.from({ length: count }, (_, i) => i);
  if (kind === 'plain') return [new Set(all)];
  if (kind === 'rollup') return Array.from({ length: count + 1 }, (_, drop) => new Set(all.slice(0, count - drop)));
  return Array.from({ length: 2 ** count }, (_, mask) => new Set(all.filter((i) => (mask & (1 << i)) === 0)));
}

function readerOf(value: Expression): ReadValue {
  return value.kind === 'decimal' && value.scale === FREE_SCALE ? readNumber : readerFor(value.kind, value.scale);
}

function rowReader(
  names: readonly string[],
  readers: readonly ReadValue[],
  compiler: SelectCompiler,
): AggregatePlan['read'] {
  const type = resultType(names, compiler.options.store.schema.object('AggregateResult'));
  const shape = { fields: new Set(names) };
  return (row) => {
    const f: Record<string, unknown> = {};
    names.forEach((name, i) => {
      const value = readers[i]!(row[i]!);
      if (value !== null) f[name] = value;
    });
    return new SObjectValue(type, f, shape);
  };
}

/** The AggregateResult object, with the query's columns as its fields. */
function resultType(names: readonly string[], base: ObjectInfo | undefined): RuntimeObject {
  const fields = new Map(
    names.map((name) => [
      name.toLowerCase(),
      { name, label: name, apexType: types.any, displayType: 'ANYTYPE', relationshipName: null, referenceTo: [] },
    ]),
  );
  const own = {
    name: 'AggregateResult',
    label: 'Aggregate Result',
    keyPrefix: null,
    apexType: types.sobject('AggregateResult'),
    resolveField: (name: string) => fields.get(name.toLowerCase()) ?? null,
    resolveRelationship: () => null,
    resolveChildRelationship: () => null,
  };
  return Object.assign(Object.create((base as object | undefined) ?? null), own) as RuntimeObject;
}
