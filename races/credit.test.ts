/** Credit is spent once, and a limit is reached once, whoever comes first. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formatFailure, race, type Org, type RaceEntry } from '../orglet/index.js';
import { removeCopies, without } from './support/locks.js';
import { key, openShop, shopper, SOUND, type Shopper } from './support/shop.js';

/** `RACE_SEEDS=200 npm test -- races` tries more. */
const SEEDS = Number(process.env.RACE_SEEDS ?? 4);
after(removeCopies);

const KNOWN = `
  Store__c store = StoreGateway.get('race');
  Contact ada = [SELECT Id, AccountId, Email, Email_Unproven__c FROM Contact WHERE LastName = 'Lovelace'];`;

/** A shop with a member whose account has 20 of credit, which she may use, and may owe 40. An order is 25.90. */
function shop(projectDir?: string): Org {
  const org = openShop(9, projectDir ? { projectDir } : {});
  org.runAnonymous(`
    Account company = new Account(Name = 'Lovelace', Pay_By_Account__c = true, Credit_Limit__c = 40);
    insert company;
    insert new Contact(LastName = 'Lovelace', Email = 'ada@example.com', AccountId = company.Id,
      Can_Use_Account_Credit__c = true, Can_Purchase_For_Account__c = true);
    Store__c store = StoreGateway.get('race');
    insert new Payment_Provider__c(Name = 'On account', Type__c = 'Manual', Active__c = true, For_Accounts_Only__c = true,
      Store__c = store.Id, Account_Holder__c = 'Race', Account_Number__c = 'US-4410-7788');
    CreditInput input = new CreditInput();
    input.storeId = store.Id;
    input.amount = 20;
    input.kind = 'Gift';
    input.reason = 'Welcome';
    input.key = 'welcome';
    new CreditDesk(company.Id).give(input);
  `);
  org.runPendingWork();
  return org;
}

/** A cart of the member that 20 of credit are to pay, and the rest a card. */
function creditCart(org: Org): Shopper {
  const cart = shopper(org, 'ada@example.com');
  org.runAnonymous(`
    Id cartId = CartGateway.find(StoreGateway.get('race').Id, new CartToken('${cart.token}')).Id;
    insert new Cart_Tender__c(Cart__c = cartId, Type__c = 'Credit', Source__c = [SELECT Id FROM Credit_Account__c].Id,
      Position__c = 0, Key__c = cartId + ':C');`);
  return cart;
}

