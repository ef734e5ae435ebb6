/**
 * Which types may be assigned to which, and at what cost when overloads compete.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_type_conversion_rules.htm
 */
import type { ClassSymbol } from '../symbols/symbols.js';
import type { Project } from '../symbols/project.js';
import { standardClass } from '../symbols/standard.js';
import { ANY, ID, same, STRING, substitute, type Type } from '../symbols/types.js';
import type { Conversion } from './ir.js';

/** Higher than any cost of a possible assignment. */
export const IMPOSSIBLE = 1000;
const TO_OBJECT = 40;

const WIDENING: Record<string, Record<string, [Conversion, number]>> = {
  integer: { long: ['int>long', 1], double: ['int>double', 2], decimal: ['int>decimal', 3] },
  long: { double: ['long>double', 1], decimal: ['long>decimal', 2] },
  double: { decimal: ['double>decimal', 1] },
  decimal: { double: ['decimal>double', 2] },
  string: { id: ['string>id', 3] },
  date: { datetime: ['date>datetime', 1] },
};

const EXPLICIT: Record<string, Record<string, Conversion>> = {
  long: { integer: 'long>int' },
  double: { integer: 'double>int', long: 'double>long' },
  decimal: { integer: 'decimal>int', long: 'decimal>long' },
  datetime: { date: 'datetime>date' },
};

/** The conversion an implicit assignment needs at run time, or null when the value stays as it is. */
export function implicitConversion(from: Type, to: Type): Conversion | null {
  if (from.k === 'list' && from.query && to.k === 'sobject') return 'list>record';
  return WIDENING[from.key]?.[to.key]?.[0] ?? null;
}

/** The conversion of an explicit cast between values, or null. */
export const castConversion = (from: Type, to: Type): Conversion | null =>
  implicitConversion(from, to) ?? EXPLICIT[from.key]?.[to.key] ?? null;

/** Supertypes of a type: what it extends and implements, with type arguments filled in. */
export function supertypes(project: Project, t: Type): Type[] {
  if (t.k === 'class') return t.sym.super ? [t.sym.super, ...t.sym.interfaces] : t.sym.interfaces;
  if (t.k === 'std') {
    const bindings = new Map(t.cls.generics.map((name, i) => [name, t.args[i] ?? ANY]));
    return t.cls.supertypes.map((text) => substitute(project.signature(text, t.cls.generics), bindings));
  }
  if (t.k === 'list' || t.k === 'set') {
    return [project.signature('Iterable<T>', ['T'])].map((type) => substitute(type, new Map([['T', t.e]])));
  }
  return [];
}

/** Distance from a class to a supertype: 0 for itself; IMPOSSIBLE when it is none. */
function distance(project: Project, from: Type, to: Type, depth = 0): number {
  if (same(from, to)) return 0;
  if (from.k === 'std' && to.k === 'std' && from.cls === to.cls) {
    return from.args.every((arg, i) => argumentFits(project, arg, to.args[i] ?? ANY)) ? 1 : IMPOSSIBLE;
  }
  if (depth > 20) return IMPOSSIBLE;
  let best = IMPOSSIBLE;
  for (const parent of supertypes(project, from)) best = Math.min(best, 1 + distance(project, parent, to, depth + 1));
  return best;
}

const argumentFits = (project: Project, from: Type, to: Type): boolean =>
  to === ANY ||
  from === ANY ||
  elementCost(project, from, to) < IMPOSSIBLE ||
  elementCost(project, to, from) < IMPOSSIBLE;

/** Cost of an element type: like an assignment, but without change of representation. */
function elementCost(project: Project, from: Type, to: Type): number {
  if (same(from, to)) return 0;
  if (from.k === 'error' || to.k === 'error') return 0;
  if ((from === STRING && to === ID) || (from === ID && to === STRING)) return 1;
  if (from.k === 'sobject' && to.k === 'sobject') return from.view && to.view ? IMPOSSIBLE : 1;
  if (from.k === 'prim' && to.k === 'prim') return IMPOSSIBLE;
  return to === ANY ? 4 : cost(project, from, to);
}

