import { randomInt, randomUUID } from 'node:crypto';
import { raise, raiseUnsupported, type ApexExceptionObject, type ExceptionDetails } from '../../runtime/errors.js';
import { database } from '../../data/lib/current.js';
import { defineEnum } from '../../runtime/lib/enums.js';
import { defineClass, lib } from '../../runtime/registry.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { STRING } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexMap } from '../../runtime/values/map.js';
import { StandardObject } from '../../runtime/values/object.js';
import { ApexDatetime, type ApexEnumValue } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';
import {
  createExternalUser,
  createPersonAccountUser,
  createPortalUser,
  ONLY_IN_SITES,
} from '../users/external-users.js';
import {
  checkPasswordNow,
  hasPassword,
  isPasswordExpired,
  passwordProblems,
  policyUser,
  storePassword,
} from '../users/passwords.js';
import { passwordPolicy, policyStatement, weaknesses } from '../users/policy.js';
import { findSession, noteFailedSignIn } from '../users/sessions.js';
import { signIns } from '../users/sign-in.js';
import { currentSite, inSite, maySignInAtSite, network, networkDef, ownPath } from '../users/site.js';
import { issueTicket, takeWithCode } from '../users/tickets.js';
import { mailCode, mailPasswordLink } from '../users/user-mail.js';

/** Sites, networks and what people do there to sign in. */
const pageReference = (url: string) =>
  lib('System.PageReference').ctor?.(url) ?? raiseUnsupported('System.PageReference');

const siteUrl = () =>
  currentSite() ? `${tx().origin.baseUrl}${currentSite()!.prefix ? `/${currentSite()!.prefix}` : ''}` : null;

/** Seconds in which the browser has to go where Apex sends it to be signed in. */
const FRONT_DOOR_SECONDS = 60;
/** Seconds that a code is good. */
const CODE_SECONDS = 600;

/** Where the browser gets the session of a user whom Apex let in. */
function frontDoor(userId: string, startUrl: string | null, loginType: string): unknown {
  const sid = issueTicket('session', { userId, seconds: FRONT_DOOR_SECONDS, data: { loginType } });
  const query = new URLSearchParams({ sid, retURL: ownPath(startUrl, '/') });
  return pageReference(`${tx().origin.baseUrl}/secur/frontdoor.jsp?${query.toString()}`);
}

const SITE_LOGIN = 'Chatter Communities External User';

/**
 * `Site.login`: null for a wrong name or password, a locked user and one who is no member of the site; in tests always,
 * as on the platform.
 */
function login(username: string | null, password: string | null, startUrl: string | null = null): unknown {
  if (!inSite() || username === null || password === null) return null;
  const [row] = platformHost().find('User', { Username: username, IsActive: true });
  const right = signIns().attemptNow(username, () => checkPasswordNow(row?.id ?? null, password));
  if (!row) return null;
  if (!right || !maySignInAtSite(row)) {
    const status = right ? 'Insufficient Access' : 'Invalid Password';
    noteFailedSignIn({ userId: row.id!, loginType: SITE_LOGIN, address: tx().origin.web?.address ?? '' }, status);
    return null;
  }
  return frontDoor(row.id!, startUrl, SITE_LOGIN);
}

/**
 * `Site.forgotPassword`: true whatever the name, so that nobody learns who has an account.
 * "If it's called outside of a Visualforce page, it's false": outside of a site here.
 */
function forgotPassword(username: string | null, template: string | null = null): boolean {
  if (!inSite()) return false;
  const [user] = username ? platformHost().find('User', { Username: username, IsActive: true }) : [];
  if (user && maySignInAtSite(user)) mailPasswordLink(user, 'password', template);
  return true;
}

function validatePassword(user: SObjectValue, password: string | null, confirmation: string | null): void {
  if (!inSite()) raise('System.SecurityException', ONLY_IN_SITES);
  if (password !== confirmation) raise('System.SecurityException', 'The passwords don’t match.');
  const profileId = (user.f.ProfileId ?? network()?.f.SelfRegProfileId ?? null) as string | null;
  const username = String(user.f.Username ?? user.f.Email ?? '');
  const [problem] = weaknesses(password ?? '', username, passwordPolicy({ profileId, external: true }));
  if (problem !== undefined) raise('System.SecurityException', problem);
}

/** Changes the password of the member who asks. Sessions end with the old one; the answer opens another. */
function changePassword(password: string | null, confirmation: string | null, old: string | null = null): unknown {
  const { user } = tx();
  if (!inSite() || user.userType === 'Guest') return null;
  const refuse = (message: string): never => raise('System.SecurityException', message);
  if (password !== confirmation) refuse('The passwords don’t match.');
  const expired = isPasswordExpired(user.id);
  const right =
    (old === null && (expired || !hasPassword(user.id))) ||
    signIns().attemptNow(user.username, () => checkPasswordNow(user.id, old ?? ''));
  if (!right) refuse('Your old password is invalid.');
  const [problem] = passwordProblems(user.id, password ?? '');
  if (problem !== undefined) refuse(problem);
  storePassword(user.id, password!);
  return frontDoor(user.id, null, SITE_LOGIN);
}

