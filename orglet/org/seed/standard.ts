import type { PlatformRows } from '../rows.js';

/** Rows that every org has from its first day. */

/** Profiles by name with the licence that their users have and the user type that comes with it. */
export const STANDARD_PROFILES: readonly { name: string; license: string; userType: string }[] = [
  { name: 'System Administrator', license: 'Salesforce', userType: 'Standard' },
  { name: 'Standard User', license: 'Salesforce', userType: 'Standard' },
  { name: 'Minimum Access - Salesforce', license: 'Salesforce', userType: 'Standard' },
  { name: 'Read Only', license: 'Salesforce', userType: 'Standard' },
  { name: 'Marketing User', license: 'Salesforce', userType: 'Standard' },
  { name: 'Contract Manager', license: 'Salesforce', userType: 'Standard' },
  { name: 'Solution Manager', license: 'Salesforce', userType: 'Standard' },
  { name: 'Standard Platform User', license: 'Salesforce Platform', userType: 'Standard' },
  { name: 'Chatter Free User', license: 'Chatter Free', userType: 'CsnOnly' },
  { name: 'Customer Community User', license: 'Customer Community', userType: 'CspLitePortal' },
  { name: 'Customer Community Plus User', license: 'Customer Community Plus', userType: 'PowerCustomerSuccess' },
  { name: 'Customer Community Login User', license: 'Customer Community Login', userType: 'CspLitePortal' },
  { name: 'Partner Community User', license: 'Partner Community', userType: 'PowerPartner' },
  { name: 'External Identity User', license: 'External Identity', userType: 'CspLitePortal' },
];

const LICENSE_KEYS: Record<string, string> = {
  Salesforce: 'SFDC',
  'Salesforce Platform': 'AUL',
  'Chatter Free': 'CSN_User',
  'Customer Community': 'PID_Customer_Community',
  'Customer Community Plus': 'PID_Customer_Community_Plus',
  'Customer Community Login': 'PID_Customer_Community_Login',
  'Partner Community': 'PID_Partner_Community',
  'External Identity': 'PID_External_Identity',
  'Guest User License': 'PID_Guest_User',
};

export function ensureLicense(rows: PlatformRows, name: string): string {
  const key = LICENSE_KEYS[name] ?? name.replace(/\W/g, '_');
  return rows.ensure(
    'UserLicense',
    { Name: name },
    { LicenseDefinitionKey: key, MasterLabel: name, Status: 'Active', TotalLicenses: 100, UsedLicenses: 0 },
  );
}

/** A profile and the permission set that belongs to it. */
export function ensureProfile(rows: PlatformRows, name: string, license: string, userType: string): string {
  const id = rows.ensure(
    'Profile',
    { Name: name },
    { UserLicenseId: ensureLicense(rows, license), UserType: userType },
  );
  const isAdmin = name === 'System Administrator';
  const own = {
    PermissionsModifyAllData: isAdmin,
    PermissionsViewAllData: isAdmin,
    PermissionsAuthorApex: isAdmin,
    PermissionsManageUsers: isAdmin,
    PermissionsCustomizeApplication: isAdmin,
  };
  // What standard profiles of full licences grant besides.
  const isEditor = license === 'Salesforce' && !/^(Minimum Access|Read Only)/.test(name);
  rows.update('Profile', id, {
    ...(isAdmin ? own : {}),
    PermissionsMassInlineEdit: isEditor,
    PermissionsSubmitMacrosAllowed: isEditor,
  });
  rows.ensure(
    'PermissionSet',
    { ProfileId: id },
    { Name: `X${id}`, Label: `X${id}`, IsOwnedByProfile: true, IsCustom: false, Type: 'Profile', ...own },
  );
  return id;
}

const ORDER_STATUSES = [
  { label: 'Draft', code: 'Draft', isDefault: true },
  { label: 'Activated', code: 'Activated', isDefault: false },
];
const STAGES: readonly [name: string, probability: number, closed: boolean, won: boolean, category: string][] = [
  ['Prospecting', 10, false, false, 'Pipeline'],
  ['Qualification', 10, false, false, 'Pipeline'],
  ['Needs Analysis', 20, false, false, 'Pipeline'],
  ['Value Proposition', 50, false, false, 'Pipeline'],
  ['Id. Decision Makers', 60, false, false, 'Pipeline'],
  ['Perception Analysis', 70, false, false, 'Pipeline'],
  ['Proposal/Price Quote', 75, false, false, 'Pipeline'],
  ['Negotiation/Review', 90, false, false, 'Pipeline'],
  ['Closed Won', 100, true, true, 'Closed'],
  ['Closed Lost', 0, true, false, 'Omitted'],
];

/** Status rows, the standard price book, business hours: what queries expect to find. */
export function seedStandardRows(rows: PlatformRows): void {
  const list = (object: string, labels: readonly [label: string, more?: Record<string, unknown>][]) =>
    labels.forEach(([label, more], index) =>
      rows.insert(object, {
        MasterLabel: label,
        ApiName: label,
        SortOrder: index + 1,
        IsDefault: index === 0,
        ...more,
      }),
    );
  if (rows.has('OrderStatus'))
    ORDER_STATUSES.forEach(({ label, code, isDefault }, index) =>
      rows.insert('OrderStatus', {
        MasterLabel: label,
        ApiName: label,
        StatusCode: code,
        IsDefault: isDefault,
        SortOrder: index + 1,
      }),
    );
  list('ContractStatus', [
    ['In Approval Process', { StatusCode: 'InApproval' }],
    ['Activated', { StatusCode: 'Activated' }],
    ['Draft', { StatusCode: 'Draft', IsDefault: true }],
  ]);
  list('CaseStatus', [
    ['New', { IsClosed: false }],
    ['Working', { IsClosed: false }],
    ['Escalated', { IsClosed: false }],
    ['Closed', { IsClosed: true }],
  ]);
  list('LeadStatus', [
    ['Open - Not Contacted', { IsConverted: false }],
    ['Working - Contacted', { IsConverted: false }],
    ['Closed - Converted', { IsConverted: true }],
    ['Closed - Not Converted', { IsConverted: false }],
  ]);
  list('TaskStatus', [
    ['Not Started', { IsClosed: false }],
    ['In Progress', { IsClosed: false }],
    ['Completed', { IsClosed: true }],
    ['Waiting on someone else', { IsClosed: false }],
    ['Deferred', { IsClosed: false }],
  ]);
  list('TaskPriority', [
    ['High', { IsHighPriority: true, IsDefault: false }],
    ['Normal', { IsDefault: true }],
    ['Low'],
  ]);
  STAGES.forEach(([name, probability, closed, won, category], index) =>
    rows.insert('OpportunityStage', {
      MasterLabel: name,
      ApiName: name,
      IsActive: true,
      SortOrder: index + 1,
      DefaultProbability: probability,
      IsClosed: closed,
      IsWon: won,
      ForecastCategory: category,
      ForecastCategoryName: category,
    }),
  );
  rows.insert('Pricebook2', { Name: 'Standard Price Book', IsStandard: true, IsActive: true });
  rows.insert('BusinessHours', {
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: 'America/Los_Angeles',
  });
}
