import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, DESKTOP, hasCount, hasText, PHONE } from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('Cancelling one’s order', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`shows what comes back, and is told by e-mail (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `mind-${viewport.width}-${Date.now()}@example.com`;
          const mailbox = await Mailbox.open();
          await addToCart(page, 'harbour-mug', { Color: 'Clay' });
          await fillCheckout(page, { ...ADA, email });
          await placeOrderButton(page).click();
          await orderNumber(page);
          const orderPage = page.url();
          await page.locator('[data-door] [data-open]').click();
          const cancel = page.locator('[data-cancel]');
          await cancel.getByRole('button', { name: 'Cancel this order…' }).press('Enter');
          await hasText(cancel.locator('[data-part]'), /Card \(test\) \$29\.90/);
          await assertAccessibleAtBothWidths(page, 'order-cancel');
          await cancel.getByRole('button', { name: 'Keep the order' }).click();
          await cancel.getByRole('button', { name: 'Cancel this order…' }).click();
          await cancel.getByRole('button', { name: 'Cancel the order' }).click();
          await page.waitForURL(orderPage);
          await hasText(page.locator('h1'), /cancelled/i);
          await hasCount(cancel, 0);
          await hasText(page.locator('[data-refunds]'), /29\.90/);
          await assertAccessibleAtBothWidths(page, 'order-cancelled');
          await mailbox.message(email, /was cancelled/);
        },
        viewport,
      ));
});
