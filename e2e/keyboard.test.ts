import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { asVisitor, hasFocus, hasText, PHONE, until } from './support/journey.js';
import {
  ADA,
  cartDrawer,
  checkoutMessage,
  orderNumber,
  placeOrderButton,
  section,
  totalIsKnown,
} from './support/shopper.js';

/** More presses than any page needs from its top to its end. */
const PRESSES = 90;

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Goes on with Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const focused = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let press = 0; press < PRESSES; press += 1) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never comes to ${target}`);
}

async function follow(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** The focus is seen: an outline, or a shadow that stands for one. */
async function assertFocusIsSeen(page: Page, what: string): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return [undefined, '::after'].some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
  });
  assert.ok(seen, `the focus on ${what} cannot be seen`);
}

describe('With the keyboard alone', () => {
  it('one finds, chooses, orders and pays', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Tab');
      await hasFocus(page.getByRole('link', { name: 'Skip to content' }));
      await page.keyboard.press('Enter');
      await hasFocus(page.getByRole('main'));

      await page.goto('/');
      await write(page, page.getByRole('combobox', { name: 'Search' }), 'mug');
      await assertFocusIsSeen(page, 'the search');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=mug/);
      await hasFocus(page.getByRole('main'));
      await tabTo(page, page.getByRole('link', { name: 'Harbour mug' }));
      await assertFocusIsSeen(page, 'a product');
      await page.keyboard.press('Enter');

      await tabTo(page, page.getByRole('radio', { name: 'Chalk' }));
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.getByText('Color: Clay').waitFor();
      await follow(page, page.getByRole('button', { name: 'One more: Harbour mug' }));
      await follow(page, page.getByRole('button', { name: 'Add to cart' }));

      const drawer = cartDrawer(page);
      await drawer.waitFor();
      await follow(page, drawer.getByRole('link', { name: 'Checkout' }));
      await page.waitForURL(/\/checkout/);
      await fillByKeyboard(page);
      await follow(page, placeOrderButton(page));
      assert.match(await orderNumber(page), /^\d{8}$/);
      await hasFocus(page.getByRole('main'));
      await hasText(section(page, 'Items'), /Harbour mug Clay Quantity: 2/);
    }));

  it('the drawer keeps the focus, closes on Escape and gives the focus back', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/product/moor-teapot');
      const add = page.getByRole('button', { name: 'Add to cart' });
      await follow(page, add);
      const drawer = cartDrawer(page);
      await drawer.waitFor();
      for (let press = 0; press < 15; press += 1) {
        await page.keyboard.press('Tab');
        const place = await page.evaluate(() => {
          const active = document.activeElement;
          return !active || active === document.body || Boolean(active.closest('dialog[open]'));
        });
        assert.ok(place, `after ${press + 1} presses of Tab the focus is behind the drawer`);
      }
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
      await hasFocus(add);

      const cart = page.getByRole('banner').getByRole('link', { name: /^Cart/ });
      await cart.focus();
      await page.keyboard.press('Enter');
      await drawer.waitFor();
      await follow(page, drawer.getByRole('button', { name: 'Close' }), 'Space');
      await drawer.waitFor({ state: 'hidden' });
      await hasFocus(cart);
    }));

  it('menus open, close on Escape, and lead on', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/');
      const more = page.getByRole('navigation', { name: 'Categories' }).getByRole('button', { name: 'More' });
      await follow(page, more);
      await until(
        () => more.getAttribute('aria-expanded'),
        (value) => value === 'true',
        'the menu is open',
      );
      await page.keyboard.press('Escape');
      await until(
        () => more.getAttribute('aria-expanded'),
        (value) => value === 'false',
        'the menu is closed',
      );
      await hasFocus(more);
      await page.keyboard.press('Space');
      await follow(page, page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Paper' }));
      await page.waitForURL(/\/category\/paper$/);
    }));

  it('a phone’s menu and filters are drawers', () =>
    asVisitor(
      browser,
      async (page) => {
        await page.goto('/category/kitchen');
        const menu = page.getByRole('button', { name: 'Menu' });
        await follow(page, menu);
        await page.getByRole('dialog', { name: 'Menu' }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog', { name: 'Menu' }).waitFor({ state: 'hidden' });
        await hasFocus(menu);
        const filters = page.getByRole('button', { name: /^Filter/ });
        await follow(page, filters);
        const drawer = page.getByRole('dialog', { name: 'Filter' });
        await follow(page, drawer.getByRole('checkbox', { name: /^Clay/ }), 'Space');
        await page.waitForURL(/o\.Color=Clay/);
        await follow(page, drawer.getByRole('button', { name: /^Show \d+ products/ }));
        await drawer.waitFor({ state: 'hidden' });
        await hasFocus(filters);
      },
      PHONE,
    ));

  it('errors take the focus to the first field that needs mending', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/product/moor-teapot');
      await follow(page, page.getByRole('button', { name: 'Add to cart' }));
      await follow(page, cartDrawer(page).getByRole('link', { name: 'Checkout' }));
      await write(page, page.getByLabel('E-mail address'), ADA.email);
      await follow(page, placeOrderButton(page));
      const lastName = section(page, 'Delivery address').getByLabel('Last name');
      await hasFocus(lastName);
      assert.equal(await lastName.getAttribute('aria-invalid'), 'true');
      await hasText(checkoutMessage(page), /check the marked fields/);
    }));
});

async function fillByKeyboard(page: Page): Promise<void> {
  const delivery = section(page, 'Delivery address');
  await write(page, page.getByLabel('E-mail address'), 'keyboard@example.com');
  await write(page, delivery.getByLabel('First name'), ADA.firstName);
  await write(page, delivery.getByLabel('Last name'), ADA.lastName);
  await write(page, delivery.getByLabel('Street and number'), ADA.street);
  await write(page, delivery.getByLabel('City'), ADA.city);
  await write(page, delivery.getByLabel('State'), ADA.state);
  await write(page, delivery.getByLabel('ZIP code'), ADA.postalCode);
  await page.keyboard.press('Tab');
  await totalIsKnown(page);
  await tabTo(page, section(page, 'Shipping method').getByRole('radio', { name: /^Standard/ }));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: /^Express/, checked: true }).waitFor();
  await section(page, 'Order summary').getByText('$14.90').waitFor();
  await follow(page, section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }), 'Space');
  await page.getByRole('radio', { name: 'Approve the payment' }).waitFor();
  await follow(page, page.getByLabel(/^I have read and accept/), 'Space');
}
