import type { FieldInfo, ObjectInfo, SchemaModel } from '../../schema/model.js';
import type { FormulaService } from '../services.js';
import { fromSql, toSql, valueKind, type StoredKind } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import type { Store } from '../storage/store.js';
import { joinSql, sql, type Fragment } from './fragment.js';
import { querySession, setQuerySession } from './session.js';
import type { Expression, Scope, Source } from './scope.js';

/** What a formula reads of one record: the path from it, and how the value is stored. */
interface Input {
  path: readonly string[];
  kind: StoredKind;
  scale: number;
}

/** Formula fields may refer to one another this deep; deeper is a circle. */
const MAX_DEPTH = 20;

/**
 * SQL that computes a formula field: a function of the stored fields that the formula reads, of the record and of its
 * parents. The function evaluates the formula with the schema's engine, so that SELECT, WHERE, GROUP BY and ORDER BY
 * all see the same value.
 */
export function formulaSql(scope: Scope, source: Source, field: FieldInfo): Fragment {
  const paths = storedPaths(scope.store.schema, scope.formulas, field, 0);
  const values = paths.map((path) => read(scope, source, path));
  const known = values.flatMap((value, i) => (value ? [{ value, path: paths[i]! }] : []));
  const inputs = known.map(({ value, path }): Input => ({ path, kind: value.kind, scale: value.scale }));
  const name = defineFormula(scope.store, scope.formulas, field, inputs);
  return sql`${name}(${joinSql(
    known.map(({ value }) => value.sql),
    ',',
  )})`;
}

function read(scope: Scope, source: Source, path: readonly string[]): Expression | null {
  let at = source;
  for (const relationship of path.slice(0, -1)) {
    const reference = at.object.resolveRelationship(relationship);
    if (!reference) return null;
    at = scope.parent(at, reference, reference.referenceTo[0]!, false);
  }
  const field = at.object.resolveField(path[path.length - 1]!);
  return field && valueKind(field) !== null ? scope.value(at, field) : null;
}

/** The stored fields that a formula depends on: formulas that it refers to are followed. */
function storedPaths(
  schema: SchemaModel,
  formulas: FormulaService,
  field: FieldInfo,
  depth: number,
): (readonly string[])[] {
  const paths = new Map<string, readonly string[]>();
  const add = (path: readonly string[]) => paths.set(path.join('.').toLowerCase(), path);
  for (const path of depth > MAX_DEPTH ? [] : formulas.references(field)) {
    const { prefix, last } = follow(schema, field, path);
    if (last && last.formula !== null)
      for (const inner of storedPaths(schema, formulas, last, depth + 1)) add([...prefix, ...inner]);
    else add(path);
  }
  return [...paths.values()];
}

function follow(
  schema: SchemaModel,
  field: FieldInfo,
  path: readonly string[],
): { prefix: readonly string[]; last: FieldInfo | null } {
  let object: ObjectInfo | undefined = field.object;
  const prefix = path.slice(0, -1);
  for (const relationship of prefix) {
    const reference: FieldInfo | null = object?.resolveRelationship(relationship) ?? null;
    object = reference ? schema.object(reference.referenceTo[0]!) : undefined;
  }
  return { prefix, last: object?.resolveField(path[path.length - 1]!) ?? null };
}

/** Defines the SQL function of a formula field once for each database. */
function defineFormula(store: Store, formulas: FormulaService, field: FieldInfo, inputs: readonly Input[]): string {
  const name = `"formula:${field.object.name}.${field.name}"`;
  if (!store.formulaFunctions.has(name)) {
    const readingAhead = formulas.readingAhead(field);
    store.formulaFunctions.set(name, readingAhead && withSession(readingAhead));
    store.driver.defineFunction(name.slice(1, -1), evaluator(formulas, field, inputs), false);
  }
  return name;
}

/** What is read ahead may be queried for too, in a session of its own. */
function withSession(readingAhead: <T>(query: () => T) => T): <T>(query: () => T) => T {
  return (query) => {
    const session = querySession();
    return readingAhead(() => {
      setQuerySession(session);
      return query();
    });
  };
}

function evaluator(
  formulas: FormulaService,
  field: FieldInfo,
  inputs: readonly Input[],
): (...args: SqlValue[]) => SqlValue {
  const kind = valueKind(field)!;
  const index = new Map(inputs.map((input, i) => [input.path.join('.').toLowerCase(), i]));
  const evaluate = (...args: SqlValue[]): SqlValue => {
    const value = formulas.evaluate(field, (path) => {
      const at = index.get(path.join('.').toLowerCase());
      return at === undefined ? null : fromSql(inputs[at]!.kind, args[at]!, inputs[at]!.scale);
    });
    return toSql(kind, value);
  };
  // SQLite takes the number of arguments from the function's length.
  return Object.defineProperty(evaluate, 'length', { value: inputs.length });
}
