/** Checks one class: its place in the hierarchy and all code in it. */
import type { Block, MethodDecl, Pos } from '../ast.js';
import type { Project } from '../symbols/project.js';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../symbols/symbols.js';
import { ERROR, VOID, type Type } from '../symbols/types.js';
import { Checker } from './checker.js';
import { constructorsOf } from './calls.js';
import { assignable, supertypes } from './conversions.js';
import { checkExpression } from './expressions.js';
import type { Ir, IrBody, IrStmt } from './ir.js';
import { classMethods } from './members.js';
import { checkBlock, completes } from './statements.js';

export interface MethodIr {
  sym: MethodSymbol;
  code: IrBody;
}

export interface ClassIr {
  sym: ClassSymbol;
  /** Field initialisers and initialiser blocks in order. */
  instanceInits: IrBody;
  staticInits: IrBody;
  methods: MethodIr[];
  constructors: MethodIr[];
  accessors: { field: FieldSymbol; get: IrBody | null; set: IrBody | null }[];
  inner: ClassIr[];
}

export function checkClass(project: Project, sym: ClassSymbol): ClassIr {
  checkHierarchy(project, sym);
  const ir: ClassIr = {
    sym,
    instanceInits: checkInits(project, sym, false),
    staticInits: checkInits(project, sym, true),
    methods: [],
    constructors: sym.constructors.map((method) => checkMethod(project, method)).filter((method) => method !== null),
    accessors: [],
    inner: [],
  };
  for (const list of sym.methods.values()) {
    for (const method of list) {
      const checked = checkMethod(project, method);
      if (checked) ir.methods.push(checked);
    }
  }
  for (const field of sym.fields.values()) if (field.computed) ir.accessors.push(checkAccessors(project, field));
  for (const inner of sym.inner.values()) ir.inner.push(checkClass(project, inner));
  return ir;
}

function checkInits(project: Project, sym: ClassSymbol, isStatic: boolean): IrBody {
  const c = new Checker(project, sym, VOID);
  c.isStatic = isStatic;
  const body: IrStmt[] = [];
  const pos = sym.decl.pos;
  for (const member of sym.decl.members) {
    if (member.kind === 'init' && member.static === isStatic) body.push(checkBlock(c, member.body));
    if (member.kind !== 'field' || !member.init || member.modifiers.static !== isStatic) continue;
    const field = sym.fields.get(member.name.toLowerCase());
    if (field?.decl !== member) continue;
    const value = c.assign(checkExpression(c, member.init), field.type, member.init.pos);
    const obj: Ir | null = isStatic ? null : { k: 'this', type: sym.type, pos };
    const target: Ir = { k: 'field', obj, sym: field, type: field.type, pos: member.pos };
    body.push({ s: 'expr', e: { k: 'assign', target, value, type: field.type, pos: member.pos }, pos: member.pos });
  }
  return { params: [], body: { s: 'block', body, pos, end: pos }, temps: c.temps, locals: c.locals };
}

function checkMethod(project: Project, method: MethodSymbol): MethodIr | null {
  const decl = method.decl!;
  if (!decl.body) {
    if (!method.abstract) project.report(method.owner.file, decl.pos, `Method must have a body: ${method.name}`);
    return null;
  }
  const c = new Checker(project, method.owner, method.returns);
  c.isStatic = method.static;
  c.inConstructor = decl.kind === 'constructor';
  if (c.inConstructor && decl.name.toLowerCase() !== method.owner.decl.name.toLowerCase()) {
    project.report(method.owner.file, decl.pos, `Invalid constructor name: ${decl.name}`);
  }
  if (c.inConstructor) checkImplicitSuper(c, decl);
  return {
    sym: method,
    code: checkCode(
      c,
      decl.params.map((param, i) => [param.name, method.params[i]!, param.pos]),
      decl.body,
      decl.pos,
    ),
  };
}

/** A constructor that calls neither `this` nor `super` calls the parent's constructor without arguments. */
function checkImplicitSuper(c: Checker, decl: MethodDecl): void {
  const first = decl.body!.body[0];
  if (first?.s === 'expr' && first.e.x === 'call' && (first.e.name === 'this' || first.e.name === 'super')) return;
  const parent = c.cls.superClass;
  if (parent && !constructorsOf(c, parent).some((item) => item.params.length === 0)) {
    c.error(decl.pos, `Constructor not defined: [${parent.name}].<Constructor>()`);
  }
}

export function checkCode(c: Checker, params: [string, Type, Pos][], block: Block, pos: Pos): IrBody {
  return c.scoped(() => {
    const locals = params.map(([name, type, at]) => c.declare(name, type, at, null));
    const body = checkBlock(c, block);
    if (c.returns !== VOID && c.returns !== ERROR && completes(body)) {
      c.error(pos, `Missing return statement required return type: ${c.returns.name}`);
    }
    return { params: locals, body, temps: c.temps, locals: c.locals };
  });
}

