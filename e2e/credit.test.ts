import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasCount, hasText, PHONE, signIn } from './support/journey.js';
import { signInAs } from './support/members.js';
import { addToCart, orderNumber, placeOrderButton, section, totalIsKnown } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

const THEO = 'theo.lindqvist@example.com';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const money = (text: string | null) => Number((text ?? '').replace(/[^\d.]/g, ''));

async function creditOf(page: Page): Promise<number> {
  await page.goto('/account/credit');
  return money(await page.locator('[data-available]').first().textContent());
}

describe('Account credit', () => {
  for (const viewport of [undefined, PHONE]) {
    it(`pays with a card for the rest, and comes back to the cent${viewport ? ', on a phone' : ''}`, () =>
      asVisitor(
        browser,
        async (page) => {
          const org = await orgClient(base, ADMIN);
          await signInAs(page, THEO);
          const before = await creditOf(page);
          await addToCart(page, 'harbour-mug', { Color: 'Clay' });
          await page.goto('/checkout');
          await totalIsKnown(page);
          const offer = page.locator('[data-balance="Credit"]');
          await offer.getByRole('checkbox').click();
          await hasCount(offer.locator('[data-amount]'), 1);
          await assertAccessibleAtBothWidths(page, `checkout-credit-${viewport?.width ?? 1280}`);
          const card = section(page, 'Payment').getByRole('radio', { name: 'Card (test)' });
          if (await card.count()) await card.check();
          await page.getByLabel(/^I have read and accept/).check();
          await placeOrderButton(page).click();
          const number = await orderNumber(page);

          const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
          const [paid] = await org.query(
            `SELECT storehouse__Amount__c FROM storehouse__Payment__c WHERE storehouse__Order__c = '${orderId}' AND storehouse__Tender_Type__c = 'Credit'`,
          );
          const spent = Number(paid.storehouse__Amount__c);
          assert.ok(spent > 0);
          assert.equal((await creditOf(page)).toFixed(2), (before - spent).toFixed(2));
          await hasText(page.locator('[data-movement]').filter({ hasText: number }).first(), /Spent/);

          const items = await org.query(
            `SELECT Id FROM OrderItem WHERE OrderId = '${orderId}' AND storehouse__Line_Type__c = 'Product'`,
          );
          await org.apex('OrderRefundController.startRefund', {
            orderId,
            input: { key: 'journey', reason: 'Too small', lines: [{ orderItemId: items[0].Id, quantity: 1 }] },
          });
          const parts = await org.query(
            `SELECT storehouse__Amount__c FROM storehouse__Refund_Part__c WHERE storehouse__Payment__r.storehouse__Tender_Type__c = 'Credit' AND storehouse__Refund__r.storehouse__Order__c = '${orderId}'`,
          );
          const back = Number(parts[0]?.storehouse__Amount__c ?? 0);
          assert.equal((await creditOf(page)).toFixed(2), (before - spent + back).toFixed(2));
          await page.getByRole('button', { name: 'Show the statement' }).first().click();
          await hasText(page.locator('[data-closing]'), new RegExp((before - spent + back).toFixed(2)));
          await assertAccessibleAtBothWidths(page, 'account-credit');
        },
        viewport,
      ));
  }

  it('is given and taken by staff with a reason that the customer reads', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const [{ ContactId: contactId }] = await org.query(`SELECT ContactId FROM User WHERE Username = '${THEO}'`);
      await signIn(page, `/lightning/r/Contact/${contactId}/view`);
      await page.locator('[data-give]').click();
      await page.getByLabel(/Amount in USD/).fill('12.50');
      await page
        .locator('c-credit-panel')
        .getByLabel(/Reason/)
        .fill('A scratch on the lid');
      await assertAccessibleAtBothWidths(page, 'admin-credit');
      await page.locator('c-credit-panel').getByRole('button', { name: 'Save' }).click();
      await toast(page, /The credit was given/);
      await page.locator('[data-take]').first().click();
      await page.getByLabel(/Amount to take in USD/).fill('2.50');
      await page
        .locator('c-credit-panel')
        .getByLabel(/Reason/)
        .fill('Given twice');
      await page.locator('c-credit-panel').getByRole('button', { name: 'Save' }).click();
      await toast(page, /The credit was taken/);
      await asVisitor(browser, async (theo) => {
        await signInAs(theo, THEO, '/account/credit');
        await hasCount(theo.locator('[data-movement]').filter({ hasText: 'A scratch on the lid' }), 1);
        await hasCount(theo.locator('[data-movement]').filter({ hasText: 'Given twice' }), 1);
      });
    }));
});

const ODETTE = 'odette.marsh@example.com';

/** Opens the checkout and chooses to pay on account. */
async function chooseAccount(page: Page): Promise<void> {
  await page.goto('/checkout');
  await totalIsKnown(page);
  await section(page, 'Payment').getByRole('radio', { name: 'On account' }).check();
  await page.locator('[data-facts]').waitFor();
}

