import { exception } from '../../runtime/errors.js';
import type { DmlOperation } from '../../runtime/engine.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import type { ObjectInfo } from '../../schema/model.js';

/**
 * Objects whose records decide about access: they cannot be saved in the transaction that saves others.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm
 */
const SETUP_OBJECTS = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'ObjectTerritory2AssignmentRule',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'QueueSobject',
  'SetupEntityAccess',
  'Territory2',
  'User',
  'UserPackageLicense',
  'UserRole',
  'UserTerritory2Association',
]);

/** Key of the transaction's slot that remembers what was saved; `System.runAs` starts afresh by deleting it. */
export const MIXED_DML = 'data.mixedDml';

interface Saved {
  setup: string | null;
  other: string | null;
}

/** Fields of a user that decide about access; others may change beside any record. */
const USER_ACCESS_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

/** A user may be inserted beside other records when it has no role, and updated when nothing about its access changes. */
function isHarmlessUser(op: DmlOperation, record: SObjectValue): boolean {
  if (op === 'insert') return (record.f.UserRoleId ?? null) === null;
  return op === 'update' && USER_ACCESS_FIELDS.every((field) => record.f[field] === undefined);
}

/** @throws System.DmlException MIXED_DML_OPERATION */
export function checkMixedDml(object: ObjectInfo, op: DmlOperation, records: readonly SObjectValue[]): void {
  if (object.kind === 'platformEvent' || object.kind === 'customSetting') return;
  if (object.name === 'User' && records.every((record) => isHarmlessUser(op, record))) return;
  const saved = tx().slot<Saved>(MIXED_DML, () => ({ setup: null, other: null }));
  const setup = SETUP_OBJECTS.has(object.name);
  const original = setup ? saved.other : saved.setup;
  if (original !== null) {
    const text = `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object.name}, original object: ${original}`;
    const failure = { index: 0, id: null, status: 'MIXED_DML_OPERATION', message: text, fields: [] };
    throw exception(
      'System.DmlException',
      `Insert failed. First exception on row 0; first error: MIXED_DML_OPERATION, ${text}: []`,
      { failures: [failure] },
    );
  }
  if (setup) saved.setup ??= object.name;
  else saved.other ??= object.name;
}
