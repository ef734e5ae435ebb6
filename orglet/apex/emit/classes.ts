/** Prints a class: its JavaScript class in the unit's first line, its functions on their source lines. */
import type { ClassIr, MethodIr } from '../check/classes.js';
import type { Ir, IrBody, IrStmt } from '../check/ir.js';
import type { ClassSymbol, FieldSymbol } from '../symbols/symbols.js';
import { constructorName } from './calls.js';
import { text } from './expressions.js';
import { emitBody, FunctionEmitter } from './function.js';
import { analyseLocals } from './nullness.js';
import { touchesRecords } from './sharing.js';
import type { UnitEmitter } from './unit.js';

export function emitClass(unit: UnitEmitter, ir: ClassIr): void {
  const { sym } = ir;
  if (sym.kind !== 'class') return;
  const instance = emitInits(unit, ir, ir.instanceInits, false);
  const fixed = emitInits(unit, ir, ir.staticInits, true);
  define(unit, sym, instance, fixed);
  for (const method of ir.methods) emitMethod(unit, sym, method);
  for (const method of ir.constructors) emitConstructor(unit, sym, method);
  emitImplicitConstructors(unit, sym);
  for (const { field, get, set } of ir.accessors) emitAccessors(unit, sym, field, get, set);
}

interface Inits {
  /** Values that the JavaScript class or statics object starts with, by JavaScript name. */
  constants: Map<string, string>;
  /** Calls of the functions that compute the other initial values. */
  calls: string;
}

const SIMPLE = new Set(['Integer', 'Boolean', 'String', 'Long', 'null']);

/** Initialisers that are constants are part of the object's creation; the others run in functions at their lines. */
function emitInits(unit: UnitEmitter, ir: ClassIr, code: IrBody, isStatic: boolean): Inits {
  const { sym } = ir;
  const constants = new Map<string, string>();
  const groups: IrStmt[][] = [];
  analyseLocals(code.locals);
  const breaks = [...ir.methods, ...ir.constructors].map((method) => method.sym.pos);
  breaks.push(...ir.accessors.map((item) => item.field.pos), ...ir.inner.map((inner) => inner.sym.decl.pos));
  const other = isStatic ? ir.instanceInits : ir.staticInits;
  if (other.body.s === 'block') breaks.push(...other.body.body.map((statement) => statement.pos));
  let last = -1;
  for (const statement of code.body.s === 'block' ? code.body.body : []) {
    const simple = simpleInit(statement);
    if (simple) {
      constants.set(simple.field.jsName, simple.value);
      continue;
    }
    if (last < 0 || breaks.some((pos) => pos > last && pos < statement.pos)) groups.push([]);
    groups[groups.length - 1]!.push(statement);
    last = statement.pos;
  }
  const calls = groups.map((group, i) =>
    emitGroup(unit, sym, code, group, isStatic ? `s$${i}` : `${key(sym)}$$i${i}`, isStatic),
  );
  return { constants, calls: calls.join('') };
}

function simpleInit(statement: IrStmt): { field: FieldSymbol; value: string } | null {
  if (statement.s !== 'expr' || statement.e.k !== 'assign' || statement.e.target.k !== 'field') return null;
  const { value } = statement.e;
  if (value.k !== 'const' || !SIMPLE.has(value.of)) return null;
  return {
    field: statement.e.target.sym,
    value:
      value.of === 'String'
        ? text(value.value as string)
        : value.of === 'Long'
          ? `${value.value}n`
          : String(value.value),
  };
}

function emitGroup(
  unit: UnitEmitter,
  sym: ClassSymbol,
  code: IrBody,
  group: IrStmt[],
  name: string,
  isStatic: boolean,
): string {
  const f = new FunctionEmitter(unit, sym, code.temps, isStatic);
  const body = withSharing(f, sym, group, group.map((statement) => f.stmt(statement)).join(''));
  const holder = unit.holder(sym);
  unit.chunk(group[0]!.pos, `${isStatic ? holder : `${holder}.m`}.${name}=function(){${f.declarations()}${body}};`);
  return isStatic ? `${holder}.${name}();` : `this.${name}();`;
}

const key = (sym: ClassSymbol): string => sym.key.replace(/\W/g, '_');

function define(unit: UnitEmitter, sym: ClassSymbol, instance: Inits, fixed: Inits): void {
  const holder = unit.holder(sym);
  const fields = [...sym.fields.values()];
  const own = fields
    .filter((field) => !field.static)
    .map((field) => `${field.jsName}=${instance.constants.get(field.jsName) ?? 'null'};`);
  // Initialisers of the whole hierarchy run before any constructor's body.
  const start = sym.isException ? `super(n??${text(sym.name)});` : 'super(n);';
  const constructor = sym.isException || instance.calls ? `constructor(n){${start}${instance.calls}}` : '';
  unit.definitions.push(
    `${holder}.make=B=>class ${sym.decl.name.replace(/\W/g, '_')}$ extends B{${constructor}${own.join('')}};`,
  );
  const shared = fields
    .filter((field) => field.static)
    .map((field) => `${field.jsName}:${fixed.constants.get(field.jsName) ?? 'null'}`);
  unit.definitions.push(`${holder}.fresh=()=>({${shared.join(',')}});`);
  if (fixed.calls) unit.definitions.push(`${holder}.start=()=>{${fixed.calls}};`);
}

