/** Names of persons; users. */
import type { ObjectInfo } from '../../../schema/model.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { defineRules, type StandardRules } from './rules.js';

/** `First Middle Last Suffix`; the salutation is not part of it. */
function composeName(f: Record<string, unknown>): string {
  return ['FirstName', 'MiddleName', 'LastName', 'Suffix']
    .map((part) => f[part])
    .filter((part) => !isBlank(part))
    .join(' ');
}

const named: StandardRules = {
  normalize: (_context, { record }) => void (record.f.Name = composeName(record.f)),
};
defineRules('Contact', named);
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
  if (row.old !== null) return;
  if (!('IsActive' in row.input.f)) f.IsActive = true;
  f.UserType ??= userType ?? 'Standard';
  f.CommunityNickname ??= `${String(f.Username ?? '').split('@')[0]}${Date.now()}`.slice(0, 40);
}

defineRules('User', {
  before(context, rows) {
    const profile = context.services.schema.object('Profile')!;
    for (const row of rows) {
      const profileId = row.record.f.ProfileId;
      prepareUser(row, typeof profileId === 'string' ? context.loader.value(profile, profileId, ['UserType']) : null);
      const { ContactId } = row.record.f;
      if (typeof ContactId === 'string')
        row.record.f.AccountId = context.loader.value(context.services.schema.object('Contact')!, ContactId, [
          'AccountId',
        ]);
    }
  },
  normalize: named.normalize,
  validate(context, rows) {
    const user = context.services.schema.object('User')!;
    for (const row of rows) {
      const username = row.record.f.Username;
      if (isBlank(username) || username === row.old?.f.Username) continue;
      if (!String(username).includes('@')) {
        fail(
          row,
          'INVALID_EMAIL_ADDRESS',
          `Username: must be in the form of an email address (for example, john@acme.com): ${String(username)}`,
          ['Username'],
        );
        continue;
      }
      const taken = takenUsername(
        context.store.table(user).quoted,
        username,
        row,
        context.store.statement.bind(context.store),
      );
      if (taken)
        fail(
          row,
          'DUPLICATE_USERNAME',
          'duplicate username: another user has already selected this username, please select another username',
          ['Username'],
        );
    }
  },
});

function takenUsername(
  table: string,
  username: unknown,
  row: Row,
  statement: (sql: string) => { all(params: string[]): unknown[][] },
): boolean {
  const found = statement(`SELECT "Id" FROM ${table} WHERE "Username"=?`).all([String(username)]);
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
