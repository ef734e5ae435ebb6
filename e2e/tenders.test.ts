import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, DESKTOP, hasCount, hasText, PHONE } from './support/journey.js';
import { MARA, signInAs } from './support/members.js';
import { addToCart, orderNumber, placeOrderButton, section, totalIsKnown } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

type Org = Awaited<ReturnType<typeof orgClient>>;

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const cents = (amount: unknown) => Math.round(Number(amount) * 100);

/** Points, and cents of credit and on the voucher, as the ledgers have them. */
async function purse(org: Org, contactId: string, batch: string) {
  const [points] = await org.query(
    `SELECT storehouse__Points__c FROM storehouse__Points_Account__c WHERE storehouse__Contact__c = '${contactId}'`,
  );
  const [credit] = await org.query(
    `SELECT storehouse__Balance__c FROM storehouse__Credit_Account__c WHERE storehouse__Contact__c = '${contactId}'`,
  );
  const [voucher] = await org.query(
    `SELECT storehouse__Balance__c FROM storehouse__Voucher__c WHERE storehouse__Batch__c = '${batch}'`,
  );
  return {
    points: Number(points.storehouse__Points__c),
    credit: cents(credit.storehouse__Balance__c),
    voucher: cents(voucher.storehouse__Balance__c),
  };
}

/** Gives Mara credit, points and the code of a voucher. @returns the code */
async function fill(org: Org, contactId: string, batch: string): Promise<string> {
  const [{ Id: storeId }] = await org.query('SELECT Id FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE');
  const [{ Id: programId }] = await org.query('SELECT Id FROM storehouse__Loyalty_Program__c');
  const reason = 'For the journey';
  await org.apex('PointsAdminController.adjust', { contactId, programId, points: 400, reason, key: batch });
  const credit = { storeId, kind: 'Store', amount: 7.77, reason, key: batch };
  await org.apex('CreditAdminController.give', { ownerId: contactId, input: credit });
  const vouchers = { storeId, kind: 'Sold', count: 1, amount: 6.66, batch, active: true };
  const [code] = (await org.apex('VoucherAdminController.createCodes', { input: vouchers })) as string[];
  return code!;
}

/** Uses a balance, and types how much of it beside the slider. */
async function use(page: Page, kind: string, much: string): Promise<void> {
  const offer = page.locator(`[data-balance="${kind}"]`).first();
  await offer.getByRole('checkbox').click();
  await hasCount(offer.locator('[data-amount]'), 1);
  await offer.locator('[data-box]').fill(much);
  await offer.locator('[data-box]').blur();
  await hasText(offer.locator('[data-amount]'), /5\.00/);
}

/**
 * What tenders paid of two of three mugs, in cents and points: 6.66 by a voucher, 5.00 by credit and 5.00 by 100 points.
 * @param cost of the three @param shipping what else the order cost
 */
function ofTwoThirds(cost: number, shipping: number) {
  const others = { mugs: cost - 500, shipping };
  const ofMugs = (amount: number) => {
    const share = Math.round((amount * others.mugs) / (others.mugs + others.shipping));
    others.mugs -= share;
    others.shipping -= amount - share;
    return share;
  };
  const paid = [ofMugs(666), ofMugs(500), 500];
  let whole = cost;
  let left = Math.round((cost * 2) / 3);
  const [voucher, credit, points] = paid.map((amount) => {
    const share = Math.round((amount * left) / whole);
    whole -= amount;
    left -= share;
    return share;
  }) as [number, number, number];
  return { voucher, credit, points: Math.round(points / 5), card: left };
}

