/** What the linker and the runtime know of a class, as plain JSON. */
import { lineOf, type AnnotationNode } from '../ast.js';
import { constructorsFor } from '../check/calls.js';
import { supertypes } from '../check/conversions.js';
import type { Project } from '../symbols/project.js';
import { ClassSymbol, type FieldSymbol, type MethodSymbol } from '../symbols/symbols.js';
import type { Type } from '../symbols/types.js';
import { constructorName } from './calls.js';
import { encodeType, type EncodedType } from './types.js';

export interface ParamMeta {
  name: string;
  type: EncodedType;
}
export interface AnnotationMeta {
  name: string;
  values: Record<string, string>;
}
export interface MethodMeta {
  name: string;
  jsName: string;
  static: boolean;
  access: string;
  abstract: boolean;
  virtual: boolean;
  override: boolean;
  annotations: AnnotationMeta[];
  params: ParamMeta[];
  /** Null for void. */
  returns: EncodedType | null;
  line: number;
  endLine: number;
}
export interface FieldMeta {
  name: string;
  jsName: string;
  static: boolean;
  access: string;
  annotations: AnnotationMeta[];
  type: EncodedType;
  transient: boolean;
  final: boolean;
  property: boolean;
  /** True when the accessors are functions `get$name` and `set$name`. */
  computed: boolean;
  readable: boolean;
  writable: boolean;
  line: number;
}
export interface ConstructorMeta {
  jsName: string;
  access: string;
  params: ParamMeta[];
  line: number;
}
export interface TypeMeta {
  name: string;
  kind: 'class' | 'interface' | 'enum';
  outer: string | null;
  access: string;
  abstract: boolean;
  virtual: boolean;
  sharing: 'with' | 'without' | 'inherited' | null;
  annotations: AnnotationMeta[];
  isTest: boolean;
  super: string | null;
  standardSuper: string | null;
  interfaces: EncodedType[];
  supertypes: string[];
  fields: FieldMeta[];
  methods: MethodMeta[];
  constructors: ConstructorMeta[];
  constants: string[];
  line: number;
  endLine: number;
}

const annotations = (list: readonly AnnotationNode[]): AnnotationMeta[] =>
  list.map(({ name, values }) => ({ name: name.toLowerCase(), values }));

const fieldMeta = (field: FieldSymbol): FieldMeta => ({
  name: field.name,
  jsName: field.jsName,
  static: field.static,
  access: field.access,
  annotations: annotations(field.decl!.modifiers.annotations),
  type: encodeType(field.type),
  transient: field.decl!.modifiers.transient,
  final: field.final,
  property: field.decl!.kind === 'property',
  computed: field.computed,
  readable: field.readable !== null,
  writable: field.writable !== null,
  line: lineOf(field.pos),
});

const methodMeta = (method: MethodSymbol): MethodMeta => ({
  name: method.name,
  jsName: method.jsName,
  static: method.static,
  access: method.access,
  abstract: method.abstract,
  virtual: method.virtual,
  override: method.override,
  annotations: annotations(method.decl!.modifiers.annotations),
  params: method.params.map((type, i) => ({ name: method.paramNames[i]!, type: encodeType(type) })),
  returns: method.returns.k === 'void' ? null : encodeType(method.returns),
  line: lineOf(method.decl!.pos),
  endLine: lineOf(method.decl!.end),
});

function supertypeNames(project: Project, t: Type): string[] {
  const names = new Set<string>();
  const visit = (type: Type): void => {
    const name = type.k === 'class' ? type.sym.key : type.k === 'std' ? type.cls.name.toLowerCase() : null;
    if (!name || names.has(name)) return;
    names.add(name);
    for (const parent of supertypes(project, type)) visit(parent);
  };
  visit(t);
  return [...names];
}

export function describeClass(project: Project, sym: ClassSymbol): TypeMeta {
  const { modifiers } = sym.decl;
  const standard = sym.standardSuper;
  return {
    name: sym.name,
    kind: sym.kind,
    outer: sym.outer?.key ?? null,
    access: modifiers.access ?? 'private',
    abstract: modifiers.abstract,
    virtual: modifiers.virtual,
    sharing: modifiers.sharing,
    annotations: annotations(modifiers.annotations),
    isTest: sym.isTest,
    super: sym.superClass?.key ?? null,
    standardSuper: standard?.k === 'std' ? standard.cls.name : null,
    interfaces: sym.interfaces.map(encodeType),
    supertypes: supertypeNames(project, sym.type),
    fields: [...sym.fields.values()].map(fieldMeta),
    methods: [...sym.methods.values()].flat().map(methodMeta),
    constructors:
      sym.kind === 'class'
        ? constructorsFor(project, sym).map(({ params, symbol }) => ({
            jsName: constructorName(sym, symbol?.jsName ?? null, params.length),
            access: symbol?.access ?? 'public',
            params: params.map((type, i) => ({ name: symbol?.paramNames[i] ?? `arg${i}`, type: encodeType(type) })),
            line: lineOf(symbol?.pos ?? sym.decl.pos),
          }))
        : [],
    constants: sym.decl.constants.map((constant) => constant.name),
    line: lineOf(sym.decl.pos),
    endLine: lineOf(sym.decl.end),
  };
}
