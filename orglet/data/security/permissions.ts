import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Schema } from '../../schema/index.js';
import type { Store } from '../storage/store.js';

/** Rights on an object, each implying what it needs (edit implies read). */
export interface ObjectRights {
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
  /** Read access to every field of the object. */
  viewAllFields: boolean;
}

const NONE: ObjectRights = {
  create: false,
  read: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
  viewAllFields: false,
};
const ALL: ObjectRights = {
  create: true,
  read: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
  viewAllFields: true,
};

/** What profiles that the project does not describe may do with standard objects. */
const STANDARD_PROFILES: Record<string, Partial<ObjectRights>> = {
  'Standard User': { create: true, read: true, edit: true, delete: true },
  'Marketing User': { create: true, read: true, edit: true, delete: true },
  'Contract Manager': { create: true, read: true, edit: true, delete: true },
  'Solution Manager': { create: true, read: true, edit: true, delete: true },
  'Read Only': { read: true },
};

/** Company data of Data.com, which no profile sees until an administrator opens it. */
const HIDDEN_FIELDS = new Set([
  'Account.DunsNumber',
  'Account.Tradestyle',
  'Account.NaicsCode',
  'Account.NaicsDesc',
  'Account.YearStarted',
  'Lead.CompanyDunsNumber',
]);

/** Objects that everybody may read and nobody needs a right for. */
const OPEN_OBJECTS = new Set([
  'User',
  'Profile',
  'Organization',
  'RecordType',
  'UserRole',
  'Group',
  'GroupMember',
  'PermissionSet',
  'PermissionSetAssignment',
  'UserRecordAccess',
  'Name',
  'AggregateResult',
  'StaticResource',
  'CurrencyType',
  'BusinessHours',
  'EntityDefinition',
  'FieldDefinition',
  'CustomPermission',
  'SetupEntityAccess',
  'ApexClass',
  'Network',
  'Site',
  'Domain',
  'EmailTemplate',
  'Topic',
]);

/** Rights of one user, of profile and permission sets together. */
export class UserRights {
  readonly viewAllData: boolean;
  readonly modifyAllData: boolean;
  private readonly objects: ReadonlyMap<string, ObjectRights>;
  private readonly fields: ReadonlyMap<string, { read: boolean; edit: boolean }>;
  /** Set for a standard profile that the project does not describe. */
  private readonly standard: Partial<ObjectRights> | null;

  constructor(grants: Grants) {
    this.viewAllData = grants.viewAllData;
    this.modifyAllData = grants.modifyAllData;
    this.objects = grants.objects;
    this.fields = grants.fields;
    this.standard = grants.standard;
  }

  object(object: ObjectInfo): ObjectRights {
    if (this.modifyAllData) return ALL;
    if (object.kind === 'customMetadata' || object.kind === 'customSetting') return { ...NONE, read: true };
    if (object.kind === 'share' || object.kind === 'history' || object.kind === 'feed')
      return { ...ALL, viewAll: false, modifyAll: false };
    if (OPEN_OBJECTS.has(object.name)) return { ...NONE, read: true, edit: true };
    const granted = this.objects.get(object.name) ?? NONE;
    const standard: Partial<ObjectRights> = this.standard && !object.custom ? { ...this.standard } : {};
    // Of the standard profiles only the administrator's may delete cases.
    if (object.name === 'Case') standard.delete = false;
    return this.viewAllData
      ? { ...granted, ...standard, read: true, viewAll: true }
      : { ...granted, ...truthy(standard) };
  }

  /** Fields that profiles and permission sets name, as `Object.Field`. */
  *grantedFields(): Iterable<{ field: string; read: boolean; edit: boolean }> {
    for (const [field, { read, edit }] of this.fields) if (read) yield { field, read, edit };
  }

  canRead(field: FieldInfo): boolean {
    return this.canUse(field, 'read');
  }

  /** Whether the user may set the field of a new or existing record. */
  canEdit(field: FieldInfo): boolean {
    return this.canUse(field, 'edit');
  }

