import { platformHost } from '../host.js';

interface UserKey {
  id: string;
  profileId: string;
}

/** The profile and permission set definitions of the project that apply to a user, groups resolved. */
function definitionsOf(user: UserKey) {
  const host = platformHost();
  const { project } = host;
  const names = new Set<string>();
  const addSet = (id: unknown) => {
    const [set] = id ? host.find('PermissionSet', { Id: id }) : [];
    if (set) names.add(String(set.f.Name).toLowerCase());
  };
  for (const { f } of host.find('PermissionSetAssignment', { AssigneeId: user.id })) {
    addSet(f.PermissionSetId);
    if (!f.PermissionSetGroupId) continue;
    for (const member of host.find('PermissionSetGroupComponent', { PermissionSetGroupId: f.PermissionSetGroupId })) addSet(member.f.PermissionSetId);
  }
  const profile = String(host.find('Profile', { Id: user.profileId })[0]?.f.Name ?? '').toLowerCase();
  return [
    ...project.of('PermissionSet').filter(({ name }) => names.has(name.toLowerCase())),
    ...project.of('Profile').filter(({ name }) => decodeURIComponent(name).toLowerCase() === profile),
  ].map(({ def }) => def);
}

/** A name without the project's namespace, in lower case. */
export function local(name: string): string {
  const { namespace } = platformHost().project;
  return name.replace(new RegExp(`^${namespace || '~'}__`, 'i'), '').toLowerCase();
}

/** Whether the profile or a permission set of the user grants a custom permission. */
export function hasCustomPermission(user: UserKey, name: string): boolean {
  const wanted = local(name);
  return definitionsOf(user).some((def) => def.customPermissions.some((permission) => permission.enabled && local(permission.name) === wanted));
}

/** Whether the user may call the `@AuraEnabled` and REST methods of a class. Administrators may call all. */
export function hasClassAccess(user: UserKey, className: string): boolean {
  const [profile] = platformHost().find('Profile', { Id: user.profileId });
  if (profile?.f.PermissionsAuthorApex === true || profile?.f.PermissionsModifyAllData === true) return true;
  const wanted = local(className.split('.')[0]);
  return definitionsOf(user).some((def) => def.classAccesses.some((access) => access.enabled && local(access.apexClass) === wanted));
}

export interface ObjectAccess {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
}

function isAdministrator(user: UserKey): boolean {
  return platformHost().find('Profile', { Id: user.profileId })[0]?.f.PermissionsModifyAllData === true;
}

/** What the profile and permission sets of a user allow on an object. */
export function objectAccess(user: UserKey, object: string): ObjectAccess {
  if (isAdministrator(user)) return { read: true, create: true, edit: true, delete: true };
  const wanted = local(object);
  const grants = definitionsOf(user).flatMap((def) => def.objectPermissions.filter((grant) => local(grant.object) === wanted));
  return {
    read: grants.some((grant) => grant.allowRead),
    create: grants.some((grant) => grant.allowCreate),
    edit: grants.some((grant) => grant.allowEdit),
    delete: grants.some((grant) => grant.allowDelete),
  };
}

/** Names of the object's fields that a user may read and edit, in lower case without namespace; null: all. */
export function fieldAccess(user: UserKey, object: string): { readable: Set<string>; editable: Set<string> } | null {
  if (isAdministrator(user)) return null;
  const wanted = local(object);
  const access = { readable: new Set<string>(), editable: new Set<string>() };
  for (const def of definitionsOf(user)) {
    for (const { field, readable, editable } of def.fieldPermissions) {
      const [owner, name] = field.split('.');
      if (local(owner) !== wanted) continue;
      if (readable || editable) access.readable.add(local(name));
      if (editable) access.editable.add(local(name));
    }
  }
  return access;
}
