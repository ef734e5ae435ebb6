import { raise } from '../runtime/errors.js';
import { findMember } from '../runtime/registry.js';
import { ApexList } from '../runtime/values/list.js';
import { ApexSet } from '../runtime/values/map.js';
import { ApexObject, userMethod } from '../runtime/values/object.js';

/** Calls an instance method by name on a project object or a standard one. */
export function callMethod(target: unknown, name: string, args: unknown[]): unknown {
  if (!(target instanceof ApexObject)) return raise('System.NullPointerException', 'Attempt to de-reference a null object');
  const own = userMethod(target, name, args.length);
  if (own) return own(target, ...args);
  const standard = target.classInfo ? null : findMember(target.apexType.name, 'methods', name);
  if (!standard) throw new Error(`${target.apexType.name} has no method ${name}`);
  return standard(target, ...args);
}

/** Whether the object has that method with that number of parameters. */
export function hasMethod(target: unknown, name: string, arity: number): boolean {
  return target instanceof ApexObject && userMethod(target, name, arity) !== null;
}

/** Walks what Apex can iterate: lists, sets, `Iterable`s and query locators. */
export function* iterate(value: unknown): Generator<unknown> {
  if (value instanceof ApexList) yield* value.a;
  else if (value instanceof ApexSet) yield* value;
  else {
    const iterator = callMethod(value, 'iterator', []);
    while (callMethod(iterator, 'hasnext', []) === true) yield callMethod(iterator, 'next', []);
  }
}