/** Cost of assigning a value of type `from` to `to`; IMPOSSIBLE when it is not allowed without a cast. */
export function cost(project: Project, from: Type, to: Type): number {
  if (same(from, to)) return from.k === 'list' && from.query ? 1 : 0;
  if (from.k === 'error' || to.k === 'error') return 0;
  if (from.k === 'void') return IMPOSSIBLE;
  if (from.k === 'null') return to === ANY ? TO_OBJECT : to.k === 'class' || to.k === 'std' ? 2 : 1;
  if (to === ANY) return TO_OBJECT;
  if (from.k === 'prim') {
    if (from === ID && to === STRING) return 2;
    return WIDENING[from.key]?.[to.key]?.[1] ?? IMPOSSIBLE;
  }
  if (from.k === 'sobject') return to.k === 'sobject' && to.view === null && to.name === 'SObject' ? 5 : IMPOSSIBLE;
  if (from.k === 'list') {
    if (to.k === 'list')
      return elementCost(project, from.e, to.e) < IMPOSSIBLE ? 1 + elementCost(project, from.e, to.e) : IMPOSSIBLE;
    if (from.query && to.k === 'sobject')
      return from.e.key === to.key ? 3 : to.name === 'SObject' || from.e.name === 'SObject' ? 6 : IMPOSSIBLE;
  }
  if (from.k === 'set' && to.k === 'set')
    return elementCost(project, from.e, to.e) < IMPOSSIBLE ? 1 + elementCost(project, from.e, to.e) : IMPOSSIBLE;
  if (from.k === 'map') {
    if (to.k !== 'map') return IMPOSSIBLE;
    const sum = elementCost(project, from.from, to.from) + elementCost(project, from.to, to.to);
    return sum < IMPOSSIBLE ? 1 + sum : IMPOSSIBLE;
  }
  if (to.k === 'class' || to.k === 'std') return distance(project, from, to);
  return IMPOSSIBLE;
}

export const assignable = (project: Project, from: Type, to: Type): boolean => cost(project, from, to) < IMPOSSIBLE;

const isInterface = (t: Type): boolean =>
  (t.k === 'class' && t.sym.kind === 'interface') || (t.k === 'std' && t.cls.kind === 'interface');

const extensible = (t: Type): boolean =>
  t.k === 'class'
    ? t.sym.kind === 'class' && (t.sym.decl.modifiers.virtual || t.sym.decl.modifiers.abstract)
    : t.k === 'std';

/** Whether a cast or `instanceof` from one type to the other can succeed. */
export function castable(project: Project, from: Type, to: Type): boolean {
  if (assignable(project, from, to) || assignable(project, to, from) || castConversion(from, to)) return true;
  if (from === ANY || to === ANY) return true;
  if (isInterface(from) || isInterface(to)) {
    const other = isInterface(from) ? to : from;
    return (
      other.k === 'class' ||
      other.k === 'std' ||
      ((other.k === 'list' || other.k === 'set') && (isInterface(from) || isInterface(to)))
    );
  }
  if (from.k === 'list' && to.k === 'list') return castable(project, from.e, to.e);
  if (from.k === 'set' && to.k === 'set') return castable(project, from.e, to.e);
  if (from.k === 'map' && to.k === 'map')
    return castable(project, from.from, to.from) && castable(project, from.to, to.to);
  if (from.k === 'class' && to.k === 'std') return extensible(from) && to.cls.kind === 'interface';
  return false;
}

/** The nearest type to which values of both types can be assigned, as for `a ? b : c`. */
export function commonType(project: Project, a: Type, b: Type): Type | null {
  if (a.k === 'null') return b;
  if (b.k === 'null') return a;
  if (a.k === 'error' || b.k === 'error') return a.k === 'error' ? b : a;
  if (assignable(project, b, a) && !(a === ID && b === STRING)) return a;
  if (assignable(project, a, b)) return b;
  const ancestors: Type[] = [a];
  for (let i = 0; i < ancestors.length && i < 50; i++) ancestors.push(...supertypes(project, ancestors[i]!));
  const shared = ancestors.find((t) => assignable(project, b, t));
  if (shared) return shared;
  if (a.k === 'sobject' && b.k === 'sobject') return project.sobject('SObject');
  return ANY;
}

/** Chooses among overloads; null when none fits, 'ambiguous' never: the first of equals wins, as the platform does for null. */
export function chooseOverload<M extends { params: readonly Type[] }>(
  project: Project,
  candidates: readonly M[],
  args: readonly Type[],
): M | null {
  let best: M | null = null;
  let bestCost = IMPOSSIBLE;
  for (const candidate of candidates) {
    if (candidate.params.length !== args.length) continue;
    let total = 0;
    for (let i = 0; i < args.length && total < IMPOSSIBLE; i++) total += cost(project, args[i]!, candidate.params[i]!);
    if (total < bestCost) {
      best = candidate;
      bestCost = total;
    }
  }
  return best;
}

/** Whether `sym` is or extends or implements the named type (`system.comparable`, lower case). */
export function implementsStandard(project: Project, sym: ClassSymbol, name: string): boolean {
  const cls = standardClass(name);
  if (!cls) return false;
  const seen = new Set<string>();
  const walk = (t: Type): boolean => {
    if (seen.has(t.key)) return false;
    seen.add(t.key);
    return (t.k === 'std' && t.cls === cls) || supertypes(project, t).some(walk);
  };
  return walk(sym.type);
}
