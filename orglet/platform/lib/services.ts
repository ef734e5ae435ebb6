import { randomUUID } from 'node:crypto';
import { raise, raiseUnsupported } from '../../runtime/errors.js';
import { defineClass, lib } from '../../runtime/registry.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { STRING } from '../../runtime/types.js';
import { ApexMap } from '../../runtime/values/map.js';
import { platformHost } from '../host.js';
import { testState } from '../state.js';
import { checkPasswordNow, storePassword } from '../users/passwords.js';
import { hasCustomPermission } from '../users/permissions.js';
import { signIns } from '../users/sign-in.js';

/** Sites, networks, sessions, permissions and other services that need no class of their own. */
const pageReference = (url: string) =>
  lib('System.PageReference').ctor?.(url) ?? raiseUnsupported('System.PageReference');

interface SiteRow {
  id: string;
  name: string;
  label: string;
  prefix: string | null;
  adminId: string | null;
}

/** The site whose guest user runs the transaction, or null: outside of sites `Site.*` answers null. */
function currentSite(): SiteRow | null {
  const { user } = tx();
  if (user.userType !== 'Guest') return null;
  const [row] = platformHost().find('Site', { GuestUserId: user.id });
  if (!row) return null;
  const { f } = row;
  return {
    id: row.id!,
    name: f.Name as string,
    label: f.MasterLabel as string,
    prefix: f.UrlPathPrefix as string | null,
    adminId: f.AdminId as string | null,
  };
}

const siteUrl = () =>
  currentSite() ? `${tx().origin.baseUrl}${currentSite()!.prefix ? `/${currentSite()!.prefix}` : ''}` : null;

function createExternalUser(user: SObjectValue, accountId: string | null, password: string | null): string {
  const host = platformHost();
  user.f.AccountId ??= accountId;
  user.f.Id = host.insertRow('User', { ...user.f, IsActive: true });
  if (password) storePassword(user.f.Id as string, password);
  return user.f.Id as string;
}

function login(username: string, password: string, startUrl: string | null): unknown {
  const [row] = platformHost().find('User', { Username: username, IsActive: true });
  const check = (): boolean => checkPasswordNow(row?.id ?? null, password);
  // What tests try is undone with them.
  const right = testState() ? check() : signIns().attemptNow(username, check);
  return right && row ? pageReference(startUrl ?? '/') : null;
}

defineClass('System.Site', {
  statics: {
    getsiteid: () => currentSite()?.id ?? null,
    getname: () => currentSite()?.name ?? null,
    getmasterlabel: () => currentSite()?.label ?? null,
    getpathprefix: () => (currentSite()?.prefix ? `/${currentSite()!.prefix}` : ''),
    getprefix: () => (currentSite()?.prefix ? `/${currentSite()!.prefix}` : ''),
    getadminid: () => currentSite()?.adminId ?? null,
    getadminemail: () => null,
    getbaseurl: () => siteUrl() ?? '',
    getbasesecureurl: () => siteUrl() ?? '',
    getbaseinsecureurl: () => siteUrl() ?? '',
    getbaserequesturl: () => siteUrl() ?? '',
    getcurrentsiteurl: () => (siteUrl() ? `${siteUrl()}/` : null),
    getdomain: () => (siteUrl() ? new URL(siteUrl()!).host : null),
    getsitetype: () => (currentSite() ? 'ChatterNetwork' : null),
    geterrormessage: () => '',
    geterrordescription: () => '',
    isregistrationenabled: () => true,
    isloginenabled: () => true,
    isvalidusername: (name: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name),
    createexternaluser: (user: SObjectValue, accountId: string | null, password: string | null = null) =>
      createExternalUser(user, accountId, password),
    createportaluser: (user: SObjectValue, accountId: string | null, password: string | null = null) =>
      createExternalUser(user, accountId, password),
    forgotpassword: () => true,
    login,
    validatepassword: (_user: SObjectValue, password: string, confirmation: string) => {
      if (password !== confirmation) raise('System.SecurityException', 'The passwords do not match');
    },
  },
});

defineClass('System.Network', {
  statics: {
    getnetworkid: () => {
      const site = currentSite();
      if (!site) return null;
      return platformHost().find('Network', {})[0]?.id ?? null;
    },
    getloginurl: () => `${tx().origin.baseUrl}/login`,
    getlogouturl: () => `${tx().origin.baseUrl}/logout`,
    getselfregurl: () => `${tx().origin.baseUrl}/register`,
    communitieslanding: () => pageReference('/'),
    forwardtoauthpage: (startUrl: string) => pageReference(`/login?startURL=${encodeURIComponent(startUrl)}`),
  },
});

defineClass('System.FeatureManagement', {
  statics: { checkpermission: (name: string) => hasCustomPermission(tx().user, name) },
});

defineClass('System.UserManagement', {
  statics: {
    formatphonenumber: (countryCode: string, number: string) =>
      `+${countryCode.replace(/\D/g, '')} ${number.replace(/\D/g, '')}`,
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

defineClass('Auth.SessionManagement', {
  statics: {
    getcurrentsession: () => {
      const session = new ApexMap(STRING, STRING);
      session.put('UsersId', tx().user.id);
      session.put('SessionType', tx().user.userType === 'Guest' ? 'Site' : 'UI');
      session.put('LoginDomain', new URL(tx().origin.baseUrl).host);
      return session;
    },
  },
});

defineClass('Flow.Interview', {
  statics: {
    createinterview: (...names: unknown[]) =>
      raise(
        'System.FlowException',
        `Flows are not supported by Orglet: ${names.filter((name) => typeof name === 'string').join('.')}`,
      ),
  },
});
