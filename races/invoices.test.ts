/** Invoices of orders that are paid at the same moment: a series without a gap, a number once, an invoice for each order once. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formatFailure, race, type Org, type RaceEntry } from '../orglet/index.js';
import { removeCopies, without } from './support/locks.js';
import { key, openShop, shopper, SOUND } from './support/shop.js';

/** `RACE_SEEDS=200 npm test -- races` tries more. */
const SEEDS = Number(process.env.RACE_SEEDS ?? 20);
const ORDERS = 3;
after(removeCopies);

/** A shop whose orders wait for their invoices. @param directory copy of the package, or none */
function shop(directory?: string): Org {
  const org = openShop(9, directory ? { projectDir: directory } : {});
  for (let n = 1; n <= ORDERS; n++) {
    const { token } = shopper(org, `buyer${n}@example.com`, 1);
    org.runAnonymous(`
      Store__c store = StoreGateway.get('race');
      Cart__c cart = CartGateway.find(store.Id, new CartToken('${token}'));
      update new Cart__c(Id = cart.Id, Payment_Provider__c = [SELECT Id FROM Payment_Provider__c WHERE Store__c = :store.Id AND Type__c = 'Manual'].Id);
      PlaceInput input = new PlaceInput();
      input.placementKey = '${key(n)}';
      input.termsAccepted = true;
      input.expectedTotal = CartPricer.price(StoreVisit.guest(store), CartGateway.find(store.Id, new CartToken('${token}'))).prices.grandTotal;
      new PlacementService(StoreVisit.guest(store), '${token}').place(input);
    `);
  }
  org.runPendingWork();
  org.runAnonymous(`
    List<Order> due = new List<Order>();
    for (Order placed : [SELECT Id FROM Order]) due.add(new Order(Id = placed.Id, Invoice_Due__c = true));
    update due;
  `);
  return org;
}

/** Bills the n-th buyer's order, or all of them. */
const billing = (name: string, condition: string): RaceEntry => ({
  name,
  apex: `InvoiceIssuer.issue(new Map<Id, Order>([SELECT Id FROM Order WHERE ${condition}]).keySet());`,
});
const ENTRIES = [
  billing('first', "Email__c = 'buyer1@example.com'"),
  billing('second', "Email__c = 'buyer2@example.com'"),
  billing('all', 'Store__c != NULL'),
];
const GAPLESS = `
  Integer expected = 1;
  for (Invoice__c invoice : [SELECT Number__c FROM Invoice__c ORDER BY Number__c])
    Assert.areEqual(expected++, invoice.Number__c.intValue(), 'no gap, and no number twice');
  Assert.areEqual(${ORDERS + 1}, expected, 'each order has one');
  Assert.areEqual(${ORDERS + 1}, [SELECT Next_Number__c FROM Invoice_Series__c].Next_Number__c);
  Assert.areEqual(0, [SELECT COUNT() FROM Order WHERE Invoice_Due__c = TRUE]);`;

test('orders are billed at once: the series has no gap, and each order has one invoice', async () => {
  const { failure } = await race(shop(), ENTRIES, { seeds: SEEDS, invariant: [...SOUND, GAPLESS] });
  assert.equal(failure && formatFailure(failure), null);
});

test('without the locks of the series and of the orders it goes wrong', async () => {
  const org = shop(without('force-app/orders/classes/InvoiceGateway.cls', 'FOR UPDATE', 2));
  const { failure } = await race(org, ENTRIES, { seeds: SEEDS, invariant: [...SOUND, GAPLESS] });
  assert.ok(failure, 'the race notices that nothing is locked');
});
