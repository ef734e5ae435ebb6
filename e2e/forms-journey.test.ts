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
  signIn,
  until,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { JUNE, NORA, signInAs } from './support/members.js';
import { ADA, addToCart, cartDrawer, fillCheckout, orderNumber, placeOrderButton } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

type Row = Record<string, string>;

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const STAMP = Date.now();
const SLUG = `welcome-${STAMP}`;
const QUESTIONS = [
  { key: 'name', type: 'text', label: 'Whom may we greet?', required: true },
  { key: 'phone', type: 'phone', label: 'Phone number', required: true },
  { key: 'picture', type: 'file', label: 'A picture', files: { types: ['png'], maxMegabytes: 1 } },
  { key: 'agree', type: 'consent', label: 'I agree', text: 'The baker may call me.', required: true },
  { key: 'sign', type: 'signature', label: 'Signature', required: true },
];
const definition = (questions: unknown[]) =>
  JSON.stringify({ title: `Welcome ${STAMP}`, thanks: 'See you soon', questions });

let browser: Browser;
let org: Awaited<ReturnType<typeof orgClient>>;
let formId = '';

before(async () => {
  browser = await launchBrowser();
  org = await orgClient(base, ADMIN);
  const [store] = await org.query("SELECT Id FROM storehouse__Store__c WHERE storehouse__Code__c = 'tidemoor'");
  const draft = {
    name: `Welcome ${STAMP}`,
    slug: SLUG,
    storeId: store.Id,
    editHours: 24,
    definition: definition(QUESTIONS),
    placements: [{ place: 'After Order', productSlug: 'oat-biscuits', isActive: true, remindDays: 2 }],
  };
  formId = (await org.apex('FormAdminController.saveForm', { draft })).id;
  await org.apex('FormAdminController.publishForm', { formId });
  await org.apex('FormMappingController.saveMapping', {
    mapping: {
      formId,
      targets: [
        {
          objectName: 'Contact',
          way: 'findOrMake',
          fields: [
            { name: 'Email', source: 'submission.email', isKey: true },
            { name: 'LastName', source: 'name' },
            { name: 'Phone', source: 'phone' },
          ],
        },
        {
          objectName: 'Case',
          way: 'make',
          attachesFiles: true,
          fields: [
            { name: 'ContactId', source: 'record:1' },
            { name: 'Subject', source: 'fixed', value: SLUG },
            { name: 'SuppliedName', source: 'sign' },
          ],
        },
      ],
    },
  });
});
after(async () => {
  // Whoever buys biscuits in the same store afterwards is not asked.
  if (formId) await org.apex('FormAdminController.archiveForm', { formId });
  await browser?.close();
});

const asked = (page: Page) => page.locator('[data-asked-form]');
const form = (page: Page) => page.locator('[data-form]');
const message = (page: Page, key: string) => page.locator(`[data-message="${key}"]`);

async function sign(page: Page): Promise<void> {
  await form(page).locator('[data-question="sign"] input').first().fill('Ada Lovelace');
}

