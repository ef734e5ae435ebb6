import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/support/browser.mjs';
import { asVisitor, hasCount, hasText } from '../../e2e/support/journey.js';
import { addToCart, cartDrawer, fillCheckout, orderNumber, placeOrderButton } from '../../e2e/support/shopper.js';

const MESSAGE = 'Happy birthday, Charles!';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** What a button "Gift-wrap this" of the sample would ask for. */
function wrapMug(page: Page): Promise<void> {
  return page.evaluate(async (message) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('storehouse.cart.')) as string;
    const storeCode = key.slice('storehouse.cart.'.length);
    const cartToken = (localStorage.getItem(key) as string).split('|')[0];
    const call = async (method: string, parameters: object): Promise<any> => {
      const answer = await fetch(`/apex/CartController/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ storeCode, cartToken, ...parameters }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()).returnValue;
    };
    const cart = await call('getCart', {});
    const { id, quantity } = cart.items.find((one: { productSlug: string }) => one.productSlug === 'harbour-mug');
    const line = { type: 'GiftWrap', parentId: id, quantity, configuration: JSON.stringify({ message }) };
    await call('addLine', { line });
  }, MESSAGE);
}

describe('Gift wrap', () => {
  it('stands under what it wraps, with its message, from the cart to the order', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 2);
      await wrapMug(page);
      await page.goto('/cart');
      const lines = page.locator('[data-line]');
      await hasText(lines.nth(1), /Gift wrap/);
      await hasText(lines.nth(1), new RegExp(MESSAGE));
      assert.equal(await lines.nth(1).getByRole('textbox').count(), 0, 'it goes with the mugs');
      await fillCheckout(page);
      await hasText(page.getByRole('region', { name: 'Order summary' }), new RegExp(MESSAGE));
      await placeOrderButton(page).click();
      assert.match(await orderNumber(page), /^\d{8}$/);
      await hasText(page.locator('[data-detail]'), new RegExp(MESSAGE));
    }));

  it('is paid with a class and a mug in one checkout', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/product/pottery-evenings');
      await page.locator('input[name="bookingDate"]').nth(2).check({ force: true });
      await page.getByRole('button', { name: 'Book', exact: true }).click();
      await cartDrawer(page).waitFor();
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await wrapMug(page);
      await page.goto('/cart');
      await hasCount(page.locator('[data-line]'), 3);
      await fillCheckout(page);
      const summary = page.getByRole('region', { name: 'Order summary' });
      await hasText(summary, /Pottery evenings/);
      await hasText(summary, new RegExp(MESSAGE));
      await placeOrderButton(page).click();
      await orderNumber(page);
      await hasText(page.locator('[data-order-bookings]'), /Pottery evenings.*Confirmed/);
      await hasText(page.locator('body'), /Gift wrap/);
    }));

  it('goes when its goods are taken out', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await wrapMug(page);
      await page.goto('/cart');
      await page.locator('[data-line]').nth(1).waitFor();
      await page.locator('[data-remove]').first().click();
      await page.locator('[data-empty]').waitFor();
      assert.equal(await cartDrawer(page).count(), 0);
    }));
});
