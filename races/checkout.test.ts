import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { key, openShop, ordering, reserve, resuming, shopper, SOUND } from './support/shop.js';

/** `RACE_SEEDS=200 npm test -- races` tries more. */
const SEEDS = Number(process.env.RACE_SEEDS ?? 40);

async function holds(org: Org, entries: RaceEntry[], options: RaceOptions): Promise<void> {
  const { failure } = await race(org, entries, { seeds: SEEDS, ...options });
  assert.equal(failure && formatFailure(failure), null);
}

const orders = (count: number): string =>
  `Assert.areEqual(${count}, [SELECT COUNT() FROM Order WHERE StatusCode = 'Activated'], 'binding orders');
   Assert.areEqual(${count}, [SELECT COUNT() FROM Order], 'orders');
   Assert.areEqual(${count}, [SELECT COUNT() FROM Payment__c WHERE Status__c = 'Captured'], 'payments');`;
const pieces = (onHand: number): string =>
  `SELECT Id, On_Hand__c, Held__c FROM Stock_Level__c WHERE On_Hand__c != ${onHand} OR Held__c != 0`;

test('two shoppers order the last piece: one gets it, the other is told', async () => {
  const org = openShop(1);
  const entries = ['ada@example.com', 'bob@example.com'].map((email, n) => ordering(org, shopper(org, email), key(n)));
  const first = new Set<number>();
  await holds(org, entries, {
    allowedErrors: [/"code":"OUT_OF_STOCK"/],
    invariant: [...SOUND, orders(1), pieces(0)],
    check({ outcomes }) {
      first.add(outcomes.findIndex(({ error }) => error === null));
      return null;
    },
  });
  assert.deepEqual([...first].sort(), [0, 1], 'either may be the first');
});

test('the same page orders twice at once: one order, the same answer', async () => {
  const org = openShop(5);
  const ada = shopper(org, 'ada@example.com');
  await holds(
    org,
    [1, 2].map(() => ordering(org, ada, key(1))),
    {
      invariant: [...SOUND, orders(1), pieces(4)],
      check({ outcomes: [one, two] }) {
        return JSON.stringify(one!.result) === JSON.stringify(two!.result) ? null : 'The answers differ';
      },
    },
  );
});

test('two pages order the same cart at once: one order, the other is told', async () => {
  const org = openShop(5);
  const ada = shopper(org, 'ada@example.com');
  await holds(
    org,
    [1, 2].map((n) => ordering(org, ada, key(n))),
    {
      allowedErrors: [/"code":"CART_ORDERED"/],
      invariant: [...SOUND, orders(1), pieces(4)],
    },
  );
});

test('two new guests with one e-mail address get one account, in whatever case they write it, and no contact that nobody proved to be', async () => {
  const org = openShop(5);
  const entries = ['new@example.com', 'New@Example.com'].map((email, n) => ordering(org, shopper(org, email), key(n)));
  await holds(org, entries, {
    invariant: [
      ...SOUND,
      orders(2),
      pieces(3),
      "Assert.areEqual(0, [SELECT COUNT() FROM Contact WHERE Email = 'new@example.com'], 'contacts');",
      "Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'Ada Byron'], 'accounts');",
    ],
  });
});

test('guests of the site order as anyone else', async () => {
  const org = openShop(1);
  org.runAnonymous("StoreAdminController.grantSiteAccess('Storehouse');");
  const entries = ['ada@example.com', 'bob@example.com'].map((email, n) => ({
    ...ordering(org, shopper(org, email), key(n)),
    user: 'guest',
  }));
  await holds(org, entries, {
    allowedErrors: [/"code":"OUT_OF_STOCK"/],
    invariant: [...SOUND, orders(1), pieces(0)],
  });
});

const release = 'PlacementService.releaseExpired([SELECT Id FROM Cart__c LIMIT 1].Id);';

test('a hold that has run out: its release and the return of its shopper leave one order, or none and the cart', async () => {
  const org = openShop(1);
  const ada = shopper(org, 'ada@example.com');
  const back = resuming(ada, key(1));
  reserve(org, ada, key(1), -1);
  await holds(org, [back, { apex: release, name: 'expiry' }], {
    invariant: [
      ...SOUND,
      `Cart__c cart = [SELECT Status__c, Order__c FROM Cart__c];
       List<Order> orders = [SELECT StatusCode FROM Order];
       Stock_Level__c level = [SELECT On_Hand__c, Held__c FROM Stock_Level__c];
       Integer captured = [SELECT COUNT() FROM Payment__c WHERE Status__c = 'Captured'];
       Assert.areEqual(0, level.Held__c, 'held');
       Boolean ordered = cart.Status__c == 'Ordered';
       Assert.areEqual(ordered ? 1 : 0, orders.size(), 'orders of a cart that is ' + cart.Status__c);
       Assert.areEqual(ordered ? 0 : 1, level.On_Hand__c, 'pieces of a cart that is ' + cart.Status__c);
       Assert.areEqual(ordered ? 1 : 0, captured, 'payments of a cart that is ' + cart.Status__c);`,
    ],
  });
});

test('the job that releases holds and a new shopper do not oversell', async () => {
  const org = openShop(1);
  reserve(org, shopper(org, 'ada@example.com'), key(1), -1);
  const late = shopper(org, 'bob@example.com');
  await holds(org, [ordering(org, late, key(2)), { apex: release, name: 'expiry' }], {
    allowedErrors: [/"code":"OUT_OF_STOCK"/],
    invariant: SOUND,
  });
});
