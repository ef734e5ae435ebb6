import { instanceOf, invokeMethod } from '../runtime/ops.js';
import { ApexObject, userMethod } from '../runtime/values/object.js';

/** Whether a project object has a method of that name with that number of parameters. */
export function hasMethod(target: unknown, name: string, arity: number): boolean {
  return target instanceof ApexObject && userMethod(target, name, arity) !== null;
}

/**
 * Calls a method that the platform calls back. A class may implement several callback interfaces whose methods have the
 * same name (`Queueable` and `Finalizer`): the one that takes these arguments is meant.
 */
export function callBack(target: unknown, name: string, args: unknown[]): unknown {
  const overloads =
    target instanceof ApexObject
      ? (target.classInfo?.findMethods(name).filter(({ params }) => params.length === args.length) ?? [])
      : [];
  if (overloads.length < 2) return invokeMethod(target, name, args);
  const fitting = overloads.find(({ params }) => params.every(({ type }, index) => instanceOf(args[index], type)));
  return (fitting ?? overloads[0]).invoke(target, args);
}
