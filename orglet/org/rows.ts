import type { DataEngine } from '../data/engine.js';
import { fromSql } from '../data/storage/columns.js';
import type { SqlValue } from '../data/storage/driver.js';
import { SObjectValue } from '../runtime/sobject.js';
import type { ObjectInfo } from '../schema/model.js';

/**
 * Rows that the platform itself keeps: jobs, users, profiles, classes. They are written without triggers, checks or
 * rights, and read without counting limits.
 */
export class PlatformRows {
  private readonly engine: DataEngine;
  /** User who owns rows when no other is given; set once the administrator exists. */
  ownerId: string | null = null;

  constructor(engine: DataEngine) {
    this.engine = engine;
  }

  /** Inserts a row and returns its Id. Fields that the object does not have are left out. */
  insert(name: string, fields: Record<string, unknown>): string {
    const object = this.object(name);
    const audit =
      this.ownerId === null ? {} : { CreatedById: this.ownerId, LastModifiedById: this.ownerId, OwnerId: this.ownerId };
    const known = Object.entries({ ...audit, ...fields }).filter(
      ([field, value]) => object.field(field) && value !== undefined,
    );
    return this.engine.insertRow(object.name, Object.fromEntries(known));
  }

  update(name: string, id: string, fields: Record<string, unknown>): void {
    const object = this.object(name);
    const known = Object.entries(fields).filter(([field, value]) => object.field(field) && value !== undefined);
    if (known.length) this.engine.updateRow(object.name, id, Object.fromEntries(known));
  }

  delete(name: string, id: string): void {
    this.engine.deleteRow(name, id);
  }

  /** Whether the org has the object. */
  has(name: string): boolean {
    return this.engine.schema.resolveObject(name) !== null;
  }

  private object(name: string): ObjectInfo {
    const object = this.engine.schema.resolveObject(name);
    if (!object) throw new Error(`There is no object ${name}`);
    return object;
  }

  /** Rows whose fields equal the given values; text ignores case. */
  find(name: string, where: Record<string, unknown>): SObjectValue[] {
    const { store } = this.engine;
    const object = this.object(name);
    const table = store.table(object);
    const params: SqlValue[] = [];
    const conditions = ['"IsDeleted" = 0'];
    for (const [field, value] of Object.entries(where)) {
      const column = table.columns.get(field);
      if (!column) throw new Error(`${name} has no field ${field}`);
      if (value === null || value === undefined) conditions.push(`${column.quoted} IS NULL`);
      else {
        conditions.push(`${column.quoted} = ?`);
        params.push(column.toSql(value));
      }
    }
    const names = table.list.map((column) => column.quoted).join(', ');
    const rows = store
      .statement(`SELECT ${names} FROM ${table.quoted} WHERE ${conditions.join(' AND ')} ORDER BY "Id"`)
      .all(params);
    const shape = { fields: new Set(table.list.map((column) => column.name)) };
    return rows.map((row) => {
      const fields: Record<string, unknown> = {};
      table.list.forEach(
        (column, index) => (fields[column.name] = fromSql(column.kind, row[index], column.field.scale)),
      );
      return new SObjectValue(object, fields, shape);
    });
  }

  /** Inserts a row unless one with these key fields is there; returns its Id. Other fields are brought up to date. */
  ensure(name: string, key: Record<string, unknown>, fields: Record<string, unknown> = {}): string {
    const [known] = this.find(name, key);
    if (!known) return this.insert(name, { ...key, ...fields });
    const changed = Object.entries(fields).filter(
      ([field, value]) => known.f[field] !== value && typeof value !== 'object',
    );
    if (changed.length) this.update(name, known.id!, Object.fromEntries(changed));
    return known.id!;
  }
}
