import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Org } from '../../../org/org.js';
import { WorkLoop } from '../work-loop.js';

/** A loop over an org that has so many pieces of work; `looked` counts how often it was asked for one. */
function loopOver(state: { changes: number; work: number; looked: number }) {
  const org = {
    workChanges: () => state.changes,
    runNextWork: () => {
      state.looked++;
      if (state.work === 0) return false;
      state.work--;
      state.changes++;
      return true;
    },
  };
  return new WorkLoop(org as unknown as Org, assert.fail);
}

const settled = async () => {
  for (let i = 0; i < 10; i++) await turn();
};

test('work is looked for after a request that made some, until there is none, and not after others', async () => {
  const state = { changes: 0, work: 0, looked: 0 };
  const loop = loopOver(state);
  loop.start();
  await settled();
  assert.equal(state.looked, 1, 'once at the start');
  loop.poke();
  await settled();
  assert.equal(state.looked, 1, 'nothing has changed');
  Object.assign(state, { changes: 1, work: 2 });
  loop.poke();
  await settled();
  assert.deepEqual(state, { changes: 3, work: 0, looked: 4 });
  loop.poke();
  await settled();
  assert.equal(state.looked, 4);
  loop.stop();
});

test('what falls due is found without a request', async () => {
  const state = { changes: 0, work: 0, looked: 0 };
  const loop = loopOver(state);
  loop.start();
  await settled();
  state.work = 1;
  const from = Date.now();
  while (state.work > 0 && Date.now() - from < 10_000) await new Promise((next) => setTimeout(next, 50));
  assert.equal(state.work, 0);
  loop.stop();
});