function checkAccessors(project: Project, field: FieldSymbol): ClassIr['accessors'][number] {
  const decl = field.decl!;
  const code = (which: 'get' | 'set'): IrBody | null => {
    const accessor = decl.kind === 'property' ? decl[which] : null;
    if (!accessor?.body) return null;
    const c = new Checker(project, field.owner, which === 'get' ? field.type : VOID);
    c.isStatic = field.static;
    c.accessorOf = field;
    return checkCode(c, which === 'set' ? [['value', field.type, accessor.pos]] : [], accessor.body, accessor.pos);
  };
  return { field, get: code('get'), set: code('set') };
}

const describe = (method: MethodSymbol): string =>
  `${method.name}(${method.params.map((param) => param.name).join(', ')})`;
const sameParams = (a: MethodSymbol, b: MethodSymbol): boolean =>
  a.params.length === b.params.length &&
  a.params.every((param, i) => param.key === b.params[i]!.key || param === ERROR || b.params[i] === ERROR);

/** Methods every object has; overriding them needs no keyword. */
const OBJECT_METHODS = new Set(['tostring', 'equals', 'hashcode']);

function checkHierarchy(project: Project, sym: ClassSymbol): void {
  if (sym.kind !== 'class') return;
  for (const list of sym.methods.values()) for (const method of list) checkOverride(project, sym, method);
  if (sym.decl.modifiers.abstract) return;
  for (const method of missingMethods(project, sym)) {
    project.report(sym.file, sym.decl.pos, `Class ${sym.name} must implement the method: ${method}`);
  }
}

function checkOverride(project: Project, sym: ClassSymbol, method: MethodSymbol): void {
  if (method.static) return;
  const parent = sym.superClass;
  const inherited =
    parent && parent.kind === 'class'
      ? classMethods(project, parent, method.name).find((other) => sameParams(other, method) && !other.static)
      : null;
  const fromClass = inherited && inherited.owner.kind === 'class' && inherited.access !== 'private' ? inherited : null;
  if (fromClass) {
    if (!fromClass.virtual && !fromClass.abstract && !fromClass.override) {
      project.report(
        sym.file,
        method.pos,
        `Non-virtual, non-abstract methods cannot be overridden: ${describe(method)}`,
      );
    } else if (!method.override && !OBJECT_METHODS.has(method.name.toLowerCase())) {
      project.report(sym.file, method.pos, `Method must use the override keyword: ${describe(method)}`);
    }
    if (fromClass.returns.key !== method.returns.key && !assignable(project, method.returns, fromClass.returns)) {
      project.report(sym.file, method.pos, `Method return type clashes: ${describe(method)}`);
    }
    return;
  }
  const known =
    inherited || OBJECT_METHODS.has(method.name.toLowerCase()) || sym.standardSuper || sym.interfaces.length > 0;
  if (method.override && !known && !parent?.interfaces.length) {
    project.report(sym.file, method.pos, `Method does not override an ancestor method: ${describe(method)}`);
  }
}

/** Abstract and interface methods that a concrete class lacks. */
function missingMethods(project: Project, sym: ClassSymbol): string[] {
  const missing = new Set<string>();
  const declared = (name: string): MethodSymbol[] =>
    [...sym.chain()].flatMap((cls) => cls.methods.get(name.toLowerCase()) ?? []).filter((method) => method.decl?.body);
  const implemented = (name: string): MethodSymbol[] => declared(name).filter((method) => !method.static);
  // The platform lets a static method implement one of an interface.
  const found = (owner: ClassSymbol, method: MethodSymbol): MethodSymbol[] =>
    owner.kind === 'interface' ? declared(method.name) : implemented(method.name);
  const seen = new Set<string>();
  const visit = (t: Type): void => {
    if (seen.has(t.key)) return;
    seen.add(t.key);
    if (t.k === 'class') {
      for (const list of t.sym.methods.values()) {
        for (const method of list) {
          if (method.abstract && !found(t.sym, method).some((own) => sameParams(own, method)))
            missing.add(describe(method));
        }
      }
    } else if (t.k === 'std' && t.cls.kind === 'interface') {
      for (const list of t.cls.methods.values()) {
        if (!list.some((method) => declared(method.name).some((own) => own.params.length === method.params.length))) {
          missing.add(`${list[0]!.name}(${list[0]!.params.join(', ')})`);
        }
      }
    }
    for (const parent of supertypes(project, t)) visit(parent);
  };
  visit(sym.type);
  return [...missing];
}