defineClass('System.Site', {
  statics: {
    getsiteid: () => currentSite()?.id ?? null,
    getname: () => currentSite()?.name ?? null,
    getmasterlabel: () => currentSite()?.label ?? null,
    getpathprefix: () => (currentSite()?.prefix ? `/${currentSite()!.prefix}` : ''),
    getprefix: () => (currentSite()?.prefix ? `/${currentSite()!.prefix}` : ''),
    getadminid: () => currentSite()?.adminId ?? null,
    getadminemail: () => {
      const id = currentSite()?.adminId;
      return id ? ((platformHost().find('User', { Id: id })[0]?.f.Email as string | undefined) ?? null) : null;
    },
    getbaseurl: () => siteUrl() ?? '',
    getbasesecureurl: () => siteUrl() ?? '',
    getbaseinsecureurl: () => siteUrl() ?? '',
    getbaserequesturl: () => siteUrl() ?? '',
    getcurrentsiteurl: () => (siteUrl() ? `${siteUrl()}/` : null),
    getdomain: () => (siteUrl() ? new URL(siteUrl()!).host : null),
    getsitetype: () => (currentSite() ? 'ChatterNetwork' : null),
    getsitetypelabel: () => (currentSite() ? 'Experience Cloud Site' : null),
    geterrormessage: () => '',
    geterrordescription: () => '',
    isregistrationenabled: () => inSite() && network()?.f.OptionsSelfRegistrationEnabled === true,
    isloginenabled: () => inSite(),
    isvalidusername: (name: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name),
    createexternaluser: (
      user: SObjectValue,
      accountId: string | null,
      password: string | null = null,
      mail: boolean | null = false,
    ) => createExternalUser(user, accountId, password, mail ?? false),
    createportaluser: (
      user: SObjectValue,
      accountId: string | null,
      password: string | null = null,
      mail: boolean | null = false,
    ) => createPortalUser(user, accountId, password, mail ?? false),
    createpersonaccountportaluser: (user: SObjectValue, ownerId: string | null, ...rest: (string | null)[]) =>
      createPersonAccountUser(user, ownerId, rest.length > 1 ? rest[0]! : null, rest[rest.length - 1] ?? null),
    changepassword: changePassword,
    forgotpassword: forgotPassword,
    getpasswordpolicystatement: () => policyStatement(passwordPolicy(policyUser(tx().user.id))),
    ispasswordexpired: () => inSite() && tx().user.userType !== 'Guest' && isPasswordExpired(tx().user.id),
    login,
    validatepassword: validatePassword,
  },
});

defineClass('Site.ExternalUserCreateException', {
  methods: {
    getdisplaymessages: (self: ApexExceptionObject) =>
      new ApexList(STRING, (self.details as ExceptionDetails | null)?.displayMessages ?? []),
  },
});

const siteAddress = (path: string): string => `${tx().origin.baseUrl}${path}`;

defineClass('System.Network', {
  statics: {
    getnetworkid: () => (inSite() ? (network()?.id ?? null) : null),
    getloginurl: () => siteAddress(platformHost().sitePages().login),
    getlogouturl: () => siteAddress('/secur/logout.jsp'),
    getselfregurl: () =>
      network()?.f.OptionsSelfRegistrationEnabled === true
        ? siteAddress(platformHost().sitePages().selfRegister)
        : null,
    communitieslanding: () => pageReference('/'),
    forwardtoauthpage: (startUrl: string | null) =>
      pageReference(`${platformHost().sitePages().login}?startURL=${encodeURIComponent(ownPath(startUrl, '/'))}`),
  },
});

defineClass('Auth.CommunitiesUtil', {
  statics: {
    getlogouturl: () => siteAddress('/secur/logout.jsp'),
    getuserdisplayname: () => tx().user.name,
    isguestuser: () => tx().user.userType === 'Guest',
    isinternaluser: () => tx().user.userType === 'Standard',
  },
});

// ---- codes by e-mail

const methods = defineEnum('Auth.VerificationMethod', [
  'EMAIL',
  'PASSWORD',
  'SALESFORCE_AUTHENTICATOR',
  'SMS',
  'TOTP',
  'U2F',
]);
const [EMAIL] = methods;

/** `Auth.VerificationResult`. */
class VerificationResult extends StandardObject {
  redirect: unknown;
  success: boolean | null;
  message: string | null;
  constructor(redirect: unknown, success: boolean | null, message: string | null) {
    super();
    this.redirect = redirect;
    this.success = success;
    this.message = message;
  }
}
defineClass('Auth.VerificationResult', {
  instance: VerificationResult,
  ctor: (redirect: unknown, success: boolean | null, message: string | null) =>
    new VerificationResult(redirect, success, message),
  props: {
    redirect: { get: (self: VerificationResult) => self.redirect, set: (self, value) => (self.redirect = value) },
    success: { get: (self: VerificationResult) => self.success, set: (self, value) => (self.success = value) },
    message: { get: (self: VerificationResult) => self.message, set: (self, value) => (self.message = value) },
  },
});

