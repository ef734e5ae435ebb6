import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { FormulaService } from '../services.js';
import type { Column } from '../storage/columns.js';
import type { Store } from '../storage/store.js';
import type { BindRef, Condition, FunctionCall, Operand, OrderItem, Path, SelectItem, SoqlQuery } from './ast.js';
import { isAggregateQuery, compileAggregate } from './aggregate.js';
import { compileCondition, type ConditionContext } from './conditions.js';
import { compoundReader } from './compound.js';
import { noSuchColumn, noSuchObject, noSuchRelationship, queryError } from './errors.js';
import { constant, joinSql, sql, Template, type Fragment, type Param } from './fragment.js';
import { functionExpression } from './functions.js';
import { PARENT_IDS, type ChildPlan, type CountPlan, type Plan, type RecordPlan } from './plan.js';
import { ColumnList, RecordReader, readerFor, type ReadValue } from './record-reader.js';
import { Scope, type Expression, type ParentAccessOf, type Source } from './scope.js';
import { countOf } from './values.js';

/** Restricts a query to the records that the running user may see; null when all may be seen by anyone. */
export type Visibility = (object: ObjectInfo, alias: string) => Fragment | null;

export interface CompileOptions {
  store: Store;
  formulas: FormulaService;
  /** Null: without sharing. */
  visibility: Visibility | null;
  /** What is seen of parents; null: without sharing. */
  parentAccess: ParentAccessOf | null;
}

/** Compiles a parsed query. */
export function compileQuery(query: SoqlQuery, options: CompileOptions): Plan {
  const object = options.store.schema.resolveObject(query.from);
  if (!object || !object.queryable) return noSuchObject(query.from, query.text);
  return new SelectCompiler(query, object, options, null).compile();
}

/** Highest OFFSET that the platform allows. */
const MAX_OFFSET = 2000;

/** Compiles one SELECT: the query itself, a child subquery or a semi-join. */
export class SelectCompiler implements ConditionContext {
  readonly query: SoqlQuery;
  readonly object: ObjectInfo;
  readonly options: CompileOptions;
  readonly scope: Scope;
  readonly columns = new ColumnList();
  readonly asciiColumns: Column[] = [];

  constructor(query: SoqlQuery, object: ObjectInfo, options: CompileOptions, outer: Scope | null) {
    this.query = query;
    this.object = object;
    this.options = options;
    this.scope = new Scope(options.store, options.formulas, object, query.text, outer, options.parentAccess);
    if (query.alias) this.scope.addAlias(query.alias, [object.name]);
    for (const join of query.joins) if (join.alias) this.scope.addAlias(join.alias, join.path);
  }

  compile(): Plan {
    if (isCount(this.query)) return this.compileCount();
    if (isAggregateQuery(this.query)) return compileAggregate(this);
    return this.compileRecords(null);
  }

  base(): Pick<RecordPlan, 'mentions' | 'objects' | 'polymorphic' | 'asciiColumns' | 'object'> {
    const { mentions, polymorphic } = this.scope;
    return { mentions, polymorphic, objects: [this.object], asciiColumns: this.asciiColumns, object: this.object };
  }

  // ---- clauses

  /** ` WHERE …`: the query's condition, the recycle bin, sharing. */
  where(extra: Fragment | null = null): Fragment {
    const { query, scope } = this;
    const parts: Fragment[] = [];
    if (extra) parts.push(extra);
    if (query.where) parts.push(compileCondition(query.where, this));
    const { alias } = scope.root;
    if (!query.allRows) parts.push(sql`${alias}."IsDeleted"=0`);
    if (query.scope === 'mine') parts.push(sql`${alias}."OwnerId"=${{ param: (run) => run.access.userId ?? null }}`);
    const visible = this.options.visibility?.(this.object, alias);
    if (visible) parts.push(visible);
    return parts.length === 0 ? sql`` : sql` WHERE ${joinSql(parts, ' AND ')}`;
  }

  /** ` ORDER BY …`; ties and queries without it follow the order of insertion. */
  orderBy(items: readonly OrderItem[]): Fragment {
    const parts = items.map((item) => this.orderItem(item));
    parts.push(sql`${this.scope.root.alias}.rowid`);
    return sql` ORDER BY ${joinSql(parts, ',')}`;
  }

