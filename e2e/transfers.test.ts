import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasText, until } from './support/journey.js';
import { ownMember } from './support/members.js';
import { ADMIN, base } from './support/store.js';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

describe('Points of a household', () => {
  it('are given from one to another, who is told', () =>
    asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const { contactId, accountId } = await ownMember(page, 'giving');
      await org.create('Contact', { LastName: 'Robin', Email: 'robin.hale@example.com', AccountId: accountId });
      const [program] = await org.query('SELECT Id FROM storehouse__Loyalty_Program__c LIMIT 1');
      await org.record('PATCH', 'storehouse__Loyalty_Program__c', program.Id, { storehouse__Transfers__c: 'Account' });
      await org.apex('PointsAdminController.adjust', {
        contactId,
        programId: program.Id,
        points: 90,
        reason: 'For the journey',
        key: 'transfers',
      });

      await page.goto('/account/points');
      const balance = async () => Number((await page.locator('[data-balance]').textContent())?.replace(/\D/g, ''));
      await page.locator('[data-to]').waitFor();
      const before = await balance();
      await page.getByRole('button', { name: 'Continue' }).click();
      await hasText(page.locator('[data-message="toId"]'), /Choose a person/);
      await page.locator('[data-to]').selectOption({ label: 'Robin' });
      await page.locator('[data-points]').fill('25');
      await page.getByRole('button', { name: 'Continue' }).click();
      await hasText(page.locator('[data-question]'), /Give 25 points to Robin/);
      await assertAccessibleAtBothWidths(page, 'account-transfer');
      await page.getByRole('button', { name: 'Give the points' }).click();
      await until(balance, (now) => now === before - 25, 'the points have gone');
      await hasText(page.locator('[data-other]').first(), /Given to Robin/);
      await until(
        () => org.mails('robin.hale@example.com'),
        (mails: unknown[]) => mails.length > 0,
        'Robin was told',
      );

      await org.record('PATCH', 'storehouse__Loyalty_Program__c', program.Id, { storehouse__Transfers__c: 'Nobody' });
    }));
});
