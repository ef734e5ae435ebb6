import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openTab, recordIn, rowOf, toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessible,
  assertAccessibleAtBothWidths,
  asVisitor,
  hasCount,
  hasText,
  signIn,
  until,
} from './support/journey.js';
import { choose, section } from './support/shopper.js';
import { ADMIN } from './support/store.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Runs a journey with the administrator, who starts at a tab; the shop is open in another window. */
function asAdministrator(tab: string, journey: (page: Page, shop: Page) => Promise<void>): Promise<void> {
  return asVisitor(browser, async (page, { context }) => {
    await signIn(page);
    await openTab(page, tab);
    await journey(page, await context.newPage());
  });
}

const main = (page: Page): Locator => page.getByRole('main');
const card = (page: Page, heading: string): Locator => page.getByRole('article').filter({ hasText: heading }).first();
const names = (page: Page): Locator => main(page).getByRole('rowheader');

async function listStartsWith(page: Page, name: string): Promise<void> {
  await hasText(names(page).first(), name);
}

describe('Signing in', () => {
  it('is asked of guests, refuses wrong passwords, and leads back to the page; signing out ends it', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/lightning/o/Order/home');
      await page.waitForURL(/\/login\?/);
      await page.getByLabel('Username').fill(ADMIN.username);
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
      await assertAccessibleAtBothWidths(page, 'sign-in');
      await page.getByLabel('Password').fill(ADMIN.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/\/lightning\/o\/Order\/home/);
      await main(page).getByRole('heading', { level: 1 }).waitFor();

      await page
        .getByRole('banner')
        .getByRole('button', { name: /Ada Admin/ })
        .click();
      await page.getByRole('menuitem', { name: 'Log out' }).click();
      await page.waitForURL((url) => !url.pathname.startsWith('/lightning'));
      await page.goto('/lightning/o/Order/home');
      await page.waitForURL(/\/login/);
    }));

  it('shows the apps in the launcher', () =>
    asAdministrator('Stores', async (page) => {
      await page.getByRole('button', { name: 'App Launcher' }).click();
      const launcher = page.getByRole('dialog', { name: 'App Launcher' });
      await launcher.getByText('Storehouse').first().waitFor();
      await page.keyboard.press('Escape');
      await launcher.waitFor({ state: 'hidden' });
    }));
});

describe('Lists', () => {
  it('are sorted, searched and switched', () =>
    asAdministrator('Stores', async (page) => {
      await page.goto('/lightning/o/Product2/home');
      await assertAccessibleAtBothWidths(page, 'admin-products');
      await listStartsWith(page, '500 club points');
      await page.getByRole('button', { name: 'Sort by: Product Name' }).click();
      await main(page).getByRole('status').filter({ hasText: 'Sorted by Product Name' }).waitFor();
      await page.getByRole('button', { name: 'Sort by: Product Name' }).click();
      await until(
        () => names(page).first().innerText(),
        (name) => name > 'S',
        'the list, sorted the other way',
      );
      await page.getByRole('searchbox', { name: 'Search this list' }).fill('mug');
      await page.getByRole('searchbox', { name: 'Search this list' }).press('Enter');
      await hasCount(names(page), 1);
      await listStartsWith(page, 'Harbour mug');

      await page.getByRole('button', { name: 'Select a list view' }).click();
      await page.getByRole('menuitemcheckbox', { name: /Inactive/ }).click();
      await main(page)
        .getByRole('heading', { level: 1 })
        .filter({ hasText: /Inactive/ })
        .waitFor();
    }));

  it('are found from everywhere: by words with Enter, by SKU among the suggestions, by keyboard alone', () =>
    asAdministrator('Stores', async (page) => {
      const box = page.getByRole('combobox', { name: 'Search records' });
      await box.fill('teapot');
      await box.press('Enter');
      await main(page).getByRole('link', { name: 'Moor teapot', exact: true }).first().click();
      await main(page).getByRole('heading', { level: 1 }).filter({ hasText: 'Moor teapot' }).waitFor();

      await box.fill('HARBOUR-MUG-SEA');
      await page.getByRole('option', { name: /Harbour mug – Sea.*HARBOUR-MUG-SEA/ }).waitFor();
      await assertAccessibleAtBothWidths(page, 'admin-suggestions');
      await box.press('ArrowDown');
      await box.press('Enter');
      await main(page)
        .getByRole('heading', { level: 1 })
        .filter({ hasText: /Harbour mug – Sea/ })
        .waitFor();
    }));

  it('of tabs that do not fit stand behind More', () =>
    asAdministrator('Stores', async (page) => {
      await page.setViewportSize({ width: 900, height: 700 });
      await page.getByRole('button', { name: /More/ }).click();
      await assertAccessible(page, 'admin-more-tabs');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /More/ }).click();
      await page.getByRole('menuitem', { name: 'Zones' }).click();
      await main(page).getByRole('heading', { level: 1 }).filter({ hasText: 'Zones' }).waitFor();
      const current = page.getByRole('navigation', { name: 'Storehouse' }).getByRole('link', { name: 'Zones' });
      await current.waitFor();
    }));
});

