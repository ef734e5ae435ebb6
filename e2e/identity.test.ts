import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasText,
  PHONE,
  until,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { choosePassword, makeMember, PASSWORD, signOut, signUp } from './support/members.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { StoreRoom } from './support/store.js';

let browser: Browser;
let mails: Mailbox;
let room: StoreRoom;

before(async () => {
  [mails, room] = await Promise.all([Mailbox.open(), StoreRoom.open()]);
  browser = await launchBrowser();
});
after(() => browser?.close());

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.locator('[data-field="password"]').fill(password);
  await page.locator('[data-submit]').click();
}

const guestSession = async (page: Page): Promise<string> =>
  (await page.context().cookies())
    .filter(({ httpOnly }) => httpOnly)
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join(';');

describe('Signing up', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`after a checkout brings the order into the account (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `guest${viewport.width}@example.com`;
          await addToCart(page, 'harbour-mug', { Color: 'Clay' });
          await fillCheckout(page, { ...ADA, email });
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          await page.locator('[data-make-account]').click();
          await page.locator('[data-sent]').waitFor();
          await assertAccessibleAtBothWidths(page, 'identity-offer');
          const link = await mails.link(email, '/welcome');
          await page.goto(link);
          await page.locator('[data-policy]').waitFor();
          assert.equal(await page.getByLabel('Last name').inputValue(), ADA.lastName);
          await assertAccessibleAtBothWidths(page, 'identity-welcome');
          const before = await guestSession(page);
          await choosePassword(page, link);
          assert.notEqual(await guestSession(page), before, 'the session of a guest is not gone on with');
          await page.goto('/account/orders');
          await page.getByText(number).first().waitFor();
          await page.goto('/account/addresses');
          await page.getByText(ADA.street).waitFor();
          await page.goto(link);
          await page.getByRole('heading', { name: 'This link has ended' }).waitFor();
          await assertAccessibleAtBothWidths(page, 'identity-link-gone');
        },
        viewport,
      ));

  it('says the same whether or not the address is known, and tells only the mailbox', () =>
    asVisitor(browser, async (page) => {
      const email = 'known@example.com';
      await makeMember(page, mails, email);
      await signOut(page);
      await signUp(page, email);
      const known = await page.getByRole('main').innerText();
      await assertAccessibleAtBothWidths(page, 'identity-sent');
      await mails.message(email, /already have an account/);
      await signUp(page, 'other@example.com');
      assert.equal((await page.getByRole('main').innerText()).replaceAll('other@', 'known@'), known);
      await mails.message('other@example.com', /Finish your account/);
    }));

  it('tells what a password lacks', () =>
    asVisitor(browser, async (page) => {
      await signUp(page, 'policy@example.com');
      await page.goto(await mails.link('policy@example.com', '/welcome'));
      await page.locator('[data-field="password"]').fill('short');
      await page.getByRole('button', { name: 'Make my account' }).click();
      await hasText(page.locator('[data-message="password"]'), /.+/);
      await page.getByText('Common words and rows like 123456 are not taken.').waitFor();
      await page.locator('[data-field="password"]').fill('password1');
      await page.getByRole('button', { name: 'Make my account' }).click();
      await hasText(page.locator('[data-message="password"]'), /^Many people use this password/);
      await assertAccessibleAtBothWidths(page, 'identity-policy');
    }));

  it('by invitation leads from the mailbox to the account', () =>
    asVisitor(
      browser,
      async (page) => {
        const email = 'invited@example.com';
        await room.invite('Grace', 'Hopper', email);
        const link = await mails.link(email, '/welcome');
        await page.goto(link);
        await page.getByRole('heading', { name: 'Welcome, Grace' }).waitFor();
        await choosePassword(page, link);
        await page.goto('/account');
        await page.getByRole('main').waitFor();
      },
      PHONE,
    ));
});

describe('Signing in', () => {
  it('with a password goes on to the page that was wanted, and out again', () =>
    asVisitor(browser, async (page) => {
      const email = 'back@example.com';
      await makeMember(page, mails, email);
      await signOut(page);
      await page.goto('/account/orders');
      await page.waitForURL(/\/sign-in\?/);
      await assertAccessibleAtBothWidths(page, 'identity-sign-in');
      await signIn(page, email, 'wrong');
      await hasText(page.locator('[data-problem]'), 'E-mail address or password is wrong.');
      await assertAccessibleAtBothWidths(page, 'identity-sign-in-wrong');
      await signIn(page, email, PASSWORD);
      await page.waitForURL(/\/account\/orders/);
      await page.locator('[data-member]').first().waitFor();
    }));

  it('leads to no other site', () =>
    asVisitor(browser, async (page) => {
      const email = 'redirect@example.com';
      await makeMember(page, mails, email);
      const home = new URL(page.url()).origin;
      for (const url of ['//evil.example/', 'https://evil.example/', '/\\evil.example/', '/secur/logout.jsp']) {
        await signOut(page);
        await page.goto(`/sign-in?startURL=${encodeURIComponent(url)}`);
        await signIn(page, email, PASSWORD);
        await page.waitForURL(/\/account/);
        assert.equal(new URL(page.url()).origin, home);
      }
    }));

  it('is over after too many guesses, for everybody who guesses', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/sign-in');
      for (const email of ['guessed@example.com']) {
        await until(
          async () => {
            await signIn(page, email, 'guess');
            await until(
              () => page.locator('[data-submit]').getAttribute('aria-disabled'),
              (busy) => busy === 'false',
              'the answer',
            );
            return page.locator('[data-problem]').innerText();
          },
          (text) => text.startsWith('That was tried too often.'),
          'the end of guessing',
        );
      }
    }));

  it('is open again to whoever was locked out and chose a new password', () =>
    asVisitor(browser, async (page) => {
      const email = 'locked@example.com';
      await makeMember(page, mails, email);
      await signOut(page);
      await page.goto('/sign-in');
      for (let i = 0; i < 10; i++) {
        await signIn(page, email, `guess ${i}`);
        await until(
          () => page.locator('[data-submit]').getAttribute('aria-disabled'),
          (busy) => busy === 'false',
          'the answer',
        );
      }
      await signIn(page, email, PASSWORD);
      await hasText(page.locator('[data-problem]'), /tried too often/);
      await page.goto('/forgot-password');
      await page.getByLabel('E-mail').fill(email);
      await page.getByRole('button', { name: 'Send the link' }).click();
      await page.goto(await mails.link(email, '/reset-password'));
      await page.locator('[data-field="password"]').fill('Difference-Engine-1822');
      await page.getByRole('button', { name: 'Save and sign in' }).click();
      await page.waitForURL(/\/account/, { waitUntil: 'commit' });
      await hasText(page.locator('.toast .message'), 'Your password is changed. You are signed in.');
    }));

  for (const viewport of [DESKTOP, PHONE])
    it(`with a new address begins once whoever asked has confirmed it, and nobody else can (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const [email, next, other] = ['moving', 'moved', 'bystander'].map(
            (name) => `${name}${viewport.width}@example.com`,
          );
          await makeMember(page, mails, email);
          await page.goto('/account/profile');
          await page.locator('[data-form="email"]').getByLabel('New e-mail address').fill(next);
          await page.locator('[data-field="emailPassword"]').fill(PASSWORD);
          await page.locator('[data-save="email"]').click();
          await page.locator('[data-sent]').waitFor();
          const { text } = await mails.message(next, /Confirm your e-mail address/);
          assert.match(text ?? '', /account of Lovelace \(m•••@example\.com\) at Tidemoor/);
          const link = await mails.link(next, '/confirm-email');
          await asVisitor(
            browser,
            async (visitor) => {
              await makeMember(visitor, mails, other);
              await visitor.goto(link);
              await visitor.locator('[data-sign-out]').waitFor();
              await hasCount(visitor.locator('[data-submit]'), 0);
              await assertAccessibleAtBothWidths(visitor, 'identity-confirm-other');
              await signOut(visitor);
              await visitor.goto(link);
              await visitor.locator('[data-sign-in]').waitFor();
              await hasCount(visitor.locator('[data-submit]'), 0);
              await assertAccessibleAtBothWidths(visitor, 'identity-confirm-guest');
              await visitor.locator('[data-sign-in]').click();
              await visitor.waitForURL(({ pathname }) => pathname === '/sign-in');
              await signIn(visitor, email, PASSWORD);
              await visitor.waitForURL(({ pathname }) => pathname === '/confirm-email');
              await visitor.locator('[data-submit]').waitFor();
              await assertAccessibleAtBothWidths(visitor, 'identity-confirm');
              await visitor.locator('[data-submit]').click();
              await visitor.locator('[data-confirmed]').waitFor();
              await assertAccessibleAtBothWidths(visitor, 'identity-confirmed');
              await visitor.goto(link);
              await visitor.locator('[data-gone]').waitFor();
            },
            viewport,
          );
          await mails.message(email, /has changed/);
        },
        viewport,
      ));

  it('wants the old password at its field before it changes it', () =>
    asVisitor(browser, async (page) => {
      await makeMember(page, mails, 'changes@example.com');
      await page.goto('/account/profile');
      const form = page.locator('[data-form="password"]');
      await form.locator('[data-field="oldPassword"]').fill('wrong');
      await form.locator('[data-field="password"]').fill('Difference-Engine-1822');
      await page.locator('[data-save="password"]').click();
      await hasText(form.locator('[data-message="oldPassword"]'), 'This is not your password.');
      await hasCount(form.locator('[data-message="password"]'), 0);
      await form.locator('[data-field="oldPassword"]').fill(PASSWORD);
      await page.locator('[data-save="password"]').click();
      await page
        .getByText(/password is changed|password was changed/i)
        .first()
        .waitFor();
      const { from } = await mails.message('changes@example.com', /password .* was changed/i);
      assert.equal(from, 'hello@tidemoor.example', 'the shop writes, not the customer to themselves');
    }));

  it('is possible again with a new password', () =>
    asVisitor(
      browser,
      async (page) => {
        const email = 'forgetful@example.com';
        await makeMember(page, mails, email);
        await signOut(page);
        await page.goto('/sign-in');
        await page.getByRole('link', { name: 'Forgot your password?' }).click();
        await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
        await assertAccessibleAtBothWidths(page, 'identity-forgot');
        await page.getByLabel('E-mail').fill(email);
        await page.getByRole('button', { name: 'Send the link' }).click();
        await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
        await page.goto(await mails.link(email, '/reset-password'));
        await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
        await assertAccessibleAtBothWidths(page, 'identity-reset');
        await page.locator('[data-field="password"]').fill(`${email}1`);
        await page.getByRole('button', { name: 'Save and sign in' }).click();
        await hasText(page.locator('[data-message="password"]'), /e-mail address is no part/);
        await page.locator('[data-field="password"]').fill('Difference-Engine-1822');
        await page.getByRole('button', { name: 'Save and sign in' }).click();
        await page.waitForURL(/\/account/, { waitUntil: 'commit' });
        await hasText(page.locator('.toast .message'), 'Your password is changed. You are signed in.');
        await mails.message(email, /password .* was changed/i);
        await signOut(page);
        await page.goto(await mails.link(email, '/reset-password'));
        await page.locator('[data-gone]').waitFor();
        await page.goto('/sign-in');
        await signIn(page, email, 'Difference-Engine-1822');
        await page.waitForURL(/\/account/);
      },
      PHONE,
    ));
});
