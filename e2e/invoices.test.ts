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
  shot,
  signIn,
  until,
} from './support/journey.js';
import { JUNE, NORA, signInAs } from './support/members.js';
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

/** The link to the invoice, once it was issued: moments after the order. */
async function invoiceLink(page: Page) {
  const link = page.locator('[data-invoice]');
  await until(
    async () => {
      if (await link.count()) return true;
      await page.reload();
      await page.locator('c-order-detail').waitFor();
      return (await link.count()) > 0;
    },
    Boolean,
    'the invoice is issued',
  );
  return link;
}

describe('Invoices and parcels', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`a guest follows the parcel and opens the invoice (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await addToCart(page, 'harbour-mug', { Color: 'Clay' });
          await fillCheckout(page, { ...ADA, email: `parcel-${viewport.width}@example.com` });
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          const address = page.url();
          await (await invoiceLink(page)).click();
          await page.locator('[data-invoice-document]').waitFor();
          await hasText(page.locator('[data-fact="order"] dd'), number);
          await hasText(page.locator('[data-buyer]'), /12 Analytical Way/);
          await assertAccessibleAtBothWidths(page, `invoice-${viewport.width}`);
          await page.emulateMedia({ media: 'print' });
          await hasCount(page.locator('c-store-header:visible, [data-print]:visible'), 0);
          await shot(page, `invoice-printed-${viewport.width}`);
          await page.emulateMedia({ media: 'screen' });

          const org = await orgClient(base, ADMIN);
          const [{ Id: orderId }] = await org.query(`SELECT Id FROM Order WHERE OrderNumber = '${number}'`);
          await asVisitor(browser, async (staff) => {
            await signIn(staff, `/lightning/r/${orderId}/view`);
            await staff.locator('[data-fulfil]').click();
            await staff.getByRole('combobox', { name: 'Carrier' }).click();
            await staff.getByRole('option', { name: 'UPS' }).click();
            await staff.getByLabel('Tracking number').fill('1Z999AA10123456784');
            await shot(staff, `send-dialog-${viewport.width}`);
            await staff.locator('[data-confirm-send]').click();
            await hasCount(staff.locator('[data-fulfil]'), 0);
          });

          await page.goto(address);
          await page.locator('[data-shipment]').waitFor();
          await hasText(page.locator('[data-tracking]'), '1Z999AA10123456784');
          await page.locator('[data-track][href^="https://www.ups.com/"]').waitFor();
          await assertAccessibleAtBothWidths(page, `parcel-${viewport.width}`);
        },
        viewport,
      ));

  it('a member opens theirs, and nobody else does', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, NORA);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/checkout');
      await section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
      await page.getByLabel(/^I have read and accept/).check();
      await totalIsKnown(page);
      await placeOrderButton(page).click();
      await page.goto(`/account/order/${await orderNumber(page)}`);
      await page.locator('c-order-detail').waitFor();
      const link = await invoiceLink(page);
      await link.click();
      await page.locator('[data-invoice-document]').waitFor();
      const address = new URL(page.url());
      await assertAccessibleAtBothWidths(page, 'invoice-member');
      await asVisitor(browser, async (other) => {
        await signInAs(other, JUNE);
        await other.goto(address.pathname + address.search);
        await other.locator('[data-unknown]').waitFor();
        await hasCount(other.locator('[data-invoice-document]'), 0);
      });
    }));
});
