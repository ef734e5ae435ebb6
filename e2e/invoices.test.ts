import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

/** Keeps the document as a file, which says what is on the page. */
async function downloaded(page: Page, name: RegExp, texts: string[]) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-download]').click()]);
  assert.match(download.suggestedFilename(), name);
  const file = readFileSync(await download.path(), 'latin1');
  assert.ok(file.startsWith('%PDF-'));
  for (const text of texts) assert.ok(file.includes(text), `${text} is in the file`);
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
          await downloaded(page, /^INV-.*\.pdf$/, [number, '12 Analytical Way']);
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

          await asVisitor(browser, async (staff) => {
            await signIn(staff, `/lightning/r/${orderId}/view`);
            await staff.locator('[data-refund]').click();
            const dialog = staff.getByRole('dialog');
            await dialog.locator('[data-goodwill]').getByRole('spinbutton').fill('1.50');
            await dialog.locator('[data-reason]').getByRole('textbox').fill('A scratch');
            await hasText(dialog.locator('[data-total]'), /1\.50/);
            await dialog.locator('[data-confirm]').click();
            await dialog.locator('[data-result] li').first().waitFor();
          });
          const note = page.locator('[data-credit-note]');
          await until(
            async () => {
              await page.reload();
              await page.locator('c-order-detail').waitFor();
              return (await note.count()) > 0;
            },
            Boolean,
            'the refund is credited',
          );
          await note.click();
          await page.locator('[data-invoice-document]').waitFor();
          await hasText(page.locator('[data-fact="credits"] dd'), /^INV-/);
          await hasText(page.locator('[data-total]'), /1\.50/);
          await assertAccessibleAtBothWidths(page, `credit-note-${viewport.width}`);
          await downloaded(page, /^CN-.*\.pdf$/, ['Credit note', '1.50']);
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
      await downloaded(page, /^INV-.*\.pdf$/, ['Harbour']);
      await asVisitor(browser, async (other) => {
        await signInAs(other, JUNE);
        await other.goto(address.pathname + address.search);
        await other.locator('[data-unknown]').waitFor();
        await hasCount(other.locator('[data-invoice-document]'), 0);
      });
    }));

  for (const viewport of [PHONE, DESKTOP])
    it(`staff find documents, sum up taxes and see that no number is missing (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (staff) => {
          await signIn(staff, '/lightning/n/Store_Documents');
          await staff.locator('c-invoice-console lightning-datatable').waitFor();
          await staff.locator('[data-series]').first().waitFor();
          await hasCount(staff.locator('[data-missing]'), 0);
          await staff.locator('[data-summary]').click();
          await staff.locator('[data-sum]').first().waitFor();
          await assertAccessibleAtBothWidths(staff, `documents-${viewport.width}`);
          const [file] = await Promise.all([staff.waitForEvent('download'), staff.locator('[data-export]').click()]);
          assert.match(readFileSync(await file.path(), 'utf8'), /INV-/);
        },
        viewport,
      ));
});
