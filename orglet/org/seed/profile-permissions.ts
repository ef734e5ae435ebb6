import type { PlatformRows } from '../rows.js';

/** Object permissions of the standard profiles. Source: Salesforce Help, "Standard Profiles". */

/** Object → letters: r read, c create, e edit, d delete. */
type Permissions = Readonly<Record<string, string>>;

const STANDARD_USER: Permissions = {
  Account: 'rced',
  Asset: 'rced',
  Campaign: 'r',
  Case: 'rce',
  Contact: 'rced',
  Contract: 'rced',
  Document: 'r',
  Idea: 'rc',
  Individual: 'rced',
  Lead: 'rced',
  Opportunity: 'rced',
  Order: 'rced',
  Pricebook2: 'r',
  Product2: 'r',
  Quote: 'rced',
  Solution: 'r',
  WorkOrder: 'rced',
};
const all = (letters: string): Permissions =>
  Object.fromEntries(Object.keys(STANDARD_USER).map((object) => [object, letters]));
const CUSTOMER: Permissions = { Account: 'r', Asset: 'r', Case: 'rce', Contact: 'rce', Order: 'r', Product2: 'r' };

const PROFILES: Readonly<Record<string, Permissions>> = {
  'System Administrator': all('rced'),
  'Standard User': STANDARD_USER,
  'Read Only': all('r'),
  'Marketing User': { ...STANDARD_USER, Campaign: 'rced', Document: 'rced' },
  'Contract Manager': STANDARD_USER,
  'Solution Manager': { ...STANDARD_USER, Solution: 'rced', Case: 'rced' },
  'Standard Platform User': {
    Account: 'rced',
    Contact: 'rced',
    Document: 'r',
    Individual: 'rced',
    Pricebook2: 'r',
    Product2: 'r',
  },
  'Customer Community User': CUSTOMER,
  'Customer Community Login User': CUSTOMER,
  'Customer Community Plus User': { ...CUSTOMER, Contract: 'r' },
  'Partner Community User': {
    ...CUSTOMER,
    Account: 'rce',
    Contract: 'r',
    Lead: 'rce',
    Opportunity: 'rce',
    Pricebook2: 'r',
  },
};

/** Writes the permissions of standard profiles to the permission sets that belong to them. */
export function seedProfilePermissions(rows: PlatformRows): void {
  for (const [profile, permissions] of Object.entries(PROFILES)) {
    const [found] = rows.find('Profile', { Name: profile });
    const [set] = found ? rows.find('PermissionSet', { ProfileId: found.id }) : [];
    if (!set) continue;
    const admin = profile === 'System Administrator';
    for (const [SobjectType, letters] of Object.entries(permissions)) {
      rows.insert('ObjectPermissions', {
        ParentId: set.id,
        SobjectType,
        PermissionsRead: letters.includes('r'),
        PermissionsCreate: letters.includes('c'),
        PermissionsEdit: letters.includes('e'),
        PermissionsDelete: letters.includes('d'),
        PermissionsViewAllRecords: admin,
        PermissionsModifyAllRecords: admin,
      });
    }
  }
}
