/**
 * Orders that are paid with a mixture of tenders, refunds, returns, withdrawals and exchanges, lots that end, tiers that change and adjustments, at random: after each, balances equal
 * the ledgers that are rebuilt from their movements, nothing is lost by a refund, and what is owed moves by what happened. A few hundred orders here;
 * `GENERATED_ORDERS=10000 node races/run.mjs generated` makes as many as one wants, `GENERATED_SEED` repeats.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { CREDIT } from './support/generated/credit.js';
import { POINTS } from './support/generated/points.js';
import { random } from './support/generated/random.js';
import { GeneratedShop } from './support/generated/shop.js';
import { VOUCHERS } from './support/generated/vouchers.js';

const ORDERS = Number(process.env.GENERATED_ORDERS ?? 200);
const FIRST_SEED = Number(process.env.GENERATED_SEED ?? 1);
/** A new shop after so many: its ledgers stay short, so that each is proven quickly. */
const EACH = 100;
const KINDS = [VOUCHERS, POINTS, CREDIT];

test(`${ORDERS} orders: balances are what their movements say, and refunds lose nothing`, async () => {
  let orders = 0;
  for (let seed = FIRST_SEED; orders < ORDERS; seed++) {
    const shop = new GeneratedShop(KINDS, random(seed));
    const done: string[] = [];
    try {
      while (shop.orders < Math.min(EACH, ORDERS - orders)) done.push(shop.step());
      assert.deepEqual(shop.differences(), []);
    } catch (error) {
      throw new Error(
        `Seed ${seed}, after ${done.length} steps (${done.slice(-5).join('; ')}): ${(error as Error).message}`,
        { cause: error },
      );
    }
    orders += shop.orders;
    // What the last shop held of the database is freed between turns of the loop.
    await setImmediate();
  }
});
