import { constant, joinSql, sql, type Fragment } from '../soql/fragment.js';
import { toSql, type Column } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';

const OPERATORS: Record<string, string> = {
  equals: 'IS',
  notEqual: 'IS NOT',
  lessThan: '<',
  lessOrEqual: '<=',
  greaterThan: '>',
  greaterOrEqual: '>=',
};

/**
 * SQL of one filter line of metadata (roll-up summaries, sharing rules): field, operation, value. Several values of a
 * text field stand with commas between them.
 * @param expression the column in SQL
 */
export function filterLine(expression: string, column: Column, operation: string, value: string): Fragment {
  const operator = OPERATORS[operation];
  if (operator) {
    const values = column.kind === 'text' ? value.split(',').map((part) => part.trim().replace(/^"|"$/g, '')) : [value];
    const tests = values.map((one) => sql`${expression} ${operator} ${constant(filterValue(column, one))}`);
    return sql`(${joinSql(tests, operation === 'notEqual' ? ' AND ' : ' OR ')})`;
  }
  const escaped = value.replace(/[\\%_]/g, '\\$&');
  const like = sql`${expression} LIKE ${constant(operation === 'startsWith' ? `${escaped}%` : `%${escaped}%`)} ESCAPE '\\'`;
  return operation === 'notContain' || operation === 'excludes' ? sql`(${expression} IS NULL OR NOT ${like})` : like;
}

function filterValue(column: Column, text: string): SqlValue {
  if (column.kind === 'boolean') return /^(true|1)$/i.test(text) ? 1 : 0;
  if (text === '') return null;
  if (column.kind === 'date') return Date.parse(text) / 864e5;
  if (column.kind === 'datetime') return Date.parse(text);
  if (column.kind === 'text' || column.kind === 'id') return toSql(column.kind, text);
  return Number(text);
}
