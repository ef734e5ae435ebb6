import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { raise } from '../../runtime/errors.js';
import { platformHost } from '../host.js';
import { endSessionsOf } from './sessions.js';

/** Shortest password that the default policy allows; it also asks for a letter and a digit. */
const MIN_LENGTH = 8;
/** Longest password, in characters: what is longer is wrong without a look. */
const MAX_LENGTH = 1000;
const KEY_LENGTH = 32;
const SALT_LENGTH = 16;

/** Creates the table of password hashes. */
export function createPasswordTable(): void {
  platformHost().db.exec('CREATE TABLE IF NOT EXISTS orglet_password (user_id TEXT PRIMARY KEY, hash TEXT NOT NULL)');
}

/** Sets a user's password after checking it against the policy. */
export function changePassword(userId: string, password: string | null): void {
  const weak = password === null || password.length < MIN_LENGTH || !/[A-Za-z]/.test(password) || !/\d/.test(password);
  if (weak)
    raise(
      'System.HandledException',
      `INVALID_NEW_PASSWORD: Your password must be at least ${MIN_LENGTH} characters long and include letters and numbers`,
    );
  storePassword(userId, password);
}

/** Stores a password without checks. It ends every session of the user. */
export function storePassword(userId: string, password: string): void {
  const salt = randomBytes(SALT_LENGTH);
  const hash = `${salt.toString('base64')}:${scryptSync(password, salt, KEY_LENGTH).toString('base64')}`;
  platformHost()
    .db.prepare(
      'INSERT INTO orglet_password (user_id, hash) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash',
    )
    .run([userId, hash]);
  endSessionsOf(userId);
}

export function hasPassword(userId: string): boolean {
  return readHash(userId) !== null;
}

interface Hash {
  salt: Buffer;
  key: Buffer;
}

function readHash(userId: string | null): Hash | null {
  if (userId === null) return null;
  const [row] = platformHost().db.prepare('SELECT hash FROM orglet_password WHERE user_id = ?').all([userId]);
  if (!row) return null;
  const [salt, key] = (row[0] as string).split(':').map((part) => Buffer.from(part, 'base64'));
  return { salt, key };
}

/** What the password of nobody is compared with, so that it takes as long as anybody's. */
const NOBODY: Hash = { salt: randomBytes(SALT_LENGTH), key: randomBytes(KEY_LENGTH) };

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
  const { salt, key } = readHash(userId) ?? NOBODY;
  const given = scryptSync(password.slice(0, MAX_LENGTH), salt, KEY_LENGTH);
  return timingSafeEqual(given, key) && password.length <= MAX_LENGTH;
}
