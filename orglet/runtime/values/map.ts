import type { TypeDesc } from '../types.js';
import { equals, hasUserEquality, keyOf, userHash } from './equality.js';
import { raiseLocked, raiseReadOnly, READ_ONLY } from './list.js';

/** The key under which a collection holds `value`. Objects with their own `equals` are probed by hash code. */
function slot<E>(m: Map<unknown, E>, value: unknown, valueOf: (entry: E) => unknown): unknown {
  if (typeof value !== 'object' || value === null || !hasUserEquality(value)) return keyOf(value);
  const base = `\0h${userHash(value)}:`;
  for (let probe = 0; ; probe++) {
    const key = base + probe;
    const entry = m.get(key);
    if (entry === undefined || equals(valueOf(entry), value)) return key;
  }
}

/** Rebuilds a map after a probed entry was removed, so that no probe chain has a hole. */
function closeGap<E>(m: Map<unknown, E>, removed: unknown, valueOf: (entry: E) => unknown): void {
  if (typeof removed !== 'string' || !removed.startsWith('\0h')) return;
  const cut = removed.lastIndexOf(':') + 1;
  if (!m.has(removed.slice(0, cut) + (Number(removed.slice(cut)) + 1))) return;
  const entries = [...m.values()];
  m.clear();
  for (const entry of entries) m.set(slot(m, valueOf(entry), valueOf), entry);
}

const first = (entry: [unknown, unknown]) => entry[0];
const boxed = (entry: { v: unknown }) => entry.v;

/** Map in insertion order. */
export class ApexMap {
  m = new Map<unknown, [k: any, v: any]>();
  key: TypeDesc;
  value: TypeDesc;
  locked = 0;
  constructor(key: TypeDesc, value: TypeDesc) {
    this.key = key;
    this.value = value;
  }

  get(key: unknown): any {
    const entry = this.m.get(typeof key === 'object' && key !== null ? slot(this.m, key, first) : key);
    return entry === undefined ? null : entry[1];
  }

  has(key: unknown): boolean {
    return this.m.has(typeof key === 'object' && key !== null ? slot(this.m, key, first) : key);
  }

  /** @returns the value that was there, or null. */
  put(key: unknown, value: unknown): any {
    const at = typeof key === 'object' && key !== null ? slot(this.m, key, first) : key;
    const entry = this.m.get(at);
    // As in Java, another value for a key that is there does not disturb an iteration.
    if (this.locked && (entry === undefined || this.locked >= READ_ONLY)) raiseLocked(this.locked);
    if (entry === undefined) {
      this.m.set(at, [key, value]);
      return null;
    }
    const before = entry[1];
    entry[1] = value;
    return before;
  }

  /** @returns the value removed, or null. */
  remove(key: unknown): any {
    if (this.locked) raiseLocked(this.locked);
    const at = slot(this.m, key, first);
    const entry = this.m.get(at);
    if (entry === undefined) return null;
    this.m.delete(at);
    closeGap(this.m, at, first);
    return entry[1];
  }

  clear(): void {
    if (this.locked) raiseLocked(this.locked);
    this.m.clear();
  }

  get size(): number {
    return this.m.size;
  }

  entries(): IterableIterator<[any, any]> {
    return this.m.values();
  }

  *keys(): IterableIterator<any> {
    for (const entry of this.m.values()) yield entry[0];
  }

  *values(): IterableIterator<any> {
    for (const entry of this.m.values()) yield entry[1];
  }
}

/** Set in insertion order. `m` maps the hash key to the element. */
export class ApexSet {
  protected m = new Map<unknown, any>();
  elem: TypeDesc;
  declare locked: number;
  constructor(elem: TypeDesc, items?: Iterable<unknown>) {
    this.elem = elem;
    this.locked = 0;
    if (items) for (const item of items) this.add(item);
  }

  private at(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (!hasUserEquality(value)) return keyOf(value);
    const base = `\0h${userHash(value)}:`;
    for (let probe = 0; ; probe++) {
      const key = base + probe;
      if (!this.m.has(key) || equals(this.m.get(key), value)) return key;
    }
  }

  has(value: unknown): boolean {
    return this.m.has(this.at(value));
  }

  /** @returns whether the set changed. */
  add(value: unknown): boolean {
    if (this.locked) raiseLocked(this.locked);
    const at = this.at(value);
    if (this.m.has(at)) return false;
    this.m.set(at, value);
    return true;
  }

  remove(value: unknown): boolean {
    if (this.locked) raiseLocked(this.locked);
    const at = this.at(value);
    if (!this.m.delete(at)) return false;
    if (typeof at === 'string' && at.startsWith('\0h')) {
      const entries = new Map([...this.m].map(([key, v]) => [key, { v }]));
      closeGap(entries, at, boxed);
      this.m = new Map([...entries].map(([key, { v }]) => [key, v]));
    }
    return true;
  }

  clear(): void {
    if (this.locked) raiseLocked(this.locked);
    this.m.clear();
  }

  get size(): number {
    return this.m.size;
  }

  [Symbol.iterator](): IterableIterator<any> {
    return this.m.values();
  }
}

/**
 * `Map.keySet()`: a view of the map. What is removed from it leaves the map too; nothing can be added.
 * An iteration runs over the keys of its start: projects whose tests pass in an org remove entries meanwhile.
 */
export class KeySet extends ApexSet {
  private readonly source: ApexMap;
  constructor(source: ApexMap) {
    super(source.key);
    this.source = source;
  }

  override has(value: unknown): boolean {
    return this.source.has(value);
  }

  override add(_value: unknown): boolean {
    return raiseReadOnly();
  }

  override remove(value: unknown): boolean {
    if (!this.source.has(value)) return false;
    this.source.remove(value);
    return true;
  }

  override clear(): void {
    this.source.clear();
  }

  override get size(): number {
    return this.source.m.size;
  }

  override [Symbol.iterator](): IterableIterator<any> {
    return [...this.source.keys()].values();
  }
}
