/**
 * Invoices of orders that are paid at the same moment, and credit notes of what is refunded of them: series without a gap, a number once,
 * an invoice for each order and a credit note for each refund once.
 */
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
  const org = shop(without('force-app/orders/classes/InvoiceGateway.cls', 'FOR UPDATE', 3));
  const { failure } = await race(org, ENTRIES, { seeds: SEEDS, invariant: [...SOUND, GAPLESS] });
  assert.ok(failure, 'the race notices that nothing is locked');
});

/** Refunds a piece of the n-th buyer's order. Whether it is billed already differs from run to run. */
const refunding = (n: number, amount: string): RaceEntry => ({
  name: `refund ${n}, ${amount}`,
  apex: `
    Order placed = [SELECT Id FROM Order WHERE Email__c = 'buyer${n}@example.com'];
    RefundInput input = new RefundInput();
    input.key = 'race-${n}-${amount}';
    input.goodwill = ${amount};
    RefundService.start(placed.Id, input, 'Refund');
    InvoiceIssuer.issue(new Set<Id>{ placed.Id });`,
});
const CREDITED = `
  for (Invoice_Series__c series : [SELECT Id, Kind__c, Next_Number__c FROM Invoice_Series__c]) {
    Integer expected = 1;
    for (Invoice__c document : [SELECT Number__c FROM Invoice__c WHERE Series__c = :series.Id ORDER BY Number__c])
      Assert.areEqual(expected++, document.Number__c.intValue(), series.Kind__c + ': no gap, and no number twice');
    Assert.areEqual(expected, series.Next_Number__c.intValue(), series.Kind__c);
  }
  for (Order placed : [SELECT Id, Grand_Total__c, (SELECT Amount__c FROM Refunds__r), (SELECT Refund__c, Grand_Total__c FROM Invoices__r) FROM Order]) {
    Decimal kept = placed.Grand_Total__c;
    for (Refund__c refund : placed.Refunds__r) kept -= refund.Amount__c;
    Integer invoices = 0;
    for (Invoice__c document : placed.Invoices__r) {
      kept -= document.Refund__c == null ? document.Grand_Total__c : -document.Grand_Total__c;
      invoices += document.Refund__c == null ? 1 : 0;
    }
    Assert.areEqual(1, invoices, 'each order has one invoice');
    Assert.areEqual(0, kept, 'invoice less credit notes is what was kept');
  }`;

test('orders are billed and refunded at once: neither series has a gap, and each refund is credited once', async () => {
  const entries = [...ENTRIES, refunding(1, '0.10'), refunding(1, '0.20'), refunding(2, '0.30')];
  const { failure } = await race(shop(), entries, { seeds: SEEDS, invariant: [...SOUND, CREDITED] });
  assert.equal(failure && formatFailure(failure), null);
});
