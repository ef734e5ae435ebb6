import type { UserContext } from '../../runtime/transaction.js';
import type { SchemaModel } from '../../schema/model.js';
import type { Store } from '../storage/store.js';
import { audienceOf } from './user-permissions.js';

/** A user as sharing sees one. */
export interface Principal {
  userId: string;
  guest: boolean;
  /** Portal and community users: external org-wide defaults apply. */
  external: boolean;
  /** Users and queues whose records this user owns or stands above, the user included. */
  owners: readonly string[];
  /** Users and groups whose shares count: the user, subordinates, and their groups. */
  grantees: readonly string[];
  /** The contact that an external user is; null for others. */
  contactId: string | null;
  /** Whether an external user has a place in the role hierarchy, as partners and "Plus" customers; others are many. */
  hasRoles: boolean;
  /** Name of the profile, in lower case. */
  profile: string;
  /** Developer names and kinds of groups and roles, as sharing rules name them: `group:Sales`, `role:CEO`, `allInternalUsers`. */
  labels: ReadonlySet<string>;
}

/** External user types that sharing rules reach, and the word that they use. */
const SHARED_TYPES: Readonly<Record<string, string>> = {
  PowerCustomerSuccess: 'allcustomerportalusers',
  CustomerSuccess: 'allcustomerportalusers',
  PowerPartner: 'allpartnerusers',
};

/** Resolves users to their groups and places in the role hierarchy. */
export class Principals {
  private readonly store: Store;
  private readonly schema: SchemaModel;
  private readonly known = new Map<string, Principal>();
  private version = -1;

  constructor(store: Store, schema: SchemaModel) {
    this.store = store;
    this.schema = schema;
  }

  of(user: UserContext): Principal {
    if (this.version !== this.store.setupVersion) {
      this.known.clear();
      this.version = this.store.setupVersion;
    }
    let principal = this.known.get(user.id);
    if (!principal) this.known.set(user.id, (principal = this.build(user)));
    return principal;
  }

  private build(user: UserContext): Principal {
    const audience = audienceOf(user.userType);
    const guest = audience === 'guest';
    const external = audience === 'external';
    const roles = this.rows('UserRole', ['Id', 'ParentRoleId', 'DeveloperName']);
    const below = user.roleId ? rolesBelow(user.roleId, roles) : new Set<string>();
    const subordinates =
      below.size === 0
        ? []
        : this.rows('User', ['Id', 'UserRoleId'])
            .filter(([, role]) => below.has(String(role)))
            .map(([id]) => String(id));
    const users = [user.id, ...subordinates];
    const groups = guest ? new Set<string>() : this.groupsOf(users, user.roleId, roles, !external);
    const labels = new Set<string>();
    for (const [id, name] of this.rows('Group', ['Id', 'DeveloperName']))
      if (groups.has(String(id))) labels.add(`group:${String(name).toLowerCase()}`);
    if (!guest && !external) labels.add('allinternalusers');
    const shared = SHARED_TYPES[user.userType];
    if (shared) labels.add(shared);
    const [profile] = this.rows('Profile', ['Id', 'Name']).filter(([id]) => id === user.profileId);
    const [contact] = external ? this.rows('User', ['Id', 'ContactId']).filter(([id]) => id === user.id) : [];
    for (const role of above(user.roleId, roles)) labels.add(`roleAndSubordinates:${role.name}`);
    const own = roles.find(([id]) => id === user.roleId);
    if (own) labels.add(`role:${String(own[2]).toLowerCase()}`);
    return {
      userId: user.id,
      guest,
      external,
      owners: guest ? [] : [...users, ...groups],
      // Guests get records by guest sharing rules alone: neither people nor Apex can share with them.
      grantees: guest ? [] : [...users, ...groups],
      contactId: (contact?.[1] as string | null | undefined) ?? null,
      hasRoles: shared !== undefined,
      profile: String(profile?.[1] ?? '').toLowerCase(),
      labels,
    };
  }

  /** Groups and queues of the users, nested ones and those that roles belong to. */
  private groupsOf(
    users: readonly string[],
    roleId: string | null,
    roles: readonly unknown[][],
    internal: boolean,
  ): Set<string> {
    const members = this.rows('GroupMember', ['GroupId', 'UserOrGroupId']);
    const groups = new Set<string>();
    const up = new Set(above(roleId, roles).map((role) => role.id));
    for (const [id, type, related] of this.rows('Group', ['Id', 'Type', 'RelatedId'])) {
      // "All Internal Users".
      if ((type === 'Organization' && internal) || (type === 'Role' && related === roleId && roleId !== null))
        groups.add(String(id));
      if ((type === 'RoleAndSubordinates' || type === 'RoleAndSubordinatesInternal') && up.has(String(related)))
        groups.add(String(id));
    }
    const queue = [...users, ...groups];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const [group, member] of members) {
        if (member !== next || groups.has(String(group))) continue;
        groups.add(String(group));
        queue.push(String(group));
      }
    }
    return groups;
  }

  private rows(object: string, columns: readonly string[]): unknown[][] {
    const info = this.schema.object(object);
    if (!info || !this.store.hasTable(object)) return [];
    const table = this.store.table(info);
    const names = columns.map((name, i) => `${table.columns.get(name)?.quoted ?? 'NULL'} AS c${i}`).join(',');
    return this.store.statement(`SELECT ${names} FROM ${table.quoted} WHERE "IsDeleted"=0`).all([]);
  }
}

/** Roles below a role, itself not included. */
function rolesBelow(roleId: string, roles: readonly unknown[][]): Set<string> {
  const below = new Set<string>();
  const queue = [roleId];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const [id, parent] of roles) {
      if (parent !== next || below.has(String(id))) continue;
      below.add(String(id));
      queue.push(String(id));
    }
  }
  return below;
}

/** A role and those above it. */
function above(roleId: string | null, roles: readonly unknown[][]): { id: string; name: string }[] {
  const result: { id: string; name: string }[] = [];
  for (let at = roleId; at !== null && result.every((role) => role.id !== at);) {
    const role = roles.find(([id]) => id === at);
    if (!role) break;
    result.push({ id: at, name: String(role[2]).toLowerCase() });
    at = (role[1] as string | null) ?? null;
  }
  return result;
}
