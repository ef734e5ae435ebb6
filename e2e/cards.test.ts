import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { asVisitor, assertAccessibleAtBothWidths, DESKTOP, hasText, PHONE, signIn, until } from './support/journey.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton, section } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

const CARD = 'Card by Stripe (simulated)';
const PAID = '4242 4242 4242 4242';
const CONFIRMED = '4000 0027 6000 3184';
const DECLINED = '4000 0000 0000 0002';
const SIMULATORS = process.env.STORE_SIMULATORS ?? '';

let browser: Browser;
let org: Awaited<ReturnType<typeof orgClient>>;

before(async () => {
  browser = await launchBrowser();
  org = await orgClient(base, ADMIN);
});
after(() => browser?.close());

/** What goes wrong with notifications from now on. */
async function disturb(...names: string[]): Promise<void> {
  const response = await fetch(`${SIMULATORS}/switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(names.map((name) => [name, true]))),
  });
  assert.equal(response.status, 200);
}
afterEach(() => disturb());

/** Orders a mug and waits for the page of the card service. */
async function goToCardPage(page: Page, email = ADA.email): Promise<void> {
  await addToCart(page, 'harbour-mug', { Color: 'Clay' });
  await fillCheckout(page, { ...ADA, email }, CARD);
  await placeOrderButton(page).click();
  await page.waitForURL(/\/stripe\/c\/pay\//);
  await page.getByRole('heading', { name: 'Pay by card' }).waitFor();
}

async function typeCard(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByRole('button', { name: /^Pay / }).click();
}

async function isPaid(page: Page): Promise<void> {
  assert.match(await orderNumber(page), /^\d{8}$/);
  await hasText(page.locator('[data-fact="paymentStatus"] dd'), 'Paid');
}

interface Row {
  Id: string;
  [field: string]: unknown;
}

/** Payments of the orders of an address. */
const paymentsOf = (email: string): Promise<Row[]> =>
  org.query(
    `SELECT Id, storehouse__Status__c, storehouse__Order__r.Status FROM storehouse__Payment__c WHERE storehouse__Cart__r.storehouse__Email__c = '${email}'`,
  );

async function paymentIs(email: string, status: string): Promise<void> {
  await until(
    async () => (await paymentsOf(email)).map((row) => row.storehouse__Status__c),
    (states) => states.length > 0 && states.every((state) => state === status),
    `payment of ${email}`,
  );
}

for (const [where, viewport] of Object.entries({ 'on a phone': PHONE, 'at a desk': DESKTOP }))
  describe(`A card by redirect ${where}`, () => {
    it('is paid after the bank was asked', () =>
      asVisitor(
        browser,
        async (page) => {
          await goToCardPage(page);
          await assertAccessibleAtBothWidths(page, 'card-page');
          await typeCard(page, CONFIRMED);
          await page.getByRole('heading', { name: 'Confirm your payment' }).waitFor();
          await assertAccessibleAtBothWidths(page, 'card-challenge');
          await page.getByRole('button', { name: 'Confirm' }).click();
          await isPaid(page);
          await assertAccessibleAtBothWidths(page, 'card-order');
        },
        viewport,
      ));

    it('is declined, and another one is taken', () =>
      asVisitor(
        browser,
        async (page) => {
          await goToCardPage(page);
          await typeCard(page, DECLINED);
          await hasText(page.getByRole('alert'), /was declined/);
          await assertAccessibleAtBothWidths(page, 'card-declined');
          await typeCard(page, CONFIRMED);
          await page.getByRole('button', { name: 'Refuse' }).click();
          await hasText(page.getByRole('alert'), /unable to authenticate/);
          await typeCard(page, PAID);
          await isPaid(page);
        },
        viewport,
      ));

    it('is gone on with after the browser was closed in the middle', () =>
      asVisitor(
        browser,
        async (page) => {
          await goToCardPage(page);
          const cardPage = page.url();
          const { context } = { context: page.context() };
          await page.close();
          const later = await context.newPage();
          await later.goto('/checkout');
          await later.getByRole('heading', { name: 'Your payment is not complete' }).waitFor();
          await assertAccessibleAtBothWidths(later, 'card-come-back');
          await later.getByRole('button', { name: 'Continue to payment' }).click();
          await later.waitForURL(cardPage);
          await typeCard(later, PAID);
          await isPaid(later);
        },
        viewport,
      ));
  });

describe('Who does not come back', () => {
  it('has an order all the same: the service tells the shop', () =>
    asVisitor(browser, async (page) => {
      const email = `gone-${Date.now()}@example.com`;
      await disturb('twice', 'reversed');
      await goToCardPage(page, email);
      // The way back to the shop leads nowhere.
      await page.route(`${base}/checkout**`, (route) => route.abort());
      await typeCard(page, PAID).catch(() => undefined);
      await paymentIs(email, 'Captured');
      const [payment] = await paymentsOf(email);
      const events = await org.query(
        `SELECT storehouse__Status__c FROM storehouse__Webhook_Event__c WHERE storehouse__Payment__c = '${payment.Id}' AND storehouse__Status__c = 'Done'`,
      );
      assert.ok(events.length >= 1, 'each kind stands there once');
    }));

  it('who turns back has the cart again and nothing to pay at the service', () =>
    asVisitor(browser, async (page) => {
      await goToCardPage(page);
      const cardPage = page.url();
      await page.getByRole('link', { name: /Back to the shop/ }).click();
      await hasText(section(page, 'Payment').locator('[data-payment-message]'), /Nothing was charged/);
      await page.goto(cardPage);
      await page.getByText('This payment has expired.').waitFor();
    }));
});

describe('Notifications with a wrong signature', () => {
  it('are refused, and the shopper who comes back has an order', () =>
    asVisitor(browser, async (page) => {
      await disturb('wrongSignature');
      await goToCardPage(page);
      await typeCard(page, PAID);
      await isPaid(page);
      const refusals = (): Promise<Row[]> =>
        org.query(
          `SELECT Id, storehouse__Webhook_Refusal__c FROM storehouse__Payment_Provider__c WHERE Name = '${CARD}' AND storehouse__Webhook_Refusal__c LIKE 'The signature%'`,
        );
      await until(refusals, (rows) => rows.length === 1, 'the refusal at the provider');
    }));
});

describe('The other service', () => {
  it('takes a card after the bank was asked, and names the payment afterwards', () =>
    asVisitor(
      browser,
      async (page) => {
        const email = `adyen-${Date.now()}@example.com`;
        await addToCart(page, 'harbour-mug', { Color: 'Clay' });
        await fillCheckout(page, { ...ADA, email }, 'Card by Adyen (simulated)');
        await placeOrderButton(page).click();
        await page.waitForURL(/\/adyen\/pay\//);
        await typeCard(page, '4000 0200 0000 0000');
        await hasText(page.getByRole('alert'), /Refused/);
        await typeCard(page, '4871 0499 9999 9910');
        await page.getByRole('button', { name: 'Confirm' }).click();
        await isPaid(page);
        // Until it is told, the shop knows the page only: the name by which money goes back comes with the notification.
        await until(
          () =>
            org.query(
              `SELECT Id, storehouse__Provider_Reference__c FROM storehouse__Payment__c WHERE storehouse__Cart__r.storehouse__Email__c = '${email}'`,
            ),
          ([row]) => /^[0-9A-F]{16}$/.test(String(row?.storehouse__Provider_Reference__c)),
          'name of the payment at the service',
        );
      },
      PHONE,
    ));
});

describe('The record of a way to pay', () => {
  it('tells whom it reaches and what its service told', () =>
    asVisitor(browser, async (page) => {
      const [provider] = await org.query(`SELECT Id FROM storehouse__Payment_Provider__c WHERE Name = '${CARD}'`);
      await signIn(page, `/lightning/r/${provider.Id}/view`);
      const panel = page.locator('c-provider-panel');
      await panel.locator('[data-address]').waitFor();
      await panel.getByRole('button', { name: 'Test connection' }).click();
      await hasText(panel.locator('[data-outcome]'), /Reached: Stripe of this machine, test mode/);
      assert.match(await panel.locator('[data-address]').innerText(), /\/services\/apexrest\/.*stripe\//);
      await assertAccessibleAtBothWidths(page, 'provider-panel');
    }));
});
