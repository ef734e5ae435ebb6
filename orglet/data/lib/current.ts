import { engine } from '../../runtime/engine.js';
import { raise } from '../../runtime/errors.js';
import { ApexMap } from '../../runtime/values.js';
import type { DataEngine } from '../engine.js';
import type { SoqlQuery } from '../soql/ast.js';

/** The open database. */
export const database = (): DataEngine => engine() as unknown as DataEngine;

/**
 * Reads a variable of the caller by its name as written in dynamic SOQL (`name`, `record.Field__c`); undefined when
 * there is none. The compiler passes it as an extra last argument to the methods that take query text.
 */
export type BindScope = (name: string) => unknown;

/** A parsed dynamic query with its bind values. */
export interface DynamicQuery {
  query: SoqlQuery;
  binds: unknown[];
}

export function parseWithScope(text: string, scope: BindScope | null): DynamicQuery {
  const query = database().parse(requireText(text));
  const binds = query.binds.map((name) => {
    const value = scope?.(name);
    return value === undefined
      ? raise('System.QueryException', `Variable does not exist: ${name.split('.')[0]}`)
      : value;
  });
  return { query, binds };
}

/** Binds by the keys of a map, ignoring case. */
export function parseWithMap(text: string, map: ApexMap | null): DynamicQuery {
  const query = database().parse(requireText(text));
  const values = new Map<string, unknown>();
  for (const [key, value] of map?.entries() ?? []) {
    const name = String(key).toLowerCase();
    if (values.has(name)) raise('System.QueryException', `Duplicate bind variable name: ${String(key)}`);
    values.set(name, value);
  }
  const binds = query.binds.map((name) => {
    const value = values.get(name.toLowerCase());
    return value === undefined ? raise('System.QueryException', `Key '${name}' does not exist in the bindMap`) : value;
  });
  return { query, binds };
}

const requireText = (text: string | null): string =>
  text ?? raise('System.NullPointerException', 'Argument cannot be null.');
