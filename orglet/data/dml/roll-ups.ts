import { ApexDecimal } from '../../runtime/values.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { equals } from '../../runtime/values/equality.js';
import type { FieldInfo, ObjectInfo, SchemaModel } from '../../schema/model.js';
import { fromSql, quote, valueKind } from '../storage/columns.js';
import type { Store } from '../storage/store.js';
import { joinSql, sql, Template, type Param } from '../soql/fragment.js';
import { NO_RUN } from '../soql/session.js';
import type { DmlContext } from './context.js';
import { lockOrRaise } from './locks.js';
import { filterLine } from './filter-line.js';
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

  private update(
    context: DmlContext,
    child: ObjectInfo,
    reference: string,
    summaries: readonly Summary[],
    parents: readonly string[],
  ): void {
    if (parents.length === 0) return;
    const { parent } = summaries[0]!;
    lockOrRaise(parent, parents);
    const changed = new Map<string, SObjectValue>();
    const current = context.loader.load(parent, parents);
    for (const { field } of summaries) {
      const values = this.aggregate(child, reference, field, parents);
      for (const [id, record] of current) {
        if (record.f.IsDeleted === true) continue;
        const value =
          values.get(id) ??
          (field.summary!.operation === 'count' || field.summary!.operation === 'sum' ? zero(field) : null);
        if (equals(record.f[field.name] ?? null, value)) continue;
        let update = changed.get(id);
        if (!update) changed.set(id, (update = new SObjectValue(parent, { Id: id })));
        update.f[field.name] = value;
      }
    }
    if (changed.size > 0) context.saveNested('update', parent, [...changed.values()]);
  }

  private aggregate(
    child: ObjectInfo,
    reference: string,
    field: FieldInfo,
    parents: readonly string[],
  ): Map<string, unknown> {
    const summary = field.summary!;
    const table = this.store.table(child);
    const column = summary.summarizedField === null ? null : table.columns.get(summary.summarizedField);
    const what = column ? `${summary.operation}(${column.quoted})` : 'count(*)';
    const filters = summary.filters.map((filter) => {
      const of = table.columns.get(filter.field);
      return of ? filterLine(of.quoted, of, filter.operation, filter.value) : sql`1`;
    });
    const ids: Param = { param: () => JSON.stringify(parents) };
    const where = joinSql(
      [sql`${quote(reference)} IN (SELECT value FROM json_each(${ids}))`, '"IsDeleted"=0', ...filters],
      ' AND ',
    );
    const select = new Template(
      sql`SELECT ${quote(reference)} AS id, ${what} AS v FROM ${table.quoted} WHERE ${where} GROUP BY 1`,
    );
    const { text, params } = select.render(NO_RUN);
    const kind = valueKind(field) ?? 'decimal';
    return new Map(
      this.store
        .statement(text)
        .all(params)
        .map(([id, value]) => [id as string, fromSql(kind, value!, field.scale)]),
    );
  }
}

const zero = (field: FieldInfo): unknown =>
  field.apexType === 'Integer' ? 0 : new ApexDecimal(0n, 0).setScale(field.scale);

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
const STANDARD_PARENTS = new Set([
  'Account',
  'Opportunity',
  'Quote',
  'Order',
  'OrderItem',
  'Campaign',
  'Contact',
  'Contract',
  'Case',
  'Asset',
  'Product2',
  'Pricebook2',
  'Lead',
  'Solution',
]);
