/** Methods every object has, and the interfaces whose methods the library or user classes implement. */
import { raise } from '../errors.js';
import { defineClass, type LibFunction } from '../registry.js';
import { equals, hashCode } from '../values/equality.js';
import { hasNext, iteratorOf, next } from '../values/iterate.js';
import { ApexObject, objectType, userMethod } from '../values/object.js';
import { valueOf } from '../values/text.js';

export const objectMethods = {
  equals: (self: unknown, other: unknown) => equals(self, other),
  hashcode: (self: unknown) => hashCode(self),
  tostring: (self: unknown) => valueOf(self),
};

/** A method that only user classes implement. */
function delegated(name: string): LibFunction {
  return (self: ApexObject, ...args: unknown[]) => {
    const method = userMethod(self, name.toLowerCase(), args.length);
    return method
      ? method(self, ...args)
      : raise('System.TypeException', `${objectType(self).name} does not implement ${name}`);
  };
}

defineClass('System.Object', { methods: objectMethods });
defineClass('System.Iterable', { methods: { iterator: iteratorOf } });
defineClass('System.Iterator', { methods: { hasnext: hasNext, next } });
defineClass('System.Comparable', { methods: { compareto: delegated('compareTo') } });
defineClass('System.Comparator', { methods: { compare: delegated('compare') } });
defineClass('System.Callable', { methods: { call: delegated('call') } });
