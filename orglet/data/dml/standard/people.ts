/** Names of persons; users. */
import type { ObjectInfo } from '../../../schema/model.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { defineRules, type StandardRules } from './rules.js';

/** `First Middle Last Suffix`; the salutation is not part of it. */
export function composeName(f: Record<string, unknown>): string {
  return ['FirstName', 'MiddleName', 'LastName', 'Suffix']
    .map((part) => f[part])
    .filter((part) => !isBlank(part))
    .join(' ');
}

const named: StandardRules = {
  normalize: (_context, { record }) => void (record.f.Name = composeName(record.f)),
};
defineRules('Contact', {
  ...named,
  validate: (_context, rows) => refusePersonContacts(rows, 'INVALID_PERSON_ACCOUNT_OPERATION'),
  beforeDelete: (_context, rows) => refusePersonContacts(rows, 'DELETE_FAILED'),
});

/** Contacts of person accounts change through their account only. */
function refusePersonContacts(rows: readonly Row[], status: string): void {
  for (const row of rows)
    if (row.old?.f.IsPersonAccount === true)
      fail(row, status, 'The contact of a person account is changed and deleted through its account');
}
defineRules('Lead', {
  ...named,
  validate(_context, rows) {
    for (const row of rows) {
      if (row.old?.f.IsConverted === true) fail(row, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    }
  },
});

/** Defaults of a user that Apex leaves out. */
function prepareUser(row: Row, userType: unknown): void {
  const { f } = row.record;
  if (row.old === null) {
    if (!('IsActive' in row.input.f)) f.IsActive = true;
    f.UserType ??= userType ?? 'Standard';
    f.CommunityNickname ??= `${String(f.Username ?? '').split('@')[0]}${Date.now()}`.slice(0, 40);
  }
  f.IsPortalEnabled = typeof f.ContactId === 'string' && f.IsActive === true;
}

defineRules('User', {
  before(context, rows) {
    const { schema } = context.services;
    const profile = schema.object('Profile')!;
    for (const row of rows) {
      const profileId = row.record.f.ProfileId;
      prepareUser(row, typeof profileId === 'string' ? context.loader.value(profile, profileId, ['UserType']) : null);
      const { ContactId } = row.record.f;
      if (typeof ContactId === 'string')
        row.record.f.AccountId = context.loader.value(schema.object('Contact')!, ContactId, ['AccountId']);
    }
  },
  normalize: named.normalize,
  validate(context, rows) {
    for (const row of rows) {
      checkUsername(context, row);
      checkNickname(context, row);
      if (typeof row.record.f.ContactId === 'string' && row.record.f.ContactId !== row.old?.f.ContactId)
        checkPortalUser(context, row);
    }
  },
});

function checkUsername(context: DmlContext, row: Row): void {
  const username = row.record.f.Username;
  if (isBlank(username) || username === row.old?.f.Username) return;
  if (!String(username).includes('@')) {
    fail(
      row,
      'INVALID_EMAIL_ADDRESS',
      `Username: must be in the form of an email address (for example, john@acme.com): ${String(username)}`,
      ['Username'],
    );
  } else if (isTaken(context, row, 'Username', username))
    fail(
      row,
      'DUPLICATE_USERNAME',
      'duplicate username: another user has already selected this username, please select another username',
      ['Username'],
    );
}

function checkNickname(context: DmlContext, row: Row): void {
  const nickname = row.record.f.CommunityNickname;
  if (isBlank(nickname) || nickname === row.old?.f.CommunityNickname) return;
  if (isTaken(context, row, 'CommunityNickname', nickname))
    fail(
      row,
      'DUPLICATE_COMM_NICKNAME',
      'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
      ['CommunityNickname'],
    );
}

/**
 * Customers and partners stand below the owner of their account in the role hierarchy, so the owner must have a place in it.
 * @see https://help.salesforce.com/s/articleView?id=000385901&type=1
 */
function checkPortalUser(context: DmlContext, row: Row): void {
  const contact = context.services.schema.object('Contact')!;
  const contactId = row.record.f.ContactId as string;
  const role = context.loader.value(contact, contactId, ['Account', 'Owner', 'UserRoleId']);
  if (typeof role !== 'string') fail(row, 'UNKNOWN_EXCEPTION', 'portal account owner must have a role');
  else if (row.record.f.IsActive === true && isTaken(context, row, 'ContactId', contactId, '"IsPortalEnabled"=1'))
    fail(row, 'UNKNOWN_EXCEPTION', 'portal user already exists for contact');
}

/** Whether another user has the value. @param only SQL that limits which users count */
function isTaken(context: DmlContext, row: Row, field: string, value: unknown, only = '1=1'): boolean {
  const { quoted } = context.store.table(context.services.schema.object('User')!);
  const found = context.store
    .statement(`SELECT "Id" FROM ${quoted} WHERE "${field}"=? AND "IsDeleted"=0 AND ${only}`)
    .all([String(value)]);
  return found.some(([id]) => id !== row.id);
}

/** Attributes of a picklist value, such as whether a status closes the record. */
export function statusAttributes(
  object: ObjectInfo,
  field: string,
  value: unknown,
): Readonly<Record<string, string | boolean | number>> {
  const entry = object
    .field(field)
    ?.picklistValues.find((candidate) => candidate.value.toLowerCase() === String(value ?? '').toLowerCase());
  return entry?.attributes ?? {};
}
