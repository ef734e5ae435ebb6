import { ApexExceptionObject, ApexObject, type ClassInfo } from '../classes.js';
import { types, type TypeDesc } from '../types.js';

export { ApexObject };

type Method = (self: ApexObject, ...args: unknown[]) => unknown;
const known = new WeakMap<ClassInfo, Map<string, Method | null>>();

/**
 * A method that a project class declares or inherits from another project class, by lower-case name and arity;
 * remembered per class. Null for standard classes.
 */
export function userMethod(target: ApexObject, name: string, arity: number): Method | null {
  const info = target.classInfo;
  if (!info) return null;
  let methods = known.get(info);
  if (!methods) known.set(info, (methods = new Map()));
  const key = `${name}/${arity}`;
  let method = methods.get(key);
  if (method === undefined) {
    const found = info.findMethods(name).find((candidate) => !candidate.static && candidate.params.length === arity);
    method = found ? (self, ...args) => found.invoke(self, args) : null;
    methods.set(key, method);
  }
  return method;
}

/**
 * Base of standard classes. `name` and value semantics are the subclass's; `defineClass({ instance })` puts the type on
 * its prototype.
 */
export abstract class StandardObject extends ApexObject {
  /** What `String.valueOf` prints; null: `[object]` style with the class name only. */
  describe(): string | null {
    return null;
  }

  /** Key under which equal values are equal in collections; null: identity. */
  hashKey(): string | null {
    return null;
  }
}

/** Gives a JavaScript class its Apex type. */
export function nameType(constructor: { prototype: object }, name: string): void {
  Object.defineProperty(constructor.prototype, 'apexType', {
    value: types.std(name),
    configurable: true,
    writable: true,
  });
}

/** Runtime type of an Apex object. */
export const objectType = (target: ApexObject): TypeDesc =>
  target instanceof ApexExceptionObject && !target.classInfo ? types.std(target.typeName) : target.apexType;
