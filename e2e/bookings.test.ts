import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, hasCount, hasText, PHONE, until } from './support/journey.js';
import { NORA, signInAs } from './support/members.js';
import { addToCart, cartDrawer, fillCheckout, orderNumber, orderTickets, placeOrderButton } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

let browser: Browser;
let org: Awaited<ReturnType<typeof orgClient>>;

before(async () => {
  browser = await launchBrowser();
  org = await orgClient(base, ADMIN);
});
after(() => browser?.close());

const book = (page: Page) => page.getByRole('button', { name: 'Book', exact: true });
const dates = (page: Page) => page.locator('input[name="bookingDate"]');
const namespace = (name: string): string => `storehouse__${name}`;

/** Sessions of a product of the demo, in order. */
async function sessionsOf(slug: string): Promise<string[]> {
  const rows = await org.query(
    `SELECT Id FROM ${namespace('Booking_Session__c')} WHERE ${namespace('Offer__r')}.${namespace('Product__r')}.${namespace('Slug__c')} = '${slug}' ORDER BY ${namespace('Starts_At__c')}`,
  );
  return rows.map(({ Id }: { Id: string }) => Id);
}

/** Steps of the demo's policy hold so many hours before the start. */
async function letStepsHold(hours: number[]): Promise<void> {
  const steps = await org.query(
    `SELECT Id FROM ${namespace('Booking_Policy_Step__c')} WHERE ${namespace('Action__c')} = 'Cancel' AND ${namespace('Policy__r')}.Name LIKE 'Two days%' ORDER BY ${namespace('Fee_Percent__c')}`,
  );
  for (const [index, { Id }] of steps.entries()) {
    await org.record('PATCH', namespace('Booking_Policy_Step__c'), Id, {
      [namespace('Hours_Before__c')]: hours[index],
    });
  }
}

/** Opens what cancelling costs, and reads it. */
async function quoteOf(page: Page): Promise<string> {
  await page.locator('[data-cancel]').first().click();
  const read = async () => (await page.locator('[data-quote]').textContent()) ?? '';
  return until(read, (text) => text !== '' && text !== 'One moment', 'what cancelling costs');
}

