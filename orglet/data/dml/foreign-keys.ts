import { SObjectValue } from '../../runtime/sobject.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Store } from '../storage/store.js';
import { isBlank, isKey } from './fields.js';
import { fail, type Row } from './row.js';

/** A lookup that is given by a key of the parent. */
export interface KeyedLookup {
  /** The lookup field. */
  reference: FieldInfo;
  /** Object of the parent. */
  object: ObjectInfo;
  /** The parent's field that has the value. */
  key: FieldInfo;
  value: unknown;
}

/** Lookups that a record gives by a key of their parents; none for records that were queried, whose parents are for reading only. */
export function keyedLookups(record: SObjectValue): KeyedLookup[] {
  const lookups: KeyedLookup[] = [];
  if (record.query !== null) return lookups;
  for (const name in record.f) {
    const parent: unknown = record.f[name];
    if (!(parent instanceof SObjectValue)) continue;
    const reference = (record.type as ObjectInfo).resolveRelationship(name);
    const object = parent.type as ObjectInfo;
    const key = Object.keys(parent.f)
      .filter((field) => field !== 'Id' && !isBlank(parent.f[field]))
      .map((field) => object.field(field)!)
      .find(isKey);
    if (reference && key) lookups.push({ reference, object, key, value: parent.f[key.name] });
  }
  return lookups;
}

/** Ids of the records that a lookup's key finds, two at most. */
export function findByKey(store: Store, { object, key, value }: KeyedLookup): string[] {
  const table = store.table(object);
  const column = table.columns.get(key.name)!;
  return store
    .statement(`SELECT "Id" FROM ${table.quoted} WHERE ${column.quoted}=? AND "IsDeleted"=0 LIMIT 2`)
    .all([column.toSql(value)])
    .map(([id]) => String(id));
}

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
    for (const lookup of keyedLookups(row.input)) {
      const { reference, object, key } = lookup;
      if (!isBlank(values[reference.name])) continue;
      const found = findByKey(this.store, lookup);
      const column = this.store.table(object).columns.get(key.name)!;
      const label = `Foreign key external ID: ${String(column.toSql(lookup.value)).toLowerCase()}`;
      if (found.length === 1) values[reference.name] = found[0];
      else if (found.length === 0)
        fail(row, 'INVALID_FIELD', `${label} not found for field ${key.name} in entity ${object.name}`);
      else
        fail(
          row,
          'INVALID_FIELD',
          `${label} matches more than one record for field ${key.name} in entity ${object.name}`,
        );
    }
  }
}
