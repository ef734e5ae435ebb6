/** People at the shelves and at the desk at once: nothing leaves twice, and no piece is lost. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { crash, formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { removeCopies, without } from './support/locks.js';
import { key, openShop, ordering, placed, shopper, SOUND } from './support/shop.js';

const project = process.env.PROJECT!;
/** `RACE_SEEDS=200 npm test -- races` tries more. */
const SEEDS = Number(process.env.RACE_SEEDS ?? 20);
const shop = (directory?: string): Org => openShop(5, directory ? { projectDir: directory } : {});
after(removeCopies);

async function holds(org: Org, entries: RaceEntry[], options: RaceOptions): Promise<void> {
  const { failure } = await race(org, entries, { seeds: SEEDS, ...options });
  assert.equal(failure && formatFailure(failure), null);
}

const ORDER = '[SELECT Id FROM Order].Id';
const PLACE = '[SELECT Id FROM Stock_Location__c LIMIT 1].Id';
const claim = { name: 'claim', apex: `Picks.claim(new Set<Id>{ ${ORDER} }, ${PLACE});` };
const cancel = { name: 'cancel', apex: `OrderService.cancel(${ORDER}, 'x');` };
/** Sends some pieces. @param by who clicks: the same name has the same key */
const send = (by: string, quantity: number): RaceEntry => ({
  name: `send by ${by}`,
  apex: `ShipmentInput parcel = new ShipmentInput();
    parcel.key = '${by}';
    parcel.lines = new List<ShipmentInput.Line>{
      new ShipmentInput.Line([SELECT Id FROM OrderItem WHERE Line_Type__c = 'Product'].Id, ${quantity}) };
    OrderService.fulfil(${ORDER}, parcel);`,
});
/** What left is what the parcels hold and what the line says, and never more than was ordered. */
const SENT = `
  Decimal inParcels = 0;
  for (Shipment_Item__c line : [SELECT Quantity__c FROM Shipment_Item__c]) inParcels += line.Quantity__c;
  OrderItem item = [SELECT Quantity, Sent_Quantity__c, Reversed_Quantity__c FROM OrderItem WHERE Line_Type__c = 'Product'];
  Assert.areEqual(inParcels, item.Sent_Quantity__c ?? 0, 'parcels');
  Assert.isTrue(inParcels + (item.Reversed_Quantity__c ?? 0) <= item.Quantity, 'never sent and given back');
  String state = [SELECT Fulfillment_Status__c FROM Order].Fulfillment_Status__c;`;

test('two pickers take the same order: one of them has it', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [claim, claim], {
    invariant: [...SOUND, "Assert.areEqual(1, [SELECT COUNT() FROM Pick__c WHERE Status__c = 'Claimed']);"],
  });
});

test('a picker sends while the order is cancelled: it is sent, or cancelled with its pieces back', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  org.runAnonymous(`${claim.apex}
    update new Pick_Line__c(Id = [SELECT Id FROM Pick_Line__c].Id, Picked__c = 2);`);
  await holds(org, [{ name: 'finish', apex: 'Picks.finish([SELECT Id FROM Pick__c].Id, null);' }, cancel], {
    allowedErrors: [/cannot go from|sent and cannot be cancelled/],
    invariant: [
      ...SOUND,
      SENT,
      `Assert.areEqual(state == 'Fulfilled' ? 3 : 5, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c, state);
       Assert.areEqual(state == 'Fulfilled' ? 1 : 0, [SELECT COUNT() FROM Shipment__c]);`,
    ],
  });
});

test('two clerks send the last piece: it leaves once', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [send('ada', 1), send('bob', 2)], {
    allowedErrors: [/Check the marked|Only|left to send|cannot go from/],
    invariant: [...SOUND, SENT],
  });
});

test('a second click sends one parcel', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [send('ada', 1), send('ada', 1)], {
    invariant: [...SOUND, SENT, 'Assert.areEqual(1, [SELECT COUNT() FROM Shipment__c]);'],
  });
});

