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
  until,
} from './support/journey.js';
import { IRIS, signInAs } from './support/members.js';
import { addToCart, orderNumber, placeOrderButton, section, totalIsKnown } from './support/shopper.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const payment = (page: Page) => section(page, 'Payment');
const keepBox = (page: Page) => page.getByLabel(/^Keep this payment method/);
const cards = (page: Page) => page.locator('c-account-payment-methods [data-method]');

/** Goes to the checkout of a cart with one mug, with an address. */
async function toCheckout(page: Page): Promise<void> {
  await addToCart(page, 'harbour-mug', { Color: 'Clay' });
  await page.goto('/checkout');
  const saved = section(page, 'Delivery address').getByLabel('Your saved addresses');
  await saved.waitFor();
  await payment(page).getByRole('radio', { name: 'Card (test)' }).waitFor();
}

async function order(page: Page): Promise<string> {
  await page.getByLabel(/^I have read and accept/).check();
  await totalIsKnown(page);
  await placeOrderButton(page).click();
  return orderNumber(page);
}

/** The shopper's list as it is once it is there. */
async function openList(page: Page): Promise<void> {
  await page.goto('/account/payment-methods');
  await page
    .locator('c-account-payment-methods [data-method], c-account-payment-methods [data-empty]')
    .first()
    .waitFor();
}

async function removeAll(page: Page): Promise<void> {
  await openList(page);
  while (await cards(page).count()) {
    const before = await cards(page).count();
    await cards(page).first().locator('[data-remove]').click();
    await page.locator('[data-confirm]').click();
    await hasCount(cards(page), before - 1);
  }
}

describe('Kept payment methods', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`are kept when paying, pay again, are named, chosen and removed (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await signInAs(page, IRIS);
          await removeAll(page);
          await page.getByText('No payment methods yet').waitFor();

          await toCheckout(page);
          await payment(page).getByRole('radio', { name: 'Card (test)' }).check();
          await keepBox(page).check();
          await order(page);

          await toCheckout(page);
          const visa = payment(page).getByRole('radio', { name: 'Visa •••• 4242' });
          await visa.waitFor();
          await until(() => visa.isChecked(), Boolean, 'the default is chosen');
          await hasCount(keepBox(page), 0);
          await assertAccessibleAtBothWidths(page, `kept-checkout-${viewport.width}`);
          const paid = await order(page);
          await page.goto(`/account/order/${paid}`);
          await hasText(page.locator('[data-fact="payment"] dd'), 'Visa •••• 4242');

          // Another one, chosen on the provider's page.
          await toCheckout(page);
          await payment(page).getByRole('radio', { name: 'Card (test)' }).check();
          await keepBox(page).check();
          await page.getByRole('radio', { name: "Continue on the provider's page" }).check();
          await page.getByLabel(/^I have read and accept/).check();
          await totalIsKnown(page);
          await placeOrderButton(page).click();
          await page.locator('[data-keeps]').waitFor();
          await page.locator('[data-method]').selectOption('mastercard');
          await assertAccessibleAtBothWidths(page, `test-payment-${viewport.width}`);
          await page.locator('[data-outcome="approve"]').click();
          await orderNumber(page);

          await openList(page);
          await hasCount(cards(page), 2);
          await page.locator('[data-soon]').waitFor();
          const mastercard = cards(page).filter({ hasText: 'Mastercard' });
          await mastercard.getByRole('button', { name: /^Rename/ }).click();
          await page.getByRole('textbox', { name: /^Name/ }).fill('Company card');
          await assertAccessibleAtBothWidths(page, `payment-methods-rename-${viewport.width}`);
          await page.getByRole('button', { name: 'Save', exact: true }).click();
          const company = cards(page).filter({ hasText: 'Company card' });
          await company.getByRole('button', { name: /^Make default/ }).click();
          await company.getByText('Default', { exact: true }).waitFor();
          await assertAccessibleAtBothWidths(page, `payment-methods-${viewport.width}`);
          await company.getByRole('button', { name: 'Remove Company card' }).click();
          await page.getByText('Remove Company card?').waitFor();
          await assertAccessibleAtBothWidths(page, `payment-methods-remove-${viewport.width}`);
          await page.getByRole('button', { name: 'Remove', exact: true }).click();
          await hasCount(cards(page), 1);
          await cards(page).first().getByText('Default', { exact: true }).waitFor();
          await removeAll(page);
        },
        viewport,
      ));

  it('are offered to nobody else', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/checkout');
      await payment(page).getByRole('radio', { name: 'Card (test)' }).check();
      await hasCount(keepBox(page), 0);
      await page.goto('/account/payment-methods');
      await page.waitForURL((url) => url.pathname === '/sign-in');
      assert.equal(new URL(page.url()).searchParams.get('startURL'), '/account/payment-methods');
    }));
});
