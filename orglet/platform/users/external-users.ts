import { database } from '../../data/lib/current.js';
import { MIXED_DML } from '../../data/dml/mixed-dml.js';
import { audienceOf } from '../../data/security/user-permissions.js';
import { ApexExceptionObject, exception, type ExceptionDetails } from '../../runtime/errors.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { platformHost } from '../host.js';
import { passwordPolicy, weaknesses } from './policy.js';
import { storePassword } from './passwords.js';
import { currentSite, ensureMemberRow, isMember, network, networkDef } from './site.js';
import { mailPasswordLink, mailRegistrationFailure } from './user-mail.js';

/** What Apex is told outside of a site, in tests too. */
export const ONLY_IN_SITES = 'That operation is only allowed from within an active site.';

/** `Site.ExternalUserCreateException`. @param messages for people, one or more */
export function creationFailure(messages: string[]): ApexExceptionObject {
  return exception('Site.ExternalUserCreateException', `[${messages.join(', ')}]`, { displayMessages: messages });
}

/**
 * `Site.createExternalUser`: a user of the site with the contact of the account that has the user's e-mail address;
 * where none or several have it, with a new contact.
 * @param password null or empty: the user is sent a link to choose one
 * @returns Id of the user
 * @throws Site.ExternalUserCreateException when it cannot be made; nothing is left of it then
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_sites.htm
 */
export function createExternalUser(
  user: SObjectValue,
  accountId: string | null,
  password: string | null,
  sendMail: boolean,
): string {
  const site = currentSite();
  if (site?.status !== 'Active') throw creationFailure([ONLY_IN_SITES]);
  return alone(() => {
    fillIn(user, password);
    if (accountId === null || accountId === '') accountId = defaultAccount();
    if (accountId === null) {
      if (!platformHost().project.shape.personAccounts) throw creationFailure(['An account is required.']);
      user.f.ContactId = insertPersonAccount(user, ownerOfNew(), null);
    } else user.f.ContactId = contactFor(user, accountId);
    return insertUser(user, password, sendMail);
  });
}

/** `Site.createPersonAccountPortalUser`: a user of the site with a person account of its own. */
export function createPersonAccountUser(
  user: SObjectValue,
  ownerId: string | null,
  recordTypeId: string | null,
  password: string | null,
): string | null {
  return orTold(() => {
    if (!platformHost().project.shape.personAccounts) throw creationFailure(['Person Accounts are not enabled.']);
    return alone(() => {
      fillIn(user, password);
      user.f.ContactId = insertPersonAccount(user, ownerId ?? ownerOfNew(), recordTypeId);
      return insertUser(user, password, false);
    });
  });
}

/** `Site.createPortalUser`: the same as `createExternalUser`, but what went wrong is told to the site's administrator. */
export const createPortalUser = (
  user: SObjectValue,
  accountId: string | null,
  password: string | null,
  sendMail: boolean,
): string | null => orTold(() => createExternalUser(user, accountId, password, sendMail));

function orTold(make: () => string): string | null {
  const site = currentSite();
  try {
    if (site?.status !== 'Active') throw creationFailure([ONLY_IN_SITES]);
    return make();
  } catch (error) {
    if (!(error instanceof ApexExceptionObject) || error.typeName !== 'Site.ExternalUserCreateException') throw error;
    if (site) mailRegistrationFailure(site.adminId, site.label, error.message ?? '');
    return null;
  }
}

/** Runs it apart from what the transaction saved before: users and contacts do not count as mixed here, and a failure leaves nothing. */
function alone(make: () => string): string {
  const transaction = tx();
  const { store } = database();
  const saved = transaction.slots.get(MIXED_DML);
  transaction.slots.delete(MIXED_DML);
  const point = store.savepoint();
  try {
    const id = make();
    store.release(point);
    return id;
  } catch (error) {
    store.rollback(point);
    if (error instanceof ApexExceptionObject && error.typeName === 'System.DmlException')
      throw creationFailure(messagesOf(error));
    throw error;
  } finally {
    if (saved === undefined) transaction.slots.delete(MIXED_DML);
    else transaction.slots.set(MIXED_DML, saved);
  }
}

/** Failures of saves in the words that self-registration has for them. */
const SENTENCES: Readonly<Record<string, string>> = {
  DUPLICATE_USERNAME: 'User already exists.',
  DUPLICATE_COMM_NICKNAME: 'That nickname already exists. Enter a unique nickname.',
};

function messagesOf(error: ApexExceptionObject): string[] {
  const failures = (error.details as ExceptionDetails | null)?.failures ?? [];
  return failures.length
    ? failures.map(({ status, message }) => SENTENCES[status] ?? message)
    : [error.message ?? 'The user could not be created.'];
}

