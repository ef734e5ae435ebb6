import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crash } from '../orglet/index.js';
import { key, openShop, ordering, shopper, SOUND } from './support/shop.js';

test('wherever placing an order is cut off, asking again with the same key gives one order, paid once', async () => {
  const org = openShop(2);
  const { failure, boundaries } = await crash(org, ordering(org, shopper(org, 'ada@example.com'), key(1)), {
    retry: true,
    invariant: [
      ...SOUND,
      `Assert.areEqual(1, [SELECT COUNT() FROM Order WHERE StatusCode = 'Activated'], 'orders');
       Assert.areEqual(1, [SELECT COUNT() FROM Payment__c WHERE Status__c = 'Captured'], 'payments');
       Stock_Level__c level = [SELECT On_Hand__c, Held__c FROM Stock_Level__c];
       Assert.areEqual(1, level.On_Hand__c);
       Assert.areEqual(0, level.Held__c);`,
    ],
  });
  assert.equal(failure, null);
  assert.ok(boundaries.length >= 3);
});
