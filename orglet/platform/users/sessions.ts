import { createHash } from 'node:crypto';
import type { SqlDriver, SqlStatement } from '../../data/storage/driver.js';
import { platformHost } from '../host.js';

const statements = new WeakMap<SqlDriver, Map<string, SqlStatement>>();

/** A statement of the org's database; each request needs one, so they are kept. */
function statement(sql: string): SqlStatement {
  const { db } = platformHost();
  let known = statements.get(db);
  if (!known) statements.set(db, (known = new Map()));
  let found = known.get(sql);
  if (!found) known.set(sql, (found = db.prepare(sql)));
  return found;
}

/** Creates the table of sessions. It holds digests, so that whoever reads it can use none. */
export function createSessionTable(): void {
  platformHost().db.exec(`
    CREATE TABLE IF NOT EXISTS orglet_session (digest TEXT PRIMARY KEY, user_id TEXT NOT NULL, ends INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS orglet_session_user ON orglet_session (user_id);
    DELETE FROM orglet_setting WHERE name = 'session-key';
  `);
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Opens a session; those that have run out are forgotten. @param ends in milliseconds since 1970 */
export function openSession(token: string, userId: string, ends: number, now: number): void {
  statement('DELETE FROM orglet_session WHERE ends <= ?').run([now]);
  statement('INSERT INTO orglet_session (digest, user_id, ends) VALUES (?, ?, ?)').run([digestOf(token), userId, ends]);
}

/** Id of the user whose session it is; null when there is none, or it has ended. */
export function userOfSession(token: string, now: number): string | null {
  const [row] = statement('SELECT user_id FROM orglet_session WHERE digest = ? AND ends > ?').all([
    digestOf(token),
    now,
  ]);
  return row ? (row[0] as string) : null;
}

/** Ends a session for good. */
export function endSession(token: string): void {
  statement('DELETE FROM orglet_session WHERE digest = ?').run([digestOf(token)]);
}

/** Ends every session of a user. */
export function endSessionsOf(userId: string): void {
  statement('DELETE FROM orglet_session WHERE user_id = ?').run([userId]);
}
