import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
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
  shot,
  signIn,
  until,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { makeMember } from './support/members.js';
import { ADA, addToCart, cartDrawer, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

const STAMP = Date.now();
let browser: Browser;
let org: Awaited<ReturnType<typeof orgClient>>;
let storeId = '';
const made: string[] = [];

before(async () => {
  browser = await launchBrowser();
  org = await orgClient(base, ADMIN);
  [{ Id: storeId }] = await org.query("SELECT Id FROM storehouse__Store__c WHERE storehouse__Code__c = 'tidemoor'");
});
after(async () => {
  for (const formId of made) await org.apex('FormAdminController.archiveForm', { formId });
  await browser?.close();
});

/** A published form of the demo's store; it is put away in the end. */
async function publish(name: string, definition: object, placements: object[] = []): Promise<string> {
  const draft = {
    name,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    storeId,
    hasPage: true,
    definition: JSON.stringify({ title: name, ...definition }),
    placements: placements.map((one) => ({ isActive: true, ...one })),
  };
  const { id } = await org.apex('FormAdminController.saveForm', { draft });
  made.push(id);
  await org.apex('FormAdminController.publishForm', { formId: id });
  return id;
}

const form = (page: Page) => page.locator('[data-form]');
const asked = (page: Page) => page.locator('[data-asked-form]');

describe('Forms are corrected, read in one’s language, and put away', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`an engraving is corrected in the cart: the same line at another price (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await page.goto('/product/keepsake-box');
          const engraving = page.locator('[data-product-form]');
          await engraving.getByLabel('Yes').check();
          await engraving.getByLabel(/^Words/).fill('For Bryon');
          await engraving.getByLabel(/^Handwriting/).check();
          await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
          await cartDrawer(page).waitFor();
          // In the drawer, too: given up, nothing changes, and the focus is back.
          await cartDrawer(page).locator('[data-change]').click();
          const dialog = page.getByRole('dialog', { name: /^Change details of/ });
          await dialog.getByLabel(/^Words/).waitFor();
          await dialog.locator('[data-cancel-line]').click();
          await hasFocus(cartDrawer(page).locator('[data-change]'));
          await page.goto('/cart');
          const line = page.locator('[data-line]');
          const id = await line.getAttribute('data-line');
          const before = await line.locator('[data-line-total]').innerText();
          await line.locator('[data-change]').click();
          assert.equal(await dialog.getByLabel(/^Words/).inputValue(), 'For Bryon');
          await hasText(dialog.locator('[data-adds]'), /\$8\.50/);
          await dialog.getByLabel(/^Words/).fill('');
          await dialog.locator('[data-save-line]').click();
          await hasText(dialog.locator('[data-message="words"]'), 'Please answer this question.');
          await shot(page, `form-line-${viewport.width}`);
          await assertAccessibleAtBothWidths(page, 'form-line');
          await dialog.getByLabel(/^Words/).fill('For Byron');
          await dialog.getByLabel(/^Plain/).check();
          await dialog.locator('[data-save-line]').click();
          await hasText(line, /For Byron/);
          await hasFocus(line.locator('[data-change]'));
          assert.equal(await line.getAttribute('data-line'), id);
          assert.notEqual(await line.locator('[data-line-total]').innerText(), before);
          await fillCheckout(page);
          await placeOrderButton(page).click();
          await orderNumber(page);
          await hasText(page.locator('main'), /For Byron/);
        },
        viewport,
      ));

  it('one click saves for later, beside a field that is wrong, too', () =>
    asVisitor(
      browser,
      async (page) => {
        await publish(`Later ${STAMP}`, { questions: [{ key: 'n', type: 'integer', label: 'How many?' }] });
        await page.goto(`/form/later-${STAMP}`);
        await form(page).getByLabel('How many?').pressSequentially('many');
        await page.locator('[data-save-later]').click();
        await page.locator('[data-saving]').waitFor();
        await hasCount(page.locator('[data-message="n"]'), 1);
      },
      PHONE,
    ));

  it('is read in the shopper’s language, and tells nothing that is hidden', async () => {
    const questions = [
      { key: 'name', type: 'text', label: 'Your name', required: true },
      { key: 'inner', type: 'text', label: 'Inner campaign', hidden: true, defaultValues: ['inner-42'] },
    ];
    const id = await publish(`Hello ${STAMP}`, {
      language: 'en',
      translations: { de: { 'form.title': 'Guten Tag', 'name.label': 'Ihr Name' } },
      questions,
    });
    const context = await browser.newContext({ locale: 'de-AT', baseURL: base });
    const page = await context.newPage();
    const told: string[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script')
        response.text().then(
          (text) => told.push(text),
          () => undefined,
        );
    });
    await page.goto(`/form/hello-${STAMP}`);
    await hasText(page.locator('h1'), 'Guten Tag');
    await form(page).getByLabel('Ihr Name').fill('Ada');
    await page.locator('[data-send]').click();
    await page.locator('[data-receipt]').waitFor();
    assert.ok(!told.some((text) => /inner-42|Inner campaign/.test(text)), 'hidden words stay on the server');
    await context.close();
    const answers: Record<string, string>[] = await org.query(
      `SELECT storehouse__Value__c, storehouse__Wording__c FROM storehouse__Form_Answer__c WHERE storehouse__Submission__r.storehouse__Form__c = '${id}' ORDER BY storehouse__Position__c`,
    );
    assert.deepEqual(
      answers.map((row) => row.storehouse__Wording__c + '=' + row.storehouse__Value__c),
      ['Ihr Name=Ada', 'Inner campaign=inner-42'],
    );
    await asVisitor(browser, async (english) => {
      await english.goto(`/form/hello-${STAMP}`);
      await hasText(english.locator('h1'), `Hello ${STAMP}`);
      await english.goto(`/form/hello-${STAMP}?language=de`);
      await hasText(english.locator('h1'), 'Guten Tag');
    });
  });

  it('the cart asks, members are asked as they join, and a session asks those who come to it', () =>
    asVisitor(browser, async (page) => {
      await publish(`Gift ${STAMP}`, { questions: [{ key: 'who', type: 'text', label: 'Who is it for?' }] }, [
        { place: 'Cart', productSlug: 'herb-planter' },
      ]);
      await addToCart(page, 'herb-planter');
      await page.goto('/cart');
      await asked(page)
        .filter({ hasText: `Gift ${STAMP}` })
        .getByLabel('Who is it for?')
        .fill('Grace');
      await asked(page)
        .filter({ hasText: `Gift ${STAMP}` })
        .getByLabel('Who is it for?')
        .blur();
      await assertAccessibleAtBothWidths(page, 'form-cart-asks');
      await page.goto('/checkout');
      await page.goto('/cart');
      const gift = asked(page)
        .filter({ hasText: `Gift ${STAMP}` })
        .getByLabel('Who is it for?');
      await until(
        () => gift.inputValue(),
        (value) => value === 'Grace',
        'what was answered is there again',
      );

      const joining = `Joining ${STAMP}`;
      await publish(joining, { questions: [{ key: 'job', type: 'text', label: 'What do you do?', required: true }] }, [
        { place: 'Registration' },
      ]);
      await asVisitor(browser, async (member) => {
        await makeMember(member, await Mailbox.open(), `joins-${STAMP}@example.com`);
        await member.waitForURL(/\/account\/forms/);
        await member.locator('[data-form-row]').filter({ hasText: joining }).locator('[data-answer]').click();
        await form(member).getByLabel('What do you do?').fill('Programs');
        await member.locator('[data-send]').click();
        await member.locator('[data-receipt]').waitFor();
      });

      const [session] = await org.query(
        "SELECT Id FROM storehouse__Booking_Session__c WHERE storehouse__Starts_At__c > TODAY AND storehouse__Series__c != NULL AND storehouse__Status__c = 'Open' AND storehouse__Offer__r.storehouse__Product__r.storehouse__Slug__c = 'pottery-evenings' ORDER BY storehouse__Starts_At__c DESC LIMIT 1",
      );
      await publish(`Clay ${STAMP}`, { questions: [{ key: 'clay', type: 'text', label: 'Which clay?' }] }, [
        { place: 'Checkout', sessionId: session.Id },
      ]);
      await asVisitor(browser, async (guest) => {
        // With something to send: the checkout asks for an address.
        await addToCart(guest, 'harbour-mug', { Color: 'Clay' });
        await guest.goto('/product/pottery-evenings');
        await guest.locator(`input[name="bookingDate"][value="${session.Id}"]`).check({ force: true });
        await guest.locator('[name="attendee.0-firstName"]').fill('Grace');
        await guest.getByRole('button', { name: 'Book', exact: true }).click();
        await cartDrawer(guest).waitFor();
        await fillCheckout(guest, { ...ADA, email: `clay-${STAMP}@example.com` });
        await asked(guest)
          .filter({ hasText: `Clay ${STAMP}` })
          .getByLabel('Which clay?')
          .fill('Red');
        await placeOrderButton(guest).click();
        await orderNumber(guest);
      });
    }));

  it('staff overwrite nothing of each other, and put a form away and take it out again', () =>
    asVisitor(browser, async (page) => {
      const name = `Shared ${STAMP}`;
      const id = await publish(name, {
        language: 'en',
        translations: { de: { 'q.label': 'Eine Frage' } },
        questions: [{ key: 'q', type: 'text', label: 'A question' }],
      });
      await signIn(page, '/lightning/n/Form_Builder');
      await page.getByRole('combobox', { name: 'Form', exact: true }).click();
      await page.getByRole('option', { name, exact: true }).click();
      await page.locator('[data-preview-language]').getByRole('combobox').click();
      await page.getByRole('option', { name: /German/ }).click();
      await hasText(page.locator('[data-preview]'), /Eine Frage/);
      const theirs = await org.apex('FormAdminController.openForm', { formId: id });
      await org.apex('FormAdminController.saveForm', { draft: { ...theirs, name: `${name} theirs` } });
      await page.getByRole('tab', { name: 'Settings' }).click();
      await page.getByLabel('Name', { exact: false }).first().fill(`${name} mine`);
      await page.getByLabel('Name', { exact: false }).first().blur();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.locator('[data-stale]').waitFor();
      await shot(page, 'form-stale');
      await assertAccessibleAtBothWidths(page, 'form-stale');
      await page.locator('[data-keep-mine]').click();
      await hasText(page.locator('[data-news]'), /kept as a copy/);
      await page.getByRole('combobox', { name: 'Form', exact: true }).click();
      await page.getByRole('option', { name: `${name} theirs`, exact: true }).click();
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Archive' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
      await page.locator('[data-archived]').waitFor();
      await shot(page, 'form-archived');
      await asVisitor(browser, async (guest) => {
        await guest.goto(`/form/shared-${STAMP}`);
        await guest.locator('[data-unknown]').waitFor();
      });
      await page.locator('[data-restore]').click();
      await hasText(page.locator('[data-news]'), /Restored/);
      await asVisitor(browser, async (guest) => {
        await guest.goto(`/form/shared-${STAMP}`);
        await form(guest).getByLabel('A question').waitFor();
      });
    }));
});