/** A cart of the member that her account is to pay. */
function accountCart(org: Org): Shopper {
  const cart = shopper(org, 'ada@example.com');
  org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    update new Cart__c(Id = CartGateway.find(store.Id, new CartToken('${cart.token}')).Id,
      Payment_Provider__c = [SELECT Id FROM Payment_Provider__c WHERE For_Accounts_Only__c = TRUE].Id);`);
  return cart;
}

/** She orders, having seen that so much is left to pay. */
const ordering = ({ token }: Shopper, placementKey: string, seen: number): RaceEntry => ({
  name: `order ${placementKey.slice(-1)}`,
  apex: `${KNOWN}
    StoreVisit visit = new StoreVisit(store, Shopper.known(ada, true));
    PlaceInput input = new PlaceInput();
    input.placementKey = '${placementKey}';
    input.termsAccepted = true;
    input.testOutcome = 'approve';
    input.expectedOpen = ${seen};
    input.expectedTotal = CartPricer.price(visit, CartGateway.find(store.Id, new CartToken('${token}'))).prices.grandTotal;
    new PlacementService(visit, '${token}').place(input);`,
});

const GONE = /was used just now|Nothing is left of “/;
const SPENT_ONCE = `
  Credit_Account__c credit = [SELECT Id, Balance__c, Held__c FROM Credit_Account__c];
  Assert.areEqual(0, credit.Balance__c);
  Assert.areEqual(0, credit.Held__c);
  Assert.areEqual(1, [SELECT COUNT() FROM Order WHERE StatusCode = 'Activated'], 'orders');
  Assert.areEqual(1, [SELECT COUNT() FROM Payment__c WHERE Tender_Type__c = 'Credit'], 'payments');
  Assert.isTrue(new LedgerAudit(new CreditLedger()).differences(new Set<Id>{ credit.Id }).isEmpty(), 'movements prove it');`;

test('two devices spend the last credit: one order stands, the other device reads that it is gone', async () => {
  const org = shop();
  const orders = [1, 2].map((n) => ordering(creditCart(org), key(n), 5.9));
  const { failure } = await race(org, orders, {
    seeds: SEEDS,
    allowedErrors: [GONE],
    invariant: [...SOUND, SPENT_ONCE],
  });
  assert.equal(failure && formatFailure(failure), null);
});

/** Staff take all of it. */
const deduct: RaceEntry = {
  name: 'deduct',
  apex: `LedgerService.post(new CreditLedger(), CreditLedger.DEDUCT,
    new Map<Id, Decimal>{ [SELECT Id FROM Credit_Account__c].Id => 20 }, new LedgerReference('staff'));`,
};
const TAKEN_ONCE = `
  Credit_Account__c credit = [SELECT Id, Balance__c, Held__c FROM Credit_Account__c];
  Assert.areEqual(0, credit.Balance__c);
  Assert.areEqual(0, credit.Held__c);
  Assert.isTrue(new LedgerAudit(new CreditLedger()).differences(new Set<Id>{ credit.Id }).isEmpty(), 'movements prove it');`;

test('without the lock of the credit it would be gone twice', async () => {
  const org = shop(without('force-app/ledger/classes/LedgerGateway.cls', " + ' FOR UPDATE'"));
  const { failure } = await race(org, [ordering(creditCart(org), key(1), 5.9), deduct], {
    seeds: 20,
    allowedErrors: [GONE, /not enough left/],
    invariant: [TAKEN_ONCE],
  });
  assert.notEqual(failure, null);
});

const endAll: RaceEntry = {
  name: 'expiry',
  apex: `LedgerService.expire(new CreditLedger(), new Map<Id, Credit_Account__c>([SELECT Id FROM Credit_Account__c]).keySet(), System.now());`,
};

test('credit ends while it is spent and given back: what was spent comes back, what had ended is gone', async () => {
  const org = shop();
  const first = creditCart(org);
  org.runAnonymous(ordering(first, key(1), 5.9).apex!);
  org.runPendingWork();
  // The 20 are spent; 7 of 9 more have ended by now, and another order waits for the rest.
  org.runAnonymous(`
    CreditLedger ledger = new CreditLedger();
    Id creditId = [SELECT Id FROM Credit_Account__c].Id;
    LedgerPosting posting = new LedgerPosting(ledger, LedgerGateway.lock(ledger, new Set<Id>{ creditId }), new LedgerReference('more'));
    posting.open(CreditLedger.GIVE, creditId, 7, System.now().addDays(-1), 'ended');
    posting.open(CreditLedger.GIVE, creditId, 2, null, 'stays');
    posting.save();`);
  const cart = creditCart(org);
  org.runAnonymous(
    'update new Cart_Tender__c(Id = [SELECT Id FROM Cart_Tender__c ORDER BY CreatedDate DESC, Id DESC LIMIT 1].Id, Wanted_Amount__c = 2);',
  );
  const refund: RaceEntry = {
    name: 'refund',
    apex: `RefundInput input = new RefundInput();
      input.key = 'all';
      input.everything = true;
      RefundService.start([SELECT Id FROM Order WHERE Placement_Key__c = '${key(1)}'].Id, input, 'Refund');`,
  };
  const { failure } = await race(org, [endAll, refund, ordering(cart, key(2), 23.9)], {
    seeds: SEEDS,
    allowedErrors: [GONE],
    invariant: [
      ...SOUND,
      `Credit_Account__c credit = [SELECT Id, Balance__c, Held__c FROM Credit_Account__c];
       Assert.areEqual(20, credit.Balance__c, 'two are spent, seven have ended, twenty are back');
       Assert.areEqual(0, credit.Held__c);
       Map<String, Decimal> moved = new Map<String, Decimal>();
       for (AggregateResult sum : [SELECT Type__c kind, SUM(Amount__c) amount FROM Credit_Entry__c GROUP BY Type__c])
         moved.put((String) sum.get('kind'), (Decimal) sum.get('amount'));
       Assert.areEqual(7, moved.get('Expire'));
       Assert.areEqual(20, moved.get('Return'));
       Assert.areEqual(22, moved.get('Spend'));
       Assert.isTrue(new LedgerAudit(new CreditLedger()).differences(new Set<Id>{ credit.Id }).isEmpty(), 'movements prove it');`,
    ],
  });
  assert.equal(failure && formatFailure(failure), null);
});

const OWED_ONCE = `
  Assert.areEqual(1, [SELECT COUNT() FROM Order WHERE StatusCode = 'Activated'], 'orders');
  Assert.areEqual(25.90, OnAccountGateway.owed([SELECT Id FROM Account WHERE Name = 'Lovelace'].Id, 'USD'), 'owed');`;

/** Two orders on account, of a buyer whose limit is enough for one. @returns what went wrong, or null */
async function twoOwed(projectDir?: string): Promise<string | null> {
  const org = shop(projectDir);
  const orders = [1, 2].map((n) => ordering(accountCart(org), key(n), 25.9));
  const { failure } = await race(org, orders, {
    seeds: projectDir ? 20 : SEEDS,
    allowedErrors: [/of the credit limit of/],
    invariant: [...SOUND, OWED_ONCE],
  });
  return failure && formatFailure(failure);
}

test('two orders of an account spend the last of its limit: one stands, the other is told what is left', async () => {
  assert.equal(await twoOwed(), null);
});

test('without the lock of the account both would be owed', async () => {
  // Each of the three waits for the account of the same buyer.
  const failure = await twoOwed(without('force-app/customers/classes/CustomerGateway.cls', 'FOR UPDATE', 3));
  assert.match(failure ?? 'no seed notices that the lock is missing', /Assertion Failed: (?:orders|owed)/);
});

/** Two orders that Ada's own credit and her account's paid, in another order each, and a refund of each. */
function refunds(projectDir?: string): { org: Org; entries: RaceEntry[] } {
  const org = shop(projectDir);
  org.runAnonymous(`${KNOWN}
    CreditInput own = new CreditInput();
    own.storeId = store.Id;
    own.amount = 20;
    own.kind = 'Gift';
    own.reason = 'Welcome';
    own.key = 'own';
    new CreditDesk(ada.Id).give(own);`);
  const entries = [1, 2].map((n) => {
    const cart = shopper(org, 'ada@example.com');
    org.runAnonymous(`
      Id cartId = CartGateway.find(StoreGateway.get('race').Id, new CartToken('${cart.token}')).Id;
      List<Cart_Tender__c> tenders = new List<Cart_Tender__c>();
      for (Credit_Account__c credit : [SELECT Id FROM Credit_Account__c ORDER BY Id ${n === 1 ? 'ASC' : 'DESC'}])
        tenders.add(new Cart_Tender__c(Cart__c = cartId, Type__c = 'Credit', Source__c = credit.Id, Wanted_Amount__c = 10,
          Position__c = tenders.size(), Key__c = cartId + ':' + tenders.size()));
      insert tenders;`);
    org.runAnonymous(ordering(cart, key(n), 5.9).apex!);
    org.runPendingWork();
    const [order] = org.query('SELECT Id FROM Order ORDER BY CreatedDate DESC, OrderNumber DESC LIMIT 1');
    return {
      name: `refund ${n}`,
      apex: `RefundInput input = new RefundInput();
        input.key = 'all';
        input.everything = true;
        RefundService.start('${order!.Id}', input, 'Refund');`,
    };
  });
  return { org, entries };
}

const ALL_BACK = `
  for (Credit_Account__c credit : [SELECT Id, Balance__c, Held__c FROM Credit_Account__c]) {
    Assert.areEqual(20, credit.Balance__c, 'all of it is back');
    Assert.areEqual(0, credit.Held__c);
    Assert.isTrue(new LedgerAudit(new CreditLedger()).differences(new Set<Id>{ credit.Id }).isEmpty(), 'movements prove it');
  }
  Assert.areEqual(2, [SELECT COUNT() FROM Refund__c], 'refunds');`;

test('two refunds give back to the same two credits at once: neither waits for the other for ever', async () => {
  const { org, entries } = refunds();
  const { failure } = await race(org, entries, { seeds: 2 * SEEDS, invariant: [...SOUND, ALL_BACK] });
  assert.equal(failure && formatFailure(failure), null);
});

test('without their turns each would hold the credit that the other one waits for', async () => {
  const { org, entries } = refunds(
    without('force-app/refunds/classes/RefundPayout.cls', 'sorted.sort(new ByTurn(payments, parts));'),
  );
  const { failure } = await race(org, entries, { seeds: 20, invariant: [...SOUND, ALL_BACK] });
  assert.notEqual(failure, null);
});
