/** Staff at the same order at once: it ends in one right state, whoever is first, and no lock is missing. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { crash, formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { removeCopies, without } from './support/locks.js';
import { key, openShop, placed, reserve, shopper, SOUND, type Shopper } from './support/shop.js';

const project = process.env.PROJECT!;
/** `RACE_SEEDS=200 npm test -- races` tries more. */
const SEEDS = Number(process.env.RACE_SEEDS ?? 20);
function shop(directory?: string): Org {
  return openShop(5, directory ? { projectDir: directory } : {});
}
after(removeCopies);

async function holds(org: Org, entries: RaceEntry[], options: RaceOptions): Promise<void> {
  const { failure } = await race(org, entries, { seeds: SEEDS, ...options });
  assert.equal(failure && formatFailure(failure), null);
}

const fulfil = { apex: 'OrderService.fulfil([SELECT Id FROM Order].Id);', name: 'fulfil' };
const cancel = { apex: "OrderService.cancel([SELECT Id FROM Order].Id, 'x');", name: 'cancel' };
const capture = { apex: "PaymentService.capture([SELECT Id FROM Payment__c].Id, 'bank');", name: 'capture' };

test('staff send and cancel an order at once: it is sent and paid, or cancelled, refunded and back on the shelf', async () => {
  const org = shop();
  placed(org, 'Test');
  await holds(org, [fulfil, cancel], {
    allowedErrors: [/cannot go from|sent and cannot be cancelled/],
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
  const org = shop();
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

const ORDER = '[SELECT Id FROM Order].Id';
/** Gives one piece back. @param by who clicks: the same name has the same key */
const refund = (by: string, quantity = 1): RaceEntry => ({
  name: `refund by ${by}`,
  apex: `RefundInput input = new RefundInput();
    input.key = '${by}';
    input.reason = 'x';
    input.lines = new List<RefundInput.Line>{
      new RefundInput.Line([SELECT Id FROM OrderItem WHERE Line_Type__c = 'Product'].Id, ${quantity}) };
    OrderService.refund(${ORDER}, input);`,
});
/** What went back is what the lines, the parts, the payment and the order say, and what the shelf got. */
const BOOKED = `
  Decimal ofParts = 0;
  for (Refund_Part__c part : [SELECT Amount__c FROM Refund_Part__c WHERE Status__c = 'Completed' AND Action__c = 'Refund'])
    ofParts += part.Amount__c;
  Order placed = [SELECT Refunded_Total__c, Payment_Status__c, Fulfillment_Status__c FROM Order];
  Payment__c payment = [SELECT Amount__c, Refunded_Amount__c, Status__c FROM Payment__c];
  Assert.areEqual(ofParts, placed.Refunded_Total__c, 'order');
  Assert.areEqual(ofParts, payment.Refunded_Amount__c ?? 0, 'payment');
  Assert.isTrue(ofParts <= payment.Amount__c, 'never more than was paid');
  Decimal pieces = 0;
  Decimal amount = 0;
  for (OrderItem item : [SELECT Reversed_Quantity__c, Reversed_Amount__c, Line_Type__c FROM OrderItem]) {
    amount += item.Reversed_Amount__c ?? 0;
    if (item.Line_Type__c == 'Product') pieces += item.Reversed_Quantity__c ?? 0;
  }
  Assert.areEqual(ofParts, amount, 'lines');
  Assert.areEqual(3 + pieces, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c, 'shelf');`;

test('two clerks refund the same line at once: one is done, the other reads that nothing is left', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [refund('ada', 2), refund('bob', 2)], {
    allowedErrors: [/Only 0 of 2/],
    invariant: [...SOUND, BOOKED, "Assert.areEqual(1, [SELECT COUNT() FROM Refund__c], 'refunds');"],
  });
});

test('two clerks refund a piece each: both are done', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [refund('ada'), refund('bob')], {
    invariant: [...SOUND, BOOKED, "Assert.areEqual(2, [SELECT COUNT() FROM Refund__c], 'refunds');"],
  });
});

test('a second click gives one refund', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [refund('ada'), refund('ada')], {
    invariant: [...SOUND, BOOKED, "Assert.areEqual(1, [SELECT COUNT() FROM Refund__c], 'refunds');"],
  });
});

test('one refunds while another cancels: all goes back once', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [refund('ada'), cancel], {
    allowedErrors: [/Only 0 of 2/],
    invariant: [
      ...SOUND,
      BOOKED,
      `Assert.areEqual('Cancelled', [SELECT Fulfillment_Status__c FROM Order].Fulfillment_Status__c);
       Assert.areEqual('Refunded', [SELECT Status__c FROM Payment__c].Status__c);`,
    ],
  });
});

const resume = (org: Org, { token }: Shopper): void => {
  org.runAnonymous(`ResumeInput input = new ResumeInput();
    input.placementKey = '${key(1)}';
    input.testOutcome = TestPaymentAdapter.REDIRECT;
    CheckoutController.resumePayment('race', '${token}', input);`);
};

