import { ApexDecimal } from '../../runtime/values.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { equals } from '../../runtime/values/equality.js';
import type { FieldInfo, ObjectInfo, SchemaModel, SummaryFilter } from '../../schema/model.js';
import { fromSql, quote, toSql, valueKind, type Column } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import type { Store } from '../storage/store.js';
import type { DmlContext } from './context.js';
import type { Row } from './row.js';

/** Roll-up summary fields of a parent over one master-detail relationship. */
interface Summary {
  parent: ObjectInfo;
  field: FieldInfo;
}

/** Keeps roll-up summary fields: after children are saved or deleted, their parents are saved, with their triggers. */
export class RollUps {
  private readonly store: Store;
  /** By child object, by its reference field. */
  private index: Map<string, Map<string, Summary[]>> | null = null;

  constructor(store: Store) {
    this.store = store;
  }

  private of(child: ObjectInfo): Map<string, Summary[]> | undefined {
    this.index ??= buildIndex(this.store.schema);
    return this.index.get(child.name);
  }

  /** Recalculates the summaries of the parents of the rows, old parents included. */
  recalculate(context: DmlContext, child: ObjectInfo, rows: readonly Row[]): void {
    for (const [reference, summaries] of this.of(child) ?? []) {
      const parents = new Set<string>();
      for (const row of rows) {
        for (const record of [row.record, row.old]) {
          const id = record?.f[reference];
          if (typeof id === 'string') parents.add(id);
        }
      }
      this.update(context, child, reference, summaries, [...parents]);
    }
  }

  private update(context: DmlContext, child: ObjectInfo, reference: string, summaries: readonly Summary[], parents: readonly string[]): void {
    if (parents.length === 0) return;
    const { parent } = summaries[0]!;
    const changed = new Map<string, SObjectValue>();
    const current = context.loader.load(parent, parents);
    for (const { field } of summaries) {
      const values = this.aggregate(child, reference, field, parents);
      for (const [id, record] of current) {
        if (record.f.IsDeleted === true) continue;
        const value = values.get(id) ?? (field.summary!.operation === 'count' || field.summary!.operation === 'sum' ? zero(field) : null);
        if (equals(record.f[field.name] ?? null, value)) continue;
        let update = changed.get(id);
        if (!update) changed.set(id, (update = new SObjectValue(parent, { Id: id })));
        update.f[field.name] = value;
      }
    }
    if (changed.size > 0) context.saveNested('update', parent, [...changed.values()]);
  }

  private aggregate(child: ObjectInfo, reference: string, field: FieldInfo, parents: readonly string[]): Map<string, unknown> {
    const summary = field.summary!;
    const table = this.store.table(child);
    const column = summary.summarizedField === null ? null : table.columns.get(summary.summarizedField);
    const what = column ? `${summary.operation}(${column.quoted})` : 'count(*)';
    const params: SqlValue[] = [JSON.stringify(parents)];
    const filters = summary.filters.map((filter) => filterSql(table.columns.get(filter.field), filter, params));
    const where = [`${quote(reference)} IN (SELECT value FROM json_each(?))`, '"IsDeleted"=0', ...filters].join(' AND ');
    const sql = `SELECT ${quote(reference)} AS id, ${what} AS v FROM ${table.quoted} WHERE ${where} GROUP BY 1`;
    const kind = valueKind(field) ?? 'decimal';
    return new Map(this.store.statement(sql).all(params).map(([id, value]) => [id as string, fromSql(kind, value!, field.scale)]));
  }
}

const zero = (field: FieldInfo): unknown => (field.apexType === 'Integer' ? 0 : new ApexDecimal(0n, 0).setScale(field.scale));

function buildIndex(schema: SchemaModel): Map<string, Map<string, Summary[]>> {
  const index = new Map<string, Map<string, Summary[]>>();
  for (const name of schema.objectNames()) {
    if (!name.includes('__') && !STANDARD_PARENTS.has(name)) continue;
    const parent = schema.object(name)!;
    for (const field of parent.fields.values()) {
      if (!field.summary) continue;
      const { childObject, childReference } = field.summary;
      let references = index.get(childObject);
      if (!references) index.set(childObject, (references = new Map()));
      let summaries = references.get(childReference);
      if (!summaries) references.set(childReference, (summaries = []));
      summaries.push({ parent, field });
    }
  }
  return index;
}

/** Standard objects that may have roll-up summary fields. */
const STANDARD_PARENTS = new Set(['Account', 'Opportunity', 'Quote', 'Order', 'OrderItem', 'Campaign', 'Contact', 'Contract', 'Case', 'Asset', 'Product2', 'Pricebook2', 'Lead', 'Solution']); // prettier-ignore

const OPERATORS: Record<string, string> = { equals: 'IS', notEqual: 'IS NOT', lessThan: '<', lessOrEqual: '<=', greaterThan: '>', greaterOrEqual: '>=' };

/** SQL of one filter line of a summary; adds its value to `params`. */
function filterSql(column: Column | undefined, filter: SummaryFilter, params: SqlValue[]): string {
  if (!column) return '1';
  const { operation } = filter;
  const values = operation in OPERATORS && column.kind === 'text' ? filter.value.split(',').map((part) => part.trim().replace(/^"|"$/g, '')) : [filter.value];
  if (operation in OPERATORS) {
    const tests = values.map((value) => {
      params.push(filterValue(column, value));
      return `${column.quoted} ${OPERATORS[operation]} ?`;
    });
    return `(${tests.join(operation === 'notEqual' ? ' AND ' : ' OR ')})`;
  }
  const escaped = filter.value.replace(/[\\%_]/g, '\\$&');
  params.push(operation === 'startsWith' ? `${escaped}%` : `%${escaped}%`);
  const like = `${column.quoted} LIKE ? ESCAPE '\\'`;
  return operation === 'notContain' || operation === 'excludes' ? `(${column.quoted} IS NULL OR NOT ${like})` : like;
}

function filterValue(column: Column, text: string): SqlValue {
  if (text === '') return column.kind === 'boolean' ? 0 : null;
  if (column.kind === 'boolean') return /^(true|1)$/i.test(text) ? 1 : 0;
  if (column.kind === 'date') return Date.parse(text) / 864e5;
  if (column.kind === 'datetime') return Date.parse(text);
  if (column.kind === 'decimal' || column.kind === 'integer' || column.kind === 'double') return Number(text);
  return toSql(column.kind, text, 0);
}