function requireEmail(method: ApexEnumValue, what: string): void {
  if (method !== EMAIL) raiseUnsupported(`${what} by ${method?.name ?? 'null'}; only EMAIL`);
}

function sendCode(address: string, user: SObjectValue, data: Record<string, unknown>): string {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const identifier = issueTicket('code', { seconds: CODE_SECONDS, code, data });
  mailCode(address, user, code);
  return identifier;
}

function initSelfRegistration(method: ApexEnumValue, user: SObjectValue): string {
  requireEmail(method, 'UserManagement.initSelfRegistration');
  if (!inSite()) raise('Auth.VerificationException', ONLY_IN_SITES);
  const address = user.f.Email as string | null | undefined;
  if (!address) raise('Auth.VerificationException', 'The user has no e-mail address.');
  const fields = Object.fromEntries(Object.entries(user.f).filter(([, value]) => typeof value !== 'object'));
  return sendCode(address!, user, { kind: 'register', fields });
}

const failed = (message: string) => new VerificationResult(null, false, message);

function verifySelfRegistration(
  method: ApexEnumValue,
  identifier: string | null,
  code: string | null,
  startUrl: string | null,
): VerificationResult {
  requireEmail(method, 'UserManagement.verifySelfRegistration');
  const ticket = takeWithCode(identifier, code ?? '');
  if (ticket === 'WRONG' || ticket?.data.kind !== 'register') return failed('FAILURE');
  const user = new SObjectValue(database().schema.object('User')!, ticket.data.fields as Record<string, unknown>);
  delete user.f.Id;
  // Who has proven the address needs no password, and no link to choose one.
  const id = createExternalUser(user, null, `${randomUUID()}aA1!`, false);
  return new VerificationResult(frontDoor(id, startUrl, SITE_LOGIN), true, 'SUCCESS');
}

function initPasswordlessLogin(userId: string, method: ApexEnumValue): string {
  requireEmail(method, 'UserManagement.initPasswordlessLogin');
  if (!inSite()) raise('Auth.VerificationException', ONLY_IN_SITES);
  const [user] = platformHost().find('User', { Id: userId, IsActive: true });
  if (!user || !maySignInAtSite(user)) return raise('Auth.VerificationException', 'The user cannot sign in here.');
  return sendCode(String(user.f.Email), user, { kind: 'login', userId: user.id });
}

function verifyPasswordlessLogin(
  userId: string,
  method: ApexEnumValue,
  identifier: string | null,
  code: string | null,
  startUrl: string | null,
): VerificationResult {
  requireEmail(method, 'UserManagement.verifyPasswordlessLogin');
  const ticket = takeWithCode(identifier, code ?? '');
  if (ticket === 'WRONG' || ticket?.data.kind !== 'login' || ticket.data.userId !== userId) return failed('FAILURE');
  return new VerificationResult(frontDoor(userId, startUrl, SITE_LOGIN), true, 'SUCCESS');
}

defineClass('System.UserManagement', {
  statics: {
    formatphonenumber: (countryCode: string, number: string) =>
      `+${countryCode.replace(/\D/g, '')} ${number.replace(/\D/g, '')}`,
    initselfregistration: initSelfRegistration,
    verifyselfregistration: verifySelfRegistration,
    initpasswordlesslogin: initPasswordlessLogin,
    verifypasswordlesslogin: verifyPasswordlessLogin,
    obfuscateuser: (userId: string) => {
      const alias = randomUUID().slice(0, 8);
      platformHost().updateRow('User', userId, {
        FirstName: null,
        LastName: alias,
        Username: `${alias}@obfuscated.invalid`,
        Email: `${alias}@obfuscated.invalid`,
        IsActive: false,
      });
    },
  },
});

/** What the running session is, as `Auth.SessionManagement.getCurrentSession` names it. */
function currentSession(): ApexMap {
  const { user, origin } = tx();
  const session = new ApexMap(STRING, STRING);
  session.put('UsersId', user.id);
  session.put('Username', user.username);
  session.put('UserType', user.userType);
  session.put('SessionType', user.userType === 'Guest' ? 'Site' : inSite() ? 'ChatterNetworks' : 'UI');
  session.put('LoginDomain', new URL(origin.baseUrl).host);
  const open = origin.web?.session ? findSession(origin.web.session, Date.now()) : null;
  const [row] = open ? platformHost().find('AuthSession', { Id: open.sessionId }) : [];
  if (!row) return session;
  const textOf = (value: unknown): string | null =>
    value === null || value === undefined
      ? null
      : value instanceof ApexDatetime
        ? new Date(value.ms).toISOString()
        : String(value);
  session.put('SessionId', row.id);
  for (const name of [
    'SessionType',
    'SessionSecurityLevel',
    'SourceIp',
    'LoginType',
    'LoginHistoryId',
    'CreatedDate',
    'LastModifiedDate',
    'NumSecondsValid',
    'ParentId',
    'LogoutUrl',
  ])
    session.put(name, textOf(row.f[name]));
  session.put('LogoutUrl', networkDef()?.logoutUrl ?? siteAddress('/secur/logout.jsp'));
  return session;
}

defineClass('Auth.SessionManagement', { statics: { getcurrentsession: currentSession } });
