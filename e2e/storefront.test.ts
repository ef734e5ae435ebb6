import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { asVisitor, assertAccessible, DESKTOP, hasText, PHONE } from './support/journey.js';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const DELAY = 4000;

/** Lets every Apex call of the page wait. */
async function slowApex(page: Page): Promise<void> {
  await page.route('**/apex/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, DELAY));
    await route.continue();
  });
}

describe('A page while the org is slow', () => {
  it('has its frame, its title and a skeleton before any Apex answers', () =>
    asVisitor(browser, async (page) => {
      await slowApex(page);
      const begin = Date.now();
      await page.goto('/product/harbour-mug', { waitUntil: 'commit' });
      await page.locator('header [data-cart]').waitFor();
      await page.locator('[data-loading] .store-skeleton').first().waitFor({ state: 'attached' });
      assert.match(await page.title(), /^Harbour mug/);
      assert.equal(await page.getByRole('link', { name: 'Tidemoor' }).first().isVisible(), true);
      assert.ok(Date.now() - begin < DELAY, 'nothing had answered yet');
      await page.getByRole('heading', { name: 'Harbour mug', level: 1 }).waitFor();
    }));
});

describe('A product page on a phone', () => {
  it('has name, price and the way to buy in the first screen, and keeps them in reach', () =>
    asVisitor(
      browser,
      async (page) => {
        await page.goto('/product/harbour-mug');
        const button = page.getByRole('button', { name: 'Add to cart' });
        for (const part of [page.getByRole('heading', { level: 1 }), page.getByText('$24.00').first(), button]) {
          await part.waitFor();
          const box = await part.boundingBox();
          assert.ok(box && box.y + box.height <= PHONE.height, `${await part.innerText()} is below the first screen`);
        }
        await page.mouse.wheel(0, 4000);
        await page.waitForFunction(() => window.scrollY > 800);
        const box = await button.boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= PHONE.height, 'the button is out of reach');
      },
      PHONE,
    ));
});

describe('Addresses', () => {
  it('of nothing answer 404, search engines are told what there is', () =>
    asVisitor(browser, async (page) => {
      const missing = await page.goto('/product/no-such-thing');
      assert.equal(missing?.status(), 404);
      assert.equal((await page.goto('/product/harbour-mug'))?.status(), 200);
      assert.equal((await page.goto('/order/nonsense'))?.status(), 404);
      // The host learns from the first page of a kind what such pages read.
      await page.goto('/category/kitchen', { waitUntil: 'networkidle' });
      assert.equal((await page.goto('/category/no-such-thing'))?.status(), 404);
      await page.getByRole('heading', { name: 'We could not find this page' }).waitFor();
      assert.match((await (await page.goto('/sitemap.xml'))?.text()) ?? '', /\/shipping</);
      assert.match((await (await page.goto('/robots.txt'))?.text()) ?? '', /Sitemap: /);
    }));

  it('of the store’s texts say what its settings say', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/shipping');
      await page.getByRole('cell', { name: /\$5\.90.*free from \$75/ }).waitFor();
      await page.goto('/contact');
      await page.getByRole('main').getByRole('link', { name: 'hello@tidemoor.example' }).waitFor();
    }));
});

describe('Cards', () => {
  it('show a second picture to a mouse, and add at once what has no choice', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/search');
      const several = page.locator('article', { hasText: /colors/ }).first();
      await several.hover();
      await several.locator('[data-second] img').waitFor();
      await page.goto('/category/kitchen');
      await page.locator('[data-add-one]').first().click();
      await page.getByRole('dialog').locator('[data-line]').waitFor();
      await assertAccessible(page, 'added-from-a-card');
    }));
});

describe('The header', () => {
  for (const [width, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    it(`is walked as it is seen, on a ${width}`, () =>
      asVisitor(
        browser,
        async (page) => {
          await page.goto('/');
          await page.getByRole('link', { name: /^Cart/ }).waitFor();
          const places: { x: number; y: number }[] = [];
          for (let i = 0; i < 20; i += 1) {
            await page.keyboard.press('Tab');
            const place = await page.evaluate(() => {
              const element = document.activeElement as HTMLElement;
              const { x, y, height } = element.getBoundingClientRect();
              return element.closest('header') ? { x, y: y + height / 2 } : null;
            });
            if (place) places.push(place);
          }
          assert.ok(places.length >= 4, 'the header has links');
          assert.deepEqual(
            places.map(({ x }) => x),
            places.map(({ x }) => x).sort((a, b) => a - b),
          );
        },
        viewport,
      ));
  }
});

describe('An outage', () => {
  it('is told once, and nothing goes on waiting', () =>
    asVisitor(browser, async (page) => {
      const down = { status: 500, contentType: 'application/json', body: '{"message":"down"}' };
      await page.route('**/apex/**', (route) => route.fulfill(down));
      for (const path of ['/', '/category/kitchen', '/product/harbour-mug', '/checkout', '/shipping']) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.locator('[data-retry]:visible').waitFor();
        assert.equal(await page.locator('[role="alert"]:visible').count(), 1, `messages of ${path}`);
        assert.equal(await page.locator('.store-skeleton:visible').count(), 0, `skeletons of ${path}`);
      }
    }));
});

describe('Goods on backorder', () => {
  it('say when they are expected', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/product/log-basket');
      await hasText(page.locator('[data-stock]'), /^On back-order, expected \w+ \d+$/);
    }));
});
