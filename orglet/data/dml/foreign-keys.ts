import { SObjectValue } from '../../runtime/sobject.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { Store } from '../storage/store.js';
import { isBlank, isKey } from './fields.js';
import { fail, type Row } from './row.js';

/**
 * Lookups given by a key of the parent instead of its Id: `new Contact(Account = new Account(Code__c = 'A1'))`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_foreign_keys.htm
 */
export class ForeignKeys {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Sets the reference fields of `values` for the parents that the row's record holds. */
  resolve(row: Row, values: Record<string, unknown>): void {
    const object = row.input.type as ObjectInfo;
    // Records that came from a query hold parents for reading only.
    if (row.input.query !== null) return;
    for (const [name, parent] of Object.entries(row.input.f)) {
      if (!(parent instanceof SObjectValue)) continue;
      const reference = object.resolveRelationship(name);
      if (!reference || !isBlank(values[reference.name])) continue;
      this.resolveOne(row, reference.name, parent, values);
    }
  }

  private resolveOne(row: Row, reference: string, parent: SObjectValue, values: Record<string, unknown>): void {
    const object = parent.type as ObjectInfo;
    const [key] = Object.keys(parent.f).filter(
      (name) => name !== 'Id' && !isBlank(parent.f[name]) && isKey(object.field(name)!),
    );
    if (!key) return;
    const table = this.store.table(object);
    const column = table.columns.get(key)!;
    const value = column.toSql(parent.f[key]);
    const found = this.store
      .statement(`SELECT "Id" FROM ${table.quoted} WHERE ${column.quoted}=? AND "IsDeleted"=0 LIMIT 2`)
      .all([value]);
    const label = `Foreign key external ID: ${String(value).toLowerCase()}`;
    if (found.length === 1) values[reference] = found[0]![0];
    else if (found.length === 0)
      fail(row, 'INVALID_FIELD', `${label} not found for field ${key} in entity ${object.name}`);
    else fail(row, 'INVALID_FIELD', `${label} matches more than one record for field ${key} in entity ${object.name}`);
  }
}
