import type { SObjectValue } from '../../runtime/sobject.js';
import { ApexList } from '../../runtime/values.js';
import { types } from '../../runtime/types.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { Column } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import type { Store } from '../storage/store.js';
import type { RunContext, Template } from './fragment.js';
import type { RecordReader } from './record-reader.js';
import type { Mention } from './scope.js';

/** What all compiled queries have in common. */
export interface PlanBase {
  /** Fields the query mentions, for field security. */
  mentions: Mention[];
  objects: ObjectInfo[];
  /** True when the plan must be made again after a new table has appeared. */
  polymorphic: boolean;
  /** Text columns taken to be ASCII only; the plan must be made again once one is not. */
  asciiColumns: Column[];
}

export interface ChildPlan {
  relationship: string;
  plan: RecordPlan;
}

/** A query that returns records. */
export interface RecordPlan extends PlanBase {
  kind: 'records';
  object: ObjectInfo;
  template: Template;
  reader: RecordReader;
  children: ChildPlan[];
  /** In a child subquery: column of the parent's Id. */
  parentIndex: number;
}

/** `SELECT COUNT() FROM …`. */
export interface CountPlan extends PlanBase {
  kind: 'count';
  object: ObjectInfo;
  template: Template;
}

/** A query with aggregates or GROUP BY; `read` makes an AggregateResult of a row. */
export interface AggregatePlan extends PlanBase {
  kind: 'aggregate';
  object: ObjectInfo;
  template: Template;
  /** Counts the rows that are aggregated, where each of them is a query row; null when the result's rows are. */
  cost: Template | null;
  read: (row: readonly SqlValue[]) => SObjectValue;
}

export type Plan = RecordPlan | CountPlan | AggregatePlan;

/** Name of the access value that holds the parents' Ids of a child subquery, as a JSON array. */
export const PARENT_IDS = 'parentIds';

/** Runs a plan of records; adds the number of rows that its subqueries read to `counter`. */
export function runRecords(store: Store, plan: RecordPlan, run: RunContext, counter: { rows: number }): SObjectValue[] {
  const rows = readRows(store, plan.template, run);
  counter.rows += rows.length;
  const records = rows.map((row) => plan.reader.read(row)!);
  if (plan.children.length > 0 && records.length > 0) attachChildren(store, plan, records, run, counter);
  return records;
}

export function readRows(store: Store, template: Template, run: RunContext): SqlValue[][] {
  const { text, params } = template.render(run);
  return store.statement(text).all(params);
}

/** Child records of all parents come with one query for each relationship. */
function attachChildren(
  store: Store,
  plan: RecordPlan,
  records: SObjectValue[],
  run: RunContext,
  counter: { rows: number },
): void {
  const byId = new Map(records.map((record) => [record.id!, record]));
  const childRun: RunContext = { ...run, access: { ...run.access, [PARENT_IDS]: JSON.stringify([...byId.keys()]) } };
  for (const { relationship, plan: child } of plan.children) {
    const rows = readRows(store, child.template, childRun);
    counter.rows += rows.length;
    const children: SObjectValue[] = [];
    for (const row of rows) {
      const record = child.reader.read(row)!;
      children.push(record);
      const parent = byId.get(row[child.parentIndex] as string);
      if (!parent) continue;
      const list: ApexList = (parent.f[relationship] ??= new ApexList(types.sobject(child.object.name)));
      list.a.push(record);
    }
    if (child.children.length > 0 && children.length > 0) attachChildren(store, child, children, run, counter);
  }
}
