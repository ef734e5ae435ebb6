import { currentTime } from '../runtime/clock.js';
import type { FormulaService, PreparedFormula, ReadPath, RecordChange } from '../data/services.js';
import { hasCustomPermission } from '../platform/index.js';
import type { SObjectValue } from '../runtime/sobject.js';
import { hasTransaction, tx } from '../runtime/transaction.js';
import { FormulaEngine } from '../schema/formula/engine.js';
import type { FormulaGlobals, FormulaRecord } from '../schema/formula/types.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import type { Schema } from '../schema/index.js';
import type { PlatformRows } from './rows.js';

/** A record whose fields are read by their path from the record that a formula belongs to. */
class PathRecord implements FormulaRecord {
  readonly object: ObjectInfo;
  private readonly schema: Schema;
  private readonly path: readonly string[];
  private readonly read: ReadPath;

  constructor(schema: Schema, object: ObjectInfo, read: ReadPath, path: readonly string[] = []) {
    this.schema = schema;
    this.object = object;
    this.read = read;
    this.path = path;
  }

  field(name: string): unknown {
    return this.read([...this.path, name]) ?? null;
  }

  parent(reference: FieldInfo): FormulaRecord | null {
    const object = this.schema.object(reference.referenceTo[0]);
    return object ? new PathRecord(this.schema, object, this.read, [...this.path, reference.relationshipName!]) : null;
  }
}

/** A record with its values at hand; parents are looked up. */
class RowRecord implements FormulaRecord {
  readonly object: ObjectInfo;
  private readonly row: SObjectValue;
  private readonly rows: PlatformRows;

  constructor(row: SObjectValue, rows: PlatformRows) {
    this.object = row.type as ObjectInfo;
    this.row = row;
    this.rows = rows;
  }

  field(name: string): unknown {
    return this.row.f[name] ?? null;
  }

  parent(reference: FieldInfo): FormulaRecord | null {
    const id = this.field(reference.name);
    const [row] = id === null ? [] : this.rows.find(reference.referenceTo[0], { Id: id });
    return row ? new RowRecord(row, this.rows) : null;
  }
}

/** Connects the formula engine of the schema with the records of the org. */
export class Formulas implements FormulaService {
  readonly engine: FormulaEngine;
  private readonly schema: Schema;

  /** @param rows asked when a formula runs; the database opens after the formulas are made */
  constructor(schema: Schema, rows: () => PlatformRows) {
    this.schema = schema;
    this.engine = new FormulaEngine(schema, globals(rows));
  }

  references(field: FieldInfo): readonly (readonly string[])[] {
    return this.engine.fieldPaths(field);
  }

  evaluate(field: FieldInfo, read: ReadPath): unknown {
    return this.engine.fieldValue(new PathRecord(this.schema, field.object, read), field);
  }

  readingAhead(field: FieldInfo): (<T>(query: () => T) => T) | null {
    return this.engine.readingAhead(field);
  }

  prepare(source: string, object: ObjectInfo, blankAsZero: boolean): PreparedFormula {
    return this.engine.prepare(source, object, blankAsZero);
  }

  record(object: ObjectInfo, read: ReadPath): FormulaRecord {
    return new PathRecord(this.schema, object, read);
  }

  defaultValue(field: FieldInfo): unknown {
    return this.engine.defaultValue(field);
  }

  brokenRules(object: ObjectInfo, read: ReadPath, change: RecordChange): { message: string; field: string | null }[] {
    if (!object.validationRules.length) return [];
    const { old } = change;
    const prior =
      old && !change.isNew
        ? new PathRecord(this.schema, object, (path) => (path.length === 1 ? old.f[path[0]] : read(path)))
        : null;
    return this.engine.violations({ record: new PathRecord(this.schema, object, read), prior });
  }
}

function globals(rows: () => PlatformRows): FormulaGlobals {
  const first = (object: string, where: Record<string, unknown>): FormulaRecord | null => {
    const [row] = rows().find(object, where);
    return row ? new RowRecord(row, rows()) : null;
  };
  return {
    user: () => (hasTransaction() ? first('User', { Id: tx().user.id }) : null),
    organization: () => first('Organization', {}),
    hasPermission: (name) => hasTransaction() && hasCustomPermission(tx().user, name),
    setting: (object) => {
      if (!hasTransaction()) return null;
      const { id, profileId, organizationId } = tx().user;
      const found = [id, profileId, organizationId].flatMap((owner) =>
        rows().find(object.name, { SetupOwnerId: owner }),
      );
      if (!found.length) return null;
      return {
        object,
        field: (name) =>
          found.map((row): unknown => row.f[name]).find((value) => value !== null && value !== undefined) ?? null,
        parent: () => null,
      };
    },
    find: (object, field, value) => first(object.name, { [field.name]: value }),
    now: currentTime,
    timeZone: () => (hasTransaction() ? tx().user.timeZone : 'UTC'),
    language: () => (hasTransaction() ? tx().user.language : 'en_US'),
  };
}
