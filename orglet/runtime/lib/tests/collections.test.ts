// Source: Apex Reference Guide (List, Set, Map classes); Apex Developer Guide, "Sorting Lists", "Maps of sObjects".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SObjectValue, type ObjectInfo } from '../../sobject.js';
import { INTEGER, OBJECT, STRING, types } from '../../types.js';
import { ApexDouble, keyOf, text } from '../../values.js';
import { ApexList } from '../../values/list.js';
import { ApexMap, ApexSet } from '../../values/map.js';
import { apexError, call, decimal, make, strings } from './helpers.js';

const L = (method: string, self: ApexList, ...args: unknown[]) => call('System.List', method, self, ...args);
const ACCOUNT: ObjectInfo = {
  name: 'Account',
  label: 'Account',
  keyPrefix: '001',
  resolveField: () => null,
  resolveRelationship: () => null,
  resolveChildRelationship: () => null,
};
const account = (f: Record<string, unknown>) => new SObjectValue(ACCOUNT, f);

test('lists check their bounds', () => {
  const list = strings('a');
  assert.throws(() => L('get', list, 3), apexError('ListException', 'List index out of bounds: 3'));
  assert.throws(() => L('get', list, -1), apexError('ListException', 'List index out of bounds: -1'));
  assert.throws(() => L('add', list, 5, 'x'), apexError('ListException', 'List index out of bounds: 5'));
  assert.throws(() => L('remove', list, 1), apexError('ListException', 'List index out of bounds: 1'));
});

test('lists insert, remove, find and copy', () => {
  const list = strings('a', 'c');
  L('add', list, 1, 'b');
  L('addAll', list, new ApexSet(STRING, ['d']));
  L('addAll', list, list);
  assert.equal(text(list), '(a, b, c, d, a, b, c, d)');
  assert.equal(L('indexOf', list, 'd'), 3);
  assert.equal(L('contains', list, 'A'), false);
  const copy = L('clone', list);
  L('clear', list);
  assert.deepEqual([L('size', list), L('size', copy)], [0, 8]);
});

test('sort puts nulls first and strings by code unit', () => {
  const list = strings('b', null, 'B', 'a');
  L('sort', list);
  assert.deepEqual(list.a, [null, 'B', 'a', 'b']);
  const numbers = new ApexList(types.prim('Decimal'), [decimal('10'), decimal('9.5'), null]);
  L('sort', numbers);
  assert.equal(text(numbers), '(null, 9.5, 10)');
});

test('sort orders records by name and then by their other fields', () => {
  const list = new ApexList(types.sobject('Account'), [
    account({ Rating: 'Hot', Name: 'B' }),
    account({ Rating: 'Warm', Name: 'A' }),
    account({ Rating: 'Cold', Name: 'A' }),
  ]);
  L('sort', list);
  assert.deepEqual(
    list.a.map((record: SObjectValue) => `${record.f['Name']}${record.f['Rating']}`),
    ['ACold', 'AWarm', 'BHot'],
  );
});

test('a collection cannot change while it is iterated', () => {
  const set = new ApexSet(STRING, ['a']);
  set.locked = 1;
  assert.throws(
    () => call('System.Set', 'add', set, 'b'),
    apexError('FinalException', 'Cannot modify a collection while it is being iterated.'),
  );
});

test('sets compare strings with case and numbers by value', () => {
  const set = new ApexSet(OBJECT);
  assert.equal(call('System.Set', 'add', set, 'a'), true);
  assert.equal(call('System.Set', 'add', set, 'a'), false);
  assert.equal(call('System.Set', 'add', set, 'A'), true);
  set.add(decimal('1.0'));
  assert.equal(set.has(decimal('1.00')), true);
  assert.equal(set.has(new ApexDouble(1)), false);
});

test('set algebra tells whether the set changed', () => {
  const set = new ApexSet(INTEGER, [1, 2, 3]);
  assert.equal(call('System.Set', 'retainAll', set, new ApexList(INTEGER, [2, 3, 4])), true);
  assert.equal(call('System.Set', 'removeAll', set, new ApexList(INTEGER, [9])), false);
  assert.equal(call('System.Set', 'containsAll', set, new ApexList(INTEGER, [2])), true);
  assert.equal(text(set), '{2, 3}');
});

test('records are keys by their field values', () => {
  const set = new ApexSet(types.sobject('Account'), [
    account({ Name: 'A' }),
    account({ Name: 'A' }),
    account({ Name: 'B' }),
  ]);
  assert.equal(set.size, 2);
  const record = account({ Name: 'A' });
  const before = keyOf(record);
  record.set1('Name', 'C');
  assert.notEqual(keyOf(record), before);
});

test('maps keep order, give null for what they lack, and return what they replaced', () => {
  const map = new ApexMap(STRING, INTEGER);
  assert.equal(call('System.Map', 'put', map, 'a', 1), null);
  assert.equal(call('System.Map', 'put', map, 'a', 2), 1);
  map.put('b', null);
  assert.equal(map.get('x'), null);
  assert.equal(call('System.Map', 'containsKey', map, 'b'), true);
  assert.equal(text(map), '{a=2, b=null}');
  assert.equal(text(call('System.Map', 'keySet', map)), '{a, b}');
  assert.equal(call('System.Map', 'remove', map, 'a'), 2);
});

test('maps of records take their Ids', () => {
  const rows = new ApexList(types.sobject('Account'), [account({ Id: '001000000000001AAA' })]);
  const map: ApexMap = make('System.Map', types.prim('Id'), types.sobject('Account'), rows);
  assert.equal(map.get('001000000000001AAA'), rows.a[0]);
  rows.a.push(account({}));
  assert.throws(
    () => make('System.Map', types.prim('Id'), types.sobject('Account'), rows),
    apexError('ListException', 'Row with null Id at index: 1'),
  );
});

test('long collections print ten elements', () => {
  const list = new ApexList(
    INTEGER,
    Array.from({ length: 11 }, (_, i) => i),
  );
  assert.equal(text(list), '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
});

test('deepClone copies records, clone shares them', () => {
  const list = new ApexList(types.sobject('Account'), [account({ Id: '001000000000001AAA', Name: 'A' })]);
  assert.equal(L('clone', list).a[0], list.a[0]);
  const deep = L('deepClone', list);
  assert.notEqual(deep.a[0], list.a[0]);
  assert.equal('Id' in deep.a[0].f, false);
  assert.equal(L('deepClone', list, true).a[0].f.Id, '001000000000001AAA');
});

test('iterators end with an exception', () => {
  const iterator = call('System.List', 'iterator', strings('a'));
  assert.equal(call('System.Iterator', 'hasNext', iterator), true);
  assert.equal(call('System.Iterator', 'next', iterator), 'a');
  assert.throws(() => call('System.Iterator', 'next', iterator), apexError('NoSuchElementException', /.*/));
});

test('keySet is a view: removing removes from the map, adding is refused, the map may change during an iteration', () => {
  const map = new ApexMap(STRING, INTEGER);
  map.put('a', 1);
  map.put('b', 2);
  const keys: ApexSet = call('System.Map', 'keySet', map);
  call('System.Set', 'remove', keys, 'a');
  assert.equal(text(map), '{b=2}');
  assert.throws(() => call('System.Set', 'add', keys, 'c'), apexError('FinalException', 'Collection is read-only'));
  keys.locked++;
  for (const key of keys) {
    call('System.Map', 'remove', map, key);
    call('System.Map', 'put', map, 'c', 1);
  }
  keys.locked--;
  call('System.Map', 'put', map, 'b', 3);
  assert.equal(text(keys), '{c, b}');
});
