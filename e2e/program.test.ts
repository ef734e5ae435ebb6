import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasText, signIn } from './support/journey.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('Programs', () => {
  it('are edited and tried before they are saved', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Program_Builder');
      await page.locator('[data-rule="0"]').waitFor();
      const trial = page.locator('[data-trial]');
      await trial.getByLabel('Products').fill('HARBOUR-MUG-CLAY 2');
      await trial.getByRole('button', { name: 'Try', exact: true }).click();
      await hasText(page.locator('[data-result]'), /48 points|96 points/);
      const before = await page.locator('[data-result]').textContent();

      await page.getByRole('button', { name: 'Add a rule' }).click();
      const rule = page.locator('[data-rule]').last();
      await rule.getByLabel('Name').fill('Mug week');
      await rule.getByLabel('Number').fill('10');
      await rule.getByLabel('For product (SKU or address)').fill('harbour-mug');
      await rule.getByLabel('For product (SKU or address)').press('Tab');
      await trial.getByRole('button', { name: 'Try', exact: true }).click();
      await hasText(page.locator('[data-line="HARBOUR-MUG-CLAY"]'), /Mug week/);
      assert.notEqual(await page.locator('[data-result]').textContent(), before);
      await assertAccessibleAtBothWidths(page, 'admin-program');
      await page.getByRole('button', { name: 'Save' }).click();
      await hasText(page.locator('[data-news]'), /The program was saved/);
      await rule.getByRole('button', { name: /^Remove/ }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await hasText(page.locator('[data-news]'), /The program was saved/);
    }));

  it('owe what months add up to', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Points_Liability');
      await page.locator('[data-row="total"]').waitFor();
      const figure = async (name: string) =>
        Number((await page.locator(`[data-row="total"] [data-cell="${name}"]`).textContent())?.replaceAll(',', ''));
      const movements = ['opening', 'earned', 'reversed', 'spent', 'expired', 'adjusted'];
      const sum = (await Promise.all(movements.map(figure))).reduce((total, one) => total + one, 0);
      assert.equal(sum, await figure('closing'));
      await assertAccessibleAtBothWidths(page, 'admin-liability');
    }));
});
