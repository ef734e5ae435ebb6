import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { recordIn, openTab, toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessibleAtBothWidths,
  asVisitor,
  hasCount,
  hasFocus,
  hasText,
  signIn,
  until,
} from './support/journey.js';
import {
  ADA,
  addToCart,
  cartDrawer,
  checkoutMessage,
  fillCheckout,
  optionValue,
  orderNumber,
  placeOrderButton,
  section,
  totalIsKnown,
} from './support/shopper.js';
import { StoreRoom } from './support/store.js';

/** Somebody of their own: an address may have two unpaid orders only. */
const BUYER = { ...ADA, email: 'shop@example.com' };

/** A product file whose row in line 7 has no price. */
const FILE = join('e2e', 'fixtures', 'camp-goods.csv');
const FILE_NAME = 'camp-goods.csv';

let browser: Browser;
let room: StoreRoom;

before(async () => {
  room = await StoreRoom.open();
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('From a product file to an order', () => {
  it('an administrator imports, a guest buys, the administrator delivers', async () => {
    await asVisitor(browser, importCatalogue);
    await asVisitor(browser, browseCatalogue);
    await asVisitor(browser, chooseVariant);
    let placed = { link: '', number: '' };
    await asVisitor(browser, async (page) => {
      placed = await orderAsGuest(page);
    });
    await asVisitor(browser, (page) => seeOrder(page, placed));
    await asVisitor(browser, (page) => payAndFulfil(page, placed));
  });

  it('a cancelled order puts its pieces back on the shelf', () =>
    asVisitor(browser, async (page, { context }) => {
      const stock = async (): Promise<number> => (await room.stock('market-apron', 'MARKET-APRON-PINE')).available;
      const before = await stock();
      await addToCart(page, 'market-apron', { Color: 'Pine' }, 2);
      await fillCheckout(page);
      await placeOrderButton(page).click();
      const number = await orderNumber(page);
      assert.equal(await stock(), before - 2);
      const link = page.url();

      const admin = await context.newPage();
      await signIn(admin);
      await openTab(admin, 'Orders');
      await recordIn(admin, number).click();
      const summary = admin.getByRole('article').filter({ hasText: 'Order summary' });
      await summary.getByRole('button', { name: 'Cancel order' }).click();
      await summary
        .getByText(/goes back to/)
        .first()
        .waitFor();
      await summary.getByLabel('Why is this order cancelled?').fill('Changed their mind');
      await summary.getByRole('button', { name: 'Cancel order' }).last().click();
      await toast(admin, /cancelled/);
      assert.equal(await stock(), before);

      await page.goto(link);
      await hasText(page.locator('[data-fact="status"] dd'), 'Cancelled');
    }));
});

// ---- import ----

const fact = async (page: Page, label: string, value: string): Promise<void> => {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) });
  await hasText(term.locator('xpath=following-sibling::dd'), value);
};

async function importFile(page: Page, file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await page.getByLabel('Product file (CSV)').setInputFiles(file);
  await page.getByRole('region', { name: 'Preview' }).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('region', { name: 'Import finished' }).waitFor();
}

