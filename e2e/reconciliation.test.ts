import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasCount, hasText, signIn, until } from './support/journey.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('Reconciliation', () => {
  it('proves all orders of the store on demand', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Reconciliation');
      const desk = page.locator('c-reconciliation-console');
      await desk.locator('[data-run]').getByRole('button').last().waitFor();
      const stores = desk.locator('[data-store]');
      if (await stores.count()) {
        await stores.getByRole('combobox').last().click();
        await stores.getByRole('option').nth(1).click();
      }
      await desk.locator('[data-run]').getByRole('button').last().click();
      await until(
        async () => desk.locator('[data-run-row]').first().innerText(),
        (text) => /Proven|Differences/.test(text),
        'the run is through',
      );
      await assertAccessibleAtBothWidths(page, 'admin-reconciliation');
    }));
});

describe('Payouts', () => {
  it('come as a file, open to their movements, and what nobody knows is a difference that is explained', () =>
    asVisitor(browser, async (page) => {
      const reference = `po_${Date.now()}`;
      await signIn(page, '/lightning/n/Payouts');
      const desk = page.locator('c-payout-console');
      const provider = desk.locator('[data-provider]');
      await provider.getByRole('combobox').last().click();
      await provider.getByRole('option').first().click();
      const rows = [
        'automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created,currency,gross,fee,net,reporting_category,source_id,payment_intent_id',
        `${reference},2026-11-28 00:00:00,${reference}-1,2026-11-25 10:00:00,usd,45.90,1.63,44.27,charge,ch_1,pi_${reference}`,
        `${reference},2026-11-28 00:00:00,${reference}-2,2026-11-25 10:00:00,usd,-2.00,0.00,-2.00,fee,,`,
        `${reference},2026-11-28 00:00:00,${reference}-3,2026-11-25 10:00:00,usd,-42.27,0.00,-42.27,payout,${reference},`,
      ];
      const bring = () =>
        desk
          .locator('[data-file]')
          .setInputFiles({ name: 'payouts.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
      await bring();
      await hasText(desk.locator('p[role="status"]'), /^2 movements are new/);
      const payout = desk.locator(`[data-payout="${reference}"]`);
      await hasText(payout.locator('[data-proof]'), 'Proven');
      await payout.locator('[data-open]').click();
      await hasCount(payout.locator('[data-line]'), 2);
      await hasText(payout.locator('[data-line="Charge"]'), /Not known here/);
      await assertAccessibleAtBothWidths(page, 'admin-payouts');
      await bring();
      await hasText(desk.locator('p[role="status"]'), /^0 movements are new, 2 were there already/);

      await page.goto('/lightning/n/Reconciliation');
      const drift = page.locator('c-reconciliation-console');
      const row = drift.locator('[data-row="Payout Unmatched"]').filter({ hasText: `pi_${reference}` });
      await hasText(row, /\$45\.90/);
      const file = page.waitForEvent('download');
      await drift.locator('[data-export]').getByRole('button').last().click();
      assert.match(readFileSync((await (await file).path())!, 'utf8'), new RegExp(`pi_${reference}`));
      await row.locator('[data-aside]').click();
      await row.locator('[data-reason]').getByRole('textbox').last().fill('Paid to our other shop');
      await assertAccessibleAtBothWidths(page, 'admin-reconciliation-reason');
      await row.locator('[data-save]').getByRole('button').last().click();
      await hasCount(row, 0);
    }));
});
