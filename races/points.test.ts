/** Points are spent once, whoever comes first, and none is lost between spending, giving back and their end. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { crash, formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { removeCopies, without } from './support/locks.js';
import { orderingAs, payingCart, PROVEN, withProgram, KNOWN } from './support/members.js';
import { key, openShop, SOUND } from './support/shop.js';

/** `RACE_SEEDS=200 npm test -- races` tries more. */
const SEEDS = Number(process.env.RACE_SEEDS ?? 20);
function shop(lots: [number, number | null][], projectDir?: string): Org {
  const org = openShop(5, projectDir ? { projectDir } : {});
  withProgram(org, lots);
  return org;
}
after(removeCopies);

async function holds(org: Org, entries: RaceEntry[], options: RaceOptions): Promise<void> {
  const { failure } = await race(org, entries, { seeds: SEEDS, ...options });
  assert.equal(failure && formatFailure(failure), null);
}

const GONE = /used meanwhile|no points to pay with/;
const SPENT_ONCE = `
  Assert.areEqual(1, [SELECT COUNT() FROM Payment__c WHERE Tender_Type__c = 'Points' AND Status__c = 'Captured'], 'orders paid with points');
  Assert.areEqual(0, points.Points__c);
  Assert.areEqual(0, points.Held__c);
  Decimal spent = 0;
  for (Points_Entry__c entry : [SELECT Quantity__c FROM Points_Entry__c WHERE Type__c = 'Spend']) spent += entry.Quantity__c;
  Assert.areEqual(500, spent);`;

test('two devices spend the last points: one order stands, the other device reads that they are gone', async () => {
  const org = shop([
    [300, 5],
    [200, null],
  ]);
  const orders = [1, 2].map((n) => orderingAs(payingCart(org, 5), key(n)));
  await holds(org, orders, { allowedErrors: [GONE], invariant: [...SOUND, PROVEN + SPENT_ONCE] });
});

/** Staff take all of them. */
const deduct: RaceEntry = {
  name: 'deduct',
  apex: `${KNOWN} LedgerService.post(new PointsLedger(), PointsLedger.DEDUCT, new Map<Id, Decimal>{ points.Id => 500 },
    new LedgerReference('staff'));`,
};
const SPENT_OR_TAKEN = `${PROVEN}
  Assert.areEqual(0, points.Points__c);
  Assert.areEqual(0, points.Held__c);`;

test('staff take the points that are being spent: one of both, and the order says why', async () => {
  const org = shop([[500, null]]);
  await holds(org, [orderingAs(payingCart(org, 5), key(1)), deduct], {
    allowedErrors: [GONE, /not enough left/],
    invariant: [...SOUND, SPENT_OR_TAKEN],
  });
});

test('without the lock of the account they would be gone twice', async () => {
  const projectDir = without('force-app/ledger/classes/LedgerGateway.cls', " + ' FOR UPDATE'");
  const org = shop([[500, null]], projectDir);
  const { failure } = await race(org, [orderingAs(payingCart(org, 5), key(1)), deduct], {
    seeds: SEEDS,
    allowedErrors: [GONE, /not enough left/],
    invariant: [SPENT_OR_TAKEN],
  });
  assert.notEqual(failure, null);
});

const expire: RaceEntry = {
  name: 'expiry',
  apex: `${KNOWN} LedgerService.expire(new PointsLedger(), new Set<Id>{ points.Id }, System.now());`,
};
const refundAll: RaceEntry = {
  name: 'refund',
  apex: `RefundInput input = new RefundInput();
    input.key = 'all';
    input.everything = true;
    RefundService.start([SELECT Id FROM Order WHERE Placement_Key__c = '${key(1)}'].Id, input, 'Refund');`,
};

test('points end while they are spent and given back: what was spent comes back, what had ended is gone', async () => {
  const org = shop([
    [100, -1],
    [500, 30],
  ]);
  org.runAnonymous(orderingAs(payingCart(org, 3), key(1)).apex);
  org.runPendingWork();
  const other = orderingAs(payingCart(org, 2), key(2));
  await holds(org, [expire, refundAll, other], {
    allowedErrors: [GONE],
    invariant: [
      ...SOUND,
      `${PROVEN}
       Assert.areEqual(100, [SELECT SUM(Quantity__c) q FROM Points_Entry__c WHERE Type__c = 'Expire'][0].get('q'));
       Assert.areEqual(300, [SELECT SUM(Quantity__c) q FROM Points_Entry__c WHERE Type__c = 'Return'][0].get('q'));
       Assert.areEqual(300, points.Points__c, 'two hundred are spent');`,
    ],
  });
});

test('an order beside a held payment: wherever it is cut off, asking again spends the points once', async () => {
  const org = shop([[500, 30]]);
  const order = orderingAs(payingCart(org, 5), key(1));
  const { failure, boundaries } = await crash(org, order, { retry: true, invariant: [...SOUND, PROVEN + SPENT_ONCE] });
  assert.equal(failure, null);
  assert.ok(boundaries.length >= 3);
});
