import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Org } from '../org/org.js';
import { EVENT_FILES, openTestOrg } from '../org/test-project.js';
import { crash } from './index.js';

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
  assert.equal(report.cuts, report.boundaries.length);
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
