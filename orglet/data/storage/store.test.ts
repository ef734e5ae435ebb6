import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ApexDecimal } from '../../runtime/values.js';
import { TestOrg } from '../testing/org.js';
import { formatAutoNumber } from '../dml/auto-number.js';
import { LIBRARIES } from './driver.js';
import { makeId, serialOf } from './ids.js';

test('Ids increase and carry a checksum', () => {
  assert.equal(makeId('001', 1), '001Og0000000001IAA');
  assert.equal(serialOf(makeId('a00', 123_456)), 123_456);
  assert.ok(makeId('001', 61) < makeId('001', 62));
});

test('auto-number formats', () => {
  const day = new Date(Date.UTC(2026, 4, 7));
  assert.equal(formatAutoNumber('A-{0000}', 12, day), 'A-0012');
  assert.equal(formatAutoNumber('{YYYY}{MM}{DD}-{0}', 3, day), '20260507-3');
});

for (const library of LIBRARIES) {
  test(`a rollback undoes rows and keeps tables usable (${library})`, () => {
    const org = new TestOrg({ library });
    const { store } = org.engine;
    const outer = store.savepoint();
    const inner = store.savepoint();
    const lost = org.insert('Account', { Name: 'Lost' });
    store.rollback(inner);
    assert.equal(org.count('SELECT COUNT() FROM Account'), 0);
    const kept = org.insert('Account', { Name: 'Kept', AnnualRevenue: ApexDecimal.parse('0.1') });
    assert.ok(kept > lost, 'Ids of undone rows are not given again');
    store.release(outer);
    assert.equal(org.query('SELECT AnnualRevenue FROM Account')[0]!.f.AnnualRevenue.toNumber(), 0.1);
    org.close();
  });

  test(`records, Ids and numbers survive a restart; new fields appear (${library})`, () => {
    const directory = mkdtempSync(join(tmpdir(), 'orglet-store-'));
    const path = join(directory, 'org.db');
    const number = '<type>AutoNumber</type><displayFormat>{0}</displayFormat><startingNumber>1</startingNumber>';
    const first = new TestOrg({ library, path, objects: { Box__c: { Number__c: number } } });
    const before = first.insert('Box__c', { Name: 'A' });
    first.close();
    const second = new TestOrg({
      library,
      path,
      objects: {
        Box__c: {
          Number__c: number,
          Colour__c: '<type>Text</type><length>10</length>',
          Full__c: '<type>Checkbox</type><defaultValue>false</defaultValue>',
        },
      },
    });
    const after = second.insert('Box__c', { Name: 'B', Colour__c: 'red' });
    assert.ok(after > before);
    const rows = second.query('SELECT Name, Number__c, Colour__c FROM Box__c WHERE Full__c = false ORDER BY Number__c');
    assert.deepEqual(
      rows.map(({ f }) => [f.Name, f.Number__c, f.Colour__c ?? null]),
      [
        ['A', '1', null],
        ['B', '2', 'red'],
      ],
    );
    second.close();
    rmSync(directory, { recursive: true, force: true });
  });

  test(`numbers of undone records are given again (${library})`, () => {
    const number = '<type>AutoNumber</type><displayFormat>{0}</displayFormat><startingNumber>7</startingNumber>';
    const org = new TestOrg({ library, objects: { Box__c: { Number__c: number } } });
    const { store } = org.engine;
    const numbers = () => org.query('SELECT Number__c FROM Box__c ORDER BY Id').map(({ f }) => f.Number__c);
    const undone = store.savepoint();
    org.insert('Box__c', {});
    store.rollback(undone);
    const outer = store.savepoint();
    org.insert('Box__c', {});
    const inner = store.savepoint();
    org.insert('Box__c', {});
    org.insert('Box__c', {});
    store.rollbackTo(inner);
    org.insert('Box__c', {});
    store.release(inner);
    store.release(outer);
    org.insert('Box__c', {});
    assert.deepEqual(numbers(), ['7', '8', '9']);
    org.close();
  });
}

test('programs that use one file at a time give Ids and numbers of their own, and see what the others wrote', () => {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-store-'));
  const path = join(directory, 'org.db');
  const number = '<type>AutoNumber</type><displayFormat>{0}</displayFormat><startingNumber>1</startingNumber>';
  const open = () => new TestOrg({ library: LIBRARIES[0], path, objects: { Box__c: { Number__c: number } } });
  const [served, other] = [open(), open()];
  const ids = [served, other, other, served, served, other].map((org, at) => {
    const { store } = org.engine;
    // A record that is rolled back uses its Id up, whoever comes next.
    const undone = store.savepoint();
    org.insert('Box__c', { Name: 'lost' });
    store.rollback(undone);
    const point = store.savepoint();
    const id = org.insert('Box__c', { Name: `box ${at}` });
    store.release(point);
    return id;
  });
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual([...ids].sort(), ids, 'Ids increase');
  for (const org of [served, other])
    assert.deepEqual(
      org.query('SELECT Id, Number__c FROM Box__c ORDER BY Id').map(({ f }) => [f.Id, f.Number__c]),
      ids.map((id, at) => [id, String(at + 1)]),
    );
  served.close();
  other.close();
  rmSync(directory, { recursive: true, force: true });
});

test('empty lookups are not in their index, also where an earlier version had put them there', () => {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-store-'));
  const path = join(directory, 'org.db');
  const objects = { Box__c: { Owner__c: '<type>Lookup</type><referenceTo>Account</referenceTo>' } };
  const definition = (org: TestOrg) =>
    org.engine.store.driver
      .prepare(`SELECT sql FROM sqlite_schema WHERE type='index' AND tbl_name='Box__c' AND sql LIKE '%Owner__c%'`)
      .all([])
      .join();
  const first = new TestOrg({ path, objects });
  const account = first.insert('Account', { Name: 'Owner' });
  first.insert('Box__c', { Name: 'A', Owner__c: account });
  first.insert('Box__c', { Name: 'B' });
  assert.match(definition(first), / WHERE "Owner__c" IS NOT NULL$/);
  first.engine.store.driver.exec(
    'DROP INDEX "Box__c.Owner__c"; CREATE INDEX "Box__c.Owner__c" ON "Box__c" ("Owner__c")',
  );
  first.close();
  const second = new TestOrg({ path, objects });
  assert.deepEqual(
    second.query(`SELECT Name FROM Box__c WHERE Owner__c = '${account}'`).map(({ f }) => f.Name),
    ['A'],
  );
  assert.deepEqual(
    second.query('SELECT Name FROM Box__c WHERE Owner__c = null').map(({ f }) => f.Name),
    ['B'],
  );
  assert.match(definition(second), / WHERE "Owner__c" IS NOT NULL$/);
  const plan = second.engine.store.driver
    .prepare('EXPLAIN QUERY PLAN SELECT * FROM "Box__c" WHERE "Owner__c"=?')
    .all([account]);
  assert.match(plan.join(), /USING INDEX Box__c\.Owner__c/);
  second.close();
  rmSync(directory, { recursive: true, force: true });
});