  orderItem(item: OrderItem, value: Expression = this.operand(item.by)): Fragment {
    const direction = item.descending ? ' DESC' : '';
    const nulls = item.nulls ? ` NULLS ${item.nulls.toUpperCase()}` : '';
    if (value.field?.longText) return queryError(`field '${value.field.name}' can not be sorted in a query call`);
    return sql`${this.sortable(value)}${direction}${nulls}`;
  }

  private sortable(value: Expression): Fragment {
    const { field, column } = value;
    if (field && field.type === 'PICKLIST' && field.picklistValues.length > 0) {
      const ranks = field.picklistValues.map((entry, rank) => `WHEN '${entry.value.replace(/'/g, "''")}' THEN ${rank}`);
      return sql`CASE WHEN ${value.sql} IS NULL THEN NULL ELSE CASE ${value.sql} ${ranks.join(' ')} ELSE ${String(ranks.length)} END END`;
    }
    if (value.kind !== 'text') return value.sql;
    if (!column) return sql`orglet_sort(${value.sql})`;
    if (this.options.store.isAscii(column)) {
      this.asciiColumns.push(column);
      return value.sql;
    }
    return sql`orglet_sort(${value.sql})`;
  }

  limit(): Fragment {
    const { limit, offset } = this.query;
    if (limit === null && offset === null) return sql``;
    const count = (value: number | BindRef): Param => ({ param: (run) => countOf(value, run) });
    const rows = limit === null ? constant(-1) : count(limit);
    if (offset === null) return sql` LIMIT ${rows}`;
    const checked: Param = {
      param: (run) => {
        const n = countOf(offset, run);
        return n <= MAX_OFFSET ? n : queryError(`Maximum SOQL offset allowed is ${MAX_OFFSET}`);
      },
    };
    return sql` LIMIT ${rows} OFFSET ${checked}`;
  }

  // ---- operands

  operand(operand: Operand): Expression {
    return operand.kind === 'field' ? this.filterable(operand.path) : this.call(operand);
  }

  private filterable(path: Path): Expression {
    const value = this.scope.resolve(path);
    if (value.field && (value.field.type === 'ADDRESS' || value.field.type === 'LOCATION')) {
      return queryError(`field '${value.field.name}' can not be filtered in a query call`);
    }
    return value;
  }

  call(call: FunctionCall): Expression {
    return functionExpression(call, (path) => this.scope.resolve(path));
  }

  semiJoin(right: { query: SoqlQuery }, left: Expression): Fragment {
    const { query } = right;
    const object = this.options.store.schema.resolveObject(query.from);
    if (!object) return noSuchObject(query.from, this.query.text);
    const inner = new SelectCompiler(query, object, this.options, this.scope);
    const item = query.select[0]!;
    if (query.select.length !== 1 || item.kind !== 'field')
      return queryError('Semi-join subqueries must select exactly one field');
    const value = inner.scope.resolve(item.path);
    if (value.kind !== 'id')
      return queryError(
        `The selected field '${item.path.join('.')}' in the subquery and the left operand '${left.field?.name}' must both be Id fields`,
      );
    // A few records named by Id ask the subquery's index each; else the list is made once and may lead the query.
    const correlated = query.limit === null && namesIds(this.query.where);
    const where = inner.where(correlated ? sql`${value.sql}=${left.sql}` : sql`${value.sql} IS NOT NULL`);
    const tail = query.limit === null ? sql`` : sql`${inner.orderBy(query.orderBy)}${inner.limit()}`;
    this.scope.polymorphic ||= inner.scope.polymorphic;
    const select = sql`FROM ${inner.scope.from()}${where}${tail}`;
    return correlated ? sql`EXISTS (SELECT 1 ${select})` : sql`${left.sql} IN (SELECT ${value.sql} ${select})`;
  }

  // ---- plans

  private compileCount(): CountPlan {
    const where = this.where();
    const { query } = this;
    const inner = sql`FROM ${this.scope.from()}${where}`;
    const limited = query.limit === null && query.offset === null;
    const text = limited
      ? sql`SELECT count(*) AS c0 ${inner}`
      : sql`SELECT count(*) AS c0 FROM (SELECT 1 ${inner}${this.limit()})`;
    return { ...this.base(), kind: 'count', template: new Template(text) };
  }

