import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Org } from '../org/org.js';
import { EVENT_FILES, openTestOrg } from '../org/test-project.js';
import { crash, type RaceEntry } from './index.js';
import type { Answer } from './messages.js';
import { Snapshot } from './snapshot.js';
import { RaceThread } from './thread.js';

const CLASSES = {
  Relay: `public class Relay implements Queueable {
    public static void start() { insert new Account(Name = 'sold'); System.enqueueJob(new Relay()); }
    public static void careful() { if ([SELECT COUNT() FROM Account] == 0) start(); }
    public void execute(QueueableContext context) {
      insert new Account(Name = 'shipped');
      EventBus.publish(new Ping__e(Text__c = 'shipped'));
    }
  }`,
};
const TRIGGERS = {
  Told: "trigger Told on Ping__e (after insert) { for (Ping__e ping : Trigger.new) insert new Account(Name = 'told'); }",
};
const each = (most: string): string =>
  `for (String name : new List<String>{ 'sold', 'shipped', 'told' }) Assert.isTrue([SELECT COUNT() FROM Account WHERE Name = :name] ${most}, name);
   Assert.areEqual([SELECT COUNT() FROM Account WHERE Name = 'sold'], [SELECT COUNT() FROM Account WHERE Name = 'told']);`;

let org: Org;
const cacheDir = mkdtempSync(join(tmpdir(), 'orglet-crash-test-'));
before(() => (org = openTestOrg({ classes: CLASSES, triggers: TRIGGERS, files: EVENT_FILES }, { cacheDir })));
after(() => {
  org.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

test('whatever was committed goes on after a crash: jobs and events are neither lost nor done twice', async () => {
  const report = await crash(org, { method: 'Relay.start' }, { invariant: each('<= 1') });
  assert.equal(report.failure, null);
  // What is left is the same from the end of a transaction to the commit of the next.
  assert.equal(report.cuts, report.boundaries.filter((boundary) => boundary.startsWith('end of')).length + 1);
  for (const boundary of [
    'before the commit of SYNCHRONOUS',
    'end of SYNCHRONOUS',
    'start of QUEUEABLE',
    'end of QUEUEABLE',
  ])
    assert.ok(report.boundaries.includes(boundary), boundary);
});

test('an entry point that is not safe to call again is found; one that is passes', async () => {
  const { failure } = await crash(org, { method: 'Relay.start' }, { retry: true, invariant: each('== 1') });
  assert.equal(failure?.boundary, 'end of SYNCHRONOUS');
  assert.match(failure!.reasons[0]!, /Assertion Failed: sold/);
  const careful = await crash(org, { method: 'Relay.careful' }, { retry: true, invariant: each('== 1') });
  assert.equal(careful.failure, null);
});

test('what was called before is not cut off', async () => {
  const { failure, boundaries, cuts } = await crash(
    org,
    { apex: "Assert.areEqual(2, [SELECT COUNT() FROM Account WHERE Name IN ('sold', 'shipped')]);" },
    { before: [{ method: 'Relay.start' }], invariant: each('== 1') },
  );
  assert.equal(failure, null);
  assert.deepEqual(boundaries, ['start of ANONYMOUS', 'before the commit of ANONYMOUS', 'end of ANONYMOUS']);
  assert.equal(cuts, 1);
});

test('what lies outside is at each cut what it was at that boundary, and at the end what it was at first', async () => {
  let outside: string[] = ['first'];
  const seen: string[][] = [];
  const { failure, cuts } = await crash(
    org,
    { method: 'Relay.start' },
    {
      outside: {
        keep: () => {
          const kept = [...outside];
          outside.push(`${outside.length}`);
          return kept;
        },
        restore: (kept) => (outside = [...(kept as string[])]),
      },
      check: () => (seen.push([...outside]), null),
    },
  );
  assert.equal(failure, null);
  assert.ok(cuts > 3);
  assert.equal(seen[1]!.join(), 'first,1');
  assert.deepEqual(
    seen.slice(1).map(({ length }) => length),
    Array.from({ length: cuts }, (_, n) => n + 2),
  );
  assert.deepEqual(outside, ['first']);
});

test('what is kept at a boundary is what a thread that is killed there leaves', async () => {
  const snapshot = new Snapshot(org);
  const goOn: Answer = { now: 0, changes: [], failure: null, waited: false, value: 0 };
  const entry: RaceEntry = { method: 'Relay.start' };
  const namesIn = async (thread: RaceThread): Promise<unknown[]> => {
    thread.send({ order: 'check', invariants: [], observe: ['SELECT Name FROM Account ORDER BY Name'] });
    return (await thread.done('check')).observed[0]!.map(({ Name }) => Name);
  };
  const left: unknown[][] = [];
  for (let at = 1; at <= 9; at++) {
    const copy = snapshot.copy();
    const dying = await RaceThread.open(copy);
    dying.send({ order: 'alone', entry, followed: true });
    for (let met = 1; met < at; met++) {
      await dying.next();
      dying.answer(goOn);
    }
    await dying.next();
    const kept = snapshot.keep(copy)!;
    await dying.kill();
    const thread = await RaceThread.open(copy);
    left.push(await namesIn(thread));
    await thread.change(snapshot.copy(kept));
    assert.deepEqual(await namesIn(thread), left.at(-1));
    await thread.rest();
  }
  assert.deepEqual([left[0], left.at(-1)], [[], ['shipped', 'sold', 'told']]);
  snapshot.remove();
});
