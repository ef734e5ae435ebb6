import type { RequestContext } from './context.js';
import { HttpError } from './context.js';
import type { Mount } from './router.js';
import { sessionCookie } from './session.js';
import { sessionToken, type Services } from './server.js';

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
    { method: 'GET', path: '/services/session', handler: (context) => sessionInfo(services, context) },
  ];
}

/** Only paths of this server are followed after sign-in. */
function localPath(value: string | null): string {
  return value && /^\/(?![/\\])/.test(value) ? value : '/lightning';
}

function showForm(services: Services, context: RequestContext, message: string, status = 200, username = ''): void {
  const nonce = services.sessions.formNonce();
  const target = localPath(context.url.searchParams.get('startURL'));
  const html = loginPage({
    action: `/login?startURL=${encodeURIComponent(target)}`,
    token: services.sessions.csrfToken(nonce),
    message,
    username,
  });
  context.send(status, html, 'text/html; charset=utf-8', {
    'set-cookie': `${FORM_COOKIE}=${nonce}; Path=/login; HttpOnly; SameSite=Strict`,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
  });
}

async function signIn(services: Services, context: RequestContext): Promise<void> {
  const form = await context.form();
  const nonce = context.cookie(FORM_COOKIE) ?? '';
  const username = form.get('username') ?? '';
  if (!services.sessions.checkCsrf(nonce, form.get('token'))) {
    showForm(services, context, 'This form has expired. Please sign in again.', 403, username);
    return;
  }
  const user = context.org.authenticate(username, form.get('password') ?? '');
  if (!user) {
    showForm(services, context, 'Please check your username and password.', 401, username);
    return;
  }
  const token = services.sessions.create(user);
  context.redirect(localPath(context.url.searchParams.get('startURL')), 303, { 'set-cookie': sessionCookie(token) });
}

async function signOut(services: Services, context: RequestContext): Promise<void> {
  const token = sessionToken(context.request);
  const form = await context.form();
  const given = form.get('token') ?? context.header('x-csrf-token');
  if (token && !services.sessions.checkCsrf(token, given))
    throw new HttpError(403, 'INVALID_CSRF', 'The form has expired');
  if (token) services.sessions.revoke(token);
  context.redirect('/login', 303, { 'set-cookie': sessionCookie(null) });
}

/** OAuth 2.0 password flow. A local org has no connected apps, so any client id is taken. */
async function passwordFlow(services: Services, context: RequestContext): Promise<void> {
  const form = await context.form();
  if (form.get('grant_type') !== 'password') {
    context.sendJson(400, { error: 'unsupported_grant_type', error_description: 'grant type not supported' });
    return;
  }
  const user = context.org.authenticate(form.get('username') ?? '', form.get('password') ?? '');
  if (!user) {
    context.sendJson(400, { error: 'invalid_grant', error_description: 'authentication failure' });
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

/** Who the browser is, and the token its forms send back. Read by the admin shell. */
function sessionInfo(services: Services, context: RequestContext): void {
  const token = sessionToken(context.request);
  if (!context.user || !token) {
    context.sendJson(200, { user: null });
    return;
  }
  context.sendJson(200, { user: context.user, csrfToken: services.sessions.csrfToken(token) });
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
