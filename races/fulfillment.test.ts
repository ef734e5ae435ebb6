/** People at the shelves and at the desk at once: nothing leaves twice, and no piece is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFailure, race, type Org, type RaceEntry, type RaceOptions } from '../orglet/index.js';
import { openShop, placed, SOUND } from './support/shop.js';

/** `RACE_SEEDS=200 npm test -- races` tries more. */
const SEEDS = Number(process.env.RACE_SEEDS ?? 20);
const shop = (): Org => openShop(5);

async function holds(org: Org, entries: RaceEntry[], options: RaceOptions): Promise<void> {
  const { failure } = await race(org, entries, { seeds: SEEDS, ...options });
  assert.equal(failure && formatFailure(failure), null);
}

const ORDER = '[SELECT Id FROM Order].Id';
const PLACE = '[SELECT Id FROM Stock_Location__c LIMIT 1].Id';
const claim = { name: 'claim', apex: `Picks.claim(new Set<Id>{ ${ORDER} }, ${PLACE});` };

test('two pickers take the same order: one of them has it', async () => {
  const org = shop();
  placed(org, 'Test', 2);
  await holds(org, [claim, claim], {
    invariant: [...SOUND, "Assert.areEqual(1, [SELECT COUNT() FROM Pick__c WHERE Status__c = 'Claimed']);"],
  });
});
