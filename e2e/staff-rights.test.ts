import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessible,
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasText,
  PHONE,
  signIn,
  until,
} from './support/journey.js';
import { NORA, signInAs } from './support/members.js';
import { addToCart } from './support/shopper.js';
import { StaffRoom, type StaffMember } from './support/staff.js';

const OTHER_STORE = 'Thornbury';
const RUN = Date.now().toString(36);

let browser: Browser;
let room: StaffRoom;
let manager: StaffMember;
let desk: StaffMember;
let stranger: StaffMember;

before(async () => {
  room = await StaffRoom.open();
  await room.setUpStore('thornbury', OTHER_STORE);
  manager = await room.hire('Mina', 'Vale');
  desk = await room.hire('Dora', 'Wick');
  stranger = await room.hire('Seth', 'Crane');
  await room.giveRole(manager, 'tidemoor', 'Manager');
  await room.giveRole(desk, 'tidemoor', 'Order Desk');
  await room.giveRole(stranger, 'thornbury', 'Manager');
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Waits until the standard list of an object shows a record: what is shared is so a moment after a role is given. */
async function showsRecords(page: Page, object: string): Promise<void> {
  await until(
    async () => {
      await page.goto(`/lightning/o/${object}/list`);
      const row = page.getByText(/^[1-9]\d*\+? items?/).first();
      return row.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    },
    (shown) => shown,
    `records in the list of ${object}`,
  );
}

describe('What staff find in the app', () => {
  it('are the tabs of what they may read, and stock of their store alone', async () => {
    await asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Overview', desk);
      const tabs = page.getByRole('navigation').first();
      await tabs.getByRole('link', { name: 'Customers', exact: true }).first().waitFor();
      for (const hidden of ['Errors', 'Failed Records', 'Audits', 'Points Accounts'])
        await hasCount(page.getByRole('link', { name: hidden, exact: true }), 0);
      await page.goto('/lightning/n/Errors');
      await page.getByText('This page isn’t available').waitFor();
      await assertAccessible(page, 'staff-hidden-tab');
      await showsRecords(page, 'storehouse__Stock_Level__c');
      await hasCount(page.getByRole('main').getByRole('button', { name: 'Edit' }), 0);
      await assertAccessible(page, 'staff-stock');
    });
    await asVisitor(browser, async (page) => {
      await signIn(page, '/lightning', stranger);
      await showsRecords(page, 'storehouse__Stock_Location__c');
      await hasCount(page.getByRole('main').getByRole('link', { name: 'Tidemoor', exact: true }), 0);
      const theirs = await room.clientOf(stranger);
      assert.equal((await theirs.query('SELECT Id FROM storehouse__Stock_Level__c LIMIT 1')).length, 0);
    });
  });
});

describe('Products', () => {
  it('are made by the manager with prices and stock, and changed by nobody who has no right in their catalogue', async () => {
    const title = `Rights lamp ${RUN}`;
    await asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Products', manager);
      await page.getByRole('button', { name: 'New product' }).click();
      await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
      await page
        .getByRole('spinbutton', { name: /^Price/ })
        .first()
        .fill('31.5');
      await page
        .getByRole('spinbutton', { name: /^Stock/ })
        .first()
        .fill('6');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await toast(page, /product was saved/);
      await assertAccessible(page, 'staff-product-saved');
    });
    const mine = await room.clientOf(manager);
    const [made] = await mine.query(
      `SELECT Id FROM Product2 WHERE Name = '${title}' AND storehouse__Is_Master__c = TRUE`,
    );
    const [price] = await mine.query(
      `SELECT Id, UnitPrice FROM PricebookEntry WHERE Product2.storehouse__Parent_Product__c = '${made.Id}' LIMIT 1`,
    );
    assert.equal(price.UnitPrice, 31.5);
    assert.equal(await mine.record('PATCH', 'Product2', made.Id, { Name: `${title} II` }), 204);
    for (const who of [desk, stranger]) {
      const theirs = await room.clientOf(who);
      const status = await theirs.record('PATCH', 'Product2', made.Id, { Name: 'Taken' });
      assert.equal(status, 400, `${who.username} changes a product: ${status}`);
    }
    const cheap = await mine.record('PATCH', 'PricebookEntry', price.Id, { UnitPrice: 1 });
    assert.ok(cheap === 403 || cheap === 404 || cheap === 400, `prices are written with their product: ${cheap}`);
  });
});

describe('Customers', () => {
  it('have terms that their store’s manager sets, and nobody else', async () => {
    const { accountId } = await room.person(NORA);
    const field = { storehouse__Tax_Entity_Code__c: 'TAXABLE' };
    const mine = await room.clientOf(manager);
    await until(
      () => mine.record('PATCH', 'Account', accountId, field),
      (status) => status === 204,
      'the manager’s change',
    );
    const others = await room.clientOf(desk);
    assert.equal(await others.record('PATCH', 'Account', accountId, { storehouse__Inactive__c: true }), 400);
    const outside = await room.clientOf(stranger);
    const refused = await outside.record('PATCH', 'Account', accountId, { storehouse__Inactive__c: true });
    assert.ok(refused === 403 || refused === 404, `an account of another store: ${refused}`);
  });

  it('show their carts to the order desk, with value and age', async () => {
    await asVisitor(browser, async (page) => {
      await signInAs(page, NORA);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
    });
    const { id } = await room.person(NORA);
    await asVisitor(browser, async (page) => {
      await signIn(page, `/lightning/r/Contact/${id}/view`, desk);
      const carts = page.locator('[data-list="carts"]');
      await hasText(
        carts.locator('li').first(),
        /\$\d+\.\d{2} · \d+ items? · \w+ · Tidemoor · (this minute|\d+ \w+ ago|yesterday|last \w+)/,
      );
      await hasCount(carts.getByRole('link'), 0);
      await assertAccessible(page, 'staff-customer-carts');
    });
    for (const viewport of [DESKTOP, PHONE])
      await asVisitor(
        browser,
        async (page) => {
          await signIn(page, '/lightning/n/Store_Carts', desk);
          const list = page.getByRole('main');
          await list.getByLabel('Search carts').fill('Whitfield');
          const row = list.locator('[data-row]').filter({ hasText: 'Shopping' }).first();
          await row.getByRole('link', { name: 'Nora Whitfield' }).waitFor();
          await row.getByRole('button').click();
          await hasText(list.locator('[data-lines]').first(), /Harbour mug/);
          await assertAccessibleAtBothWidths(page, `staff-carts-${viewport.width}`);
        },
        viewport,
      );
    await asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Store_Carts', stranger);
      await page.getByText('No carts here').waitFor();
      await hasCount(page.getByRole('main').locator('[data-row]'), 0);
    });
  });
});
