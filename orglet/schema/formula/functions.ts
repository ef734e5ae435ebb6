/** How formula functions are declared and looked up. */
import type { FieldInfo, ObjectInfo } from '../model.js';
import { FormulaError, type FormulaNode } from './parser.js';
import type { Expression, FormulaType, Run, Scope } from './types.js';

/** What a function may ask of the compiler. */
export interface FunctionCompiler {
  compile(node: FormulaNode): Expression;
  /** The field that `$ObjectType.Account.Fields.Name` or `Account.Name` names. */
  fieldToken(node: FormulaNode): { object: ObjectInfo; field: FieldInfo };
}

export interface FormulaFunction {
  readonly min: number;
  readonly max: number;
  build(
    compiler: FunctionCompiler,
    args: readonly Expression[],
    node: FormulaNode & { kind: 'call' },
  ): { type: FormulaType; run: Run };
  /** Takes its arguments as they are written. */
  readonly raw?: boolean;
}

const registry = new Map<string, FormulaFunction>();

export function define(name: string, definition: FormulaFunction): void {
  registry.set(name, definition);
}

export const findFunction = (name: string): FormulaFunction | undefined => registry.get(name);
export const functionNames = (): string[] => [...registry.keys()].sort();

type Params = readonly FormulaType[];

/**
 * A function of values: text parameters are never null, any other null argument makes the result null.
 * @param params types of the parameters; the last one repeats up to `max`
 */
export function values(
  name: string,
  type: FormulaType,
  params: Params,
  min: number,
  max: number,
  fn: (...args: any[]) => unknown,
): void {
  define(name, {
    min,
    max,
    build: (_compiler, args, node) => {
      args.forEach((arg, i) => requireType(name, arg, params[Math.min(i, params.length - 1)]!, node.args[i]!.at));
      return { type, run: (scope) => apply(scope, args, fn) };
    },
  });
}

function apply(scope: Scope, args: readonly Expression[], fn: (...args: never[]) => unknown): unknown {
  const given: unknown[] = [];
  for (const arg of args) {
    const value = arg.run(scope);
    if (value === null && arg.type !== 'Text') return null;
    given.push(value ?? '');
  }
  return fn(...(given as never[]));
}

/** @throws FormulaError when an argument cannot have the type */
export function requireType(name: string, arg: Expression, type: FormulaType, at: number): void {
  if (type === 'Any' || arg.type === type || arg.type === 'Any' || arg.type === 'Null') return;
  if (type === 'Date' && arg.type === 'Datetime') return;
  throw new FormulaError(
    `Incorrect parameter type for function '${name}()'. Expected ${type}, received ${arg.type}`,
    at,
  );
}

/** The type that several results have in common; nulls fit anything. */
export function commonType(args: readonly Expression[]): FormulaType {
  const types = new Set(args.map((arg) => arg.type).filter((type) => type !== 'Null'));
  if (types.size === 0) return 'Null';
  return types.size === 1 ? [...types][0]! : 'Any';
}
