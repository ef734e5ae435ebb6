import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasCount, hasText, signIn } from './support/journey.js';
import { MARA, signInAs } from './support/members.js';
import { ADMIN, base } from './support/store.js';

/** What the demo keeps for the Circle: a category, what is in it, and what others may buy later. */
const CATEGORY = '/category/for-the-circle';
const HIDDEN = '/product/circle-bud-vase';
const EARLY = '/product/first-light-lantern';
let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Mara is a member of the Circle. */
const asMember = (path: string, step: (page: Page) => Promise<void>) =>
  asVisitor(browser, async (page) => {
    await signInAs(page, MARA, path);
    await step(page);
  });

describe('Categories for members', () => {
  it('are nowhere to be found by guests, whose address tells what opens them, and are open to members', async () => {
    await asVisitor(browser, async (page) => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await hasCount(page.locator(`a[href*="${CATEGORY}"]`), 0);
      await page.goto(CATEGORY);
      await hasText(page.locator('[data-members-only]'), /only for members of Tidemoor Circle/);
      await hasCount(page.locator('[data-count]'), 0);
      assert.match(await page.title(), /For members/);
      await assertAccessibleAtBothWidths(page, 'members-only-category');
      const link = page.getByRole('link', { name: 'Become a member' });
      assert.match((await link.getAttribute('href')) ?? '', /\/product\/tidemoor-circle/);
    });
    await asMember(CATEGORY, async (page) => {
      await page.locator('[data-count]').waitFor();
      await hasCount(page.locator('[data-members-only]'), 0);
      await page.locator(`header a[href*="${CATEGORY}"]`).first().waitFor({ state: 'attached' });
      await assertAccessibleAtBothWidths(page, 'members-category');
    });
    await asVisitor(browser, async (page) => {
      const org = await orgClient(base, ADMIN);
      const [{ Id: id }] = await org.query(
        "SELECT Id FROM storehouse__Product_Category__c WHERE storehouse__Slug__c = 'for-the-circle'",
      );
      await signIn(page, `/lightning/r/storehouse__Product_Category__c/${id}/view`);
      await page.getByText('For Members Of').first().waitFor();
      await hasText(page.locator('body'), /Tidemoor Circle/);
    });
  });
});

describe('Products for members', () => {
  it('that are hidden tell guests what opens them, on their page and in no search', () =>
    asVisitor(browser, async (page) => {
      await page.goto(HIDDEN);
      await hasText(page.locator('[data-members-only]'), /only for members of Tidemoor Circle/);
      await hasCount(page.locator('[data-add]'), 0);
      await assertAccessibleAtBothWidths(page, 'members-only-product');
      await page.goto('/search?q=circle%20bud%20vase');
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await hasCount(page.locator(`a[href*="${HIDDEN}"]`), 0);
    }));

  it('that members may buy before others say so beside their price', async () => {
    await asVisitor(browser, async (page) => {
      await page.goto(EARLY);
      await hasText(page.locator('[data-members-note]'), /members of Tidemoor Circle/);
      await hasText(page.locator('[data-opens]'), /^From .+ on everybody can buy it\.$/);
      assert.equal(await page.locator('[data-add]').getAttribute('aria-disabled'), 'true');
      await assertAccessibleAtBothWidths(page, 'members-only-buy');
    });
    await asMember(EARLY, async (page) => {
      await page.locator('[data-add]').waitFor();
      await hasCount(page.locator('[data-members-note]'), 0);
    });
  });
});
