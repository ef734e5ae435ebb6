import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { recordIn, toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import { asVisitor, assertAccessibleAtBothWidths, DESKTOP, hasText, PHONE, signIn, until } from './support/journey.js';
import { addToCart, fillCheckout, optionValue, orderNumber, placeOrderButton } from './support/shopper.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** A picture of so many pixels a side, made by the browser. */
async function picture(
  page: Page,
  name: string,
  side: number,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const data = await page.evaluate((size) => {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    const brush = canvas.getContext('2d')!;
    brush.fillStyle = '#b65f3c';
    brush.fillRect(0, 0, size, size);
    return canvas.toDataURL('image/png').split(',')[1]!;
  }, side);
  return { name, mimeType: 'image/png', buffer: Buffer.from(data, 'base64') };
}

/** Makes a product by hand that can be bought at once. @returns its address */
async function makeProduct(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'New product' }).click();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'Enter a price.' }).first().waitFor();
  await assertAccessibleAtBothWidths(page, 'admin-new-product-mistakes');

  const files = [await picture(page, 'front.png', 64), await picture(page, 'back.png', 2600)];
  await page.locator('input[type="file"]').setInputFiles(files);
  const texts = page.getByRole('textbox', { name: 'Alternative text' });
  await until(
    () => texts.count(),
    (count) => count === 2,
    'pictures',
  );
  await texts.nth(0).fill('A candle on driftwood');
  await texts.nth(1).fill('The candle from behind');
  await page.getByRole('button', { name: /^The candle from behind/ }).press('ArrowLeft');
  await until(
    () => texts.nth(0).inputValue(),
    (text) => text === 'The candle from behind',
    'the order of the pictures',
  );

  await page.getByRole('textbox', { name: 'New option' }).fill('Size');
  await page.getByRole('textbox', { name: 'Values, separated by commas' }).fill('Small, Large');
  await page.getByRole('button', { name: 'Add option' }).click();
  await page.getByRole('spinbutton', { name: 'To', exact: true }).fill('19.5');
  await page.getByRole('button', { name: 'Set for 2 variants' }).click();
  await page.getByRole('spinbutton', { name: /^Stock: (Tidemoor: )?Small$/ }).fill('4');
  await page.getByRole('spinbutton', { name: /^Stock: (Tidemoor: )?Large$/ }).fill('0');
  await page.getByRole('textbox', { name: 'SKU: Small' }).fill('HARBOUR-MUG-SEA');
  await page.getByRole('checkbox', { name: 'Kitchen', exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /HARBOUR-MUG-SEA belongs to/ })
    .first()
    .waitFor();
  await page.getByRole('textbox', { name: 'SKU: Small' }).fill(`${title.toUpperCase().replaceAll(' ', '-')}-S`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await toast(page, /product was saved/);
  await page.waitForURL(/\/lightning\/r\/Product2\//);
  await page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor();
  await page.getByRole('spinbutton', { name: /^Stock: (Tidemoor: )?Small$/ }).waitFor();
  await assertAccessibleAtBothWidths(page, 'admin-made-product');
  return page.getByRole('textbox', { name: 'Address', exact: true }).inputValue();
}

for (const [where, viewport] of [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
] as const) {
  describe(`A product made by hand on ${where}`, () => {
    it('is sold, copied and archived', () =>
      asVisitor(
        browser,
        async (page, { context }) => {
          await signIn(page, '/lightning/n/Products');
          await page.getByRole('link', { name: 'Branch vase', exact: true }).waitFor();
          await assertAccessibleAtBothWidths(page, 'admin-product-list');
          const title = `Driftwood candle ${viewport.width}`;
          const slug = await makeProduct(page, title);
          assert.equal(slug, `driftwood-candle-${viewport.width}`);

          const shop = await context.newPage();
          await shop.goto(`/product/${slug}`);
          const shown = shop.getByRole('img', { name: 'The candle from behind' }).first();
          await until(
            () => shown.evaluate((image: HTMLImageElement) => image.naturalWidth),
            (width) => width === 2048,
            'width of the uploaded picture, made smaller',
          );
          await optionValue(shop, 'Size', 'Large').waitFor();
          await assertAccessibleAtBothWidths(shop, 'made-product');
          await addToCart(shop, slug, { Size: 'Small' });
          await fillCheckout(shop);
          await placeOrderButton(shop).click();
          assert.match(await orderNumber(shop), /^\d+$/);

          await page.reload();
          const stock = page.getByRole('spinbutton', { name: /^Stock: (Tidemoor: )?Small$/ });
          await until(
            () => stock.inputValue(),
            (value) => value === '3',
            'the stock after the sale',
          );
          await page.getByRole('button', { name: 'Copy', exact: true }).click();
          await until(
            () => page.getByRole('textbox', { name: 'Title', exact: true }).inputValue(),
            (value) => value === `${title} (copy)`,
            'the title of the copy',
          );
          await page.goBack();
          await page.getByRole('button', { name: 'Archive', exact: true }).click();
          await toast(page, /status was changed/);
          await shop.goto(`/search?q=${encodeURIComponent(title)}`);
          await shop.getByRole('main').getByRole('heading').first().waitFor();
          assert.equal(await shop.getByRole('link', { name: title }).count(), 0);
          await page.goto('/lightning/n/Products');
          await hasText(recordIn(page, title), title);
        },
        viewport,
      ));
  });
}

describe('The picture of a category', () => {
  it('is uploaded on its page, and lists of pictures show pictures', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Products');
      await page.getByRole('link', { name: 'Categories', exact: true }).first().click();
      await recordIn(page, 'Bags').click();
      await page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasText: 'Bags' }).waitFor();
      const drawing = { name: 'bags.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') };
      await page.locator('input[type="file"]').setInputFiles(drawing);
      await page
        .getByRole('alert')
        .filter({ hasText: /^bags\.svg: / })
        .waitFor();
      await page.locator('input[type="file"]').setInputFiles(await picture(page, 'bags.png', 80));
      await toast(page, /picture was saved/);
      const shown = page.getByRole('img', { name: 'Picture', exact: true });
      await until(
        () => shown.evaluate((image: HTMLImageElement) => image.naturalWidth),
        (width) => width === 80,
        'width of the uploaded picture',
      );
      await assertAccessibleAtBothWidths(page, 'admin-category-picture');

      await page.goto('/lightning/n/Products');
      await page.getByRole('link', { name: 'Branch vase', exact: true }).click();
      await page.getByRole('tab', { name: 'Related' }).click();
      const preview = page.getByRole('img', { name: 'Branch vase in Chalk' }).first();
      await until(
        () => preview.evaluate((image: HTMLImageElement) => [image.width, image.naturalWidth > 0]),
        ([width, isLoaded]) => width === 48 && isLoaded === true,
        'the preview in the list of pictures',
      );
      await assertAccessibleAtBothWidths(page, 'admin-picture-list');
    }));
});
