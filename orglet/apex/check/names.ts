/** What names and dotted names mean: values, types, namespaces, tokens of the schema. */
import type { Expr, Pos } from '../ast.js';
import { standardClass } from '../symbols/standard.js';
import type { ClassSymbol, FieldSymbol } from '../symbols/symbols.js';
import {
  ANY,
  ERROR,
  ID,
  isStandard,
  listOf,
  mapOf,
  primitiveType,
  SOBJECT,
  standardOf,
  STRING,
  type ListType,
  type SObjectType,
  type Type,
} from '../symbols/types.js';
import type { Checker } from './checker.js';
import { checkExpression } from './expressions.js';
import type { Ir } from './ir.js';
import { isVisible, standardField, standardMethods } from './members.js';

/** A value, or a name that only leads to one. */
export type Ref =
  | { kind: 'value'; ir: Ir }
  | { kind: 'type'; type: Type }
  | { kind: 'namespace'; name: string }
  /** `Label`, or `Label.ns`. */
  | { kind: 'label' }
  | { kind: 'page' }
  /** `Account.fields`. */
  | { kind: 'tokens'; object: SObjectType }
  /** `Schema.SObjectType`, before the object's name. */
  | { kind: 'describes' }
  /** `Schema.SObjectType.Account`. */
  | { kind: 'describe'; object: SObjectType; ir: Ir }
  /** `Schema.SObjectType.Account.fields`. */
  | { kind: 'describedFields'; object: SObjectType; ir: Ir }
  /** `Schema.SObjectType.Account.fieldSets`. */
  | { kind: 'fieldSets'; object: SObjectType; ir: Ir };

const value = (ir: Ir): Ref => ({ kind: 'value', ir });

function std(name: string): Type {
  const cls = standardClass(name);
  return cls ? standardOf(cls) : ANY;
}

/** A local variable, or a field of the class, its ancestors or (static) its outer classes. */
export function findVariable(c: Checker, name: string, pos: Pos): Ir | null {
  const local = c.local(name);
  if (local) return { k: 'local', sym: local, type: local.type, pos };
  for (let sym: ClassSymbol | null = c.cls; sym; sym = sym.outer) {
    const field = sym.findField(name);
    if (!field) continue;
    if (field.static) return fieldAccess(c, null, field, pos);
    if (sym !== c.cls || c.isStatic) continue;
    return fieldAccess(c, { k: 'this', type: c.cls.type, pos }, field, pos);
  }
  return null;
}

export function fieldAccess(c: Checker, obj: Ir | null, sym: FieldSymbol, pos: Pos): Ir {
  const own = c.accessorOf === sym && (sym.static || obj?.k === 'this');
  if (sym.computed && !own)
    return { k: 'property', obj: sym.static ? null : obj, sym, viaSuper: obj?.k === 'super', type: sym.type, pos };
  return {
    k: 'field',
    obj: sym.static ? null : obj?.k === 'super' ? { ...obj, k: 'this' } : obj,
    sym,
    type: sym.type,
    pos,
  };
}

function resolveName(c: Checker, name: string, pos: Pos): Ref | null {
  const variable = findVariable(c, name, pos);
  if (variable) return value(variable);
  const { project } = c;
  const key = name.toLowerCase();
  if (project.findClass(name, c.cls)) return { kind: 'type', type: project.namedType([name], c.cls)! };
  if (key === 'label') return { kind: 'label' };
  if (key === 'page') return { kind: 'page' };
  if (key === 'sobjecttype') return { kind: 'describes' };
  const type = expressionType(c, name);
  if (type) return { kind: 'type', type };
  if (project.isNamespace(name) || project.isStandardNamespace(name)) return { kind: 'namespace', name };
  return null;
}

/** In expressions a standard class wins over an sObject of the same name when it has static members (`Site`, `Network`). */
function expressionType(c: Checker, name: string): Type | null {
  const primitive = primitiveType(name);
  if (primitive) return primitive;
  const cls = standardClass(`System.${name}`);
  if (cls)
    return standardOf(
      cls,
      cls.generics.map(() => ANY),
    );
  return c.project.namedType([name], c.cls);
}

export function resolveRef(c: Checker, e: Expr): Ref {
  if (e.x === 'name') {
    return resolveName(c, e.name, e.pos) ?? value(c.error(e.pos, `Variable does not exist: ${e.name}`));
  }
  if (e.x !== 'dot') return value(checkExpression(c, e));
  const base = resolveBase(c, e.e);
  return dotRef(c, base, e.name, e.pos, e.safe);
}

/** The left side of a dot: names may stand for types, everything else is a value. */
function resolveBase(c: Checker, e: Expr): Ref {
  if (e.x === 'name' || e.x === 'dot') return resolveRef(c, e);
  return value(checkChain(c, e));
}

