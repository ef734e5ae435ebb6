import type { SObjectValue } from '../../runtime/sobject.js';
import { hasTransaction, tx } from '../../runtime/transaction.js';
import { platformHost } from '../host.js';
import { deliverMail } from '../lib/email.js';
import { network, networkDef } from './site.js';
import { issueTicket } from './tickets.js';

/** Hours that a link to choose a password is good: one that was asked for, and that of a new user. */
const RESET_HOURS = 24;
const WELCOME_HOURS = 7 * 24;

/** What the org writes to a user of its own accord. */
export type UserMail = 'welcome' | 'password' | 'code';

interface Wording {
  subject: string;
  /** Paragraphs before and after the link or code. */
  before: string;
  after: string;
}

const WORDINGS: Readonly<Record<UserMail, Wording>> = {
  welcome: {
    subject: 'Welcome to {!Network.Name}',
    before: 'Your account is ready. Your username is {!Receiving_User.Username}. Choose a password to sign in:',
    after: `The link is good once, and for ${WELCOME_HOURS / 24} days.`,
  },
  password: {
    subject: 'Finish resetting your {!Network.Name} password',
    before: 'Somebody, most likely you, asked for a new password for {!Receiving_User.Username}. Choose one here:',
    after: `The link is good once, and for ${RESET_HOURS} hours. If you did not ask for it, do nothing: your password stays as it is.`,
  },
  code: {
    subject: 'Your verification code for {!Network.Name}',
    before: 'Enter this code where you were asked for it:',
    after: 'It is good for ten minutes. If you did not ask for it, do nothing.',
  },
};

/** Where a link of an e-mail leads: the address that the request came to, else the one that the org is served at. */
const baseUrl = (): string => tx().origin.baseUrl;

/** Sends a link with which the user chooses a password. @param templateName API name of an e-mail template instead of the standard text */
export function mailPasswordLink(user: SObjectValue, kind: 'welcome' | 'password', templateName?: string | null): void {
  const hours = kind === 'welcome' ? WELCOME_HOURS : RESET_HOURS;
  const ticket = issueTicket(kind, { userId: user.id!, seconds: hours * 3600 });
  const link = `${baseUrl()}/login?c=${ticket}`;
  const name =
    templateName ?? (kind === 'password' ? networkDef()?.forgotPasswordTemplate : networkDef()?.welcomeTemplate);
  mail(kind, user, String(user.f.Email), link, name ? templateNamed(name) : null);
}

/** Sends a code to an address that need not be a user's yet. */
export function mailCode(address: string, user: SObjectValue | null, code: string): void {
  mail('code', user, address, code, null);
}

interface Template {
  subject: string;
  text: string | null;
  html: string | null;
}

function templateNamed(name: string): Template | null {
  const [row] = platformHost().find('EmailTemplate', { DeveloperName: name.slice(name.lastIndexOf('/') + 1) });
  if (!row) return null;
  return {
    subject: (row.f.Subject as string | null) ?? '',
    text: row.f.Body as string | null,
    html: row.f.HtmlValue as string | null,
  };
}

function mail(kind: UserMail, user: SObjectValue | null, to: string, value: string, template: Template | null): void {
  const site = String(network()?.f.Name ?? 'Orglet');
  const merge = (text: string, escape: (value: string) => string = (plain) => plain): string =>
    text
      .replace(/\{!\s*(?:Network|Community)[._]Name\s*\}/gi, escape(site))
      .replace(/\{!\s*(?:Network\.NetworkUrlForUserEmails|Community_Url)\s*\}/gi, escape(value))
      .replace(/\{!\s*(?:Receiving_User|User)\.(\w+)\s*\}/gi, (_, field: string) => {
        const key = Object.keys(user?.f ?? {}).find((name) => name.toLowerCase() === field.toLowerCase());
        const found = key === undefined ? null : user!.f[key];
        return escape(typeof found === 'string' ? found : '');
      });
  const { subject, before, after } = WORDINGS[kind];
  const greeting = user?.f.FirstName ? `Hello ${String(user.f.FirstName)},` : 'Hello,';
  const own = networkDef();
  deliverMail({
    from: own?.emailSenderAddress ?? 'no-reply@orglet.localhost',
    fromName: own?.emailSenderName ?? site,
    to: [to],
    subject: merge(template?.subject ?? subject),
    text: template
      ? template.text && merge(template.text)
      : [greeting, merge(before), value, merge(after)].join('\n\n'),
    html: template
      ? template.html && merge(template.html, escapeHtml)
      : standardHtml(site, greeting, merge(before), kind === 'code' ? null : value, value, merge(after)),
    targetObjectId: user?.id ?? null,
  });
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function standardHtml(
  site: string,
  greeting: string,
  before: string,
  link: string | null,
  value: string,
  after: string,
): string {
  const main = link
    ? `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#0250d9;color:#fff;text-decoration:none">Choose a password</a></p><p style="word-break:break-all;color:#5c5c5c">${escapeHtml(link)}</p>`
    : `<p style="font-size:28px;letter-spacing:6px"><strong>${escapeHtml(value)}</strong></p>`;
  return `<div style="max-width:560px;margin:0 auto;font:16px/1.5 system-ui,sans-serif;color:#181818"><h1 style="font-size:20px">${escapeHtml(site)}</h1><p>${escapeHtml(greeting)}</p><p>${escapeHtml(before)}</p>${main}<p style="color:#5c5c5c">${escapeHtml(after)}</p></div>`;
}

/** Tells the site's administrator that somebody could not be registered, as the platform does for `createPortalUser`. */
export function mailRegistrationFailure(adminId: string | null, site: string, message: string): void {
  const [admin] = adminId ? platformHost().find('User', { Id: adminId }) : [];
  if (!admin?.f.Email || !hasTransaction()) return;
  deliverMail({
    from: networkDef()?.emailSenderAddress ?? 'no-reply@orglet.localhost',
    fromName: networkDef()?.emailSenderName ?? site,
    to: [String(admin.f.Email)],
    subject: `Registration failed in site ${site}`,
    text: `There was an error in registering a user in site ${site}. The error message is: ${message}`,
    html: null,
    targetObjectId: admin.id,
  });
}
