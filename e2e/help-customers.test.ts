import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasText,
  PHONE,
  signIn,
  until,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { becomeOwner, choosePassword, makeMember, PASSWORD, signInWith, signOut, signUp } from './support/members.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { StaffRoom } from './support/staff.js';
import { StoreRoom } from './support/store.js';

/** Addresses of this run: the store may have seen another one. */
const address = (name: string): string => `help-${name}-${RUN}@example.com`;
const RUN = Date.now().toString(36);
const OPEN_ID = 'Continue with Demo ID';

let browser: Browser;
let mails: Mailbox;
let room: StoreRoom;
let staff: StaffRoom;

before(async () => {
  [mails, room, staff] = await Promise.all([Mailbox.open(), StoreRoom.open(), StaffRoom.open()]);
  browser = await launchBrowser();
});
after(() => browser?.close());

const staffNotice = (page: Page) => page.getByRole('heading', { name: 'You are signed in as staff' });

/** Gives the store's staff these people once they are its customers, as the jobs behind events do within two minutes. */
async function shareMembers(...contactIds: string[]): Promise<void> {
  for (const contactId of contactIds)
    await until(
      () => staff.storesOf(contactId),
      (stores) => stores > 0,
      'the person among the store’s customers',
    );
  await staff.shareRecords();
}

/** Signs in at the shop's own page, where the browser is. */
async function typePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.locator('[data-field="password"]').fill(password);
  await page.locator('[data-submit]').click();
}

describe('A browser in which staff are signed in', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`opens a customer’s link once they have signed out, and says so before (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = address(`reset${viewport.width}`);
          await asVisitor(browser, (shop) => makeMember(shop, mails, email));
          await asVisitor(browser, async (shop) => {
            await shop.goto('/forgot-password');
            await shop.getByLabel('E-mail').fill(email);
            await shop.getByRole('button', { name: 'Send the link' }).click();
            await shop.locator('[data-sent]').waitFor();
          });
          const link = await mails.link(email, '/reset-password');
          await signIn(page);
          await page.goto(link);
          await staffNotice(page).waitFor();
          await hasText(page.locator('[data-lead]'), /this link is a customer’s.*private window/s);
          await hasCount(page.locator('[data-field="password"]'), 0);
          await assertAccessibleAtBothWidths(page, 'help-staff-link');
          await page.getByRole('link', { name: 'Sign out and go on' }).click();
          await page.locator('[data-field="password"]').fill('Difference-Engine-1822');
          await page.locator('[data-submit]').click();
          await page.waitForURL(({ pathname }) => pathname === '/account');
        },
        viewport,
      ));

  it('says so for a link that makes an account, too, which still works afterwards', () =>
    asVisitor(browser, async (page) => {
      const email = address('welcome');
      await asVisitor(browser, (shop) => signUp(shop, email));
      const link = await mails.link(email, '/welcome');
      await signIn(page);
      await page.goto(link);
      await staffNotice(page).waitFor();
      await asVisitor(browser, (shop) => choosePassword(shop, link), PHONE);
    }));

  it('is told on the pages of signing in that they are the customers’', () =>
    asVisitor(
      browser,
      async (page) => {
        await signIn(page);
        for (const path of ['/sign-in', '/sign-up', '/forgot-password']) {
          await page.goto(path);
          await staffNotice(page).waitFor();
          assert.equal(new URL(page.url()).pathname, path);
        }
        await assertAccessibleAtBothWidths(page, 'help-staff-page');
        await page.goto('/account');
        await page.getByRole('heading', { name: 'No customer is chosen' }).waitFor();
        await assertAccessibleAtBothWidths(page, 'help-staff-account');
        await page.getByRole('link', { name: 'Choose a customer' }).click();
        await page.waitForURL(({ pathname }) => pathname === '/lightning/o/Contact/list');
        await page.goto('/sign-in?startURL=%2Faccount%2Forders');
        await page.getByRole('link', { name: 'Sign out and go on' }).click();
        await page.waitForURL(({ pathname, search }) => pathname === '/sign-in' && search.includes('orders'));
        await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      },
      PHONE,
    ));
});

describe('In a customer’s place', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`signing out ends that and leads back to their record, and no button is shown that would refuse (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = address(`place${viewport.width}`);
          await asVisitor(browser, (shop) => makeMember(shop, mails, email));
          const { id } = await staff.person(email);
          await signIn(page, `/lightning/r/Contact/${id}/view`);
          const panel = page.locator('c-shop-as-customer');
          await panel.getByLabel('Reason').fill('Asked by phone');
          await panel.getByRole('button', { name: 'Start' }).click();
          await panel.locator('[data-open]').waitFor();

          await page.goto('/account/data');
          await page.locator('[data-customer-only]').first().waitFor();
          await hasCount(page.locator('[data-download]'), 0);
          await assertAccessibleAtBothWidths(page, 'help-customer-only');
          await page.goto('/sign-in');
          await staffNotice(page).waitFor();
          await page.getByRole('link', { name: 'Open the account of Lovelace' }).click();
          await page.waitForURL(({ pathname }) => pathname === '/account');

          if (viewport === PHONE) {
            await page.goto('/');
            await page.getByRole('button', { name: 'Menu' }).click();
          }
          await page.locator('[data-sign-out]:visible').first().click();
          await page.waitForURL(({ pathname }) => pathname === `/lightning/r/Contact/${id}/view`);
          await panel.locator('[data-form]').waitFor();
          await hasCount(panel.locator('[data-open]'), 0);
          await page.goto('/account');
          await page.getByRole('heading', { name: 'No customer is chosen' }).waitFor();
        },
        viewport,
      ));
});

