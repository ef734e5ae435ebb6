/** Method and constructor calls: finding the method, choosing the overload, converting the arguments. */
import type { Expr, Pos } from '../ast.js';
import { findMember } from '../../runtime/registry.js';
import { exceptionConstructors } from '../symbols/declare.js';
import type { Project } from '../symbols/project.js';
import { standardClass } from '../symbols/standard.js';
import type { ClassSymbol, MethodSymbol } from '../symbols/symbols.js';
import {
  ANY,
  ERROR,
  listOf,
  mapOf,
  queryOf,
  SOBJECT,
  standardOf,
  STRING,
  VOID,
  type SObjectType,
  type Type,
} from '../symbols/types.js';
import type { Checker } from './checker.js';
import { chooseOverload } from './conversions.js';
import { checkExpression } from './expressions.js';
import type { Ir } from './ir.js';
import { classMethods, isVisible, standardMethods, type StandardCandidate } from './members.js';
import { checkChain, guard, memberOf, recordOfQuery, resolveRef, type Ref } from './names.js';

export const checkArguments = (c: Checker, args: readonly Expr[]): Ir[] => args.map((arg) => checkExpression(c, arg));
const typesOf = (args: readonly Ir[]): Type[] => args.map((arg) => arg.type);
const signatureText = (name: string, args: readonly Ir[]): string =>
  `${name}(${args.map((arg) => arg.type.name).join(', ')})`;
export const convertAll = (c: Checker, args: readonly Ir[], params: readonly Type[]): Ir[] =>
  args.map((arg, i) => c.convert(arg, params[i]!));

const noMethod = (c: Checker, pos: Pos, name: string, args: readonly Ir[], type: string): Ir =>
  c.error(pos, `Method does not exist or incorrect signature: ${signatureText(name, args)} from the type ${type}`);

/** A call on nothing: of an own or inherited method, or a static one of an outer class. */
export function checkOwnCall(c: Checker, name: string, argTrees: readonly Expr[], pos: Pos): Ir {
  const args = checkArguments(c, argTrees);
  if (name === 'this' || name === 'super') return constructorCall(c, name, args, pos);
  let known = false;
  for (let sym: ClassSymbol | null = c.cls; sym; sym = sym.outer) {
    const methods = classMethods(c.project, sym, name).filter((method) => method.static || sym === c.cls);
    known ||= methods.length > 0;
    const method = chooseOverload(c.project, methods, typesOf(args));
    if (!method) continue;
    if (method.static) return callMethod(c, null, method, args, pos);
    if (c.isStatic) return c.error(pos, `Method is not static and cannot be called from a static context: ${name}`);
    return callMethod(c, { k: 'this', type: c.cls.type, pos }, method, args, pos);
  }
  if (!known && !c.isStatic) {
    const inherited = standardCall(c, { k: 'this', type: c.cls.type, pos }, name, args, pos);
    if (inherited) return inherited;
  }
  return noMethod(c, pos, name, args, c.cls.name);
}

function callMethod(c: Checker, obj: Ir | null, method: MethodSymbol, args: Ir[], pos: Pos): Ir {
  if (!isVisible(c, method, method.access)) {
    return c.error(
      pos,
      `Method is not visible: ${method.owner.name}.${method.name}(${method.params.map((param) => param.name).join(', ')})`,
    );
  }
  const how = method.static ? 'static' : obj!.k === 'super' ? 'exact' : 'virtual';
  if (how === 'exact' && method.abstract)
    c.error(pos, `Abstract method cannot be called: ${method.owner.name}.${method.name}`);
  return {
    k: 'call',
    method,
    obj: method.static ? null : obj,
    args: convertAll(c, args, method.params),
    how,
    type: method.returns,
    pos,
  };
}

/** Constructors of a class with the ones it has without declaring them. */
export const constructorsOf = (
  c: Checker,
  sym: ClassSymbol,
): { params: readonly Type[]; symbol: MethodSymbol | null }[] => constructorsFor(c.project, sym);

