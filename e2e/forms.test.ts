import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { formScripts } from '../bench/lib/forms.mjs';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasFocus,
  hasText,
  PHONE,
  signIn,
  until,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { cartDrawer, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const form = (page: Page) => page.locator('[data-form]');
const message = (page: Page, key: string) => page.locator(`[data-message="${key}"]`);

async function fillFirstPage(page: Page, text: string): Promise<void> {
  await page.goto('/form/write-to-us');
  await form(page).getByLabel('A product').check();
  await form(page).getByLabel('Message').fill(text);
}

describe('Forms', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`an engraving changes the price, and stays with the line to the order (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await page.goto('/product/keepsake-box');
          const asked = page.locator('[data-product-form]');
          await asked.getByLabel('Yes').check();
          await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
          await hasText(message(page, 'words'), 'Please answer this question.');
          await hasFocus(asked.getByLabel(/^Words/));
          await asked.getByLabel(/^Words/).fill('Ada & Charles, 1843');
          await asked.getByLabel(/^Handwriting/).check();
          await hasText(page.locator('[data-adds]'), /\$8\.50/);
          await assertAccessibleAtBothWidths(page, 'form-product');
          await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
          await cartDrawer(page).waitFor();
          await hasText(cartDrawer(page), /Ada & Charles, 1843/);
          await page.goto('/cart');
          await hasText(page.locator('[data-line]'), /Handwriting/);
          await assertAccessibleAtBothWidths(page, 'form-cart');
          await fillCheckout(page);
          // On a phone the summary is folded away.
          const summary = page.getByRole('region', { name: 'Order summary' });
          await until(
            async () => (await summary.textContent()) ?? '',
            (text) => text.includes('Ada & Charles'),
            'summary',
          );
          await placeOrderButton(page).click();
          assert.match(await orderNumber(page), /^\d{8}$/);
          await hasText(page.locator('[data-detail]').first(), /Engrave the lid/);
        },
        viewport,
      ));

  it('a product page without a form loads no script of forms', async () => {
    assert.equal(await formScripts(browser, base, '/product/harbour-mug'), 0);
    assert.ok((await formScripts(browser, base, '/product/keepsake-box')) > 0, 'a page with one does');
  });

  it('a form is filled in by keyboard, with a file, and kept in the words in which it was asked', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/form/write-to-us');
      await form(page).getByLabel('An order').check();
      await form(page)
        .getByLabel(/^Order number/)
        .fill('12');
      await form(page).getByLabel('Message').fill('Where is it?');
      await page.locator('[data-next]').click();
      await hasText(message(page, 'orderNumber'), 'An order number has eight digits.');
      await assertAccessibleAtBothWidths(page, 'form-page-wrong');
      await form(page).getByLabel('A product').check();
      await hasCount(form(page).getByLabel(/^Order number/), 0);
      await form(page).getByLabel('An order').check();
      assert.equal(
        await form(page)
          .getByLabel(/^Order number/)
          .inputValue(),
        '12',
        'what was typed comes back',
      );
      await form(page).getByLabel('A product').check();
      await page.locator('input[type="file"]').setInputFiles([
        { name: 'cup.png', mimeType: 'image/png', buffer: PICTURE },
        { name: 'cup.exe', mimeType: 'application/octet-stream', buffer: PICTURE },
      ]);
      await hasText(page.locator('[data-file]').first(), /cup\.png/);
      await hasText(page.locator('[data-file].failed'), /cup\.exe could not be sent/);
      await page.getByRole('button', { name: 'Remove cup.exe' }).click();
      await hasCount(page.locator('[data-file]'), 1);
      await page.locator('[data-next]').press('Enter');
      const email = `keyboard-${Date.now()}@example.com`;
      await form(page).getByLabel('Name').fill('Ada');
      await form(page).getByLabel('E-mail address').fill(email);
      await form(page).getByRole('radio', { name: '4 of 5' }).check({ force: true });
      await page.locator('[data-send]').click();
      await hasText(message(page, 'consent'), 'Please answer this question.');
      await form(page).getByLabel('I agree').check();
      await assertAccessibleAtBothWidths(page, 'form-page');
      await page.locator('[data-send]').click();
      await hasText(page.locator('[data-receipt]'), /Thank you, we have it/);
      await assertAccessibleAtBothWidths(page, 'form-receipt');
      const reference = /FS-\d+/.exec(await page.locator('[data-receipt]').innerText())![0];
      const org = await orgClient(base, ADMIN);
      const answers = await org.query(
        `SELECT storehouse__Question__c, storehouse__Wording__c, storehouse__Text__c FROM storehouse__Form_Answer__c WHERE storehouse__Submission__r.Name = '${reference}' ORDER BY storehouse__Position__c`,
      );
      assert.deepEqual(
        answers.map((row: Record<string, string>) => row.storehouse__Question__c),
        ['topic', 'message', 'pictures', 'name', 'email', 'rating', 'consent'],
      );
      assert.match(answers[6].storehouse__Wording__c, /We keep what you write for a year/);

      // What a guest agreed to is theirs to see and to take back: at once, and later with the e-mail.
      await page.locator('[data-receipt-proof]').press('Enter');
      await hasText(page.locator('[data-proof-page]'), /Ada <keyboard.*We keep what you write for a year/s);
      const link = await (await Mailbox.open()).link(email, '/form/write-to-us');
      await asVisitor(
        browser,
        async (phone) => {
          await phone.goto(link);
          await phone.locator('[data-see-proof]').click();
          await phone.getByRole('button', { name: 'Withdraw this consent' }).click();
          await phone.locator('[data-withdraw]').click();
          await hasText(phone.locator('[data-proof-page]'), /Withdrawn/);
          await assertAccessibleAtBothWidths(phone, 'form-proof-of-guest');
        },
        PHONE,
      );

      // Staff see whom it is from.
      await signIn(page, `/lightning/n/Form_Submissions?c__text=${reference}`);
      await hasText(page.getByRole('row').filter({ hasText: reference }), /Ada/);
      await page.getByRole('button', { name: reference }).click();
      await hasText(page.locator('[data-detail] dl').first(), new RegExp(`Ada.*${email}`, 's'));
    }));

  it('what was saved goes on with the link on another device, and is changed after it was sent', () =>
    asVisitor(browser, async (page) => {
      const mailbox = await Mailbox.open();
      const email = `ada-${Date.now()}@example.com`;
      await fillFirstPage(page, 'On my way');
      await page.locator('[data-save-later]').click();
      await page.locator('[data-save]').click();
      await hasText(page.locator('[data-message="formEmail"]'), /e-mail address/);
      await page.getByLabel('E-mail address').fill(email);
      await assertAccessibleAtBothWidths(page, 'form-save');
      await page.locator('[data-save]').click();
      await hasText(page.locator('[data-saved]'), new RegExp(email));
      const link = await mailbox.link(email, '/form/write-to-us');
      await asVisitor(
        browser,
        async (phone) => {
          await phone.goto(link);
          assert.equal(await form(phone).getByLabel('Message').inputValue(), 'On my way');
          await phone.locator('[data-next]').click();
          await form(phone).getByLabel('Name').fill('Ada');
          await form(phone).getByLabel('E-mail address').fill(email);
          await form(phone).getByLabel('I agree').check();
          await phone.locator('[data-send]').click();
          await phone.locator('[data-receipt]').waitFor();
          await phone.goto(link);
          await form(phone).getByLabel('Message').fill('I have arrived');
          await phone.locator('[data-next]').click();
          await phone.getByRole('button', { name: 'Save changes' }).click();
          await phone.locator('[data-receipt]').waitFor();
        },
        PHONE,
      );
    }));

  it('a line that breaks costs one file a part, and what was sent is there on another device', () =>
    asVisitor(browser, async (page) => {
      const mailbox = await Mailbox.open();
      const email = `parts-${Date.now()}@example.com`;
      const large = Buffer.concat([PICTURE, Buffer.alloc(900_000)]);
      let isBroken = true;
      await page.route('**/apex/FormFileController/sendPart', (route) => {
        const { index } = route.request().postDataJSON() as { index: number };
        return isBroken && index > 0 ? route.abort('connectionreset') : route.continue();
      });
      await fillFirstPage(page, 'Two pictures');
      await page.locator('input[type="file"]').setInputFiles([
        { name: 'large.png', mimeType: 'image/png', buffer: large },
        { name: 'cup.png', mimeType: 'image/png', buffer: PICTURE },
      ]);
      await hasText(page.locator('[data-file].failed'), /large\.png could not be sent/);
      await hasCount(page.locator('[data-file]'), 2);
      assert.equal(await form(page).getByLabel('Message').inputValue(), 'Two pictures', 'nothing else is lost');
      isBroken = false;
      await page.getByRole('button', { name: 'Send large.png again' }).click();
      await hasCount(page.locator('[data-file].failed'), 0);
      await until(
        async () => (await page.locator('[data-file]').allInnerTexts()).join(' '),
        (text) => !text.includes('%'),
        'all parts',
      );
      await page.locator('[data-save-later]').click();
      await page.getByLabel('E-mail address').fill(email);
      await page.locator('[data-save]').click();
      await page.locator('[data-saved]').waitFor();
      const link = await mailbox.link(email, '/form/write-to-us');
      await asVisitor(
        browser,
        async (phone) => {
          await phone.goto(link);
          await hasCount(phone.locator('[data-file]'), 2);
          await phone.getByRole('button', { name: 'Remove cup.png' }).click();
          await hasCount(phone.locator('[data-file]'), 1);
          await assertAccessibleAtBothWidths(phone, 'form-resumed-files');
          await phone.locator('[data-next]').click();
          await form(phone).getByLabel('Name').fill('Ada');
          await form(phone).getByLabel('E-mail address').fill(email);
          await form(phone).getByLabel('I agree').check();
          await phone.locator('[data-send]').click();
          await hasText(phone.locator('[data-receipt]'), /FS-\d+/);
          const reference = /FS-\d+/.exec(await phone.locator('[data-receipt]').innerText())![0];
          const org = await orgClient(base, ADMIN);
          const whole = await until(
            () =>
              org.query(
                `SELECT ContentDocument.Title, ContentDocument.ContentSize FROM ContentDocumentLink WHERE LinkedEntityId IN (SELECT Id FROM storehouse__Form_File__c WHERE storehouse__Submission__r.Name = '${reference}' AND Name = 'large.png')`,
              ),
            (found: { ContentDocument: { Title: string; ContentSize: number } }[]) =>
              found.length === 1 && found[0].ContentDocument.Title === 'large.png',
            'the parts as one file',
          );
          assert.equal(whole[0].ContentDocument.ContentSize, large.length);
        },
        PHONE,
      );
    }));

  it('an unknown address says so', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/form/nothing');
      await hasText(page.locator('[data-unknown]'), /There is no such form/);
      await assertAccessibleAtBothWidths(page, 'form-unknown');
    }));
});
