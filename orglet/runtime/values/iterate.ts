/** Iteration over anything that Apex's for-each, `addAll` and constructors accept. */
import { raise } from '../errors.js';
import type { TypeDesc } from '../types.js';
import { ApexList } from './list.js';
import { ApexMap, ApexSet } from './map.js';
import { ApexObject, nameType, StandardObject, userMethod } from './object.js';

/** Iterator of a list or set. */
export class ApexIterator extends StandardObject {
  readonly elem: TypeDesc;
  private readonly source: Iterator<unknown>;
  private ahead: IteratorResult<unknown> | null = null;

  constructor(source: Iterator<unknown>, elem: TypeDesc) {
    super();
    this.source = source;
    this.elem = elem;
  }

  hasNext(): boolean {
    this.ahead ??= this.source.next();
    return !this.ahead.done;
  }

  next(): unknown {
    if (!this.hasNext()) raise('System.NoSuchElementException', 'Iterator has no more elements.');
    const { value } = this.ahead!;
    this.ahead = null;
    return value;
  }
}
nameType(ApexIterator, 'System.Iterator');

/** `iterator.hasNext()` of a library or user iterator. */
export function hasNext(iterator: ApexObject): boolean {
  if (iterator instanceof ApexIterator) return iterator.hasNext();
  return userMethod(iterator, 'hasnext', 0)!(iterator) as boolean;
}

export function next(iterator: ApexObject): unknown {
  if (iterator instanceof ApexIterator) return iterator.next();
  return userMethod(iterator, 'next', 0)!(iterator);
}

/** `iterable.iterator()`. */
export function iteratorOf(source: unknown): ApexObject {
  if (source instanceof ApexList) return new ApexIterator(source.a[Symbol.iterator](), source.elem);
  if (source instanceof ApexSet) return new ApexIterator(source[Symbol.iterator](), source.elem);
  if (source instanceof ApexMap) return new ApexIterator(source.keys(), source.key);
  const iterator = source instanceof ApexObject ? userMethod(source, 'iterator', 0) : null;
  return iterator
    ? (iterator(source as ApexObject) as ApexObject)
    : raise('System.TypeException', 'Value is not iterable');
}

function* drained(iterator: ApexObject): Generator<unknown> {
  while (hasNext(iterator)) yield next(iterator);
}

/** The elements of a list, a set, or a user class that implements Iterable or Iterator. */
export function elements(source: unknown): Iterable<unknown> {
  if (source instanceof ApexList) return source.a;
  if (source instanceof ApexSet) return source;
  if (source instanceof ApexIterator) return drained(source);
  if (source instanceof ApexObject && !userMethod(source, 'iterator', 0) && userMethod(source, 'hasnext', 0))
    return drained(source);
  return drained(iteratorOf(source));
}
