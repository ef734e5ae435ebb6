import type { Store } from '../data/storage/store.js';
import { fromSql, quote, type Column } from '../data/storage/columns.js';
import type { SqlValue } from '../data/storage/driver.js';
import { SObjectValue } from '../runtime/sobject.js';
import { ApexDatetime } from '../runtime/values/scalars.js';
import type { ObjectInfo } from '../schema/model.js';

/**
 * Rows that the platform itself keeps: jobs, users, profiles, classes. They are written without triggers, checks or
 * rights, and read without counting limits.
 */
export class PlatformRows {
  private readonly store: Store;
  /** User whose rows these are when no other is given; set once the administrator exists. */
  ownerId: string | null = null;

  constructor(store: Store) {
    this.store = store;
  }

  private object(name: string): ObjectInfo {
    const object = this.store.schema.resolveObject(name);
    if (!object) throw new Error(`There is no object ${name}`);
    return object;
  }

  /** Inserts a row and returns its Id. Fields that the object does not have are left out. */
  insert(name: string, fields: Record<string, unknown>): string {
    const object = this.object(name);
    const table = this.store.table(object);
    const now = new ApexDatetime(Date.now());
    const id = (fields.Id as string | undefined) ?? this.store.newId(object);
    const audit = { CreatedById: this.ownerId, LastModifiedById: this.ownerId, OwnerId: this.ownerId, CreatedDate: now, LastModifiedDate: now, SystemModstamp: now };
    const values: Record<string, unknown> = { ...audit, ...fields, Id: id };
    const columns: Column[] = [];
    for (const column of table.list) if (values[column.name] !== undefined && values[column.name] !== null) columns.push(column);
    table.insert(columns, columns.map((column) => column.toSql(values[column.name])));
    return id;
  }

  update(name: string, id: string, fields: Record<string, unknown>): void {
    const table = this.store.table(this.object(name));
    const columns = table.list.filter((column) => fields[column.name] !== undefined);
    if (columns.length) table.update(columns, [...columns.map((column) => column.toSql(fields[column.name])), id]);
  }

  delete(name: string, id: string): void {
    this.store.table(this.object(name)).erase(id);
  }

  /** Rows whose fields equal the given values; text ignores case. */
  find(name: string, where: Record<string, unknown>): SObjectValue[] {
    const object = this.object(name);
    const table = this.store.table(object);
    const params: SqlValue[] = [];
    const conditions = ['"IsDeleted" = 0'];
    for (const [field, value] of Object.entries(where)) {
      const column = table.columns.get(field);
      if (!column) throw new Error(`${name} has no field ${field}`);
      if (value === null || value === undefined) conditions.push(`${quote(field)} IS NULL`);
      else {
        conditions.push(`${quote(field)} = ?`);
        params.push(column.toSql(value));
      }
    }
    const names = table.list.map((column) => column.quoted).join(', ');
    const rows = this.store.statement(`SELECT ${names} FROM ${table.quoted} WHERE ${conditions.join(' AND ')} ORDER BY "Id"`).all(params);
    const shape = { fields: new Set(table.list.map((column) => column.name)) };
    return rows.map((row) => {
      const fields: Record<string, unknown> = {};
      table.list.forEach((column, index) => (fields[column.name] = fromSql(column.kind, row[index], column.field.scale)));
      return new SObjectValue(object, fields, shape);
    });
  }

  /** Inserts a row unless one with these key fields is there; returns its Id. Other fields are brought up to date. */
  ensure(name: string, key: Record<string, unknown>, fields: Record<string, unknown> = {}): string {
    const [known] = this.find(name, key);
    if (!known) return this.insert(name, { ...key, ...fields });
    const changed = Object.entries(fields).filter(([field, value]) => known.f[field] !== value && typeof value !== 'object');
    if (changed.length) this.update(name, known.id!, Object.fromEntries(changed));
    return known.id!;
  }
}
