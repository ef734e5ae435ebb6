import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { orgClient } from '../../scripts/lib/org-client.mjs';
import { Mailbox } from './mailbox.js';
import { ADMIN, base } from './store.js';

/** Customers of the demo store who can sign in (scripts/lib/demo-members.mjs). */
export const NORA = 'nora.whitfield@example.com';
export const JUNE = 'june.avery@example.com';
export const VICTOR = 'victor.hale@example.com';
/** A member of the Circle, above the lowest tier. */
export const MARA = 'mara.ellison@example.com';
/** Of the journeys of payment methods alone. */
export const IRIS = 'iris.moreno@example.com';

/** The password that all of them have. */
export const memberPassword = (): string =>
  readFileSync(join(process.env.STORE_DATA ?? '.orglet/data', 'member-password'), 'utf8').trim();

/** Signs a customer in and opens a page of the site. */
export async function signInAs(page: Page, email: string, path = '/account'): Promise<void> {
  await page.goto(`/login?startURL=${encodeURIComponent(path)}`);
  await page.locator('input[type="email"], input[name="username"], input[name="un"]').first().fill(email);
  await page.locator('input[type="password"]').first().fill(memberPassword());
  await page.locator('input[type="password"]').first().press('Enter');
  await page.waitForURL((url) => url.pathname === path);
}

/** What members choose in journeys. */
export const PASSWORD = 'Analytical-Engine-1843';

/** Chooses a password behind the link; ends in the account area. */
export async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('[data-field="password"]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL(/\/account/);
}

/** Has the link sent that an account is made with. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Last name').fill('Lovelace');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
}

/** Makes an account by the page and the mailbox. */
export async function makeMember(page: Page, mails: Mailbox, email: string): Promise<void> {
  await signUp(page, email);
  await choosePassword(page, await mails.link(email, '/welcome'));
}

export interface OwnMember {
  email: string;
  contactId: string;
  accountId: string;
}

/**
 * Makes and signs in a member of this journey alone, with an account of their own: files of journeys run two at once, and what
 * another one does to a customer of the demo, or to whoever belongs to the same account, changes prices and balances under way.
 */
export async function ownMember(page: Page, name: string): Promise<OwnMember> {
  const email = `${name}-${Date.now()}@example.com`;
  await makeMember(page, await Mailbox.open(), email);
  const org = await orgClient(base, ADMIN);
  const [contact] = await org.query(`SELECT Id, AccountId FROM Contact WHERE Email = '${email}'`);
  return { email, contactId: contact.Id, accountId: contact.AccountId };
}

/** A page that ends the session and leads home. */
export async function signOut(page: Page): Promise<void> {
  // A page that still finds its way would take the browser back.
  await page.waitForLoadState('networkidle');
  await page.goto('/secur/logout.jsp');
  await page.goto('/');
}

/** A person as the demo's identity providers are told. */
export interface Vouched {
  name: string;
  email: string;
  /** False: the provider says that it does not know whose the address is. */
  verified?: boolean;
}

/** Makes the browser the server owner's, for whom alone the demo's identity providers vouch. */
export async function becomeOwner(page: Page): Promise<void> {
  const mailbox = process.env.STORE_MAILBOX;
  if (!mailbox)
    throw new Error('STORE_MAILBOX is not set: the path of the mailbox with its key, as the start prints it.');
  await page.goto(mailbox);
}

/** Says at the demo's provider who one is. */
export async function vouch(page: Page, { name, email, verified = true }: Vouched): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('The address is verified').setChecked(verified);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in with a provider's button of the sign-in page. */
export async function signInWith(page: Page, button: string, person: Vouched): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: button }).click();
  await vouch(page, person);
  await page.waitForURL(({ pathname }) => pathname === '/account');
}
