import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { toast } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessible,
  assertAccessibleAtBothWidths,
  asVisitor,
  hasCount,
  hasText,
  PHONE,
  signIn,
  until,
} from './support/journey.js';
import { StaffRoom, type StaffMember } from './support/staff.js';
import { ADMIN, base } from './support/store.js';

const PRODUCT = 'Raku firing';

let browser: Browser;
let client: Awaited<ReturnType<typeof orgClient>>;
/** A Monday of next month, and the week behind it. */
let monday = '';

/** Records as a program reads them, by the names that fields have without the namespace. */
async function read(soql: string): Promise<Record<string, any>[]> {
  const found = await client.query(soql);
  return JSON.parse(JSON.stringify(found).replaceAll('storehouse__', ''));
}

/** Sessions of the product of these journeys, which no other file sells, with what became of them. */
const sessions = () =>
  read(
    `SELECT Id, Local_Start__c, Status__c, Sequence__c FROM Booking_Session__c WHERE Offer__r.Name = '${PRODUCT}' ORDER BY Starts_At__c`,
  );

const dayOf = (days: number): string =>
  new Date(Date.parse(`${monday}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

before(async () => {
  browser = await launchBrowser();
  client = await orgClient(base, ADMIN);
  const from = new Date(Date.now() + 35 * 86_400_000);
  from.setUTCDate(from.getUTCDate() - ((from.getUTCDay() + 6) % 7));
  monday = from.toISOString().slice(0, 10);
  await client.anonymous(`
    storehouse__Store__c store = [SELECT Id, storehouse__Catalog__c FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE];
    Product2 master = new Product2(Name = '${PRODUCT}', storehouse__Slug__c = 'raku-firing', storehouse__Is_Master__c = true, IsActive = true,
      storehouse__Catalog__c = store.storehouse__Catalog__c);
    insert master;
    Product2 ticket = new Product2(Name = '${PRODUCT}', storehouse__Parent_Product__c = master.Id, IsActive = true,
      storehouse__Catalog__c = store.storehouse__Catalog__c, StockKeepingUnit = 'RAKU', storehouse__Requires_Shipping__c = false);
    insert ticket;
    storehouse__Booking_Location__c yard = new storehouse__Booking_Location__c(Name = 'Kiln yard', storehouse__Time_Zone__c = 'America/Los_Angeles', storehouse__Active__c = true);
    insert yard;
    insert new List<storehouse__Booking_Resource__c>{
      new storehouse__Booking_Resource__c(Name = 'Kiln one', storehouse__Kind__c = 'Room', storehouse__Active__c = true, storehouse__Location__c = yard.Id),
      new storehouse__Booking_Resource__c(Name = 'Kiln two', storehouse__Kind__c = 'Room', storehouse__Active__c = true, storehouse__Location__c = yard.Id)
    };
    insert new storehouse__Booking_Availability__c(Name = 'Inspection', storehouse__Kind__c = 'Closed', storehouse__Active__c = true,
      storehouse__Location__c = yard.Id, storehouse__Start_Date__c = Date.valueOf('${dayOf(14)}'), storehouse__End_Date__c = Date.valueOf('${dayOf(14)}'));
    storehouse__Booking_Offer__c offer = new storehouse__Booking_Offer__c(Name = '${PRODUCT}', storehouse__Product__c = master.Id, storehouse__Kind__c = 'Session',
      storehouse__Active__c = true, storehouse__Duration_Minutes__c = 120, storehouse__Location__c = yard.Id, storehouse__Attendee_Details__c = 'None');
    insert offer;
    insert new storehouse__Booking_Quota__c(storehouse__Offer__c = offer.Id, Name = 'Places', storehouse__Kind__c = 'Seats', storehouse__Capacity__c = 6);`);
});
after(() => browser?.close());

const board = (page: Page): Locator => page.locator('c-schedule-console');
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function choose(scope: Locator, label: string, option: string | RegExp): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  await scope.getByRole('option', { name: option }).first().click();
}

async function openWeek(page: Page, day: string): Promise<void> {
  const [year, month, date] = day.split('-').map(Number);
  const field = board(page).getByLabel('Go to');
  await field.fill(
    new Date(Date.UTC(year, month - 1, date)).toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'medium' }),
  );
  await field.press('Enter');
  await choose(board(page), 'Product', PRODUCT);
}

/** Somebody books the session, with so many people. */
async function attend(sessionId: string, name: string, people: number): Promise<void> {
  await client.anonymous(`
    storehouse__Booking_Session__c session = [SELECT Id, storehouse__Store__c FROM storehouse__Booking_Session__c WHERE Id = '${sessionId}'];
    Product2 ticket = [SELECT Id FROM Product2 WHERE StockKeepingUnit = 'RAKU'];
    storehouse__Booking__c booking = new storehouse__Booking__c(storehouse__Store__c = session.storehouse__Store__c ?? [SELECT Id FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE].Id, storehouse__Session__c = session.Id,
      storehouse__Variant__c = ticket.Id, storehouse__Status__c = 'Confirmed', storehouse__Quantity__c = ${people}, storehouse__Attendee_Count__c = ${people},
      storehouse__Amount__c = 0, storehouse__Currency_Code__c = 'USD', storehouse__Code__c = '${name.toUpperCase()}7', storehouse__Last_Name__c = '${name}', storehouse__Email__c = '${name.toLowerCase()}@example.com');
    insert booking;
    List<storehouse__Booking_Attendee__c> all = new List<storehouse__Booking_Attendee__c>();
    for (Integer i = 1; i <= ${people}; i++) {
      all.add(new storehouse__Booking_Attendee__c(storehouse__Booking__c = booking.Id, storehouse__Number__c = i,
        storehouse__Last_Name__c = i == 1 ? '${name}' : null, storehouse__Status__c = 'Expected'));
    }
    insert all;`);
}

describe('The desk of bookings', () => {
  it('makes a product bookable by one form on its page', () =>
    asVisitor(browser, async (page) => {
      const name = 'Glaze tasting';
      await client.anonymous(`
        storehouse__Store__c store = [SELECT Id, storehouse__Catalog__c FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE];
        Product2 master = new Product2(Name = '${name}', storehouse__Slug__c = 'glaze-tasting', storehouse__Is_Master__c = true, IsActive = true,
          storehouse__Catalog__c = store.storehouse__Catalog__c);
        insert master;
        insert new Product2(Name = '${name}', storehouse__Parent_Product__c = master.Id, IsActive = true, StockKeepingUnit = 'GLAZE',
          storehouse__Catalog__c = store.storehouse__Catalog__c, storehouse__Requires_Shipping__c = false);`);
      const [{ Id: productId }] = await read(
        `SELECT Id FROM Product2 WHERE Name = '${name}' AND storehouse__Is_Master__c = TRUE`,
      );
      await signIn(page, `/lightning/r/Product2/${productId}/view`);
      await page.getByRole('tab', { name: 'Bookings' }).click();
      const desk = page.locator('c-bookable-desk');
      await desk.getByRole('button', { name: 'Make it bookable' }).click();
      await desk.getByLabel('Minutes', { exact: true }).fill('45');
      await choose(desk, 'Place', /^Kiln yard/);
      await desk.getByLabel('How many of it').fill('5');
      await choose(desk, 'Policy of cancelling and moving', 'A new policy');
      await desk.getByRole('button', { name: 'Save', exact: true }).click();
      await hasText(desk.locator('[data-problems]'), /Name of the policy: Enter a name/);
      await desk.getByLabel('Name of the policy').fill('A day before');
      await assertAccessible(page, 'bookable-setup');
      await page.setViewportSize(PHONE);
      await assertAccessible(page, 'bookable-setup-phone');
      await desk.getByRole('button', { name: 'Save', exact: true }).click();
      await toast(page, /Saved/);
      await desk.getByRole('button', { name: 'Plan dates in the schedule' }).waitFor();
      const [offer] = await read(
        `SELECT Duration_Minutes__c, Location__r.Name, Policy__r.Name, (SELECT Capacity__c FROM storehouse__Quotas__r) FROM Booking_Offer__c WHERE Product__c = '${productId}'`,
      );
      assert.equal(offer.Duration_Minutes__c, 45);
      assert.equal(offer.Location__r.Name, 'Kiln yard');
      assert.equal(offer.Policy__r.Name, 'A day before');
      assert.equal(offer.Quotas__r.records[0].Capacity__c, 5);
    }));

  it('plans a series with a closed date left out', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/storehouse__Schedule');
      await board(page).getByRole('button', { name: 'New session' }).waitFor();
      await openWeek(page, monday);
      await assertAccessible(page, 'schedule-week');
      await board(page).getByRole('button', { name: 'New session' }).click();
      await hasText(dialog(page).getByRole('combobox', { name: 'Bookable product' }), PRODUCT);
      await choose(dialog(page), 'Room', 'Kiln one');
      await choose(dialog(page), 'Sold by', 'Tidemoor');
      await choose(dialog(page), 'Repeats', 'Weekly');
      await dialog(page).getByLabel('Number of dates').fill('4');
      await hasCount(dialog(page).locator('[data-date]'), 4);
      await hasText(dialog(page).locator('c-recurrence-editor [data-summary]'), /Every week.*4 times/);
      await dialog(page).getByText('Kiln yard is closed then.').waitFor();
      await dialog(page).getByRole('button', { name: 'Leave out what is closed or taken' }).click();
      await dialog(page).getByText('Left out', { exact: true }).waitFor();
      await assertAccessible(page, 'schedule-plan');
      await dialog(page).getByRole('button', { name: 'Create series' }).click();
      await toast(page, /Made: 3/);
      assert.equal((await sessions()).length, 3);
      await choose(board(page), 'Product', PRODUCT);
      await board(page).locator('.event').filter({ hasText: PRODUCT }).first().waitFor();
      for (const view of ['Day', 'Month']) {
        await board(page).getByText(view, { exact: true }).click();
        await board(page).locator('c-schedule-grid').waitFor();
        await assertAccessible(page, `schedule-${view.toLowerCase()}`);
      }
    }));

  it('moves a session by drag and by dialog, with who is affected shown first', () =>
    asVisitor(browser, async (page) => {
      const [first] = await sessions();
      await attend(first.Id, 'Lovelace', 2);
      const day = first.Local_Start__c.slice(0, 10);
      await signIn(page, '/lightning/n/storehouse__Schedule');
      await board(page).getByRole('button', { name: 'New session' }).waitFor();
      await openWeek(page, day);
      const event = board(page).locator('.event').filter({ hasText: PRODUCT });
      await event.first().waitFor();
      const from = await event.first().boundingBox();
      await event.first().dragTo(event.first().locator('xpath=ancestor::*[@data-slots]'), {
        sourcePosition: { x: 10, y: 5 },
        targetPosition: { x: 10, y: 5 + 48 * 2 },
      });
      assert.ok(from);
      await hasText(dialog(page).locator('[data-summary]'), /1 session changes\. 2 people are told/);
      await assertAccessible(page, 'schedule-move');
      await dialog(page).getByRole('button', { name: 'Move and tell everybody' }).click();
      await toast(page, /Moved: 1/);
      const [moved] = await until(sessions, (found) => found[0].Sequence__c === 1, 'the moved session');
      assert.notEqual(moved.Local_Start__c, first.Local_Start__c);
      // The same by keyboard: the session's details have the dialog.
      await board(page).locator('.event').filter({ hasText: PRODUCT }).first().focus();
      await page.keyboard.press('Enter');
      await board(page).getByRole('complementary', { name: 'Session' }).waitFor();
      await assertAccessible(page, 'schedule-details');
      await board(page).getByRole('button', { name: 'Move…' }).press('Enter');
      await dialog(page).getByText('All that are to come').click();
      await dialog(page).getByLabel('Minutes').fill('90');
      await hasText(dialog(page).locator('[data-summary]'), /sessions change/);
      await dialog(page).getByRole('button', { name: 'Move and tell everybody' }).click();
      await toast(page, /Moved:/);
    }));

  it('changes the rule of a series and shows date by date what becomes of it', () =>
    asVisitor(browser, async (page) => {
      const [{ Id: seriesId }] = await read(
        `SELECT Id FROM Booking_Series__c WHERE Offer__r.Name = '${PRODUCT}' LIMIT 1`,
      );
      await signIn(page, `/lightning/r/storehouse__Booking_Series__c/${seriesId}/view`);
      const desk = page.locator('c-series-desk');
      await desk.getByLabel('Number of dates').fill('6');
      await desk.locator('[data-change="New"]').first().waitFor();
      await assertAccessible(page, 'series');
      await desk.getByRole('button', { name: 'Change series and tell everybody' }).click();
      await toast(page, /The series is changed/);
    }));

  it('checks people in on a phone, and off again', () =>
    asVisitor(
      browser,
      async (page) => {
        const [first] = await sessions();
        const room = await StaffRoom.open();
        const member: StaffMember = await room.hire('Dora', 'Desk');
        const [{ Code__c: code }] = await read('SELECT Code__c FROM Store__c WHERE Default__c = TRUE');
        await room.giveRole(member, code, 'Order Desk');
        await signIn(page, `/lightning/r/storehouse__Booking_Session__c/${first.Id}/view`, member);
        const desk = page.locator('c-session-desk');
        await desk.getByRole('button', { name: 'Check in Lovelace', exact: true }).click();
        await hasText(desk.locator('[data-state]').first(), /Here since/);
        await desk.getByRole('button', { name: 'The rest is not there' }).click();
        await hasText(desk.locator('[data-state]').nth(1), 'Not there');
        await assertAccessibleAtBothWidths(page, 'session-desk');
        await desk.getByRole('button', { name: 'Undo for Lovelace', exact: true }).click();
        await hasText(desk.locator('[data-state]').first(), 'Expected');
      },
      PHONE,
    ));

  it('calls a session off: one is moved, one is refunded', () =>
    asVisitor(browser, async (page) => {
      const [first, second] = await sessions();
      await attend(second.Id, 'Hopper', 1);
      await attend(second.Id, 'Turing', 1);
      await signIn(page, `/lightning/r/storehouse__Booking_Session__c/${second.Id}/view`);
      const desk = page.locator('c-session-desk');
      await desk.getByRole('button', { name: 'Call off…' }).click();
      await dialog(page).getByLabel('Reason').fill('Storm');
      await choose(dialog(page), 'What becomes of Turing', /Move to/);
      await assertAccessible(page, 'session-call-off');
      await dialog(page).getByRole('button', { name: 'Call off and tell everybody' }).click();
      await toast(page, /called off/);
      await hasText(desk.locator('[data-reason]'), /Storm/);
      const after = await until(
        () =>
          read(
            `SELECT Last_Name__c, Status__c, Session__c FROM Booking__c WHERE Session__r.Offer__r.Name = '${PRODUCT}' AND Last_Name__c IN ('Hopper', 'Turing') ORDER BY Last_Name__c`,
          ),
        (found) => found[0]?.Status__c === 'Cancelled',
        'the refunded booking',
      );
      assert.notEqual(after[1].Session__c, second.Id);
      assert.equal(after[1].Status__c, 'Confirmed');
      assert.ok(first);
    }));

  it('arranges opening times, policies and looks at utilisation', () =>
    asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/storehouse__Opening_Times');
      const hours = page.locator('c-availability-desk');
      await choose(hours, 'Of what', 'Place: Kiln yard');
      await hours.getByRole('button', { name: 'Add opening times' }).click();
      await hours.locator('[data-day]').filter({ hasText: '9:00 AM – 5:00 PM' }).first().waitFor();
      await assertAccessibleAtBothWidths(page, 'opening-times');
      await hours.getByRole('button', { name: 'Save' }).click();
      await toast(page, /Saved/);
      const [{ Id: policyId }] = await read(`SELECT Id FROM Booking_Policy__c LIMIT 1`);
      await page.goto(`/lightning/r/storehouse__Booking_Policy__c/${policyId}/view`);
      const policy = page.locator('c-policy-desk');
      await policy.getByText(/If she cancels 3 days before, she gets \$100.00 back/).waitFor();
      await policy.getByLabel('For a ticket of').fill('48');
      await policy
        .getByText(/she gets \$24.00 back; \$24.00 is kept/)
        .first()
        .waitFor();
      await assertAccessibleAtBothWidths(page, 'booking-policy');
      await page.goto('/lightning/n/storehouse__Utilisation');
      const use = page.locator('c-utilisation-desk');
      await use.getByRole('table').waitFor();
      await choose(use, 'By', 'Room');
      await use.getByRole('rowheader', { name: 'Kiln one' }).waitFor();
      await assertAccessibleAtBothWidths(page, 'utilisation');
    }));

  it('checks in at the door by code, also while there is no connection', async () => {
    await client.anonymous(`
      storehouse__Booking_Offer__c offer = [SELECT Id, storehouse__Location__c FROM storehouse__Booking_Offer__c WHERE Name = '${PRODUCT}'];
      insert new storehouse__Booking_Session__c(storehouse__Title__c = 'Night firing', storehouse__Offer__c = offer.Id, storehouse__Location__c = offer.storehouse__Location__c,
        storehouse__Status__c = 'Open', storehouse__Starts_At__c = System.now().addMinutes(-30), storehouse__Ends_At__c = System.now().addMinutes(90), storehouse__Sequence__c = 0);`);
    const [{ Id: sessionId }] = await read("SELECT Id FROM Booking_Session__c WHERE Title__c = 'Night firing'");
    await attend(sessionId, 'Noether', 1);
    await attend(sessionId, 'Germain', 1);
    await attend(sessionId, 'Somerville', 2);
    const stateOf = async (name: string) => {
      const rows = await read(`SELECT Status__c FROM Booking_Attendee__c WHERE Booking__r.Last_Name__c = '${name}'`);
      return rows.map(({ Status__c: state }) => state).join();
    };
    await asVisitor(
      browser,
      async (page, { context }) => {
        const room = await StaffRoom.open();
        const member: StaffMember = await room.hire('Gail', 'Gate');
        const [{ Code__c: code }] = await read('SELECT Code__c FROM Store__c WHERE Default__c = TRUE');
        await room.giveRole(member, code, 'Order Desk');
        await signIn(page, '/lightning/n/storehouse__Check_In', member);
        const door = page.locator('c-check-in-desk');
        const field = door.getByLabel('Code or name');
        const enter = async (text: string) => {
          await field.fill(text);
          await field.press('Enter');
        };
        await enter('noether7');
        await hasText(door.locator('[data-answer]'), 'Noether is here.');
        await hasText(door.locator('[data-connection]'), /Everything is saved/);
        assert.equal(await stateOf('Noether'), 'Attended');
        await enter('NOETHER7');
        await hasText(door.locator('[data-answer]'), /here already/);
        await assertAccessibleAtBothWidths(page, 'check-in');

        await context.setOffline(true);
        await enter('SOMERVILLE7');
        await hasText(door.locator('[data-answer]'), /2 people come with this code/);
        await door.getByRole('button', { name: 'Check in all 2' }).click();
        await field.fill('Germain');
        await door.getByRole('button', { name: 'Germain is not there' }).click();
        await hasText(door.locator('[data-connection]'), /^3 to be sent/);
        await assertAccessibleAtBothWidths(page, 'check-in-offline');
        assert.equal(await stateOf('Somerville'), 'Expected,Expected');
        await context.setOffline(false);
        await hasText(door.locator('[data-connection]'), /Everything is saved/);
        assert.equal(await stateOf('Somerville'), 'Attended,Attended');
        assert.equal(await stateOf('Germain'), 'No_Show');

        // Visitors check themselves in; one of them booked since the list was read.
        await attend(sessionId, 'Meitner', 1);
        await door.getByRole('button', { name: 'Self check-in' }).click();
        await door.getByLabel('PIN of 4 digits or more').fill('2468');
        await door.getByRole('button', { name: 'Start' }).click();
        const kiosk = door.locator('c-self-check-in');
        await assertAccessibleAtBothWidths(page, 'self-check-in');
        const own = kiosk.getByLabel('Code of your ticket');
        await own.fill('Noether');
        await own.press('Enter');
        await hasText(kiosk.locator('[data-answer]'), /ask our staff/);
        await own.fill('meitner7');
        await own.press('Enter');
        await hasText(kiosk.locator('[data-answer]'), /^Welcome, .*Meitner/);
        assert.equal(await stateOf('Meitner'), 'Attended');
        assert.equal(await door.getByText('Somerville').count(), 0, 'no list is shown');
        await assertAccessibleAtBothWidths(page, 'self-check-in-done');
        await page.reload();
        await kiosk.getByRole('button', { name: 'Staff' }).click();
        await kiosk.getByLabel('PIN').fill('2468');
        await kiosk.getByRole('button', { name: 'Staff' }).click();
        await door.getByText('Somerville').first().waitFor();
      },
      PHONE,
    );
  });
});