/** An expression inside a chain: a safe navigation in it ends the whole chain. */
export function checkChain(c: Checker, e: Expr): Ir {
  return checkExpression(c, e, true);
}

/** `base?.`: the base is evaluated once; the rest of the chain sees it as a temp that is not null. */
export function guard(c: Checker, base: Ir, safe: boolean): Ir {
  if (!safe) return base;
  const temp = c.temp();
  // A query left of `?.` gives null when it finds no record.
  const record = base.k === 'soql' && base.type.k === 'list' && base.type.e.k === 'sobject' && base.shape === 'list';
  const start: Ir = record ? { ...base, shape: 'maybe', type: (base.type as ListType).e } : base;
  c.safes.push({ temp, base: start });
  return { k: 'temp', name: temp, nonNull: true, type: start.type, pos: base.pos };
}

export function dotRef(c: Checker, base: Ref, name: string, pos: Pos, safe = false): Ref {
  switch (base.kind) {
    case 'value':
      if (base.ir.k === 'sobjecttype' && name.toLowerCase() === 'fields') {
        const object = c.project.sobject(base.ir.name);
        if (object?.k === 'sobject') return { kind: 'tokens', object };
      }
      return value(memberOf(c, guard(c, base.ir, safe), name, pos));
    case 'type':
      return typeMember(c, base.type, name, pos);
    case 'namespace':
      return namespaceMember(c, base.name, name, pos);
    case 'label':
      return labelMember(c, name, pos);
    case 'page':
      return value({
        k: 'newlib',
        cls: 'System.PageReference',
        args: [textConst(`/apex/${name}`, pos)],
        type: std('System.PageReference'),
        pos,
      });
    case 'tokens':
      return value(
        fieldToken(c, base.object, name, pos) ?? c.error(pos, `Invalid field ${name} for SObject ${base.object.name}`),
      );
    case 'describes':
      return describeOf(c, name, pos);
    case 'describe':
      if (name.toLowerCase() === 'fields')
        return { kind: 'describedFields', object: base.object, ir: memberOf(c, base.ir, name, pos) };
      if (name.toLowerCase() === 'fieldsets')
        return { kind: 'fieldSets', object: base.object, ir: memberOf(c, base.ir, name, pos) };
      return value(memberOf(c, base.ir, name, pos));
    case 'fieldSets':
      if (!base.object.view?.resolveFieldSet(name))
        return value(c.error(pos, `Field set does not exist: ${name} on ${base.object.name}`));
      return value({
        k: 'libcall',
        cls: 'Schema.SObjectTypeFieldSets',
        name: 'get',
        obj: base.ir,
        args: [textConst(name, pos)],
        type: std('Schema.FieldSet'),
        pos,
      });
    case 'describedFields': {
      const token = fieldToken(c, base.object, name, pos);
      if (!token) return value(c.error(pos, `Invalid field ${name} for SObject ${base.object.name}`));
      return value({
        k: 'libcall',
        cls: 'Schema.SObjectField',
        name: 'getDescribe',
        obj: token,
        args: [],
        type: std('Schema.DescribeFieldResult'),
        pos,
      });
    }
  }
}

const textConst = (text: string, pos: Pos): Ir => ({ k: 'const', of: 'String', value: text, type: STRING, pos });

function namespaceMember(c: Checker, namespace: string, name: string, pos: Pos): Ref {
  const key = namespace.toLowerCase();
  if (key === 'system' && name.toLowerCase() === 'label') return { kind: 'label' };
  if (key === 'schema' && name.toLowerCase() === 'sobjecttype') return { kind: 'describes' };
  const type = c.project.namedType([namespace, name], null);
  if (type) return { kind: 'type', type };
  // Class names of some namespaces are also those of System classes: `System.Database`, then `Database.insert`.
  const cls = standardClass(`System.${namespace}`);
  if (cls) return typeMember(c, standardOf(cls), name, pos);
  return value(c.error(pos, `Invalid type: ${namespace}.${name}`));
}

function labelMember(c: Checker, name: string, pos: Pos): Ref {
  if (c.project.isNamespace(name)) return { kind: 'label' };
  const label = c.project.schema.resolveLabel(name);
  if (label === null) return value(c.error(pos, `Label does not exist: ${name}`));
  return value({ k: 'label', name: label, type: STRING, pos });
}

function describeOf(c: Checker, name: string, pos: Pos): Ref {
  const type = c.project.sobject(name);
  if (type?.k !== 'sobject') return value(c.error(pos, `Invalid SObject type: ${name}`));
  const token: Ir = { k: 'sobjecttype', name: type.name, type: std('Schema.SObjectType'), pos };
  const ir: Ir = {
    k: 'libcall',
    cls: 'Schema.SObjectType',
    name: 'getDescribe',
    obj: token,
    args: [],
    type: std('Schema.DescribeSObjectResult'),
    pos,
  };
  return { kind: 'describe', object: type, ir };
}

