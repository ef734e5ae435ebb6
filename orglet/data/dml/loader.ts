import type { SObjectValue } from '../../runtime/sobject.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { FormulaService, ReadPath } from '../services.js';
import { fromSql } from '../storage/columns.js';
import type { Store } from '../storage/store.js';
import { recordOfRow } from './fields.js';

/** Reads stored records for the engine itself: all columns, also of deleted records, without security. */
export class Loader {
  private readonly store: Store;
  private readonly formulas: FormulaService;

  constructor(store: Store, formulas: FormulaService) {
    this.store = store;
    this.formulas = formulas;
  }

  load(object: ObjectInfo, ids: readonly string[]): Map<string, SObjectValue> {
    return this.where(object, 'Id', ids, null);
  }

  /** Records whose column is one of the values, by Id. */
  where(
    object: ObjectInfo,
    column: string,
    values: readonly string[],
    deleted: boolean | null,
  ): Map<string, SObjectValue> {
    const table = this.store.table(object);
    const records = new Map<string, SObjectValue>();
    for (const row of table.rowsWhere(column, values, deleted)) {
      const record = recordOfRow(table, row);
      records.set(record.f.Id as string, record);
    }
    return records;
  }

  /** One field of a stored record; formulas are evaluated. Null when the record is not there. */
  value(object: ObjectInfo, id: string, path: readonly string[]): unknown {
    const [first, ...rest] = path as [string, ...string[]];
    if (rest.length > 0) {
      const reference = object.resolveRelationship(first);
      return reference ? this.follow(this.value(object, id, [reference.name]), rest) : null;
    }
    const field = object.resolveField(first);
    if (!field) return null;
    if (field.formula !== null) return this.formulas.evaluate(field, (inner) => this.value(object, id, inner));
    const table = this.store.table(object);
    const column = table.columns.get(field.name);
    if (!column) return null;
    const row = this.store.statement(`SELECT ${column.quoted} AS v FROM ${table.quoted} WHERE "Id"=?`).all([id])[0];
    return row ? fromSql(column.kind, row[0]!, field.scale) : null;
  }

  private follow(id: unknown, path: readonly string[]): unknown {
    if (typeof id !== 'string') return null;
    const target = this.store.schema.objectByPrefix(id.slice(0, 3));
    return target ? this.value(target, id, path) : null;
  }

  /** Reads fields of a record in memory, and of its stored parents, for formulas. */
  pathReader(record: SObjectValue): ReadPath {
    const object = record.type as ObjectInfo;
    return (path) => {
      const [first, ...rest] = path as [string, ...string[]];
      if (rest.length === 0) {
        const field = object.resolveField(first);
        return field ? this.fieldOf(record, field) : null;
      }
      const reference = object.resolveRelationship(first);
      return reference ? this.follow(record.f[reference.name], rest) : null;
    };
  }

  private fieldOf(record: SObjectValue, field: FieldInfo): unknown {
    if (field.formula !== null) return this.formulas.evaluate(field, this.pathReader(record));
    return record.f[field.name] ?? null;
  }
}
