import { audienceOf } from '../../data/security/user-permissions.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { platformHost, type SitePages } from '../host.js';

/** The server's own pages, for sites that bring none. */
export const STANDARD_PAGES: SitePages = {
  login: '/login',
  forgotPassword: '/secur/forgotpassword',
  checkPassword: '/secur/checkpassword',
  selfRegister: '/SelfRegister',
  loginError: '/login',
};

export interface SiteRow {
  id: string;
  name: string;
  label: string;
  prefix: string | null;
  adminId: string | null;
  status: string;
}

/** Whether the transaction answers a page of the site. Tests and jobs never do, whoever runs them. */
export function inSite(): boolean {
  const { user, origin } = tx();
  if (origin.isTest || origin.async) return false;
  return origin.web?.site ?? audienceOf(user.userType) !== 'internal';
}

/** The site whose page the transaction answers, or null: outside of sites `Site.*` answers null. */
export function currentSite(): SiteRow | null {
  if (!inSite()) return null;
  const [row] = platformHost().find('Site', {});
  if (!row) return null;
  const { f } = row;
  return {
    id: row.id!,
    name: f.Name as string,
    label: f.MasterLabel as string,
    prefix: f.UrlPathPrefix as string | null,
    adminId: f.AdminId as string | null,
    status: f.Status as string,
  };
}

/** The org's Experience Cloud site; null when it has none. */
export const network = (): SObjectValue | null => platformHost().find('Network', {})[0] ?? null;

/** What the site's metadata says. */
export const networkDef = () => platformHost().project.of('Network')[0]?.def ?? null;

/**
 * Whether a user is a member of the site: by the profile or a permission set that the site lists. A site that lists
 * none is open to all customers and partners.
 * @see https://help.salesforce.com/s/articleView?id=sf.networks_add_groups.htm
 */
export function isMember(user: SObjectValue): boolean {
  const host = platformHost();
  const parents = new Set(host.find('NetworkMemberGroup', {}).map(({ f }) => f.ParentId));
  if (!parents.size) return audienceOf(String(user.f.UserType)) === 'external';
  if (parents.has(user.f.ProfileId)) return true;
  return host
    .find('PermissionSetAssignment', { AssigneeId: user.id })
    .some(({ f }) => parents.has(f.PermissionSetId) || parents.has(f.PermissionSetGroupId));
}

/** Notes that a user is a member: the row that `NetworkMember` queries find. */
export function ensureMemberRow(userId: string): void {
  const host = platformHost();
  const NetworkId = network()?.id;
  if (!NetworkId || host.find('NetworkMember', { MemberId: userId }).length) return;
  host.insertRow('NetworkMember', { NetworkId, MemberId: userId });
}

/** Whether a user may sign in at the site's own page: members, and employees where the site lets them. */
export function maySignInAtSite(user: SObjectValue): boolean {
  if (!isMember(user)) return false;
  return audienceOf(String(user.f.UserType)) !== 'internal' || networkDef()?.allowInternalUserLogin === true;
}

/**
 * An address that is followed after sign-in: a path of this server, read as browsers read it.
 * @returns `otherwise` for one that leads elsewhere
 */
export function localPath(value: string | null | undefined, otherwise: string): string {
  const base = 'http://localhost';
  if (!value?.startsWith('/') || value.length > MAX_PATH || !URL.canParse(value, base)) return otherwise;
  const { origin, pathname, search, hash } = new URL(value, base);
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : otherwise;
}

/** Longest path that is followed, in characters. */
const MAX_PATH = 2000;

/** The same for a path or an address of the org itself, as `Site.login` is given either. */
export function ownPath(value: string | null | undefined, otherwise: string): string {
  const { baseUrl } = tx().origin;
  const path = value?.startsWith(`${baseUrl}/`) ? value.slice(baseUrl.length) : value;
  return localPath(path, otherwise);
}
