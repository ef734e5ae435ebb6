import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Org } from '../org/org.js';
import { openTestOrg } from '../org/test-project.js';
import { formatFailure, race, type RaceEntry } from './index.js';

const CODE_FIELD =
  '<?xml version="1.0"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Code__c</fullName><label>Code</label><length>20</length><type>Text</type><unique>true</unique><externalId>true</externalId></CustomField>';

const CLASSES = {
  Desk: `public class Desk {
    static Account find(String name) { return [SELECT Id, NumberOfEmployees FROM Account WHERE Name = :name]; }
    static Account lock(String name) { return [SELECT Id, NumberOfEmployees FROM Account WHERE Name = :name FOR UPDATE]; }
    static void add(Account one) { one.NumberOfEmployees++; update one; }
    public static void lose() { add(find('a')); }
    public static void keep() { add(lock('a')); }
    public static void both(String first, String second) { add(lock(first)); add(lock(second)); }
    public static void leave(String name, Boolean locked) {
      List<Account> doctors = locked
        ? [SELECT Id FROM Account WHERE Type = 'On call' FOR UPDATE]
        : [SELECT Id FROM Account WHERE Type = 'On call'];
      if (doctors.size() > 1) update new Account(Id = find(name).Id, Type = 'Off');
    }
    public static void children(String name) { insert new Contact(LastName = 'c', AccountId = find('a').Id); }
    public static String claim(String code) {
      try { insert new Account(Name = 'claimed', Code__c = code); return 'first'; }
      catch (DmlException error) { return error.getDmlType(0).name(); }
    }
    public static void undone() {
      Savepoint before = Database.setSavepoint();
      insert new Account(Name = 'gone');
      Integer count = [SELECT COUNT() FROM Account];
      Database.rollback(before);
      add(lock('a'));
    }
    public static void enqueue() { System.enqueueJob(new Later()); }
    public class Later implements Queueable { public void execute(QueueableContext context) { lose(); } }
  }`,
};
const TRIGGERS = {
  ContactCounter: `trigger ContactCounter on Contact (after insert) {
    Account parent = [SELECT NumberOfEmployees FROM Account WHERE Id = :Trigger.new[0].AccountId FOR UPDATE];
    parent.NumberOfEmployees++;
    update parent;
  }`,
};

