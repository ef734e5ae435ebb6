/** An order that three tenders pay, the last one at a page of the provider, cut off at every boundary. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { crash, type Org, type RaceEntry } from '../orglet/index.js';
import { withPoints } from './support/points.js';
import { key, openShop, ordering, shopper, SOUND } from './support/shop.js';

const points = withPoints();
after(points.remove);

/** A cart of 25.90, of which two lots of points pay 5 and 7. @param outcome of the provider */
function arrange(outcome: string | null): { org: Org; place: RaceEntry; resume: RaceEntry } {
  const org = openShop(2, { projectDir: points.projectDir });
  const ada = shopper(org, 'ada@example.com');
  org.runAnonymous(`
    Id cartId = [SELECT Id FROM Cart__c].Id;
    insert new List<Cart_Tender__c>{
      new Cart_Tender__c(Cart__c = cartId, Type__c = 'RacePoints', Source__c = 'A', Wanted_Amount__c = 5, Position__c = 0, Key__c = 'A'),
      new Cart_Tender__c(Cart__c = cartId, Type__c = 'RacePoints', Source__c = 'B', Wanted_Amount__c = 7, Position__c = 1, Key__c = 'B')
    };
  `);
  const place = ordering(org, ada, key(1)) as { method: string; args: any[] };
  if (outcome) place.args[2].testOutcome = outcome;
  const args = ['race', ada.token, { placementKey: key(1), testOutcome: outcome }];
  return { org, place, resume: { method: 'CheckoutController.resumePayment', args } };
}

const ORDERED = [
  ...SOUND,
  `Assert.areEqual(1, [SELECT COUNT() FROM Order WHERE StatusCode = 'Activated'], 'orders');
   Assert.areEqual(1, [SELECT COUNT() FROM Order], 'drafts');
   Decimal paid = 0;
   for (Payment__c tender : [SELECT Amount__c, Status__c FROM Payment__c]) {
     Assert.areEqual('Captured', tender.Status__c);
     paid += tender.Amount__c;
   }
   Assert.areEqual(3, [SELECT COUNT() FROM Payment__c], 'tenders');
   Assert.areEqual([SELECT Grand_Total__c FROM Order].Grand_Total__c, paid, 'paid');
   Stock_Level__c level = [SELECT On_Hand__c, Held__c FROM Stock_Level__c];
   Assert.areEqual(1, level.On_Hand__c, 'on hand');
   Assert.areEqual(0, level.Held__c, 'held');`,
];
const CHARGED_ONCE = `Assert.areEqual(1, [SELECT COUNT() FROM Test_Charge__c], 'charges');`;
const decide: RaceEntry = {
  name: 'the shopper pays at the page',
  apex: "TestChargeGateway.decide([SELECT Reference__c FROM Test_Charge__c].Reference__c, 'Captured');",
};

test('three tenders in one transaction: wherever it is cut off, asking again gives one order that is paid exactly', async () => {
  const { org, place } = arrange(null);
  const { failure, boundaries } = await crash(org, place, { retry: true, invariant: ORDERED });
  assert.equal(failure, null);
  assert.ok(boundaries.length >= 3);
});

test('a hosted page beside two tenders: cut off while placing, everything is held once', async () => {
  const { org, place, resume } = arrange('redirect');
  const { failure } = await crash(org, place, {
    retry: true,
    afterwards: [resume, decide, resume],
    invariant: [...ORDERED, CHARGED_ONCE],
  });
  assert.equal(failure, null);
});

test('a hosted page beside two tenders: cut off on the way to it and back, charged once', async () => {
  for (const paid of [false, true]) {
    const { org, place, resume } = arrange('redirect');
    const [, token] = (place as unknown as { args: string[] }).args;
    org.runAnonymous(`
      PlaceInput input = new PlaceInput();
      input.placementKey = '${key(1)}';
      input.termsAccepted = true;
      input.expectedTotal = 25.90;
      input.testOutcome = 'redirect';
      CheckoutController.placeOrder('race', '${token}', input);
    `);
    if (paid) {
      org.runAnonymous(`
        ResumeInput input = new ResumeInput();
        input.placementKey = '${key(1)}';
        input.testOutcome = 'redirect';
        CheckoutController.resumePayment('race', '${token}', input);
      `);
      org.runAnonymous((decide as { apex: string }).apex);
    }
    const { failure } = await crash(org, resume, {
      retry: true,
      afterwards: paid ? [] : [decide, resume],
      invariant: [...ORDERED, CHARGED_ONCE],
    });
    assert.equal(failure, null);
  }
});
