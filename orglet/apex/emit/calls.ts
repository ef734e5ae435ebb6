/** The one place where calls are printed, so that another form of calls (generators, for one) changes only this file. */
import type { Pos } from '../ast.js';
import type { Ir } from '../check/ir.js';
import type { ClassSymbol } from '../symbols/symbols.js';
import { checked, queryArguments, text } from './expressions.js';
import type { FunctionEmitter } from './function.js';

type Of<K extends Ir['k']> = Extract<Ir, { k: K }>;

/** @param pos line that a stack trace shall show for the call; omitted where nothing can fail */
export function emitCall(f: FunctionEmitter, callee: string, args: readonly string[], pos?: Pos): string {
  return `${pos === undefined ? '' : f.mark(pos)}${callee}(${args.join(',')})`;
}

export function emitMethodCall(f: FunctionEmitter, e: Of<'call'>): string {
  const { method } = e;
  const args = e.args.map((arg) => f.expr(arg));
  if (e.how === 'static') return emitCall(f, `${f.unit.ready(f.cls, method.owner)}.${method.jsName}`, args, e.pos);
  if (e.how === 'exact')
    return emitCall(f, `${f.unit.holder(method.owner)}.p.${method.jsName}.call`, ['this', ...args], e.pos);
  const receiver = f.expr(e.obj!);
  return `${receiver}${f.mark(e.pos)}.${method.jsName}(${args.join(',')})`;
}

/** Name of the constructor function: the declared one's, or that of the one every class has. */
export const constructorName = (sym: ClassSymbol, declared: string | null, args: number): string =>
  declared ?? `${sym.key.replace(/\W/g, '_')}$$new$${args ? 'x' : ''}`;

export function emitNew(f: FunctionEmitter, e: Of<'new'>): string {
  const name = constructorName(e.sym, e.ctor?.jsName ?? null, e.args.length);
  const args = e.args.map((arg) => f.expr(arg));
  if (e.type.k === 'void') return emitCall(f, `this.${name}`, args, e.pos);
  return `${f.mark(e.pos)}new ${f.unit.ready(f.cls, e.sym)}.c().${name}(${args.join(',')})`;
}

/** Methods so frequent and simple that a call is not worth it. */
const INTRINSICS: Record<string, (self: string, args: readonly string[]) => string> = {
  'System.List.size': (self) => `${self}.a.length`,
  'System.List.isEmpty': (self) => `(${self}.a.length===0)`,
  'System.Map.get': (self, [key]) => `${self}.get(${key})`,
  'System.Map.containsKey': (self, [key]) => `${self}.has(${key})`,
  'System.Set.contains': (self, [item]) => `${self}.has(${item})`,
};

/** Methods of System.Math on Integers. */
const INTEGER_MATH: Record<string, (f: FunctionEmitter, args: readonly string[]) => string> = {
  mod: (f, [a, b]) => `${f.op('imod')}(${a},${b})`,
  max: (_f, [a, b]) => `Math.max(${a},${b})`,
  min: (_f, [a, b]) => `Math.min(${a},${b})`,
};

export function emitLibraryCall(f: FunctionEmitter, e: Of<'libcall'>): string {
  const args = e.args.map((arg) =>
    isLocated(e, arg) ? emitCall(f, f.op('soqlLocated'), queryArguments(f, arg), arg.pos) : f.expr(arg),
  );
  if (!e.obj) {
    const math = e.cls === 'System.Math' && e.type.key === 'integer' ? INTEGER_MATH[e.name] : undefined;
    if (math)
      return (
        f.mark(e.pos) +
        math(
          f,
          e.args.map((arg) => checked(f, arg)),
        )
      );
    if (e.scope) args.push(`${f.op('queryScope')}(${queryScope(f, e)})`);
    return emitCall(f, f.unit.library(e.cls, 'statics', e.name, e.pos), args, e.pos);
  }
  // Methods of a null Blob complain about their argument, not about the receiver: the library checks.
  const self = e.cls === 'System.Blob' ? f.expr(e.obj) : checked(f, e.obj);
  const intrinsic = INTRINSICS[`${e.cls}.${e.name}`];
  if (intrinsic) return f.mark(e.pos) + intrinsic(self, args);
  return emitCall(f, f.unit.library(e.cls, 'methods', e.name, e.pos), [self, ...args], e.pos);
}

/** Whether the argument is the query of `Database.getQueryLocator([SELECT …])`, whose rows are not query rows. */
function isLocated(e: Of<'libcall'>, arg: Ir): arg is Of<'soql'> {
  return e.cls === 'System.Database' && e.name.toLowerCase() === 'getquerylocator' && arg.k === 'soql';
}

/** A function that finds the variables a dynamic query names: locals, then fields of the class. */
function queryScope(f: FunctionEmitter, e: Of<'libcall'>): string {
  const cases = (e.scope ?? []).map((sym) => `case ${text(sym.name.toLowerCase())}:return ${sym.jsName};`);
  const fields: string[] = [];
  for (const sym of f.cls.chain()) {
    for (const field of sym.fields.values()) {
      if (field.computed || fields.includes(field.name.toLowerCase())) continue;
      if (!field.static && f.isStatic) continue;
      fields.push(field.name.toLowerCase());
      const holder = f.unit.holder(field.owner);
      const place = field.static ? `(${holder}.s??${holder}.i()).${field.jsName}` : `this.${field.jsName}`;
      if (!e.scope!.some((local) => local.name.toLowerCase() === field.name.toLowerCase()))
        cases.push(`case ${text(field.name.toLowerCase())}:return ${place};`);
    }
  }
  return `($n)=>{switch($n){${cases.join('')}}}`;
}