describe('Bookings', () => {
  it('sells a class with a mug and a gift wrap in one checkout; names, code and the price of cancelling are behind the order’s link', async () => {
    await asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/product/gift-set-tea');
      await page.getByLabel(/^Paper and ribbon/).check({ force: true });
      await page.getByLabel('Gift note').fill('For slow mornings');
      await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
      await hasText(cartDrawer(page), /Gift wrap: Paper and ribbon/);
      await hasText(cartDrawer(page), /Gift note: For slow mornings/);
      await page.goto('/product/pottery-evenings');
      await dates(page).nth(3).check({ force: true });
      await page.locator('[data-more]').click();
      await page.locator('[name="attendee.0-firstName"]').fill('Grace');
      await assertAccessibleAtBothWidths(page, 'booking-product');
      await book(page).click();
      await cartDrawer(page).waitFor();
      await hasText(cartDrawer(page), /When: \w{3}, \w{3} \d+, \d{4}.* P[SD]T/);
      await hasText(cartDrawer(page), /For: Grace/);
      // Who comes is corrected where it is read.
      await cartDrawer(page).getByRole('button', { name: 'Change details of Pottery evenings' }).click();
      await page.locator('[data-line-questions] input').nth(1).fill('Hopper');
      await assertAccessibleAtBothWidths(page, 'booking-people');
      await page.locator('[data-save-line]').click();
      await hasText(cartDrawer(page), /For: Grace Hopper/);
      await fillCheckout(page);
      await placeOrderButton(page).click();
      await orderNumber(page);
      const bookings = page.locator('[data-order-bookings]');
      await hasText(bookings, /Pottery evenings/);
      await hasText(bookings.locator('[data-people]'), /^Grace/);
      await hasCount(bookings.locator('svg[role="img"]'), 1);
      await assertAccessibleAtBothWidths(page, 'order-bookings');

      await page.locator('[data-names]').click();
      await page.locator('[data-name-form] input').nth(2).fill('Alan');
      await page.locator('[data-save]').click();
      await hasText(bookings.locator('[data-people]'), /Grace Hopper, Alan/);
      const file = page.waitForEvent('download');
      await page.locator('[data-calendar-file]').click();
      assert.match((await file).suggestedFilename(), /\.ics$/);

      await page.locator('[data-move]').click();
      const another = page.locator('[data-move-form] input[name="bookingDate"]').nth(4);
      await another.check({ force: true });
      await hasText(page.locator('[data-move-quote]'), /costs the same/);
      await assertAccessibleAtBothWidths(page, 'booking-move');
      await page.locator('[data-move-now]').click();
      await hasCount(page.locator('[data-move-form]'), 0);

      // Long before the start it is free, later half is kept, and at the end nothing can be done.
      assert.match(await quoteOf(page), /free, \$96\.00 comes back/);
      await page.locator('[data-keep]').click();
      try {
        await letStepsHold([9000, 12]);
        assert.match(await quoteOf(page), /\$48\.00 is kept, \$48\.00 comes back/);
        await page.locator('select[name="cancelTickets"]').selectOption('1');
        await hasText(page.locator('[data-quote]'), /\$24\.00 is kept, \$24\.00 comes back/);
        await page.locator('[data-really]').click();
        await hasText(bookings, /Tickets: 1/);
        await hasText(bookings, /\$24\.00 was kept/);
        await letStepsHold([9000, 9000]);
        await quoteOf(page);
        await hasCount(page.locator('[data-really]'), 0);
      } finally {
        await letStepsHold([48, 12]);
      }
    });
  });

  it('shows an appointment across the spring change by the clocks of another zone', async () => {
    const context = await browser.newContext({
      baseURL: base,
      locale: 'en-US',
      timezoneId: 'Europe/Berlin',
      viewport: PHONE,
    });
    const page = await context.newPage();
    try {
      await page.goto('/product/table-consultation');
      await page.locator('[data-calendar]').waitFor();
      // Clocks in Los Angeles change on the second Sunday in March, those in Berlin two weeks later.
      const now = new Date();
      const year = now.getUTCFullYear() + (now.getUTCMonth() >= 2 ? 1 : 0);
      const first = new Date(Date.UTC(year, 2, 1)).getUTCDay();
      const change = 8 + ((7 - first) % 7);
      for (let turned = 0; turned < 14; turned++) {
        const heading = await page.locator('[data-heading]').innerText();
        if (heading === `March ${year}`) break;
        await page.locator('[data-calendar] [data-on]').click();
        await until(
          () => page.locator('[data-heading]').innerText(),
          (text) => text !== heading,
          'another month',
        );
      }
      const timeOf = async (day: number): Promise<string> => {
        const cell = page.locator(`[data-day="${year}-03-${String(day).padStart(2, '0')}"]`);
        await until(
          () => cell.getAttribute('aria-disabled'),
          (text) => text === 'false',
          'times of the day',
        );
        await cell.click();
        return page
          .locator('[data-date]')
          .filter({ hasText: /\D9:00\sAM in Los/ })
          .first()
          .innerText();
      };
      assert.match(await timeOf(change - 2), /6:00\sPM\s+9:00\sAM in Los Angeles/);
      assert.match(await timeOf(change + 1), /5:00\sPM\s+9:00\sAM in Los Angeles/);
      await assertAccessibleAtBothWidths(page, 'booking-appointment');
      await dates(page).first().check({ force: true });
      await book(page).click();
      await cartDrawer(page).waitFor();
      await hasText(cartDrawer(page), /9:00\sAM P[SD]T \(.*\d:00\sPM/);
    } finally {
      await context.close();
    }
  });

  it('books a series without the date that is taken, told before', async () => {
    const [, second] = await sessionsOf('pottery-evenings');
    const [pool] = await org.query(
      `SELECT Id FROM ${namespace('Booking_Pool__c')} WHERE ${namespace('Session__c')} = '${second}'`,
    );
    await org.record('PATCH', namespace('Booking_Pool__c'), pool.Id, { [namespace('Capacity__c')]: 0 });
    try {
      await asVisitor(browser, async (page) => {
        await page.goto('/product/pottery-evenings');
        await hasText(page.locator(`[data-date="${second}"]`), /Sold out/);
        await dates(page).first().check({ force: true });
        await page.locator('[data-whole]').check();
        await hasText(page.locator('[data-taken]'), /^1 of 6 dates are taken/);
        await hasText(page.locator('[data-total]'), /\$240\.00/);
        await assertAccessibleAtBothWidths(page, 'booking-series');
        await book(page).click();
        await cartDrawer(page).waitFor();
        await hasText(cartDrawer(page), /5 dates from/);
      });
    } finally {
      await org.record('PATCH', namespace('Booking_Pool__c'), pool.Id, { [namespace('Capacity__c')]: 8 });
    }
  });

  it('takes another date of the product in place of the one that is taken', async () => {
    const [, second] = await sessionsOf('pottery-evenings');
    const [pool] = await org.query(
      `SELECT Id FROM ${namespace('Booking_Pool__c')} WHERE ${namespace('Session__c')} = '${second}'`,
    );
    await org.record('PATCH', namespace('Booking_Pool__c'), pool.Id, { [namespace('Capacity__c')]: 0 });
    // Later than all others, which the other journeys count.
    await org.anonymous(`Booking_Session__c known = [SELECT Offer__c, Store__c, Location__c FROM Booking_Session__c WHERE Id = '${second}'];
      Datetime start = Datetime.newInstanceGmt(System.today().addDays(80), Time.newInstance(20, 0, 0, 0));
      insert new Booking_Session__c(Title__c = 'Catch-up evening', Offer__c = known.Offer__c, Store__c = known.Store__c, Location__c = known.Location__c,
        Status__c = 'Open', Starts_At__c = start, Ends_At__c = start.addHours(2), Sequence__c = 0);`);
    const [other] = await org.query(
      `SELECT Id FROM ${namespace('Booking_Session__c')} WHERE ${namespace('Title__c')} = 'Catch-up evening'`,
    );
    try {
      await asVisitor(browser, async (page) => {
        await page.goto('/product/pottery-evenings');
        await dates(page).first().check({ force: true });
        await page.locator('[data-whole]').check();
        await hasText(page.locator('[data-taken]'), /Choose another date for each/);
        await page.locator(`[data-instead][data-session="${second}"]`).selectOption(other.Id);
        await hasText(page.locator('[data-total]'), /\$288\.00/);
        await assertAccessibleAtBothWidths(page, 'booking-series-shift');
        await book(page).click();
        await cartDrawer(page).waitFor();
        await hasText(cartDrawer(page), /6 dates from/);
        await orderTickets(page, `series-${Date.now()}@example.com`);
        await hasCount(page.locator('[data-order-bookings] [data-booking]'), 6);
        await hasText(page.locator('[data-order-bookings]'), /Catch-up evening/);
      });
    } finally {
      await org.record('PATCH', namespace('Booking_Pool__c'), pool.Id, { [namespace('Capacity__c')]: 8 });
      await org.anonymous(`SessionEdit edit = new SessionEdit();
        edit.sessionId = '${other.Id}';
        SessionChanges.cancel(edit);`);
    }
  });

  it('sells two kinds of tickets, and asks children for their birthdate', async () => {
    await asVisitor(browser, async (page) => {
      await page.goto('/product/indigo-workshop');
      await dates(page).first().check({ force: true });
      const more = page.locator('[data-ticket] [data-more]');
      await more.nth(1).click();
      await page.locator('input[type="date"]').fill('1990-01-01');
      await book(page).click();
      await hasText(page.locator('[data-part="attendees"]'), /from 8 to 15 years/);
      await page.locator('input[type="date"]').fill(`${new Date().getUTCFullYear() - 10}-01-01`);
      await book(page).click();
      await cartDrawer(page).waitFor();
      await hasText(cartDrawer(page), /Adult/);
      await hasText(cartDrawer(page), /Child/);
    });
  });

  it('shows a member their bookings', async () => {
    await asVisitor(browser, async (page) => {
      await signInAs(page, NORA, '/account/bookings');
      await page.locator('[data-empty], [data-booking]').first().waitFor();
      await assertAccessibleAtBothWidths(page, 'account-bookings');
    });
  });
});
