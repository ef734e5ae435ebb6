import type { SelectItem, SoqlQuery } from '../../../data/soql/ast.js';
import type { Org } from '../../../org/org.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { objectOf } from './records.js';

/** One column of a query's result; columns of parents and children are below the column of their relationship. */
interface Column {
  columnName: string;
  displayName: string;
  /** A subquery, or a function. */
  aggregate: boolean;
  custom: boolean;
  joinColumns: Column[];
}

/** `GET query?q=…&columns=true`: what the query would select, for tools that print tables. */
export function describeColumns(org: Org, soql: string): Record<string, unknown> {
  const query = org.engine.parse(soql);
  const object = objectOf(org, query.from);
  return {
    columnMetadata: columnsOf(org, query, object),
    entityName: object.name,
    groupBy: query.groupBy !== null,
    idSelected: query.select.some((item) => item.kind === 'field' && item.path.at(-1)!.toLowerCase() === 'id'),
    keyPrefix: object.keyPrefix,
  };
}

function columnsOf(org: Org, query: SoqlQuery, object: ObjectInfo): Column[] {
  const columns: Column[] = [];
  let expressions = 0;
  for (const item of query.select) {
    if (item.kind === 'field') addPath(org, columns, object, withoutAlias(query, item.path), item.alias);
    else if (item.kind === 'fields') {
      for (const field of object.fields.values())
        if (item.group === 'ALL' || field.custom === (item.group === 'CUSTOM'))
          addPath(org, columns, object, [field.name], null);
    } else if (item.kind === 'call')
      columns.push(column(item.alias ?? `expr${expressions++}`, true, { displayName: textOf(item.call) }));
    else if (item.kind === 'subquery') {
      const child = object.resolveChildRelationship(item.query.from);
      const joinColumns = child ? columnsOf(org, item.query, child.childObject) : [];
      columns.push(column(child?.name ?? item.query.from, true, { joinColumns }));
    }
  }
  return columns;
}

const textOf = (call: Extract<SelectItem, { kind: 'call' }>['call']): string =>
  `${call.name}(${call.args.map((arg) => (arg.kind === 'field' ? arg.path.join('.') : '')).join(', ')})`;

function withoutAlias(query: SoqlQuery, path: readonly string[]): readonly string[] {
  const first = path[0].toLowerCase();
  const own = [query.from, query.alias].some((name) => name?.toLowerCase() === first);
  return own && path.length > 1 ? path.slice(1) : path;
}

function column(columnName: string, aggregate: boolean, more: Partial<Column> = {}): Column {
  return { columnName, displayName: columnName, aggregate, custom: false, joinColumns: [], ...more };
}

function addPath(
  org: Org,
  columns: Column[],
  object: ObjectInfo,
  [first, ...rest]: readonly string[],
  alias: string | null,
): void {
  if (!rest.length) {
    const field = object.resolveField(first);
    columns.push(column(alias ?? field?.name ?? first, false, { custom: field?.custom ?? false }));
    return;
  }
  const reference = object.resolveRelationship(first);
  const name = reference?.relationshipName ?? first;
  let parent = columns.find((known) => known.columnName === name && !known.aggregate);
  if (!parent) columns.push((parent = column(name, false)));
  const target = reference ? org.schema.resolveObject(reference.referenceTo[0]) : null;
  addPath(org, parent.joinColumns, target ?? object, rest, alias);
}
