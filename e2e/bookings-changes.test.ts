import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { toast } from './support/admin.js';
import {
  assertAccessible,
  assertAccessibleAtBothWidths,
  asVisitor,
  hasCount,
  hasText,
  signIn,
  until,
} from './support/journey.js';
import { Mailbox } from './support/mailbox.js';
import { cartDrawer, orderTickets } from './support/shopper.js';
import { ADMIN, base } from './support/store.js';

let browser: Browser;
let org: Awaited<ReturnType<typeof orgClient>>;
let mailbox: Mailbox;

/** A product that no other journey uses, booked at two dates, of which the later one costs half as much again. */
function productApex(slug: string, name: string, capacity: number, policy: string, session: string): string {
  return `Store__c store = [SELECT Id, Catalog__c, Pricebook__c FROM Store__c WHERE Default__c = TRUE];
    Product2 master = new Product2(Name = '${name}', Slug__c = '${slug}', Is_Master__c = true, IsActive = true, Catalog__c = store.Catalog__c,
      Import_Key__c = store.Catalog__c + ':p:${slug}');
    insert master;
    Product2 ticket = new Product2(Name = '${name}', Parent_Product__c = master.Id, IsActive = true, Catalog__c = store.Catalog__c,
      StockKeepingUnit = '${slug.toUpperCase()}', Requires_Shipping__c = false, Taxable__c = false);
    insert ticket;
    for (Id bookId : new List<Id>{ [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id, store.Pricebook__c })
      insert new PricebookEntry(Pricebook2Id = bookId, Product2Id = ticket.Id, UnitPrice = 40, IsActive = true);
    Id categoryId = [SELECT Id FROM Product_Category__c WHERE Store__c = :store.Id AND Slug__c = 'workshops'].Id;
    insert new Category_Product__c(Category__c = categoryId, Product__c = master.Id, Position__c = 90, Key__c = categoryId + ':' + master.Id);
    Booking_Policy__c policy = new Booking_Policy__c(Name = '${name}', Offer_Hours__c = 12, Waiting_Cutoff_Hours__c = 3${policy});
    insert policy;
    insert new List<Booking_Policy_Step__c>{
      new Booking_Policy_Step__c(Policy__c = policy.Id, Action__c = 'Reschedule', Hours_Before__c = 24),
      new Booking_Policy_Step__c(Policy__c = policy.Id, Action__c = 'Cancel', Hours_Before__c = 24) };
    Booking_Location__c place = new Booking_Location__c(Name = '${name} yard', Time_Zone__c = 'America/Los_Angeles', Active__c = true);
    insert place;
    Booking_Offer__c offer = new Booking_Offer__c(Name = '${name}', Product__c = master.Id, Kind__c = 'Session', Active__c = true,
      Duration_Minutes__c = 120, Attendee_Details__c = 'None', Location__c = place.Id, Policy__c = policy.Id);
    insert offer;
    insert new Booking_Quota__c(Offer__c = offer.Id, Name = 'Seats', Kind__c = 'Seats', Capacity__c = ${capacity});
    List<Booking_Session__c> sessions = new List<Booking_Session__c>();
    for (Integer i = 1; i <= 2; i++) {
      Datetime start = Datetime.newInstanceGmt(System.today().addDays(20 * i), Time.newInstance(20, 0, 0, 0));
      sessions.add(new Booking_Session__c(Offer__c = offer.Id, Location__c = place.Id, Status__c = 'Open', Starts_At__c = start,
        Ends_At__c = start.addHours(2), Sequence__c = 0, Price_Percent__c = i == 2 ? 150 : null${session}));
    }
    insert sessions;`;
}

before(async () => {
  browser = await launchBrowser();
  org = await orgClient(base, ADMIN);
  mailbox = await Mailbox.open();
  await org.anonymous(productApex('kiln-night', 'Kiln night', 1, '', ''));
  await org.anonymous(
    productApex('raku-weekend', 'Raku weekend', 6, ', Deposit_Percent__c = 25, Balance_Hours__c = 48', ''),
  );
  await org.anonymous(productApex('lantern-supper', 'Lantern supper', 4, '', ", Seat_Map__c = 'A: 1-2\\nB: 1-2'"));
});
after(() => browser?.close());

const dates = (page: Page) => page.locator('input[name="bookingDate"]');
const bookButton = (page: Page) => page.getByRole('button', { name: 'Book', exact: true });

