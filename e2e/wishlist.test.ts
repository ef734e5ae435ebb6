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
  signIn,
  until,
} from './support/journey.js';
import { toast } from './support/admin.js';
import { Mailbox } from './support/mailbox.js';
import { signInAs, VICTOR } from './support/members.js';
import { cartDrawer, choose } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';
import { orgClient } from '../scripts/lib/org-client.mjs';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const rows = (page: Page) => page.locator('c-wishlist-rows [data-row]');

/** Saves a variant from its product's page. */
async function save(page: Page, slug: string, options: Record<string, string>): Promise<void> {
  await page.goto(`/product/${slug}`);
  await choose(page, options);
  const heart = page.locator('c-product-detail [data-actions] [data-wish]');
  await heart.click();
  await until(
    () => heart.getAttribute('aria-pressed'),
    (pressed) => pressed === 'true',
    'the heart',
  );
}

/** Corrects the stock of a variant on the product's page of the admin. */
async function adjust(admin: Page, sku: string, change: number): Promise<void> {
  const client = await orgClient(base, ADMIN);
  const [{ Id: variantId }] = await client.query(`SELECT Id FROM Product2 WHERE StockKeepingUnit = '${sku}'`);
  await admin.goto(`/lightning/r/Product2/${variantId}/view`);
  await admin.getByRole('tab', { name: 'Stock', exact: true }).click();
  const level = admin.locator(`[data-level="${sku}"]`);
  await level.getByRole('button').click();
  await admin.getByLabel('Change in pieces').fill(String(change));
  await admin.getByLabel('Reason').fill('Delivery');
  await admin.locator('c-product-stock').getByRole('button', { name: 'Save' }).click();
  await toast(admin, /stock was corrected/);
}

// The journeys share a customer and a product: they run one after the other.
describe('Wishlist and stock alerts', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`keeps a guest's wishlist, joins it at the sign-in, and moves things to the cart (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await save(page, 'harbour-mug', { Color: 'Clay' });
          await page.getByText('Saved to your wishlist.').first().waitFor();
          await page.goto('/search?q=');
          const card = page.locator('c-product-card').filter({ hasText: 'Shore tote' });
          await card.locator('[data-wish]').click();
          await until(
            () => card.locator('[data-wish]').getAttribute('aria-pressed'),
            (pressed) => pressed === 'true',
            'the heart of the card',
          );
          await page.goto('/wishlist');
          await hasCount(rows(page), 2);
          await assertAccessibleAtBothWidths(page, 'wishlist-guest');

          await signInAs(page, VICTOR, '/account/wishlist');
          await hasCount(rows(page), 2);
          await assertAccessibleAtBothWidths(page, 'account-wishlist');
          assert.equal(
            await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('storehouse.wishes'))),
            false,
            'nothing is left in the browser',
          );
          await page.getByRole('button', { name: 'Move to cart: Harbour mug, Clay' }).click();
          await cartDrawer(page).waitFor();
          await hasText(cartDrawer(page), /Harbour mug/);
          await page.goto('/account/wishlist');
          await hasCount(rows(page), 1);

          await page.getByRole('button', { name: 'Share by link' }).click();
          const link = await page.locator('[data-link]').inputValue();
          await asVisitor(
            browser,
            async (friend) => {
              await friend.goto(link);
              await hasCount(rows(friend), 1);
              await hasCount(friend.locator('[data-remove]'), 0);
              await assertAccessibleAtBothWidths(friend, 'wishlist-shared');
            },
            viewport,
          );
          await page.getByRole('button', { name: 'Stop sharing' }).click();
          await page.getByRole('button', { name: 'Share by link' }).waitFor();
          await page.getByRole('button', { name: 'Remove from wishlist: Shore tote' }).click();
          await page.locator('[data-empty]').waitFor();
          await page.goto('/cart');
          await page.locator('c-cart-page [data-remove]').first().click();
          await page.locator('c-cart-page [data-empty]').waitFor();
        },
        viewport,
      ));

  for (const viewport of [PHONE, DESKTOP])
    it(`tells a guest once that something is back, and ends the alerts by the link of the e-mail (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `waiting-${viewport.width}-${Date.now()}@example.com`;
          const mailbox = await Mailbox.open();
          await page.goto('/product/window-pot');
          await choose(page, { Color: 'Chalk', Size: 'Medium' });
          const alert = page.locator('[data-stock-alert]');
          await alert.getByLabel('E-mail address').fill('nobody');
          await alert.getByRole('button', { name: 'Tell me when it is back' }).click();
          await alert.locator('[data-message]').waitFor();
          await assertAccessibleAtBothWidths(page, 'product-sold-out');
          await alert.getByLabel('E-mail address').fill(email);
          await alert.getByRole('button', { name: 'Tell me when it is back' }).click();
          await hasText(alert, new RegExp(`look into your mailbox ${email}`));

          await page.goto(await mailbox.link(email, '/confirm-alert'));
          await page.getByRole('button', { name: 'Yes, tell me' }).waitFor();
          await assertAccessibleAtBothWidths(page, 'confirm-alert');
          await page.getByRole('button', { name: 'Yes, tell me' }).click();
          await page.getByRole('heading', { name: 'We will tell you' }).waitFor();
          await hasText(page.locator('[data-lead]'), /Window pot with saucer – Chalk \/ Medium/);

          await asVisitor(browser, async (admin) => {
            await signIn(admin);
            await admin.goto('/lightning/n/Stock_Demand');
            await admin.locator('[data-row="WINDOW-POT-CHALK-MEDIUM"] [data-waiting]').waitFor();
            await assertAccessibleAtBothWidths(admin, 'admin-customers-waiting');
            await adjust(admin, 'WINDOW-POT-CHALK-MEDIUM', 3);
            await mailbox.message(email, /is back/);
            await adjust(admin, 'WINDOW-POT-CHALK-MEDIUM', -3);
          });
          await page.goto(await mailbox.link(email, '/product/window-pot'));
          await page.getByRole('heading', { name: 'Window pot with saucer' }).waitFor();
          await page.goto(await mailbox.link(email, '/unsubscribe'));
          await page.getByText(/w•••@example\.com/).waitFor();
          await assertAccessibleAtBothWidths(page, 'unsubscribe-alerts');
          await page.getByRole('button', { name: 'End all alerts' }).click();
          await page.locator('[data-done]').waitFor();
        },
        viewport,
      ));

  it('lets a member wait at one press, and stop waiting', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, VICTOR);
      await page.goto('/product/window-pot');
      await choose(page, { Color: 'Chalk', Size: 'Medium' });
      await page.getByRole('button', { name: /^Tell me when it is back/ }).click();
      await page.getByText(`We send an e-mail to ${VICTOR} when it is back.`).first().waitFor();
      await assertAccessibleAtBothWidths(page, 'product-waiting');
      await page.goto('/account/wishlist');
      await page
        .locator('[data-alerts]')
        .getByRole('link', { name: 'Window pot with saucer, Chalk / Medium' })
        .waitFor();
      await assertAccessibleAtBothWidths(page, 'account-alerts');
      await page.getByRole('button', { name: 'Cancel alert: Window pot with saucer, Chalk / Medium' }).click();
      await hasCount(page.locator('[data-alerts]'), 0);
    }));
});
