import type { OrgUser } from '../../org/types.js';
import { TooManyTries } from '../../platform/index.js';
import type { RequestContext } from './context.js';
import { HttpError } from './context.js';
import type { Mount } from './router.js';
import { sessionCookie } from './session.js';
import type { Services } from './server.js';

/** Name of the cookie that ties a login form to the browser that asked for it. */
const FORM_COOKIE = 'orglet_login';

/** Sign-in of org users: `/login` for people, OAuth password flow and identity for API clients (SOAP login: `soap.ts`). */
export function loginMounts(services: Services): Mount[] {
  return [
    { method: 'GET', path: '/login', handler: (context) => showForm(services, context, '') },
    { method: 'POST', path: '/login', handler: (context) => signIn(services, context) },
    { method: 'POST', path: '/logout', handler: (context) => signOut(services, context) },
    { method: 'POST', path: '/services/oauth2/token', handler: (context) => passwordFlow(services, context) },
    { method: 'POST', path: '/services/oauth2/revoke', handler: (context) => revoke(services, context) },
    { method: 'GET', path: '/services/oauth2/userinfo', handler: (context) => userInfo(context) },
    { method: 'GET', path: '/id/:org/:user', handler: (context) => identity(services, context) },
  ];
}

/** The same for a wrong name, a wrong password and a locked user. */
const WRONG = 'Please check your username and password. Ten wrong passwords lock a user for 15 minutes.';

/** Checks a password; the try counts for the user and for the address that it comes from. */
export function authenticate(context: RequestContext, username: string, password: string): Promise<OrgUser | null> {
  const address = context.request.socket.remoteAddress ?? '';
  // Every address of loopback is the same machine.
  return context.org.authenticate(username, password, /^(?:::ffff:)?127\./.test(address) ? '127.0.0.1' : address);
}

const HOME = '/lightning';
/** Longest path that is followed, in characters. */
const MAX_PATH = 2000;

/** Only paths of this server are followed after sign-in, read as browsers read them. */
export function localPath(value: string | null): string {
  const base = 'http://localhost';
  if (!value?.startsWith('/') || value.length > MAX_PATH || !URL.canParse(value, base)) return HOME;
  const { origin, pathname, search, hash } = new URL(value, base);
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : HOME;
}

function showForm(services: Services, context: RequestContext, message: string, status = 200, username = ''): void {
  const { nonce, token } = services.sessions.formNonce();
  const target = localPath(context.url.searchParams.get('startURL'));
  const html = loginPage({
    action: `/login?startURL=${encodeURIComponent(target)}`,
    token,
    message,
    username,
  });
  context.send(status, html, 'text/html; charset=utf-8', {
    'set-cookie': `${FORM_COOKIE}=${nonce}; Path=/login; HttpOnly; SameSite=Strict`,
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'x-frame-options': 'DENY',
  });
}

async function signIn(services: Services, context: RequestContext): Promise<void> {
  const form = await context.form();
  const username = form.get('username') ?? '';
  if (!services.sessions.checkForm(context.cookie(FORM_COOKIE), form.get('token'))) {
    showForm(services, context, 'This form has expired. Please sign in again.', 403, username);
    return;
  }
  let user: OrgUser | null;
  try {
    user = await authenticate(context, username, form.get('password') ?? '');
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    context.response.setHeader('retry-after', String(error.seconds));
    showForm(services, context, error.message, 429, username);
    return;
  }
  if (!user) {
    showForm(services, context, WRONG, 401, username);
    return;
  }
  const token = services.sessions.create(user);
  context.redirect(localPath(context.url.searchParams.get('startURL')), 303, { 'set-cookie': sessionCookie(token) });
}

function signOut(services: Services, context: RequestContext): void {
  if (context.sessionToken) services.sessions.revoke(context.sessionToken);
  context.redirect('/login', 303, { 'set-cookie': sessionCookie(null) });
}