const refund: RaceEntry = {
  name: 'refund',
  apex: `RefundInput input = new RefundInput();
    input.key = 'r';
    input.reason = 'x';
    input.lines = new List<RefundInput.Line>{
      new RefundInput.Line([SELECT Id FROM OrderItem WHERE Line_Type__c = 'Product'].Id, 2) };
    OrderService.refund(${ORDER}, input);`,
};

test('goods are sent while they are refunded: the order ends in one state, and a promise is kept or given back', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [send('ada', 1), refund], {
    allowedErrors: [/Check the marked|Only|left to send|cannot go from/],
    invariant: [
      ...SOUND,
      `String state = [SELECT Fulfillment_Status__c FROM Order].Fulfillment_Status__c;
       Integer parcels = [SELECT COUNT() FROM Shipment__c];
       Assert.areEqual(parcels == 0 ? 'Cancelled' : 'Fulfilled', state);`,
    ],
  });
});

test('a place is counted while it sells: the difference is booked, and the sale stays', async () => {
  const org = shop();
  org.runAnonymous(`Stocktakes.start(${PLACE}, false);`);
  const count = {
    name: 'count',
    apex: `Id stocktakeId = [SELECT Id FROM Stocktake__c].Id;
      Stocktakes.count(stocktakeId, [SELECT Id FROM Stocktake_Line__c].Id, 4);
      Stocktakes.apply(stocktakeId);`,
  };
  await holds(org, [count, ordering(org, shopper(org, 'ada@example.com'), key(1))], {
    invariant: [
      ...SOUND,
      `Assert.areEqual(1, [SELECT COUNT() FROM Order]);
       Assert.areEqual(3, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c, 'one was sold, one was missing');`,
    ],
  });
});

test('an order is handed over while it is cancelled: the customer has it, or their money', async () => {
  const org = shop();
  placed(org, 'Test', 1);
  org.runAnonymous(`Order placed = [SELECT Id FROM Order];
    OwnWrites.save(new Order(Id = placed.Id, Collection_Location__c = ${PLACE}, Collection_Status__c = 'Waiting'));
    Collections.ready(placed.Id);`);
  const handOver = {
    name: 'hand over',
    apex: `Collections.handOver(${ORDER}, [SELECT Collection_Code__c FROM Order].Collection_Code__c, 'Ada', null);`,
  };
  await holds(org, [handOver, cancel], {
    allowedErrors: [/cannot go from|sent and cannot be cancelled|cannot be/],
    invariant: [
      ...SOUND,
      `Order placed = [SELECT Fulfillment_Status__c, Collection_Status__c, Payment_Status__c FROM Order];
       Boolean collected = placed.Collection_Status__c == 'Collected';
       Assert.areEqual(collected ? 'Fulfilled' : 'Cancelled', placed.Fulfillment_Status__c);
       Assert.areEqual(collected ? 'Paid' : 'Refunded', placed.Payment_Status__c);`,
    ],
  });
});

test('wherever a short pick is cut off, asking again sends once and writes off once', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  org.runAnonymous(`${claim.apex}
    update new Pick_Line__c(Id = [SELECT Id FROM Pick_Line__c].Id, Picked__c = 1);`);
  const { failure } = await crash(
    org,
    { name: 'finish', apex: 'Picks.finish([SELECT Id FROM Pick__c].Id, null);' },
    {
      retry: true,
      invariant: [
        ...SOUND,
        SENT,
        `Assert.areEqual(1, [SELECT COUNT() FROM Shipment__c]);
         Assert.areEqual(-1, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c);`,
      ],
    },
  );
  assert.equal(failure, null);
});

const LOCK = " +\n                ' FOR UPDATE'";
test('an order leaves in parcels from two desks: right with the lock, wrong without', async () => {
  const outcome = async (directory: string): Promise<unknown> => {
    const org = shop(directory);
    placed(org, 'Test', 2);
    const allowedErrors = [/Check the marked|Only|left to send|cannot go from/];
    return (
      await race(org, [send('ada', 2), send('bob', 2)], { seeds: 30, allowedErrors, invariant: [...SOUND, SENT] })
    ).failure;
  };
  assert.equal(await outcome(project), null);
  assert.notEqual(
    await outcome(without('force-app/core/classes/StateMachine.cls', LOCK)),
    null,
    'no seed notices that the lock is missing',
  );
});
