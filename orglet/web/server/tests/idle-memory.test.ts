import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { IdleMemory } from '../idle-memory.js';

test('memory is given back once after the last request, and not again for little', (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  let collected = 0;
  const memory = new IdleMemory(() => (collected += 1), 100);
  memory.poke();
  mock.timers.tick(99);
  memory.stop();
  memory.poke();
  mock.timers.tick(99);
  assert.equal(collected, 0);
  mock.timers.tick(1);
  assert.equal(collected, 1);
  memory.poke();
  mock.timers.tick(200);
  assert.equal(collected, 1, 'nothing has grown since');
});

test('the real collector frees what nobody holds', async () => {
  const memory = new IdleMemory(undefined, 1);
  let gone = false;
  const registry = new FinalizationRegistry(() => (gone = true));
  (() => registry.register({}, 'held by nobody'))();
  memory.poke();
  const end = Date.now() + 10_000;
  while (!gone && Date.now() < end) await new Promise((resume) => setTimeout(resume, 5));
  assert.ok(gone);
});
