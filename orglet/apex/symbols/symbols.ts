/** Symbols of project code: types, their members and local variables. */
import type { Access } from '../../runtime/classes.js';
import type { FieldDecl, MethodDecl, Pos, PropertyDecl, TypeDecl } from '../ast.js';
import type { ClassType, Type } from './types.js';

export interface FieldSymbol {
  owner: ClassSymbol;
  name: string;
  type: Type;
  static: boolean;
  access: Access;
  final: boolean;
  decl: FieldDecl | PropertyDecl | null;
  /** Set for properties with an accessor body; a property without any is a plain field. */
  computed: boolean;
  readable: Access | null;
  writable: Access | null;
  testVisible: boolean;
  /** Property of the JavaScript object (or of the statics object) that holds the value. */
  jsName: string;
  pos: Pos;
}

export interface MethodSymbol {
  owner: ClassSymbol;
  name: string;
  params: readonly Type[];
  paramNames: readonly string[];
  returns: Type;
  static: boolean;
  access: Access;
  abstract: boolean;
  virtual: boolean;
  override: boolean;
  testVisible: boolean;
  decl: MethodDecl | null;
  jsName: string;
  pos: Pos;
}

export class ClassSymbol {
  readonly name: string;
  readonly key: string;
  readonly decl: TypeDecl;
  readonly file: string;
  readonly outer: ClassSymbol | null;
  readonly inner = new Map<string, ClassSymbol>();
  readonly isTest: boolean;
  readonly apiVersion: number;
  readonly type: ClassType;
  super: Type | null = null;
  interfaces: Type[] = [];
  readonly fields = new Map<string, FieldSymbol>();
  readonly methods = new Map<string, MethodSymbol[]>();
  readonly constructors: MethodSymbol[] = [];
  /** Lower-case enum constants with their place. */
  readonly constants = new Map<string, number>();

  constructor(decl: TypeDecl, file: string, outer: ClassSymbol | null, apiVersion: number) {
    this.decl = decl;
    this.file = file;
    this.outer = outer;
    this.apiVersion = apiVersion;
    this.name = outer ? `${outer.name}.${decl.name}` : decl.name;
    this.key = this.name.toLowerCase();
    this.isTest = (outer?.isTest ?? false) || hasAnnotation(decl.modifiers.annotations, 'istest');
    this.type = { k: 'class', sym: this, name: this.name, key: `cls:${this.key}` };
  }

  get kind(): TypeDecl['kind'] {
    return this.decl.kind;
  }

  get top(): ClassSymbol {
    return this.outer?.top ?? this;
  }

  /** The project class it extends. */
  get superClass(): ClassSymbol | null {
    return this.super?.k === 'class' ? this.super.sym : null;
  }

  /** Itself and the project classes it extends, nearest first. */
  *chain(): Generator<ClassSymbol> {
    const seen = new Set<ClassSymbol>();
    for (let sym: ClassSymbol | null = this; sym && !seen.has(sym); sym = sym.superClass) {
      seen.add(sym);
      yield sym;
    }
  }

  findField(name: string): FieldSymbol | null {
    const key = name.toLowerCase();
    for (const sym of this.chain()) {
      const field = sym.fields.get(key);
      if (field) return field;
    }
    return null;
  }

  /** The standard class at the root of its chain, such as `System.Exception`. */
  get standardSuper(): Type | null {
    let last: ClassSymbol | null = null;
    for (const sym of this.chain()) last = sym;
    return last?.super && last.super.k !== 'class' ? last.super : null;
  }

  get isException(): boolean {
    const root = this.standardSuper;
    return root?.k === 'std' && root.cls.name.endsWith('Exception');
  }
}

export const hasAnnotation = (list: readonly { name: string }[], name: string): boolean =>
  list.some((annotation) => annotation.name.toLowerCase() === name);

/** A local variable or parameter. */
export interface LocalSymbol {
  name: string;
  type: Type;
  jsName: string;
  /** Expressions assigned to it, to find out whether it can be null; null: unknown (a parameter). */
  sources: unknown[] | null;
  /** Result of that analysis. */
  nonNull: boolean;
  pos: Pos;
}
