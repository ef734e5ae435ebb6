import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
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
import { signInAs } from './support/members.js';
import {
  ADA,
  addToCart,
  cartDrawer,
  choose,
  fillCheckout,
  orderNumber,
  placeOrderButton,
  section,
} from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

const THEO = 'theo.lindqvist@example.com';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const CODE = /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}/;
const money = (text: string | null) => Number((text ?? '').replace(/[^\d.]/g, ''));

/** Buys a gift card over 60 dollars for somebody. */
async function buyCard(page: Page, recipient: string): Promise<string> {
  await page.goto('/product/gift-card');
  await choose(page, { Amount: '\\$50' });
  const form = page.locator('[data-gift-card]');
  await form.getByLabel(/^Another amount/).fill('5');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await hasText(form.locator('[data-message="amount"]'), /from \$10.00 to \$500.00/);
  await form.getByLabel(/^Another amount/).fill('60');
  await form.getByLabel('Winter').check({ force: true });
  await form.getByLabel(/^Name of the recipient/).fill('Grace');
  await form.getByLabel(/^E-mail address of the recipient/).fill(recipient);
  await form.getByLabel(/^Your name/).fill('Ada');
  await form.getByLabel(/^Message/).fill('For the new kitchen');
  await assertAccessibleAtBothWidths(page, 'gift-card-product');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await cartDrawer(page).waitFor();
  await hasText(cartDrawer(page), /Grace/);
  await page.goto('/checkout');
  await page.getByLabel('E-mail address').fill(ADA.email);
  const address = section(page, 'Billing address');
  await address.getByLabel('First name').fill(ADA.firstName);
  await address.getByLabel('Last name').fill(ADA.lastName);
  await address.getByLabel('Street and number').fill(ADA.street);
  await address.getByLabel('City').fill(ADA.city);
  await address.getByLabel('State').selectOption({ label: ADA.state });
  await address.getByLabel('ZIP code').fill(ADA.postalCode);
  await address.getByLabel('ZIP code').blur();
  await section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
  await page.getByLabel(/^I have read and accept/).check();
  await hasText(placeOrderButton(page), /\$60\.00/);
  await placeOrderButton(page).click();
  return orderNumber(page);
}

async function balanceOf(page: Page, code: string): Promise<number> {
  await page.goto('/cart');
  await page.goto(`/gift-card#${code}`);
  await page.locator('[data-card]').waitFor();
  return money(await page.locator('[data-card] [data-balance]').textContent());
}

