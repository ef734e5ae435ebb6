/** `Security.stripInaccessible` and `SObjectAccessDecision`. */
import { raise } from '../../runtime/errors.js';
import { defineEnum } from '../../runtime/lib/enums.js';
import { defineClass } from '../../runtime/registry.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { INTEGER, STRING, types } from '../../runtime/types.js';
import { ApexEnumValue, ApexList, ApexMap, ApexSet } from '../../runtime/values.js';
import { StandardObject } from '../../runtime/values/object.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { UserRights } from '../security/permissions.js';
import { database } from './current.js';

defineEnum('System.AccessType', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']);

class AccessDecision extends StandardObject {
  readonly records: ApexList;
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly modified: readonly number[];
  constructor(records: ApexList, removed: ReadonlyMap<string, ReadonlySet<string>>, modified: readonly number[]) {
    super();
    this.records = records;
    this.removed = removed;
    this.modified = modified;
  }
}

defineClass('System.SObjectAccessDecision', {
  instance: AccessDecision,
  methods: {
    getrecords: (self: AccessDecision) => self.records,
    getmodifiedindexes: (self: AccessDecision) => new ApexSet(INTEGER, self.modified),
    getremovedfields: (self: AccessDecision) => {
      const map = new ApexMap(STRING, types.set(STRING));
      for (const [object, fields] of self.removed) map.put(object, new ApexSet(STRING, fields));
      return map;
    },
  },
});

type Access = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** Removes from records what the user may not read or set. */
class Stripper {
  readonly removed = new Map<string, Set<string>>();
  /** How many values were left out so far. */
  count = 0;
  private readonly rights: UserRights;
  private readonly access: Access;

  constructor(rights: UserRights, access: Access) {
    this.rights = rights;
    this.access = access;
  }

  allows(object: ObjectInfo): boolean {
    const rights = this.rights.object(object);
    switch (this.access) {
      case 'CREATABLE':
        return rights.create;
      case 'READABLE':
        return rights.read;
      case 'UPDATABLE':
        return rights.edit;
      case 'UPSERTABLE':
        return rights.create && rights.edit;
    }
  }

  private allowsField(field: FieldInfo): boolean {
    if (field.name === 'Id') return true;
    if (this.access === 'READABLE') return this.rights.canRead(field);
    const settable =
      this.access === 'CREATABLE'
        ? field.createable
        : this.access === 'UPDATABLE'
          ? field.updateable
          : field.createable && field.updateable;
    return settable && this.rights.canEdit(field);
  }

  /** Names that are no fields of the model, such as `EmailMessage.toIds`, have no permissions. */
  private allowsNamed(object: ObjectInfo, name: string): boolean {
    const field = object.field(name);
    return field === undefined || this.allowsField(field);
  }

  /** A copy of the record without what is not accessible. */
  strip(record: SObjectValue): SObjectValue {
    const object = record.type as ObjectInfo;
    const kept: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(record.f)) {
      if (value instanceof SObjectValue) {
        if (this.allowsParent(object, name)) kept[name] = this.strip(value);
        else this.note(object, name);
      } else if (value instanceof ApexList && object.resolveChildRelationship(name))
        this.children(object, name, value, kept);
      else if (this.allowsNamed(object, name)) kept[name] = value;
      else this.note(object, name);
    }
    // Fields that were queried and are empty are not in `f`; they count as removed all the same.
    for (const name of record.query?.fields ?? []) {
      const field = name in record.f ? undefined : object.field(name);
      if (field && !this.allowsField(field)) this.note(object, name);
    }
    // Unqueried and stripped fields alike throw when they are read from a queried record.
    const shape = record.query && {
      fields: new Set([...record.query.fields].filter((name) => !this.removed.get(object.name)?.has(name))),
    };
    return new SObjectValue(record.type, kept, shape);
  }

  private children(object: ObjectInfo, name: string, list: ApexList, kept: Record<string, unknown>): void {
    const child = object.resolveChildRelationship(name)?.childObject;
    if (child && !this.allows(child)) return this.note(object, name);
    kept[name] = new ApexList(
      list.elem,
      list.a.map((record) => this.strip(record as SObjectValue)),
    );
  }

  private allowsParent(object: ObjectInfo, relationship: string): boolean {
    const reference = object.resolveRelationship(relationship);
    return reference === null || this.allowsField(reference);
  }

  private note(object: ObjectInfo, name: string): void {
    this.count++;
    const known = this.removed.get(object.name);
    if (known) known.add(name);
    else this.removed.set(object.name, new Set([name]));
  }
}

function stripInaccessible(
  access: ApexEnumValue,
  records: ApexList,
  third: boolean | string | null = true,
): AccessDecision {
  if (access === null || records === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  const { security } = database();
  const rights = security.rights(tx().user, typeof third === 'string' ? third : null);
  const stripper = new Stripper(rights, access.name as Access);
  const list = records.a as SObjectValue[];
  const denied = third === false ? undefined : list.find((record) => !stripper.allows(record.type as ObjectInfo));
  if (denied) return raise('System.NoAccessException', `No access to entity: ${denied.type.name}`);
  const modified: number[] = [];
  const stripped = list.map((record, index) => {
    const before = stripper.count;
    const copy = stripper.strip(record);
    if (stripper.count > before) modified.push(index);
    return copy;
  });
  return new AccessDecision(new ApexList(records.elem, stripped), stripper.removed, modified);
}

defineClass('System.Security', { statics: { stripinaccessible: stripInaccessible } });