describe('Staff of a store', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`keep sight of whom they invited and of who came by a provider, before any order (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const manager = await staff.hire('Mona', `Keeper${viewport.width}`);
          await staff.giveRole(manager, await staff.storeCode(), 'Manager');
          const stranger = await staff.hire('Otto', `Other${viewport.width}`);
          await staff.setUpStore(`brackwell${viewport.width}`, `Brackwell ${viewport.width}`);
          await staff.giveRole(stranger, `brackwell${viewport.width}`, 'Manager');

          const email = address(`invited${viewport.width}`);
          const contactId = await room.contact('Ivy', `Guest${viewport.width}`, email);
          await staff.handOver(contactId, manager);
          await signIn(page, `/lightning/r/Contact/${contactId}/view`, manager);
          await page.getByRole('main').getByRole('button', { name: 'Invite', exact: true }).first().click();
          await page.getByRole('dialog').locator('[data-invite] button').click();
          await hasText(page.getByRole('dialog').locator('[data-fact="invitedAt"]'), /\d{4}/);
          const link = await mails.link(email, '/welcome');
          await asVisitor(browser, (shop) => choosePassword(shop, link), viewport);

          const provided = address(`provided${viewport.width}`);
          await asVisitor(browser, async (shop) => {
            await becomeOwner(shop);
            await signInWith(shop, OPEN_ID, { name: 'Polly Provided', email: provided });
          });
          const providedId = (await staff.person(provided)).id;
          const client = await staff.clientOf(manager);
          await shareMembers(contactId, providedId);
          for (const personId of [contactId, providedId])
            await until(
              () => client.query(`SELECT Id FROM Contact WHERE Id = '${personId}'`),
              (found: unknown[]) => found.length === 1,
              'the person among the store’s',
            );
          await page.goto(`/lightning/r/Contact/${contactId}/view`);
          await page
            .getByRole('article')
            .filter({ hasText: 'Account in the shop' })
            .getByText('Has an account')
            .waitFor();
          await assertAccessibleAtBothWidths(page, 'help-member');
          const elsewhere = await staff.clientOf(stranger);
          const seen = await elsewhere.query(`SELECT Id FROM Contact WHERE Id IN ('${contactId}', '${providedId}')`);
          assert.deepEqual(seen, [], 'staff of another store');
        },
        viewport,
      ));

  it('have the store write to whoever needs a new password', () =>
    asVisitor(browser, async (page) => {
      const email = address('forgot');
      await asVisitor(browser, (shop) => makeMember(shop, mails, email));
      const { id } = await staff.person(email);
      await signIn(page, `/lightning/r/Contact/${id}/view`);
      await page.getByRole('button', { name: 'Send new password' }).click();
      await toast(page, /on its way/);
      const { subject, text } = await mails.message(email, /Choose a new password/);
      assert.match(subject, /Tidemoor/);
      assert.match(text ?? '', /somebody of Tidemoor for you/);
      await mails.link(email, '/reset-password');
    }));

  for (const viewport of [DESKTOP, PHONE])
    it(`correct an address, with which the person signs in once they confirm it (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = address(`typo${viewport.width}`);
          const corrected = address(`corrected${viewport.width}`);
          await asVisitor(
            browser,
            async (shop) => {
              await makeMember(shop, mails, email);
              const { id } = await staff.person(email);
              await staff.writeAddress(id, corrected);
              const { text } = await mails.message(email, /A new e-mail address/);
              assert.match(text ?? '', new RegExp(`The staff of Tidemoor wrote down ${corrected}`));
              await shop.goto('/account/profile');
              await hasText(shop.locator('[data-email-now]'), `You sign in with ${email}.`);
              await hasText(shop.locator('[data-waiting]'), new RegExp(corrected));
              await assertAccessibleAtBothWidths(shop, 'help-address-waits');

              await signIn(page, `/lightning/r/Contact/${id}/view`);
              await hasText(page.locator('[data-sign-in-email]'), email);
              await assertAccessibleAtBothWidths(page, 'help-address-of-member');
              await page.getByRole('button', { name: 'Send new password' }).click();
              await toast(page, new RegExp(`on its way to ${email}`));
              await mails.link(email, '/reset-password');

              await shop.goto(await mails.link(corrected, '/confirm-email'));
              await shop.locator('[data-submit]').click();
              await shop.locator('[data-confirmed]').waitFor();
              await signOut(shop);
              await until(
                async () => {
                  await shop.goto('/sign-in');
                  await typePassword(shop, corrected, PASSWORD);
                  return until(
                    async () =>
                      new URL(shop.url()).pathname === '/account' ||
                      ((await shop.locator('[data-problem]').count()) ? 'refused' : null),
                    (answer) => answer !== null,
                    'the answer',
                  );
                },
                (answer) => answer === true,
                'the job that renames the user',
              );
            },
            viewport,
          );
        },
        viewport,
      ));
});