describe('Buying on account', () => {
  it('asks for a purchase order, and beyond the limit for an approval; its page says what is owed', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      await signInAs(page, ODETTE);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await chooseAccount(page);
      await hasText(page.locator('[data-facts]'), /\$150\.00 of the credit limit/);
      await page.getByLabel(/^I have read and accept/).check();
      await placeOrderButton(page).click();
      await hasText(page.locator('[data-purchase-order-error]'), /Enter the purchase order number/);
      await page.getByLabel('Purchase order number').fill('9'.repeat(81));
      await placeOrderButton(page).click();
      await hasText(page.locator('[data-purchase-order-error]'), /at most 80 characters/);
      await page.getByLabel('Purchase order number').fill('PO-2041');
      await assertAccessibleAtBothWidths(page, 'checkout-on-account');
      await placeOrderButton(page).click();
      const number = await orderNumber(page);
      const [{ PoNumber }] = await org.query(`SELECT PoNumber FROM Order WHERE OrderNumber = '${number}'`);
      assert.equal(PoNumber, 'PO-2041');

      await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 6);
      await chooseAccount(page);
      await page.locator('[data-over]').waitFor();
      await page.locator('[data-note]').fill('For the trade fair');
      await assertAccessibleAtBothWidths(page, 'checkout-over-limit');
      await page.getByRole('button', { name: 'Ask for approval' }).click();
      await page.locator('[data-requested]').waitFor();

      await asVisitor(browser, async (staff) => {
        await signIn(staff, '/lightning/n/On_Account');
        const request = staff.locator('[data-request="Harborline Supplies"]').first();
        await request.getByRole('button', { name: /Decide/ }).click();
        await request.getByLabel(/Reason/).fill('Pays on time');
        await assertAccessibleAtBothWidths(staff, 'admin-on-account');
        await request.getByRole('button', { name: 'Approve' }).click();
        await hasText(request.locator('[data-status]'), 'Approved');
        await hasCount(staff.locator('[data-exposure="Harborline Supplies"]'), 1);
      });

      await page.getByRole('button', { name: 'Look again' }).click();
      await hasText(page.locator('[data-decision]'), /approved this order/);
      await page.getByLabel('Purchase order number').fill('PO-2042'.padEnd(80, '0'));
      await page.getByLabel(/^I have read and accept/).check();
      await placeOrderButton(page).click();
      await orderNumber(page);
      await page.goto('/account/on-account');
      await hasText(page.locator('[data-total]'), /173\.90/);
      await hasCount(page.locator('[data-item]'), 2);
      await assertAccessibleAtBothWidths(page, 'account-on-account');
      const [{ Id: accountId }] = await org.query("SELECT Id FROM Account WHERE Name = 'Harborline Supplies'");
      await asVisitor(browser, async (staff) => {
        await signIn(staff, `/lightning/r/Account/${accountId}/view`);
        await hasCount(staff.locator('c-account-exposure [data-item]'), 2);
        await assertAccessibleAtBothWidths(staff, 'admin-account-exposure');
      });
    }));
});

describe('An account on hold', () => {
  it('buys nothing on account, and its pages say why', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const [{ Id: accountId }] = await org.query("SELECT Id FROM Account WHERE Name = 'Harborline Supplies'");
      await org.record('PATCH', 'Account', accountId, { storehouse__Credit_Hold__c: true });
      try {
        await signInAs(page, ODETTE, '/account/on-account');
        await hasText(page.locator('[data-on-hold]'), /on hold/);
        await hasCount(page.locator('[data-limit]'), 1);
        await assertAccessibleAtBothWidths(page, 'account-on-hold');
        await addToCart(page, 'harbour-mug', { Color: 'Clay' });
        await page.goto('/checkout');
        await totalIsKnown(page);
        const payment = section(page, 'Payment');
        await hasText(payment.locator('[data-on-hold]'), /Pay otherwise, or contact us/);
        await hasCount(payment.getByRole('radio', { name: 'On account' }), 0);
        await assertAccessibleAtBothWidths(page, 'checkout-on-hold');
      } finally {
        await org.record('PATCH', 'Account', accountId, { storehouse__Credit_Hold__c: false });
      }
      await page.reload();
      await section(page, 'Payment').getByRole('radio', { name: 'On account' }).waitFor();
      await hasCount(page.locator('[data-on-hold]'), 0);
    }));
});

describe('A refund', () => {
  it('goes to credit instead of the card where staff choose so', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      await signInAs(page, THEO);
      const before = await creditOf(page);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/checkout');
      await totalIsKnown(page);
      await section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
      await page.getByLabel(/^I have read and accept/).check();
      await placeOrderButton(page).click();
      const number = await orderNumber(page);
      const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
      await asVisitor(browser, async (staff) => {
        await signIn(staff, `/lightning/r/Order/${orderId}/view`);
        await staff
          .getByRole('button', { name: /^Refund/ })
          .first()
          .click();
        const dialog = staff.getByRole('dialog');
        await dialog
          .getByLabel(/^Pieces|Quantity/)
          .first()
          .fill('1');
        await dialog.getByRole('combobox', { name: 'The money goes' }).click();
        await dialog.getByRole('option', { name: 'Account credit' }).click();
        await dialog.getByLabel(/Reason/).fill('Too small');
        await hasText(dialog.locator('[data-plan]'), /Account credit, instead of Card/);
        await assertAccessibleAtBothWidths(staff, 'admin-refund-to-credit');
        await dialog.locator('[data-confirm]').click();
        await hasCount(dialog.locator('[data-result]'), 1);
      });
      assert.equal((await creditOf(page)).toFixed(2), (before + 24).toFixed(2));
    }));
});
