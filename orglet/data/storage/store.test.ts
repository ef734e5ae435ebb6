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
}
