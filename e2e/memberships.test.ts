import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasText, signIn, until } from './support/journey.js';
import { NORA, signInAs } from './support/members.js';
import { orderNumber, placeOrderButton, section, totalIsKnown } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('Memberships', () => {
  it('are bought, held once they are paid, shown with their end, and go with a refund; staff give one', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      await signInAs(page, NORA, '/account/membership');
      await page.locator('[data-offer="tidemoor-circle"]').getByRole('link').click();
      await page.getByRole('button', { name: 'Add to cart' }).first().click();
      await page.goto('/checkout');
      await section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
      await page.getByLabel(/^I have read and accept/).check();
      await totalIsKnown(page);
      await placeOrderButton(page).click();
      const number = await orderNumber(page);

      const held = async () => {
        await page.goto('/account/membership');
        await page.locator('[data-held], [data-none]').first().waitFor();
        return page.locator('[data-held]').allTextContents();
      };
      await until(held, ([name]) => name === 'Tidemoor Circle', 'the order made a member');
      await hasText(page.locator('[data-until]'), /^Until /);
      await hasText(page.locator('[data-term]').first(), /Bought/);
      await assertAccessibleAtBothWidths(page, 'account-membership');

      const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
      const [{ ContactId: contactId }] = await org.query(`SELECT ContactId FROM User WHERE Username = '${NORA}'`);
      const items = await org.query(
        `SELECT Id FROM OrderItem WHERE OrderId = '${orderId}' AND storehouse__Line_Type__c = 'Product'`,
      );
      await org.apex('OrderRefundController.startRefund', {
        orderId,
        input: { key: 'journey', reason: 'Not for me', lines: [{ orderItemId: items[0].Id, quantity: 1 }] },
      });
      await until(held, (names) => names.length === 0, 'the membership went with the refund');
      await hasText(page.locator('[data-term]').first(), /Given back/);

      await asVisitor(browser, async (staff) => {
        await signIn(staff, `/lightning/r/Contact/${contactId}/view`);
        await staff.getByRole('button', { name: 'Give a membership' }).click();
        await staff.locator('[data-input="reason"]').getByRole('textbox').last().fill('A friend of the house');
        // The editor opens below the pointer: what helps with one of its fields would be shown and belong to no part of the page.
        await staff.mouse.move(0, 0);
        await assertAccessibleAtBothWidths(staff, 'admin-membership');
        await staff.locator('[data-save]').getByRole('button').last().click();
        await toast(staff, /The membership was changed/);
      });
      await until(held, (names) => names.length === 1, 'staff gave one');
      await hasText(page.locator('[data-until]'), /Without an end/);
    }));

  it('of a program are reached by tiers: the account page shows the way to the next one', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, NORA, '/account/points');
      await page.locator('[data-tier]').waitFor();
      await hasText(page.locator('[data-missing]'), /points? to /);
      await assertAccessibleAtBothWidths(page, 'account-tier');
    }));
});