export function constructorsFor(
  project: Project,
  sym: ClassSymbol,
): { params: readonly Type[]; symbol: MethodSymbol | null }[] {
  const own = sym.constructors.map((symbol) => ({ params: symbol.params, symbol }));
  if (sym.isException) {
    const implicit = exceptionConstructors(project)
      .filter(
        (params) =>
          !own.some(
            (item) =>
              item.params.length === params.length && item.params.every((param, i) => param.key === params[i]!.key),
          ),
      )
      .map((params) => ({ params, symbol: null }));
    return [...own, ...implicit];
  }
  return own.length ? own : [{ params: [], symbol: null }];
}

function constructorCall(c: Checker, name: 'this' | 'super', args: Ir[], pos: Pos): Ir {
  if (!c.inConstructor) return c.error(pos, `Call to ${name}() must be in a constructor`);
  const sym = name === 'this' ? c.cls : c.cls.superClass;
  if (!sym) {
    const parent = c.cls.super;
    return { k: 'newlib', cls: parent?.k === 'std' ? parent.cls.name : 'System.Object', args, type: VOID, pos };
  }
  const found = chooseOverload(c.project, constructorsOf(c, sym), typesOf(args));
  if (!found)
    return c.error(
      pos,
      `Constructor not defined: [${sym.name}].<Constructor>(${args.map((arg) => arg.type.name).join(', ')})`,
    );
  return { k: 'new', sym, ctor: found.symbol, args: convertAll(c, args, found.params), type: VOID, pos };
}

/** `receiver.name(args)`, the receiver being a value, a type or a name of the schema. */
export function checkMethodCall(c: Checker, e: Extract<Expr, { x: 'mcall' }>): Ir {
  const { name, pos } = e;
  if (e.e.x === 'super') return superCall(c, e);
  const ref: Ref = e.e.x === 'name' || e.e.x === 'dot' ? resolveRef(c, e.e) : { kind: 'value', ir: checkChain(c, e.e) };
  switch (ref.kind) {
    case 'type':
      return staticCall(c, ref.type, name, checkArguments(c, e.args), pos);
    case 'value': {
      const obj = guard(c, ref.ir, e.safe);
      const outerSafes = c.safes;
      c.safes = [];
      const args = checkArguments(c, e.args);
      c.safes = outerSafes;
      return instanceCall(c, obj, name, args, pos);
    }
    case 'describe':
    case 'describedFields':
    case 'fieldSets':
      return instanceCall(c, ref.ir, name, checkArguments(c, e.args), pos);
    case 'tokens': {
      const token: Ir = { k: 'sobjecttype', name: ref.object.name, type: std('Schema.SObjectType'), pos };
      const describe: Ir = {
        k: 'libcall',
        cls: 'Schema.SObjectType',
        name: 'getDescribe',
        obj: token,
        args: [],
        type: std('Schema.DescribeSObjectResult'),
        pos,
      };
      return instanceCall(c, memberOf(c, describe, 'fields', pos), name, checkArguments(c, e.args), pos);
    }
    case 'label':
      return staticCall(c, std('System.Label'), name, checkArguments(c, e.args), pos);
    case 'namespace': {
      // `cache.Org` and `Cache` are namespaces without a class of that name in System.
      const cls = standardClass(`System.${ref.name}`);
      if (cls) return staticCall(c, standardOf(cls), name, checkArguments(c, e.args), pos);
      return c.error(pos, `Variable does not exist: ${ref.name}`);
    }
    default:
      return c.error(pos, `Method does not exist: ${name}`);
  }
}

function std(name: string): Type {
  const cls = standardClass(name);
  return cls ? standardOf(cls) : ANY;
}

