/** Takes each lock of the ledger kernel, and that of the buyer, out of a copy of the package and wants a race to fail: what is locked must be. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formatFailure, race, type RaceEntry } from '../orglet/index.js';
import { removeCopies, without } from './support/locks.js';
import { key, openShop, ordering, shopper } from './support/shop.js';

const project = process.env.PROJECT!;
/** Enough for what is wrong to show at once. */
const SEEDS = 15;
after(removeCopies);

const store = "StoreGateway.get('race').Id";
const lamp = "[SELECT Id FROM Product2 WHERE StockKeepingUnit = 'LAMP'].Id";
const level = '[SELECT Id FROM Stock_Level__c].Id';
const reference = (key: string, cart: string): string =>
  `StockService.Reference own = new StockService.Reference('${key}'); own.cartId = '${cart}';`;
const cart = (n: number): string => `00100000000000${n}AAA`;
const holding = (n: number): RaceEntry => ({
  name: `hold ${n}`,
  apex: `${reference(`attempt ${n}`, cart(n))}
    StockService.hold(${store}, new Map<Id, Integer>{ ${lamp} => 1 }, own);`,
});
const adjusting = (n: number): RaceEntry => ({
  name: `adjust ${n}`,
  apex: `StockService.adjust(new Map<Id, Integer>{ ${level} => 1 }, new StockService.Reference('count ${n}'));`,
});
const settling = (what: 'take' | 'release'): RaceEntry => ({
  name: what,
  apex: `${reference(what, cart(1))} StockService.${what}(own);`,
});

/** Every balance is what its movements say, and nothing is held or on hand below zero. */
const PROVEN = `
  Set<Id> levelIds = new Map<Id, Stock_Level__c>([SELECT Id FROM Stock_Level__c]).keySet();
  for (Stock_Level__c level : [SELECT On_Hand__c, Held__c FROM Stock_Level__c])
    Assert.isTrue(level.On_Hand__c >= level.Held__c && level.Held__c >= 0, 'held ' + level.Held__c + ' of ' + level.On_Hand__c);
  Assert.isTrue(new LedgerAudit(new StockLedger()).differences(levelIds).isEmpty(), 'movements prove the balance');`;

interface Case {
  name: string;
  /** Where the lock stands. */
  path: string;
  lock: string;
  /** How often the class has it; once where it is not said. */
  times?: number;
  entries: RaceEntry[];
  /** Before the race. */
  apex?: string;
}

const GATEWAY = 'force-app/ledger/classes/LedgerGateway.cls';
const CASES: Case[] = [
  {
    name: 'the last piece is held for two carts at once',
    path: 'force-app/inventory/classes/StockGateway.cls',
    lock: 'FOR UPDATE',
    // Balances at all places of a store, and at one place.
    times: 2,
    entries: [holding(1), holding(2)],
  },
  { name: 'two people count at once', path: GATEWAY, lock: " + ' FOR UPDATE'", entries: [adjusting(1), adjusting(2)] },
  {
    name: 'what a cart holds is taken and released at once',
    path: GATEWAY,
    lock: " + ' FOR UPDATE'",
    entries: [settling('take'), settling('release')],
    apex: holding(1).apex,
  },
];

async function outcome({ entries, apex }: Case, directory: string): Promise<string | null> {
  const org = openShop(1, { projectDir: directory });
  if (apex) org.runAnonymous(apex);
  const { failure } = await race(org, entries, { seeds: SEEDS, invariant: [PROVEN] });
  return failure && formatFailure(failure);
}

for (const one of CASES) {
  test(`${one.name}: right with the lock, wrong without`, async () => {
    assert.equal(await outcome(one, project), null);
    assert.notEqual(
      await outcome(one, without(one.path, one.lock, one.times)),
      null,
      'no seed notices that the lock is missing',
    );
  });
}

/** Where the buyer is locked. */
const BUYER = 'force-app/customers/classes/CustomerGateway.cls';

/** Two orders to be paid later, of a buyer who may have one such order. */
async function twoUnpaid(directory: string): Promise<string | null> {
  const org = openShop(5, { projectDir: directory });
  const entries = [1, 2].map((n) => ordering(org, shopper(org, 'ada@example.com'), key(n)));
  org.runAnonymous(`
    insert new Account(Name = 'Ada Byron', Guest_Email_Key__c = 'ada@example.com');
    Id transferId = [SELECT Id FROM Payment_Provider__c WHERE Type__c = 'Manual'].Id;
    update new Payment_Provider__c(Id = transferId, Most_Open_Orders__c = 1);
    List<Cart__c> carts = [SELECT Id FROM Cart__c];
    for (Cart__c cart : carts) cart.Payment_Provider__c = transferId;
    update carts;`);
  const { failure } = await race(org, entries, {
    seeds: SEEDS,
    allowedErrors: [/"code":"TOO_MANY_UNPAID"/],
    invariant: ["Assert.areEqual(1, [SELECT COUNT() FROM Payment__c WHERE Status__c = 'Pending'], 'unpaid orders');"],
  });
  return failure && formatFailure(failure);
}

test('two orders that are to be paid later at once: right with the lock of the buyer, wrong without', async () => {
  assert.equal(await twoUnpaid(project), null);
  // Each of the three waits for the account of the same buyer.
  const failure = await twoUnpaid(without(BUYER, 'FOR UPDATE', 3));
  assert.match(failure ?? 'no seed notices that the lock is missing', /unpaid orders/);
});
