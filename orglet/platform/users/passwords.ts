import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { raise } from '../../runtime/errors.js';
import { platformHost } from '../host.js';

/** Shortest password that the default policy allows; it also asks for a letter and a digit. */
const MIN_LENGTH = 8;

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

/** Stores a password without checks. */
export function storePassword(userId: string, password: string): void {
  const salt = randomBytes(16);
  const hash = `${salt.toString('base64')}:${derive(password, salt).toString('base64')}`;
  platformHost()
    .db.prepare(
      'INSERT INTO orglet_password (user_id, hash) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash',
    )
    .run([userId, hash]);
}

export function checkPassword(userId: string, password: string): boolean {
  const [row] = platformHost().db.prepare('SELECT hash FROM orglet_password WHERE user_id = ?').all([userId]);
  if (!row) return false;
  const [salt, hash] = (row[0] as string).split(':').map((part) => Buffer.from(part, 'base64'));
  return timingSafeEqual(derive(password, salt), hash);
}

function derive(password: string, salt: Uint8Array): Buffer {
  return scryptSync(password, salt, 32);
}
