/** System.List, System.Set and System.Map. Constructors take the type arguments before Apex's arguments. */
import { raise, raiseNullArgument } from '../errors.js';
import { hooks } from '../hooks.js';
import { defineClass } from '../registry.js';
import { sobjectType, SObjectValue } from '../sobject.js';
import { ID, type TypeDesc } from '../types.js';
import { compare } from '../values/compare.js';
import { equals, hashCode } from '../values/equality.js';
import { elements, iteratorOf } from '../values/iterate.js';
import { ApexList, listGet, listSet, raiseLocked } from '../values/list.js';
import { ApexMap, ApexSet, KeySet } from '../values/map.js';
import { userMethod, type ApexObject } from '../values/object.js';
import { text } from '../values/text.js';
import { need } from './args.js';
import { deepCloned } from './clone.js';

const common = { equals, hashcode: hashCode, tostring: text, iterator: iteratorOf };

function recordType(elem: TypeDesc): unknown {
  if (elem.kind !== 'sobject' || elem.name === 'SObject') return null;
  const object = hooks.schema?.resolveObject(elem.name);
  return object ? sobjectType(object) : null;
}

const cloneOptions = (preserveId = false, preserveTimestamps = false, preserveAutonumber = false) => ({
  preserveId: preserveId === true,
  deep: true,
  preserveTimestamps: preserveTimestamps === true,
  preserveAutonumber: preserveAutonumber === true,
});

/** `new List<T>()`, `new List<T>(size)`, `new List<T>(collection)`. */
function newList(elem: TypeDesc, source?: unknown): ApexList {
  if (source === undefined) return new ApexList(elem);
  if (typeof source === 'number') {
    if (source < 0) raise('System.ListException', `List size is negative: ${source}`);
    return new ApexList(elem, new Array(source).fill(null));
  }
  return new ApexList(elem, [...elements(need(source))]);
}

function add(self: ApexList, first: unknown, second?: unknown): void {
  if (self.locked) raiseLocked(self.locked);
  if (second === undefined) {
    self.a.push(first);
    return;
  }
  const index = need(first) as number;
  if (index < 0 || index > self.a.length) raise('System.ListException', `List index out of bounds: ${index}`);
  self.a.splice(index, 0, second);
}

function addAll(self: ApexList, source: unknown): void {
  if (self.locked) raiseLocked(self.locked);
  for (const item of source === self ? [...self.a] : elements(need(source))) self.a.push(item);
}

function remove(self: ApexList, index: number): unknown {
  if (self.locked) raiseLocked(self.locked);
  const removed = listGet(self, index);
  self.a.splice(index, 1);
  return removed;
}

function indexOf(self: ApexList, value: unknown): number {
  const { a } = self;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return a.indexOf(value);
  for (let i = 0; i < a.length; i++) if (equals(a[i], value)) return i;
  return -1;
}

function sort(self: ApexList, comparator?: ApexObject): void {
  if (self.locked) raiseLocked(self.locked);
  if (comparator === undefined) {
    self.a.sort(compare);
    return;
  }
  const method = userMethod(need(comparator), 'compare', 2) ?? raise('System.TypeException', 'Comparator expected');
  self.a.sort((a, b) => (method(comparator, a, b) as number | null) ?? raiseNullArgument());
}

defineClass('System.List', {
  instance: ApexList,
  ctor: newList,
  methods: {
    ...common,
    add,
    addall: addAll,
    clear: (self: ApexList) => {
      if (self.locked) raiseLocked(self.locked);
      self.a = [];
    },
    clone: (self: ApexList) => new ApexList(self.elem, self.a.slice()),
    contains: (self: ApexList, value: unknown) => indexOf(self, value) >= 0,
    deepclone: (self: ApexList, ...flags: boolean[]) => deepCloned(self, cloneOptions(...flags)),
    get: listGet,
    getsobjecttype: (self: ApexList) => recordType(self.elem),
    indexof: indexOf,
    isempty: (self: ApexList) => self.a.length === 0,
    remove,
    removeall: (self: ApexList, source: unknown) => {
      if (self.locked) raiseLocked(self.locked);
      const removed = new ApexSet(self.elem, elements(need(source)));
      const kept = self.a.filter((item) => !removed.has(item));
      const changed = kept.length !== self.a.length;
      self.a = kept;
      return changed;
    },
    set: listSet,
    size: (self: ApexList) => self.a.length,
    sort,
  },
});