  private canUse(field: FieldInfo, right: 'read' | 'edit'): boolean {
    if (this.modifyAllData) return true;
    const object = this.object(field.object);
    if (!field.permissionable) return true;
    if (
      this.standard &&
      !field.custom &&
      !field.object.custom &&
      !HIDDEN_FIELDS.has(`${field.object.name}.${field.name}`)
    )
      return right === 'read' || object.edit || object.create;
    if (right === 'read' && object.viewAllFields) return true;
    return (
      this.fields.get(`${field.object.name}.${field.compoundField ?? field.name}`)?.[right] ??
      this.fields.get(`${field.object.name}.${field.name}`)?.[right] ??
      false
    );
  }
}

const truthy = (rights: Partial<ObjectRights>): Partial<ObjectRights> =>
  Object.fromEntries(Object.entries(rights).filter(([, value]) => value));

class Grants {
  viewAllData = false;
  modifyAllData = false;
  objects = new Map<string, ObjectRights>();
  fields = new Map<string, { read: boolean; edit: boolean }>();
  standard: Partial<ObjectRights> | null = null;

  addObject(object: ObjectInfo, granted: Partial<ObjectRights>): void {
    const rights = { ...(this.objects.get(object.name) ?? NONE), ...truthy(granted) };
    if (rights.modifyAll) Object.assign(rights, { viewAll: true, edit: true, delete: true });
    if (rights.edit || rights.delete || rights.create || rights.viewAll) rights.read = true;
    this.objects.set(object.name, rights);
  }

  addField(field: FieldInfo, read: boolean, edit: boolean): void {
    const key = `${field.object.name}.${field.name}`;
    const known = this.fields.get(key);
    this.fields.set(key, { read: read || edit || (known?.read ?? false), edit: edit || (known?.edit ?? false) });
  }
}

/** Works out what users may do: from the project's profiles and permission sets, and from permission rows that Apex inserted. */
export class Permissions {
  private readonly store: Store;
  private readonly schema: Schema;
  private readonly byUser = new Map<string, UserRights>();
  private version = -1;

  constructor(store: Store, schema: Schema) {
    this.store = store;
    this.schema = schema;
  }

  /** @param extraSet permission set whose rights are added for one operation */
  of(userId: string, profileId: string, extraSet: string | null = null): UserRights {
    if (this.version !== this.store.setupVersion) {
      this.byUser.clear();
      this.version = this.store.setupVersion;
    }
    const key = `${userId}|${extraSet ?? ''}`;
    let rights = this.byUser.get(key);
    if (!rights) this.byUser.set(key, (rights = this.build(userId, profileId, extraSet)));
    return rights;
  }

  /** What one permission set grants; the one of a profile what the profile grants. */
  ofSet(id: string): UserRights {
    const grants = new Grants();
    const [profileId] = this.column('PermissionSet', 'ProfileId', 'Id', [id]);
    if (profileId) this.addProfile(grants, this.column('Profile', 'Name', 'Id', [profileId])[0] ?? '');
    this.addSet(grants, id);
    return new UserRights(grants);
  }

  private build(userId: string, profileId: string, extraSet: string | null): UserRights {
    const grants = new Grants();
    const [profileName] = this.column('Profile', 'Name', 'Id', [profileId]);
    this.addProfile(grants, profileName ?? '');
    const sets = this.permissionSets(userId, profileId);
    if (extraSet) sets.push(extraSet);
    for (const id of new Set(sets)) this.addSet(grants, id);
    return new UserRights(grants);
  }

  private addProfile(grants: Grants, name: string): void {
    if (name === 'System Administrator') grants.viewAllData = grants.modifyAllData = true;
    const fileName = name === 'Standard User' ? 'Standard' : name === 'System Administrator' ? 'Admin' : name;
    const profile = this.schema.project
      .of('Profile')
      .find((candidate) => decodeURIComponent(candidate.name) === fileName);
    if (profile) this.addDefinition(grants, profile.def);
    else grants.standard = STANDARD_PROFILES[name] ?? null;
  }

  /** Ids of the permission sets that apply to the user: the profile's own, assigned ones, those of groups. */
  private permissionSets(userId: string, profileId: string): string[] {
    const direct = this.column('PermissionSetAssignment', 'PermissionSetId', 'AssigneeId', [userId]);
    const groups = this.column('PermissionSetAssignment', 'PermissionSetGroupId', 'AssigneeId', [userId]);
    const grouped = this.column('PermissionSetGroupComponent', 'PermissionSetId', 'PermissionSetGroupId', groups);
    return [...this.column('PermissionSet', 'Id', 'ProfileId', [profileId]), ...direct, ...grouped];
  }

