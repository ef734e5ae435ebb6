import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasCount, hasText, signIn, until } from './support/journey.js';
import { ownMember } from './support/members.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Points that count and pending ones, as the account page says. */
async function pointsOf(page: Page): Promise<{ points: number; pending: number }> {
  await page.goto('/account/points');
  const number = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
  const points = number(await page.locator('[data-balance]').textContent());
  const pending = page.locator('[data-pending]');
  return { points, pending: (await pending.count()) ? number(await pending.textContent()) : 0 };
}

describe('Points', () => {
  it('are on their way, count once the order is sent, and go back with it; staff give some', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const { email, contactId } = await ownMember(page, 'earning');
      const before = await pointsOf(page);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page, { ...ADA, email });
      await placeOrderButton(page).click();
      const number = await orderNumber(page);

      const isPending = (now: { pending: number }) => now.pending > before.pending;
      const placed = await until(() => pointsOf(page), isPending, 'the order has earned');
      const earned = placed.pending - before.pending;
      assert.equal(placed.points, before.points);
      await hasText(page.locator('[data-earned]').filter({ hasText: number }), /On their way/);

      const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
      await org.apex('OrderAdminController.fulfil', { orderId });
      await until(
        () => pointsOf(page),
        ({ points }) => points === before.points + earned,
        'the points count',
      );
      await assertAccessibleAtBothWidths(page, 'account-points');
      await page.locator('[data-earned]').filter({ hasText: number }).getByRole('link').click();
      await page.getByRole('heading', { name: `Order ${number}` }).waitFor();

      await asVisitor(browser, async (staff) => {
        await signIn(staff, `/lightning/r/Contact/${contactId}/view`);
        const panel = staff.locator('[data-program]');
        await panel.getByRole('button', { name: /^Give or take points/ }).click();
        await panel.getByLabel(/Points to give/).fill('25');
        await panel.getByLabel(/Reason/).fill('A parcel came late');
        await assertAccessibleAtBothWidths(staff, 'admin-points');
        await panel.getByRole('button', { name: 'Save' }).click();
        await toast(staff, /The points were changed/);
      });
      const given = await pointsOf(page);
      assert.equal(given.points, before.points + earned + 25);
      await hasCount(page.locator('[data-other]').filter({ hasText: 'A parcel came late' }), 1);

      const items = await org.query(
        `SELECT Id FROM OrderItem WHERE OrderId = '${orderId}' AND storehouse__Line_Type__c = 'Product'`,
      );
      await org.apex('OrderRefundController.startRefund', {
        orderId,
        input: { key: 'journey', reason: 'Too small', lines: [{ orderItemId: items[0].Id, quantity: 1 }] },
      });
      await until(
        () => pointsOf(page),
        ({ points }) => points === before.points + 25,
        'the points went back with the mug',
      );
      await hasText(page.locator('[data-earned]').filter({ hasText: number }), /went back/);
    }));

  it('pay a part of an order, as many as the slider says, and come back with it', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const { email, contactId } = await ownMember(page, 'spending');
      const [{ Id: programId }] = await org.query('SELECT Id FROM storehouse__Loyalty_Program__c');
      const given = { contactId, programId, points: 400, reason: 'For the journey', key: contactId };
      await org.apex('PointsAdminController.adjust', given);
      const before = await pointsOf(page);
      assert.equal(before.points, 400);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page, { ...ADA, email });
      const offer = page.locator('[data-balance="Points"]');
      await hasText(offer, /worth/);
      // It is ticked once the server has taken the points.
      await offer.getByRole('checkbox').click();
      await offer.getByRole('slider').fill('100');
      await hasText(offer.locator('[data-units]'), /^100 points$/);
      await hasText(offer.locator('[data-amount]'), /5\.00/);
      await assertAccessibleAtBothWidths(page, 'checkout-points');
      await placeOrderButton(page).click();
      const number = await orderNumber(page);
      assert.equal((await pointsOf(page)).points, before.points - 100);
      const paid = page.locator('[data-other]').filter({ hasText: 'Paid with points' }).filter({ hasText: number });
      await hasText(paid, /−100 points/);
      await assertAccessibleAtBothWidths(page, 'account-points-spent');

      const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
      await org.apex('OrderRefundController.startRefund', {
        orderId,
        input: { key: 'all', reason: 'Too small', everything: true },
      });
      await until(
        () => pointsOf(page),
        ({ points }) => points === before.points,
        'the points came back',
      );
      await paid.getByRole('link').click();
      await page.getByRole('heading', { name: `Order ${number}` }).waitFor();
      await hasText(page.locator('[data-refund-note]'), /Points that are back in your balance: 100/);
    }));

  it('are told on product page, cart and checkout before anything is bought, to guests too', () =>
    asVisitor(browser, async (page) => {
      const earns = page.locator('[data-earns]');
      await page.goto('/product/harbour-mug');
      await hasText(earns, /^\s*Members of Tidemoor Club earn \d+ points with this\.\s*$/);
      await assertAccessibleAtBothWidths(page, 'product-points');
      await ownMember(page, 'reading');
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/cart');
      await hasText(earns, /^\s*You earn \d+ points with this\./);
      await assertAccessibleAtBothWidths(page, 'cart-points');
      await page.goto('/checkout');
      await hasText(earns, /^\s*You earn \d+ points with this\./);
    }));
});