describe('A merge', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`is written down where something is linked, and taken apart by staff (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = address(`merge${viewport.width}`);
          await asVisitor(browser, (shop) => makeMember(shop, mails, email));
          let number = '';
          await asVisitor(browser, async (shop) => {
            await addToCart(shop, 'harbour-mug', { Color: 'Clay' });
            await fillCheckout(shop, { ...ADA, email });
            await placeOrderButton(shop).click();
            number = await orderNumber(shop);
          });
          await asVisitor(
            browser,
            async (shop) => {
              await shop.goto('/sign-in?startURL=%2Faccount%2Forders');
              await typePassword(shop, email, PASSWORD);
              await shop.waitForURL(({ pathname }) => pathname === '/account/orders');
              await until(
                async () => {
                  await shop.reload();
                  await shop.getByRole('main').getByRole('heading').first().waitFor();
                  return shop.getByText(number).count();
                },
                (count) => count > 0,
                'the order in the account',
              );

              const merges = await staff.merges(email);
              assert.equal(merges.length, 1, 'signing up joined nothing');
              await signIn(page, `/lightning/r/storehouse__Identity_Merge__c/${merges[0]}/view`);
              await page.locator('c-merge-panel [data-row]').waitFor();
              await assertAccessibleAtBothWidths(page, 'help-merge');
              await page.getByRole('button', { name: 'Take apart' }).click();
              await page.getByRole('button', { name: 'OK' }).click();
              await hasText(page.locator('c-merge-panel [data-state]'), /Taken off|Removed/i);
              await hasCount(page.getByRole('button', { name: 'Take apart' }), 0);
              await assertAccessibleAtBothWidths(page, 'help-merge-apart');

              await shop.goto('/account/orders');
              await shop.getByRole('main').getByRole('heading').first().waitFor();
              await shop.locator('[data-empty]').waitFor();
              await hasCount(shop.getByText(number), 0);
              await signOut(shop);
            },
            viewport,
          );
        },
        viewport,
      ));
});

describe('Who signs up at the platform’s own page', () => {
  it('has an account of their own, which the store’s staff see, until the address is proven', () =>
    asVisitor(
      browser,
      async (page) => {
        const email = address('self');
        await staff.openSelfRegistration();
        await page.goto('/SelfRegister');
        await page.getByLabel('First name').fill('Selma');
        await page.getByLabel('Last name').fill('Self');
        await page.getByLabel('E-mail').fill(email);
        await page.getByLabel('Password').fill(PASSWORD);
        await page.getByRole('button', { name: 'Register' }).click();
        await page.waitForURL(({ pathname }) => pathname !== '/SelfRegister');
        await page.goto('/account/profile');
        await page.locator('[data-unproven]').waitFor();
        await assertAccessibleAtBothWidths(page, 'help-self-registered');
        const manager = await staff.hire('Mona', 'Selfkeeper');
        await staff.giveRole(manager, await staff.storeCode(), 'Viewer');
        const client = await staff.clientOf(manager);
        await shareMembers((await staff.person(email)).id);
        await until(
          () => client.query(`SELECT Id FROM Contact WHERE Email = '${email}'`),
          (found: unknown[]) => found.length === 1,
          'the person among the store’s',
        );
      },
      PHONE,
    ));
});