  /** @param parentField in a child subquery: the reference to the parent */
  compileRecords(parentField: FieldInfo | null): RecordPlan {
    const { scope, query } = this;
    const { root } = scope;
    const reader = new RecordReader(this.object, this.columns.add(sql`${root.alias}."Id"`));
    reader.addField('Id', reader.idIndex, readerFor('id', 0));
    const children: ChildPlan[] = [];
    for (const item of query.select) this.selectItem(item, reader, children);
    const parentIndex = parentField ? this.columns.add(sql`${root.alias}."${parentField.name}"`) : -1;
    const isChild = parentField
      ? sql`${root.alias}."${parentField.name}" IN (SELECT value FROM json_each(${{ param: (run) => run.access[PARENT_IDS]! }}))`
      : null;
    const where = this.where(isChild);
    const order = this.orderBy(query.orderBy);
    const selected = joinSql(
      this.columns.fragments.map((fragment, i) => sql`${fragment} AS c${String(i)}`),
      ',',
    );
    const body = sql`FROM ${scope.from()}${where}`;
    const template =
      parentField && query.limit !== null
        ? this.limitPerParent(selected, body, order, parentIndex)
        : sql`SELECT ${selected} ${body}${order}${this.limit()}`;
    const objects = [this.object, ...children.flatMap((child) => child.plan.objects)];
    return {
      ...this.base(),
      objects,
      kind: 'records',
      template: new Template(template),
      reader,
      children,
      parentIndex,
    };
  }

  /** LIMIT and OFFSET of a child subquery count for each parent. */
  private limitPerParent(selected: Fragment, body: Fragment, order: Fragment, parentIndex: number): Fragment {
    const { limit, offset } = this.query;
    const first: Param = { param: (run) => (offset === null ? 0 : countOf(offset, run)) };
    const last: Param = { param: (run) => (offset === null ? 0 : countOf(offset, run)) + countOf(limit!, run) };
    const partition = this.columns.fragments[parentIndex]!;
    const inner = sql`SELECT ${selected}, row_number() OVER (PARTITION BY ${partition}${order}) AS n ${body}`;
    return sql`SELECT * FROM (${inner}) WHERE n>${first} AND n<=${last} ORDER BY n`;
  }

  private selectItem(item: SelectItem, reader: RecordReader, children: ChildPlan[]): void {
    const { scope } = this;
    switch (item.kind) {
      case 'field':
        if (item.alias) queryError('only aggregate expressions use field aliasing', this.query.text, item.alias);
        return this.selectPath(scope.root, scope.expand(item.path), reader);
      case 'fields':
        return this.selectGroup(item.group, reader);
      case 'call':
        return this.selectCall(item.call, item.alias, reader);
      case 'typeof':
        return this.selectTypeOf(item, reader);
      case 'subquery':
        return void children.push(this.childPlan(item.query, reader));
    }
  }

  private selectPath(source: Source, path: Path, reader: RecordReader): void {
    if (path.length === 1) {
      const field = source.object.resolveField(path[0]!);
      if (!field) return noSuchColumn(path[0]!, source.object.name, this.query.text);
      return this.selectField(source, field, reader);
    }
    const reference = this.scope.reference(source, path[0]!);
    const name = reference.relationshipName!;
    const rest = path.slice(1);
    this.selectField(source, reference, reader);
    const several = reference.referenceTo.length > 1;
    if (several && rest.length === 1 && rest[0]!.toLowerCase() === 'type')
      return this.selectParentType(source, reference, reader);
    let found = false;
    for (const target of several ? this.scope.targets(reference) : reference.referenceTo) {
      const object = this.options.store.schema.object(target)!;
      const known = rest.length === 1 ? object.resolveField(rest[0]!) : object.resolveRelationship(rest[0]!);
      if (several && !known) continue;
      found = true;
      this.selectPath(
        this.scope.parent(source, reference, target),
        rest,
        this.parentReader(source, reference, name, target, reader),
      );
    }
    if (!found) noSuchColumn(rest[0]!, 'Name', this.query.text);
  }

  private parentReader(
    source: Source,
    reference: FieldInfo,
    name: string,
    target: string,
    reader: RecordReader,
  ): RecordReader {
    const parent = this.scope.parent(source, reference, target);
    return reader.parent(name, parent.object, () => {
      const made = new RecordReader(parent.object, this.columns.add(this.scope.id(parent)));
      made.addField('Id', made.idIndex, readerFor('id', 0));
      return made;
    });
  }