let org: Org;
const cacheDir = mkdtempSync(join(tmpdir(), 'orglet-race-test-'));
before(() => {
  const files = { 'objects/Account/fields/Code__c.field-meta.xml': CODE_FIELD };
  org = openTestOrg({ classes: CLASSES, triggers: TRIGGERS, files }, { cacheDir });
  org.runAnonymous(
    "insert new List<Account>{ new Account(Name = 'a', NumberOfEmployees = 0, Type = 'On call'), new Account(Name = 'b', NumberOfEmployees = 0, Type = 'On call') };",
  );
});
after(() => {
  org.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

const counted = "SELECT Id, NumberOfEmployees FROM Account WHERE Name = 'a' AND NumberOfEmployees != 2";
const twice = (method: string): RaceEntry[] => [{ method }, { method }];

test('a lost update is found, told step by step, and its seed replays exactly', async () => {
  const { failure } = await race(org, twice('Desk.lose'), { seeds: 30, invariant: counted });
  assert.ok(failure);
  assert.match(failure.reasons[0]!, /The invariant is broken: .*NumberOfEmployees":1/);
  const text = formatFailure(failure);
  assert.match(text, /T1 {2}Desk\.find:2 +SELECT Id, NumberOfEmployees/);
  assert.match(text, /T2 {2}Desk\.add:4 +update Account × 1/);
  assert.match(text, /lock: locks {2}\[Account:001\w{15}\]/);
  const again = await race(org, twice('Desk.lose'), { seed: failure.seed, invariant: counted });
  assert.deepEqual(again.failure, failure);
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'a' AND NumberOfEmployees = 0").length, 1);
});

test('FOR UPDATE keeps every update', async () => {
  const report = await race(org, twice('Desk.keep'), { seeds: 30, invariant: counted });
  assert.equal(report.failure && formatFailure(report.failure), null);
  assert.equal(report.runs, 30);
});

test('a write skew is found; locking what the decision rests on prevents it', async () => {
  const entries = (locked: boolean): RaceEntry[] =>
    ['a', 'b'].map((name) => ({ method: 'Desk.leave', args: [name, locked] }));
  const invariant = "Assert.areNotEqual(0, [SELECT COUNT() FROM Account WHERE Type = 'On call'], 'nobody is on call');";
  const skewed = await race(org, entries(false), { seeds: 30, invariant });
  assert.match(skewed.failure!.reasons[0]!, /nobody is on call/);
  assert.equal((await race(org, entries(true), { seeds: 30, invariant })).failure, null);
});

test('a deadlock ends one of the transactions; one order of locking prevents it', async () => {
  const entries = (...orders: string[][]): RaceEntry[] => orders.map((args) => ({ method: 'Desk.both', args }));
  const { failure } = await race(org, entries(['a', 'b'], ['b', 'a']), { seeds: 30 });
  assert.match(failure!.reasons.join(), /System\.QueryException: Record Currently Unavailable/);
  assert.match(formatFailure(failure!), /waits for Account:\w+ of T\d[^]*a deadlock/);
  assert.equal((await race(org, entries(['a', 'b'], ['a', 'b']), { seeds: 30 })).failure, null);
});

test('a row that stays locked too long fails the one who waits', async () => {
  const hold = `Account a = [SELECT Id FROM Account WHERE Name = 'a' FOR UPDATE]; for (Integer i = 0; i < 40; i++) Integer n = [SELECT COUNT() FROM User];`;
  const { failure } = await race(org, [{ apex: hold }, { method: 'Desk.lose' }], { seeds: 20, lockTimeout: 200 });
  assert.match(
    failure!.reasons[0]!,
    /T2 failed: System\.DmlException: .*UNABLE_TO_LOCK_ROW, unable to obtain exclusive access/,
  );
});

test('triggers take part: they wait inside the statement that runs them', async () => {
  const entries: RaceEntry[] = ['x', 'y', 'z'].map((name) => ({ method: 'Desk.children', args: [name] }));
  const invariant = "SELECT Id FROM Account WHERE Name = 'a' AND NumberOfEmployees != 3";
  const report = await race(org, entries, { seeds: 20, invariant });
  assert.equal(report.failure && formatFailure(report.failure), null);
});

test('a unique value is waited for and then taken', async () => {
  const results = new Set<string>();
  const report = await race(
    org,
    [1, 2].map(() => ({ method: 'Desk.claim', args: ['K1'] })),
    {
      seeds: 20,
      invariant: "SELECT COUNT(Id) n FROM Account WHERE Code__c = 'K1' HAVING COUNT(Id) != 1",
      check: ({ outcomes }) => {
        const found = outcomes.map(({ result }) => result as string);
        results.add(found.join());
        return found.sort().join() === 'DUPLICATE_VALUE,first' ? null : `Results ${found.join()}`;
      },
    },
  );
  assert.equal(report.failure && formatFailure(report.failure), null);
  assert.equal(results.size, 2, 'either may be the first');
});

test('what others commit survives a rollback to a savepoint', async () => {
  const report = await race(org, [{ method: 'Desk.undone' }, { method: 'Desk.keep' }], {
    seeds: 40,
    invariant: [counted, "SELECT COUNT() FROM Account WHERE Name = 'gone'"],
  });
  assert.equal(report.failure && formatFailure(report.failure), null);
});

test('jobs that the transactions leave run before the invariant is looked at', async () => {
  const report = await race(org, twice('Desk.enqueue'), { seeds: 5, invariant: counted });
  assert.equal(report.failure && formatFailure(report.failure), null);
});

test('REST calls race too', async () => {
  const rest = `PATCH /services/data/v65.0/sobjects/Account/${org.query("SELECT Id FROM Account WHERE Name = 'a'")[0]!.Id as string}`;
  const { failure } = await race(org, [{ method: 'Desk.lose' }, { rest, body: { NumberOfEmployees: 41 } }], {
    seeds: 40,
    invariant: "SELECT NumberOfEmployees FROM Account WHERE Name = 'a' AND NumberOfEmployees = 1",
  });
  assert.match(formatFailure(failure!), /T2 .*update Account × 1/);
});

test('entry points that do not exist are refused before anything runs', async () => {
  await assert.rejects(race(org, [{ method: 'Desk.nothing' }]), /There is no static method Desk\.nothing/);
  await assert.rejects(race(org, [{ rest: 'nonsense' }]), /A REST call is a verb and a path/);
});
