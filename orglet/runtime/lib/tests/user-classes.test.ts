// What the library does with instances of project classes: equals/hashCode, compareTo, toString, iterators and JSON.
// Source: Apex Developer Guide, "Using Custom Types in Map Keys and Sets", "Comparable Interface"; Apex Reference, JSON.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ApexObject, registerClasses, type ClassInfo, type FieldInfo, type MethodInfo } from '../../classes.js';
import { INTEGER, STRING, types } from '../../types.js';
import { text } from '../../values.js';
import { ApexList } from '../../values/list.js';
import { ApexMap, ApexSet } from '../../values/map.js';
import { apexType } from '../type.js';
import { apexError, call, make, stat } from './helpers.js';

class Point extends ApexObject {
  x: number | null = null;
  label: string | null = null;
  secret: number | null = 7;
}

const field = (name: 'x' | 'label' | 'secret', type = INTEGER, transient = false): FieldInfo =>
  ({
    name,
    type,
    transient,
    static: false,
    property: false,
    readable: true,
    writable: true,
    get: (self: Point) => self[name],
    set: (self: Point, value: never) => {
      self[name] = value;
    },
  }) as unknown as FieldInfo;

const method = (name: string, arity: number, run: (self: Point, ...args: never[]) => unknown): MethodInfo =>
  ({
    name,
    static: false,
    params: new Array(arity).fill({}),
    invoke: (self: Point, args: never[]) => run(self, ...args),
  }) as unknown as MethodInfo;

const FIELDS = [field('x'), field('label', STRING), field('secret', INTEGER, true)];

/** Makes `Geo.Point` a project class with these methods. */
function declare(methods: MethodInfo[] = []): void {
  const info = {
    name: 'Geo.Point',
    simpleName: 'Point',
    kind: 'class',
    abstract: false,
    type: types.cls('Geo.Point'),
    supertypes: new Set(['geo.point']),
    standardSuper: null,
    constructors: [],
    js: Point,
    allFields: () => FIELDS,
    findField: (name: string) =>
      FIELDS.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase()) ?? null,
    findMethods: (name: string) => methods.filter((candidate) => candidate.name.toLowerCase() === name.toLowerCase()),
  } as unknown as ClassInfo;
  Object.defineProperty(Point.prototype, 'classInfo', { value: info, configurable: true });
  Object.defineProperty(Point.prototype, 'apexType', { value: info.type, configurable: true });
  registerClasses([info]);
}

function point(x: number | null, label: string | null = null): Point {
  return Object.assign(new Point(), { x, label });
}

beforeEach(() => declare());
afterEach(() => registerClasses([]));

test('without equals, objects are themselves only', () => {
  const one = point(1);
  const set = new ApexSet(types.cls('Geo.Point'), [one, point(1), one]);
  assert.equal(set.size, 2);
});

test('with equals and hashCode, equal objects are one key, even where hash codes collide', () => {
  declare([
    method('equals', 1, (self, other: Point) => self.x === other.x),
    method('hashCode', 0, (self) => (self.x ?? 0) % 2),
  ]);
  const map = new ApexMap(types.cls('Geo.Point'), INTEGER);
  for (const x of [1, 3, 5, 2]) map.put(point(x), x);
  assert.deepEqual([map.get(point(3)), map.get(point(5)), map.get(point(7))], [3, 5, null]);
  assert.equal(map.remove(point(1)), 1);
  assert.deepEqual([map.get(point(3)), map.get(point(5)), map.size], [3, 5, 3]);
  const set = new ApexSet(types.cls('Geo.Point'), [point(1), point(3), point(1)]);
  set.remove(point(1));
  assert.deepEqual([set.has(point(3)), set.size], [true, 1]);
});

test('sort asks compareTo, and refuses classes without it', () => {
  const list = new ApexList(types.cls('Geo.Point'), [point(3), point(1), point(2)]);
  assert.throws(() => call('System.List', 'sort', list), apexError('ListException', /not Comparable/));
  declare([method('compareTo', 1, (self, other: Point) => self.x! - other.x!)]);
  call('System.List', 'sort', list);
  assert.deepEqual(
    list.a.map((item: Point) => item.x),
    [1, 2, 3],
  );
});

test('prints as its toString says, else its fields under the simple name', () => {
  assert.equal(text(point(1, 'a')), 'Point:[x=1, label=a, secret=7]');
  declare([method('toString', 0, (self) => `<${self.x}>`)]);
  assert.equal(text(new ApexList(types.any, [point(1)])), '(<1>)');
});

test('JSON leaves transient fields out and finds fields in any case', () => {
  assert.equal(stat('System.JSON', 'serialize', point(1)), '{"x":1,"label":null}');
  assert.equal(stat('System.JSON', 'serialize', point(1), true), '{"x":1}');
  const read = stat(
    'System.JSON',
    'deserialize',
    '{"X":2,"label":"b","secret":1,"more":[]}',
    apexType(types.cls('Geo.Point')),
  );
  assert.ok(read instanceof Point);
  assert.deepEqual([read.x, read.label, read.secret], [2, 'b', 7]);
  assert.throws(
    () => stat('System.JSON', 'deserializeStrict', '{"more":1}', apexType(types.cls('Geo.Point'))),
    apexError('JSONException', 'Unknown field: Geo.Point.more'),
  );
  assert.throws(
    () => stat('System.JSON', 'deserialize', '"}]', apexType(types.cls('Geo.Point'))),
    apexError('JSONException', "Malformed JSON: Expected '{' at the beginning of object"),
  );
});

test('lists are made from user iterables', () => {
  let left = 2;
  declare([
    method('iterator', 0, (self) => self),
    method('hasNext', 0, () => left > 0),
    method('next', 0, () => left--),
  ]);
  assert.equal(text(make('System.List', INTEGER, point(0))), '(2, 1)');
});
