import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SqlDriver } from '../../data/storage/driver.js';
import { platformHost } from '../host.js';

/**
 * Secrets that are good for one thing, once, and for a while: links in e-mails, codes, the way from Apex to a session.
 * The database holds their digests, and a rollback takes them back.
 */
export type TicketPurpose = 'session' | 'password' | 'welcome' | 'code';

export interface Ticket {
  userId: string | null;
  data: Record<string, unknown>;
}

/** Wrong codes after which a ticket is worth nothing. */
const MAX_WRONG = 5;
/** Wrong codes of a ticket, by its digest: in memory, because Apex that throws takes back what it wrote. */
const wrongCodes = new WeakMap<SqlDriver, Map<string, number>>();

export function createTicketTable(): void {
  platformHost().db.exec(
    `CREATE TABLE IF NOT EXISTS orglet_ticket (digest TEXT PRIMARY KEY, purpose TEXT NOT NULL, user_id TEXT, data TEXT NOT NULL, code TEXT, ends INTEGER NOT NULL) WITHOUT ROWID`,
  );
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

export interface TicketOptions extends Partial<Ticket> {
  /** How long it is good, in seconds. */
  seconds: number;
  /** A short code that has to be told besides. */
  code?: string;
}

/** Makes a ticket. Others of the same user and purpose are worth nothing any more. @returns its secret */
export function issueTicket(
  purpose: TicketPurpose,
  { userId = null, data = {}, seconds, code }: TicketOptions,
  now = Date.now(),
): string {
  const { db } = platformHost();
  const secret = randomBytes(32).toString('base64url');
  db.prepare('DELETE FROM orglet_ticket WHERE ends <= ? OR (purpose = ? AND user_id = ?)').run([now, purpose, userId]);
  db.prepare('INSERT INTO orglet_ticket (digest, purpose, user_id, data, code, ends) VALUES (?, ?, ?, ?, ?, ?)').run([
    digest(secret),
    purpose,
    userId,
    JSON.stringify(data),
    code === undefined ? null : digest(secret + code),
    now + seconds * 1000,
  ]);
  return secret;
}

/** The ticket of a secret, which stays good; null for one that is unknown, over or for something else. */
export function readTicket(purpose: TicketPurpose, secret: string | null, now = Date.now()): Ticket | null {
  const row = secret === null || secret.length > 200 ? undefined : find(purpose, secret, now);
  return row ? { userId: row[0] as string | null, data: JSON.parse(row[1] as string) as Ticket['data'] } : null;
}

/** The same, and the secret is good no longer. */
export function takeTicket(purpose: TicketPurpose, secret: string | null, now = Date.now()): Ticket | null {
  const ticket = readTicket(purpose, secret, now);
  if (ticket) drop(secret!);
  return ticket;
}

/**
 * Takes a ticket that has a code.
 * @returns `WRONG` when the code is another, which may be tried five times; null when there is no such ticket
 */
export function takeWithCode(secret: string | null, code: string, now = Date.now()): Ticket | 'WRONG' | null {
  const row = secret === null || secret.length > 200 ? undefined : find('code', secret, now);
  if (!row) return null;
  const { db } = platformHost();
  let counts = wrongCodes.get(db);
  if (!counts) wrongCodes.set(db, (counts = new Map()));
  const key = digest(secret!);
  const wrong = counts.get(key) ?? 0;
  if (wrong >= MAX_WRONG) return null;
  const right = timingSafeEqual(Buffer.from(digest(secret! + code.slice(0, 20))), Buffer.from(String(row[2])));
  if (right) return takeTicket('code', secret, now);
  counts.set(key, wrong + 1);
  return 'WRONG';
}

/** Ends what lets a user choose a password: after one was chosen. */
export function dropPasswordTickets(userId: string): void {
  platformHost()
    .db.prepare("DELETE FROM orglet_ticket WHERE user_id = ? AND purpose IN ('password', 'welcome', 'session')")
    .run([userId]);
}

function find(purpose: TicketPurpose, secret: string, now: number): unknown[] | undefined {
  return platformHost()
    .db.prepare('SELECT user_id, data, code FROM orglet_ticket WHERE digest = ? AND purpose = ? AND ends > ?')
    .all([digest(secret), purpose, now])[0] as unknown[] | undefined;
}

function drop(secret: string): void {
  platformHost()
    .db.prepare('DELETE FROM orglet_ticket WHERE digest = ?')
    .run([digest(secret)]);
}
