import type { Org } from '../../org/org.js';
import type { OrgUser } from '../../org/types.js';
import { localPath, TooManyTries } from '../../platform/index.js';
import type { LoginType, SignIn } from '../../platform/users/sessions.js';
import { takeTicket } from '../../platform/users/tickets.js';
import { HttpError, RequestContext } from './context.js';
import { callerOf, isOwnNavigation } from './doors.js';
import { FORM_COOKIE, formPage, sendForm } from './forms.js';
import { choosePassword, showPasswordForm } from './password-pages.js';
import type { Mount } from './router.js';
import { SESSION_COOKIE, sessionCookie } from './session.js';
import type { Services } from './server.js';

/** Sign-in and sign-out: `/login` for people, OAuth password flow and identity for API clients (SOAP login: `soap.ts`). */
export function loginMounts(services: Services): Mount[] {
  return [
    { method: 'GET', path: '/login', handler: (context) => showLogin(services, context) },
    { method: 'POST', path: '/login', handler: (context) => signIn(services, context) },
    { method: 'GET', path: STAFF_LOGIN, handler: (context) => showForm(services, context, '') },
    { method: 'POST', path: STAFF_LOGIN, handler: (context) => signIn(services, context) },
    { method: 'GET', path: '/secur/frontdoor.jsp', handler: (context) => frontDoor(services, context) },
    { method: 'GET', path: '/secur/logout.jsp', handler: (context) => leave(services, context) },
    { method: 'GET', path: '/logout', handler: (context) => leave(services, context) },
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
  return context.org.authenticate(username, password, context.address);
}

/** Where the org's own sign-in always is: `/login` is the site's when the site has such a page. */
export const STAFF_LOGIN = '/orglet/login';
const HOME = '/lightning';

/** The page that a user sees first: of the org for employees, of the site for members. */
export const homeOf = (org: Org, user: OrgUser): string => (org.permissions(user).audience === 'internal' ? HOME : '/');

/**
 * Opens a session in the browser, in place of the one that it had.
 * @returns headers of the answer
 */
export function openInBrowser(
  services: Services,
  context: RequestContext,
  user: OrgUser,
  how: Partial<SignIn> = {},
): Record<string, string> {
  const before = context.cookie(SESSION_COOKIE);
  if (before) services.sessions.revoke(before);
  const external = services.org.permissions(user).audience !== 'internal';
  const token = services.sessions.create(user, {
    loginType: external ? 'Chatter Communities External User' : 'Application',
    sessionType: external ? 'ChatterNetworks' : 'UI',
    address: context.address,
    agent: context.header('user-agent'),
    ...how,
  });
  return { 'set-cookie': sessionCookie(token) };
}

/** `/login`: the site's page where it has one there, unless what comes after is the org's. */
function showLogin(services: Services, context: RequestContext): void | Promise<void> {
  const { searchParams } = context.url;
  if (searchParams.has('c')) return showPasswordForm(services, context);
  const target = localPath(searchParams.get('startURL'), '/');
  if (services.siteLogin && services.fallback && !/^\/lightning(?:[/?#]|$)/.test(target))
    return services.fallback(asDocument(services, context));
  return showForm(services, context, '');
}

/** The request as one for a document: with the session of its cookie. */
function asDocument(services: Services, context: RequestContext): RequestContext {
  const { org, request, response, url, params } = context;
  const { user, token } = callerOf(request, 'document', services.sessions);
  return new RequestContext(org, request, response, url, params, user, token, 'document');
}

function showForm(services: Services, context: RequestContext, message: string, status = 200, username = ''): void {
  const { nonce, token } = services.sessions.formNonce();
  const asked = context.url.searchParams.get('startURL');
  const target = localPath(asked, '');
  const action = STAFF_LOGIN + (target ? `?startURL=${encodeURIComponent(target)}` : '');
  const html = formPage({
    title: 'Sign in',
    action,
    token,
    message,
    fields: [
      { name: 'username', label: 'Username', type: 'text', autocomplete: 'username', value: username },
      { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
    ],
    button: 'Sign in',
    link: { href: '/secur/forgotpassword', text: 'Forgot your password?' },
  });
  sendForm(context, html, status, nonce);
}

async function signIn(services: Services, context: RequestContext): Promise<void> {
  if (context.url.searchParams.has('c')) return choosePassword(services, context);
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
  if (!user || !services.org.people.maySignIn(user)) {
    showForm(services, context, WRONG, 401, username);
    services.org.people.noteFailedSignIn(username, context.address);
    return;
  }
  finishSignIn(services, context, user, context.url.searchParams.get('startURL'));
}

/** Opens the session and goes on; a user whose password has expired chooses another first. */
export function finishSignIn(
  services: Services,
  context: RequestContext,
  user: OrgUser,
  startUrl: string | null,
  how: Partial<SignIn> = {},
): void {
  if (how.providerId === undefined && services.org.people.isPasswordExpired(user)) {
    context.redirect(`/login?c=${services.org.people.passwordTicket(user)}`);
    return;
  }
  const headers = openInBrowser(services, context, user, how);
  context.redirect(localPath(startUrl, homeOf(services.org, user)), 303, headers);
}

/**
 * Where Apex sends the browser that it lets in (`Site.login`). Only pages of this server lead there: a link from
 * elsewhere could sign people in as somebody else.
 */
function frontDoor(services: Services, context: RequestContext): void {
  const { searchParams } = context.url;
  const ticket = isOwnNavigation(context.request) ? takeTicket('session', searchParams.get('sid')) : null;
  const user = ticket?.userId ? services.org.findUser(ticket.userId) : null;
  if (!user?.isActive) {
    context.redirect(services.org.sitePages.login);
    return;
  }
  finishSignIn(services, context, user, searchParams.get('retURL'), { loginType: ticket!.data.loginType as LoginType });
}

/** Sign-out by a link of the pages, or typed; a link from elsewhere signs nobody out. */
function leave(services: Services, context: RequestContext): void {
  const token = context.cookie(SESSION_COOKIE);
  const user = services.sessions.user(token);
  const after = user && services.org.permissions(user).audience === 'internal' ? STAFF_LOGIN : '/';
  if (!isOwnNavigation(context.request, true))
    throw new HttpError(403, 'INVALID_ORIGIN', 'Another site asked to sign you out. You are still signed in.');
  if (token) services.sessions.revoke(token);
  const to = localPath(context.url.searchParams.get('retUrl'), services.org.people.afterSignOut ?? after);
  context.redirect(to, 303, { 'set-cookie': sessionCookie(null) });
}

function signOut(services: Services, context: RequestContext): void {
  if (context.sessionToken) services.sessions.revoke(context.sessionToken);
  const staff = !context.user || services.org.permissions(context.user).audience === 'internal';
  context.redirect(
    staff ? (services.siteLogin ? STAFF_LOGIN : '/login') : (services.org.people.afterSignOut ?? '/'),
    303,
    {
      'set-cookie': sessionCookie(null),
    },
  );
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
    access_token: services.sessions.create(user, {
      loginType: 'Remote Access 2.0',
      sessionType: 'API',
      address: context.address,
    }),
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
