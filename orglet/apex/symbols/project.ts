/** All types of a project, and what a type name means at a place in the source. */
import type { CompileProblem } from '../api.js';
import { columnOf, lineOf, type Pos, type TypeNode } from '../ast.js';
import type { SchemaView } from '../schema-view.js';
import { isStandardNamespace, splitTypes, standardClass, type StandardClass } from './standard.js';
import { ClassSymbol } from './symbols.js';
import {
  AGGREGATE,
  ANY,
  listOf,
  mapOf,
  primitiveType,
  setOf,
  SOBJECT,
  sobjectOf,
  standardOf,
  VOID,
  type Type,
} from './types.js';

/** Standard classes that never occur as the type of a value; an sObject of that name is meant. */
const hasInstanceMembers = (cls: StandardClass): boolean =>
  cls.kind !== 'class' ||
  [...cls.fields.values()].some((field) => !field.static) ||
  [...cls.methods.values()].some((list) => list.some((method) => !method.static));

/** The class that a DataWeave script or a flow of the project stands for. */
const generated = (name: string, parent: string, parameters: readonly string[]): Type =>
  standardOf({
    name,
    kind: 'class',
    generics: [],
    supertypes: [parent],
    fields: new Map(),
    methods: new Map(),
    constructors: [parameters],
    constants: [],
  });

export class Project {
  readonly schema: SchemaView;
  /** By full lower-case name. */
  readonly classes = new Map<string, ClassSymbol>();
  readonly problems: CompileProblem[] = [];
  private readonly sobjects = new Map<string, Type | null>();
  private readonly signatures = new Map<string, Type>();

  constructor(schema: SchemaView) {
    this.schema = schema;
  }

  report(file: string, pos: Pos, message: string, severity: CompileProblem['severity'] = 'error'): void {
    this.problems.push({ file, line: lineOf(pos), column: columnOf(pos), message, severity });
  }

  isNamespace(name: string): boolean {
    return this.schema.namespace !== '' && name.toLowerCase() === this.schema.namespace.toLowerCase();
  }

  sobject(name: string): Type | null {
    const key = name.toLowerCase();
    if (key === 'sobject') return SOBJECT;
    if (key === 'aggregateresult') return AGGREGATE;
    let found = this.sobjects.get(key);
    if (found === undefined) {
      const view = this.schema.resolveObject(name);
      found = view ? sobjectOf(view) : null;
      this.sobjects.set(key, found);
    }
    return found;
  }

  /** A project class by simple name, as seen from `scope`: inner before outer, own before inherited. */
  findClass(name: string, scope: ClassSymbol | null): ClassSymbol | null {
    const key = name.toLowerCase();
    for (let sym: ClassSymbol | null = scope; sym; sym = sym.outer) {
      for (const part of sym.chain()) {
        const inner = part.inner.get(key);
        if (inner) return inner;
      }
      if (sym.decl.name.toLowerCase() === key) return sym;
    }
    return this.classes.get(key) ?? null;
  }

  /** A class of the System or Schema namespace by simple name. */
  private implicitStandard(name: string): StandardClass | null {
    return standardClass(`System.${name}`) ?? standardClass(`Schema.${name}`);
  }

  /** What a dotted name without type arguments means as a type, or null. */
  namedType(names: readonly string[], scope: ClassSymbol | null): Type | null {
    const [first, ...rest] = names as [string, ...string[]];
    const own = this.findClass(first, scope);
    if (own) {
      let sym: ClassSymbol | null = own;
      for (const name of rest) sym = sym && this.innerClass(sym, name);
      if (sym) return sym.type;
    }
    if (rest.length === 0) return this.simpleType(first);
    if (this.isNamespace(first)) return this.namedType(rest, null) ?? this.sobject(rest.join('.'));
    const key = first.toLowerCase();
    if (key === 'schema' || key === 'sobject') {
      const record = rest.length === 1 ? this.sobject(rest[0]!) : null;
      const standard = standardClass(names.join('.'));
      return key === 'schema' && standard ? standardOf(standard) : record;
    }
    if (key === 'system') {
      const simple = this.simpleType(rest.join('.'));
      if (simple) return simple;
    }
    if (key === 'dataweavescriptresource' && rest.length === 1)
      return generated(names.join('.'), 'DataWeave.Script', []);
    if (key === 'flow' && rest.length === 2 && rest[0]!.toLowerCase() === 'interview') {
      return generated(names.join('.'), 'Flow.Interview', ['Map<String,Object>']);
    }
    const standard = standardClass(names.join('.')) ?? standardClass(`System.${names.join('.')}`);
    return standard ? standardOf(standard) : null;
  }

