import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { key, openShop, ordering, reserve, shopper, SOUND } from './support/shop.js';

const orgs: Org[] = [];
function shop(pieces: number): Org {
  const org = openShop(pieces);
  orgs.push(org);
  return org;
}
after(() => orgs.forEach((org) => org.close()));

const SEEDS = 40;

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
  const org = shop(1);
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
  const org = shop(5);
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
  const org = shop(5);
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

test('two new guests with one e-mail address become one contact, in whatever case they write it', async () => {
  const org = shop(5);
  const entries = ['new@example.com', 'New@Example.com'].map((email, n) => ordering(org, shopper(org, email), key(n)));
  await holds(org, entries, {
    invariant: [
      ...SOUND,
      orders(2),
      pieces(3),
      "Assert.areEqual(1, [SELECT COUNT() FROM Contact WHERE Email = 'new@example.com'], 'contacts');",
      "Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'Ada Byron'], 'accounts');",
    ],
  });
});

test('guests of the site order as anyone else', async () => {
  const org = shop(1);
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
  const org = shop(1);
  const ada = shopper(org, 'ada@example.com');
  const back = ordering(org, ada, key(1));
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
  const org = shop(1);
  reserve(org, shopper(org, 'ada@example.com'), key(1), -1);
  const late = shopper(org, 'bob@example.com');
  await holds(org, [ordering(org, late, key(2)), { apex: release, name: 'expiry' }], {
    allowedErrors: [/"code":"OUT_OF_STOCK"/],
    invariant: SOUND,
  });
});

/** A placed order, paid or to be paid by transfer. */
function placed(org: Org, provider: 'Test' | 'Manual'): void {
  const { args } = ordering(org, shopper(org, 'ada@example.com'), key(1)) as { args: unknown[] };
  const [, token] = args;
  org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    Cart__c cart = CartGateway.find(store.Id, new CartToken('${String(token)}'));
    update new Cart__c(Id = cart.Id, Payment_Provider__c = [SELECT Id FROM Payment_Provider__c WHERE Store__c = :store.Id AND Type__c = '${provider}'].Id);
    PlaceInput input = new PlaceInput();
    input.placementKey = '${key(1)}';
    input.termsAccepted = true;
    input.expectedTotal = CartPricer.price(store, CartGateway.find(store.Id, new CartToken('${String(token)}'))).prices.grandTotal;
    new PlacementService(store, '${String(token)}').place(input);
  `);
  org.runPendingWork();
}

const fulfil = { apex: 'OrderService.fulfil([SELECT Id FROM Order].Id);', name: 'fulfil' };
const cancel = { apex: "OrderService.cancel([SELECT Id FROM Order].Id, 'x');", name: 'cancel' };
const capture = { apex: "PaymentService.capture([SELECT Id FROM Payment__c].Id, 'bank');", name: 'capture' };

test('staff send and cancel an order at once: it is sent and paid, or cancelled, refunded and back on the shelf', async () => {
  const org = shop(5);
  placed(org, 'Test');
  await holds(org, [fulfil, cancel], {
    allowedErrors: [/cannot go from/],
    invariant: [
      ...SOUND,
      `Order placed = [SELECT Fulfillment_Status__c, Payment_Status__c FROM Order];
       Boolean cancelled = placed.Fulfillment_Status__c == 'Cancelled';
       Assert.areEqual(cancelled ? 'Refunded' : 'Paid', placed.Payment_Status__c);
       Assert.areEqual(cancelled ? 'Refunded' : 'Captured', [SELECT Status__c FROM Payment__c].Status__c);
       Assert.areEqual(cancelled ? 5 : 4, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c);`,
    ],
  });
});

test('a transfer arrives while its order is cancelled: nobody waits for each other, and the money is kept or not expected', async () => {
  const org = shop(5);
  placed(org, 'Manual');
  await holds(org, [capture, cancel], {
    allowedErrors: [/cannot go from/],
    invariant: [
      ...SOUND,
      `Order placed = [SELECT Fulfillment_Status__c, Payment_Status__c FROM Order];
       Assert.areEqual('Cancelled', placed.Fulfillment_Status__c);
       String payment = [SELECT Status__c FROM Payment__c].Status__c;
       Assert.isTrue(payment == 'Cancelled' || payment == 'Refunded', payment);
       Assert.areEqual(payment, placed.Payment_Status__c);
       Assert.areEqual(5, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c);`,
    ],
  });
});