describe('What the administrator changes', () => {
  it('in a product is in the shop: title, price, stock', () =>
    asAdministrator('Products', async (page, shop) => {
      await recordIn(page, 'Loop towel').click();
      await main(page).getByRole('heading', { level: 1 }).filter({ hasText: 'Loop towel' }).waitFor();
      await page.getByRole('spinbutton', { name: 'Price (USD): Sea / Hand' }).waitFor();
      await assertAccessibleAtBothWidths(page, 'admin-product');

      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Product Name').fill('Loop bath towel');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await main(page).getByRole('heading', { level: 1 }).filter({ hasText: 'Loop bath towel' }).waitFor();

      await until(
        () => page.getByRole('textbox', { name: 'Title', exact: true }).inputValue(),
        (title) => title === 'Loop bath towel',
        'the product page, which follows the form',
      );
      const price = page.getByRole('spinbutton', { name: 'Price (USD): Sea / Hand' });
      await price.fill('-5');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: 'Enter a price that is not negative.' }).first().waitFor();
      // The click that follows a mended mistake counts: nothing moves away from under the pointer.
      await price.fill('41.50');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await toast(page, /product was saved/);
      await page.getByRole('tab', { name: 'Stock' }).click();
      const level = page.getByRole('row').filter({ hasText: 'LOOP-TOWEL-SEA-HAND' }).last();
      const onHand = Number(await level.getByRole('cell').nth(1).innerText());
      await level.getByRole('button', { name: /^Correct/ }).click();
      await card(page, 'Stock')
        .getByLabel('Change in pieces')
        .fill(String(-onHand - 1));
      await card(page, 'Stock').getByLabel('Reason').fill('Counted again');
      await card(page, 'Stock').getByRole('button', { name: 'Save' }).click();
      await card(page, 'Stock')
        .getByText(/Only \d+ pieces are on hand/)
        .waitFor();
      await card(page, 'Stock')
        .getByLabel('Change in pieces')
        .fill(String(2 - onHand));
      await card(page, 'Stock').getByLabel('Reason').fill('Counted again');
      await assertAccessibleAtBothWidths(page, 'admin-stock-correction');
      await card(page, 'Stock').getByRole('button', { name: 'Save' }).click();
      await toast(page, /stock was corrected/);
      await page.getByRole('tab', { name: 'Product' }).click();
      const shown = page.getByRole('spinbutton', { name: /^Stock: (Tidemoor: )?Sea \/ Hand$/ });
      await until(
        () => shown.inputValue(),
        (value) => value === '2',
        'the variants, which follow the correction',
      );

      await shop.goto('/product/loop-towel');
      await shop.getByRole('heading', { name: 'Loop bath towel', level: 1 }).waitFor();
      await choose(shop, { Color: 'Sea', Size: 'Hand' });
      await shop.getByText('$41.50').first().waitFor();
      await shop.getByText('Only 2 left', { exact: true }).waitFor();
    }));

  it('in the store is in the shop', () =>
    asAdministrator('Stores', async (page, shop) => {
      await recordIn(page, 'Tidemoor').click();
      await main(page).getByRole('heading', { level: 1 }).filter({ hasText: 'Tidemoor' }).waitFor();
      await assertAccessibleAtBothWidths(page, 'admin-store');
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const announcement = page.getByRole('dialog').getByLabel('Announcement');
      const before = await announcement.inputValue();
      const save = async (text: string): Promise<void> => {
        await announcement.fill(text);
        await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      };
      await save('Open on Sundays, too');
      await shop.goto('/');
      await hasText(shop.getByRole('complementary', { name: 'Announcement' }), /Open on Sundays, too/);
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await save(before);
    }));

  it('a category that is made appears in the shop with the products put into it', () =>
    asAdministrator('Categories', async (page, shop) => {
      await page.getByRole('button', { name: 'New', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Category Name').fill('Boat days');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog
        .getByText(/Complete this field|required|Review the/i)
        .first()
        .waitFor();
      await assertAccessibleAtBothWidths(page, 'admin-new-category');
      await chooseRecord(dialog, 'Store', 'Tidemoor');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await main(page).getByRole('heading', { level: 1 }).filter({ hasText: 'Boat days' }).waitFor();

      await page.getByRole('tab', { name: 'Related' }).click();
      await page.getByRole('article').filter({ hasText: 'Products' }).getByRole('button', { name: 'New' }).click();
      const parent = page.getByRole('dialog').getByRole('textbox', { name: /Category$/ });
      await until(
        () => parent.inputValue(),
        (name) => name === 'Boat days',
        'the category that the new record belongs to, by its name',
      );
      await chooseRecord(page.getByRole('dialog'), 'Product', 'Shore tote');
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });

      await shop.goto('/category/boat-days');
      await shop.getByRole('heading', { name: 'Boat days', level: 1 }).waitFor();
      await hasText(section(shop, 'Products').getByRole('heading', { level: 3 }), 'Shore tote');
    }));

  it('in what the stores need of a contact and an account, which stands first on their pages', () =>
    asAdministrator('Orders', async (page) => {
      await page.goto('/lightning/o/Contact/list');
      await recordIn(page, 'June Avery').click();
      await main(page).getByRole('link', { name: 'june.avery@example.com' }).first().waitFor();
      await page.getByRole('button', { name: 'Edit Rights in the Stores' }).click();
      await main(page).getByRole('checkbox', { name: 'Can Use Account Pricing' }).press('Space');
      await assertAccessibleAtBothWidths(page, 'admin-contact');
      await main(page).getByRole('button', { name: 'Save', exact: true }).click();
      await toast(page, /Contact was saved/);
      await page.locator('[data-field="AccountId"]').getByRole('link').first().click();
      await page.getByRole('button', { name: 'Edit Terms in the Stores' }).click();
      await main(page).getByRole('combobox', { name: 'Membership' }).waitFor();
      await main(page).getByRole('textbox', { name: 'Tax Entity Code' }).waitFor();
      await assertAccessibleAtBothWidths(page, 'admin-account');
    }));

  it('a record that is deleted is gone', () =>
    asAdministrator('Categories', async (page) => {
      await page.getByRole('button', { name: 'New', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Category Name').fill('Passing fancy');
      await chooseRecord(dialog, 'Store', 'Tidemoor');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await main(page).getByRole('heading', { level: 1 }).filter({ hasText: 'Passing fancy' }).waitFor();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
      await page.waitForURL(/\/lightning\/o\//);
      await recordIn(page, 'Kitchen').waitFor();
      await hasCount(rowOf(page, 'Passing fancy'), 0);
    }));
});

/** Picks a record in a lookup by typing its name. */
async function chooseRecord(dialog: Locator, label: string, name: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).fill(name);
  await dialog
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
}
