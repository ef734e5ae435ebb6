import { FULL_PROFILES } from '../../data/security/standard-objects.js';
import { platformHost, type PlatformHost } from '../host.js';

interface UserKey {
  id: string;
  profileId: string;
}

/** What a user is granted, names in lower case without the namespace. */
interface Grants {
  classes: Set<string>;
  customPermissions: Set<string>;
  /** What profile and permission sets say of each tab. */
  tabs: Map<string, Set<string>>;
  profile: string;
}

/** Whether a tab stands in its apps, is found by who looks for it, or is not there for the user. */
export type TabVisibility = 'visible' | 'available' | 'hidden';

const ADMINISTRATOR = 'system administrator';
const FULL = new Set([ADMINISTRATOR, ...Object.keys(FULL_PROFILES).map((name) => name.toLowerCase())]);

const known = new WeakMap<PlatformHost, { version: number; grants: Map<string, Grants> }>();

/** The grants of a user's profile and permission sets, groups resolved; remembered until permissions change. */
function grantsOf(user: UserKey): Grants {
  const host = platformHost();
  const version = host.setupVersion();
  let cache = known.get(host);
  if (cache?.version !== version) known.set(host, (cache = { version, grants: new Map() }));
  let grants = cache.grants.get(user.id);
  if (!grants) cache.grants.set(user.id, (grants = readGrants(host, user)));
  return grants;
}

function readGrants(host: PlatformHost, user: UserKey): Grants {
  const { project } = host;
  const names = new Set<string>();
  const addSet = (id: unknown) => {
    const [set] = id ? host.find('PermissionSet', { Id: id }) : [];
    if (set) names.add(String(set.f.Name).toLowerCase());
  };
  for (const { f } of host.find('PermissionSetAssignment', { AssigneeId: user.id })) {
    addSet(f.PermissionSetId);
    if (!f.PermissionSetGroupId) continue;
    for (const member of host.find('PermissionSetGroupComponent', { PermissionSetGroupId: f.PermissionSetGroupId }))
      addSet(member.f.PermissionSetId);
  }
  const [row] = host.find('Profile', { Id: user.profileId });
  const profile = String(row?.f.Name ?? '').toLowerCase();
  const definitions = [
    ...project.of('PermissionSet').filter(({ name }) => names.has(name.toLowerCase())),
    ...project.of('Profile').filter(({ name }) => decodeURIComponent(name).toLowerCase() === profile),
  ].map(({ def }) => def);
  return {
    classes: new Set(
      definitions.flatMap((def) =>
        def.classAccesses.filter(({ enabled }) => enabled).map(({ apexClass }) => local(apexClass)),
      ),
    ),
    customPermissions: new Set(
      definitions.flatMap((def) =>
        def.customPermissions.filter(({ enabled }) => enabled).map(({ name }) => local(name)),
      ),
    ),
    tabs: saidOfTabs(definitions),
    profile,
  };
}

function saidOfTabs(
  definitions: readonly Record<'tabSettings' | 'tabVisibilities', readonly { tab: string; visibility: string }[]>[],
): Map<string, Set<string>> {
  const said = new Map<string, Set<string>>();
  for (const { tab, visibility } of definitions.flatMap((def) => [...def.tabSettings, ...def.tabVisibilities])) {
    const name = local(tab);
    said.set(name, (said.get(name) ?? new Set()).add(visibility));
  }
  return said;
}

/** A name without the project's namespace, in lower case. */
function local(name: string): string {
  const { namespace } = platformHost().project;
  return name.replace(new RegExp(`^${namespace || '~'}__`, 'i'), '').toLowerCase();
}

/** Whether the profile or a permission set of the user grants a custom permission. */
export function hasCustomPermission(user: UserKey, name: string): boolean {
  return grantsOf(user).customPermissions.has(local(name));
}

/** Whether profile or permission sets grant the user the `@AuraEnabled` and REST methods of a class. */
export function hasClassAccess(user: UserKey, className: string): boolean {
  return grantsOf(user).classes.has(local(className.split('.')[0]));
}

/**
 * What the user finds of a tab: the most that profile and permission sets say. Where they say nothing, standard profiles of full
 * licences have the standard tabs, and administrators, who install packages, the custom ones besides.
 * @see https://help.salesforce.com/s/articleView?id=platform.permissions_tab_settings.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm (PermissionSetTabSetting)
 */
export function tabVisibility(user: UserKey, tab: string, isStandard: boolean): TabVisibility {
  const { tabs, profile } = grantsOf(user);
  const said = tabs.get(local(tab)) ?? new Set<string>();
  if (said.has('Visible') || said.has('DefaultOn')) return 'visible';
  if (said.has('Available') || said.has('DefaultOff')) return 'available';
  const isGiven = profile === ADMINISTRATOR || (isStandard && FULL.has(profile));
  return isGiven && !said.has('Hidden') ? 'visible' : 'hidden';
}
