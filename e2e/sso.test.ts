import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, DESKTOP, hasCount, hasText, PHONE } from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { becomeOwner, makeMember, PASSWORD, signInWith, signOut, vouch } from './support/members.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { base, StoreRoom } from './support/store.js';

/** Addresses of this run: the store may have seen another one. */
const address = (name: string): string => `sso-${name}-${RUN}@example.com`;
const RUN = Date.now().toString(36);
const OPEN_ID = 'Continue with Demo ID';
const SAML = 'Continue with Demo Company';

let browser: Browser;
let mails: Mailbox;
let room: StoreRoom;

before(async () => {
  [mails, room] = await Promise.all([Mailbox.open(), StoreRoom.open()]);
  await room.offerSignIn(SAML, 'Saml', 'Demo_Company');
  browser = await launchBrowser();
});
after(() => browser?.close());

async function orderAsGuest(page: Page, email: string): Promise<string> {
  await addToCart(page, 'day-notebook', { Color: 'Sea' });
  await fillCheckout(page, { ...ADA, email });
  await placeOrderButton(page).click();
  return orderNumber(page);
}

/** Waits for the order in the account: orders of a proven address are linked by a job. */
async function hasOrder(page: Page, number: string): Promise<void> {
  await page.goto('/account/orders');
  for (let tries = 0; tries < 20 && !(await page.getByText(number).count()); tries += 1) {
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await page.waitForTimeout(250);
    await page.reload();
  }
  await page.getByText(number).first().waitFor();
}

const greeting = (page: Page) => page.locator('[data-greeting]');