function fieldToken(c: Checker, object: SObjectType, name: string, pos: Pos): Ir | null {
  const field = object.view?.resolveField(name);
  if (field)
    return { k: 'sobjectfield', object: object.name, path: [field.name], type: std('Schema.SObjectField'), pos };
  if (name.toLowerCase() === 'id' && !object.view)
    return { k: 'sobjectfield', object: object.name, path: ['Id'], type: std('Schema.SObjectField'), pos };
  return null;
}

/** `Type.member`: static members, enum constants, inner types, schema tokens. */
export function typeMember(c: Checker, type: Type, name: string, pos: Pos): Ref {
  const key = name.toLowerCase();
  if (type.k === 'class') return classMember(c, type.sym, name, pos);
  if (type.k === 'sobject') {
    if (key === 'sobjecttype')
      return value({ k: 'sobjecttype', name: type.name, type: std('Schema.SObjectType'), pos });
    if (key === 'fields') return { kind: 'tokens', object: type };
    const token = fieldToken(c, type, name, pos);
    if (token) return value(token);
    const parent = type.view?.resolveRelationship(name);
    const target = parent?.referenceTo[0] ? c.project.sobject(parent.referenceTo[0]) : null;
    if (target) return { kind: 'type', type: target };
    return value(c.error(pos, `Variable does not exist: ${type.name}.${name}`));
  }
  if (type.k === 'std') {
    if (type.cls.kind === 'enum') {
      const constant = type.cls.constants.find((item) => item.toLowerCase() === key);
      if (constant) return value({ k: 'libprop', cls: type.cls.name, name: constant, obj: null, type, pos });
    }
    if (key === 'sobjecttype' && isStandard(type, 'System.Schema')) return { kind: 'describes' };
    if (key === 'label' && isStandard(type, 'System.System')) return { kind: 'label' };
    if (isStandard(type, 'System.Label')) return labelMember(c, name, pos);
    if (isStandard(type, 'System.Trigger')) return value(triggerVariable(c, name, pos));
    const field = standardField(c.project, type, name, true);
    if (field)
      return value({ k: 'libprop', cls: field.cls.name, name: field.field.name, obj: null, type: field.type, pos });
    const inner =
      standardClass(`${type.cls.name}.${name}`) ?? standardClass(`${type.cls.name.replace(/^System\./, '')}.${name}`);
    if (inner)
      return {
        kind: 'type',
        type: standardOf(
          inner,
          inner.generics.map(() => ANY),
        ),
      };
    const object =
      key === 'sobjecttype' ? null : c.project.namedType([type.cls.name.replace(/^System\./, ''), name], null);
    if (object) return { kind: 'type', type: object };
    // A class with the name of an sObject (`Location`): its tokens are meant.
    const record = c.project.sobject(type.cls.name.split('.').pop()!);
    if (record?.k === 'sobject' && record.view) return typeMember(c, record, name, pos);
  }
  return value(c.error(pos, `Variable does not exist: ${type.name}.${name}`));
}

function classMember(c: Checker, sym: ClassSymbol, name: string, pos: Pos): Ref {
  const key = name.toLowerCase();
  const ordinal = sym.constants.get(key);
  if (ordinal !== undefined) return value({ k: 'enum', sym, ordinal, type: sym.type, pos });
  const field = sym.findField(name);
  if (field) {
    if (!field.static) return value(c.error(pos, `Variable is not static: ${sym.name}.${name}`));
    checkReadable(c, field, pos);
    return value(fieldAccess(c, null, field, pos));
  }
  for (const part of sym.chain()) {
    const inner = part.inner.get(key);
    if (inner) return { kind: 'type', type: inner.type };
  }
  return value(c.error(pos, `Variable does not exist: ${sym.name}.${name}`));
}

function checkReadable(c: Checker, field: FieldSymbol, pos: Pos): void {
  const access = field.readable ?? 'private';
  if (!isVisible(c, field, access)) c.error(pos, `Variable is not visible: ${field.owner.name}.${field.name}`);
}

/**
 * `Trigger.new` and its siblings; in a trigger the records have the trigger's type.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
 */
function triggerVariable(c: Checker, name: string, pos: Pos): Ir {
  const field = standardField(c.project, std('System.Trigger'), name, true);
  if (!field) return c.error(pos, `Variable does not exist: Trigger.${name}`);
  const record = c.triggerRecord ?? SOBJECT;
  const type = field.type.k === 'list' ? listOf(record) : field.type.k === 'map' ? mapOf(ID, record) : field.type;
  return { k: 'libprop', cls: 'System.Trigger', name: field.field.name, obj: null, type, pos };
}