  /** `Owner.Type`: readable on whichever object the parent is. */
  private selectParentType(source: Source, reference: FieldInfo, reader: RecordReader): void {
    for (const target of this.scope.targets(reference)) {
      const parent = this.parentReader(source, reference, reference.relationshipName!, target, reader);
      parent.addField('Type', parent.idIndex, (id) => (id === null ? null : target));
    }
  }

  private selectField(source: Source, field: FieldInfo, reader: RecordReader): void {
    if (field.type === 'ADDRESS' || field.type === 'LOCATION') {
      reader.addCompound(field.name, compoundReader(this.scope, this.columns, source, field));
      return;
    }
    const value = this.scope.field(source, field);
    reader.addField(field.name, this.columns.add(value.sql), readerFor(value.kind, value.scale));
  }

  private selectGroup(group: 'ALL' | 'CUSTOM' | 'STANDARD', reader: RecordReader): void {
    const { limit } = this.query;
    if (group !== 'STANDARD' && (limit === null || (typeof limit === 'number' && limit > 200))) {
      queryError('The SOQL FIELDS function must have a LIMIT of at most 200');
    }
    for (const field of this.object.fields.values()) {
      if (group === 'ALL' || field.custom === (group === 'CUSTOM')) this.selectField(this.scope.root, field, reader);
    }
  }

  private selectCall(call: FunctionCall, alias: string | null, reader: RecordReader): void {
    const value = this.call(call);
    const read: ReadValue = labelReader(call, value) ?? readerFor(value.kind, value.scale);
    const argument = call.args[0];
    const plain = alias ?? (argument?.kind === 'field' ? argument.path[argument.path.length - 1]! : call.name);
    const name = alias ? alias : (value.field?.name ?? plain);
    reader.addField(name, this.columns.add(value.sql), read);
  }

  private selectTypeOf(item: Extract<SelectItem, { kind: 'typeof' }>, reader: RecordReader): void {
    const { scope } = this;
    const reference = scope.reference(scope.root, item.path[0]!);
    const name = reference.relationshipName!;
    this.selectField(scope.root, reference, reader);
    for (const target of scope.targets(reference)) {
      const when = item.whens.find(
        (candidate) => this.options.store.schema.resolveObject(candidate.type)?.name === target,
      );
      const paths = when ? when.fields : (item.otherwise ?? []);
      const parent = scope.parent(scope.root, reference, target);
      const parentReader = this.parentReader(scope.root, reference, name, target, reader);
      for (const path of paths)
        if (when || parent.object.resolveField(path[0]!)) this.selectPath(parent, path, parentReader);
    }
  }

  private childPlan(query: SoqlQuery, reader: RecordReader): ChildPlan {
    const name = query.from.split('.').pop()!;
    const relationship = this.object.resolveChildRelationship(name);
    if (!relationship?.name) return noSuchRelationship(name, 'FROM part of query call', this.query.text);
    const inner = new SelectCompiler(query, relationship.childObject, this.options, this.scope);
    reader.names.add(relationship.name);
    const plan = inner.compileRecords(relationship.field);
    this.scope.polymorphic ||= plan.polymorphic;
    this.asciiColumns.push(...plan.asciiColumns);
    return { relationship: relationship.name, plan };
  }
}

function isCount(query: SoqlQuery): boolean {
  const item = query.select[0]!;
  return (
    query.select.length === 1 &&
    item.kind === 'call' &&
    item.call.name === 'COUNT' &&
    item.call.args.length === 0 &&
    !query.groupBy
  );
}

/** `toLabel(Status)` reads the label of a picklist value. */
function labelReader(call: FunctionCall, value: Expression): ReadValue | null {
  if (call.name !== 'TOLABEL' || !value.field) return null;
  const labels = new Map(value.field.picklistValues.map((entry) => [entry.value, entry.label]));
  const one = (text: string) => labels.get(text) ?? text;
  return (text) => (typeof text === 'string' ? text.split(';').map(one).join(';') : null);
}

/** Whether a WHERE clause restricts the query to records whose Ids are given. */
function namesIds(where: Condition | null): boolean {
  if (!where) return false;
  if (where.kind === 'and') return where.conditions.some(namesIds);
  if (where.kind !== 'compare' || where.left.kind !== 'field' || where.right.kind === 'subquery') return false;
  const { path } = where.left;
  return path.length === 1 && path[0]!.toLowerCase() === 'id' && (where.operator === '=' || where.operator === 'IN');
}
