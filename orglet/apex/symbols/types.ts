/** Static types. Two types are the same when their keys are. */
import type { ObjectView } from '../schema-view.js';
import type { ClassSymbol } from './symbols.js';
import type { StandardClass } from './standard.js';

export type PrimitiveName =
  'Blob' | 'Boolean' | 'Date' | 'Datetime' | 'Decimal' | 'Double' | 'Id' | 'Integer' | 'Long' | 'String' | 'Time';

interface Base {
  /** As Apex prints it. */
  readonly name: string;
  readonly key: string;
}
export interface PrimitiveType extends Base {
  readonly k: 'prim';
  readonly name: PrimitiveName;
}
export interface SObjectType extends Base {
  readonly k: 'sobject';
  /** Null for the generic `SObject` and for `AggregateResult`. */
  readonly view: ObjectView | null;
}
export interface ListType extends Base {
  readonly k: 'list';
  readonly e: Type;
  /** Type of a SOQL expression: also assignable to a single record. */
  readonly query?: true;
}
export interface SetType extends Base {
  readonly k: 'set';
  readonly e: Type;
}
export interface MapType extends Base {
  readonly k: 'map';
  readonly key: string;
  readonly from: Type;
  readonly to: Type;
}
export interface ClassType extends Base {
  readonly k: 'class';
  readonly sym: ClassSymbol;
}
export interface StandardType extends Base {
  readonly k: 'std';
  readonly cls: StandardClass;
  readonly args: readonly Type[];
}
/** A type variable of a generic standard class, before it is replaced. */
export interface VariableType extends Base {
  readonly k: 'var';
}
export type Type =
  | PrimitiveType
  | SObjectType
  | ListType
  | SetType
  | MapType
  | ClassType
  | StandardType
  | VariableType
  | (Base & { readonly k: 'any' | 'void' | 'null' | 'error' });

const simple = <K extends string>(k: K, name: string) => ({ k, name, key: name.toLowerCase() });
const prim = (name: PrimitiveName): PrimitiveType => ({ k: 'prim', name, key: name.toLowerCase() });

export const ANY: Type = simple('any', 'Object');
export const VOID: Type = simple('void', 'void');
export const NULL: Type = simple('null', 'null');
/** What an expression with a problem has; every use of it is accepted, so that one mistake gives one problem. */
export const ERROR: Type = simple('error', '?');
export const BLOB = prim('Blob');
export const BOOLEAN = prim('Boolean');
export const DATE = prim('Date');
export const DATETIME = prim('Datetime');
export const DECIMAL = prim('Decimal');
export const DOUBLE = prim('Double');
export const ID = prim('Id');
export const INTEGER = prim('Integer');
export const LONG = prim('Long');
export const STRING = prim('String');
export const TIME = prim('Time');
export const SOBJECT: SObjectType = { k: 'sobject', name: 'SObject', key: 'sobject', view: null };
export const AGGREGATE: SObjectType = { k: 'sobject', name: 'AggregateResult', key: 'aggregateresult', view: null };

const PRIMITIVES = new Map(
  [BLOB, BOOLEAN, DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER, LONG, STRING, TIME].map((type) => [type.key, type]),
);
export const primitiveType = (name: string): PrimitiveType | null => PRIMITIVES.get(name.toLowerCase()) ?? null;

export const listOf = (e: Type): ListType => ({ k: 'list', e, name: `List<${e.name}>`, key: `list<${e.key}>` });
export const queryOf = (e: Type): ListType => ({ ...listOf(e), query: true });
export const setOf = (e: Type): SetType => ({ k: 'set', e, name: `Set<${e.name}>`, key: `set<${e.key}>` });
export const mapOf = (from: Type, to: Type): MapType => ({
  k: 'map',
  from,
  to,
  name: `Map<${from.name},${to.name}>`,
  key: `map<${from.key},${to.key}>`,
});
export const sobjectOf = (view: ObjectView): SObjectType => ({
  k: 'sobject',
  name: view.name,
  key: `so:${view.name.toLowerCase()}`,
  view,
});
export function standardOf(cls: StandardClass, args: readonly Type[] = []): StandardType {
  const suffix = args.length ? `<${args.map((arg) => arg.name).join(',')}>` : '';
  const keys = args.length ? `<${args.map((arg) => arg.key).join(',')}>` : '';
  return {
    k: 'std',
    cls,
    args,
    name: cls.name.replace(/^System\./, '') + suffix,
    key: `std:${cls.name.toLowerCase()}${keys}`,
  };
}

export const same = (a: Type, b: Type): boolean => a.key === b.key;
export const isNumeric = (t: Type): boolean =>
  t.k === 'prim' && (t.key === 'integer' || t.key === 'long' || t.key === 'double' || t.key === 'decimal');
export const isText = (t: Type): boolean => t === STRING || t === ID;
export const isStandard = (t: Type, name: string): boolean =>
  t.k === 'std' && t.cls.name.toLowerCase() === name.toLowerCase();

/** Replaces type variables. */
export function substitute(t: Type, bindings: ReadonlyMap<string, Type>): Type {
  if (bindings.size === 0) return t;
  switch (t.k) {
    case 'var':
      return bindings.get(t.key) ?? ANY;
    case 'list':
      return listOf(substitute(t.e, bindings));
    case 'set':
      return setOf(substitute(t.e, bindings));
    case 'map':
      return mapOf(substitute(t.from, bindings), substitute(t.to, bindings));
    case 'std':
      return t.args.length
        ? standardOf(
            t.cls,
            t.args.map((arg) => substitute(arg, bindings)),
          )
        : t;
    default:
      return t;
  }
}