defineClass('System.Set', {
  instance: ApexSet,
  ctor: (elem: TypeDesc, source?: unknown) =>
    source === undefined ? new ApexSet(elem) : new ApexSet(elem, elements(need(source))),
  methods: {
    ...common,
    add: (self: ApexSet, value: unknown) => self.add(value),
    addall: (self: ApexSet, source: unknown) => {
      let changed = false;
      for (const item of source === self ? [] : elements(need(source))) changed = self.add(item) || changed;
      return changed;
    },
    clear: (self: ApexSet) => self.clear(),
    clone: (self: ApexSet) => new ApexSet(self.elem, self),
    contains: (self: ApexSet, value: unknown) => self.has(value),
    containsall: (self: ApexSet, source: unknown) => {
      for (const item of elements(need(source))) if (!self.has(item)) return false;
      return true;
    },
    getsobjecttype: (self: ApexSet) => recordType(self.elem),
    isempty: (self: ApexSet) => self.size === 0,
    remove: (self: ApexSet, value: unknown) => self.remove(value),
    removeall: (self: ApexSet, source: unknown) => {
      let changed = false;
      for (const item of [...elements(need(source))]) changed = self.remove(item) || changed;
      return changed;
    },
    retainall: (self: ApexSet, source: unknown) => {
      const kept = new ApexSet(self.elem, elements(need(source)));
      let changed = false;
      for (const item of [...self]) if (!kept.has(item)) changed = self.remove(item) || changed;
      return changed;
    },
    size: (self: ApexSet) => self.size,
  },
});

/** @param fresh whether the map is being made: only the constructor refuses records without an Id */
function putAll(self: ApexMap, source: unknown, fresh = false): void {
  if (source instanceof ApexMap) {
    for (const [key, value] of source.entries()) self.put(key, value);
    return;
  }
  let index = 0;
  for (const record of elements(need(source)) as Iterable<SObjectValue | null>) {
    const id = need(record).id;
    if (id === null && self.key === ID && fresh) raise('System.ListException', `Row with null Id at index: ${index}`);
    self.put(id, record);
    index++;
  }
}

defineClass('System.Map', {
  instance: ApexMap,
  ctor: (key: TypeDesc, value: TypeDesc, source?: unknown) => {
    const map = new ApexMap(key, value);
    if (source !== undefined) putAll(map, source, true);
    return map;
  },
  methods: {
    ...common,
    clear: (self: ApexMap) => self.clear(),
    clone: (self: ApexMap) => {
      const copy = new ApexMap(self.key, self.value);
      putAll(copy, self);
      return copy;
    },
    containskey: (self: ApexMap, key: unknown) => self.has(key),
    deepclone: (self: ApexMap) => deepCloned(self, cloneOptions(true, true, true)),
    get: (self: ApexMap, key: unknown) => self.get(key),
    getsobjecttype: (self: ApexMap) => recordType(self.value),
    isempty: (self: ApexMap) => self.m.size === 0,
    keyset: (self: ApexMap) => new KeySet(self),
    put: (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
    putall: (self: ApexMap, source: unknown) => putAll(self, source),
    remove: (self: ApexMap, key: unknown) => self.remove(key),
    size: (self: ApexMap) => self.m.size,
    values: (self: ApexMap) => new ApexList(self.value, [...self.values()]),
  },
});
