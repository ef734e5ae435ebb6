import type { DataEngine } from '../engine.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { ObjectRights } from './permissions.js';

/** Standard objects whose permissions are listed; those that profiles name in every org. */
const LISTED = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Document',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
  'Solution',
];

/**
 * Lists the permissions of profiles and permission sets as rows of ObjectPermissions and FieldPermissions. Done when
 * those objects are first queried: hardly any code looks, and the rows are many.
 */
export class PermissionRows {
  private readonly engine: DataEngine;
  /** One of the rows that were written: a rollback takes them away. */
  private witness: string | null = null;

  constructor(engine: DataEngine) {
    this.engine = engine;
  }

  ensure(): void {
    const { store, schema } = this.engine;
    const rows = store.table(schema.object('ObjectPermissions')!);
    if (
      this.witness !== null &&
      store.statement(`SELECT 1 AS found FROM ${rows.quoted} WHERE "Id"=?`).all([this.witness]).length > 0
    )
      return;
    const listed = this.pairs('ObjectPermissions', 'SobjectType');
    const listedFields = this.pairs('FieldPermissions', 'Field');
    const sets = store.table(schema.object('PermissionSet')!);
    for (const [id] of store.statement(`SELECT "Id" FROM ${sets.quoted}`).all([])) {
      this.listObjects(id as string, listed);
      this.listFields(id as string, listedFields);
    }
  }

  private pairs(object: string, column: string): Set<string> {
    const table = this.engine.store.table(this.engine.schema.object(object)!);
    const rows = this.engine.store
      .statement(`SELECT "ParentId", "${column}" AS v FROM ${table.quoted} WHERE "IsDeleted"=0`)
      .all([]);
    return new Set(rows.map(([parent, value]) => `${String(parent)}|${String(value)}`));
  }

  private objects(): ObjectInfo[] {
    const { schema } = this.engine;
    const names = new Set([...LISTED, ...schema.projectObjectNames()]);
    return [...names]
      .flatMap((name) => schema.object(name) ?? [])
      .filter((object) => object.kind === 'custom' || object.kind === 'standard');
  }

  private listObjects(parentId: string, listed: ReadonlySet<string>): void {
    const grants = this.engine.security.rightsOfSet(parentId);
    for (const object of this.objects()) {
      const rights = grants.object(object);
      if (!rights.read || listed.has(`${parentId}|${object.name}`)) continue;
      this.witness = this.engine.insertRow('ObjectPermissions', {
        ParentId: parentId,
        SobjectType: object.name,
        ...columnsOf(rights),
      });
    }
  }

  private listFields(parentId: string, listed: ReadonlySet<string>): void {
    for (const { field, read, edit } of this.engine.security.rightsOfSet(parentId).grantedFields()) {
      if (listed.has(`${parentId}|${field}`)) continue;
      const object = field.slice(0, field.indexOf('.'));
      this.engine.insertRow('FieldPermissions', {
        ParentId: parentId,
        SobjectType: object,
        Field: field,
        PermissionsRead: read,
        PermissionsEdit: edit,
      });
    }
  }
}

const columnsOf = (rights: ObjectRights): Record<string, boolean> => ({
  PermissionsCreate: rights.create,
  PermissionsRead: rights.read,
  PermissionsEdit: rights.edit,
  PermissionsDelete: rights.delete,
  PermissionsViewAllRecords: rights.viewAll,
  PermissionsModifyAllRecords: rights.modifyAll,
});