describe('Points, credit, a voucher and a card', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`pay an order together and get back what is refunded, to the cent and to the point (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const org = await orgClient(base, ADMIN);
          const [{ ContactId: contactId }] = await org.query(`SELECT ContactId FROM User WHERE Username = '${MARA}'`);
          const batch = `tenders-${viewport.width}`;
          const code = await fill(org, contactId, batch);
          const before = await purse(org, contactId, batch);

          await signInAs(page, MARA);
          await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 3);
          await page.goto('/checkout');
          await totalIsKnown(page);
          const payment = section(page, 'Payment');
          await payment.getByRole('button', { name: /Gift card or voucher/ }).click();
          await payment.locator('[data-code="Voucher"]').fill(code);
          await payment.locator('[data-apply="Voucher"]').click();
          await hasText(payment.locator('[data-tender]'), /6\.66/);
          await use(page, 'Credit', '5');
          await use(page, 'Points', '100');
          await payment.getByRole('radio', { name: 'Card (test)' }).check();
          await page.getByLabel(/^I have read and accept/).check();
          await assertAccessibleAtBothWidths(page, `checkout-tenders-${viewport.width}`);
          await placeOrderButton(page).click();
          const number = await orderNumber(page);

          const [{ Id: orderId, storehouse__Grand_Total__c: total }] = await org.query(
            `SELECT Id, storehouse__Grand_Total__c FROM Order WHERE OrderNumber = '${number}'`,
          );
          const paid = await org.query(
            `SELECT storehouse__Tender_Type__c, storehouse__Amount__c FROM storehouse__Payment__c WHERE storehouse__Order__c = '${orderId}' ORDER BY storehouse__Position__c`,
          );
          const byKind = paid.map((row: Record<string, unknown>) => [
            row.storehouse__Tender_Type__c,
            cents(row.storehouse__Amount__c),
          ]);
          const byCard = cents(total) - 666 - 500 - 500;
          assert.deepEqual(byKind, [
            ['Voucher', 666],
            ['Credit', 500],
            ['Points', 500],
            ['Provider', byCard],
          ]);
          const spent = await purse(org, contactId, batch);
          assert.deepEqual(spent, { points: before.points - 100, credit: before.credit - 500, voucher: 0 });

          const orderPage = page.url();
          const rows = page.locator('[data-paid-with] dd');
          await hasCount(rows, 4);
          assert.deepEqual(
            (await rows.allInnerTexts()).map((text) => cents(text.replace(/[^\d.]/g, ''))),
            [666, 500, 500, byCard],
          );
          await assertAccessibleAtBothWidths(page, `order-tenders-${viewport.width}`);

          // Each gives back what it paid of two of the three mugs: points paid for mugs alone, the others for the shipping, too.
          const { lines } = (await org.apex('OrderRefundController.getRefundable', { orderId })) as {
            lines: { id: string; isCharge: boolean; amount: number }[];
          };
          const mugs = lines.find((line) => !line.isCharge)!;
          const back = ofTwoThirds(cents(mugs.amount), cents(total) - cents(mugs.amount));
          await org.apex('OrderRefundController.startRefund', {
            orderId,
            input: {
              key: batch,
              reason: 'A crack in the glaze',
              lines: [{ orderItemId: mugs.id, quantity: 2 }],
            },
          });
          assert.deepEqual(await purse(org, contactId, batch), {
            points: before.points - 100 + back.points,
            credit: before.credit - 500 + back.credit,
            voucher: back.voucher,
          });
          await page.goto(orderPage);
          const refunds = page.locator('[data-refunds]');
          await hasText(refunds, new RegExp(`Points that are back in your balance: ${back.points}\\b`));
          for (const amount of [back.voucher, back.credit, back.card])
            await hasText(refunds, new RegExp(`\\$${(amount / 100).toFixed(2)}`));
          await assertAccessibleAtBothWidths(page, `order-tenders-refunded-${viewport.width}`);
          await page.goto('/account/credit');
          assert.equal(await page.getByText('A crack in the glaze').count(), 0, 'the reason is for staff');

          await org.apex('OrderRefundController.startRefund', {
            orderId,
            input: { key: `${batch}-rest`, reason: 'The others too', everything: true },
          });
          assert.deepEqual(await purse(org, contactId, batch), before);
        },
        viewport,
      ));
});
