import { createHash } from 'node:crypto';
import type { SqlDriver, SqlStatement } from '../../data/storage/driver.js';
import { audienceOf } from '../../data/security/user-permissions.js';
import { ApexDatetime } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';
import { sessionMinutes } from './policy.js';

/**
 * Sessions: a row here with the digest of its token, and the `AuthSession` that the org's administrators see and may
 * delete, which ends it. A session is over after a time without requests, and in any case after some hours.
 */

/** A session ends this many milliseconds after sign-in, however much it is used. */
export const SESSION_LIFE = 12 * 60 * 60 * 1000;
const MINUTE = 60_000;

/** How a user signed in, in the words of `LoginHistory.LoginType`. */
export type LoginType =
  | 'Application'
  | 'Chatter Communities External User'
  | 'Chatter Communities External User Third Party SSO'
  | 'SAML Chatter Communities External User SSO'
  | 'Third Party SSO'
  | 'SAML Idp Initiated SSO'
  | 'Remote Access 2.0'
  | 'Partner Product';

/** Of whom a session is, and how it came to be. */
export interface SignIn {
  userId: string;
  loginType: LoginType;
  /** Address that the request came from. */
  address: string;
  /** `Site` of a member who signed in at the site; `UI`, `API`. */
  sessionType: 'UI' | 'API' | 'ChatterNetworks';
  /** The program that asked, if it says so. */
  agent?: string;
  /** Identity provider that vouched. */
  providerId?: string | null;
}

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
    CREATE TABLE IF NOT EXISTS orglet_user_session (digest TEXT PRIMARY KEY, user_id TEXT NOT NULL, session_id TEXT NOT NULL, idle INTEGER NOT NULL, idle_ends INTEGER NOT NULL, ends INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS orglet_user_session_user ON orglet_user_session (user_id);
    DROP TABLE IF EXISTS orglet_session;
    DELETE FROM orglet_setting WHERE name = 'session-key';
  `);
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Notes a sign-in that did not come about. */
export function noteFailedSignIn(
  { userId, loginType, address, agent }: Omit<SignIn, 'sessionType'>,
  status: string,
): void {
  insertLogin({ userId, loginType, address, agent }, status, Date.now());
}

function insertLogin(
  { userId, loginType, address, agent, providerId }: Omit<SignIn, 'sessionType'>,
  status: string,
  now: number,
): string {
  const host = platformHost();
  return host.insertRow('LoginHistory', {
    UserId: userId,
    LoginTime: new ApexDatetime(now),
    LoginType: loginType,
    SourceIp: address,
    Status: status,
    Browser: agent === undefined ? 'Unknown' : browserOf(agent),
    Platform: agent === undefined ? 'Unknown' : platformOf(agent),
    Application: 'Browser',
    AuthenticationServiceId: providerId ?? null,
    NetworkId: loginType.includes('Communities') ? (host.find('Network', {})[0]?.id ?? null) : null,
  });
}

const browserOf = (agent: string): string => {
  const [, name, version] = /(Firefox|Edg|Chrome|Version)\/(\d+)/.exec(agent) ?? [];
  return name === undefined
    ? 'Unknown'
    : `${name === 'Version' ? 'Safari' : name === 'Edg' ? 'Edge' : name} ${version}`;
};
const platformOf = (agent: string): string =>
  /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1] ?? 'Unknown';

/** Opens a session; those that have run out are forgotten. @param now milliseconds since 1970 */
export function openSession(token: string, signIn: SignIn, now: number): void {
  const host = platformHost();
  const { userId, loginType, sessionType, address } = signIn;
  dropSessions('ends <= ? OR idle_ends <= ?', [now, now]);
  const [user] = host.find('User', { Id: userId });
  const userType = String(user?.f.UserType ?? 'Standard');
  const external = audienceOf(userType) === 'external';
  const idle =
    sessionMinutes({ profileId: (user?.f.ProfileId as string | null | undefined) ?? null, external }) * MINUTE;
  const loginId = insertLogin(signIn, 'Success', now);
  const sessionId = host.insertRow('AuthSession', {
    UsersId: userId,
    UserType: userType,
    SessionType: sessionType,
    SessionSecurityLevel: 'STANDARD',
    LoginType: loginType,
    LoginHistoryId: loginId,
    SourceIp: address,
    NumSecondsValid: idle / 1000,
  });
  statement(
    'INSERT INTO orglet_user_session (digest, user_id, session_id, idle, idle_ends, ends) VALUES (?, ?, ?, ?, ?, ?)',
  ).run([digestOf(token), userId, sessionId, idle, now + idle, now + SESSION_LIFE]);
  host.updateRow('User', userId, { LastLoginDate: new ApexDatetime(Math.floor(now / 1000) * 1000) });
}

/** What is known of an open session. */
export interface OpenSession {
  userId: string;
  /** Id of its `AuthSession`. */
  sessionId: string;
}

/**
 * The session of a token; null when there is none, or it has ended. Being asked for keeps it open: as on the platform
 * the time without requests is counted anew only once half of it has gone.
 */
export function findSession(token: string, now: number): OpenSession | null {
  const [row] = statement(
    'SELECT user_id, session_id, idle, idle_ends FROM orglet_user_session WHERE digest = ? AND ends > ? AND idle_ends > ?',
  ).all([digestOf(token), now, now]);
  if (!row) return null;
  const [userId, sessionId] = row as [string, string];
  const host = platformHost();
  if (!host.find('AuthSession', { Id: sessionId }).length) {
    endSession(token);
    return null;
  }
  const [idle, idleEnds] = [Number(row[2]), Number(row[3])];
  if (idleEnds - now < idle / 2) {
    statement('UPDATE orglet_user_session SET idle_ends = ? WHERE digest = ?').run([now + idle, digestOf(token)]);
    host.updateRow('AuthSession', sessionId, { LastModifiedDate: new ApexDatetime(Math.floor(now / 1000) * 1000) });
  }
  return { userId, sessionId };
}

/** Ends a session for good. */
export function endSession(token: string): void {
  dropSessions('digest = ?', [digestOf(token)]);
}

/** Ends every session of a user. */
export function endSessionsOf(userId: string): void {
  dropSessions('user_id = ?', [userId]);
}

function dropSessions(where: string, values: (string | number)[]): void {
  const host = platformHost();
  const rows = statement(`SELECT session_id FROM orglet_user_session WHERE ${where}`).all(values);
  if (!rows.length) return;
  for (const [id] of rows) if (host.find('AuthSession', { Id: id }).length) host.deleteRow('AuthSession', id as string);
  statement(`DELETE FROM orglet_user_session WHERE ${where}`).run(values);
}
