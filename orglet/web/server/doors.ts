import type { IncomingMessage } from 'node:http';
import type { OrgUser } from '../../org/types.js';
import { HttpError } from './context.js';
import { readCookie, SESSION_COOKIE, type Sessions } from './session.js';

/**
 * How a request may say whose session it is:
 * - `signIn`: not at all; it brings a password or a token of its own.
 * - `api`: by the `Authorization` header. Browsers send it for no foreign page.
 * - `page`: what the pages call. By the header, or by the cookie and the token that the page holds (`X-CSRF-Token`).
 * - `document`: by the cookie, which decides what is shown and nothing else.
 */
export type Door = 'signIn' | 'api' | 'page' | 'document';

/** What is behind a path. */
export interface Entrance {
  door: Door;
  /** The path that handlers are found by. */
  path: string;
}

/** The part of the APIs that the admin's pages use with their own session. */
const PAGE_DATA =
  /^\/aura\/data\/([^/]+\/(?:ui-api\/.+|parameterizedSearch|sobjects\/ContentVersion(?:\/[A-Za-z0-9]{15,18})?))$/i;
const SIGN_IN =
  /^\/(?:login|orglet\/login|secur\/(?:frontdoor\.jsp|logout\.jsp|forgotpassword|checkpassword)|services\/oauth2\/(?:token|revoke)|services\/auth(?:callback)?\/.*|orglet\/oidc\/(?:token|userinfo)|services\/soap\/.*)$/i;
/** Where identity providers send browsers with a signed assertion: from another site, by a form. */
const ASSERTION = /^\/services\/auth\/saml\/acs\/[^/]+$/i;

/** The door of a path; handlers are found whether slashes are doubled or not, and so is the door. */
export function entranceOf(asked: string, method = 'GET'): Entrance {
  const path = asked.replace(/\/{2,}/g, '/');
  if (SIGN_IN.test(path) || (method === 'GET' && /^\/logout\/?$/i.test(path))) return { door: 'signIn', path };
  const data = PAGE_DATA.exec(path);
  if (data) return { door: 'page', path: `/services/data/${data[1]}` };
  if (/^\/(?:aura|apex|logout)(?:\/|$)/i.test(path)) return { door: 'page', path };
  if (/^\/(?:services|id)(?:\/|$)/i.test(path)) return { door: 'api', path };
  return { door: 'document', path };
}

/** Whose request it is. */
export interface Caller {
  user: OrgUser | null;
  token: string | null;
}

const NOBODY: Caller = { user: null, token: null };

/** The session of a request, as far as the door takes it. @throws HttpError 401 for an ended session, 403 for one without proof */
export function callerOf(request: IncomingMessage, door: Door, sessions: Sessions): Caller {
  if (door === 'signIn') return NOBODY;
  const bearer = door === 'document' ? undefined : bearerToken(request);
  if (bearer !== undefined) return { user: sessions.user(bearer) ?? expired(), token: bearer };
  if (door === 'api') return NOBODY;
  const token = readCookie(request.headers.cookie, SESSION_COOKIE);
  const user = sessions.user(token);
  if (door === 'document') return user ? { user, token: token! } : NOBODY;
  const proof = request.headers['x-csrf-token'];
  if (!user) return proof === undefined ? NOBODY : expired();
  const proven = sessions.checkCsrf(token!, typeof proof === 'string' ? proof : undefined) || isOwnRead(request);
  if (!proven) throw new HttpError(403, 'INVALID_CSRF', 'Your session has expired. Reload the page.');
  return { user, token: token! };
}

function expired(): never {
  throw new HttpError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

/** The token of `Authorization: Bearer`. */
function bearerToken(request: IncomingMessage): string | undefined {
  return /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1].trim();
}

const isRead = (request: IncomingMessage): boolean => request.method === 'GET' || request.method === 'HEAD';

/** A page's early read of a cacheable method, which cannot send the token: the browser itself says whose page it is. */
function isOwnRead(request: IncomingMessage): boolean {
  return isRead(request) && request.headers['sec-fetch-site'] === 'same-origin' && /^\/+apex\//i.test(request.url!);
}

/**
 * Whether one of this server's own pages leads the browser there, or, where `typed` will do, the person himself: what
 * a link from elsewhere may not do.
 */
export function isOwnNavigation(request: IncomingMessage, typed = false): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || (typed && site === 'none');
  const { referer, host } = request.headers;
  return referer !== undefined && referer.startsWith(`http://${host}/`);
}

/**
 * Refuses what a page of another origin makes a browser ask for. Links from elsewhere may lead to documents; nothing
 * else is for others, not even to read.
 */
export function checkOrigin(request: IncomingMessage, door: Door): void {
  if (request.method === 'OPTIONS') return;
  if (request.method === 'POST' && ASSERTION.test((request.url ?? '').split('?', 1)[0])) return;
  if (isRead(request) && (door === 'document' || door === 'signIn')) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign || (origin !== undefined && origin !== `http://${request.headers.host}`))
    throw new HttpError(403, 'INVALID_ORIGIN', 'Requests from other sites are not accepted');
}