/** `[SELECT …].Name`: the one record the query finds. */
export const recordOfQuery = (c: Checker, e: Ir): Ir =>
  e.type.k === 'list' && e.type.query ? c.convert(e, e.type.e) : e;

/** `value.member`: fields and properties. */
export function memberOf(c: Checker, from: Ir, name: string, pos: Pos): Ir {
  const obj = recordOfQuery(c, from);
  const { type } = obj;
  if (type === ERROR) return obj;
  if (type.k === 'class') {
    const field = type.sym.findField(name);
    if (field && field.static) return c.error(pos, `Static variable cannot be accessed through an instance: ${name}`);
    if (field) {
      checkReadable(c, field, pos);
      return fieldAccess(c, obj, field, pos);
    }
  }
  if (type.k === 'sobject') return recordMember(c, obj, type, name, pos);
  const reason = rowCause(c, obj, name, pos);
  if (reason) return reason;
  const field = standardField(c.project, type, name, false);
  if (field) return { k: 'libprop', cls: field.cls.name, name: field.field.name, obj, type: field.type, pos };
  return describedProperty(c, obj, name, pos) ?? c.error(pos, `Variable does not exist: ${name} on ${type.name}`);
}

/**
 * `Log__Share.RowCause.Owner_Is_Watching__c`, `AccountShare.RowCause.Manual`: the text of a sharing reason.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_creating_with_apex.htm
 */
function rowCause(c: Checker, obj: Ir, name: string, pos: Pos): Ir | null {
  if (obj.k !== 'sobjectfield' || obj.path.at(-1) !== 'RowCause' || !obj.object.endsWith('Share')) return null;
  const known = c.project.sobject(obj.object);
  const field = known?.k === 'sobject' ? known.view?.resolveField('RowCause') : null;
  const value = resolveValue(field?.picklistValues ?? [], name);
  return value === null ? null : { k: 'const', of: 'String', value, type: STRING, pos };
}

/** A sharing reason by its name, namespace optional, or null. */
function resolveValue(values: readonly { value: string }[], name: string): string | null {
  const wanted = name.toLowerCase();
  const found = values.find(({ value }) => {
    const lower = value.toLowerCase();
    return lower === wanted || (lower.endsWith(`__${wanted}`) && wanted.endsWith('__c'));
  });
  return found?.value ?? null;
}

/** Describe results offer their getters as properties too: `describe.label` is `getLabel()`. */
function describedProperty(c: Checker, obj: Ir, name: string, pos: Pos): Ir | null {
  if (obj.type.k !== 'std' || !/^Schema\./i.test(obj.type.cls.name)) return null;
  for (const method of [`get${name}`, `is${name}`, name]) {
    const found = standardMethods(c.project, obj.type, method, false).find(
      (candidate) => candidate.params.length === 0,
    );
    if (found)
      return { k: 'libcall', cls: found.cls.name, name: found.method.name, obj, args: [], type: found.returns, pos };
  }
  return null;
}

/** Apex type of an sObject field's value. */
export function fieldType(c: Checker, apexType: string): Type {
  return c.project.namedType([apexType], null) ?? ANY;
}

function recordMember(c: Checker, obj: Ir, type: SObjectType, name: string, pos: Pos): Ir {
  const { view } = type;
  if (!view) {
    if (name.toLowerCase() === 'id') return { k: 'record', obj, name: 'Id', what: 'field', type: ID, pos };
    return c.error(pos, `Field does not exist: ${name} on ${type.name}`);
  }
  const field = view.resolveField(name);
  if (field) {
    const valueType =
      field.name === 'ChangeEventHeader' ? std('eventbus.ChangeEventHeader') : fieldType(c, field.apexType);
    return { k: 'record', obj, name: field.name, what: 'field', type: valueType, pos };
  }
  const parent = view.resolveRelationship(name);
  if (parent)
    return {
      k: 'record',
      obj,
      name: parent.relationshipName!,
      what: 'parent',
      type: parentType(c, parent.referenceTo),
      pos,
    };
  const children = view.resolveChildRelationship(name);
  if (children) {
    const child = c.project.sobject(children.childObject.name) ?? SOBJECT;
    return { k: 'record', obj, name: children.name!, what: 'children', type: listOf(child), pos };
  }
  return c.error(pos, `Field does not exist: ${name} on ${type.name}`);
}

/** A polymorphic parent has the fields of the `Name` object. */
export function parentType(c: Checker, referenceTo: readonly string[]): Type {
  if (referenceTo.length === 1) return c.project.sobject(referenceTo[0]!) ?? SOBJECT;
  return c.project.sobject('Name') ?? SOBJECT;
}
