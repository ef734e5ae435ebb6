import { randomBytes, randomInt, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { audienceOf } from '../../data/security/user-permissions.js';
import { raise } from '../../runtime/errors.js';
import { ApexDatetime } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';
import { passwordPolicy, weaknesses, type PolicyUser } from './policy.js';
import { endSessionsOf } from './sessions.js';
import { signIns } from './sign-in.js';
import { dropPasswordTickets } from './tickets.js';

/** Longest password, in characters: what is longer is wrong without a look. */
const MAX_LENGTH = 1000;
const KEY_LENGTH = 32;
const SALT_LENGTH = 16;
const DAY = 86_400_000;
/** Hashes that are kept for the rule against old passwords: as many as a policy can ask for. */
const KEPT = 24;

/** Creates the table of password hashes. */
export function createPasswordTable(): void {
  const { db } = platformHost();
  db.exec(`
    CREATE TABLE IF NOT EXISTS orglet_password (user_id TEXT PRIMARY KEY, hash TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS orglet_old_password (user_id TEXT NOT NULL, hash TEXT NOT NULL, changed INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS orglet_old_password_user ON orglet_old_password (user_id, changed);
  `);
}

/** What policies ask of a user. @param userId of an existing one */
export function policyUser(userId: string): PolicyUser & { username: string } {
  const [row] = platformHost().find('User', { Id: userId });
  return {
    profileId: (row?.f.ProfileId as string | null | undefined) ?? null,
    external: audienceOf(String(row?.f.UserType ?? 'Standard')) === 'external',
    username: (row?.f.Username as string | undefined) ?? '',
  };
}

/** What is wrong with a new password of a user, as sentences for people. */
export function passwordProblems(userId: string, password: string): string[] {
  const user = policyUser(userId);
  const policy = passwordPolicy(user);
  const problems = weaknesses(password, user.username, policy);
  if (!problems.length && isOld(userId, password, policy.history))
    problems.push('You can’t use an old password. Enter a new password.');
  return problems;
}

function isOld(userId: string, password: string, count: number): boolean {
  const rows = platformHost()
    .db.prepare('SELECT hash FROM orglet_old_password WHERE user_id = ? ORDER BY changed DESC, rowid DESC LIMIT ?')
    .all([userId, count]);
  return rows.some(([hash]) => matches(parseHash(hash as string), password));
}

/** Sets a user's password after checking it against the policy. */
export function changePassword(userId: string, password: string | null): void {
  const [problem] = passwordProblems(userId, password ?? '');
  if (problem !== undefined || password === null)
    raise('System.HandledException', `INVALID_NEW_PASSWORD: ${problem ?? 'Enter a password.'}`);
  storePassword(userId, password);
}

/**
 * Stores a password without checks. It ends every session of the user, and what was sent to choose one, and lets in whoever was
 * locked: resetting the password of a locked user unlocks them.
 * @see https://help.salesforce.com/s/articleView?id=sf.users_passwords.htm
 */
export function storePassword(userId: string, password: string): void {
  const salt = randomBytes(SALT_LENGTH);
  const hash = `${salt.toString('base64')}:${scryptSync(password, salt, KEY_LENGTH).toString('base64')}`;
  const host = platformHost();
  const { db } = host;
  host.updateRow('User', userId, { LastPasswordChangeDate: new ApexDatetime(Math.floor(Date.now() / 1000) * 1000) });
  db.prepare(
    'INSERT INTO orglet_password (user_id, hash) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash',
  ).run([userId, hash]);
  db.prepare('INSERT INTO orglet_old_password (user_id, hash, changed) VALUES (?, ?, ?)').run([
    userId,
    hash,
    Date.now(),
  ]);
  db.prepare(
    'DELETE FROM orglet_old_password WHERE user_id = ? AND rowid NOT IN (SELECT rowid FROM orglet_old_password WHERE user_id = ? ORDER BY changed DESC, rowid DESC LIMIT ?)',
  ).run([userId, userId, KEPT]);
  endSessionsOf(userId);
  dropPasswordTickets(userId);
  signIns().unlock(policyUser(userId).username);
}

/** Whether the policy asks the user for another password before anything else. */
export function isPasswordExpired(userId: string, now = Date.now()): boolean {
  const { expiresAfter } = passwordPolicy(policyUser(userId));
  if (expiresAfter === 0) return false;
  const [row] = platformHost()
    .db.prepare('SELECT max(changed) FROM orglet_old_password WHERE user_id = ?')
    .all([userId]);
  const changed = row?.[0] as number | bigint | null | undefined;
  return changed !== null && changed !== undefined && now - Number(changed) > expiresAfter * DAY;
}

/** A password that nobody chose: 16 letters and digits, and one of each at least. */
export function randomPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const text = Array.from({ length: 13 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${text}a7!`;
}

export function hasPassword(userId: string): boolean {
  return readHash(userId) !== null;
}

interface Hash {
  salt: Buffer;
  key: Buffer;
}

function parseHash(text: string): Hash {
  const [salt, key] = text.split(':').map((part) => Buffer.from(part, 'base64'));
  return { salt: salt!, key: key! };
}

function readHash(userId: string | null): Hash | null {
  if (userId === null) return null;
  const [row] = platformHost().db.prepare('SELECT hash FROM orglet_password WHERE user_id = ?').all([userId]);
  return row ? parseHash(row[0] as string) : null;
}

/** What the password of nobody is compared with, so that it takes as long as anybody's. */
const NOBODY: Hash = { salt: randomBytes(SALT_LENGTH), key: randomBytes(KEY_LENGTH) };

function matches({ salt, key }: Hash, password: string): boolean {
  const given = scryptSync(password.slice(0, MAX_LENGTH), salt, KEY_LENGTH);
  return timingSafeEqual(given, key) && password.length <= MAX_LENGTH;
}

/**
 * Whether the password is the user's. Takes the same time for a user that does not exist.
 * @param userId null for an unknown user
 */
export async function checkPassword(userId: string | null, password: string): Promise<boolean> {
  const { salt, key } = readHash(userId) ?? NOBODY;
  const given = await new Promise<Buffer>((resolve, reject) => {
    const text = password.slice(0, MAX_LENGTH);
    scrypt(text, salt, KEY_LENGTH, (error, derived) => (error ? reject(error) : resolve(derived)));
  });
  return timingSafeEqual(given, key) && password.length <= MAX_LENGTH;
}

/** The same for Apex, which cannot wait for another thread. */
export function checkPasswordNow(userId: string | null, password: string): boolean {
  return matches(readHash(userId) ?? NOBODY, password);
}
