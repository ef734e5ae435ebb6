import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasCount, hasText, signIn } from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('What customers are told of their orders', () => {
  it('is written in the words of the store, seen on the order, and sent again', () =>
    asVisitor(browser, async (shopper) => {
      const email = `told-${Date.now()}@example.com`;
      const mailbox = await Mailbox.open();
      await addToCart(shopper, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(shopper, { ...ADA, email });
      await placeOrderButton(shopper).click();
      const number = await orderNumber(shopper);

      // The confirmation opens the order, wherever it is read.
      const { text } = await mailbox.message(email, /^Your order/);
      assert.match(text ?? '', /1 × Harbour mug/i);
      const link = /https?:\/\/\S+\/order\/[0-9a-f]{64}/.exec(text ?? '')?.[0] ?? '';
      await asVisitor(browser, async (phone) => {
        await phone.goto(link);
        await phone.getByText(number).first().waitFor();
      });

      const org = await orgClient(base, ADMIN);
      const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
      await asVisitor(browser, async (staff) => {
        await signIn(staff, `/lightning/r/Order/${orderId}/view`);
        const panel = staff.locator('c-order-notifications');
        const confirmed = panel.locator('[data-entry]').filter({ hasText: /Order confirmation/ });
        await hasText(confirmed.first(), /Order confirmation Sent/);
        await panel.getByRole('button', { name: 'Send again: Order confirmation' }).click();
        await toast(staff, /once more/i);
        await hasCount(confirmed, 2);
        await assertAccessibleAtBothWidths(staff, 'admin-order-notifications');

        await staff.goto('/lightning/n/Notifications');
        const desk = staff.locator('c-notification-console');
        await desk.locator('[data-type="Refunded"]').click();
        const subject = desk.getByRole('textbox', { name: 'Subject' });
        await subject.fill('Money back for {order} and {nobody}');
        await desk.getByRole('button', { name: 'Save' }).click();
        await hasText(desk.locator('[data-problem="subject"]'), /\{nobody\}/);
        await subject.fill('Money back for {order}');
        await hasText(desk.locator('[data-subject]'), /^Money back for \d+$/);
        await desk.getByRole('button', { name: 'Save' }).click();
        await toast(staff, /saved/i);
        await assertAccessibleAtBothWidths(staff, 'admin-notifications');
        await desk.getByRole('button', { name: 'Use the usual words' }).click();
        await desk.getByRole('button', { name: 'Save' }).click();
        await toast(staff, /saved/i);
      });
      const told = await org.query(
        `SELECT storehouse__Type__c FROM storehouse__Order_Notification__c WHERE storehouse__Type__c = 'Order Confirmed' AND storehouse__Order__r.OrderNumber = '${number}'`,
      );
      assert.equal(told.length, 2);
    }));
});
