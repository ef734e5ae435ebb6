import type { ComponentDefs, Schema } from '../../schema/index.js';
import type { PlatformRows } from '../rows.js';
import { ensureProfile } from './standard.js';

type NetworkDef = ComponentDefs['Network'];

/** The administrator of a fresh org, who has no password until one is set (`org/admin-password.ts`). */
export const ADMIN = {
  username: 'admin@orglet.localhost',
  email: 'admin@orglet.localhost',
};

const DEFAULTS = {
  TimeZoneSidKey: 'America/Los_Angeles',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
  IsActive: true,
};

/** The org's row and its first users. */
export function seedOrganization(rows: PlatformRows): void {
  rows.insert('Organization', {
    Name: 'Orglet',
    OrganizationType: 'Developer Edition',
    IsSandbox: false,
    InstanceName: 'ORGLET',
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: DEFAULTS.TimeZoneSidKey,
    FiscalYearStartMonth: 1,
    TrialExpirationDate: null,
  });
  const profileId = ensureProfile(rows, 'System Administrator', 'Salesforce', 'Standard');
  const adminId = rows.insert('User', {
    ...DEFAULTS,
    Username: ADMIN.username,
    Email: ADMIN.email,
    FirstName: 'Ada',
    LastName: 'Admin',
    Name: 'Ada Admin',
    Alias: 'aadmin',
    ProfileId: profileId,
    UserType: 'Standard',
    UserPermissionsMarketingUser: true,
    UserPermissionsSupportUser: true,
    UserPermissionsKnowledgeUser: true,
    UserPermissionsInteractionUser: true,
    UserPermissionsSFContentUser: true,
    CommunityNickname: 'admin',
  });
  rows.ownerId = adminId;
  rows.insert('User', {
    ...DEFAULTS,
    Username: 'autoproc@orglet.localhost',
    Email: 'autoproc@orglet.localhost',
    FirstName: 'Automated',
    LastName: 'Process',
    Name: 'Automated Process',
    Alias: 'autoproc',
    UserType: 'AutomatedProcess',
    ProfileId: profileId,
  });
}

/** Site, network and guest user of the project's Experience Cloud site; of a site named `Site` when the project has none. */
export function ensureSite({ project }: Schema, rows: PlatformRows): void {
  const [site] = project.of('CustomSite');
  const [network] = project.of('Network');
  const name = site?.name ?? network?.name ?? 'Site';
  const label = site?.def.masterLabel ?? network?.name ?? name;
  const profileName = site?.def.guestProfile ?? `${label} Profile`;
  const profileId = ensureProfile(rows, profileName, 'Guest User License', 'Guest');
  const username = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}@guest.orglet.localhost`;
  const userId = rows.ensure(
    'User',
    { Username: username },
    {
      ...DEFAULTS,
      Email: username,
      LastName: `${label} Site Guest User`,
      Name: `${label} Site Guest User`,
      Alias: 'guest',
      ProfileId: profileId,
      UserType: 'Guest',
    },
  );
  const prefix = network?.def.urlPathPrefix ?? site?.def.urlPathPrefix ?? '';
  rows.ensure(
    'Site',
    { Name: name },
    {
      MasterLabel: label,
      Subdomain: 'orglet',
      UrlPathPrefix: prefix,
      Status: 'Active',
      SiteType: 'ChatterNetwork',
      GuestUserId: userId,
      AdminId: rows.ownerId,
    },
  );
  const selfRegProfile = network?.def.selfRegProfile ? profileNamed(rows, network.def.selfRegProfile) : null;
  const networkId = rows.ensure(
    'Network',
    { Name: label },
    {
      Status: 'Live',
      UrlPathPrefix: prefix,
      OptionsGuestChatterEnabled: true,
      OptionsSelfRegistrationEnabled: network?.def.selfRegistration ?? true,
      OptionsAllowInternalUserLogin: network?.def.allowInternalUserLogin ?? false,
      OptionsSendWelcomeEmail: network?.def.sendWelcomeEmail ?? false,
      SelfRegProfileId: selfRegProfile,
      EmailSenderAddress: network?.def.emailSenderAddress,
      EmailSenderName: network?.def.emailSenderName,
    },
  );
  if (network) ensureMembers(rows, networkId, network.def.networkMemberGroups);
}

/** Brings the profiles and permission sets whose users are members up to what the metadata lists. */
function ensureMembers(rows: PlatformRows, NetworkId: string, groups: NetworkDef['networkMemberGroups']): void {
  const wanted = [
    ...(groups?.profile ?? []).map((name) => profileNamed(rows, name)),
    ...(groups?.permissionSet ?? []).map((name) => rows.find('PermissionSet', { Name: name })[0]?.id ?? null),
  ].filter((id): id is string => id !== null);
  for (const ParentId of wanted)
    rows.ensure('NetworkMemberGroup', { NetworkId, ParentId }, { AssignmentStatus: 'AddCompleted' });
  for (const row of rows.find('NetworkMemberGroup', { NetworkId }))
    if (!wanted.includes(row.f.ParentId as string)) rows.delete('NetworkMemberGroup', row.id!);
}

/** A profile by the name that metadata gives it, whatever its case. */
function profileNamed(rows: PlatformRows, name: string): string | null {
  const file = decodeURIComponent(name);
  const names: Record<string, string> = { admin: 'System Administrator', standard: 'Standard User' };
  return rows.find('Profile', { Name: names[file.toLowerCase()] ?? file })[0]?.id ?? null;
}
