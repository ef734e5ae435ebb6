/**
 * Places of sessions: many shoppers and few seats, beside goods and points. `RACE_SEEDS=500 node races/run.mjs bookings` tries as many
 * orders of events as the issue wants.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { removeCopies, without } from './support/locks.js';
import { orderingAs, payingCart, PROVEN as POINTS_PROVEN, withProgram } from './support/members.js';
import { key, openShop, ordering, shopper, soldProduct, SOUND, type Shopper } from './support/shop.js';

const SEEDS = Number(process.env.RACE_SEEDS ?? 2);
const orgs: Org[] = [];
after(() => {
  orgs.forEach((org) => org.close());
  removeCopies();
});

/** A shop with lamps and a class of so many seats and helpers on `dates` days, each helper for four people. */
function openClass(lamps: number, seats: number, dates = 1, others: Parameters<typeof openShop>[1] = {}): Org {
  const org = openShop(lamps, others);
  orgs.push(org);
  org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    ${soldProduct('Class', 30, false)}
    Booking_Location__c studio = new Booking_Location__c(Name = 'Studio', Time_Zone__c = 'Europe/Berlin');
    insert studio;
    Booking_Offer__c offer = new Booking_Offer__c(Name = 'Class', Product__c = master.Id, Kind__c = 'Session', Location__c = studio.Id,
      Attendee_Details__c = 'None');
    insert offer;
    insert new List<Booking_Quota__c>{
      new Booking_Quota__c(Offer__c = offer.Id, Name = 'Seats', Kind__c = 'Seats', Capacity__c = ${seats}),
      new Booking_Quota__c(Offer__c = offer.Id, Name = 'Helpers', Kind__c = 'Staff', Capacity__c = ${seats * 4}) };
    Booking_Ticket__c kind = new Booking_Ticket__c(Offer__c = offer.Id, Name = 'Class', Variant__c = variant.Id);
    insert kind;
    insert new Booking_Quota_Use__c(Ticket__c = kind.Id, Units__c = 4,
      Quota__c = [SELECT Id FROM Booking_Quota__c WHERE Name = 'Helpers'].Id);
    Booking_Series__c series = new Booking_Series__c(Name = 'Course', Offer__c = offer.Id, Location__c = studio.Id,
      First_Start__c = '2030-03-04T18:00', Sold_As__c = 'Either', Status__c = 'Active');
    insert series;
    List<Booking_Session__c> sessions = new List<Booking_Session__c>();
    for (Integer i = 1; i <= ${dates}; i++)
      sessions.add(new Booking_Session__c(Offer__c = offer.Id, Series__c = series.Id, Status__c = 'Open',
        Starts_At__c = System.now().addDays(i), Ends_At__c = System.now().addDays(i).addHours(1)));
    insert sessions;
  `);
  org.runPendingWork();
  return org;
}

/** Puts tickets into a cart that has a lamp. @param date which one, from 0; null: the whole series */
function book(org: Org, { token }: Shopper, tickets: number, date: number | null = 0): void {
  org.runAnonymous(`
    LineInput input = new LineInput();
    input.type = 'Booking';
    input.productId = [SELECT Id FROM Product2 WHERE StockKeepingUnit = 'CLASS'].Id;
    input.quantity = ${tickets};
    input.configuration = JSON.serialize(${
      date === null
        ? `new Map<String, Object>{ 'series' => [SELECT Id FROM Booking_Series__c].Id }`
        : `new Map<String, Object>{ 'session' => [SELECT Id FROM Booking_Session__c ORDER BY Starts_At__c LIMIT 1 OFFSET ${date}].Id }`
    });
    new CartService(StoreVisit.guest(StoreGateway.get('race')), '${token}').add(input);`);
}

const PROVEN = `Assert.isTrue(new LedgerAudit(new BookingLedger())
    .differences(new Map<Id, Booking_Pool__c>([SELECT Id FROM Booking_Pool__c]).keySet()).isEmpty(), 'balances are their movements');
  for (Booking_Pool__c pool : [SELECT Name, Capacity__c, Held__c, Taken__c, Session__c FROM Booking_Pool__c]) {
    Assert.isTrue(pool.Held__c >= 0 && pool.Taken__c >= 0 && pool.Held__c + pool.Taken__c <= pool.Capacity__c, pool.Name + ' is oversold');
    Decimal seats = 0;
    Decimal held = 0;
    for (Booking__c booking : [SELECT Quantity__c, Status__c FROM Booking__c WHERE Session__c = :pool.Session__c]) {
      seats += booking.Status__c == 'Confirmed' ? booking.Quantity__c : 0;
      held += booking.Status__c == 'Held' ? booking.Quantity__c : 0;
    }
    Integer units = pool.Name == 'Helpers' ? 4 : 1;
    Assert.areEqual(seats * units, pool.Taken__c, pool.Name + ' are what is booked');
    Assert.areEqual(held * units, pool.Held__c, pool.Name + ' are what is held');
  }`;

async function holds(org: Org, entries: RaceEntry[], options: RaceOptions): Promise<void> {
  const { failure } = await race(org, entries, { seeds: SEEDS, ...options });
  assert.equal(failure && formatFailure(failure), null);
}

const GONE = [/"code":"OUT_OF_STOCK"/];
/** Whoever stands in line for ten seconds is asked to try again; services that no page calls tell it by the platform's sentence. */
const BUSY = /"code":"BUSY"|Record Currently Unavailable/;

test('forty shoppers, some with points, ten seats and lamps for all: ten are sold, the others are told and keep their points', async () => {
  const org = openClass(100, 10);
  withProgram(org, [[20_000, null]]);
  const orders = Array.from({ length: 40 }, (_, n) => {
    const isMember = n % 8 === 0;
    const buyer = isMember ? payingCart(org, 10) : shopper(org, `s${n}@example.com`);
    book(org, buyer, 1);
    return isMember ? orderingAs(buyer, key(n)) : ordering(org, buyer, key(n));
  });
  await holds(org, orders, {
    allowedErrors: [/Somebody was faster: Class/, BUSY, ...GONE],
    invariant: [
      ...SOUND,
      PROVEN,
      POINTS_PROVEN,
      `Integer paid = [SELECT COUNT() FROM Payment__c WHERE Tender_Type__c = 'Points' AND Status__c = 'Captured'];
       Points_Account__c own = [SELECT Points__c, Held__c FROM Points_Account__c];
       Assert.areEqual(20000 - 1000 * paid, own.Points__c, 'only what was bought took points');
       Assert.areEqual(0, own.Held__c, 'held points');
       Stock_Level__c lamps = [SELECT On_Hand__c, Held__c FROM Stock_Level__c];
       Integer sold = [SELECT COUNT() FROM Booking__c WHERE Status__c = 'Confirmed'];
       Assert.areEqual(100 - sold, lamps.On_Hand__c, 'a lamp with each seat');
       Assert.areEqual(0, lamps.Held__c, 'held lamps');
       Assert.areEqual(0, [SELECT COUNT() FROM Booking__c WHERE Status__c = 'Held'], 'held places');`,
    ],
    check({ outcomes }) {
      const sold = outcomes.filter(({ error }) => error === null).length;
      const busy = outcomes.filter(({ error }) => error && BUSY.test(error)).length;
      return sold === 10 || (sold < 10 && sold + busy >= 10)
        ? null
        : `${sold} were sold, ${busy} were asked to try again`;
    },
  });
});

test('cal.diy#13360 (rules 1.2): two at once on the last two places of a session for several: one has both', async () => {
  const org = openClass(9, 3);
  const orders = [2, 2].map((tickets, n) => {
    const buyer = shopper(org, `s${n}@example.com`);
    book(org, buyer, tickets);
    return ordering(org, buyer, key(n));
  });
  const first = new Set<number>();
  await holds(org, orders, {
    seeds: Math.max(SEEDS, 12),
    allowedErrors: GONE,
    invariant: [...SOUND, PROVEN, `Assert.areEqual(1, [SELECT COUNT() FROM Booking__c], 'bookings');`],
    check({ outcomes }) {
      first.add(outcomes.findIndex(({ error }) => error === null));
      return null;
    },
  });
  assert.deepEqual([...first].sort(), [0, 1], 'either may be the first');
});

test('cal.diy#15997, #22801 (rules 1.2): a course and its last date at once: every date is checked, and nobody waits for the other for ever', async () => {
  const org = openClass(9, 1, 5);
  const orders = [null, 4, null].map((date, n) => {
    const buyer = shopper(org, `s${n}@example.com`);
    book(org, buyer, 1, date);
    return ordering(org, buyer, key(n));
  });
  await holds(org, orders, {
    seeds: Math.max(SEEDS, 3),
    allowedErrors: GONE,
    invariant: [
      ...SOUND,
      PROVEN,
      `Set<Integer> sizes = new Set<Integer>{ 1, 5 };
       Assert.isTrue(sizes.contains([SELECT COUNT() FROM Booking__c]), 'all dates of the course, or the one');`,
    ],
  });
});

test('orders that move bookings between the same dates in opposite order: one waits for the other, and none for ever', async () => {
  const org = openClass(1, 4, 2);
  org.runAnonymous(`
    Id storeId = StoreGateway.get('race').Id;
    Id variantId = [SELECT Id FROM Product2 WHERE StockKeepingUnit = 'CLASS'].Id;
    List<Booking_Session__c> dates = [SELECT Id FROM Booking_Session__c ORDER BY Starts_At__c];
    for (Integer i = 0; i < 4; i++) {
      Id dateId = dates[Math.mod(i, 2)].Id;
      Booking__c booking = new Booking__c(Store__c = storeId, Session__c = dateId, Variant__c = variantId, Status__c = 'Confirmed', Quantity__c = 1,
        Attendee_Count__c = 1, Amount__c = 30, Currency_Code__c = 'USD', Sequence__c = 0, Last_Name__c = 'B' + i);
      insert booking;
      Map<Id, Booking_Pool__c> pools = new Map<Id, Booking_Pool__c>(BookingGateway.lockPools(new Set<Id>{ dateId }));
      for (String type : new List<String>{ BookingLedger.HOLD, BookingLedger.TAKE }) {
        LedgerPosting posting = new LedgerPosting(new BookingLedger(), new Map<Id, SObject>(pools), new LedgerReference('booking'));
        for (Booking_Pool__c pool : pools.values())
          posting.add(type, pool.Id, pool.Name == 'Helpers' ? 4 : 1, booking.Id + ':' + pool.Id)
            .detail(Booking_Entry__c.Booking_Id__c, booking.Id);
        posting.save();
      }
    }`);
  /** Moves two bookings, each to the other one's date, in that order. */
  const moving = (first: string, second: string): RaceEntry => ({
    apex: `Map<String, Id> ids = new Map<String, Id>();
      for (Booking__c one : [SELECT Id, Last_Name__c FROM Booking__c]) ids.put(one.Last_Name__c, one.Id);
      Map<Id, Booking__c> all = new Map<Id, Booking__c>(BookingGateway.bookingsById(new Set<Id>{ ids.get('${first}'), ids.get('${second}') }));
      Booking__c a = all.get(ids.get('${first}'));
      Booking__c b = all.get(ids.get('${second}'));
      Map<Id, String> problems = BookingMoves.moveAll(new List<BookingMoves.Wanted>{
        new BookingMoves.Wanted(a, b.Session__c, new Booking__c(Id = a.Id)),
        new BookingMoves.Wanted(b, a.Session__c, new Booking__c(Id = b.Id)) });
      Assert.isTrue(problems.isEmpty(), 'there is enough for all');`,
  });
  await holds(org, [moving('B0', 'B1'), moving('B3', 'B2')], {
    seeds: Math.max(SEEDS, 12),
    invariant: [
      PROVEN,
      `Assert.areEqual(4, [SELECT COUNT() FROM Booking__c WHERE Sequence__c = 1 AND Moved_From__c != NULL], 'all have moved');`,
    ],
  });
});

test('points, goods and the last seat: whoever is too late keeps points and lamp', async () => {
  const org = openClass(9, 1);
  withProgram(org, [[4_000, null]]);
  const members = [0, 1].map((n) => {
    const buyer = payingCart(org, 10);
    book(org, buyer, 1);
    return orderingAs(buyer, key(n));
  });
  const stranger = shopper(org, 'eve@example.com');
  book(org, stranger, 1);
  await holds(org, [...members, ordering(org, stranger, key(2))], {
    seeds: Math.max(SEEDS, 4),
    allowedErrors: [/Somebody was faster: Class/, ...GONE],
    invariant: [
      ...SOUND,
      PROVEN,
      POINTS_PROVEN,
      `Integer paid = [SELECT COUNT() FROM Payment__c WHERE Tender_Type__c = 'Points' AND Status__c = 'Captured'];
       Points_Account__c own = [SELECT Points__c, Held__c FROM Points_Account__c];
       Assert.areEqual(4000 - 1000 * paid, own.Points__c, 'only what was bought took points');
       Assert.areEqual(0, own.Held__c, 'held points');
       Assert.areEqual(1, [SELECT COUNT() FROM Booking__c WHERE Status__c = 'Confirmed'], 'one seat');`,
    ],
  });
});

test('without the lock of the capacities a seat is sold twice', async () => {
  const projectDir = without('force-app/bookings/classes/BookingGateway.cls', " + ' FOR UPDATE'");
  const org = openClass(9, 1, 1, { projectDir });
  const orders = [0, 1].map((n) => {
    const buyer = shopper(org, `s${n}@example.com`);
    // Nothing but the ticket: goods have a lock of their own, which comes first.
    org.runAnonymous(`delete [SELECT Id FROM Cart_Item__c
      WHERE Cart__c = :CartGateway.find(StoreGateway.get('race').Id, new CartToken('${buyer.token}')).Id];`);
    book(org, buyer, 1);
    return ordering(org, buyer, key(n));
  });
  const { failure } = await race(org, orders, { seeds: 100, allowedErrors: GONE, invariant: [PROVEN] });
  assert.ok(failure, 'a race notices that nothing is locked');
});
