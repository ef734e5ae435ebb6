/** Prints one file: `(function($rt){ … })`, whose first line holds the constants and whose other lines are the source's. */
import { findMember, lib } from '../../runtime/registry.js';
import { lineOf, type Pos } from '../ast.js';
import type { ClassIr } from '../check/classes.js';
import type { IrBody } from '../check/ir.js';
import type { Project } from '../symbols/project.js';
import type { ClassSymbol } from '../symbols/symbols.js';
import type { Type } from '../symbols/types.js';
import { emitClass } from './classes.js';
import { emitBody } from './function.js';
import { layOut, mark } from './lines.js';
import { describeClass, type TypeMeta } from './metadata.js';
import { encodeType } from './types.js';

export interface TriggerMeta {
  name: string;
  object: string;
  events: string[];
}

/** A file's JavaScript and what the linker must know of it; plain JSON. */
export interface CompiledUnit {
  file: string;
  /** Name under which the code appears in stack traces: `Foo.cls`. */
  script: string;
  code: string;
  types: TypeMeta[];
  trigger: TriggerMeta | null;
  /** Lines with statements, when compiled for coverage. */
  lines: number[];
}

export type LibraryKind = 'statics' | 'methods';
export type PropertyKind = 'props' | 'staticProps';

export class UnitEmitter {
  readonly project: Project;
  readonly file: string;
  readonly coverage: boolean;
  readonly lines = new Set<number>();
  private readonly unsupported = new Set<string>();
  private readonly ops = new Set<string>();
  private readonly holders = new Map<ClassSymbol, string>();
  private readonly constants = new Map<string, string>();
  private readonly chunks: { line: number; code: string }[] = [];
  /** Class definitions; they need the holders, so they follow them. */
  readonly definitions: string[] = [];

  constructor(project: Project, file: string, coverage: boolean) {
    this.project = project;
    this.file = file;
    this.coverage = coverage;
  }

  op(name: string): string {
    this.ops.add(name);
    return name;
  }

  /** The holder of a class: its JavaScript class `c`, prototype `p`, statics `s`, static methods. */
  holder(sym: ClassSymbol): string {
    let name = this.holders.get(sym);
    if (!name) {
      name = `$C_${sym.name.replace(/\W/g, '_')}`;
      this.holders.set(sym, name);
    }
    return name;
  }

  /** The holder, its statics being initialised first where that has effects. */
  ready(from: ClassSymbol, sym: ClassSymbol): string {
    const holder = this.holder(sym);
    return from === sym || !hasStaticInit(sym) ? holder : `(${holder}.s??${holder}.i(),${holder})`;
  }

  constant(prefix: string, code: string): string {
    let name = this.constants.get(code);
    if (!name) {
      name = `$${prefix}${this.constants.size}_`;
      this.constants.set(code, name);
    }
    return name;
  }

  type(t: Type): string {
    return this.constant('t', `$rt.type(${JSON.stringify(encodeType(t))})`);
  }

  library(cls: string, kind: LibraryKind, name: string, pos: Pos): string {
    if (!findMember(cls, kind, name)) this.warnUnsupported(`${cls}.${name}`, pos);
    return this.constant('l', `$rt.library(${JSON.stringify(cls)},"${kind}",${JSON.stringify(name)})`);
  }

  property(cls: string, kind: PropertyKind, name: string, which: 'get' | 'set', pos: Pos): string {
    if (!findMember(cls, kind, name)?.[which]) this.warnUnsupported(`${cls}.${name}`, pos);
    return this.constant('l', `$rt.property(${JSON.stringify(cls)},"${kind}",${JSON.stringify(name)},"${which}")`);
  }

  libraryConstructor(cls: string, pos: Pos): string {
    if (!lib(cls).ctor) this.warnUnsupported(`new ${cls}()`, pos);
    return this.constant('l', `$rt.constructor(${JSON.stringify(cls)})`);
  }

  /** The member exists on the platform and not in Orglet; code that reaches it fails. */
  private warnUnsupported(what: string, pos: Pos): void {
    const name = what.replace(/\bSystem\./, '');
    if (this.unsupported.has(name)) return;
    this.unsupported.add(name);
    this.project.report(this.file, pos, `Not supported by Orglet: ${name}`, 'warning');
  }

  /** Counts an execution of a line. */
  count(pos: Pos): string {
    if (!this.coverage) return '';
    const line = lineOf(pos);
    this.lines.add(line);
    return `$rt.hits[${line}]++;`;
  }

  /** Code that belongs to the source from a line on. */
  chunk(pos: Pos, code: string): void {
    this.chunks.push({ line: lineOf(pos), code });
  }

  finish(): string {
    const body = this.chunks.sort((a, b) => a.line - b.line).map(({ line, code }) => mark(line) + code);
    const constants = [...this.constants].map(([code, name]) => `${name}=${code}`);
    const holders = [...this.holders].map(([sym, name]) => `${name}=$rt.holder(${JSON.stringify(sym.key)})`);
    const prologue = [
      this.ops.size ? `const {${[...this.ops].sort().join(',')}}=$rt.ops;` : '',
      holders.length ? `const ${holders.join(',')};` : '',
      constants.length ? `const ${constants.join(',')};` : '',
      this.definitions.join(''),
    ];
    return layOut(`(function($rt){"use strict";${prologue.join('')}${body.join('')}})`);
  }
}

export const hasStaticInit = (sym: ClassSymbol): boolean =>
  sym.decl.members.some(
    (member) =>
      (member.kind === 'init' && member.static) ||
      (member.kind === 'field' && member.modifiers.static && member.init !== null),
  );

export interface TriggerIr {
  meta: TriggerMeta;
  code: IrBody;
}

export function emitUnit(
  project: Project,
  file: string,
  script: string,
  classes: readonly ClassIr[],
  trigger: TriggerIr | null,
  coverage: boolean,
): CompiledUnit {
  const unit = new UnitEmitter(project, file, coverage);
  const types: TypeMeta[] = [];
  const visit = (ir: ClassIr): void => {
    emitClass(unit, ir);
    types.push(describeClass(project, ir.sym));
    ir.inner.forEach(visit);
  };
  classes.forEach(visit);
  if (trigger) {
    const sym = classes[0]!.sym;
    unit.chunk(trigger.code.body.pos, `${unit.holder(sym)}.run=function()${emitBody(unit, sym, trigger.code, true)};`);
  }
  const code = unit.finish();
  return { file, script, code, types, trigger: trigger?.meta ?? null, lines: [...unit.lines].sort((a, b) => a - b) };
}
