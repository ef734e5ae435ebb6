import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
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
import { MARA, signInAs } from './support/members.js';
import {
  ADA,
  addToCart,
  fillCheckout,
  orderNumber,
  placeOrderButton,
  section,
  totalIsKnown,
} from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

type Org = Awaited<ReturnType<typeof orgClient>>;

let browser: Browser;
let org: Org;

before(async () => {
  browser = await launchBrowser();
  org = await orgClient(base, ADMIN);
  const [{ Id: storeId }] = await org.query('SELECT Id FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE');
  // The shoppers of these journeys live where the law does not give the right.
  await org.record('PATCH', 'storehouse__Store__c', storeId, { storehouse__Withdrawal_Everywhere__c: true });
});
after(() => browser?.close());

const cents = (text: unknown) => Math.round(Number(String(text).replace(/[^\d.]/g, '')) * 100);

async function idOf(number: string): Promise<string> {
  const [{ Id }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
  return Id;
}

/** Gives Mara points and a voucher. @returns its code */
async function fillPurse(batch: string): Promise<string> {
  const [{ Id: storeId }] = await org.query('SELECT Id FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE');
  const [{ Id: programId }] = await org.query('SELECT Id FROM storehouse__Loyalty_Program__c');
  const [{ ContactId: contactId }] = await org.query(`SELECT ContactId FROM User WHERE Username = '${MARA}'`);
  await org.apex('PointsAdminController.adjust', {
    contactId,
    programId,
    points: 400,
    reason: 'For the journey',
    key: batch,
  });
  const input = { storeId, kind: 'Sold', count: 1, amount: 16.66, batch, active: true };
  const [code] = (await org.apex('VoucherAdminController.createCodes', { input })) as string[];
  return code!;
}

async function voucherBalance(batch: string): Promise<number> {
  const [voucher] = await org.query(
    `SELECT storehouse__Balance__c FROM storehouse__Voucher__c WHERE storehouse__Batch__c = '${batch}'`,
  );
  return cents(voucher.storehouse__Balance__c);
}

/** Three mugs, paid with a voucher, points and a card. @returns number and private link */
async function buyWithThree(page: Page, code: string): Promise<{ number: string; link: string }> {
  await signInAs(page, MARA);
  await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 3);
  await page.goto('/checkout');
  await totalIsKnown(page);
  const payment = section(page, 'Payment');
  await payment.getByRole('button', { name: /Gift card or voucher/ }).click();
  await payment.locator('[data-code="Voucher"]').fill(code);
  await payment.locator('[data-apply="Voucher"]').click();
  await hasText(payment.locator('[data-tender]'), /16\.66/);
  const points = page.locator('[data-balance="Points"]').first();
  await points.getByRole('checkbox').click();
  await hasCount(points.locator('[data-amount]'), 1);
  await points.locator('[data-box]').fill('100');
  await points.locator('[data-box]').blur();
  await hasText(points.locator('[data-amount]'), /5\.00/);
  await payment.getByRole('radio', { name: 'Card (test)' }).check();
  await page.getByLabel(/^I have read and accept/).check();
  await placeOrderButton(page).click();
  const number = await orderNumber(page);
  return { number, link: page.url() };
}

