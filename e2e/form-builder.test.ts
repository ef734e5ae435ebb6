import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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
  signIn,
  until,
} from './support/journey.js';
import { addToCart } from './support/shopper.js';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const form = (page: Page) => page.locator('[data-form]');
const editor = (page: Page) => page.locator('c-form-question-editor');
const rows = (page: Page) => page.locator('[data-row] .words');

async function newForm(page: Page, name: string, slug: string): Promise<void> {
  await signIn(page, '/lightning/n/Form_Builder');
  await page.getByRole('button', { name: 'New form' }).click();
  await page.getByLabel('Name', { exact: false }).first().fill(name);
  await page.getByLabel('Address of its page').fill(slug);
  await page.getByLabel('Address of its page').blur();
  await page.getByRole('tab', { name: 'Questions' }).click();
}

async function add(page: Page, label: string): Promise<void> {
  await page.locator('[data-add]').click();
  await editor(page).getByLabel('What is asked').fill(label);
  await editor(page).getByLabel('What is asked').blur();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
}

describe('Builder of forms', () => {
  it('staff build a form by keyboard and mouse, translate it, try it, and publish it with what changes', () =>
    asVisitor(browser, async (page) => {
      const slug = `survey-${Date.now()}`;
      await newForm(page, 'Survey', slug);
      await add(page, 'Who are you?');
      await add(page, 'How did you find us?');
      // By keyboard: the second question goes before the first, and the focus with it.
      await page.locator('[data-row="q2"] .name').press('Alt+ArrowUp');
      await hasText(rows(page).first(), 'How did you find us?');
      await page.locator('[data-row="q2"] .name').press('Alt+ArrowDown');
      await page.locator('[data-row="q2"]').dragTo(page.locator('[data-row="q1"]'));
      await hasText(rows(page).first(), 'How did you find us?');
      await page.locator('[data-undo]').click();
      await hasText(rows(page).first(), 'Who are you?');
      await page.locator('[data-add-page]').click();
      await page.locator('[data-page-title]').getByRole('textbox').fill('About you');
      await hasCount(page.locator('[data-group]'), 1);
      await page.locator('[data-row="q2"] .name').click();
      await page.locator('[data-condition="showWhen"] [data-add-condition]').first().click();
      await page.locator('[data-condition="showWhen"] [data-part="values"]').getByRole('textbox').fill('Ada');
      await page.locator('[data-condition="showWhen"] [data-part="values"]').getByRole('textbox').blur();
      await hasText(page.locator('[data-preview]'), /Who are you/);
      await page.locator('[data-preview] input').first().fill('Ada');
      await hasText(page.locator('[data-fates]'), /Ada.*Stored/s);
      await page.locator('[data-preview] input').nth(1).fill('By chance');
      await hasText(page.locator('[data-fates]'), /By chance.*Stored/s);
      await page.locator('[data-preview] input').first().fill('Bob');
      await hasText(page.locator('[data-fate="q2"]'), /By chance.*Dropped/s);
      await page.locator('[data-preview] input').first().fill('Ada');
      await assertAccessibleAtBothWidths(page, 'form-builder');
      await page.getByRole('tab', { name: 'Languages' }).click();
      await page.getByLabel('Language code').fill('de');
      await page.getByRole('button', { name: 'Add a language' }).click();
      await hasText(page.locator('[data-missing]'), /texts are missing/);
      await page.locator('[data-name="q1.label"]').getByRole('textbox').fill('Wer sind Sie?');
      await assertAccessibleAtBothWidths(page, 'form-builder-languages');
      await page.getByRole('button', { name: 'Save' }).click();
      await hasText(page.locator('[data-news]'), 'Saved.');
      await publish(page);
      await hasText(page.locator('[data-news]'), /Version 1 is asked now/);
      await page.getByRole('tab', { name: 'Questions' }).click();
      await add(page, 'One more');
      await page.getByRole('button', { name: 'Publish' }).first().click();
      await hasText(page.locator('[data-difference="added"]'), /One more/);
      await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
      await hasText(page.locator('[data-news]'), /Version 2 is asked now/);
      await page.goto(`/form/${slug}`);
      await form(page)
        .getByLabel(/^Who are you/)
        .fill('Ada');
      await page.locator('[data-send]').click();
      await page.locator('[data-receipt]').waitFor();
    }));

  it('staff say where a form is asked, for what, of whom and when to remind; it is asked there', () =>
    asVisitor(browser, async (page) => {
      const name = `Care ${Date.now()}`;
      await newForm(page, name, name.toLowerCase().replace(' ', '-'));
      await add(page, 'Where will it stand?');
      await page.getByRole('tab', { name: 'Settings' }).click();
      await page.getByLabel('Title', { exact: true }).fill(name);
      await page.getByLabel('Title', { exact: true }).blur();
      const place = (index: number) => page.locator(`[data-place="${index}"]`);
      const choose = async (index: number, field: string, option: string): Promise<void> => {
        await place(index).getByRole('combobox', { name: field }).click();
        await place(index).getByRole('option', { name: option, exact: true }).click();
      };
      await page.locator('[data-add-place]').click();
      await choose(0, 'Where', 'Checkout');
      await choose(0, 'Asked for', 'One product');
      await page.getByRole('button', { name: 'Save' }).click();
      await hasText(place(0).locator('[data-problem]'), 'Choose what it is asked for.');
      await place(0).getByLabel('Address of a product').fill('nowhere');
      await place(0).getByLabel('Address of a product').blur();
      await page.getByRole('button', { name: 'Save' }).click();
      await hasText(place(0).locator('[data-problem]'), /No product of this store/);
      await place(0).getByLabel('Address of a product').fill('herb-planter');
      await place(0).getByLabel('Address of a product').blur();
      await page.locator('[data-add-place]').click();
      await choose(1, 'Where', 'After an order');
      await choose(1, 'Asked for', 'One category');
      await choose(1, 'Category', 'Gifts');
      await place(1).getByLabel('Once for each person of a booking').press('Space');
      await place(1).getByLabel('Days until a reminder').fill('3');
      await place(1).getByLabel('Days until a reminder').blur();
      await place(1).getByLabel('Asked now').press('Space');
      await page.locator('[data-add-place]').click();
      await choose(2, 'Where', 'Registration');
      await hasCount(place(2).getByRole('combobox', { name: 'Asked for' }), 0);
      await place(2).getByLabel('Asked now').press('Space');
      await assertAccessibleAtBothWidths(page, 'form-places');
      await publish(page);
      await hasText(page.locator('[data-news]'), /Version 1 is asked now/);
      await page.reload();
      await page.getByRole('combobox', { name: 'Form', exact: true }).click();
      await page.getByRole('option', { name, exact: true }).click();
      await page.getByRole('tab', { name: 'Settings' }).click();
      await hasCount(page.locator('[data-place]'), 3);
      assert.equal(await place(1).getByLabel('Days until a reminder').inputValue(), '3');
      assert.ok(await place(1).getByLabel('Once for each person of a booking').isChecked());
      await addToCart(page, 'herb-planter');
      await page.goto('/checkout');
      // Another journey may ask something of the same product.
      await page.locator('[data-asked-form] h2').filter({ hasText: name }).waitFor();
    }));

  for (const viewport of [DESKTOP, PHONE])
    it(`a guest chooses from records, is asked what follows, and shows that they are a person (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          await page.goto('/form/ask-the-workshop');
          await form(page).getByLabel('Department').selectOption({ label: 'Gifts' });
          await form(page).getByLabel('How many pieces?').fill('9');
          await hasCount(form(page).getByLabel('Company'), 0);
          await form(page).getByLabel('How many pieces?').fill('12');
          await form(page).getByLabel('Company').fill('Analytical Engines');
          await form(page).getByLabel('How many pieces?').fill('9');
          await hasCount(form(page).getByLabel('Company'), 0);
          await form(page).getByLabel('How many pieces?').fill('12');
          assert.equal(await form(page).getByLabel('Company').inputValue(), 'Analytical Engines', 'it comes back');
          await form(page).getByLabel('Your wish').fill('=HYPERLINK("https://evil.example.com")');
          await form(page).getByLabel('E-mail address').fill('ada@example.com');
          await page.locator('[data-send]').click();
          await hasText(page.locator('[data-problem]'), /Show that you are a person/);
          await assertAccessibleAtBothWidths(page, 'form-captcha');
          await page.getByLabel('I am a person').check();
          await page.locator('[data-send]').click();
          await hasText(page.locator('[data-receipt]'), /we will think about it/);
        },
        viewport,
      ));

  it('staff find what was answered, read it word by word, and take it along', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Form_Submissions');
      await page.getByRole('combobox', { name: 'Form', exact: true }).click();
      await page.getByRole('option', { name: 'Ask the workshop' }).click();
      await until(
        () => page.getByRole('button', { name: /^FS-/ }).count(),
        (count) => count > 0,
        'submissions of the form',
      );
      await page.getByRole('button', { name: /^FS-/ }).first().click();
      const read = page.locator('[data-detail]');
      await hasText(read.locator('[data-answer="department"]'), /Department.*Gifts/s);
      await hasText(read.locator('[data-answer="wish"]'), /HYPERLINK/);
      await assertAccessibleAtBothWidths(page, 'form-answers');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export CSV' }).click();
      const file = await readFile(await (await download).path(), 'utf8');
      assert.ok(file.startsWith('\uFEFF'), 'spreadsheets read it as UTF-8');
      assert.match(file, /Department \[department\]/);
      assert.match(file, /'=HYPERLINK/, 'no formula');
    }));
});