/** OAuth 2.0 password flow. A local org has no connected apps, so any client id is taken. */
async function passwordFlow(services: Services, context: RequestContext): Promise<void> {
  const form = await context.form();
  if (form.get('grant_type') !== 'password') {
    context.sendJson(400, { error: 'unsupported_grant_type', error_description: 'grant type not supported' });
    return;
  }
  const refuse = (description: string, headers?: Record<string, string>): void =>
    context.sendJson(400, { error: 'invalid_grant', error_description: description }, headers);
  let user: OrgUser | null;
  try {
    user = await authenticate(context, form.get('username') ?? '', form.get('password') ?? '');
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    refuse('login rate exceeded', { 'retry-after': String(error.seconds) });
    return;
  }
  if (!user) {
    refuse('authentication failure');
    return;
  }
  const instance = `http://${context.header('host')}`;
  const identity = `${instance}/id/${context.org.organizationId()}/${user.id}`;
  context.sendJson(200, {
    access_token: services.sessions.create(user),
    instance_url: instance,
    id: identity,
    token_type: 'Bearer',
    issued_at: String(Date.now()),
  });
}

async function revoke(services: Services, context: RequestContext): Promise<void> {
  const token = (await context.form()).get('token');
  if (token) services.sessions.revoke(token);
  context.sendEmpty(200);
}

function userInfo(context: RequestContext): void {
  const user = context.requireUser();
  context.sendJson(200, {
    user_id: user.id,
    organization_id: context.org.organizationId(),
    preferred_username: user.username,
    name: user.name,
    user_type: user.userType,
  });
}

/**
 * The identity URL of a token response; clients send the token in the header or as `oauth_token`.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid.htm
 */
function identity(services: Services, context: RequestContext): void {
  const token = context.url.searchParams.get('oauth_token');
  const user = context.user ?? (token ? services.sessions.user(token) : null);
  const organizationId = services.org.organizationId();
  if (!user || user.id !== context.params.user || organizationId !== context.params.org)
    throw new HttpError(403, 'INVALID_SESSION_ID', 'Bad_OAuth_Token');
  const instance = `http://${context.header('host')}`;
  context.sendJson(200, {
    id: `${instance}${context.url.pathname}`,
    asserted_user: true,
    user_id: user.id,
    organization_id: organizationId,
    username: user.username,
    display_name: user.name,
    user_type: user.userType.toUpperCase(),
    active: user.isActive,
    urls: {
      rest: `${instance}/services/data/v{version}/`,
      sobjects: `${instance}/services/data/v{version}/sobjects/`,
      query: `${instance}/services/data/v{version}/query/`,
      recent: `${instance}/services/data/v{version}/recent/`,
    },
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function loginPage(view: { action: string; token: string; message: string; username: string }): string {
  const alert = view.message ? `<p id="message" role="alert" class="error">${escapeHtml(view.message)}</p>` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f3f3f3;color:#181818;font:16px/1.5 system-ui,sans-serif}
main{width:min(22rem,calc(100vw - 3rem));background:#fff;border:1px solid #e5e5e5;border-radius:.75rem;padding:2rem;box-sizing:border-box}
h1{font-size:1.375rem;margin:0 0 1.25rem}label{display:block;margin:1rem 0 .25rem}
input{width:100%;box-sizing:border-box;padding:.625rem;font:inherit;border:1px solid #747474;border-radius:.375rem}
button{margin-top:1.5rem;width:100%;padding:.7rem;font:inherit;font-weight:600;color:#fff;background:#0250d9;border:0;border-radius:2rem;cursor:pointer}
input:focus-visible,button:focus-visible{outline:3px solid #0b5cab;outline-offset:2px}.error{margin:0;padding:.75rem;border-radius:.375rem;color:#8e030f;background:#feded8}
</style>
</head>
<body><main>
<h1>Sign in</h1>
${alert}
<form method="post" action="${escapeHtml(view.action)}">
<input type="hidden" name="token" value="${escapeHtml(view.token)}">
<label for="username">Username</label>
<input id="username" name="username" type="text" autocomplete="username" required value="${escapeHtml(view.username)}"${view.message ? ' aria-describedby="message"' : ''}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>
</main></body>
</html>
`;
}
