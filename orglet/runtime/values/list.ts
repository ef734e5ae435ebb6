import { raise } from '../errors.js';
import type { TypeDesc } from '../types.js';

export const raiseIterated = (): never =>
  raise('System.FinalException', 'Cannot modify a collection while it is being iterated.');
export const raiseReadOnly = (): never => raise('System.FinalException', 'Collection is read-only');

/** State of a collection that forbids changes: above zero while iterated, `READ_ONLY` for trigger context variables. */
export const READ_ONLY = 0x40000000;

export function raiseLocked(locked: number): never {
  return locked >= READ_ONLY ? raiseReadOnly() : raiseIterated();
}

/** List and array. Library code reads `a` directly; only functions that change it look at `locked`. */
export class ApexList {
  a: any[];
  elem: TypeDesc;
  /** Number of running for-each loops over this list, or READ_ONLY. */
  locked = 0;
  constructor(elem: TypeDesc, a: unknown[] = []) {
    this.elem = elem;
    this.a = a;
  }

  [Symbol.iterator](): IterableIterator<unknown> {
    return this.a[Symbol.iterator]();
  }
}

/** `list[index]` and `list.get(index)`. */
export function listGet(list: ApexList, index: number | null): any {
  if (index === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  if (index < 0 || index >= list.a.length) return raise('System.ListException', `List index out of bounds: ${index}`);
  return list.a[index];
}

/** `list[index] = value` and `list.set(index, value)`. */
export function listSet(list: ApexList, index: number | null, value: unknown): void {
  if (index === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  if (index < 0 || index >= list.a.length) raise('System.ListException', `List index out of bounds: ${index}`);
  if (list.locked >= READ_ONLY) raiseReadOnly();
  list.a[index] = value;
}
