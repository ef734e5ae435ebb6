// A guest's order in an org with several currencies, person accounts, address picklists and alerting duplicate rules.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { asVisitor, hasText } from './support/journey.js';
import { ADA, addToCart, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('An org with everything', () => {
  for (const [name, email] of [
    ['takes the order of a guest', 'ada@example.com'],
    ['takes that of another guest of the same name, whom a duplicate rule would alert about', 'other.ada@example.com'],
  ])
    it(name, () =>
      asVisitor(browser, async (page) => {
        await addToCart(page, 'harbour-mug', { Color: 'Clay' });
        await fillCheckout(page, { ...ADA, email });
        await placeOrderButton(page).click();
        assert.match(await orderNumber(page), /^\d{8}$/);
        await hasText(page.locator('[data-fact="paymentStatus"] dd'), 'Paid');
      }),
    );

  it('keeps the orders in the store’s currency, with codes of the org’s own and people as buyers', async () => {
    const client = await orgClient(base, ADMIN);
    const orders = await client.query(
      'SELECT CurrencyIsoCode, ShippingCountry, ShippingStateCode, Account.IsPersonAccount FROM Order',
    );
    assert.equal(orders.length, 2);
    for (const order of orders) {
      assert.equal(order.CurrencyIsoCode, 'USD');
      assert.equal(order.ShippingCountry, 'United States');
      assert.equal(order.ShippingStateCode, 'OR');
      assert.equal(order.Account.IsPersonAccount, true);
    }
  });
});