function superCall(c: Checker, e: Extract<Expr, { x: 'mcall' }>): Ir {
  const args = checkArguments(c, e.args);
  const parent = c.cls.superClass;
  const obj: Ir = { k: 'super', type: c.cls.super ?? ANY, pos: e.pos };
  const method = parent && chooseOverload(c.project, classMethods(c.project, parent, e.name), typesOf(args));
  if (method) return callMethod(c, obj, method, args, e.pos);
  const target: Type = c.cls.standardSuper ?? ANY;
  const self: Ir = { k: 'this', type: target, pos: e.pos };
  return (
    standardCall(c, self, e.name, args, e.pos, true) ?? noMethod(c, e.pos, e.name, args, parent?.name ?? target.name)
  );
}

export function instanceCall(c: Checker, obj: Ir, name: string, args: Ir[], pos: Pos): Ir {
  if (obj.type === ERROR) return obj;
  const { type } = obj;
  if (obj.k === 'record' && obj.what === 'field' && name.toLowerCase() === 'adderror') {
    // `record.Field.addError(…)` marks the field, whatever its type.
    const field: Ir = { k: 'const', of: 'String', value: obj.name, type: STRING, pos };
    return instanceCall(c, obj.obj, 'addError', [field, ...args], pos);
  }
  if (type.k === 'class') {
    const methods = classMethods(c.project, type.sym, name);
    const method = chooseOverload(c.project, methods, typesOf(args));
    if (method) {
      if (method.static)
        return c.error(
          pos,
          `Static method cannot be referenced from a non static context: ${signatureText(name, args)}`,
        );
      return callMethod(c, obj, method, args, pos);
    }
    if (name.toLowerCase() === 'clone' && args.length === 0) return { k: 'clone', obj, type, pos };
  }
  if (type.k === 'sobject') {
    const settings = recordCall(c, obj, type, name, args, pos);
    if (settings) return settings;
  }
  const found = standardCall(c, obj, name, args, pos);
  if (found) return found;
  const record = recordOfQuery(c, obj);
  return record === obj ? noMethod(c, pos, name, args, type.name) : instanceCall(c, record, name, args, pos);
}

/** Methods of sObjects whose result depends on the object's type. */
function recordCall(c: Checker, obj: Ir, type: SObjectType, name: string, args: Ir[], pos: Pos): Ir | null {
  if (name.toLowerCase() !== 'clone') return null;
  const call = standardCall(c, obj, name, args, pos);
  return call && { ...call, type };
}

/** Results of library methods that their signature does not tell. */
function resultType(candidate: StandardCandidate): Type {
  const full = `${candidate.cls.name}.${candidate.method.name}`.toLowerCase();
  if (full === 'system.database.query' || full === 'system.database.querywithbinds') return queryOf(SOBJECT);
  return candidate.returns;
}

/** Standard classes whose instances may be objects of project classes, so that calls must look at the object. */
const isOpen = (candidate: StandardCandidate): boolean =>
  candidate.cls.kind === 'interface' ||
  candidate.cls.kind === 'abstract' ||
  candidate.cls.name === 'System.Exception' ||
  candidate.cls.name === 'System.Object' ||
  candidate.cls.name === 'Database.Batchable';

function standardCall(c: Checker, obj: Ir, name: string, args: Ir[], pos: Pos, exact = false): Ir | null {
  const found = chooseOverload(c.project, standardMethods(c.project, obj.type, name, false), typesOf(args));
  if (!found) return null;
  const values = convertAll(c, args, found.params);
  const type = resultType(found);
  if (!exact && (isOpen(found) || obj.type.k === 'class') && found.cls.name !== 'System.Enum') {
    return { k: 'invoke', cls: found.cls.name, name: found.method.name, obj, args: values, type, pos };
  }
  return { k: 'libcall', cls: receiverClass(obj.type, found), name: found.method.name, obj, args: values, type, pos };
}

/** The class under which a method is looked up in the registry: the receiver's, which may refine an inherited method. */
const receiverClass = (t: Type, found: StandardCandidate): string =>
  t.k === 'std' && t.cls.kind !== 'enum' ? t.cls.name : found.cls.name;