describe('Sending something back', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`gives back to card, points and voucher what was shown, once the desk has looked (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (buyer) => {
          const batch = `returns-${viewport.width}-${Date.now()}`;
          const code = await fillPurse(batch);
          const { number, link } = await buyWithThree(buyer, code);
          await org.apex('OrderAdminController.fulfil', { orderId: await idOf(number) });
          let returnNumber = '';
          let shown: number[] = [];
          // Whoever holds the link needs no account.
          await asVisitor(
            browser,
            async (page) => {
              await page.goto(link);
              await page.locator('[data-door] [data-open]').click();
              await page.getByRole('button', { name: /Return something/ }).click();
              const form = page.locator('[data-return-form]');
              await assertAccessibleAtBothWidths(page, `return-empty-${viewport.width}`);
              await form.locator('[data-quantity]').first().selectOption('3');
              await form.locator('[data-next]').click();
              await hasText(form.locator('[data-line-problem]').first(), /reason/);
              await form.locator('[data-reason]').first().selectOption({ label: 'I changed my mind' });
              await assertAccessibleAtBothWidths(page, `return-form-${viewport.width}`);
              await form.locator('[data-next]').click();
              const parts = form.locator('[data-part]');
              await hasCount(parts, 3);
              shown = (await parts.locator('strong').allInnerTexts()).map(cents);
              assert.match((await parts.allInnerTexts()).join(), /Card \(test\)[\s\S]*points[\s\S]*Gift card/);
              assert.equal(
                shown.reduce((sum, part) => sum + part, 0),
                cents(await form.locator('[data-total] strong').innerText()),
              );
              await assertAccessibleAtBothWidths(page, `return-plan-${viewport.width}`);
              await form.locator('[data-confirm]').click();
              await hasText(page.locator('[data-done]'), /is announced/);
              returnNumber = /R-\d+/.exec(await page.locator('[data-done]').innerText())![0];
              await assertAccessibleAtBothWidths(page, `return-announced-${viewport.width}`);
              await page.getByRole('button', { name: `Print the label of ${returnNumber}` }).click();
              await hasText(page.locator('[data-return-label] [data-number]'), returnNumber);
              await assertAccessibleAtBothWidths(page, `return-label-${viewport.width}`);
            },
            viewport,
          );
          await (await Mailbox.open()).message(MARA, new RegExp(`${returnNumber}.*how to send`));

          const before = await voucherBalance(batch);
          await asVisitor(browser, async (staff) => {
            await signIn(staff, '/lightning/n/Returns_Desk');
            const desk = staff.locator('c-returns-desk');
            await assertAccessibleAtBothWidths(staff, `returns-desk-${viewport.width}`);
            await desk.getByRole('searchbox').fill(returnNumber);
            await desk.getByRole('button', { name: 'Find' }).click();
            await desk.getByRole('button', { name: 'It has arrived' }).click();
            await toast(staff, /has arrived/);
            const total = shown.reduce((sum, part) => sum + part, 0);
            const payBack = desk.getByRole('button', { name: `Pay back $${(total / 100).toFixed(2)}` });
            await payBack.waitFor();
            await assertAccessibleAtBothWidths(staff, `returns-desk-inspect-${viewport.width}`);
            await payBack.click();
            await toast(staff, /is complete/);
            await assertAccessibleAtBothWidths(staff, `returns-desk-done-${viewport.width}`);
          });
          assert.equal(await voucherBalance(batch), before + shown[2]!);
          const paid = await org.query(
            `SELECT storehouse__Amount__c FROM storehouse__Refund_Part__c WHERE storehouse__Refund__r.storehouse__Order__c = '${await idOf(number)}' ORDER BY storehouse__Position__c`,
          );
          assert.deepEqual(
            paid.map((part: Record<string, unknown>) => Math.round(Number(part.storehouse__Amount__c) * 100)),
            shown,
          );
          await (await Mailbox.open()).message(MARA, new RegExp(`${returnNumber} is complete`));
        },
        viewport,
      ));
});

describe('Exchanging something', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`pays with what comes back, and the difference by card (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `exchange-${viewport.width}-${Date.now()}@example.com`;
          await addToCart(page, 'harbour-mug', { Color: 'Clay' });
          await fillCheckout(page, { ...ADA, email });
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          await org.apex('OrderAdminController.fulfil', { orderId: await idOf(number) });
          await page.reload();
          await page.locator('[data-door] [data-open]').click();
          await page.getByRole('button', { name: /Exchange something/ }).click();
          const form = page.locator('[data-return-form="Exchange"]');
          await form.locator('[data-quantity]').first().selectOption('1');
          await form.locator('[data-reason]').first().selectOption({ label: 'I changed my mind' });
          const instead = form.locator('[data-instead]').first();
          await until(
            () => instead.locator('option').count(),
            (count) => count > 1,
            'what can be had instead',
          );
          await instead.selectOption({ index: 1 });
          await assertAccessibleAtBothWidths(page, `exchange-${viewport.width}`);
          await form.locator('[data-next]').click();
          await hasText(form.locator('[data-difference]'), /\$\d/);
          await assertAccessibleAtBothWidths(page, `exchange-plan-${viewport.width}`);
          await form.locator('[data-confirm]').click();
          await page.waitForURL(/checkout/);
          await fillCheckout(page, { ...ADA, email });
          await hasText(section(page, 'Payment').locator('[data-tender]'), /Exchange R-\d+/);
          await assertAccessibleAtBothWidths(page, `exchange-checkout-${viewport.width}`);
          await placeOrderButton(page).click();
          const replacement = await orderNumber(page);
          assert.notEqual(replacement, number);
          await hasText(page.locator('[data-paid-with]'), /Exchange R-\d+[\s\S]*Card \(test\)/);
          await (await Mailbox.open()).message(email, /how to send/);
          const [exchange] = await org.query(
            `SELECT Name, storehouse__Status__c, storehouse__Replacement_Order__r.OrderNumber FROM storehouse__Return__c WHERE storehouse__Order__c = '${await idOf(number)}'`,
          );
          assert.equal(exchange.storehouse__Status__c, 'Approved');
          assert.equal(exchange.storehouse__Replacement_Order__r.OrderNumber, replacement);
        },
        viewport,
      ));
});

describe('Withdrawing from a contract', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`takes two steps and no reason, and is acknowledged with content and time (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `withdraw-${viewport.width}-${Date.now()}@example.com`;
          await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 2);
          await fillCheckout(page, { ...ADA, email });
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          await page.getByRole('link', { name: 'Withdraw from contract here' }).click();
          const form = page.locator('[data-return-form="Withdrawal"]');
          await form.locator('[data-quantity]').first().selectOption('1');
          await form.getByLabel('Your name').fill('Ada Lovelace');
          await assertAccessibleAtBothWidths(page, `withdraw-${viewport.width}`);
          await form.locator('[data-next]').click();
          const total = await form.locator('[data-total] strong').innerText();
          await assertAccessibleAtBothWidths(page, `withdraw-confirm-${viewport.width}`);
          await form.getByRole('button', { name: 'Confirm withdrawal' }).click();
          await hasText(page.locator('[data-done]'), /withdrawal was received/);
          await hasText(page.locator('[data-return] [data-amount]').first(), new RegExp(`\\${total}`));
          await assertAccessibleAtBothWidths(page, `withdrawn-${viewport.width}`);
          const { text } = await (await Mailbox.open()).message(email, /withdrawal from order/);
          assert.match(text ?? '', /1 × Harbour mug/i);
          assert.match(text ?? '', new RegExp(`Order: ${number}`));
          assert.match(text ?? '', /Date and time: \d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
          assert.match(text ?? '', /Declared by: Ada Lovelace/);
          // The rest is still there to be withdrawn from, as long as the law says.
          await page.getByRole('button', { name: /Withdraw from contract here/ }).click();
          await hasCount(form.locator('[data-quantity] option'), 2);
        },
        viewport,
      ));
});
