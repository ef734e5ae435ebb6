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
function local(name: string): string {
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