async function importCatalogue(page: Page): Promise<void> {
  await signIn(page);
  await openTab(page, 'Import');
  await page.getByLabel('Product file (CSV)').setInputFiles(FILE);
  const preview = page.getByRole('region', { name: 'Preview' });
  const products = preview.getByRole('table', { name: 'First products of the file' }).getByRole('row');
  await hasText(products.filter({ hasText: 'trail-lantern' }), /Trail lantern.* New 4 \$39\.00 6 Camping › Camp light/);
  await hasText(preview.getByRole('listitem').filter({ hasText: 'Line 7' }), 'Line 7: Variant Price is missing.');
  await fact(page, 'Products to create', '3');
  await fact(page, 'Rows to refuse', '1');
  await assertAccessibleAtBothWidths(page, 'import-preview');

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('region', { name: 'Import finished' }).waitFor();
  await fact(page, 'Products created', '3');
  await fact(page, 'Rows refused', '1');
  const failed = page.getByRole('table', { name: 'Rows that cannot be imported' }).getByRole('row');
  await hasText(failed.nth(1), '7 camp-stool Variant Price is missing.');
  await assertAccessibleAtBothWidths(page, 'import-result');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download rows to mend' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'camp-goods-failed.csv');
  const rows = await readFile(await download.path(), 'utf8');
  assert.match(rows, /camp-stool.*Variant Price is missing\./);
  const mended = rows.replace(/(CAMP-STOOL,1200,shopify,3,deny,manual,)/, '$146.00');
  assert.notEqual(mended, rows);

  await page.getByRole('button', { name: 'Import another file' }).click();
  await importFile(page, { name: 'mended.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) });
  await fact(page, 'Products created', '1');
  await fact(page, 'Rows refused', '0');

  await page.getByRole('button', { name: 'Import another file' }).click();
  await page
    .getByLabel('Product file (CSV)')
    .setInputFiles({ name: FILE_NAME, mimeType: 'text/csv', buffer: readFileSync(FILE) });
  await page.getByText('The shop has all of this already.').waitFor();
  await fact(page, 'Products that stay as they are', '4');
  await fact(page, 'Rows to refuse', '0');
  assert.equal(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled(), true);
}

// ---- browsing ----

/** Products that the list shows, in its order. */
const listed = (page: Page): Locator => section(page, 'Products').getByRole('heading', { level: 3 });

async function shows(page: Page, ...titles: string[]): Promise<void> {
  await until(
    () => listed(page).allInnerTexts(),
    (found) => found.join() === titles.join(),
    `products listed, expected ${titles.join(', ')}`,
  );
}

async function browseCatalogue(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Featured' }).waitFor();
  await assertAccessibleAtBothWidths(page, 'home');
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Camping', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Camping', level: 1 }).waitFor();
  await hasText(page.locator('[data-count]'), '4 products');

  await page.getByRole('checkbox', { name: /^Rust/ }).check();
  await page.waitForURL(/o\.Color=Rust/);
  await hasText(page.locator('[data-count]'), '2 products');
  await page.getByLabel('To', { exact: true }).fill('100');
  await page.getByLabel('To', { exact: true }).press('Enter');
  await page.waitForURL(/max=100/);
  await shows(page, 'Trail lantern');
  await assertAccessibleAtBothWidths(page, 'category-filtered');

  await page.reload();
  await shows(page, 'Trail lantern');
  assert.equal(await page.getByRole('checkbox', { name: /^Rust/ }).isChecked(), true);
  await page.goBack();
  await hasText(page.locator('[data-count]'), '2 products');
  await page.goForward();
  await shows(page, 'Trail lantern');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await hasText(page.locator('[data-count]'), '4 products');

  await page.getByLabel('Sort by').selectOption({ label: 'Price, high to low' });
  await page.waitForURL(/sort=price-desc/);
  await shows(page, 'Hut blanket', 'Camp kettle', 'Camp stool', 'Trail lantern');
  await page.getByLabel('Sort by').selectOption({ label: 'Name, A–Z' });
  await shows(page, 'Camp kettle', 'Camp stool', 'Hut blanket', 'Trail lantern');

  await page.getByRole('combobox', { name: 'Search' }).fill('lantern');
  await page.getByRole('combobox', { name: 'Search' }).press('Enter');
  await page.getByRole('heading', { name: 'Results for “lantern”' }).waitFor();
  await listed(page).filter({ hasText: 'Trail lantern' }).waitFor();
  await assertAccessibleAtBothWidths(page, 'search');
  await page.getByRole('combobox', { name: 'Search' }).fill('no such thing');
  await page.getByRole('combobox', { name: 'Search' }).press('Enter');
  await page.getByRole('heading', { name: 'Nothing found for “no such thing”' }).waitFor();
  await assertAccessibleAtBothWidths(page, 'search-empty');
}