  private innerClass(sym: ClassSymbol, name: string): ClassSymbol | null {
    for (const part of sym.chain()) {
      const inner = part.inner.get(name.toLowerCase());
      if (inner) return inner;
    }
    return null;
  }

  private simpleType(name: string): Type | null {
    const primitive = primitiveType(name);
    if (primitive) return primitive;
    const key = name.toLowerCase();
    if (key === 'object') return ANY;
    if (key === 'void') return VOID;
    if (key === 'sobject') return SOBJECT;
    if (key === 'currency') return primitiveType('Decimal');
    const standard = this.implicitStandard(name);
    if (standard && hasInstanceMembers(standard))
      return standardOf(
        standard,
        standard.generics.map(() => ANY),
      );
    const record = this.sobject(name);
    if (record) return record;
    return standard ? standardOf(standard) : null;
  }

  /** The type a type reference means, or null when a name or an argument is unknown. */
  resolve(node: TypeNode, scope: ClassSymbol | null): Type | null {
    let type = this.resolvePlain(node, scope);
    for (let i = 0; type && i < node.dims; i++) type = listOf(type);
    return type;
  }

  private resolvePlain(node: TypeNode, scope: ClassSymbol | null): Type | null {
    const last = node.parts[node.parts.length - 1]!;
    const names = node.parts.map((part) => part.name);
    if (last.args.length === 0) return this.namedType(names, scope);
    const args: Type[] = [];
    for (const arg of last.args) {
      const type = this.resolve(arg, scope);
      if (!type) return null;
      args.push(type);
    }
    return this.generic(names.join('.'), args);
  }

  private generic(name: string, args: readonly Type[]): Type | null {
    const key = name.toLowerCase().replace(/^system\./, '');
    if (key === 'list' && args.length === 1) return listOf(args[0]!);
    if (key === 'set' && args.length === 1) return setOf(args[0]!);
    if (key === 'map' && args.length === 2) return mapOf(args[0]!, args[1]!);
    const cls = standardClass(`System.${key}`) ?? standardClass(name);
    return cls && cls.generics.length === args.length ? standardOf(cls, args) : null;
  }

  /** The type that a signature of the index names; `generics` are the type variables of its class. */
  signature(text: string, generics: readonly string[]): Type {
    const key = `${generics.join(',')}|${text}`;
    let type = this.signatures.get(key);
    if (!type) {
      type = this.readSignature(text, generics);
      this.signatures.set(key, type);
    }
    return type;
  }

  private readSignature(text: string, generics: readonly string[]): Type {
    if (generics.includes(text)) return { k: 'var', name: text, key: text };
    const open = text.indexOf('<');
    if (open > 0) {
      const args = splitTypes(text.slice(open + 1, -1)).map((part) => this.signature(part, generics));
      return this.generic(text.slice(0, open), args) ?? ANY;
    }
    if (text.includes('.')) {
      const cls = standardClass(text);
      if (cls)
        return standardOf(
          cls,
          cls.generics.map(() => ANY),
        );
    }
    if (text === 'List') return listOf(SOBJECT);
    return this.simpleType(text) ?? ANY;
  }

  isStandardNamespace(name: string): boolean {
    return isStandardNamespace(name);
  }
}
