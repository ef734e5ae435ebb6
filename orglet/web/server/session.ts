import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Org } from '../../org/org.js';
import type { OrgUser } from '../../org/types.js';

/** Name of the session cookie. */
export const SESSION_COOKIE = 'orglet_sid';
/** A session ends this many milliseconds after sign-in. */
const SESSION_LIFE = 12 * 60 * 60 * 1000;

/**
 * Sessions that survive a restart: the token names the user and its end, and is signed with a key kept in the org's database.
 * Signing out revokes the token for as long as it would have lived.
 */
export class Sessions {
  private readonly org: Org;
  private readonly key: Buffer;
  private readonly revoked = new Map<string, number>();

  constructor(org: Org) {
    this.org = org;
    let stored = org.readSetting('session-key');
    if (!stored) {
      stored = randomBytes(32).toString('base64');
      org.writeSetting('session-key', stored);
    }
    this.key = Buffer.from(stored, 'base64');
  }

  /** A token for the user, in the shape of a Salesforce session Id (`<org Id>!<text>`). */
  create(user: OrgUser, now = Date.now()): string {
    const payload = Buffer.from(`${user.id}.${now + SESSION_LIFE}.${randomBytes(9).toString('base64url')}`).toString(
      'base64url',
    );
    return `${this.org.organizationId().slice(0, 15)}!${payload}.${this.sign(payload)}`;
  }

  /** The user of a token, or null when it is forged, ended, signed out, or its user is inactive. */
  user(token: string | undefined, now = Date.now()): OrgUser | null {
    if (!token || this.revoked.has(token)) return null;
    const [payload, signature] = token.slice(token.indexOf('!') + 1).split('.');
    if (!payload || !signature || !safeEqual(signature, this.sign(payload))) return null;
    const [id, end] = Buffer.from(payload, 'base64url').toString('utf8').split('.');
    const user = Number(end) > now ? this.org.findUser(id) : null;
    return user?.isActive ? user : null;
  }

  revoke(token: string, now = Date.now()): void {
    for (const [old, end] of this.revoked) if (end < now) this.revoked.delete(old);
    this.revoked.set(token, now + SESSION_LIFE);
  }

  /** A token that a form of the session must send back, so that no other site can post on its behalf. */
  csrfToken(sessionToken: string): string {
    return this.sign(`csrf:${sessionToken}`);
  }

  /** A random value that ties a form without a session to the browser that asked for it. */
  formNonce(): string {
    return randomBytes(16).toString('base64url');
  }

  checkCsrf(sessionToken: string, token: string | null | undefined): boolean {
    return !!token && safeEqual(token, this.csrfToken(sessionToken));
  }

  private sign(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}

function safeEqual(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The value of a cookie of a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** `Set-Cookie` value of a session; null clears it. Scripts cannot read it and other sites' posts do not carry it. */
export function sessionCookie(token: string | null): string {
  const age = token ? Math.floor(SESSION_LIFE / 1000) : 0;
  return `${SESSION_COOKIE}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}`;
}
