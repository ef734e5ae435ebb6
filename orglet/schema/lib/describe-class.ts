/** Declares describe classes, whose values are reached as methods (`getLabel()`, `isCustom()`) and as properties (`Label`). */
import { defineClass, type LibFunction, type LibProperty } from '../../runtime/registry.js';
import { StandardObject } from '../../runtime/values/object.js';

/** A describe result about one thing of the model. */
export abstract class Describe<T> extends StandardObject {
  readonly about: T;
  constructor(about: T) {
    super();
    this.about = about;
  }
}

type Getters<T> = Readonly<Record<string, (about: T) => unknown>>;

/**
 * Registers a describe class.
 * @param values reached by `getX()` and `X`
 * @param flags reached by `isX()` and `X`
 */
export function describeClass<T>(
  name: string,
  instance: abstract new (about: T) => Describe<T>,
  values: Getters<T>,
  flags: Getters<T> = {},
  methods: Record<string, LibFunction> = {},
): void {
  const all: Record<string, LibFunction> = { ...methods };
  const props: Record<string, LibProperty> = {};
  const add = (prefix: string, getters: Getters<T>) => {
    for (const [member, read] of Object.entries(getters)) {
      const get = (self: Describe<T>) => read(self.about);
      all[prefix + member.toLowerCase()] = get;
      props[member.toLowerCase()] = { get };
    }
  };
  add('get', values);
  add('is', flags);
  defineClass(name, { instance, methods: all, props });
}

/** One describe result per thing, so that equal describes are identical. */
export function memoized<T extends object, D>(make: (about: T) => D): (about: T) => D {
  const known = new WeakMap<T, D>();
  return (about) => {
    let result = known.get(about);
    if (result === undefined) known.set(about, (result = make(about)));
    return result;
  };
}