/** `Type.name(args)`. */
function staticCall(c: Checker, type: Type, name: string, args: Ir[], pos: Pos): Ir {
  if (type === ERROR) return { k: 'bad', type, pos };
  const key = name.toLowerCase();
  if (type.k === 'class') {
    if (type.sym.kind === 'enum') return enumCall(c, type.sym, key, args, pos);
    const methods = classMethods(c.project, type.sym, name);
    const method = chooseOverload(c.project, methods, typesOf(args));
    if (method?.static) return callMethod(c, null, method, args, pos);
    if (method) return ownInstanceCall(c, type.sym, method, args, pos);
    return noMethod(c, pos, name, args, type.name);
  }
  if (type.k === 'sobject') return recordTypeCall(c, type, key, args, pos);
  if (type.k === 'std' && type.cls.kind === 'enum' && (key === 'values' || key === 'valueof')) {
    const result = key === 'values' ? listOf(type) : type;
    return { k: 'libcall', cls: type.cls.name, name: key, obj: null, args, type: result, pos };
  }
  const found = chooseOverload(c.project, standardMethods(c.project, type, name, true), typesOf(args));
  if (!found) {
    // A sObject with the name of a standard class: `Site`, `Network`, …
    const record = type.k === 'std' ? c.project.sobject(type.cls.name.split('.').pop()!) : null;
    if (record?.k === 'sobject' && key === 'getsobjecttype') return recordTypeCall(c, record, key, args, pos);
    return noMethod(c, pos, name, args, type.name);
  }
  const scope = found.cls.name === 'System.Database' && DYNAMIC_QUERIES.has(key) ? { scope: c.visibleLocals() } : {};
  return {
    k: 'libcall',
    cls: found.cls.name,
    name: staticMember(found),
    obj: null,
    args: convertAll(c, args, found.params),
    type: resultType(found),
    pos,
    ...scope,
  };
}

/** Where a null means something else to an overload for Object than to the others, the library has it by itself. */
function staticMember({ cls, method, params }: StandardCandidate): string {
  const own = `${method.name}$object`;
  return params.length === 1 && params[0] === ANY && findMember(cls.name, 'statics', own) ? own : method.name;
}

/** Methods whose query text may name variables of the caller. */
const DYNAMIC_QUERIES = new Set(['query', 'countquery', 'getquerylocator', 'getcursor', 'getpaginationcursor']);

/** `Foo.bar()` inside an instance method of Foo or of a subclass, `bar` being an instance method. */
function ownInstanceCall(c: Checker, sym: ClassSymbol, method: MethodSymbol, args: Ir[], pos: Pos): Ir {
  if (!c.isStatic && [...c.cls.chain()].includes(sym))
    return callMethod(c, { k: 'this', type: c.cls.type, pos }, method, args, pos);
  return c.error(pos, `Non static method cannot be referenced from a static context: ${sym.name}.${method.name}`);
}

function enumCall(c: Checker, sym: ClassSymbol, key: string, args: Ir[], pos: Pos): Ir {
  if (key === 'values' && args.length === 0) return { k: 'enumvalues', sym, type: listOf(sym.type), pos };
  if (key === 'valueof' && args.length === 1) {
    return { k: 'enumvalueof', sym, name: c.assign(args[0]!, STRING, pos), type: sym.type, pos };
  }
  return noMethod(c, pos, key, args, sym.name);
}

/**
 * Static methods of custom settings and custom metadata types; each gets the object's token as its first argument.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm
 */
function recordTypeCall(c: Checker, type: SObjectType, key: string, args: Ir[], pos: Pos): Ir {
  const token: Ir = { k: 'sobjecttype', name: type.name, type: std('Schema.SObjectType'), pos };
  if (key === 'getsobjecttype' && args.length === 0) return token;
  const result: Record<string, Type> = {
    getinstance: type,
    getorgdefaults: type,
    getvalues: type,
    getall: mapOf(STRING, type),
  };
  if (!result[key]) return noMethod(c, pos, key, args, type.name);
  return {
    k: 'libcall',
    cls: 'System.CustomRecords',
    name: key,
    obj: null,
    args: [token, ...args],
    type: result[key]!,
    pos,
  };
}