/** Sharing that holds while code of the class runs; null: the caller's. */
function sharingOf(sym: ClassSymbol): 'with' | 'without' | null {
  const { sharing } = sym.decl.modifiers;
  if (sharing === 'with' || sharing === 'without') return sharing;
  return sharing === null && sym.apiVersion >= 67 && !sym.isTest && !sym.key.startsWith('__') ? 'with' : null;
}

function withSharing(f: FunctionEmitter, sym: ClassSymbol, code: readonly IrStmt[], body: string): string {
  const sharing = sharingOf(sym);
  if (!sharing || !code.some(touchesRecords)) return body;
  return `const $tx=${f.op('tx')}(),$sharing=$tx.sharing;$tx.sharing="${sharing}";try{${body}}finally{$tx.sharing=$sharing;}`;
}

const names = (code: IrBody): string => code.params.map((param) => param.jsName).join(',');

function emitMethod(unit: UnitEmitter, sym: ClassSymbol, { sym: method, code }: MethodIr): void {
  const holder = unit.holder(sym);
  const body = emitBody(unit, sym, code, method.static, (f, inner) => withSharing(f, sym, [code.body], inner));
  unit.chunk(method.pos, `${method.static ? holder : `${holder}.m`}.${method.jsName}=function(${names(code)})${body};`);
}

const isConstructorCall = (statement: IrStmt | undefined): Extract<Ir, { k: 'new' | 'newlib' }> | null =>
  statement?.s === 'expr' && (statement.e.k === 'new' || statement.e.k === 'newlib') && statement.e.type.k === 'void'
    ? statement.e
    : null;

function emitConstructor(unit: UnitEmitter, sym: ClassSymbol, { sym: method, code }: MethodIr): void {
  const statements = code.body.s === 'block' ? code.body.body : [];
  const call = isConstructorCall(statements[0]);
  const body = emitConstructorBody(unit, sym, code, (f) => {
    if (!call) return { start: implicitSuper(sym), rest: statements };
    return { start: f.stmt(statements[0]!), rest: statements.slice(1) };
  });
  unit.chunk(method.pos, `${unit.holder(sym)}.m.${method.jsName}=function(${names(code)})${body};`);
}

function emitConstructorBody(
  unit: UnitEmitter,
  sym: ClassSymbol,
  code: IrBody,
  split: (f: FunctionEmitter) => { start: string; rest: IrStmt[] },
): string {
  analyseLocals(code.locals);
  const f = new FunctionEmitter(unit, sym, code.temps, false);
  f.inConstructor = true;
  const { start, rest } = split(f);
  const body = withSharing(f, sym, rest, rest.map((statement) => f.stmt(statement)).join(''));
  return `{${f.declarations()}${start}${body}return this;}`;
}

/** The parent's constructor without arguments. */
function implicitSuper(sym: ClassSymbol): string {
  const parent = sym.superClass;
  if (!parent) return '';
  const declared = parent.constructors.find((constructor) => constructor.params.length === 0);
  return `this.${constructorName(parent, declared?.jsName ?? null, 0)}();`;
}

/** The constructors a class has without declaring them: one without arguments, or those of every exception. */
function emitImplicitConstructors(unit: UnitEmitter, sym: ClassSymbol): void {
  const holder = unit.holder(sym);
  const declared = sym.constructors.some((constructor) => constructor.params.length === 0);
  if (!declared && (sym.isException || sym.constructors.length === 0)) {
    unit.definitions.push(
      `${holder}.m.${constructorName(sym, null, 0)}=function(){${implicitSuper(sym)}return this;};`,
    );
  }
  if (!sym.isException) return;
  const parent = sym.superClass;
  const start = parent ? `this.${constructorName(parent, null, 1)}(...a);` : `${unit.op('initException')}(this,a);`;
  unit.definitions.push(`${holder}.m.${constructorName(sym, null, 1)}=function(...a){${start}return this;};`);
}

function emitAccessors(
  unit: UnitEmitter,
  sym: ClassSymbol,
  field: FieldSymbol,
  get: IrBody | null,
  set: IrBody | null,
): void {
  if (field.decl?.kind !== 'property') return;
  const holder = unit.holder(sym);
  const target = field.static ? holder : `${holder}.m`;
  const place = field.static ? `(${holder}.s??${holder}.i()).${field.jsName}` : `this.${field.jsName}`;
  const name = field.name.toLowerCase();
  const emit = (code: IrBody): string =>
    emitBody(unit, sym, code, field.static, (f, inner) => withSharing(f, sym, [code.body], inner));
  if (field.decl.get) {
    unit.chunk(field.decl.get.pos, `${target}.get$${name}=function()${get ? emit(get) : `{return ${place};}`};`);
  }
  if (field.decl.set) {
    unit.chunk(
      field.decl.set.pos,
      `${target}.set$${name}=function(${set ? names(set) : 'v'})${set ? emit(set) : `{${place}=v;}`};`,
    );
  }
}
