import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { toast } from './support/admin.js';
import { assertAccessibleAtBothWidths, asVisitor, hasCount, hasText, signIn, until } from './support/journey.js';
import { ownMember } from './support/members.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('Codes of vouchers', () => {
  it('are made in bulk, handed out once as a file, checked by whoever has one, and blocked', () =>
    asVisitor(browser, async (page) => {
      const batch = `Fair ${Date.now()}`;
      await signIn(page, '/lightning/n/Vouchers');
      const desk = page.locator('c-voucher-desk');
      await desk.getByRole('button', { name: 'Make codes' }).first().click();
      const maker = desk.locator('[data-maker]');
      await maker.getByLabel('How many').fill('25');
      await maker.getByLabel(/Amount of each/).fill('10');
      await maker.getByLabel('Name of the batch').fill(batch);
      await assertAccessibleAtBothWidths(page, 'admin-vouchers-maker');
      await maker.locator('[data-create]').getByRole('button').last().click();
      await hasText(desk.locator('[data-codes] p'), /^25 codes were made/);
      const file = page.waitForEvent('download');
      await desk.getByRole('button', { name: 'Download codes' }).click();
      const codes = readFileSync((await (await file).path())!, 'utf8')
        .trim()
        .split('\r\n')
        .slice(1);
      assert.equal(new Set(codes).size, 25);
      // One row for each store that gave some away; other journeys have stores of their own.
      await desk.locator('[data-figures="USD"]').filter({ hasText: 'given away' }).first().waitFor();
      await assertAccessibleAtBothWidths(page, 'admin-vouchers');

      await desk.locator('[data-find]').getByRole('searchbox').last().fill(batch);
      await hasCount(desk.locator('[data-row]'), 25);
      await desk.locator('[data-open]').first().click();
      const voucher = desk.locator('[data-voucher]');
      await hasText(voucher.locator('[data-balance]'), /\$10\.00/);
      await voucher.getByRole('button', { name: 'Block' }).click();
      await voucher.locator('[data-input="reason"]').getByRole('textbox').last().fill('Lost at the fair');
      await voucher.getByRole('button', { name: 'Save' }).click();
      await hasText(voucher.locator('[data-status]'), 'Blocked');
      const ending = (await voucher.getByRole('heading').first().textContent())!.slice(-4);
      await assertAccessibleAtBothWidths(page, 'admin-voucher');

      await asVisitor(browser, async (guest) => {
        await guest.goto(`/gift-card#${codes.find((code) => !code.endsWith(ending))}`);
        await hasText(guest.locator('[data-card] [data-balance]'), /\$10\.00/);
        await assertAccessibleAtBothWidths(guest, 'gift-card-balance');
      });
    }));
});

describe('Audits', () => {
  it('are run by staff and say that all ledgers are what their movements come to', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Audits');
      const audits = page.locator('c-ledger-audits');
      await audits.locator('[data-run]').getByRole('button').last().click();
      await until(
        async () => {
          await page.reload();
          await audits.locator('[data-audit]').first().waitFor();
          return audits.locator('[data-status]').allInnerTexts();
        },
        (states) => states.length >= 4 && states.every((state) => state === 'Proven'),
        'the audits are through',
      );
      await hasCount(audits.locator('[data-difference]'), 0);
      await assertAccessibleAtBothWidths(page, 'admin-audits');
    }));
});

describe('Tiers', () => {
  it('are given by staff with a reason that stays in the history', () =>
    asVisitor(browser, async (member) => {
      const { contactId } = await ownMember(member, 'tier');
      await asVisitor(browser, async (page) => {
        await signIn(page, `/lightning/r/Contact/${contactId}/view`);
        const panel = page.locator('c-contact-tiers [data-program]');
        await panel.getByRole('button', { name: /^Give a tier/ }).click();
        await panel.getByRole('combobox', { name: 'Tier' }).click();
        await panel.getByRole('option', { name: 'Tide' }).click();
        await panel.locator('[data-input="reason"]').getByRole('textbox').last().fill('With us from the start');
        await assertAccessibleAtBothWidths(page, 'admin-tier');
        await panel.locator('[data-save]').getByRole('button').last().click();
        await toast(page, /tier/i);
        await hasText(panel.locator('[data-tier]'), 'Tide');
        await hasText(panel.locator('[data-change]').first(), /With us from the start/);
      });
      await member.goto('/account/points');
      await hasText(member.locator('[data-tier]'), /Tide/);
    }));
});