/** An order that was paid on the page of a provider, and a refund of a piece that waits for it. */
function begun(org: Org): { partId: string; orderId: string } {
  const ada = shopper(org, 'ada@example.com', 2);
  reserve(org, ada, key(1), 15);
  resume(org, ada);
  org.runAnonymous(
    "TestPaymentController.decide([SELECT Reference__c FROM Test_Charge__c].Reference__c, 'approve', null);",
  );
  resume(org, ada);
  org.runPendingWork();
  org.runAnonymous((refund('ada') as { apex: string }).apex);
  const partId = org.query('SELECT Id FROM Refund_Part__c')[0]!.Id as string;
  return { partId, orderId: org.query('SELECT Id FROM Order')[0]!.Id as string };
}
const GIVEN_ONCE = `
  Assert.areEqual(1, [SELECT COUNT() FROM Test_Charge__c WHERE Status__c = 'Refunded'], 'the provider gave back once');
  Assert.areEqual('Completed', [SELECT Status__c FROM Refund_Part__c].Status__c);
  Assert.areEqual('Completed', [SELECT Status__c FROM Refund__c].Status__c);
  Assert.areEqual('Partially Refunded', [SELECT Status__c FROM Payment__c].Status__c);`;

test('page and job carry out the same part at once: the money goes back once', async () => {
  const org = shop();
  const { partId } = begun(org);
  const carryOut = { apex: `RefundPayout.carryOut('${partId}');` };
  await holds(org, [carryOut, carryOut], {
    // The stand-in keeps its memory in a record with a unique key; a provider would answer the second call with the first.
    allowedErrors: [/DUPLICATE_VALUE/],
    invariant: [...SOUND, BOOKED, GIVEN_ONCE],
  });
});

test('wherever a partial refund is cut off, asking again gives back once and loses nothing', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  const whole = await crash(org, refund('ada'), {
    retry: true,
    invariant: [...SOUND, BOOKED, "Assert.areEqual(1, [SELECT COUNT() FROM Refund__c], 'refunds');"],
  });
  assert.equal(whole.failure, null);
  const other = shop();
  const { partId, orderId } = begun(other);
  const part = await crash(
    other,
    { method: 'OrderRefundController.carryOut', args: [orderId, partId] },
    { retry: true, invariant: [...SOUND, BOOKED, GIVEN_ONCE] },
  );
  assert.equal(part.failure, null);
  assert.ok(whole.boundaries.length + part.boundaries.length >= 6);
});

const MACHINE = { path: 'force-app/core/classes/StateMachine.cls', lock: " +\n                ' FOR UPDATE'" };
const GATEWAY = { path: 'force-app/refunds/classes/RefundGateway.cls', lock: '\n            FOR UPDATE' };
const goodwill: RaceEntry = {
  name: 'goodwill',
  apex: `RefundInput input = new RefundInput(); input.key = 'g'; input.goodwill = 5;
    RefundService.start(${ORDER}, input, 'Refund');`,
};

for (const { name, lock, provider, entries, allowed } of [
  {
    name: 'sent and cancelled',
    lock: MACHINE,
    provider: 'Test' as const,
    entries: [fulfil, cancel],
    allowed: /cannot go from|sent and cannot be cancelled/,
  },
  {
    name: 'given up and captured',
    lock: GATEWAY,
    provider: 'Manual' as const,
    entries: [goodwill, capture],
    allowed: /never/,
  },
])
  test(`an order is ${name} at once: right with the lock, wrong without`, async () => {
    const outcome = async (directory: string): Promise<unknown> => {
      const org = shop(directory);
      placed(org, provider, 2);
      const invariant = [
        ...SOUND,
        `Order placed = [SELECT Fulfillment_Status__c, Payment_Status__c FROM Order];
        Assert.isFalse(placed.Fulfillment_Status__c == 'Fulfilled' && placed.Payment_Status__c == 'Refunded', 'sent and refunded');`,
      ];
      return (await race(org, entries, { seeds: 30, allowedErrors: [allowed], invariant })).failure;
    };
    assert.equal(await outcome(project), null);
    assert.notEqual(await outcome(without(lock.path, lock.lock)), null, 'no seed notices that the lock is missing');
  });

test('a transfer arrives while a piece of its order goes back: what the shop has is what the rest costs', async () => {
  const org = shop();
  placed(org, 'Manual', 2);
  await holds(org, [capture, refund('ada')], {
    invariant: [
      ...SOUND,
      `Decimal back = 0;
       for (OrderItem item : [SELECT Reversed_Amount__c FROM OrderItem]) back += item.Reversed_Amount__c ?? 0;
       Payment__c payment = [SELECT Amount__c, Refunded_Amount__c, Status__c FROM Payment__c];
       Assert.areEqual([SELECT Grand_Total__c FROM Order].Grand_Total__c - back, payment.Amount__c - (payment.Refunded_Amount__c ?? 0));
       Assert.isTrue(payment.Status__c == 'Captured' || payment.Status__c == 'Partially Refunded', payment.Status__c);
       Assert.areEqual('Completed', [SELECT Status__c FROM Refund__c].Status__c);
       Assert.areEqual(4, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c);`,
    ],
  });
});