describe('Forms from the product to the records of the org', () => {
  for (const viewport of [DESKTOP, PHONE])
    it(`engraving, allergies at the checkout, questions after the order, a case (${viewport.width})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const email = `ada-forms-${viewport.width}-${STAMP}@example.com`;
          // Nothing to eat: nobody asks for allergies.
          await page.goto('/product/keepsake-box');
          const engraving = page.locator('[data-product-form]');
          await engraving.getByLabel('Yes').check();
          await engraving.getByLabel(/^Words/).fill('For Byron');
          await engraving.getByLabel(/^Plain/).check();
          await hasText(page.locator('[data-adds]'), /\$6\.00/);
          await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
          await cartDrawer(page).waitFor();
          await page.goto('/checkout');
          await placeOrderButton(page)
            .or(page.getByRole('button', { name: 'Place order' }))
            .first()
            .waitFor();
          await hasCount(asked(page), 0);

          await addToCart(page, 'oat-biscuits');
          await fillCheckout(page, { ...ADA, email });
          await hasText(asked(page).locator('h2'), /Before you eat it/);
          await placeOrderButton(page).click();
          await hasText(message(page, 'allergic'), 'Please answer this question.');
          await hasFocus(asked(page).getByLabel('Yes'));
          await asked(page).getByLabel('Yes').check();
          await asked(page).getByLabel('Nuts').check();
          await assertAccessibleAtBothWidths(page, 'forms-checkout');
          await placeOrderButton(page).click();
          const number = await orderNumber(page);
          await hasText(page.locator('[data-detail]').first(), /Engrave the lid/);

          const row = page.locator('[data-order-forms] [data-form-row]').filter({ hasText: `Welcome ${STAMP}` });
          await row.locator('[data-answer]').waitFor();
          await assertAccessibleAtBothWidths(page, 'forms-order');
          await row.locator('[data-answer]').press('Enter');
          await form(page).getByLabel('Whom may we greet?').fill('Lovelace');
          await form(page).getByLabel('Phone number').fill('+1 503 555 0100');
          await page
            .locator('input[type="file"]')
            .setInputFiles([{ name: 'me.png', mimeType: 'image/png', buffer: PICTURE }]);
          await hasText(page.locator('[data-file]').first(), /me\.png/);
          await form(page).getByLabel('I agree').check();
          await page.locator('[data-send]').click();
          await message(page, 'sign').waitFor();
          await sign(page);
          await assertAccessibleAtBothWidths(page, 'forms-after-order');
          await page.locator('[data-send]').click();
          await hasText(page.locator('[data-receipt]'), /See you soon/);

          await org.anonymous('System.enqueueJob(new FormMappingJob());');
          const [written] = (await until(
            async () =>
              org.query(
                `SELECT Id, SuppliedName, Contact.LastName, Contact.Phone FROM Case WHERE Subject = '${SLUG}' AND Contact.Email = '${email}'`,
              ),
            (cases: Row[]) => cases.length === 1,
            'the case',
          )) as unknown as [{ Id: string; SuppliedName: string; Contact: Row }];
          assert.equal(written.SuppliedName, 'Ada Lovelace');
          assert.equal(written.Contact.LastName, 'Lovelace');
          assert.match(written.Contact.Phone, /503/);
          const files = await org.query(`SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = '${written.Id}'`);
          assert.equal(files.length, 1, 'the picture stands with the case');
          const answers = await org.query(
            `SELECT storehouse__Text__c FROM storehouse__Form_Answer__c WHERE storehouse__Submission__r.storehouse__Place__c = 'Checkout' AND storehouse__Submission__r.storehouse__Order__r.OrderNumber = '${number}' ORDER BY storehouse__Position__c`,
          );
          assert.deepEqual(
            answers.map((answer: Row) => answer.storehouse__Text__c),
            ['Yes', 'Nuts'],
          );
        },
        viewport,
      ));

  it('what was begun on one device goes on with another, though the form was changed meanwhile; consents are proven and taken back', () =>
    asVisitor(browser, async (page) => {
      const email = `bob-forms-${STAMP}@example.com`;
      const mailbox = await Mailbox.open();
      await addToCart(page, 'oat-biscuits');
      await fillCheckout(page, { ...ADA, email });
      await asked(page).getByLabel('No').check();
      await placeOrderButton(page).click();
      await orderNumber(page);
      await page
        .locator('[data-order-forms] [data-form-row]')
        .filter({ hasText: `Welcome ${STAMP}` })
        .waitFor();
      await org.anonymous('System.enqueueJob(new FormRequestJob());');
      const link = await mailbox.link(email, `/form/${SLUG}`);
      await page.goto(link);
      await form(page).getByLabel('Whom may we greet?').fill('Bob');
      await form(page).getByLabel('Phone number').fill('+1 503 555 0101');
      await page.locator('[data-save-later]').click();
      await page.getByLabel('E-mail address').fill(email);
      await page.locator('[data-save]').click();
      await page.locator('[data-saved]').waitFor();
      await asVisitor(
        browser,
        async (phone) => {
          await phone.goto(link);
          assert.equal(await form(phone).getByLabel('Whom may we greet?').inputValue(), 'Bob');
          // Somebody changes the form while it is filled in.
          const opened = await org.apex('FormAdminController.openForm', { formId });
          const draft = {
            ...opened,
            problems: undefined,
            definition: definition([...QUESTIONS, { key: 'diet', type: 'text', label: 'Diet', required: true }]),
          };
          await org.apex('FormAdminController.saveForm', { draft });
          await org.apex('FormAdminController.publishForm', { formId });
          await form(phone).getByLabel('I agree').check();
          await sign(phone);
          await phone.locator('[data-send]').click();
          await hasText(message(phone, 'diet'), /answer/);
          assert.equal(await form(phone).getByLabel('Whom may we greet?').inputValue(), 'Bob', 'nothing is lost');
          await form(phone).getByLabel('Diet').fill('None');
          await phone.locator('[data-send]').click();
          await phone.locator('[data-receipt]').waitFor();

          await phone.goto(link);
          await phone.locator('[data-see-proof]').press('Enter');
          await hasText(phone.locator('[data-proof-page]'), /The baker may call me/);
          await assertAccessibleAtBothWidths(phone, 'forms-proof');
          await phone.getByRole('button', { name: 'Withdraw this consent' }).press('Enter');
          await hasFocus(phone.locator('[data-reason]'));
          await phone.locator('[data-reason]').fill('No calls');
          await phone.locator('[data-withdraw]').press('Enter');
          await hasText(phone.locator('[data-proof-page]'), /No calls/);
          const [download] = await Promise.all([phone.waitForEvent('download'), phone.locator('[data-pdf]').click()]);
          assert.match(download.suggestedFilename(), /^FS-\d+\.pdf$/);
        },
        PHONE,
      );
    }));

  it('staff map a form, and see what would become of one that was sent', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Form_Mapping');
      await page.getByRole('combobox', { name: 'Form', exact: true }).click();
      await page.getByRole('option', { name: `Welcome ${STAMP}`, exact: true }).click();
      await hasCount(page.locator('[data-target]'), 2);
      await page.locator('[data-preview]').click();
      await hasText(page.locator('[data-fates]'), /Contact/);
      await assertAccessibleAtBothWidths(page, 'forms-mapping');
    }));

  it('staff read the proof of what was agreed to, keep it as a file, and take a consent back for the person', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, `/lightning/n/Form_Submissions?c__form=${formId}&c__status=Sent`);
      await page.getByRole('button', { name: /^FS-/ }).first().click();
      const read = page.locator('[data-detail]');
      await read.getByRole('button', { name: 'Proof of consents and signatures' }).press('Enter');
      await hasText(read.locator('[data-entry]').first(), /The baker may call me/);
      await hasText(read, /Ada Lovelace/);
      await assertAccessibleAtBothWidths(page, 'forms-proof-staff');
      const [download] = await Promise.all([page.waitForEvent('download'), read.locator('[data-pdf]').click()]);
      assert.match(download.suggestedFilename(), /^FS-\d+\.pdf$/);
      await read.getByRole('button', { name: 'Withdraw this consent' }).press('Enter');
      await read.getByLabel('Reason (optional)').fill('By phone');
      await read.getByLabel('Reason (optional)').blur();
      await read.locator('[data-withdraw]').click();
      await hasText(read.locator('[data-entry]').first(), /Ada Admin.*By phone/s);
      await read.locator('[data-answers]').click();
      await hasText(read.locator('[data-answer="agree"]'), /Withdrawn on/);
    }));

  it('a guest proves what they agreed to in the checkout behind the order’s link, and takes it back', () =>
    asVisitor(
      browser,
      async (page) => {
        const name = `Waiver ${STAMP}`;
        const { storeId } = await org.apex('FormAdminController.openForm', { formId });
        const terms = { key: 'terms', type: 'consent', label: 'I take care', text: 'Trugs tip over.', required: true };
        const draft = {
          name,
          slug: `waiver-${STAMP}`,
          storeId,
          definition: JSON.stringify({ title: name, questions: [terms] }),
          placements: [{ place: 'Checkout', productSlug: 'trug', isActive: true }],
        };
        const { id } = await org.apex('FormAdminController.saveForm', { draft });
        await org.apex('FormAdminController.publishForm', { formId: id });
        try {
          await addToCart(page, 'trug');
          await fillCheckout(page, { ...ADA, email: `waiver-${STAMP}@example.com` });
          await asked(page).getByLabel('I take care').check();
          await placeOrderButton(page).click();
          await orderNumber(page);
          const order = page.url();
          const row = page.locator('[data-order-forms] [data-form-row]').filter({ hasText: name });
          await row.locator('[data-proof]').waitFor();
          await hasCount(row.locator('[data-change]'), 0);
          await assertAccessibleAtBothWidths(page, 'forms-order-proof');
          await row.locator('[data-proof]').press('Enter');
          await hasText(page.locator('[data-proof-page]'), /Trugs tip over/);
          await page.getByRole('button', { name: 'Withdraw this consent' }).press('Enter');
          await page.locator('[data-withdraw]').press('Enter');
          await hasText(page.locator('[data-proof-page]'), /Withdrawn/);
          await page.goto(order);
          await hasText(row, /taken back|withdrawn/i);
        } finally {
          await org.apex('FormAdminController.archiveForm', { formId: id });
        }
      },
      PHONE,
    ));

  it('each person of a booking is asked by name, and customers in their account area what concerns them', () =>
    asVisitor(browser, async (page) => {
      const made: Record<string, string>[] = [];
      const publish = async (name: string, more: object, questions: object[]): Promise<void> => {
        const draft = {
          name,
          slug: name.toLowerCase().replace(' ', '-'),
          storeId: (await org.apex('FormAdminController.openForm', { formId })).storeId,
          definition: JSON.stringify({ title: name, questions }),
          placements: [{ isActive: true, ...more }],
        };
        const { id } = await org.apex('FormAdminController.saveForm', { draft });
        made.push({ id });
        await org.apex('FormAdminController.publishForm', { formId: id });
      };
      const row = (on: Page, name: string) => on.locator('[data-form-row]').filter({ hasText: name });
      try {
        const people = `Apron ${STAMP}`;
        await publish(people, { place: 'After Order', productSlug: 'pottery-evenings', isPerAttendee: true }, [
          { key: 'size', type: 'text', label: 'Size of the apron', required: true },
        ]);
        await addToCart(page, 'harbour-mug', { Color: 'Clay' });
        await page.goto('/product/pottery-evenings');
        await page.locator('input[name="bookingDate"]').nth(5).check({ force: true });
        await page.locator('[data-more]').click();
        await page.locator('[name="attendee.0-firstName"]').fill('Grace');
        await page.locator('[name="attendee.1-firstName"]').fill('Alan');
        await page.getByRole('button', { name: 'Book', exact: true }).click();
        await cartDrawer(page).waitFor();
        await fillCheckout(page, { ...ADA, email: `people-${STAMP}@example.com` });
        await placeOrderButton(page).click();
        await orderNumber(page);
        await hasCount(row(page, people), 2);
        await row(page, people).filter({ hasText: 'Grace' }).locator('[data-answer]').click();
        await hasText(page.locator('[data-whom]'), /Grace/);
        await form(page).getByLabel('Size of the apron').fill('S');
        await page.locator('[data-send]').click();
        await hasText(row(page, people), /Alan/);
        await row(page, people).locator('[data-answer]').click();
        await hasText(page.locator('[data-whom]'), /Alan/);

        const own = `About you ${STAMP}`;
        const isNora = { source: 'customer.email', operator: 'is', values: [NORA] };
        await publish(own, { place: 'Account' }, [
          { key: 'job', type: 'text', label: 'What do you do?', required: true, showWhen: isNora },
        ]);
        await asVisitor(browser, async (june) => {
          await signInAs(june, JUNE, '/account/forms');
          await june.getByRole('heading', { level: 1 }).waitFor();
          await hasCount(row(june, own), 0);
        });
        await asVisitor(browser, async (nora) => {
          await signInAs(nora, NORA, '/account/forms');
          await row(nora, own).locator('[data-answer]').waitFor();
          await assertAccessibleAtBothWidths(nora, 'forms-account');
          await row(nora, own).locator('[data-answer]').click();
          await form(nora).getByLabel('What do you do?').fill('Programs');
          await nora.locator('[data-send]').click();
          await nora.locator('[data-receipt]').waitFor();
          await nora.goto('/account/forms');
          await hasCount(nora.locator('[data-sent]').locator('[data-form-row]').filter({ hasText: own }), 1);
        });
      } finally {
        for (const { id } of made) {
          const opened = await org.apex('FormAdminController.openForm', { formId: id });
          await org.apex('FormAdminController.saveForm', { draft: { ...opened, isClosed: true } });
        }
      }
    }));
});
