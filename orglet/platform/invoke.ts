import { ApexObject, userMethod } from '../runtime/values/object.js';

/** Whether a project object has a method of that name with that number of parameters. */
export function hasMethod(target: unknown, name: string, arity: number): boolean {
  return target instanceof ApexObject && userMethod(target, name, arity) !== null;
}
