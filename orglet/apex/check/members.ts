/** Members of types: which class's signatures describe a type, and visibility. */
import type { Access } from '../../runtime/classes.js';
import type { Project } from '../symbols/project.js';
import { standardClass, type StandardClass, type StandardField, type StandardMethod } from '../symbols/standard.js';
import type { ClassSymbol, MethodSymbol } from '../symbols/symbols.js';
import { ANY, SOBJECT, standardOf, substitute, type Type } from '../symbols/types.js';
import type { Checker } from './checker.js';
import { supertypes } from './conversions.js';

/** The standard class whose members values of a type have, with its type arguments. */
export function standardView(t: Type): { cls: StandardClass; bindings: Map<string, Type> } | null {
  const view = (name: string, args: readonly Type[] = []) => {
    const cls = standardClass(name);
    return cls ? { cls, bindings: new Map(cls.generics.map((generic, i) => [generic, args[i] ?? ANY])) } : null;
  };
  switch (t.k) {
    case 'prim':
      return view(`System.${t.name}`);
    case 'list':
      return view('System.List', [t.e]);
    case 'set':
      return view('System.Set', [t.e]);
    case 'map':
      return view('System.Map', [t.from, t.to]);
    case 'sobject':
      return view('System.SObject');
    case 'std':
      return t.cls.kind === 'enum'
        ? view('System.Enum')
        : { cls: t.cls, bindings: new Map(t.cls.generics.map((g, i) => [g, t.args[i] ?? ANY])) };
    case 'class':
      return t.sym.kind === 'enum' ? view('System.Enum') : view('System.Object');
    case 'any':
      return view('System.Object');
    default:
      return null;
  }
}

export interface StandardCandidate {
  cls: StandardClass;
  method: StandardMethod;
  params: Type[];
  returns: Type;
}

/** Methods of that name that values of a type have by standard classes and interfaces, own before inherited. */
export function standardMethods(project: Project, t: Type, name: string, isStatic: boolean): StandardCandidate[] {
  const key = name.toLowerCase();
  const found: StandardCandidate[] = [];
  const seen = new Set<string>();
  const visit = (type: Type): void => {
    if (seen.has(type.key)) return;
    seen.add(type.key);
    const view = standardView(type);
    if (view) {
      for (const method of view.cls.methods.get(key) ?? []) {
        if (method.static !== isStatic) continue;
        const typeOf = (text: string) => substitute(project.signature(text, view.cls.generics), view.bindings);
        found.push({ cls: view.cls, method, params: method.params.map(typeOf), returns: typeOf(method.returns) });
      }
    }
    for (const parent of supertypes(project, type)) visit(parent);
  };
  visit(t);
  if (found.length === 0 && !isStatic && t.k !== 'any') {
    for (const method of standardClass('System.Object')?.methods.get(key) ?? []) {
      const cls = standardClass('System.Object')!;
      found.push({
        cls,
        method,
        params: method.params.map((text) => project.signature(text, [])),
        returns: project.signature(method.returns, []),
      });
    }
  }
  return found;
}

export function standardField(
  project: Project,
  t: Type,
  name: string,
  isStatic: boolean,
): { cls: StandardClass; field: StandardField; type: Type } | null {
  const key = name.toLowerCase();
  const view = standardView(t);
  const field = view?.cls.fields.get(key);
  if (view && field && field.static === isStatic) {
    return { cls: view.cls, field, type: substitute(project.signature(field.type, view.cls.generics), view.bindings) };
  }
  if (t.k !== 'std') return null;
  for (const parent of supertypes(project, t)) {
    const found = standardField(project, parent, name, isStatic);
    if (found) return found;
  }
  return null;
}

/** Methods of that name in a project class, its ancestors and (for interfaces and abstract classes) its interfaces. */
export function classMethods(project: Project, sym: ClassSymbol, name: string): MethodSymbol[] {
  const key = name.toLowerCase();
  const found: MethodSymbol[] = [];
  const add = (method: MethodSymbol) => {
    const overridden = found.some(
      (other) =>
        other.params.length === method.params.length &&
        other.params.every((param, i) => param.key === method.params[i]!.key),
    );
    if (!overridden) found.push(method);
  };
  const seen = new Set<string>();
  const visit = (cls: ClassSymbol): void => {
    if (seen.has(cls.key)) return;
    seen.add(cls.key);
    for (const method of cls.methods.get(key) ?? []) add(method);
    if (cls.superClass) visit(cls.superClass);
    for (const type of cls.interfaces) if (type.k === 'class') visit(type.sym);
  };
  visit(sym);
  return found;
}

/**
 * Whether code in `from` may use a member.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_access_modifiers.htm
 */
export function isVisible(c: Checker, member: { owner: ClassSymbol; testVisible: boolean }, access: Access): boolean {
  if (access === 'public' || access === 'global') return true;
  if (member.owner.top === c.cls.top) return true;
  if (member.testVisible && c.cls.isTest) return true;
  if (access === 'protected') {
    for (let sym: ClassSymbol | null = c.cls; sym; sym = sym.outer) {
      if ([...sym.chain()].includes(member.owner)) return true;
    }
  }
  return false;
}

/** The type whose members a bare class name gives in `X.member`. */
export const staticView = (t: Type): Type => {
  if (t.k === 'prim') return standardOf(standardClass(`System.${t.name}`)!);
  if (t.k === 'list' || t.k === 'set' || t.k === 'map') return t;
  return t === SOBJECT ? t : t;
};
