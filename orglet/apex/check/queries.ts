/** Static SOQL and SOSL: their type, and their object and field names. */
import type { Condition, FieldRef, FunctionCall, Operand, Path, SelectItem, SoqlQuery } from '../../data/soql/ast.js';
import type { Expr, Pos } from '../ast.js';
import type { ObjectView } from '../schema-view.js';
import { refusedAlias } from '../symbols/reserved.js';
import { AGGREGATE, INTEGER, listOf, queryOf, SOBJECT, type Type } from '../symbols/types.js';
import type { Checker } from './checker.js';
import { checkExpression } from './expressions.js';
import type { Ir } from './ir.js';
import { accessOf } from './statements.js';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'AVG', 'MIN', 'MAX', 'SUM']);
const isAggregate = (item: SelectItem): boolean => item.kind === 'call' && AGGREGATES.has(item.call.name);

/** `WITH USER_MODE` and `WITH SYSTEM_MODE`; without them what the class's API version says. */
function queryAccess(c: Checker, mode: SoqlQuery['withMode']): 'user' | 'system' {
  return accessOf(c, mode === 'USER_MODE' ? 'user' : mode ? 'system' : null);
}

export function checkSoql(c: Checker, e: Extract<Expr, { x: 'soql' }>): Ir {
  const binds = e.binds.map((bind) => checkExpression(c, bind));
  const { query, pos } = e;
  const type = c.project.sobject(query.from);
  if (type?.k !== 'sobject' || !type.view) return c.error(pos, `sObject type '${query.from}' is not supported.`);
  new QueryChecker(c, pos, query).check(type.view);
  const [first] = query.select;
  if (
    query.select.length === 1 &&
    first?.kind === 'call' &&
    first.call.name === 'COUNT' &&
    first.call.args.length === 0 &&
    !query.groupBy
  ) {
    return { k: 'soql', query, binds, shape: 'count', access: queryAccess(c, query.withMode), type: INTEGER, pos };
  }
  const record: Type = query.groupBy || query.select.some(isAggregate) ? AGGREGATE : type;
  return { k: 'soql', query, binds, shape: 'list', access: queryAccess(c, query.withMode), type: queryOf(record), pos };
}

export function checkSosl(c: Checker, e: Extract<Expr, { x: 'sosl' }>): Ir {
  const binds = e.binds.map((bind) => checkExpression(c, bind));
  for (const entry of e.query.returning) {
    const type = c.project.sobject(entry.object);
    if (type?.k !== 'sobject' || !type.view) c.error(e.pos, `sObject type '${entry.object}' is not supported.`);
  }
  return {
    k: 'sosl',
    query: e.query,
    binds,
    access: queryAccess(c, e.query.withMode),
    type: listOf(listOf(SOBJECT)),
    pos: e.pos,
  };
}

class QueryChecker {
  private readonly c: Checker;
  private readonly pos: Pos;
  private readonly query: SoqlQuery;
  /** Lower-case aliases of the query's object, or of aggregates. */
  private readonly aliases = new Set<string>();

  constructor(c: Checker, pos: Pos, query: SoqlQuery) {
    this.c = c;
    this.pos = pos;
    this.query = query;
  }

  check(from: ObjectView): void {
    const { query } = this;
    for (const item of query.select)
      if ((item.kind === 'field' || item.kind === 'call') && item.alias) {
        this.aliases.add(item.alias.toLowerCase());
        const refused = refusedAlias(item.alias);
        if (refused) this.report(refused);
      }
    for (const item of query.select) this.item(from, item);
    if (query.where) this.condition(from, query.where);
    if (query.having) this.condition(from, query.having);
    for (const item of query.groupBy?.items ?? []) this.operand(from, item);
    for (const item of query.orderBy) this.operand(from, item.by);
  }

  private item(from: ObjectView, item: SelectItem): void {
    if (item.kind === 'field') this.path(from, item.path);
    else if (item.kind === 'call') this.call(from, item.call);
    else if (item.kind === 'subquery') this.subquery(from, item.query);
    else if (item.kind === 'typeof') this.relationship(from, item.path);
  }

  private subquery(from: ObjectView, query: SoqlQuery): void {
    const child = from.resolveChildRelationship(query.from.split('.').pop()!);
    const type = child && this.c.project.sobject(child.childObject.name);
    if (type?.k === 'sobject' && type.view) new QueryChecker(this.c, this.pos, query).check(type.view);
    else this.report(`Didn't understand relationship '${query.from}' in FROM part of query call of ${from.name}`);
  }

  private condition(from: ObjectView, condition: Condition): void {
    if (condition.kind === 'not') this.condition(from, condition.condition);
    else if (condition.kind !== 'compare') condition.conditions.forEach((part) => this.condition(from, part));
    else {
      this.operand(from, condition.left);
      if (condition.right.kind === 'subquery') {
        const { query } = condition.right;
        const type = this.c.project.sobject(query.from);
        if (type?.k === 'sobject' && type.view) new QueryChecker(this.c, this.pos, query).check(type.view);
        else this.report(`sObject type '${query.from}' is not supported.`);
      }
    }
  }

  private operand(from: ObjectView, operand: Operand): void {
    if (operand.kind === 'field') this.path(from, operand.path);
    else this.call(from, operand);
  }

  private call(from: ObjectView, call: FunctionCall): void {
    for (const arg of call.args) {
      if (arg.kind === 'field') this.path(from, (arg as FieldRef).path);
      else if (arg.kind === 'function') this.call(from, arg);
    }
  }

  /** Follows parent relationships; null when it is unknown or may have several types. */
  private relationship(from: ObjectView, path: Path): ObjectView | null {
    let object = from;
    for (const part of path) {
      const field = object.resolveRelationship(part);
      if (!field) {
        this.report(`Didn't understand relationship '${part}' in field path of ${object.name}`);
        return null;
      }
      if (field.referenceTo.length !== 1) return null;
      const type = this.c.project.sobject(field.referenceTo[0]!);
      if (type?.k !== 'sobject' || !type.view) return null;
      object = type.view;
    }
    return object;
  }

  private path(from: ObjectView, path: Path): void {
    let parts = path;
    if (parts.length === 1 && this.aliases.has(parts[0]!.toLowerCase())) return;
    const head = parts[0]!.toLowerCase();
    if (parts.length > 1 && (head === this.query.alias?.toLowerCase() || head === from.name.toLowerCase()))
      parts = parts.slice(1);
    else if (this.query.joins.some((join) => join.alias?.toLowerCase() === head)) return;
    const owner = parts.length > 1 ? this.relationship(from, parts.slice(0, -1)) : from;
    const name = parts[parts.length - 1]!;
    if (owner && !owner.resolveField(name)) this.report(`No such column '${name}' on entity '${owner.name}'`);
  }

  private report(message: string): void {
    this.c.error(this.pos, message);
  }
}