async function chooseVariant(page: Page): Promise<void> {
  await page.goto('/product/trail-lantern');
  await page.getByRole('heading', { name: 'Trail lantern', level: 1 }).waitFor();
  const price = page.getByRole('main').getByText(/^\$\d/).first();
  const picture = section(page, 'Product pictures').getByRole('img').first();
  await hasText(price, '$39.00');
  await hasPicture(picture, 'lookout-lantern-rust');
  await optionValue(page, 'Size', 'Large').check();
  await hasText(price, '$59.00');
  await page.getByText('Only 4 left', { exact: true }).waitFor();
  await optionValue(page, 'Color', 'Pine').check();
  await hasPicture(picture, 'moor-teapot-pine');
  await page.getByRole('button', { name: 'Sold out' }).waitFor();
  await assertAccessibleAtBothWidths(page, 'product-sold-out');
  await optionValue(page, 'Size', 'Small').check();
  await page.getByText('Only 5 left', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add to cart' }).waitFor();
  await assertAccessibleAtBothWidths(page, 'product');

  await page.goto('/product/camp-kettle');
  await page.getByText('$84.00').first().waitFor();
  await until(
    () => section(page, 'Product pictures').locator('img').count(),
    (count) => count === 0,
    'a picture that cannot be loaded gives way to a drawn one',
  );
  await assertAccessibleAtBothWidths(page, 'product-without-picture');
}

async function hasPicture(picture: Locator, name: string): Promise<void> {
  await until(
    async () => (await picture.getAttribute('src')) ?? '',
    (source) => source.includes(name),
    `picture of the variant, expected ${name}`,
  );
}

// ---- ordering ----

interface Placed {
  /** The private link of the confirmation. */
  link: string;
  number: string;
}

async function orderAsGuest(page: Page): Promise<Placed> {
  await addToCart(page, 'trail-lantern', { Color: 'Rust', Size: 'Large' }, 2);
  await hasText(cartDrawer(page).locator('[data-line-total]'), '$118.00');
  await assertAccessibleAtBothWidths(page, 'cart-drawer');
  await cartDrawer(page).getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('heading', { name: 'Your cart', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'One more: Trail lantern' }).click();
  await hasText(page.getByRole('main').locator('[data-line-total]'), '$177.00');
  await assertAccessibleAtBothWidths(page, 'cart');
  await page.getByRole('main').getByRole('link', { name: 'Checkout' }).click();
  await mendErrors(page);
  await placeOrderButton(page).click();

  const number = await orderNumber(page);
  const link = await section(page, 'Your private order link').getByRole('textbox').inputValue();
  assert.equal(link, page.url());
  await hasText(section(page, 'Items'), /Trail lantern Rust \/ Large Quantity: 3 \$177\.00/);
  await assertAccessibleAtBothWidths(page, 'order');
  assert.equal((await room.stock('trail-lantern', 'TRAIL-RUST-L')).available, 1);
  return { link, number };
}

/** The private link works in any browser, and says little about the person. */
async function seeOrder(page: Page, { link, number }: Placed): Promise<void> {
  await page.goto(link);
  assert.equal(await orderNumber(page), number);
  await page.getByText('s•••@example.com').waitFor();
}

/** Sends an empty checkout first, then mends what it says; a reload in between loses nothing. */
async function mendErrors(page: Page): Promise<void> {
  await placeOrderButton(page).waitFor();
  await assertAccessibleAtBothWidths(page, 'checkout');
  await placeOrderButton(page).click();
  await hasText(checkoutMessage(page), /check the marked fields/);
  await hasFocus(page.getByLabel('E-mail address'));
  await page.getByText('Please fill in: E-mail address').waitFor();
  await page.getByText('Please accept the terms to place your order').waitFor();
  await assertAccessibleAtBothWidths(page, 'checkout-errors');

  const delivery = section(page, 'Delivery address');
  await page.getByLabel('E-mail address').fill('ada@example');
  await page.getByLabel('E-mail address').blur();
  await page.getByText('Enter an e-mail address like name@example.com').waitFor();
  await page.getByLabel('E-mail address').fill(BUYER.email);
  await delivery.getByLabel('First name').fill(ADA.firstName);
  await delivery.getByLabel('Street and number').fill(ADA.street);
  await page.getByLabel('Note to the shop').fill('Please ring twice');
  await page.reload();
  assert.equal(await page.getByLabel('E-mail address').inputValue(), BUYER.email);
  assert.equal(await delivery.getByLabel('Street and number').inputValue(), ADA.street);
  await until(
    () => page.getByLabel('Note to the shop').inputValue(),
    (note) => note === 'Please ring twice',
    'the note after a reload',
  );
  await fillCheckout(page, BUYER, 'Bank transfer');
  await totalIsKnown(page);
  await assertAccessibleAtBothWidths(page, 'checkout-filled');
}

// ---- delivering ----

async function payAndFulfil(page: Page, { number, link }: Placed): Promise<void> {
  await signIn(page);
  await openTab(page, 'Orders');
  await assertAccessibleAtBothWidths(page, 'admin-orders');
  await recordIn(page, number).click();
  const summary = page.getByRole('article').filter({ hasText: 'Order summary' });
  const items = summary.getByRole('table', { name: 'Items' }).getByRole('row');
  await hasCount(items, 2);
  await hasText(items.nth(1), 'Trail lantern Rust / Large TRAIL-RUST-L 3 0 of 3 $59.00 $177.00');
  await hasText(summary, /Ada Lovelace.*shop@example\.com.*12 Analytical Way.*Please ring twice/);
  const payments = page.getByRole('article').filter({ hasText: 'Payments' });
  await payments.getByText('Pending').waitFor();
  await page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasText: /\d/ }).waitFor();
  await assertAccessibleAtBothWidths(page, 'admin-order');

  await payments.getByLabel(/^Reference/).fill('Transfer of 21 May');
  await payments.getByRole('button', { name: 'Mark as paid' }).click();
  await toast(page, /payment was noted/);
  await payments.getByText('Captured').waitFor();
  await summary.getByRole('button', { name: 'Mark as fulfilled' }).click();
  await page.locator('[data-confirm-send]').click();
  await toast(page, /marked as fulfilled/);
  await summary.getByRole('button', { name: 'Mark as fulfilled' }).waitFor({ state: 'detached' });
  await hasText(page.getByRole('definition').filter({ hasText: 'Fulfilled' }).first(), 'Fulfilled');

  await page.goto(link);
  await hasText(page.locator('[data-fact="status"] dd'), 'On its way');
  await hasText(page.locator('[data-fact="paymentStatus"] dd'), 'Paid');
}