const text = (user: SObjectValue, field: string): string | null => {
  const value = user.f[field] as string | null | undefined;
  return value === undefined || value === null || value.trim() === '' ? null : value;
};

/** What may be left out, and what may not. */
function fillIn(user: SObjectValue, password: string | null): void {
  const { f } = user;
  const missing: string[] = [];
  if (!text(user, 'Email')) missing.push('Email is required.');
  if (!text(user, 'CommunityNickname')) missing.push('Nickname is required.');
  f.Username ??= f.Email;
  // "lastName is a required field on user, but if it isn't specified, the code uses the username".
  if (!text(user, 'LastName')) f.LastName = f.Username;
  f.Alias ??= aliasOf(user);
  f.ProfileId ??= network()?.f.SelfRegProfileId ?? null;
  const [guest] = platformHost().find('User', { Id: platformHost().guestUserId });
  for (const field of ['TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey', 'EmailEncodingKey'])
    f[field] ??= guest?.f[field] ?? null;
  const [profile] = f.ProfileId ? platformHost().find('Profile', { Id: f.ProfileId }) : [];
  if (!profile) missing.push('The site has no profile for self-registration.');
  else if (audienceOf(String(profile.f.UserType)) !== 'external')
    missing.push('The profile is not one of a site’s customers or partners.');
  if (password) missing.push(...weaknesses(password, String(f.Username), passwordPolicy(policyOf(f.ProfileId))));
  if (missing.length) throw creationFailure(missing);
}

const policyOf = (profileId: unknown) => ({ profileId: profileId as string, external: true });

function aliasOf(user: SObjectValue): string {
  const letters = `${String(user.f.FirstName ?? '').slice(0, 1)}${String(user.f.LastName ?? '').slice(0, 7)}`;
  return letters.replace(/\s/g, '').toLowerCase().slice(0, 8) || 'user';
}

/** The account that self-registration puts people under when Apex names none. */
function defaultAccount(): string | null {
  const [row] = platformHost().find('NetworkSelfRegistration', {});
  return (row?.f.AccountId as string | null | undefined) ?? null;
}

/** Who owns what a visitor's registration makes, where no account says it. */
const ownerOfNew = (): string | null => currentSite()?.adminId ?? null;

/** @throws Site.ExternalUserCreateException when the one contact with the address is another user's */
function contactFor(user: SObjectValue, accountId: string): string {
  const host = platformHost();
  const [account] = host.find('Account', { Id: accountId });
  if (!account) throw creationFailure([`The account ${accountId} does not exist.`]);
  const found = host.find('Contact', { AccountId: account.id, Email: user.f.Email });
  if (found.length === 1) {
    const [contact] = found;
    if (host.find('User', { ContactId: contact!.id }).some(({ f }) => f.IsPortalEnabled === true))
      throw creationFailure(['User already exists.']);
    return contact!.id!;
  }
  return insert('Contact', {
    AccountId: account.id,
    OwnerId: account.f.OwnerId,
    FirstName: user.f.FirstName ?? null,
    LastName: user.f.LastName,
    Email: user.f.Email,
    Phone: user.f.Phone ?? null,
  });
}

function insertPersonAccount(user: SObjectValue, ownerId: string | null, recordTypeId: string | null): string {
  const host = platformHost();
  const [type] = host.find('RecordType', { SobjectType: 'Account', IsPersonType: true });
  const id = insert('Account', {
    RecordTypeId: recordTypeId ?? type?.id ?? null,
    OwnerId: ownerId,
    FirstName: user.f.FirstName ?? null,
    LastName: user.f.LastName,
    PersonEmail: user.f.Email,
  });
  return host.find('Account', { Id: id })[0]!.f.PersonContactId as string;
}

function insertUser(user: SObjectValue, password: string | null, sendMail: boolean): string {
  user.f.IsActive = true;
  save('insert', user);
  const id = user.id!;
  const [made] = platformHost().find('User', { Id: id });
  if (!isMember(made!)) throw creationFailure([`The profile is not a member of ${String(network()?.f.Name)}.`]);
  ensureMemberRow(id);
  if (password) storePassword(id, password);
  if (!password || sendMail || networkDef()?.sendWelcomeEmail) mailPasswordLink(made!, 'welcome');
  return id;
}

function insert(object: string, fields: Record<string, unknown>): string {
  const record = new SObjectValue(database().schema.object(object)!, fields);
  save('insert', record);
  return record.id!;
}

/** Saves as the platform does for visitors: with triggers and rules, whatever the visitor may do. */
function save(op: 'insert', record: SObjectValue): void {
  database().dml(op, new ApexList(types.sobject(record.type.name), [record]), {
    allOrNone: true,
    access: { sharing: 'without', access: 'system' },
  });
}