describe('Signing in with a provider', () => {
  for (const viewport of [DESKTOP, PHONE]) {
    const { width } = viewport;

    it(`makes an account for an unknown address, brings what it bought as a guest, and finds it again (${width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const person = { name: 'Ada Byron', email: address(`unknown-${width}`) };
          const number = await orderAsGuest(page, person.email);
          await becomeOwner(page);
          await page.goto('/sign-in?startURL=%2Faccount%2Forders');
          await page.getByRole('link', { name: OPEN_ID }).waitFor();
          await assertAccessibleAtBothWidths(page, 'sso-sign-in');
          await page.getByRole('link', { name: OPEN_ID }).click();
          await page.getByRole('heading', { name: 'Demo sign-in' }).waitFor();
          await assertAccessibleAtBothWidths(page, 'sso-demo-id');
          await vouch(page, person);
          await page.waitForURL(({ pathname }) => pathname === '/account/orders');
          await hasOrder(page, number);
          await assertAccessibleAtBothWidths(page, 'sso-orders');
          await page.goto('/account');
          await hasText(greeting(page), /Ada/);
          await signOut(page);
          await signInWith(page, OPEN_ID, { ...person, name: 'Augusta King' });
          await hasText(greeting(page), /Ada/);
          await hasOrder(page, number);
        },
        viewport,
      ));

    it(`signs the member in whose address is vouched for, and attaches later orders as a guest (${width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = address(`known-${width}`);
          await makeMember(page, mails, email);
          await signOut(page);
          const number = await orderAsGuest(page, email);
          await becomeOwner(page);
          // Another spelling is the same address.
          await signInWith(page, OPEN_ID, { name: 'Somebody Else', email: email.toUpperCase() });
          await hasOrder(page, number);
          assert.equal(await room.membersWith(email), 1, 'no second user');
        },
        viewport,
      ));

    it(`by SAML makes and finds the same member (${width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const person = { name: 'Grace Hopper', email: address(`saml-${width}`) };
          const number = await orderAsGuest(page, person.email);
          await becomeOwner(page);
          await page.goto('/sign-in');
          await page.getByRole('link', { name: SAML }).click();
          await page.getByRole('heading', { name: 'Demo SAML sign-in' }).waitFor();
          await assertAccessibleAtBothWidths(page, 'sso-demo-saml');
          await vouch(page, person);
          await page.waitForURL(({ pathname }) => pathname === '/account');
          await hasText(greeting(page), /Grace/);
          await hasOrder(page, number);
          await signOut(page);
          await signInWith(page, SAML, person);
          await signOut(page);
          await signInWith(page, OPEN_ID, person);
          await hasOrder(page, number);
          assert.equal(await room.membersWith(person.email), 1, 'one person, by whichever provider');
        },
        viewport,
      ));
  }

  it('reaches nobody’s account where the provider does not vouch for the address', () =>
    asVisitor(browser, async (page) => {
      const email = address('victim');
      await makeMember(page, mails, email);
      await signOut(page);
      const number = await orderAsGuest(page, email);
      await becomeOwner(page);
      const stranger = { name: 'Eve Stranger', email, verified: false };
      await signInWith(page, OPEN_ID, stranger);
      await hasText(greeting(page), /Eve/);
      await page.goto('/account/orders');
      await page.locator('[data-empty]').waitFor();
      assert.equal(await page.getByText(number).count(), 0);
      await page.goto('/account/profile');
      await page.getByRole('main').waitFor();
      await assertAccessibleAtBothWidths(page, 'sso-unproven');
      await page.locator('[data-unproven] button').click();
      await page.locator('[data-sent]').waitFor();
      // Only the mailbox learns that there is an account, and who wants its address.
      const { text } = await mails.message(email, /already have an account/);
      assert.match(text ?? '', /Eve Stranger/);
      await signOut(page);
      await signInWith(page, OPEN_ID, stranger);
      await hasText(greeting(page), /Eve/);
      assert.equal(await room.membersWith(email), 2, 'the stranger’s own user, once');
      // The same identity at the provider, once it has proven the address, is still the user it made: only a link by e-mail merges.
      await signOut(page);
      await signInWith(page, OPEN_ID, { ...stranger, verified: true });
      await hasText(greeting(page), /Eve/);
      await page.goto('/account/orders');
      await page.locator('[data-empty]').waitFor();
    }));

  for (const viewport of [DESKTOP, PHONE])
    it(`brings a stranger no orders of whoever confirms their link in good faith (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = address(`guest-${viewport.width}`);
          const number = await orderAsGuest(page, email);
          await becomeOwner(page);
          await signInWith(page, OPEN_ID, { name: 'Eve Stranger', email, verified: false });
          await page.goto('/account/profile');
          await page.locator('[data-unproven] button').click();
          await page.locator('[data-sent]').waitFor();
          await hasCount(page.locator('[data-field="oldPassword"]'), 0);
          const link = await mails.link(email, '/confirm-email');
          await asVisitor(
            browser,
            async (victim) => {
              await victim.goto(link);
              await victim.locator('[data-sign-in]').waitFor();
              await victim.getByText(/Eve Stranger .* asked to sign in with/).waitFor();
              await hasCount(victim.locator('[data-submit]'), 0);
              await assertAccessibleAtBothWidths(victim, 'sso-confirm-victim');
            },
            viewport,
          );
          await page.goto('/account/orders');
          await page.locator('[data-empty]').waitFor();
          assert.equal(await page.getByText(number).count(), 0);
        },
        viewport,
      ));

  it('can be followed by a password, set by a link', () =>
    asVisitor(browser, async (page) => {
      const person = { name: 'Ada Byron', email: address('sets') };
      await becomeOwner(page);
      await signInWith(page, OPEN_ID, person);
      await page.goto('/account/profile');
      await page.locator('[data-send-password]').waitFor();
      await assertAccessibleAtBothWidths(page, 'sso-no-password');
      await page.locator('[data-send-password]').click();
      await page.locator('[data-password-sent]').waitFor();
      await page.goto(await mails.link(person.email, '/reset-password'));
      await page.locator('[data-field="password"]').fill(PASSWORD);
      await page.locator('[data-submit]').click();
      await page.waitForURL(({ pathname }) => pathname === '/account/profile');
      await page.locator('[data-form="password"]').waitFor();
      await signOut(page);
      await page.goto('/sign-in');
      await page.getByLabel('E-mail').fill(person.email);
      await page.locator('[data-field="password"]').fill(PASSWORD);
      await page.locator('[data-submit]').click();
      await page.waitForURL(({ pathname }) => pathname === '/account');
    }));

  it('cancelled at the provider is told on the sign-in page, in words of the store', () =>
    asVisitor(
      browser,
      async (page) => {
        await becomeOwner(page);
        await page.goto('/sign-in');
        await page.getByRole('link', { name: OPEN_ID }).click();
        await page.getByRole('link', { name: 'Cancel' }).click();
        await page.waitForURL(({ pathname }) => pathname === '/sign-in');
        await hasText(page.locator('[data-problem]'), /you cancelled there/);
        await assertAccessibleAtBothWidths(page, 'sso-cancelled');
        await page.goto('/sign-in?ErrorCode=X&ErrorDescription=Call+555-0100+and+read+out+your+password');
        await hasText(page.locator('[data-problem]'), /did not work/);
        assert.equal(await page.getByText('555-0100').count(), 0);
      },
      PHONE,
    ));

  it('leads to no other site', () =>
    asVisitor(browser, async (page) => {
      await becomeOwner(page);
      const leaves = async (): Promise<void> => {
        await vouch(page, { name: 'Ada Byron', email: address('redirect') });
        await page.waitForURL(({ pathname }) => !/^\/(?:orglet|services)\//.test(pathname));
        assert.equal(new URL(page.url()).origin, base);
        await signOut(page);
      };
      for (const url of ['//evil.example/', 'https://evil.example/', '/\\evil.example/', '/\t/evil.example/']) {
        for (const start of ['sso/Demo_Id', 'saml/Demo_Company']) {
          await page.goto(`/services/auth/${start}?startURL=${encodeURIComponent(url)}`);
          await leaves();
        }
        await page.goto(`/sign-in?startURL=${encodeURIComponent(url)}`);
        await page.getByRole('link', { name: OPEN_ID }).click();
        await leaves();
      }
    }));

  it('is over after signing out, and does not come back by going back', () =>
    asVisitor(browser, async (page) => {
      await becomeOwner(page);
      await signInWith(page, OPEN_ID, { name: 'Ada Byron', email: address('out') });
      const callback = page.waitForRequest(/\/services\/authcallback\//);
      await signOut(page);
      await page.goto('/sign-in');
      await page.getByRole('link', { name: OPEN_ID }).click();
      await vouch(page, { name: 'Ada Byron', email: address('out') });
      const used = (await callback).url();
      await page.waitForURL(({ pathname }) => pathname === '/account');
      await page.getByRole('navigation', { name: 'My account' }).getByRole('link', { name: 'Sign out' }).click();
      await page.waitForURL(({ pathname }) => pathname === '/');
      await page.goto('/account');
      await page.waitForURL(({ pathname }) => pathname === '/sign-in');
      await page.goto(used);
      await page.getByRole('heading', { name: 'Sign-in failed' }).waitFor();
      await page.goto('/account');
      await page.waitForURL(({ pathname }) => pathname === '/sign-in');
    }));

  it('with the demo’s provider is for whoever started the server', () =>
    asVisitor(
      browser,
      async (page) => {
        await page.goto('/sign-in');
        await page.getByRole('link', { name: OPEN_ID }).click();
        await page.getByRole('heading', { name: 'For the owner of this server' }).waitFor();
        await assertAccessibleAtBothWidths(page, 'sso-not-owner');
      },
      PHONE,
    ));
});
