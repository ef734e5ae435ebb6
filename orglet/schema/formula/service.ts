/** The formula engine as the database uses it: records are read by paths, the running user comes from the transaction. */
import type { SObjectValue } from '../../runtime/sobject.js';
import { hasTransaction, tx } from '../../runtime/transaction.js';
import { hierarchySetting } from '../lib/custom-records.js';
import type { FieldInfo, ObjectInfo } from '../model.js';
import type { Schema } from '../model/schema.js';
import { FormulaEngine, type RuleViolation } from './engine.js';
import type { FormulaGlobals, FormulaRecord } from './types.js';

/** Value at a path of relationship names and a field of a record; null when a parent is missing. */
export type ReadPath = (path: readonly string[]) => unknown;

/** What formulas ask of the database beside the record itself, all read as the system. */
export interface FormulaHost {
  /** The record of that Id, or null. */
  load(object: ObjectInfo, id: string): FormulaRecord | null;
  /** The first record whose field has that value (`VLOOKUP`), or null. */
  find(object: ObjectInfo, field: FieldInfo, value: unknown): FormulaRecord | null;
  /** Whether the running user has a custom permission, given by name. */
  hasPermission(name: string): boolean;
}

export interface RecordChange {
  readonly isNew: boolean;
  readonly record: SObjectValue;
  readonly old: SObjectValue | null;
}

/** Formulas over records that are read by paths. Fits `FormulaService` of the database. */
export class FormulaRecords {
  readonly engine: FormulaEngine;
  private readonly schema: Schema;

  constructor(schema: Schema, host: FormulaHost) {
    this.schema = schema;
    this.engine = new FormulaEngine(schema, transactionGlobals(schema, host));
  }

  /** Stored fields that a formula field reads, through other formula fields too. */
  references(field: FieldInfo): readonly (readonly string[])[] {
    return this.stored(field.object, this.engine.fieldPaths(field), new Set([field]));
  }

  evaluate(field: FieldInfo, read: ReadPath): unknown {
    return this.engine.fieldValue(this.record(field.object, read, []), field);
  }

  defaultValue(field: FieldInfo): unknown {
    return this.engine.defaultValue(field) ?? null;
  }

  brokenRules(object: ObjectInfo, read: ReadPath, { isNew, old }: RecordChange): RuleViolation[] {
    const prior = isNew || old === null ? null : valueRecord(old);
    return this.engine.violations({ record: this.record(object, read, []), prior });
  }

  private stored(object: ObjectInfo, paths: readonly (readonly string[])[], seen: Set<FieldInfo>): (readonly string[])[] {
    return paths.flatMap((path) => {
      const field = this.fieldAt(object, path);
      if (!field || field.formula === null) return [path];
      if (seen.has(field)) return [];
      seen.add(field);
      const inner = this.stored(field.object, this.engine.fieldPaths(field), seen);
      return inner.map((rest) => [...path.slice(0, -1), ...rest]);
    });
  }

  private fieldAt(object: ObjectInfo, path: readonly string[]): FieldInfo | null {
    let current: ObjectInfo | null = object;
    for (const step of path.slice(0, -1)) current = this.parentObject(current?.resolveRelationship(step) ?? null);
    return current?.resolveField(path[path.length - 1]!) ?? null;
  }

  private parentObject(reference: FieldInfo | null): ObjectInfo | null {
    if (!reference) return null;
    const name = reference.referenceTo.includes('User') ? 'User' : reference.referenceTo[0];
    return name === undefined ? null : this.schema.resolveObject(name);
  }

  private record(object: ObjectInfo, read: ReadPath, prefix: readonly string[]): FormulaRecord {
    return {
      object,
      field: (name) => read([...prefix, name]) ?? null,
      parent: (reference) => {
        const target = this.parentObject(reference);
        return target && this.record(target, read, [...prefix, reference.relationshipName!]);
      },
    };
  }
}

/** A record in memory as formulas read it, with the parents that hang on it. */
export function valueRecord(value: SObjectValue): FormulaRecord {
  return {
    object: value.type as ObjectInfo,
    field: (name) => value.f[name] ?? null,
    parent: (reference) => {
      const parent = value.f[reference.relationshipName!];
      return parent ? valueRecord(parent) : null;
    },
  };
}

/** Globals of the running transaction; outside of one there is no user. */
function transactionGlobals(schema: Schema, host: FormulaHost): FormulaGlobals {
  const load = (object: string, id: string | undefined) => (id === undefined ? null : host.load(schema.resolveObject(object)!, id));
  const user = () => (hasTransaction() ? tx().user : null);
  return {
    user: () => load('User', user()?.id),
    organization: () => load('Organization', user()?.organizationId),
    hasPermission: (name) => host.hasPermission(name),
    setting: (object) => (hasTransaction() ? valueRecord(hierarchySetting(object)) : null),
    find: (object, field, value) => host.find(object, field, value),
    now: () => Date.now(),
    timeZone: () => user()?.timeZone ?? 'GMT',
    language: () => user()?.language ?? 'en_US',
  };
}
