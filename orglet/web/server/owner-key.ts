import { timingSafeEqual } from 'node:crypto';
import { HttpError, type RequestContext } from './context.js';
import { formPage, sendForm } from './forms.js';
import type { Services } from './server.js';

/**
 * Who may see what only the owner of this server may: the mailbox, and the identity providers that vouch for anybody.
 * Administrators, and whoever started the server, who is told a link with a key: a browser that plays a shopper cannot be
 * signed in as the administrator as well.
 */
const COOKIE = 'orglet_owner';

export const isKey = (services: Services, given: string | null | undefined): boolean => {
  const [left, right] = [Buffer.from(given ?? ''), Buffer.from(services.ownerKey)];
  return left.length === right.length && timingSafeEqual(left, right);
};

export const keyCookie = (key: string): string => `${COOKIE}=${key}; Path=/orglet; HttpOnly; SameSite=Lax`;

/**
 * Whether the request is the owner's; answers it itself when not.
 * @param about a sentence for a page that says who is let in; without it guests are sent to sign in
 */
export function admitsOwner(services: Services, context: RequestContext, about?: string): boolean {
  if (isKey(services, context.cookie(COOKIE))) return true;
  const { user } = context;
  if (user && services.org.permissions(user).permissions.has('ModifyAllData')) return true;
  if (user)
    throw new HttpError(
      403,
      'INSUFFICIENT_ACCESS',
      'This is for administrators, or by the link that the start printed',
    );
  const signIn = `/orglet/login?startURL=${encodeURIComponent(context.url.pathname + context.url.search)}`;
  if (about === undefined) context.redirect(signIn);
  else
    sendForm(
      context,
      formPage({
        title: 'For the owner of this server',
        text: `${about} So it is open to whoever started the server: open the mailbox address that the start printed in this browser once and load this page again, or sign in as the administrator.`,
        link: { href: signIn, text: 'Sign in as the administrator' },
      }),
      403,
    );
  return false;
}
