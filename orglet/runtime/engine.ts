/** The one way from generated code and the standard library to records. Implemented by `data/`. */
import type { ApexList } from './values/list.js';

export interface AccessContext {
  sharing: 'with' | 'without';
  access: 'user' | 'system';
  /** Permission set whose rights are added in user mode (`AccessLevel.withPermissionSetId`). */
  permissionSetId?: string | null;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlOptions {
  /** false: partial success, as `Database.insert(records, false)`. */
  allOrNone: boolean;
  access: AccessContext;
  /** Canonical name of the external Id field of an upsert; Id when absent. */
  externalId?: string | null;
  /** Records merged into the master record. */
  duplicates?: unknown;
  /** A `Database.DMLOptions` value, when given. */
  dmlOptions?: unknown;
}

/** A query as the compiler hands it over; its shape is `data/`'s. */
export type CompiledQuery = unknown;

export interface Engine {
  query(q: CompiledQuery, binds: unknown[], mode: AccessContext): ApexList | number;
  /** Records of a query locator: their rows do not count against the query rows of the transaction. */
  locate(q: CompiledQuery, binds: unknown[], mode: AccessContext): ApexList | number;
  queryChunks(q: CompiledQuery, binds: unknown[], mode: AccessContext): Iterable<ApexList>;
  search(q: CompiledQuery, binds: unknown[], mode: AccessContext): ApexList;
  dml(op: DmlOperation, value: unknown, options: DmlOptions): ApexList;
}

let current: Engine | null = null;

export function setEngine(engine: Engine | null): void {
  current = engine;
}

export function engine(): Engine {
  if (!current) throw new Error('No database is open');
  return current;
}