async function bookDate(page: Page, slug: string, index: number): Promise<void> {
  await page.goto(`/product/${slug}`);
  await dates(page).nth(index).check({ force: true });
  await bookButton(page).click();
  await cartDrawer(page).waitFor();
}

describe('Changes of bookings', () => {
  it('offers a freed place to whoever waits first, who takes it until its hour; the next one has it when it is declined', async () => {
    const [ada, bob, cid] = ['ada', 'bob', 'cid'].map((name) => `${name}-waits-${Date.now()}@example.com`);
    await asVisitor(browser, async (owner) => {
      await bookDate(owner, 'kiln-night', 0);
      await orderTickets(owner, cid);
      for (const email of [ada, bob]) {
        await asVisitor(browser, async (page) => {
          await page.goto('/product/kiln-night');
          await page.locator('[data-wait]').first().click();
          await page.locator('[name="waiting.email"]').fill(email);
          await assertAccessibleAtBothWidths(page, 'waiting-join');
          await page.locator('[data-join]').click();
          await page.locator('[data-joined]').waitFor();
        });
      }
      await org.anonymous('new WaitingMailJob().start();');
      await asVisitor(browser, async (page) => {
        await page.goto(await mailbox.link(ada, '/waiting'));
        await assertAccessibleAtBothWidths(page, 'waiting-confirm');
        await page.locator('[data-confirm]').click();
        await hasText(page.locator('[data-position]'), /number 1/);
      });
      await asVisitor(browser, async (page) => {
        await page.goto(await mailbox.link(bob, '/waiting'));
        await page.locator('[data-confirm]').click();
        await hasText(page.locator('[data-position]'), /number 2/);
        await hasText(page.locator('[data-waits-for]'), /Seats/);
        await assertAccessibleAtBothWidths(page, 'waiting-page');
      });

      await owner.locator('[data-cancel]').first().click();
      await owner.locator('[data-really]').click();
      await hasText(owner.locator('[data-order-bookings]'), /Cancelled/);
    });
    await org.anonymous('new WaitingMailJob().start();');
    await mailbox.message(ada, /A place is free/);
    await asVisitor(browser, async (page) => {
      await page.goto(await mailbox.link(ada, '/waiting'));
      await hasText(page.locator('[data-until]'), /Kept for you until/);
      await assertAccessibleAtBothWidths(page, 'waiting-offer');
      await page.locator('[data-decline]').click();
      await hasText(page.locator('[data-heading]'), /gone to the next person/);
    });
    await org.anonymous('new WaitingMailJob().start();');
    await mailbox.message(bob, /A place is free/);
    await asVisitor(browser, async (page) => {
      await page.goto('/product/kiln-night');
      await hasText(page.locator('[data-date]').first(), /Sold out/);
    });
    await asVisitor(browser, async (page) => {
      await page.goto(await mailbox.link(bob, '/waiting'));
      await page.locator('[data-accept]').click();
      await cartDrawer(page).waitFor();
      await hasText(cartDrawer(page), /Kiln night/);
      await orderTickets(page, bob);
      await hasText(page.locator('[data-order-bookings]'), /Confirmed/);
    });
  });

  it('moves a booking to a date that costs more once the difference is paid, and gives back what a cheaper one costs less', async () => {
    const email = `mover-${Date.now()}@example.com`;
    await asVisitor(browser, async (page) => {
      await bookDate(page, 'raku-weekend', 0);
      await hasText(cartDrawer(page), /25 % now, the rest of \$30\.00 by/);
      await orderTickets(page, email);
      const link = page.url();
      const bookings = page.locator('[data-order-bookings]');
      await hasText(bookings, /\$10\.00/);
      await hasText(bookings.locator('[data-balance]'), /\$30\.00/);
      await page.locator('[data-pay]').click();
      await page.waitForURL(/\/checkout/);
      await hasText(page.locator('body'), /the rest of your booking/);
      await orderTickets(page, email);
      await page.goto(link);
      await hasCount(bookings.locator('[data-balance]'), 0);
      await hasText(bookings, /\$40\.00/);

      await page.locator('[data-move]').click();
      await page.locator('[data-move-form] input[name="bookingDate"]').first().check({ force: true });
      await hasText(page.locator('[data-move-quote]'), /\$20\.00 more/);
      await assertAccessibleAtBothWidths(page, 'booking-move-dearer');
      await page.locator('[data-pay-move]').click();
      await page.waitForURL(/\/checkout/);
      await orderTickets(page, email);
      await page.goto(link);
      await hasText(bookings, /\$60\.00/);

      await page.locator('[data-move]').click();
      await page.locator('[data-move-form] input[name="bookingDate"]').first().check({ force: true });
      await hasText(page.locator('[data-move-quote]'), /\$20\.00/);
      await page.locator('[data-move-now]').click();
      await hasText(bookings, /\$40\.00/);
    });
    await org.anonymous('new BookingRefundJob().start();');
    const refunds = await until(
      async () =>
        org.query(
          `SELECT storehouse__Amount__c FROM storehouse__Refund__c WHERE storehouse__Order__r.storehouse__Email__c = '${email}'`,
        ),
      (found) => found.length > 0,
      'the refund',
    );
    assert.deepEqual(
      refunds.map((refund: Record<string, string>) => Number(refund.storehouse__Amount__c)),
      [20],
    );
  });

  it('sells the seats that were chosen, and nobody else has them', async () => {
    await asVisitor(browser, async (page) => {
      await page.goto('/product/lantern-supper');
      await dates(page).first().check({ force: true });
      await page.locator('[data-seat="A2"]').click();
      await assertAccessibleAtBothWidths(page, 'booking-seats');
      await bookButton(page).click();
      await cartDrawer(page).waitFor();
      await hasText(cartDrawer(page), /Seats: A2/);
      await orderTickets(page, `seat-${Date.now()}@example.com`);
    });
    await asVisitor(browser, async (page) => {
      await page.goto('/product/lantern-supper');
      await dates(page).first().check({ force: true });
      assert.equal(await page.locator('[data-seat="A2"]').isDisabled(), true);
    });
  });

  it('leaves it to customers whether they come another time when the weather is bad', async () => {
    const email = `storm-${Date.now()}@example.com`;
    await asVisitor(browser, async (page) => {
      await bookDate(page, 'raku-weekend', 0);
      await orderTickets(page, email);
    });
    const [{ Id: sessionId }] = await org.query(
      `SELECT Id FROM storehouse__Booking_Session__c WHERE storehouse__Offer__r.storehouse__Product__r.storehouse__Slug__c = 'raku-weekend' ORDER BY storehouse__Starts_At__c LIMIT 1`,
    );
    await asVisitor(browser, async (page) => {
      await signIn(page, `/lightning/r/storehouse__Booking_Session__c/${sessionId}/view`);
      await page.locator('c-session-desk').getByRole('button', { name: 'Call off…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Reason').fill('A storm is coming.');
      await dialog.getByText(/^Customers choose/).click();
      await dialog.getByLabel('Hours to choose').fill('48');
      await hasText(dialog.locator('[data-summary]'), /whose customers choose: \d/);
      await assertAccessible(page, 'session-call-off-choice');
      await dialog.getByRole('button', { name: 'Call off and tell everybody' }).click();
      await toast(page, /called off/);
    });
    await org.anonymous('new BookingMailJob().start();');
    await mailbox.message(email, /Please choose/);
    await asVisitor(browser, async (page) => {
      await page.goto(await mailbox.link(email, '/booking'));
      await hasText(page.locator('[data-choice]'), /at no cost/);
      await page.locator('[data-move]').click();
      await page.locator('[data-move-form] input[name="bookingDate"]').first().check({ force: true });
      await page.locator('[data-move-now]').waitFor();
      await assertAccessibleAtBothWidths(page, 'booking-choice');
      await page.locator('[data-move-now]').click();
      await hasCount(page.locator('[data-choice]'), 0);
    });
  });

  it('tells whoever gets a place of a weekend that was booked with a deposit', async () => {
    const friend = `friend-${Date.now()}@example.com`;
    await asVisitor(browser, async (page) => {
      await bookDate(page, 'kiln-weekend', 0);
      await hasText(cartDrawer(page), /30 % now, the rest of \$168\.00 by/);
      await orderTickets(page, `giver-${Date.now()}@example.com`);
      const bookings = page.locator('[data-order-bookings]');
      await hasText(bookings, /\$72\.00/);
      await page.locator('[data-names]').click();
      await page.locator('[data-name-form] input').first().fill('Grace');
      await page.locator('[data-name-form] input[type="email"]').fill(friend);
      await assertAccessibleAtBothWidths(page, 'booking-names');
      await page.locator('[data-save]').click();
      await hasText(bookings.locator('[data-people]'), /^Grace/);
    });
    await org.anonymous('new AttendeeMailJob().start();');
    await mailbox.message(friend, /A place for you: Kiln weekend/);
  });
});
