import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Org } from '../../org/org.js';
import type { OrgUser } from '../../org/types.js';
import { endSession, findSession, openSession, SESSION_LIFE, type SignIn } from '../../platform/users/sessions.js';

/** Name of the session cookie. */
export const SESSION_COOKIE = 'orglet_sid';
/** Longest token that is looked up, in characters. */
const MAX_TOKEN = 200;

/**
 * Sessions in the org's database: they survive a restart, and so do their ends. A token is random, in the shape of a
 * Salesforce session Id (`<org Id>!<text>`); the database knows its digest alone.
 */
export class Sessions {
  private readonly org: Org;
  /** Ties login forms to this process. */
  private readonly formKey = randomBytes(32);

  constructor(org: Org) {
    this.org = org;
  }

  /**
   * Opens a session of the user: always a new one, so that nobody can know it beforehand.
   * @param how where and how the user signed in
   * @returns its token
   */
  create(user: OrgUser, how: Partial<SignIn> = {}, now = Date.now()): string {
    const token = `${this.org.organizationId().slice(0, 15)}!${randomBytes(32).toString('base64url')}`;
    openSession(
      token,
      { loginType: 'Application', sessionType: 'UI', address: '127.0.0.1', ...how, userId: user.id },
      now,
    );
    return token;
  }

  /** The user of a token, or null when it is forged, ended, signed out, or its user is inactive. */
  user(token: string | undefined, now = Date.now()): OrgUser | null {
    if (!token || token.length > MAX_TOKEN) return null;
    const session = findSession(token, now);
    const user = session && this.org.findUser(session.userId);
    return user?.isActive ? user : null;
  }

  revoke(token: string): void {
    endSession(token);
  }

  /** What the pages of a session send with their calls. Only who has the session can make it, and other sites have neither. */
  csrfToken(sessionToken: string): string {
    return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
  }

  checkCsrf(sessionToken: string, token: string | null | undefined): boolean {
    return !!token && safeEqual(token, this.csrfToken(sessionToken));
  }

  /** A random value that ties a form without a session to the browser that asked for it, and what the form sends back. */
  formNonce(): { nonce: string; token: string } {
    const nonce = randomBytes(16).toString('base64url');
    return { nonce, token: this.formToken(nonce) };
  }

  checkForm(nonce: string | undefined, token: string | null): boolean {
    return !!nonce && !!token && safeEqual(token, this.formToken(nonce));
  }

  private formToken(nonce: string): string {
    return createHmac('sha256', this.formKey).update(nonce).digest('base64url');
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
