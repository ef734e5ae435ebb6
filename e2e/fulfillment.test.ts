import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { toast } from './support/admin.js';
import {
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasText,
  PHONE,
  shot,
  signIn,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
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

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Chooses an option of a Lightning combobox. */
async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

async function orderId(number: string): Promise<string> {
  const org = await orgClient(base, ADMIN);
  const [{ Id: id }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
  return id;
}

describe('Goods on their way', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`a shopper collects what they bought, by its code (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `collect-${viewport.width}-${Date.now()}@example.com`;
          const mailbox = await Mailbox.open();
          await addToCart(page, 'harbour-mug', { Color: 'Clay' });
          await fillCheckout(page, { ...ADA, email });
          const shipping = section(page, 'Shipping method');
          await shipping.getByRole('radio', { name: /^Collect at the harbour/ }).check();
          await shipping.locator('[data-collect]').waitFor();
          await placeOrderButton(page).click();
          await shipping.locator('[data-message="collectionLocation"]').waitFor();
          await assertAccessibleAtBothWidths(page, 'checkout-collect');
          await shipping.getByRole('radio', { name: /^Tidemoor at the harbour/ }).check();
          await totalIsKnown(page);
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          const address = page.url();
          await hasText(page.locator('[data-collection]'), /Tidemoor at the harbour/);
          await hasCount(page.locator('[data-code]'), 0);

          await asVisitor(
            browser,
            async (staff) => {
              await signIn(staff, '/lightning/n/storehouse__Picking');
              await pick(staff, 'Place', 'Tidemoor at the harbour');
              const job = staff.locator('[data-job]').filter({ hasText: number });
              await job.getByRole('checkbox').check();
              await assertAccessibleAtBothWidths(staff, `picking-${viewport.width}`);
              await staff.locator('[data-take]').click();
              await staff.locator('[data-open-heading]').waitFor();
              await staff.getByLabel('Scan or type a code').fill('harbour-mug-clay');
              await staff.locator('[data-find]').click();
              await hasText(staff.locator('[data-state]'), 'All pieces are there.');
              await assertAccessibleAtBothWidths(staff, `pick-${viewport.width}`);
              await staff.locator('[data-send]').click();
              await toast(staff, /is ready/);
            },
            viewport,
          );
          await mailbox.message(email, /ready to be collected/);
          await page.goto(address);
          await hasText(page.locator('h1'), /ready to be collected/);
          const code = (await page.locator('[data-code]').textContent())!.trim();
          await assertAccessibleAtBothWidths(page, `order-ready-${viewport.width}`);

          await asVisitor(
            browser,
            async (staff) => {
              await signIn(staff, '/lightning/n/storehouse__Collection_Desk');
              await staff.locator('[data-code] input').fill(code);
              await staff.locator('[data-find]').click();
              await hasText(staff.locator('[data-proof]'), 'The code is right.');
              await staff.getByLabel(/^Proof of identity/).fill('Driving licence');
              await assertAccessibleAtBothWidths(staff, `collect-desk-${viewport.width}`);
              await staff.locator('[data-hand-over]').click();
              await toast(staff, /handed over/);
            },
            viewport,
          );
          await page.reload();
          await hasText(page.locator('h1'), /collected/);
          await hasCount(page.locator('[data-code]'), 0);
        },
        viewport,
      ));

  for (const viewport of [PHONE, DESKTOP])
    it(`an order leaves in two parcels (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 3);
          await fillCheckout(page, { ...ADA, email: `parcels-${viewport.width}@example.com` });
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          const address = page.url();
          const id = await orderId(number);
          await asVisitor(
            browser,
            async (staff) => {
              await signIn(staff, `/lightning/r/${id}/view`);
              await staff.locator('[data-fulfil]').click();
              await staff.locator('li[data-line] input').fill('1');
              await pick(staff, 'Carrier', 'UPS');
              await staff.getByLabel('Tracking number').fill('1Z999AA10123456784');
              await shot(staff, `send-some-${viewport.width}`);
              await staff.locator('[data-confirm-send]').click();
              await hasText(staff.locator('td[data-sent]').first(), '1 of 3');
              await pick(staff, 'Status of', 'Out for delivery');
              await toast(staff, /Status noted/);
              await assertAccessibleAtBothWidths(staff, `order-parcels-${viewport.width}`);
            },
            viewport,
          );
          await page.goto(address);
          await hasText(page.locator('h1'), /Part of your order/);
          await hasText(page.locator('[data-sent]'), '1 of 3 sent');
          await hasText(page.locator('[data-shipment]'), /Out for delivery/);
          await assertAccessibleAtBothWidths(page, `order-partly-${viewport.width}`);
          await asVisitor(browser, async (staff) => {
            await signIn(staff, `/lightning/r/${id}/view`);
            await staff.locator('[data-fulfil]').click();
            await staff.locator('[data-confirm-send]').click();
            await hasCount(staff.locator('[data-fulfil]'), 0);
          });
          await page.reload();
          await hasCount(page.locator('[data-shipment]'), 2);
        },
        viewport,
      ));
});
