/** Calendar files of Apex, read by a library that calendar programs use. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import ICAL from 'ical.js';
import type { Org } from '../orglet/index.js';
import { openShop } from './support/shop.js';

const orgs: Org[] = [];
after(() => orgs.forEach((org) => org.close()));

/** Zones with changes, without any, with odd offsets and odd changes, and moments around their changes. */
const CASES: [zone: string, start: string][] = [
  ['Europe/Berlin', '2027-03-27T18:30'],
  ['Europe/Berlin', '2027-03-29T09:00'],
  ['Europe/Berlin', '2027-10-30T18:30'],
  ['America/Los_Angeles', '2027-03-13T23:30'],
  ['America/Los_Angeles', '2027-11-07T12:00'],
  ['America/Sao_Paulo', '2027-07-01T10:00'],
  ['Asia/Kathmandu', '2027-05-05T05:45'],
  ['Australia/Lord_Howe', '2027-04-03T18:00'],
  ['Pacific/Chatham', '2027-09-25T22:00'],
  ['Asia/Tokyo', '2027-01-01T00:00'],
  ['UTC', '2027-06-15T12:00'],
];
const TITLE = 'Töpfern, für „Anfänger“; Teil 1 \\ 2 🏺 '.repeat(4).trim();

/** What the library makes of a file; zones are read from the file alone. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part)) };
}

test('a library reads of every file the moments, texts and changes that the store means', () => {
  const org = openShop(1);
  orgs.push(org);
  for (const [zone, start] of CASES) {
    const [answer] = org.runAnonymous(`
      Datetime begins = new ZonedTime('${zone}').instantOf(ZonedTime.parse('${start}'));
      Booking__c booking = new Booking__c(Sequence__c = 2, Email__c = 'ada@example.com', Session__r = new Booking_Session__c(
        Title__c = ${JSON.stringify(TITLE).replaceAll("'", "\\'").replace(/^"|"$/g, "'")}, Starts_At__c = begins, Ends_At__c = begins.addHours(2), Time_Zone__c = '${zone}', Sequence__c = 3,
        Location__r = new Booking_Location__c(Name = 'Studio; 2, left')));
      System.debug(JSON.serialize(new Map<String, Object>{ 'at' => begins.getTime(),
        'file' => CalendarFile.textOf(booking, new Store__c(Name = 'Acme', Support_Email__c = 'hi@example.com'), 'REQUEST') }));
    `);
    const { at, file } = JSON.parse(answer!) as { at: number; file: string };
    const { calendar, events } = read(file);
    assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
    assert.equal(events.length, 1);
    const [event] = events;
    assert.equal(event!.startDate.toJSDate().getTime(), at, `${zone} ${start}`);
    assert.equal(event!.endDate.toJSDate().getTime(), at + 2 * 3_600_000, `${zone} ${start}`);
    assert.equal(event!.summary, TITLE);
    assert.equal(event!.location, 'Studio; 2, left');
    assert.equal(event!.sequence, 5);
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!/[^\r]\n/.test(file), 'lines end as the format says');
  }
});

test('a feed has each session once, in the zone of its place, and says what was cancelled', () => {
  const org = openShop(1);
  orgs.push(org);
  const [answer] = org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    Product2 master = [SELECT Id FROM Product2 WHERE Is_Master__c = TRUE LIMIT 1];
    List<Booking_Location__c> places = new List<Booking_Location__c>{ new Booking_Location__c(Name = 'Berlin', Time_Zone__c = 'Europe/Berlin'),
      new Booking_Location__c(Name = 'Coast', Time_Zone__c = 'America/Los_Angeles') };
    insert places;
    Booking_Offer__c offer = new Booking_Offer__c(Name = 'Class', Product__c = master.Id, Kind__c = 'Session', Location__c = places[0].Id);
    insert offer;
    Booking_Resource__c mara = new Booking_Resource__c(Name = 'Mara, the potter', Kind__c = 'Staff', Active__c = true);
    insert mara;
    List<Booking_Session__c> sessions = new List<Booking_Session__c>();
    for (Integer i = 0; i < 6; i++) {
      Datetime start = System.now().addDays(40 * i + 1);
      sessions.add(new Booking_Session__c(Offer__c = offer.Id, Location__c = places[Math.mod(i, 2)].Id, Status__c = i == 5 ? 'Cancelled' : 'Open',
        Starts_At__c = start, Ends_At__c = start.addHours(1), Sequence__c = i));
    }
    insert sessions;
    List<Booking_Assignment__c> taken = new List<Booking_Assignment__c>();
    for (Booking_Session__c session : sessions)
      taken.add(new Booking_Assignment__c(Session__c = session.Id, Resource__c = mara.Id, Starts_At__c = session.Starts_At__c,
        Ends_At__c = session.Ends_At__c));
    insert taken;
    List<Long> moments = new List<Long>();
    for (Booking_Session__c session : [SELECT Starts_At__c FROM Booking_Session__c ORDER BY Starts_At__c]) moments.add(session.Starts_At__c.getTime());
    System.debug(JSON.serialize(new Map<String, Object>{ 'moments' => moments, 'file' => CalendarFeed.textOf(mara) }));
  `);
  const { moments, file } = JSON.parse(answer!) as { moments: number[]; file: string };
  const { calendar, events } = read(file);
  assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
  assert.deepEqual(
    events.map((event) => event.startDate.toJSDate().getTime()),
    moments.map((moment) => moment - (moment % 1000)),
  );
  assert.equal(new Set(events.map(({ uid }) => uid)).size, 6);
  assert.deepEqual(
    events.map(({ sequence }) => sequence),
    [0, 1, 2, 3, 4, 5],
  );
  assert.equal(events[5]!.component.getFirstPropertyValue('status'), 'CANCELLED');
  assert.equal(calendar.getAllSubcomponents('vtimezone').length, 2);
});
