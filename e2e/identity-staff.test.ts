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
import { choosePassword } from './support/members.js';
import { StaffRoom } from './support/staff.js';
import { StoreRoom } from './support/store.js';

/** Addresses of this run: the store may have seen another one. */
const address = (name: string): string => `staff-${name}-${RUN}@example.com`;
const RUN = Date.now().toString(36);

let browser: Browser;
let mails: Mailbox;
let room: StoreRoom;
let staff: StaffRoom;

before(async () => {
  [mails, room, staff] = await Promise.all([Mailbox.open(), StoreRoom.open(), StaffRoom.open()]);
  browser = await launchBrowser();
});
after(() => browser?.close());

const panel = (page: Page, heading: string) => page.getByRole('article').filter({ hasText: heading }).first();

describe('Inviting', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`by the action on a contact leads to an account, and is offered no more then (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = address(`grace-${viewport.width}`);
          const contactId = await room.contact('Grace', 'Hopper', email);
          await signIn(page, `/lightning/r/Contact/${contactId}/view`);
          await panel(page, 'Account in the shop').getByText('No account yet').waitFor();
          await assertAccessibleAtBothWidths(page, 'staff-contact');
          await page.getByRole('main').getByRole('button', { name: 'Invite', exact: true }).first().click();
          const dialog = page.getByRole('dialog');
          await dialog.getByText('It works two weeks').waitFor();
          await assertAccessibleAtBothWidths(page, 'staff-invite');
          await dialog.locator('[data-invite] button').click();
          await hasText(dialog.locator('[data-fact="invitedAt"]'), /\d{4}/);
          const link = await mails.link(email, '/welcome');
          await asVisitor(browser, (shop) => choosePassword(shop, link), viewport);
          await page.goto(`/lightning/r/Contact/${contactId}/view`);
          const account = panel(page, 'Account in the shop');
          await account.getByText('Has an account').waitFor();
          assert.equal(await account.getByRole('button', { name: 'Invite' }).count(), 0);
          await account.getByRole('button', { name: 'Send new password' }).waitFor();
          await assertAccessibleAtBothWidths(page, 'staff-contact-member');
        },
        viewport,
      ));

  it('many at once says what became of each', () =>
    asVisitor(browser, async (page) => {
      const name = `Bulk${RUN}`;
      const emails = ['one', 'two'].map((which) => address(which));
      for (const email of emails) await room.contact('Ada', name, email);
      await signIn(page, '/lightning/n/Invitations');
      await page.getByLabel('Search people').fill(name);
      await until(
        () => page.locator('tbody [data-row]').count(),
        (rows) => rows === 2,
        'people found',
      );
      await page.locator('[data-all]').check();
      await hasText(page.locator('[data-selected]'), '2 selected');
      await assertAccessibleAtBothWidths(page, 'staff-invitations');
      await page.locator('[data-invite] button').click();
      await toast(page, /2 /);
      await until(
        () => page.locator('[data-outcome]').count(),
        (rows) => rows === 2,
        'outcomes',
      );
      await assertAccessibleAtBothWidths(page, 'staff-invitations-done');
      for (const email of emails) await mails.link(email, '/welcome');
    }));
});

describe('The list of contacts', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`invites those that are ticked, and says what became of each (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const name = `List${RUN}${viewport.width}`;
          const emails = ['una', 'duo'].map((who) => address(`${who}-${viewport.width}`));
          const ids: string[] = [];
          for (const email of emails) ids.push(await room.contact('Una', name, email));
          ids.push(await room.contact('Nulla', name, ''));
          await signIn(page, '/lightning/o/Contact/list');
          const list = page.getByRole('main');
          await list.getByRole('button', { name: 'Invite', exact: true }).click();
          await toast(page, /Select at least one record/);
          await list.getByPlaceholder('Search this list…').fill(name);
          await hasCount(list.getByRole('rowheader'), 3);
          // The box itself lies under the one that is drawn.
          await list.locator('thead input[type="checkbox"]').first().dispatchEvent('click');
          await list.getByRole('button', { name: 'Invite', exact: true }).click();
          await hasText(list.locator('[data-summary]'), /3 of 3 selected have no account/);
          await assertAccessibleAtBothWidths(page, `staff-list-invite-${viewport.width}`);
          await list.locator('[data-invite] button').click();
          await hasText(list.locator('[data-summary]'), /2 .*1 /);
          await hasText(list.locator(`[data-row="${ids[0]}"] [data-outcome]`), 'Invited');
          await hasText(list.locator(`[data-row="${ids[2]}"] [data-outcome]`), /address/);
          await assertAccessibleAtBothWidths(page, `staff-list-invited-${viewport.width}`);
          const link = await mails.link(emails[0]!, '/welcome');
          await asVisitor(browser, (shop) => choosePassword(shop, link), viewport);
          await list.getByRole('button', { name: 'Finish' }).click();
          await page.waitForURL(({ pathname }) => pathname === '/lightning/o/Contact/list');
        },
        viewport,
      ));
});

describe('Setting sign-in up', () => {
  it('guides through each kind of provider, and shows the button of a new one', () =>
    asVisitor(browser, async (page) => {
      const storeId = await staff.storeId();
      await signIn(page, `/lightning/r/Store__c/${storeId}/view`);
      await page.getByRole('tab', { name: 'Customers sign in' }).click();
      await page.locator('[data-step="address"]').waitFor();
      await assertAccessibleAtBothWidths(page, 'staff-sign-in-setup');
      for (const kind of ['Google', 'Microsoft Entra ID', 'OpenID Connect', 'SAML', 'Salesforce']) {
        await page.getByRole('combobox', { name: 'Kind of provider' }).click();
        await page.getByRole('option', { name: kind, exact: true }).click();
        await hasText(page.locator('[data-guide]'), /sign-in/);
        await assertAccessibleAtBothWidths(page, `staff-guide-${kind.split(' ')[0]}`);
      }
      const name = `Continue with ${RUN}`;
      await page.goto('/lightning/o/Sign_In_Provider__c/new');
      const form = page.getByRole('dialog');
      await form.getByLabel('Label').fill(name);
      await form.getByRole('combobox', { name: 'Store' }).fill('Tide');
      await page
        .getByRole('option', { name: /Tidemoor/ })
        .first()
        .click();
      await form.getByRole('combobox', { name: 'Kind' }).click();
      await page.getByRole('option', { name: 'SAML' }).click();
      await form.getByLabel('Provider Name').fill('Demo_Company');
      await form.getByLabel('Active').setChecked(true);
      await assertAccessibleAtBothWidths(page, 'staff-provider-new');
      await form.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('main').getByRole('heading', { name }).waitFor();
      await assertAccessibleAtBothWidths(page, 'staff-provider');
      await asVisitor(browser, async (shop) => {
        await shop.goto('/sign-in');
        await shop.getByRole('link', { name }).waitFor();
      });
    }));
});
