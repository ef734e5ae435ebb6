import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Schema } from '../../schema/index.js';
import type { UserContext } from '../../runtime/transaction.js';
import type { Store } from '../storage/store.js';
import { isOneOf, mayEditField, SETUP_OBJECTS, type Person, type SetupAccess } from './setup-objects.js';
import {
  EVERYDAY_OBJECTS,
  FOLLOWERS,
  FULL_PROFILES,
  STANDARD_PROFILE_OBJECTS,
  type Letters,
} from './standard-objects.js';
import {
  audienceOf,
  IMPLIED,
  isUserPermission,
  STANDARD_PROFILE_PERMISSIONS,
  USER_PERMISSIONS,
  type Audience,
  type UserPermission,
} from './user-permissions.js';

/** Rights on an object, each implying what it needs (edit implies read). */
export interface ObjectRights {
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
  /** Read access to every field of the object. */
  readonly viewAllFields: boolean;
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
const READ: ObjectRights = { ...NONE, read: true };
/** Shares are there for who has access to the object, and written by who has full access to the record; see `Security`. */
const SHARES: ObjectRights = { ...NONE, create: true, read: true, edit: true, delete: true };

/** Company data of Data.com, which no profile sees until an administrator opens it. */
const HIDDEN_FIELDS = new Set([
  'Account.DunsNumber',
  'Account.Tradestyle',
  'Account.NaicsCode',
  'Account.NaicsDesc',
  'Account.YearStarted',
  'Lead.CompanyDunsNumber',
]);

/** Rights of one user, of profile, permission sets and licence together. */
export class UserRights implements Person {
  readonly audience: Audience;
  readonly permissions: ReadonlySet<UserPermission>;
  private readonly objects: ReadonlyMap<string, ObjectRights>;
  private readonly fields: ReadonlyMap<string, { read: boolean; edit: boolean }>;
  /** Name of a standard profile that the project does not describe. */
  private readonly standardProfile: string | null;
  private readonly objectNamed: (name: string) => ObjectInfo | undefined;
  private readonly known = new WeakMap<ObjectInfo, ObjectRights>();

  /** @param objectNamed the org's objects */
  constructor(grants: Grants, audience: Audience, objectNamed: (name: string) => ObjectInfo | undefined) {
    this.objectNamed = objectNamed;
    this.audience = audience;
    // No licence of a site's user includes any of them, whatever a permission set says.
    this.permissions = audience === 'internal' ? grants.permissions : new Set();
    this.objects = grants.objects;
    this.fields = grants.fields;
    this.standardProfile = grants.standardProfile;
  }

  get viewAllData(): boolean {
    return this.permissions.has('ViewAllData');
  }

  get modifyAllData(): boolean {
    return this.permissions.has('ModifyAllData');
  }

  /** Whether nothing is closed to the user that is open to anybody. */
  get unrestricted(): boolean {
    return this.permissions.size === USER_PERMISSIONS.length;
  }

  object(object: ObjectInfo): ObjectRights {
    let rights = this.known.get(object);
    if (!rights) this.known.set(object, (rights = this.build(object)));
    return rights;
  }

  private build(object: ObjectInfo): ObjectRights {
    const rights = this.ofKind(object);
    // Guests create and read; what they created is no longer theirs.
    return this.audience === 'guest' && (rights.edit || rights.delete || rights.viewAll)
      ? { ...rights, edit: false, delete: false, viewAll: false, modifyAll: false }
      : rights;
  }

  private ofKind(object: ObjectInfo): ObjectRights {
    const setup = setupAccess(object);
    if (setup) {
      return {
        ...NONE,
        read: isOneOf(setup.read, this),
        create: isOneOf(setup.create, this),
        edit: isOneOf(setup.edit, this),
        delete: isOneOf(setup.delete, this),
      };
    }
    if (this.modifyAllData) return ALL;
    switch (object.kind) {
      case 'customMetadata':
      case 'customSetting':
        return READ;
      case 'share':
        return this.audience === 'internal' && this.ofAssociated(object).read ? SHARES : NONE;
      case 'history':
      case 'feed':
        return this.ofAssociated(object).read ? READ : NONE;
      default:
        return this.ofRecords(object);
    }
  }

  /** Rights on the object whose history, feed or shares these are. */
  ofAssociated(object: ObjectInfo): ObjectRights {
    const name = object.associatedObject;
    const info = name ? this.objectNamed(name) : undefined;
    return info ? this.object(info) : NONE;
  }

  private ofRecords(object: ObjectInfo): ObjectRights {
    const parent = FOLLOWERS[object.name];
    let rights = this.granted(object.name);
    if (parent) {
      const of = this.granted(parent);
      rights = union(rights, { ...NONE, read: of.read, create: of.edit, edit: of.edit, delete: of.edit });
    }
    return this.viewAllData ? { ...rights, read: true, viewAll: true } : rights;
  }