  private addSet(grants: Grants, id: string): void {
    const names = this.column('PermissionSet', 'Name', 'Id', [id]);
    for (const { name, def } of this.schema.project.of('PermissionSet'))
      if (names.includes(name)) this.addDefinition(grants, def);
    for (const [flag, right] of [
      ['PermissionsViewAllData', 'viewAllData'],
      ['PermissionsModifyAllData', 'modifyAllData'],
    ] as const) {
      if (this.rows('PermissionSet', [flag], 'Id', [id]).some((row) => row[0] === 1)) grants[right] = true;
    }
    const objectColumns = [
      'SobjectType',
      'PermissionsCreate',
      'PermissionsRead',
      'PermissionsEdit',
      'PermissionsDelete',
      'PermissionsViewAllRecords',
      'PermissionsModifyAllRecords',
    ];
    for (const [type, create, read, edit, remove, viewAll, modifyAll] of this.rows(
      'ObjectPermissions',
      objectColumns,
      'ParentId',
      [id],
    )) {
      const object = this.schema.resolveObject(String(type));
      if (object)
        grants.addObject(object, {
          create: create === 1,
          read: read === 1,
          edit: edit === 1,
          delete: remove === 1,
          viewAll: viewAll === 1,
          modifyAll: modifyAll === 1,
        });
    }
    for (const [name, read, edit] of this.rows(
      'FieldPermissions',
      ['Field', 'PermissionsRead', 'PermissionsEdit'],
      'ParentId',
      [id],
    )) {
      const field = this.fieldNamed(String(name));
      if (field) grants.addField(field, read === 1, edit === 1);
    }
  }

  private addDefinition(grants: Grants, def: Definition): void {
    for (const { object: name, ...rights } of def.objectPermissions) {
      const object = this.schema.resolveObject(name);
      if (!object) continue;
      grants.addObject(object, {
        create: rights.allowCreate,
        read: rights.allowRead,
        edit: rights.allowEdit,
        delete: rights.allowDelete,
        viewAll: rights.viewAllRecords,
        modifyAll: rights.modifyAllRecords,
        viewAllFields: rights.viewAllFields,
      });
    }
    for (const { field: name, readable, editable } of def.fieldPermissions) {
      const field = this.fieldNamed(name);
      if (field) grants.addField(field, readable, editable);
    }
    for (const { name, enabled } of def.userPermissions) {
      if (enabled && name === 'ViewAllData') grants.viewAllData = true;
      if (enabled && name === 'ModifyAllData') grants.viewAllData = grants.modifyAllData = true;
    }
  }

  private fieldNamed(path: string): FieldInfo | null {
    const at = path.indexOf('.');
    return this.schema.resolveObject(path.slice(0, at))?.resolveField(path.slice(at + 1)) ?? null;
  }

  private rows(object: string, columns: readonly string[], by: string, values: readonly string[]): unknown[][] {
    const info = this.schema.object(object);
    if (!info || !this.store.hasTable(object) || values.length === 0) return [];
    const table = this.store.table(info);
    const names = columns.map((name, i) => `${table.columns.get(name)?.quoted ?? 'NULL'} AS c${i}`).join(',');
    return this.store
      .statement(
        `SELECT ${names} FROM ${table.quoted} WHERE "${by}" IN (SELECT value FROM json_each(?)) AND "IsDeleted"=0`,
      )
      .all([JSON.stringify(values)]);
  }

  private column(object: string, column: string, by: string, values: readonly string[]): string[] {
    return this.rows(object, [column], by, values).flatMap(([value]) => (typeof value === 'string' ? [value] : []));
  }
}

/** What profiles and permission sets of the project say. */
interface Definition {
  objectPermissions: readonly {
    object: string;
    allowCreate: boolean;
    allowRead: boolean;
    allowEdit: boolean;
    allowDelete: boolean;
    viewAllRecords: boolean;
    modifyAllRecords: boolean;
    viewAllFields: boolean;
  }[];
  fieldPermissions: readonly { field: string; readable: boolean; editable: boolean }[];
  userPermissions: readonly { name: string; enabled: boolean }[];
}
