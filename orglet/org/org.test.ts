import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Org } from './org.js';
import { ADMIN } from './seed/users.js';
import { openTestOrg, writeProject } from './test-project.js';

const CLASSES = {
  Counter: `public class Counter {
    public static Integer count = 0;
    public static Integer next() { return ++count; }
    public static void save(String name) { insert new Account(Name = name); if (name == 'bad') throw new IllegalArgumentException('bad name'); }
  }`,
};

let org: Org;
before(() => (org = openTestOrg({ classes: CLASSES })));
after(() => org.close());

test('a fresh org has its users, profiles, price book and statuses, and no password', async () => {
  const one = (soql: string) => org.query(soql).length;
  assert.equal(one('SELECT Id FROM Organization'), 1);
  assert.equal(one("SELECT Id FROM Profile WHERE Name = 'System Administrator'"), 1);
  assert.equal(one('SELECT Id FROM Pricebook2 WHERE IsStandard = true'), 1);
  assert.deepEqual(
    org.query('SELECT StatusCode FROM OrderStatus ORDER BY SortOrder').map((row) => row.StatusCode),
    ['Draft', 'Activated'],
  );
  assert.equal(one("SELECT Id FROM ApexClass WHERE Name = 'Counter'"), 1);
  assert.equal(org.guestUser().userType, 'Guest');
  assert.equal(org.hasPassword(org.adminUser()), false);
  assert.equal(await org.authenticate(ADMIN.username, ''), null);
  org.setPassword(org.adminUser(), 'right horse 1');
  assert.equal((await org.authenticate(ADMIN.username, 'right horse 1'))?.id, org.adminUser().id);
  assert.equal(await org.authenticate(ADMIN.username, 'wrong'), null);
});

test('each transaction has statics of its own and keeps its records only when it succeeds', () => {
  const admin = org.adminUser();
  assert.equal(org.invokeStatic('Counter', 'next', [], admin), 1);
  assert.equal(org.invokeStatic('Counter', 'next', [], admin), 1);
  org.invokeStatic('Counter', 'save', ['good'], admin);
  assert.throws(() => org.invokeStatic('Counter', 'save', ['bad'], admin), { message: 'bad name' });
  assert.deepEqual(
    org.query('SELECT Name FROM Account').map((row) => row.Name),
    ['good'],
  );
});

test('anonymous Apex logs, and tells where it failed', () => {
  assert.deepEqual(
    org.runAnonymous(
      "Integer total = 0; for (Integer i : new List<Integer>{1, 2}) total += i; System.debug('sum ' + total);",
    ),
    ['sum 3'],
  );
  const { error } = org.executeAnonymous('Account account;\nSystem.debug(account.Name.length());');
  assert.equal(error?.message, 'System.NullPointerException: Attempt to de-reference a null object');
  assert.match(error?.stack ?? '', /AnonymousBlock: line 2, column 1/);
});

test('anonymous blocks that did not run for long are forgotten, and others have their place', () => {
  const classes = org.code.types.size;
  const inner = (n: number) => `class Inner { public Integer n = ${n}; } System.debug(new Inner().n);`;
  assert.deepEqual(org.runAnonymous(inner(0)), ['0']);
  for (let n = 1; n <= 250; n++) {
    assert.throws(() => org.runAnonymous(`Integer n = unknown${n};`), /unknown/);
    assert.deepEqual(org.runAnonymous(inner(n)), [String(n)]);
  }
  assert.deepEqual(org.runAnonymous(inner(0)), ['0']);
  // A hundred of them with their inner class are kept.
  assert.ok(org.code.types.size <= classes + 200, `${org.code.types.size - classes} classes of blocks are kept`);
});

test('records stay when the org opens again; a damaged file is told in one sentence', () => {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-org-'));
  try {
    const options = { projectDir: writeProject({ classes: CLASSES }), database: join(directory, 'deep', 'org.sqlite') };
    const first = Org.open(options);
    first.runAnonymous("insert new Account(Name = 'kept');");
    const adminId = first.adminUser().id;
    first.close();
    const second = Org.open(options);
    assert.equal(second.query("SELECT Id FROM Account WHERE Name = 'kept'").length, 1);
    assert.equal(second.adminUser().id, adminId);
    second.close();
    const broken = join(directory, 'broken.sqlite');
    writeFileSync(broken, 'This is no database, however long it may be. '.repeat(50));
    assert.throws(() => Org.open({ ...options, database: broken }), {
      message: `The data file ${broken} is damaged or not a database. Delete it to start over.`,
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
    org = openTestOrg({ classes: CLASSES });
  }
});

test('an org without test classes has the others, and no problem of a test keeps it from opening', () => {
  const classes = {
    ...CLASSES,
    CounterTest: '/* What it counts */\n// from 1\n@IsTest(SeeAllData=false)\nprivate class CounterTest { nonsense }',
    Tests: 'public class Tests { /* @IsTest in a comment */ public static Integer one() { return 1; } }',
  };
  const served = Org.open({ projectDir: writeProject({ classes }), withoutTests: true });
  assert.deepEqual(served.problems, []);
  assert.equal(served.invokeStatic('Counter', 'next', [], served.adminUser()), 1);
  assert.equal(served.invokeStatic('Tests', 'one', [], served.adminUser()), 1);
  served.close();
});