  /** What profile and permission sets say of an object. */
  private granted(object: string): ObjectRights {
    const granted = this.objects.get(object) ?? NONE;
    const profile = this.standardProfile;
    if (profile === null) return granted;
    const letters =
      STANDARD_PROFILE_OBJECTS[profile]?.[object] ??
      (EVERYDAY_OBJECTS.has(object) ? FULL_PROFILES[profile]?.everyday : undefined);
    return letters === undefined ? granted : union(granted, rightsOf(letters));
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
    const setup = setupAccess(field.object);
    if (setup && !field.custom) return right === 'read' || mayEditField(setup, field.name, this);
    if (this.modifyAllData || !field.permissionable) return true;
    const object = this.object(field.object);
    // Shares, history and feeds have no field permissions.
    if (field.object.associatedObject !== null) return right === 'read' || object.edit;
    if (
      this.standardProfile !== null &&
      this.standardProfile in FULL_PROFILES &&
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

/** The row of the table of set-up objects that stands for the object, or null. */
const setupAccess = (object: ObjectInfo): SetupAccess | null =>
  object.kind === 'standard' && Object.hasOwn(SETUP_OBJECTS, object.name) ? SETUP_OBJECTS[object.name]! : null;

const rightsOf = (letters: Letters): ObjectRights => ({
  ...NONE,
  read: letters.includes('r'),
  create: letters.includes('c'),
  edit: letters.includes('e'),
  delete: letters.includes('d'),
});

const union = (a: ObjectRights, b: ObjectRights): ObjectRights => ({ ...a, ...truthy(b) });

const truthy = (rights: Partial<ObjectRights>): Partial<ObjectRights> =>
  Object.fromEntries(Object.entries(rights).filter(([, value]) => value));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Grants {
  permissions = new Set<UserPermission>();
  objects = new Map<string, ObjectRights>();
  fields = new Map<string, { read: boolean; edit: boolean }>();
  standardProfile: string | null = null;

  addPermission(permission: UserPermission): void {
    if (this.permissions.has(permission)) return;
    this.permissions.add(permission);
    for (const implied of IMPLIED[permission] ?? []) this.addPermission(implied);
  }

  addObject(object: ObjectInfo, granted: Partial<ObjectRights>): void {
    const rights: Mutable<ObjectRights> = { ...(this.objects.get(object.name) ?? NONE), ...truthy(granted) };
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
  private readonly objectNamed = (name: string) => this.schema.object(name);
  private version = -1;

  constructor(store: Store, schema: Schema) {
    this.store = store;
    this.schema = schema;
  }

  /** @param extraSet permission set whose rights are added for one operation */
  of(user: Pick<UserContext, 'id' | 'profileId' | 'userType'>, extraSet: string | null = null): UserRights {
    if (this.version !== this.store.setupVersion) {
      this.byUser.clear();
      this.version = this.store.setupVersion;
    }
    const key = `${user.id}|${extraSet ?? ''}`;
    let rights = this.byUser.get(key);
    if (!rights) this.byUser.set(key, (rights = this.build(user, extraSet)));
    return rights;
  }

  /** What one permission set grants; the one of a profile what the profile grants. */
  ofSet(id: string): UserRights {
    const grants = new Grants();
    const [profileId] = this.column('PermissionSet', 'ProfileId', 'Id', [id]);
    if (profileId) this.addProfile(grants, this.column('Profile', 'Name', 'Id', [profileId])[0] ?? '');
    this.addSet(grants, id);
    return new UserRights(grants, 'internal', this.objectNamed);
  }

  private build(
    { id, profileId, userType }: Pick<UserContext, 'id' | 'profileId' | 'userType'>,
    extraSet: string | null,
  ): UserRights {
    const grants = new Grants();
    const [profileName] = this.column('Profile', 'Name', 'Id', [profileId]);
    this.addProfile(grants, profileName ?? '');
    const sets = this.permissionSets(id, profileId);
    if (extraSet) sets.push(extraSet);
    for (const set of new Set(sets)) this.addSet(grants, set);
    return new UserRights(grants, audienceOf(userType), this.objectNamed);
  }

  private addProfile(grants: Grants, name: string): void {
    for (const permission of STANDARD_PROFILE_PERMISSIONS[name] ?? []) grants.addPermission(permission);
    const fileName = name === 'Standard User' ? 'Standard' : name === 'System Administrator' ? 'Admin' : name;
    const profile = this.schema.project
      .of('Profile')
      .find((candidate) => decodeURIComponent(candidate.name) === fileName);
    if (profile) this.addDefinition(grants, profile.def);
    else if (name in STANDARD_PROFILE_OBJECTS) grants.standardProfile = name;
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
    const flags = USER_PERMISSIONS.map((permission) => `Permissions${permission}`);
    for (const row of this.rows('PermissionSet', flags, 'Id', [id]))
      row.forEach((value, i) => value === 1 && grants.addPermission(USER_PERMISSIONS[i]!));
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
    for (const { name, enabled } of def.userPermissions)
      if (enabled && isUserPermission(name)) grants.addPermission(name);
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
