import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasText,
  PHONE,
  until,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { JUNE, memberPassword, NORA, signInAs } from './support/members.js';
import { addToCart, cartDrawer, orderNumber, placeOrderButton, section, totalIsKnown } from './support/shopper.js';
import { ADMIN, base, StoreRoom } from './support/store.js';
import { orgClient } from '../scripts/lib/org-client.mjs';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const lines = (page: Page) => page.locator('c-cart-page [data-line]');
const quantity = (page: Page, line: number) => lines(page).nth(line).getByRole('textbox');

/** Takes everything out of the cart of whoever is signed in. */
async function emptyCart(page: Page): Promise<void> {
  await page.goto('/cart');
  await page.locator('c-cart-page [data-line], c-cart-page [data-empty]').first().waitFor();
  while (await lines(page).count()) {
    const before = await lines(page).count();
    await lines(page).first().locator('[data-remove]').click();
    await hasCount(lines(page), before - 1);
  }
}

// Customers are shared by the journeys of this file, which therefore run one after the other.
describe('The account area', () => {
  it('sends a guest to sign in, and back', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/account/orders');
      await page.waitForURL(
        (url) => url.pathname === '/sign-in' && url.searchParams.get('startURL') === '/account/orders',
      );
    }));

  for (const viewport of [PHONE, DESKTOP])
    it(`joins the carts of a guest and of who signs in, on every device (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await signInAs(page, NORA);
          await emptyCart(page);
          await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 2);
          await asVisitor(
            browser,
            async (other) => {
              await addToCart(other, 'harbour-mug', { Color: 'Clay' });
              await signInAs(other, NORA, '/cart');
              await other.getByText('is now with the rest of your cart').first().waitFor();
              await hasCount(lines(other), 1);
              assert.equal(await quantity(other, 0).inputValue(), '3');
            },
            viewport,
          );
          await page.goto('/cart');
          await hasCount(lines(page), 1);
          assert.equal(await quantity(page, 0).inputValue(), '3', 'the first device sees it, too');
        },
        viewport,
      ));

  for (const viewport of [PHONE, DESKTOP])
    it(`goes on at the checkout with what a guest has begun, there and on another device (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await signInAs(page, NORA);
          await emptyCart(page);
          await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 2);
          await asVisitor(
            browser,
            async (other) => {
              await addToCart(other, 'harbour-mug', { Color: 'Clay' });
              await other.goto('/checkout');
              await other.locator('[data-sign-in]').click();
              await other.waitForURL(({ pathname }) => pathname === '/sign-in');
              await other.locator('c-sign-in-page').getByLabel('E-mail').fill(NORA);
              await other.locator('[data-field="password"]').fill(memberPassword());
              await other.locator('[data-submit]').click();
              await other.waitForURL(({ pathname }) => pathname === '/checkout');
              await other.getByText('is now with the rest of your cart').first().waitFor();
              await other.getByText(`Signed in as ${NORA}`).waitFor();
              await hasText(section(other, 'Order summary').locator('.count'), /3$/);
              await assertAccessibleAtBothWidths(other, 'account-checkout-joined');
              // A reload, and what is typed, go on with the same cart.
              await other.reload();
              await other.getByText(`Signed in as ${NORA}`).waitFor();
              await section(other, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
              await other.getByLabel(/^I have read and accept/).check();
              await totalIsKnown(other);
              await placeOrderButton(other).click();
              await orderNumber(other);
            },
            viewport,
          );
          await addToCart(page, 'harbour-mug', { Color: 'Clay' });
          await asVisitor(
            browser,
            async (other) => {
              await signInAs(other, NORA, '/checkout');
              await other.getByText(`Signed in as ${NORA}`).waitFor();
              await hasText(section(other, 'Order summary').locator('.count'), /1$/);
            },
            viewport,
          );
        },
        viewport,
      ));

  it('offers saved addresses at the checkout, keeps the order, and buys it again', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, NORA, '/account/addresses');
      await page.locator('[data-address]').first().waitFor();
      await assertAccessibleAtBothWidths(page, 'account-addresses');
      await emptyCart(page);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/checkout');
      const delivery = section(page, 'Delivery address');
      const saved = delivery.getByLabel('Your saved addresses');
      await saved.waitFor();
      const street = delivery.getByLabel('Street and number');
      await hasText(saved.locator('option:checked'), /^Home/);
      assert.equal(await street.inputValue(), '18 Larkspur Lane');
      await saved.selectOption({
        label: (await saved.locator('option').filter({ hasText: 'Cabin' }).innerText()).trim(),
      });
      assert.equal(await street.inputValue(), '4 Timber Road');
      assert.equal(await page.getByLabel('E-mail address').inputValue(), NORA);
      await page.getByText(`Signed in as ${NORA}`).waitFor();
      const keep = delivery.getByLabel('Save this address in my account');
      await hasCount(keep, 0);
      await street.fill('9 Harbor Row');
      await street.press('Tab');
      assert.ok(await keep.isChecked());
      await section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
      await page.getByLabel(/^I have read and accept/).check();
      await totalIsKnown(page);
      await assertAccessibleAtBothWidths(page, 'account-checkout');
      await placeOrderButton(page).click();
      const number = await orderNumber(page);

      await page.goto('/account');
      await page.locator(`[data-order="${number}"] a`).click();
      await page.getByRole('heading', { name: `Order ${number}` }).waitFor();
      await hasText(page.locator('[data-address="shipping"] dd'), /9 Harbor Row/);
      await assertAccessibleAtBothWidths(page, 'account-order');
      await page.getByRole('button', { name: 'Buy again' }).click();
      await cartDrawer(page).waitFor();
      await page.goto('/cart');
      await hasCount(lines(page), 1);
      await page.goto('/account/addresses');
      await page.getByText('9 Harbor Row').waitFor();

      await asVisitor(browser, async (other) => {
        await signInAs(other, JUNE, `/account/order/${number}`);
        await other.getByText('We could not find this order.').waitFor();
      });
    }));

  it('changes name and phone number', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, JUNE, '/account/profile');
      const phone = page.getByLabel('Phone');
      await phone.fill('call me');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.locator('[data-message="phone"]').waitFor();
      await assertAccessibleAtBothWidths(page, 'account-profile');
      await phone.fill('+1 503 555 0177');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Your profile was saved.').first().waitFor();
      await page.reload();
      await phone.waitFor();
      assert.equal(await phone.inputValue(), '+1 503 555 0177');
    }));

  it('agrees to news, joins a list, and ends both by the link of an e-mail', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, JUNE, '/account/communication');
      const news = page.getByLabel('News and offers by e-mail');
      const list = page.getByLabel('New arrivals');
      await news.waitFor();
      assert.ok(await list.isDisabled(), 'lists need news by e-mail');
      await news.check();
      await page.getByText('Your choice was saved.').first().waitFor();
      await list.check();
      await until(() => list.isChecked(), Boolean, 'the list is joined');
      await assertAccessibleAtBothWidths(page, 'account-communication');
      await page.reload();
      await until(() => list.isChecked(), Boolean, 'the list is kept');

      const client = await orgClient(base, ADMIN);
      const [{ storehouse__Opt_Out_Token__c: token }] = await client.query(
        `SELECT Opt_Out_Token__c FROM Store_Customer__c WHERE Email__c = '${JUNE}'`,
      );
      await asVisitor(
        browser,
        async (guest) => {
          await guest.goto(`/unsubscribe?token=${token}`);
          await guest.getByText(/j•••@example\.com/).waitFor();
          await assertAccessibleAtBothWidths(guest, 'unsubscribe');
          await guest.getByRole('button', { name: 'Unsubscribe' }).click();
          await guest.getByRole('heading', { name: 'You are unsubscribed' }).waitFor();
          await guest.goto(`/unsubscribe?token=${'0'.repeat(64)}`);
          await guest.getByText('This link does not work.').waitFor();
        },
        PHONE,
      );
      await page.reload();
      await news.waitFor();
      assert.equal(await news.isChecked(), false);
      assert.equal(await list.isChecked(), false);
    }));

  it('sends news only once the link of an e-mail was followed, where the store wants that', () =>
    asVisitor(browser, async (page) => {
      const client = await orgClient(base, ADMIN);
      const setDoubleOptIn = (wanted: boolean) =>
        client.anonymous(
          `Store__c store = [SELECT Id FROM Store__c WHERE Default__c = TRUE]; store.Double_Opt_In__c = ${wanted}; update store;`,
        );
      await setDoubleOptIn(true);
      try {
        await signInAs(page, JUNE, '/account/communication');
        const news = page.getByLabel('News and offers by e-mail');
        const list = page.getByLabel('New arrivals');
        await news.check();
        await page.getByText('Almost done: follow the link').waitFor();
        await list.check();
        await page.getByText('Joined once you have followed the link').waitFor();
        await assertAccessibleAtBothWidths(page, 'account-communication-waiting');
        const asked = `SELECT May_Email__c FROM Store_Customer__c WHERE Email__c = '${JUNE}'`;
        assert.equal((await client.query(asked))[0].storehouse__May_Email__c, false);

        const link = await (await Mailbox.open()).link(JUNE, '/confirm-consent');
        await asVisitor(
          browser,
          async (guest) => {
            await guest.goto(link);
            await guest.getByRole('button', { name: 'Yes, send me news' }).waitFor();
            await assertAccessibleAtBothWidths(guest, 'confirm-consent');
            await guest.getByRole('button', { name: 'Yes, send me news' }).click();
            await guest.getByRole('heading', { name: 'Thank you, that is confirmed' }).waitFor();
            await guest.reload();
            await guest.getByRole('heading', { name: 'Thank you, that is confirmed' }).waitFor();
            await assertAccessibleAtBothWidths(guest, 'confirm-consent-done');
            await guest.goto(`/confirm-consent?token=${'0'.repeat(64)}`);
            await guest.getByText('This link does not work any more.').waitFor();
          },
          PHONE,
        );
        await page.reload();
        await until(() => list.isChecked(), Boolean, 'the list is joined');
        assert.equal((await client.query(asked))[0].storehouse__May_Email__c, true);
        await news.uncheck();
        await page.getByText('Your choice was saved.').first().waitFor();
        await page.goto(link);
        await page.getByRole('heading', { name: 'This link is no longer needed' }).waitFor();
        await assertAccessibleAtBothWidths(page, 'confirm-consent-ended');
      } finally {
        await setDoubleOptIn(false);
      }
    }));

  it('gives the shopper their data as a file', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, NORA, '/account/data');
      const button = page.getByRole('button', { name: 'Download my data' });
      await button.waitFor();
      await assertAccessibleAtBothWidths(page, 'account-data');
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      const data = JSON.parse(readFileSync(await download.path(), 'utf8'));
      assert.equal(data.profile.Email, NORA);
      assert.ok(data.orders.length >= 1, 'what the journeys before have ordered');
      assert.ok(data.orders.every(({ Lines }: { Lines: unknown[] }) => Lines.length > 0));
      assert.ok(!JSON.stringify(data).includes(JUNE), 'nothing of others');
    }));

  it('asks for the deletion of one’s data, waits for an open order, and keeps the account', () =>
    asVisitor(
      browser,
      async (page) => {
        await signInAs(page, NORA, '/account/data');
        await page.getByRole('button', { name: 'Delete my account…' }).click();
        await page.getByRole('heading', { name: 'What the law asks us to keep' }).waitFor();
        await assertAccessibleAtBothWidths(page, 'account-deletion');
        const form = page.locator('c-account-deletion form');
        await form.locator('input').fill('not my password');
        await form.getByRole('button', { name: 'Delete my account and data' }).click();
        await hasText(form.locator('[data-message="password"]'), /.+/);
        await form.locator('input').fill(memberPassword());
        await form.getByRole('button', { name: 'Delete my account and data' }).click();
        await page.locator('c-account-deletion [data-open]').waitFor();
        await assertAccessibleAtBothWidths(page, 'account-deletion-waits');
        await (await Mailbox.open()).message(NORA, /asked us to delete your data/);
        await page.reload();
        await page.getByRole('button', { name: 'Keep my account' }).click();
        await page.getByRole('button', { name: 'Delete my account…' }).waitFor();
      },
      PHONE,
    ));

  it('deletes the data of whoever asked and has nothing open', () =>
    asVisitor(browser, async (page) => {
      const email = 'leaving@example.com';
      const mails = await Mailbox.open();
      await (await StoreRoom.open()).invite('Lea', 'Ving', email);
      await page.goto(await mails.link(email, '/welcome'));
      await page.locator('[data-field="password"]').fill('Farewell-2026-x');
      await page.getByRole('button', { name: 'Make my account' }).click();
      await page.waitForURL((url) => url.pathname.startsWith('/account'));
      await page.goto('/account/data');
      await page.getByRole('button', { name: 'Delete my account…' }).click();
      await page.getByRole('button', { name: 'I have no password' }).click();
      await page.getByText('It works for an hour.').waitFor();
      await page.goto(await mails.link(email, '/account/data'));
      await page.getByText('Your link has shown that it is you.').waitFor();
      await assertAccessibleAtBothWidths(page, 'account-deletion-link');
      await page.getByRole('button', { name: 'Delete my account and data' }).click();
      // A week to change one's mind; staff may carry it out at once.
      await page.getByRole('button', { name: 'Keep my account' }).waitFor();
      await assertAccessibleAtBothWidths(page, 'account-deletion-waits');
      const client = await orgClient(base, ADMIN);
      const [{ Id: requestId }] = await client.query(
        `SELECT Id FROM storehouse__Deletion_Request__c WHERE storehouse__Contact__r.Email = '${email}'`,
      );
      await client.apex('DeletionAdminController.carryOut', { requestId });
      await mails.message(email, /your data are deleted/);
      const named = async () =>
        (await client.query(`SELECT Id FROM Contact WHERE Email = '${email}' OR LastName = 'Ving'`)).length +
        (await client.query(`SELECT Id FROM User WHERE Email = '${email}' AND IsActive = TRUE`)).length;
      assert.equal(await named(), 0);
    }));

  for (const viewport of [PHONE, DESKTOP])
    it(`shows a buyer with account pricing one price everywhere (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `buyer-${viewport.width}@example.com`;
          const mails = await Mailbox.open();
          await (await StoreRoom.open()).invite('Bea', 'Buyer', email);
          const client = await orgClient(base, ADMIN);
          await client.anonymous(
            `Contact buyer = [SELECT Id, AccountId FROM Contact WHERE Email = '${email}'];
             Pricebook2 book = new Pricebook2(Name = '${email}', IsActive = true);
             insert book;
             List<PricebookEntry> entries = new List<PricebookEntry>();
             for (Product2 one : [SELECT Id FROM Product2 WHERE Parent_Product__r.Slug__c = 'harbour-mug']) {
                 entries.add(new PricebookEntry(Pricebook2Id = book.Id, Product2Id = one.Id, UnitPrice = 7.77, IsActive = true));
             }
             insert entries;
             update new Account(Id = buyer.AccountId, Pricebook__c = book.Id);
             update new Contact(Id = buyer.Id, Can_Use_Account_Pricing__c = true);`,
          );
          await page.goto(await mails.link(email, '/welcome'));
          await page.locator('[data-field="password"]').fill('Farewell-2026-x');
          await page.getByRole('button', { name: 'Make my account' }).click();
          await page.waitForURL((url) => url.pathname.startsWith('/account'));
          for (const list of ['/search', '/search?q=mug']) {
            await page.goto(list);
            const cards = page.locator('c-product-grid li');
            await hasCount(cards, 1);
            await hasText(cards, /\$7\.77/);
          }
          await assertAccessibleAtBothWidths(page, 'account-pricing-list');
          await page.setViewportSize(viewport);
          await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 2);
          await hasText(cartDrawer(page), /\$15\.54/);
          await page.goto('/product/harbour-mug');
          await page.locator('c-product-detail').getByText('$7.77').first().waitFor();
          await assertAccessibleAtBothWidths(page, 'account-pricing-product');
          await page.goto('/cart');
          await page.locator('c-cart-page').getByText('$15.54').first().waitFor();
          await page.goto('/checkout');
          await page.getByRole('main').getByText('$15.54').filter({ visible: true }).first().waitFor();
          await asVisitor(browser, async (guest) => {
            await guest.goto('/product/harbour-mug');
            await guest.getByRole('button', { name: 'Add to cart' }).waitFor();
            assert.equal(await guest.getByText('$7.77').count(), 0);
          });
        },
        viewport,
      ));

  it('puts a cart aside, shares it by link, and goes on with it', () =>
    asVisitor(browser, async (page) => {
      await signInAs(page, JUNE);
      await emptyCart(page);
      await addToCart(page, 'harbour-mug', { Color: 'Clay' }, 2);
      await page.goto('/account/carts');
      const name = `Breakfast ${Date.now()}`;
      await page.getByLabel('Name of the cart').fill(name);
      await page.getByRole('button', { name: 'Save this cart for later' }).click();
      const card = page.locator('[data-cart]').filter({ hasText: name });
      await card.getByRole('button', { name: `Share by link: ${name}` }).click();
      const link = await card.locator('[data-link]').inputValue();
      await card.getByRole('button', { name: `Look inside ${name}` }).click();
      await card.locator('[data-line]').waitFor();
      await assertAccessibleAtBothWidths(page, 'account-carts');

      await asVisitor(
        browser,
        async (guest) => {
          await guest.goto(link);
          await guest.getByRole('heading', { name }).waitFor();
          await assertAccessibleAtBothWidths(guest, 'shared-cart');
          await guest.getByRole('button', { name: 'Put all into my cart' }).click();
          await cartDrawer(guest).waitFor();
          await guest.goto('/cart');
          assert.equal(await quantity(guest, 0).inputValue(), '2');
        },
        PHONE,
      );

      await card.getByRole('button', { name: `Go on with it: ${name}` }).click();
      await cartDrawer(page).waitFor();
      await page.goto('/cart');
      assert.equal(await quantity(page, 0).inputValue(), '2');
    }));
});
