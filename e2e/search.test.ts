import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessible,
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasFocus,
  hasText,
  PHONE,
  until,
} from './support/journey.js';
import { cartDrawer, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' });
const option = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name });

/** Opens the page with the search field at hand: on a phone behind its button. */
async function openSearch(page: Page, isPhone: boolean): Promise<void> {
  await page.goto('/');
  if (isPhone) await page.locator('[data-search-toggle]').click();
  await field(page).waitFor();
}

describe('Searching', () => {
  for (const [name, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    it(`with a wrong spelling ends with an order, on a ${name}`, () =>
      asVisitor(
        browser,
        async (page) => {
          await openSearch(page, viewport === PHONE);
          await field(page).fill('candel');
          await field(page).press('Enter');
          await page.waitForURL(/\/search\?q=candel/);
          await hasText(page.locator('[data-search-note]'), /candel.*candle/);
          await assertAccessible(page, `search-typo-${name}`);
          await page.getByRole('link', { name: 'Evening candle' }).click();
          await page.waitForURL(/\/product\/evening-candle/);
          await page.getByRole('button', { name: 'Add to cart' }).first().click();
          await cartDrawer(page).waitFor();
          await fillCheckout(page);
          await placeOrderButton(page).click();
          assert.match(await orderNumber(page), /^\d{8}$/);
          await hasText(page.locator('main'), /Evening candle/);
        },
        viewport,
      ));

    it(`suggests while typing, by keyboard, on a ${name}`, () =>
      asVisitor(
        browser,
        async (page) => {
          await openSearch(page, viewport === PHONE);
          await field(page).pressSequentially('harb');
          await option(page, /Harbour mug/).waitFor();
          await hasText(page.locator('[aria-live="polite"]').first(), /suggestion/);
          assert.equal(await field(page).inputValue(), 'harb', 'what was typed stays');
          await field(page).press('ArrowDown');
          const active = await field(page).getAttribute('aria-activedescendant');
          assert.ok(active);
          await assertAccessible(page, `search-suggestions-${name}`);
          await field(page).press('Escape');
          await hasCount(page.getByRole('option'), 0);
          await hasFocus(field(page));
          await field(page).press('ArrowDown');
          await option(page, /Harbour mug/).click();
          await page.waitForURL(/\/product\/harbour-mug/);
        },
        viewport,
      ));
  }

  it('finds by plurals, other spellings, descriptions and article numbers, and by words only', () =>
    asVisitor(browser, async (page) => {
      const titles = async (words: string): Promise<string[]> => {
        await page.goto(`/search?q=${encodeURIComponent(words)}`);
        await until(() => page.locator('[data-count]').innerText(), Boolean, 'the number of results');
        return page.locator('section.results c-product-card h3').allInnerTexts();
      };
      assert.equal((await titles('mugs'))[0], 'Harbour mug');
      assert.equal((await titles('harbor'))[0], 'Harbour mug', 'American spelling');
      assert.ok((await titles('coffee')).includes('Espresso cup'), 'the description');
      assert.deepEqual(await titles('HARBOUR-MUG-SEA'), ['Harbour mug']);
      assert.equal((await titles('towls')).filter((title) => /towel/i.test(title)).length > 0, true);
    }));

  it('that finds nothing helps on', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/search?q=xyzzy%20mug');
      await hasText(page.getByRole('heading', { level: 1 }), 'Nothing found for “xyzzy mug”');
      await hasText(page.locator('[data-empty]'), /No product has these words: xyzzy/);
      await hasCount(page.getByRole('combobox', { name: 'Sort by' }), 0);
      await assertAccessibleAtBothWidths(page, 'search-nothing');
      assert.ok((await page.locator('.popular c-product-card').count()) > 2);
      await page.locator('[data-tries]').getByRole('link', { name: 'mug' }).click();
      await page.waitForURL(/q=mug$/);
      await page.getByRole('link', { name: 'Harbour mug' }).waitFor();
    }));
});

describe('Filters', () => {
  it('hold for one variant, which the card shows', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/search?q=throw&o.Color=Rust');
      const link = page.getByRole('link', { name: 'Drift throw' });
      await link.waitFor();
      assert.match((await link.getAttribute('href')) ?? '', /variant=01t/);
      await hasText(page.locator('c-product-card'), /Sold out/);
      await page.goto('/search?q=throw&stock=1&o.Color=Rust');
      await hasText(page.locator('[data-empty]'), /Nothing matches/);
    }));

  it('take a price from left to right, whatever stands there', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/category/kitchen?max=20');
      const sidebar = page.locator('.sidebar');
      await sidebar.locator('[data-min]').fill('30');
      await sidebar.locator('[data-min]').press('Tab');
      await sidebar.locator('[data-max]').fill('60');
      await sidebar.locator('[data-max]').press('Enter');
      await page.waitForURL(/min=30&max=60/);
    }));
});

describe('Ways through the shop', () => {
  it('the breadcrumb of a product leads back to the category it was found in', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/category/kitchen');
      await page.getByRole('link', { name: 'Harbour mug' }).click();
      await page.waitForURL(/\/product\/harbour-mug/);
      await hasText(page.getByRole('navigation', { name: 'Breadcrumbs' }), /Home.*Kitchen.*Harbour mug/);
    }));

  it('the menu of all other categories is not cut', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/');
      const more = page.getByRole('button', { name: 'More' });
      if ((await more.count()) === 0) return;
      await more.click();
      const panel = page.locator('.panel.open');
      const box = await panel.boundingBox();
      assert.ok(box && box.y + box.height <= DESKTOP.height && box.x >= 0 && box.x + box.width <= DESKTOP.width);
      await assertAccessible(page, 'menu-more');
    }));

  it('new arrivals repeat nothing that is featured above', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/');
      await page.locator('c-product-card').first().waitFor();
      const slugs = await page
        .locator('c-product-card a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      assert.equal(new Set(slugs).size, slugs.length);
    }));
});
