import { STANDARD_PROFILE_OBJECTS } from '../../data/security/standard-objects.js';
import type { PlatformRows } from '../rows.js';

/** Writes the permissions of standard profiles to the permission sets that belong to them. */
export function seedProfilePermissions(rows: PlatformRows): void {
  for (const [profile, permissions] of Object.entries(STANDARD_PROFILE_OBJECTS)) {
    const [found] = rows.find('Profile', { Name: profile });
    const [set] = found ? rows.find('PermissionSet', { ProfileId: found.id }) : [];
    if (!set) continue;
    const admin = profile === 'System Administrator';
    for (const [SobjectType, letters] of Object.entries(permissions)) {
      if (!rows.has(SobjectType)) continue;
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
