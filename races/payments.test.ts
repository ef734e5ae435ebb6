import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crash, type CrashOptions, type Org, type RaceEntry } from '../orglet/index.js';
import { Provider } from './support/provider.js';
import { key, openShop, ordering, resuming, shopper, SOUND, type Shopper } from './support/shop.js';

const project = process.env.PROJECT!;
let provider: Provider;
let directory: string;

/** What the org needs beside the package: where the provider is, and the tender types of the test among the registered. */
function surroundings(): void {
  directory = mkdtempSync(join(tmpdir(), 'storehouse-payments-'));
  mkdirSync(join(directory, 'namedCredentials'));
  writeFileSync(
    join(directory, 'namedCredentials', 'Race_Pay.namedCredential-meta.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>
<NamedCredential xmlns="http://soap.sforce.com/2006/04/metadata"><endpoint>${provider.url}</endpoint><label>Race Pay</label></NamedCredential>`,
  );
  const registry = join('force-app', 'checkout', 'classes', 'TenderTypes.cls');
  mkdirSync(join(directory, 'classes'));
  const source = readFileSync(join(project, registry), 'utf8');
  // Before the package's own of that name.
  const registered = source.replace(
    /new List<String>\{\s*/,
    "new List<String>{ 'RaceVoucherTender', 'RacePointsTender', ",
  );
  assert.notEqual(registered, source);
  writeFileSync(join(directory, 'classes', 'TenderTypes.cls'), registered);
  writeFileSync(
    join(directory, 'classes', 'TenderTypes.cls-meta.xml'),
    readFileSync(join(project, `${registry}-meta.xml`), 'utf8'),
  );
}

before(async () => {
  provider = await Provider.open();
  surroundings();
});
after(() => {
  provider.close();
  rmSync(directory, { recursive: true, force: true });
});

/** A shop with one lamp whose shopper pays with the provider outside. @param purses what the shopper pays with before */
function shop(purses: Record<string, number> = {}): { org: Org; ada: Shopper } {
  const sourceDirs = ['force-app', 'subscriber-config', 'site-template', join('races', 'apex'), directory];
  const org = openShop(1, { sourceDirs, callouts: true });
  const ada = shopper(org, 'ada@example.com');
  org.runAnonymous(`
    Payment_Provider__c card = new Payment_Provider__c(Name = 'Card', Type__c = 'RacePay', Active__c = true,
      Store__c = StoreGateway.get('race').Id);
    insert card;
    Cart__c cart = [SELECT Id FROM Cart__c];
    update new Cart__c(Id = cart.Id, Payment_Provider__c = card.Id);
    ${Object.entries(purses)
      .map(
        ([type, balance], n) => `
    insert new Race_Purse__c(Key__c = '${type}', Balance__c = ${balance}, Held__c = 0);
    insert new Cart_Tender__c(Cart__c = cart.Id, Type__c = '${type}', Source__c = '${type}', Position__c = ${n}, Key__c = cart.Id + ':${type}');`,
      )
      .join('')}
  `);
  org.runPendingWork();
  return { org, ada };
}

const ordered = `
  Assert.areEqual(1, [SELECT COUNT() FROM Order WHERE StatusCode = 'Activated'], 'orders');
  Assert.areEqual('Ordered', [SELECT Status__c FROM Cart__c].Status__c);
  Assert.areEqual(1, [SELECT COUNT() FROM Payment__c WHERE Provider__c != NULL AND Status__c = 'Captured'], 'payments');
  Assert.areEqual(0, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c);`;
const free = `
  Assert.areEqual(0, [SELECT Held__c FROM Stock_Level__c].Held__c, 'held');
  Assert.areEqual(0, [SELECT COUNT() FROM Payment__c WHERE Status__c IN ('Created', 'Awaiting Shopper', 'Unknown')], 'open');`;
/** All of it or nothing. */
const settled = `${free}
  Boolean isOrdered = [SELECT Status__c FROM Cart__c].Status__c == 'Ordered';
  Assert.areEqual(isOrdered ? 1 : 0, [SELECT COUNT() FROM Order], 'orders');
  Assert.areEqual(isOrdered ? 0 : 1, [SELECT On_Hand__c FROM Stock_Level__c].On_Hand__c, 'on hand');
  Assert.areEqual(isOrdered ? 1 : 0, [SELECT COUNT() FROM Payment__c WHERE Provider__c != NULL AND Status__c = 'Captured'], 'captured');`;

/** The money that the provider keeps is that of the order, if there is one. */
const chargedOnce = (expected: readonly number[]) => (): string | null =>
  expected.includes(provider.kept) && [...provider.charges.values()].every((count) => count === 1)
    ? null
    : `The provider took ${JSON.stringify([...provider.charges])} and gave back ${provider.refunds.size}`;

const expire: RaceEntry[] = [
  {
    apex: `List<Cart__c> carts = [SELECT Id FROM Cart__c WHERE Status__c = 'Paying'];
      for (Cart__c cart : carts) cart.Hold_Expires_At__c = System.now().addMinutes(-1);
      update carts;`,
  },
  { apex: 'PlacementService.releaseExpired([SELECT Id FROM Cart__c].Id);' },
];

const turningBack = ({ token }: Shopper, placementKey: string): RaceEntry => ({
  method: 'CheckoutController.cancelPayment',
  args: ['race', token, { placementKey }],
});

/** The shopper has pressed the button: what is ordered is held, and the provider comes next. */
function place(org: Org, entry: RaceEntry): void {
  const [storeCode, token, input] = entry.args as [string, string, { placementKey: string; expectedTotal: number }];
  org.runAnonymous(`
    PlaceInput input = new PlaceInput();
    input.placementKey = '${input.placementKey}';
    input.termsAccepted = true;
    input.expectedTotal = ${input.expectedTotal};
    CheckoutController.placeOrder('${storeCode}', '${token}', input);
  `);
  org.runPendingWork();
}

/** The shopper is on the provider's page, as the answer to resuming leaves them. @returns the key of the payment */
function sendOn(org: Org): string {
  const [paymentKey] = org.runAnonymous(`
    Payment__c payment = [SELECT Id, Idempotency_Key__c FROM Payment__c WHERE Provider__c != NULL];
    OwnWrites.save(new Payment__c(Id = payment.Id, Status__c = 'Awaiting Shopper', Redirect_Url__c = 'https://pay.example.com/1',
      Provider_Reference__c = 'ref_' + payment.Idempotency_Key__c));
    System.debug(payment.Idempotency_Key__c);
  `);
  org.runPendingWork();
  return paymentKey!;
}

async function holds(org: Org, entry: RaceEntry, options: CrashOptions): Promise<void> {
  const invariant = [...SOUND, ...[options.invariant ?? []].flat()];
  const { failure, boundaries } = await crash(org, entry, { outside: provider, ...options, invariant });
  assert.equal(failure && JSON.stringify(failure, null, 2), null);
  assert.ok(boundaries.length >= 3, boundaries.join('; '));
}

/** Each moment of an order whose payment calls another system: cut there, then the shopper comes back, or nobody does. */
async function cutEverywhere(
  open: () => { org: Org; ada: Shopper },
  orderedAs: string,
  settledAs: string,
): Promise<void> {
  provider.forget();
  const { org, ada } = open();
  const placing = ordering(org, ada, key(1));
  const resume = resuming(ada, key(1));
  const comesBack = { retry: true, invariant: [ordered, orderedAs], check: chargedOnce([1]) };
  const nobodyDoes = { afterwards: expire, invariant: [settled, settledAs], check: chargedOnce([0, 1]) };
  await holds(org, placing, { ...comesBack, afterwards: [resume, resume] });
  await holds(org, placing, nobodyDoes);
  place(org, placing);
  await holds(org, resume, { ...comesBack, afterwards: [resume] });
  await holds(org, resume, nobodyDoes);
  if (provider.hosted) {
    provider.begin(sendOn(org));
    await holds(org, resume, comesBack);
    await holds(org, resume, nobodyDoes);
    provider.shopperPays = false;
    await holds(org, turningBack(ada, key(1)), { retry: true, invariant: settled, check: chargedOnce([0]) });
    await holds(org, turningBack(ada, key(1)), { ...nobodyDoes, check: chargedOnce([0]) });
  }
}

test('a hosted page, cut off anywhere: the order is placed and paid once, or nothing is held and nothing charged', async () => {
  Object.assign(provider, { hosted: true, shopperPays: true });
  await cutEverywhere(() => shop(), '', '');
});

test('three tenders, cut off anywhere: each pays its part once, or keeps it', async () => {
  Object.assign(provider, { hosted: false, shopperPays: true });
  const purses = (spent: string): string => `
    for (Race_Purse__c purse : [SELECT Key__c, Balance__c, Held__c FROM Race_Purse__c]) {
      Assert.areEqual(0, purse.Held__c, purse.Key__c);
      Decimal full = purse.Key__c == 'RaceVoucher' ? 5 : 3;
      Assert.areEqual(${spent} ? 0 : full, purse.Balance__c, purse.Key__c);
    }`;
  await cutEverywhere(
    () => shop({ RaceVoucher: 5, RacePoints: 3 }),
    `${purses('true')}
     Assert.areEqual(3, [SELECT COUNT() FROM Payment__c WHERE Status__c = 'Captured'], 'tenders');`,
    purses("[SELECT Status__c FROM Cart__c].Status__c == 'Ordered'"),
  );
});

test('a partial refund, cut off anywhere: the provider outside gives back once, what was asked for', async () => {
  Object.assign(provider, { hosted: false, shopperPays: true });
  provider.forget();
  const { org, ada } = shop();
  place(org, ordering(org, ada, key(1)));
  // The provider answers from this thread, so that here nobody may wait for it.
  const start: RaceEntry = {
    apex: `RefundInput input = new RefundInput();
      input.key = 'part';
      input.goodwill = 5;
      RefundService.start([SELECT Id FROM Order].Id, input, 'Refund');`,
  };
  await holds(
    org,
    { apex: 'OrderRefundController.carryOut([SELECT Id FROM Order].Id, [SELECT Id FROM Refund_Part__c].Id);' },
    {
      before: [resuming(ada, key(1)), start],
      retry: true,
      invariant: `
        Assert.areEqual('Completed', [SELECT Status__c FROM Refund_Part__c].Status__c);
        Assert.areEqual('Completed', [SELECT Status__c FROM Refund__c].Status__c);
        Payment__c payment = [SELECT Status__c, Refunded_Amount__c FROM Payment__c];
        Assert.areEqual('Partially Refunded', payment.Status__c);
        Assert.areEqual(5, payment.Refunded_Amount__c);`,
      check: () =>
        JSON.stringify([...provider.refunds.values()]) === '[5]'
          ? null
          : `The provider gave back ${JSON.stringify([...provider.refunds])}`,
    },
  );
});

test('two reductions of what is promised, cut off anywhere: the provider expects the rest, and so does the order', async () => {
  Object.assign(provider, { hosted: false, shopperPays: true, comesLater: true });
  provider.forget();
  const { org, ada } = shop();
  const placing = ordering(org, ada, key(1));
  const [, , { expectedTotal: total }] = placing.args as [string, string, { expectedTotal: number }];
  place(org, placing);
  const start = (amount: number): RaceEntry => ({
    apex: `RefundInput input = new RefundInput();
      input.key = 'less ${amount}';
      input.goodwill = ${amount};
      RefundService.start([SELECT Id FROM Order].Id, input, 'Refund');`,
  });
  const carryOut = (amount: number): RaceEntry => ({
    apex: `OrderRefundController.carryOut([SELECT Id FROM Order].Id, [SELECT Id FROM Refund_Part__c WHERE Amount__c = ${amount}].Id);`,
  });
  try {
    await holds(org, carryOut(5), {
      before: [resuming(ada, key(1)), start(5), start(3)],
      retry: true,
      afterwards: [carryOut(3), carryOut(3)],
      invariant: `
        Assert.areEqual(2, [SELECT COUNT() FROM Refund_Part__c WHERE Status__c = 'Completed' AND Action__c = 'Reduce'], 'parts');
        Assert.areEqual(2, [SELECT COUNT() FROM Refund__c WHERE Status__c = 'Completed'], 'refunds');
        Payment__c payment = [SELECT Status__c, Amount__c, Refunded_Amount__c FROM Payment__c];
        Assert.areEqual('Pending', payment.Status__c);
        Assert.areEqual(${total} - 8, payment.Amount__c);
        Assert.areEqual(0, payment.Refunded_Amount__c ?? 0, 'nothing went back');`,
      check: () => {
        const expected = [...provider.reductions.values()].map((amount) => Math.round((total - amount) * 100) / 100);
        return JSON.stringify(expected) === '[5,8]' && provider.refunds.size === 0
          ? null
          : `Of ${total} the provider was asked for ${JSON.stringify([...provider.reductions])} less`;
      },
    });
  } finally {
    provider.comesLater = false;
  }
});