describe('Gift cards', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`are bought, arrive by e-mail, pay in part, and get back what is refunded (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const org = await orgClient(base, ADMIN);
          const mailbox = await Mailbox.open();
          const recipient = `grace-${viewport.width}-${Date.now()}@example.com`;
          await buyCard(page, recipient);

          const mail = await mailbox.message(recipient, /Ada has sent you a gift card/);
          assert.match(mail.text ?? '', /For the new kitchen/);
          const code = CODE.exec(mail.text ?? '')![0];
          await page.goto(await mailbox.link(recipient, '/gift-card'));
          await hasText(page.locator('[data-code]'), code);
          await hasText(page.locator('[data-card]'), /For Grace/);
          await assertAccessibleAtBothWidths(page, 'gift-card');
          await page.getByRole('button', { name: 'Look at another card' }).click();
          await page.getByLabel('Code').fill('SPRING-SALE');
          await page.getByRole('button', { name: 'Show balance' }).click();
          await hasText(page.locator('[data-message="giftCode"]'), /not known here/);
          await assertAccessibleAtBothWidths(page, 'gift-card-check');

          await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 3);
          await fillCheckout(page);
          const payment = section(page, 'Payment');
          await payment.getByRole('button', { name: /Gift card or voucher/ }).click();
          await payment.locator('[data-code="Voucher"]').fill('AAAA-BBBB-CCCC-DDDD');
          await payment.locator('[data-apply="Voucher"]').click();
          await hasText(payment, /This code is not known here/);
          await payment.locator('[data-code="Voucher"]').fill(code.toLowerCase());
          await payment.locator('[data-apply="Voucher"]').click();
          await hasText(payment.locator('[data-tender]'), /Gift card ending in/);
          await assertAccessibleAtBothWidths(page, 'checkout-gift-card');
          const card = payment.getByRole('radio', { name: 'Card (test)' });
          if (await card.count()) await card.check();
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          assert.equal(await balanceOf(page, code), 0);

          const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
          const paid = await org.query(
            `SELECT storehouse__Amount__c FROM storehouse__Payment__c WHERE storehouse__Order__c = '${orderId}' ORDER BY storehouse__Position__c`,
          );
          assert.equal(Number(paid[0].storehouse__Amount__c), 60);
          // The card paid the same share of mugs and shipping, and gets the same share of what goes back.
          const total = Math.round((60 + Number(paid[1].storehouse__Amount__c)) * 100);
          const { lines } = (await org.apex('OrderRefundController.getRefundable', { orderId })) as {
            lines: { id: string; isCharge: boolean; amount: number }[];
          };
          const mugs = lines.find((line) => !line.isCharge)!;
          const cost = Math.round(mugs.amount * 100);
          const back = Math.round((Math.round((6000 * cost) / total) * 3250) / cost);
          await org.apex('OrderRefundController.startRefund', {
            orderId,
            input: {
              key: `journey-${viewport.width}`,
              reason: 'Too small',
              lines: [{ orderItemId: mugs.id, quantity: 0, amount: 32.5 }],
            },
          });
          await until(
            () => balanceOf(page, code),
            (balance) => balance === back / 100,
            'the refund is on the card',
          );
        },
        viewport,
      ));

  it('can be cancelled when some of one is spent: that part stays charged, and everybody is told', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const mailbox = await Mailbox.open();
      const recipient = `used-${Date.now()}@example.com`;
      const number = await buyCard(page, recipient);
      const orderPage = page.url();
      const mail = await mailbox.message(recipient, /Ada has sent you a gift card/);
      const code = CODE.exec(mail.text ?? '')![0];
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page);
      const payment = section(page, 'Payment');
      await payment.getByRole('button', { name: /Gift card or voucher/ }).click();
      await payment.locator('[data-code="Voucher"]').fill(code);
      await payment.locator('[data-apply="Voucher"]').click();
      await hasText(payment.locator('[data-tender]'), /Gift card ending in/);
      await placeOrderButton(page).click();
      await orderNumber(page);
      const left = await balanceOf(page, code);
      assert.ok(left > 0 && left < 60, `some of it: ${left}`);

      const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
      await asVisitor(browser, async (staff) => {
        await signIn(staff, `/lightning/r/Order/${orderId}/view`);
        await staff.locator('[data-refund]').click();
        const dialog = staff.getByRole('dialog');
        const spent = `$${(60 - left).toFixed(2)}`;
        await hasText(dialog.locator('[data-used]'), `${spent} of it has been used and stays charged.`);
        await dialog.getByLabel(/^Pieces|Quantity/).fill('1');
        await hasText(dialog.locator('[data-total]'), `$${left.toFixed(2)}`);
        await assertAccessibleAtBothWidths(staff, 'admin-refund-used-card');
        await dialog.locator('[data-close]').click();
        await staff.locator('[data-cancel]').click();
        await hasText(staff.locator('[data-effects]'), /of Gift card has been used and stays charged/);
        await staff.locator('[data-reason]').getByRole('textbox').fill('Ordered twice');
        await assertAccessibleAtBothWidths(staff, 'admin-cancel-used-card');
        await staff.locator('[data-confirm-cancel]').click();
        await hasCount(staff.locator('[data-confirm-cancel]'), 0);
      });
      assert.equal(await balanceOf(page, code), 0);
      await page.goto(orderPage);
      await hasText(page.locator('[data-refunds]'), new RegExp(`${(60 - left).toFixed(2)}`));
      await assertAccessibleAtBothWidths(page, 'order-used-card');
    }));

  it('that are blocked keep no refund: staff are told, and send it on a new card', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const [{ Id: storeId }] = await org.query(
        'SELECT Id FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE',
      );
      const batch = `Lost ${Date.now()}`;
      const [code] = (await org.apex('VoucherAdminController.createCodes', {
        input: { storeId, kind: 'Sold', count: 1, amount: 100, batch, active: true },
      })) as string[];
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page);
      const payment = section(page, 'Payment');
      await payment.getByRole('button', { name: /Gift card or voucher/ }).click();
      await payment.locator('[data-code="Voucher"]').fill(code!);
      await payment.locator('[data-apply="Voucher"]').click();
      await hasText(payment.locator('[data-tender]'), /Gift card ending in/);
      await placeOrderButton(page).click();
      const number = await orderNumber(page);
      const orderPage = page.url();
      const [{ Id: voucherId }] = await org.query(
        `SELECT Id FROM storehouse__Voucher__c WHERE storehouse__Batch__c = '${batch}'`,
      );
      await org.apex('VoucherAdminController.block', { voucherId, reason: 'Lost' });

      await page.goto(orderPage);
      await page.locator('[data-door] [data-open]').click();
      await page.locator('[data-cancel] [data-start]').click();
      await hasText(page.locator('[data-cancel] [data-note]'), /is blocked/);
      await assertAccessibleAtBothWidths(page, 'order-cancel-blocked-card');

      const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
      await asVisitor(browser, async (staff) => {
        await signIn(staff, `/lightning/r/Order/${orderId}/view`);
        await staff.locator('[data-refund]').click();
        const dialog = staff.getByRole('dialog');
        await dialog
          .getByLabel(/^Pieces|Quantity/)
          .first()
          .fill('1');
        await hasText(dialog.locator('[data-plan]'), /is blocked: what goes back to it cannot be spent/);
        await dialog.getByRole('combobox', { name: /blocked gift card/ }).click();
        await dialog.getByRole('option', { name: /A new gift card/ }).click();
        await dialog.getByLabel(/Reason/).fill('Too small');
        await hasText(dialog.locator('[data-plan]'), /A new gift card.*instead of Gift card/);
        await assertAccessibleAtBothWidths(staff, 'admin-refund-blocked-card');
        await dialog.locator('[data-confirm]').click();
        await hasCount(dialog.locator('[data-result]'), 1);
      });
      const [fresh] = await org.query(
        `SELECT storehouse__Balance__c, storehouse__Recipient_Email__c FROM storehouse__Voucher__c WHERE storehouse__Order__c = '${orderId}'`,
      );
      assert.ok(Number(fresh.storehouse__Balance__c) > 0, 'the money is on it');
      assert.equal(fresh.storehouse__Recipient_Email__c, ADA.email);
    }));

  it('stand in the account of whoever has them, and pay there without a code', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const [{ Id: storeId }] = await org.query(
        'SELECT Id FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE',
      );
      const [code] = (await org.apex('VoucherAdminController.createCodes', {
        input: { storeId, kind: 'Sold', count: 1, amount: 33.5, batch: `Given ${Date.now()}`, active: true },
      })) as string[];
      await signInAs(page, THEO, '/account/gift-cards');
      const cards = page.locator('[data-gift-card]');
      const before = money(await cards.first().locator('[data-balance]').textContent());
      assert.ok(before > 0);
      const count = await cards.count();
      await page.getByLabel('Code').fill('AAAA-BBBB-CCCC-DDDD');
      await page.getByRole('button', { name: 'Add to my account' }).click();
      await hasText(page.locator('[data-message="giftCode"]'), /not known here/);
      await assertAccessibleAtBothWidths(page, 'account-gift-cards');
      await page.getByLabel('Code').fill(code!);
      await page.getByRole('button', { name: 'Add to my account' }).click();
      await hasCount(cards, count + 1);
      await hasText(cards.filter({ hasText: code!.slice(-4) }), /33\.50/);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/checkout');
      const offer = page.locator('[data-balance="Voucher"]').first();
      await hasCount(page.locator('[data-balance="Voucher"]').filter({ hasText: code!.slice(-4) }), 1);
      await offer.getByRole('checkbox').click();
      await hasCount(offer.locator('[data-amount]'), 1);
    }));
});
