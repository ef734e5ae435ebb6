/** Vouchers: two devices and their last money, the job that ends them, and refunds that come back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { key, openShop, ordering, shopper, SOUND } from './support/shop.js';

const CODE = 'ABCDEFGHJKLMNPQR';
const SEEDS = Number(process.env.RACE_SEEDS ?? 25);

/** A shop with a gift card over that amount, and carts of 25.90 that it pays. */
function arrange(
  amount: number,
  emails: string[],
  expiresInMinutes: number | null = null,
): { org: Org; orders: RaceEntry[] } {
  const org = openShop(9);
  org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    Voucher__c card = new Voucher__c(Store__c = store.Id, Issuing_Store__c = store.Id, Kind__c = 'Sold', Currency_Code__c = 'USD',
      Activated_At__c = System.now());
    VoucherCode.put('${CODE}', card);
    VoucherService.issue(new List<Voucher__c>{ card }, new List<Decimal>{ ${amount} }, store);
  `);
  const orders = emails.map((email, n) => {
    const buyer = shopper(org, email);
    org.runAnonymous(`
      TenderInput input = new TenderInput();
      input.type = 'Voucher';
      input.source = '${CODE}';
      CheckoutController.addTender('race', '${buyer.token}', input);
    `);
    return ordering(org, buyer, key(n));
  });
  if (expiresInMinutes !== null)
    org.runAnonymous(`VoucherGateway.save(new List<Voucher__c>{ new Voucher__c(Id = [SELECT Id FROM Voucher__c].Id,
      Expires_At__c = System.now().addMinutes(${expiresInMinutes})) });`);
  return { org, orders };
}

async function holds(org: Org, entries: RaceEntry[], options: RaceOptions): Promise<void> {
  const { failure } = await race(org, entries, { seeds: SEEDS, ...options });
  assert.equal(failure && formatFailure(failure), null);
}

const PROVEN = `Assert.isTrue(new LedgerAudit(new VoucherLedger())
  .differences(new Map<Id, Voucher__c>([SELECT Id FROM Voucher__c]).keySet()).isEmpty(), 'balances are their movements');`;

test('two devices spend the last money of a card: one pays with it, the other is told', async () => {
  const { org, orders } = arrange(25.9, ['ada@example.com', 'bob@example.com']);
  const first = new Set<number>();
  await holds(org, orders, {
    // Told by the lock, or by what was read: empty by now.
    allowedErrors: [/"code":"PAYMENT_DECLINED"/, /"code":"TENDER_NOT_USABLE"/, /"code":"OVERDRAWN"/],
    invariant: [
      ...SOUND,
      PROVEN,
      `Voucher__c card = [SELECT Balance__c, Held__c FROM Voucher__c];
       Assert.areEqual(0, card.Balance__c, 'balance');
       Assert.areEqual(0, card.Held__c, 'held');
       Assert.areEqual(1, [SELECT COUNT() FROM Payment__c WHERE Tender_Type__c = 'Voucher'], 'spent once');
       Assert.areEqual(1, [SELECT COUNT() FROM Order], 'orders');`,
    ],
    check({ outcomes }) {
      first.add(outcomes.findIndex(({ error }) => error === null));
      return null;
    },
  });
  assert.deepEqual([...first].sort(), [0, 1], 'either may be the first');
});

test('the job that ends a card and somebody who pays with it: all of it goes once', async () => {
  const { org, orders } = arrange(40, ['ada@example.com'], 60);
  const ending: RaceEntry = {
    name: 'the card ends',
    apex: `Id cardId = [SELECT Id FROM Voucher__c].Id;
      VoucherService.expire(new Set<Id>{ cardId }, System.now().addMinutes(120));`,
  };
  await holds(org, [orders[0]!, ending], {
    allowedErrors: [/"code":"PAYMENT_DECLINED"/, /"code":"TENDER_NOT_USABLE"/, /"code":"OVERDRAWN"/],
    invariant: [
      ...SOUND,
      PROVEN,
      `Voucher__c card = [SELECT Balance__c, Held__c FROM Voucher__c];
       Assert.areEqual(0, card.Balance__c, 'nothing is left, and nothing is missing');
       Assert.areEqual(0, card.Held__c, 'held');`,
    ],
  });
});
