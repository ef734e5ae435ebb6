/**
 * User permissions: what people may do besides what objects and fields grant, as metadata and the `Permissions…`
 * fields of PermissionSet name them. Only those that Orglet asks for are here.
 */
export const USER_PERMISSIONS = [
  'ApiEnabled',
  'AssignPermissionSets',
  'AuthorApex',
  'CustomizeApplication',
  'EditPublicTemplates',
  'ManageInternalUsers',
  'ManageProfilesPermissionsets',
  'ManageRoles',
  'ManageSessionPermissionSets',
  'ManageSharing',
  'ManageUsers',
  'ModifyAllData',
  'ViewAllData',
  'ViewAllUsers',
  'ViewRoles',
  'ViewSetup',
] as const;

export type UserPermission = (typeof USER_PERMISSIONS)[number];

const KNOWN: ReadonlySet<string> = new Set(USER_PERMISSIONS);

export const isUserPermission = (name: string): name is UserPermission => KNOWN.has(name);

/** What a permission brings along: profiles and permission sets cannot have the first without the others. */
export const IMPLIED: Readonly<Partial<Record<UserPermission, readonly UserPermission[]>>> = {
  CustomizeApplication: ['ViewSetup', 'ViewRoles'],
  ManageRoles: ['ViewRoles', 'ViewSetup'],
  ManageSharing: ['ViewRoles', 'ViewSetup'],
  ManageUsers: [
    'AssignPermissionSets',
    'ManageInternalUsers',
    'ManageProfilesPermissionsets',
    'ManageRoles',
    'ManageSharing',
    'ViewAllUsers',
    'ViewRoles',
    'ViewSetup',
  ],
  ManageInternalUsers: ['ViewAllUsers', 'ViewSetup'],
  AssignPermissionSets: ['ViewSetup'],
  ManageProfilesPermissionsets: ['ViewSetup'],
  ModifyAllData: ['ViewAllData'],
};

/**
 * User permissions of the standard profiles, which no administrator can change. Profiles that are not here have none:
 * "Minimum Access", those of external licences, those of guests.
 * @see https://help.salesforce.com/s/articleView?id=platform.standard_profiles.htm&type=5
 */
export const STANDARD_PROFILE_PERMISSIONS: Readonly<Record<string, readonly UserPermission[]>> = {
  'System Administrator': USER_PERMISSIONS,
  // "… and view the org's setup."
  'Standard User': ['ApiEnabled', 'ViewRoles', 'ViewSetup'],
  'Marketing User': ['ApiEnabled', 'ViewRoles', 'ViewSetup'],
  'Contract Manager': ['ApiEnabled', 'ViewRoles', 'ViewSetup'],
  'Solution Manager': ['ApiEnabled', 'ViewRoles', 'ViewSetup'],
  'Read Only': ['ApiEnabled', 'ViewRoles', 'ViewSetup'],
  'Standard Platform User': ['ApiEnabled', 'ViewRoles', 'ViewSetup'],
};

/** Who a user is to the org, from the licence: an employee, a customer or partner of a site, or a site's visitor. */
export type Audience = 'internal' | 'external' | 'guest';

const INTERNAL_TYPES = new Set(['Standard', 'AutomatedProcess', 'CloudIntegrationUser']);

/** @param userType `UserType` of a user or profile */
export function audienceOf(userType: string): Audience {
  if (userType === 'Guest') return 'guest';
  return INTERNAL_TYPES.has(userType) ? 'internal' : 'external';
}
